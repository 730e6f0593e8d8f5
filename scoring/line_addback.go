package scoring

import (
	"math/big"

	"yice/form"
	"yice/text"
)

// Addback is C06: R&D treated as profit, the increment at its own rate.
type Addback struct {
	Clauses        []string
	Reading        string // "A" base at base rate + increment at increment rate; "B" all at base rate + a further increment rate of the increment
	Basis          string // "expensed" or "total"
	GovernmentFund string // "exclude" or "include"
	BaseRate       Param
	IncrementRate  Param
	Scope          string // Q5: "entity" (default) legal entity, "consolidated"; shown, the facts are one or the other
	BaseYear       string // Q4: "previous", the only one there are facts for
	Decrease       string // Q4: "zero" (default) a fall counts no increment; "deduct": a fall counts against at the increment rate
	NoPrevYear     string // Q4: without a year before: "base" (default) all is base; "increment" all is increment; "missing" 缺数据
	// OriginalRate is the extra rate for 原创技术 lines (Q15); Value nil: shown only.
	OriginalRate Param
	// KeyRates are the rates of own expensed lines of major projects, by level, in place of BaseRate for them
	// (level-rated add-back); empty: none.
	KeyRates map[string]Param
	// Recognition says what recognition governs (Q6): "projects_platforms" (default), "all" (the add-back too: it takes
	// annual.rd_recognised, then Recognised is set), "platforms" (deemed projects then count without: Evidence is false).
	Recognition string
	// Recognised: the add-back takes annual.rd_recognised (Q6 "all three").
	Recognised  bool
	Overridable []string
	Line        int
}

var addbackSection = declare(sectionOf[*Addback]{
	key: "addback", title: text.ScoreAddback,
	kept: once(func(p *Pack) **Addback { return &p.Addback }), line: func(a *Addback) *int { return &a.Line },
	open: func(a *Addback) *[]string { return &a.Overridable },
	says: []parameter[*Addback]{
		cites(func(a *Addback) *[]string { return &a.Clauses }),
		{key: "reading", is: isWord, hint: text.HintReading, must: must, title: text.PackSayReading, at: func(a *Addback) any { return &a.Reading }, words: []option{
			{"A", text.Pair{ZH: "A：基数加增量", EN: "A: base and increment"}},
			{"B", text.Pair{ZH: "B：全额，增量另加", EN: "B: all, and the increment again"}},
		}},
		{key: "basis", is: isWord, hint: text.HintBasis, must: must, title: text.PackSayBasis, at: func(a *Addback) any { return &a.Basis }, words: []option{
			{"expensed", text.Pair{ZH: "费用化", EN: "expensed"}},
			{"total", text.Pair{ZH: "费用化与资本化", EN: "expensed and capitalised"}},
		}},
		{key: "government_fund", is: isWord, hint: text.HintGovernment, must: must, title: text.PackSayGovernment, at: func(a *Addback) any { return &a.GovernmentFund }, words: []option{
			{"exclude", text.Pair{ZH: "扣除财政资金", EN: "without government money"}},
			{"include", text.Pair{ZH: "不扣财政资金", EN: "with government money"}},
		}},
		{key: "scope", is: isWord, hint: text.HintScope, absent: "entity", title: text.PackSayScope, at: func(a *Addback) any { return &a.Scope }, words: []option{
			{"entity", text.Pair{ZH: "法人口径", EN: "legal entity"}},
			{"consolidated", text.Pair{ZH: "合并口径", EN: "consolidated"}},
		}},
		{key: "base_year", is: isWord, absent: "previous", title: text.PackSayBaseYear, at: func(a *Addback) any { return &a.BaseYear }, words: []option{
			{"previous", text.Pair{ZH: "上年", EN: "the year before"}},
		}},
		{key: "decrease", is: isWord, hint: text.HintDecrease, must: must, title: text.PackSayDecrease, at: func(a *Addback) any { return &a.Decrease }, words: []option{
			{"zero", text.Pair{ZH: "研发下降时增量按零计", EN: "a fall counts no increment"}},
			{"deduct", text.Pair{ZH: "研发下降时倒扣增量", EN: "a fall counts against"}},
		}},
		{key: "no_prev_year", is: isWord, hint: text.HintNoPrev, must: must, title: text.PackSayNoPrev, at: func(a *Addback) any { return &a.NoPrevYear }, words: []option{
			{"base", text.Pair{ZH: "无上年数时全部按基数计", EN: "without a year before all is base"}},
			{"increment", text.Pair{ZH: "无上年数时全部按增量计", EN: "without a year before all is increment"}},
			{"missing", text.Pair{ZH: "无上年数时按缺数据处理", EN: "without a year before there is no figure"}},
		}},
		{key: "recognition", is: isWord, hint: text.HintRecognition, absent: "projects_platforms", title: text.PackSayRecognition, at: func(a *Addback) any { return &a.Recognition }, words: []option{
			{"projects_platforms", text.Pair{ZH: "认定管项目和平台", EN: "recognition governs projects and platforms"}},
			{"all", text.Pair{ZH: "研发投入、项目、平台都须认定", EN: "R&D, projects and platforms must be recognised"}},
			{"platforms", text.Pair{ZH: "只有平台须认定", EN: "only platforms must be recognised"}},
		}},
		{key: "base_rate", is: isNumber, hint: text.HintBaseRate, must: must, open: true, title: text.ScoreParamBaseRate, rule: ruleShare, at: func(a *Addback) any { return &a.BaseRate }},
		{key: "increment_rate", is: isNumber, hint: text.HintIncrement, must: must, open: true, title: text.ScoreParamIncrement, rule: ruleShare, at: func(a *Addback) any { return &a.IncrementRate }},
		{key: "original_rate", is: isNumber, hint: text.HintOriginal, open: true, title: text.ScoreParamOriginal, rule: ruleShare, at: func(a *Addback) any { return &a.OriginalRate }},
		{
			key: "key_rates", is: isTable, hint: text.HintKeyRate, open: true, title: text.ScoreParamKeyRate, of: levelTitle, names: levelsOfPack, rule: ruleShare,
			at: func(a *Addback) any { return &a.KeyRates },
		},
	},
	check: func(_ *section, a *Addback) { a.Recognised = a.Recognition == "all" },
})

