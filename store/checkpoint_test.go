package store

import (
	"os"
	"strconv"
	"testing"

	"yice/form"
	"yice/internal/effort"
)

// journalSize is the journal's length in bytes.
func journalSize(t testing.TB, w *Workspace) int64 {
	t.Helper()
	st, err := os.Stat(w.path + "-wal")
	if err != nil {
		t.Fatal(err)
	}
	return st.Size()
}

// steadily writes without a pause, and gives the most that the journal ever was.
func steadily(t testing.TB, d *desk, n int, each func(i int)) (most int64) {
	t.Helper()
	for i := range n {
		if i%8 == 0 {
			d.add("project", "code", "P"+strconv.Itoa(i), "name", "n")
		} else {
			d.add("spend", "summary", "s"+strconv.Itoa(i), "amount", i)
		}
		if each != nil {
			each(i)
		}
		most = max(most, journalSize(t, d.Workspace))
	}
	return most
}

// Whoever keys, or lets a machine key, without a pause: the journal stays within its measure. The measures are an eighth
// of the real ones unless everything is tried; unbounded, a thousand writes make a journal of 40 MB.
func TestTheJournalIsBoundedUnderSteadyWriting(t *testing.T) {
	d := newDesk(t, smallForms())
	most, n := int64(64<<20), 6000
	if !effort.Long() {
		d.tidy.whole, d.tidy.most = journalWhole/8, journalMost/8
		most, n = most/8, 450
	}
	got := steadily(t, d, n, nil)
	t.Logf("%d writes, the journal was %.1f MB at most", n, float64(got)/(1<<20))
	if got > most {
		t.Errorf("the journal grew to %d bytes", got)
	}
}

// So does it where nobody but the writer itself gets to run.
func TestTheJournalIsBoundedWithoutAnybodysHelp(t *testing.T) {
	d := newDesk(t, smallForms())
	n := int64(effort.Of(8, 4))
	d.tidy.whole, d.tidy.most = journalWhole/n, journalMost/n
	d.tidy.stop()
	got := steadily(t, d, effort.Of(450, 1000), nil)
	t.Logf("the journal was %.1f MB at most", float64(got)/(1<<20))
	if got > 64<<20/n {
		t.Errorf("the journal grew to %d bytes", got)
	}
}

// Beside a report that never ends it stays within it too: the report is told to begin again, and what was read before that
// was of its moment.
func TestTheJournalIsBoundedBesideALongReader(t *testing.T) {
	d := newDesk(t, smallForms())
	most, n := int64(64<<20), 6000
	if !effort.Long() {
		d.tidy.whole, d.tidy.most = journalWhole/8, journalMost/8
		most, n = most/8, 450
	}
	for i := range 30 {
		d.add("spend", "amount", i)
	}
	frozen, err := d.Freeze(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer frozen.Close()
	refused := ""
	got := steadily(t, d, n, func(i int) {
		if i%25 != 0 || refused != "" {
			return
		}
		rows := 0
		err := frozen.Scan(t.Context(), d.book, d.form("spend"), func(*form.Record) error { rows++; return nil })
		switch {
		case err != nil:
			refused = code(err)
		case rows != 30:
			t.Fatalf("%d rows of another moment", rows)
		}
	})
	t.Logf("%d writes, the journal was %.1f MB at most", n, float64(got)/(1<<20))
	if got > most {
		t.Errorf("the journal grew to %d bytes", got)
	}
	if refused != "store.passed" {
		t.Errorf("the reader was told %q", refused)
	}
	// Begun again while the journal is still being written back, it may be told once more; with nothing written, no third time.
	rows, told := int64(0), 0
	for ; told < 3; told++ {
		again, err := d.Freeze(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer again.Close()
		if rows, err = again.Count(d.book, d.form("spend")); code(err) != "store.passed" {
			if err != nil {
				t.Fatal(err)
			}
			break
		}
	}
	if rows < 30 || told > 1 {
		t.Errorf("begun again: %d rows, told %d times", rows, told)
	}
}

// One that is in the midst of reading is told too.
func TestAReaderInTheMidstIsLetGo(t *testing.T) {
	d := newDesk(t, smallForms())
	for i := range 30 {
		d.add("spend", "amount", i)
	}
	frozen, err := d.Freeze(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer frozen.Close()
	rows := 0
	err = frozen.Scan(t.Context(), d.book, d.form("spend"), func(*form.Record) error {
		if rows++; rows == 3 {
			d.passOn()
		}
		return nil
	})
	if code(err) != "store.passed" {
		t.Errorf("%v after %d rows", err, rows)
	}
}
