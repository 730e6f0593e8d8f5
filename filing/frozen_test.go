package filing

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"yice/entry"
	"yice/form"
	"yice/text"
)

// freeze freezes a session for a test.
func freeze(t *testing.T, s *entry.Session) *entry.Session {
	t.Helper()
	f, err := s.Freeze(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

// empty insists that a folder has nothing in it, whole or half.
func empty(t *testing.T, dir string) {
	t.Helper()
	left, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range left {
		t.Errorf("left behind: %s", e.Name())
	}
}

// A year that nobody touches meanwhile is sealed from a frozen session as from itself.
func TestAFrozenYearIsSealed(t *testing.T) {
	s := golden(t)
	explainAll(t, s)
	path := filepath.Join(t.TempDir(), "out.zip")
	var done, of int64
	last := 0
	o := SubmitOptions{Unsigned: nobodySigned, Now: sealedAt("2024-01-20T09:00:00+08:00"), Rows: func(d, n int64) {
		if d < done || d > n {
			t.Errorf("progress went from %d of %d to %d of %d", done, of, d, n)
		}
		done, of = d, n
	}, Last: func(seal func() error) error { last++; return seal() }}
	r, err := Submit(context.Background(), freeze(t, s), path, o)
	if err != nil {
		t.Fatal(err)
	}
	if v := verify(t, path, VerifyOptions{}); !v.OK {
		t.Errorf("%+v", v.Problems)
	}
	made, err := Sealings(s)
	if err != nil || len(made) != 1 || made[0].Serial != r.Serial || !s.Locked() || last != 1 {
		t.Errorf("not remembered: %+v, locked %t, %v", made, s.Locked(), err)
	}
	if of == 0 || done != of {
		t.Errorf("the progress ended at %d of %d", done, of)
	}
}

// What was changed while it was being sealed is not sealed: no file, no lock, no trace of a sealing.
func TestAYearChangedMeanwhileIsNotSealed(t *testing.T) {
	s := golden(t)
	explainAll(t, s)
	dir := t.TempDir()
	was := freeze(t, s)
	p := form.ByID("project")
	o := SubmitOptions{Unsigned: nobodySigned, Last: func(seal func() error) error {
		if _, err := s.Put(p, s.Records(p)[0].ID, "name", "改过的名称"); err != nil {
			t.Fatal(err)
		}
		return seal()
	}}
	_, err := Submit(context.Background(), was, filepath.Join(dir, "out.zip"), o)
	var f *text.Fault
	if !errors.As(err, &f) || f.Code != "entry.changed-since" {
		t.Errorf("sealed all the same: %v", err)
	}
	empty(t, dir)
	made, err := Sealings(s)
	if err != nil || len(made) != 0 || s.Locked() {
		t.Errorf("remembered: %+v, locked %t, %v", made, s.Locked(), err)
	}
	if got := s.Records(p)[0].Str("name"); got != "改过的名称" {
		t.Errorf("the change is gone: %q", got)
	}
}

// Work that is stopped leaves nothing half done.
func TestStoppedWorkLeavesNothing(t *testing.T) {
	s := golden(t)
	explainAll(t, s)
	dir := t.TempDir()
	for name, do := range map[string]func(ctx context.Context, stop func()) error{
		"seal": func(ctx context.Context, stop func()) error {
			_, err := Submit(ctx, freeze(t, s), filepath.Join(dir, "out.zip"), SubmitOptions{Unsigned: nobodySigned, Progress: func(p text.Pair) {
				if p == text.FilingStageSeal {
					stop()
				}
			}})
			return err
		},
		"report": func(ctx context.Context, stop func()) error {
			stop()
			return Report(ctx, freeze(t, s), filepath.Join(dir, "out.xlsx"), ReportOptions{})
		},
		"export": func(ctx context.Context, stop func()) error {
			stop()
			return ExportFile(ctx, freeze(t, s), form.ByID("spend"), filepath.Join(dir, "out.csv"), ExportOptions{})
		},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, stop := context.WithCancel(context.Background())
			defer stop()
			if err := do(ctx, stop); !errors.Is(err, context.Canceled) {
				t.Errorf("not stopped: %v", err)
			}
			empty(t, dir)
			if s.Locked() {
				t.Error("locked")
			}
		})
	}
}
