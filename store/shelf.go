package store

import (
	"errors"
	"slices"
	"sync"

	"yice/form"
	"yice/text"
)

// shelf is the dictionary of a workspace as it lies in the file: what is built in, and every form and field that a pack ever
// brought. It is made of what the file says of itself, replaced as a whole where a pack brings more, and never shrinks: rows
// keep their table when their pack goes. What a form asks of its rows is not here but in the dictionary of a book's pack, whose
// forms are read and written by way of [Workspace.as].
type shelf struct {
	kept     []form.Kept
	spelled  string // kept, as the file has it
	fixed    bool   // a dictionary of its own (Options.Forms): nothing is added to it
	all      *form.Dictionary
	forms    []*form.Form
	tables   map[string]*table
	referred map[string]bool // forms that references point to
	plan     func() *plan

	mu    sync.Mutex
	bound map[*form.Form]*table
}

func newShelf(forms []*form.Form) (*shelf, error) {
	s := &shelf{forms: forms, referred: map[string]bool{}, bound: map[*form.Form]*table{}}
	var err error
	if s.tables, err = layout(forms); err != nil {
		return nil, err
	}
	for _, f := range forms {
		for i := range f.Fields {
			if fd := &f.Fields[i]; fd.Kind == form.Ref {
				if t := s.tables[fd.Ref]; t != nil && !t.ledger {
					s.referred[fd.Ref] = true
				}
			}
		}
	}
	s.plan = sync.OnceValue(func() *plan { return planOf(s.forms, s.tables) })
	return s, nil
}

// shelfOf makes the shelf of what a file says it keeps.
func shelfOf(spelled string) (*shelf, error) {
	kept, err := form.ReadKept(spelled)
	if err != nil {
		return nil, err
	}
	d, err := form.OfKept(kept)
	if err != nil {
		return nil, err
	}
	s, err := newShelf(d.All())
	if err != nil {
		return nil, err
	}
	s.kept, s.spelled, s.all = kept, spelled, d
	return s, s.apart()
}

// apart refuses a form whose table or index would bear the name of something else.
func (s *shelf) apart() error {
	for _, k := range s.kept {
		t := s.tables[k.ID]
		if t == nil {
			continue
		}
		made := map[string]object{}
		add(made, t.define())
		for name := range made {
			_, own := s.plan().own[name]
			if o, there := s.plan().current[name]; own || there && o.table != k.ID {
				return errors.New("store: " + name + " is the name of something else")
			}
		}
	}
	return nil
}

func (w *Workspace) dict() *shelf { return w.shelved.Load() }

