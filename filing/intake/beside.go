package intake

import (
	"bytes"
	"hash/maphash"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yice/filing/intake/sheet"
	"yice/form"
	"yice/text"
)

// A ledger says beside its amounts that a line does not count: voided, not posted, red, an income, of another currency; or
// it has a second column of money that says how much of the first counts. Its reader sees that; a reader of columns does
// not. Such lines are asked about, never imported, until a recipe says that the column is of no matter.

// beside is what a column that is no field says of its lines.
type beside uint8

const (
	besideVoid     beside = iota + 1 // 作废, 是否有效
	besidePosted                     // 记账状态, 审核状态
	besideRed                        // 红蓝字, 是否红冲
	besideSide                       // 收支
	besideCurrency                   // 币种
	besideUnit                       // 单位: 万元 in one row, 元 in another
	besideRD                         // 是否研发
	besideCompany                    // 公司: those of a group in one table
	besideRival                      // 研发金额 beside 金额
	besideShare                      // 研发分摊比例
	besidePoster                     // 记账人: who posted the voucher
)

// besideColumn is a column and what it says.
type besideColumn struct {
	col  int
	is   beside
	name string
	unit form.Unit // of a rival's figures
	said string    // besideCompany, besidePoster: what the first line says
}

// besideWords are parts of captions that make a column one.
var besideWords = []struct {
	is    beside
	words []string
}{
	{besideVoid, []string{"作废", "有效", "删除"}},
	{besideRed, []string{"红蓝", "蓝红", "红字", "红冲", "冲销标志", "是否冲销", "冲销标识"}},
	{besideSide, []string{"收支", "收/支", "收付", "收入/支出", "支出/收入"}},
	{besidePosted, []string{"状态", "是否记账", "是否过账", "是否审核", "是否入账", "记账标志", "过账标志", "审核标志", "status"}},
	{besideRD, []string{"是否研发", "是否属于研发", "是否为研发", "研发标识", "研发标志", "研发/", "/研发"}},
	{besideUnit, []string{"金额单位", "货币单位"}},
	{besideShare, []string{"分摊比", "分摊率", "分配比", "分配率", "研发比", "研发占比", "归集比", "计入比", "工时占比", "工时比", "使用比例", "研发系数", "分摊系数"}},
	{besideCurrency, []string{"币种", "币别", "货币", "currency"}},
}

// besideCaptions are whole captions that make a column one.
var besideCaptions = map[string]beside{
	"单位": besideUnit, "计量单位": besideUnit, "公司": besideCompany, "公司代码": besideCompany, "公司名称": besideCompany, "核算单位": besideCompany, "核算主体": besideCompany,
	"核算组织": besideCompany, "法人": besideCompany, "法人主体": besideCompany, "账套": besideCompany, "主账簿": besideCompany, "账簿": besideCompany, "所属公司": besideCompany, "企业名称": besideCompany,
	"记账人": besidePoster, "过账人": besidePoster, "登账人": besidePoster,
}

// rivalWords are parts of captions of a column that says how much of an amount counts; notRival are those that say it of
// something else.
var (
	rivalWords = []string{"研发", "分摊", "归集", "调整", "冲减", "抵减", "扣减", "核减", "核定", "审定", "审减", "入账", "确认", "实际", "应计"}
	notRival   = []string{"预算", "计划", "上年", "去年", "同期", "累计", "余额", "单价", "数量", "比例", "比率", "占比", "系数", "率", "其中", "编号", "编码", "代码", "名称", "人员", "人数", "部门", "日期", "时间", "期间", "工时", "天数", "次数", "说明", "备注", "依据", "税", "号", "项目", "活动", "阶段", "类", "方式", "年", "月"}
)

// plainWords say that a line is as lines are. yes and no are answers to a caption that asks.
var (
	plainWords = wordSet("正常", "有效", "未作废", "未删除", "已记账", "已过账", "已审核", "已复核", "审核通过", "已审批", "审批通过", "已完成", "已结账", "已付款", "已支付", "已报销", "已入账", "已生效", "生效", "完成", "通过", "记账", "过账", "蓝", "蓝字", "支出", "支", "付", "付款", "费用", "posted", "normal", "valid", "active", "paid", "approved", "-", "—", "/")
	yesWords   = wordSet("是", "y", "yes", "1", "true", "√", "✓", "t")
	noWords    = wordSet("否", "n", "no", "0", "false", "×", "f", "无")
	rmbWords   = wordSet("人民币", "rmb", "cny", "人民币元", "¥", "本位币", "本币", "元", "综合本位币", "156", "cny人民币", "人民币cny", "rmb人民币")
	wholeWords = wordSet("100%", "100.0%", "100.00%", "1", "1.0", "1.00", "1.0000", "全额")
	voidWords  = wordSet("示例", "样例", "范例", "示例行", "填写示例", "填报示例", "示例数据", "作废", "已作废", "此单作废", "本单作废", "作废凭证", "已删除", "删除", "无效", "非研发", "非研发支出", "非研发费用", "不属于研发", "不计入", "不计入研发", "预算", "预算数", "计划", "计划数", "void", "cancelled", "canceled")
)

