package entry

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"yice/book"
	"yice/form"
	"yice/store"
	"yice/text"
)

// Since is what became of a year after it was last sealed: what the next submission will differ in, or what a year that
// was carried on from it does not know of.
type Since struct {
	Book store.Book
	// At, Who and As tell of the sealing; As is its reason, with the serial number. A zero At: the year was never sealed,
	// and nothing is told.
	At     time.Time
	Who    string
	As     text.Pair
	Locked bool // it is sealed still
	Forms  []SinceForm
	// Events are what came in besides rows, the newest first: reopenings, recognitions, receipts, reasons.
	Events []SinceEvent
}

// Rows counts the rows that differ.
func (s *Since) Rows() int64 {
	n := int64(0)
	for i := range s.Forms {
		n += s.Forms[i].Added + s.Forms[i].Changed + s.Forms[i].Removed
	}
	return n
}

// SinceForm is one form in which rows differ; at most SinceListed of them are listed, the counts are of all.
type SinceForm struct {
	Form                    *form.Form
	Added, Changed, Removed int64
	Rows                    []SinceRow
}

// SinceListed is how many rows of a form are listed.
const SinceListed = 1000

// SinceHow says what became of a row.
type SinceHow uint8

const (
	RowChanged SinceHow = iota
	RowAdded
	RowRemoved
	RowsCame // many at once, from a file
	RowsWent // many at once, that had come from a file
)

// SinceRow is one row that differs from what was sealed.
type SinceRow struct {
	How   SinceHow
	Row   int64
	Key   string // what people know it by; of many at once the file
	Count int64  // of many at once
	At    time.Time
	Who   string
	Cells []SinceCell // what was changed; of a row that was added or removed what it holds
}

// SinceCell is one field; Old and New are canonical texts.
type SinceCell struct {
	Field    *form.Field
	Old, New string
}

// SinceEvent is something that happened to the year as a whole.
type SinceEvent struct {
	Kind string // "unlock", or the kind of the note: "recognition", "receipt", "reason"
	At   time.Time
	Who  string
	Say  text.Pair
}

// Since compares the session's year with what it was when it was last sealed.
func (s *Session) Since(ctx context.Context) (*Since, error) {
	return SinceSealed(ctx, s.w, s.Book())
}

// SinceBefore does so for the year before; nil where the workspace does not have it.
func (s *Session) SinceBefore(ctx context.Context) (*Since, error) {
	st := s.now.Load()
	if !st.before.there {
		return nil, nil
	}
	return SinceSealed(ctx, s.w, st.before.book)
}

// sincePage is how many entries of the history are read at a time.
const sincePage = 1000

// SinceSealed compares a year with what it was when it was last sealed, from its history: what was changed and changed
// back is no difference.
func SinceSealed(ctx context.Context, w *store.Workspace, b store.Book) (*Since, error) {
	out := &Since{Book: b}
	var err error
	if out.Locked, err = w.Locked(b); err != nil {
		return nil, err
	}
	var entries []store.Entry // the newest first
	for before := int64(0); out.At.IsZero(); {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		page, err := w.History(b, store.HistoryQuery{Before: before, Limit: sincePage})
		if err != nil {
			return nil, err
		}
		for i := range page {
			if e := &page[i]; e.Kind == "lock" && e.New != "" {
				out.At, out.Who, out.As = e.At, e.Who, e.Label
				page = page[:i]
				break
			}
		}
		entries = append(entries, page...)
		if len(page) < sincePage {
			break
		}
		before = page[len(page)-1].Seq
	}
	if out.At.IsZero() {
		return out, nil
	}
	f := newFolding(w)
	for i := len(entries) - 1; i >= 0; i-- {
		f.take(&entries[i])
	}
	slices.Reverse(f.events)
	out.Events = f.events
	out.Forms, err = f.forms(ctx, w, b)
	return out, err
}

// folding brings the entries of a history, in their order, to what is different in the end.
type folding struct {
	form   func(string) *form.Form // that lies in the workspace
	rows   map[book.RowKey]*foldedRow
	order  []book.RowKey
	bulks  []book.RowKey // of order, those of many rows
	events []SinceEvent
}

// foldedRow is one row, or many that came at once.
type foldedRow struct {
	was, is   bool // there when it began, there now
	bulk      *foldedBulk
	key, text string // text: the whole row as it was before it was removed
	cells     map[string]*SinceCell
	at        time.Time
	who       string
}

type foldedBulk struct {
	Rows  int64  `json:"rows"`
	First int64  `json:"first"`
	Last  int64  `json:"last"`
	File  string `json:"file"`
}

func newFolding(w *store.Workspace) *folding {
	return &folding{form: w.Form, rows: make(map[book.RowKey]*foldedRow)}
}

