package intake

import (
	"fmt"
	"time"
)

func handDates(seed uint64) (all []Case) {
	put := func(name, note string, e Expect, above []string, write func(Entry) Cell, containers ...string) {
		h := hand{above: above, date: write}
		s := h.sheet("Sheet1", handLines(source(seed, name), 24, 1))
		all = append(all, simple(name, byHand, note, e, one(s), containers...))
	}
	format := func(layout string) func(Entry) Cell { return func(e Entry) Cell { return T(e.Day.Format(layout)) } }
	titled := []string{"示例水务2023年研发支出台账"}
	put("hand-date-serial", "A date as a spreadsheet holds it.", Right, nil, func(e Entry) Cell { return D(e.Day) }, "xlsx", "xml2003", "ods", "biff8")
	put("hand-date-serial-bare", "A serial without a format of dates under a header that says 日期: right, or asked.", RightOrAsk, nil, func(e Entry) Cell { return N(D(e.Day).Number) }, "xlsx", "csv")
	put("hand-date-points", "2023.03.15", Right, nil, format("2006.01.02"), "xlsx", "csv", "html")
	put("hand-date-eight-digits", "20230315, as text or as a number.", Right, nil, func(e Entry) Cell {
		if e.Voucher%2 == 0 {
			return N(e.Day.Format("20060102"))
		}
		return T(e.Day.Format("20060102"))
	}, "xlsx", "csv", "html")
	put("hand-date-slashes", "2023/3/15", Right, nil, format("2006/1/2"), "xlsx", "csv-crlf", "html")
	put("hand-date-chinese", "2023年3月15日", Right, nil, format("2006年1月2日"), "xlsx", "csv-gb18030", "html")
	put("hand-date-without-year", "3月15日 under a title that says 2023年.", Right, titled, format("1月2日"), "xlsx", "csv-gb18030", "html")
	put("hand-date-month-point-day", "03.15 under a title that says 2023年.", RightOrAsk, titled, format("01.02"), "xlsx", "csv", "html")
	put("hand-date-time", "2023-03-15 00:00:00, as databases write it.", Right, nil, format("2006-01-02 15:04:05"), "xlsx", "csv", "html")
	put("hand-date-two-digits-of-year", "23-3-15 may be asked about; it is 15 March 2023.", RightOrAsk, nil, format("06-1-2"), "xlsx", "csv")
	put("hand-date-full-width", "２０２３－０３－１５", RightOrAsk, nil, func(e Entry) Cell { return T(wide(e.Date())) }, "xlsx", "csv")
	mixed := []string{"2006-01-02", "2006.1.2", "2006/01/02", "20060102", "2006年01月02日"}
	put("hand-date-mixed", "Another way of writing dates on every row.", Right, nil, func(e Entry) Cell { return T(e.Day.Format(mixed[e.Day.Day()%len(mixed)])) }, "xlsx", "csv", "html")
	put("hand-date-last-year", "Lines dated in the year before: they come in as they are (a finding), or are asked about. They are not moved into the year.", RightOrAsk, nil, func(e Entry) Cell { return T(e.Date()) }, "xlsx", "csv")
	c := &all[len(all)-1]
	for _, r := range c.Files[0].Grid.Sheets[0].Rows {
		if r.Truth != nil && r.Truth.Day.Month() == time.January {
			r.Truth.Day = r.Truth.Day.AddDate(-1, 0, 0)
			r.Cells[0] = T(r.Truth.Date())
		}
	}
	c.Steps[0].Truth = truthOf(c.Files[0].Grid)

	lines := handLines(source(seed, "two-columns"), 24, 1)
	s := Sheet{Name: "Sheet1"}
	s.words(Title, "2023年研发支出台账")
	s.words(Header, "月", "日", "凭证号", "摘要", "费用类别", "支出类型", "金额")
	for _, e := range lines {
		s.line(e, N(itoa(int(e.Day.Month()))), N(itoa(e.Day.Day())), T(fmt.Sprintf("记-%d", e.Voucher)), T(e.Summary), T(e.Category), T(e.Treatment), P(e.Amount()))
	}
	all = append(all, simple("hand-date-month-and-day", byHand, "Month and day in two columns, the year in the title.", Right, one(s), "xlsx", "csv-gb18030", "html"))
	return all
}

