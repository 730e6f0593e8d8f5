// Package verdict says whether a workspace that went through something is whole: by SQLite's own check of the file, by the
// store's check of the totals, and by the chain of the history held against every row. Start with Of.
package verdict

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"time"

	_ "modernc.org/sqlite" // looks at files independently of the program

	"yice/store"
)

// Open opens a file through SQLite alone; query is what follows the question mark of its address.
func Open(path, query string) (*sql.DB, error) {
	dsn := url.URL{Scheme: "file", OmitHost: true, Path: path, RawQuery: query}
	db, err := sql.Open("sqlite", dsn.String())
	if err == nil {
		db.SetMaxOpenConns(1)
	}
	return db, err
}

// Reading is the query of a connection that only reads.
const Reading = "_pragma=query_only(1)&_pragma=busy_timeout(5000)"

// Of gives everything that is wrong with a workspace; nil for nothing.
func Of(path string) error {
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	defer stop()
	db, err := Open(path, Reading)
	if err != nil {
		return err
	}
	defer db.Close()
	var said string
	if err := db.QueryRowContext(ctx, "PRAGMA integrity_check").Scan(&said); err != nil || said != "ok" {
		return fmt.Errorf("integrity_check: %s %w", said, err)
	}
	w, err := store.Open(path, store.Options{ReadOnly: true})
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
		err = errors.Join(err, fmt.Errorf("%s: %s", p.Check, p.Message.ZH))
	}
	return err
}
