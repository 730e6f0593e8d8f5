package store

import (
	"time"

	"yice/form"
	"yice/text"
)

// usccField is the enterprise's code on its card: the book bears the same one.
const usccField = "uscc"

// Book is one enterprise's filing year.
type Book struct {
	ID   int64
	USCC string
	Year int
}

// BookInfo is a book with what a list of books shows.
type BookInfo struct {
	Book
	Name, Type string
	Locked     bool // sealed by a submission
	Rows       int64
	ChangedAt  time.Time
}

// card gives the form of the enterprise, nil where the dictionary has none.
func (w *Workspace) card() *table {
	for _, f := range w.dict().forms {
		if f.Scope == form.PerEnterprise && f.Field(usccField) != nil {
			return w.dict().tables[f.ID]
		}
	}
	return nil
}

// Books lists all, by enterprise and year.
func (w *Workspace) Books() ([]BookInfo, error) {
	name, typ := "NULL", "NULL"
	from := ""
	if t := w.card(); t != nil && !t.missing {
		for _, x := range []struct {
			id  string
			dst *string
		}{{"name", &name}, {"type", &typ}} {
			if i := t.form.Index(x.id); i >= 0 {
				*x.dst = "(SELECT " + t.cols[i] + " FROM " + t.name + " e WHERE e._book=b.id ORDER BY e._ord LIMIT 1)"
			}
		}
	}
	var out []BookInfo
	err := w.reading(background, func(c *conn) error {
		k, err := c.query(background, "SELECT b.id, b.uscc, b.year, b.locked, b.changed_at, ifnull((SELECT sum(rows) FROM tally WHERE book=b.id),0), "+
			name+", "+typ+" FROM book b"+from+" ORDER BY b.uscc, b.year")
		if err != nil {
			return err
		}
		defer k.close()
		for k.next() {
			out = append(out, BookInfo{
				Book: Book{k.int(0), k.text(1), int(k.int(2))}, Locked: k.int(3) != 0,
				ChangedAt: time.UnixMilli(k.int(4)), Rows: k.int(5), Name: k.text(6), Type: k.text(7),
			})
		}
		return k.err
	})
	return out, err
}

// FindBook looks one up.
func (w *Workspace) FindBook(uscc string, year int) (b Book, ok bool, err error) {
	err = w.reading(background, func(c *conn) (err error) {
		b, ok, err = findBook(c, uscc, year)
		return err
	})
	return b, ok, err
}

func findBook(c *conn, uscc string, year int) (Book, bool, error) {
	b := Book{USCC: uscc, Year: year}
	ok, err := c.row("SELECT id FROM book WHERE uscc=? AND year=?", []any{&b.ID}, uscc, year)
	return b, ok, err
}

// OpenBook makes a book if it is not there: an empty enterprise row with its uscc. That is no step of undo.
func (w *Workspace) OpenBook(uscc string, year int) (Book, error) {
	b, ok, err := w.FindBook(uscc, year)
	if err != nil || ok {
		return b, err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	t, err := w.begin(Book{USCC: uscc, Year: year}, "")
	if err != nil {
		return Book{}, explain(w.path, err)
	}
	if err := t.openBook(); err != nil {
		t.rollback()
		w.forgetIdents(0)
		return Book{}, explain(w.path, err)
	}
	w.forgetIdents(0)
	return t.book, nil
}

func (t *Tx) openBook() error {
	b, ok, err := findBook(t.c, t.book.USCC, t.book.Year)
	if err != nil {
		return err
	}
	if ok { // made while we waited for the writer
		t.book = b
		_, err := t.c.exec("ROLLBACK")
		return err
	}
	id, err := t.c.number("SELECT max(id) FROM book")
	if err != nil {
		return err
	}
	t.book.ID = id + 1
	if _, err := t.c.exec("INSERT INTO book(id, uscc, year, changed_at) VALUES(?,?,?,?)", t.book.ID, t.book.USCC, t.book.Year, t.now); err != nil {
		return err
	}
	t.ids, err = t.w.identities(t.c, t.book.ID)
	if err != nil {
		return err
	}
	t.open(text.StoreLabelOpenBook.With(t.book.USCC, t.book.Year))
	if tb := t.w.card(); tb != nil {
		cells := []Cell{{Field: tb.form.Index(usccField), Value: form.S(t.book.USCC)}}
		if _, err := t.Write([]Write{{Form: tb.form, Cells: cells}}); err != nil {
			return err
		}
	} else if err := t.log("", 0, t.book.USCC, "", "", ""); err != nil {
		return err
	}
	if err := t.closeStep(stateFixed); err != nil {
		return err
	}
	return t.commit()
}

// SetLocked seals or reopens a year; writing to a sealed one is refused (code "store.locked"). The reason is kept in the history.
func (w *Workspace) SetLocked(b Book, locked bool, who, reason string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	t, err := w.begin(b, who)
	if err != nil {
		return explain(w.path, err)
	}
	if err := t.setLocked(locked, reason); err != nil {
		t.rollback()
		return explain(w.path, err)
	}
	return nil
}

func (t *Tx) setLocked(locked bool, reason string) error {
	var was int64
	ok, err := t.c.row("SELECT locked FROM book WHERE id=?", []any{&was}, t.book.ID)
	if err != nil {
		return err
	}
	if !ok {
		return fault("store.no-book", text.StoreNoBook.With(t.book.USCC, t.book.Year), nil)
	}
	if (was != 0) == locked {
		_, err := t.c.exec("ROLLBACK")
		return err
	}
	if err := t.enterLock(locked, reason); err != nil {
		return err
	}
	return t.commit()
}

// enterLock locks or unlocks, and enters that in the history.
func (t *Tx) enterLock(locked bool, reason string) error {
	label, old, now := text.StoreLabelUnlock, lockedWord, ""
	if locked {
		label, old, now = text.StoreLabelLock, "", lockedWord
	}
	t.open(label.With(reason))
	if _, err := t.c.exec("UPDATE book SET locked=? WHERE id=?", locked, t.book.ID); err != nil {
		return err
	}
	if err := t.append(kindLock, "", 0, t.book.USCC, "", old, now); err != nil {
		return err
	}
	return t.closeStep(stateFixed)
}

const (
	kindLock   = "lock"
	kindBulk   = "bulk"
	kindNote   = "note"
	kindImport = "import"
	lockedWord = "locked"
)

// Locked reports whether a year is sealed.
func (w *Workspace) Locked(b Book) (bool, error) {
	var n int64
	err := w.reading(background, func(c *conn) (err error) {
		n, err = c.number("SELECT locked FROM book WHERE id=?", b.ID)
		return err
	})
	return n != 0, err
}
