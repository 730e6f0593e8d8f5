package filing

import (
	"errors"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"yice/filing/submission"
	"yice/form"
	"yice/text"
)

// WriteFile writes the workbook: the table of enterprises, spread and totals, double claims, intra-group pairs, groups,
// replaced submissions and problems, a sheet each. Cells are texts or numbers; nothing in them is ever a formula.
func (c *Collected) WriteFile(path string, l text.Lang) error {
	if !strings.EqualFold(fileEnding(path), ".xlsx") {
		return fault("filing.collect-kind", text.Usage, text.FilingCollectKind.With(harmless(path)))
	}
	return writeBeside(path, func(f *os.File) error { return c.write(f, l) })
}

func fileEnding(path string) string {
	if i := strings.LastIndexByte(path, '.'); i >= 0 {
		return path[i:]
	}
	return ""
}

// page is a sheet of the workbook under way: rows go straight to the disk.
type page struct {
	out   *excelize.StreamWriter
	row   int
	head  int // style
	err   error
	cells []any
}

func (c *Collected) write(w io.Writer, l text.Lang) (err error) {
	book := excelize.NewFile()
	defer func() { err = errors.Join(err, book.Close()) }()
	head, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "center"}})
	if err != nil {
		return err
	}
	for i, s := range []struct {
		title text.Pair
		fill  func(*page, text.Lang)
	}{
		{text.FilingCollectTable, c.tablePage},
		{text.FilingCollectSpread, c.spreadPage},
		{text.FilingCollectTotals, c.totalsPage},
		{text.FilingCollectDoubles, c.doublesPage},
		{text.FilingCollectPairs, c.pairsPage},
		{text.FilingCollectGroups, c.groupsPage},
		{text.FilingCollectReplaced, c.replacedPage},
		{text.FilingCollectProblems, c.problemsPage},
	} {
		name := s.title.In(l)
		if i == 0 {
			err = book.SetSheetName("Sheet1", name)
		} else {
			_, err = book.NewSheet(name)
		}
		if err != nil {
			return err
		}
		if err := fillPage(book, name, head, func(p *page) { s.fill(p, l) }); err != nil {
			return err
		}
	}
	return book.Write(w)
}

func fillPage(book *excelize.File, name string, head int, fill func(*page)) error {
	out, err := book.NewStreamWriter(name)
	if err != nil {
		return err
	}
	p := &page{out: out, head: head}
	fill(p)
	if p.err != nil {
		return p.err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	landscape, a4, pages := "landscape", 9, 0
	if err := book.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToHeight: &pages}); err != nil {
		return err
	}
	fit := true
	return book.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit})
}

// header writes the first row and fixes it; widths are those of the columns, the last one for all further ones.
func (p *page) header(titles []string, widths ...int) {
	cells := make([]any, len(titles))
	for i, t := range titles {
		cells[i] = excelize.Cell{StyleID: p.head, Value: cellText(t)}
		if p.err == nil {
			p.err = p.out.SetColWidth(i+1, i+1, float64(widths[min(i, len(widths)-1)]))
		}
	}
	if p.err == nil {
		p.err = p.out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
	}
	p.put(cells)
}

// line writes a row: texts stay texts whatever they begin with, figures become numbers, int and int64 too.
func (p *page) line(values ...any) {
	cells := p.cells[:0]
	for _, v := range values {
		switch v := v.(type) {
		case string:
			cells = append(cells, cellText(v))
		case figure:
			cells = append(cells, v.cell())
		default:
			cells = append(cells, v)
		}
	}
	p.cells = cells
	p.put(cells)
}

func (p *page) put(cells []any) {
	if p.err != nil {
		return
	}
	if p.row++; p.row > sheetLimit {
		return // the sheet is full; the JSON holds everything
	}
	p.err = p.out.SetRow("A"+strconv.Itoa(p.row), cells)
}

// figure is a decimal text that becomes a number where a spreadsheet holds it exactly.
type figure string

