package scoring

import (
	"math/big"

	"yice/text"
)

// Indicator is one scored line.
type Indicator struct {
	ID, Name string
	Clauses  []string
	Chosen   bool // the document attaches no points; the pack weighs it as its own choice
	Measure  Measure
	Scale    Scale
	Target   Param            // Value nil: the scale needs none
	Weight   map[string]Param // by enterprise type
	// Period are the targets up to the end of a quarter, by q1, q2, q3; Target is that of the year.
	Period      map[string]Param
	Ways        []Way    //  in place of Measure, Scale and Target: the best of several
	Overridable []string // "target", …
	Line        int
}

var indicatorSection = declare(sectionOf[*Indicator]{
	key: "indicator", must: must, title: text.PackSayIndicators,
	kept: several(func(p *Pack) *[]Indicator { return &p.Indicators }), line: func(in *Indicator) *int { return &in.Line },
	id: func(in *Indicator) string { return in.ID }, name: func(in *Indicator) string { return in.Name },
	open: func(in *Indicator) *[]string { return &in.Overridable },
	says: []parameter[*Indicator]{
		identified(func(in *Indicator) *string { return &in.ID }),
		called(func(in *Indicator) *string { return &in.Name }),
		cites(func(in *Indicator) *[]string { return &in.Clauses }),
		{
			key: "chosen", is: isFlag, title: text.ScoreLabelNote, at: func(in *Indicator) any { return &in.Chosen },
			say: func(_ *Pack, in *Indicator) text.Pair {
				if in.Chosen {
					return text.ScoreChosen
				}
				return text.Pair{}
			},
		},
		{
			key: "measure", is: isTable, title: text.PackSayMeasure, at: func(in *Indicator) any { return &in.Measure }, help: "写了 `ways` 就不写，没写 `ways` 必写",
			read: func(s *section, in *Indicator) { in.Measure.read(s) }, within: measureTitle,
			say: func(p *Pack, in *Indicator) text.Pair { return in.Measure.words(p) },
		},
		{
			key: "scale", is: isTable, title: text.PackSayScale, at: func(in *Indicator) any { return &in.Scale }, quiet: true, help: "写了 `ways` 就不写，没写 `ways` 必写",
			read: func(s *section, in *Indicator) { in.Scale.read(s) }, within: scaleTitle,
			say: func(_ *Pack, in *Indicator) text.Pair { return in.Scale.words(in) },
		},
		{
			key: "target", is: isNumber, hint: text.HintTarget, open: true, title: text.ScoreParamTarget, at: func(in *Indicator) any { return &in.Target },
			read: func(s *section, in *Indicator) { in.Target = s.number("target", targetRule(in.Measure.Kind)) },
		},
		periodKey(),
		{
			key: "weight", is: isTable, hint: text.HintWeight, must: must, open: true, title: text.PackSayWeight, of: typeTitle, names: typesOfPack, rule: ruleWeight,
			at: func(in *Indicator) any { return &in.Weight }, read: readWeights,
			opens: func() []string { return append(scaleOpens(), measureOpens()...) },
		},
		waysKey(),
	},
	check: checkIndicator,
})

// checkIndicator asks for a measure and a scale where there are no ways.
func checkIndicator(s *section, in *Indicator) {
	if s.n.has("ways") {
		return
	}
	for _, key := range []string{"measure", "scale"} {
		if !s.n.has(key) {
			s.d.errs.add(s.n.at, s.path+"."+key, text.PackMissingKey.With(key))
		}
	}
	s.d.checkScale(s, in)
	s.d.checkQuarters(s, in)
}

// readWeights reads the weights by type: one for every type of the pack.
func readWeights(s *section, in *Indicator) {
	in.Weight = s.numbersBy("weight", s.d.p.Types, ruleWeight)
	for t, w := range in.Weight {
		w.Origin = FromType
		in.Weight[t] = w
	}
	s.d.allTypes(s, "weight", s.got["weight"])
}

// allTypes asks that a table by type has every type of the pack: a weight left out is not silently nothing.
func (d *decoder) allTypes(s *section, key string, v *node) {
	if v == nil || len(v.entries) == 0 {
		return
	}
	for _, t := range d.p.Types {
		if !v.has(t) {
			d.errs.add(v.at, s.path+"."+key, text.PackMissingType.With(t))
		}
	}
}

// targetRule: counts and amounts are plain figures, ratios and growths may be percents; of an unknown measure nobody knows.
func targetRule(k MeasureKind) numberRule {
	if k == MeasurePer {
		return rulePoint
	}
	if k == MeasureRatio || k == MeasureGrowth || k == "" {
		return ruleRatio
	}
	return ruleTarget
}

