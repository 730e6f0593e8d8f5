//go:build unix

package store

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"yice/form"
	"yice/internal/effort"
	"yice/text"
)

// Some things take another process: a lock that somebody else holds, a kill, a limit, another user. The test binary runs
// itself with childEnv set; what the child does stands in children.
const childEnv = "YICE_STORE_CHILD"

var children = map[string]func(path string) error{
	"hold":     childHold,
	"type":     childType,
	"fill":     childFill,
	"open":     childOpen,
	"nobody":   func(p string) error { return asNobody(func() error { return childOpen(p) }) },
	"readonly": func(p string) error { return asNobody(func() error { return childRead(p) }) },
}

func TestMain(m *testing.M) {
	if name := os.Getenv(childEnv); name != "" {
		err := children[name](os.Args[len(os.Args)-1])
		var f *text.Fault
		if errors.As(err, &f) {
			fmt.Println("fault", f.Code, f.Say.EN)
		} else if err != nil {
			fmt.Println("error", err)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func child(t *testing.T, name, path string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe, path)
	cmd.Env = append(os.Environ(), childEnv+"="+name)
	cmd.Stderr = os.Stderr
	return cmd
}

// says runs a child to its end and gives what it said.
func says(t *testing.T, name, path string) string {
	t.Helper()
	out, err := child(t, name, path).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

func childHold(path string) error {
	w, err := Open(path, Options{Forms: smallForms()})
	if err != nil {
		return err
	}
	fmt.Println("held")
	bufio.NewReader(os.Stdin).ReadString('\n')
	return w.Close()
}

func childOpen(path string) error {
	w, err := Open(path, Options{Forms: smallForms()})
	if err != nil {
		return err
	}
	fmt.Println("opened")
	return w.Close()
}

func childRead(path string) error {
	w, err := Open(path, Options{Forms: smallForms(), ReadOnly: true})
	if err != nil {
		return err
	}
	defer w.Close()
	books, err := w.Books()
	if err != nil {
		return err
	}
	rows, err := w.Records(books[0].Book, w.dict().tables["project"].form)
	if err != nil {
		return err
	}
	fmt.Println("read", len(rows), w.frozen)
	_, err = w.Write(books[0].Book, Batch{Writes: []Write{{Form: w.dict().tables["project"].form}}})
	return err
}

// childType writes without end, and says of each line that it was written only when it was.
func childType(path string) error {
	w, err := Open(path, Options{Forms: smallForms()})
	if err != nil {
		return err
	}
	books, err := w.Books()
	if err != nil {
		return err
	}
	b, f := books[0].Book, w.dict().tables["spend"].form
	n, err := w.Count(b, f)
	if err != nil {
		return err
	}
	amount, project, date := f.Index("amount"), f.Index("project"), f.Index("date")
	for i := n; ; i++ {
		cells := []Cell{
			{Field: amount, Value: form.N(i)}, {Field: project, Value: form.S(fmt.Sprintf("P%d", i%7))}, {Field: date, Value: form.S("2023-03-03")},
		}
		if _, err := w.Write(b, Batch{Label: text.Same("line"), Writes: []Write{{Form: f, Cells: cells}}}); err != nil {
			return err
		}
		fmt.Println(i)
		if i%50 == 49 {
			if _, _, err := w.WriteBulk(background, b, f, Bulk{Label: text.Same("bulk")}, manySpend(f, 300)); err != nil {
				return err
			}
			if _, err := w.Undo(b, ""); err != nil {
				return err
			}
		}
	}
}

// childFill writes until the file may not grow any more, then says what happened and that the workspace still stands.
func childFill(path string) error {
	signal.Ignore(unix.SIGXFSZ)
	const limit = 3 << 20
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: limit, Max: limit}); err != nil {
		return err
	}
	return fill(path)
}

func fill(path string) error {
	w, err := Open(path, Options{Forms: smallForms()})
	if err != nil {
		return err
	}
	defer w.Close()
	books, err := w.Books()
	if err != nil {
		return err
	}
	b, f := books[0].Book, w.dict().tables["spend"].form
	var full error
	written := 0
	for full == nil {
		cells := []Cell{{Field: f.Index("summary"), Value: form.S(strings.Repeat("料", 2000))}}
		if _, full = w.Write(b, Batch{Label: text.Same("line"), Writes: []Write{{Form: f, Cells: cells}}}); full == nil {
			written++
		}
	}
	n, err := w.Count(b, f)
	if err != nil {
		return err
	}
	if int(n) != written {
		return fmt.Errorf("%d rows, %d were written", n, written)
	}
	if _, _, err := w.WriteBulk(background, b, f, Bulk{}, manySpend(f, 100_000)); err == nil {
		return errors.New("a bulk fitted into a full disk")
	} else if codeOf(err) != "store.full" {
		return err
	}
	if found, err := w.VerifyHistory(background); err != nil || len(found) > 0 {
		return fmt.Errorf("%v %v", found, err)
	}
	return full
}

func codeOf(err error) string {
	var f *text.Fault
	if errors.As(err, &f) {
		return f.Code
	}
	return err.Error()
}

func asNobody(do func() error) error {
	if os.Getuid() == 0 {
		if err := unix.Setgid(65534); err != nil {
			return err
		}
		if err := unix.Setuid(65534); err != nil {
			return err
		}
	}
	return do()
}

func TestASecondWriterIsToldWhoHoldsTheFile(t *testing.T) {
	d := newDesk(t, smallForms())
	p := d.add("project", "code", "P1")
	if _, err := Open(d.path, d.o); code(err) != "store.held" {
		t.Fatal("the same process:", err)
	}
	if s := says(t, "open", d.path); !strings.Contains(s, "store.held") || !strings.Contains(s, strconv.Itoa(os.Getpid())) {
		t.Fatal("another process:", s)
	}
	// Reading works beside, and sees what is written meanwhile.
	ro := d.o
	ro.ReadOnly = true
	w, err := Open(d.path, ro)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	r, err := w.Record(d.book, d.form("project"), p)
	if err != nil || r.Str("code") != "P1" {
		t.Fatal(r, err)
	}
	v, err := w.View(background, d.book, d.form("project"), Query{}, nil)
	if err != nil || v.Len() != 1 {
		t.Fatal(err)
	}
	s := d.add("spend", "project", "P1", "amount", 1)
	d.set("project", p, "code", "P2")
	d.add("project", "code", "P3")
	if r, err = w.Record(d.book, d.form("spend"), s); err != nil || r.Str("project") != "P2" {
		t.Fatal(r, err)
	}
	if v.Len() != 2 {
		t.Fatal("the reader's view has", v.Len())
	}
	if _, err := w.Write(d.book, Batch{}); code(err) != "store.readonly" {
		t.Fatal(err)
	}
	if err := w.SetSetting("a", "b"); code(err) != "store.readonly" {
		t.Fatal(err)
	}

	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if s := says(t, "open", d.path); s != "opened" {
		t.Fatal(s)
	}
	if _, err := os.Stat(lockPath(d.path)); !errors.Is(err, os.ErrNotExist) {
		t.Fatal("the lock file is left behind")
	}
	// What a killed holder left does not stand in the way.
	cmd := child(t, "hold", d.path)
	in, _ := cmd.StdinPipe()
	defer in.Close()
	out, _ := cmd.StdoutPipe()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	bufio.NewReader(out).ReadString('\n')
	if _, err := Open(d.path, d.o); code(err) != "store.held" || !strings.Contains(err.Error(), strconv.Itoa(cmd.Process.Pid)) {
		t.Fatal(err)
	}
	cmd.Process.Kill()
	cmd.Wait()
	if d.Workspace, err = Open(d.path, d.o); err != nil {
		t.Fatal(err)
	}
}

// A killed program loses nothing that it said was written. YICE_KILLS sets how many kills.
func TestKilledWhileWriting(t *testing.T) {
	kills := effort.Of(4, 20)
	if s := os.Getenv("YICE_KILLS"); s != "" {
		kills, _ = strconv.Atoi(s)
	}
	d := newDesk(t, smallForms())
	f := d.form("spend")
	d.o.Now = time.Now
	for range kills {
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
		cmd := child(t, "type", d.path)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		// Killed a moment after it said so many lines (a bulk and its undo fall within), or while it opens.
		acknowledged, lines, moment := int64(-1), rand.IntN(84)-4, 5*time.Millisecond
		done, enough := make(chan bool), make(chan bool)
		if lines < 0 {
			moment = 100 * time.Millisecond
			close(enough)
		}
		go func() {
			for s := bufio.NewScanner(out); s.Scan(); lines-- {
				if lines == 0 {
					close(enough)
				}
				if n, err := strconv.ParseInt(s.Text(), 10, 64); err == nil {
					acknowledged = n
				} else {
					t.Error(s.Text())
				}
			}
			close(done)
		}()
		select {
		case <-enough:
		case <-done:
		}
		time.Sleep(time.Duration(rand.Int64N(int64(moment))))
		cmd.Process.Kill()
		<-done
		cmd.Wait()
		if d.Workspace, err = Open(d.path, d.o); err != nil {
			t.Fatal(err)
		}
		byAmount := map[int64]bool{}
		if err := d.Scan(background, d.book, f, func(r *form.Record) error {
			byAmount[r.Num("amount")] = true
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		for i := range acknowledged + 1 {
			if !byAmount[i] {
				t.Fatalf("line %d was acknowledged (up to %d) and is lost", i, acknowledged)
			}
		}
		// A kill between a bulk and its undo leaves the bulk; take it back so that lines are counted by their number.
		if l, _ := d.NextUndo(d.book); l.EN == "bulk" {
			d.undo()
		}
		d.sameCube()
	}
	found, err := d.VerifyHistory(background)
	if err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	if found, err = d.Check(background); err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
}

func TestAFullDiskLosesNothing(t *testing.T) {
	d := newDesk(t, smallForms())
	d.Close()
	if s := says(t, "fill", d.path); !strings.HasPrefix(s, "fault store.full") || !strings.Contains(s, "limit") {
		t.Fatal(s)
	}
	w, err := Open(d.path, d.o)
	if err != nil {
		t.Fatal(err)
	}
	d.Workspace = w
	d.add("project", "code", "after")
}

func TestReadOnlyFoldersAndFiles(t *testing.T) {
	d := newDesk(t, smallForms())
	d.add("project", "code", "P1")
	d.Close()
	dir := filepath.Dir(d.path)
	for p := dir; strings.Contains(p, "Test"); p = filepath.Dir(p) {
		os.Chmod(p, 0o755)
	}
	mode := func(folder, file os.FileMode) {
		t.Helper()
		if err := errors.Join(os.Chmod(dir, folder), os.Chmod(d.path, file)); err != nil {
			t.Fatal(err)
		}
	}
	mode(0o555, 0o444)
	if s := says(t, "nobody", d.path); !strings.HasPrefix(s, "fault store.readonly-folder") {
		t.Fatal(s)
	}
	if s := says(t, "readonly", d.path); !strings.HasPrefix(s, "read 1 true\nfault store.readonly ") {
		t.Fatal(s)
	}
	mode(0o777, 0o444)
	if s := says(t, "nobody", d.path); !strings.HasPrefix(s, "fault store.readonly ") {
		t.Fatal(s)
	}
	mode(0o777, 0o000)
	if s := says(t, "nobody", d.path); !strings.HasPrefix(s, "fault store.") {
		t.Fatal(s)
	}
	mode(0o755, 0o644)
	d.reopen()
}
