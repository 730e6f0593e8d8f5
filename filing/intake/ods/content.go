package ods

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"

	"yice/filing/intake/held"
	"yice/filing/intake/sheet"
	"yice/text"
)

// maxDepth bounds how deep elements nest.
const maxDepth = 200

// document reads the content of a spreadsheet. Elements are told apart by their local names, which in this format mean one
// thing each where they are asked for.
type document struct {
	x      *xml.Decoder
	styles styles
	infos  []sheet.Info
	sheets []*held.Sheet
	cells  int // of all sheets
}

// maxCells bounds the cells of all sheets together.
const maxCells = 1 << 24

// readContent reads the part that holds the sheets.
func (d *document) readContent(r io.Reader) error {
	d.x = xml.NewDecoder(r)
	inBody := false
	for {
		token, err := d.x.RawToken()
		if errors.Is(err, io.EOF) {
			return errPackage // cut off
		}
		if err != nil {
			return err
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch {
			case e.Name.Local == "spreadsheet" && !inBody:
				inBody = true
			case !inBody:
				if e.Name.Space == "office" && (e.Name.Local == "text" || e.Name.Local == "presentation" || e.Name.Local == "drawing") {
					return refuse("not-a-table", text.ForeignKind.With(text.KindODF, text.WayCopyTable), nil)
				}
				err = d.styles.element(e)
			case e.Name.Local == "table":
				err = d.readTable(e)
			default:
				err = d.skip()
			}
			if err != nil {
				return err
			}
		case xml.EndElement:
			if inBody && e.Name.Local == "spreadsheet" {
				return nil
			}
		}
	}
}

// skip passes over the element just begun, with all it holds.
func (d *document) skip() error {
	for depth := 1; depth > 0; {
		token, err := d.x.RawToken()
		if err != nil {
			return errPackage
		}
		switch token.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return errPackage
			}
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// table is a sheet while it is read.
type table struct {
	d       *document
	out     *held.Sheet
	row     int          // the next, from 1
	columns []columnSpan // whose cells name no style of their own
	folded  int          // groups of rows begun that show nothing
	cells   []tableCell  // of the row
}

type columnSpan struct {
	end   int // the column behind it
	style string
}

// readTable reads a sheet to its end.
func (d *document) readTable(e xml.StartElement) error {
	t := &table{d: d, out: &held.Sheet{}, row: 1}
	var groups []bool
	for {
		token, err := d.x.RawToken()
		if err != nil {
			return errPackage
		}
		switch part := token.(type) {
		case xml.StartElement:
			switch part.Name.Local {
			case "table-row":
				err = t.readRow(part)
			case "table-column":
				t.column(part)
				err = d.skip()
			case "table-row-group":
				groups = append(groups, attr(part, "display") == "false")
				t.fold(groups[len(groups)-1], 1)
			case "table-rows", "table-header-rows", "table-columns", "table-header-columns", "table-column-group":
			default:
				err = d.skip()
			}
			if err != nil || len(groups) > maxDepth {
				return orBroken(err)
			}
		case xml.EndElement:
			switch part.Name.Local {
			case "table-row-group":
				if len(groups) == 0 {
					return errPackage
				}
				t.fold(groups[len(groups)-1], -1)
				groups = groups[:len(groups)-1]
			case "table":
				return d.add(attr(e, "name"), d.styles.hidden[attr(e, "style-name")], t.out)
			}
		}
	}
}

func orBroken(err error) error {
	if err == nil {
		return errPackage
	}
	return err
}

func (t *table) fold(folded bool, n int) {
	if folded {
		t.folded += n
	}
}

func (d *document) add(name string, hidden bool, s *held.Sheet) error {
	if len(d.sheets) >= sheet.MaxSheets {
		return held.Limit()
	}
	if d.cells += s.Cells(); d.cells > maxCells {
		return held.Limit()
	}
	d.infos = append(d.infos, sheet.Info{Name: name, Hidden: hidden})
	d.sheets = append(d.sheets, s)
	return nil
}

// count reads how often an element stands, or how far it reaches: at least once, at most just beyond a sheet.
func count(e xml.StartElement, name string) int {
	n, err := strconv.Atoi(attr(e, name))
	switch {
	case errors.Is(err, strconv.ErrRange):
		return held.MaxRow + 1
	case err != nil || n < 1:
		return 1
	}
	return min(n, held.MaxRow+1)
}

// column remembers the style of columns as far as they are read.
func (t *table) column(e xml.StartElement) {
	from := 0
	if n := len(t.columns); n > 0 {
		from = t.columns[n-1].end
	}
	if from < sheet.MaxColumns {
		t.columns = append(t.columns, columnSpan{from + count(e, "number-columns-repeated"), attr(e, "default-cell-style-name")})
	}
}

func (t *table) columnStyle(col int) string {
	for _, c := range t.columns {
		if col < c.end {
			return c.style
		}
	}
	return ""
}

// readRow reads a row, and puts it into the sheet as often as it stands there.
func (t *table) readRow(e xml.StartElement) error {
	t.cells = t.cells[:0]
	col := 0
	for {
		token, err := t.d.x.RawToken()
		if err != nil {
			return errPackage
		}
		switch part := token.(type) {
		case xml.StartElement:
			n := count(part, "number-columns-repeated")
			switch part.Name.Local {
			case "table-cell":
				err = t.readCell(part, col, n, attr(e, "default-cell-style-name"))
				col += n
			case "covered-table-cell":
				col += n
				err = t.d.skip()
			default:
				err = t.d.skip()
			}
			if err != nil {
				return err
			}
			col = min(col, held.MaxRow)
		case xml.EndElement:
			if part.Name.Local == "table-row" {
				return t.put(count(e, "number-rows-repeated"), t.folded > 0 || attr(e, "visibility") == "collapse" || attr(e, "visibility") == "filter")
			}
		}
	}
}

// put adds the row that was read, n times. A blank row only counts.
func (t *table) put(n int, hidden bool) error {
	if len(t.cells) == 0 {
		t.row = min(t.row+n, held.MaxRow+1)
		return nil
	}
	if t.row+n-1 > held.MaxRow || t.d.cells+t.out.Cells()+n*len(t.cells) > maxCells {
		return held.Limit()
	}
	for range n {
		for _, c := range t.cells {
			c.Row = t.row
			if c.right > c.Col || c.down > 0 {
				if err := t.out.Merge(sheet.Block{Top: t.row, Bottom: t.row + c.down, Left: c.Col, Right: c.right}); err != nil {
					return err
				}
			}
			if err := t.out.Put(c.Cell, c.shown); err != nil {
				return err
			}
		}
		if hidden {
			if err := t.out.Hide(t.row); err != nil {
				return err
			}
		}
		t.row++
	}
	return nil
}
