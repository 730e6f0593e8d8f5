package scoring

import (
	"math/big"

	"yice/form"
	"yice/text"
)

// What is possible is not yet likely: 元 keyed as 万元 gives a figure ten thousand times too large, and no identity of the
// forms notices. Bands say how far a figure may stand from last year's, from the whole it is part of, and from what a head
// or a revenue bears. Outside them it is 核实性, with the figures compared in it.

// Plausible are the bands: a pack's own, else those of DefaultPlausible. The document sets none, so in a pack they are
// assumed.
type Plausible struct {
	// BesideLastYear: a figure is neither this many times last year's nor less than last year's divided by it.
	BesideLastYear Param
	RevenueMost    Param // 万元, of any enterprise here
	RevenueAHead   Param // 万元 for each person in R&D
	PayAHead       Param // 万元 a year: labour cost for each person in R&D, and the pay of one person of a team
	RDOverRevenue  Param // share
	LineOverYear   Param // share of the year's R&D that one line may be
	LineOverMonth  Param // times an average month of its category that one line may be
	Line           int   // of the pack's file; 0 for the defaults
}

// DefaultPlausible are the bands where a pack sets none: wide, for they are to catch slips of a unit, not unusual years.
var DefaultPlausible = Plausible{
	BesideLastYear: band("beside_last_year", "10", 10, 1),
	RevenueMost:    band("revenue_most", "50000000", 50_000_000, 1),
	RevenueAHead:   band("revenue_a_head", "200000", 200_000, 1),
	PayAHead:       band("pay_a_head", "150", 150, 1),
	RDOverRevenue:  band("rd_over_revenue", "50%", 1, 2),
	LineOverYear:   band("line_over_year", "50%", 1, 2),
	LineOverMonth:  band("line_over_month", "6", 6, 1),
}

func band(key, written string, n, d int64) Param {
	return Param{Path: "plausible." + key, Text: written, Value: big.NewRat(n, d)}
}

var (
	ruleTimes  = numberRule{form: plain, least: 1, most: 1_000_000}
	ruleMost   = numberRule{form: plain, least: 1, most: 1_000_000_000_000}
	ruleShare1 = numberRule{form: percent, most: 1_000}
)

var plausibleSection = declare(sectionOf[*Plausible]{
	key: "plausible", title: text.PackSayPlausible,
	kept: once(func(p *Pack) **Plausible { return &p.Plausible }), line: func(b *Plausible) *int { return &b.Line },
	says: []parameter[*Plausible]{
		{key: "beside_last_year", is: isNumber, hint: text.HintPlausible, title: text.PackSayBesideLastYear, rule: ruleTimes, at: func(b *Plausible) any { return &b.BesideLastYear }},
		{key: "revenue_most", is: isNumber, hint: text.HintPlausible, title: text.PackSayRevenueMost, rule: ruleMost, at: func(b *Plausible) any { return &b.RevenueMost }},
		{key: "revenue_a_head", is: isNumber, hint: text.HintPlausible, title: text.PackSayRevenueAHead, rule: ruleMost, at: func(b *Plausible) any { return &b.RevenueAHead }},
		{key: "pay_a_head", is: isNumber, hint: text.HintPlausible, title: text.PackSayPayAHead, rule: ruleMost, at: func(b *Plausible) any { return &b.PayAHead }},
		{key: "rd_over_revenue", is: isNumber, hint: text.HintPlausible, title: text.PackSayRDOverRevenue, rule: ruleShare1, at: func(b *Plausible) any { return &b.RDOverRevenue }},
		{key: "line_over_year", is: isNumber, hint: text.HintPlausible, title: text.PackSayLineOverYear, rule: ruleShare1, at: func(b *Plausible) any { return &b.LineOverYear }},
		{key: "line_over_month", is: isNumber, hint: text.HintPlausible, title: text.PackSayLineOverMonth, rule: ruleTimes, at: func(b *Plausible) any { return &b.LineOverMonth }},
	},
	check: func(_ *section, b *Plausible) { // each may be left out, and keeps its default then
		own, defaults := b.all(), DefaultPlausible.all()
		for i := range own {
			if own[i].Value == nil {
				*own[i] = *defaults[i]
			}
		}
	},
})

