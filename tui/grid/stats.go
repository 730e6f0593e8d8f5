package grid

import (
	tea "charm.land/bubbletea/v2"

	"yice/form"
)

// SumMsg is a column's total. Give it to Grid.Summed.
type SumMsg struct {
	Form  *form.Form
	gen   int
	field string
	sum   Sum
	err   error
}

// Total gives the current column's total over the view, where it is a figure and has been added up.
func (g *Grid) Total() (s Sum, ok bool) {
	s, ok = g.sums[g.Field().ID]
	return s, ok
}

// AddUp gives the command that adds up the current column, nil where it is known or no figure.
func (g *Grid) AddUp() tea.Cmd {
	f := g.Field()
	if g.src == nil || !Numeric(f) || f.Kind == form.Percent || g.summing[f.ID] {
		return nil
	}
	if _, ok := g.sums[f.ID]; ok {
		return nil
	}
	g.summing[f.ID] = true
	src, gen, id, fm := g.src, g.adopted, f.ID, g.Form
	return func() tea.Msg {
		sum, n, err := src.Sum(id)
		return SumMsg{fm, gen, id, Sum{sum, n}, err}
	}
}

// Summed takes a total; one of an earlier source is dropped.
func (g *Grid) Summed(m SumMsg) error {
	if m.Form != g.Form || m.gen != g.adopted {
		return nil
	}
	delete(g.summing, m.field)
	if m.err == nil {
		g.sums[m.field] = m.sum
	}
	return m.err
}

// shift moves the totals known by what a row changed, so that no edit makes them be counted again.
func (g *Grid) shift(old, now *form.Record) {
	for id, s := range g.sums {
		i := g.Form.Index(id)
		if old != nil && old.Values[i].IsNumber() {
			s.Sum = form.Plus(s.Sum, -old.Values[i].Num())
			s.Count--
		}
		if now != nil && now.Values[i].IsNumber() {
			s.Sum = form.Plus(s.Sum, now.Values[i].Num())
			s.Count++
		}
		g.sums[id] = s
	}
}

// Selected gives the total and count of the figures of the selection in the current column; ok is false where rows of it
// have not been read, or the column holds none.
func (g *Grid) Selected() (s Sum, ok bool) {
	if !Numeric(g.Field()) || g.Unread() {
		return s, false
	}
	from, to := g.Selection()
	i := g.Column().Index
	for row := from.Row; row <= min(to.Row, g.Len()-1); row++ {
		if v := g.Record(row).Values[i]; v.IsNumber() {
			s.Sum = form.Plus(s.Sum, v.Num())
			s.Count++
		}
	}
	return s, true
}
