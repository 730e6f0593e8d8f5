package returns

import (
	"testing"

	"yice/form"
)

func TestTaxWorkedExample(t *testing.T) {
	// Five items 900, other 150: the cap is 100, so 100. What names no project, and what is capitalised, stands apart.
	d := newDesk(t).
		line(Sum{Project: "A", Category: "人员人工"}, 300).line(Sum{Project: "A", Category: "直接投入"}, 200).
		line(Sum{Project: "B", Category: "折旧与长期待摊", Item: "3.1"}, 100).line(Sum{Project: "B", Category: "无形资产摊销"}, 100).
		line(Sum{Project: "B", Category: "设计"}, 150).line(Sum{Project: "B", Category: "装备调试与试验"}, 50).
		line(Sum{Project: "A", Category: "其他"}, 150).
		line(Sum{Category: "设计"}, 777).line(Sum{Project: "B", Category: "设计", Treatment: "资本化"}, 55).
		line(Sum{Project: "B", Category: "直接投入", NonTaxable: true}, 33)
	tax := Tax(d.in)
	if tax.Expensed.Five != 900_00 {
		t.Fatalf("five items are %d 分", tax.Expensed.Five)
	}
	if tax.Limits.Other != 100_00 || tax.Limits.Allowed != 1000_00 {
		t.Errorf("limits %+v, want 100 and 1000 元", tax.Limits)
	}
	if len(tax.Rows) != 3 || tax.Rows[1].Treatment != "费用化" || tax.Rows[2].Treatment != "资本化" || tax.Rows[2].Project != "B" {
		t.Errorf("rows are not A, B expensed, B capitalised: %+v", tax.Rows)
	}
	if tax.Unassigned.Spent != 777_00 || tax.Capitalised.Spent != 55_00 || tax.NonTaxable.Spent != 33_00 {
		t.Errorf("apart: %+v %+v %+v", tax.Unassigned, tax.Capitalised, tax.NonTaxable)
	}
}

func TestTaxLimits(t *testing.T) {
	for _, c := range []struct {
		name                    string
		five, other, home, away int64
		want                    TaxLimits
	}{
		{"nothing", 0, 0, 0, 0, TaxLimits{}},
		{"other below the cap", 900, 40, 0, 0, TaxLimits{Other: 40, Allowed: 940}},
		{"other at the cap", 900, 100, 0, 0, TaxLimits{Other: 100, Allowed: 1000}},
		{"other above the cap", 900, 101, 0, 0, TaxLimits{Other: 100, Allowed: 1000}},
		{"other alone", 0, 40, 0, 0, TaxLimits{}},
		{"cap rounded once", 100, 40, 0, 0, TaxLimits{Other: 11, Allowed: 111}},
		{"commissioned at home", 0, 0, 100, 0, TaxLimits{Domestic: 80, Allowed: 80}},
		{"abroad below two thirds", 900, 0, 0, 100, TaxLimits{Overseas: 80, Allowed: 980}},
		{"abroad at two thirds", 60, 0, 0, 50, TaxLimits{Overseas: 40, Allowed: 100}},
		{"abroad above two thirds", 60, 0, 0, 1000, TaxLimits{Overseas: 40, Allowed: 100}},
		{"abroad alone", 0, 0, 0, 100, TaxLimits{}},
		{"five below nothing", -900, 150, 100, 0, TaxLimits{Domestic: 80, Allowed: 80}},
		{"all", 900, 150, 100, 2000, TaxLimits{Other: 100, Domestic: 80, Overseas: 720, Allowed: 1800}},
	} {
		in := &Inputs{Year: 2023}
		add := func(fen int64, s Sum) {
			s.Project, s.Treatment, s.Amount, s.Lines = "A", form.Expensed, fen, 1
			in.Ledger = append(in.Ledger, &s)
		}
		add(c.five, Sum{Category: labour})
		add(c.other, Sum{Category: "其他"})
		add(c.home, Sum{Category: commissioned, Counterparty: "境内高校"})
		add(c.away, Sum{Category: commissioned, Counterparty: abroad})
		if got := Tax(in).Limits; got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
		form := returnDeduction.Make(in)
		if got := form.Figure("year", "40").Exact; got != c.want.Allowed {
			t.Errorf("%s: A107012 line 40 is %d, want %d", c.name, got, c.want.Allowed)
		}
	}
}

func TestWhatDoesNotSayWhatItIsIsNotAllowed(t *testing.T) {
	d := newDesk(t).line(Sum{Project: "A", Category: "委托外部"}, 100).line(Sum{Project: "A", Category: "委托外部", Counterparty: "境内企业"}, 100).
		line(Sum{Project: "A", Category: "折旧与长期待摊"}, 50).line(Sum{Project: "A", Category: "折旧与长期待摊", Item: "3.9"}, 20).line(Sum{Project: "A"}, 7)
	tax := Tax(d.in)
	if tax.Total.Unnamed != 100_00 || tax.Total.Worn != 70_00 || tax.Total.Blank != 7_00 || tax.Limits.Allowed != 80_00 || tax.Total.Spent != 277_00 {
		t.Errorf("%+v", tax)
	}
}

// The uses add up in every column, and the columns to the whole; what was spent on assets stands beside it.
func TestUsesAndSourcesAddUp(t *testing.T) {
	table := returnUseSource.Make(golden(t))
	for _, b := range table.Broken() {
		t.Errorf("%s", b.Says(&returnUseSource).ZH)
	}
	for i := range returnUseSource.Lines {
		l := returnUseSource.Lines[i].ID
		if l == useAssets {
			continue
		}
		var sum int64
		for _, id := range sources {
			sum += table.Figure("s:"+id, l).Exact
		}
		if whole := table.Figure("year", l).Exact; whole != sum {
			t.Errorf("%s: the sources come to %d, the whole to %d", l, sum, whole)
		}
	}
	holds(t, table, "year", "total", 13_200_000_00)
	d := newDesk(t).annual("rd_assets=12345").line(Sum{Category: labour}, 1)
	holds(t, returnUseSource.Make(d.in), "year", useAssets, 12345_00)
	holds(t, returnUseSource.Make(d.in), "year", "total", 1_00)
}

// Lines that do not say which item they are of leave the items of their category open: a part that was not told apart is
// not nothing.
func TestAnItemIsKnownWhereEveryLineOfItsCategoryHasOne(t *testing.T) {
	d := newDesk(t).
		line(Sum{Project: "A", Category: labour, Item: "1.1"}, 300).line(Sum{Project: "A", Category: labour, Item: "1.2"}, 100).
		line(Sum{Project: "A", Category: "直接投入", Item: "2.1"}, 200).line(Sum{Project: "A", Category: "直接投入"}, 50).
		line(Sum{Category: labour}, 77) // it is not deducted, and needs none
	table := ByID("A107012").Make(d.in)
	for _, c := range []struct {
		line  string
		known bool
		fen   int64
	}{{"3", true, 400_00}, {"4", true, 300_00}, {"6", true, 0}, {"7", true, 250_00}, {"8", false, 0}, {"9", false, 0}, {"20", true, 0}} {
		if f := table.Figure("year", c.line); f.Known != c.known || f.Known && f.Exact != c.fen {
			t.Errorf("line %s: known %v, %d", c.line, f.Known, f.Exact)
		}
	}
}
