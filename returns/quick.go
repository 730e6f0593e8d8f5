package returns

import (
	"yice/form"
	"yice/text"
)

// 研发投入季度快报: the year to date by quarter, beside the same months of the year before, with how far the budget is spent.

// MonthSum is a part of the ledger within a month, 1–12.
type MonthSum struct {
	Sum
	Month int
}

var returnQuick = Return{
	ID: "quick", Number: text.ReturnsQuickNumber, Basis: text.ReturnsBasisOwner, Measure: InWan,
	Title: text.ReturnsQuickTitle, Note: text.ReturnsQuickNote, Recalled: text.ReturnsQuickRecalled, Ledger: true, ToDate: true, Back: 1, Needs: []string{"rd_budget"},
	Lines: linesQuick(),
	Relations: []Relation{
		{ID: "quick.treatment", Whole: "total", Parts: []string{"expensed", "capitalised", "untreated"}, Equal: true},
		{ID: "quick.category", Whole: "total", Parts: []string{"c8", "c9", "c10", "c11", "c12", "c13", "c14", "c19", "c0"}, Equal: true},
		{ID: "quick.source", Whole: "total", Parts: []string{"s57", "s43", "s58", "s55", "s56", "s0"}, Equal: true},
	},
	slices: slicesQuick,
}

// Ids of the slices of the quick report.
const (
	toDate      = "year"
	lastToDate  = "last"
	overLast    = "growth"
	lastQuarter = 4
)

func linesQuick() []Line {
	l := func(id, zh, en string, level int, f Formula) Line {
		return Line{ID: id, Title: text.Pair{ZH: zh, EN: en}, Level: level, Measure: InWan, Formula: f}
	}
	out := []Line{
		l("total", "研发投入合计", "R&D, total", 0, lines(nil)),
		l("expensed", "其中：费用化", "of it: expensed", 1, lines(on(dimTreatment, form.Expensed))),
		l("capitalised", "其中：资本化", "of it: capitalised", 1, lines(on(dimTreatment, form.Capitalised))),
		l("untreated", "其中：未注明支出类型", "of it: treatment not stated", 1, lines(on(dimTreatment, ""))),
	}
	group := func(prefix string, d dim, title text.Pair) {
		for _, c := range form.ByID("spend").Field(string(d)).Codes {
			out = append(out, Line{ID: prefix + c.NBS, Title: c.Title, Group: title, Level: 1, Measure: InWan, Formula: lines(on(d, c.ID))})
		}
		out = append(out, Line{ID: prefix + "0", Title: text.ReturnsUnstated, Group: title, Level: 1, Measure: InWan, Formula: lines(on(d, ""))})
	}
	group("c", dimCategory, text.ReportByCategory)
	group("s", dimSource, text.ReportBySource)
	budget := l("budget", "年度研发预算", "R&D budget of the year", 0, keyedAs("rd_budget"))
	share := l("execution", "预算执行率", "budget spent", 0, ratio("total", "budget")).as(InPercent)
	budget.Group, share.Group = text.ReturnsQuickBudget, text.ReturnsQuickBudget
	budget.Only, share.Only = []string{toDate}, []string{toDate}
	return append(out, budget, share)
}

func slicesQuick(in *Inputs) []*Slice {
	last := in.asOf()
	var out []*Slice
	for q := 1; q <= lastQuarter; q++ {
		s := in.months(3*q-2, min(3*q, last))
		s.ID, s.Title = "q"+number(q), text.ReturnsQuickQuarter.With(q)
		if 3*q-2 > last {
			s.blank = true
		}
		out = append(out, s)
	}
	now := in.months(1, last)
	now.ID, now.Title, now.Total = toDate, text.ReturnsQuickToDate.With(last), true
	now.printed = []string{"q1", "q2", "q3", "q4"}[:(last+2)/3]
	if in.empty() { // a summary, or nothing that is known
		now.summary = in.summaryTo(last)
		now.blank = now.summary == nil
		for _, s := range out {
			s.blank = true
		}
	}
	before := &Slice{blank: true}
	if b := in.before(1); b != nil {
		before = b.months(1, last)
		if len(b.Months) == 0 {
			before.summary = b.summaryTo(last)
			before.blank = before.summary == nil
		}
	}
	before.ID, before.Title = lastToDate, text.ReturnsQuickLast.With(last)
	growth := &Slice{ID: overLast, Title: text.ReturnsQuickGrowth, growth: []string{toDate, lastToDate}}
	return append(out, now, before, growth)
}

// asOf is the month to whose end the year's figures run.
func (in *Inputs) asOf() int {
	if in.Annual == nil {
		return 12
	}
	at := in.Annual.Str("as_of")
	if len(at) != 6 || yearOf(in.Annual.Get("as_of")) != in.Year {
		return 12
	}
	if m := int(at[4]-'0')*10 + int(at[5]-'0'); m >= 1 && m <= 12 {
		return m
	}
	return 12
}

// months is the ledger's part from one month to another.
func (in *Inputs) months(first, last int) *Slice {
	s := &Slice{in: in, months: [2]int{first, last}}
	for i := range in.Months {
		if m := &in.Months[i]; m.Month >= first && m.Month <= last {
			s.sums = append(s.sums, &m.Sum)
		}
	}
	return s
}

// summaryTo gives the year's summary where it is of January to that month, else nil.
func (in *Inputs) summaryTo(month int) *form.Record {
	r := in.summary()
	if r == nil || r.Get("expensed").Empty() && r.Get("capitalised").Empty() {
		return nil
	}
	months, ok := r.Get("months").Int()
	if !ok {
		months = 12
	}
	if int(months) != month {
		return nil
	}
	return r
}

// before gives the inputs of a year that many years back, or nil.
func (in *Inputs) before(years int) *Inputs {
	for _, b := range in.Before {
		if b.Year == in.Year-years {
			return b
		}
	}
	return nil
}
