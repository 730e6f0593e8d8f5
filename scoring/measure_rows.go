package scoring

import (
	"math/big"

	"yice/text"
)

// ofRows is what the measures of registers have in common: rows are judged by a rule, and one row more adds what it is worth.
type ofRows struct{}

func (ofRows) measure(e *evaluation, m *Measure) measured {
	t := e.judge(m.rule(e.f.Type, "full"))
	return measured{value: t.sure, pending: t.maybe, tally: t}
}

func (ofRows) moved(g *measured, more *big.Rat) (v *big.Rat, top bool) {
	return new(big.Rat).Add(g.value, more), false
}

func (ofRows) toward(g *measured, at *big.Rat) *big.Rat { return new(big.Rat).Sub(at, g.value) }
func (ofRows) grain(*measured) int                      { return 0 }
func (ofRows) worth(*measured) *big.Rat                 { return one }

func (ofRows) formula(*teller) []text.Pair { return nil }

// rule compiles a measure over a register for one type of enterprise.
func (m *Measure) rule(typ, upgrade string) *rule {
	ru := &rule{
		register: m.Register, form: m.form, where: m.Where, yearBy: m.YearBy, evidence: m.Evidence, dedupe: m.Dedupe,
		field: m.field, points: m.Points, grades: m.Grades, scored: m.Kind == MeasureLevelPoints, upgrade: upgrade,
	}
	if m.WhereField != "" {
		ru.category, ru.accepted = m.WhereField, m.WhereByType[typ]
		for t, values := range m.WhereByType {
			if t != typ {
				ru.others = append(ru.others, values...)
			}
		}
	}
	switch m.Kind {
	case MeasureSum:
		ru.summed = true
	case MeasureDistinct:
		ru.dedupe = m.field.ID
	}
	return ru
}
