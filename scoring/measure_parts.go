package scoring

import (
	"slices"

	"yice/form"
	"yice/text"
)

// What measures that are made of others have in common.

// each visits a measure and those it is made of.
func (m *Measure) each(yield func(*Measure)) {
	if m == nil {
		return
	}
	yield(m)
	m.Of.each(yield)
	m.Over.each(yield)
	m.Under.each(yield)
}

// unit is the unit of a value as the pack or the dictionary has it; empty for rows, whose counter the register gives.
func (m *Measure) unit() text.Pair {
	switch {
	case m == nil:
		return text.Pair{}
	case m.Unit != "":
		return text.Same(m.Unit)
	case m.Kind == MeasureValue:
		return m.fact(m.Fact).Unit.Title
	case m.Kind == MeasureSum && m.field != nil && m.field.Kind == form.Money:
		return form.Wan.Title
	case m.Kind == MeasureSum && m.field != nil:
		return m.field.Unit.Title
	case m.Kind == MeasurePer:
		over, under := m.Over.unit(), m.Under.unit()
		switch {
		case under.Empty():
			return over
		case over != under:
			return text.ScoreUnitPer.With(over, under)
		}
	}
	return text.Pair{}
}

// lead is the part of a measure whose more or less a person brings about: of a quotient what stands above, of a growth this year's.
func (g *measured) lead() *measured {
	for len(g.parts) > 0 {
		g = &g.parts[0]
	}
	return g
}

func (g *measured) grain() int { return g.of.by().grain(g) }

// tallies are the rows that a line judged.
func (g *measured) tallies(to []*tally) []*tally {
	if g.tally != nil {
		to = append(to, g.tally)
	}
	for i := range g.parts {
		to = g.parts[i].tallies(to)
	}
	return to
}

// tallies are all rows that a line judged.
func (l *Line) tallies() []*tally {
	if len(l.work.got.parts) == 0 {
		if l.work.tally == nil {
			return nil
		}
		return []*tally{l.work.tally}
	}
	return l.work.got.tallies(nil)
}

// leading is a part of a line, seen as a line.
type leading struct {
	got    *measured
	format figure
}

func (l *Line) lead() leading {
	g := l.work.got.lead()
	if g.of == nil {
		return leading{g, l.work.format}
	}
	return leading{g, (&Indicator{Measure: *g.of}).format()}
}

// part tells of one part of a measure as if it were the line.
func (t *teller) part(i int) *teller {
	g := &t.l.work.got.parts[i]
	l, in := *t.l, *t.l.work.in
	in.Measure, in.Target = *g.of, Param{}
	l.Value, l.ValuePending, l.Inputs = g.value, g.pending, g.inputs
	l.work.in, l.work.got, l.work.tally, l.work.format = &in, *g, g.tally, in.format()
	return &teller{s: t.s, l: &l}
}

// shown is the value of a part, as a formula has it.
func (t *teller) shown() string {
	if t.l.Value == nil {
		return ""
	}
	return form.Grouped(t.l.work.format.fine(t.l.Value))
}

// madeOf is how a part came about.
func (t *teller) madeOf() []text.Pair { return t.l.work.in.Measure.by().formula(t) }

// recordsOfParts tells the rows of every part that judged any.
func (t *teller) recordsOfParts() {
	for i := range t.l.work.got.parts {
		p := t.part(i)
		if p.l.work.tally == nil && len(p.l.work.got.parts) == 0 {
			continue
		}
		p.l.work.in.Measure.by().records(p)
		t.e.Used, t.e.Rejected = append(t.e.Used, p.e.Used...), append(t.e.Rejected, p.e.Rejected...)
	}
}

// unitOf is the unit of what a line measures, for people.
func (s *Sheet) unitOf(l *Line) text.Pair {
	if l.work.in == nil {
		return text.Pair{}
	}
	m := &l.work.in.Measure
	switch unit := m.unit(); {
	case l.work.format == asPercent:
		return text.Pair{}
	case m.Unit != "":
		return s.Pack.Say(m.Unit)
	case l.work.format == asMoney:
		return form.Wan.Title
	case l.work.format == asPoints:
		return text.ScoreUnitPoints
	case l.work.format == asCount && l.work.tally != nil:
		return nounOf(l.work.tally.rule, s.Type).counter
	case l.work.format == asCount:
		return text.ScoreCounterItem
	default:
		return unit
	}
}

// in names a line with the unit of its value: those of one account may each have another.
func (l *Line) in(unit text.Pair) text.Pair {
	if unit.Empty() {
		return l.Title()
	}
	return text.AccountUnit.With(l.Title(), unit)
}

// inOwnUnit reports a measure of schema 2, whose unit is said wherever its value is.
func (m *Measure) inOwnUnit() bool { return m.Unit != "" || slices.Contains(newMeasures, m.Kind) }

// yearBefore measures the same of the year before: a fact by its own figure of that year, rows by their dates. What is not
// known is missing, and never nothing: a register that has no row of that year says nothing of it.
func (e *evaluation) yearBefore(m *Measure) measured {
	switch {
	case m.Kind == MeasureValue:
		before := Measure{Kind: MeasureValue, Fact: m.Fact + "_prev", forms: m.forms}
		if _, known := e.p.Fact(before.Fact); known && e.p.keeps(before.Fact) {
			return e.measure(&before)
		}
	case m.Kind == MeasurePer:
		return quotient(m, e.yearBefore(m.Over), e.yearBefore(m.Under)).made(m)
	case m.Register != "" && m.YearBy != "" && m.YearBy != "active":
		before := *e
		before.year = yearText(e.f.Year - 1)
		if slices.ContainsFunc(e.f.Registers[m.Register], func(r *form.Record) bool { return before.dated(r, m.YearBy) }) {
			return before.measure(m)
		}
	}
	return measured{status: NoData, missing: []string{pastPrefix + m.line}}.made(m)
}

// pastPrefix begins the name of a figure of the year before that no form has.
const pastPrefix = "past."

func (g measured) made(of *Measure) measured {
	g.of = of
	return g
}

// dated reports whether a row's date lies in the year that is measured.
func (e *evaluation) dated(r *form.Record, field string) bool {
	date := r.Str(field)
	return len(date) >= 4 && date[:4] == e.year
}
