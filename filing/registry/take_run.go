package registry

import (
	"cmp"
	"context"
	"io"
	"runtime"
	"slices"
	"sync"

	"yice/filing/registry/spelling"
	"yice/internal/inorder"
)

// taking is a run under way.
type taking struct {
	r        *Registry
	a        *asked
	out      *Taken
	received stamp
	known    map[string]*knownOne // what was there before
	handed   map[string]bool      // and by which bundles it came
}

// all examines submissions, several at a time, and writes what was found a batch at a time.
func (t *taking) all(ctx context.Context, files []string, progress func(done, of int)) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	jobs, let, err := t.jobs(files)
	if err != nil {
		return err
	}
	defer let()
	next, found := make(chan *job), make(chan looked)
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), max(1, len(jobs))) {
		wait.Go(func() {
			for j := range next {
				found <- t.look(ctx, j)
			}
		})
	}
	go func() {
		defer close(found)
		defer wait.Wait()
		defer close(next)
		for i := range jobs {
			select {
			case next <- &jobs[i]:
			case <-ctx.Done():
				return
			}
		}
	}()
	var failed error
	var waiting []looked
	var refused []refusedAt
	flush := func() {
		if failed == nil {
			failed = t.write(ctx, waiting, &refused)
		}
		for _, l := range waiting {
			if l.x != nil {
				l.x.close()
			}
		}
		waiting = waiting[:0]
		if failed != nil {
			stop()
		}
	}
	done := 0
	for l := range found {
		if done++; progress != nil {
			progress(done, len(jobs))
		}
		if l.was != nil {
			t.out.Skipped++
			if l.from == nil || t.handed[l.from.Digest+l.was.digest] {
				continue
			}
		}
		if waiting = append(waiting, l); len(waiting) == batch {
			flush()
		}
	}
	flush()
	inorder.Sort(refused, func(a, b refusedAt) int { return cmp.Or(a.at.file-b.at.file, a.at.entry-b.at.entry) })
	for _, one := range refused {
		t.out.Refused = append(t.out.Refused, one.Refused)
	}
	if failed == nil {
		failed = ctx.Err()
	}
	return failed
}

// refusedAt is what was refused, in the order in which it came.
type refusedAt struct {
	Refused
	at spot
}

// write puts a batch down: the files into the archive, the lines, then the marks.
func (t *taking) write(ctx context.Context, all []looked, refused *[]refusedAt) error {
	if len(all) == 0 {
		return nil
	}
	closed := make(map[int]error)
	for year := range t.a.years {
		closed[year] = t.r.open(ctx, year)
	}
	var sound []*examined
	for _, l := range all {
		if l.was != nil {
			continue
		}
		if l.x.refused == nil {
			if err := closed[l.x.verdict.Year]; err != nil {
				l.x.refuse(codeOf(err, "registry.closed"), sayOf(err))
			}
		}
		if l.x.refused != nil {
			*refused = append(*refused, refusedAt{*l.x.refused, l.at})
			continue
		}
		if _, err := l.x.content.Seek(0, io.SeekStart); err != nil {
			return err
		}
		if err := t.r.archive.keepFrom(submissionRoom, l.x.digest, ".zip", l.x.content); err != nil {
			return err
		}
		sound = append(sound, l.x)
	}
	loaded, err := t.r.put(ctx, sound, t.received)
	t.out.Taken += loaded
	t.out.Skipped += len(sound) - loaded
	if err != nil {
		return err
	}
	return t.r.write(ctx, func(tx *tx) error {
		for _, l := range all {
			var err error
			switch {
			case l.was == nil && l.x.refused != nil && closed[l.x.refused.Year] == nil:
				err = t.returned(ctx, tx, l.x)
			case l.from != nil && (l.was != nil || l.x.refused == nil):
				err = t.handOn(ctx, tx, &l)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// handOn notes by which bundle a submission came, once.
func (t *taking) handOn(ctx context.Context, tx *tx, l *looked) error {
	one := l.was
	if one == nil {
		v := l.x.verdict
		one = &knownOne{l.x.digest, v.Enterprise, v.Period, v.Year}
	}
	there, err := tx.there(ctx, "SELECT 1 FROM handed WHERE bundle = ? AND digest = ?", l.from.Digest, one.digest)
	if err != nil || there {
		return err
	}
	return tx.put(ctx, "hand-on", "", "handed", l.from.row(tx, one)...)
}

// put writes submissions that were examined, and gives how many of them were new.
func (r *Registry) put(ctx context.Context, all []*examined, received stamp) (n int, err error) {
	if len(all) == 0 {
		return 0, nil
	}
	var marks map[string][]any
	err = r.write(ctx, func(t *tx) (err error) {
		var fresh []*examined
		for _, x := range all {
			there, err := t.there(ctx, "SELECT 1 FROM submission WHERE digest = ?", x.digest)
			if err != nil {
				return err
			}
			if !there && !slices.ContainsFunc(fresh, func(f *examined) bool { return f.digest == x.digest }) {
				fresh = append(fresh, x)
			}
		}
		marks, err = r.load(ctx, t, fresh, received)
		return err
	})
	if err != nil {
		return 0, err
	}
	err = r.write(ctx, func(t *tx) error {
		for _, x := range all {
			mark := marks[x.digest]
			if mark == nil {
				continue
			}
			delete(marks, x.digest)
			if err := r.open(ctx, x.verdict.Year); err != nil && !x.again {
				return err // it was closed while this one was being loaded
			}
			// Another loader of the same file may have been quicker.
			if there, err := t.there(ctx, "SELECT 1 FROM submission WHERE digest = ?", x.digest); err != nil || there {
				if err != nil {
					return err
				}
				continue
			}
			if err := t.mark(ctx, x, mark, received); err != nil {
				return err
			}
			n++
		}
		return nil
	})
	return n, err
}

// mark says that all of a submission is there.
func (t *tx) mark(ctx context.Context, x *examined, row []any, received stamp) error {
	v := x.verdict
	if !x.again {
		err := t.put(ctx, "take", "", "arrival", x.digest, v.Enterprise, int64(v.Year), v.Period, spelling.Storable(v.Serial), spelling.Storable(x.file), x.envelope,
			accepted, "", "", string(received), t.who, nil)
		if err != nil {
			return err
		}
	}
	if err := t.settleWaiting(ctx, x); err != nil {
		return err
	}
	return t.put(ctx, "take", "", "submission", row...)
}

// returned notes a file that was refused, where it says whose it is: that enterprise is told to have handed in what is void.
func (t *taking) returned(ctx context.Context, tx *tx, x *examined) error {
	f := x.refused
	if _, member := t.a.members[f.USCC]; x.digest == "" || !member || t.a.years[f.Year] == nil {
		return nil
	}
	var code, state string
	err := tx.row(ctx, "SELECT code, state FROM arrival WHERE digest = ?", given{x.digest}, &code, &state)
	if err == nil && (code == f.Code || state == accepted) {
		return nil
	}
	return tx.put(ctx, "refuse", "", "arrival", x.digest, f.USCC, int64(f.Year), f.Period, spelling.Storable(f.Serial), spelling.Storable(f.File), x.envelope,
		returned, f.Code, said(f.Say), string(t.received), tx.who, english(f.Say))
}
