package scoring

import (
	"math/big"
	"slices"

	"yice/form"
	"yice/text"
)

// Deduction is a group of points off, an account of its own beside the bonus: for every row of a register that counts, for
// every item of a list that is answered 否, or as the regulator enters them for one enterprise.
type Deduction struct {
	ID, Name string
	Clauses  []string
	By       string  // "rows", "items", "entered"
	Measure  Measure // rows: kind count; items: kind checklist
	Each     Param   // points off for each row or item
	Points   Param   // entered: the points off; a pack's 0, set apart for an enterprise
	Cap      Param   // Value nil: none

	Overridable []string
	Line        int
}

var deductionSection = declare(sectionOf[*Deduction]{
	key: "deduction", title: text.TermDeductions, since: 2,
	kept: several(func(p *Pack) *[]Deduction { return &p.Deductions }), line: func(x *Deduction) *int { return &x.Line },
	id: func(x *Deduction) string { return x.ID }, name: func(x *Deduction) string { return x.Name },
	open: func(x *Deduction) *[]string { return &x.Overridable },
	says: []parameter[*Deduction]{
		identified(func(x *Deduction) *string { return &x.ID }),
		called(func(x *Deduction) *string { return &x.Name }),
		cites(func(x *Deduction) *[]string { return &x.Clauses }),
		{key: "by", is: isWord, must: must, title: text.PackSayBy, at: func(x *Deduction) any { return &x.By }, words: []option{
			{"rows", text.Pair{ZH: "每有一行扣分", EN: "points off for each row"}},
			{"items", text.Pair{ZH: "每有一项答「否」扣分", EN: "points off for each item answered no"}},
			{"entered", text.Pair{ZH: "由国资委确定扣分", EN: "points off as the regulator enters them"}},
		}},
		{key: "register", is: isText, title: text.PackSayRegister, read: deductionRows, as: "measure", say: func(p *Pack, x *Deduction) text.Pair { return x.Measure.words(p) }},
		{key: "where", is: isTable, title: text.PackSayWhere},
		{key: "year_by", is: isText, title: text.PackSayRowYear},
		{key: "dedupe", is: isText, title: text.PackSayOnce},
		{key: "evidence", is: isWord, hint: text.HintEvidence, words: wordsEvidence, title: text.PackSayEvidence},
		{key: "items", is: isList, title: text.PackSayItem, quiet: true, read: func(s *section, x *Deduction) {
			if x.By == "items" {
				x.Measure = Measure{Kind: MeasureChecklist, Items: s.list("items", true)}
			}
		}},
		{key: "each", is: isNumber, hint: text.HintEach, open: true, title: text.PackSayEach, rule: rulePoints, at: func(x *Deduction) any { return &x.Each }},
		{key: "points", is: isNumber, hint: text.HintPointsOff, open: true, title: text.PackSayPointsOff, rule: rulePoints, at: func(x *Deduction) any { return &x.Points }},
		{key: "cap", is: isNumber, hint: text.HintDeductionCap, open: true, title: text.PackSayDeductionCap, rule: rulePoints, at: func(x *Deduction) any { return &x.Cap }},
	},
	check: checkDeduction,
})

// deductionKeys are the keys by which each way to take points off goes: those it must have, then those it may.
var deductionKeys = map[string]struct{ must, may []string }{
	"rows":    {must: []string{"register", "each"}, may: []string{"where", "year_by", "dedupe", "evidence"}},
	"items":   {must: []string{"items", "each"}},
	"entered": {must: []string{"points"}},
}

// checkDeduction asks for what the way needs, and refuses what only another has a use for: it would be passed over in silence.
func checkDeduction(s *section, x *Deduction) {
	own, known := deductionKeys[x.By]
	if !known {
		return
	}
	for _, need := range own.must {
		if !s.n.has(need) {
			s.d.errs.add(s.n.at, s.path+"."+need, text.PackMissingKey.With(need))
		}
	}
	for _, key := range []string{"register", "where", "year_by", "dedupe", "evidence", "items", "each", "points"} {
		if s.got[key] != nil && !slices.Contains(own.must, key) && !slices.Contains(own.may, key) {
			s.d.errs.add(s.at(key), s.path+"."+key, text.PackIdleKey.With(key, x.By))
		}
	}
}

func deductionRows(s *section, x *Deduction) {
	if x.By == "rows" {
		x.Measure.Kind = MeasureCount
		s.d.rows(s, &x.Measure)
	}
}

type deductionKind struct{ plainKind }

func (*deductionKind) lines(s *Sheet, yield func(*Line) bool) bool {
	return eachLine(s.Deductions, yield)
}

// evaluate takes points off: what is certain, and with what waits for a decision. An item without an answer takes none.
func (k *deductionKind) evaluate(e *evaluation) {
	e.s.Deductions = make([]Line, len(e.p.Deductions))
	e.s.DeductionTotal = e.zero(e.line)
	for i := range e.p.Deductions {
		x := &e.p.Deductions[i]
		l := &e.s.Deductions[i]
		*l = Line{
			ID: x.ID, Name: x.Name, Says: e.p.Say(x.Name), Kind: "deduction", Clauses: e.cited(x.Clauses), Target: x.Cap,
			work: work{params: func() []Param { return k.section.params(x, e.p) }, format: asPoints, deduction: x},
		}
		sure, maybe := new(big.Rat).Set(orZero(x.Points)), new(big.Rat).Set(orZero(x.Points))
		if x.By != "entered" {
			got := e.measure(&x.Measure)
			l.work.got, l.work.tally = got, got.tally
			n, m := got.value, got.pending
			if x.By == "items" {
				n = got.refused()
				m = n
			}
			sure, maybe = new(big.Rat).Mul(n, orZero(x.Each)), new(big.Rat).Mul(m, orZero(x.Each))
		}
		l.Value, l.ValuePending = sure, maybe
		l.Exact, l.ExactPending = atMost(sure, x.Cap.Value), atMost(maybe, x.Cap.Value)
		l.Score = Pair{e.line.round(l.Exact), e.line.round(l.ExactPending)}
		l.showValue()
		e.s.DeductionTotal = e.s.DeductionTotal.plus(l.Score)
	}
}

