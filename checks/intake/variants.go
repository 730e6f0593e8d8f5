package intake

import (
	"fmt"
	"strings"
	"time"
)

func init() { layouts = append(layouts, variants) }

// variants are the same layouts over charts of accounts and habits that differ from the usual.
func variants(seed uint64) (all []Case) {
	const ledgerLayout, journalLayout = "用友 U8 明细账", "用友 U8 序时账"
	put := func(c Case) { all = append(all, c) }

	// Codes with points, as Kingdee writes them.
	b := accounts(source(seed, "dotted"), 4, true)
	for i := range b {
		b[i].Code = dotted(b[i].Code)
	}
	put(simple("k3-journal-dotted-codes", "金蝶 K/3 凭证序时簿", "5301.01.01 is 53010101.", Right, one(plainJournal(b, "-")), "xlsx", "csv-gb18030").mutable())

	// The project as a level of the account.
	b = accounts(source(seed, "project-level"), 4, true)
	for i, e := range b {
		if e.Category != "" || (e.Closing && len(e.Path) == 3) {
			p := e.Project
			if p == "" {
				p = projects[0]
			}
			b[i].Path = []string{e.Path[0], e.Path[1], p, e.Path[2]}
		}
	}
	put(simple("u8-journal-project-in-account", journalLayout, "研发支出_费用化支出_RD2301_人员人工: the project is a level between; category and treatment are read as before.", Right, one(plainJournal(b, "_")), "xlsx", "csv"))

	// Names of cost that the dictionary ships, as last levels of the account.
	b = accounts(source(seed, "wage-names"), 4, true)
	names := map[string]string{"人员人工": "工资薪金", "直接投入": "材料费", "折旧费用": "折旧费", "设计费": "新产品设计费", "委托外部研发": "委外研发费", "其他费用": "差旅费"}
	for i, e := range b {
		if n := names[e.Last()]; n != "" && len(e.Path) == 3 {
			b[i].Path = []string{e.Path[0], e.Path[1], n}
		}
	}
	put(simple("u8-journal-usual-names-of-cost", journalLayout, "工资薪金, 材料费, 折旧费, 差旅费 as accounts: the shipped dictionary knows them, or each is asked about once.", RightOrAsk, one(plainJournal(b, "_")), "xlsx", "csv"))

	// Costs without the account 5301: 6602 研发费用.
	b = of(drawn(seed, "u8-6602", 6, "53010101"), "53010101")
	for i := range b {
		b[i].Code, b[i].Path = "66020601", []string{"管理费用", "研发费用", "人员人工"}
	}
	put(simple("u8-ledger-6602", ledgerLayout, "Enterprises that keep no 5301 book R&D under 管理费用_研发费用. Read as expensed, or without treatment, or asked about.", RightOrAsk, one(one8(u8usual, b, "66020601")), "xlsx", "csv").loose("treatment"))

	// The carry-over as a negative debit in red.
	b = of(drawn(seed, "u8-red-closing", 8, "53010101"), "53010101")
	for i := range b {
		if b[i].Closing {
			b[i].Debit, b[i].Credit = -b[i].Credit, 0
		}
	}
	put(simple("u8-ledger-closing-in-red", ledgerLayout, "Some carry over with a negative 借方 so that 借方 shows what is left: 结转 in red is a carry-over too, no negative spending. Right, or asked.", RightOrAsk, one(one8(u8usual, b, "53010101")), "xlsx", "csv-gb18030"))

	// Capitalised spending that becomes an intangible asset at the end of the year.
	b = of(drawn(seed, "u8-capitalised", 11, "53010201"), "53010201")
	var sum Fen
	for _, e := range b {
		sum += e.Amount()
	}
	b = append(b, Entry{Day: date(12, 31), Voucher: 9, Summary: "项目达到预定用途，结转无形资产", Code: "53010201", Path: b[0].Path, Credit: sum, Closing: true})
	put(simple("u8-ledger-to-intangible-assets", ledgerLayout, "结转无形资产 at the end of the year is no negative spending.", Right, one(one8(u8usual, b, "53010201")), "xlsx", "csv-gb18030"))

	// A balance brought forward.
	s := one8(u8usual, of(drawn(seed, "u8-brought", 6, "53010202"), "53010202"), "53010202")
	brought := Fen(123456789)
	for i := range s.Rows {
		r := &s.Rows[i]
		if last := len(r.Cells) - 1; last == 6 && (r.Kind == Opening || r.Kind == Line || r.Kind == Total || r.Kind == Closing) {
			r.Cells[last] = M(r.Cells[last].fen() + brought)
			r.Cells[5] = T("借")
		}
	}
	put(simple("u8-ledger-brought-forward", ledgerLayout, "期初余额 of the year before is no spending of this year.", Right, one(s), "xlsx", "csv"))

	// Words of vouchers, and summaries with everything in them.
	b = accounts(source(seed, "odd-summaries"), 3, true)
	odd := []string{"购\"标准样品\"，见合同", "差旅费（北京，3人）\n含住宿", "=工资", "-补提", "1月工资", "2023.01", "0", "支付中科院金属所，技术开发费；首款30%"}
	n := 0
	for i, e := range b {
		if e.Category != "" {
			b[i].Summary = odd[n%len(odd)]
			n++
		}
	}
	s = plainJournal(b, "_")
	c := simple("u8-journal-odd-summaries", journalLayout, "Quotes, commas, a line break, a leading = or - and bare numbers in 摘要 are text.", Right, one(s), "xlsx", "csv-gb18030", "html")
	for i, row := range c.Steps[0].Truth.Rows {
		c.Steps[0].Truth.Rows[i][2] = strings.Join(strings.Fields(row[2]), " ")
	}
	put(c)

	// Codes as numbers, amounts of nought written out.
	b = accounts(source(seed, "numbers"), 3, true)
	s = Sheet{Name: "序时账"}
	s.words(Header, "日期", "凭证号数", "摘要", "科目编码", "科目名称", "借方金额", "贷方金额")
	journal(&s, b, func(e Entry) []Cell {
		return []Cell{D(e.Day), N(itoa(e.Voucher)), T(e.Summary), N(e.Code), T(e.Name("_")), P(e.Debit), P(e.Credit)}
	})
	put(simple("u8-journal-all-numbers", journalLayout, "Dates as serials, codes and vouchers as numbers, 0.00 in the empty column.", Right, one(s), "xlsx", "csv", "ods").mutable())

	// A whole year of a large enterprise.
	var long []Entry
	for i := range 12 {
		long = append(long, accounts(source(seed, fmt.Sprint("long", i)), 12, false)...)
	}
	put(simple("u8-journal-long", journalLayout, "Some thousand entries.", Right, one(plainJournal(long, "_")), "xlsx", "csv-gb18030"))

	// Accounts that only look like R&D.
	b = accounts(source(seed, "near"), 3, true)
	for i, e := range b {
		if e.Code == "6001" {
			b[i].Code, b[i].Path = "2221", []string{"应交税费", "研发支出加计扣除"}
		}
		if e.Code == "1002" && e.Debit > 0 {
			b[i].Code, b[i].Path = "15301", []string{"在建工程", "研发楼"}
		}
	}
	put(simple("u8-journal-near-accounts", journalLayout, "15301 在建工程_研发楼 is not under 5301, whatever digits and words it has.", Right, one(plainJournal(b, "_")), "xlsx", "csv"))

	put(lateVoucher(seed))
	return all
}

