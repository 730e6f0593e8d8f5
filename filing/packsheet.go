package filing

import (
	"bytes"
	"errors"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"yice/filing/intake/incoming"
	"yice/filing/intake/sheet"
	"yice/filing/intake/xlsx"
	"yice/scoring"
	"yice/text"
)

// A pack as a workbook that a clerk edits: a sheet a section, a row a value. All cells are texts, so that a spreadsheet makes nothing of
// them, and nothing in them is a formula.

// The columns of a sheet.
const (
	sheetPath = iota
	sheetOf
	sheetName
	sheetOld
	sheetNew
	sheetBasis
	sheetClauses
	sheetLine
)

var sheetHeads = [...]text.Pair{
	text.PackSheetPath, text.PackSheetOf, text.PackSheetName, text.PackSheetOld, text.PackSheetNew, text.PackSheetBasis, text.PackSheetClauses, text.PackSheetLine,
}

var sheetWidths = [...]float64{44, 30, 34, 22, 26, 14, 18, 7}

// WritePackSheet writes the workbook of a pack.
func WritePackSheet(pack *scoring.Pack, path string, l text.Lang) error {
	return writeBeside(path, func(out *os.File) (err error) {
		b := &packBook{book: excelize.NewFile(), l: l}
		defer func() { err = errors.Join(err, b.book.Close()) }()
		if err := b.write(pack); err != nil {
			return err
		}
		return b.book.Write(out)
	})
}

type packBook struct {
	book              *excelize.File
	l                 text.Lang
	head, plain, edit int
}