// checkScale asks that measure, scale and target go together.
func (d *decoder) checkScale(s *section, in *Indicator) {
	list, share := in.Measure.Kind == MeasureChecklist, in.Scale.Kind == ScaleFraction
	if in.Measure.Kind != "" && in.Scale.Kind != "" && list != share {
		d.errs.add(s.at("scale"), s.path+".scale.kind", text.PackScaleMeasure.With(string(in.Measure.Kind), string(in.Scale.Kind)))
		return
	}
	d.checkLower(s, in)
	needs := needsTarget(&in.Scale)
	switch {
	case needs && !s.n.has("target"):
		d.errs.add(s.n.at, s.path+".target", text.PackNoTarget.With(string(in.Scale.Kind)))
	case in.Scale.Kind != "" && !needs && s.got["target"] != nil:
		d.errs.add(s.at("target"), s.path+".target", text.PackIdleTarget.With(string(in.Scale.Kind)))
	}
	if in.Scale.Kind == ScaleEfficacy && in.Target.Value != nil && in.Scale.Floor.Value != nil && in.Scale.cmp(in.Scale.Floor.Value, in.Target.Value) >= 0 {
		say := text.PackFloorTarget
		if in.Scale.Lower {
			say = text.PackFloorTargetLower
		}
		d.errs.add(s.at("scale"), s.path+".scale.floor", say.With(in.Scale.Floor.Text, in.Target.Text))
	}
}

// checkLower: where less is better, growth from nothing earns nothing; and a row that waits for its recognition would count
// as one that did not happen.
func (d *decoder) checkLower(s *section, in *Indicator) {
	if !in.Scale.Lower {
		return
	}
	m := s.got["measure"]
	if in.Measure.Kind == MeasureGrowth {
		if v := m.get("zero_base"); v != nil && v.text == "top" {
			d.errs.add(v.at, s.path+".measure.zero_base", text.PackLowerZeroBase)
		}
		in.Measure.ZeroBase = "zero"
	}
	if in.Measure.Evidence { // of a quotient's parts each way is possible, and the figure with what is pending says which
		d.errs.add(m.get("evidence").at, s.path+".measure.evidence", text.PackLowerEvidence)
	}
}

type indicatorKind struct{ plainKind }

// paramsFor lists what a line rests on for one type of enterprise: its weight and target first.
func (k *indicatorKind) paramsFor(in *Indicator, typ string, p *Pack) []Param {
	to := set(nil, in.Weight[typ], in.Target)
	return in.Scale.params(in.Measure.params(to, p), p)
}

// ownWords adds the items of checklists to the names of the lines.
func (k *indicatorKind) ownWords(p *Pack, to []string) []string {
	for i := range p.Indicators {
		in := &p.Indicators[i]
		to = append(append(to, in.Name), in.Measure.Items...)
		for k := range in.Ways {
			to = append(to, in.Ways[k].Name)
		}
		in.measures(func(m *Measure) { to = m.ownUnits(to) })
	}
	return to
}

// ownUnits adds the units that a measure has in the pack's own words.
func (m *Measure) ownUnits(to []string) []string {
	m.each(func(part *Measure) {
		if part.Unit != "" {
			to = append(to, part.Unit)
		}
	})
	return to
}

func (*indicatorKind) lines(s *Sheet, yield func(*Line) bool) bool {
	return eachLine(s.Indicators, yield)
}

// evaluate scores every indicator: round once a line, then add the rounded lines.
func (k *indicatorKind) evaluate(e *evaluation) {
	e.s.Indicators = make([]Line, len(e.p.Indicators))
	e.s.Innovation = e.zero(e.line)
	e.s.Unfilled = e.s.Innovation.Confirmed
	for i := range e.p.Indicators {
		l := &e.s.Indicators[i]
		if in := &e.p.Indicators[i]; len(in.Ways) > 0 {
			k.best(e, in, l)
		} else {
			k.score(e, in, l)
		}
		e.s.Innovation = e.s.Innovation.plus(l.Score)
		e.s.Unfilled = e.s.Unfilled.plus(l.Unfilled)
	}
}

