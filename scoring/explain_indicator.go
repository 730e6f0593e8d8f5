package scoring

import (
	"math/big"
	"slices"
	"strings"

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
	case l.Status == NotDefined:
		t.say(text.ScoreLabelNoData, text.ScoreUndefined.With(t.fullText()))
	default:
		t.formula()
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

// items tells the checklist, item by item.
func (t *teller) items() {
	for i := range t.l.work.got.items {
		a := &t.l.work.got.items[i]
		u := Use{Form: "checklist", Key: a.item, Title: a.item}
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
			u.Pending, u.Why = true, text.ScoreWhyConflict
		default:
			u.Pending, u.Why = true, text.ScoreWhyUnanswered
			if a.milestone != nil && a.milestone.Due != "" {
				u.Why = text.ScoreWhyUnansweredDue.With(a.milestone.Due)
			}
		}
		if u.Pending {
			u.Counts = text.ScoreCountsOne
			t.e.Used = append(t.e.Used, u)
			continue
		}
		t.e.Rejected = append(t.e.Rejected, u)
	}
}

// bonus explains a group of points.
func (t *teller) bonus() {
	l := t.l
	b := l.work.bonus
	ta := l.work.tally
	t.e.Score = text.ScorePoints.With(l.Score.Confirmed.String())
	if b.Cap.Value != nil {
		t.e.Score = text.ScoreOf.With(l.Score.Confirmed.String(), trimmed(b.Cap.Value, 4))
	}
	t.say(text.ScoreLabelRule, t.reading(ta.rule, text.ScoreRulePoints.With(formTitle(b.Measure.Register)))...)
	if b.Cap.Value != nil {
		t.say(text.ScoreLabelCap, text.ScoreSet.With(text.ScorePoints.With(shownParam(&b.Cap)), t.origin(&b.Cap)))
	}
	t.parameters()
	t.say(text.ScoreLabelFormula, withResult(bonusFormula(ta, b.Cap.Value, func(j *judged) bool { return j.sure }), l.Exact, l.Score.Confirmed))
	if l.Exact.Cmp(l.ExactPending) != 0 {
		t.say(text.ScoreLabelPending, withResult(bonusFormula(ta, b.Cap.Value, func(j *judged) bool { return j.maybe }), l.ExactPending, l.Score.Pending))
	}
	switch limit := b.Cap.Value; {
	case limit == nil:
		t.say(text.ScoreLabelGap, text.ScoreNoCap)
	case l.Value.Cmp(limit) >= 0:
		t.say(text.ScoreLabelGap, text.ScoreAtCap.With(trimmed(l.Value, 4), trimmed(limit, 4)))
	default:
		t.say(text.ScoreLabelGap, text.ScoreRoom.With(trimmed(new(big.Rat).Sub(limit, l.Value), 4)))
	}
	var more []text.Pair
	for _, level := range levelsOf(b.Measure.Points, t.s.eff.Levels) {
		with := new(big.Rat).Add(l.Value, b.Measure.Points[level].Value)
		m := rounding{t.s.eff.LineDecimals, t.s.eff.HalfEven}
		gain := m.round(atMost(with, b.Cap.Value)).minus(l.Score.Confirmed)
		more = append(more, text.ScoreEachMore.With(text.ScoreLevelOne.With(levelTitle(level), nounOf(ta.rule, t.s.Type).one), text.ScoreGains.With(gain.Signed())))
	}
	t.say(text.ScoreLabelNext, more...)
	t.records(ta, t.pointsEach, b.Cap.Value)
}

// bonusFormula adds the points by value: "2 × 0.5 + 1 × 1.5", within the cap.
func bonusFormula(ta *tally, limit *big.Rat, counts func(*judged) bool) text.Pair {
	type group struct {
		points *big.Rat
		n      int
	}
	var groups []group
	for i := range ta.rows {
		j := &ta.rows[i]
		if !counts(j) {
			continue
		}
		at := 0
		for at < len(groups) && groups[at].points.Cmp(j.points) != 0 {
			at++
		}
		if at == len(groups) {
			groups = append(groups, group{points: j.points})
		}
		groups[at].n++
	}
	slices.SortFunc(groups, func(a, b group) int { return b.points.Cmp(a.points) })
	sum := "0"
	for i, g := range groups {
		part := trimmed(g.points, 4) + " × " + trimmed(big.NewRat(int64(g.n), 1), 0)
		if i == 0 {
			sum = part
		} else {
			sum += " + " + part
		}
	}
	if limit == nil {
		return text.Same(sum)
	}
	return text.ScoreCapped.With(trimmed(limit, 4), sum)
}
