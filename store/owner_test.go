package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yice/internal/whole"
)

const nobody = 1 << 22 // beyond any process number

// A folder that a backup is put into by name, on a stick or a share, is swept by the next one put there: no opening sees it.
func TestABackupSweepsTheFolderItGoesTo(t *testing.T) {
	d := newDesk(t, smallForms())
	dir := t.TempDir()
	left := filepath.Join(dir, fmt.Sprintf("yice-000009-20240305-081502-user.yice.h%sp%d.part", whole.Host(), nobody))
	mine := filepath.Join(dir, "mine.part")
	for _, path := range []string{left, mine} {
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := d.Backup(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(left); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("left: %v", err)
	}
	if _, err := os.Lstat(mine); err != nil {
		t.Errorf("taken away: %v", err)
	}
}

// What was left behind half made is swept at the next opening; what somebody is making, and what is not ours, stays.
func TestWhatIsLeftBehindIsSwept(t *testing.T) {
	d := newDesk(t, smallForms())
	attached(t, d, evidenceFile(t, "a.pdf", "content"))
	if _, err := d.Backup(""); err != nil {
		t.Fatal(err)
	}
	d.Close()
	dir, backups, evidence := filepath.Dir(d.path), backupDir(d.path), evidenceDir(d.path)
	gone, alive, far := fmt.Sprintf("h%sp%d", whole.Host(), nobody), fmt.Sprintf("h%sp%d", whole.Host(), os.Getppid()), "h00000000p7"
	old := time.Now().Add(-48 * time.Hour)
	put := func(path string, at time.Time) string {
		t.Helper()
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		if !at.IsZero() {
			if err := os.Chtimes(path, at, at); err != nil {
				t.Fatal(err)
			}
		}
		return path
	}
	name := "yice-000009-20240305-081502-idle"
	swept := []string{
		put(filepath.Join(backups, name+".yice."+gone+".part"), time.Time{}),
		put(filepath.Join(backups, name+".yice.h11111111p7.part"), old),
		put(filepath.Join(backups, "yice-20240305-081502.123-user.yice.part"), old), // of the first edition
		put(filepath.Join(backups, name+".sha256"), old),
		put(filepath.Join(backups, ".part-"+gone+"-123"), time.Time{}),
		put(filepath.Join(backups, "files", ".part-"+gone+"-5"), time.Time{}),
		put(filepath.Join(evidence, ".part-"+gone+"-77"), time.Time{}),
		put(filepath.Join(evidence, ".part-123"), old),
		put(d.path+".making-"+gone+"-0123456789abcdef", time.Time{}),
		put(d.path+".making-"+gone+"-0123456789abcdef-wal", time.Time{}),
		put(d.path+".making-fedcba9876543210", old), // of nobody known
	}
	stays := []string{
		put(filepath.Join(backups, name+".yice."+alive+".part"), old),
		put(filepath.Join(backups, name+".yice."+far+".part"), time.Time{}),
		put(filepath.Join(backups, "mine.part"), old),
		put(filepath.Join(backups, "yice-notes.txt"), old),
		put(filepath.Join(evidence, ".part-"+alive+"-77"), old),
		put(filepath.Join(evidence, "notes.part"), old),
		put(d.path+".making-"+alive+"-0123456789abcdef", old),
		put(d.path+".making-notes.txt", old),
		put(filepath.Join(dir, "other.yice.making-"+gone+"-0123456789abcdef"), old), // another's: swept when that is opened, or made
	}
	if w, err := Open(d.path, Options{Forms: d.o.Forms, ReadOnly: true}); err != nil {
		t.Fatal(err)
	} else {
		w.Close()
	}
	if _, err := os.Lstat(swept[0]); err != nil {
		t.Fatal("somebody who only reads swept")
	}
	d.open()
	for _, path := range swept {
		if _, err := os.Lstat(path); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("left: %s", path)
		}
	}
	for _, path := range stays {
		if _, err := os.Lstat(path); err != nil {
			t.Errorf("taken away: %s", path)
		}
	}
	if all := verifiedBackups(t, d); len(all) != 1 || all[0].Condition != BackupWhole {
		t.Errorf("%+v", all)
	}
}

