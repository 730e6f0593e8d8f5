package intake

import (
	"fmt"
	"strings"
)

func init() { layouts = append(layouts, refusals, characters) }

// refusals are files that are no ledger, or hold what no ledger may.
func refusals(seed uint64) (all []Case) {
	put := func(name, layout, note string, e Expect, g Grid, containers ...string) *Case {
		all = append(all, simple(name, layout, note, e, g, containers...))
		return &all[len(all)-1]
	}
	b := accounts(source(seed, "balance"), 12, true)
	s := Sheet{Name: "发生额及余额表"}
	s.words(Title, "发生额及余额表")
	s.words(Title, "期间：2023.01-2023.12")
	s.words(Header, "科目编码", "科目名称", "期初余额", "", "本期发生", "", "期末余额", "")
	s.merge(2, 3, 1)
	s.merge(4, 5, 1)
	s.merge(6, 7, 1)
	s.words(Header, "", "", "借方", "贷方", "借方", "贷方", "借方", "贷方")
	var ds, cs Fen
	for _, code := range codes(b) {
		a := of(b, code)
		d, c := sums(a)
		s.add(Total, T(code), T(a[0].Name("_")), E, E, M(d), M(c), amount(max(d-c, 0)), amount(max(c-d, 0)))
		ds, cs = ds+d, cs+c
	}
	s.add(Total, T("合计"), E, E, E, M(ds), M(cs))
	put("balance-sheet-of-accounts", "科目余额表", "No dates, no vouchers: sums of accounts are no ledger.", MustRefuse, one(s), "xlsx", "csv-gb18030", "html", "biff8")

	s = Sheet{Name: "总账"}
	s.words(Title, "总账")
	s.words(Header, "科目编码", "科目名称", "期间", "摘要", "借方", "贷方", "方向", "余额")
	for _, code := range codes(research(b)) {
		for _, m := range months(of(b, code)) {
			d, c := sums(m)
			s.add(Total, T(code), T(m[0].Name("_")), T(fmt.Sprintf("2023.%02d", int(m[0].Day.Month()))), T("本月合计"), amount(d), amount(c), T("借"), amount(d))
		}
	}
	put("general-ledger", "总账", "总账 has only the totals of each month: there is no line in it.", MustRefuse, one(s), "xlsx", "csv")

	s = Sheet{Name: "Sheet1"}
	s.words(Header, "日期", "凭证号", "摘要")
	for _, e := range handLines(source(seed, "no-amount"), 12, 1) {
		s.words(Other, e.Date(), "记-1", e.Summary)
	}
	put("ledger-without-amounts", byHand, "A ledger without a column of amounts is none.", MustRefuse, one(s), "xlsx", "csv")
	s = Sheet{Name: "Sheet1"}
	s.words(Header, "摘要", "费用类别", "金额")
	for _, e := range handLines(source(seed, "no-date"), 12, 1) {
		s.add(Other, T(e.Summary), T(e.Category), P(e.Amount()))
	}
	put("ledger-without-dates", byHand, "A ledger without dates is none.", MustRefuse, one(s), "xlsx", "csv")
	s = Sheet{Name: "通讯录"}
	s.words(Header, "姓名", "电话", "摘要")
	s.words(Other, "张三", "5550123", "质检")
	put("one-column-that-matches", byHand, "One column of a name that is known is no table.", MustRefuse, one(s), "xlsx", "csv")
	s = Sheet{Name: "Sheet1"}
	s.words(Header, handHeader...)
	put("header-alone", byHand, "Nothing below the header: nothing to import, or a refusal.", RightOrAsk, one(s), "xlsx", "csv")

	// A sum that wraps.
	l := handLines(source(seed, "wraps"), 3, 1)
	big := hand{amount: func(i int, a Fen) Cell {
		if i < 2 {
			return W("90000000000000000.00")
		}
		return P(a)
	}}
	put("amounts-that-wrap", byHand, "Two lines of 9×10^16 元: no account holds them, and their sum does not fit.", MustRefuse, one(big.sheet("Sheet1", l)), "xlsx", "csv")
	over := hand{amount: func(int, Fen) Cell { return W("1,000,000,000,000.01") }}
	put("amount-over-the-limit", byHand, "More than 10^12 元 in a cell.", MustRefuse, one(over.sheet("Sheet1", l)), "xlsx", "csv")
	three := hand{amount: func(i int, a Fen) Cell { return W(a.Plain() + "5") }}
	put("amounts-with-three-decimals", byHand, "1.235 is no amount to the 分: refused or asked.", MustRefuse, one(three.sheet("Sheet1", l)), "csv", "html")
	word := hand{amount: func(i int, a Fen) Cell {
		if i == 1 {
			return W("见附件")
		}
		return P(a)
	}}
	put("amount-in-words", byHand, "见附件 is no amount: the row is refused and nothing is written.", MustRefuse, one(word.sheet("Sheet1", l)), "xlsx", "csv", "html")
	bad := hand{date: func(e Entry) Cell {
		if e.Voucher == 1 {
			return T("2023-02-30")
		}
		return T(e.Date())
	}}
	put("date-that-is-none", byHand, "30 February.", MustRefuse, one(bad.sheet("Sheet1", l)), "xlsx", "csv")

	// A ledger whose own totals do not add up: a line fell out.
	book := of(drawn(seed, "hole", 12, "53010101"), "53010101")
	s = one8(u8usual, book, "53010101")
	for i, r := range s.Rows {
		if r.Kind == Line {
			s.Rows = append(s.Rows[:i], s.Rows[i+1:]...)
			break
		}
	}
	put("u8-ledger-with-a-hole", "用友 U8 明细账", "A line fell out: 本月合计 says more than the lines. It stops.", MustRefuse, one(s), "xlsx", "csv-gb18030")

	// A journal that knows no 5301.
	b = accounts(source(seed, "no-5301"), 3, false)
	s = Sheet{Name: "序时账"}
	s.words(Header, "日期", "凭证号数", "摘要", "科目编码", "科目名称", "借方金额", "贷方金额")
	for _, e := range b {
		if e.Category == "" {
			s.add(Other, T(e.Date()), T(fmt.Sprintf("记-%04d", e.Voucher)), T(e.Summary), T(e.Code), T(e.Name("_")), amount(e.Debit), amount(e.Credit))
		}
	}
	put("u8-journal-without-5301", "用友 U8 序时账", "No account under 5301: there is nothing to import; all entries are left out and said, or it is asked.", RightOrAsk, one(s), "xlsx", "csv")
	return all
}

