//go:build linux

package powercut

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// sector is what a disk writes wholly or not at all.
const sector = 512

// disk is a folder as the system shows it, and what of it is sure to outlive a power cut.
type disk struct {
	root    string
	names   map[string]*file // as programs see them
	sure    map[string]*file // as they are on the disk
	waiting []naming         // what was done to names since their folder was synced
	clock   int
}

// file is a file's content, or a folder.
type file struct {
	dir     bool
	now     []byte // as programs see it
	sure    []byte // as it is on the disk
	waiting []change
}

// change is a write, or with no data a cut to size, that was not synced.
type change struct {
	when int
	off  int64
	data []byte
	size int64
	line int // of the record, where it was through
}

// naming is one change of names: what each path names afterwards, nil for nothing.
type naming struct {
	when int
	line int
	to   map[string]*file
}

// newDisk takes a folder as it is: all of it on the disk.
func newDisk(root string) (*disk, error) {
	d := &disk{root: root, names: map[string]*file{}, sure: map[string]*file{}}
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		f := &file{dir: e.IsDir()}
		if !f.dir {
			if f.now, err = os.ReadFile(path); err != nil {
				return err
			}
			f.sure = bytes.Clone(f.now)
		}
		d.names[path], d.sure[path] = f, f
		return nil
	})
	return d, err
}

// passing tells files that no cut has to keep: the memory that connections share, and the lock.
func passing(path string) bool {
	return strings.HasSuffix(path, "-shm") || strings.HasSuffix(path, ".lock")
}

func (d *disk) name(line int, to map[string]*file) {
	for path, f := range to {
		if f == nil {
			delete(d.names, path)
		} else {
			d.names[path] = f
		}
	}
	d.waiting = append(d.waiting, naming{d.clock, line, to})
}

func (d *disk) change(path string, c change) error {
	f := d.names[path]
	if f == nil || f.dir {
		return fmt.Errorf("%s is written and is not there", path)
	}
	c.when = d.clock
	f.now = c.apply(f.now)
	f.waiting = append(f.waiting, c)
	return nil
}

func (c change) apply(to []byte) []byte {
	if c.data == nil {
		return resized(to, c.size)
	}
	if end := c.off + int64(len(c.data)); end > int64(len(to)) {
		to = resized(to, end)
	}
	copy(to[c.off:], c.data)
	return to
}

func resized(b []byte, size int64) []byte {
	if size <= int64(len(b)) {
		return b[:size:size]
	}
	return append(b[:len(b):len(b)], make([]byte, size-int64(len(b)))...)
}

// take plays one event.
func (d *disk) take(e event) error {
	d.clock++
	if passing(e.path) {
		return nil
	}
	switch e.call {
	case "open":
		if d.names[e.path] == nil {
			d.name(e.at, map[string]*file{e.path: {}})
		} else if e.cut {
			return d.change(e.path, change{line: e.at})
		}
	case "write":
		return d.change(e.path, change{off: e.off, data: e.data, line: e.at})
	case "copy":
		from, err := strconv.ParseInt(string(e.data), 10, 64)
		source := d.names[e.path]
		if err != nil || source == nil || from+e.size > int64(len(source.now)) {
			return fmt.Errorf("a copy from %s, %d bytes at %d, of what is not there", e.path, e.size, from)
		}
		return d.change(e.to, change{off: e.off, data: bytes.Clone(source.now[from : from+e.size]), line: e.at})
	case "truncate":
		return d.change(e.path, change{size: e.size, line: e.at})
	case "rename":
		f := d.names[e.path]
		if f == nil || f.dir {
			return fmt.Errorf("%s is renamed and is no file", e.path)
		}
		d.name(e.at, map[string]*file{e.path: nil, e.to: f})
	case "link":
		d.name(e.at, map[string]*file{e.to: d.names[e.path]})
	case "remove":
		d.name(e.at, map[string]*file{e.path: nil})
	case "mkdir":
		d.name(e.at, map[string]*file{e.path: {dir: true}})
	case "sync":
		return d.sync(e)
	}
	return nil
}

