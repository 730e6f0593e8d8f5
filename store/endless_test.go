package store

import (
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"yice/form"
	"yice/internal/effort"
	"yice/text"
)

// bottomless makes the tree of a table one whose pages all point to the same page below, so deep that nobody ever reaches
// the end of it: the schema is ours, and every page by itself is as it should be.
func bottomless(t *testing.T, path string, root int64) {
	t.Helper()
	const size, levels = 4096, 8
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	pages := uint32(len(b) / size)
	head := 0 // what stands before the page's own header: of the file, on the first
	if root == 1 {
		head = 100
	}
	top := append([]byte(nil), b[(root-1)*size:root*size]...)
	interior := func(below uint32, head int) []byte {
		p := make([]byte, size)
		copy(p, top[:head])
		const cells = 280
		p[head] = 5 // an inner page of a table
		binary.BigEndian.PutUint16(p[head+3:], cells)
		at := size
		for i := range cells {
			at -= 6
			binary.BigEndian.PutUint32(p[at:], below)
			p[at+4], p[at+5] = 0x81, 0x00 // the row the page ends with
			binary.BigEndian.PutUint16(p[head+12+2*i:], uint16(at))
		}
		binary.BigEndian.PutUint16(p[head+5:], uint16(at))
		binary.BigEndian.PutUint32(p[head+8:], below)
		return p
	}
	below := pages + 1 // a copy of the one page of rows there is
	if top[head] == 5 {
		below = binary.BigEndian.Uint32(top[binary.BigEndian.Uint16(top[head+12:]):]) // or one of several
	} else {
		b = append(b, top...)
		pages++
	}
	for range levels {
		b = append(b, interior(below, 0)...)
		pages++
		below = pages
	}
	copy(b[(root-1)*size:], interior(below, head))
	binary.BigEndian.PutUint32(b[28:], pages)
	copy(b[92:96], b[24:28]) // the count of pages holds
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// A file that never ends is given up, whether it gives rows without end or never one.
func TestAFileThatNeverEndsIsGivenUp(t *testing.T) {
	d := newDesk(t, smallForms())
	d.add("project", "code", "P1")
	root, err := d.writer.number("SELECT rootpage FROM sqlite_schema WHERE name='history'")
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	bottomless(t, d.path, root)
	o := d.o
	o.ReadOnly = true
	w, err := Open(d.path, o)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	w.patience = time.Second / 10
	if _, err := w.History(d.book, HistoryQuery{Who: "nobody"}); code(err) != "store.endless" {
		t.Error("not one row:", err)
	}
	if _, err := w.Log(background); code(err) == "" {
		t.Error("rows without end:", err)
	}
	w.patience = time.Hour
	if err := w.reading(background, func(c *conn) error { return c.hashes(background, func([]byte) bool { return true }) }); code(err) != "store.endless" {
		t.Error("rows without end:", err)
	}
}

// A schema that never ends is given up before a statement could be asked for, at every door.
func TestASchemaThatNeverEndsIsGivenUp(t *testing.T) {
	d := newDesk(t, smallForms())
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	bottomless(t, d.path, 1)
	for _, a := range []access{probe, read, write, frozen} {
		c, err := connectWithin(d.path, a, shared, 20*time.Millisecond)
		if err == nil {
			c.close()
		}
		if code(err) != "store.endless" {
			t.Errorf("access %d: %v", a, err)
		}
	}
}

// rooted closes a desk with a row of each kind and gives where a table or index begins.
func rooted(t *testing.T, name string) (*desk, int64) {
	t.Helper()
	d := newDesk(t, smallForms())
	d.add("project", "code", "P1")
	d.add("spend", "date", "2023-01-01", "amount", 5)
	root, err := d.writer.number("SELECT rootpage FROM sqlite_schema WHERE name=?", name)
	if err != nil || root == 0 {
		t.Fatal(root, err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	return d, root
}

// Bringing an older file up copies it and sums its ledger; a ledger without an end is given up, and leaves no copy behind.
func TestAnUpgradeThatNeverEndsIsGivenUp(t *testing.T) {
	d, root := rooted(t, "spend")
	plant(t, d.path, `UPDATE meta SET value='older' WHERE name='dictionary'`)
	bottomless(t, d.path, root)
	o := d.o
	o.patience = time.Second / 10
	w, err := Open(d.path, o)
	if err == nil {
		w.Close()
	}
	if code(err) != "store.endless" {
		t.Fatal(err)
	}
	left, err := filepath.Glob(filepath.Join(backupDir(d.path), "*"))
	if err != nil || len(left) > 0 {
		t.Error("left behind:", left, err)
	}
}

// A backup of a file that never ends is called off before it fills the disk.
func TestABackupNeverOutgrowsWhatItIsMadeOf(t *testing.T) {
	d, root := rooted(t, "spend")
	bottomless(t, d.path, root)
	o := d.o
	o.patience = time.Hour
	w, err := Open(d.path, o)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if _, err := w.Backup(""); code(err) != "store.endless" {
		t.Error(err)
	}
}

// patched changes pages of a closed file; page counts from 1.
func patched(t *testing.T, path string, change func(pages [][]byte) [][]byte) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	pages := [][]byte{nil}
	for ; len(b) > 0; b = b[4096:] {
		pages = append(pages, b[:4096:4096])
	}
	pages = change(pages)
	binary.BigEndian.PutUint32(pages[1][28:], uint32(len(pages)-1))
	copy(pages[1][92:96], pages[1][24:28])
	if err := os.WriteFile(path, []byte(strings.Join(texts(pages), "")), 0o600); err != nil {
		t.Fatal(err)
	}
}

func texts(pages [][]byte) []string {
	all := make([]string, len(pages))
	for i, p := range pages {
		all[i] = string(p)
	}
	return all
}

// Pages that are said to be free and are not, or point to themselves, come out in the check and as damage where one is used.
func TestFreePagesThatAreNoneAreDamage(t *testing.T) {
	for _, count := range []uint32{1, 0x7fffffff} {
		d, _ := rooted(t, "spend")
		patched(t, d.path, func(pages [][]byte) [][]byte {
			own := make([]byte, 4096)
			binary.BigEndian.PutUint32(own, uint32(len(pages))) // the next is itself
			binary.BigEndian.PutUint32(own[4:], 1)
			binary.BigEndian.PutUint32(own[8:], 2) // a page that is in use
			binary.BigEndian.PutUint32(pages[1][32:], uint32(len(pages)))
			binary.BigEndian.PutUint32(pages[1][36:], count)
			return append(pages, own)
		})
		w, err := Open(d.path, d.o)
		if err != nil {
			t.Fatal(err)
		}
		found, err := w.Check(background)
		if err == nil && len(found) == 0 {
			t.Error("the check found nothing")
		}
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	}
}

// A text whose pages of overflow go round in a circle is read no further than it says it is long; the history tells.
func TestAnOverflowThatGoesRoundIsDamage(t *testing.T) {
	d := newDesk(t, smallForms())
	row := d.add("project", "code", "P1", "name", strings.Repeat("长", 20_000))
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	patched(t, d.path, func(pages [][]byte) [][]byte {
		turned := 0
		for n := 2; n < len(pages); n++ {
			next := binary.BigEndian.Uint32(pages[n])
			if int(next) == n+1 && strings.Contains(string(pages[n]), "长长长") && n+1 < len(pages) {
				binary.BigEndian.PutUint32(pages[n+1], uint32(n))
				turned++
			}
		}
		if turned == 0 {
			t.Fatal("no overflow was found")
		}
		return pages
	})
	w, err := Open(d.path, d.o)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	found, err := w.Check(background)
	if err == nil && len(found) == 0 {
		t.Error("the check found nothing")
	}
	if r, err := w.Record(d.book, d.form("project"), row); err == nil && r != nil && len(r.Str("name")) > 3*20_000 {
		t.Error("more was read than was written")
	}
	if found, err := w.VerifyHistory(background); err == nil && len(found) == 0 {
		t.Error("the history tells nothing")
	}
}

// A table whose pages are those of an index, and the other way round, is damage at every door.
func TestATableOfAnotherMakeIsDamage(t *testing.T) {
	d, _ := rooted(t, "history")
	plant(t, d.path, `PRAGMA writable_schema=1; UPDATE sqlite_schema SET sql=replace(sql, ') STRICT', ') STRICT, WITHOUT ROWID') WHERE name='history'`)
	w, err := Open(d.path, d.o)
	if err == nil {
		w.Close()
	}
	if code(err) != "store.schema-stranger" || !strings.Contains(err.Error(), "表「history」") {
		t.Error("without rows' numbers:", err)
	}
	for _, names := range [][2]string{{"history", "note"}, {"project", "tally"}, {"meta", "book"}} {
		d, _ := rooted(t, names[0])
		plant(t, d.path, fmt.Sprintf(`PRAGMA writable_schema=1; CREATE TEMP TABLE k AS SELECT name, rootpage r FROM sqlite_schema WHERE name IN ('%[1]s','%[2]s');
			UPDATE sqlite_schema SET rootpage=(SELECT r FROM k WHERE name<>sqlite_schema.name) WHERE name IN ('%[1]s','%[2]s')`, names[0], names[1]))
		for _, readOnly := range []bool{false, true} {
			o := d.o
			o.ReadOnly = readOnly
			w, err := Open(d.path, o)
			if err == nil {
				_, err = w.Check(background)
				w.Close()
			}
			if c := code(err); c != "store.damaged" && c != "store.schema-stranger" {
				t.Errorf("%v, read only %v: %v", names, readOnly, err)
			}
		}
	}
}

// An index that leaves rows out would hide them from whoever looks by it, as what was done to a record, or lines of the ledger:
// the check names it, and nothing is sealed over it.
func TestAnIndexThatHidesRowsIsFound(t *testing.T) {
	for index, own := range map[string]string{
		"history_row":   "CREATE INDEX history_row ON history(form, row) WHERE row <> 0",
		"project_order": `CREATE INDEX "project_order" ON "project"(_book, _ord)`,
		"spend_order":   `CREATE INDEX "spend_order" ON "spend"(_book, _ord)`,
	} {
		d, _ := rooted(t, index)
		less, _, _ := strings.Cut(own, " WHERE ")
		plant(t, d.path, `PRAGMA writable_schema=1; UPDATE sqlite_schema SET sql='`+less+` WHERE 1=2' WHERE name='`+index+`'`)
		plant(t, d.path, "REINDEX "+index)
		plant(t, d.path, `PRAGMA writable_schema=1; UPDATE sqlite_schema SET sql='`+own+`' WHERE name='`+index+`'`)
		w, err := Open(d.path, d.o)
		if err != nil {
			t.Fatal(err)
		}
		for _, check := range []func(context.Context) ([]form.Finding, error){w.Check, w.CheckAll} {
			if found, err := check(background); err != nil || len(found) == 0 || !strings.Contains(found[0].Message.ZH, index) {
				t.Error(index, found, err)
			}
		}
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	}
}

// counts is a statement that answers nothing for long, as a lookup in pages without an end does.
const counts = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 40000000) SELECT count(*) FROM n"

// What a keystroke writes asks the writer, and is given up where a page has no end; nothing of it stays, and the next is written.
// Many statements that each take their time are not.
func TestAWriteThatNeverEndsIsGivenUp(t *testing.T) {
	d := newDesk(t, smallForms())
	d.patience = time.Second / 20
	step := func(sql string, times int) error {
		_, err := d.transact(d.book, "", func(tx *Tx) (text.Pair, error) {
			tx.open(text.Same("x"))
			f := d.form("project")
			if _, err := tx.Write([]Write{{Form: f, Cells: d.cells(f, "code", "P1")}}); err != nil {
				return text.Pair{}, err
			}
			for range times {
				var n int64
				if _, err := tx.c.row(sql, []any{&n}); err != nil {
					return text.Pair{}, err
				}
			}
			return text.Same("x"), tx.closeStep(stateDone)
		})
		return err
	}
	if err := step(counts, 1); code(err) != "store.endless" {
		t.Error("without an end:", err)
	}
	if n, err := d.Count(d.book, d.form("project")); err != nil || n != 0 {
		t.Error("something stays:", n, err)
	}
	d.patience = time.Hour
	if err := step(strings.Replace(counts, "40000000", "30000", 1), effort.Of(10, 60)); err != nil {
		t.Error("many short ones:", err)
	}
	if n, err := d.Count(d.book, d.form("project")); err != nil || n != 1 {
		t.Error("nothing was written:", n, err)
	}
}

// Waiting is no work: a program that was stopped, or that a busy machine keeps waiting, has not read for long.
func TestWhoWaitsReadsNothingEndless(t *testing.T) {
	var work atomic.Int64
	work.Store(1)
	looked := make(chan struct{}, 1000)
	ctx, stop := working(time.Millisecond, func() time.Duration {
		looked <- struct{}{}
		return time.Duration(work.Load())
	})
	defer stop()
	for range 20 {
		<-looked
	}
	if ctx.Err() != nil {
		t.Fatal("given up though nothing was done")
	}
	work.Store(int64(time.Millisecond) + 1)
	<-ctx.Done()
	if processorTime() <= 0 {
		t.Error("this system does not say how long a program has worked")
	}
}

// A write of many statements takes as long as it takes: only one that has done nothing since it was last looked at stands.
func TestAWriteThatComesOnIsLeftAlone(t *testing.T) {
	var p pace
	for i, c := range []struct {
		done   int64
		stands bool
	}{{1, false}, {2, false}, {2, true}, {900, false}, {901, false}, {901, true}, {901, true}} {
		if got := p.stands(c.done); got != c.stands {
			t.Errorf("look %d, %d done: stands %v", i, c.done, got)
		}
	}
}

// An index of the ledger whose entries lead to one another's rows has as many, and they add up to the same; the check finds it.
func TestAnIndexThatExchangesRowsIsFound(t *testing.T) {
	d := newDesk(t, smallForms())
	for day := range 4 {
		d.add("spend", "date", fmt.Sprintf("2023-01-0%d", day+1), "amount", day)
	}
	if found, err := d.Check(background); err != nil || len(found) > 0 {
		t.Fatal("as it was made:", found, err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	const own = `CREATE INDEX "spend_order" ON "spend"(_book, _ord)`
	exchanged := strings.Replace(own, "_ord)", "(CASE _row WHEN 2 THEN _ord + 1048576 WHEN 3 THEN _ord - 1048576 ELSE _ord END))", 1)
	plant(t, d.path, `PRAGMA writable_schema=1; UPDATE sqlite_schema SET sql='`+exchanged+`' WHERE name='spend_order'`)
	plant(t, d.path, "REINDEX spend_order")
	plant(t, d.path, `PRAGMA writable_schema=1; UPDATE sqlite_schema SET sql='`+own+`' WHERE name='spend_order'`)
	w, err := Open(d.path, d.o)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	for _, check := range []func(context.Context) ([]form.Finding, error){w.Check, w.CheckAll} {
		if found, err := check(background); err != nil || len(found) == 0 || !strings.Contains(found[0].Message.ZH, "spend_order") {
			t.Error(found, err)
		}
	}
}
