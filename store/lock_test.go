//go:build unix

package store

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// Whatever lies in the place of the lock file and is not ours is left as it is, and so is what it points to.
func TestALockFileThatIsNotOursIsLeftAlone(t *testing.T) {
	precious := "precious figures\n"
	for _, c := range []struct {
		name, code string
		make       func(lock, target string) error
	}{
		{"a link", "store.lock-link", func(lock, target string) error { return os.Symlink(target, lock) }},
		{"a link to nothing", "store.lock-link", func(lock, target string) error { return os.Symlink(target+".none", lock) }},
		{"another name of a file", "store.lock-link", func(lock, target string) error { return os.Link(target, lock) }},
		{"a file", "store.lock-foreign", func(lock, _ string) error { return os.WriteFile(lock, []byte(precious), 0o600) }},
		{"a large file", "store.lock-foreign", func(lock, _ string) error { return os.WriteFile(lock, []byte(strings.Repeat(precious, 1000)), 0o600) }},
		{"JSON that is no holder", "store.lock-foreign", func(lock, _ string) error { return os.WriteFile(lock, []byte(`{"pid":7,"plan":"x"}`), 0o600) }},
		{"a pipe", "store.lock-link", func(lock, _ string) error { return unix.Mkfifo(lock, 0o600) }},
		{"a folder", "store.lock-link", func(lock, _ string) error { return os.Mkdir(lock, 0o700) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t, smallForms())
			if err := d.Close(); err != nil {
				t.Fatal(err)
			}
			target := filepath.Join(t.TempDir(), "target")
			if err := os.WriteFile(target, []byte(precious), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := c.make(lockPath(d.path), target); err != nil {
				t.Fatal(err)
			}
			before, _ := os.ReadFile(lockPathIfPlain(d.path))
			if w, err := Open(d.path, d.o); code(err) != c.code {
				if err == nil {
					w.Close()
				}
				t.Fatal(err)
			}
			if b, err := os.ReadFile(target); err != nil || string(b) != precious {
				t.Fatal("the target was written", err)
			}
			if _, err := os.Lstat(target + ".none"); err == nil {
				t.Fatal("the target was made")
			}
			if after, _ := os.ReadFile(lockPathIfPlain(d.path)); string(after) != string(before) {
				t.Fatal("the file was written")
			}
		})
	}
}

// lockPathIfPlain is the lock file where it can be read without waiting.
func lockPathIfPlain(path string) string {
	if st, err := os.Lstat(lockPath(path)); err == nil && st.Mode().IsRegular() {
		return lockPath(path)
	}
	return os.DevNull
}

// leave writes a lock file as somebody elsewhere left it, or holds it by a lock that does not reach us.
func leave(t *testing.T, path, magic string, h holder, age time.Duration) {
	t.Helper()
	b, err := json.Marshal(h)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(lockPath(path), append([]byte(magic), b...), 0o600); err != nil {
		t.Fatal(err)
	}
	at := time.Now().Add(-age)
	if err := os.Chtimes(lockPath(path), at, at); err != nil {
		t.Fatal(err)
	}
}

// Two mounts of one share each grant the lock. A holder that lives elsewhere is respected, one that is gone is taken over
// and that is said, one that crashed here is nothing to speak of.
func TestTheHolderIsRead(t *testing.T) {
	host, _ := os.Hostname()
	gone := 1 << 22 // beyond any process number
	for _, c := range []struct {
		name  string
		magic string
		h     holder
		age   time.Duration
		code  string
		said  bool
	}{
		{"another computer, alive", lockMagic, holder{Who: "李四", Host: "desk-2", PID: 7, Token: "x"}, time.Second, "store.held", false},
		{"another computer, gone", lockMagic, holder{Who: "李四", Host: "desk-2", PID: 7, Token: "x"}, time.Hour, "", true},
		{"this computer, by another way", lockMagic, holder{Who: "李四", Host: host, PID: os.Getppid(), Token: "x"}, time.Second, "store.held", false},
		{"this computer, crashed", lockMagic, holder{Who: "李四", Host: host, PID: gone, Token: "x"}, time.Second, "", false},
		{"the first edition, crashed here", "", holder{Who: "李四", Host: host, PID: gone}, time.Second, "", false},
		{"the first edition, elsewhere", "", holder{Who: "李四", Host: "desk-2", PID: 7}, time.Hour, "", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t, smallForms())
			if err := d.Close(); err != nil {
				t.Fatal(err)
			}
			leave(t, d.path, c.magic, c.h, c.age)
			w, err := Open(d.path, d.o)
			if code(err) != c.code {
				t.Fatal(err)
			}
			if err != nil {
				if !strings.Contains(err.Error(), "李四") {
					t.Error("who it is is not said:", err)
				}
				return
			}
			defer w.Close()
			if w.TakenOver().Empty() == c.said || c.said && !strings.Contains(w.TakenOver().ZH, "desk-2") {
				t.Error(w.TakenOver())
			}
		})
	}
}

