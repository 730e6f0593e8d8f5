package scoring

import (
	"math/big"
	"slices"
	"strings"

	"yice/form"
	"yice/text"
)

// amounts proposes more of every fact that lines measure: as much as reaches the floor, a rung or the target. All amounts of
// one thing are one action.
func (a *advisor) amounts() {
	type wish struct {
		lead  *Line // the line, or the way of one, that wants it first
		less  bool
		needs []*big.Rat
	}
	wishes := make(map[string]*wish) // by what is keyed
	var order []string
	for l := range a.s.eachWay {
		if l.Kind != "indicator" {
			continue
		}
		fact, measured := l.leadFact()
		if l.GapRat == nil || l.Weight.Value == nil || !measured || !movable(fact) {
			continue
		}
		kind, less := keyedBy(fact), l.work.in.Scale.Lower
		if less {
			if kind += " less"; !lessenable(fact) {
				continue
			}
		}
		if wishes[kind] == nil {
			wishes[kind] = &wish{lead: l, less: less}
			order = append(order, kind)
		}
		wishes[kind].needs = append(wishes[kind].needs, l.needs()...)
	}
	for _, kind := range order {
		w := wishes[kind]
		fact, _ := w.lead.leadFact()
		a.amountOf(w.lead, fact, w.less, w.needs)
	}
}

// amountOf proposes more of a fact, or less, in each of some amounts.
func (a *advisor) amountOf(lead *Line, fact string, lessens bool, needs []*big.Rat) {
	c, _ := a.p.Fact(fact)
	home, _, _ := strings.Cut(c.Source, ".")
	st := Step{Line: lead.ID, Form: home}
	say, do1 := sayMore, more
	if lessens {
		say, do1 = sayLess, less
	}
	if home == "spend" {
		st.Cost = one // what it takes is money
	}
	do := action{step: st, say: func(n *big.Rat) text.Pair { return say(&c, n) }, also: a.byDecember(lead, &c)}
	for _, n := range whole(needs, c.IsMoney()) {
		do.tries = append(do.tries, try{n, func(f *Facts) { do1(f, fact, n) }})
	}
	a.actions = append(a.actions, do)
}

// leadFact is the fact whose more or less moves a line; ok is false for one that is moved by rows.
func (l *Line) leadFact() (id string, ok bool) {
	g := l.work.got.lead()
	if g.tally != nil || len(g.inputs) == 0 {
		return "", false
	}
	return g.inputs[0].Fact, true
}

// byDecember says how much full marks take by the year's end, where the figures end earlier: what more is spent falls into
// months in which revenue grows too, so that the amount to date is not the whole of it.
func (a *advisor) byDecember(l *Line, c *Fact) text.Pair {
	if a.f.Through() == 12 || l != a.s.Line(l.ID) || l.work.in == nil || l.work.in.Measure.Kind == MeasureValue || !c.IsMoney() {
		return text.Pair{}
	}
	pr, ok := Project(a.f)
	if !ok {
		return text.Pair{}
	}
	at, so := Evaluate(a.s.Pack, pr.Facts).Line(l.ID), wan(pr.Facts.Ledger.Total()-a.f.Ledger.Total())
	if at.NeedRat == nil {
		return text.ScoreNextYearEnough.With(a.f.Through(), ratWan(so))
	}
	return text.ScoreNextYearNeeds.With(a.f.Through(), ratWan(so), ratWan(ceilTo(at.NeedRat, 2)))
}

// keyedBy groups facts that the same keying moves: all R&D is one ledger.
func keyedBy(fact string) string {
	if strings.HasPrefix(fact, "rd.") {
		return "rd"
	}
	return fact
}

// movable reports whether a person can bring about more of a fact: R&D of the year, amounts of registers, annual figures.
func movable(fact string) bool {
	c, ok := FactByID(fact)
	if !ok || strings.HasSuffix(fact, "_prev") {
		return false
	}
	home, _, _ := strings.Cut(c.Source, ".")
	return home != "rd_summary" && form.ByID(home) != nil
}

// lessenable reports whether less of a fact is something to bring about: a figure keyed for the year. Rows and ledger lines
// are what happened.
func lessenable(fact string) bool {
	c, _ := FactByID(fact)
	home, _, _ := strings.Cut(c.Source, ".")
	return home == "annual"
}

// less takes from a figure of form annual, and never below nothing.
func less(f *Facts, fact string, by *big.Rat) {
	c, _ := FactByID(fact)
	_, field, _ := strings.Cut(c.Source, ".")
	if f.Annual == nil {
		return
	}
	d := new(big.Rat).Mul(by, big.NewRat(scaleOf(f.Annual.Form.Field(field)), 1))
	if n := f.Annual.Num(field) - wholeOf(d); n >= 0 {
		f.Annual.Set(field, form.N(n))
	}
}

func sayLess(c *Fact, by *big.Rat) text.Pair {
	if c.IsMoney() {
		return text.ScoreNextLessMoney.With(c.Title, ratWan(by))
	}
	return text.ScoreNextLess.With(c.Title, trimmed(by, 4))
}

