//go:build linux

package simulation

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"

	"yice/entry"
	"yice/form"
	"yice/text"
)

// kill ends the program in the midst of a write, or takes its power away: the life goes on from the files as they were then.
// The write is there wholly or not at all, and everything before it is.
func (l *life) kill(r *rand.Rand) error {
	l.moves++
	to := filepath.Join(l.dir, fmt.Sprint(l.moves))
	l.disk.Cut(1+r.IntN(14), to)
	before, maybe := l.model, l.maybe
	var err error
	switch r.IntN(4) {
	case 0:
		err = l.paste(r)
	case 1:
		err = l.undoOne()
	default:
		err = l.key(r)
	}
	if err != nil {
		return err
	}
	after := l.model
	if !l.disk.WasCut() { // it needed fewer writes: killed once it was through
		copyFiles(l.at, to)
		before, maybe = after, l.maybe
	} else if r.IntN(2) == 0 {
		l.tell("  without power")
		l.counts.PowerCuts++
		if err := l.disk.Lose(r.IntN); err != nil {
			return err
		}
	}
	l.counts.Kills++
	backups := l.path() + ".backups"
	l.w.Close()
	if err := os.Rename(backups, filepath.Join(to, "w.yice.backups")); err != nil && !os.IsNotExist(err) {
		return err
	}
	os.RemoveAll(l.at)
	l.at = to
	l.disk = NewDisk(to)
	l.model, l.maybe = before, append(maybe, after)
	return l.open()
}

// wait keys while somebody else has the writer, and is killed: what was kept is there after the next opening.
func (l *life) wait(r *rand.Rand) error {
	q, err := l.w.Await(l.s.Book(), "录入员")
	if err != nil {
		return l.tried(err, l.model)
	}
	born := entry.Born{}
	next := l.model.copy()
	f := r.IntN(2)
	var waited []entry.Waited
	for i := range 1 + r.IntN(5) {
		edits, rows := l.newRows(r, f, 1, func(int) int64 { return -int64(100 + i) })
		if len(rows) == 0 {
			continue
		}
		line, err := entry.EncodeWaiting(born.Known(edits))
		if err != nil {
			return err
		}
		n, err := q.Put([][]byte{line})
		if err != nil {
			return err
		}
		waited = append(waited, entry.Waited{N: n, Edits: edits})
		next.step(next.now.with(f, append(slices.Clone(next.now.rows[f]), rows...)))
	}
	in := 0
	for _, w := range waited {
		if r.IntN(2) == 0 {
			break
		}
		in++
		if o, err := l.s.ApplyWaited(text.Pair{}, born.Resolve(w.Edits), w); err == nil {
			born.Note(w.Edits, o.Rows)
		} else if !l.disk.faulty() {
			return err
		} else {
			l.tell("  failed: %s", code(err))
			break
		}
	}
	l.tell("  %d kept, %d in", len(waited), in)
	if err := q.Keep(); err != nil {
		return err
	}
	l.counts.TakenIn += len(waited) - in
	l.counts.Faults += l.disk.Mend()
	l.w.Close()
	l.model, l.maybe = *next, nil
	if err := l.open(); err != nil {
		return err
	}
	if len(waited) > in && l.s.TookIn().Empty() {
		return fmt.Errorf("what waited was taken in without a word")
	}
	return nil
}

// overtaken lets another computer, which does not see the lock, open the file and write: this desk writes no more, and the
// life goes on at the other.
func (l *life) overtaken(r *rand.Rand) error {
	l.counts.SecondDesks++
	if err := os.Remove(l.path() + ".lock"); err != nil {
		return err
	}
	old, oldSession := l.w, l.s
	if err := l.open(); err != nil {
		return err
	}
	if err := l.paste(r); err != nil {
		return err
	}
	_, err := oldSession.Put(form.ByID("project"), 0, "name", "两边都写")
	if err == nil {
		return fmt.Errorf("both desks wrote")
	}
	if code(err) != "store.lock-lost" {
		return fmt.Errorf("who was overtaken was told %w", err)
	}
	l.counts.Overtaken++
	if err := old.Close(); err != nil && code(err) != "store.lock-lost" {
		return fmt.Errorf("who was overtaken closes: %w", err)
	}
	return nil
}
