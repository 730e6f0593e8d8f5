package scoring

import (
	"fmt"
	"slices"
	"strings"

	"yice/text"
)

// The scored lines of a pack: indicators with their measures and scales, and the bonus.

// fact reads the name of a fact of the catalogue.
func (d *decoder) fact(s *section, key string) string {
	v := s.got[key]
	if v == nil {
		return ""
	}
	if c, ok := FactByID(v.text); ok && d.keeps(&c) {
		return v.text
	}
	near := ""
	if !d.errs.full() {
		near = nearFact(v.text)
	}
	d.errs.addNear(v.at, s.path+"."+key, text.PackUnknownFact.With(legible(v.text)), near)
	return ""
}

// keeps reports whether the dictionary of the pack has the figure of the year that a fact is of.
func (d *decoder) keeps(c *Fact) bool {
	field, annual := strings.CutPrefix(c.ID, "annual.")
	if !annual {
		return true
	}
	fd := d.form("annual").Field(field)
	return fd != nil && scaleOf(fd) != 0
}

// nearFact gives the fact a word probably meant: the one of that title, else the one spelled nearest.
func nearFact(word string) string {
	all := FactCatalogue()
	known := make([]string, 0, len(all))
	for i := range all {
		if all[i].Title.ZH == word {
			return all[i].ID
		}
		known = append(known, all[i].ID)
	}
	return nearest(word, known)
}

// overridable reads which parameters of a section a type or an enterprise may set for itself.
func (d *decoder) overridable(s *section, may ...string) []string {
	v := s.got["overridable"]
	if v == nil {
		return nil
	}
	for _, it := range v.items {
		exact := slices.Contains(may, it.text)
		below := slices.ContainsFunc(may, func(m string) bool { return strings.HasPrefix(it.text, m+".") })
		if !exact && !below {
			d.errs.addNear(it.at, s.path+".overridable", text.PackNotOpenable.With(legible(it.text), among(may)), d.near(it.text, may))
			continue
		}
		if v, lost := s.resolve(it.text); v == nil && !lost {
			d.errs.add(it.at, s.path+".overridable", text.PackOpenNothing.With(legible(it.text)))
		}
	}
	all := s.list("overridable", false)
	d.overridables[s.path] = all
	return all
}

// numbered names a table that has no id: the third is "3".
func numbered(i int) string { return fmt.Sprint(i + 1) }

// numbered4 writes a year.
func numbered4(year int) string { return fmt.Sprintf("%04d", year) }