// Whoever slept while another took over writes nothing more, and leaves the other's lock alone; a lock that somebody
// removed is made again.
func TestALockThatWasTakenIsLost(t *testing.T) {
	d := newDesk(t, smallForms())
	d.add("project", "code", "P1")
	if err := os.Remove(lockPath(d.path)); err != nil {
		t.Fatal(err)
	}
	d.lock.renew()
	d.add("project", "code", "P2")
	if _, err := Open(d.path, d.o); code(err) != "store.held" {
		t.Fatal("the lock was not made again:", err)
	}
	leave(t, d.path, lockMagic, holder{Who: "李四", Host: "desk-2", PID: 7, Token: "x"}, 0)
	d.lock.mu.Lock()
	d.lock.beat = d.lock.beat.Add(-time.Hour) // asleep
	d.lock.mu.Unlock()
	if _, err := d.Write(d.book, Batch{Writes: []Write{{Form: d.form("project"), Cells: d.cells(d.form("project"), "code", "P3")}}}); code(err) != "store.lock-lost" || !strings.Contains(err.Error(), "李四") {
		t.Fatal(err)
	}
	if err := d.SetSetting("a", "b"); code(err) != "store.lock-lost" {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(lockPath(d.path)); err != nil || !strings.Contains(string(b), "李四") {
		t.Fatal("the other's lock was removed", err)
	}
}

// What is made is for whoever makes it, whatever the system's habit; beside a workspace that was opened to others it is
// open to the same ones.
func TestWhatIsMadeIsPrivate(t *testing.T) {
	old := unix.Umask(0o022)
	defer unix.Umask(old)
	d := newDesk(t, smallForms())
	walk := func(may fs.FileMode) {
		t.Helper()
		n := 0
		err := filepath.WalkDir(filepath.Dir(d.path), func(path string, e fs.DirEntry, err error) error {
			if err != nil || path == filepath.Dir(d.path) {
				return err
			}
			st, err := e.Info()
			if err != nil {
				return err
			}
			if n++; st.Mode().Perm()&^may&0o077 != 0 {
				t.Errorf("%s is %v", path, st.Mode())
			}
			return nil
		})
		if err != nil || n < 8 {
			t.Fatal(n, err)
		}
	}
	fill := func() {
		t.Helper()
		note := filepath.Join(t.TempDir(), "note.txt")
		if err := os.WriteFile(note, []byte("证明"), 0o644); err != nil {
			t.Fatal(err)
		}
		a, err := d.Attach(background, note, nil)
		if err != nil {
			t.Fatal(err)
		}
		d.add("project", "code", "P1")
		if err := d.SaveEvidence(background, a, filepath.Join(filepath.Dir(d.path), "saved-"+time.Now().Format("150405.000000")), nil); err != nil {
			t.Fatal(err)
		}
		if _, err := d.Backup(""); err != nil {
			t.Fatal(err)
		}
	}
	fill()
	walk(0)
	backups, err := Backups(d.path)
	if err != nil || len(backups) == 0 {
		t.Fatal(backups, err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if err := Restore(d.path, backups[0].Path, d.o); err != nil {
		t.Fatal(err)
	}
	d.open()
	walk(0)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	for _, sub := range []string{".backups", ".files"} {
		if err := os.RemoveAll(d.path + sub); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(d.path, 0o640); err != nil {
		t.Fatal(err)
	}
	d.open()
	fill()
	for _, path := range []string{d.path, lockPath(d.path), evidenceDir(d.path), backupDir(d.path)} {
		if st, err := os.Stat(path); err != nil || st.Mode().Perm()&0o040 == 0 {
			t.Errorf("%s cannot be read by those the workspace was opened to: %v", path, err)
		}
	}
	walk(0o050)
}
