package entry

import (
	"context"
	"errors"
	"slices"

	"yice/book"
	"yice/form"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

// Outcome of a write: what the rows are now, what is wrong in them, and how the score moved.
type Outcome struct {
	Seq     int64 // 0: nothing changed
	Label   text.Pair
	Rows    []int64        // the row of each edit; 0 where none was made
	Records []*form.Record // of each edit, as it is now; nil where it is gone
	// Findings are those of the rows touched, each row once.
	Findings      []form.Finding
	Before, After scoring.Totals
	Changes       []scoring.Change // lines of the sheet that moved
	// Withdrawn says that sign-offs given before no longer stand because of this write.
	Withdrawn bool
	// Said is what the write did besides what was asked: recognitions that went back to 待认定, sign-offs that are void.
	Said []text.Pair
}

// Put types one cell; Apply makes several edits one step of undo. Text that cannot be read is kept as typed and is a finding.
func (s *Session) Put(f *form.Form, row int64, field, typed string) (Outcome, error) {
	return s.Apply(text.Pair{}, []Edit{{Form: f, Row: row, Field: field, Typed: typed}})
}

// Apply makes several edits one step of undo. An empty label is made from the edits.
func (s *Session) Apply(label text.Pair, edits []Edit) (Outcome, error) {
	if e, is, err := reasonIn(edits); is {
		return Outcome{}, s.reason(e.Finding, e.Typed, nil)
	} else if err != nil {
		return Outcome{}, err
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	p := newPlanner(s.now.Load(), s.line)
	for _, e := range edits {
		if err := p.add(e); err != nil {
			return Outcome{}, err
		}
	}
	if label.Empty() {
		label = p.plan.label()
	}
	return s.commit(label, &p.plan)
}

// PutRecords adds or replaces whole rows as one step (paste, import, merge): rows with ID 0 are new. A form of one row has
// its row replaced whatever the ID. An empty label is made from the rows.
func (s *Session) PutRecords(label text.Pair, f *form.Form, records []*form.Record) (Outcome, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	p := newPlanner(s.now.Load(), s.line)
	f = s.Forms().Of(f)
	for _, r := range records {
		if r = r.As(s.Forms().Of(r.Form)); r.Form != f {
			return Outcome{}, fault("entry.no-form", text.Usage, text.EntryNoForm.With(r.Form.ID))
		}
		if err := p.replace(r); err != nil {
			return Outcome{}, err
		}
	}
	if label.Empty() {
		label = text.EntryLabelPaste.With(len(records), f.Title)
	}
	return s.commit(label, &p.plan)
}

// commit writes a plan in one transaction and moves the memory by what it did. The caller holds the writers' turn.
func (s *Session) commit(label text.Pair, p *plan) (Outcome, error) {
	unbound := p.unbind()
	if len(unbound) > 0 {
		label = text.EntryLabelUnbound.With(label)
	}
	var doing []*plannedRow
	at := make(map[*plannedRow]int, len(p.rows))
	for _, row := range p.rows {
		if _, ok := row.write(); ok {
			at[row] = len(doing)
			doing = append(doing, row)
		}
	}
	st := s.now.Load()
	if len(doing) == 0 {
		return s.outcome(st, st, store.Result{}, p, at), s.clearDraft()
	}
	where := book.Place{}
	drafted := s.drafted.Load()
	res, err := s.w.Transaction(st.book, label, p.waited.who(s.o.Who), func(tx *store.Tx) error {
		if drafted {
			if err := tx.DropDraft(draftCursor); err != nil {
				return err
			}
		}
		if err := writeRows(tx, doing, where); err != nil {
			return err
		}
		if p.waited != nil {
			tx.Waited(p.waited.N, p.waited.born(p))
		}
		return nil
	})
	if err != nil {
		s.noteSealed(st, err)
		return Outcome{}, err
	}
	if res.Seq == 0 {
		return s.outcome(st, st, res, p, at), s.clearDraft()
	}
	res.Changes = own(st.Forms(), res.Changes)
	s.drafted.Store(false)
	next, err := s.moved(st, res, where, false)
	if err != nil {
		return Outcome{}, err
	}
	o := s.outcome(st, next, res, p, at)
	o.Said = append(unbound, o.Said...)
	return o, nil
}

// own gives changes as the year's dictionary has their forms. Rows of a form that its pack does not bring (any more) are kept and
// not shown.
func own(d *form.Dictionary, changes []store.RowChange) []store.RowChange {
	if d == nil && !slices.ContainsFunc(changes, func(c store.RowChange) bool { return c.Form != d.ByID(c.Form.ID) }) {
		return changes
	}
	var out []store.RowChange
	for _, c := range changes {
		if f := d.ByID(c.Form.ID); f != nil {
			c.Form, c.Before, c.After = f, c.Before.As(f), c.After.As(f)
			out = append(out, c)
		}
	}
	return out
}

// noteSealed learns from a refusal that somebody sealed the year meanwhile.
func (s *Session) noteSealed(st *state, err error) {
	var f *text.Fault
	if errors.As(err, &f) && f.Code == "store.locked" && !st.locked {
		next := st.with()
		next.locked = true
		s.now.Store(next)
	}
}

// writeRows writes rows in their order. New rows that follow one and the same row follow one another; where says in the end
// behind which row each new one stands.
func writeRows(tx *store.Tx, rows []*plannedRow, where book.Place) error {
	last := make(map[book.RowKey]int64) // the newest row behind a row
	for _, row := range rows {
		w, _ := row.write()
		behind := w.After
		if row.behind != nil {
			behind = row.behind.id
		}
		at := book.RowKey{Form: row.form.ID, Row: behind}
		if w.After = behind; last[at] != 0 {
			w.After = last[at]
		}
		ids, err := tx.Write([]store.Write{w})
		if err != nil {
			return err
		}
		if w.Row != 0 || w.Delete {
			continue
		}
		row.id = ids[0]
		if behind != 0 {
			last[at] = row.id
			where[book.RowKey{Form: row.form.ID, Row: row.id}] = w.After
		}
	}
	return nil
}

// moved publishes the state a result leaves: by its changes where it names them, else by reading again. walked: the step
// was taken back or put again.
func (s *Session) moved(st *state, res store.Result, where book.Place, walked bool) (*state, error) {
	if res.Seq == 0 {
		return st, nil
	}
	if res.Bulk {
		if err := s.reload(context.Background()); err != nil {
			return nil, err
		}
		return s.now.Load(), nil
	}
	m, err := s.follow(st, res.Changes, walked)
	if err != nil {
		return nil, err
	}
	m.At = where
	next := st.after(m)
	next.seq = res.Seq
	if next, err = s.sameBook(next, res.Changes); err != nil {
		return nil, err
	}
	if err := s.months(context.Background(), next); err != nil {
		return nil, err
	}
	next.signed = false
	s.recent.keep(res.Changes)
	s.now.Store(next)
	return next, nil
}

// sameBook lets the state follow the enterprise's code when its card was given another: the book follows it too, unless
// another book bears that code.
func (s *Session) sameBook(st *state, changes []store.RowChange) (*state, error) {
	for _, c := range changes {
		if c.Form.ID != enterpriseID || c.After == nil || c.After.Str("uscc") == st.book.USCC {
			continue
		}
		b, ok, err := s.w.FindBook(c.After.Str("uscc"), st.book.Year)
		if err != nil {
			return nil, err
		}
		if ok && b.ID == st.book.ID {
			st.book = b
			return st, s.refreshBefore(st)
		}
	}
	return st, nil
}

// outcome tells a write: the rows of each edit, what is wrong in them, and how the sheet moved.
func (s *Session) outcome(before, after *state, res store.Result, p *plan, at map[*plannedRow]int) Outcome {
	o := Outcome{Seq: res.Seq, Label: res.Label}
	changed := make(map[book.RowKey]*form.Record, len(res.Changes))
	for _, c := range res.Changes {
		changed[book.RowKey{Form: c.Form.ID, Row: c.Row}] = c.After
	}
	told := make(map[book.RowKey]bool, len(p.rows))
	for _, row := range p.of {
		id := row.id
		if i, ok := at[row]; ok && i < len(res.Rows) {
			id = res.Rows[i]
		}
		k := book.RowKey{Form: row.form.ID, Row: id}
		r, moved := changed[k]
		if !moved {
			if r = row.before; row.form.Scope != form.Ledger {
				r = after.Table(row.form).Row(id)
			}
		}
		o.Rows, o.Records = append(o.Rows, id), append(o.Records, r)
		if r != nil && !told[k] {
			told[k] = true
			o.Findings = append(o.Findings, after.RowFindings(r)...)
		}
	}
	o.compare(before, after)
	return o
}

func (o *Outcome) compare(before, after *state) {
	o.Before, o.After = before.Totals(), after.Totals()
	if before.Sheet() != after.Sheet() {
		o.Changes = scoring.Compare(before.Sheet(), after.Sheet())
	}
	if o.Withdrawn = before.signed && !after.signed; o.Withdrawn {
		o.Said = append(o.Said, text.EntryWithdrawn)
	}
}

// Undo takes the newest step of the year back, Redo puts it again. Seq 0: there was none.
func (s *Session) Undo() (Outcome, error) { return s.walk(s.w.Undo) }

// Redo puts again what Undo took back.
func (s *Session) Redo() (Outcome, error) { return s.walk(s.w.Redo) }

func (s *Session) walk(step func(store.Book, string) (store.Result, error)) (Outcome, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	st := s.now.Load()
	res, err := step(st.book, s.o.Who)
	if err != nil {
		return Outcome{}, err
	}
	res.Changes = own(st.Forms(), res.Changes)
	next, err := s.moved(st, res, nil, true)
	if err != nil {
		return Outcome{}, err
	}
	o := Outcome{Seq: res.Seq, Label: res.Label}
	for _, c := range res.Changes {
		o.Rows, o.Records = append(o.Rows, c.Row), append(o.Records, c.After)
		if c.After != nil {
			o.Findings = append(o.Findings, next.RowFindings(c.After)...)
		}
	}
	o.compare(st, next)
	return o, nil
}

// AheadUndo says what Undo would take back: how many records, and where. False: nothing.
func (s *Session) AheadUndo() (store.StepAhead, bool, error) { return s.w.AheadUndo(s.now.Load().book) }

// Revive applies again, as a new step, one that was taken back and then overtaken by another.
func (s *Session) Revive(step int64) (Outcome, error) {
	return s.walk(func(b store.Book, who string) (store.Result, error) { return s.w.Revive(b, step, who) })
}

// CanUndo says what Undo would take back.
func (s *Session) CanUndo() (label text.Pair, ok bool) { return s.next(s.w.NextUndo) }

// CanRedo says what Redo would put again.
func (s *Session) CanRedo() (label text.Pair, ok bool) { return s.next(s.w.NextRedo) }

func (s *Session) next(ask func(store.Book) (text.Pair, error)) (text.Pair, bool) {
	label, err := ask(s.now.Load().book)
	if err != nil {
		return text.Pair{}, false
	}
	return label, !label.Empty()
}

// recentLines keeps the last ledger lines written, so that the next key on one does not read it again.
type recentLines struct{ byID map[int64]*form.Record }

const mostRecent = 256

func (c *recentLines) clear() { c.byID = nil }

func (c *recentLines) keep(changes []store.RowChange) {
	for _, ch := range changes {
		if ch.Form.Scope != form.Ledger {
			continue
		}
		if c.byID == nil || len(c.byID) >= mostRecent {
			c.byID = make(map[int64]*form.Record)
		}
		if ch.After == nil {
			delete(c.byID, ch.Row)
		} else {
			c.byID[ch.Row] = ch.After
		}
	}
}

// line gives a ledger line as it is, for a caller that holds the writers' turn.
func (s *Session) line(f *form.Form, row int64) (*form.Record, error) {
	if r := s.recent.byID[row]; r != nil && r.Form == f {
		return r, nil
	}
	return s.w.Record(s.now.Load().book, f, row)
}