// A restore that was cut short is finished or forgotten by the next opening, whichever the files on the disk allow.
func TestARestoreCutShortIsFinishedOrForgotten(t *testing.T) {
	begin := func(t *testing.T) (d *desk, old, new []byte) {
		d = newDesk(t, smallForms())
		d.add("project", "code", "P1")
		if _, err := d.Backup(""); err != nil {
			t.Fatal(err)
		}
		d.Close()
		all, _ := Backups(d.path)
		new, err := os.ReadFile(all[0].Path)
		if err != nil {
			t.Fatal(err)
		}
		d.open()
		d.add("project", "code", "P2")
		d.Close()
		if old, err = os.ReadFile(d.path); err != nil {
			t.Fatal(err)
		}
		for suffix, content := range map[string][]byte{"": new, "-journal": nil} {
			if err := os.WriteFile(restoringPath(d.path)+suffix, content, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		return d, old, new
	}
	count := func(t *testing.T, d *desk, want int) {
		t.Helper()
		d.open()
		if n, err := d.Count(d.book, d.form("project")); err != nil || n != int64(want) {
			t.Fatal(n, err)
		}
		if left, _ := filepath.Glob(globbed(restoringPath(d.path)) + "*"); len(left) > 0 {
			t.Error("still there:", left)
		}
	}
	t.Run("before anything was set aside", func(t *testing.T) {
		d, _, _ := begin(t)
		count(t, d, 2)
	})
	t.Run("the old file has two names", func(t *testing.T) {
		d, _, _ := begin(t)
		kept := d.path + ".before-20240305-081502.000.yice"
		if err := os.Link(d.path, kept); err != nil {
			t.Skip("NOT TRIED: this system makes no second names:", err)
		}
		count(t, d, 2)
		if _, err := os.Lstat(kept); err == nil {
			t.Error("one file has two names")
		}
	})
	t.Run("the old file is aside, its journal beside the empty place", func(t *testing.T) {
		d, _, _ := begin(t)
		if err := os.Rename(d.path, d.path+".before-20240305-081502.000.yice"); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(d.path+"-wal", []byte("the journal of the other one"), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(d.path, Options{Forms: d.o.Forms, ReadOnly: true}); code(err) != "store.missing" {
			t.Fatal("somebody who only reads finished it:", err)
		}
		count(t, d, 1)
	})
}

// intrude opens a workspace that is open, as by another way to the folder whose locks do not reach this one.
func intrude(t *testing.T, d *desk) *Workspace {
	t.Helper()
	if err := os.Remove(lockPath(d.path)); err != nil {
		t.Fatal(err)
	}
	w, err := Open(d.path, d.o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w
}

// Two that each have a lock never both write: the file says who wrote last, and the other is told.
func TestTwoWithALockNeverBothWrite(t *testing.T) {
	write := func(d *desk, w *Workspace, code string) error {
		f := d.form("project")
		_, err := w.Write(d.book, Batch{Writes: []Write{{Form: f, Cells: d.cells(f, "code", code)}}})
		return err
	}
	for _, c := range []struct {
		name  string
		first bool // whether the first one has written before
		who   int  // who writes once both are open
	}{{"the first wrote, then the other", true, 1}, {"both came, the other wrote", false, 1}, {"both came, the first wrote", false, 0}, {"the first wrote, and goes on", true, 0}} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t, smallForms())
			d.reopen()
			if c.first {
				d.add("project", "code", "P0")
			}
			other := intrude(t, d)
			pair := [2]*Workspace{d.Workspace, other}
			winner, loser := pair[c.who], pair[1-c.who]
			if err := write(d, winner, "P1"); err != nil {
				t.Fatal(err)
			}
			before, err := winner.HistoryHead()
			if err != nil {
				t.Fatal(err)
			}
			host, _ := os.Hostname()
			for range 2 {
				if err := write(d, loser, "P2"); code(err) != "store.lock-lost" || !strings.Contains(err.Error(), host) {
					t.Fatal("both write:", err)
				}
			}
			if err := loser.SetSetting("a", "b"); code(err) != "store.lock-lost" {
				t.Fatal(err)
			}
			if err := loser.PutNote(d.book, Note{Kind: draftNote, ID: "x", Text: "y"}); code(err) != "store.lock-lost" {
				t.Fatal(err)
			}
			if after, err := winner.HistoryHead(); err != nil || after != before {
				t.Fatal("something was written", err)
			}
			if err := write(d, winner, "P3"); err != nil {
				t.Fatal("the one that has it is told to stop:", err)
			}
			if found, err := winner.VerifyHistory(background); err != nil || len(found) > 0 {
				t.Fatal(found, err)
			}
		})
	}
}