func (f figure) cell() any {
	s := string(f)
	if s == "" {
		return nil
	}
	digits := strings.Trim(s, "0123456789.-")
	if digits != "" || len(s) > 15 || strings.Count(s, ".") > 1 || strings.LastIndexByte(s, '-') > 0 {
		return cellText(s) // "127.00%" and what is too long to be exact
	}
	return exactNumber(s)
}

// cellText makes any text fit for a cell: what XML cannot hold is replaced, what a cell cannot hold is cut.
func cellText(s string) string {
	s = harmless(strings.ToValidUTF8(s, "\uFFFD"))
	if r := []rune(s); len(r) > maxCellRunes {
		s = string(r[:maxCellRunes])
	}
	return s
}

func in(l text.Lang, titles ...text.Pair) []string {
	out := make([]string, len(titles))
	for i, t := range titles {
		out[i] = t.In(l)
	}
	return out
}

func (c *Collected) tablePage(p *page, l text.Lang) {
	innovation := text.FilingColSelf
	if c.Measured {
		innovation = text.FilingColConfirmed
	}
	head := in(l, text.FilingColRank, text.FilingColMode, text.FilingColCode, text.FilingColName, text.FilingColType, text.FilingColYear, innovation, text.FilingColSelfScore)
	for _, column := range c.Columns {
		head = append(head, column.Title.In(l))
	}
	head = append(head, in(l, text.ScoreBonus, text.FilingColBook, text.FilingColAddback, text.ScoreAssessed, text.ScoreCompletion, text.FilingColRD,
		text.FilingColVerified, text.FilingColIdentity, text.FilingColPolicy, text.FilingColSignOffs, text.FilingColDecided, text.FilingColSelfDeclared, text.FilingColPack, text.FilingColParent, text.FilingColFile, text.FilingColSerial, text.FilingColSealed, text.FilingColSigner)...)
	p.header(head, 6, 8, 22, 28, 10, 8, 12)
	for i := range c.Enterprises {
		e := &c.Enterprises[i]
		var place any
		if e.Rank > 0 {
			place = e.Rank
		}
		self := ""
		if e.Self != nil {
			self = e.Self.Innovation
		}
		row := []any{place, e.Mode().In(l), e.USCC, e.Name, typeTitle(e.Type, l), periodCell(e.Year, e.Period), figure(e.Innovation), figure(self)}
		for _, column := range c.Columns {
			row = append(row, figure(e.Indicators[column.ID]))
		}
		verdict := text.FilingCollectBad
		if e.OK {
			verdict = text.FilingCollectFine
		}
		p.line(append(row, figure(e.Bonus), figure(e.Book), figure(e.Addback), figure(e.Assessed), e.Completion, figure(e.RD),
			verdict.In(l), Answer(e.Identity).In(l), Answer(e.Policy).In(l), Answer(e.SignOffs).In(l), e.Decided, e.SelfDeclared, e.Pack, e.Parent, e.File, e.Serial, e.SealedAt, e.Signer)...)
	}
}

// columnTitle names a column of the spread.
func (c *Collected) columnTitle(id string, l text.Lang) string {
	switch id {
	case "innovation":
		return text.ScoreInnovation.In(l)
	case "bonus":
		return text.ScoreBonus.In(l)
	case "addback":
		return text.FilingColAddback.In(l)
	case "assessed":
		return text.ScoreAssessed.In(l)
	case "completion":
		return text.ScoreCompletion.In(l)
	}
	for _, column := range c.Columns {
		if column.ID == id {
			return column.Title.In(l)
		}
	}
	return id
}

// periodCell shows a year as a figure, a quarter by its name.
func periodCell(year int, period string) any {
	if p, ok := submission.ParsePeriod(period); ok && p.Quarterly() {
		return period
	}
	return year
}

func (c *Collected) spreadPage(p *page, l text.Lang) {
	p.header(in(l, text.FilingColYear, text.FilingColType, text.FilingColFigure, text.FilingColCount, text.FilingColMin, text.FilingColMedian, text.FilingColMax), 8, 12, 26, 10, 14)
	for _, s := range c.Spread {
		typ := typeTitle(s.Type, l)
		if typ == "" {
			typ = text.FilingColAll.In(l)
		}
		p.line(periodCell(s.Year, s.Period), typ, c.columnTitle(s.Column, l), s.Count, figure(s.Min), figure(s.Median), figure(s.Max))
	}
}

