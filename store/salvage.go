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
	// Left is what the file had besides, or made otherwise than this program makes it: triggers, views, tables. Nothing of
	// it came over, nor was it asked for anything.
	Left []text.Pair
}

// Salvage reads what can be read from a damaged workspace, or one that was tampered with, into a new file; the old one
// stays as it is. Rows on damaged pages are left out, so that the history of the new file has gaps, which VerifyHistory
// then tells. It reads only the tables that are as this program makes them, from their own pages.
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
		if _, err = src.schema(); err != nil {
			src.close()
		}
	}
	if err != nil {
		if src, err = connect(old.path, frozen, shared); err != nil {
			return Salvaged{}, explain(path, err)
		}
	}
	defer src.close()
	have, left, err := old.plan().ours(src)
	if err == nil && have["meta"] { // asked only where it is as we make it; else the forms of packs are among what is left
		if s, e := old.dict().fileShelf(path, src); e == nil && s != old.dict() {
			old.shelved.Store(s)
			have, left, err = old.plan().ours(src)
		}
	}
	if err != nil || !have["book"] || !have["history"] {
		return Salvaged{}, fault("store.beyond-salvage", text.StoreBeyondSalvage.With(path), err)
	}
	w, err := Create(to, o)
	if err != nil {
		return Salvaged{}, err
	}
	s := &salvage{src: src, w: w, have: have, out: Salvaged{Rows: map[string]int64{}, Left: left}}
	if err = w.keepShelf(old.dict().spelled); err == nil {
		err = s.run(filepath.Base(path))
	}
	if err == nil {
		err = (&evidenceCopy{w: w, from: evidenceDir(old.path), to: evidenceDir(w.path)}).all()
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
	have map[string]bool
	out  Salvaged
}

// ours finds the tables of a file that are as this program makes them, and names everything else.
func (p *plan) ours(c *conn) (tables map[string]bool, left []text.Pair, err error) {
	all, err := c.schema()
	if err != nil {
		return nil, nil, err
	}
	tables, have := map[string]bool{}, map[string]object{}
	for _, o := range all {
		have[o.name] = o
	}
	shared := map[int64]int{}
	for _, o := range all {
		shared[o.root]++
	}
	for _, o := range all {
		want, own := p.own[o.name]
		as := own && o.as(want) || !own && p.older(o, have).Empty()
		if o.kind == "table" && (shared[o.root] > 1 || !own && p.forms[o.name] == nil && p.current[o.name].name == "") {
			as = false // whose pages they are nobody can tell; or a form that nobody knows here
		}
		if as {
			tables[o.name] = o.kind == "table"
		} else {
			left = append(left, o.words())
		}
	}
	return tables, left, nil
}

// columns gives those of a table that is as this program makes it.
func (s *salvage) columns(name string) ([]string, error) {
	k, err := s.src.once(background, "SELECT * FROM "+quote(name)+" LIMIT 0")
	if err != nil {
		return nil, err
	}
	defer k.close()
	return k.rows.Columns(), nil
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
	tables := []string{"book", "ident", "step", "history", "pack", "raw", "fingerprint", "setting", "note"}
	for _, f := range s.w.dict().forms {
		tables = append(tables, f.ID)
	}
	if t := s.w.cubeLedger(); t != nil { // everything is counted at the end
		if err := c.script("DROP TRIGGER cube_insert"); err != nil {
			return err
		}
	}
	for _, name := range tables {
		if !s.have[name] {
			continue
		}
		if err := s.table(name); err != nil {
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
func (s *salvage) table(name string) error {
	have, err := s.columns(name)
	if err != nil {
		s.damaged(name)
		return nil
	}
	var cols []string
	for _, col := range have {
		if t := s.w.dict().tables[name]; t == nil || strings.HasPrefix(col, "_") || t.form.Index(col) >= 0 {
			cols = append(cols, quote(col))
		}
	}
	list := strings.Join(cols, ",")
	put := "INSERT OR IGNORE INTO " + quote(name) + "(" + list + ") VALUES(?" + strings.Repeat(",?", len(cols)-1) + ")"
	get := "SELECT " + list
	if key, ok := byKey[name]; ok {
		return s.bothEnds(name, get+" FROM "+quote(name)+` INDEXED BY "sqlite_autoindex_`+name+`_1" ORDER BY `, key, put)
	}
	return s.numbered(name, get+", rowid FROM "+quote(name)+" NOT INDEXED WHERE rowid", put)
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
	if s.w.dict().tables[name] != nil {
		s.out.Rows[name] += n
	}
}

// beyond gives the number of a row behind the damage that follows from.
func (s *salvage) beyond(name string, from int64) (int64, bool) {
	base := max(from, 0)
	for step := int64(1); step < 1<<44; step *= 2 {
		n, err := s.src.number("SELECT min(rowid) FROM "+quote(name)+" NOT INDEXED WHERE rowid>?", base+step)
		if err == nil {
			return n, n > 0
		}
	}
	return 0, false
}
