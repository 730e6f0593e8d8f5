package store

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"yice/form"
)

// What is frozen stays as it was, whatever is written meanwhile, references and counts too; and who writes waits for nothing.
func TestFrozenStaysAsItWas(t *testing.T) {
	d := newDesk(t, smallForms())
	p := d.add("project", "code", "P1", "name", "稀土", "staff", 3)
	d.add("spend", "date", "2023-03-15", "project", "P1", "amount", 12345, "category", "A")
	was, err := d.Freeze(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	d.set("project", p, "code", "P9", "staff", 4)
	d.add("spend", "date", "2023-03-16", "project", "P9", "amount", 1, "category", "A")
	if _, _, err := d.WriteBulk(context.Background(), d.book, d.form("spend"), Bulk{}, manySpend(d.form("spend"), 500)); err != nil {
		t.Fatal(err)
	}

	spend := func(w *Workspace) (keys []string) {
		err := w.Scan(context.Background(), d.book, d.form("spend"), func(r *form.Record) error {
			// A second question while the first is being answered sees the same moment.
			one, err := w.Record(d.book, d.form("spend"), r.ID)
			if err == nil && one.Str("project") != r.Str("project") {
				t.Error("two readings of one row differ")
			}
			keys = append(keys, r.Str("project"))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return keys
	}
	if got := spend(was); len(got) != 1 || got[0] != "P1" {
		t.Errorf("the frozen ledger moved: %d lines, %v", len(got), got)
	}
	if got := spend(d.Workspace); len(got) != 502 || got[0] != "P9" {
		t.Errorf("the live ledger: %d lines", len(got))
	}
	for w, want := range map[*Workspace]int64{was: 1, d.Workspace: 502} {
		if n, err := w.Count(d.book, d.form("spend")); n != want || err != nil {
			t.Errorf("%d lines counted, want %d: %v", n, want, err)
		}
	}
	if _, err := was.Write(d.book, Batch{}); code(err) != "store.readonly" {
		t.Errorf("writing to what is frozen: %v", err)
	}
	if err := was.Close(); err != nil {
		t.Fatal(err)
	}
	if err := was.Scan(context.Background(), d.book, d.form("spend"), func(*form.Record) error { return nil }); err == nil {
		t.Error("what was closed still reads")
	}
	d.reopen()
	if got := spend(d.Workspace); len(got) != 502 {
		t.Errorf("after all: %d lines", len(got))
	}
}

// Freezing waits for the writer, and can be stopped while it waits.
func TestFreezingCanBeStopped(t *testing.T) {
	d := newDesk(t, smallForms())
	d.mu.Lock()
	ctx, stop := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer stop()
	_, err := d.Freeze(ctx)
	d.mu.Unlock()
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("froze beside a writer: %v", err)
	}
}

// A backup that is stopped leaves nothing behind.
func TestABackupIsStopped(t *testing.T) {
	d := newDesk(t, smallForms())
	if _, _, err := d.WriteBulk(context.Background(), d.book, d.form("spend"), Bulk{}, manySpend(d.form("spend"), 2000)); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	dir := t.TempDir()
	if _, err := d.BackupTelling(ctx, dir, func(int64, int64) {}); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	left, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range left {
		if strings.HasSuffix(e.Name(), ".part") || strings.HasSuffix(e.Name(), ".yice") {
			t.Errorf("left behind: %s", e.Name())
		}
	}
	if path, err := d.Backup(dir); err != nil {
		t.Error(err)
	} else if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}
