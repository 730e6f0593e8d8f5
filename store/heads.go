package store

import (
	"encoding/hex"
	"path/filepath"
	"time"

	"yice/form"
	"yice/seal"
	"yice/text"
)

// A chain does not see that its end was cut off, nor that all of it was made anew. Whoever has an earlier head or root
// does: backups, submissions, receipts. They are looked for here while the history is walked, not by asking the file.

// watched are the heads and roots that a walk looks for.
type watched struct {
	witnesses []Witness
	vouched   []int64
	heads     map[string][]int // positions of witnesses, by hash
	sizes     map[int64][]int
}

func newWatched(witnesses []Witness) watched {
	x := watched{witnesses: witnesses, vouched: make([]int64, len(witnesses)), heads: map[string][]int{}, sizes: map[int64][]int{}}
	for i, w := range witnesses {
		if w.Log.Size > 0 {
			x.sizes[w.Log.Size] = append(x.sizes[w.Log.Size], i)
		} else if hash, err := hex.DecodeString(w.Head); err == nil && len(hash) > 0 {
			x.heads[string(hash)] = append(x.heads[string(hash)], i)
		}
	}
	return x
}

// add looks for the head of a backup besides.
func (x *watched) add(w Witness) (at int) {
	hash, err := hex.DecodeString(w.Head)
	if err != nil || len(hash) == 0 {
		return -1
	}
	at = len(x.vouched)
	x.witnesses, x.vouched = append(x.witnesses[:at:at], w), append(x.vouched, 0)
	x.heads[string(hash)] = append(x.heads[string(hash)], at)
	return at
}

// watch is called with every entry.
func (x *watched) watch(hash []byte, size int64, log func() seal.Log) {
	for _, i := range x.heads[string(hash)] {
		x.vouched[i] = size
	}
	for _, i := range x.sizes[size] {
		if w := x.witnesses[i]; w.Log == log() && (w.Head == "" || w.Head == hex.EncodeToString(hash)) {
			x.vouched[i] = size
		}
	}
}

// compareWitnesses reports those whose history is not in this one.
func (v *verifier) compareWitnesses() error {
	for i, w := range v.witnesses {
		if v.vouched[i] > 0 || w.backup || w.Head == "" && w.Log.Size == 0 {
			continue
		}
		say := text.StoreFindNotWitnessed.With(w.Name)
		if n := w.Log.Size; n > v.tree.Size() {
			say = text.StoreFindWitnessCut.With(w.Name, n, v.tree.Size())
		} else if n > 0 {
			say = text.StoreFindWitnessOther.With(w.Name, n)
			if sound := v.vouchedBelow(n); sound > 0 {
				say = text.StoreFindWitnessBetween.With(w.Name, sound+1, n)
			}
		}
		if err := v.report("store.history", form.Finding{Message: say}); err != nil {
			return err
		}
	}
	return nil
}

// vouchedBelow is how many entries, fewer than n, anybody vouches for.
func (x *watched) vouchedBelow(n int64) (most int64) {
	for _, v := range x.vouched {
		if v < n {
			most = max(most, v)
		}
	}
	return most
}

// backupSeen is a backup beside the workspace, and its place among those looked for.
type backupSeen struct {
	BackupInfo
	at int
}

// backups adds the head of every backup beside the workspace to what is looked for.
func (v *verifier) backups() (seen []backupSeen, err error) {
	all, err := Backups(v.w.path)
	if err != nil {
		return nil, err
	}
	for _, b := range all {
		if at := v.add(Witness{Head: b.Head, backup: true}); at >= 0 {
			seen = append(seen, backupSeen{b, at})
		}
	}
	return seen, nil
}

// compareBackups reports the backups whose history is not in this one. A restored file rightly lacks what was entered
// between its backup and the restore, which its history tells.
func (v *verifier) compareBackups(seen []backupSeen) error {
	restored, err := v.c.number("SELECT max(at) FROM history WHERE kind=? AND book=0 AND form='' AND key='' AND field='' AND old='' AND new LIKE '____-__-__T%'", kindNote)
	if err != nil {
		return err
	}
	for _, b := range seen {
		if v.vouched[b.at] > 0 || b.At.UnixMilli() <= restored {
			continue
		}
		held := false
		if !v.w.alone && !v.w.held { // a backup that was made since this reading began
			if held, err = v.w.holds(b.Head); err != nil {
				return err
			}
		}
		if !held {
			say := text.StoreFindCut.With(filepath.Base(b.Path), b.At.Local().Format(time.DateTime))
			if err := v.report("store.history", form.Finding{Message: say}); err != nil {
				return err
			}
		}
	}
	return nil
}

// holds reports whether the history has the entry with this hash, in hex.
func (w *Workspace) holds(head string) (held bool, err error) {
	err = w.reading(background, func(c *conn) error {
		return c.hashes(background, func(hash []byte) bool {
			held = hex.EncodeToString(hash) == head
			return !held
		})
	})
	return held, err
}
