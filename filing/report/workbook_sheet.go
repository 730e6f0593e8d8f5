package report

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"github.com/xuri/excelize/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
)

// sheet is one sheet under way: rows go in from top to bottom and are never changed after.
type sheet struct {
	b      *book
	name   string
	out    *excelize.StreamWriter
	widths []float64
	row    int // the last one written
	from   int // rows repeated on every printed page; 0: none
	to     int
	err    error
}

// page says how a sheet is laid out before its first row is written.
type page struct {
	widths []float64
	frozen int  // rows that stay in view
	single bool // fits one page
	upon   func(x *excelize.File, name string) error
}

const (
	a4        = 9
	lineHigh  = 14.5 // points a line of body text
	tallest   = 400  // points; spreadsheets stop at 409
	landscape = "landscape"
)

func (b *book) open(name string, p page) (*sheet, error) {
	if i, err := b.x.GetSheetIndex(name); err != nil {
		return nil, err
	} else if i < 0 {
		if _, err := b.x.NewSheet(name); err != nil {
			return nil, err
		}
	}
	if err := b.setPage(name, p); err != nil {
		return nil, err
	}
	if p.upon != nil {
		if err := p.upon(b.x, name); err != nil {
			return nil, err
		}
	}
	out, err := b.x.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	for i, w := range p.widths {
		if err := out.SetColWidth(i+1, i+1, w); err != nil {
			return nil, err
		}
	}
	if p.frozen > 0 {
		top := "A" + strconv.Itoa(p.frozen+1)
		if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: p.frozen, TopLeftCell: top, ActivePane: "bottomLeft"}); err != nil {
			return nil, err
		}
	}
	s := &sheet{b: b, name: name, out: out, widths: p.widths}
	for _, mark := range b.m.Marks() {
		s.across(b.look.mark, 20, b.say(mark))
	}
	return s, nil
}

// setPage settles the print: it must be done before the first row, a stream keeps nothing that comes later.
func (b *book) setPage(name string, p page) error {
	size, orientation, across, down, yes := a4, landscape, 1, 0, true
	if p.single {
		down = 1
	}
	narrow, edge, centre := 0.45, 0.6, true
	marks := make([]string, 0, 2)
	for _, m := range b.m.Marks() {
		said, _, _ := strings.Cut(b.say(m), b.say(text.ReportColon)) // the mark itself; the sentence stands above the table
		marks = append(marks, said)
	}
	calls := []func() error{
		func() error { return b.x.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &yes}) },
		func() error {
			return b.x.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &across, FitToHeight: &down})
		},
		func() error {
			return b.x.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{
				Left: &narrow, Right: &narrow, Top: &edge, Bottom: &edge, Header: new(0.3), Footer: new(0.3), Horizontally: &centre,
			})
		},
		func() error {
			return b.x.SetHeaderFooter(name, &excelize.HeaderFooterOptions{
				OddHeader: headerText("L", b.m.Name) + headerText("R", strings.Join(marks, " · ")),
				OddFooter: headerText("L", name) + "&C" + b.say(text.ReportPageOf) + headerText("R", b.packLine()),
			})
		},
	}
	for _, call := range calls {
		if err := call(); err != nil {
			return err
		}
	}
	return nil
}

// headerText is a part of a printed header. "&" begins a code there and is doubled; 255 characters are all there is room
// for.
func headerText(side, s string) string {
	if s == "" {
		return ""
	}
	s = strings.ReplaceAll(cut(harmless(s), 50), "&", "&&")
	if s[0] >= '0' && s[0] <= '9' {
		s = " " + s // digits after the code of a side would be a font size
	}
	return "&" + side + s
}

func (b *book) packLine() string {
	if b.m.Sheet == nil {
		return ""
	}
	return b.m.Sheet.Pack.ID + " " + b.m.Sheet.Pack.Version
}

// put writes a row. A height of 0 is found from the texts and the widths of their columns.
func (s *sheet) put(height float64, cells ...excelize.Cell) {
	s.row++
	if s.err != nil {
		return
	}
	if height == 0 {
		height = s.needs(cells)
	}
	row := make([]any, len(cells))
	for i := range cells {
		if v, ok := cells[i].Value.(string); ok {
			cells[i].Value = harmless(v)
		}
		row[i] = cells[i]
	}
	s.err = s.out.SetRow("A"+strconv.Itoa(s.row), row, excelize.RowOpts{Height: min(height, tallest)})
}

func (s *sheet) needs(cells []excelize.Cell) float64 {
	lines := 1
	for i, c := range cells {
		if v, ok := c.Value.(string); ok && i < len(s.widths) {
			lines = max(lines, linesIn(v, s.widths[i]))
		}
	}
	return float64(lines)*lineHigh + 4
}

// across writes one text over all columns.
func (s *sheet) across(look int, height float64, what string) {
	s.parts(height, part{look, what, len(s.widths)})
}

// part is a text over some columns.
type part struct {
	look int
	what any
	span int
}

// parts writes a row of texts over several columns each.
func (s *sheet) parts(height float64, list ...part) {
	var cells []excelize.Cell
	lines := 1
	for _, p := range list {
		from := len(cells)
		width := 0.0
		for i := range p.span {
			c := excelize.Cell{StyleID: p.look}
			if i == 0 {
				c.Value = p.what
			}
			cells = append(cells, c)
			if from+i < len(s.widths) {
				width += s.widths[from+i]
			}
		}
		if v, ok := p.what.(string); ok {
			if p.look == s.b.look.note {
				width *= 1.2 // smaller print
			}
			lines = max(lines, linesIn(v, width))
		}
		if p.span > 1 && s.err == nil {
			s.err = s.out.MergeCell(at(from+1, s.row+1), at(from+p.span, s.row+1))
		}
	}
	if height == 0 {
		height = float64(lines)*lineHigh + 4
	}
	s.put(height, cells...)
}

