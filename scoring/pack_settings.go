package scoring

import (
	"slices"
	"strings"

	"yice/text"
)

// Setting is one thing a pack says, in words: what it is about, what is set and to what.
type Setting struct {
	Path  string    // "indicator.patents.target"
	Group string    // the line it belongs to: "indicator.patents", "enterprise.91…"; settings of a group stand together
	Of    text.Pair // the line in words: "发明专利授权"
	Name  text.Pair // "目标"
	Value text.Pair // "5", "已认定且有文号…"
	Line  int       // of the pack's file
}

// Settings lists everything a pack says, in the order of its sections: for reading on a screen and for comparing.
func (p *Pack) Settings() []Setting {
	l := &settingList{p: p}
	for _, k := range kinds {
		k.list(l)
	}
	return l.all
}

// settingList gathers settings, group by group.
type settingList struct {
	p     *Pack
	all   []Setting
	group string
	of    text.Pair
	line  int
}

// in begins a group.
func (l *settingList) in(group string, of text.Pair, line int) {
	l.group, l.of, l.line = group, of, line
}

// word adds what is set in words; nothing where nothing is said.
func (l *settingList) word(key string, name, value text.Pair) {
	if !value.Empty() {
		l.all = append(l.all, Setting{l.group + "." + key, l.group, l.of, name, value, l.line})
	}
}

func (l *settingList) plain(key string, name text.Pair, value string) {
	l.word(key, name, text.Same(value))
}

// say adds a text of the pack.
func (l *settingList) say(key string, name text.Pair, chinese string) {
	l.word(key, name, l.p.Say(chinese))
}

// param adds a number, where it is set.
func (l *settingList) param(p Param) {
	if p.Value != nil && p.Line > 0 { // what no file sets is a default of the program
		l.all = append(l.all, Setting{p.Path, l.group, l.of, settingTitle(p.Path), text.Same(shownParam(&p)), p.Line})
	}
}

func inOrder[V any](table map[string]V, order []string) []string {
	var names []string
	for name := range table {
		names = append(names, name)
	}
	rank := func(name string) int {
		if i := slices.Index(order, name); i >= 0 {
			return i
		}
		return len(order)
	}
	slices.SortFunc(names, func(a, b string) int {
		if r := rank(a) - rank(b); r != 0 {
			return r
		}
		return strings.Compare(a, b)
	})
	return names
}

// overrides adds what a type or an enterprise sets for itself, each named with the line it belongs to.
func (l *settingList) overrides(all []Param) {
	for i := range all {
		o := &all[i]
		name := text.PackSayOwn.With(l.p.lineName(o.Path), settingTitle(o.Path))
		value := text.PackSayBecause.With(shownParam(o), o.Reason)
		l.all = append(l.all, Setting{l.group + "." + o.Path, l.group, l.of, name, value, o.Line})
	}
}

// lineName names the line that a parameter belongs to.
func (p *Pack) lineName(path string) (name text.Pair) {
	section, rest, _ := strings.Cut(path, ".")
	id, _, _ := strings.Cut(rest, ".")
	name = text.Same(section)
	if section == "addback" {
		return text.ScoreAddback
	}
	if k := kindOfSection(section); k != nil {
		k.named(p, func(one, says string, _ int) {
			if one == id {
				name = p.Say(says)
			}
		})
	}
	return name
}
