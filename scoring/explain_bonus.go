package scoring

import (
	"math/big"
	"slices"

	"yice/text"
)

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
