package report

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"yice/form"
	"yice/internal/inorder"
	"yice/returns"
	"yice/text"
)

// share is one part of the year's R&D, 分.
type share struct {
	title  text.Pair
	amount int64
}

// byMonth gives the twelve months.
func (m *Material) byMonth() []share {
	all := make([]share, 0, 12)
	for i := 1; i <= 12; i++ {
		all = append(all, share{text.ReportMonth.With(i), m.Facts.Ledger.ByMonth[i]})
	}
	return all
}

// by sums the ledger by one of its codes, in the order of the code list; what says nothing comes last.
func (m *Material) by(field string, of func(*returns.Sum) string) []share {
	sums := make(map[string]int64)
	for _, sum := range m.Returns.Ledger {
		sums[of(sum)] = form.Plus(sums[of(sum)], sum.Amount)
	}
	var all []share
	for _, c := range form.ByID("spend").Field(field).Codes {
		if n, ok := sums[c.ID]; ok {
			all = append(all, share{c.Title, n})
			delete(sums, c.ID)
		}
	}
	rest := make([]string, 0, len(sums))
	for id := range sums {
		rest = append(rest, id)
	}
	slices.SortFunc(rest, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	for _, id := range rest {
		all = append(all, share{codeTitle("spend", field, id), sums[id]})
	}
	return all
}

func (m *Material) byCategory() []share {
	return m.by("category", func(s *returns.Sum) string { return s.Category })
}

func (m *Material) bySource() []share {
	return m.by("source", func(s *returns.Sum) string { return s.Source })
}

// byProject sums the ledger by project, the largest first.
func (m *Material) byProject() []share {
	sums := make(map[string]int64)
	for _, sum := range m.Returns.Ledger {
		sums[sum.Project] = form.Plus(sums[sum.Project], sum.Amount)
	}
	names := make(map[string]string)
	for _, r := range m.registers["project"] {
		names[r.Key()] = r.Str("name")
	}
	var all []share
	for key, n := range sums {
		switch {
		case key == "":
			all = append(all, share{text.ReturnsTaxUnassigned, n})
		case names[key] == "":
			all = append(all, share{text.Same(key), n})
		default:
			all = append(all, share{text.Same(key + " " + names[key]), n})
		}
	}
	inorder.Sort(all, func(a, b share) int {
		return cmp.Or(cmp.Compare(b.amount, a.amount), cmp.Compare(a.title.ZH, b.title.ZH))
	})
	return all
}

// sheetTotals is what the ledger comes to: by month and category with a chart each, then by source, treatment, activity
// and project.
func (b *book) sheetTotals(name string) error {
	m := b.m
	months, categories := m.byMonth(), m.byCategory()
	apart := m.Facts.Ledger.Apart(m.Year, m.Facts.Through())
	top := len(m.Marks()) + len(apart) + 3 // the row of the first caption
	firstMonth := top + 2
	firstCategory := firstMonth + len(months) + 1 + 2
	room := max(13, roomFor(wan(m.Facts.Ledger.Total())))
	s, err := b.open(name, page{widths: []float64{40, room, 10, 3, 27, 27, 27, 27}, upon: func(x *excelize.File, sheet string) error {
		if len(months) == 0 || len(categories) == 0 {
			return nil
		}
		beside := firstCategory - 2
		monthly := b.chart(sheet, excelize.Col, text.ReportByMonth, firstMonth, len(months)).over(4, beside-top-1)
		if err := x.AddChart(sheet, at(5, top), monthly); err != nil {
			return err
		}
		byCategory := b.chart(sheet, excelize.Bar, text.ReportByCategory, firstCategory, len(categories)).over(4, 13)
		return x.AddChart(sheet, at(5, beside), byCategory)
	}})
	if err != nil {
		return err
	}
	s.across(b.look.title, 30, b.say(text.ReportTotalsTitle.With(m.Year)))
	said := text.ReportLedgerLines.With(m.Facts.Ledger.Lines)
	switch {
	case m.Facts.Ledger.FromSummary:
		said = text.ReportFromSummary
	case m.Facts.Ledger.Lines > LedgerLines:
		said = text.ReportLedgerTooLong.With(m.Facts.Ledger.Lines, LedgerLines)
	}
	s.across(b.look.left, 0, b.say(said))
	for _, say := range apart {
		s.across(b.look.left, 0, b.say(say))
	}
	s.shares(text.ReportByMonth, months)
	s.shares(text.ReportByCategory, categories)
	for s.row < firstCategory+12 { // the second chart stands beside these rows
		s.gap(lineHigh)
	}
	s.breakPage()
	s.shares(text.ReportBySource, m.bySource())
	s.shares(text.ReportByTreatment, m.by("treatment", func(s *returns.Sum) string { return s.Treatment }))
	s.shares(text.ReportByActivity, m.by("activity", func(s *returns.Sum) string { return s.Activity }))
	s.shares(text.ReportByProject, m.byProject())
	return s.done()
}

// breakPage begins a new printed page below the last row.
func (s *sheet) breakPage() {
	if s.err == nil {
		s.err = s.out.InsertPageBreak("A" + strconv.Itoa(s.row+1))
	}
}

// shares writes a block of parts with their sum, 万元, and what part each is.
func (s *sheet) shares(title text.Pair, all []share) {
	b := s.b
	total := int64(0)
	for _, p := range all {
		total = form.Plus(total, p.amount)
	}
	s.parts(24, part{b.look.section, b.say(title), 3})
	s.heads(b.say(text.ReportPart), b.say(text.ReportAmountWan), b.say(text.ReportShare))
	for _, p := range all {
		s.put(0, b.text(b.say(p.title)), figure(b.look.money, wan(p.amount)), percentOf(b.look.percent, p.amount, total))
	}
	s.put(18, excelize.Cell{StyleID: b.look.sum, Value: b.say(text.ReportTotal)}, figure(b.look.sumMoney, wan(total)), excelize.Cell{StyleID: b.look.sum})
}

// percentOf is a share as a spreadsheet holds it: a fraction of four decimals, shown as a percentage.
func percentOf(look int, part, total int64) excelize.Cell {
	if total <= 0 || part < 0 {
		return excelize.Cell{StyleID: look}
	}
	return figure(look, decimal(permyriad(part, total), 4))
}

// permyriad is part ÷ total in ten-thousandths, rounded half up; part ≤ total < 10^18 分.
func permyriad(part, total int64) int64 {
	const tenThousand = 10_000
	if part > 1<<48 {
		part, total = part/tenThousand, total/tenThousand
	}
	return (part*tenThousand + total/2) / max(total, 1)
}

// chart draws the amounts of a block; it reads them from the cells, as a chart of a spreadsheet does.
func (b *book) chart(sheet string, kind excelize.ChartType, title text.Pair, first, n int) *drawing {
	last := strconv.Itoa(first + n - 1)
	from := strconv.Itoa(first)
	quoted := "'" + sheet + "'!"
	varied := false
	small := excelize.Font{Size: 9, Family: fontName, Color: ink}
	return &drawing{excelize.Chart{
		Type: kind,
		Series: []excelize.ChartSeries{{
			Name: b.say(text.ReportAmountWan), Categories: quoted + "$A$" + from + ":$A$" + last, Values: quoted + "$B$" + from + ":$B$" + last,
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"2F6DB5"}},
		}},
		Title:      []excelize.RichTextRun{{Text: b.say(text.ReportInWan.With(title)), Font: &excelize.Font{Size: 11, Bold: true, Color: ink}}},
		Legend:     excelize.ChartLegend{Position: "none"},
		PlotArea:   excelize.ChartPlotArea{ShowVal: kind == excelize.Bar},
		VaryColors: &varied,
		XAxis:      excelize.ChartAxis{ReverseOrder: kind == excelize.Bar, Font: small},
		YAxis:      excelize.ChartAxis{MajorGridLines: true, Font: small, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "#,##0"}},
		Format:     excelize.GraphicOptions{PrintObject: new(true)},
	}}
}

// drawing is a chart that is to lie over some cells.
type drawing struct{ excelize.Chart }

// over settles which cells a chart covers. Its size is asked for before any width or height is set, so it is counted in
// cells of the default size and comes out in those that are there.
func (d *drawing) over(columns, rows int) *excelize.Chart {
	const cellWide, cellHigh = 64, 20
	d.Dimension = excelize.ChartDimension{Width: uint(columns * cellWide), Height: uint(rows * cellHigh)}
	return &d.Chart
}
