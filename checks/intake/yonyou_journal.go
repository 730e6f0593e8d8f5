package intake

import (
	"fmt"
	"time"
)

func init() { layouts = append(layouts, yonyouJournals) }

func yonyouJournals(seed uint64) (all []Case) {
	const u8journal, plus = "用友 U8 序时账", "用友 T+ 序时账"
	book := func(name string, last int) []Entry { return accounts(source(seed, name), last, true) }
	put := func(c Case) { all = append(all, c) }

	b := book("u8-journal", 6)
	s := Sheet{Name: "序时账"}
	s.words(Title, "序时账")
	s.words(Title, "期间：2023.01-2023.06", "", "", "单位：示例水务有限公司")
	s.words(Header, "日期", "凭证号数", "摘要", "科目编码", "科目名称", "借方金额", "贷方金额")
	journal(&s, b, func(e Entry) []Cell {
		return []Cell{T(e.Day.Format("2006.01.02")), T(fmt.Sprintf("记-%04d", e.Voucher)), T(e.Summary), T(e.Code), T(e.Name("_")), amount(e.Debit), amount(e.Credit)}
	})
	d, c := sums(b)
	s.add(Total, E, E, T("合计"), E, E, M(d), M(c))
	put(simple("u8-journal", u8journal, "Every entry of every voucher: only the 借方 of accounts under 5301 is R&D spending. 合计 is the sum of all accounts.", Right, one(s), "xlsx", "csv-gb18030", "html").mutable())

	b = book("u8-journal-monthly", 6)
	s = Sheet{Name: "序时账"}
	s.words(Title, "序时账")
	s.words(Header, "制单日期", "凭证号数", "摘要", "科目编码", "科目名称", "借方金额", "贷方金额", "制单人")
	for _, m := range months(b) {
		journal(&s, m, func(e Entry) []Cell {
			return []Cell{T(e.Day.Format("2006-01-02")), T(fmt.Sprintf("记-%04d", e.Voucher)), T(e.Summary), T(e.Code), T(e.Name("_")), amount(e.Debit), amount(e.Credit), T("王会计")}
		})
		d, c := sums(m)
		s.add(Total, E, E, T("本月合计"), E, E, M(d), M(c))
	}
	d, c = sums(b)
	s.add(Total, E, E, T("累计"), E, E, M(d), M(c))
	put(simple("u8-journal-monthly-totals", u8journal, "The same with 本月合计 after each month and 累计 at the end.", Right, one(s), "xlsx", "csv", "xml2003").mutable())

	b = book("u8-journal-side", 6)
	s = Sheet{Name: "序时账"}
	s.words(Title, "序时账", "", "", "", "", "", "币种：人民币")
	s.words(Header, "日期", "凭证号数", "科目编码", "科目名称", "摘要", "方向", "数量", "外币", "金额")
	journal(&s, b, func(e Entry) []Cell {
		side, a := "借", e.Debit
		if e.Credit != 0 {
			side, a = "贷", e.Credit
		}
		return []Cell{T(e.Day.Format("2006.01.02")), T(fmt.Sprintf("记-%04d", e.Voucher)), T(e.Code), T(e.Last()), T(e.Summary), T(side), E, E, M(a)}
	})
	put(simple("u8-journal-side-and-amount", u8journal, "方向 and 金额 instead of two columns; only the last level of the account's name: 费用化 or 资本化 is told by the code 530101 or 530102 to who knows the chart, and the file does not say it. The treatment is right, empty, or asked.",
		RightOrAsk, one(s), "xlsx", "csv-gb18030").loose("treatment"))

	b = book("tplus-journal", 6)
	s = Sheet{Name: "序时账"}
	s.words(Header, "序号", "日期", "凭证字号", "摘要", "科目编码", "科目全称", "辅助核算", "借方金额（本币）", "贷方金额（本币）", "制单人")
	n := 0
	journal(&s, b, func(e Entry) []Cell {
		n++
		aux := ""
		if e.Project != "" {
			aux = "项目：" + e.Project
		}
		return []Cell{N(itoa(n)), D(e.Day), T(fmt.Sprintf("记-%d", e.Voucher)), T(e.Summary), T(e.Code), T(e.Name("/")), T(aux), amount(e.Debit), amount(e.Credit), T("张丽")}
	})
	d, c = sums(b)
	s.add(Total, T("合计"), E, E, E, E, E, E, M(d), M(c))
	put(simple("tplus-journal", plus, "序号 in front; the account's whole name with slashes; 辅助核算 in words.", Right, one(s), "xlsx", "csv", "html").mutable())

	b = research(book("tplus-ledger", 6))
	s = Sheet{Name: "明细账"}
	s.words(Title, "明细账")
	s.words(Title, "会计期间：2023.01 至 2023.06")
	s.words(Header, "科目编码", "科目名称", "日期", "凭证字号", "摘要", "借方金额", "贷方金额", "方向", "余额")
	for _, code := range codes(b) {
		tplusBlock(&s, of(b, code))
	}
	put(simple("tplus-ledger", "用友 T+ 明细账", "The account on every row, on those of 期初余额 and the totals too.", Right, one(s), "xlsx", "csv-utf16le-bom", "html").mutable())

	put(haokuaiji(seed, "haokuaiji-journal", false))
	put(haokuaiji(seed, "haokuaiji-journal-merged", true))
	put(twiceEqual(seed))
	put(totalInSummary(seed))
	return all
}

// loose says of a case that a field may also be empty.
func (c Case) loose(field string) Case {
	for i := range c.Steps {
		c.Steps[i].Loose = append(c.Steps[i].Loose, field)
	}
	return c
}

