package book

import (
	"cmp"
	"slices"

	"yice/form"
	"yice/internal/inorder"
)

// inOrder sorts findings: 强制性 first, then by form, row and field as people see them; a finding that two sources make
// stands once.
func (y *Year) inOrder(all []form.Finding) []form.Finding {
	if len(all) < 2 {
		return all
	}
	forms := make(map[string]*formOrder)
	for i, f := range y.Forms().All() {
		forms[f.ID] = &formOrder{rank: i, form: f}
	}
	ranked := make([]rankedFinding, len(all))
	for i := range all {
		ranked[i] = rankedFinding{&all[i], y.rank(forms, &all[i])}
	}
	inorder.Sort(ranked, func(a, b rankedFinding) int {
		return cmp.Or(slices.Compare(a.rank[:], b.rank[:]), cmp.Compare(a.Check, b.Check), cmp.Compare(a.Message.ZH, b.Message.ZH))
	})
	sorted := make([]form.Finding, 0, len(all))
	for i, r := range ranked {
		if i > 0 && *r.Finding == *ranked[i-1].Finding {
			continue
		}
		sorted = append(sorted, *r.Finding)
	}
	return sorted
}

type rankedFinding struct {
	*form.Finding
	rank [5]int64 // severity, form, place of the row, row, field
}

// formOrder is where a form stands, and its rows, worked out where a finding asks for it.
type formOrder struct {
	rank  int
	form  *form.Form
	place map[int64]int64
}

func (y *Year) rank(forms map[string]*formOrder, f *form.Finding) [5]int64 {
	o := forms[f.Form]
	if o == nil {
		return [5]int64{int64(f.Severity), int64(len(forms)), 0, f.Row, -1}
	}
	place := f.Row
	if t := y.Tables[f.Form]; t != nil {
		if o.place == nil {
			o.place = make(map[int64]int64, len(t.rows))
			for n, r := range t.rows {
				o.place[r.ID] = int64(n) + 1
			}
		}
		place = o.place[f.Row]
	}
	row := f.Row
	if IsStandIn(o.form, row) { // behind the rows there are, in the order of the pack
		place, row = int64(len(o.place))+1, standInBase-row
	}
	return [5]int64{int64(f.Severity), int64(o.rank), place, row, int64(o.form.Index(f.Field))}
}

// ofOneRow sorts the findings of one row.
func ofOneRow(f *form.Form, all []form.Finding) []form.Finding {
	inorder.Stably(all, func(a, b form.Finding) int {
		return cmp.Or(cmp.Compare(a.Severity, b.Severity), cmp.Compare(f.Index(a.Field), f.Index(b.Field)), cmp.Compare(a.Check, b.Check))
	})
	return all
}
