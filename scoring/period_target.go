package scoring

import (
	"math/big"

	"yice/text"
)

// Targets of the quarters: what is due by the end of March, June and September. A line whose figures run to a month of the first three
// quarters is scored by the target of that quarter; from October on, and for a whole year, by its target.

func quarterKey(q int) string { return quarterKeys[q-1] }

func periodKey() parameter[*Indicator] {
	return parameter[*Indicator]{
		key: "period_target", is: isTable, hint: text.HintPeriodTarget, open: true, title: text.PackSayPeriod, of: text.Same, names: func(*Pack) []string { return quarterKeys[:] },
		at:   func(in *Indicator) any { return &in.Period },
		help: "`{ q1 = …, q2 = …, q3 = … }`：累计到季末的目标，三季都写，全年的写在 `target`。数字截至一至九月的，按所在季的打分；进度按它比。`schema = 2` 起",
		read: func(s *section, in *Indicator) {
			if v := s.got["period_target"]; v != nil && s.d.p.Schema == 1 {
				s.d.errs.add(v.at, s.path+".period_target", text.PackNeedsSchema.With("period_target", 2))
				return
			}
			in.Period = s.numbersBy("period_target", quarterKeys[:], targetRule(in.Measure.Kind))
		},
	}
}

// upTo is a line as it is scored with figures up to the end of a month, and the quarter whose target it then has.
func (in *Indicator) upTo(month int) (*Indicator, int) {
	q := (month-1)/3 + 1
	if month > 9 || len(in.Period) == 0 {
		return in, 0
	}
	target, ok := in.Period[quarterKey(q)]
	if !ok {
		return in, 0
	}
	own := *in
	own.Target = target
	return &own, q
}

// checkQuarters holds the targets of the quarters against one another, the year's and the floor.
func (d *decoder) checkQuarters(s *section, in *Indicator) {
	v := s.got["period_target"]
	if v == nil || in.Period == nil {
		return
	}
	path := s.path + ".period_target"
	if in.Scale.Kind != "" && !needsTarget(&in.Scale) {
		d.errs.add(v.at, path, text.PackPeriodIdle)
		return
	}
	before := Param{}
	for _, q := range append(quarterKeys[:], "") {
		now, ok := in.Period[q]
		if q == "" {
			now, ok = in.Target, in.Target.Value != nil
		}
		switch {
		case !ok && q != "" && !v.has(q):
			d.errs.add(v.at, path, text.PackPeriodAll)
			return
		case !ok:
			continue
		case q != "" && in.Scale.Kind == ScaleEfficacy && in.Scale.Floor.Value != nil && in.Scale.cmp(in.Scale.Floor.Value, now.Value) >= 0:
			d.errs.add(v.at, path+"."+q, text.PackPeriodFloor.With(q, now.Text, in.Scale.Floor.Text))
		case before.Value != nil && addsUp(in.Measure.Kind) && now.Value.Cmp(before.Value) < 0:
			name := q
			if q == "" {
				name = "target"
			}
			d.errs.add(v.at, path, text.PackPeriodFalls.With(name, now.Text, before.Text))
		}
		before = now
	}
}

// addsUp reports a measure that a year only adds to.
func addsUp(k MeasureKind) bool {
	return k == MeasureCount || k == MeasureLevelPoints || k == MeasureSum || k == MeasureDistinct
}

// due is the share of what full marks take that is due by a month: by the targets of the quarters, evenly between them; by the
// months where there are none, or where the figure does not add up through the year.
func (l *Line) due(need *big.Rat, month int) *big.Rat {
	even := big.NewRat(int64(month), 12)
	in := l.work.in
	if len(in.Period) < len(quarterKeys) || !addsUp(in.Measure.Kind) || need.Sign() <= 0 {
		return even
	}
	from, to := new(big.Rat), need
	q := (month - 1) / 3
	if q > 0 {
		from = in.Period[quarterKeys[q-1]].Value
	}
	if q < len(quarterKeys) {
		to = in.Period[quarterKeys[q]].Value
	}
	due := new(big.Rat).Sub(to, from)
	due.Mul(due, big.NewRat(int64(month-3*q), 3))
	return due.Quo(due.Add(due, from), need)
}
