package store

import (
	"context"
	"encoding/json"
	"errors"
	"slices"

	"yice/form"
)

// Change is one entry of what became of a record.
type Change struct {
	Entry
	// Cells are what it made of the record's fields, in canonical texts: of one field, or of all that were filled when the record
	// was made. A record that was removed says none.
	Cells []CellChange
	// File is where an import had it from, Sheet and Line the place in it; "" and 0 where that is not known.
	File, Sheet string
	Line        int64
}

// CellChange is a field before and after.
type CellChange struct{ Field, Old, New string }

// Past gives what became of one record, newest first: at most so many entries, of those before one (0: from the newest).
// A line that came with many others has no entry of its own for that: the one that stands for all of them is given, with what
// the line held then.
func (w *Workspace) Past(ctx context.Context, b Book, f *form.Form, row, before int64, most int) (out []Change, err error) {
	err = w.reading(ctx, func(c *conn) error {
		p := &past{w: w, c: c, ctx: ctx, b: b, row: row, t: w.dict().tables[f.ID], files: map[int64]*ImportRecord{}}
		out, err = p.read(before, most)
		return err
	})
	return out, err
}

type past struct {
	w     *Workspace
	c     *conn
	ctx   context.Context
	b     Book
	t     *table
	row   int64
	files map[int64]*ImportRecord // by entry
	first map[string]string       // the record as it came, encoded by field; nil: not asked for yet
}

func (p *past) read(before int64, most int) (out []Change, err error) {
	if p.t == nil || p.row == 0 {
		return nil, nil
	}
	if before <= 0 {
		before = 1 << 62
	}
	bulk, err := p.bulk()
	if err != nil {
		return nil, err
	}
	k, err := p.c.once(p.ctx, selectEntries+"h.form=? AND h.row<>0 AND h.row IN (?,?) AND h.seq<? ORDER BY h.seq DESC", p.t.form.ID, p.row, bulk, before)
	if err != nil {
		return nil, err
	}
	defer k.close()
	for len(out) < most && k.next() {
		e := readEntry(k)
		many := e.Field == "" && bulkEntry(e.Old+e.New)
		if e.Row != p.row && !many || many && !coversRow(e.Old+e.New, p.row) {
			continue
		}
		x := Change{Entry: e}
		if err := p.fill(&x, many); err != nil {
			return nil, err
		}
		p.w.shown(&x.Entry)
		out = append(out, x)
	}
	return out, k.err
}

func coversRow(bulk string, row int64) bool {
	var b bulkRecord
	return json.Unmarshal([]byte(bulk), &b) == nil && row >= b.First && row <= b.Last
}

// bulk gives the row that the entry of the bulk which brought the record bears; the record's own where none did.
func (p *past) bulk() (int64, error) {
	if p.t.missing {
		return p.row, nil
	}
	step, err := p.c.number("SELECT abs(_step) FROM "+p.t.name+" WHERE _row=?", p.row)
	if err != nil || step == 0 {
		return p.row, err
	}
	k, err := p.c.query(p.ctx, "SELECT h.row, h.new FROM step s JOIN history h ON h.seq BETWEEN s.first AND s.last WHERE s.id=? AND h.kind=? AND h.form=?", step, kindBulk, p.t.form.ID)
	if err != nil {
		return p.row, err
	}
	defer k.close()
	for k.next() {
		if coversRow(k.text(1), p.row) {
			return k.int(0), nil
		}
	}
	return p.row, k.err
}

// fill says what an entry made of the record, and which file it had it from.
func (p *past) fill(x *Change, many bool) (err error) {
	x.Rows = max(x.Rows, 1)
	cells := map[string]string{}
	switch {
	case x.Field != "":
		f := p.t.form.Field(x.Field)
		x.Cells = []CellChange{{x.Field, show(f, x.Old), show(f, x.New)}}
	case x.New == "":
	case many:
		if cells, err = p.cameWith(); err != nil {
			return err
		}
	default:
		if cells, err = decodeRow(x.New); err != nil {
			return err
		}
	}
	for i := range p.t.form.Fields {
		f := &p.t.form.Fields[i]
		if s := cells[f.ID]; s != "" {
			x.Cells = append(x.Cells, CellChange{Field: f.ID, New: show(f, s)})
		}
	}
	if x.Kind != "do" && x.Kind != kindBulk {
		return nil
	}
	r, err := p.file(&x.Entry)
	if r == nil && many { // from before imports had an entry of their own
		var b bulkRecord
		err = errors.Join(err, json.Unmarshal([]byte(x.New), &b))
		x.File = b.File
	}
	if r == nil || err != nil {
		return err
	}
	i := Import{ImportRecord: *r}
	x.File = r.File
	if x.Sheet, x.Line = i.Origin(p.row); x.Sheet == "" && len(r.Sheets) == 1 {
		x.Sheet = r.Sheets[0]
	}
	return nil
}

// file gives the import that an entry was written by, nil for none: its own entry ends the rows of its step.
func (p *past) file(e *Entry) (*ImportRecord, error) {
	k, err := p.c.query(p.ctx, "SELECT h.new, h.seq FROM step s JOIN history h ON h.seq BETWEEN ? AND s.last WHERE s.id=? AND h.kind=? AND h.form=? ORDER BY h.seq LIMIT 1",
		e.Seq, e.Step, kindImport, p.t.form.ID)
	if err != nil {
		return nil, err
	}
	defer k.close()
	if !k.next() {
		return nil, k.err
	}
	seq := k.int(1)
	if r, ok := p.files[seq]; ok {
		return r, nil
	}
	r := &ImportRecord{}
	if json.Unmarshal([]byte(k.text(0)), r) != nil {
		r = nil
	}
	p.files[seq] = r
	return r, nil
}

// cameWith gives what the record held when it came, encoded: what it holds, but for the fields that were changed since, which
// held what their first change found.
func (p *past) cameWith() (map[string]string, error) {
	if p.first != nil {
		return p.first, nil
	}
	name, err := p.w.names(p.c, p.b.ID)
	if err != nil {
		return nil, err
	}
	s, err := loadRow(p.c, p.t, p.b.ID, p.row, name)
	if err != nil {
		return nil, err
	}
	p.first = map[string]string{}
	for i := range p.t.form.Fields {
		if s != nil {
			p.first[p.t.form.Fields[i].ID] = p.t.cell(s, i).encode()
		}
	}
	k, err := p.c.query(p.ctx, "SELECT field, old, min(seq) FROM history WHERE form=? AND row=? AND row<>0 AND field<>'' GROUP BY field", p.t.form.ID, p.row)
	if err != nil {
		return nil, err
	}
	defer k.close()
	for k.next() {
		p.first[k.text(0)] = k.text(1)
	}
	return p.first, k.err
}

// Touches reports whether an entry says anything of a field.
func (x *Change) Touches(field string) bool {
	return slices.ContainsFunc(x.Cells, func(c CellChange) bool { return c.Field == field })
}
