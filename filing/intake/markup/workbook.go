package markup

import (
	"encoding/xml"
	"errors"
	"io"
	"math/big"
	"strconv"
	"strings"
	"time"

	"yice/filing/intake/decimal"
	"yice/filing/intake/held"
	"yice/filing/intake/numfmt"
	"yice/filing/intake/sheet"
)

// Limits of an XML spreadsheet.
const (
	maxDepth  = 200
	maxStyles = 100_000
)

var errXML = errors.New("markup: broken XML spreadsheet")

// workbook reads XML Spreadsheet 2003. Elements are told apart by their local names.
type workbook struct {
	x       *xml.Decoder
	styles  map[string]xmlStyle
	style   string // begun last
	formats formats
	book    *book
}

type xmlStyle struct {
	format, parent string
	font, struck   bool // font: it says of its own how it is written
}

func (b *book) readWorkbook(content []byte) error {
	r, err := decode(content)
	if err != nil {
		return err
	}
	w := &workbook{x: xml.NewDecoder(r), styles: make(map[string]xmlStyle), formats: make(formats), book: b}
	w.x.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is UTF-8 already
	for {
		token, err := w.x.RawToken()
		if err != nil {
			return errXML // even at the end: it comes before </Workbook>
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "Style":
				w.style = attr(e, "ID")
				w.styles[w.style] = xmlStyle{parent: attr(e, "Parent")}
			case "NumberFormat":
				s := w.styles[w.style]
				s.format = attr(e, "Format")
				w.styles[w.style] = s
			case "Font":
				s := w.styles[w.style]
				s.font, s.struck = true, attr(e, "StrikeThrough") == "1"
				w.styles[w.style] = s
			case "Worksheet":
				err = w.readSheet(e)
			case "Workbook", "Styles":
			default:
				if !styleParts[e.Name.Local] {
					err = w.skip()
				}
			}
			if err != nil {
				return err
			}
			if len(w.styles) > maxStyles {
				return held.Limit()
			}
		case xml.EndElement:
			if e.Name.Local == "Workbook" {
				return nil
			}
		}
	}
}

// styleParts are the parts of a style that say nothing of numbers; they are gone into and left.
var styleParts = map[string]bool{"Alignment": true, "Borders": true, "Border": true, "Interior": true, "Protection": true}

// code gives the number format of a style, its own or that of the one it is based on.
func (w *workbook) code(style string) string {
	if style == "" {
		style = "Default"
	}
	for range 20 { // a style based on itself is none
		s, ok := w.styles[style]
		switch {
		case s.format != "":
			return s.format
		case !ok || s.parent == "" && style == "Default":
			return "General"
		}
		if style = s.parent; style == "" {
			style = "Default"
		}
	}
	return "General"
}

// struck reports a style that crosses out, its own font or that of the one it is based on.
func (w *workbook) struck(style string) bool {
	for range 20 {
		s, ok := w.styles[style]
		if !ok || s.font {
			return s.struck
		}
		style = s.parent
	}
	return false
}

