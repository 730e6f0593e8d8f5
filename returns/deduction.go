package returns

import (
	"maps"
	"slices"

	"yice/form"
	"yice/text"
)

// A107012, 研发费用加计扣除优惠明细表 (layout of 2021). Its lines are the expensed lines of the year's projects; line 42 tells
// what was capitalised beside them. Lines 43, 44, 46, 48 and 49 come from the register of intangibles and from sales,
// which are not kept here: they stay empty and the form is finished by hand.

var (
	deducted    = taxable.and(on(dimTreatment, form.Expensed))
	capitalised = taxable.and(on(dimTreatment, form.Capitalised))
)

// returnDeduction is the form as a declared table.
var returnDeduction = Return{
	ID: "A107012", Number: text.Same("A107012"), Basis: text.ReturnsBasisTax, Measure: InYuan,
	Title: text.ReturnsDeductionTitle, Note: text.ReturnsDeductionNote, Recalled: text.ReturnsDeductionRecalled, Ledger: true,
	Registers: []string{"project"},
	Lines:     linesDeduction(),
	Relations: []Relation{
		{ID: "A107012.3", Whole: "3", Parts: []string{"4", "5", "6"}},
		{ID: "A107012.7", Whole: "7", Parts: []string{"8", "9", "10", "11", "12", "13", "14", "15"}},
		{ID: "A107012.16", Whole: "16", Parts: []string{"17", "18"}, Equal: true},
		{ID: "A107012.19", Whole: "19", Parts: []string{"20", "21", "22"}},
		{ID: "A107012.23", Whole: "23", Parts: []string{"24", "25", "26", "27"}},
		{ID: "A107012.28", Whole: "28", Parts: []string{"29", "30", "31", "32", "33"}},
	},
	slices: func(in *Inputs) []*Slice {
		return []*Slice{{ID: "year", Title: text.ReturnsAmount, in: in, sums: in.Ledger, blank: in.empty()}}
	},
}

// itemChapters are the lines that the items of one chapter tell apart.
var itemChapters = map[string]where{
	"1": on(dimCategory, labour), "2": on(dimCategory, "直接投入"), "4": on(dimCategory, amortisation),
	"5": on(dimCategory, "设计", "装备调试与试验"), "6": on(dimCategory, "其他"),
}

