//go:build linux

package simulation

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"unsafe"

	"modernc.org/libc"
	lib "modernc.org/sqlite/lib"
)

// Disk is what lies between SQLite and the files of one story. It is full from a certain write on, fails to bring a file down,
// and remembers of every write that was not brought down what was there before: so a power cut can be told.
type Disk struct {
	mu      sync.Mutex
	dir     string
	full    int // the write from which on it is full; 0: never
	sync    int // the bringing down that fails; 0: none
	written int
	synced  int
	undone  map[string][]undo // by file: what was there before each write since it was brought down
	cut     int               // the write before which a copy is made; 0: none
	cutTo   string
	lost    map[string][]undo // of the copy
	hit     bool              // something has failed since it was last mended
	faults  int
}

type undo struct {
	at   int64
	was  []byte
	grew bool // the file was shorter
	size int64
}

// disks is the one disk of the process: SQLite knows one, by its default.
var disks struct {
	sync.Mutex
	now   *Disk
	names map[uintptr]string // of open files

	open, write, sync uintptr // SQLite's own
	methods           map[uintptr]uintptr
}

const (
	okCode   = 0
	fullCode = 13
	syncCode = 1034 // IOERR_FSYNC
)

// install puts the disk under SQLite, once a process.
var install = sync.OnceFunc(func() {
	tls := libc.NewTLS()
	vfs := lib.Xsqlite3_vfs_find(tls, 0)
	v := at[lib.Tsqlite3_vfs](vfs)
	disks.names, disks.methods = map[uintptr]string{}, map[uintptr]uintptr{}
	disks.open = v.FxOpen
	v.FxOpen = pointer(openFile)
})

// pointer gives a function as SQLite's translation calls it.
func pointer(f any) uintptr { return (*[2]uintptr)(unsafe.Pointer(&f))[1] }

// at gives what lies at an address of SQLite's.
func at[T any](p uintptr) *T { return *(**T)(unsafe.Pointer(&p)) }

func openFile(tls *libc.TLS, vfs, name, file uintptr, flags int32, out uintptr) int32 {
	f := disks.open
	code := (*(*func(*libc.TLS, uintptr, uintptr, uintptr, int32, uintptr) int32)(unsafe.Pointer(&struct{ uintptr }{f})))(tls, vfs, name, file, flags, out)
	if code != okCode {
		return code
	}
	h := at[lib.Tsqlite3_file](file)
	disks.Lock()
	defer disks.Unlock()
	if name != 0 {
		disks.names[file] = libc.GoString(name)
	} else {
		delete(disks.names, file)
	}
	mine, ok := disks.methods[h.FpMethods]
	if !ok {
		size := unsafe.Sizeof(lib.Tsqlite3_io_methods{})
		mine = libc.Xmalloc(tls, libc.Tsize_t(size))
		m := at[lib.Tsqlite3_io_methods](mine)
		*m = *at[lib.Tsqlite3_io_methods](h.FpMethods)
		disks.write, disks.sync = m.FxWrite, m.FxSync
		m.FxWrite, m.FxSync = pointer(writeFile), pointer(syncFile)
		disks.methods[h.FpMethods] = mine
	}
	h.FpMethods = mine
	return code
}

func writeFile(tls *libc.TLS, file, buf uintptr, n int32, at int64) int32 {
	if d, name := diskOf(file); d != nil {
		if code := d.beforeWrite(name, int64(n), at); code != okCode {
			return code
		}
	}
	return (*(*func(*libc.TLS, uintptr, uintptr, int32, int64) int32)(unsafe.Pointer(&struct{ uintptr }{disks.write})))(tls, file, buf, n, at)
}

func syncFile(tls *libc.TLS, file uintptr, flags int32) int32 {
	d, name := diskOf(file)
	if d != nil {
		if code := d.beforeSync(); code != okCode {
			return code
		}
	}
	code := (*(*func(*libc.TLS, uintptr, int32) int32)(unsafe.Pointer(&struct{ uintptr }{disks.sync})))(tls, file, flags)
	if d != nil && code == okCode {
		d.mu.Lock()
		delete(d.undone, name)
		d.mu.Unlock()
	}
	return code
}

// diskOf gives the disk a file lies on; nil: not on ours.
func diskOf(file uintptr) (*Disk, string) {
	disks.Lock()
	defer disks.Unlock()
	name := disks.names[file]
	if d := disks.now; d != nil && name != "" && strings.HasPrefix(name, d.dir+"/") {
		return d, name
	}
	return nil, ""
}