// characters are files whose bytes matter.
func characters(seed uint64) (all []Case) {
	row := func(summary string) Entry {
		return Entry{Day: date(3, 15), Voucher: 1, Summary: summary, Category: "其他", Treatment: "费用化", Debit: 123450}
	}
	raw := func(name, note string, e Expect, file string, bytes []byte, truth ...Entry) {
		t := Truth{Fields: ledger}
		for _, l := range truth {
			t.Rows = append(t.Rows, l.row())
		}
		all = append(all, Case{
			Name: name, Layout: "文字编码", Note: note, Form: "spend", Containers: []string{"raw"},
			Files: []File{{Name: file, Raw: bytes}}, Steps: []Step{{Expect: e, Truth: t}},
		})
	}
	head := strings.Join(handHeader, ",") + "\r\n2023-03-15,记-1,"
	const tail = ",其他,费用化,1234.50\r\n"
	gb := func(s string) []byte {
		b, err := gb18030(s)
		if err != nil {
			panic(err)
		}
		return b
	}
	join := func(parts ...[]byte) (b []byte) {
		for _, p := range parts {
			b = append(b, p...)
		}
		return b
	}
	raw("gb18030-a6d9", "A6 D9 is U+FE10 since GB 18030-2022.", Right, "a.csv", join(gb(head+"张"), []byte{0xA6, 0xD9}, gb(tail)), row("张\uFE10"))
	raw("gb18030-four-bytes", "𠮷 (U+20BB7) and 㐀 (U+3400) need four bytes.", Right, "a.csv", join(gb(head), []byte{0x95, 0x34, 0xB2, 0x35}, []byte{0x81, 0x39, 0xEE, 0x39}, gb(tail)), row("𠮷㐀"))
	raw("gb18030-broken-byte", "A lead byte with nothing after it: U+FFFD is never stored.", MustRefuse, "a.csv", join(gb(head), []byte{0xB9}, []byte{0x20}, gb("坏"), []byte{0xFF}, gb(tail)))
	raw("utf8-broken", "A sequence cut off within UTF-8.", MustRefuse, "a.csv", join([]byte("\xEF\xBB\xBF"+head+"坏"), []byte{0xE5, 0xBC}, []byte(tail)))
	raw("utf8-replacement", "U+FFFD stands in the file: somebody lost a character before. It is named, not stored.", MustRefuse, "a.csv", []byte(head+"张\uFFFD三"+tail))
	raw("utf8-bom-cr", "CR alone ends the lines.", Right, "a.csv", []byte("\xEF\xBB\xBF"+strings.ReplaceAll(head+"研发"+tail, "\r\n", "\r")), row("研发"))
	raw("encodings-mixed", "The first half in UTF-8, the second in GB18030: refused with the row.", MustRefuse, "a.csv", join([]byte(head+"工资"+tail), gb("2023-03-16,记-2,领料试验材料,其他,费用化,99.00\r\n")))
	raw("empty-file", "Nothing in it.", MustRefuse, "a.csv", []byte{})
	raw("not-a-table", "A picture called .xlsx.", MustRefuse, "a.xlsx", []byte("\x89PNG\r\n\x1a\n0000000000"))
	raw("csv-called-xls", "Text called .xls, as some systems hand out.", RightOrAsk, "a.xls", gb(head+"研发"+tail), row("研发"))
	raw("quotes-open", "A quote that never closes swallows the rest.", MustRefuse, "a.csv", []byte(head+"\"研发"+tail+"2023-03-16,记-2,x,其他,费用化,1.00\r\n"))
	return all
}
