package unshared_test

import (
	"context"
	"database/sql"
	"path/filepath"
	"sync"
	"testing"

	"modernc.org/libc"
	_ "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	_ "yice/internal/unshared"
)

// Locks that SQLite shares between connections lock; only a connection's own, which it asks to be recursive, does not.
func TestOnlyAConnectionsLockIsIdle(t *testing.T) {
	tls := libc.NewTLS()
	defer tls.Close()
	for kind := int32(lib.SQLITE_MUTEX_FAST); kind <= lib.SQLITE_MUTEX_STATIC_VFS3; kind++ {
		m := lib.Xsqlite3_mutex_alloc(tls, kind)
		if m == 0 {
			t.Fatal(kind, "is not made")
		}
		lib.Xsqlite3_mutex_enter(tls, m)
		if free := lib.Xsqlite3_mutex_try(tls, m) == lib.SQLITE_OK; free != (kind == lib.SQLITE_MUTEX_RECURSIVE) {
			t.Errorf("kind %d: entered twice: %v", kind, free)
		}
		lib.Xsqlite3_mutex_leave(tls, m)
		if lib.Xsqlite3_mutex_try(tls, m) != lib.SQLITE_OK {
			t.Errorf("kind %d is not left", kind)
		}
		lib.Xsqlite3_mutex_leave(tls, m)
		if kind <= lib.SQLITE_MUTEX_RECURSIVE {
			lib.Xsqlite3_mutex_free(tls, m)
		}
	}
}

// Connections side by side, each in a goroutine of its own, some of them given up half-way: everything that was committed is there.
func TestConnectionsSideBySide(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	open := func() *sql.DB {
		db, err := sql.Open("sqlite", "file:"+path+"?_pragma=journal_mode(WAL)&_pragma=busy_timeout(60000)&_pragma=synchronous(OFF)")
		if err != nil {
			t.Fatal(err)
		}
		db.SetMaxOpenConns(1)
		return db
	}
	db := open()
	defer db.Close()
	if _, err := db.Exec("CREATE TABLE t(who INT, n INT, s TEXT)"); err != nil {
		t.Fatal(err)
	}
	const hands, rows = 4, 50
	var wg sync.WaitGroup
	for who := range hands {
		wg.Go(func() {
			db := open()
			defer db.Close()
			for n := range rows {
				if _, err := db.Exec("INSERT INTO t VALUES(?, ?, hex(randomblob(40)))", who, n); err != nil {
					t.Error(err)
					return
				}
				ctx, stop := context.WithCancel(t.Context())
				go stop()
				var sum sql.NullInt64
				_ = db.QueryRowContext(ctx, "SELECT sum(a.n*b.n) FROM t a, t b WHERE a.who=?", who).Scan(&sum) // given up, or not
				stop()
			}
		})
	}
	wg.Wait()
	var count int
	var whole string
	if err := db.QueryRow("SELECT count(*) FROM t").Scan(&count); err != nil || count != hands*rows {
		t.Error(count, err)
	}
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&whole); err != nil || whole != "ok" {
		t.Error(whole, err)
	}
}
