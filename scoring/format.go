package scoring

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"yice/form"
)

// FormatPage is the reference of a pack's file as Markdown, read off the declarations: every section, key, kind, bound and word.
func FormatPage() string {
	var b strings.Builder
	for _, k := range kinds {
		b.WriteString(k.format())
	}
	b.WriteString("## measure：怎么量\n\n写在一项的 `measure = { kind = \"…\", … }` 里。\n\n")
	for _, m := range measures {
		writeKeys(&b, "### measure.kind = \""+string(m.kind())+"\"\n\n"+m.about(), describe(m.says()))
	}
	b.WriteString("## scale：怎么折成分\n\n写在一项的 `scale = { kind = \"…\", … }` 里。\n\n")
	for _, s := range scales {
		writeKeys(&b, "### scale.kind = \""+string(s.kind())+"\"\n\n"+s.about(), describe(s.says()))
	}
	writeFacts(&b)
	writeRegisters(&b)
	return b.String()
}

// writeRegisters lists the forms whose rows a pack may count, with the fields it may name and the values they may have.
func writeRegisters(b *strings.Builder) {
	b.WriteString("## 登记表\n\n`register` 用登记表的编号；`where`、`year_by`、`dedupe`、`field` 用字段的编号。`where` 只能用代码、是否和文字的字段。\n\n")
	for _, f := range form.All() {
		if f.Scope != form.Register {
			continue
		}
		fmt.Fprintf(b, "### %s：`%s`\n\n| 字段 | 名称 | 类型 | 取值 |\n|---|---|---|---|\n", f.Title.ZH, f.ID)
		for i := range f.Fields {
			fd := &f.Fields[i]
			var values []string
			for _, c := range fd.Codes {
				values = append(values, "`"+c.ID+"`")
			}
			if fd.Kind == form.Flag {
				values = []string{"`是`", "`否`"}
			}
			if !fd.Unit.Title.Empty() {
				values = append(values, fd.Unit.Title.ZH)
			}
			fmt.Fprintf(b, "| `%s` | %s | %s | %s |\n", fd.ID, fd.Title.ZH, fieldWords[fd.Kind], strings.Join(values, " "))
		}
		b.WriteString("\n")
	}
}

var fieldWords = map[form.Kind]string{
	form.Text: "文字", form.Note: "文字", form.Int: "整数", form.Money: "金额", form.Decimal: "小数", form.Percent: "百分数", form.Date: "日期", form.Month: "年月",
	form.CodeKind: "代码", form.Ref: "引用", form.Flag: "是否", form.ID: "编号", form.Files: "证据",
}

// writeFacts lists what a pack may measure by.
func writeFacts(b *strings.Builder) {
	b.WriteString("## 指标数\n\n金额的单位都是万元。`…_prev` 是上年的数。\n\n| 名称 | 指标数 | 单位 | 怎么来的 |\n|---|---|---|---|\n")
	for _, c := range FactCatalogue() {
		fmt.Fprintf(b, "| `%s` | %s | %s | %s |\n", c.ID, c.Title.ZH, cmp.Or(c.Unit.Title.ZH, "—"), c.How.ZH)
	}
	b.WriteString("\n")
}

// format is the section's part of the page.
func (k *declaration) format() string {
	var b strings.Builder
	head := "## [" + k.key + "]"
	if k.many {
		head = "## [[" + k.key + "]]"
	}
	var say []string
	switch {
	case k.must && k.many:
		say = append(say, "必有，可以有多个。")
	case k.must:
		say = append(say, "必有。")
	case k.many:
		say = append(say, "可以有多个，也可以没有。")
	default:
		say = append(say, "可以没有。")
	}
	if k.since > 1 {
		say = append(say, fmt.Sprintf("`schema = %d` 起。", k.since))
	}
	if k.open != nil {
		say = append(say, "`overridable` 列出的数字可由 `[[type]]`、`[[enterprise]]` 另定。")
	}
	if !k.unlisted {
		say = append(say, "每个数字要列在 `given`（文件定的）或 `assumed`（假设的）里，标“不列”的除外。")
	}
	keys := describe(k.says)
	if len(keys) == 0 {
		for _, r := range k.keys {
			keys = append(keys, described{key: r.key, is: shapeWords[r.is], must: r.must, words: r.words})
		}
	}
	title := k.title
	writeKeys(&b, strings.TrimSpace(head+" "+title.ZH)+"\n\n"+strings.Join(say, ""), keys)
	return b.String()
}

// described is one key as the page tells it.
type described struct {
	key, is, title, bounds string
	must                   bool
	words                  []string
}

// unfilled takes out of a title the place of a name that is filled in for each of several numbers.
var unfilled = strings.NewReplacer("（%s）", "", "%[1]s", "", "%s", "")

var shapeWords = map[shape]string{
	isText: "文字", isWord: "词", isNumber: "数字", isFlag: "true 或 false", isDay: "日期", isList: "文字的列表", isTable: "表", isMany: "多张表", isAny: "见说明",
}

func describe(says []saying) []described {
	var all []described
	for i := range says {
		p := &says[i]
		d := described{key: p.key, is: shapeWords[p.is], must: p.must, title: unfilled.Replace(p.title.ZH)}
		for _, w := range p.words {
			d.words = append(d.words, "`\""+w.id+"\"` "+w.say.ZH)
		}
		var say []string
		if !p.hint.Empty() {
			say = append(say, p.hint.ZH)
		}
		if p.help != "" {
			say = append(say, p.help)
		}
		if p.rule != (numberRule{}) {
			say = append(say, p.rule.says())
			if p.bare {
				say = append(say, "不列")
			}
		}
		if p.absent != "" {
			say = append(say, "不写即 `\""+p.absent+"\"`")
		}
		if p.open {
			say = append(say, "可另定")
		}
		d.bounds = strings.Join(say, "；")
		all = append(all, d)
	}
	return all
}

// says tells a rule of numbers in words.
func (r numberRule) says() string {
	kind := map[numberForm]string{plain: "数字", percent: "百分数，加引号：`\"10%\"`", eitherOf: "数字，或加引号的百分数"}[r.form]
	least := strconv.FormatInt(r.least, 10)
	if r.signed && r.least == 0 {
		least = "−" + strconv.FormatInt(r.most, 10)
	}
	if r.whole {
		kind += "，整数"
	}
	return fmt.Sprintf("%s，%s 到 %d", kind, least, r.most)
}

func writeKeys(b *strings.Builder, head string, keys []described) {
	b.WriteString(head + "\n\n")
	if len(keys) == 0 {
		b.WriteString("没有固定的键。\n\n")
		return
	}
	b.WriteString("| 键 | 必写 | 类型 | 说什么 | 范围、可用的词 |\n|---|---|---|---|---|\n")
	for _, k := range keys {
		must := ""
		if k.must {
			must = "是"
		}
		more := k.bounds
		if len(k.words) > 0 {
			more = strings.Join(append(k.words, k.bounds), "；")
		}
		fmt.Fprintf(b, "| `%s` | %s | %s | %s | %s |\n", k.key, must, k.is, cmp.Or(k.title, "—"), strings.TrimSuffix(more, "；"))
	}
	b.WriteString("\n")
}
