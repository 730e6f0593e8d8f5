package scoring

import (
	"cmp"
	"math/big"

	"yice/text"
)

// Requirement is a condition without points: a figure, or the score of a line, that must lie within bounds, or items that must all be
// answered 是. It is met, not met, or unknown; what is not known is never taken for either.
type Requirement struct {
	ID, Name                  string
	Clauses                   []string
	Measure                   Measure
	Score                     string // the line whose score it looks at, or "innovation"; "" where it measures
	Least, Above, Most, Below Param
	Overridable               []string
	Line                      int
}

var conditionSection = declare(sectionOf[*Requirement]{
	key: "condition", title: text.TermConditions, since: 2,
	kept: several(func(p *Pack) *[]Requirement { return &p.Conditions }), line: func(x *Requirement) *int { return &x.Line },
	id: func(x *Requirement) string { return x.ID }, name: func(x *Requirement) string { return x.Name },
	open: func(x *Requirement) *[]string { return &x.Overridable },
	says: []parameter[*Requirement]{
		identified(func(x *Requirement) *string { return &x.ID }),
		called(func(x *Requirement) *string { return &x.Name }),
		cites(func(x *Requirement) *[]string { return &x.Clauses }),
		{
			key: "measure", is: isTable, title: text.PackSayMeasure, at: func(x *Requirement) any { return &x.Measure }, within: measureTitle,
			help: "看哪个量；`checklist` 是各项都答「是」才符合，不写上下限。与 `score` 写一个",
			read: func(s *section, x *Requirement) { x.Measure.read(s) }, say: func(p *Pack, x *Requirement) text.Pair { return x.Measure.words(p) },
		},
		{
			key: "score", is: isText, title: text.PackSayConditionOn, at: func(x *Requirement) any { return &x.Score },
			help: "一项指标的编号，或 `\"innovation\"`（创新指标分）：看已确认的得分",
			say:  func(_ *Pack, x *Requirement) text.Pair { return text.Same(x.Score) },
		},
		bound("least", text.PackSayLeast, func(x *Requirement) *Param { return &x.Least }),
		bound("above", text.PackSayAbove, func(x *Requirement) *Param { return &x.Above }),
		bound("most", text.PackSayMost, func(x *Requirement) *Param { return &x.Most }),
		bound("below", text.PackSayBelow, func(x *Requirement) *Param { return &x.Below }),
	},
	check: checkCondition,
})

func bound(key string, title text.Pair, at func(*Requirement) *Param) parameter[*Requirement] {
	return parameter[*Requirement]{
		key: key, is: isNumber, hint: text.HintBound, open: true, title: title, rule: rulePoint, at: func(x *Requirement) any { return at(x) },
		help: map[string]string{"least": "≥，四个可以写一头，也可以两头都写", "above": ">", "most": "≤", "below": "<"}[key],
	}
}

// checkCondition asks that there is one thing to look at, and bounds that some figure can keep.
func checkCondition(s *section, x *Requirement) {
	d := s.d
	if measure, score := s.n.has("measure"), s.n.has("score"); measure == score && !s.n.lost {
		d.errs.add(s.n.at, s.path, text.PackConditionOne)
		return
	}
	if x.Score != "" && x.Score != "innovation" {
		ids := []string{"innovation"}
		for i := range d.p.Indicators {
			ids = append(ids, d.p.Indicators[i].ID)
		}
		if d.indicator(x.Score) == nil && !d.root.lost {
			d.errs.addNear(s.at("score"), s.path+".score", text.PackUnknownName.With(legible(x.Score), among(ids)), d.near(x.Score, ids))
		}
	}
	some := false
	for _, key := range []string{"least", "above", "most", "below"} {
		some = some || s.n.has(key)
		if x.Measure.Kind == MeasureChecklist && s.got[key] != nil {
			d.errs.add(s.at(key), s.path+"."+key, text.PackConditionItems.With(key))
		}
	}
	if !some && x.Measure.Kind != MeasureChecklist && (x.Measure.Kind != "" || x.Score != "") {
		d.errs.add(s.n.at, s.path, text.PackConditionBound)
	}
	for _, both := range [][2]string{{"least", "above"}, {"most", "below"}} {
		if s.got[both[0]] != nil && s.got[both[1]] != nil {
			d.errs.add(s.at(both[1]), s.path+"."+both[1], text.PackConditionBoth.With(both[0], both[1]))
		}
	}
	low, high := &x.Least, &x.Most
	lowTitle, highTitle := text.PackSayLeast, text.PackSayMost
	if x.Above.Value != nil {
		low, lowTitle = &x.Above, text.PackSayAbove
	}
	if x.Below.Value != nil {
		high, highTitle = &x.Below, text.PackSayBelow
	}
	if low.Value != nil && high.Value != nil {
		if c := low.Value.Cmp(high.Value); c > 0 || c == 0 && (low == &x.Above || high == &x.Below) {
			d.errs.add(s.n.at, s.path, text.PackConditionNothing.With(lowTitle, low.Text, highTitle, high.Text))
		}
	}
}