func (f *folding) take(e *store.Entry) {
	switch e.Kind {
	case "import": // what it brought is in its rows
		return
	case "lock":
		f.events = append(f.events, SinceEvent{Kind: "unlock", At: e.At, Who: e.Who, Say: e.Label})
		return
	case "note":
		if said := e.New; said != "" && slices.Contains([]string{"recognition", "receipt", noteReason}, e.Field) {
			if e.Field == noteReason {
				said = parseReason(said).words
			}
			f.events = append(f.events, SinceEvent{Kind: e.Field, At: e.At, Who: e.Who, Say: text.Same(said)})
		}
		return
	}
	fm := f.form(e.Form)
	if fm == nil {
		return
	}
	k := book.RowKey{Form: e.Form, Row: e.Row}
	if bulkText(e.Old) || bulkText(e.New) {
		k.Row = -e.Row // the first of its rows has a number of its own
	}
	r := f.rows[k]
	if r == nil {
		// A row that is made was not there; one that is changed or removed was.
		there := e.Field != "" || e.Old != ""
		r = &foldedRow{was: there, is: there, cells: make(map[string]*SinceCell)}
		f.rows[k] = r
		f.order = append(f.order, k)
		if k.Row < 0 {
			f.bulks = append(f.bulks, k)
		}
	}
	r.at, r.who = e.At, e.Who
	if e.Key != "" {
		r.key = e.Key
	}
	switch {
	case e.Field != "":
		r.change(fm, e)
	case k.Row < 0:
		var b foldedBulk
		if json.Unmarshal([]byte(e.Old+e.New), &b) == nil {
			r.bulk = &b
		}
		r.is = e.New != ""
	case e.New != "":
		r.is = true
	default:
		r.is, r.text = false, e.Old
	}
}

// bulkText tells what the history says of many rows at once from what it says of one.
func bulkText(s string) bool { return strings.HasPrefix(s, `{"rows":`) }

func (r *foldedRow) change(f *form.Form, e *store.Entry) {
	c := r.cells[e.Field]
	if c == nil {
		fd := f.Field(e.Field)
		if fd == nil {
			return
		}
		c = &SinceCell{Field: fd, Old: e.Old}
		r.cells[e.Field] = c
	}
	c.New = e.New
}

// forms tells what is different, in the order of the forms and of the changes.
func (f *folding) forms(ctx context.Context, w *store.Workspace, b store.Book) ([]SinceForm, error) {
	by := make(map[string]*SinceForm)
	for _, k := range f.order {
		r := f.rows[k]
		out := by[k.Form]
		if out == nil {
			out = &SinceForm{Form: f.form(k.Form)}
		}
		row, n := r.different(out.Form, k.Row)
		if n == 0 {
			continue
		}
		if f.came(k) {
			// It came with many others after the sealing: it is one of those, whatever became of it.
			if row.How == RowRemoved {
				out.Added--
			}
			continue
		}
		by[k.Form] = out
		switch row.How {
		case RowAdded, RowsCame:
			out.Added += n
		case RowRemoved, RowsWent:
			out.Removed += n
		default:
			out.Changed++
		}
		if len(out.Rows) >= SinceListed {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if row.How == RowChanged || row.How == RowAdded {
			now, err := w.Record(b, out.Form, k.Row)
			if err != nil {
				return nil, err
			}
			row.told(now)
		}
		out.Rows = append(out.Rows, row)
	}
	var all []SinceForm
	for _, fm := range w.Forms() {
		if out := by[fm.ID]; out != nil {
			all = append(all, *out)
		}
	}
	return all, nil
}

// came reports whether a row is one of many that came at once since, and are there.
func (f *folding) came(k book.RowKey) bool {
	for _, b := range f.bulks {
		if r := f.rows[b]; b.Form == k.Form && k.Row > 0 && !r.was && r.is && r.bulk != nil && k.Row >= r.bulk.First && k.Row <= r.bulk.Last {
			return true
		}
	}
	return false
}

// different gives what became of a row, and of how many; 0: in the end nothing.
func (r *foldedRow) different(f *form.Form, row int64) (SinceRow, int64) {
	out := SinceRow{Row: row, Key: r.key, At: r.at, Who: r.who}
	switch {
	case r.bulk != nil && r.is != r.was:
		out.How, out.Row, out.Key, out.Count = RowsCame, -row, r.bulk.File, r.bulk.Rows
		if r.was {
			out.How = RowsWent
		}
		return out, r.bulk.Rows
	case r.bulk != nil:
		return out, 0
	case !r.was && r.is:
		out.How = RowAdded
		return out, 1
	case r.was && !r.is:
		out.How = RowRemoved
		out.Cells = wholeRow(f, r.text)
		return out, 1
	case !r.was:
		return out, 0
	}
	for i := range f.Fields {
		if c := r.cells[f.Fields[i].ID]; c != nil && c.Old != c.New {
			out.Cells = append(out.Cells, *c)
		}
	}
	return out, int64(min(len(out.Cells), 1))
}

// told names a row as it is called now; one that was added shows what it holds.
func (r *SinceRow) told(now *form.Record) {
	if now == nil {
		return
	}
	r.Key = now.Label()
	if r.How != RowAdded {
		return
	}
	for i := range now.Form.Fields {
		fd := &now.Form.Fields[i]
		if raw := now.Raw[i]; raw != "" {
			r.Cells = append(r.Cells, SinceCell{Field: fd, New: raw})
		} else if v := now.Values[i]; !v.Empty() {
			r.Cells = append(r.Cells, SinceCell{Field: fd, New: fd.Show(v)})
		}
	}
}

// wholeRow reads a row as the history spells it: "id=value; id=value", in the order of the fields.
func wholeRow(f *form.Form, spelled string) (cells []SinceCell) {
	rest := spelled
	var fd *form.Field
	for i := range f.Fields {
		mark := f.Fields[i].ID + "="
		at := 0
		if fd != nil {
			if at = strings.Index(rest, "; "+mark); at < 0 {
				continue
			}
			cells = append(cells, SinceCell{Field: fd, Old: rest[:at]})
			rest = rest[at+2:]
		} else if !strings.HasPrefix(rest, mark) {
			continue
		}
		fd, rest = &f.Fields[i], rest[len(mark):]
	}
	if fd != nil {
		cells = append(cells, SinceCell{Field: fd, Old: rest})
	}
	return cells
}
