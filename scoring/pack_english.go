package scoring

import (
	"slices"
	"strings"

	"yice/text"
)

// Say gives a text of the pack in both languages. A pack is written in Chinese; the English of one of its texts stands in
// its [english] table, else, for what the built-in template says, in the program; a text without one reads as it is.
func (p *Pack) Say(chinese string) text.Pair {
	if chinese == "" {
		return text.Pair{}
	}
	if en := p.English[chinese]; en != "" {
		return text.Pair{ZH: chinese, EN: en}
	}
	return text.Pair{ZH: chinese, EN: text.OfTemplate(chinese)}
}

// Where gives the section of the document a clause stands in: 二(四) is 2(4) in English.
func (c *Clause) Where() text.Pair {
	return sectionOfDocument(c.At)
}

func sectionOfDocument(at string) text.Pair { return text.Pair{ZH: at, EN: sectionNumbers.Replace(at)} }

var sectionNumbers = strings.NewReplacer(
	"二十", "20", "十一", "11", "十二", "12", "十三", "13", "十四", "14", "十五", "15", "十", "10",
	"一", "1", "二", "2", "三", "3", "四", "4", "五", "5", "六", "6", "七", "7", "八", "8", "九", "9",
	"（", "(", "）", ")", "；", "; ", "、", ", ", "，", ", ", "第", "", "条", "", "款", "",
)

// sayAll gives several texts of the pack in a row.
func (p *Pack) sayAll(chinese []string) text.Pair {
	parts := make([]text.Pair, len(chinese))
	for i, one := range chinese {
		parts[i] = p.Say(one)
	}
	return joined(parts, text.ScoreEnum)
}

func reasons(overrides []Param) []string {
	all := make([]string, len(overrides))
	for i := range overrides {
		all[i] = overrides[i].Reason
	}
	return all
}

// read reads the English of the pack's own texts: `"研发投入强度" = "R&D intensity"`. A key that is no text of the
// pack is worth a look (a renamed line has lost its translation) and no error: dropping an override, or moving the pack on to
// another year, leaves one behind.
func (k *englishKind) read(d *decoder, file *section) {
	n := file.got["english"]
	if n == nil {
		return
	}
	d.p.English = make(map[string]string, len(n.entries))
	texts := d.p.Texts()
	for _, e := range n.entries {
		path := "english." + e.key
		switch v := e.val; {
		case v.kind != aString:
			d.errs.add(v.at, path, text.PackWantText)
		case strings.TrimSpace(v.text) == "":
			d.errs.add(v.at, path, text.PackEmptyText)
		case isDirty(v.text):
			d.errs.add(v.at, path, text.PackDirtyText)
		default:
			if !slices.Contains(texts, e.key) && !d.root.lost {
				d.notice(e.at, path, text.PackNoSuchText.With(legible(e.key)))
			}
			d.p.English[e.key] = v.text
		}
	}
}

// Texts lists what a pack says in words of its own, in the order of its sections.
func (p *Pack) Texts() (all []string) {
	for _, k := range kinds {
		all = k.ownWords(p, all)
	}
	return all
}

var englishSection = declare(sectionOf[*Pack]{key: "english", title: text.PackSayEnglish, unlisted: true})

// englishKind has the pack's own translations.
type englishKind struct{ plainKind }

func (k *englishKind) list(l *settingList) {
	l.in("english", text.PackSayEnglish, 0)
	for _, chinese := range inOrder(l.p.English, l.p.Texts()) {
		l.word(chinese, text.Same(chinese), text.Same(l.p.English[chinese]))
	}
}