func (d *decoder) indicator(id string) *Indicator {
	for i := range d.p.Indicators {
		if d.p.Indicators[i].ID == id {
			return &d.p.Indicators[i]
		}
	}
	return nil
}

// holds reports whether a figure keeps the bounds.
func (x *Requirement) holds(v *big.Rat) bool {
	return (x.Least.Value == nil || v.Cmp(x.Least.Value) >= 0) && (x.Above.Value == nil || v.Cmp(x.Above.Value) > 0) &&
		(x.Most.Value == nil || v.Cmp(x.Most.Value) <= 0) && (x.Below.Value == nil || v.Cmp(x.Below.Value) < 0)
}

func (x *Requirement) verdict(v *big.Rat) Status {
	if x.holds(v) {
		return Met
	}
	return NotMet
}

type conditionKind struct{ plainKind }

func (*conditionKind) lines(s *Sheet, yield func(*Line) bool) bool {
	return eachLine(s.Conditions, yield)
}

// ownWords adds the items and units of the pack's own to the names.
func (*conditionKind) ownWords(p *Pack, to []string) []string {
	for i := range p.Conditions {
		x := &p.Conditions[i]
		to = x.Measure.ownUnits(append(append(to, x.Name), x.Measure.Items...))
	}
	return to
}

// total judges every condition: behind the lines, whose scores some of them look at.
func (k *conditionKind) total(e *evaluation) {
	if len(e.p.Conditions) == 0 {
		return
	}
	e.s.Conditions = make([]Line, len(e.p.Conditions))
	for i := range e.p.Conditions {
		x, l := &e.p.Conditions[i], &e.s.Conditions[i]
		*l = Line{ID: x.ID, Name: x.Name, Says: e.p.Say(x.Name), Kind: "condition", Clauses: e.cited(x.Clauses)}
		l.work.condition = x
		l.work.params = func() []Param { return paramsOf(nil, k.section.says, x, e.p) }
		l.work.in = &Indicator{ID: x.ID, Measure: x.Measure}
		if x.Score != "" {
			k.ofScore(e, x, l)
		} else {
			k.ofMeasure(e, x, l)
		}
		e.s.Qualified = worse(e.s.Qualified, l.Status)
		e.s.QualifiedPending = worse(e.s.QualifiedPending, l.work.verdictPending)
	}
}

// worse of two verdicts: one that is not met decides, one that is unknown leaves it open.
func worse(a, b Status) Status {
	for _, s := range []Status{NotMet, Unsure, Met} {
		if a == s || b == s {
			return s
		}
	}
	return ""
}