func (c *Collected) totalsPage(p *page, l text.Lang) {
	p.header(in(l, text.FilingColYear, text.FilingColCount, text.FilingColRD, text.FilingColExpensed, text.FilingColGovernment, text.FilingColEliminated,
		text.FilingColNet, text.FilingColBook, text.FilingColAddback, text.ScoreAssessed), 8, 10, 18)
	for _, t := range c.Totals {
		p.line(periodCell(t.Year, t.Period), t.Enterprises, figure(t.RD), figure(t.Expensed), figure(t.Government), figure(t.Eliminated), figure(t.RDNet),
			figure(t.Book), figure(t.Addback), figure(t.Assessed))
	}
}

func (c *Collected) doublesPage(p *page, l text.Lang) {
	p.header(in(l, text.FilingColNumber, text.FilingColGrade, text.FilingColForm, text.FilingColBecause, text.FilingColCode, text.FilingColName,
		text.FilingColKey, text.FilingColTitle, text.FilingColFile, text.FilingColEntry, text.FilingColRow), 6, 8, 12, 44, 22, 28, 22, 34, 26, 20, 8)
	for i, d := range c.DoubleClaims {
		grade := text.CmdClaimSuspected
		if d.Certain {
			grade = text.CmdClaimCertain
		}
		for _, s := range d.Claims {
			p.line(i+1, grade.In(l), formTitle(d.Kind, l), d.Because.In(l), s.USCC, s.Name, s.Key, s.Title, s.File, s.Entry, s.Row)
		}
	}
}

func formTitle(id string, l text.Lang) string {
	if f := form.ByID(id); f != nil {
		return f.Title.In(l)
	}
	return id
}

func (c *Collected) pairsPage(p *page, l text.Lang) {
	p.header(in(l, text.FilingColYear, text.FilingColFrom, text.FilingColName, text.FilingColTo, text.FilingColName, text.FilingColYuan, text.FilingColLines, text.FilingColGroup),
		8, 22, 28, 22, 28, 18, 10, 22)
	for _, i := range c.IntraGroup {
		p.line(periodCell(i.Year, i.Period), i.From, i.FromName, i.To, i.ToName, figure(submission.AppendFen(nil, i.Amount)), i.Lines, i.Group)
	}
}

func (c *Collected) groupsPage(p *page, l text.Lang) {
	p.header(in(l, text.FilingColYear, text.FilingColGroup, text.FilingColName, text.FilingColCount, text.FilingColRD, text.FilingColEliminated,
		text.FilingColSum, text.FilingColWhole, text.FilingColNote, text.FilingColMembers), 8, 22, 28, 10, 16, 16, 16, 16, 50, 60)
	for _, g := range c.Groups {
		p.line(periodCell(g.Year, g.Period), g.Root, g.Name, len(g.Members), figure(g.RD), figure(g.Eliminated), figure(g.Sum), figure(g.Consolidated),
			g.Note.In(l), strings.Join(g.Members, " "))
	}
}

func (c *Collected) replacedPage(p *page, l text.Lang) {
	p.header(in(l, text.FilingColCode, text.FilingColName, text.FilingColYear, text.FilingColFile, text.FilingColSerial, text.FilingColSealed,
		text.ScoreInnovation, text.FilingColBy), 22, 28, 8, 30, 28, 26, 12, 28)
	for _, r := range c.Replaced {
		p.line(r.USCC, r.Name, periodCell(r.Year, r.Period), r.File, r.Serial, r.SealedAt, figure(r.Innovation), r.ReplacedBy)
	}
}

func (c *Collected) problemsPage(p *page, l text.Lang) {
	p.header(in(l, text.FilingColNumber, text.FilingCollectProblems), 6, 120)
	for i, problem := range slices.Concat(c.Problems, c.Notes) {
		p.line(i+1, problem.In(l))
	}
}

// typeTitle names a type of enterprise.
func typeTitle(id string, l text.Lang) string {
	return form.ByID("enterprise").Field("type").CodeTitle(id).In(l)
}
