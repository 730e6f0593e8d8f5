// Package unshared takes from SQLite the lock around every call on a connection. Importing it is all there is to do.
//
// SQLite locks a connection for every value that is read or bound, so that several threads may use one. Nobody does: the driver lets no two
// goroutines use a connection, as what it keeps of one itself is not locked at all (modernc.org/sqlite, "Driver connections" in its
// documentation). So this is what SQLite calls multi-thread (https://www.sqlite.org/threadsafe.html): any number of threads, each with
// connections of its own. The driver has no flag for it, but SQLite takes locks of the program's own. What it saves is in
// docs/decisions/0036-a-connection-is-not-shared.md.
package unshared

import (
	"fmt"
	"sync"
	"unsafe"

	"modernc.org/libc"
	lib "modernc.org/sqlite/lib"
)

// mutex is one of SQLite's. Those that it asks to be recursive are the connections', and one that guards its beginning, which is over before
// anybody can be in its way: they do nothing. All others are locks.
type mutex struct {
	sync.Mutex
	idle bool
}

// static are those that SQLite has one of each, by their number.
var static [lib.SQLITE_MUTEX_STATIC_VFS3 + 1]mutex

var methods = lib.Tsqlite3_mutex_methods{
	FxMutexInit:  code(func(*libc.TLS) int32 { return lib.SQLITE_OK }),
	FxMutexEnd:   code(func(*libc.TLS) int32 { return lib.SQLITE_OK }),
	FxMutexAlloc: code(alloc),
	FxMutexFree:  code(libc.Xfree),
	FxMutexEnter: code(enter),
	FxMutexTry:   code(try),
	FxMutexLeave: code(leave),
}

// code is a function as translated C calls it: the address of its code.
func code[F any](f F) uintptr { return *(*uintptr)(unsafe.Pointer(&struct{ f F }{f})) }

func at(p uintptr) *mutex { return *(**mutex)(unsafe.Pointer(&p)) }

func alloc(tls *libc.TLS, kind int32) uintptr {
	if kind > lib.SQLITE_MUTEX_RECURSIVE {
		return uintptr(unsafe.Pointer(&static[kind]))
	}
	p := libc.Xcalloc(tls, 1, lib.Tsize_t(unsafe.Sizeof(mutex{})))
	if p != 0 {
		at(p).idle = kind == lib.SQLITE_MUTEX_RECURSIVE
	}
	return p
}

func enter(_ *libc.TLS, p uintptr) {
	if m := at(p); !m.idle {
		m.Lock()
	}
}

func try(_ *libc.TLS, p uintptr) int32 {
	if m := at(p); m.idle || m.TryLock() {
		return lib.SQLITE_OK
	}
	return lib.SQLITE_BUSY
}

func leave(_ *libc.TLS, p uintptr) {
	if m := at(p); !m.idle {
		m.Unlock()
	}
}

// Before anybody opens a connection SQLite is told, and begins: afterwards it takes no other locks.
func init() {
	tls := libc.NewTLS()
	defer tls.Close()
	args := libc.Xmalloc(tls, lib.Tsize_t(unsafe.Sizeof(uintptr(0))))
	defer libc.Xfree(tls, args)
	for _, told := range []int32{
		lib.Xsqlite3_config(tls, lib.SQLITE_CONFIG_MUTEX, libc.VaList(args, uintptr(unsafe.Pointer(&methods)))),
		lib.Xsqlite3_initialize(tls),
	} {
		if told != lib.SQLITE_OK {
			panic(fmt.Sprint("unshared: SQLite does not take its locks: ", told))
		}
	}
}
