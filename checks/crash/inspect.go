//go:build linux

package crash

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	_ "modernc.org/sqlite" // reads the file independently of the program

	"yice/store"
)

// open opens the file beside the program, for reading, through SQLite alone.
func (d *desk) open(ctx context.Context) (*sql.DB, error) { return openDB(ctx, d.path) }

func openDB(ctx context.Context, path string) (*sql.DB, error) {
	return openFor(ctx, path, "_pragma=query_only(1)&_pragma=busy_timeout(5000)")
}

func openFor(ctx context.Context, path, query string) (*sql.DB, error) {
	dsn := url.URL{Scheme: "file", OmitHost: true, Path: path, RawQuery: query}
	db, err := sql.Open("sqlite", dsn.String())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	return db, db.PingContext(ctx)
}

// lines counts the ledger.
func (d *desk) lines() (n int, err error) {
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	defer stop()
	db, err := d.open(ctx)
	if err != nil {
		return 0, err
	}
	defer db.Close()
	return n, db.QueryRowContext(ctx, "SELECT count(*) FROM spend WHERE _book > 0").Scan(&n)
}

// inspect looks at the file after a kill: through SQLite, through the store's own checks, and by undoing the last step.
func (d *desk) inspect() error {
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	defer stop()
	if err := d.takeIn(); err != nil {
		return err
	}
	db, err := d.open(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	if err := d.inspectPages(ctx, db); err != nil {
		return err
	}
	if err := d.inspectFields(ctx, db); err != nil {
		return err
	}
	if err := d.inspectHistory(ctx, d.path); err != nil {
		return err
	}
	return d.inspectUndo(ctx, db)
}

func (d *desk) inspectPages(ctx context.Context, db *sql.DB) error {
	var said string
	if err := db.QueryRowContext(ctx, "PRAGMA integrity_check").Scan(&said); err != nil {
		return err
	}
	if said != "ok" {
		d.wrong("integrity_check: %s", said)
	}
	return nil
}

// texts gives every text of the ledger that was keyed.
func (d *desk) texts(ctx context.Context, db *sql.DB) (map[string]bool, error) {
	rows, err := db.QueryContext(ctx, "SELECT ifnull(voucher, ''), ifnull(summary, '') FROM spend WHERE _book > 0 AND (voucher LIKE 'k%' OR summary LIKE '第____次%')")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	there := map[string]bool{}
	for rows.Next() {
		var cells [2]string
		if err := rows.Scan(&cells[0], &cells[1]); err != nil {
			return nil, err
		}
		for _, text := range cells {
			if text != "" {
				there[text] = true
			}
		}
	}
	return there, rows.Err()
}

// inspectFields holds every text of the ledger against what was keyed, what was shown as saved and what as undone.
func (d *desk) inspectFields(ctx context.Context, db *sql.DB) error {
	there, err := d.texts(ctx, db)
	if err != nil {
		return err
	}
	for text := range there {
		if !d.sent[text] {
			d.wrong("the file has %q, which nobody keyed", text)
		}
		if d.gone[text] {
			d.wrong("%q was shown as undone and is in the file", text)
		}
	}
	for text := range d.acked {
		if !there[text] {
			d.wrong("%q was shown as saved and is not in the file", text)
			delete(d.acked, text)
		}
	}
	d.inspectBlock(there)
	for text := range there {
		if !d.acked[text] {
			d.report.Extra++
			d.acked[text] = true // it is there now, and has to stay
		}
	}
	return nil
}

// inspectBlock looks whether a pasted block is there wholly or not at all.
func (d *desk) inspectBlock(there map[string]bool) {
	if d.block == nil {
		return
	}
	n := 0
	for _, text := range d.block {
		if there[text] {
			n++
		}
	}
	switch n {
	case 0:
		d.report.PastesNone++
	case len(d.block):
		d.report.PastesWhole++
	default:
		d.wrong("of a pasted block of %d cells %d are in the file", len(d.block), n)
	}
}

// inspectHistory asks the store whether the file, the totals and the chain hold.
func (d *desk) inspectHistory(ctx context.Context, path string) error {
	w, err := store.Open(path, store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer w.Close()
	problems, err := w.Check(ctx)
	if err != nil {
		return err
	}
	more, err := w.CheckAll(ctx)
	if err != nil {
		return err
	}
	for _, p := range append(problems, more...) {
		d.wrong("%s: %s", p.Check, p.Message.ZH)
	}
	return nil
}

// steps counts the steps that can be undone.
func (d *desk) steps(ctx context.Context, db *sql.DB) (n int, err error) {
	return n, db.QueryRowContext(ctx, "SELECT count(*) FROM step WHERE state = 0").Scan(&n)
}

// recorded is what a step did to a row, or to one field of it.
type recorded struct {
	form, field, new string
	row              int64
}

// inspectUndo takes the last step back and looks whether that step was undone, all of it and nothing else.
func (d *desk) inspectUndo(ctx context.Context, db *sql.DB) error {
	if left, err := d.steps(ctx, db); err != nil || left <= d.base {
		return err
	}
	step, err := lastStep(ctx, db)
	if err != nil {
		return err
	}
	before, err := d.texts(ctx, db)
	if err != nil {
		return err
	}
	if err := d.run("undo", d.path, "--year", "2023"); err != nil {
		d.wrong("undo: %v", err)
		return nil
	}
	after, err := d.texts(ctx, db)
	if err != nil {
		return err
	}
	undone := map[string]bool{} // the fields of the step; a row that is gone takes its texts along
	for _, e := range step {
		if e.field != "" {
			undone[plain(e.new)] = true
			continue
		}
		if e.form != "spend" {
			continue
		}
		var book int64
		if err := db.QueryRowContext(ctx, "SELECT _book FROM spend WHERE _row = ?", e.row).Scan(&book); err != nil {
			return err
		}
		if book > 0 {
			d.wrong("undo left row %d as it was (%d entries in the step)", e.row, len(step))
			return nil
		}
		for text := range before {
			if strings.Contains(e.new, text) {
				undone[text] = true
			}
		}
	}
	for text := range before {
		if undone[text] == after[text] {
			d.wrong("undo of a step of %d entries: %q was there, is there now: %v", len(step), text, after[text])
		}
	}
	for text := range undone {
		delete(d.acked, text)
	}
	d.report.Undone++
	return nil
}

// lastStep gives the entries of the step that the next undo takes back.
func lastStep(ctx context.Context, db *sql.DB) (step []recorded, err error) {
	rows, err := db.QueryContext(ctx, "SELECT form, row, field, new FROM history WHERE step = (SELECT max(id) FROM step WHERE state = 0) AND kind = 'do' ORDER BY seq")
	if err != nil {
		return nil, fmt.Errorf("the last step: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var e recorded
		if err := rows.Scan(&e.form, &e.row, &e.field, &e.new); err != nil {
			return nil, err
		}
		step = append(step, e)
	}
	return step, rows.Err()
}

// plain gives the text of a cell as the history writes it: a letter for its kind, then the text.
func plain(encoded string) string { return strings.TrimPrefix(encoded, "s") }

// inspectBackups opens every backup that bears a backup's name.
func (d *desk) inspectBackups() error {
	backups, err := store.Backups(d.path)
	if err != nil {
		return err
	}
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	defer stop()
	for _, b := range backups {
		if err := b.Verify(ctx); err != nil || b.Condition != store.BackupWhole {
			d.wrong("the backup %s bears its name and is not whole: %v", filepath.Base(b.Path), b.Words())
		}
		db, err := openDB(ctx, b.Path)
		if err != nil {
			d.wrong("the backup %s does not open: %v", filepath.Base(b.Path), err)
			continue
		}
		var said string
		if err := db.QueryRowContext(ctx, "PRAGMA integrity_check").Scan(&said); err != nil || said != "ok" {
			d.wrong("the backup %s: %s %v", filepath.Base(b.Path), said, err)
		}
		db.Close()
		d.report.BackupsListed++
	}
	return removeSides(backups)
}

// removeSides takes away what reading a backup may have left beside it.
func removeSides(backups []store.BackupInfo) error {
	for _, b := range backups {
		for _, side := range []string{"-wal", "-shm"} {
			if err := os.Remove(b.Path + side); err != nil && !os.IsNotExist(err) {
				return err
			}
		}
	}
	return nil
}