func (b *packBook) styles() (err error) {
	wrap := &excelize.Alignment{WrapText: true, Vertical: "top"}
	for _, s := range []struct {
		to *int
		*excelize.Style
	}{
		{&b.head, &excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: wrap, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDE6F0"}}}},
		{&b.plain, &excelize.Style{NumFmt: 49, Alignment: wrap, Font: &excelize.Font{Color: "555555"}}},
		{&b.edit, &excelize.Style{NumFmt: 49, Alignment: wrap, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFF8DC"}}}},
	} {
		if *s.to, err = b.book.NewStyle(s.Style); err != nil {
			return err
		}
	}
	return nil
}

func (b *packBook) write(pack *scoring.Pack) error {
	if err := b.styles(); err != nil {
		return err
	}
	cover := text.PackSheetCover.In(b.l)
	if err := b.book.SetSheetName("Sheet1", cover); err != nil {
		return err
	}
	for i, row := range [][]string{
		{text.PackSheetPack.In(b.l), pack.ID + " " + pack.Version + "  " + pack.Title}, {text.PackSheetDigest.In(b.l), pack.SHA256}, {"", text.PackSheetHow.In(b.l)},
	} {
		if err := b.row(cover, i+1, row, b.plain, -1); err != nil {
			return err
		}
	}
	if err := errors.Join(b.book.SetColWidth(cover, "A", "A", 12), b.book.SetColWidth(cover, "B", "B", 90)); err != nil {
		return err
	}
	at := map[string]int{}
	for _, c := range pack.Cells() {
		if at[c.Section] == 0 {
			if err := b.begin(c.Section); err != nil {
				return err
			}
			at[c.Section] = 1
		}
		at[c.Section]++
		if err := b.row(c.Section, at[c.Section], rowOf(&c, b.l), b.plain, sheetNew); err != nil {
			return err
		}
	}
	return nil
}

func rowOf(c *scoring.PackCell, l text.Lang) []string {
	return []string{c.Path, c.Of.In(l), c.Name.In(l), c.Value, c.Value, c.Basis.In(l), c.Clauses, strconv.Itoa(c.Line)}
}

// begin makes the sheet of a section.
func (b *packBook) begin(section string) error {
	if _, err := b.book.NewSheet(section); err != nil {
		return err
	}
	var heads []string
	for i, h := range sheetHeads {
		heads = append(heads, h.In(b.l))
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := b.book.SetColWidth(section, name, name, sheetWidths[i]); err != nil {
			return err
		}
	}
	panes := &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	return errors.Join(b.row(section, 1, heads, b.head, -1), b.book.SetPanes(section, panes))
}

// row writes texts; the column edit, where there is one, is for the clerk.
func (b *packBook) row(name string, number int, cells []string, look, edit int) error {
	for i, value := range cells {
		at, err := excelize.CoordinatesToCellName(i+1, number)
		if err != nil {
			return err
		}
		style := look
		if i == edit {
			style = b.edit
		}
		if err := errors.Join(b.book.SetCellStr(name, at, value), b.book.SetCellStyle(name, at, at, style)); err != nil {
			return err
		}
	}
	return nil
}

// SheetWrong is everything that keeps a workbook from being applied.
type SheetWrong []text.Pair

func (w SheetWrong) Error() string { return w[0].ZH }

// maxSheetRows bounds a sheet of a pack.
const maxSheetRows = 20_000

// ApplyPackSheet gives the pack's file with what was changed in a workbook; the error is SheetWrong where anything of it is not
// understood.
func ApplyPackSheet(pack *scoring.Pack, path string) ([]byte, error) {
	f, err := incoming.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if !bytes.HasPrefix(f.Head, []byte("PK\x03\x04")) {
		return nil, fault("filing.pack-sheet", text.Findings, text.PackSheetNotOne.With(shownName(path)))
	}
	book, err := xlsx.Open(f)
	if err != nil {
		return nil, err
	}
	defer book.Close()
	r := &sheetReader{file: shownName(path), cells: map[string]*scoring.PackCell{}, values: map[string]string{}, at: map[string]sheetPlace{}}
	all := pack.Cells()
	for i := range all {
		r.cells[all[i].Path] = &all[i]
	}
	for n := range book.Sheets() {
		if err := r.sheet(book, n, pack.SHA256); err != nil {
			return nil, err
		}
	}
	if len(r.wrong) == 0 {
		r.missing(all)
	}
	if len(r.wrong) > 0 {
		return nil, r.wrong
	}
	source, wrong := pack.WithCells(r.values)
	for _, w := range wrong {
		r.told(w)
	}
	if len(r.wrong) > 0 {
		return nil, r.wrong
	}
	return source, nil
}

// sheetPlace is where a value stands.
type sheetPlace struct {
	sheet string
	row   int
}

type sheetReader struct {
	file   string
	cells  map[string]*scoring.PackCell
	values map[string]string
	at     map[string]sheetPlace
	name   string
	wrong  SheetWrong
}

func (r *sheetReader) say(sheet string, row, col int, why text.Pair) {
	cell, err := excelize.CoordinatesToCellName(col+1, row)
	if err != nil {
		cell = strconv.Itoa(row)
	}
	r.wrong = append(r.wrong, text.PackSheetAt.With(r.file, harmless(sheet), cell, why))
}

// told says what the pack does not take, at the cell it came from.
func (r *sheetReader) told(w scoring.CellError) {
	for path := w.Path; path != ""; {
		if at, there := r.at[path]; there {
			r.say(at.sheet, at.row, sheetNew, w.Say)
			return
		}
		cut := strings.LastIndexByte(path, '.')
		path = path[:max(cut, 0)]
	}
	say := w.Say
	if w.Path != "" {
		say = text.Pair{ZH: w.Path + "：" + say.ZH, EN: w.Path + ": " + say.EN}
	}
	r.wrong = append(r.wrong, say)
}

// sheet reads one sheet. The first says of which pack the workbook is.
func (r *sheetReader) sheet(book sheet.Book, n int, digest string) error {
	rows, err := book.Rows(n)
	if err != nil {
		return err
	}
	defer rows.Close()
	r.name = book.Sheets()[n].Name
	count, same := 0, false
	for {
		row, err := rows.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		if count++; count > maxSheetRows {
			return fault("filing.pack-sheet", text.Findings, text.PackSheetNotOne.With(r.file))
		}
		switch {
		case n == 0:
			same = same || slices.ContainsFunc(row.Cells, func(c []byte) bool { return string(c) == digest })
		case count == 1:
			r.head(&row)
		default:
			r.row(&row)
		}
	}
	if n == 0 && !same {
		return fault("filing.pack-sheet", text.Findings, text.PackSheetOther.With(r.file))
	}
	return nil
}

func (r *sheetReader) head(row *sheet.Row) {
	for i, h := range sheetHeads {
		if cell := cellAt(row, i); cell != h.ZH && cell != h.EN {
			r.say(r.name, row.Number, i, text.PackSheetHead)
			return
		}
	}
}

func cellAt(row *sheet.Row, i int) string {
	if i >= len(row.Cells) {
		return ""
	}
	return string(row.Cells[i])
}

// row reads a value. The columns to compare with must be as they were.
func (r *sheetReader) row(row *sheet.Row) {
	path := cellAt(row, sheetPath)
	if path == "" && !slices.ContainsFunc(row.Cells, func(c []byte) bool { return len(c) > 0 }) {
		return
	}
	c := r.cells[path]
	switch _, twice := r.at[path]; {
	case c == nil:
		r.say(r.name, row.Number, sheetPath, text.PackCellNone)
		return
	case twice:
		r.say(r.name, row.Number, sheetPath, text.PackSheetTwice)
		return
	}
	r.at[path] = sheetPlace{r.name, row.Number}
	if old := cellAt(row, sheetOld); old != c.Value {
		r.say(r.name, row.Number, sheetOld, text.PackSheetFixed.With(c.Value))
		return
	}
	value := cellAt(row, sheetNew)
	for _, n := range row.Notes {
		if why := noteSays(n, value); n.Col == sheetNew && !why.Empty() {
			r.say(r.name, row.Number, sheetNew, why)
			return
		}
	}
	if strings.HasPrefix(value, sheet.Damage) {
		r.say(r.name, row.Number, sheetNew, text.PackSheetDamaged)
		return
	}
	r.values[path] = strings.TrimSpace(value)
}

func noteSays(n sheet.Note, shown string) text.Pair {
	switch n.Kind {
	case sheet.Formula:
		return text.PackSheetFormula
	case sheet.Rounded:
		return text.PackSheetRounded.With(harmless(shown), harmless(string(n.Exact)))
	case sheet.Struck:
		return text.PackSheetStruck
	case sheet.Covered, sheet.Filled:
		return text.PackSheetCovered
	}
	return text.Pair{}
}

// missing says which values the workbook has no more.
func (r *sheetReader) missing(all []scoring.PackCell) {
	var gone []string
	for i := range all {
		if _, there := r.at[all[i].Path]; !there {
			gone = append(gone, all[i].Path)
		}
	}
	if len(gone) > 0 {
		r.wrong = append(r.wrong, text.PackSheetMissing.With(r.file, len(gone), gone[0]))
	}
}