func handTables(seed uint64) (all []Case) {
	put := func(name, note string, e Expect, g Grid, containers ...string) *Case {
		all = append(all, simple(name, byHand, note, e, g, containers...))
		return &all[len(all)-1]
	}
	lines := func(name string) []Entry { return handLines(source(seed, name), 36, 1) }

	// A header of two rows.
	s := Sheet{Name: "台账"}
	s.words(Title, "研发支出台账")
	s.merge(0, 5, 1)
	s.words(Header, "日期", "凭证号", "摘要", "费用", "", "金额")
	s.merge(3, 4, 1)
	for _, c := range []int{0, 1, 2, 5} {
		s.merge(c, c, 2)
	}
	s.words(Header, "", "", "", "费用类别", "支出类型", "")
	hand{}.rows(&s, lines("two-rows"))
	put("hand-header-of-two-rows", "A header of two rows with merged cells is one header.", Right, one(s), "xlsx", "html", "xml2003").Mutable = true

	monthly := func(word bool) func(*Sheet, int, []Entry) {
		return func(s *Sheet, i int, lines []Entry) {
			if i+1 < len(lines) && lines[i+1].Day.Month() == lines[i].Day.Month() {
				return
			}
			var of []Entry
			for _, e := range lines[:i+1] {
				if e.Day.Month() == lines[i].Day.Month() {
					of = append(of, e)
				}
			}
			if word {
				s.add(Total, E, E, T(fmt.Sprintf("%d月小计", int(lines[i].Day.Month()))), E, E, P(total(of)))
			} else {
				s.add(Total, E, E, E, E, E, P(total(of)))
			}
		}
	}
	l := lines("subtotals")
	s = hand{after: monthly(true)}.sheet("台账", l)
	s.add(Total, E, E, T("总  计"), E, E, P(total(l)))
	put("hand-subtotals-third-column", "小计 after each month, the word in the third column; 总 计 with spaces within.", Right, one(s), "xlsx", "csv-gb18030", "html").Mutable = true
	l = lines("wordless")
	s = hand{after: monthly(false)}.sheet("台账", l)
	put("hand-subtotals-without-a-word", "A row with nothing but the sum of the month above it is a total by its arithmetic. Right, or asked.", RightOrAsk, one(s), "xlsx", "csv", "html").Mutable = true

	// Two tables side by side.
	l = lines("beside")
	s = Sheet{Name: "台账"}
	s.words(Header, append(append(append([]string{}, handHeader...), ""), handHeader...)...)
	for i := range len(l) / 2 {
		a, b := l[i], l[i+len(l)/2]
		r := s.line(a, T(a.Date()), T(fmt.Sprintf("记-%d", a.Voucher)), T(a.Summary), T(a.Category), T(a.Treatment), P(a.Amount()), E,
			T(b.Date()), T(fmt.Sprintf("记-%d", b.Voucher)), T(b.Summary), T(b.Category), T(b.Treatment), P(b.Amount()))
		r.More = []Entry{b}
	}
	put("hand-two-tables-side-by-side", "The second half of the year beside the first: both, or asked.", RightOrAsk, one(s), "xlsx", "csv", "html")

	// Twelve sheets and their summary.
	l = lines("sheets")
	var g Grid
	summary := Sheet{Name: "汇总"}
	summary.words(Header, "月份", "金额")
	for m, of := range months(l) {
		name := fmt.Sprintf("%d月", m+1)
		sheet := hand{}.sheet(name, of)
		sheet.add(Total, T("合计"), E, E, E, E, P(total(of)))
		g.Sheets = append(g.Sheets, sheet)
		summary.add(Total, T(name), P(total(of)))
	}
	summary.add(Total, T("合计"), P(total(l)))
	g.Sheets = append(g.Sheets, summary)
	put("hand-twelve-sheets", "1月 … 12月 are one ledger; 汇总 says their sums again.", Right, g, "xlsx", "xml2003", "ods", "biff8").Mutable = true

	// A sheet copied within the workbook.
	l = lines("copied")
	a := hand{}.sheet("台账", l)
	b := a
	b.Name = "台账 (2)"
	c := put("hand-sheet-copied", "The same sheet twice in a workbook is a copy left over: once, or asked.", RightOrAsk, Grid{Sheets: []Sheet{a, b}}, "xlsx", "ods")
	c.Steps[0].Truth = truthOf(one(a))

	// Hidden things.
	l = lines("hidden-rows")
	s = hand{}.sheet("台账", l)
	for i := 5; i < 12; i++ {
		s.Rows[i].Hidden = true
	}
	s.add(Total, T("合计"), E, E, E, E, P(total(l)))
	put("hand-hidden-rows", "Hidden rows are in the sum the sheet states: they count, and it is well to say so. Or asked.", RightOrAsk, one(s), "xlsx", "xml2003")
	s = hand{}.sheet("台账", lines("filtered"))
	s.Filter = true
	for i := 5; i < 30; i++ {
		s.Rows[i].Hidden = true
	}
	put("hand-filtered-rows", "A filter left on hides rows; they are still in the table. All of them, or asked.", RightOrAsk, one(s), "xlsx")
	l = lines("hidden-sheet")
	a, b = hand{}.sheet("2023", l), hand{}.sheet("旧稿", handLines(source(seed, "draft"), 12, 1))
	b.Hidden = true
	c = put("hand-hidden-sheet", "A hidden sheet is a draft: it stays out and that is said; or asked.", RightOrAsk, Grid{Sheets: []Sheet{a, b}}, "xlsx", "xml2003")
	c.Steps[0].Truth = truthOf(one(a))

	// A merged amount, as a number and as text with its unit.
	for _, as := range []struct {
		name  string
		write func(Fen) Cell
	}{{"hand-merged-amount", P}, {"hand-merged-amount-as-text", func(a Fen) Cell { return W(a.Grouped() + "元") }}} {
		s = hand{amount: func(_ int, a Fen) Cell { return as.write(a) }}.sheet("台账", lines("merged"))
		for i := 5; i < 7; i++ { // rows 5-7 of the table share one amount
			s.Rows[i].Cells[5], s.Rows[i].Truth, s.Rows[i].Kind = E, nil, Header
		}
		s.Merged = append(s.Merged, Area{4, 5, 6, 5})
		c = put(as.name, "One amount merged over three rows is one amount, not three and not one and two zeros.", RightOrAsk, one(s), "xlsx", "html", "xml2003")
		c.Steps[0].WithAmount = true
	}

	// Characters of Taiwan and Hong Kong.
	s = hand{header: []string{"日期", "憑證號", "摘要", "費用類別", "支出類型", "金額"}}.sheet("台賬", lines("traditional"))
	put("hand-traditional", "金額, 憑證號, 費用類別: the same names in traditional characters.", Right, one(s), "xlsx", "csv", "html")

	// Two columns of one name.
	s = hand{header: append(append([]string{}, handHeader...), "金额")}.sheet("台账", lines("doubled"))
	for i := range s.Rows {
		if s.Rows[i].Kind == Line {
			s.Rows[i].Cells = append(s.Rows[i].Cells, P(s.Rows[i].Truth.Amount()+Fen(i)))
		}
	}
	put("hand-two-columns-of-one-name", "Two columns called 金额 with different figures: nobody can know which.", MustRefuse, one(s), "xlsx", "csv", "html")

	all = append(all, usualNames(seed), totalsThatDiffer(seed), sameTwice(seed), mendedFile(seed), twoFiles(seed), headerAgain(seed), noteRows(seed))
	return all
}

