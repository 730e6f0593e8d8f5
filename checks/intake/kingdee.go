package intake

import (
	"fmt"
	"time"
)

func init() { layouts = append(layouts, kingdee) }

func kingdee(seed uint64) (all []Case) {
	put := func(c Case) { all = append(all, c) }
	book := func(name string, last int) []Entry { return accounts(source(seed, name), last, true) }
	const k3, cloud, jdy = "金蝶 K/3 明细分类账", "金蝶云·星空 明细账", "金蝶精斗云 明细账"

	b := research(book("k3-ledger", 12))
	s := Sheet{Name: "明细分类账"}
	k3Title(&s, b[0].Code, of(b, b[0].Code)[0].Name("-"), "2023年第1期至2023年第12期")
	k3Block(&s, of(b, b[0].Code), false)
	put(simple("k3-ledger-account", k3, "本期合计 and 本年累计 after each period, 年初余额 before; the 贷方 against 管理费用 is the carry-over.", Right, one(s), "xlsx", "html", "biff8").mutable())

	b = research(book("k3-ledger-all", 6))
	s = Sheet{Name: "明细分类账"}
	s.words(Title, "明细分类账")
	s.words(Title, "会计期间：2023年第1期至2023年第6期", "", "", "", "", "币别：人民币", "单位：示例水务有限公司")
	k3Header(&s, true)
	for _, code := range codes(b) {
		k3Rows(&s, of(b, code), true)
	}
	put(simple("k3-ledger-account-columns", k3, "科目代码 and 科目名称 in front of every row.", Right, one(s), "xlsx", "csv-gb18030", "xml2003").mutable())

	b = research(book("k3-ledger-sheets", 4))
	var g Grid
	for _, code := range codes(b) {
		s := Sheet{Name: of(b, code)[0].Last() + code[4:6]}
		k3Title(&s, code, of(b, code)[0].Name("-"), "2023年第1期至2023年第4期")
		k3Block(&s, of(b, code), false)
		g.Sheets = append(g.Sheets, s)
	}
	put(simple("k3-ledger-sheets", k3, "An account a sheet.", Right, g, "xlsx", "xml2003", "ods").mutable())

	b = research(book("galaxy", 6))
	s = Sheet{Name: "核算维度明细账"}
	s.words(Title, "核算维度明细账")
	s.words(Title, "账簿：示例水务账簿", "", "", "", "", "", "", "", "", "", "单位：元")
	s.words(Header, "日期", "期间", "凭证字号", "摘要", "科目编码", "科目全名", "项目", "部门", "借方金额", "贷方金额", "方向", "余额")
	for _, code := range codes(b) {
		galaxyRows(&s, of(b, code))
	}
	c := simple("galaxy-dimensions", cloud, "核算维度 in columns of their own: 项目 names the project. Comes in with it, or says that the column was left out.", Right, one(s), "xlsx", "csv", "html").mutable()
	c.Steps[0].Projects = projectsOf(s)
	put(c)

	b = book("galaxy-vouchers", 4)
	s = Sheet{Name: "凭证"}
	s.words(Header, "日期", "会计年度", "期间", "凭证字", "凭证号", "摘要", "科目编码", "科目全名", "核算维度", "币别", "借方金额", "贷方金额", "制单")
	journal(&s, b, func(e Entry) []Cell {
		dimension := ""
		if e.Project != "" {
			dimension = "项目:" + e.Project + "/" + ProjectNames[e.Project] + ";部门:" + e.Staff
		}
		return []Cell{T(e.Day.Format("2006/1/2")), N("2023"), N(itoa(int(e.Day.Month()))), T("记"), N(itoa(e.Voucher)), T(e.Summary), T(e.Code), T(e.Name("_")), T(dimension), T("人民币"), amount(e.Debit), amount(e.Credit), T("李敏")}
	})
	put(simple("galaxy-vouchers", "金蝶云·星空 凭证", "字 and 号 of the voucher in two columns, and a period that is no date.", Right, one(s), "xlsx", "csv-bom", "xml2003").mutable())

	b = research(book("jdy-ledger", 6))
	s = Sheet{Name: "Sheet1"}
	s.words(Title, "明细账")
	s.merge(0, 7, 1)
	s.words(Title, "编制单位：示例水务有限公司", "", "", "", "2023年第1期--2023年第6期", "", "", "单位：元")
	s.words(Header, "日期", "凭证字号", "科目", "摘要", "借方金额", "贷方金额", "方向", "余额")
	for _, code := range codes(b) {
		jdyRows(&s, of(b, code))
	}
	put(simple("jdy-ledger", jdy, "精斗云 hands out an HTML page called .xls.", Right, one(s), "html", "html-gbk", "xlsx").mutable())

	put(kisJournal(seed))
	return all
}

func k3Title(s *Sheet, code, name, period string) {
	s.words(Title, "明细分类账")
	s.words(Title, "科目：["+code+"]"+name)
	s.words(Title, "会计期间："+period, "", "", "", "", "币别：人民币")
}

func k3Header(s *Sheet, accounts bool) {
	names := []string{"日期", "会计期间", "凭证字号", "摘要", "对方科目", "借方金额", "贷方金额", "方向", "余额"}
	if accounts {
		names = append([]string{"科目代码", "科目名称"}, names...)
	}
	s.words(Header, names...)
}

func k3Block(s *Sheet, b []Entry, accounts bool) {
	k3Header(s, accounts)
	k3Rows(s, b, accounts)
}

