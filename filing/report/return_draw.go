package report

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"yice/filing/report/parted"
	"yice/returns"
	"yice/text"
)

// Paper is one return of an enterprise and year, to be drawn.
type Paper struct {
	USCC, Name string
	Table      *returns.Table
}

// material is as much of a year's as the head of a sheet shows.
func (p *Paper) material() *Material {
	return &Material{USCC: p.USCC, Name: p.Name, Year: p.Table.Year, paper: true}
}

// Workbook writes the return as a workbook of one sheet, or of as many as print its columns so that they can be read.
func (p *Paper) Workbook(ctx context.Context, w io.Writer, l text.Lang) (err error) {
	b := &book{ctx: ctx, m: p.material(), l: l, x: excelize.NewFile(), used: make(map[string]bool)}
	defer func() { err = errors.Join(err, b.x.Close()) }()
	if err := b.prepare(); err != nil {
		return err
	}
	g := layOut(p.Table)
	blocks := parted.Columns(g.widths(l), g.again, sheetUnits)
	for i := range blocks {
		name := b.sheetName(b.say(p.Table.Return.Title))
		if i == 0 {
			if err := b.x.SetSheetName("Sheet1", name); err != nil {
				return err
			}
		}
		if err := b.sheetReturn(name, p.Table.Return, g, blocks, i); err != nil {
			return err
		}
	}
	var raw bytes.Buffer
	if err := b.x.Write(&raw); err != nil {
		return err
	}
	return repack(w, raw.Bytes())
}

// noSuchLine stands where a column has no such line, so that a blank is what is still to be filled in.
const noSuchLine = "—"

// sheetReturn draws a block of a return as a sheet, whichever it is. The foot and the notes stand on the last.
func (b *book) sheetReturn(name string, r *returns.Return, g *grid, blocks []parted.Span, nth int) error {
	block := blocks[nth]
	widths := parted.Of(block, g.widths(b.l), g.again)
	s, err := b.open(name, page{widths: widths, frozen: len(b.m.Marks()) + 4})
	if err != nil {
		return err
	}
	s.across(b.look.title, 30, b.say(continued(r.Title, nth, len(blocks))))
	s.formHead(text.ReturnsFormNumber.With(r.Number))
	first := s.row + 1
	heads := make([]string, len(g.heads))
	for i, h := range g.heads {
		heads[i] = b.say(h)
	}
	s.heads(parted.Of(block, heads, g.again)...)
	if g.numbers != nil {
		var numbers []excelize.Cell
		for _, n := range parted.Of(block, g.numbers, g.again) {
			numbers = append(numbers, excelize.Cell{StyleID: b.look.number, Value: n})
		}
		s.put(16, numbers...)
	}
	s.repeat(first, s.row)
	for _, row := range g.rows {
		s.put(0, parted.Of(block, b.gridRow(g, row), g.again)...)
	}
	if nth < len(blocks)-1 {
		return s.done()
	}
	s.signatures()
	for _, n := range g.notes {
		s.across(b.look.note, 0, b.say(n))
	}
	return s.done()
}

// continued is the title of the nth of several parts of a table.
func continued(title text.Pair, nth, all int) text.Pair {
	if nth == 0 {
		return title
	}
	return text.ReturnsContinued.With(title, nth+1, all)
}

func (b *book) gridRow(g *grid, row gridRow) []excelize.Cell {
	if !row.caption.Empty() {
		cells := make([]excelize.Cell, len(g.heads))
		for i := range cells {
			cells[i] = b.strong("")
		}
		cells[1] = b.strong(b.say(row.caption)) // the column of names: that of codes is narrow
		return cells
	}
	look := b.look.cell
	if row.strong && g.strong {
		look = b.look.strong
	}
	var cells []excelize.Cell
	for i, c := range row.cells {
		switch {
		case i < g.words:
			cells = append(cells, excelize.Cell{StyleID: look, Value: b.say(c.text)})
		case c.none:
			cells = append(cells, b.middle(noSuchLine))
		case c.figure == "":
			cells = append(cells, b.middle(""))
		default:
			cells = append(cells, figure(b.lookOf(c.measure), c.figure))
		}
	}
	return cells
}

func (b *book) lookOf(m returns.Measure) int {
	switch m.Places {
	case 0:
		return b.look.count
	case 1:
		return b.look.tenth
	}
	return b.look.money
}

// CSV writes the return as a table of texts, UTF-8 with the mark that spreadsheets look for.
func (p *Paper) CSV(w io.Writer, l text.Lang) error {
	g := layOut(p.Table)
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	cells := make([]string, len(g.heads))
	for i, h := range g.heads {
		cells[i] = tame(strings.ReplaceAll(h.In(l), "\n", ""))
	}
	_ = out.Write(cells)
	for _, row := range g.rows {
		line := make([]string, len(g.heads))
		if !row.caption.Empty() {
			line[min(1, len(line)-1)] = tame(row.caption.In(l))
		}
		for i, c := range row.cells {
			if line[i] = c.figure; i < g.words {
				line[i] = tame(c.text.In(l))
			}
		}
		_ = out.Write(line)
	}
	for _, n := range append([]text.Pair{text.ReportFormUnit.With(p.Name), text.ReportFormUSCC.With(p.USCC), text.ReportFormYear.With(p.Table.Year)}, g.notes...) {
		line := make([]string, len(g.heads))
		line[0] = tame(n.In(l))
		_ = out.Write(line)
	}
	out.Flush()
	return out.Error()
}

// tame keeps a spreadsheet from reading a text of people as a formula.
func tame(s string) string {
	s = harmless(s)
	if s != "" && (s[0] == '=' || s[0] == '+' || s[0] == '-' || s[0] == '@') {
		return "'" + s
	}
	return s
}
