package scoring

import (
	"math/big"
	"slices"

	"yice/form"
	"yice/text"
)

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

// keyedProject is one major project whose own lines are rated by its level.
type keyedProject struct {
	judged
	level string
	rate  Param
}

// choice is one combination of Q1–Q3.
type choice struct{ reading, basis, government string }

func (c choice) String() string { return c.reading + "/" + c.basis + "/" + c.government }

// choices are all eight, in the order they are shown.
var choices = [8]choice{
	{"A", "expensed", "exclude"},
	{"A", "expensed", "include"},
	{"A", "total", "exclude"},
	{"A", "total", "include"},
	{"B", "expensed", "exclude"},
	{"B", "expensed", "include"},
	{"B", "total", "exclude"},
	{"B", "total", "include"},
}

// of takes the R&D of a year that a combination looks at. What lines leave blank is never taken as what would bring most:
// without a treatment as expensed, without a source as own money.
func (c choice) of(r *RD) int64 {
	switch {
	case c.basis == "total" && c.government == "exclude":
		return form.Plus(form.Plus(r.Total(), -r.Government()), -max(0, r.Unsourced.Amount))
	case c.basis == "total":
		return r.Total()
	case c.government == "exclude":
		return r.own()
	}
	return form.Plus(r.Expensed, min(0, r.Untreated.Amount))
}

// addback computes C06 under the pack's reading, and beside it under every combination of Q1–Q3.
func (e *evaluation) addback() {
	a := e.p.Addback
	if a == nil {
		return
	}
	l := &e.s.Addback
	*l = Line{ID: "addback", Name: text.ScoreAddback.ZH, Kind: "addback", Clauses: e.cited(a.Clauses), Params: a.params(e.p.Levels), work: work{format: asMoney}}
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
	for _, c := range choices {
		e.s.Alternatives[c.String()] = e.money.round(e.addbackBy(c, a, keyed, true).exact)
	}
}

func prevFact(basis string) string {
	if basis == "total" {
		return "rd.total_prev"
	}
	return "rd.expensed_prev"
}

