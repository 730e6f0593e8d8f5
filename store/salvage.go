package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"yice/text"
)

// Salvaged says what could be read out of a damaged file.
type Salvaged struct {
	Rows map[string]int64 // by form
	// Damaged are the tables in which something could not be read.
	Damaged []string
}

// Salvage reads what can be read from a damaged workspace into a new file; the damaged one stays as it is. Rows on
// damaged pages are left out, so that the history of the new file has gaps, which VerifyHistory then tells.
func Salvage(path, to string, o Options) (Salvaged, error) {
	if _, err := os.Stat(path); err != nil {
		return Salvaged{}, explain(path, err)
	}
	old, err := newWorkspace(path, o)
	if err != nil {
		return Salvaged{}, err
	}
	if err := old.takeLock(); err != nil {
		return Salvaged{}, err
	}
	defer old.lock.release()
	src, err := connect(old.path, probe, shared)
	if err == nil {
		if _, err = src.number("SELECT count(*) FROM sqlite_schema"); err != nil {
			src.close()
		}
	}
	if err != nil {
		if src, err = connect(old.path, frozen, shared); err != nil {
			return Salvaged{}, explain(path, err)
		}
	}
	defer src.close()
	have, err := src.columnLists()
	if err != nil || have["book"] == nil {
		return Salvaged{}, fault("store.beyond-salvage", text.StoreBeyondSalvage.With(path), err)
	}
	w, err := Create(to, o)
	if err != nil {
		return Salvaged{}, err
	}
	s := &salvage{src: src, w: w, have: have, out: Salvaged{Rows: map[string]int64{}}}
	err = s.run(filepath.Base(path))
	if err == nil {
		err = copyEvidence(evidenceDir(old.path), evidenceDir(w.path), false)
	}
	if e := w.Close(); err == nil {
		err = e
	}
	if err != nil {
		for _, suffix := range []string{"", "-wal", "-shm"} {
			os.Remove(w.path + suffix)
		}
		return Salvaged{}, explain(to, err)
	}
	return s.out, nil
}

type salvage struct {
	src  *conn
	w    *Workspace
	have map[string][]string
	out  Salvaged
}

// columnLists gives the columns of every table.
func (c *conn) columnLists() (map[string][]string, error) {
	k, err := c.once(background, "SELECT m.name, p.name FROM sqlite_schema m JOIN pragma_table_info(m.name) p WHERE m.type='table' ORDER BY m.name, p.cid")
	if err != nil {
		return nil, err
	}
	defer k.close()
	m := map[string][]string{}
	for k.next() {
		m[k.text(0)] = append(m[k.text(0)], k.text(1))
	}
	return m, k.err
}

// byKey are the tables without row numbers that are copied, with their keys; the others of that sort are counted afresh.
var byKey = map[string]string{
	"raw": "form, row, field", "fingerprint": "seq, chunk", "setting": "name", "note": "book, kind, id",
}

func (s *salvage) run(from string) error {
	c := s.w.writer
	if _, err := c.exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	want, err := c.columnLists()
	if err != nil {
		return err
	}
	tables := []string{"book", "ident", "step", "history", "pack", "raw", "fingerprint", "setting", "note"}
	for _, f := range s.w.forms {
		tables = append(tables, f.ID)
	}
	if t := s.w.cubeLedger(); t != nil { // everything is counted at the end
		if err := c.script("DROP TRIGGER cube_insert"); err != nil {
			return err
		}
	}
	for _, name := range tables {
		if err := s.table(name, want[name]); err != nil {
			return fmt.Errorf("store: salvaging %s: %w", name, err)
		}
	}
	if t := s.w.cubeLedger(); t != nil {
		if err := c.script(t.cubeTriggers()); err != nil {
			return err
		}
	}
	if _, err := c.exec("COMMIT"); err != nil {
		return err
	}
	if err := s.w.start(); err != nil {
		return err
	}
	if err := s.w.recount(); err != nil {
		return err
	}
	if err := s.w.reflagAll(background); err != nil {
		return err
	}
	return s.w.noteWorkspace(text.StoreLabelSalvaged.With(tame(from)))
}

