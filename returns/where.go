package returns

import (
	"slices"

	"yice/form"
)

// dim is a column of the ledger's sums.
type dim string

const (
	dimProject      dim = "project"
	dimCategory     dim = "category"
	dimTreatment    dim = "treatment"
	dimSource       dim = "source"
	dimActivity     dim = "activity"
	dimCounterparty dim = "counterparty"
	dimItem         dim = "item"
	dimNonTaxable   dim = "non_taxable"
)

// value is what a sum has in a column.
func (d dim) value(s *Sum) string {
	switch d {
	case dimProject:
		return s.Project
	case dimCategory:
		return s.Category
	case dimTreatment:
		return s.Treatment
	case dimSource:
		return s.Source
	case dimActivity:
		return s.Activity
	case dimCounterparty:
		return s.Counterparty
	case dimItem:
		return s.Item
	case dimNonTaxable:
		if s.NonTaxable {
			return form.Yes
		}
	}
	return ""
}

// Cond is one condition on lines of the ledger or rows of a register: the field has one of the values, or lies from From to To
// where those are set, which an empty field never does; with Not, the others. "" among the values is an empty field.
type Cond struct {
	Field    string
	Values   []string
	From, To string
	Not      bool
}

// where is conditions that hold together.
type where []Cond

func on(d dim, values ...string) where { return where{{Field: string(d), Values: values}} }

func off(d dim, values ...string) where { return where{{Field: string(d), Values: values, Not: true}} }

func (w where) and(more where) where { return append(slices.Clip(w), more...) }

func (w where) holds(s *Sum) bool {
	for i := range w {
		c := &w[i]
		if slices.Contains(c.Values, dim(c.Field).value(s)) == c.Not {
			return false
		}
	}
	return true
}

// part gives the sums for which conditions hold.
func part(all []*Sum, w where) []*Sum {
	var out []*Sum
	for _, sum := range all {
		if w.holds(sum) {
			out = append(out, sum)
		}
	}
	return out
}

// sum adds up the slice's lines for which conditions hold; not known where the slice stands on a summary that does not tell
// them apart.
func (s *Slice) sum(w where) Figure {
	if s.blank {
		return Figure{}
	}
	if s.summary != nil {
		return summarySum(s.summary, w)
	}
	if len(w) == 1 && !w[0].Not {
		return known(s.indexed(dim(w[0].Field), w[0].Values))
	}
	var fen int64
	for _, sum := range s.sums {
		if w.holds(sum) {
			fen = form.Plus(fen, sum.Amount)
		}
	}
	return known(fen)
}

// lacks reports a line among those for which conditions hold that has nothing in a column.
func (s *Slice) lacks(d dim, w where) bool {
	for _, sum := range s.sums {
		if sum.Amount != 0 && d.value(sum) == "" && w.holds(sum) {
			return true
		}
	}
	return false
}

// indexed answers the frequent question, one column, from sums that are made when it is first asked.
func (s *Slice) indexed(d dim, values []string) (fen int64) {
	by := s.index[d]
	if by == nil {
		by = map[string]int64{}
		for _, sum := range s.sums {
			v := d.value(sum)
			by[v] = form.Plus(by[v], sum.Amount)
		}
		if s.index == nil {
			s.index = map[dim]map[string]int64{}
		}
		s.index[d] = by
	}
	for _, v := range values {
		fen = form.Plus(fen, by[v])
	}
	return fen
}

// summarySum is what a summary of a year says of a part of it.
func summarySum(r *form.Record, w where) Figure {
	fields := []string{"expensed", "capitalised"}
	if len(w) > 1 || len(w) == 1 && w[0].Not {
		return Figure{}
	}
	if len(w) == 1 {
		switch c := &w[0]; {
		case c.Field == string(dimTreatment) && slices.Equal(c.Values, []string{form.Expensed}):
			fields = fields[:1]
		case c.Field == string(dimTreatment) && slices.Equal(c.Values, []string{form.Capitalised}):
			fields = fields[1:]
		case c.Field == string(dimSource) && slices.Equal(c.Values, []string{government}):
			fields = []string{"expensed_government", "capitalised_government"}
		default:
			return Figure{}
		}
	}
	var fen int64
	for _, f := range fields {
		fen = form.Plus(fen, r.Num(f))
	}
	return known(fen)
}
