package filing

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"yice/text"
)

// Limits of a table from outside. They are far above what people have and far below what hurts.
const (
	maxRecordBytes = 1 << 20 // one row of a CSV file
	maxColumns     = 256
	maxCellRunes   = 32_767 // what a spreadsheet can hold
)

// tableRows gives the rows of a table one after another. The cells are good until the next call; a blank row has none.
type tableRows interface {
	// next gives a row and its number as a spreadsheet counts (from 1); io.EOF after the last.
	next() (cells [][]byte, row int, err error)
	io.Closer
}

// csvRows reads RFC 4180 the way spreadsheets do: a quote opens a cell only at its beginning, what follows a closed quote
// is taken as it is, and a row may go over several lines inside quotes.
type csvRows struct {
	r     *bufio.Reader
	c     io.Closer
	comma byte
	row   int
	line  []byte   // the row's bytes, where they had to be copied
	cell  []byte   // unquoted text of the row's cells, back to back
	ends  []int    // where each ends in cell
	cells [][]byte // what next gives
}

func newCSVRows(r io.Reader, c io.Closer, comma byte) *csvRows {
	return newCSVRowsSized(r, c, comma, csvBuffer)
}

// csvBuffer is what is read at a time, in bytes.
const csvBuffer = 256 << 10

// newCSVRowsSized is for tables whose size is known: of a thousand small ones none asks for more than it has.
func newCSVRowsSized(r io.Reader, c io.Closer, comma byte, size int64) *csvRows {
	return &csvRows{r: bufio.NewReaderSize(r, int(min(max(size, 0), csvBuffer))), c: c, comma: comma}
}

func (t *csvRows) Close() error {
	if t.c == nil {
		return nil
	}
	return t.c.Close()
}

func (t *csvRows) next() ([][]byte, int, error) {
	line, err := t.readLine()
	if err != nil {
		return nil, 0, err
	}
	t.row++
	if bytes.IndexByte(line, '"') < 0 {
		if err := t.splitPlain(trimEOL(line)); err != nil {
			return nil, t.row, err
		}
		return t.cells, t.row, nil
	}
	err = t.splitQuoted(line)
	return t.cells, t.row, err
}

// readLine gives the next line with its end; it is good until the next read.
func (t *csvRows) readLine() ([]byte, error) {
	line, err := t.r.ReadSlice('\n')
	if err == nil || err == io.EOF && len(line) > 0 {
		return line, nil
	}
	if !errors.Is(err, bufio.ErrBufferFull) {
		return nil, err
	}
	t.line = append(t.line[:0], line...)
	for {
		line, err = t.r.ReadSlice('\n')
		t.line = append(t.line, line...)
		switch {
		case len(t.line) > maxRecordBytes:
			return nil, tooLarge(t.row + 1)
		case err == nil, err == io.EOF:
			return t.line, nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return nil, err
		}
	}
}

func tooLarge(row int) error {
	return fault("filing.row-too-large", text.Cannot, text.FilingRowTooLarge.With(row, maxRecordBytes>>10, maxColumns))
}

func trimEOL(line []byte) []byte {
	line = bytes.TrimSuffix(line, []byte("\n"))
	return bytes.TrimSuffix(line, []byte("\r"))
}

func (t *csvRows) splitPlain(line []byte) error {
	t.cells = t.cells[:0]
	if len(line) == 0 {
		return nil
	}
	for {
		i := bytes.IndexByte(line, t.comma)
		if i < 0 {
			t.cells = append(t.cells, line)
			return nil
		}
		t.cells = append(t.cells, line[:i])
		line = line[i+1:]
		if len(t.cells) >= maxColumns {
			return tooLarge(t.row)
		}
	}
}

// splitQuoted takes a row apart that holds at least one quote; it reads more lines while a quote is open.
func (t *csvRows) splitQuoted(line []byte) error {
	t.cell, t.ends = t.cell[:0], t.ends[:0]
	const (
		start  = iota // at the beginning of a cell
		plain         // in a cell without quotes, or after its closing quote
		quoted        // between quotes
	)
	at := start
	for {
		body := trimEOL(line)
		for i := 0; i < len(body); i++ {
			switch c := body[i]; {
			case at == quoted && c == '"':
				if i+1 < len(body) && body[i+1] == '"' {
					t.cell = append(t.cell, '"')
					i++
				} else {
					at = plain
				}
			case at == quoted:
				t.cell = append(t.cell, c)
			case c == t.comma:
				t.ends = append(t.ends, len(t.cell))
				at = start
			case at == start && c == '"':
				at = quoted
			default:
				t.cell = append(t.cell, c)
				at = plain
			}
		}
		if at != quoted {
			break
		}
		if len(t.cell) > maxRecordBytes {
			return tooLarge(t.row)
		}
		t.cell = append(t.cell, '\n')
		next, err := t.readLine()
		if err == io.EOF {
			return fault("filing.open-quote", text.Cannot, text.FilingOpenQuote.With(t.row))
		}
		if err != nil {
			return err
		}
		line = next
	}
	t.ends = append(t.ends, len(t.cell))
	if len(t.ends) > maxColumns {
		return tooLarge(t.row)
	}
	t.cells = t.cells[:0]
	from := 0
	for _, end := range t.ends {
		t.cells = append(t.cells, t.cell[from:end:end])
		from = end
	}
	return nil
}

// guessComma finds what parts the cells of a file by its first lines: the candidate that stands outside quotes most often
// in the first line that has any.
func guessComma(head []byte) byte {
	for _, line := range bytes.SplitN(head, []byte("\n"), 30) {
		var commas, tabs, semis int
		inside := false
		for _, c := range line {
			switch {
			case c == '"':
				inside = !inside
			case inside:
			case c == ',':
				commas++
			case c == '\t':
				tabs++
			case c == ';':
				semis++
			}
		}
		switch {
		case commas == 0 && tabs == 0 && semis == 0:
		case tabs > commas && tabs >= semis:
			return '\t'
		case semis > commas:
			return ';'
		default:
			return ','
		}
	}
	return ','
}

// blank reports whether nothing stands in a row.
func blank(cells [][]byte) bool {
	for _, c := range cells {
		if len(bytes.TrimSpace(c)) > 0 {
			return false
		}
	}
	return true
}
