package xlsx

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"strconv"

	"yice/filing/intake/numfmt"
	"yice/filing/intake/sheet"
	"yice/text"
)

// Rows reads the rows of a sheet from top to bottom.
type Rows struct {
	b      *Book
	part   io.ReadCloser
	x      *scanner
	row    sheet.Row // what Next gives
	buf    []byte    // texts of the row, back to back
	value  []byte    // of the cell
	inline []byte
	ends   []cellEnd
	merges *merges
	done   bool
}

// cellEnd is where a cell's text ends in buf; behind it stands, where digits were left out, the figure with all of them.
type cellEnd struct {
	col, end, exact int
	figure, formula bool
	struck          bool
}

// Rows begins to read a sheet.
func (b *Book) Rows(n int) (sheet.Rows, error) {
	m, err := b.mergesOf(n)
	if err != nil {
		return nil, err
	}
	b.file.Restart()
	part, err := b.stream(b.sheets[n].part)
	if err != nil {
		return nil, asFault(err)
	}
	return &Rows{b: b, part: part, x: newScanner(part), merges: m}, nil
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

// Next gives the next row that has a cell; it is good until the next call. io.EOF after the last.
func (r *Rows) Next() (sheet.Row, error) {
	for !r.done {
		err := r.x.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return r.stopped(broken(err))
		}
		switch name, closing := r.x.name(); string(name) {
		case "row":
			if closing {
				continue
			}
			if err := r.begin(); err != nil {
				return r.stopped(err)
			}
			if r.x.empty() {
				continue
			}
			if err := r.readRow(); err != nil {
				return r.stopped(asFault(err))
			}
			if r.lay(); len(r.row.Cells) > 0 {
				return r.row, nil
			}
		case "sheetData":
			r.done = closing || r.x.empty()
		}
	}
	if err := r.b.file.Unchanged(); err != nil {
		return r.stopped(err)
	}
	return sheet.Row{}, io.EOF
}

// stopped ends a reading that failed: bytes that changed beneath it may look like a broken file.
func (r *Rows) stopped(err error) (sheet.Row, error) {
	if changed := r.b.file.Unchanged(); changed != nil {
		err = changed
	}
	return sheet.Row{Number: r.row.Number}, err
}

// begin learns a row's number, and whether it is hidden; numbers must rise.
func (r *Rows) begin() error {
	at := r.row.Number + 1
	if n := r.x.attr("r"); n != nil {
		var err error
		if at, err = strconv.Atoi(string(n)); err != nil || at <= r.row.Number {
			return broken(errXML)
		}
	}
	if at > maxRows {
		return refuse("workbook-limits", text.FilingWorkbookLimits, nil)
	}
	r.buf, r.ends = r.buf[:0], r.ends[:0]
	hidden := r.x.attr("hidden")
	r.row = sheet.Row{Number: at, Cells: r.row.Cells[:0], Notes: r.row.Notes[:0], Hidden: string(hidden) == "1" || string(hidden) == "true"}
	return r.merges.begin(at)
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
	uncomputed // a formula without a result
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
	style, struck := r.format(r.x.attr("s"))
	value, inline := r.value[:0], r.inline[:0]
	formula, hasValue, phonetic, crossed := false, false, false, false // crossed: the run of a text is
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
			if formula && (!hasValue || kind == numeric && len(value) == 0) {
				kind = uncomputed
			}
			return r.put(col, kind, style, formula, struck)
		case "f":
			formula = true
		case "v":
			hasValue = true
			if closing {
				value = append(value[:0], r.x.text...)
			}
		case "rPh":
			phonetic = !closing && !r.x.empty()
		case "t":
			if closing && !phonetic {
				inline = unescape(inline, r.x.text)
				struck = struck || crossed && len(r.x.text) > 0
			}
		case "r":
			crossed = false
		case "strike":
			crossed = crossed || r.x.on()
		}
		if len(value)+len(inline) > maxText {
			return refuse("workbook-limits", text.FilingWorkbookLimits, nil)
		}
	}
}

// format gives what the style of a cell makes of numbers, nil is General, and whether it crosses the cell out.
func (r *Rows) format(style []byte) (f *numfmt.Format, struck bool) {
	if len(style) == 0 || len(style) > 6 {
		return nil, false
	}
	n := 0
	for _, c := range style {
		if c < '0' || c > '9' {
			return nil, false
		}
		n = n*10 + int(c-'0')
	}
	if n >= len(r.b.styles) {
		return nil, false
	}
	return r.b.styles[n], n < len(r.b.struck) && r.b.struck[n]
}

