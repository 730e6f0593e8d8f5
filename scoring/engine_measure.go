package scoring

import (
	"math/big"
	"slices"
	"strings"

	"yice/form"
)

// measured is what a measure found.
type measured struct {
	value, pending *big.Rat
	// status is NoData or NotDefined where nothing can be said, else "".
	status  Status
	missing []string
	// top: growth from nothing, which earns all there is; value is then nil.
	top bool
	// stuck: growth from nothing where the pack lets it earn nothing; more changes nothing.
	stuck  bool
	inputs []Input
	tally  *tally
	items  []answered
	total  int64 // checklist: the number of items
	// filled is the value if every item without an answer were answered 是; nil where each is answered. It is what is not
	// known yet, and never counts as points.
	filled *big.Rat
}

// answered is one checklist item and what the enterprise says of it.
type answered struct {
	item      string
	milestone *Milestone
	state     answer
	rec       *form.Record // the row that answers; nil: none
}

type answer uint8

const (
	unanswered  answer = iota
	yes                // 是
	no                 // 否
	late               // 是, after the milestone's due date
	conflicting        // several rows that disagree: counts as unanswered
)

func (e *evaluation) measure(m *Measure) measured {
	switch m.Kind {
	case MeasureValue:
		return e.value(m)
	case MeasureRatio:
		return e.ratio(m)
	case MeasureGrowth:
		return e.growth(m)
	case MeasureCount, MeasureLevelPoints:
		t := e.judge(m.rule(e.f.Type, "full"))
		return measured{value: t.sure, pending: t.maybe, tally: t}
	case MeasureChecklist:
		return e.checklist(m)
	}
	return measured{status: NotDefined} // not reached: the loader knows the catalogue
}

// fact reads one fact of the catalogue and notes it as an input.
func (e *evaluation) fact(g *measured, id string) *big.Rat {
	return e.factOf(g, e.f, id)
}

// compared reads a fact as ratios and growth compare it: of the months that every part of them has.
func (e *evaluation) compared(g *measured, id string) *big.Rat {
	return e.factOf(g, e.f.sameMonths(), id)
}

func (e *evaluation) factOf(g *measured, f *Facts, id string) *big.Rat {
	v, missing := factValue(f, id)
	if missing {
		v = nil
		g.status = NoData
		g.missing = append(g.missing, id)
	}
	g.inputs = append(g.inputs, inputOf(id, v))
	return v
}

// inputOf shows a fact exactly: money in 元, to the 分.
func inputOf(id string, v *big.Rat) Input {
	c, _ := FactByID(id)
	in := Input{Fact: id, Name: c.Title, Value: v}
	switch {
	case v == nil:
	case c.IsMoney():
		in.Text = rounding{places: 2}.round(new(big.Rat).Mul(v, perWan)).String()
	default:
		in.Text = trimmed(v, 4)
	}
	return in
}

var perWan = big.NewRat(10_000, 1) // 元 in a 万元; read only

func (e *evaluation) value(m *Measure) (g measured) {
	g.value = e.fact(&g, m.Fact)
	g.pending = g.value
	return g
}

func (e *evaluation) ratio(m *Measure) (g measured) {
	num, den := e.compared(&g, m.Num), e.compared(&g, m.Den)
	if num == nil || den == nil {
		return g
	}
	if den.Sign() <= 0 {
		g.status = NotDefined
		return g
	}
	g.value = new(big.Rat).Quo(num, den)
	g.pending = g.value
	return g
}

// growth is this year ÷ last year − 1. From nothing to something is the top; nothing after nothing is no growth.
func (e *evaluation) growth(m *Measure) (g measured) {
	cur, prev := e.compared(&g, m.Cur), e.compared(&g, m.Prev)
	switch {
	case cur != nil && prev == nil && e.f.Incomparable() && strings.HasPrefix(m.Prev, "rd."):
		g.status = NotComparable
		return g
	case cur == nil || prev == nil:
		return g
	case prev.Sign() > 0:
		g.value = new(big.Rat).Quo(cur, prev)
		g.value.Sub(g.value, one)
	case cur.Sign() > 0 && m.ZeroBase == "zero":
		g.value, g.stuck = new(big.Rat), true
	case cur.Sign() > 0:
		g.top = true
	case cur.Sign() == 0 && prev.Sign() == 0:
		g.value = new(big.Rat)
	default:
		g.status = NotDefined
	}
	g.pending = g.value
	return g
}

var one = big.NewRat(1, 1) // read only

// checklist counts the items answered 是. Those without an answer are no claim: they are unfilled.
func (e *evaluation) checklist(m *Measure) (g measured) {
	g.total = int64(len(m.Items))
	g.items = make([]answered, len(m.Items))
	for i, item := range m.Items {
		g.items[i].item = item
		for k := range m.Milestones {
			if m.Milestones[k].Text == item {
				g.items[i].milestone = &m.Milestones[k]
			}
		}
	}
	for _, r := range e.f.Registers["checklist"] {
		item, ok := m.ItemNamed(r.Str("item"))
		if !ok {
			continue
		}
		g.items[slices.Index(m.Items, item)].take(r)
	}
	n, open := int64(0), int64(0)
	for i := range g.items {
		switch g.items[i].state {
		case yes:
			n++
		case unanswered, conflicting:
			open++
		}
	}
	g.value = big.NewRat(n, 1)
	g.pending = g.value
	if open > 0 {
		g.filled = big.NewRat(n+open, 1)
	}
	return g
}

// take puts the answer of one row; rows that contradict each other leave the item open. Of several rows the first by key
// and content is the one shown.
func (a *answered) take(r *form.Record) {
	state := unanswered
	switch date := r.Str("date"); r.Str("answer") {
	case form.Yes:
		state = yes
		if a.milestone != nil && a.milestone.Due != "" && date > a.milestone.Due {
			state = late
		}
	case form.No:
		state = no
	default:
		return
	}
	switch a.state {
	case unanswered:
		a.state = state
	case state:
	default:
		a.state = conflicting
	}
	if a.rec == nil || compareRecords(r, a.rec) < 0 {
		a.rec = r
	}
}

// rule compiles a measure over a register for one type of enterprise.
func (m *Measure) rule(typ, upgrade string) *rule {
	ru := &rule{
		register: m.Register, where: m.Where, yearBy: m.YearBy, evidence: m.Evidence, dedupe: m.Dedupe,
		points: m.Points, grades: m.Grades, scored: m.Kind == MeasureLevelPoints, upgrade: upgrade,
	}
	if m.WhereField != "" {
		ru.category, ru.accepted = m.WhereField, m.WhereByType[typ]
		for t, values := range m.WhereByType {
			if t != typ {
				ru.others = append(ru.others, values...)
			}
		}
	}
	return ru
}
