package store

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"yice/seal"
)

// LeftWaiting is a file of waiting writes that an opening left behind which did not end well.
type LeftWaiting struct {
	Book Book
	Who  string
	// Fits says that its writes may be written: the history they were keyed for is this one, and nobody else has written in
	// the book since.
	Fits bool
	// Writes are those that are not in yet. The first of them has the number Done+1.
	Writes [][]byte
	Done   int64
	// Born are the rows that those before made, by the numbers they had while they waited.
	Born map[int64]int64

	w    *Workspace
	path string
	head waitingHead
	last []byte
	mark waitingMark
}

// TakesLeft reports, once for an opening and not when it has begun a file of its own, that what earlier ones left is to be taken
// in. Many sessions are opened over one workspace, beside a desk whose own writes wait.
func (w *Workspace) TakesLeft() bool {
	if w.readOnly {
		return false
	}
	w.waits.mu.Lock()
	defer w.waits.mu.Unlock()
	first := !w.waits.judged
	w.waits.judged = true
	return first
}

// LeftWaiting gives what is left behind, the oldest first. A file of which not even the first line reached the disk kept
// nothing that anybody was told of, and is removed.
func (w *Workspace) LeftWaiting() ([]*LeftWaiting, error) {
	if w.readOnly {
		return nil, nil
	}
	paths, err := filepath.Glob(globbed(w.path+waitingInfix) + "????????????????")
	if err != nil || len(paths) == 0 {
		return nil, err
	}
	var all []*LeftWaiting
	for _, path := range paths {
		l, err := readWaiting(path)
		if err != nil {
			return nil, explain(w.path, err)
		}
		if l == nil {
			continue
		}
		l.w = w
		if err := l.judge(); err != nil {
			return nil, err
		}
		if len(l.Writes) == 0 { // all of it is in
			if err := l.Remove(); err != nil {
				return nil, explain(w.path, err)
			}
			continue
		}
		all = append(all, l)
	}
	slices.SortStableFunc(all, func(a, b *LeftWaiting) int { return int(min(max(a.head.At-b.head.At, -1), 1)) })
	return all, nil
}

// readWaiting reads a file as far as its lines hold together; nil for one that is none, or that kept nothing.
func readWaiting(path string) (*LeftWaiting, error) {
	st, err := os.Lstat(path)
	if err != nil || !st.Mode().IsRegular() || st.Size() > mostWaiting {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, mostWaiting))
	if err != nil {
		return nil, err
	}
	l := &LeftWaiting{path: path}
	for first := true; ; first = false {
		line, rest, whole := bytes.Cut(b, []byte{'\n'})
		sum, held, ok := bytes.Cut(line, []byte{' '})
		if !whole || !ok {
			break
		}
		want := seal.SM3(append(slices.Clone(l.last), held...))
		if string(sum) != hex.EncodeToString(want[:]) {
			break
		}
		l.last, b = want[:], rest
		if !first {
			l.Writes = append(l.Writes, slices.Clone(held))
			continue
		}
		if json.Unmarshal(held, &l.head) != nil || l.head.Magic != waitingMagic || !strings.HasSuffix(path, waitingInfix+l.head.ID) {
			return nil, nil // somebody else's
		}
	}
	if l.head.ID == "" {
		if st.Size() < 4096 && looksTorn(b) {
			return nil, os.Remove(path)
		}
		return nil, nil
	}
	l.Book, l.Who = Book{ID: l.head.Book, Year: l.head.Year}, l.head.Who
	return l, nil
}

// looksTorn reports what is left of a first line that did not reach the disk: nothing, zeros, or its beginning.
func looksTorn(b []byte) bool {
	b = bytes.Trim(b, "\x00")
	const hexDigits = "0123456789abcdef"
	n := min(len(b), 64)
	return len(bytes.Trim(b[:n], hexDigits)) == 0 && !bytes.Contains(b, []byte{'\n'})
}

// judge holds the file against the workspace: how far it is in, and whether it may go on.
func (l *LeftWaiting) judge() error {
	return l.w.reading(background, func(c *conn) error {
		var uscc, said string
		var year int64
		there, err := c.row("SELECT uscc, year FROM book WHERE id=?", []any{&uscc, &year}, l.head.Book)
		if err != nil {
			return err
		}
		l.Book.USCC = uscc
		if _, err := c.row("SELECT text FROM note WHERE book=? AND kind=? AND id=?", []any{&said}, l.head.Book, draftNote, waitingNote); err != nil {
			return err
		}
		l.mark = waitingMark{ID: l.head.ID}
		var m waitingMark
		if json.Unmarshal([]byte(said), &m) == nil && m.ID == l.head.ID {
			l.mark = m
		}
		l.Done, l.Born = min(max(l.mark.N, 0), int64(len(l.Writes))), l.mark.Born
		l.Writes = l.Writes[l.Done:]
		var hash []byte
		if _, err := c.row("SELECT hash FROM history WHERE seq=?", []any{&hash}, l.head.Seq); err != nil {
			return err
		}
		same := hex.EncodeToString(hash) == l.head.Hash
		others, err := c.number("SELECT count(*) FROM (SELECT 1 FROM history WHERE seq>? AND book=? LIMIT 1)", max(l.head.Seq, l.mark.Seq), l.head.Book)
		l.Fits = there && int(year) == l.head.Year && same && others == 0
		return err
	})
}

// Resume makes its writes those of this opening: each says that it is in, as it would have.
func (l *LeftWaiting) Resume() (*Waiting, error) {
	if !l.Fits {
		return nil, fmt.Errorf("store: %s belongs to another history", l.path)
	}
	q := &Waiting{w: l.w, path: l.path, book: l.head.Book, year: l.head.Year, mark: l.mark, bad: errClosed}
	l.w.waits.mu.Lock()
	l.w.waits.q = q
	l.w.waits.mu.Unlock()
	return q, nil
}

// Remove ends the file.
func (l *LeftWaiting) Remove() error { return (&Waiting{w: l.w, path: l.path}).Remove() }
