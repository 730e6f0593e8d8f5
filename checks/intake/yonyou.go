package intake

import (
	"fmt"
	"time"
)

func init() { layouts = append(layouts, yonyouLedgers, yonyouJournals) }

// u8 is how a 明细账 of U8 is printed.
type u8 struct {
	split    bool // month and day in two columns under the year
	accounts bool // the account in two columns of the table, not above it
	page     int  // lines a page; 0 for no pages
	totals   bool // 本月合计 and 本年累计 after each month
	words    [2]string
	closing  bool
	dates    string // layout of the date
	plain    bool   // amounts as text
}

var u8usual = u8{totals: true, words: [2]string{"本月合计", "本年累计"}, closing: true, dates: "2006.01.02"}

func (u u8) header(s *Sheet) {
	switch {
	case u.split:
		s.words(Header, "2023年", "", "凭证号数", "摘要", "借方", "贷方", "方向", "余额")
		s.merge(0, 1, 1)
		for c := 2; c < 8; c++ {
			s.merge(c, c, 2)
		}
		s.words(Header, "月", "日")
	case u.accounts:
		s.words(Header, "日期", "凭证号数", "科目编码", "科目名称", "摘要", "借方", "贷方", "方向", "余额")
	default:
		s.words(Header, "年月日", "凭证号数", "摘要", "借方", "贷方", "方向", "余额")
	}
}

func (u u8) title(s *Sheet, code, name, period string) {
	wide := 7
	if u.split {
		wide = 8
	} else if u.accounts {
		wide = 9
	}
	s.words(Title, "明细账")
	s.merge(0, wide-1, 1)
	if u.accounts {
		s.words(Title, "期间："+period, "", "", "", "单位：示例水务有限公司")
		return
	}
	s.words(Title, "科目："+code+" "+name)
	s.words(Title, "期间："+period, "", "", "单位：示例水务有限公司", "", "本币：人民币")
}

// row writes one row of a block: the date is nil for rows that are no entry.
func (u u8) row(s *Sheet, k Kind, e *Entry, what string, debit, credit, balance Fen) {
	side := "平"
	if balance > 0 {
		side = "借"
	} else if balance < 0 {
		side = "贷"
	}
	money := amount
	if u.plain {
		money = func(a Fen) Cell {
			if a == 0 {
				return E
			}
			return W(a.Grouped() + "\t")
		}
	}
	voucher, m, d, date := "", "", "", ""
	var code, name string
	if e != nil {
		voucher = fmt.Sprintf("记-%04d", e.Voucher)
		m, d, date = fmt.Sprintf("%02d", int(e.Day.Month())), fmt.Sprintf("%02d", e.Day.Day()), e.Day.Format(u.dates)
		what, code, name = e.Summary, e.Code, e.Name("_")
	}
	var cells []Cell
	switch {
	case u.split:
		cells = []Cell{T(m), T(d), T(voucher), T(what)}
	case u.accounts:
		cells = []Cell{T(date), T(voucher), T(code), T(name), T(what)}
	default:
		cells = []Cell{T(date), T(voucher), T(what)}
	}
	last := money(max(balance, -balance))
	cells = append(cells, money(debit), money(credit), T(side), last)
	if k == Line {
		s.line(*e, cells...)
	} else {
		s.add(k, cells...)
	}
}

// block writes one account: opening, entries by month, totals.
func (u u8) block(s *Sheet, book []Entry) {
	if len(book) == 0 {
		return
	}
	var balance, debits, credits Fen
	u.row(s, Opening, nil, "期初余额", 0, 0, 0)
	onPage := 0
	for _, month := range months(book) {
		var d, c Fen
		for i := range month {
			e := month[i]
			if e.Closing && !u.closing {
				continue
			}
			if u.page > 0 && onPage == u.page {
				u.row(s, Carry, nil, "过次页", debits+d, credits+c, balance)
				s.add(Blank)
				u.header(s)
				u.row(s, Carry, nil, "承前页", debits+d, credits+c, balance)
				onPage = 0
			}
			onPage++
			balance += e.Amount()
			d, c = d+e.Debit, c+e.Credit
			k := Line
			if e.Closing {
				k = Closing
			}
			u.row(s, k, &e, "", e.Debit, e.Credit, balance)
		}
		debits, credits = debits+d, credits+c
		if u.totals {
			u.row(s, Total, nil, u.words[0], d, c, balance)
			u.row(s, Total, nil, u.words[1], debits, credits, balance)
		}
	}
}

const wholeYear = "2023.01-2023.12"

func one8(u u8, book []Entry, code string) Sheet {
	s := Sheet{Name: "明细账"}
	b := of(book, code)
	u.title(&s, code, b[0].Name("_"), wholeYear)
	u.header(&s)
	u.block(&s, b)
	return s
}

