package store

import (
	"yice/form"
)

// FlagCount is how many rows of a ledger have a finding of one check.
type FlagCount struct {
	Check    string
	Severity form.Severity
	Rows     int64
}

// Flagged gives the rows of a ledger that have findings of their own, oldest first, at most limit; counts by check id
// and severity are exact. Kept in the same transaction as the row.
func (w *Workspace) Flagged(b Book, f *form.Form, limit int) (rows []int64, counts []FlagCount, err error) {
	err = w.reading(background, func(c *conn) error {
		k, err := c.query(background, `SELECT "check", severity, rows FROM flag_count WHERE form=? AND book=? AND rows>0 ORDER BY severity, "check"`, f.ID, b.ID)
		if err != nil {
			return err
		}
		for k.next() {
			counts = append(counts, FlagCount{k.text(0), form.Severity(k.int(1)), k.int(2)})
		}
		if k.err != nil {
			return k.err
		}
		k, err = c.query(background, "SELECT DISTINCT row FROM flag WHERE form=? AND book=? ORDER BY row LIMIT ?", f.ID, b.ID, limit)
		if err != nil {
			return err
		}
		for k.next() {
			rows = append(rows, k.int(0))
		}
		return k.err
	})
	return rows, counts, err
}

// flagsOf gives the findings of one row, one a check.
func flagsOf(f *form.Form, r *form.Record, year int) []form.Finding {
	if r == nil {
		return nil
	}
	found := f.Check(r, year)
	out := found[:0]
	for _, x := range found {
		seen := false
		for _, y := range out {
			seen = seen || y.Check == x.Check
		}
		if !seen {
			out = append(out, x)
		}
	}
	return out
}

// reflag keeps the flags of a ledger's row; nil before: it is new, nil after: it is gone.
func (t *Tx) reflag(tb *table, before, after *form.Record) error {
	if !tb.ledger {
		return nil
	}
	row := int64(0)
	if after != nil {
		row = after.ID
	}
	if before != nil {
		row = before.ID
		if err := t.unflag(tb, row); err != nil {
			return err
		}
	}
	for _, x := range flagsOf(tb.form, after, t.book.Year) {
		if err := t.flag(tb, row, x); err != nil {
			return err
		}
		if err := t.countFlag(tb, x.Check, int64(x.Severity), 1); err != nil {
			return err
		}
	}
	return nil
}

func (t *Tx) flag(tb *table, row int64, x form.Finding) error {
	_, err := t.c.exec(`INSERT INTO flag(form, book, row, "check", field, severity) VALUES(?,?,?,?,?,?)`,
		tb.form.ID, t.book.ID, row, x.Check, x.Field, int64(x.Severity))
	return err
}

func (t *Tx) countFlag(tb *table, check string, severity, n int64) error {
	_, err := t.c.exec(`INSERT INTO flag_count(form, book, "check", severity, rows) VALUES(?,?,?,?,?)
		ON CONFLICT DO UPDATE SET rows=rows+excluded.rows, severity=excluded.severity`, tb.form.ID, t.book.ID, check, severity, n)
	return err
}

func (t *Tx) unflag(tb *table, row int64) error {
	k, err := t.c.query(background, `SELECT "check", severity FROM flag WHERE form=? AND book=? AND row=?`, tb.form.ID, t.book.ID, row)
	if err != nil {
		return err
	}
	var was []FlagCount
	for k.next() {
		was = append(was, FlagCount{Check: k.text(0), Severity: form.Severity(k.int(1))})
	}
	if k.err != nil || len(was) == 0 {
		return k.err
	}
	for _, x := range was {
		if err := t.countFlag(tb, x.Check, int64(x.Severity), -1); err != nil {
			return err
		}
	}
	_, err = t.c.exec("DELETE FROM flag WHERE form=? AND book=? AND row=?", tb.form.ID, t.book.ID, row)
	return err
}

// flipFlags moves the flags of removed rows aside (sign -1), or brings them back: the rows did not change meanwhile.
func (t *Tx) flipFlags(tb *table, first, last, sign int64) error {
	if !tb.ledger {
		return nil
	}
	if _, err := t.c.exec("UPDATE flag SET book=-book WHERE form=? AND book=? AND row BETWEEN ? AND ?", tb.form.ID, -sign*t.book.ID, first, last); err != nil {
		return err
	}
	k, err := t.c.query(background, `SELECT "check", max(severity), count(*) FROM flag WHERE form=? AND book=? AND row BETWEEN ? AND ? GROUP BY "check"`,
		tb.form.ID, sign*t.book.ID, first, last)
	if err != nil {
		return err
	}
	var moved []FlagCount
	for k.next() {
		moved = append(moved, FlagCount{k.text(0), form.Severity(k.int(1)), k.int(2)})
	}
	if k.err != nil {
		return k.err
	}
	for _, x := range moved {
		if err := t.countFlag(tb, x.Check, int64(x.Severity), sign*x.Rows); err != nil {
			return err
		}
	}
	return nil
}
