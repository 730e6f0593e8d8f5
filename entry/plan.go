package entry

import (
	"yice/book"
	"yice/form"
	"yice/store"
	"yice/text"
)

// Edit is one change as typed. Row 0 makes a row; within one Apply, rows made are numbered -1, -2, … by the order of
// first use so that later edits can name them (Row: -1). Remove deletes the row; Field and Typed are then ignored.
// An edit without a Field makes the row and nothing else.
type Edit struct {
	Form   *form.Form
	Row    int64
	After  int64 // for a new row: the row it follows (-1, -2, …: one made before it); 0: at the end
	Field  string
	Typed  string
	Unit   form.Unit // of a bare money figure; NoUnit: the field's own screen unit
	Remove bool
	// Finding, where set, makes it no cell but the reason of that finding, Typed its words: see Session.Reason. Such an edit
	// is a write of its own.
	Finding string
}

// longestText is what a cell may hold, in bytes: Excel's 32,767 characters in Chinese.
const longestText = 3 * 32767

// plan is what edits come to before anything is written: the rows they touch, as they are and as they would be.
type plan struct {
	rows []*plannedRow
	of   []*plannedRow // of each edit
	// waited, where set, is what the file of waiting writes knows of it.
	waited *Waited
}

// plannedRow is one row under edit.
type plannedRow struct {
	form    *form.Form
	id      int64 // 0: to be made
	after   int64
	behind  *plannedRow  // the new row it follows, made in the same step
	before  *form.Record // nil: to be made
	now     *form.Record // nil: to be removed
	touched []int        // fields edited, in order
	wanted  bool         // to be made even when nothing is in it
	item    string       // of a checklist stand-in
}

// planner turns edits into a plan over a state. read gives the current record of a ledger line.
type planner struct {
	st    *state
	read  func(f *form.Form, row int64) (*form.Record, error)
	plan  plan
	known map[book.RowKey]*plannedRow
	made  []*plannedRow
}

func newPlanner(st *state, read func(*form.Form, int64) (*form.Record, error)) *planner {
	return &planner{st: st, read: read, known: make(map[book.RowKey]*plannedRow)}
}

// add plans one edit. Faults: entry.no-row, entry.no-field, entry.too-long.
func (p *planner) add(e Edit) error {
	if e.Form == nil {
		return fault("entry.no-form", text.Usage, text.EntryNoForm.With(""))
	}
	e.Form = p.st.Forms().Of(e.Form)
	row, err := p.row(e)
	if err != nil {
		return err
	}
	p.plan.of = append(p.plan.of, row)
	switch {
	case e.Remove:
		row.now = nil
		return nil
	case e.Field == "":
		row.wanted = true
		return nil
	case row.now == nil:
		return fault("entry.no-row", text.Usage, text.EntryNoRow.With(e.Form.Title, e.Row))
	}
	return row.set(e, p.st.book.Year)
}

// row finds the row an edit is about, or begins a new one.
func (p *planner) row(e Edit) (*plannedRow, error) {
	id := e.Row
	switch {
	case e.Form.Single() && id <= 0:
		if r := p.st.Table(e.Form).Single(); r != nil {
			id = r.ID
		} else if known := p.known[book.RowKey{Form: e.Form.ID, Row: 0}]; known != nil {
			return known, nil
		} else {
			return p.begin(e, book.RowKey{Form: e.Form.ID, Row: 0}), nil
		}
	case book.IsStandIn(e.Form, id):
		return p.standIn(e)
	case id == 0:
		row := p.begin(e, book.RowKey{})
		p.made = append(p.made, row)
		return row, nil
	case id < 0:
		n := -id - 1
		if n < int64(len(p.made)) && p.made[n].form == e.Form {
			return p.made[n], nil
		}
		if n != int64(len(p.made)) {
			return nil, fault("entry.no-row", text.Usage, text.EntryNoRow.With(e.Form.Title, id))
		}
		row := p.begin(e, book.RowKey{})
		p.made = append(p.made, row)
		return row, nil
	}
	return p.existing(e.Form, id)
}

// begin starts a row that is not there yet.
func (p *planner) begin(e Edit, k book.RowKey) *plannedRow {
	row := &plannedRow{form: e.Form, after: max(0, e.After), now: form.NewRecord(e.Form)}
	if n := -e.After - 1; e.After < 0 && n < int64(len(p.made)) && p.made[n].form == e.Form {
		row.behind = p.made[n]
	}
	p.plan.rows = append(p.plan.rows, row)
	if k.Form != "" {
		p.known[k] = row
	}
	return row
}