// usualNames has the names of cost that the dictionary ships.
func usualNames(seed uint64) Case {
	names := []struct{ said, category string }{
		{"工资薪金", "人员人工"},
		{"五险一金", "人员人工"},
		{"材料费", "直接投入"},
		{"燃料动力费", "直接投入"},
		{"测试化验费", "直接投入"},
		{"折旧费", "折旧与长期待摊"},
		{"无形资产摊销", "无形资产摊销"},
		{"委外研发费", "委托外部"},
		{"差旅费", "其他"},
		{"会议费", "其他"},
	}
	l := handLines(source(seed, "usual-names"), 30, 1)
	s := Sheet{Name: "台账"}
	s.words(Header, "日期", "凭证号", "摘要", "费用名称", "支出类型", "金额")
	for i, e := range l {
		n := names[i%len(names)]
		e.Category = n.category
		s.line(e, T(e.Date()), T(fmt.Sprintf("记-%d", e.Voucher)), T(e.Summary), T(n.said), T(e.Treatment), P(e.Amount()))
	}
	return simple("hand-usual-names-of-cost", byHand, "The usual names of cost are in the shipped dictionary; each may be asked about once.", RightOrAsk, one(s), "xlsx", "csv-gb18030")
}

// totalsThatDiffer states a total that is not the sum: it stops, and comes in with a reason.
func totalsThatDiffer(seed uint64) Case {
	l := handLines(source(seed, "differ"), 24, 1)
	s := hand{}.sheet("台账", l)
	s.add(Total, T("合计"), E, E, E, E, P(total(l)+100))
	c := simple("hand-total-that-differs", byHand, "The file's own 合计 is 1.00 more than its lines: something is missing. It stops; with a reason the lines come in.", MustRefuse, one(s), "xlsx", "csv", "html")
	c.Steps = append(c.Steps, Step{Flags: []string{"--accept-difference", "合计行手工录入有误，已与财务核对"}, Expect: Right, Truth: truthOf(one(s))})
	return c
}

