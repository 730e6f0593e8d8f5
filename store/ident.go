package store

import (
	"encoding/json"
	"slices"
	"sync"
)

// References are held by identity: a small number that a row keeps while its key is renamed. A reference to a key that no
// row bears yet gets an identity with that key, so that nothing typed is lost; the row that is made with the key later
// takes it over. Two identities may bear the same key (a doubled key, or a row renamed to what others referred to):
// whether a reference is resolved is judged by the key, in entry.

type ident struct {
	id   int64
	form string
	key  string
	row  int64 // the live row it belongs to; 0: none yet, or it was removed
}

type identKey struct{ form, key string }

// idents are the identities of one book, in memory.
type idents struct {
	mu    sync.RWMutex
	byID  map[int64]*ident
	byKey map[identKey][]*ident
}

func (x *idents) name(id int64) string {
	x.mu.RLock()
	defer x.mu.RUnlock()
	if i := x.byID[id]; i != nil {
		return i.key
	}
	return ""
}

func (x *idents) add(i *ident) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.byID[i.id] = i
	k := identKey{i.form, i.key}
	x.byKey[k] = append(x.byKey[k], i)
}

func (x *idents) rename(i *ident, key string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	k := identKey{i.form, i.key}
	x.byKey[k] = slices.DeleteFunc(x.byKey[k], func(j *ident) bool { return j == i })
	if len(x.byKey[k]) == 0 {
		delete(x.byKey, k)
	}
	i.key = key
	k.key = key
	x.byKey[k] = append(x.byKey[k], i)
}

func (x *idents) own(id, row int64) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if i := x.byID[id]; i != nil {
		i.row = row
	}
}

func (x *idents) get(id int64) *ident {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.byID[id]
}

// find gives the identity a typed key means: the oldest row that bears it, else one that waits for its row, else nil.
func (x *idents) find(form, key string) *ident {
	x.mu.RLock()
	defer x.mu.RUnlock()
	var best *ident
	for _, i := range x.byKey[identKey{form, key}] {
		if best == nil || best.row == 0 && i.row != 0 || i.row != 0 && i.row < best.row || i.row == best.row && i.id < best.id {
			best = i
		}
	}
	return best
}

// waiting gives an identity with the key that belongs to no live row, or nil.
func (x *idents) waiting(form, key string) *ident {
	x.mu.RLock()
	defer x.mu.RUnlock()
	var best *ident
	for _, i := range x.byKey[identKey{form, key}] {
		if i.row == 0 && (best == nil || i.id < best.id) {
			best = i
		}
	}
	return best
}

// identities gives the identities of a book, reading them on first use through c.
func (w *Workspace) identities(c *conn, book int64) (*idents, error) {
	w.identMu.Lock()
	defer w.identMu.Unlock()
	if w.readOnly { // another program may be writing: what was read holds as long as the history has not moved
		head, err := c.number("SELECT max(seq) FROM history")
		if err != nil {
			return nil, err
		}
		if head != w.identHead {
			clear(w.ids)
			w.identHead = head
		}
	}
	if x := w.ids[book]; x != nil {
		return x, nil
	}
	x := &idents{byID: map[int64]*ident{}, byKey: map[identKey][]*ident{}}
	k, err := c.query(background, "SELECT id, form, key FROM ident WHERE book=?", book)
	if err != nil {
		return nil, err
	}
	for k.next() {
		x.add(&ident{id: k.int(0), form: k.text(1), key: k.text(2)})
	}
	if k.err != nil {
		return nil, k.err
	}
	for _, f := range w.dict().forms {
		if !w.dict().referred[f.ID] || w.dict().tables[f.ID].missing {
			continue
		}
		k, err := c.query(background, "SELECT _ident, _row FROM "+w.dict().tables[f.ID].name+" WHERE _book=? AND _ident IS NOT NULL ORDER BY _row DESC", book)
		if err != nil {
			return nil, err
		}
		for k.next() {
			x.own(k.int(0), k.int(1))
		}
		if k.err != nil {
			return nil, k.err
		}
	}
	w.ids[book] = x
	return x, nil
}

// names gives the function that tells an identity's key.
func (w *Workspace) names(c *conn, book int64) (func(int64) string, error) {
	x, err := w.identities(c, book)
	if err != nil {
		return nil, err
	}
	return x.name, nil
}

func (w *Workspace) forgetIdents(book int64) {
	w.identMu.Lock()
	defer w.identMu.Unlock()
	delete(w.ids, book)
}