// NewDisk puts a disk under a folder; the one before is no longer there.
func NewDisk(dir string) *Disk {
	install()
	d := &Disk{dir: dir, undone: map[string][]undo{}}
	disks.Lock()
	disks.now = d
	disks.Unlock()
	return d
}

// Fill makes the disk full from a write on; Fail makes one bringing down fail. Mend ends both.
func (d *Disk) Fill(after int) { d.mu.Lock(); d.full = d.written + after; d.mu.Unlock() }

// Fail makes a later bringing down fail.
func (d *Disk) Fail(after int) { d.mu.Lock(); d.sync = d.synced + after; d.mu.Unlock() }

// Mend ends what was wrong, and gives how often something failed.
func (d *Disk) Mend() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	n := d.faults
	d.full, d.sync, d.hit, d.faults = 0, 0, false, 0
	return n
}

func (d *Disk) beforeWrite(name string, n, at int64) int32 {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.written++
	if d.cut > 0 && d.written >= d.cut {
		d.copyNow()
	}
	if d.full > 0 && d.written >= d.full {
		d.faults, d.hit = d.faults+1, true
		return fullCode
	}
	u := undo{at: at}
	if st, err := os.Stat(name); err == nil {
		u.size = st.Size()
	}
	u.grew = at+n > u.size
	if k := min(n, u.size-at); k > 0 {
		u.was = readAt(name, at, k)
	}
	d.undone[name] = append(d.undone[name], u)
	return okCode
}

// readAt reads what a write is about to take the place of.
func readAt(name string, at, n int64) []byte {
	f, err := os.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close() // this drops the process's locks, which nobody but itself asks here
	b := make([]byte, n)
	k, _ := f.ReadAt(b, at)
	return b[:k]
}

func (d *Disk) beforeSync() int32 {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.synced++
	if d.sync > 0 && d.synced >= d.sync {
		d.sync = 0
		d.faults, d.hit = d.faults+1, true
		return syncCode
	}
	return okCode
}

// Cut has a copy of the files made at a later write, as they are then: whoever is killed there leaves that behind.
func (d *Disk) Cut(after int, to string) {
	d.mu.Lock()
	d.cut, d.cutTo = d.written+after, to
	d.mu.Unlock()
}

// Lose takes back of a copy some of the writes that had not been brought down: chance says which, torn tears one by sectors.
func (d *Disk) Lose(chance func(n int) int) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	for name, writes := range d.lost {
		path := filepath.Join(d.cutTo, filepath.Base(name))
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			continue // removed since
		}
		for i := len(writes) - 1; i >= 0; i-- {
			u := writes[i]
			switch chance(3) {
			case 0: // it had reached the disk
			case 1: // it had not
				if _, err = f.WriteAt(u.was, u.at); err == nil && u.grew && i == 0 {
					err = f.Truncate(max(u.size, 0))
				}
			case 2: // some of its sectors had
				for at := 0; at+512 <= len(u.was); at += 512 {
					if chance(2) == 0 {
						_, err = f.WriteAt(u.was[at:at+512], u.at+int64(at))
					}
				}
			}
			if err != nil {
				break
			}
		}
		if e := f.Close(); err == nil {
			err = e
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// WasCut reports whether the copy was made.
func (d *Disk) WasCut() bool { d.mu.Lock(); defer d.mu.Unlock(); return d.cutTo != "" && d.cut == 0 }

// copyNow makes the copy. The caller holds d.mu.
func (d *Disk) copyNow() {
	d.cut, d.lost = 0, map[string][]undo{}
	for name, writes := range d.undone {
		d.lost[name] = append([]undo(nil), writes...)
	}
	copyFiles(d.dir, d.cutTo)
}

// copyFiles copies the files of a folder but for what the next opening makes anew.
func copyFiles(from, to string) {
	os.MkdirAll(to, 0o700)
	entries, _ := os.ReadDir(from)
	for _, e := range entries {
		if !e.Type().IsRegular() || strings.HasSuffix(e.Name(), "-shm") || strings.HasSuffix(e.Name(), ".lock") {
			continue
		}
		if b, err := os.ReadFile(filepath.Join(from, e.Name())); err == nil {
			os.WriteFile(filepath.Join(to, e.Name()), b, 0o600)
		}
	}
}
