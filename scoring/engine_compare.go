package scoring

import (
	"yice/form"
	"yice/text"
)

// Change is one figure of the sheet that moved between two sheets. The strip, what-if and the history are made of them.
type Change struct {
	// Line is the id of a line of the sheet, or of a total: "innovation", "annual_contribution", "bonus", "assessed",
	// "completion", "base".
	Line string
	Name text.Pair
	Kind string    // Line.Kind, or "total"
	Unit text.Pair // 分, 万元 or %
	// Before and After are zero where the figure did not exist, as BeforeNone and AfterNone say.
	Before, After         Pair
	BeforeNone, AfterNone bool
	// Delta and DeltaPending are the differences; what did not exist counts as zero in them.
	Delta, DeltaPending Dec
}

// Say puts the change in words: "发明专利授权 +2.50"; where only the figure with pending moved it says so.
func (c Change) Say() text.Pair {
	inUnit := func(figure string) text.Pair {
		switch figure = form.Grouped(figure); c.Unit {
		case text.ScoreUnitPoints:
			return text.Same(figure)
		case text.ScoreUnitPercent:
			return text.Same(figure + c.Unit.EN)
		}
		return text.InUnit(figure, c.Unit)
	}
	delta, sentence := c.Delta, text.ScoreMoved
	if delta.Sign() == 0 {
		delta, sentence = c.DeltaPending, text.ScoreMovedPending
	}
	switch {
	case c.AfterNone && !c.BeforeNone:
		return text.ScoreGone.With(c.Name)
	case c.BeforeNone && !c.AfterNone:
		return text.ScoreCame.With(c.Name, inUnit(c.After.Confirmed.String()))
	}
	return sentence.With(c.Name, inUnit(delta.Signed()))
}

// shown is one figure of a sheet with its name.
type shown struct {
	line string
	name text.Pair
	kind string
	unit text.Pair
	at   *Pair
}

// figures lists what a sheet shows: totals first, then the lines.
func (s *Sheet) figures() []shown {
	if s == nil {
		return nil
	}
	points, wan := text.ScoreUnitPoints, text.ScoreUnitWan
	out := []shown{
		{"innovation", text.ScoreInnovation, "total", points, &s.Innovation},
		{"annual_contribution", text.ScoreContribution, "total", points, &s.AnnualContribution},
		{"bonus", text.ScoreBonus, "total", points, &s.BonusTotal},
		{"assessed", text.ScoreAssessed, "total", wan, s.Assessed},
		{"completion", text.ScoreCompletion, "total", text.ScoreUnitPercent, s.Completion},
		{"base", text.ScoreBase, "total", wan, s.Base},
	}
	for l := range s.lines {
		if l.Kind == "track" { // no figure of the score
			continue
		}
		f := shown{l.ID, l.Title(), l.Kind, wan, &l.Score}
		switch {
		case l.Kind == "indicator" || l.Kind == "bonus" || l.Kind == "deduction":
			f.unit = points
		case l.Status == NoData && l.Exact == nil && l.ExactPending == nil:
			f.at = nil
		}
		out = append(out, f)
	}
	return out
}

// Compare lists the figures that differ: totals first (innovation, its contribution, bonus, assessed, completion, base),
// then the lines in the order of the sheet. Either sheet may be nil.
func Compare(before, after *Sheet) []Change {
	type id struct{ kind, line string }
	old := make(map[id]shown)
	for _, f := range before.figures() {
		old[id{f.kind, f.line}] = f
	}
	var out []Change
	now := after.figures()
	for _, f := range now {
		k := id{f.kind, f.line}
		out = appendChange(out, old[k], f)
		delete(old, k)
	}
	for _, f := range before.figures() { // lines the new sheet no longer has
		if _, gone := old[id{f.kind, f.line}]; gone {
			out = appendChange(out, f, shown{f.line, f.name, f.kind, f.unit, nil})
		}
	}
	return out
}

func appendChange(to []Change, was, is shown) []Change {
	if was.at == nil && is.at == nil || was.at != nil && is.at != nil && *was.at == *is.at {
		return to
	}
	c := Change{Line: is.line, Name: is.name, Kind: is.kind, Unit: is.unit, BeforeNone: was.at == nil, AfterNone: is.at == nil}
	if was.at != nil {
		c.Before = *was.at
		c.After = Pair{Dec{0, c.Before.Confirmed.Places}, Dec{0, c.Before.Pending.Places}}
	}
	if is.at != nil {
		c.After = *is.at
		if was.at == nil {
			c.Before = Pair{Dec{0, c.After.Confirmed.Places}, Dec{0, c.After.Pending.Places}}
		}
	}
	c.Delta, c.DeltaPending = difference(c.After.Confirmed, c.Before.Confirmed), difference(c.After.Pending, c.Before.Pending)
	return append(to, c)
}

// difference subtracts figures; those of two packs may have different places.
func difference(a, b Dec) Dec {
	for a.Places < b.Places {
		a = Dec{a.Units * 10, a.Places + 1}
	}
	for b.Places < a.Places {
		b = Dec{b.Units * 10, b.Places + 1}
	}
	return a.minus(b)
}
