package store

import (
	"time"

	"yice/text"
)

// Setting gives a small text of the workspace by name (operator, language, theme, mapping memory, …); "" where there is none.
func (w *Workspace) Setting(name string) (string, error) {
	var v string
	err := w.reading(background, func(c *conn) error {
		_, err := c.row("SELECT value FROM setting WHERE name=?", []any{&v}, name)
		return err
	})
	return v, err
}

// SetSetting keeps one; an empty value removes it. Settings have no history.
func (w *Workspace) SetSetting(name, value string) error {
	return w.aside(func(c *conn) error {
		if value == "" {
			_, err := c.exec("DELETE FROM setting WHERE name=?", name)
			return err
		}
		_, err := c.exec("INSERT INTO setting(name, value) VALUES(?,?) ON CONFLICT DO UPDATE SET value=excluded.value", name, value)
		return err
	})
}

// Settings gives all whose name begins with prefix.
func (w *Workspace) Settings(prefix string) (map[string]string, error) {
	out := map[string]string{}
	err := w.reading(background, func(c *conn) error {
		k, err := c.query(background, "SELECT name, value FROM setting WHERE substr(name,1,length(?1))=?1", prefix)
		if err != nil {
			return err
		}
		defer k.close()
		for k.next() {
			out[k.text(0)] = k.text(1)
		}
		return k.err
	})
	return out, err
}

// aside writes what has no history, in a transaction of its own.
func (w *Workspace) aside(do func(*conn) error) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch {
	case w.closed:
		return errClosed
	case w.readOnly:
		return fault("store.readonly", text.StoreOpenedReadOnly.With(w.path), nil)
	}
	if err := w.lock.holds(w.path, w.alone); err != nil {
		return err
	}
	err := w.alongside(do)
	w.tidy.wrote(w, 1)
	return explain(w.path, err)
}

func (w *Workspace) alongside(do func(*conn) error) error {
	c := w.writer
	if _, err := c.exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	claimed, err := w.own()
	if err == nil {
		err = do(c)
	}
	if err == nil {
		_, err = c.exec("COMMIT")
	}
	if err != nil {
		c.exec("ROLLBACK")
		return err
	}
	w.owns(claimed)
	return nil
}

// Note is a text of a book by kind and id: written reasons ("reason"), drafts of the field under the cursor ("draft"),
// sign-offs ("signoff"), recognitions taken in ("recognition"), the rows they decided on ("decided"), submissions made ("submission"), receipts ("receipt").
type Note struct {
	Kind, ID string
	Text     string
	Who      string
	At       time.Time
	// Waited is the number of the write that this was where it waited, see Waiting; 0: it did not. It is not read back.
	Waited int64
}

// draftNote has no history: it is the text under the cursor, written at every pause of the keys.
const (
	draftNote  = "draft"
	reasonNote = "reason"
)

// NoteKinds are all kinds of notes that have a history.
var NoteKinds = []string{reasonNote, "signoff", "recognition", "decided", "submission", "receipt"}

// Notes gives the notes of a kind, by id.
func (w *Workspace) Notes(b Book, kind string) ([]Note, error) {
	var out []Note
	err := w.reading(background, func(c *conn) error {
		k, err := c.query(background, "SELECT kind, id, text, who, at FROM note WHERE book=? AND kind=? ORDER BY id", b.ID, kind)
		if err != nil {
			return err
		}
		defer k.close()
		for k.next() {
			out = append(out, Note{Kind: k.text(0), ID: k.text(1), Text: k.text(2), Who: k.text(3), At: time.UnixMilli(k.int(4))})
		}
		return k.err
	})
	return out, err
}

// PutNote writes one; an empty Text removes it. All but drafts go into the history. A sealed year takes no reasons, but
// what comes after sealing (submissions, receipts, recognitions) it does. At is set here.
func (w *Workspace) PutNote(b Book, n Note) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	t, err := w.begin(b, n.Who)
	if err != nil {
		return explain(w.path, err)
	}
	if n.Waited != 0 {
		t.Waited(n.Waited, nil)
	}
	if err := t.putNote(n); err != nil {
		t.rollback()
		return explain(w.path, err)
	}
	return nil
}

// DropDraft forgets the text under the cursor in the transaction that writes it: what is in its field is no draft any more.
func (t *Tx) DropDraft(id string) error {
	_, err := t.c.exec("DELETE FROM note WHERE book=? AND kind=? AND id=?", t.book.ID, draftNote, id)
	return err
}