// put adds a cell's text to the row.
func (r *Rows) put(col int, kind cellType, style *numfmt.Format, formula, struck bool) error {
	from, value := len(r.buf), r.value
	e := cellEnd{col: col, formula: formula, struck: struck}
	switch {
	case kind == uncomputed:
		r.buf = append(r.buf, sheet.Damage...)
	case kind == shared:
		n, err := strconv.Atoi(string(value))
		s, ok := r.b.strings.get(n)
		if err != nil || !ok {
			return errXML
		}
		r.buf = append(r.buf, s...)
		e.struck = e.struck || r.b.strings.crossed[n]
	case kind == inlined:
		r.buf = append(r.buf, r.inline...)
	case kind == computed:
		r.buf = unescape(r.buf, value)
	case kind == boolean:
		r.buf = append(r.buf, flag(value)...)
	case kind == failed:
		r.buf = unescape(append(r.buf, sheet.Damage...), value)
	case kind == isoDate:
		day, _, _ := bytes.Cut(value, []byte("T"))
		r.buf = append(r.buf, day...)
	case len(value) > 0:
		r.number(&e, style)
	}
	if len(r.buf)-from > maxCell {
		return refuse("workbook-limits", text.FilingWorkbookLimits, nil)
	}
	if len(r.buf) == from {
		return nil
	}
	if col >= sheet.MaxColumns {
		return refuse("row-too-large", text.FilingWorkbookColumns.With(r.row.Number, sheet.MaxColumns), nil)
	}
	if len(r.merges.open) > 0 && r.merges.beneath(r.row.Number, col) {
		r.buf = r.buf[:from]
		return nil
	}
	e.end = cmp.Or(e.end, len(r.buf))
	e.exact = len(r.buf)
	r.ends = append(r.ends, e)
	return nil
}

// number adds a number as its format shows it, and behind it the whole figure where digits were left out.
func (r *Rows) number(e *cellEnd, style *numfmt.Format) {
	value := r.value
	e.figure = true
	if style == nil && short(value) {
		r.buf = append(r.buf, value...)
		return
	}
	n, ok := numfmt.ParseDecimal(bytes.TrimSpace(value))
	if !ok {
		r.buf = append(append(r.buf, sheet.Damage...), value...)
		return
	}
	if style == nil {
		style = numfmt.General
	}
	rounded := false
	r.buf, rounded = style.Append(r.buf, &n, r.b.from04)
	e.figure = style.Figure(&n)
	if rounded {
		e.end = len(r.buf)
		r.buf = style.AppendExact(r.buf, &n)
	}
}

// short reports a plain decimal that needs no rounding, as most are: at most 15 digits, written as they are shown.
func short(v []byte) bool {
	if len(v) > 15 || v[0] == '0' && len(v) > 1 {
		return false
	}
	point := false
	for _, c := range v {
		if c == '.' && !point {
			point = true
			continue
		}
		if c < '0' || c > '9' {
			return false
		}
	}
	return !point || v[0] != '.' && v[len(v)-1] != '0' && v[len(v)-1] != '.'
}

func flag(v []byte) string {
	if string(v) == "1" {
		return "是"
	}
	return "否"
}

// lay lays the texts out as cells, with what is to be said of them.
func (r *Rows) lay() {
	from := 0
	for i := range r.ends {
		e := &r.ends[i]
		for len(r.row.Cells) <= e.col {
			r.row.Cells = append(r.row.Cells, nil)
		}
		r.row.Cells[e.col] = r.buf[from:e.end:e.end]
		if e.formula {
			r.row.Notes = append(r.row.Notes, sheet.Note{Col: e.col, Kind: sheet.Formula})
		}
		if e.struck && e.end > from {
			r.row.Notes = append(r.row.Notes, sheet.Note{Col: e.col, Kind: sheet.Struck})
		}
		if e.exact > e.end {
			r.row.Notes = append(r.row.Notes, sheet.Note{Col: e.col, Kind: sheet.Rounded, Exact: r.buf[e.end:e.exact:e.exact]})
		}
		if len(r.merges.open) > 0 {
			r.merges.saw(r.row.Number, e.col, r.row.Cells[e.col], e.figure)
		}
		from = e.exact
	}
	if len(r.row.Cells) > 0 && len(r.merges.open) > 0 {
		r.merges.into(&r.row)
	}
}
