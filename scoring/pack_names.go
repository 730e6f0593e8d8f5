package scoring

import (
	"strings"
	"unicode/utf8"

	"yice/form"
	"yice/text"
)

// The names a pack gives to levels and types of enterprise: those of the dictionary, or its own, from the highest down.

const (
	mostNames  = 12
	longestOne = 20 // characters
)

// names reads a list of levels or types. In schema 1 they are those of the dictionary. A pack may have its own since, but none
// that could be taken for another: files are read by the dictionary's synonyms too.
func (d *decoder) names(s *section, key string, field *form.Field) []string {
	built := codeIDs(field)
	if d.p.Schema < 2 {
		return d.codedOr(s, key, built)
	}
	v := s.got[key]
	if v == nil {
		return built
	}
	if len(v.items) > mostNames {
		d.errs.add(v.at, s.path+"."+key, text.PackManyNames.With(mostNames))
		return built
	}
	all := s.list(key, true)
	for i, name := range all {
		at := v.items[i].at
		if utf8.RuneCountInString(name) > longestOne {
			d.errs.add(at, s.path+"."+key, text.PackLongName.With(longestOne))
		}
		if strings.ContainsAny(name[:min(len(name), 1)], "=+-@") {
			d.errs.add(at, s.path+"."+key, text.PackFormula)
		}
		for _, other := range all[:i] {
			if code := field.Meant(name); form.SameName(name, other) || code != "" && code == field.Meant(other) {
				d.errs.add(at, s.path+"."+key, text.PackSameName.With(legible(name), legible(other)))
				break
			}
		}
		if near := d.near(name, built); near != "" && near != field.Meant(name) {
			d.notice(at, s.path+"."+key, text.PackOwnName.With(legible(name), near))
		}
	}
	return all
}

// renamed gives what a pack calls a code of the dictionary: 自治区级 is 省级 in a pack that has 省级 and no 自治区级.
func renamed(field *form.Field, names []string) map[string]string {
	var all map[string]string
	for _, name := range names {
		if code := field.Meant(name); code != "" && code != name {
			if all == nil {
				all = map[string]string{}
			}
			all[code] = name
		}
	}
	return all
}

// level is what the pack calls the level of a row.
func (p *Pack) level(stored string) string {
	if own, ok := p.levelNames[stored]; ok {
		return own
	}
	return stored
}

// typeOf is what the pack calls the type of a card.
func (p *Pack) typeOf(stored string) string {
	if own, ok := p.typeNames[stored]; ok {
		return own
	}
	return stored
}

// formNames gives the names to the forms, in both languages.
func (d *decoder) formNames() form.Names {
	both := func(names []string) []text.Pair {
		all := make([]text.Pair, len(names))
		for i, name := range names {
			all[i] = d.english(name)
		}
		return all
	}
	return form.Names{Levels: both(d.p.Levels), Types: both(d.p.Types)}
}