// journal writes entries, each of the kind it is to who asks for 5301.
func journal(s *Sheet, b []Entry, cells func(Entry) []Cell) {
	for _, e := range b {
		switch {
		case e.Category != "":
			s.line(e, cells(e)...)
		case e.Closing:
			s.add(Closing, cells(e)...)
		default:
			s.add(Other, cells(e)...)
		}
	}
}

func sums(b []Entry) (debit, credit Fen) {
	for _, e := range b {
		debit, credit = debit+e.Debit, credit+e.Credit
	}
	return debit, credit
}

func tplusBlock(s *Sheet, b []Entry) {
	if len(b) == 0 {
		return
	}
	code, name := T(b[0].Code), T(b[0].Name("_"))
	s.add(Opening, code, name, T("2023-01-01"), E, T("期初余额"), E, E, T("平"), E)
	var balance, debits, credits Fen
	for _, m := range months(b) {
		for _, e := range m {
			balance += e.Amount()
			cells := []Cell{code, name, T(e.Day.Format("2006-01-02")), T(fmt.Sprintf("记-%d", e.Voucher)), T(e.Summary), amount(e.Debit), amount(e.Credit), T("借"), amount(balance)}
			if e.Closing {
				s.add(Closing, cells...)
			} else {
				s.line(e, cells...)
			}
		}
		d, c := sums(m)
		debits, credits = debits+d, credits+c
		end := time.Date(year, m[0].Day.Month()+1, 0, 0, 0, 0, 0, time.UTC).Format("2006-01-02")
		s.add(Total, code, name, T(end), E, T("本月合计"), amount(d), amount(c), T("借"), amount(balance))
		s.add(Total, code, name, T(end), E, T("本年累计"), amount(debits), amount(credits), T("借"), amount(balance))
	}
}

// haokuaiji is 好会计's 序时簿, with or without the voucher's cells merged over its entries.
func haokuaiji(seed uint64, name string, merged bool) Case {
	b := accounts(source(seed, name), 6, true)
	s := Sheet{Name: "序时簿"}
	s.words(Title, "序时簿")
	s.merge(0, 7, 1)
	s.words(Title, "示例水务有限公司", "", "", "", "2023年第1期至2023年第6期", "", "", "单位：元")
	s.words(Header, "日期", "凭证字号", "摘要", "科目编码", "科目", "借方", "贷方", "制单人")
	for i := 0; i < len(b); {
		last := i
		for last+1 < len(b) && b[last+1].Voucher == b[i].Voucher && b[last+1].Day.Equal(b[i].Day) {
			last++
		}
		for n := i; n <= last; n++ {
			e := b[n]
			date, voucher, who := T(e.Day.Format("2006-01-02")), T(fmt.Sprintf("记-%d", e.Voucher)), T("张丽")
			if merged && n > i {
				date, voucher, who = E, E, E
			}
			journal(&s, []Entry{e}, func(Entry) []Cell {
				return []Cell{date, voucher, T(e.Summary), T(e.Code), T(e.Code + " " + e.Name("-")), amount(e.Debit), amount(e.Credit), who}
			})
			if merged && n == i && last > i {
				for _, c := range []int{0, 1, 7} {
					s.merge(c, c, last-i+1)
				}
			}
		}
		i = last + 1
	}
	d, c := sums(b)
	s.add(Total, T("合计"), E, E, E, E, M(d), M(c))
	return simple(name, "好会计 序时簿", "Date and number of a voucher stand once, before all its entries, where the cells are merged.", Right, one(s), "xlsx", "html", "xml2003").mutable()
}

// twiceEqual has two equal entries at the start, so that the second equals the running sum.
func twiceEqual(seed uint64) Case {
	b := accounts(source(seed, "u8-journal-equal"), 3, true)
	for i, e := range b {
		if e.Category != "" {
			b = append(b[:i+1], append([]Entry{e}, b[i+1:]...)...)
			break
		}
	}
	s := Sheet{Name: "序时账"}
	s.words(Header, "日期", "凭证号数", "摘要", "科目编码", "科目名称", "借方金额", "贷方金额")
	journal(&s, b, func(e Entry) []Cell {
		return []Cell{T(e.Day.Format("2006-01-02")), T(fmt.Sprintf("记-%04d", e.Voucher)), T(e.Summary), T(e.Code), T(e.Name("_")), amount(e.Debit), amount(e.Credit)}
	})
	return simple("u8-journal-equal-entries", "用友 U8 序时账", "Two machines of one price written off in one voucher: two equal rows are two entries, though the second equals the sum of what stands above it.",
		Right, one(s), "xlsx", "csv-gb18030")
}

// totalInSummary has entries whose 摘要 speaks of totals.
func totalInSummary(seed uint64) Case {
	b := accounts(source(seed, "u8-journal-words"), 4, true)
	words := []string{"支付一季度合计试验费", "累计工时分摊", "分摊公共费用小计数"}
	for i, n := 0, 0; i < len(b) && n < len(words); i++ {
		if b[i].Category != "" {
			b[i].Summary = words[n]
			n++
		}
	}
	s := Sheet{Name: "序时账"}
	s.words(Header, "日期", "凭证号数", "摘要", "科目编码", "科目名称", "借方金额", "贷方金额")
	journal(&s, b, func(e Entry) []Cell {
		return []Cell{T(e.Day.Format("2006-01-02")), T(fmt.Sprintf("记-%04d", e.Voucher)), T(e.Summary), T(e.Code), T(e.Name("_")), amount(e.Debit), amount(e.Credit)}
	})
	return simple("u8-journal-totals-in-words", "用友 U8 序时账", "摘要 with 合计, 累计 or 小计 in it beside a date, a voucher and an account: entries, not totals. Right, or asked.",
		RightOrAsk, one(s), "xlsx", "csv")
}