func k3Rows(s *Sheet, b []Entry, accounts bool) {
	var front []Cell
	if accounts {
		front = []Cell{T(b[0].Code), T(b[0].Name("_"))}
	}
	put := func(k Kind, e *Entry, cells ...Cell) {
		cells = append(append([]Cell{}, front...), cells...)
		if k == Line {
			s.line(*e, cells...)
		} else {
			s.add(k, cells...)
		}
	}
	side := func(a Fen) Cell {
		if a == 0 {
			return T("平")
		}
		return T("借")
	}
	put(Opening, nil, E, T("2023.1"), E, T("年初余额"), E, E, E, T("平"), M(0))
	var balance, debits, credits Fen
	for _, m := range months(b) {
		period := T(fmt.Sprintf("2023.%d", int(m[0].Day.Month())))
		for i := range m {
			e := m[i]
			balance += e.Amount()
			k := Line
			if e.Closing {
				k = Closing
			}
			put(k, &e, T(e.Day.Format("2006-01-02")), period, T(fmt.Sprintf("记-%d", e.Voucher)), T(e.Summary), T(e.Against), M(e.Debit), M(e.Credit), side(balance), M(balance))
		}
		d, c := sums(m)
		debits, credits = debits+d, credits+c
		put(Total, nil, E, period, E, T("本期合计"), E, M(d), M(c), side(balance), M(balance))
		put(Total, nil, E, period, E, T("本年累计"), E, M(debits), M(credits), side(balance), M(balance))
	}
}

func galaxyRows(s *Sheet, b []Entry) {
	code, name := T(b[0].Code), T(b[0].Name("_"))
	s.add(Opening, E, E, E, T("期初余额"), code, name, E, E, E, E, T("平"), M(0))
	var balance, debits, credits Fen
	for _, m := range months(b) {
		period := T(fmt.Sprintf("2023.%d", int(m[0].Day.Month())))
		for _, e := range m {
			balance += e.Amount()
			cells := []Cell{D(e.Day), period, T(fmt.Sprintf("记_%d", e.Voucher)), T(e.Summary), code, name, T(e.Project), T(e.Staff), amount(e.Debit), amount(e.Credit), T("借"), M(balance)}
			if e.Closing {
				s.add(Closing, cells...)
			} else {
				s.line(e, cells...)
			}
		}
		d, c := sums(m)
		debits, credits = debits+d, credits+c
		s.add(Total, E, period, E, T("本期合计"), code, name, E, E, amount(d), amount(c), T("借"), M(balance))
		s.add(Total, E, period, E, T("本年累计"), code, name, E, E, amount(debits), amount(credits), T("借"), M(balance))
	}
}

// projectsOf gives the project each line names, by its voucher and amount.
func projectsOf(s Sheet) map[string]int {
	named := map[string]int{}
	for _, r := range s.Rows {
		if r.Truth != nil {
			named[r.Truth.Date()+"|"+r.Truth.Amount().Plain()+"|"+r.Truth.Project]++
		}
	}
	return named
}

func jdyRows(s *Sheet, b []Entry) {
	account := T(b[0].Code + " " + b[0].Name("-"))
	s.add(Opening, T("2023-01-01"), E, account, T("期初余额"), E, E, T("平"), M(0))
	var balance, debits, credits Fen
	for _, m := range months(b) {
		for _, e := range m {
			balance += e.Amount()
			cells := []Cell{T(e.Day.Format("2006-01-02")), T(fmt.Sprintf("记-%d", e.Voucher)), account, T(e.Summary), amount(e.Debit), amount(e.Credit), T("借"), M(balance)}
			if e.Closing {
				s.add(Closing, cells...)
			} else {
				s.line(e, cells...)
			}
		}
		d, c := sums(m)
		debits, credits = debits+d, credits+c
		end := T(time.Date(year, m[0].Day.Month()+1, 0, 0, 0, 0, 0, time.UTC).Format("2006-01-02"))
		s.add(Total, end, E, account, T("本期合计"), M(d), M(c), T("借"), M(balance))
		s.add(Total, end, E, account, T("本年累计"), M(debits), M(credits), T("借"), M(balance))
	}
}

// kisJournal is KIS's 凭证序时簿: the account as code and name in one cell.
func kisJournal(seed uint64) Case {
	b := accounts(source(seed, "kis-journal"), 4, true)
	s := Sheet{Name: "凭证序时簿"}
	s.words(Title, "会计分录序时簿")
	s.words(Header, "日期", "会计期间", "凭证字号", "分录号", "摘要", "科目代码", "科目名称", "原币金额", "借方", "贷方", "制单", "审核")
	n, last := 0, 0
	journal(&s, b, func(e Entry) []Cell {
		if e.Voucher != last {
			n, last = 0, e.Voucher
		}
		n++
		return []Cell{T(e.Day.Format("2006-01-02")), T(fmt.Sprintf("2023.%d", int(e.Day.Month()))), T(fmt.Sprintf("记 - %d", e.Voucher)), N(itoa(n)), T(e.Summary), T(e.Code), T(e.Name(" - ")), M(e.Debit + e.Credit), M(e.Debit), M(e.Credit), T("赵"), T("钱")}
	})
	d, c := sums(b)
	s.add(Total, E, E, E, E, T("合计"), E, E, E, M(d), M(c))
	return simple("kis-journal", "金蝶 KIS 会计分录序时簿", "原币金额 stands beside 借方 and 贷方 and says the same again.", Right, one(s), "xlsx", "csv-gb18030", "html").mutable()
}
