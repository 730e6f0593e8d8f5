package xlsx

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strconv"

	"yice/text"
)

// Damage begins a cell that holds no value one could trust; what follows is what stands there. No text of a workbook
// begins with it: XML has no such character.
const Damage = "\x00"

// Rows reads the rows of a sheet from top to bottom. Rows without a cell are not given; numbers tell.
type Rows struct {
	b      *Book
	part   io.ReadCloser
	x      *scanner
	row    int
	buf    []byte // texts of the row, back to back
	value  []byte // of the cell
	inline []byte
	ends   []cellEnd
	cells  [][]byte
	merges *merges
	done   bool
}

// cellEnd is where a cell's text ends in buf.
type cellEnd struct {
	col, end int
	figure   bool // a number that is no date
}

// Rows begins to read a sheet.
func (b *Book) Rows(name string) (*Rows, error) {
	i := slices.IndexFunc(b.Sheets, func(s Sheet) bool { return s.Name == name })
	if i < 0 {
		return nil, refuse("no-sheet", text.FilingNoSheet.With(name), nil)
	}
	s := &b.Sheets[i]
	if s.merges == nil {
		m, err := b.readMerges(s.part)
		if err != nil {
			return nil, asFault(err)
		}
		s.merges = m
	}
	part, err := b.stream(s.part)
	if err != nil {
		return nil, asFault(err)
	}
	return &Rows{b: b, part: part, x: newScanner(part), merges: s.merges.again()}, nil
}

func asFault(err error) error {
	var f *text.Fault
	if errors.As(err, &f) {
		return err
	}
	return broken(err)
}

// Close lets go of the part.
func (r *Rows) Close() error { return r.part.Close() }

// Next gives the next row that has a cell, and its number; the cells are good until the next call. io.EOF after the last.
func (r *Rows) Next() (cells [][]byte, row int, err error) {
	for !r.done {
		err := r.x.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, r.row, broken(err)
		}
		switch name, closing := r.x.name(); string(name) {
		case "row":
			if closing {
				continue
			}
			if err := r.begin(); err != nil {
				return nil, r.row, err
			}
			if r.x.empty() {
				continue
			}
			if err := r.readRow(); err != nil {
				return nil, r.row, asFault(err)
			}
			r.fill()
			if len(r.cells) > 0 {
				return r.cells, r.row, nil
			}
		case "sheetData":
			r.done = closing || r.x.empty()
		}
	}
	return nil, 0, io.EOF
}

// begin learns a row's number; numbers must rise.
func (r *Rows) begin() error {
	at := r.row + 1
	if n := r.x.attr("r"); n != nil {
		var err error
		if at, err = strconv.Atoi(string(n)); err != nil || at <= r.row {
			return broken(errXML)
		}
	}
	if at > MaxRows {
		return refuse("workbook-limits", text.FilingWorkbookLimits, nil)
	}
	r.row = at
	r.buf, r.ends, r.cells = r.buf[:0], r.ends[:0], r.cells[:0]
	return nil
}

// readRow reads the cells up to </row>.
func (r *Rows) readRow() error {
	col := -1
	for {
		if err := r.x.next(); err != nil {
			return errXML
		}
		name, closing := r.x.name()
		switch {
		case string(name) == "row" && closing:
			return nil
		case string(name) != "c" || closing:
			continue
		}
		col++
		if address := r.x.attr("r"); address != nil {
			at, _ := column(address)
			if at < col {
				return errXML
			}
			col = at
		}
		if r.x.empty() {
			continue
		}
		if err := r.readCell(col); err != nil {
			return err
		}
	}
}

// cellType is the t of a cell.
type cellType uint8

const (
	numeric  cellType = iota
	shared            // a number into the shared strings
	inlined           // the text itself
	computed          // the text a formula came to
	boolean
	failed // #N/A and its like
	isoDate
)

func typeOf(t []byte) cellType {
	switch string(t) {
	case "s":
		return shared
	case "inlineStr":
		return inlined
	case "str":
		return computed
	case "b":
		return boolean
	case "e":
		return failed
	case "d":
		return isoDate
	}
	return numeric
}

// readCell reads one cell up to </c>.
func (r *Rows) readCell(col int) error {
	kind := typeOf(r.x.attr("t"))
	style, err := strconv.Atoi(string(r.x.attr("s")))
	if err != nil || style < 0 || style >= len(r.b.styles) {
		style = -1
	}
	value, inline := r.value[:0], r.inline[:0]
	formula, hasValue, phonetic := false, false, false
	for {
		if err := r.x.next(); err != nil {
			return errXML
		}
		switch name, closing := r.x.name(); string(name) {
		case "c":
			if !closing {
				return errXML
			}
			r.value, r.inline = value, inline
			return r.put(col, kind, style, formula && !hasValue)
		case "f":
			formula = true
		case "v":
			if closing {
				hasValue = true
				value = append(value[:0], r.x.text...)
			}
		case "rPh":
			phonetic = !closing && !r.x.empty()
		case "t":
			if closing && !phonetic {
				inline = unescape(inline, r.x.text)
			}
		}
		if len(value)+len(inline) > maxText {
			return refuse("workbook-limits", text.FilingWorkbookLimits, nil)
		}
	}
}

// put adds a cell's text to the row.
func (r *Rows) put(col int, kind cellType, style int, uncomputed bool) error {
	from, value, inline := len(r.buf), r.value, r.inline
	figure := false
	switch {
	case uncomputed:
		r.buf = append(r.buf, Damage...)
	case kind == shared:
		n, err := strconv.Atoi(string(value))
		s, ok := r.b.strings.get(n)
		if err != nil || !ok {
			return errXML
		}
		r.buf = append(r.buf, s...)
	case kind == inlined:
		r.buf = append(r.buf, inline...)
	case kind == computed:
		r.buf = unescape(r.buf, value)
	case kind == boolean:
		r.buf = append(r.buf, flag(value)...)
	case kind == failed:
		r.buf = unescape(append(r.buf, Damage...), value)
	case kind == isoDate:
		day, _, _ := bytes.Cut(value, []byte("T"))
		r.buf = append(r.buf, day...)
	case len(value) > 0:
		k := plain
		if style >= 0 {
			k = r.b.styles[style]
		}
		figure = k == plain || k == percent
		out, exact := number(r.b, r.buf, bytes.TrimSpace(value), k)
		if !exact {
			out, _ = number(r.b, append(out[:from], Damage...), bytes.TrimSpace(value), plain)
		}
		r.buf = out
	}
	if len(r.buf)-from > maxCell {
		return refuse("workbook-limits", text.FilingWorkbookLimits, nil)
	}
	if len(r.buf) == from {
		return nil
	}
	if col >= MaxColumns {
		return refuse("row-too-large", text.FilingWorkbookColumns.With(r.row, MaxColumns), nil)
	}
	r.ends = append(r.ends, cellEnd{col, len(r.buf), figure})
	return nil
}

func flag(v []byte) string {
	if string(v) == "1" {
		return "是"
	}
	return "否"
}

// fill lays the texts out as cells and puts texts of merged blocks into each of their rows.
func (r *Rows) fill() {
	from := 0
	for _, e := range r.ends {
		for len(r.cells) <= e.col {
			r.cells = append(r.cells, nil)
		}
		r.cells[e.col] = r.buf[from:e.end:e.end]
		if !e.figure {
			r.merges.saw(r.row, e.col, r.cells[e.col])
		}
		from = e.end
	}
	r.cells = r.merges.into(r.row, r.cells)
}