func linesDeduction() []Line {
	money := func(number, zh, en string, level int, f Formula) Line {
		return Line{ID: number, Number: number, Title: text.Pair{ZH: zh, EN: en}, Level: level, Measure: InYuan, Formula: f}
	}
	item := func(number, code string) Line {
		return Line{ID: number, Number: number, Title: codeTitle("item", code), Level: 2, Measure: InYuan, Formula: lines(deducted.and(on(dimItem, code))).among(dimItem, deducted.and(itemChapters[code[:1]]))}
	}
	by := func(w where) Formula { return lines(deducted.and(w)) }
	count := Line{
		ID: "1", Number: "1", Title: text.Pair{ZH: "本年可享受研发费用加计扣除项目数量", EN: "projects with deductible R&D"}, Measure: InProjects,
		Formula: countDeductible(),
	}
	unnumbered := func(id string, title text.Pair, f Formula) Line {
		return Line{ID: id, Title: title, Measure: InYuan, Formula: f, Hidden: true}
	}
	apart := func(id string, title text.Pair, w where) Line {
		return Line{ID: id, Title: title, Group: text.ReturnsDeductionApart, Apart: true, Measure: InYuan, Formula: lines(w)}
	}
	return []Line{
		count,
		money("2", "一、自主研发、合作研发、集中研发", "I. own, joint and pooled R&D", 0, plus("3", "7", "16", "19", "23", "34")),
		money("3", "（一）人员人工费用", "(1) labour", 1, by(on(dimCategory, labour))),
		item("4", "1.1"), item("5", "1.2"), item("6", "1.3"),
		money("7", "（二）直接投入费用", "(2) direct inputs", 1, by(on(dimCategory, "直接投入"))),
		item("8", "2.1"), item("9", "2.2"), item("10", "2.3"), item("11", "2.4"), item("12", "2.5"), item("13", "2.6"), item("14", "2.7"), item("15", "2.8"),
		money("16", "（三）折旧费用", "(3) depreciation", 1, by(instruments)),
		money("17", "研发仪器的折旧费", "instruments", 2, by(on(dimCategory, wear).and(on(dimItem, form.InstrumentWear)))),
		money("18", "研发设备的折旧费", "equipment", 2, by(on(dimCategory, wear).and(on(dimItem, form.EquipmentWear)))),
		money("19", "（四）无形资产摊销", "(4) amortisation", 1, by(on(dimCategory, amortisation))),
		item("20", "4.1"), item("21", "4.2"), item("22", "4.3"),
		money("23", "（五）新产品设计费等", "(5) design and the like", 1, by(on(dimCategory, "设计", "装备调试与试验"))),
		item("24", "5.1"), item("25", "5.2"), item("26", "5.3"), item("27", "5.4"),
		money("28", "（六）其他相关费用", "(6) other", 1, by(on(dimCategory, "其他"))),
		item("29", "6.1"), item("30", "6.2"), item("31", "6.3"), item("32", "6.4"), item("33", "6.5"),
		money("34", "（七）经限额调整后的其他相关费用", "(7) other, as limited", 1, least("28", "cap")),
		money("35", "二、委托研发", "II. commissioned R&D", 0, plus("36", "37")),
		money("36", "（一）委托境内机构或个人", "(1) in the country", 1, by(on(dimCategory, commissioned).and(on(dimCounterparty, atHome...)))),
		money("37", "（二）委托境外机构", "(2) institutions abroad", 1, by(on(dimCategory, commissioned).and(on(dimCounterparty, abroad)))),
		money("38", "其中：允许加计扣除的委托境外机构费用", "of it: deductible", 2, least("37×80%", "(2+36×80%)×2/3")),
		money("40", "三、年度研发费用小计（2＋36×80%＋38）", "III. R&D of the year (2 + 36 × 80% + 38)", 0, plus("2+", "36×80%", "38")),
		money("41", "（一）本年费用化金额", "(1) expensed", 1, plus("40")),
		money("42", "（二）本年资本化金额（另列，本年不扣）", "(2) capitalised, apart, not deducted this year", 1, lines(capitalised)),
		money("45", "六、允许扣除的研发费用合计（未含 43、44 行无形资产摊销）", "VI. deductible R&D (without lines 43 and 44)", 0, plus("41")),
		money("50", "八、加计扣除比例（%）", "VIII. rate (%)", 0, of("", "", text.ReturnsDeductionRate, func(*Slice) Figure { return known(deductionRate) })).as(InPercent),
		money("51", "九、本年研发费用加计扣除总额（未减 46、48、49 行）", "IX. extra deduction (before lines 46, 48 and 49)", 0, portion("45", deductionRate, 100*100)),
		apart("worn", text.ReturnsTaxWorn, deducted.and(standApart[0])),
		apart("unnamed", text.ReturnsTaxUnnamed, deducted.and(standApart[1])),
		apart("blank", text.ReturnsTaxBlank, deducted.and(standApart[2])),
		apart("untreated", text.ReturnsTaxUntreated, taxable.and(off(dimTreatment, form.Expensed, form.Capitalised))),
		apart("unassigned", text.ReturnsTaxUnassigned, on(dimProject, "").and(off(dimNonTaxable, form.Yes))),
		apart("non-taxable", text.ReturnsTaxNonTaxable, on(dimNonTaxable, form.Yes)),
		unnumbered("five", text.ReturnsTaxFive, plus("3", "7", "16", "19", "23")),
		unnumbered("cap", text.ReturnsTaxCap, portion("five", 1, 9)),
		unnumbered("2+", text.ReturnsTaxOwn, portion("2", 1, 1)),
		unnumbered("36×80%", text.ReportTaxColumns[14], portion("36", 8, 10)),
		unnumbered("37×80%", text.ReturnsTaxAbroad80, portion("37", 8, 10)),
		unnumbered("2+36×80%", text.ReturnsTaxEligible, plus("2+", "36×80%")),
		unnumbered("(2+36×80%)×2/3", text.ReturnsTaxTwoThirds, portion("2+36×80%", 2, 3)),
	}
}

// deductionRate is 100% in hundredths of a percent: recalled, see the document the return names.
const deductionRate = 100 * 100

func (l Line) as(m Measure) Line {
	l.Measure = m
	return l
}

// standApart are the expensed lines of a project of which nothing is deducted.
var standApart = []where{
	on(dimCategory, wear).and(off(dimItem, form.InstrumentWear, form.EquipmentWear)),
	on(dimCategory, commissioned).and(on(dimCounterparty, "")),
	on(dimCategory, ""),
}

// deductibleProjects are the projects with an expensed line that may be deducted.
func deductibleProjects(s *Slice) where {
	seen := map[string]bool{}
	for _, sum := range s.sums {
		apart := slices.ContainsFunc(standApart, func(w where) bool { return w.holds(sum) })
		if sum.Amount != 0 && deducted.holds(sum) && !apart {
			seen[sum.Project] = true
		}
	}
	return has("code", slices.Sorted(maps.Keys(seen))...)
}

// countDeductible counts them by the ledger: a project that no row tells of is one.
func countDeductible() Formula {
	f := of("project", "code", text.ReturnsDeductionCount, func(s *Slice) Figure {
		if s.blank {
			return Figure{}
		}
		return known(int64(len(deductibleProjects(s)[0].Values)))
	})
	f.rows = deductibleProjects
	return f
}