// more adds to a fact what a person would key: an expensed ledger line of own money, an annual figure, a row with the amount.
func more(f *Facts, fact string, by *big.Rat) {
	c, _ := FactByID(fact)
	home, field, _ := strings.Cut(c.Source, ".")
	fen := fenOf(by)
	switch home {
	case "spend":
		moreLedger(f, fact, fen)
	case "annual":
		if f.Annual == nil {
			f.Annual = form.NewRecord(form.ByID("annual"))
		}
		n := f.Annual.Num(field)
		d := new(big.Rat).Mul(by, big.NewRat(scaleOf(f.Annual.Form.Field(field)), 1))
		f.Annual.Set(field, form.N(n+wholeOf(d)))
	default:
		if c.IsMoney() {
			r := fullRow(home, f.Year)
			r.Set(field, form.N(fen))
			addRow(f, r)
			return
		}
		for range min(wholeOf(by), maxRows) {
			addRow(f, fullRow(home, f.Year))
		}
	}
}

// maxRows bounds the rows one step makes up.
const maxRows = 1000

// fullRow makes up a row that every fact over its register counts: dated in the year, an invention that is granted, a
// project that is major, a result that is key.
func fullRow(register string, year int) *form.Record {
	r := form.NewRecord(form.ByID(register))
	for i := range r.Form.Fields {
		switch fd := &r.Form.Fields[i]; fd.Kind {
		case form.Date:
			r.Set(fd.ID, form.S(yearText(year)+"-12-31"))
		case form.Flag:
			r.Set(fd.ID, form.S(form.Yes))
		}
	}
	if register == "patent" {
		r.Set("kind", form.S(form.Invention))
		r.Set("status", form.S(form.Granted))
	}
	return r
}

// moreLedger adds one line to the sums of the ledger: expensed and own money, unless the fact asks for another kind.
func moreLedger(f *Facts, fact string, fen int64) {
	rd := &f.Ledger
	switch fact {
	case "rd.capitalised":
		rd.Capitalised = form.Plus(rd.Capitalised, fen)
	case "rd.capitalised_government":
		rd.Capitalised = form.Plus(rd.Capitalised, fen)
		rd.CapitalisedGovernment = form.Plus(rd.CapitalisedGovernment, fen)
	case "rd.government":
		rd.Expensed = form.Plus(rd.Expensed, fen)
		rd.ExpensedGovernment = form.Plus(rd.ExpensedGovernment, fen)
	case "rd.original":
		rd.Expensed = form.Plus(rd.Expensed, fen)
		rd.Original = form.Plus(rd.Original, fen)
	default:
		rd.Expensed = form.Plus(rd.Expensed, fen)
	}
	rd.Lines++
	rd.ByMonth[12] = form.Plus(rd.ByMonth[12], fen)
}

// fenOf turns 万元 into 分, rounded up.
func fenOf(v *big.Rat) int64 {
	return wholeOf(new(big.Rat).Mul(v, big.NewRat(1_000_000, 1)))
}

// wholeOf rounds up to a whole number; 0 for one that no field could hold (a hostile pack).
func wholeOf(v *big.Rat) int64 {
	n := ceilTo(v, 0).Num()
	if !n.IsInt64() || n.Int64() > 1<<53 {
		return 0
	}
	return n.Int64()
}

func sayMore(c *Fact, by *big.Rat) text.Pair {
	switch {
	case strings.HasPrefix(c.ID, "rd."):
		if c.ID == "rd.total" || c.ID == "rd.expensed" || c.ID == "rd.own" {
			return text.ScoreNextSpend.With(ratWan(by))
		}
		return text.ScoreNextMoney.With(c.Title, ratWan(by))
	case c.ID == "conversion.income":
		return text.ScoreNextIncome.With(ratWan(by))
	case c.IsMoney():
		return text.ScoreNextMoney.With(c.Title, ratWan(by))
	}
	return text.ScoreNextFigure.With(c.Title, trimmed(by, 4))
}

// lacking are the figures that lines miss, and those that another way of a line could do with.
func (a *advisor) lacking() []string {
	ids := slices.Clone(a.s.Missing)
	for l := range a.s.eachWay {
		if l.Kind != "indicator" || l.Unfilled.Sign() <= 0 {
			continue
		}
		for _, id := range l.Missing {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// missing lists the figures to key, with what their lines may bring at most.
func (a *advisor) missing() []Step {
	places := a.s.Innovation.Confirmed.Places
	money := uint8(a.p.MoneyDecimals)
	var steps []Step
	for _, id := range a.lacking() {
		c, _ := a.p.Fact(id)
		home, field, _ := strings.Cut(c.Source, ".")
		st := Step{
			Say: text.ScoreNextMissing.With(a.s.factWanted(id)), Form: home, Field: field,
			Gain: Dec{0, places}, Bonus: Dec{0, places}, Profit: Dec{0, money}, Net: Dec{0, money}, paper: true, UpTo: Dec{0, places},
		}
		if a.f.Incomparable() && strings.HasPrefix(id, "rd.") && strings.HasSuffix(id, "_prev") { // known, for other months
			st.Say = text.ScoreNextSameMonths.With(a.f.Through(), formTitle(home))
		}
		for l := range a.s.lines {
			upTo, ok := l.missingOf(id)
			if !ok {
				continue
			}
			if st.Line == "" {
				st.Line = l.ID
			}
			if l.Kind == "indicator" {
				st.UpTo = st.UpTo.plus(upTo)
				st.Also = append(st.Also, text.ScoreNextUpTo.With(l.Title(), upTo.String()))
			}
		}
		switch {
		case id == "fin.profit":
			st.Line = "assessed"
			st.Also = append(st.Also, text.ScoreNextNeeded.With(text.ScoreAssessed))
		case len(st.Also) == 0 && st.Line != "":
			st.Also = append(st.Also, text.ScoreNextNeeded.With(a.s.Line(st.Line).Title()))
		}
		steps = append(steps, st)
	}
	return steps
}
