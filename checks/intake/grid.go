package intake

import "time"

// Kind is what a row of a table is to an accountant.
type Kind int

// The kinds.
const (
	Blank   Kind = iota
	Title        // above the table: its name, the account, the period, the unit; and notes below it
	Header       // the names of the columns
	Line         // one entry that counts
	Total        // 合计, 小计, 累计: says again what the lines say
	Opening      // 期初余额
	Carry        // 承前页, 过次页
	Closing      // 结转: moves spending on to 损益 or 无形资产, and is none itself
	Other        // an entry of an account that is not asked for
)

// Cell is one cell: what is displayed, and what is beneath in a spreadsheet.
type Cell struct {
	Text    string // as displayed and as in a text file
	Number  string // the exact number beneath, "" for text
	Format  string // of the number
	Formula string // without "="; Cached tells whether the file holds its value
	Cached  bool
	Money   bool // an amount that may be counted: mutations and the account of what was left out look for it
}

// Row is one row with what it is.
type Row struct {
	Cells  []Cell
	Kind   Kind
	Hidden bool
	Taken  bool    // a row of another form than the ledger that brings something
	Truth  *Entry  // of a line that counts
	More   []Entry // of a row that holds several
}

// lines are the entries a row holds.
func (r Row) lines() []Entry {
	if r.Truth == nil {
		return nil
	}
	return append([]Entry{*r.Truth}, r.More...)
}

// Area is a merged area: rows and columns from 0, both ends within.
type Area struct{ Row, Col, LastRow, LastCol int }

// Sheet is one sheet.
type Sheet struct {
	Name   string
	Rows   []Row
	Merged []Area
	Hidden bool
	Filter bool // has an AutoFilter over it
}

// Grid is a file before it is written in a container.
type Grid struct{ Sheets []Sheet }

// T is a cell of text.
func T(s string) Cell { return Cell{Text: s} }

// M is an amount as a number with thousands apart.
func M(a Fen) Cell {
	return Cell{Text: a.Grouped(), Number: a.Plain(), Format: "#,##0.00", Money: true}
}

// P is an amount as a plain number.
func P(a Fen) Cell { return Cell{Text: a.Plain(), Number: a.Plain(), Format: "0.00", Money: true} }

// W is an amount written as text, whatever way.
func W(s string) Cell { return Cell{Text: s, Money: true} }

// N is a number that is no amount.
func N(s string) Cell { return Cell{Text: s, Number: s} }

// D is a date as a spreadsheet holds it: a serial with a format.
func D(d time.Time) Cell {
	serial := int(d.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
	return Cell{Text: d.Format("2006-01-02"), Number: itoa(serial), Format: "yyyy\\-mm\\-dd"}
}

// E is an empty cell.
var E = Cell{}

// amount is M, or an empty cell for nothing.
func amount(a Fen) Cell {
	if a == 0 {
		return E
	}
	return M(a)
}

// add appends a row of a kind.
func (s *Sheet) add(k Kind, cells ...Cell) *Row {
	s.Rows = append(s.Rows, Row{Kind: k, Cells: cells})
	return &s.Rows[len(s.Rows)-1]
}

// line appends a line that counts.
func (s *Sheet) line(e Entry, cells ...Cell) *Row {
	r := s.add(Line, cells...)
	r.Truth = &e
	return r
}

// words appends a row of text cells.
func (s *Sheet) words(k Kind, texts ...string) *Row {
	cells := make([]Cell, len(texts))
	for i, t := range texts {
		cells[i] = T(t)
	}
	return s.add(k, cells...)
}

// merge notes a merged area whose first row is the last added.
func (s *Sheet) merge(col, lastCol, rows int) {
	at := len(s.Rows) - 1
	s.Merged = append(s.Merged, Area{at, col, at + rows - 1, lastCol})
}

func (s *Sheet) width() int {
	w := 0
	for _, r := range s.Rows {
		w = max(w, len(r.Cells))
	}
	return w
}

// one wraps a single sheet.
func one(s Sheet) Grid { return Grid{Sheets: []Sheet{s}} }
