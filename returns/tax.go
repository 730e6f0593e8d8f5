package returns

import (
	"cmp"
	"slices"

	"yice/form"
	"yice/text"
)

// The summary of the tax ledger (研发支出辅助账汇总表, layout of 2021). What may be deducted is less than what was spent:
// money that names no project or was paid from non-taxable income stands apart, as does depreciation of anything but
// instruments and equipment; what is capitalised is amortised in later years and not deducted in this.

// Words of the ledger that the rules ask for.
const (
	wear         = "折旧与长期待摊"
	amortisation = "无形资产摊销"
	abroad       = "境外机构"
)

var (
	atHome      = []string{"境内研究机构", "境内高校", "境内企业"}
	taxable     = off(dimProject, "").and(off(dimNonTaxable, form.Yes))
	instruments = on(dimCategory, wear).and(on(dimItem, form.InstrumentWear, form.EquipmentWear))
)

// taxLines are the columns of the summary, for a part of the ledger; the limits hold over all projects together and stand
// in the slices named.
func taxLines(w where, limited ...string) []Line {
	l := func(id, number string, title text.Pair, f Formula) Line {
		return Line{ID: id, Number: number, Title: title, Measure: InYuan, Formula: f}
	}
	h := func(id string, title text.Pair, f Formula, hidden bool) Line {
		return Line{ID: id, Title: title, Measure: InYuan, Formula: f, Only: limited, Hidden: hidden}
	}
	c := text.ReportTaxColumns
	limit := l("7.2", "7.2", c[12], least("7.1", "cap"))
	limit.Only = limited
	return []Line{
		h("allowed", c[4], plus("6+", "7.2", "home80", "abroadmax"), false),
		l("1", "1", c[5], lines(w.and(on(dimCategory, labour)))),
		l("2", "2", c[6], lines(w.and(on(dimCategory, "直接投入")))),
		l("3", "3", c[7], lines(w.and(instruments))),
		l("4", "4", c[8], lines(w.and(on(dimCategory, amortisation)))),
		l("5", "5", c[9], lines(w.and(on(dimCategory, "设计", "装备调试与试验")))),
		l("6", "6", c[10], plus("1", "2", "3", "4", "5")),
		l("7.1", "7.1", c[11], lines(w.and(on(dimCategory, "其他")))),
		limit,
		l("home", "", c[13], lines(w.and(on(dimCategory, commissioned)).and(on(dimCounterparty, atHome...)))),
		h("home80", c[14], portion("home", 8, 10), false),
		l("abroad", "", c[15], lines(w.and(on(dimCategory, commissioned)).and(on(dimCounterparty, abroad)))),
		h("abroadmax", c[16], least("abroad80", "twothirds"), false),
		l("worn", "", text.ReturnsTaxWorn, lines(w.and(on(dimCategory, wear)).and(off(dimItem, form.InstrumentWear, form.EquipmentWear)))),
		l("unnamed", "", text.ReturnsTaxUnnamed, lines(w.and(on(dimCategory, commissioned)).and(on(dimCounterparty, "")))),
		l("blank", "", text.ReturnsTaxBlank, lines(w.and(on(dimCategory, "")))),
		l("spent", "", text.ReturnsTaxSpent, plus("6", "7.1", "home", "abroad", "worn", "unnamed", "blank")),
		h("6+", text.ReturnsTaxFive, portion("6", 1, 1), true),
		h("cap", text.ReturnsTaxCap, portion("6", 1, 9), true),
		h("abroad80", text.ReturnsTaxAbroad80, portion("abroad", 8, 10), true),
		h("eligible", text.ReturnsTaxEligible, plus("6+", "7.2", "home80"), true),
		h("twothirds", text.ReturnsTaxTwoThirds, portion("eligible", 2, 3), true),
	}
}

// returnTax is the summary as a declared table: a slice a project and a treatment, and the sums beneath.
var returnTax = Return{
	ID: "tax-ledger", Number: text.ReturnsTaxNumber, Basis: text.ReturnsBasisTax, Measure: InYuan,
	Title: text.ReportTaxTitle, Note: text.ReportTaxNote, Across: true, Ledger: true, Recalled: text.ReturnsTaxRecalled,
	Heads:  []text.Pair{text.ReportTaxColumns[0], text.ReportTaxColumns[1], text.ReportTaxColumns[3]},
	Lines:  taxLines(nil, "expensed"),
	Spent:  []string{"spent"},
	slices: slicesTax,
}

