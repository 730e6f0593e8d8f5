package submission

import (
	"bytes"
	"context"
	"errors"
	"io"
	"runtime"
	"strings"
	"unicode/utf8"

	"yice/filing/intake/delimited"
	"yice/filing/intake/sheet"
	"yice/form"
	"yice/text"
)

// rowsBetween is after how many rows a reader looks whether it is still wanted.
const rowsBetween = 8192

// tableReader reads a table as submissions hold it: a header of field ids, then rows each of which is a record. Nothing is
// left out and nothing is guessed.
//
// A strict one asks besides that everything has its one spelling: all columns in the order of the form, and every cell as
// the program would write it. Then nobody can read another figure in the table than is judged here.
type tableReader struct {
	f       *form.Form
	columns []*columnReader
	strict  bool
}

// columnReader reads the cells of one field. Texts that come again (codes, dates, projects) are parsed once.
type columnReader struct {
	pos    int // position in Form.Fields
	field  *form.Field
	strict bool
	seen   map[string]form.Value
	misses int
}

const (
	seenAtMost   = 1 << 12 // texts remembered a column
	missesAtMost = 1 << 13 // after so many new texts a column is not worth remembering
)

// unfit is a cell that cannot be what it says it is.
type unfit struct {
	field  string
	reason text.Pair
}

// spelling is how a table may be written.
type spelling uint8

const (
	anySpelling   spelling = iota // format 1: columns in any order, cells as an import reads them
	otherSpelling                 // of another dictionary: its columns in our order, some of ours missing, every cell in its one spelling
	ownSpelling                   // of our dictionary: every column
)

// newTableReader settles the columns of a header; a column that is no field of the form is a fault that names it.
func newTableReader(f *form.Form, name string, header [][]byte, how spelling) (*tableReader, error) {
	strict := how != anySpelling
	t := &tableReader{f: f, strict: strict}
	for i, cell := range header {
		id := string(cell)
		if !strict {
			id = strings.TrimSpace(id)
		}
		if id == "" && i == len(header)-1 {
			break
		}
		pos := f.Index(id)
		if pos < 0 || strict && len(t.columns) > 0 && pos <= t.columns[len(t.columns)-1].pos {
			return nil, fault("filing.table", text.Findings, text.FilingVerifyHeader.With(name, form.Printable(id, 60)))
		}
		t.columns = append(t.columns, &columnReader{pos: pos, field: &f.Fields[pos], strict: strict, seen: make(map[string]form.Value)})
	}
	if len(t.columns) == 0 || how == ownSpelling && len(t.columns) < len(f.Fields) {
		return nil, fault("filing.table", text.Findings, text.FilingVerifyHeader.With(name, ""))
	}
	return t, nil
}

// record reads one row; the second result says why it cannot be read.
func (t *tableReader) record(cells [][]byte) (*form.Record, *unfit) {
	rec := form.NewRecord(t.f)
	if t.strict && len(cells) != len(t.columns) {
		return nil, &unfit{reason: text.FilingExtraCell.With(len(t.columns), len(cells))}
	}
	for i, c := range t.columns {
		if i >= len(cells) {
			break
		}
		v, err := c.read(cells[i])
		if err != nil {
			return nil, &unfit{c.field.ID, sayOfCell(err)}
		}
		rec.Values[c.pos] = v
	}
	for i := len(t.columns); i < len(cells); i++ {
		if len(bytes.TrimSpace(cells[i])) > 0 {
			return nil, &unfit{reason: text.FilingExtraCell.With(len(t.columns), len(cells))}
		}
	}
	return rec, t.unnamed(rec)
}

func sayOfCell(err error) text.Pair {
	var parse *form.ParseError
	if errors.As(err, &parse) {
		return parse.Say
	}
	return text.Same(err.Error())
}

// unnamed refuses a row that nothing could be known by.
func (t *tableReader) unnamed(rec *form.Record) *unfit {
	if !t.f.Keyed() {
		return nil
	}
	for _, key := range t.f.Keys {
		if keyFilled(t.f, rec, key) {
			return nil
		}
	}
	first := t.f.Field(t.f.Keys[0][0])
	return &unfit{first.ID, text.FilingNoKey.With(t.f.Title, first.Title)}
}

// keyFilled reports whether a row has a natural key: its first field, and those of the others that are required.
func keyFilled(f *form.Form, rec *form.Record, key []string) bool {
	for i, id := range key {
		if rec.Get(id).Empty() && (i == 0 || f.Field(id).Required) {
			return false
		}
	}
	return true
}

