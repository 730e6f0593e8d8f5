package scoring

import (
	"slices"
	"strings"

	"yice/text"
)

// section is one table of the pack being read: its values by key, checked for shape, and the basis of its numbers.
type section struct {
	d     *decoder
	n     *node
	path  string // "indicator.rd_intensity"
	under string // within the section that lists the basis: "scale."
	got   map[string]*node
	basis *basis
}

// open checks a table's keys against the rules and gives it with a basis of its own (its lists given and assumed).
// n may be nil: then every key is absent and nothing is said.
func (d *decoder) open(n *node, path string, rules keyRules) *section {
	s := &section{d: d, n: n, path: path, got: map[string]*node{}}
	s.take(rules)
	s.basis = d.readBasis(s)
	return s
}

// within opens a table inside the section, whose numbers are listed by the section.
func (s *section) within(key string, rules keyRules) *section {
	sub := &section{d: s.d, n: s.got[key], path: s.path + "." + key, under: s.under + key + ".", basis: s.basis, got: map[string]*node{}}
	sub.take(rules)
	return sub
}

// take sorts a table's entries into got: unknown, missing and misshapen ones are errors.
func (s *section) take(rules keyRules) {
	if s.n == nil {
		return
	}
	for _, e := range s.n.entries {
		rule := rules.find(e.key)
		if rule == nil {
			near := s.d.near(e.key, rules.names())
			s.d.errs.addNear(e.at, s.path+"."+e.key, text.PackUnknownKey.With(legible(e.key), among(rules.names())), near)
			s.n.lose(near)
			continue
		}
		if s.d.shaped(e.val, rule, s.path+"."+e.key) {
			s.got[e.key] = e.val
		}
	}
	for i := range rules {
		if rules[i].must && !s.n.has(rules[i].key) {
			s.d.errs.add(s.n.at, s.path+"."+rules[i].key, text.PackMissingKey.With(rules[i].key))
		}
	}
}

// has reports whether a table has a key, or had one that could not be read.
func (n *node) has(key string) bool {
	_, ok := n.index[key]
	return ok || n.lost || n.lostKeys[key]
}

// lose remembers that a key was there and could not be read, so that its absence is not an error of its own.
func (n *node) lose(key string) {
	if key == "" {
		return
	}
	if n.lostKeys == nil {
		n.lostKeys = map[string]bool{}
	}
	n.lostKeys[key] = true
}

// shaped checks that a value is what its key asks for.
func (d *decoder) shaped(v *node, rule *keyRule, path string) bool {
	ok, wanted := true, text.Pair{}
	switch rule.is {
	case isText:
		ok, wanted = v.kind == aString, text.PackWantText
	case isWord:
		if ok, wanted = v.kind == aString, text.PackWantText; ok && !slices.Contains(rule.words, v.text) {
			d.errs.addNear(v.at, path, text.PackUnknownWord.With(legible(v.text), among(rule.words)), d.near(v.text, rule.words))
			return false
		}
	case isNumber:
		ok, wanted = v.kind == aNumber || v.kind == aString || v.kind == anOther && isInfinite(v.text), text.PackWantNumber
	case isFlag:
		ok, wanted = v.kind == aFlag, text.PackWantFlag
	case isDay:
		return d.aDay(v, path)
	case isList:
		return d.aList(v, path)
	case isTable:
		ok, wanted = v.kind == aTable, text.PackWantTable.With(rule.key)
	case isMany:
		ok, wanted = v.kind == aTables || v.kind == anArray && allTables(v.items), text.PackWantTables.With(rule.key)
	}
	if !ok {
		d.errs.add(v.at, path, wanted)
	}
	return ok
}

func isInfinite(s string) bool { return strings.HasSuffix(s, "inf") || strings.HasSuffix(s, "nan") }

func allTables(items []*node) bool {
	for _, it := range items {
		if it.kind != aTable {
			return false
		}
	}
	return true
}

// aDay checks a date; one that the calendar does not have is an error too.
func (d *decoder) aDay(v *node, path string) bool {
	switch {
	case v.kind == aDate && isDate(v.text):
		return true
	case v.kind == aDate:
		d.errs.add(v.at, path, text.PackNoSuchDay.With(legible(v.text)))
	case v.kind == aString && isDate(v.text):
		d.errs.add(v.at, path, text.PackQuotedDay.With(v.text))
	default:
		d.errs.add(v.at, path, text.PackWantDay)
	}
	return false
}

// isDate reports whether a text is a day of the calendar, as 2023-03-15.
func isDate(s string) bool {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' || !allDigits(s[:4]) || !allDigits(s[5:7]) || !allDigits(s[8:]) {
		return false
	}
	y, m, day := atoi(s[:4]), atoi(s[5:7]), atoi(s[8:])
	if y < 1900 || m < 1 || m > 12 || day < 1 {
		return false
	}
	days := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	last := days[m-1]
	if m == 2 && (y%4 == 0 && y%100 != 0 || y%400 == 0) {
		last = 29
	}
	return day <= last
}

// atoi reads a few digits that are known to be digits.
func atoi(digits string) int {
	n := 0
	for _, c := range []byte(digits) {
		n = n*10 + int(c-'0')
	}
	return n
}