func yonyouLedgers(seed uint64) (all []Case) {
	const layout = "用友 U8 明细账"
	book := func(name string, last int) []Entry { return research(accounts(source(seed, name), last, true)) }
	put := func(c Case) { all = append(all, c) }

	b := book("u8-ledger", 12)
	put(simple("u8-ledger-account", layout, "借方 of each voucher counts once; 期初余额, 本月合计 and 本年累计 say it again; the 贷方 at each month's end moves it to 6602 and is no negative spending. The category and 费用化 stand in the account's name above the table.",
		Right, one(one8(u8usual, b, "53010101")), "xlsx", "html", "csv-gb18030", "biff8").mutable())

	b = book("u8-ledger-current", 12)
	u := u8usual
	u.words = [2]string{"当前合计", "当前累计"}
	put(simple("u8-ledger-current-total", layout, "U8's newer words for the same totals.", Right, one(one8(u, b, "53010102")), "xlsx", "csv", "xml2003").mutable())

	b = book("u8-ledger-sequence", 6)
	s := Sheet{Name: "明细账"}
	for _, code := range codes(b) {
		a := of(b, code)
		u8usual.title(&s, code, a[0].Name("_"), "2023.01-2023.06")
		u8usual.header(&s)
		u8usual.block(&s, a)
		s.add(Blank)
	}
	put(simple("u8-ledger-accounts-in-sequence", layout, "Account after account on one sheet, each with its own title, header and totals: each account's category holds until the next title.",
		Right, one(s), "xlsx", "csv-gb18030", "html").mutable())

	b = book("u8-ledger-sheets", 6)
	var g Grid
	for _, code := range codes(b) {
		s := one8(u8usual, b, code)
		s.Name = code
		g.Sheets = append(g.Sheets, s)
	}
	put(simple("u8-ledger-sheet-an-account", layout, "An account a sheet: all sheets are one export.", Right, g, "xlsx", "xml2003", "ods").mutable())

	b = book("u8-ledger-pages", 12)
	u = u8usual
	u.page = 8
	put(simple("u8-ledger-pages", layout, "过次页 and 承前页 carry sums over a page; the header comes again on each.", Right, one(one8(u, b, "53010101")), "xlsx", "csv-utf16le", "html-gbk").mutable())

	b = book("u8-ledger-open", 12)
	u = u8usual
	u.closing = false
	put(simple("u8-ledger-no-closing", layout, "A capitalised account is not carried over: its balance grows all year.", Right, one(one8(u, b, "53010202")), "xlsx", "csv", "ods").mutable())

	b = book("u8-ledger-split", 12)
	u = u8usual
	u.split = true
	put(simple("u8-ledger-month-and-day", layout, "Month and day in two columns under the year in the header.", Right, one(one8(u, b, "53010103")), "xlsx", "html", "xml2003").mutable())

	b = book("u8-ledger-columns", 6)
	u = u8usual
	u.accounts, u.dates = true, "2006-01-02"
	s = Sheet{Name: "明细账"}
	u.title(&s, "", "", "2023.01-2023.06")
	u.header(&s)
	for _, code := range codes(b) {
		u.block(&s, of(b, code))
	}
	put(simple("u8-ledger-account-columns", layout, "Several accounts in one table, the account in columns of its own.", Right, one(s), "xlsx", "csv-gb18030", "xml2003").mutable())

	b = book("u8-ledger-text", 12)
	u = u8usual
	u.plain = true
	put(simple("u8-ledger-text-and-tabs", layout, "Amounts as text with a tab behind, as some versions write so that a spreadsheet leaves them alone.", Right, one(one8(u, b, "53010107")), "xlsx", "csv", "html"))

	put(redLine(seed))
	put(creditNotClosing(seed))
	put(topAccount(seed))
	put(quietClosing(seed))
	return all
}

// redLine has a reversal in red: a negative 借方.
func redLine(seed uint64) Case {
	b := of(research(accounts(source(seed, "u8-red"), 8, true)), "53010102")
	e := b[0]
	e.Debit, e.Summary = -b[0].Debit, "冲销"+b[0].Summary
	e.Voucher += 40
	for i := range b {
		if b[i].Closing && b[i].Day.Month() == e.Day.Month() {
			b[i].Credit += e.Debit
		}
	}
	b = append(b[:1:1], append([]Entry{e}, b[1:]...)...)
	s := one8(u8usual, b, "53010102")
	return simple("u8-ledger-red-entry", "用友 U8 明细账", "红字: a negative amount in 借方 takes an earlier entry back, and counts as less spending. (That it needs a remark is a finding, no reason to leave it out.)",
		Right, one(s), "xlsx", "csv-gb18030")
}

// creditNotClosing has material given back: a 贷方 that is no carry-over.
func creditNotClosing(seed uint64) Case {
	b := of(research(accounts(source(seed, "u8-back"), 8, true)), "53010202")
	e := b[len(b)-1]
	e.Summary, e.Debit, e.Credit, e.Voucher = "研发领料退库", 0, b[len(b)-1].Debit/4, e.Voucher+1
	e.Against = "1403 原材料"
	return simple("u8-ledger-credit-that-is-less-spending", "用友 U8 明细账", "退库 in 贷方 is less spending; only 结转 is not. A program that cannot tell has to ask; leaving it out, or in as positive, is wrong.",
		RightOrAsk, one(one8(u8usual, append(b, e), "53010202")), "xlsx", "csv")
}

// topAccount is a ledger of 5301 without its kinds of cost.
func topAccount(seed uint64) Case {
	b := of(research(accounts(source(seed, "u8-top"), 6, true)), "53010101")
	for i := range b {
		b[i].Code, b[i].Path, b[i].Category, b[i].Treatment = "5301", []string{"研发支出"}, "", ""
	}
	return simple("u8-ledger-top-account", "用友 U8 明细账", "The account says neither category nor 费用化: both stay empty (a finding) or are asked for. Nothing may be guessed.",
		RightOrAsk, one(one8(u8usual, b, "5301")), "xlsx", "csv")
}

// quietClosing names its carry-over otherwise.
func quietClosing(seed uint64) Case {
	b := of(research(accounts(source(seed, "u8-quiet"), 6, true)), "53010101")
	for i := range b {
		if b[i].Closing {
			b[i].Summary = "研发费用转管理费用"
		}
	}
	return simple("u8-ledger-closing-by-another-name", "用友 U8 明细账", "转管理费用 is the same carry-over; its credit equals what the month gathered. Right, or asked.",
		RightOrAsk, one(one8(u8usual, b, "53010101")), "xlsx", "csv")
}

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
