package intake

import (
	"fmt"
	"strings"
)

func init() { layouts = append(layouts, erp) }

// erp are the exports of larger systems. Their shapes have no recipe of their own: they are read by their header, or asked about.
func erp(seed uint64) (all []Case) {
	put := func(c Case) { all = append(all, c) }
	book := func(name string, last int) []Entry { return accounts(source(seed, name), last, true) }
	const sap, gs = "SAP FBL3N 行项目", "浪潮 GS 凭证明细"

	b := research(book("sap", 6))
	s := Sheet{Name: "Sheet1"}
	s.words(Header, "总账科目", "总账科目文本", "凭证编号", "凭证类型", "凭证日期", "过账日期", "借/贷标识", "本币金额", "本币", "文本", "成本中心")
	for _, code := range codes(b) {
		a := of(b, code)
		sapRows(&s, a, true)
		d, c := sums(a)
		s.add(Total, T("* 科目 "+code), E, E, E, E, E, E, W((d - c).Trailing()), T("CNY"))
	}
	d, c := sums(b)
	s.add(Total, T("**"), E, E, E, E, E, E, W((d - c).Trailing()), T("CNY"))
	put(simple("sap-line-items", sap, "Amounts have their sign behind them; H is the credit side. * and ** are sums. An entry whose text is 结转 is the carry-over.",
		RightOrAsk, one(s), "xlsx", "tsv", "html").mutable())

	b = counted(book("sap-unsigned", 6))
	s = Sheet{Name: "Sheet1"}
	s.words(Header, "总账科目", "总账科目文本", "凭证编号", "过账日期", "借/贷标识", "本币金额", "文本")
	sapRows(&s, b, false)
	put(simple("sap-unsigned-with-side", sap, "S and H tell the side; the amounts have no sign.", RightOrAsk, one(s), "xlsx", "csv-utf16le-bom"))

	b = book("gs", 6)
	s = Sheet{Name: "凭证明细"}
	s.words(Title, "凭证明细查询")
	s.words(Header, "会计期间", "凭证日期", "凭证编号", "科目编号", "科目名称", "摘要", "方向", "金额", "部门名称", "项目名称")
	journal(&s, b, func(e Entry) []Cell {
		side, a := "借", e.Debit
		if e.Credit != 0 {
			side, a = "贷", e.Credit
		}
		return []Cell{T(fmt.Sprintf("2023%02d", int(e.Day.Month()))), T(e.Day.Format("20060102")), T(fmt.Sprintf("%06d", e.Voucher)), T(e.Code), T(e.Name("\\")), T(e.Summary), T(side), P(a), T(e.Staff), T(e.Project)}
	})
	c1 := simple("inspur-side-and-amount", gs, "方向 and 金额; the date as 20230315; every account of the book.", RightOrAsk, one(s), "xlsx", "csv-gb18030", "html").mutable()
	c1.Steps[0].Projects = projectsOf(s)
	put(c1)

	b = book("vouchers", 3)
	s = Sheet{Name: "凭证清单"}
	s.words(Title, "凭证清单")
	s.words(Title, "日期范围：2023-01-01 至 2023-03-31")
	s.words(Header, "凭证日期", "凭证号", "摘要", "会计科目", "借方金额", "贷方金额", "附件数")
	voucher := 0
	for i, e := range b {
		if e.Voucher != voucher && i > 0 {
			d, c := sums(voucherOf(b, b[i-1]))
			s.add(Total, E, E, T("合计："+capitals(d)), E, M(d), M(c))
		}
		voucher = e.Voucher
		journal(&s, []Entry{e}, func(Entry) []Cell {
			return []Cell{T(e.Day.Format("2006年1月2日")), T(fmt.Sprintf("记字第%d号", e.Voucher)), T(e.Summary), T(e.Code + " " + e.Name("-")), amount(e.Debit), amount(e.Credit), N("2")}
		})
	}
	put(simple("voucher-list", "凭证清单", "合计 under every voucher, with the amount in capitals behind the word.", Right, one(s), "xlsx", "csv", "html").mutable())

	s = Sheet{Name: "Sheet1"}
	b = research(book("nc", 6))
	s.words(Title, "三栏明细账")
	s.words(Title, "核算账簿：示例水务-基准账簿", "", "", "", "期间：2023-01 至 2023-06")
	s.words(Header, "年", "月", "日", "凭证号", "科目编码", "科目名称", "摘要", "借方", "", "贷方", "", "方向", "余额", "")
	s.merge(7, 8, 1)
	s.merge(9, 10, 1)
	s.merge(12, 13, 1)
	for _, c := range []int{0, 1, 2, 3, 4, 5, 6, 11} {
		s.merge(c, c, 2)
	}
	s.words(Header, "", "", "", "", "", "", "", "原币", "本币", "原币", "本币", "", "原币", "本币")
	for _, code := range codes(b) {
		ncRows(&s, of(b, code))
	}
	put(simple("nc-three-columns", "用友 NC 三栏明细账", "原币 and 本币 side by side say one amount twice: it is one. 年, 月 and 日 in three columns.", RightOrAsk, one(s), "xlsx", "html", "xml2003").mutable())
	return all
}