func slicesTax(in *Inputs) []*Slice {
	names := map[string]string{}
	for _, r := range in.Registers["project"] {
		names[r.Key()] = r.Str("name")
	}
	type key struct{ project, treatment string }
	rows := map[key]*Slice{}
	var out []*Slice
	for _, sum := range part(in.Ledger, taxable) {
		k := key{sum.Project, sum.Treatment}
		s := rows[k]
		if s == nil {
			s = &Slice{
				ID: sum.Project + " " + sum.Treatment, Title: text.Same(sum.Project), in: in, key: sum.Project, treatment: sum.Treatment,
				Heads: []text.Pair{text.Same(sum.Project), text.Same(names[sum.Project]), codeTitle("treatment", sum.Treatment)},
				where: taxable.and(on(dimProject, sum.Project)).and(on(dimTreatment, sum.Treatment)),
			}
			rows[k] = s
			out = append(out, s)
		}
		s.sums = append(s.sums, sum)
	}
	slices.SortFunc(out, func(a, b *Slice) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.treatment, b.treatment)) // 费用化 before 资本化
	})
	total := func(id string, title, apart text.Pair, w where) *Slice {
		return &Slice{
			ID: id, Title: title, Heads: []text.Pair{title, {}, {}}, Total: true, Apart: apart, in: in, where: w, sums: part(in.Ledger, w), blank: in.empty(),
		}
	}
	return append(out,
		total("expensed", text.ReportTaxExpensed, text.Pair{}, taxable.and(on(dimTreatment, form.Expensed))),
		total("capitalised", text.ReportTaxCapitalised, text.ReturnsTaxCapitalisedApart, taxable.and(on(dimTreatment, form.Capitalised))),
		total("untreated", text.ReturnsTaxUntreated, text.ReturnsTaxUntreated, taxable.and(off(dimTreatment, form.Expensed, form.Capitalised))),
		total("unassigned", text.ReturnsTaxUnassigned, text.ReturnsTaxUnassigned, on(dimProject, "").and(off(dimNonTaxable, form.Yes))),
		total("non-taxable", text.ReturnsTaxNonTaxable, text.ReturnsTaxNonTaxable, on(dimNonTaxable, form.Yes)),
		total("total", text.ReportTotal, text.Pair{}, nil),
	)
}

// TaxRow is one row of the summary: a project and a treatment. Amounts are 分.
type TaxRow struct {
	Project   string // natural key
	Treatment string // 资本化 or 费用化; as it stands in the ledger
	TaxAmounts
}

// TaxAmounts are the columns that add up over rows.
type TaxAmounts struct {
	Labour, Direct, Depreciation, Amortisation, Design int64 // 1–5
	Five                                               int64 // 6, 前五项小计
	Other                                              int64 // 7.1
	Domestic, Overseas                                 int64 // 委托境内, 委托境外 发生额
	// Worn is depreciation of other things than instruments and equipment, long-term deferral, and what does not say which;
	// Unnamed is commissioned work whose counterparty is not named; Blank has no category. Nothing of them can be allowed.
	Worn, Unnamed, Blank int64
	Spent                int64 // everything booked, allowed or not
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
	Rows                  []TaxRow // by project, 费用化 before 资本化
	Expensed, Capitalised TaxAmounts
	// Untreated says neither; Unassigned names no project; NonTaxable was paid from non-taxable income. They stand apart.
	Untreated, Unassigned, NonTaxable TaxAmounts
	Total                             TaxAmounts
	Limits                            TaxLimits // of Expensed
}

// Tax reads the summary off its table.
func Tax(in *Inputs) TaxLedger {
	table := returnTax.Make(in)
	var t TaxLedger
	for _, s := range table.Slices {
		a := amountsOf(table.cells[s])
		switch s.ID {
		case "expensed":
			t.Expensed, t.Limits = a, limitsOf(table.cells[s])
		case "capitalised":
			t.Capitalised = a
		case "untreated":
			t.Untreated = a
		case "unassigned":
			t.Unassigned = a
		case "non-taxable":
			t.NonTaxable = a
		case "total":
			t.Total = a
		default:
			t.Rows = append(t.Rows, TaxRow{s.key, s.treatment, a})
		}
	}
	return t
}

func amountsOf(c map[string]Figure) TaxAmounts {
	return TaxAmounts{
		Labour: c["1"].Exact, Direct: c["2"].Exact, Depreciation: c["3"].Exact, Amortisation: c["4"].Exact, Design: c["5"].Exact,
		Five: c["6"].Exact, Other: c["7.1"].Exact, Domestic: c["home"].Exact, Overseas: c["abroad"].Exact,
		Worn: c["worn"].Exact, Unnamed: c["unnamed"].Exact, Blank: c["blank"].Exact, Spent: c["spent"].Exact,
	}
}

func limitsOf(c map[string]Figure) TaxLimits {
	return TaxLimits{Other: c["7.2"].Exact, Domestic: c["home80"].Exact, Overseas: c["abroadmax"].Exact, Allowed: c["allowed"].Exact}
}
