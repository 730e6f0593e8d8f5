package scoring

import (
	"math/big"
	"strings"

	"yice/text"
)

// gaps says what is missing to full marks, and on a ladder to every rung above.
func (t *teller) gaps() []text.Pair {
	l := t.l
	in, g := l.work.in, &l.work.got
	switch {
	case g.stuck:
		return []text.Pair{text.ScoreStuck}
	case l.GapRat == nil:
		return []text.Pair{text.ScoreFull}
	}
	var lines []text.Pair
	if in.Scale.Kind == ScaleLadder {
		for i := range in.Scale.Rungs[:len(in.Scale.Rungs)-1] {
			r := &in.Scale.Rungs[i]
			if at := in.unscaled(r.At.Value, g.total); !r.reached(in.scaled(g.value, g.total)) {
				need := in.toward(g, at, r.Above)
				lines = append(lines, text.ScoreGapRung.With(t.adding(need), shownParam(&r.At), t.gains(need)))
			}
		}
	}
	if x := l.work.format; x == asPercent {
		lines = append(lines, text.ScoreGapValue.With(strings.TrimSuffix(l.GapText, "%")))
	}
	return append(lines, text.ScoreGapFull.With(t.adding(l.NeedRat), t.gains(l.NeedRat)))
}

// unscaled brings a rung of a checklist written in percent back to items.
func (in *Indicator) unscaled(at *big.Rat, items int64) *big.Rat {
	if items > 0 && in.inPercent() {
		return new(big.Rat).Mul(at, big.NewRat(items, 1))
	}
	return at
}

// adding says what is to be added: an amount of a fact, or a number of rows, points or items.
func (t *teller) adding(d *big.Rat) text.Pair {
	in := t.l.work.in
	switch in.Measure.Kind {
	case MeasureCount:
		n := nounOf(t.l.work.tally.rule, t.s.Type)
		return text.ScoreMoreRows.With(trimmed(d, 0), n.one, n.counter)
	case MeasureLevelPoints:
		return text.ScoreMorePoints.With(trimmed(d, 4))
	case MeasureChecklist:
		return text.ScoreMoreItems.With(trimmed(d, 0))
	}
	return factMore(t.l.Inputs[0].Fact, d)
}

// factMore says more of a fact.
func factMore(id string, d *big.Rat) text.Pair {
	c, _ := FactByID(id)
	if c.IsMoney() {
		return text.ScoreMoreMoney.With(c.Title, ratWan(d))
	}
	return text.ScoreMoreOf.With(c.Title, trimmed(d, 4))
}

// gains says what an addition to the measured fact brings to the score.
func (t *teller) gains(d *big.Rat) text.Pair {
	return text.ScoreGains.With(t.s.marginal(t.l, d).Signed())
}

// marginal is what more of the measured fact (万元 of the numerator, rows, points, items) brings to a line's confirmed
// score, by the closed form of its measure and scale.
func (s *Sheet) marginal(l *Line, more *big.Rat) Dec {
	in, g := l.work.in, l.work.got
	if g.status != "" || l.Weight.Value == nil || l.Status == NotDefined {
		return Dec{0, l.Score.Confirmed.Places}
	}
	if g.value, g.top = in.moved(&g, more); g.value == nil && !g.top {
		return Dec{0, l.Score.Confirmed.Places}
	}
	g.pending = g.value
	share, _ := in.share(&g)
	m := rounding{s.eff.LineDecimals, s.eff.HalfEven}
	return m.round(share.Mul(share, l.Weight.Value)).minus(l.Score.Confirmed)
}

// moved is the measured value once more of its fact is there; top: growth from nothing. Neither: more changes nothing.
func (in *Indicator) moved(g *measured, more *big.Rat) (v *big.Rat, top bool) {
	if g.top || g.stuck {
		return g.value, g.top
	}
	v = new(big.Rat)
	switch in.Measure.Kind {
	case MeasureRatio, MeasureGrowth:
		now, under := v.Add(g.inputs[0].Value, more), g.inputs[1].Value
		if under.Sign() <= 0 {
			return nil, in.Measure.Kind == MeasureGrowth && now.Sign() > 0
		}
		v.Quo(now, under)
		if in.Measure.Kind == MeasureGrowth {
			v.Sub(v, one)
		}
		return v, false
	case MeasureChecklist:
		v.Add(g.value, more)
		return atMost(v, big.NewRat(g.total, 1)), false
	}
	return v.Add(g.value, more), false
}

// oneMore says what one more unit brings: 10 万元, one row, one at each level, one item.
func (t *teller) oneMore() []text.Pair {
	l := t.l
	in := l.work.in
	if l.GapRat == nil && t.s.marginal(l, big.NewRat(1, 1)).Sign() == 0 {
		return nil
	}
	each := func(what text.Pair, d *big.Rat) text.Pair { return text.ScoreEachMore.With(what, t.gains(d)) }
	switch in.Measure.Kind {
	case MeasureCount, MeasureChecklist:
		return []text.Pair{each(t.adding(one), one)}
	case MeasureLevelPoints:
		var lines []text.Pair
		for _, level := range levelsOf(in.Measure.Points, t.s.eff.Levels) {
			p := in.Measure.Points[level].Value
			lines = append(lines, each(text.ScoreLevelOne.With(levelTitle(level), nounOf(l.work.tally.rule, t.s.Type).one), p))
		}
		return lines
	}
	unit := one
	if c, ok := FactByID(l.Inputs[0].Fact); ok && c.IsMoney() {
		unit = big.NewRat(10, 1)
	}
	if in.Scale.Kind == ScaleLadder && t.s.marginal(l, unit).Sign() == 0 {
		return nil // only rungs bring something; the gap tells them
	}
	return []text.Pair{each(factMore(l.Inputs[0].Fact, unit), unit)}
}
