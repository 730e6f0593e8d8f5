package scoring

import (
	"math/big"

	"yice/text"
)

// indicator explains a scored line.
func (t *teller) indicator() {
	l := t.l
	in := l.work.in
	t.e.Score = text.ScoreOf.With(l.Score.Confirmed.String(), t.fullText())
	t.say(text.ScoreLabelRule, append(t.measureReading(in), scaleReading(in))...)
	t.target()
	t.parameters()
	t.inputs()
	switch {
	case l.Weight.Value == nil:
		t.say(text.ScoreLabelNote, text.ScoreNoWeight.With(t.s.Type))
	case l.Status == NoData:
		t.missing(text.ScoreMissing, t.fullText())
	case l.Status == NotComparable:
		t.say(text.ScoreLabelNoData, text.ScoreIncomparable.With(t.s.AsOf, t.fullText()))
	case l.Status == NotDefined:
		t.say(text.ScoreLabelNoData, text.ScoreUndefined.With(t.fullText()))
	default:
		t.formula()
		t.unfilled()
		t.say(text.ScoreLabelGap, t.gaps()...)
		t.say(text.ScoreLabelNext, t.oneMore()...)
	}
	if l.work.tally != nil {
		counts := t.countedOne(l.work.tally.rule)
		if in.Measure.Kind == MeasureLevelPoints {
			counts = t.pointsEach
		}
		t.records(l.work.tally, counts, nil)
	}
	if in.Measure.Kind == MeasureChecklist {
		t.items()
	}
}

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
	t.say(text.ScoreLabelTarget, text.ScoreSet.With(t.unit(t.l.TargetText), t.origin(p)))
}

// unit adds the unit of the measured value to a figure.
func (t *teller) unit(figure string) text.Pair {
	switch t.l.work.format {
	case asMoney:
		return text.ScoreMoney.With(grouped(figure))
	case asPoints:
		return text.ScorePoints.With(figure)
	case asCount:
		if ta := t.l.work.tally; ta != nil {
			return text.ScoreCounted.With(figure, nounOf(ta.rule, t.s.Type).counter)
		}
		return text.ScoreItems.With(figure)
	}
	return text.Same(figure)
}

// inputs shows the facts that went in.
func (t *teller) inputs() {
	var lines []text.Pair
	for i := range t.l.Inputs {
		in := &t.l.Inputs[i]
		shown := text.ScoreNoFigure
		c, _ := FactByID(in.Fact)
		if in.Value != nil {
			shown = text.Same(in.Text)
			if c.IsMoney() {
				shown = text.ScoreYuan.With(grouped(in.Text))
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
	g := &l.work.got
	var lines []text.Pair
	if len(g.inputs) == 2 && g.value != nil {
		a, b := ratWan(g.inputs[0].Value), ratWan(g.inputs[1].Value)
		shown, sign := l.work.format.fine(g.value), equals(l.work.format.ends(g.value))
		if l.work.in.Measure.Kind == MeasureGrowth {
			lines = append(lines, text.ScoreGrowthOf.With(a, b, sign, shown))
		} else {
			lines = append(lines, text.ScoreRatioOf.With(a, b, sign, shown))
		}
	}
	if g.top || g.stuck {
		lines = lines[:0]
	}
	if g.top {
		lines = append(lines, text.ScoreFromNothing.With(ratWan(g.inputs[1].Value), ratWan(g.inputs[0].Value)))
	}
	lines = append(lines, withResult(t.computation(l.Value), l.Exact, l.Score.Confirmed))
	t.say(text.ScoreLabelFormula, lines...)
	if l.Exact.Cmp(l.ExactPending) != 0 {
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
	if v.Sign() < 0 {
		return text.ScoreNegative.With(full, x.fine(v))
	}
	switch in.Scale.Kind {
	case ScaleToTarget:
		return text.ScoreToTarget.With(full, percentText(in.most()), shown, l.TargetText)
	case ScaleLadder:
		r := in.rungOf(in.scaled(v, items))
		if r < 0 {
			return text.ScoreBelow.With(shown, full)
		}
		rung := &in.Scale.Rungs[r]
		if rung.Above {
			return text.ScoreOnAbove.With(shown, shownParam(&rung.At), full, shownParam(&rung.Give))
		}
		return text.ScoreOnAt.With(shown, shownParam(&rung.At), full, shownParam(&rung.Give))
	case ScaleEfficacy:
		floor, base := orZero(in.Scale.Floor), orZero(in.Scale.Base)
		if in.scaled(v, items).Cmp(floor) < 0 {
			return text.ScoreBelow.With(shown, full)
		}
		rest := percentText(new(big.Rat).Sub(one, base))
		return text.ScoreEfficacy.With(full, percentText(in.most()), percentText(base), rest, shown, trimmedAs(in, floor), l.TargetText)
	}
	if items > 0 {
		return text.ScoreShareOf.With(full, trimmed(v, 0), items)
	}
	return text.ScoreShare.With(full, shown)
}

// trimmedAs shows a point of the scale as the target is written.
func trimmedAs(in *Indicator, v *big.Rat) string {
	if in.inPercent() {
		return percentText(v)
	}
	return trimmed(v, 4)
}

// items tells the checklist, item by item.
func (t *teller) items() {
	for i := range t.l.work.got.items {
		a := &t.l.work.got.items[i]
		u := Use{Form: "checklist", Key: a.item, Title: a.item, Says: t.s.Pack.Say(a.item)}
		if a.rec != nil {
			u.Row = a.rec.ID
		}
		switch a.state {
		case yes:
			u.Counts = text.ScoreCountsOne
			if a.rec.Str("document") == "" {
				u.Why = text.ScoreWhyYesNoDocument
			}
			t.e.Used = append(t.e.Used, u)
			continue
		case no:
			u.Why = text.ScoreWhyNo
		case late:
			u.Why = text.ScoreWhyLate.With(a.rec.Str("date"), a.milestone.Due)
		case conflicting:
			u.Why = text.ScoreWhyConflict
		default:
			u.Why = text.ScoreWhyUnanswered
			if a.milestone != nil && a.milestone.Due != "" {
				u.Why = text.ScoreWhyUnansweredDue.With(a.milestone.Due)
			}
		}
		t.e.Rejected = append(t.e.Rejected, u)
	}
}