// findBeside finds the columns of a ledger's table that say something of its lines. What a recipe names is settled.
func (l *layout) findBeside() []besideColumn {
	if l.f.Scope != form.Ledger || l.ids || l.literal {
		return nil
	}
	var found []besideColumn
	own := l.inOwnMoney()
	for i, c := range l.columns {
		if c.Field != "" || c.How != Unmatched || l.categorical(i) || l.captions[i].Text == "" {
			continue
		}
		caption := fold(l.captions[i].Text)
		is := besideCaptions[strings.Trim(bare(caption), ":")]
		for _, b := range besideWords {
			if is == 0 && hasAny(caption, b.words) {
				is = b.is
			}
		}
		unit := l.unit
		if is == 0 && l.shape == ByColumns && hasAny(caption, rivalWords) && !hasAny(caption, notRival) {
			is = besideRival
			if _, u, said := captionUnit(l.captions[i].Text); said {
				unit = u
			}
		}
		if is == 0 || is == besideCurrency && own {
			continue
		}
		found = append(found, besideColumn{col: i, is: is, name: shorten([]byte(l.captions[i].Text)), unit: unit})
	}
	return found
}

// besideIt tells whether what stands beside a line's amounts leaves it open whether, or with how much, the line counts.
func (s *sorter) besideIt(row sheet.Row) (why text.Pair, open bool) {
	for i := range s.beside {
		b := &s.beside[i]
		var cell []byte
		if b.col < len(row.Cells) {
			cell = bytes.TrimSpace(row.Cells[b.col])
		}
		if b.is == besidePoster {
			if b.postedOtherwise(len(cell) > 0) {
				return text.IntakeWhyPoster.With(b.name), true
			}
			continue
		}
		if len(cell) == 0 {
			continue
		}
		if b.is == besideRival {
			a, err := readAmount(cell, b.unit)
			if err == nil && a.filled && !s.hasFigure(row.Cells, a.fen) {
				return text.IntakeWhyRival.With(b.name, shorten(cell)), true
			}
			continue
		}
		said := fold(string(cell))
		switch b.is {
		case besideUnit:
			if u, is := unitWord(said); is && !s.readIn(u) || !is && foreignMoney.MatchString(said) {
				return text.IntakeWhyUnitBeside.With(b.name, shorten(cell)), true
			}
			continue
		case besideCompany:
			if b.said == "" {
				b.said = said
			}
			if b.said != said {
				return text.IntakeWhyCompany.With(b.name, shorten(cell)), true
			}
			continue
		}
		if !b.plain(said) {
			switch b.is {
			case besideCurrency:
				return text.IntakeWhyCurrency.With(b.name, shorten(cell)), true
			case besideShare:
				return text.IntakeWhyShare.With(b.name, shorten(cell)), true
			}
			return text.IntakeWhyBeside.With(b.name, shorten(cell)), true
		}
	}
	for _, at := range s.texts {
		if c := &s.l.columns[at]; c.Field == "" && c.How != Unmatched {
			continue // left out by a recipe
		}
		if at >= len(row.Cells) {
			continue
		}
		cell := bytes.TrimSpace(row.Cells[at])
		if len(cell) == 0 || s.quiet.has(cell) {
			continue
		}
		telling := mayTell(cell)
		switch {
		case voided(cell, telling):
			return text.IntakeWhyVoid.With(shorten(cell)), true
		case telling && offsets(cell):
			return text.IntakeWhyOffset.With(shorten(cell)), true
		case !received(cell):
			s.quiet.put(cell)
		case s.adding(row.Cells):
			return text.IntakeWhyReceived.With(shorten(cell)), true
		}
	}
	for _, n := range row.Notes {
		if n.Kind == sheet.Struck {
			return text.IntakeWhyStruck, true
		}
	}
	return text.Pair{}, false
}

// postedOtherwise reports a voucher that somebody posted among ones nobody has, or the other way. Where no line of a table names anybody,
// its program does not.
func (b *besideColumn) postedOtherwise(named bool) bool {
	said := "nobody"
	if named {
		said = "somebody"
	}
	if b.said == "" {
		b.said = said
	}
	return b.said != said
}