// aList checks a list of texts: none empty, none twice.
func (d *decoder) aList(v *node, path string) bool {
	if v.kind != anArray {
		d.errs.add(v.at, path, text.PackWantList)
		return false
	}
	seen := make(map[string]int, len(v.items))
	for _, it := range v.items {
		switch {
		case it.kind != aString:
			d.errs.add(it.at, path, text.PackWantListText)
			return false
		case strings.TrimSpace(it.text) == "":
			d.errs.add(it.at, path, text.PackEmptyItem)
		case isDirty(it.text):
			d.errs.add(it.at, path, text.PackDirtyText)
		case seen[it.text] == 1: // said once, however often it stands there
			d.errs.add(it.at, path, text.PackItemTwice.With(legible(it.text)))
		}
		seen[it.text]++
	}
	return true
}

// text gives a text that must say something; "" where the key is absent.
func (s *section) text(key string) string {
	v := s.got[key]
	if v == nil {
		return ""
	}
	if strings.TrimSpace(v.text) == "" {
		s.d.errs.add(v.at, s.path+"."+key, text.PackEmptyText)
		return ""
	}
	if isDirty(v.text) {
		s.d.errs.add(v.at, s.path+"."+key, text.PackDirtyText)
	}
	return v.text
}

// isDirty reports what no text of a pack may have: blanks around it, control or direction characters in it.
func isDirty(s string) bool { return strings.TrimSpace(s) != s || hasControl(s) }

func hasControl(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return r < 0x20 || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
	})
}

// word gives a word of a closed list, or what stands for an absent one.
func (s *section) word(key, absent string) string {
	if v := s.got[key]; v != nil {
		return v.text
	}
	return absent
}

// flag gives a yes or no; no where absent.
func (s *section) flag(key string) bool {
	v := s.got[key]
	return v != nil && v.text == "true"
}

// day gives a date, "" where absent.
func (s *section) day(key string) string {
	if v := s.got[key]; v != nil {
		return v.text
	}
	return ""
}

// list gives a list of texts; one that must not be empty but is, is an error.
func (s *section) list(key string, some bool) []string {
	v := s.got[key]
	if v == nil {
		return nil
	}
	if some && len(v.items) == 0 {
		s.d.errs.add(v.at, s.path+"."+key, text.PackEmptyList)
	}
	all := make([]string, len(v.items))
	for i, it := range v.items {
		all[i] = it.text
	}
	return all
}

// many gives the tables of a [[key]].
func (s *section) many(key string) []*node {
	if v := s.got[key]; v != nil {
		return v.items
	}
	return nil
}

// line gives the line a section stands on.
func (s *section) line() int {
	if s.n == nil {
		return 0
	}
	return s.d.src.at(s.n.at).Line
}

// at gives where a key's value stands, or the section itself.
func (s *section) at(key string) int {
	if v := s.got[key]; v != nil {
		return v.at
	}
	if s.n == nil {
		return 0
	}
	return s.n.at
}

// number gives a number with its basis; a Param without a value where the key is absent or no number.
func (s *section) number(key string, rule numberRule) Param {
	v := s.got[key]
	if v == nil {
		return Param{}
	}
	return s.param(key, v, rule)
}

// param makes a parameter of a value: its number by the rule, its basis from the lists of the section.
func (s *section) param(rel string, v *node, rule numberRule) Param {
	path := s.path + "." + rel
	at := s.d.src.at(v.at)
	p := Param{Path: path, Text: v.text, Line: at.Line, Col: at.Col}
	p.Basis = s.d.basisOf(s, rel, v.at)
	value, isPercent, why := ParseNumber(v.text)
	if why.Empty() {
		why = rule.check(value, isPercent, v.text)
	}
	if !why.Empty() {
		near := ""
		if folded := strings.ReplaceAll(foldWidth(strings.TrimSpace(v.text)), " ", ""); folded != v.text {
			if _, _, bad := ParseNumber(folded); bad.Empty() {
				near = folded
			}
		}
		s.d.errs.addNear(v.at, path, why, near)
		return Param{}
	}
	p.Value = value
	s.d.numbers[path] = rule
	if p.Basis == Assumed {
		s.d.p.Assumed = append(s.d.p.Assumed, p)
	}
	return p
}

// numbersBy reads a table of numbers whose keys come from a closed list: points by level, weights by type.
func (s *section) numbersBy(key string, names []string, rule numberRule) map[string]Param {
	v := s.got[key]
	if v == nil {
		return nil
	}
	if len(v.entries) == 0 {
		s.d.errs.add(v.at, s.path+"."+key, text.PackEmptyTable)
	}
	all := make(map[string]Param, len(v.entries))
	for _, e := range v.entries {
		path := s.path + "." + key + "." + e.key
		if len(names) > 0 && !slices.Contains(names, e.key) {
			s.d.errs.addNear(e.at, path, text.PackUnknownName.With(legible(e.key), among(names)), s.d.near(e.key, names))
			continue
		}
		if e.val.kind != aNumber && e.val.kind != aString && !isInfinite(e.val.text) {
			s.d.errs.add(e.val.at, path, text.PackWantNumber)
			continue
		}
		if p := s.param(key+"."+e.key, e.val, rule); p.Value != nil {
			all[e.key] = p
		}
	}
	return all
}