func (t *Tx) putNote(n Note) error {
	if n.Kind == reasonNote {
		if err := t.mayWrite(); err != nil {
			return err
		}
	}
	var was string
	had, err := t.c.row("SELECT text FROM note WHERE book=? AND kind=? AND id=?", []any{&was}, t.book.ID, n.Kind, n.ID)
	if err != nil {
		return err
	}
	if was == n.Text && had == (n.Text != "") {
		_, err := t.c.exec("ROLLBACK")
		return err
	}
	if n.Text == "" {
		_, err = t.c.exec("DELETE FROM note WHERE book=? AND kind=? AND id=?", t.book.ID, n.Kind, n.ID)
	} else {
		err = t.writeNote(n)
	}
	if err != nil {
		return err
	}
	if n.Kind == draftNote {
		err := t.end()
		t.w.tidy.wrote(t.w, 1)
		return err
	}
	if err := t.enterNote(n, was); err != nil {
		return err
	}
	return t.commit()
}

// enterNote enters a note that was written in the history.
func (t *Tx) enterNote(n Note, was string) error {
	t.open(text.StoreLabelNote.With(n.Kind))
	if err := t.append(kindNote, "", 0, n.ID, n.Kind, was, n.Text); err != nil {
		return err
	}
	return t.closeStep(stateFixed)
}

// Seal writes the note of a sealing and locks the year, both or neither.
func (w *Workspace) Seal(b Book, n Note, reason string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	t, err := w.begin(b, n.Who)
	if err != nil {
		return explain(w.path, err)
	}
	if err := t.seal(n, reason); err != nil {
		t.rollback()
		return explain(w.path, err)
	}
	return nil
}

func (t *Tx) seal(n Note, reason string) error {
	locked, err := t.c.number("SELECT locked FROM book WHERE id=?", t.book.ID)
	if err != nil {
		return err
	}
	if err := t.writeNote(n); err != nil {
		return err
	}
	if err := t.enterNote(n, ""); err != nil {
		return err
	}
	if locked == 0 { // a year may be sealed again as it is
		t.step, t.first = t.step+1, t.seq
		if err := t.enterLock(true, reason); err != nil {
			return err
		}
	}
	return t.commit()
}

// writeNote puts a note in its place.
func (t *Tx) writeNote(n Note) error {
	_, err := t.c.exec("INSERT INTO note(book, kind, id, text, who, at) VALUES(?,?,?,?,?,?)"+
		" ON CONFLICT DO UPDATE SET text=excluded.text, who=excluded.who, at=excluded.at", t.book.ID, n.Kind, n.ID, n.Text, n.Who, t.now)
	return err
}

// PackFile is a policy pack kept in the workspace.
type PackFile struct {
	SHA256    string
	Year      int
	Status    string
	Source    []byte
	Signature []byte
	AddedAt   time.Time
}

// Packs gives all, by year and by when they came.
func (w *Workspace) Packs() ([]PackFile, error) {
	var out []PackFile
	err := w.reading(background, func(c *conn) error {
		k, err := c.query(background, "SELECT sha256, year, status, source, signature, added_at FROM pack ORDER BY year, added_at, sha256")
		if err != nil {
			return err
		}
		defer k.close()
		for k.next() {
			out = append(out, PackFile{
				SHA256: k.text(0), Year: int(k.int(1)), Status: k.text(2),
				Source: clone(k.blob(3)), Signature: clone(k.blob(4)), AddedAt: time.UnixMilli(k.int(5)),
			})
		}
		return k.err
	})
	return out, err
}

func clone(b []byte) []byte { return append([]byte(nil), b...) }

// AddPack keeps one; the same pack again only renews its status and signature.
func (w *Workspace) AddPack(p PackFile) error {
	if p.AddedAt.IsZero() {
		p.AddedAt = w.now()
	}
	return w.aside(func(c *conn) error {
		_, err := c.exec("INSERT INTO pack(sha256, year, status, source, signature, added_at) VALUES(?,?,?,?,?,?)"+
			" ON CONFLICT DO UPDATE SET status=excluded.status, signature=excluded.signature",
			p.SHA256, p.Year, p.Status, orEmpty(p.Source), orEmpty(p.Signature), p.AddedAt.UnixMilli())
		return err
	})
}

func orEmpty(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

// RemovePack forgets one; one that is not there is no error.
func (w *Workspace) RemovePack(sha256 string) error {
	return w.aside(func(c *conn) error {
		_, err := c.exec("DELETE FROM pack WHERE sha256=?", sha256)
		return err
	})
}