// table copies what can be read of one table.
func (s *salvage) table(name string, want []string) error {
	var cols []string
	for _, col := range s.have[name] {
		if slices.Contains(want, col) {
			cols = append(cols, quote(col))
		}
	}
	if len(cols) == 0 {
		return nil
	}
	list := strings.Join(cols, ",")
	put := "INSERT OR IGNORE INTO " + quote(name) + "(" + list + ") VALUES(?" + strings.Repeat(",?", len(cols)-1) + ")"
	get := "SELECT " + list
	if key, ok := byKey[name]; ok {
		return s.bothEnds(name, get+" FROM "+quote(name)+" ORDER BY ", key, put)
	}
	return s.numbered(name, get+", rowid FROM "+quote(name)+" WHERE rowid", put)
}

func (s *salvage) damaged(name string) {
	if !slices.Contains(s.out.Damaged, name) {
		s.out.Damaged = append(s.out.Damaged, name)
	}
}

// errWrite marks an error of the new file, which ends the salvage; errors of the old one only cost rows.
type errWrite struct{ error }

func (e errWrite) Unwrap() error { return e.error }

// copyRows copies until the end or the first thing that cannot be read, and gives the number of the last row copied.
func (s *salvage) copyRows(put string, drop int, sql string, args ...any) (last int64, n int64, err error) {
	k, err := s.src.once(background, sql, args...)
	if err != nil {
		return 0, 0, err
	}
	defer k.close()
	for k.next() {
		vals := make([]any, len(k.vals)-drop)
		for i := range vals {
			vals[i] = k.vals[i]
		}
		changed, err := s.w.writer.exec(put, vals...)
		if err != nil {
			return last, n, errWrite{err}
		}
		n += changed
		if drop > 0 {
			last = k.int(len(k.vals) - 1)
		}
	}
	return last, n, k.err
}

func fatal(err error) bool {
	var w errWrite
	return errors.As(err, &w)
}

// bothEnds copies a table from its beginning and, past damage, from its end.
func (s *salvage) bothEnds(name, get, key, put string) error {
	_, _, err := s.copyRows(put, 0, get+key)
	if err == nil || fatal(err) {
		return err
	}
	s.damaged(name)
	if _, _, err = s.copyRows(put, 0, get+strings.ReplaceAll(key, ",", " DESC,")+" DESC"); fatal(err) {
		return err
	}
	return nil
}

// numbered copies a table by row number: past damage it feels its way to the next row that can be read, and from there
// back to the damage.
func (s *salvage) numbered(name, get, put string) error {
	from := int64(-1 << 62)
	for {
		last, n, err := s.copyRows(put, 1, get+">? ORDER BY rowid", from)
		s.count(name, n)
		if err == nil || fatal(err) {
			return err
		}
		s.damaged(name)
		if n > 0 {
			from = last
		}
		next, ok := s.beyond(name, from)
		if !ok {
			return nil
		}
		_, n, err = s.copyRows(put, 1, get+"<=? AND rowid>? ORDER BY rowid DESC", next, from)
		s.count(name, n)
		if fatal(err) {
			return err
		}
		from = next
	}
}

func (s *salvage) count(name string, n int64) {
	if s.w.tables[name] != nil {
		s.out.Rows[name] += n
	}
}

// beyond gives the number of a row behind the damage that follows from.
func (s *salvage) beyond(name string, from int64) (int64, bool) {
	base := max(from, 0)
	for step := int64(1); step < 1<<44; step *= 2 {
		n, err := s.src.number("SELECT min(rowid) FROM "+quote(name)+" WHERE rowid>?", base+step)
		if err == nil {
			return n, n > 0
		}
	}
	return 0, false
}
