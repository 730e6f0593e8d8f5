package scoring

import (
	"cmp"
	"slices"
	"strings"

	"yice/text"
)

// PackUse is what is remembered of the pack a year was scored with, so that nobody goes back to an older one unnoticed.
type PackUse struct {
	Year                int
	ID, Version, SHA256 string
	At                  string `json:",omitempty"` // when the extract was issued; "" of a whole pack
}

// ChoosePack gives the one issued pack in force for an enterprise ("" where none is meant) in a year; nil where none is issued for
// it. Drafts, packs of other years, extracts for others and packs that another one of the year takes the place of are passed over:
// the one that it supersedes, and of one pack its earlier versions and extracts by the latest extract. Two in force, or one older
// than the pack used before (nil: none was), are refused with a *text.Fault.
func ChoosePack(issued []*Pack, uscc string, year int, used *PackUse) (*Pack, error) {
	var all []*Pack
	for _, p := range issued {
		if p.Issued() && p.Year == year && !p.Foreign(uscc) {
			all = append(all, p)
		}
	}
	var inForce []*Pack
	for _, p := range all {
		same := func(other *Pack) bool { return other.SHA256 == p.SHA256 }
		if !slices.ContainsFunc(all, p.replacedBy) && !slices.ContainsFunc(inForce, same) {
			inForce = append(inForce, p)
		}
	}
	switch len(inForce) {
	case 0:
		return nil, nil
	case 1:
		return inForce[0], inForce[0].notOlder(used)
	}
	slices.SortFunc(inForce, func(a, b *Pack) int {
		return cmp.Or(CompareVersions(a.Version, b.Version), strings.Compare(a.SHA256, b.SHA256))
	})
	return nil, &text.Fault{Code: "pack.two", Class: text.Cannot, Say: text.PackTwo.With(year, inForce[0].called(), inForce[1].called())}
}

// InYear refuses a pack made for another year than the one asked for, with a *text.Fault.
func (p *Pack) InYear(year int) error {
	if p.Year == year {
		return nil
	}
	return &text.Fault{Code: "pack.year", Class: text.Cannot, Say: text.PackOtherYear.With(legible(p.Title), p.Year, year)}
}

// Use gives what is to be remembered of a pack that was scored with.
func (p *Pack) Use() PackUse { return PackUse{p.Year, p.ID, p.Version, p.SHA256, p.IssuedAt()} }

// replacedBy reports whether another pack of the year takes this one's place: it says so, or it is a later extract of the same.
func (p *Pack) replacedBy(o *Pack) bool {
	if o.Supersedes != "" && (o.Supersedes == p.SHA256 || p.Extract != nil && o.Supersedes == p.Extract.Of) {
		return true
	}
	return o.Extract != nil && o.ID == p.ID && cmp.Or(CompareVersions(p.Version, o.Version), strings.Compare(p.IssuedAt(), o.IssuedAt())) < 0
}

// notOlder refuses a pack that stands behind the one used before: an earlier version, or the same version with another
// content (an issued pack is never changed).
func (p *Pack) notOlder(used *PackUse) error {
	if used == nil || used.Year != p.Year || used.SHA256 == p.SHA256 || used.ID != p.ID {
		return nil
	}
	switch c := CompareVersions(p.Version, used.Version); {
	case c < 0:
		return &text.Fault{Code: "pack.older", Class: text.Cannot, Say: text.PackOlder.With(p.called(), legible(used.Version))}
	case c == 0 && p.IssuedAt() < used.At:
		return &text.Fault{Code: "pack.older", Class: text.Cannot, Say: text.PackOlderExtract.With(p.called(), used.At)}
	case c == 0 && p.IssuedAt() > used.At:
	case c == 0:
		return &text.Fault{Code: "pack.changed", Class: text.Cannot, Say: text.PackChanged.With(p.called())}
	}
	return nil
}

// called names a pack in a message.
func (p *Pack) called() string { return legible(p.ID + " " + p.Version) }

// CompareVersions compares "2023.2" and "2023.10" by their parts: numbers as numbers, anything else as text.
func CompareVersions(a, b string) int {
	as, bs := strings.Split(a, "."), strings.Split(b, ".")
	for i := range max(len(as), len(bs)) {
		var x, y string
		if i < len(as) {
			x = as[i]
		}
		if i < len(bs) {
			y = bs[i]
		}
		if c := comparePart(x, y); c != 0 {
			return c
		}
	}
	return 0
}

func comparePart(x, y string) int {
	if (x == "" || allDigits(x)) && (y == "" || allDigits(y)) {
		x, y = strings.TrimLeft(x, "0"), strings.TrimLeft(y, "0")
		return cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(x, y))
	}
	return strings.Compare(x, y)
}