// attr gives an attribute by its local name.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// skip passes over the element just begun.
func (w *workbook) skip() error {
	for depth := 1; depth > 0; {
		token, err := w.x.RawToken()
		if err != nil {
			return errXML
		}
		switch token.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return errXML
			}
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// xmlSheet is a sheet while it is read.
type xmlSheet struct {
	w        *workbook
	out      *held.Sheet
	row, col int
	rowStyle string
	style    string // of the table
	columns  []xmlColumns
}

type xmlColumns struct {
	from, to int
	style    string
}

func (w *workbook) readSheet(e xml.StartElement) error {
	s := &xmlSheet{w: w, out: &held.Sheet{}}
	info := sheet.Info{Name: attr(e, "Name")}
	for {
		token, err := w.x.RawToken()
		if err != nil {
			return errXML
		}
		switch part := token.(type) {
		case xml.StartElement:
			switch part.Name.Local {
			case "Table":
				s.style = attr(part, "StyleID")
			case "WorksheetOptions":
			case "Visible":
				var seen string
				seen, err = w.chars()
				info.Hidden = strings.HasPrefix(strings.TrimSpace(seen), "SheetHidden") || strings.HasPrefix(strings.TrimSpace(seen), "SheetVeryHidden")
			case "Column":
				s.column(part)
				err = w.skip()
			case "Row":
				err = s.readRow(part)
			default:
				err = w.skip()
			}
			if err != nil {
				return err
			}
		case xml.EndElement:
			if part.Name.Local == "Worksheet" {
				return w.book.add(info, s.out)
			}
		}
	}
}

// place moves to an element's place: the next, or the one it names, which lies ahead.
func place(e xml.StartElement, last int) (int, error) {
	at := last + 1
	if index := attr(e, "Index"); index != "" {
		n, err := strconv.Atoi(index)
		if err != nil || n < at || n > held.MaxRow {
			return 0, errXML
		}
		at = n
	}
	return at, nil
}

// reach reads how many further rows or columns an element takes.
func reach(e xml.StartElement, name string) int {
	n, err := strconv.Atoi(attr(e, name))
	if err != nil || n < 0 {
		return 0
	}
	return min(n, held.MaxRow)
}

func (s *xmlSheet) column(e xml.StartElement) {
	last := 0
	if n := len(s.columns); n > 0 {
		last = s.columns[n-1].to
	}
	from, err := place(e, last)
	if err == nil && len(s.columns) <= sheet.MaxColumns {
		s.columns = append(s.columns, xmlColumns{from, from + reach(e, "Span"), attr(e, "StyleID")})
	}
}

// styleOf gives the style of a cell: its own, its row's, its column's, its table's.
func (s *xmlSheet) styleOf(e xml.StartElement, col int) string {
	if own := attr(e, "StyleID"); own != "" {
		return own
	}
	if s.rowStyle != "" {
		return s.rowStyle
	}
	for _, c := range s.columns {
		if col >= c.from && col <= c.to && c.style != "" {
			return c.style
		}
	}
	return s.style
}

func (s *xmlSheet) readRow(e xml.StartElement) error {
	var err error
	if s.row, err = place(e, s.row); err != nil {
		return err
	}
	row := s.row
	s.col, s.rowStyle = 0, attr(e, "StyleID")
	if attr(e, "Hidden") == "1" && row <= held.MaxRow {
		if err := s.out.Hide(row); err != nil {
			return err
		}
	}
	s.row = min(s.row+reach(e, "Span"), held.MaxRow)
	for {
		token, err := s.w.x.RawToken()
		if err != nil {
			return errXML
		}
		switch part := token.(type) {
		case xml.StartElement:
			if part.Name.Local == "Cell" {
				err = s.readCell(part, row)
			} else {
				err = s.w.skip()
			}
			if err != nil {
				return err
			}
		case xml.EndElement:
			if part.Name.Local == "Row" {
				return nil
			}
		}
	}
}

func (s *xmlSheet) readCell(e xml.StartElement, row int) error {
	col, err := place(e, s.col)
	if err != nil {
		return err
	}
	across, down := reach(e, "MergeAcross"), reach(e, "MergeDown")
	s.col = min(col+across, held.MaxRow)
	if across+down > 0 {
		if err := s.out.Merge(sheet.Block{Top: row, Bottom: row + down, Left: col - 1, Right: col - 1 + across}); err != nil {
			return err
		}
	}
	c := held.Cell{Row: row, Col: col - 1, Formula: attr(e, "Formula") != ""}
	kind, value, has := "", "", false
	for {
		token, err := s.w.x.RawToken()
		if err != nil {
			return errXML
		}
		switch part := token.(type) {
		case xml.StartElement:
			if part.Name.Local == "Data" {
				kind, has = attr(part, "Type"), true
				value, err = s.w.chars()
			} else {
				err = s.w.skip() // a comment, a name, a phonetic guide
			}
			if err != nil {
				return err
			}
		case xml.EndElement:
			if part.Name.Local == "Cell" {
				if c.Formula && !has {
					return s.out.Damaged(c, "")
				}
				style := s.styleOf(e, col)
				c.Struck = s.w.struck(style)
				return s.put(c, kind, value, s.w.code(style))
			}
		}
	}
}

// chars reads the characters of the element just begun, those of elements within it too.
func (w *workbook) chars() (string, error) {
	var out strings.Builder
	for depth := 1; depth > 0; {
		token, err := w.x.RawToken()
		if err != nil {
			return "", errXML
		}
		switch part := token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			out.Write(part)
		}
		if depth > maxDepth || out.Len() > 4*sheet.MaxCellRunes {
			return "", held.Limit()
		}
	}
	return out.String(), nil
}

// put adds a cell by the kind of its data.
func (s *xmlSheet) put(c held.Cell, kind, value, code string) error {
	switch kind {
	case "Number":
		exact, ok := decimal.Parse(value)
		if !ok {
			return s.out.Damaged(c, strings.TrimSpace(value))
		}
		return s.out.Number(c, s.w.formats.of(code), exact, false)
	case "DateTime":
		return s.out.Add(c, []byte(s.moment(strings.TrimSpace(value), code)))
	case "Boolean":
		return s.out.Flag(c, strings.TrimSpace(value) == "1")
	case "Error":
		return s.out.Damaged(c, strings.TrimSpace(value))
	}
	return s.out.Add(c, []byte(value))
}

// moment shows a date and time as its format does: the day, the month alone, the time alone. Under a format that is for no
// date, it is the day.
func (s *xmlSheet) moment(value, code string) string {
	t, err := time.Parse("2006-01-02T15:04:05", strings.TrimSuffix(value, "Z"))
	if err != nil {
		return value
	}
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	serial := new(big.Rat).SetFrac64(int64(t.Sub(first)/time.Second), 86_400)
	n, ok := numfmt.ParseDecimal([]byte(serial.FloatString(9)))
	f := s.w.formats.of(code)
	if !ok || f.Figure(&n) {
		return t.Format("2006-01-02")
	}
	shown, _ := f.Append(nil, &n, false)
	return string(shown)
}