func (b *Plausible) all() []*Param {
	return []*Param{&b.BesideLastYear, &b.RevenueMost, &b.RevenueAHead, &b.PayAHead, &b.RDOverRevenue, &b.LineOverYear, &b.LineOverMonth}
}

// Bands gives the bands in force: a pack's, or the defaults; p may be nil.
func Bands(p *Pack) *Plausible {
	if p != nil && p.Plausible != nil {
		return p.Plausible
	}
	return &DefaultPlausible
}

// Likely gives what of a year's figures lies outside the bands, in the order of the forms. before is the row of form annual
// of the year before, nil where there is none. Lines of the ledger are looked at by who reads them (LineOverYear).
func Likely(p *Pack, f *Facts, before *form.Record) []form.Finding {
	l := &likely{b: Bands(p), f: f}
	if f.Annual != nil {
		l.besideLastYear(before)
		l.revenue()
	}
	l.spending()
	l.team()
	return l.found
}

type likely struct {
	b     *Plausible
	f     *Facts
	found []form.Finding
}

func (l *likely) at(check string, r *form.Record, field string, say text.Pair) {
	l.found = append(l.found, r.Finding(check, form.Verify, field, say))
}

// besideLastYear compares every amount of form annual with last year's.
func (l *likely) besideLastYear(before *form.Record) {
	if before == nil {
		return
	}
	for i := range l.f.Annual.Form.Fields {
		fd := &l.f.Annual.Form.Fields[i]
		if fd.Kind != form.Money {
			continue
		}
		now, ok := l.f.Annual.Get(fd.ID).Int()
		was, ok2 := before.Get(fd.ID).Int()
		if ok && ok2 {
			if say, bad := l.apart(now, was); bad {
				l.at("annual.beside-last-year", l.f.Annual, fd.ID, say)
			}
		}
	}
}

// apart compares a figure with last year's: both above nothing, or both below it.
func (l *likely) apart(now, was int64) (text.Pair, bool) {
	times := l.b.BesideLastYear
	if now < 0 && was < 0 {
		now, was = -now, -was
	}
	switch {
	case now <= 0 || was <= 0:
	case over(now, was, times.Value):
		return text.ScoreLikelyAbove.With(InWords(now), InWords(was), times.Text), true
	case over(was, now, times.Value):
		return text.ScoreLikelyBelow.With(InWords(now), InWords(was), times.Text), true
	}
	return text.Pair{}, false
}

// over: n > times × of, exactly.
func over(n, of int64, times *big.Rat) bool {
	return new(big.Rat).SetInt64(n).Cmp(new(big.Rat).Mul(new(big.Rat).SetInt64(of), times)) > 0
}

// wanOver: n 分 > most 万元 × heads.
func wanOver(n, heads int64, most *big.Rat) bool { return over(n, heads*1_000_000, most) }

// revenue looks at the revenue by itself, by the heads in R&D, and as what pay and profit are part of.
func (l *likely) revenue() {
	a := l.f.Annual
	revenue, ok := a.Get("revenue").Int()
	if !ok || revenue <= 0 {
		return
	}
	if wanOver(revenue, 1, l.b.RevenueMost.Value) {
		l.at("annual.revenue-most", a, "revenue", text.ScoreLikelyRevenue.With(InWords(revenue), l.b.RevenueMost.Text))
	}
	if heads, ok := a.Get("rd_staff").Int(); ok && heads > 0 && wanOver(revenue, heads, l.b.RevenueAHead.Value) {
		l.at("annual.revenue-a-head", a, "revenue", text.ScoreLikelyAHead.With(InWords(revenue), heads, InWords(revenue/heads), l.b.RevenueAHead.Text))
	}
	for _, field := range []string{"profit", "pay_total", "rd_budget", "rd_plan"} {
		if n, ok := a.Get(field).Int(); ok && n > revenue {
			l.at("annual.over-revenue", a, field, text.ScoreLikelyPart.With(InWords(n), InWords(revenue)))
		}
	}
}