// sameTwice imports one file twice.
func sameTwice(seed uint64) Case {
	s := hand{}.sheet("台账", handLines(source(seed, "twice"), 24, 1))
	s.Rows = append(s.Rows, s.Rows[3], s.Rows[3])
	c := simple("hand-same-file-twice", byHand, "The same file again changes nothing; its two equal lines are two.", Right, one(s), "xlsx", "csv")
	c.Steps = append(c.Steps, c.Steps[0])
	return c
}

// mendedFile imports a file, then the same with a line mended and one more.
func mendedFile(seed uint64) Case {
	l := handLines(source(seed, "mended"), 24, 1)
	before := hand{}.sheet("台账", l)
	m := append([]Entry{}, l...)
	m[5].Debit += 12345
	m = append(m, Entry{Day: date(12, 30), Voucher: 99, Summary: "补记", Category: "其他", Treatment: "费用化", Debit: 10000})
	after := hand{}.sheet("台账", m)
	return Case{
		Name: "hand-mended-file", Layout: byHand, Form: "spend", Containers: []string{"xlsx", "csv"},
		Note:  "A mended file replaces what it brought before. Without --replace or --add it stops and says so.",
		Files: []File{{Name: "台账.x", Grid: one(before)}, {Name: "mended/台账.x", Grid: one(after)}},
		Steps: []Step{
			{Files: []string{"台账.x"}, Expect: Right, Truth: truthOf(one(before))},
			{Files: []string{"mended/台账.x"}, Expect: MustRefuse},
			{Files: []string{"mended/台账.x"}, Flags: []string{"--replace"}, Expect: Right, Truth: truthOf(one(after))},
			{Files: []string{"mended/台账.x"}, Expect: Right, Truth: truthOf(one(after))},
		},
	}
}

// twoFiles imports January and February at once, each with one line that the other has too.
func twoFiles(seed uint64) Case {
	l := handLines(source(seed, "two-files"), 24, 1)
	common := Entry{Day: date(1, 31), Voucher: 50, Summary: "月租", Category: "其他", Treatment: "费用化", Debit: 123400}
	a, b := hand{}.sheet("台账", append(l[:12:12], common)), hand{}.sheet("台账", append(l[12:24:24], common))
	t := truthOf(one(a))
	t.Rows = append(t.Rows, truthOf(one(b)).Rows...)
	return Case{
		Name: "hand-two-files-at-once", Layout: byHand, Form: "spend", Containers: []string{"xlsx", "csv-gb18030"},
		Note:  "Two files in one call are both in; equal lines in different files are two lines.",
		Files: []File{{Name: "上半年.x", Grid: one(a)}, {Name: "下半年.x", Grid: one(b)}},
		Steps: []Step{{Expect: Right, Truth: t}},
	}
}

// headerAgain repeats the header every ten lines, as printed pages do.
func headerAgain(seed uint64) Case {
	l := handLines(source(seed, "again"), 36, 1)
	s := hand{after: func(s *Sheet, i int, _ []Entry) {
		if i%10 == 9 {
			s.add(Blank)
			s.words(Title, fmt.Sprintf("第%d页", i/10+2))
			s.words(Header, handHeader...)
		}
	}}.sheet("台账", l)
	return simple("hand-header-repeated", byHand, "The header comes again on each page.", Right, one(s), "xlsx", "csv-gb18030", "html").mutable()
}

// noteRows has remarks between and below the lines.
func noteRows(seed uint64) Case {
	l := handLines(source(seed, "notes"), 24, 1)
	s := hand{}.sheet("台账", l)
	s.add(Blank)
	s.words(Title, "制表：王五", "", "审核：李四", "", "", "2024年1月5日")
	s.words(Title, "注：以上金额均不含税")
	return simple("hand-notes-below", byHand, "制表, 审核 and a note below are no lines.", Right, one(s), "xlsx", "csv", "html").mutable()
}