// plain reports a word that leaves a line as it is.
func (b *besideColumn) plain(said string) bool {
	asksTrue := !strings.Contains(b.name, "作废") && !strings.Contains(b.name, "删除") && b.is != besideRed
	switch {
	case b.is == besideCurrency:
		return rmbWords[said]
	case b.is == besideShare:
		return wholeWords[said] || said == "-" || said == "/"
	case b.is == besideRD && !yesWords[said] && !noWords[said]:
		return strings.HasPrefix(said, "研发")
	case yesWords[said]:
		return asksTrue
	case noWords[said]:
		return !asksTrue
	}
	return plainWords[said]
}

// voidMarks say it of a line wherever they stand in a text, voidHeads where they begin it.
var (
	voidMarks = [][]byte{[]byte("已作废"), []byte("已删除"), []byte("已剔除"), []byte("应剔除"), []byte("不计入研发"), []byte("非研发"), []byte("与研发无关"), []byte("重复入账"), []byte("重复记账"), []byte("重复列支"), []byte("未入账"), []byte("未记账")}
	voidHeads = []string{"作废", "删除", "剔除", "void", "示例", "样例", "例", "例如", "填写示例", "减", "扣除", "扣减", "抵减", "其中"}
)

// telling are the characters that begin what a text may say of its line wherever in it that stands.
var telling = func() *[0xa000 / 8]byte {
	begins := new([0xa000 / 8]byte)
	for _, words := range [][][]byte{voidMarks, grantWords, {[]byte(already)}} {
		for _, w := range words {
			first, _ := utf8.DecodeRune(w)
			if first < 0x4e00 {
				panic("intake: mayTell does not look for " + string(w))
			}
			begins[first/8] |= 1 << (first % 8)
		}
	}
	return begins
}()

// mayTell is a quick look for one of them: most texts have none, and two dozen searches for words cost more than reading the line.
func mayTell(cell []byte) bool {
	for i := 0; i+2 < len(cell); i++ {
		// All of them are three bytes long: what begins in the midst of a character is no such one.
		if c := cell[i]; c >= 0xe4 && c <= 0xe9 {
			r := rune(c&0xf)<<12 | rune(cell[i+1]&0x3f)<<6 | rune(cell[i+2]&0x3f)
			if int(r/8) < len(telling) && telling[r/8]&(1<<(r%8)) != 0 {
				return true
			}
			i += 2
		}
	}
	return false
}

// voided reports a text that says of its line that it is void; telling is what mayTell says of it.
func voided(cell []byte, telling bool) bool {
	if len(cell) < 4 || len(cell) > 240 {
		return false
	}
	if telling && (slices.ContainsFunc(voidMarks, func(m []byte) bool { return bytes.Contains(cell, m) }) || spentElsewhere(cell)) {
		return true
	}
	if endsVoid(cell) {
		return true
	}
	if !mayBeginVoid(cell) {
		return false
	}
	said := fold(string(cell))
	if voidWords[strings.Trim(said, "()[]【】")] {
		return true
	}
	head, rest := said, ""
	switch {
	case strings.HasPrefix(said, "("), strings.HasPrefix(said, "["), strings.HasPrefix(said, "【"):
		head, rest, _ = strings.Cut(strings.TrimLeft(said, "([【"), closingBracket(said))
	default:
		head, rest, _ = strings.Cut(said, ":")
	}
	return rest != "" && slices.Contains(voidHeads, head)
}

// voidTails say it where a short text ends with them, but behind one of notVoid: 本笔作废, 与记-12重复, and not 未作废 or 冲回重复.
var (
	voidTails = [][]byte{[]byte("作废"), []byte("重复")}
	notVoid   = []string{"未", "不", "否", "无", "防", "免", "少", "冲", "销", "回"}
)

// shortRemark is the most bytes of a text whose end is believed: twelve characters.
const shortRemark = 36

func endsVoid(cell []byte) bool {
	if len(cell) > shortRemark {
		return false
	}
	cell = bytes.TrimRight(cell, "。！!.）)】] ")
	for _, tail := range voidTails {
		if before, ends := bytes.CutSuffix(cell, tail); ends {
			return !slices.ContainsFunc(notVoid, func(w string) bool { return bytes.HasSuffix(before, []byte(w)) })
		}
	}
	return false
}

// voidBegins are the characters that the words of a void line begin with.
var voidBegins = func() map[rune]bool {
	begins := make(map[rune]bool)
	for _, all := range [][]string{slices.Collect(maps.Keys(voidWords)), voidHeads} {
		for _, w := range all {
			first, _ := utf8.DecodeRuneInString(w)
			begins[first] = true
		}
	}
	return begins
}()