// standIn turns an unanswered checklist item into a row to be made.
func (p *planner) standIn(e Edit) (*plannedRow, error) {
	k := book.RowKey{Form: e.Form.ID, Row: e.Row}
	if row := p.known[k]; row != nil {
		return row, nil
	}
	stand := p.st.StandIn(e.Row)
	if stand == nil {
		return nil, fault("entry.no-row", text.Usage, text.EntryNoRow.With(e.Form.Title, e.Row))
	}
	if r := p.st.Table(e.Form).Find(stand.Key()); r != nil {
		return p.existing(e.Form, r.ID) // answered meanwhile
	}
	row := p.begin(e, k)
	row.item = stand.Str("item")
	return row, nil
}

func (p *planner) existing(f *form.Form, id int64) (*plannedRow, error) {
	k := book.RowKey{Form: f.ID, Row: id}
	if row := p.known[k]; row != nil {
		return row, nil
	}
	var r *form.Record
	var err error
	if f.Scope == form.Ledger {
		r, err = p.read(f, id)
	} else {
		r = p.st.Table(f).Row(id)
	}
	if err != nil {
		return nil, err
	}
	if r == nil {
		return nil, fault("entry.no-row", text.Usage, text.EntryNoRow.With(f.Title, id))
	}
	row := &plannedRow{form: f, id: id, before: r, now: r.Clone()}
	p.known[k] = row
	p.plan.rows = append(p.plan.rows, row)
	return row, nil
}

// set puts what was typed: its value, or the text as it is where it cannot be read.
func (row *plannedRow) set(e Edit, year int) error {
	i := e.Form.Index(e.Field)
	if i < 0 {
		return fault("entry.no-field", text.Usage, text.EntryNoField.With(e.Form.Title, book.Clip(e.Field)))
	}
	fd := &e.Form.Fields[i]
	if len(e.Typed) > longestText {
		return fault("entry.too-long", text.Usage, text.EntryTooLong.With(e.Form.Title, fd.Title, longestText/3))
	}
	unit := e.Unit
	if unit == form.NoUnit {
		unit = fd.Unit
	}
	v, err := fd.Parse(fd.Keyed(e.Typed, year), unit)
	row.put(i, v, err, e.Typed)
	return nil
}

func (row *plannedRow) put(i int, v form.Value, err error, typed string) {
	row.touched = append(row.touched, i)
	delete(row.now.Raw, i)
	row.now.Values[i] = v
	if err != nil {
		row.now.Values[i] = form.Value{}
		if row.now.Raw == nil {
			row.now.Raw = make(map[int]string)
		}
		row.now.Raw[i] = typed
	}
}

// replace plans a whole record in the place of a row (ID 0: as a new one).
func (p *planner) replace(r *form.Record) error {
	r = r.As(p.st.Forms().Of(r.Form))
	e := Edit{Form: r.Form, Row: r.ID}
	row, err := p.row(e)
	if err != nil {
		return err
	}
	p.plan.of = append(p.plan.of, row)
	row.now, row.wanted = r.Clone(), true
	row.now.ID = row.id
	for i := range r.Values {
		row.touched = append(row.touched, i)
	}
	return nil
}

// cells gives the cells of a row that differ from what is there.
func (row *plannedRow) cells() []store.Cell {
	var cells []store.Cell
	seen := make([]bool, len(row.form.Fields))
	for _, i := range row.touched {
		if seen[i] {
			continue
		}
		seen[i] = true
		c := store.Cell{Field: i, Value: row.now.Values[i], Raw: row.now.Raw[i]}
		if row.before != nil && row.before.Values[i] == c.Value && row.before.Raw[i] == c.Raw {
			continue
		}
		if row.before == nil && c.Value.Empty() && c.Raw == "" {
			continue
		}
		cells = append(cells, c)
	}
	return cells
}

// write gives what is to be written of a row; ok is false where that is nothing.
func (row *plannedRow) write() (w store.Write, ok bool) {
	w = store.Write{Form: row.form, Row: row.id, After: row.after}
	if row.now == nil {
		w.Delete = true
		return w, row.before != nil
	}
	w.Cells = row.cells()
	if row.item != "" && len(w.Cells) > 0 {
		i := row.form.Index("item")
		w.Cells = append([]store.Cell{{Field: i, Value: form.S(row.item)}}, w.Cells...)
	}
	if row.before == nil {
		return w, len(w.Cells) > 0 || row.wanted && row.item == ""
	}
	return w, len(w.Cells) > 0
}