// gap leaves a row free.
func (s *sheet) gap(height float64) { s.put(height) }

// caption begins a block within a sheet.
func (s *sheet) caption(p text.Pair) { s.across(s.b.look.section, 24, s.b.say(p)) }

// heads writes captions of columns.
func (s *sheet) heads(names ...string) {
	cells := make([]excelize.Cell, len(names))
	for i, n := range names {
		cells[i] = excelize.Cell{StyleID: s.b.look.head, Value: n}
	}
	s.put(0, cells...)
}

// repeat prints some rows again at the top of every page.
func (s *sheet) repeat(from, to int) { s.from, s.to = from, to }

// done ends a sheet: what is printed, and what is printed again.
func (s *sheet) done() error {
	if s.err != nil {
		return s.err
	}
	if err := s.out.Flush(); err != nil {
		return err
	}
	quoted := "'" + strings.ReplaceAll(s.name, "'", "''") + "'!"
	area := quoted + "$A$1:$" + column(len(s.widths)) + "$" + strconv.Itoa(max(s.row, 1))
	if err := s.b.x.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: area, Scope: s.name}); err != nil {
		return err
	}
	if s.from == 0 {
		return nil
	}
	rows := quoted + "$" + strconv.Itoa(s.from) + ":$" + strconv.Itoa(s.to)
	return s.b.x.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: rows, Scope: s.name})
}

// signatures writes the foot of a statutory form and leaves room for the seal.
func (s *sheet) signatures() {
	m, b := s.b.m, s.b
	name := func(role entry.Role) string {
		n, _ := m.signer(role)
		return n
	}
	_, when := m.signer(entry.UnitHead)
	foot := b.say(text.ReportFoot.With(name(entry.UnitHead), name(entry.StatisticsHead), name(entry.Preparer), m.card("phone", b.l), reportedOn(when)))
	s.gap(8)
	s.across(b.look.left, 22, foot)
	s.across(b.look.seal, 60, b.say(text.ReportSeal))
}

// reportedOn writes a date as forms have it; without one there is room to write it.
func reportedOn(date string) text.Pair {
	parts := strings.Split(date, "-")
	if len(parts) != 3 {
		return text.ReportDateBlank
	}
	return text.ReportDate.With(parts[0], strings.TrimPrefix(parts[1], "0"), strings.TrimPrefix(parts[2], "0"))
}

// ---- cells ----

func (b *book) text(s string) excelize.Cell { return excelize.Cell{StyleID: b.look.cell, Value: s} }

func (b *book) middle(s string) excelize.Cell { return excelize.Cell{StyleID: b.look.middle, Value: s} }

// figure is a decimal of ours as a number, as far as a spreadsheet holds it exactly (15 digits); longer ones stay texts.
func figure(look int, decimal string) excelize.Cell {
	digits := 0
	for _, r := range decimal {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	if n, err := strconv.ParseFloat(decimal, 64); err == nil && digits <= 15 && !math.IsInf(n, 0) && !math.IsNaN(n) {
		return excelize.Cell{StyleID: look, Value: n}
	}
	return excelize.Cell{StyleID: look, Value: decimal}
}

func whole(look int, n int64) excelize.Cell { return figure(look, strconv.FormatInt(n, 10)) }

// yuan is an amount of 分 in 元, two decimals.
func yuan(look int, fen int64) excelize.Cell { return figure(look, decimal(fen, 2)) }

// decimal writes n ÷ 10^places.
func decimal(n int64, places int) string {
	s := strconv.FormatInt(n, 10)
	sign := ""
	if s[0] == '-' {
		sign, s = "-", s[1:]
	}
	if len(s) <= places {
		s = strings.Repeat("0", places-len(s)+1) + s
	}
	return sign + s[:len(s)-places] + "." + s[len(s)-places:]
}

// wan writes 分 in 万元, rounded once to two decimals, half away from zero.
func wan(fen int64) string {
	const fenPerCent = 10_000 // of a 万元
	q, r := fen/fenPerCent, fen%fenPerCent
	switch {
	case r >= fenPerCent/2:
		q++
	case r <= -fenPerCent/2:
		q--
	}
	return decimal(q, 2)
}

func at(col, row int) string { return column(col) + strconv.Itoa(row) }

func column(n int) string {
	name, err := excelize.ColumnNumberToName(n)
	if err != nil {
		panic("report: no column of that number: " + err.Error())
	}
	return name
}

// harmless takes out of a text what is no text: controls, and marks that reorder a line.
func harmless(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t' || r == '\r':
			return ' '
		case unicode.IsControl(r), r == '\u2028', r == '\u2029', r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', r == '\uFFFE', r == '\uFFFF':
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// shown is a cell of a record as people read it; what could not be read is shown as it was typed.
func shown(r *form.Record, i int, l text.Lang) string {
	if r.Values[i].Empty() {
		return r.Raw[i]
	}
	return r.Form.Fields[i].Display(r.Values[i], form.NoUnit, l)
}
