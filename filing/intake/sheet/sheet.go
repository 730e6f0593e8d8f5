// Package sheet is the one shape in which every container hands over what it holds: a book of sheets, a sheet of rows, a
// row of cells as their reader sees them, and notes about those cells that hold more, or less, than they show.
//
// A container (XLSX, BIFF8, ODS, HTML, XML Spreadsheet, delimited text) decides what a cell *shows*; it never decides what
// a cell *means*. Amounts, dates, headers and totals are understood above it.
//
// Start with [Book]; a container is opened by package intake, which knows them all.
package sheet

import "io"

// Damage begins a cell that holds no value one could trust; what follows is what stands there: nothing for a formula that
// was never computed, "#N/A" for an error, digits for a number of more digits than a spreadsheet keeps. No text of a
// container begins with it.
const Damage = "\x00"

// Disguise stands, in a cell that begins with Damage, between what the cell shows and the other figure it holds, where its
// number format leaves out thousands, a sign or all of it: "1234.6≠12345678". Which of the two counts is for people.
const Disguise = "≠"

// Limits of a sheet from outside, the same for every container.
const (
	MaxRows      = 10_000_000 // of delimited text; a workbook's sheet has fewer by its format
	MaxColumns   = 256
	MaxCellRunes = 32_767
	MaxSheets    = 256
)

// Book is an open file: one sheet of text, or the sheets of a workbook.
type Book interface {
	// Container names the format in the words of the contract: "csv", "xlsx", "xls", "xls-html", "xml-2003", "ods".
	Container() string
	Sheets() []Info
	// Rows begins to read a sheet, by its place in Sheets, from the top. It may be called again and again.
	Rows(n int) (Rows, error)
	io.Closer
}

// Merged is a book that tells which cells of a sheet are merged, so that a caption over several columns can be read.
type Merged interface {
	// Blocks gives the merged blocks that begin in the first BlockRows rows of a sheet, from top to bottom.
	Blocks(n int) ([]Block, error)
}

// BlockRows is how far down merged blocks are told: headers stand there.
const BlockRows = 60

// Block is a merged block, with all its edges: rows from 1, columns from 0. Its text is that of its first cell.
type Block struct{ Top, Bottom, Left, Right int }

// Info is what is known of a sheet without reading its rows.
type Info struct {
	Name   string // as people see it; "" of delimited text
	Hidden bool   // its reader would not see it
}

// Rows gives the rows of a sheet from top to bottom.
type Rows interface {
	// Next gives the next row that has a cell. The row and all that hangs on it is good until the next call; io.EOF after
	// the last. Every other error is a *text.Fault.
	Next() (Row, error)
	io.Closer
}

// Row is one row of a sheet.
type Row struct {
	Number int // as a spreadsheet counts, from 1
	// Cells hold what a reader sees, in UTF-8, from the first column; a cell that shows nothing is empty. A date shows as
	// 2006-01-02 (2006-01 where it shows no day), a figure with all the digits its format shows, without grouping, with "-"
	// in front where the format shows it negative in whatever way (brackets, red), a percent with its sign. A text in a
	// block merged downwards stands in each of its rows; a figure only in the first.
	Cells [][]byte
	// Notes speak of cells that are more than their text, in the order of their columns; nearly always empty.
	Notes []Note
	// Hidden rows (filtered away, or hidden by hand) are not seen by their reader.
	Hidden bool
}

// NoteKind says what a note is about.
type NoteKind uint8

const (
	// Rounded: the cell holds more digits than it shows; Exact has them all.
	Rounded NoteKind = iota + 1
	// Covered: the cell lies in a merged block whose figure stands in an earlier row (Up) or column.
	Covered
	// Formula: the cell was computed by the file; its text is the result the file keeps.
	Formula
	// Filled: the text is that of a merged block's first cell, Up rows above. A text stands for each of the block's rows; where
	// it is read as an amount it is one amount.
	Filled
	// Struck: the text is crossed out. It counts for nothing to whoever reads the sheet.
	Struck
)

// Note is what is to be known of one cell of a row.
type Note struct {
	Col   int
	Kind  NoteKind
	Exact []byte // Rounded: the text of the cell with all its digits
	Up    int    // Covered, Filled: how many rows above the figure or text stands; 0: in this row
}