// refused counts the items answered 否, or done too late.
func (g *measured) refused() *big.Rat {
	n := int64(0)
	for i := range g.items {
		if s := g.items[i].state; s == no || s == late {
			n++
		}
	}
	return big.NewRat(n, 1)
}

func (*deductionKind) explain(t *teller) {
	l, x := t.l, t.l.work.deduction
	t.e.Score = text.ScorePoints.With(l.Score.Confirmed.String())
	if x.Cap.Value != nil {
		t.e.Score = text.ScoreOf.With(l.Score.Confirmed.String(), trimmed(x.Cap.Value, 4))
	}
	switch x.By {
	case "rows":
		t.say(text.ScoreLabelRule, t.reading(l.work.tally.rule, x.Measure.title())...)
	case "items":
		t.say(text.ScoreLabelRule, text.ScoreRuleRefused.With(len(x.Measure.Items)))
	default:
		t.say(text.ScoreLabelRule, text.ScoreRuleEntered)
	}
	t.parameters()
	t.say(text.ScoreLabelFormula, withResult(x.formula(l.Value), l.Exact, l.Score.Confirmed))
	if l.Exact.Cmp(l.ExactPending) != 0 {
		t.say(text.ScoreLabelPending, withResult(x.formula(l.ValuePending), l.ExactPending, l.Score.Pending))
	}
	switch x.By {
	case "rows":
		t.records(l.work.tally, t.countedOne(l.work.tally.rule), nil)
	case "items":
		for i := range l.work.got.items {
			a := &l.work.got.items[i]
			u := Use{Form: "checklist", Key: a.item, Title: a.item, Says: t.s.Pack.Say(a.item)}
			if a.rec != nil {
				u.Row = a.rec.ID
			}
			if a.state == no || a.state == late {
				u.Counts = text.ScoreWhyNo
				t.e.Used = append(t.e.Used, u)
			}
		}
	}
}

// formula writes the points off with their numbers: so many times each, within the cap.
func (x *Deduction) formula(off *big.Rat) text.Pair {
	formula := text.Same(trimmed(off, 4))
	if x.By != "entered" && orZero(x.Each).Sign() > 0 {
		formula = text.Same(trimmed(new(big.Rat).Quo(off, x.Each.Value), 0) + " × " + shownParam(&x.Each))
	}
	if x.Cap.Value != nil {
		formula = text.ScoreCapped.With(trimmed(x.Cap.Value, 4), formula)
	}
	return formula
}

func (*deductionKind) account(s *Sheet, a *Account) {
	a.points("deductions", text.TermDeductions, text.TermDeductionTotal, s.Deductions, s.DeductionTotal, "")
}

// ownWords adds the items of lists to the names.
func (*deductionKind) ownWords(p *Pack, to []string) []string {
	for i := range p.Deductions {
		to = append(append(to, p.Deductions[i].Name), p.Deductions[i].Measure.Items...)
	}
	return to
}

type jsonDeductions struct {
	Groups      []jsonGroup `json:"groups"`
	Total       string      `json:"total"`
	WithPending string      `json:"with_pending"`
}

// jsonDeductions is nil where the pack takes nothing off.
func (s *Sheet) jsonDeductions() *jsonDeductions {
	if len(s.Deductions) == 0 {
		return nil
	}
	j := &jsonDeductions{Total: s.DeductionTotal.Confirmed.String(), WithPending: s.DeductionTotal.Pending.String()}
	for i := range s.Deductions {
		l := &s.Deductions[i]
		j.Groups = append(j.Groups, jsonGroup{l.ID, l.Score.Confirmed.String(), l.Score.Pending.String()})
	}
	return j
}

// deductionItems lists the items that deductions and conditions ask an enterprise about.
func (p *Pack) deductionItems(to []Item) []Item {
	for i := range p.Deductions {
		if m := &p.Deductions[i].Measure; m.Kind == MeasureChecklist {
			for _, it := range m.Items {
				to = append(to, Item{Text: it, Indicator: p.Deductions[i].ID})
			}
		}
	}
	for i := range p.Conditions {
		if m := &p.Conditions[i].Measure; m.Kind == MeasureChecklist {
			for _, it := range m.Items {
				to = append(to, Item{Text: it, Indicator: p.Conditions[i].ID})
			}
		}
	}
	return to
}

// deducts reports whether a row of form checklist answers an item of a deduction or a condition.
func (p *Pack) deducts(r *form.Record) bool {
	for i := range p.Conditions {
		if _, ok := p.Conditions[i].Measure.ItemNamed(r.Str("item")); ok {
			return true
		}
	}
	for i := range p.Deductions {
		if _, ok := p.Deductions[i].Measure.ItemNamed(r.Str("item")); ok {
			return true
		}
	}
	return false
}
