package intake

import (
	"fmt"
	"math/rand/v2"
)

func init() { layouts = append(layouts, subsidiaries) }

// The kinds of cost of the 2021 edition of the 研发支出辅助账, and what they count as here.
var taxKinds = []struct{ title, category string }{
	{"人员人工费用", "人员人工"},
	{"直接投入费用", "直接投入"},
	{"折旧费用", "折旧与长期待摊"},
	{"无形资产摊销", "无形资产摊销"},
	{"新产品设计费等", "设计"},
	{"其他相关费用", "其他"},
	{"委托研发费用", "委托外部"},
}

// taxed is one row of a 辅助账: one voucher, an amount in one or two kinds.
type taxed struct {
	entry  Entry
	amount map[string]Fen // by category
}

func taxedRows(r *rand.Rand, project, treatment string, months int) (rows []taxed) {
	number := 0
	for m := 1; m <= months; m++ {
		for range 1 + r.IntN(3) {
			number++
			k := taxKinds[r.IntN(len(taxKinds))]
			t := taxed{amount: map[string]Fen{}, entry: Entry{Day: date(m, 1+r.IntN(27)), Voucher: number, Summary: fmt.Sprintf("%d月%s", m, k.title), Treatment: treatment, Project: project}}
			t.amount[k.category] = Fen(10000 + r.IntN(9000000))
			if r.IntN(5) == 0 {
				t.amount[taxKinds[r.IntN(len(taxKinds))].category] = Fen(10000 + r.IntN(900000))
			}
			rows = append(rows, t)
		}
	}
	return rows
}

// subsidiary is one project's sheet.
type subsidiary struct {
	two     bool // header in two rows, with 凭证信息 and 费用明细 over the columns
	totals  bool
	months  bool // 本月小计 after each month
	figures bool // the two columns that say each row's sum again
}

func (l subsidiary) sheet(name, project, treatment string, rows []taxed) Sheet {
	s := Sheet{Name: name}
	l.block(&s, project, treatment, rows)
	return s
}

func (l subsidiary) block(s *Sheet, project, treatment string, rows []taxed) {
	s.words(Title, "研发支出辅助账")
	s.merge(0, 12, 1)
	s.words(Title, "项目编号："+project, "", "", "项目名称："+ProjectNames[project], "", "", "完成情况：未完成", "", "支出类型："+treatment, "", "", "金额单位：元")
	front := []string{"日期", "种类", "号数", "摘要"}
	if l.figures {
		front = append(front, "会计凭证记载金额", "税法规定的归集金额")
	}
	if l.two {
		top := []string{"凭证信息", "", "", ""}
		if l.figures {
			top = append(top, "会计凭证记载金额", "税法规定的归集金额")
		}
		top = append(top, "费用明细（税法规定）")
		s.words(Header, top...)
		s.merge(0, 3, 1)
		if l.figures {
			s.merge(4, 4, 2)
			s.merge(5, 5, 2)
		}
		s.merge(len(front), len(front)+len(taxKinds)-1, 1)
		if l.figures {
			front[4], front[5] = "", ""
		}
	}
	for _, k := range taxKinds {
		front = append(front, k.title)
	}
	s.words(Header, front...)
	l.sums(s, Opening, "期初余额", nil, true)
	var month []taxed
	for i, t := range rows {
		l.row(s, t)
		month = append(month, t)
		if l.months && (i+1 == len(rows) || rows[i+1].entry.Day.Month() != t.entry.Day.Month()) {
			l.sums(s, Total, "本月小计", month, false)
			month = nil
		}
	}
	if l.totals {
		l.sums(s, Total, "合计金额", rows, false)
		l.sums(s, Carry, "期末余额", rows, false)
	}
}

// row writes one voucher: a line for each kind that has an amount.
func (l subsidiary) row(s *Sheet, t taxed) {
	e := t.entry
	cells := []Cell{T(e.Day.Format("2006-01-02")), T("记"), N(itoa(e.Voucher)), T(e.Summary)}
	var all Fen
	for _, a := range t.amount {
		all += a
	}
	if l.figures {
		cells = append(cells, M(all), M(all))
	}
	var lines []Entry
	for _, k := range taxKinds {
		a := t.amount[k.category]
		cells = append(cells, amount(a))
		if a != 0 {
			one := e
			one.Category, one.Debit = k.category, a
			lines = append(lines, one)
		}
	}
	r := s.line(lines[0], cells...)
	r.More = lines[1:]
}

func (l subsidiary) sums(s *Sheet, k Kind, word string, rows []taxed, empty bool) {
	cells := []Cell{E, E, E, T(word)}
	var all Fen
	by := map[string]Fen{}
	for _, t := range rows {
		for c, a := range t.amount {
			by[c] += a
			all += a
		}
	}
	if l.figures {
		if empty {
			cells = append(cells, E, E)
		} else {
			cells = append(cells, M(all), M(all))
		}
	}
	for _, kind := range taxKinds {
		if empty {
			cells = append(cells, E)
		} else {
			cells = append(cells, M(by[kind.category]))
		}
	}
	s.add(k, cells...)
}