// as gives the table of a form as a dictionary has it that is not the shelf's own: columns by the fields of that form, so that
// its positions hold. Nil where nothing of the form lies in the file.
func (w *Workspace) as(f *form.Form) *table {
	s := w.dict()
	t := s.tables[f.ID]
	if t == nil || t.form == f {
		return t
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if b := s.bound[f]; b != nil {
		return b
	}
	made, err := layout([]*form.Form{f})
	if err != nil {
		return nil
	}
	b := made[f.ID]
	have := map[string]string{}
	for i := range t.form.Fields {
		if fd := &t.form.Fields[i]; t.cols[i] != noColumn {
			have[fd.ID] = columnType(fd.Kind)
		}
	}
	if b.fit(have); t.missing {
		b.missing = true
	}
	s.bound[f] = b
	return b
}

// KeepForms makes room for what the pack of a book brings: tables and columns that are not there yet, in one transaction.
// Nothing is ever taken away. A workspace that is only read keeps nothing: what is not there reads as empty.
// Faults: store.form-clash where a form is kept otherwise, and those of writing.
func (w *Workspace) KeepForms(d *form.Dictionary) error {
	s := w.dict()
	kept, err := form.Merge(s.kept, d.Keep())
	var clash *form.Clash
	switch {
	case errors.As(err, &clash):
		return clashFault(clash)
	case err != nil:
		return explain(w.path, err)
	case w.readOnly || len(d.Brought()) == 0:
		return nil
	}
	spelled, err := form.EncodeKept(kept)
	if err != nil || spelled == s.spelled {
		return err
	}
	if s.fixed {
		return errors.New("store: this workspace was opened with a dictionary of its own")
	}
	w.keepingForms.Lock()
	defer w.keepingForms.Unlock()
	if w.dict() != s { // somebody was quicker
		if kept, err = form.Merge(w.dict().kept, d.Keep()); err != nil {
			return w.KeepForms(d)
		}
		if spelled, err = form.EncodeKept(kept); err != nil || spelled == w.dict().spelled {
			return err
		}
	}
	return w.keepShelf(spelled)
}

// keepShelf brings the file up to what is to be kept.
func (w *Workspace) keepShelf(spelled string) error {
	if spelled == w.dict().spelled {
		return nil
	}
	var next *shelf
	err := w.aside(func(c *conn) (err error) {
		next, err = w.shelve(c, spelled)
		return err
	})
	if err == nil {
		w.shelved.Store(next)
	}
	return err
}

// Fits refuses a dictionary that has a form or field otherwise than it lies in this file: its figures would be read as another kind.
func (w *Workspace) Fits(d *form.Dictionary) error {
	var clash *form.Clash
	if _, err := form.Merge(w.dict().kept, d.Keep()); errors.As(err, &clash) {
		return clashFault(clash)
	}
	return nil
}

func clashFault(c *form.Clash) error {
	if c.Field == "" {
		return fault("store.form-clash", text.StoreFormClash.With(c.Form, c.ID), nil)
	}
	return fault("store.form-clash", text.StoreFieldClash.With(c.Form, c.ID, c.Field), nil)
}

// shelve makes in the file what a greater shelf has besides.
func (w *Workspace) shelve(c *conn, spelled string) (*shelf, error) {
	old := w.dict()
	next, err := shelfOf(spelled)
	if err != nil {
		return nil, err
	}
	for _, f := range next.forms {
		t, was := next.tables[f.ID], old.tables[f.ID]
		if was == nil {
			if err := c.script(t.define()); err != nil {
				return nil, err
			}
			w.nextRow[f.ID] = 0
			continue
		}
		for i := range f.Fields {
			if was.form.Index(f.Fields[i].ID) < 0 {
				if err := c.script(t.addColumn(i)); err != nil {
					return nil, err
				}
			}
		}
	}
	for name, value := range map[string]string{"forms": spelled, "dictionary": next.plan().digest} {
		if _, err := c.exec("INSERT INTO meta(name, value) VALUES(?,?) ON CONFLICT DO UPDATE SET value=excluded.value", name, value); err != nil {
			return nil, err
		}
	}
	return next, nil
}

// Orphans counts the rows of a book that no form of a dictionary shows: they stay, and are shown again when a pack brings their
// form again.
func (w *Workspace) Orphans(b Book, d *form.Dictionary) (map[text.Pair]int64, error) {
	var out map[text.Pair]int64
	for _, f := range w.dict().forms {
		if d.ByID(f.ID) != nil {
			continue
		}
		n, err := w.Count(b, f)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			if out == nil {
				out = map[text.Pair]int64{}
			}
			out[f.Title] = n
		}
	}
	return out, nil
}

// placed gives the writes of a form as another dictionary has it in the positions of the shelf's.
func (tb *table) placed(wr *Write) []Cell {
	if wr.Form == tb.form {
		return wr.Cells
	}
	cells := slices.Clone(wr.Cells)
	for i := range cells {
		if cells[i].Field >= 0 && cells[i].Field < len(wr.Form.Fields) {
			cells[i].Field = tb.form.Index(wr.Form.Fields[cells[i].Field].ID)
		} else {
			cells[i].Field = -1
		}
	}
	return cells
}

// Forms are all forms that lie in the file, whatever pack brought them, and Form gives one; nil for none. Their titles are those
// under which they came first; what they ask of their rows is in the dictionary of a pack.
func (w *Workspace) Forms() []*form.Form { return slices.Clone(w.dict().forms) }

// Dictionary is Forms as a dictionary.
func (w *Workspace) Dictionary() *form.Dictionary { return w.dict().all }

// Form gives one of Forms.
func (w *Workspace) Form(id string) *form.Form {
	if t := w.dict().tables[id]; t != nil {
		return t.form
	}
	return nil
}