// An identMove is what a step did to identities besides making rows: kept with the step, so that undo takes exactly that back.
type identMove struct {
	Form  string `json:"form"`
	Row   int64  `json:"row"`
	From  int64  `json:"from"` // identity the row had before; 0: none
	Ident int64  `json:"ident"`
	Old   string `json:"old"` // key of Ident before and after
	New   string `json:"new"`
}

func encodeMoves(m []identMove) any {
	if len(m) == 0 {
		return nil
	}
	b, err := json.Marshal(m)
	if err != nil {
		return nil
	}
	return string(b)
}

func decodeMoves(s string) (m []identMove, err error) {
	if s == "" {
		return nil, nil
	}
	err = json.Unmarshal([]byte(s), &m)
	return m, err
}

// refer gives the identity of a typed key, making one where nobody bears it.
func (t *Tx) refer(form, key string) (int64, error) {
	if i := t.ids.find(form, key); i != nil {
		return i.id, nil
	}
	i, err := t.newIdent(form, key)
	if err != nil {
		return 0, err
	}
	return i.id, nil
}

func (t *Tx) newIdent(form, key string) (*ident, error) {
	id := t.w.nextIdent + 1
	if _, err := t.c.exec("INSERT INTO ident(id, book, form, key) VALUES(?,?,?,?)", id, t.book.ID, form, key); err != nil {
		return nil, err
	}
	t.w.nextIdent = id
	i := &ident{id: id, form: form, key: key}
	t.ids.add(i)
	return i, nil
}

// claim gives a row that has just got a key its identity.
func (t *Tx) claim(tb *table, s *stored, key string) error {
	i, err := t.identFor(tb, key)
	if err != nil {
		return err
	}
	return t.hold(tb, s, i.id)
}

// identFor gives the identity of a row that gets a key: one that waits for it, else a new one.
func (t *Tx) identFor(tb *table, key string) (*ident, error) {
	if i := t.ids.waiting(tb.form.ID, key); i != nil {
		return i, nil
	}
	return t.newIdent(tb.form.ID, key)
}

func (t *Tx) hold(tb *table, s *stored, id int64) error {
	var v any
	if id != 0 {
		v = id
	}
	if _, err := t.c.exec("UPDATE "+tb.name+" SET _ident=? WHERE _row=?", v, s.rec.ID); err != nil {
		return err
	}
	if s.ident != 0 {
		t.ids.own(s.ident, 0)
	}
	s.ident = id
	if id != 0 && s.book > 0 {
		t.ids.own(id, s.rec.ID)
	}
	return nil
}

func (t *Tx) renameIdent(i *ident, key string) error {
	if _, err := t.c.exec("UPDATE ident SET key=? WHERE id=?", key, i.id); err != nil {
		return err
	}
	t.ids.rename(i, key)
	return nil
}

// rekey follows an edit of a row's key: the identity is renamed, and every reference with it. A key that was cleared
// leaves the identity as it is, so that typing the new one afterwards still renames.
func (t *Tx) rekey(tb *table, s *stored) error {
	key := s.rec.Key()
	if !t.w.dict().referred[tb.form.ID] || key == "" {
		return nil
	}
	m := identMove{Form: tb.form.ID, Row: s.rec.ID, From: s.ident, New: key}
	if s.ident == 0 {
		if err := t.claim(tb, s, key); err != nil {
			return err
		}
		m.Ident, m.Old = s.ident, key
	} else {
		i := t.ids.get(s.ident)
		if i == nil || i.key == key {
			return nil
		}
		m.Ident, m.Old = i.id, i.key
		if err := t.renameIdent(i, key); err != nil {
			return err
		}
	}
	t.moves = append(t.moves, m)
	return nil
}

// replay does the moves of a step again, or takes them back in reverse.
func (t *Tx) replay(moves []identMove, back bool) error {
	if back {
		slices.Reverse(moves)
	}
	for _, m := range moves {
		tb := t.w.dict().tables[m.Form]
		if tb == nil {
			continue
		}
		key, holds := m.New, m.Ident
		if back {
			key, holds = m.Old, m.From
		}
		if i := t.ids.get(m.Ident); i != nil && i.key != key {
			if err := t.renameIdent(i, key); err != nil {
				return err
			}
		}
		s, err := t.load(tb, m.Row)
		if err != nil {
			return err
		}
		if s != nil && s.ident != holds {
			if err := t.hold(tb, s, holds); err != nil {
				return err
			}
		}
	}
	return nil
}
