// Package incoming holds a file from outside open while it is understood: it is opened once, read once from end to end for its
// digest and its character, and read again through the same handle. What is read is what was hashed, or the reading ends in
// the fault "filing.changed".
//
// It must never open a path a second time. Start with [Open].
package incoming

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash/maphash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"unicode/utf8"

	"yice/text"
)

// headBytes is how much of a file's beginning is kept to tell what it is.
const headBytes = 64 << 10

// chunk is what is read at a time.
const chunk = 256 << 10

// File is an open file and what one reading of it says.
type File struct {
	Name   string // as it is shown: without its folders, harmless on a terminal
	Path   string
	Size   int64  // bytes
	Digest string // SHA-256 of its bytes, lower-case hex
	Head   []byte // its first 64 KB
	UTF8   bool   // valid UTF-8 from end to end
	Zeros  Zeros

	f     *os.File
	seed  maphash.Seed
	sum   uint64
	taken atomic.Int64
	same  fs.FileInfo // as it was when [File.Unchanged] last compared every byte
}

// Zeros counts zero bytes at even and at odd places: text of two bytes a character has many in one of them.
type Zeros struct{ Even, Odd int64 }

// Any reports whether a file holds a zero byte: then it is no text of one byte a character.
func (z Zeros) Any() bool { return z.Even+z.Odd > 0 }

// Open opens a file and reads it once. Faults name the file and the way out.
func Open(path string) (*File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, Cannot(path, err)
	}
	opened := &File{Name: Shown(path), Path: path, f: f, seed: maphash.MakeSeed()}
	if err := opened.learn(); err != nil {
		f.Close()
		return nil, Cannot(path, err)
	}
	return opened, nil
}

// Shown is a file's name without its folders, harmless on a terminal.
func Shown(path string) string { return text.Harmless(filepath.Base(path)) }

// Cannot says why a file cannot be read; a fault passes through.
func Cannot(path string, err error) error {
	var f *text.Fault
	switch {
	case errors.As(err, &f):
		return err
	case errors.Is(err, fs.ErrNotExist):
		return &text.Fault{Code: "filing.no-file", Class: text.Cannot, Say: text.FilingNoFile.With(path)}
	case errors.Is(err, fs.ErrPermission):
		return &text.Fault{Code: "filing.no-permission", Class: text.Cannot, Say: text.FilingNoPermission.With(path)}
	}
	return &text.Fault{Code: "filing.cannot-read", Class: text.Cannot, Say: text.FilingCannotRead.With(path), Err: err}
}

// learn reads the file from end to end.
func (f *File) learn() error {
	digest := sha256.New()
	var same maphash.Hash
	same.SetSeed(f.seed)
	valid := validity{ok: true}
	buf := make([]byte, chunk)
	for {
		n, err := f.f.ReadAt(buf, f.Size)
		part := buf[:n]
		digest.Write(part)
		same.Write(part)
		valid.see(part)
		f.count(part)
		if len(f.Head) < headBytes {
			f.Head = append(f.Head, part[:min(n, headBytes-len(f.Head))]...)
		}
		f.Size += int64(n)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
	}
	f.Digest = hex.EncodeToString(digest.Sum(nil))
	f.sum = same.Sum64()
	f.UTF8 = valid.whole()
	return nil
}

// count adds the zero bytes of a part that begins at an even place.
func (f *File) count(part []byte) {
	for i, c := range part {
		if c != 0 {
			continue
		}
		if i&1 == 0 {
			f.Zeros.Even++
		} else {
			f.Zeros.Odd++
		}
	}
}

// validity judges UTF-8 that comes in parts.
type validity struct {
	ok   bool
	held []byte // a character cut off at the end of the last part
}

func (v *validity) see(part []byte) {
	if !v.ok {
		return
	}
	for len(v.held) > 0 && len(part) > 0 && !utf8.FullRune(v.held) {
		v.held, part = append(v.held, part[0]), part[1:]
	}
	if len(v.held) > 0 {
		if !utf8.FullRune(v.held) {
			return
		}
		v.ok = utf8.Valid(v.held)
		v.held = v.held[:0]
	}
	tail := CutOff(part)
	v.held = append(v.held, part[len(part)-tail:]...)
	v.ok = v.ok && utf8.Valid(part[:len(part)-tail])
}

func (v *validity) whole() bool { return v.ok && len(v.held) == 0 }

// CutOff gives how many bytes at the end of a text begin a character of UTF-8 that is not complete.
func CutOff(b []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(b); n++ {
		if utf8.RuneStart(b[len(b)-n]) {
			if !utf8.FullRune(b[len(b)-n:]) {
				return n
			}
			return 0
		}
	}
	return 0
}

// ReadAt reads anywhere; a container that reads so asks [File.Unchanged] at the end.
func (f *File) ReadAt(p []byte, at int64) (int, error) {
	n, err := f.f.ReadAt(p, at)
	f.taken.Add(int64(n))
	return n, err
}

// Restart says that the reading which [File.Share] tells of begins now.
func (f *File) Restart() { f.taken.Store(0) }

// Share tells how much of the file the reading under way has taken: bytes of bytes.
func (f *File) Share() (done, of int64) { return min(f.taken.Load(), f.Size), f.Size }

// Close lets go of the file.
func (f *File) Close() error { return f.f.Close() }

// Unchanged reports, as a fault, that the file is not what it was. It reads all of it, but again only if the system says
// that it was written to since.
func (f *File) Unchanged() error {
	now, err := f.f.Stat()
	if err != nil {
		return Cannot(f.Path, err)
	}
	if f.same != nil && f.same.Size() == now.Size() && f.same.ModTime().Equal(now.ModTime()) {
		return nil
	}
	r := &reader{f: f}
	r.same.SetSeed(f.seed)
	if _, err = io.CopyBuffer(io.Discard, struct{ io.Reader }{r}, make([]byte, chunk)); err != nil {
		return err
	}
	f.same = now
	return nil
}

// Reader reads the file from its beginning. At its end, where it should be, comes io.EOF only if all bytes were those that
// were hashed.
func (f *File) Reader() io.Reader {
	f.Restart()
	r := &reader{f: f, counts: true}
	r.same.SetSeed(f.seed)
	return r
}

type reader struct {
	f      *File
	at     int64
	same   maphash.Hash
	counts bool
}

func (r *reader) Read(p []byte) (int, error) {
	n, err := r.f.f.ReadAt(p, r.at)
	r.same.Write(p[:n])
	r.at += int64(n)
	if r.counts {
		r.f.taken.Store(r.at)
	}
	switch {
	case r.at > r.f.Size, errors.Is(err, io.EOF) && r.same.Sum64() != r.f.sum:
		return 0, r.f.changed()
	case n > 0 && errors.Is(err, io.EOF):
		return n, nil // the end is told by the next call
	case err != nil && !errors.Is(err, io.EOF):
		return n, Cannot(r.f.Path, err)
	}
	return n, err
}

func (f *File) changed() error {
	return &text.Fault{Code: "filing.changed", Class: text.Cannot, Say: text.FilingChanged.With(f.Name)}
}