// A transaction that was rolled back has claimed nothing, and the next one does.
func TestAClaimIsPartOfItsTransaction(t *testing.T) {
	d := newDesk(t, smallForms())
	d.reopen()
	before := d.owner
	if _, err := d.Transaction(d.book, StepAhead{}.Label, "", func(*Tx) error { return errors.New("no") }); err == nil || d.owned || d.owner != before {
		t.Fatal("claimed by nothing", err)
	}
	d.add("project", "code", "P1")
	var o ownership
	if err := json.Unmarshal([]byte(d.owner), &o); err != nil || !d.owned || o.Epoch != 2 || o.PID != os.Getpid() {
		t.Fatalf("%+v %v", o, err)
	}
	d.reopen()
	d.add("project", "code", "P2")
	if err := json.Unmarshal([]byte(d.owner), &o); err != nil || o.Epoch != 3 {
		t.Fatalf("%+v %v", o, err)
	}
}

// Whoever sleeps while another comes, writes and goes again finds the mark of that, whatever the lock file says.
func TestTheMarkOfATakeoverStays(t *testing.T) {
	d := newDesk(t, smallForms())
	asleep := holder{Who: "李四", Host: "desk-2", PID: 7, Token: "x"}
	d.Close()
	b, err := json.Marshal(asleep)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(lockPath(d.path), append([]byte(lockMagic), b...), 0o600); err != nil {
		t.Fatal(err)
	}
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(lockPath(d.path), old, old); err != nil {
		t.Fatal(err)
	}
	d.open()
	d.add("project", "code", "P1")
	d.Close()
	l := &fileLock{path: lockPath(d.path), me: asleep}
	by := l.overtaken()
	host, _ := os.Hostname()
	if by == nil || by.Host != host {
		t.Fatalf("nothing tells the sleeper: %+v", by)
	}
	// Nobody took this one over, and looking leaves nothing behind.
	l.me.Token = "y"
	if by := l.overtaken(); by != nil {
		t.Fatalf("%+v", by)
	}
	if err := os.Chtimes(asleep.overtakenPath(l.path), old.Add(-2*overtakenKept), old.Add(-2*overtakenKept)); err != nil {
		t.Fatal(err)
	}
	d.open()
	if left, _ := filepath.Glob(globbed(lockPath(d.path)) + ".over-*"); len(left) > 0 {
		t.Error("left for ever:", left)
	}
}

// Of two who find the same stale lock one takes it over.
func TestOneOfTwoTakesOver(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.yice.lock")
	stale := holder{Who: "李四", Host: "desk-2", PID: 7, Token: "x"}
	won := 0
	for i := range 4 {
		l := &fileLock{path: path, me: holder{PID: i + 1, Token: fmt.Sprint(i)}}
		switch err := l.overtake(stale); {
		case err == nil:
			won++
		case !errors.Is(err, errHeld):
			t.Fatal(err)
		}
	}
	if won != 1 {
		t.Errorf("%d took it over", won)
	}
}

// A process that has the number of one that is gone is not taken for it.
func TestANumberIsNotAProcess(t *testing.T) {
	host, _ := os.Hostname()
	start := processStart(os.Getppid())
	if start == "" {
		t.Skip("NOT TRIED: the system does not tell when a process began")
	}
	if h := (holder{Host: host, PID: os.Getppid(), Started: start}); !h.elsewhere() {
		t.Error("one that lives is taken for gone")
	}
	if h := (holder{Host: host, PID: os.Getppid(), Started: "another boot 12345"}); h.elsewhere() {
		t.Error("one that is gone is taken for the one that has its number now")
	}
}

// A restore that is killed as soon as the file has its name has said in it that it was one: nobody is told of a history cut off.
func TestARestoreSaysSoBeforeItHasTheName(t *testing.T) {
	d := newDesk(t, smallForms())
	d.add("project", "code", "P1")
	backup, err := d.Backup("")
	if err != nil {
		t.Fatal(err)
	}
	d.add("project", "code", "P2")
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	w, err := newWorkspace(d.path, d.o)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.takeLock(); err != nil {
		t.Fatal(err)
	}
	if err := w.restore(backup, d.o); err != nil { // and no more: killed here
		t.Fatal(err)
	}
	w.lock.release()
	d.open()
	if found, err := d.VerifyHistory(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("%v %v", found, err)
	}
	if n, err := d.Count(d.book, d.form("project")); err != nil || n != 1 {
		t.Errorf("%d projects, %v", n, err)
	}
}
