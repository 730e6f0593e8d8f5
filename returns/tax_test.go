package returns

import (
	"testing"

	"yice/form"
)

func TestTaxWorkedExample(t *testing.T) {
	// domain.md §4: five items 900, other 150: the cap is 100, so 100.
	d := newDesk(t).
		line(Sum{Project: "A", Category: "人员人工"}, 300).line(Sum{Project: "A", Category: "直接投入"}, 200).
		line(Sum{Project: "B", Category: "折旧与长期待摊"}, 100).line(Sum{Project: "B", Category: "无形资产摊销", Treatment: "资本化"}, 100).
		line(Sum{Category: "设计"}, 150).line(Sum{Category: "装备调试与试验"}, 50).
		line(Sum{Project: "A", Category: "其他"}, 150)
	tax := Tax(d.in)
	if five := tax.Total.Five(); five != 900_00 {
		t.Fatalf("five items are %d 分", five)
	}
	if tax.Limits.Other != 100_00 || tax.Limits.Allowed != 1000_00 {
		t.Errorf("limits %+v, want 100 and 1000 元", tax.Limits)
	}
	if got := len(tax.Rows); got != 4 {
		t.Errorf("%d rows, want 4 (none, A, B expensed, B capitalised)", got)
	}
	if tax.Rows[2].Treatment != "费用化" || tax.Rows[3].Treatment != "资本化" || tax.Rows[3].Project != "B" {
		t.Errorf("rows out of order: %+v", tax.Rows)
	}
	if tax.Expensed.Spent()+tax.Capitalised.Spent() != tax.Total.Spent() {
		t.Error("the treatments do not add up to the total")
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
		{"other alone", 0, 40, 0, 0, TaxLimits{}},
		{"cap rounded once", 100, 40, 0, 0, TaxLimits{Other: 11, Allowed: 111}},
		{"commissioned at home", 0, 0, 100, 0, TaxLimits{Domestic: 80, Allowed: 80}},
		{"abroad below two thirds", 900, 0, 0, 100, TaxLimits{Overseas: 80, Allowed: 980}},
		{"abroad at two thirds", 60, 0, 0, 1000, TaxLimits{Overseas: 40, Allowed: 100}},
		{"abroad alone", 0, 0, 0, 100, TaxLimits{}},
		{"all", 900, 150, 100, 2000, TaxLimits{Other: 100, Domestic: 80, Overseas: 720, Allowed: 1800}},
	} {
		got := limits(TaxAmounts{Labour: c.five, Other: c.other, Domestic: c.home, Overseas: c.away})
		if got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestCommissionedWithoutCounterpartyIsNotAllowed(t *testing.T) {
	d := newDesk(t).line(Sum{Category: "委托外部"}, 100).line(Sum{Category: "委托外部", Counterparty: "境内企业"}, 100)
	tax := Tax(d.in)
	if tax.Total.Unnamed != 100_00 || tax.Limits.Allowed != 80_00 || tax.Total.Spent() != 200_00 {
		t.Errorf("%+v", tax)
	}
}

func TestBreakdownsAddUp(t *testing.T) {
	in := golden(t)
	b := Breakdowns(in)
	for name, parts := range map[string][]Part{"activity": b.Activity, "source": b.Source, "use": b.Use} {
		var sum int64
		for _, p := range parts {
			if p.ID != useAssets {
				sum += p.Value.Exact
			}
		}
		if sum != b.Total || b.Total != 13_200_000_00 {
			t.Errorf("%s: parts are %d, total %d", name, sum, b.Total)
		}
	}
	d := newDesk(t).annual("rd_assets=12345").line(Sum{Category: "人员人工"}, 1)
	for _, p := range Breakdowns(d.in).Use {
		if p.ID == useAssets && p.Value != known(12345_00) {
			t.Errorf("spending on assets is %+v", p.Value)
		}
	}
	if _, ok := form.ByID("spend").Field("activity").Parse("应用研究", form.Yuan); ok != nil {
		t.Errorf("the ledger does not know 应用研究: %v", ok)
	}
}