// sync makes sure what was through before the call began: of a file its content, of a folder the names in it.
func (d *disk) sync(e event) error {
	f := d.names[e.path]
	if f == nil {
		return fmt.Errorf("%s is synced and is not there", e.path)
	}
	if !f.dir {
		var later []change
		for _, c := range f.waiting {
			if c.line > e.began && c.line <= e.at {
				later = append(later, c)
				continue
			}
			f.sure = c.apply(bytes.Clone(f.sure))
		}
		f.waiting = later
		return nil
	}
	d.waiting = slices.DeleteFunc(d.waiting, func(n naming) bool {
		if n.line > e.began && n.line <= e.at {
			return false
		}
		for path := range n.to {
			if filepath.Dir(path) != e.path {
				return false
			}
		}
		n.on(d.sure)
		return true
	})
	return nil
}

func (n naming) on(names map[string]*file) {
	for path, f := range n.to {
		if f == nil {
			delete(names, path)
		} else {
			names[path] = f
		}
	}
}

// What of the unsynced outlives a cut.
const (
	nothing = iota // none of it
	all            // all of it: the program was killed, not the machine
	ordered        // what was done up to some moment
	some           // any of it
	torn           // any sector of it
	fates
)

var fateNames = [fates]string{"nothing", "all", "ordered", "some", "torn"}

// rebuild writes the folder as a cut now would leave it.
func (d *disk) rebuild(to string, fate int, random *rand.Rand) error {
	until := d.clock + 1
	if fate == ordered {
		first := d.clock
		for _, n := range d.waiting {
			first = min(first, n.when)
		}
		for _, f := range d.names {
			for _, c := range f.waiting {
				first = min(first, c.when)
			}
		}
		until = first + random.IntN(d.clock-first+2)
	}
	lives := func(when int) bool {
		switch fate {
		case nothing:
			return false
		case all:
			return true
		case ordered:
			return when < until
		}
		return random.IntN(2) == 0
	}
	names := map[string]*file{}
	for path, f := range d.sure {
		names[path] = f
	}
	for _, n := range d.waiting {
		if lives(n.when) {
			n.on(names)
		}
	}
	content := map[*file][]byte{} // a file may have two names
	paths := make([]string, 0, len(names))
	for path := range names {
		paths = append(paths, path)
	}
	slices.Sort(paths) // folders before what is in them
	for _, path := range paths {
		f := names[path]
		at := filepath.Join(to, strings.TrimPrefix(path, d.root))
		if f.dir {
			if err := os.Mkdir(at, 0o755); err != nil && !errors.Is(err, fs.ErrExist) && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			continue
		}
		b, ok := content[f]
		if !ok {
			b = f.left(fate, lives, random)
			content[f] = b
		}
		if err := os.WriteFile(at, b, 0o644); err != nil && !errors.Is(err, fs.ErrNotExist) { // its folder did not outlive it
			return err
		}
	}
	return nil
}

// left gives the content that outlives a cut.
func (f *file) left(fate int, lives func(int) bool, random *rand.Rand) []byte {
	b := bytes.Clone(f.sure)
	for _, c := range f.waiting {
		if fate == torn && c.data != nil {
			for at := c.off; at < c.off+int64(len(c.data)); {
				end := min(at-at%sector+sector, c.off+int64(len(c.data)))
				if random.IntN(2) == 0 {
					b = change{off: at, data: c.data[at-c.off : end-c.off]}.apply(b)
				}
				at = end
			}
			continue
		}
		if lives(c.when) {
			b = c.apply(b)
		}
	}
	return b
}

// same holds what was played against the real folder.
func (d *disk) same() error {
	seen := map[string]bool{}
	err := filepath.WalkDir(d.root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || passing(path) {
			return err
		}
		seen[path] = true
		f := d.names[path]
		if f == nil || f.dir != e.IsDir() {
			return fmt.Errorf("%s is there and was not taken down", path)
		}
		if f.dir {
			return nil
		}
		b, err := os.ReadFile(path)
		if err == nil && !bytes.Equal(b, f.now) {
			err = fmt.Errorf("%s has %d bytes, and %d others were taken down", path, len(b), len(f.now))
		}
		return err
	})
	for path := range d.names {
		if err == nil && !seen[path] {
			err = fmt.Errorf("%s was taken down and is not there", path)
		}
	}
	return err
}