func sapRows(s *Sheet, b []Entry, signed bool) {
	for _, e := range b {
		side, a := "S", e.Debit
		if e.Credit != 0 {
			side, a = "H", e.Credit
			if signed {
				a = -a
			}
		}
		number := fmt.Sprintf("1%02d%07d", int(e.Day.Month()), e.Voucher)
		var cells []Cell
		if signed {
			cells = []Cell{T(e.Code), T(e.Name("-")), T(number), T("SA"), T(e.Day.Format("2006.01.02")), T(e.Day.Format("2006.01.02")), T(side), W(a.Trailing()), T("CNY"), T(e.Summary), T("1001")}
		} else {
			cells = []Cell{T(e.Code), T(e.Name("-")), T(number), T(e.Day.Format("2006.01.02")), T(side), W(a.Grouped()), T(e.Summary)}
		}
		if e.Closing {
			s.add(Closing, cells...)
			continue
		}
		e.Voucher = atoi(number)
		s.line(e, cells...)
	}
}

func atoi(s string) (n int) {
	for _, r := range s {
		n = n*10 + int(r-'0')
	}
	return n
}

func voucherOf(b []Entry, like Entry) (of []Entry) {
	for _, e := range b {
		if e.Voucher == like.Voucher && e.Day.Equal(like.Day) {
			of = append(of, e)
		}
	}
	return of
}

// capitals writes an amount in Chinese capital digits, as vouchers do.
func capitals(a Fen) string {
	const digit, place = "零壹贰叁肆伍陆柒捌玖", "元拾佰仟万拾佰仟亿"
	d, p := []rune(digit), []rune(place)
	s := itoa(int(a / 100))
	var b strings.Builder
	for i, r := range s {
		b.WriteRune(d[r-'0'])
		b.WriteRune(p[len(s)-1-i])
	}
	fmt.Fprintf(&b, "%c角%c分", d[a/10%10], d[a%10])
	return b.String()
}

func ncRows(s *Sheet, b []Entry) {
	code, name := T(b[0].Code), T(b[0].Name("\\"))
	s.add(Opening, T("2023"), T("01"), E, E, code, name, T("期初余额"), E, E, E, E, T("平"), E, E)
	var balance, debits, credits Fen
	for _, m := range months(b) {
		month := T(fmt.Sprintf("%02d", int(m[0].Day.Month())))
		for _, e := range m {
			balance += e.Amount()
			cells := []Cell{T("2023"), month, T(fmt.Sprintf("%02d", e.Day.Day())), T(fmt.Sprintf("记账-%04d", e.Voucher)), code, name, T(e.Summary), amount(e.Debit), amount(e.Debit), amount(e.Credit), amount(e.Credit), T("借"), amount(balance), amount(balance)}
			if e.Closing {
				s.add(Closing, cells...)
			} else {
				s.line(e, cells...)
			}
		}
		d, c := sums(m)
		debits, credits = debits+d, credits+c
		s.add(Total, T("2023"), month, E, E, code, name, T("本月合计"), amount(d), amount(d), amount(c), amount(c), T("借"), amount(balance), amount(balance))
		s.add(Total, T("2023"), month, E, E, code, name, T("本年累计"), amount(debits), amount(debits), amount(credits), amount(credits), T("借"), amount(balance), amount(balance))
	}
}
