package scoring

import (
	"math/big"

	"yice/form"
	"yice/text"
)

func (t *teller) fullText() string {
	if t.l.Weight.Value == nil {
		return "0"
	}
	return trimmed(t.l.Weight.Value, 4)
}

// target says where full marks are and who set it.
func (t *teller) target() {
	p := &t.l.Target
	if p.Value == nil {
		return
	}
	lines := []text.Pair{text.ScoreSet.With(t.unit(t.l.Goal()), t.origin(p))}
	if q := t.l.work.quarter; q > 0 {
		year := targetText(t.l.work.year, t.l.work.format)
		lines = append(lines, text.ScorePeriodNow.With(text.ScoreQuarterName.With(q), t.unit(year)))
	}
	t.say(text.ScoreLabelTarget, lines...)
}

// unit adds the unit of the measured value to a figure.
func (t *teller) unit(figure string) text.Pair {
	switch t.l.work.format {
	case asMoney:
		return text.ScoreMoney.With(form.Grouped(figure))
	case asPoints:
		return text.ScorePoints.With(figure)
	case asCount:
		if t.l.work.in.Measure.Unit != "" {
			break
		}
		if ta := t.l.work.tally; ta != nil {
			return text.ScoreCounted.With(figure, nounOf(ta.rule, t.s.Type).counter)
		}
		return text.ScoreItems.With(figure)
	}
	return figureIn(figure, t.s.unitOf(t.l))
}

// inputs shows the facts that went in.
func (t *teller) inputs() {
	var lines []text.Pair
	for i := range t.l.Inputs {
		in := &t.l.Inputs[i]
		shown := text.ScoreNoFigure
		c := in.of
		if in.Value != nil {
			shown = text.Same(in.Text)
			if c.IsMoney() {
				shown = text.ScoreYuan.With(form.Grouped(in.Text))
			}
		}
		lines = append(lines, text.ScoreInput.With(in.Name, shown, factHome(&c)))
		if fields, ok := asked(in.Fact); ok {
			lines = append(lines, t.s.facts.Ledger.lacking(t.s.Year, t.s.AsOf, fields...)...)
		}
	}
	t.say(text.ScoreLabelFigures, lines...)
}

// formula shows the computation with its numbers, confirmed and with pending.
func (t *teller) formula() {
	l := t.l
	lines := l.work.in.Measure.by().formula(t)
	lines = append(lines, withResult(t.computation(l.Value), l.Exact, l.Score.Confirmed))
	t.say(text.ScoreLabelFormula, lines...)
	if other := t.pendingWay(); other != nil {
		t.say(text.ScoreLabelPending, *other)
	} else if l.Exact.Cmp(l.ExactPending) != 0 {
		t.say(text.ScoreLabelPending, withResult(t.computation(l.ValuePending), l.ExactPending, l.Score.Pending))
	}
}

// unfilled says what waits for an answer, beside the figures and in neither of them.
func (t *teller) unfilled() {
	g := &t.l.work.got
	if g.filled == nil {
		return
	}
	open := new(big.Rat).Sub(g.filled, g.value)
	t.say(text.ScoreLabelUnfilled, text.ScoreOpenItems.With(trimmed(open, 0), t.l.Unfilled.String()))
}

// computation is the scale with a value and the weight put in.
func (t *teller) computation(v *big.Rat) text.Pair {
	l := t.l
	in, x, full := l.work.in, l.work.format, t.fullText()
	if l.work.got.top {
		return text.ScoreTimes.With(full, percentText(in.most()))
	}
	items := l.work.got.total
	shown := x.fine(in.scaled(v, items))
	if items > 0 && in.inPercent() {
		shown = asPercent.fine(in.scaled(v, items))
	}
	switch {
	case in.Scale.Lower && l.work.got.rose:
		return text.ScoreTimes.With(full, "0")
	case in.Scale.Lower && in.beneath(v, items):
		return text.ScoreBeneath.With(full, x.fine(v))
	case !in.Scale.Lower && v.Sign() < 0:
		return text.ScoreNegative.With(full, x.fine(v))
	}
	return in.Scale.by().computation(t, v, shown)
}