// spending looks at the year's R&D beside last year's, the revenue and the heads.
func (l *likely) spending() {
	total := l.f.Ledger.Total()
	home := form.NewRecord(form.ByID("spend"))
	if l.f.Prev != nil {
		if say, bad := l.apart(total, l.f.Prev.Total()); bad {
			l.at("spend.beside-last-year", home, "amount", text.ScoreLikelyRD.With(say))
		}
	}
	if l.f.Annual == nil {
		return
	}
	if revenue, ok := l.f.Annual.Get("revenue").Int(); ok && revenue > 0 && over(total, revenue, l.b.RDOverRevenue.Value) {
		l.at("spend.over-revenue", home, "amount", text.ScoreLikelyShare.With(InWords(total), InWords(revenue), l.b.RDOverRevenue.Text))
	}
}

// team looks at the pay of every person of a team.
func (l *likely) team() {
	for _, r := range l.f.Registers["team"] {
		if pay, ok := r.Get("pay").Int(); ok && wanOver(pay, 1, l.b.PayAHead.Value) {
			l.at("team.pay-a-head", r, "pay", text.ScoreLikelyPay.With(InWords(pay), l.b.PayAHead.Text))
		}
	}
}

// LabourAHead says what is unlikely about a year's labour cost, 分, for each of the people in R&D.
func LabourAHead(p *Pack, annual *form.Record, labour int64) (f form.Finding, bad bool) {
	b := Bands(p)
	if annual == nil {
		return f, false
	}
	heads, ok := annual.Get("rd_staff").Int()
	if !ok || heads <= 0 || !wanOver(labour, heads, b.PayAHead.Value) {
		return f, false
	}
	say := text.ScoreLikelyLabour.With(InWords(labour), heads, InWords(labour/heads), b.PayAHead.Text)
	return annual.Finding("annual.pay-a-head", form.Verify, "rd_staff", say), true
}

// LineOver says what is unlikely about one line of fen beside the year and the other lines of its category, 分.
func (b *Plausible) LineOver(fen, year, others int64) (say text.Pair, bad bool) {
	switch {
	case fen <= 0:
	case year > 0 && over(fen, year, b.LineOverYear.Value):
		return text.ScoreLikelyLineYear.With(InWords(fen), InWords(year), b.LineOverYear.Text), true
	case others > 0 && over(fen*12, others, b.LineOverMonth.Value):
		return text.ScoreLikelyLineMonth.With(InWords(fen), InWords(others/12), b.LineOverMonth.Text), true
	}
	return text.Pair{}, false
}

// InWords reads an amount back as people say it: 3.58 万亿元, 3.58 亿元, 120.50 万元, 80.00 元. Two decimals, cut.
func InWords(fen int64) text.Pair {
	abs, sign := fen, ""
	if fen < 0 {
		abs, sign = -fen, "-"
	}
	unit, title := int64(100), text.Pair{ZH: "元", EN: "CNY"}
	for _, u := range words {
		if abs >= u.fen {
			unit, title = u.fen, u.title
			break
		}
	}
	c := abs / (unit / 100)
	n := sign + form.Grouped(Dec{Units: c, Places: 2}.String())
	return text.InUnit(n, title)
}

// words are the units of an amount in words, largest first.
var words = [...]struct {
	fen   int64
	title text.Pair
}{
	{100_000_000_000_000, text.Pair{ZH: "万亿元", EN: "CNY 1tn"}},
	{10_000_000_000, text.Pair{ZH: "亿元", EN: "CNY 100m"}},
	{1_000_000, text.Pair{ZH: "万元", EN: "CNY 10k"}},
}