func subsidiaries(seed uint64) (all []Case) {
	const layout = "研发支出辅助账（2021 版）"
	put := func(c Case) {
		if len(c.Files[0].Grid.Sheets) == 1 && c.Steps[0].Projects == nil {
			c.Steps[0].Projects = subsidiaryProjects(c.Files[0].Grid)
		}
		all = append(all, c)
	}
	note := "Each kind of cost is a column: a row is one line for each kind that has an amount. The sums beside them, 期初余额, 合计 and 期末余额 say it again. 支出类型 and the project stand above the table."

	r := source(seed, "tax-one")
	put(simple("subsidiary-one-project", layout, note, Right, one(subsidiary{totals: true, figures: true}.sheet("RD2301", "RD2301", "费用化", taxedRows(r, "RD2301", "费用化", 12))), "xlsx", "csv-gb18030", "html").mutable())

	r = source(seed, "tax-two-rows")
	put(simple("subsidiary-header-of-two-rows", layout, note+" The header is two rows, merged.", Right, one(subsidiary{totals: true, figures: true, two: true}.sheet("辅助账", "RD2302", "资本化", taxedRows(r, "RD2302", "资本化", 12))), "xlsx", "xml2003", "html", "biff8").mutable())

	r = source(seed, "tax-months")
	put(simple("subsidiary-monthly-totals", layout, note+" 本月小计 after each month.", Right, one(subsidiary{totals: true, months: true, figures: true}.sheet("辅助账", "RD2303", "费用化", taxedRows(r, "RD2303", "费用化", 8))), "xlsx", "csv", "ods").mutable())

	r = source(seed, "tax-blocks")
	s := Sheet{Name: "辅助账"}
	for _, p := range []struct{ project, treatment string }{{"RD2301", "费用化"}, {"RD2302", "资本化"}, {"RD2303", "费用化"}} {
		subsidiary{totals: true, figures: true, two: true}.block(&s, p.project, p.treatment, taxedRows(r, p.project, p.treatment, 5))
		s.add(Blank)
	}
	put(simple("subsidiary-projects-in-blocks", layout, note+" Project after project on one sheet.", Right, one(s), "xlsx", "csv-gb18030", "html").mutable())

	r = source(seed, "tax-sheets")
	var g Grid
	summary := Sheet{Name: "汇总表"}
	summary.words(Title, "研发支出辅助账汇总表")
	summary.words(Title, "", "", "", "", "", "", "", "", "", "", "金额单位：元")
	heads := []string{"项目编号", "项目名称", "完成情况", "支出类型", "允许加计扣除金额合计"}
	for _, k := range taxKinds {
		heads = append(heads, k.title)
	}
	summary.words(Header, heads...)
	for _, p := range []struct{ project, treatment string }{{"RD2301", "费用化"}, {"RD2302", "资本化"}, {"RD2303", "费用化"}} {
		rows := taxedRows(r, p.project, p.treatment, 6)
		g.Sheets = append(g.Sheets, subsidiary{totals: true, figures: true, two: true}.sheet(p.project, p.project, p.treatment, rows))
		summary.add(Total, summaryRow(p.project, p.treatment, rows)...)
	}
	h := Grid{Sheets: append([]Sheet{summary}, g.Sheets...)}
	put(simple("subsidiary-sheets-and-summary", layout, note+" A sheet a project; 汇总表 says their sums again and has no dates.", Right, h, "xlsx", "xml2003", "ods").mutable())

	r = source(seed, "tax-bare")
	put(simple("subsidiary-without-sums", layout, note+" Without the two columns of sums.", Right, one(subsidiary{totals: true}.sheet("辅助账", "RD2301", "费用化", taxedRows(r, "RD2301", "费用化", 12))), "xlsx", "csv-utf16be", "xml2003").mutable())

	put(summaryAlone(seed))
	put(taxDiffers(seed))
	return all
}

func summaryRow(project, treatment string, rows []taxed) []Cell {
	by := map[string]Fen{}
	var all Fen
	for _, t := range rows {
		for c, a := range t.amount {
			by[c] += a
			all += a
		}
	}
	cells := []Cell{T(project), T(ProjectNames[project]), T("未完成"), T(treatment), M(all)}
	for _, k := range taxKinds {
		cells = append(cells, amount(by[k.category]))
	}
	return cells
}

func summaryAlone(seed uint64) Case {
	r := source(seed, "tax-summary")
	s := Sheet{Name: "汇总表"}
	s.words(Title, "研发支出辅助账汇总表")
	s.words(Header, "项目编号", "项目名称", "完成情况", "支出类型", "允许加计扣除金额合计", "人员人工费用", "直接投入费用", "折旧费用", "无形资产摊销", "新产品设计费等", "其他相关费用", "委托研发费用")
	for _, p := range projects {
		s.add(Total, summaryRow(p, "费用化", taxedRows(r, p, "费用化", 6))...)
	}
	return simple("subsidiary-summary-alone", "研发支出辅助账（2021 版）", "汇总表 has neither dates nor vouchers: it is no ledger.", MustRefuse, one(s), "xlsx", "csv")
}

func taxDiffers(seed uint64) Case {
	r := source(seed, "tax-differs")
	s := subsidiary{totals: true, figures: true}.sheet("辅助账", "RD2301", "费用化", taxedRows(r, "RD2301", "费用化", 4))
	for i := range s.Rows {
		if s.Rows[i].Kind == Line {
			a := s.Rows[i].Truth.Amount() * 2
			s.Rows[i].Cells[4] = M(a)
			break
		}
	}
	return simple("subsidiary-book-and-tax-differ", "研发支出辅助账（2021 版）", "What the voucher says and what the tax law lets in differ on a line: which one counts is a question. The columns of kinds, or a question; 合计 of the first column does not add up any more.",
		RightOrAsk, one(s), "xlsx", "csv")
}

// subsidiaryProjects gives the project of each line.
func subsidiaryProjects(g Grid) map[string]int {
	named := map[string]int{}
	for _, s := range g.Sheets {
		for _, r := range s.Rows {
			for _, e := range r.lines() {
				named[e.Date()+"|"+e.Amount().Plain()+"|"+e.Project]++
			}
		}
	}
	return named
}
