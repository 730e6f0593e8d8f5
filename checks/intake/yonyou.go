package intake

import (
	"fmt"
)

func init() { layouts = append(layouts, yonyouLedgers) }

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
	book := func(name string, last int) []Entry {
		return drawn(seed, name, last, "53010101", "53010102", "53010103", "53010107", "53010202")
	}
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
	b := of(drawn(seed, "u8-red", 8, "53010102"), "53010102")
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
	b := of(drawn(seed, "u8-back", 8, "53010202"), "53010202")
	e := b[len(b)-1]
	e.Summary, e.Debit, e.Credit, e.Voucher = "研发领料退库", 0, b[len(b)-1].Debit/4, e.Voucher+1
	e.Against = "1403 原材料"
	return simple("u8-ledger-credit-that-is-less-spending", "用友 U8 明细账", "退库 in 贷方 is less spending; only 结转 is not. A program that cannot tell has to ask; leaving it out, or in as positive, is wrong.",
		RightOrAsk, one(one8(u8usual, append(b, e), "53010202")), "xlsx", "csv")
}

// topAccount is a ledger of 5301 without its kinds of cost.
func topAccount(seed uint64) Case {
	b := of(drawn(seed, "u8-top", 6, "53010101"), "53010101")
	for i := range b {
		b[i].Code, b[i].Path, b[i].Category, b[i].Treatment = "5301", []string{"研发支出"}, "", ""
	}
	return simple("u8-ledger-top-account", "用友 U8 明细账", "The account says neither category nor 费用化: both stay empty (a finding) or are asked for. Nothing may be guessed.",
		RightOrAsk, one(one8(u8usual, b, "5301")), "xlsx", "csv")
}

// quietClosing names its carry-over otherwise.
func quietClosing(seed uint64) Case {
	b := of(drawn(seed, "u8-quiet", 6, "53010101"), "53010101")
	for i := range b {
		if b[i].Closing {
			b[i].Summary = "研发费用转管理费用"
		}
	}
	return simple("u8-ledger-closing-by-another-name", "用友 U8 明细账", "转管理费用 is the same carry-over; its credit equals what the month gathered. Right, or asked.",
		RightOrAsk, one(one8(u8usual, b, "53010101")), "xlsx", "csv")
}