func (k *conditionKind) ofMeasure(e *evaluation, x *Requirement, l *Line) {
	got := e.measure(&x.Measure)
	l.work.got, l.work.tally = got, got.tally
	l.Value, l.ValuePending, l.Inputs = got.value, got.pending, got.inputs
	l.work.format = l.work.in.format()
	l.TargetText = x.wanted(l.work.format).ZH
	switch {
	case got.status != "" || got.top || got.value == nil: // growth from nothing has no figure
		l.Status, l.work.verdictPending = Unsure, Unsure
		e.lacks(l, got.missing...)
	case x.Measure.Kind == MeasureChecklist:
		all := big.NewRat(got.total, 1)
		l.Status = NotMet
		switch {
		case got.value.Cmp(all) == 0:
			l.Status = Met
		case got.filled != nil && got.filled.Cmp(all) == 0:
			l.Status = Unsure
		}
		l.work.verdictPending = l.Status
	default:
		l.Status, l.work.verdictPending = x.verdict(got.value), x.verdict(got.pending)
		l.GapText = x.short(got.value, l.work.format)
	}
	l.showValue()
}

// ofScore looks at the score of a line. What its figures and answers that are missing may still bring leaves it open.
func (k *conditionKind) ofScore(e *evaluation, x *Requirement, l *Line) {
	score, unfilled := e.s.Innovation, e.s.Unfilled
	if x.Score != "innovation" {
		of := e.s.Line(x.Score)
		if of == nil {
			l.Status, l.work.verdictPending = Unsure, Unsure
			return
		}
		score, unfilled = of.Score, of.Unfilled
	}
	l.work.format = asPoints
	l.Value, l.ValuePending = score.Confirmed.Rat(), score.Pending.Rat()
	l.TargetText = x.wanted(asPoints).ZH
	l.Status, l.work.verdictPending = x.open(score.Confirmed, unfilled), x.open(score.Pending, unfilled)
	if l.Status == NotMet {
		l.GapText = x.short(l.Value, asPoints)
	}
	l.ValueText, l.ValuePendingText = score.Confirmed.String(), score.Pending.String()
}

// open judges a score that may still rise by so much.
func (x *Requirement) open(score, more Dec) Status {
	now, then := x.verdict(score.Rat()), x.verdict(score.plus(more).Rat())
	if now != then {
		return Unsure
	}
	return now
}

// wanted says the bounds with their signs.
func (x *Requirement) wanted(as figure) text.Pair {
	if x.Measure.Kind == MeasureChecklist {
		return text.ScoreWantItems.With(len(x.Measure.Items))
	}
	var all []text.Pair
	for _, b := range []struct {
		p   *Param
		say text.Pair
	}{{&x.Least, text.ScoreWantLeast}, {&x.Above, text.ScoreWantAbove}, {&x.Most, text.ScoreWantMost}, {&x.Below, text.ScoreWantBelow}} {
		if b.p.Value != nil {
			shown := cmp.Or(b.p.Text, as.show(b.p.Value))
			all = append(all, b.say.With(shown))
		}
	}
	switch len(all) {
	case 0:
		return text.Pair{}
	case 1:
		return all[0]
	}
	return text.ScoreWantBoth.With(all[0], all[1])
}

// short is how far a figure is from the bounds, "" where it keeps them.
func (x *Requirement) short(v *big.Rat, as figure) string {
	if x.holds(v) {
		return ""
	}
	for _, b := range []*Param{&x.Least, &x.Above, &x.Most, &x.Below} {
		if b.Value == nil {
			continue
		}
		d := new(big.Rat).Sub(b.Value, v)
		if b == &x.Most || b == &x.Below {
			d.Neg(d)
		}
		if d.Sign() > 0 {
			return as.up(d)
		}
	}
	return "" // it stands on a bound that it must be beyond
}

