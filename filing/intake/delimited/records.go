package delimited

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"yice/filing/intake/sheet"
	"yice/text"
)

// maxRecordBytes is the most one row may hold. It is far above what people have and far below what hurts.
const maxRecordBytes = 1 << 20

// buffer is what is read at a time, in bytes.
const buffer = 256 << 10

// Records reads RFC 4180 the way spreadsheets do: a quote opens a cell only at its beginning, what follows a closed quote
// is taken as it is, and a row may go over several lines inside quotes. Cells are given to the letter, blank rows too.
type Records struct {
	r     *bufio.Reader
	comma byte
	row   int
	line  []byte   // the row's bytes, where they had to be copied
	cell  []byte   // unquoted text of the row's cells, back to back
	ends  []int    // where each ends in cell
	cells [][]byte // what Next gives
	torn  int      // lines that a cell of the row went over before its quote closed in the middle of a text; nearly always 0
}

// NewRecords reads UTF-8 whose cells are parted by comma.
func NewRecords(r io.Reader, comma byte) *Records { return NewRecordsSized(r, comma, buffer) }

// NewRecordsSized is for tables whose size is known: of a thousand small ones none asks for more than it has.
func NewRecordsSized(r io.Reader, comma byte, size int64) *Records {
	return &Records{r: bufio.NewReaderSize(r, int(min(max(size, 0), buffer))), comma: comma}
}

// Next gives the next row and its number as a spreadsheet counts; the cells are good until the next call, and a blank row
// has none. io.EOF after the last.
func (t *Records) Next() (cells [][]byte, row int, err error) {
	line, err := t.readLine()
	if err != nil {
		return nil, 0, err
	}
	t.row++
	t.torn = 0
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
func (t *Records) readLine() ([]byte, error) {
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
	return refuse("row-too-large", text.FilingRowTooLarge.With(row, maxRecordBytes>>10, sheet.MaxColumns))
}

func trimEOL(line []byte) []byte {
	line = bytes.TrimSuffix(line, []byte("\n"))
	return bytes.TrimSuffix(line, []byte("\r"))
}

func (t *Records) splitPlain(line []byte) error {
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
		if len(t.cells) >= sheet.MaxColumns {
			return tooLarge(t.row)
		}
	}
}

// splitQuoted takes a row apart that holds at least one quote; it reads more lines while a quote is open.
func (t *Records) splitQuoted(line []byte) error {
	t.cell, t.ends = t.cell[:0], t.ends[:0]
	lines := 1 // of the present cell
	const (
		start  = iota // at the beginning of a cell
		plain         // in a cell without quotes, or after its closing quote
		quoted        // between quotes
		closed        // right behind a closing quote
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
					at = closed
				}
			case at == quoted:
				t.cell = append(t.cell, c)
			case c == t.comma:
				t.ends = append(t.ends, len(t.cell))
				at = start
			case at == start && c == '"':
				at, lines = quoted, 1
			default:
				if at == closed && lines > 1 {
					t.torn = lines
				}
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
		lines++
		next, err := t.readLine()
		if err == io.EOF {
			return refuse("open-quote", text.FilingOpenQuote.With(t.row))
		}
		if err != nil {
			return err
		}
		line = next
	}
	t.ends = append(t.ends, len(t.cell))
	if len(t.ends) > sheet.MaxColumns {
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
