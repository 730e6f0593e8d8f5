//go:build linux

package histories

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
)

var (
	edits  = flag.Int("edits", 3000, "entries of the long history")
	atOnce = flag.Int("at-once", 1, "edits of one step: more make the long history in less time")
	years  = flag.Int("years", 3, "years of each enterprise")
	keep   = flag.String("keep", "", "where the long history is kept, to be looked at; empty: nowhere")
	firms  = flag.Int("firms", 4, "enterprises of one workspace")
)

const uscc = "91150200MA0BT0013C"

// measured runs something and logs the time on the wall and that of the processor.
func measured(t *testing.T, what string, do func() error) {
	t.Helper()
	var a, b unix.Rusage
	unix.Getrusage(unix.RUSAGE_SELF, &a)
	at := time.Now()
	if err := do(); err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	wall := time.Since(at)
	unix.Getrusage(unix.RUSAGE_SELF, &b)
	cpu := time.Duration(b.Utime.Nano()+b.Stime.Nano()-a.Utime.Nano()-a.Stime.Nano()) * time.Nanosecond
	t.Logf("%-40s wall %10s  processor %10s", what, wall.Round(time.Microsecond*100), cpu.Round(time.Microsecond*100))
}

func open(path, code string, year int) (*store.Workspace, *entry.Session, error) {
	w, err := store.Open(path, store.Options{})
	if err != nil {
		return nil, nil, err
	}
	s, err := entry.Open(w, code, year, entry.Options{Who: "x"})
	return w, s, err
}

// A year with a history of as many single edits as it is told: what stands does not hang on how it came about, and all of it
// verifies.
func TestLongHistories(t *testing.T) {
	path := filepath.Join(t.TempDir(), "long.yice")
	if *keep != "" {
		path = *keep
	}
	w, err := store.Create(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := entry.Open(w, uscc, 2023, entry.Options{Who: "x", Create: true})
	if err != nil {
		t.Fatal(err)
	}
	f := form.ByID("spend")
	const rows = 500
	for i := range rows {
		if _, err := s.Put(f, 0, "summary", fmt.Sprint("第", i, "行")); err != nil {
			t.Fatal(err)
		}
	}
	measured(t, fmt.Sprintf("%d edits, %d a step", *edits, *atOnce), func() error {
		for i := 0; i < *edits; i += *atOnce {
			step := make([]entry.Edit, *atOnce)
			for k := range step {
				step[k] = entry.Edit{Form: f, Row: int64(1 + (i+k)%rows), Field: "amount", Typed: fmt.Sprint(1 + (i+k)%90000)}
			}
			if _, err := s.Apply(text.Pair{}, step); err != nil {
				return err
			}
		}
		return nil
	})
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if st, err := os.Stat(path); err == nil {
		t.Logf("the file has %.1f MB", float64(st.Size())/(1<<20))
	}
	measured(t, "open", func() error { w, s, err = open(path, uscc, 2023); return err })
	defer func() { w.Close() }()
	measured(t, "undo one", func() error { _, err := s.Undo(); return err })
	measured(t, fmt.Sprintf("undo %d steps more", min(1000, *edits / *atOnce - 1)), func() error {
		for range min(1000, *edits / *atOnce - 1) {
			if o, err := s.Undo(); err != nil || o.Seq == 0 {
				return fmt.Errorf("undo: %d %w", o.Seq, err)
			}
		}
		return nil
	})
	measured(t, "the newest page of the history", func() error {
		h, err := w.History(s.Book(), store.HistoryQuery{Limit: 100})
		if err == nil && len(h) != 100 {
			err = fmt.Errorf("%d entries", len(h))
		}
		return err
	})
	walks(t, w, s.Book(), f)
	measured(t, "check of file and totals", func() error { return none(w.Check(t.Context())) })
	measured(t, "history --verify", func() error { return none(w.VerifyHistory(t.Context())) })
	measured(t, "backup", func() error { _, err := w.Backup(""); return err })
}

// walks measures what the screen of the history asks for: a page, all of it, and what stands nowhere.
func walks(t *testing.T, w *store.Workspace, b store.Book, f *form.Form) {
	for name, q := range map[string]store.HistoryQuery{"by minutes": {}, "by minutes, of one person": {Who: "nobody"}, "by minutes, of a text that is nowhere": {Text: "没有这个"}} {
		x, readings := w.Minutes(b, q), 0
		read := func() (done bool, err error) {
			readings++
			_, _, done, err = x.Read(t.Context(), 100)
			return done, err
		}
		measured(t, name+": a reading", func() error { _, err := read(); return err })
		measured(t, name+": to the end", func() error {
			for {
				if done, err := read(); done || err != nil {
					return err
				}
			}
		})
		t.Logf("in %d readings", readings)
	}
	measured(t, "by records: a reading", func() error { _, _, err := w.Touched(b, store.HistoryQuery{}).Read(t.Context(), 100); return err })
	measured(t, "of one record", func() error {
		all, err := w.Past(t.Context(), b, f, 7, 0, 300)
		if err == nil && len(all) == 0 {
			err = errors.New("it has no past")
		}
		return err
	})
}

func none(found []form.Finding, err error) error {
	if err == nil && len(found) > 0 {
		err = fmt.Errorf("%v", found[0].Message.ZH)
	}
	return err
}

// Many years of many enterprises in one file: the first screen, one of them, and all of it verified.
func TestManyYears(t *testing.T) {
	path := filepath.Join(t.TempDir(), "many.yice")
	w, err := store.Create(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	lines, project := form.ByID("spend"), form.ByID("project")
	measured(t, fmt.Sprintf("%d years of %d enterprises made", *years, *firms), func() error {
		for n := range *firms {
			for y := range *years {
				s, err := entry.Open(w, codeOf(n), 2014+y, entry.Options{Who: "x", Create: true})
				if err != nil {
					return err
				}
				var all []entry.Edit
				for i := range 40 {
					all = append(all, entry.Edit{Form: lines, Row: -int64(i) - 1, Field: "amount", Typed: fmt.Sprint(i + 1)})
				}
				if _, err := s.Apply(text.Pair{}, all); err != nil {
					return err
				}
				if _, err := s.Put(project, 0, "code", "P1"); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var s *entry.Session
	measured(t, "open the newest year of one", func() error { w, s, err = open(path, codeOf(*firms-1), 2014+*years-1); return err })
	defer func() { w.Close() }()
	measured(t, "list them", func() error {
		all, err := w.Books()
		if err == nil && len(all) != *firms**years {
			err = fmt.Errorf("%d years", len(all))
		}
		return err
	})
	measured(t, "leave a field", func() error { _, err := s.Put(lines, 0, "amount", "1"); return err })
	measured(t, "undo", func() error { _, err := s.Undo(); return err })
	measured(t, "check of file and totals", func() error { return none(w.Check(t.Context())) })
	measured(t, "history --verify", func() error { return none(w.VerifyHistory(t.Context())) })
	measured(t, "backup", func() error { _, err := w.Backup(""); return err })
}

// codeOf makes codes that are like codes.
func codeOf(n int) string { return fmt.Sprintf("9115%07dBT%05d", n, n) }