func (k *indicatorKind) score(e *evaluation, in *Indicator, l *Line) {
	year := in
	in, quarter := in.upTo(e.f.Through())
	weight := in.Weight[e.f.Type]
	*l = Line{
		ID: in.ID, Name: in.Name, Says: e.p.Say(in.Name), Kind: "indicator", Clauses: e.cited(in.Clauses), Chosen: in.Chosen,
		Weight: weight, Target: in.Target, work: work{params: func() []Param { return k.paramsFor(in, e.f.Type, e.p) }, in: in, year: year, quarter: quarter, format: in.format()},
	}
	full := weight.Value
	if full == nil { // a type the pack does not know: nothing can be earned
		full = new(big.Rat)
	}
	got := e.measure(&in.Measure)
	l.work.got, l.work.tally, l.Inputs = got, got.tally, got.inputs
	l.Value, l.ValuePending = got.value, got.pending
	if got.status == "" && needsTarget(&in.Scale) && (in.Target.Value == nil || in.Target.Value.Sign() <= 0 && !in.Scale.Lower) {
		got.status = NotDefined
	}
	l.TargetText = targetText(in, l.work.format)
	if in.Measure.inOwnUnit() {
		l.Unit = e.s.unitOf(l)
	}
	switch got.status {
	case NoData, NotDefined, NotComparable:
		l.Status = got.status
		l.Exact, l.ExactPending = new(big.Rat), new(big.Rat)
		e.lacks(l, got.missing...)
		l.Score, l.Unfilled = e.zero(e.line), e.line.round(full)
		l.showValue()
		return
	}
	if at, _ := in.goal(got.total); in.Scale.Lower && got.idle && at != nil && at.Sign() < 0 {
		got.stuck = true // less than nothing there cannot be
		l.work.got = got
	}
	share, sharePending := in.share(&got)
	l.Exact = share.Mul(share, full)
	l.ExactPending = sharePending.Mul(sharePending, full)
	l.Score = Pair{e.line.round(l.Exact), e.line.round(l.ExactPending)}
	l.Unfilled = Dec{0, l.Score.Confirmed.Places}
	if got.filled != nil {
		filled := in.shareOf(got.filled, got.total)
		l.Unfilled = e.line.round(filled.Mul(filled, full)).minus(l.Score.Confirmed)
	}
	l.showValue()
	l.Status = Reached
	switch gap := in.gap(&got); {
	case got.stuck:
		l.Status = Short
	case gap != nil:
		l.Status = Short
		l.GapRat, l.NeedRat = gap, in.need(&got)
		l.GapText = l.work.format.up(gap)
	}
}

// explain tells a scored line.
func (*indicatorKind) explain(t *teller) {
	l := t.l
	in := l.work.in
	t.e.Score = text.ScoreOf.With(l.Score.Confirmed.String(), t.fullText())
	t.say(text.ScoreLabelRule, append(in.Measure.by().reading(t, &in.Measure), in.Scale.words(in))...)
	t.target()
	t.parameters()
	t.inputs()
	t.ways()
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
	in.Measure.by().records(t)
}

// format is how the value of a line is shown.
func (in *Indicator) format() figure {
	if k := in.Measure.by(); k != nil {
		return k.format(in)
	}
	return asNumber
}

var indicatorTerms = []Term{
	{Name: text.TermValue},
	{Name: text.TermTarget},
	{Name: text.TermWeight},
	{Name: text.TermScore},
	{Name: text.TermPending},
	{Name: text.TermUnfilled},
	{Name: text.TermStatus, Words: true},
	{Name: text.TermGap, Words: true},
}

func (*indicatorKind) account(s *Sheet, a *Account) {
	sec := a.begin("indicators", text.TermIndicators, indicatorTerms...)
	for i := range s.Indicators {
		l := &s.Indicators[i]
		title := l.in(l.Unit)
		if !l.By.Empty() {
			title = text.ScoreWayOf.With(title, l.By)
		}
		sec.add(AccountRow{ID: l.ID, Title: title, Line: l, Unit: text.ScoreUnitPoints, Pair: &l.Score, Cells: []Cell{
			orAbsent(l.ValueText), orAbsent(l.Goal()), orAbsent(l.Weight.Text), figureCell(l.Score.Confirmed.String()), figureCell(l.Score.Pending.String()),
			orBlank(l.Unfilled),
			{Text: l.Status.Title()},
			figureCell(l.GapText),
		}})
	}
	sec.add(AccountRow{ID: "innovation", Title: text.TermInnovation, Total: true, Unit: text.ScoreUnitPoints, Pair: &s.Innovation, Cells: []Cell{
		{}, {}, figureCell(s.FullMarks()), figureCell(s.Innovation.Confirmed.String()), figureCell(s.Innovation.Pending.String()), orBlank(s.Unfilled), {}, {},
	}})
	for i := range s.Indicators {
		if q := s.Indicators[i].work.quarter; q > 0 {
			sec.Says = append(sec.Says, text.AccountQuarter.With(q))
			break
		}
	}
	sec.Says = append(sec.Says, text.AccountContributes.With(s.AnnualContribution.Confirmed.String(), s.AnnualContribution.Pending.String()))
}

// FullMarks is the sum of the weights, as far as they are set.
func (s *Sheet) FullMarks() string {
	sum := new(big.Rat)
	for i := range s.Indicators {
		if w := s.Indicators[i].Weight.Value; w != nil {
			sum.Add(sum, w)
		}
	}
	return trimmed(sum, 2)
}
