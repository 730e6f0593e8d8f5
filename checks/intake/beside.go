package intake

import (
	"fmt"
	"slices"
)

func init() { layouts = append(layouts, besides) }

// besides are tables that say beside an amount that it does not count, or not all of it: an accountant would not add such
// lines up, and no column of a ledger's fields says so.
func besides(seed uint64) (all []Case) {
	for _, c := range []struct{ name, caption, plain, odd string }{
		{"void", "状态", "正常", "已作废"},
		{"void-flag", "作废标志", "否", "是"},
		{"not-valid", "是否有效", "是", "否"},
		{"not-posted", "记账状态", "已记账", "未记账"},
		{"not-approved", "审批状态", "审批通过", "审批中"},
		{"red", "红蓝字", "蓝", "红"},
		{"reversed", "是否红冲", "否", "是"},
		{"income", "收支", "支出", "收入"},
		{"currency", "币种", "人民币", "USD"},
		{"row-unit", "单位", "元", "万元"},
		{"not-research", "是否研发", "是", "否"},
		{"production", "研发/生产", "研发", "生产"},
		{"company", "公司", "本公司", "子公司"},
		{"budget", "版本", "实际", "预算"},
		{"remark", "备注", "", "作废"},
		{"share", "研发金额", "", "0.01"},
		{"adjusted", "审计调整", "", "-0.01"},
		{"part", "研发分摊比例", "100%", "40%"},
		{"hours", "研发工时占比", "1", "0.35"},
		{"struck-out", "备注", "", "重复，已删除"},
		{"in-brackets", "说明事项", "", "【作废】"},
		{"received", "用途说明", "", "收到政府补助"},
		{"sample", "填写说明", "", "示例"},
		{"less", "内容说明", "", "减：政府补助"},
	} {
		lines := handLines(source(seed, "beside-"+c.name), 24, 1)
		s := Sheet{Name: "Sheet1"}
		s.words(Header, append(append([]string{}, handHeader...), c.caption)...)
		for i, e := range lines {
			said := c.plain
			if i%7 == 3 {
				said = c.odd
			}
			s.add(Other, T(e.Date()), T("记-1"), T(e.Summary), T(e.Category), T(e.Treatment), P(e.Amount()), T(said))
		}
		all = append(all, simple("beside-"+c.name, byHand, "「"+c.caption+"」 says of some lines that they do not count as they stand.", MustRefuse, one(s), "xlsx", "csv"))
	}
	for _, unit := range []string{"美元", "万美元", "原币", "元/万元"} {
		lines := handLines(source(seed, "beside-unit-"+unit), 12, 1)
		h := hand{header: append(append([]string{}, handHeader[:5]...), "金额（"+unit+"）")}
		all = append(all, simple("unit-"+unit, byHand, "No unit of RMB, or two.", MustRefuse, one(h.sheet("Sheet1", lines)), "xlsx", "csv"))
		above := hand{above: []string{"\t单位：" + unit}}
		all = append(all, simple("unit-above-"+unit, byHand, "No unit of RMB, or two, over the table.", MustRefuse, one(above.sheet("Sheet1", lines)), "xlsx", "csv"))
	}
	return append(append(all, severalColumns(seed)...), severalSheets(seed)...)
}

// severalSheets are workbooks of which not every sheet counts, though all have the columns of the form.
func severalSheets(seed uint64) (all []Case) {
	for _, names := range [][2]string{{"定稿", "草稿"}, {"有效", "作废"}, {"实际", "预算"}, {"填报", "填报示例"}, {"2022年", "2023年"}, {"甲公司", "乙公司"}} {
		name := "sheets-" + names[0] + "-" + names[1]
		lines := handLines(source(seed, name), 24, 1)
		g := Grid{Sheets: []Sheet{hand{}.sheet(names[0], lines[:14]), hand{}.sheet(names[1], lines[14:])}}
		all = append(all, simple(name, byHand, "By their names not all of the sheets are to be counted.", MustRefuse, g, "xlsx", "ods", "biff8"))
	}
	lines := handLines(source(seed, "scientific"), 12, 1)
	s := hand{amount: func(_ int, a Fen) Cell {
		return Cell{Text: a.Plain(), Number: a.Plain(), Format: "0.0E+00", Money: true}
	}}.sheet("Sheet1", lines)
	return append(all, simple("amounts-in-two-digits", byHand, "A format shows two digits of each amount.", MustRefuse, one(s), "xlsx"))
}

// severalColumns are 多栏明细账: debit and credit in all, then a category a column; each month is closed in red or in black.
func severalColumns(seed uint64) (all []Case) {
	for name, sign := range map[string]Fen{"several-columns-red": -1, "several-columns-black": 1} {
		lines := handLines(source(seed, name), 24, 1)
		var cats []string
		for _, e := range lines {
			if !slices.Contains(cats, e.Category) {
				cats = append(cats, e.Category)
			}
		}
		s := Sheet{Name: "多栏账"}
		s.words(Title, "研发支出多栏明细账")
		s.words(Header, append([]string{"日期", "凭证号数", "摘要", "借方合计", "贷方合计", "余额"}, cats...)...)
		balance, by := Fen(0), make([]Fen, len(cats))
		row := func(debit, credit Cell, e Entry, summary string, parts func(i int) Fen) []Cell {
			cells := []Cell{T(e.Date()), T(fmt.Sprintf("记-%d", e.Voucher)), T(summary), debit, credit, P(balance)}
			for i := range cats {
				if n := parts(i); n != 0 {
					cells = append(cells, P(n))
				} else {
					cells = append(cells, E)
				}
			}
			return cells
		}
		for i, e := range lines {
			e.Treatment = ""
			at := slices.Index(cats, e.Category)
			balance += e.Amount()
			by[at] += e.Amount()
			s.line(e, row(P(e.Amount()), E, e, e.Summary, func(i int) Fen {
				if i == at {
					return e.Amount()
				}
				return 0
			})...)
			if i+1 < len(lines) && lines[i+1].Day.Month() == e.Day.Month() {
				continue
			}
			month := balance
			balance = 0
			s.add(Other, row(E, P(month), e, "结转研发费用", func(i int) Fen { return sign * by[i] })...)
			clear(by)
		}
		all = append(all, simple(name, byHand, "A ledger of several columns, each month closed on the credit side.", Right, one(s), "xlsx", "csv-gb18030", "html"))
	}
	return all
}
