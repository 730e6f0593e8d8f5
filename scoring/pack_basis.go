package scoring

import (
	"strings"

	"yice/text"
)

// Every number of a pack says where it comes from: its section lists it as given (the source document states it) or as
// assumed (to be confirmed by the regulator). An entry may name one number ("target") or a table of them ("weight").

// basis is what the lists given and assumed of a section say.
type basis struct {
	entries map[string]*basisEntry
	order   []string
	// unlisted is where numbers without a basis were found, so that a line of them is one error.
	unlisted map[string]bool
}

type basisEntry struct {
	given bool
	at    int
	used  bool
}

// readBasis reads the lists of a section. A number in both is an error.
func (d *decoder) readBasis(s *section) *basis {
	b := &basis{entries: map[string]*basisEntry{}, unlisted: map[string]bool{}}
	for _, list := range []string{"given", "assumed"} {
		v := s.got[list]
		if v == nil {
			continue
		}
		for _, it := range v.items {
			if old := b.entries[it.text]; old != nil {
				if old.given != (list == "given") {
					d.errs.add(it.at, s.path+"."+list, text.PackBasisBoth.With(legible(it.text)))
				}
				continue
			}
			b.entries[it.text] = &basisEntry{given: list == "given", at: it.at}
			b.order = append(b.order, it.text)
		}
	}
	return b
}

// find gives the entry that covers a number: its own, or that of a table it stands in.
func (b *basis) find(rel string) *basisEntry {
	for name := rel; ; {
		if e := b.entries[name]; e != nil {
			return e
		}
		cut := strings.LastIndexByte(name, '.')
		if cut < 0 {
			return nil
		}
		name = name[:cut]
	}
}

// basisOf gives the basis of a number; one that no list has is an error, said once for a table.
func (d *decoder) basisOf(s *section, rel string, at int) Basis {
	full := s.under + rel
	if e := s.basis.find(full); e != nil {
		e.used = true
		if e.given {
			return Given
		}
		return Assumed
	}
	name := listedAs(full)
	if !s.basis.unlisted[name] {
		s.basis.unlisted[name] = true
		d.errs.add(at, s.path+"."+rel, text.PackNoBasis.With(legible(name)))
	}
	return Assumed
}

// listedAs gives the name under which a number is best listed: a table as one ("weight", "measure.points", "scale.rungs").
func listedAs(rel string) string {
	parts := strings.Split(rel, ".")
	for i, p := range parts {
		switch p {
		case "weight", "points", "grades", "rungs", "rates", "key_rates", "ways":
			return strings.Join(parts[:i+1], ".")
		}
	}
	return rel
}

// settle looks at what the lists name beyond numbers: dates, yes-or-no and wordings may be listed; a name that stands for
// nothing is an error.
func (s *section) settle() {
	for _, name := range s.basis.order {
		e := s.basis.entries[name]
		if e.used {
			continue
		}
		v, lost := s.resolve(name)
		if lost {
			continue
		}
		if v == nil {
			s.d.errs.addNear(e.at, s.path, text.PackBasisNothing.With(legible(name)), s.d.near(name, s.keysBelow()))
			continue
		}
		if e.given {
			continue
		}
		at := s.d.src.at(v.at)
		s.d.p.Assumed = append(s.d.p.Assumed, Param{Path: s.path + "." + name, Text: wording(v), Line: at.Line, Col: at.Col})
	}
}

// listedDay asks that a date has a basis, and notes it as assumed where that is its basis.
func (s *section) listedDay(key string) {
	v := s.got[key]
	if v == nil {
		return
	}
	if s.d.basisOf(s, key, v.at) == Assumed {
		at := s.d.src.at(v.at)
		s.d.p.Assumed = append(s.d.p.Assumed, Param{Path: s.path + "." + key, Text: v.text, Line: at.Line, Col: at.Col})
	}
}

// resolve finds what a name of the lists stands for in the section; the section's own bookkeeping is not meant. lost says
// that something on the way there could not be read.
func (s *section) resolve(name string) (v *node, lost bool) {
	switch name {
	case "given", "assumed", "id", "name", "path", "reason":
		return nil, false
	}
	v = s.n
	for part := range strings.SplitSeq(name, ".") {
		in := v
		if v = in.get(part); v == nil {
			return nil, in.kind == aTable && in.has(part)
		}
	}
	return v, false
}

// keysBelow lists what could be meant by a name of the lists.
func (s *section) keysBelow() []string {
	var all []string
	for _, e := range s.n.entries {
		switch e.key {
		case "given", "assumed", "id", "name", "clauses":
			continue
		}
		all = append(all, e.key)
		if e.val.kind == aTable {
			for _, sub := range e.val.entries {
				all = append(all, e.key+"."+sub.key)
			}
		}
	}
	return all
}

// wording gives a value as people read it.
func wording(v *node) string {
	if v.kind != anArray {
		return v.text
	}
	words := make([]string, 0, len(v.items))
	for _, it := range v.items {
		words = append(words, it.text)
	}
	return strings.Join(words, "、")
}