type addbackKind struct{ plainKind }

func (*addbackKind) lines(s *Sheet, yield func(*Line) bool) bool {
	return s.Addback.ID == "" || yield(&s.Addback)
}

// addbackWork is how R&D became profit: 分 until the rates.
type addbackWork struct {
	cur, base, inc int64
	noPrevMissing  bool // the pack wants a year before, and there is none
	recognised     bool // cur is annual.rd_recognised
	original       int64
	exact          *big.Rat
	keyed          []keyedProject
	ledger         RD   // this year's, for the explanation
	before         *RD  // last year's; nil: none
	incomparable   bool // last year's is known, for other months
}

// evaluate computes C06 under the pack's reading, and beside it under every combination of Q1–Q3.
func (k *addbackKind) evaluate(e *evaluation) {
	a := e.p.Addback
	if a == nil {
		return
	}
	l := &e.s.Addback
	*l = Line{ID: "addback", Name: text.ScoreAddback.ZH, Says: text.ScoreAddback, Kind: "addback", Clauses: e.cited(a.Clauses), work: work{params: func() []Param { return k.section.params(a, e.p) }, format: asMoney}}
	keyed := e.keyProjects(a)
	own := choice{a.Reading, a.Basis, a.GovernmentFund}
	w := e.addbackBy(own, a, keyed, true)
	l.work.add, l.work.addPending = w, e.addbackBy(own, a, keyed, false)
	l.Exact, l.ExactPending = w.exact, l.work.addPending.exact
	if w.noPrevMissing {
		l.Status = NoData
		l.Exact = nil
		e.lacks(l, prevFact(a.Basis))
	}
	if a.Recognised {
		if _, ok := e.annual("rd_recognised"); !ok {
			l.Status = NoData
			l.Exact = nil
			e.lacks(l, "fin.rd_recognised")
		}
	}
	l.Score = e.roundedLine(l)
	e.s.Alternatives = make(map[string]Dec, len(choices))
	for i, c := range choices {
		e.s.Alternatives[choiceNames[i]] = e.money.round(e.addbackBy(c, a, keyed, true).exact)
	}
}

func prevFact(basis string) string {
	if basis == "total" {
		return "rd.total_prev"
	}
	return "rd.expensed_prev"
}

// addbackBy computes the add-back of one combination. confirmed takes only what is recognised, where the pack asks for it;
// without the recognised figure (or, where the pack says so, the year before) confirmed is nothing.
func (e *evaluation) addbackBy(c choice, a *Addback, keyed []keyedProject, confirmed bool) *addbackWork {
	w := &addbackWork{
		cur: c.of(&e.f.Ledger), keyed: keyed, original: e.f.Ledger.Original, exact: new(big.Rat),
		ledger: e.f.Ledger, before: e.f.Prev, incomparable: e.f.Incomparable(),
	}
	if a.Recognised {
		n, ok := e.annual("rd_recognised")
		switch {
		case ok:
			w.cur, w.recognised = n, true
		case confirmed:
			return w
		}
	}
	if e.f.Prev == nil {
		switch a.NoPrevYear {
		case "increment":
			if !e.f.Incomparable() { // a year before of other months makes no increment of what it does not say
				w.inc = w.cur
			}
		case "missing":
			w.noPrevMissing = true
			if confirmed {
				return w
			}
		}
	} else {
		w.inc = form.Plus(w.cur, -c.of(e.f.Prev))
		if w.inc < 0 && a.Decrease != "deduct" {
			w.inc = 0
		}
	}
	w.base = w.cur
	if c.reading != "B" {
		w.base = form.Plus(w.base, -w.inc)
	}
	w.exact.Mul(wan(w.base), orZero(a.BaseRate))
	w.exact.Add(w.exact, new(big.Rat).Mul(wan(w.inc), orZero(a.IncrementRate)))
	if a.OriginalRate.Value != nil {
		w.exact.Add(w.exact, new(big.Rat).Mul(wan(w.original), a.OriginalRate.Value))
	}
	for i := range keyed {
		if k := &keyed[i]; confirmed && k.sure || !confirmed && k.maybe {
			w.exact.Add(w.exact, k.extra(a))
		}
	}
	return w
}