// plainJournal is a journal without a title.
func plainJournal(b []Entry, between string) Sheet {
	s := Sheet{Name: "序时账"}
	s.words(Header, "日期", "凭证字号", "摘要", "科目编码", "科目名称", "借方金额", "贷方金额")
	journal(&s, b, func(e Entry) []Cell {
		return []Cell{T(e.Date()), T(fmt.Sprintf("记-%04d", e.Voucher)), T(e.Summary), T(e.Code), T(e.Name(between)), amount(e.Debit), amount(e.Credit)}
	})
	d, c := sums(b)
	s.add(Total, T("合计"), E, E, E, E, M(d), M(c))
	return s
}

func dotted(code string) string {
	s := code[:4]
	for i := 4; i+2 <= len(code); i += 2 {
		s += "." + code[i:i+2]
	}
	return s
}

// lateVoucher has an entry of the next January after 12月, as an export over the turn of the year has.
func lateVoucher(seed uint64) Case {
	b := of(drawn(seed, "late", 12, "53010103"), "53010103")
	e := b[0]
	e.Day, e.Voucher, e.Closing, e.Debit, e.Credit, e.Summary = time.Date(year+1, 1, 5, 0, 0, 0, 0, time.UTC), 3, false, 777700, 0, "计提1月累计折旧"
	e.Category, e.Treatment = "折旧与长期待摊", "费用化"
	s := Sheet{Name: "序时账"}
	s.words(Header, "日期", "凭证字号", "摘要", "科目编码", "科目名称", "借方金额", "贷方金额")
	journal(&s, append(b, e), func(e Entry) []Cell {
		return []Cell{T(e.Date()), T(fmt.Sprintf("记-%04d", e.Voucher)), T(e.Summary), T(e.Code), T(e.Name("_")), amount(e.Debit), amount(e.Credit)}
	})
	return simple("u8-journal-over-the-turn-of-the-year", "用友 U8 序时账", "A line of next January comes in with its own date (a finding) or is asked about; it is not moved into this year.", RightOrAsk, one(s), "xlsx", "csv")
}