// mayBeginVoid is a quick look at how a text begins, as to fold one costs more than all else that is done to it. What is neither ASCII nor
// an everyday Chinese character may be some other way of writing one.
func mayBeginVoid(cell []byte) bool {
	first, _ := utf8.DecodeRune(cell)
	switch {
	case first < 0x80:
		return strings.ContainsRune("([", first) || voidBegins[unicode.ToLower(first)]
	case first >= 0x4e00 && first <= 0x9fff:
		if s, ok := simplified[first]; ok {
			first = s
		}
		return voidBegins[first]
	}
	return true
}

// quietTexts remembers texts of which it is known that they say nothing of their line: projects, categories and departments come again in
// every line.
type quietTexts struct {
	seed  maphash.Seed
	texts []string // each at its hash, the last that came there
}

const quietPlaces = 1024

func (q *quietTexts) at(cell []byte) *string {
	if q.texts == nil {
		q.seed, q.texts = maphash.MakeSeed(), make([]string, quietPlaces)
	}
	return &q.texts[maphash.Bytes(q.seed, cell)%quietPlaces]
}

func (q *quietTexts) has(cell []byte) bool { return *q.at(cell) == string(cell) }

func (q *quietTexts) put(cell []byte) { *q.at(cell) = string(cell) }

// already begins it: 已在2022年列支.
const already = "已"

// counted is what is said of a line that was counted in another year, or in another place.
var counted = [][]byte{[]byte("列支"), []byte("入账"), []byte("报销"), []byte("计入"), []byte("归集"), []byte("核销")}

// spentElsewhere reports a text that says so: 已在2022年列支; 上年已入账; 2022年度已报销.
func spentElsewhere(cell []byte) bool {
	at := bytes.Index(cell, []byte(already))
	if at < 0 {
		return false
	}
	before, after := cell[:at], cell[at+len(already):]
	after, placed := bytes.CutPrefix(after, []byte("在"))
	if !placed {
		after, placed = bytes.CutPrefix(after, []byte("于"))
	}
	const near = 36 // bytes: a dozen characters
	after = after[:min(len(after), near)]
	said := slices.ContainsFunc(counted, func(w []byte) bool { return bytes.Contains(after, w) })
	return said && (placed && bytes.Contains(after, []byte("年")) || endsInYear(before))
}

// endsInYear reports a text that ends with a year, or one before.
func endsInYear(s []byte) bool {
	s = bytes.TrimSuffix(bytes.TrimSpace(s), []byte("度"))
	return bytes.HasSuffix(s, []byte("年"))
}

// closingBracket is what closes the bracket that a text begins with.
func closingBracket(said string) string {
	switch {
	case strings.HasPrefix(said, "("):
		return ")"
	case strings.HasPrefix(said, "["):
		return "]"
	}
	return "】"
}

// receivedHead begins a text of money that came in; receivedOf is what came.
var (
	receivedHead = []byte("收到")
	receivedOf   = [][]byte{[]byte("补助"), []byte("补贴"), []byte("拨款"), []byte("拨付"), []byte("退款"), []byte("退税"), []byte("返还"), []byte("赔款"), []byte("赔偿"), []byte("利息"), []byte("专项资金"), []byte("货款"), []byte("收入")}
)

// received reports a text that says that money came in.
func received(cell []byte) bool {
	what, is := bytes.CutPrefix(bytes.TrimSpace(cell), receivedHead)
	if !is || bytes.Contains(what, []byte("发票")) {
		return false
	}
	return slices.ContainsFunc(receivedOf, func(w []byte) bool { return bytes.Contains(what, w) })
}

// Words of a grant that is set against what was spent.
var (
	offsetWords = [][]byte{[]byte("冲减"), []byte("抵减"), []byte("冲抵"), []byte("抵扣"), []byte("净额法"), []byte("递延收益"), []byte("其他收益")}
	grantWords  = [][]byte{[]byte("补助"), []byte("补贴"), []byte("拨款"), []byte("拨付"), []byte("贴息"), []byte("奖补")}
)

// offsets reports a text that says that a grant is set against spending: what was spent is the whole, and where the money came from is a
// field of its own.
func offsets(cell []byte) bool {
	within := func(words [][]byte) bool {
		return slices.ContainsFunc(words, func(w []byte) bool { return bytes.Contains(cell, w) })
	}
	return len(cell) <= 240 && within(grantWords) && within(offsetWords)
}

// adding reports a row whose amount adds to what was spent.
func (s *sorter) adding(cells [][]byte) bool {
	s.readFigures(cells)
	return slices.ContainsFunc(s.figs, func(f *figure) bool { return f.filled && f != s.against && f.value > 0 })
}

// hasFigure reports a row that has an amount among its own.
func (s *sorter) hasFigure(cells [][]byte, fen int64) bool {
	s.readFigures(cells)
	for _, f := range s.figs {
		if f.filled && (f.value == fen || f.value == -fen) {
			return true
		}
	}
	return false
}