// roundedLine rounds an account's line; what has no figure counts nothing.
func (e *evaluation) roundedLine(l *Line) Pair {
	p := e.zero(e.money)
	if l.Exact != nil {
		p.Confirmed = e.money.round(l.Exact)
	}
	if l.ExactPending != nil {
		p.Pending = e.money.round(l.ExactPending)
	}
	return p
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

// extra is what the rate of a key project brings beyond the base rate.
func (k *keyedProject) extra(a *Addback) *big.Rat {
	rate := new(big.Rat).Sub(k.rate.Value, orZero(a.BaseRate))
	return rate.Mul(rate, wan(k.fen))
}

// keyProjects finds the major projects whose own expensed lines are rated by level, each once.
func (e *evaluation) keyProjects(a *Addback) []keyedProject {
	if len(a.KeyRates) == 0 {
		return nil
	}
	ru := &rule{register: "project", where: majorOnly, evidence: true}
	for _, level := range e.p.Levels {
		if _, ok := a.KeyRates[level]; ok {
			ru.levels = append(ru.levels, level)
		}
	}
	t := e.judge(ru)
	e.s.Addback.work.tally = t
	var out []keyedProject
	for i := range t.rows {
		j := &t.rows[i]
		j.fen = e.f.Ledger.OwnByProject[j.rec.Key()]
		if j.maybe {
			level := j.rec.Str("level")
			out = append(out, keyedProject{judged: *j, level: level, rate: a.KeyRates[level]})
		}
	}
	return byRecord(out, func(k *keyedProject) *form.Record { return k.rec })
}

var majorOnly = []Condition{{Field: "major", Values: []string{"是"}}}

// annual reads a figure of form annual, in 分.
func (e *evaluation) annual(field string) (fen int64, ok bool) {
	if e.f.Annual == nil {
		return 0, false
	}
	return e.f.Annual.Get(field).Int()
}

// deemed computes C35: recognised spending outside the ledger. Amounts add up; they are never deduped.
func (e *evaluation) deemed() {
	e.s.Deemed = make([]Line, len(e.p.Deemed))
	for i := range e.p.Deemed {
		d := &e.p.Deemed[i]
		ru := &rule{register: d.Register, where: d.newOnly(), yearBy: d.YearBy, levels: d.Levels, evidence: d.Evidence}
		t := e.judge(ru)
		l := &e.s.Deemed[i]
		*l = Line{
			ID: d.ID, Name: d.Name, Says: e.p.Say(d.Name), Kind: "deemed", Clauses: e.cited(d.Clauses), Params: d.params(),
			work: work{deemed: d, tally: t, format: asMoney},
		}
		ledger := e.f.Ledger.ByProject
		if d.Register == "platform" {
			ledger = e.f.Ledger.ByPlatform
		}
		sure, maybe := new(big.Int), new(big.Int)
		for k := range t.rows {
			j := &t.rows[k]
			if !j.maybe {
				continue
			}
			j.ledger = ledger[j.rec.Key()]
			j.fen = d.amount(j)
			fen := big.NewInt(j.fen)
			maybe.Add(maybe, fen)
			if j.sure {
				sure.Add(sure, fen)
			}
		}
		l.Exact, l.ExactPending = d.worth(sure), d.worth(maybe)
		l.Score = e.roundedLine(l)
	}
}

// newOnly are the conditions of a line, with the one that the document sets where the pack says nothing of it: a platform that
// was newly built, not one that was upgraded or newly recognised.
func (d *Deemed) newOnly() []Condition {
	if d.Register != "platform" || slices.ContainsFunc(d.Where, func(c Condition) bool { return c.Field == "nature" }) {
		return d.Where
	}
	return append(slices.Clip(d.Where), Condition{Field: "nature", Values: []string{"新建"}})
}

// amount is what one row brings, in 分, before the rate; a fixed sum counts rows (1 each).
func (d *Deemed) amount(j *judged) int64 {
	switch d.Amount {
	case "fixed":
		return 1
	case "all_spend":
		return max(0, j.rec.Num("total_spend"))
	}
	return max(0, j.rec.Num("total_spend")-j.ledger)
}

// worth turns the sum of amounts into 万元, with the rate.
func (d *Deemed) worth(sum *big.Int) *big.Rat {
	v := new(big.Rat).SetInt(sum)
	if d.Amount == "fixed" {
		v.Mul(v, orZero(d.Fixed))
	} else {
		v.Quo(v, big.NewRat(1_000_000, 1))
	}
	if d.Rate.Value != nil {
		v.Mul(v, d.Rate.Value)
	}
	return v
}

// assess adds the profit as it is assessed: book + add-back + each deemed item, all as they are printed, and what that is of
// the target: whoever adds the printed lines up gets the printed total.
func (e *evaluation) assess() {
	book, ok := e.annual("profit")
	if !ok {
		e.lacks(nil, "fin.profit")
		return
	}
	shown := e.money.round(wan(book))
	e.s.Book = &shown
	total := Pair{shown, shown}
	if e.s.Addback.ID != "" {
		total = total.plus(e.s.Addback.Score)
	}
	for i := range e.s.Deemed {
		total = total.plus(e.s.Deemed[i].Score)
	}
	e.s.Assessed = &total
	if t := e.s.ProfitTarget.Value; t != nil && t.Sign() > 0 {
		percent := rounding{2, e.p.HalfEven}
		of := func(d Dec) Dec {
			v := d.Rat()
			return percent.round(v.Mul(v.Quo(v, t), hundred))
		}
		e.s.Completion = &Pair{of(total.Confirmed), of(total.Pending)}
	}
}

func confirmedOf(p Pair) Dec { return p.Confirmed }
func pendingOf(p Pair) Dec   { return p.Pending }