// explain tells C06, with every combination of Q1–Q3 beside the pack's own.
func (*addbackKind) explain(t *teller) {
	l := t.l
	a, w := t.s.eff.Addback, l.work.add
	own := choice{a.Reading, a.Basis, a.GovernmentFund}
	lines := []text.Pair{own.words()}
	switch {
	case a.Decrease == "deduct":
		lines = append(lines, text.ScoreDecreaseDeduct)
	default:
		lines = append(lines, text.ScoreDecreaseZero)
	}
	switch a.NoPrevYear {
	case "increment":
		lines = append(lines, text.ScoreNoPrevIncrement)
	case "missing":
		lines = append(lines, text.ScoreNoPrevMissing)
	default:
		lines = append(lines, text.ScoreNoPrevBase)
	}
	if a.Scope == "consolidated" {
		lines = append(lines, text.ScoreScopeGroup)
	} else {
		lines = append(lines, text.ScoreScopeEntity)
	}
	if a.Recognised {
		lines = append(lines, text.ScoreRecognisedOnly)
	}
	t.say(text.ScoreLabelRule, append(lines, text.ScoreNotTax)...)
	t.parameters()
	t.addbackFigures(own, w)
	if len(l.Missing) > 0 {
		t.missing(text.ScoreMissingWan)
	}
	t.account(a.formula(own, w, true), a.formula(own, l.work.addPending, false))
	t.alternatives(own)
	if l.work.tally != nil {
		t.records(l.work.tally, func(j *judged) text.Pair {
			rate := a.KeyRates[t.s.eff.level(j.rec.Str("level"))]
			return text.ScoreCountsKey.With(wanText(j.fen), shownParam(&rate), shownParam(&a.BaseRate))
		}, nil)
	}
}

// addbackFigures shows where this year's and last year's sums come from.
func (t *teller) addbackFigures(c choice, w *addbackWork) {
	this, before := text.ScoreThisYear, text.ScoreYearBefore
	var lines []text.Pair
	if w.recognised {
		lines = append(lines, text.ScoreRecognisedSum.With(wanText(w.cur)))
	} else {
		lines = append(lines, c.sum(this, &w.ledger))
		if !w.ledger.kept() {
			lines = append(lines, text.ScoreLedgerNotBegun.With(form.ByID("spend").Title))
		}
		lines = append(lines, w.ledger.lacking(t.s.Year, t.s.AsOf, c.asks()...)...)
	}
	switch {
	case w.incomparable:
		lines = append(lines, text.ScoreNotComparable.With(t.s.AsOf))
	case w.before == nil:
		lines = append(lines, text.ScoreNoYearBefore)
	default:
		lines = append(lines, c.sum(before, w.before))
	}
	if w.original != 0 {
		sentence := text.ScoreOriginalShown
		if t.s.eff.Addback.OriginalRate.Value != nil {
			sentence = text.ScoreOriginalRated
		}
		lines = append(lines, sentence.With(wanText(w.original)))
	}
	t.say(text.ScoreLabelFigures, lines...)
}

// formula writes the add-back with its numbers.
func (a *Addback) formula(c choice, w *addbackWork, confirmed bool) text.Pair {
	parts := []text.Pair{text.ScoreBasePart.With(wanText(w.base), shownParam(&a.BaseRate))}
	if c.reading == "B" {
		parts[0] = text.ScoreAllPart.With(wanText(w.base), shownParam(&a.BaseRate))
	}
	parts = append(parts, text.ScoreIncrementPart.With(wanText(w.inc), shownParam(&a.IncrementRate)))
	if a.OriginalRate.Value != nil {
		parts = append(parts, text.ScoreOriginalPart.With(wanText(w.original), shownParam(&a.OriginalRate)))
	}
	for i := range w.keyed {
		if k := &w.keyed[i]; confirmed && k.sure || !confirmed && k.maybe {
			parts = append(parts, text.ScoreKeyPart.With(known(k.rec), wanText(k.fen), shownParam(&k.rate), shownParam(&a.BaseRate)))
		}
	}
	return joined(parts, text.Same(" + "))
}

// The profit: what is booked, added to, and what it comes to.
func (*addbackKind) account(s *Sheet, a *Account) {
	sec := a.begin("profit", text.TermProfit, bothFigures...)
	book := AccountRow{ID: "book", Title: text.TermBook, Unit: text.ScoreUnitWan, Cells: []Cell{{State: Missing}, {State: Missing}}}
	if s.Book != nil {
		book.Cells = []Cell{figureCell(s.Book.String()), figureCell(s.Book.String())}
		book.Pair = &Pair{*s.Book, *s.Book}
	}
	sec.add(book)
	sec.money(&s.Addback)
}