func (*conditionKind) explain(t *teller) {
	l, x := t.l, t.l.work.condition
	t.e.Score = l.Status.Title()
	if x.Score != "" {
		t.say(text.ScoreLabelRule, text.ScoreOfLine.With(t.s.lineTitle(x.Score)), text.ScoreRuleCondition)
	} else {
		t.say(text.ScoreLabelRule, append(x.Measure.by().reading(t, &x.Measure), text.ScoreRuleCondition)...)
	}
	t.parameters()
	t.inputs()
	if len(l.Missing) > 0 {
		t.missing(text.ScoreMissingWan)
	} else if x.Score == "" && l.Value != nil {
		t.say(text.ScoreLabelFormula, x.Measure.by().formula(t)...)
	}
	shown := text.ScoreNoFigure
	if l.Value != nil {
		shown = t.unit(l.ValueText)
	}
	lines := []text.Pair{text.ScoreCompared.With(shown, x.wanted(l.work.format), l.Status.Title())}
	if x.Score != "" && l.Status == Unsure {
		lines = append(lines, text.ScoreConditionOpen)
	}
	t.say(text.TermVerdict, lines...)
	if l.work.verdictPending != l.Status {
		t.say(text.ScoreLabelPending, text.ScoreCompared.With(t.unit(l.ValuePendingText), x.wanted(l.work.format), l.work.verdictPending.Title()))
	}
	if x.Score == "" {
		x.Measure.by().records(t)
	}
}

// lineTitle names a line, or the innovation score.
func (s *Sheet) lineTitle(id string) text.Pair {
	if l := s.Line(id); l != nil {
		return l.Title()
	}
	return text.TermInnovation
}

var conditionTerms = []Term{
	{Name: text.TermValue},
	{Name: text.TermRequirement},
	{Name: text.TermVerdict, Words: true},
	{Name: text.TermPending, Words: true},
	{Name: text.TermGap},
}

func (*conditionKind) account(s *Sheet, a *Account) {
	if len(s.Conditions) == 0 {
		return
	}
	sec := a.begin("conditions", text.TermConditions, conditionTerms...)
	for i := range s.Conditions {
		l := &s.Conditions[i]
		value := figureCell(l.ValueText)
		if l.Value == nil {
			value = Cell{State: Missing}
		}
		sec.add(AccountRow{ID: l.ID, Title: l.in(s.unitOf(l)), Line: l, Unit: s.unitOf(l), Cells: []Cell{
			value, {Text: l.work.condition.wanted(l.work.format)}, {Text: l.Status.Title()}, {Text: l.work.verdictPending.Title()}, figureCell(l.GapText),
		}})
	}
	count := func(of func(*Line) Status) text.Pair {
		not, unsure := 0, 0
		for i := range s.Conditions {
			switch of(&s.Conditions[i]) {
			case NotMet:
				not++
			case Unsure:
				unsure++
			}
		}
		switch {
		case not > 0:
			return text.AccountNotAllMet.With(not, unsure)
		case unsure > 0:
			return text.AccountUnsure.With(unsure)
		}
		return text.AccountAllMet.With(len(s.Conditions))
	}
	say := count(func(l *Line) Status { return l.Status })
	if pending := count(func(l *Line) Status { return l.work.verdictPending }); pending != say {
		say = say.Then(text.AccountMetPending.With(pending))
	}
	sec.Says = []text.Pair{say}
}

type jsonConditions struct {
	All         Status          `json:"all"`
	WithPending Status          `json:"with_pending"`
	Items       []jsonCondition `json:"items"`
}

type jsonCondition struct {
	ID          string   `json:"id"`
	Title       string   `json:"title"`
	Clauses     []string `json:"clauses"`
	Value       *string  `json:"value"`
	Required    string   `json:"required"`
	Status      Status   `json:"status"`
	WithPending Status   `json:"with_pending"`
	Gap         *string  `json:"gap"`
}

// jsonConditions is nil where the pack has none.
func (s *Sheet) jsonConditions() *jsonConditions {
	if len(s.Conditions) == 0 {
		return nil
	}
	j := &jsonConditions{All: s.Qualified, WithPending: s.QualifiedPending}
	for i := range s.Conditions {
		l := &s.Conditions[i]
		ids := make([]string, len(l.Clauses))
		for k := range ids {
			ids[k] = l.Clauses[k].ID
		}
		j.Items = append(j.Items, jsonCondition{l.ID, l.Name, ids, orNull(l.ValueText), l.TargetText, l.Status, l.work.verdictPending, orNull(l.GapText)})
	}
	return j
}
