package returns

import (
	"sort"

	"yice/form"
)

// TaxRow is one row of 研发支出辅助账汇总表 (layout 2021): a project and a treatment. Amounts are 分.
type TaxRow struct {
	Project   string // natural key; "" for lines that name no project
	Treatment string // 资本化 or 费用化; as it stands in the ledger
	TaxAmounts
}

// TaxAmounts are the columns that add up over rows.
type TaxAmounts struct {
	Labour, Direct, Depreciation, Amortisation, Design int64 // 1–5
	Other                                              int64 // 7.1
	Domestic, Overseas                                 int64 // 委托境内, 委托境外 发生额
	// Unnamed is commissioned work whose counterparty is not named: nothing of it can be allowed.
	Unnamed int64
}

// Five is column 6, 前五项小计.
func (a TaxAmounts) Five() int64 {
	return together(a.Labour, a.Direct, a.Depreciation, a.Amortisation, a.Design)
}

// Spent is everything booked, allowed or not.
func (a TaxAmounts) Spent() int64 {
	return together(a.Five(), a.Other, a.Domestic, a.Overseas, a.Unnamed)
}

// together adds amounts up, 分.
func together(amounts ...int64) (total int64) {
	for _, fen := range amounts {
		total = form.Plus(total, fen)
	}
	return total
}

func (a *TaxAmounts) add(b TaxAmounts) {
	a.Labour = form.Plus(a.Labour, b.Labour)
	a.Direct = form.Plus(a.Direct, b.Direct)
	a.Depreciation = form.Plus(a.Depreciation, b.Depreciation)
	a.Amortisation = form.Plus(a.Amortisation, b.Amortisation)
	a.Design = form.Plus(a.Design, b.Design)
	a.Other = form.Plus(a.Other, b.Other)
	a.Domestic = form.Plus(a.Domestic, b.Domestic)
	a.Overseas = form.Plus(a.Overseas, b.Overseas)
	a.Unnamed = form.Plus(a.Unnamed, b.Unnamed)
}

// TaxLimits are what the limits leave of an enterprise's year. They hold over all projects together, never row by row.
type TaxLimits struct {
	Other    int64 // 7.2: min(7.1, five × 10% ÷ 90%)
	Domestic int64 // 委托境内允许额: 80%
	Overseas int64 // 委托境外限额后: min(80%, (five + 7.2 + domestic allowed) × 2/3)
	Allowed  int64 // 允许加计扣除金额合计
}

// TaxLedger is the summary of the tax ledger. Its figure is never used for the add-back: that is another regime.
type TaxLedger struct {
	Rows                         []TaxRow // by project, 费用化 before 资本化
	Expensed, Capitalised, Total TaxAmounts
	Limits                       TaxLimits
}

// Tax computes the summary from the ledger.
func Tax(in *Inputs) TaxLedger {
	type key struct{ project, treatment string }
	rows := map[key]*TaxRow{}
	for i := range in.Ledger {
		sum := &in.Ledger[i]
		k := key{sum.Project, sum.Treatment}
		row := rows[k]
		if row == nil {
			row = &TaxRow{Project: sum.Project, Treatment: sum.Treatment}
			rows[k] = row
		}
		row.book(sum)
	}
	var t TaxLedger
	for _, row := range rows {
		t.Rows = append(t.Rows, *row)
		t.Total.add(row.TaxAmounts)
		switch row.Treatment {
		case "费用化":
			t.Expensed.add(row.TaxAmounts)
		case "资本化":
			t.Capitalised.add(row.TaxAmounts)
		}
	}
	sort.Slice(t.Rows, func(i, j int) bool {
		a, b := t.Rows[i], t.Rows[j]
		if a.Project != b.Project {
			return a.Project < b.Project
		}
		return a.Treatment < b.Treatment // 费用化 before 资本化
	})
	t.Limits = limits(t.Total)
	return t
}

// book puts a sum into its column. 装备调试与试验 goes with design, as 新产品设计费等 does in the tax ledger.
func (a *TaxAmounts) book(sum *Sum) {
	switch sum.Category {
	case labour:
		a.Labour = form.Plus(a.Labour, sum.Amount)
	case "直接投入":
		a.Direct = form.Plus(a.Direct, sum.Amount)
	case "折旧与长期待摊":
		a.Depreciation = form.Plus(a.Depreciation, sum.Amount)
	case "无形资产摊销":
		a.Amortisation = form.Plus(a.Amortisation, sum.Amount)
	case "设计", "装备调试与试验":
		a.Design = form.Plus(a.Design, sum.Amount)
	case commissioned:
		switch sum.Counterparty {
		case "境外机构":
			a.Overseas = form.Plus(a.Overseas, sum.Amount)
		case "":
			a.Unnamed = form.Plus(a.Unnamed, sum.Amount)
		default:
			a.Domestic = form.Plus(a.Domestic, sum.Amount)
		}
	default:
		a.Other = form.Plus(a.Other, sum.Amount)
	}
}

// limits applies the three caps, each rounded once to 分.
func limits(total TaxAmounts) TaxLimits {
	five := max(total.Five(), 0)
	l := TaxLimits{
		Other:    min(max(total.Other, 0), divide(five, 9)),
		Domestic: divide(max(total.Domestic, 0)*8, 10),
	}
	cap := divide((five+l.Other+l.Domestic)*2, 3)
	l.Overseas = min(divide(max(total.Overseas, 0)*8, 10), cap)
	l.Allowed = five + l.Other + l.Domestic + l.Overseas
	return l
}
