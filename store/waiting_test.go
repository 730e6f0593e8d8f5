package store

import (
	"os"
	"syscall"
	"testing"

	"yice/form"
	"yice/text"
)

func awaited(t *testing.T, d *desk) *Waiting {
	t.Helper()
	q, err := d.Workspace.Await(d.book, "x")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := q.Put([][]byte{[]byte(`"one"`), []byte(`"two"`)}); err != nil {
		t.Fatal(err)
	}
	return q
}

func leftOf(t *testing.T, d *desk) *LeftWaiting {
	t.Helper()
	left, err := d.Workspace.LeftWaiting()
	if err != nil || len(left) != 1 {
		t.Fatalf("%d left, %v", len(left), err)
	}
	return left[0]
}

// A file is begun while the writer is busy: what the writer then commits is of the same opening, and no stranger's.
func TestWaitingBesideATransaction(t *testing.T) {
	d := newDesk(t, smallForms())
	project := d.form("project")
	write := func(tx *Tx, code string) error {
		_, err := tx.Write([]Write{{Form: project, Cells: []Cell{{Field: 0, Value: form.S(code)}}}})
		return err
	}
	if _, err := d.Workspace.Transaction(d.book, text.Same("before"), "x", func(tx *Tx) error { return write(tx, "P0") }); err != nil {
		t.Fatal(err)
	}
	var q *Waiting
	_, err := d.Workspace.Transaction(d.book, text.Same("long"), "x", func(tx *Tx) error {
		if err := write(tx, "P1"); err != nil {
			return err
		}
		q = awaited(t, d)
		return write(tx, "P2")
	})
	if err != nil {
		t.Fatal(err)
	}
	if l := leftOf(t, d); !l.Fits || len(l.Writes) != 2 || l.Done != 0 {
		t.Errorf("fits %v, %d left, %d done", l.Fits, len(l.Writes), l.Done)
	}
	_, err = d.Workspace.Transaction(d.book, text.Same("first"), "x", func(tx *Tx) error {
		tx.Waited(1, map[int64]int64{-3: 9})
		return write(tx, "P3")
	})
	if err != nil {
		t.Fatal(err)
	}
	if l := leftOf(t, d); !l.Fits || l.Done != 1 || string(l.Writes[0]) != `"two"` || l.Born[-3] != 9 {
		t.Errorf("after the first: %+v", l)
	}
	_, err = d.Workspace.Transaction(d.book, text.Same("fails"), "x", func(tx *Tx) error {
		tx.Waited(2, nil)
		if err := write(tx, "P4"); err != nil {
			return err
		}
		return os.ErrInvalid
	})
	if err == nil {
		t.Fatal("did not fail")
	}
	if l := leftOf(t, d); l.Done != 1 {
		t.Errorf("what was rolled back counts as in: %+v", l)
	}
	if err := q.Keep(); err != nil {
		t.Fatal(err)
	}
	// From here on whoever writes in the book is somebody else.
	if _, err := d.Workspace.Transaction(d.book, text.Same("other"), "y", func(tx *Tx) error { return write(tx, "P5") }); err != nil {
		t.Fatal(err)
	}
	if leftOf(t, d).Fits {
		t.Error("written over by another, and fits")
	}
}

// Whoever took the workspace over has taken in what lay here: what is put into a file that is gone is not called kept.
func TestWhatIsKeptIsInTheFileThatIsThere(t *testing.T) {
	d := newDesk(t, smallForms())
	q := awaited(t, d)
	if err := os.Remove(q.path); err != nil {
		t.Fatal(err)
	}
	if _, err := q.Put([][]byte{[]byte("3")}); err == nil {
		t.Error("kept in a file that is gone")
	}
	if _, err := q.Put([][]byte{[]byte("4")}); err == nil {
		t.Error("kept behind what was not")
	}
	if err := q.Remove(); err != nil {
		t.Error(err)
	}
}

func TestALinkInItsPlaceIsNotFollowed(t *testing.T) {
	d := newDesk(t, smallForms())
	q := awaited(t, d)
	if err := q.Keep(); err != nil {
		t.Fatal(err)
	}
	elsewhere := q.path + ".elsewhere"
	if err := os.Rename(q.path, elsewhere); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(elsewhere, q.path); err != nil {
		t.Skip(err)
	}
	if left, err := d.Workspace.LeftWaiting(); err != nil || len(left) != 0 {
		t.Errorf("%d, %v", len(left), err)
	}
}

// failing is a file whose bytes reach the disk and whose disk then says that they did not.
type failing struct{ *os.File }

func (failing) Sync() error { return syscall.EIO }

// After a write that failed nothing of it is in the file: it goes on in the line without a number there, and an opening after a
// kill would write it twice.
func TestAFailedWriteLeavesNothingInTheFile(t *testing.T) {
	d := newDesk(t, smallForms())
	q := awaited(t, d)
	whole := q.f
	q.f = failing{whole.(*os.File)}
	if _, err := q.Put([][]byte{[]byte(`"three"`)}); err == nil {
		t.Fatal("the disk failed and nothing was said")
	}
	q.f = whole
	if _, err := q.Put([][]byte{[]byte(`"four"`)}); err == nil {
		t.Fatal("it went on behind a line that is not there")
	}
	if err := q.Keep(); err != nil {
		t.Fatal(err)
	}
	if l := leftOf(t, d); len(l.Writes) != 2 || string(l.Writes[1]) != `"two"` {
		t.Errorf("left: %q", l.Writes)
	}
}

// A write with a line break would end its line early, and what comes behind would be read as another's.
func TestAWaitingWriteIsOneLine(t *testing.T) {
	d := newDesk(t, smallForms())
	q := awaited(t, d)
	if _, err := q.Put([][]byte{[]byte("\"three\"\n"), []byte(`"four"`)}); err == nil {
		t.Fatal("a line break went in")
	}
	if err := q.Keep(); err != nil {
		t.Fatal(err)
	}
	if l := leftOf(t, d); len(l.Writes) != 2 {
		t.Errorf("left: %q", l.Writes)
	}
}

// The file is bounded: what would bring it beyond that is not kept, and said so, as all that comes behind.
func TestWhatWaitsIsBounded(t *testing.T) {
	d := newDesk(t, smallForms())
	q := awaited(t, d)
	at := q.size
	q.size = mostWaiting - 100 // as if so much were in it
	for range 2 {
		if n, err := q.Put([][]byte{[]byte(`"three"`), []byte(`"four"`)}); n != 0 || code(err) != "store.waiting-full" {
			t.Fatal(n, err)
		}
	}
	if st, err := q.f.Stat(); err != nil || st.Size() != at {
		t.Error("something was written:", st.Size(), err)
	}
}
