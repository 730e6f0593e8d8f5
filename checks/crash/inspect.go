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
	dsn := url.URL{Scheme: "file", OmitHost: true, Path: path, RawQuery: "_pragma=query_only(1)&_pragma=busy_timeout(5000)"}
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
	if err := d.inspectHistory(ctx); err != nil {
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

// inspectFields holds every text of the ledger against what was keyed and what was shown as saved.
func (d *desk) inspectFields(ctx context.Context, db *sql.DB) error {
	rows, err := db.QueryContext(ctx, "SELECT ifnull(voucher, ''), ifnull(summary, '') FROM spend WHERE _book > 0 AND (voucher LIKE 'k%' OR summary LIKE '第____次%')")
	if err != nil {
		return err
	}
	defer rows.Close()
	there := map[string]bool{}
	for rows.Next() {
		var cells [2]string
		if err := rows.Scan(&cells[0], &cells[1]); err != nil {
			return err
		}
		for _, text := range cells {
			if text != "" && !d.sent[text] {
				d.wrong("the file has %q, which nobody keyed", text)
			}
			there[text] = true
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for text := range d.acked {
		if !there[text] {
			d.wrong("%q was shown as saved and is not in the file", text)
			delete(d.acked, text)
		}
	}
	for text := range there {
		if text != "" && !d.acked[text] {
			d.report.Extra++
			d.acked[text] = true // it is there now, and has to stay
		}
	}
	return nil
}

// inspectHistory asks the store whether the file, the totals and the chain hold.
func (d *desk) inspectHistory(ctx context.Context) error {
	w, err := store.Open(d.path, store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer w.Close()
	problems, err := w.Check(ctx)
	if err != nil {
		return err
	}
	more, err := w.VerifyHistory(ctx)
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

// inspectUndo takes the last step back and looks whether exactly that was undone.
func (d *desk) inspectUndo(ctx context.Context, db *sql.DB) error {
	if left, err := d.steps(ctx, db); err != nil || left <= d.base {
		return err
	}
	var (
		step, row              int64
		form, field, old, text string
		n                      int
	)
	err := db.QueryRowContext(ctx, "SELECT id FROM step WHERE state = 0 ORDER BY id DESC LIMIT 1").Scan(&step)
	if err != nil {
		return fmt.Errorf("the last step: %w", err)
	}
	if err := db.QueryRowContext(ctx, "SELECT count(*) FROM history WHERE step = ?", step).Scan(&n); err != nil {
		return err
	}
	err = db.QueryRowContext(ctx, "SELECT form, row, field, old, new FROM history WHERE step = ? ORDER BY seq DESC LIMIT 1", step).Scan(&form, &row, &field, &old, &text)
	if err != nil {
		return err
	}
	if err := d.run("undo", d.path, "--year", "2023"); err != nil {
		d.wrong("undo: %v", err)
		return nil
	}
	var gone bool
	switch {
	case form == "spend" && field != "":
		var now sql.NullString
		if err := db.QueryRowContext(ctx, `SELECT "`+field+`" FROM spend WHERE _row = ?`, row).Scan(&now); err != nil {
			return err
		}
		gone = now.String != plain(text)
		delete(d.acked, plain(text))
	case form == "spend" && field == "":
		var book int64
		if err := db.QueryRowContext(ctx, "SELECT _book FROM spend WHERE _row = ?", row).Scan(&book); err != nil {
			return err
		}
		gone = book < 0
	default:
		gone = true
	}
	if !gone {
		d.wrong("undo left %s.%s of row %d as it was (%d entries in the step)", form, field, row, n)
		return nil
	}
	d.report.Undone++
	return nil
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
