package store

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A history whose end was cut off has a whole chain; the backups know better.
func TestACutHistoryIsSeenByItsBackups(t *testing.T) {
	d := newDesk(t, smallForms())
	d.add("project", "code", "P1", "name", "稀土永磁")
	first, err := d.Backup("")
	if err != nil {
		t.Fatal(err)
	}
	p := d.add("project", "code", "P2", "name", "稀土发光")
	head, err := d.HistoryHead()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Backup(""); err != nil {
		t.Fatal(err)
	}
	if found, err := d.VerifyHistory(background); err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	d.tamper(unguard, `DELETE FROM history WHERE form='project' AND row=2`, `DELETE FROM project WHERE _row=2`, `DELETE FROM step WHERE last > (SELECT max(seq) FROM history)`)
	if held, err := d.holds(head); err != nil || held {
		t.Fatal("the entry that was cut off is held", held, err)
	}
	found, err := d.VerifyHistory(background)
	if err != nil || len(found) != 1 || !strings.Contains(found[0].Message.ZH, "截掉") {
		t.Fatal(p, found, err)
	}

	// A restore lacks as much, and says so in its history: that is nothing to be told.
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if err := Restore(d.path, first, Options{Forms: d.o.Forms}); err != nil { // by the real clock: later than the backups
		t.Fatal(err)
	}
	if d.Workspace, err = Open(d.path, d.o); err != nil {
		t.Fatal(err)
	}
	if found, err := d.VerifyHistory(background); err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
}

// A sealing is noted and the year locked, both or neither; and a locked year may be sealed again.
func TestSealingIsOneTransaction(t *testing.T) {
	d := newDesk(t, smallForms())
	d.add("project", "code", "P1")
	for _, id := range []string{"1", "2"} {
		if err := d.Seal(d.book, Note{Kind: "submission", ID: id, Text: "{}"}, "封存"); err != nil {
			t.Fatal(err)
		}
	}
	locked, err := d.Locked(d.book)
	notes, e := d.Notes(d.book, "submission")
	if err != nil || e != nil || !locked || len(notes) != 2 {
		t.Fatal(locked, notes, err, e)
	}
	if found, err := d.VerifyHistory(background); err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	// A trigger of the connection alone, which is none of the file.
	if err := d.writer.script(`CREATE TEMP TRIGGER no_lock BEFORE UPDATE OF locked ON main.book WHEN NEW.locked=1 BEGIN SELECT RAISE(ABORT, 'no'); END`); err != nil {
		t.Fatal(err)
	}
	if err := d.SetLocked(d.book, false, "", "更正"); err != nil {
		t.Fatal(err)
	}
	if err := d.Seal(d.book, Note{Kind: "submission", ID: "3", Text: "{}"}, "封存"); err == nil {
		t.Fatal("sealed although the year could not be locked")
	}
	if notes, err := d.Notes(d.book, "submission"); err != nil || len(notes) != 2 {
		t.Fatal("a submission is noted in a year that is not locked", notes, err)
	}
}

// hot writes to a closed file with a rollback journal and is killed before it has taken it away.
func hot(t *testing.T, path string) {
	t.Helper()
	tool, err := exec.LookPath("sqlite3")
	if err != nil {
		if os.Getenv("YICE_CI") == "" {
			t.Skip("NOT TRIED: sqlite3 is not installed")
		}
		t.Fatal(err)
	}
	cmd := exec.Command(tool, path)
	cmd.Stdin = strings.NewReader("PRAGMA journal_mode=DELETE; PRAGMA cache_size=1; PRAGMA cache_spill=1; BEGIN; CREATE TABLE junk(x);" +
		" INSERT INTO junk WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<2000) SELECT randomblob(500) FROM n;\n.shell kill -9 $PPID\n.shell sleep 1\n")
	_ = cmd.Run() // killed
	if st, err := os.Stat(path + "-journal"); err != nil || st.Size() == 0 {
		t.Fatal("no journal was left", err)
	}
}

// A write that a power cut ended in the rollback journal is taken back by the next opening; it is no read-only file.
func TestAWriteCutShortIsTakenBack(t *testing.T) {
	d := newDesk(t, smallForms())
	d.add("project", "code", "P1")
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	hot(t, d.path)
	w, err := Open(d.path, d.o)
	if err != nil {
		t.Fatal(err)
	}
	d.Workspace = w
	if found, err := d.VerifyHistory(background); err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	if n, err := d.writer.number("SELECT count(*) FROM sqlite_schema WHERE name='junk'"); err != nil || n != 0 {
		t.Fatal("half a transaction was kept", n, err)
	}
}

// What was there before a restore is whole beside it, its journal with it, even where it was left by a kill.
func TestRestoreKeepsTheJournal(t *testing.T) {
	d := newDesk(t, smallForms())
	d.add("project", "code", "P1")
	first, err := d.Backup("")
	if err != nil {
		t.Fatal(err)
	}
	d.add("project", "code", "P2") // in the journal alone
	killed := t.TempDir() + "/killed.yice"
	for _, suffix := range []string{"", "-wal"} {
		b, err := os.ReadFile(d.path + suffix)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(killed+suffix, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := Restore(killed, first, d.o); err != nil {
		t.Fatal(err)
	}
	kept, _ := filepath.Glob(killed + ".before-*.yice")
	if len(kept) != 1 {
		t.Fatal(kept)
	}
	for path, want := range map[string]int64{kept[0]: 2, killed: 1} {
		c, err := connect(path, write, shared)
		if err != nil {
			t.Fatal(err)
		}
		n, err := c.number("SELECT count(*) FROM project WHERE _book>0")
		c.close()
		if err != nil || n != want {
			t.Errorf("%s has %d projects, not %d: %v", path, n, want, err)
		}
	}
}