func (c *columnReader) read(cell []byte) (form.Value, error) {
	if len(cell) == 0 {
		return form.Value{}, nil
	}
	if c.field.Kind == form.Money || c.misses >= missesAtMost && len(c.seen) == 0 {
		return c.parse(cell) // hardly ever the same twice
	}
	if v, ok := c.seen[string(cell)]; ok {
		return v, nil
	}
	v, err := c.parse(cell)
	if err != nil {
		return v, err
	}
	if c.misses++; c.misses >= missesAtMost {
		clear(c.seen)
		return v, nil
	}
	if len(c.seen) < seenAtMost {
		c.seen[string(cell)] = v
	}
	return v, nil
}

func (c *columnReader) parse(cell []byte) (form.Value, error) {
	if !utf8.Valid(cell) {
		return form.Value{}, &form.ParseError{Say: text.FilingBadText}
	}
	if utf8.RuneCount(cell) > sheet.MaxCellRunes {
		return form.Value{}, &form.ParseError{Say: text.FilingCellTooLong.With(sheet.MaxCellRunes)}
	}
	v, err := c.field.ParseCell(string(cell), form.Yuan)
	if err == nil && c.strict && !c.spelled(v, cell) {
		return form.Value{}, &form.ParseError{Say: text.FilingVerifySpelling.With(form.Printable(c.field.Show(v), 60))}
	}
	return v, err
}

// spelled reports whether a cell is as the program writes its value.
func (c *columnReader) spelled(v form.Value, cell []byte) bool {
	if n, ok := v.Int(); ok && c.field.Kind == form.Money {
		var b [32]byte
		return bytes.Equal(AppendFen(b[:0], n), cell)
	}
	return c.field.Show(v) == string(cell)
}

// readTable reads a table: all of its rows must parse. A record bears the row of the file as its id; the header is row 1.
func readTable(ctx context.Context, name string, r io.Reader, size int64, f *form.Form, how spelling, visit func(*form.Record) error) error {
	rows := delimited.NewRecordsSized(r, ',', size+1)
	head, _, err := rows.Next()
	if errors.Is(err, io.EOF) {
		return fault("filing.table", text.Findings, text.FilingVerifyAbsent.With(name))
	}
	if err != nil {
		return err
	}
	read, err := newTableReader(f, name, head, how)
	if err != nil {
		return err
	}
	columns, n := form.NewColumns(f), 0
	next := func() (*form.Record, error) {
		cells, row, err := rows.Next()
		if err != nil {
			return nil, err
		}
		if n%rowsBetween == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		record, wrong := read.record(cells)
		if wrong != nil {
			return nil, fault("filing.table", text.Findings, text.FilingVerifyTable.With(name, row, wrong.field, wrong.reason))
		}
		if n == registerRows && f.Scope != form.Ledger {
			return nil, fault("filing.table", text.Findings, text.FilingVerifyRows.With(name, registerRows))
		}
		if over := columns.Add(record); over != nil {
			return nil, fault("filing.total", text.Findings, text.FilingVerifyTotal.With(name, row, over.Title))
		}
		record.ID = int64(row)
		n++
		return record, nil
	}
	if size > longTable && runtime.GOMAXPROCS(0) > 1 {
		return ahead(next, visit)
	}
	for {
		record, err := next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = visit(record)
		}
		if err != nil {
			return err
		}
	}
}

// longTable is the size from which a table is read ahead of whoever judges its rows, and aheadRows how many rows are handed over at a time.
const (
	longTable = 1 << 20
	aheadRows = 256
)

// ahead reads the records of a long table while those before them are judged, in their order; it is done with the table when it returns.
func ahead(next func() (*form.Record, error), visit func(*form.Record) error) error {
	type batch struct {
		records []*form.Record
		err     error // of the row behind them; io.EOF at the end
	}
	batches, stop := make(chan batch, 2), make(chan struct{})
	go func() {
		defer close(batches)
		for b := (batch{}); b.err == nil; {
			b.records = make([]*form.Record, 0, aheadRows)
			for b.err == nil && len(b.records) < aheadRows {
				var record *form.Record
				if record, b.err = next(); b.err == nil {
					b.records = append(b.records, record)
				}
			}
			select {
			case batches <- b:
			case <-stop:
				return
			}
		}
	}()
	defer func() {
		close(stop)
		for range batches { // until the goroutine has left
		}
	}()
	for b := range batches {
		for _, record := range b.records {
			if err := visit(record); err != nil {
				return err
			}
		}
		if b.err != nil && !errors.Is(b.err, io.EOF) {
			return b.err
		}
	}
	return nil
}
