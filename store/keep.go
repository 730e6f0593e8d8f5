package store

import (
	"context"
	"encoding/hex"
	"path/filepath"
	"sync"
	"time"
)

// When a backup is made is decided here and nowhere else. Whoever opens a workspace says what is happening (Keep), or has
// it kept as long as it is open (StartKeeping).

// Occasion is why a backup is made; its word stands in the backup's name.
type Occasion uint8

const (
	Asked   Occasion = iota // by the user: always
	Opened                  // the workspace was opened
	Idle                    // nobody has written for a while, or for long there was no pause
	Before                  // a large step is about to be made
	Closing                 // the workspace is about to be closed
	Upgrade                 // the file is about to be brought up to a newer dictionary: always
)

var occasions = [...]string{Asked: "user", Opened: "open", Idle: "idle", Before: "step", Closing: "close", Upgrade: "upgrade"}

func (o Occasion) String() string { return occasions[o] }

func occasionOf(word string) Occasion {
	for o, w := range occasions {
		if w == word {
			return Occasion(o)
		}
	}
	return Asked
}

const (
	// idleFor is the pause that makes a backup due, atLatest how long it is put off where there is none.
	idleFor  = 2 * time.Minute
	atLatest = 20 * time.Minute
	// restAfter is the pause between two that nobody asked for, as a multiple of what the last one took: a large workspace
	// is not copied all the time. After one that failed it is at least retryAfter.
	restAfter  = 20
	retryAfter = 5 * time.Minute
)

// situation is what the policy goes by. Durations are those of a clock that nobody can set.
type situation struct {
	changes int64         // entries of the history since the last whole backup; -1: there is none
	quiet   time.Duration // since the last write
	since   time.Duration // since the last backup, or the opening
	took    time.Duration // the last one
	failed  bool          // the last one
}

// due is the policy.
func (s situation) due(o Occasion) bool {
	switch o {
	case Asked, Upgrade:
		return true
	case Opened, Before, Closing:
		return s.changes != 0
	}
	if s.changes == 0 || s.since < restAfter*s.took || s.failed && s.since < retryAfter {
		return false
	}
	return s.quiet >= idleFor || s.since >= atLatest
}

// keeping is what a workspace remembers of its backups.
type keeping struct {
	sync.Mutex // held while one is made, so that there is one at a time

	mu      sync.Mutex
	known   bool // last has been looked for
	last    *BackupInfo
	lastErr error
	second  *BackupInfo // the newest whole one in the second place
	elseErr error
	mend    bool      // evidence in the folder is damaged: all of it is to be read
	dirty   bool      // something was committed since the last one, or it is not known
	madeAt  time.Time // by the monotonic clock, as wroteAt
	wroteAt time.Time
	took    time.Duration

	stop    context.CancelFunc
	running sync.WaitGroup
}

// Keep makes a backup where the policy finds one due; path is "" where none was. It makes it before whatever the occasion
// is: the caller waits. A failure is that of the folder beside the workspace; see BackupState for the second place.
func (w *Workspace) Keep(ctx context.Context, o Occasion, progress func(done, of int64)) (path string, err error) {
	w.keeping.Lock()
	defer w.keeping.Unlock()
	if w.held || w.readOnly && o != Asked {
		return "", nil
	}
	if o == Idle && !w.keeping.unsaved() {
		return "", nil
	}
	s, err := w.situation(ctx)
	if err != nil || !s.due(o) {
		return "", err
	}
	return w.keep(ctx, o, progress)
}

// keep makes one beside the workspace and brings it to the second place. The caller holds w.keeping.
func (w *Workspace) keep(ctx context.Context, o Occasion, progress func(done, of int64)) (string, error) {
	began := time.Now()
	w.keeping.mark(false)
	path, err := w.backupTo(ctx, backupDir(w.path), o, progress)
	if path == "" {
		w.keeping.mark(true)
	}
	return path, w.kept(ctx, path, began, err)
}

// mark says whether there is anything that the last backup lacks.
func (k *keeping) mark(dirty bool) {
	k.mu.Lock()
	k.dirty = dirty
	k.mu.Unlock()
}

// mends reports whether evidence beside the backups is to be read and mended.
func (k *keeping) mends() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.mend
}

// kept remembers how the making of a backup went, and brings a good one to the second place.
func (w *Workspace) kept(ctx context.Context, path string, began time.Time, err error) error {
	k := &w.keeping
	if ctx.Err() == nil || err == nil {
		k.mu.Lock()
		k.madeAt, k.took, k.lastErr = time.Now(), time.Since(began), err
		k.mu.Unlock()
	}
	if path == "" {
		return err
	}
	b := BackupInfo{Path: path}
	if all, e := backupsNamed(filepath.Dir(path)); e == nil && len(all) > 0 && all[0].Path == path {
		b = all[0]
	}
	b.look()
	k.mu.Lock()
	k.known, k.last, k.mend = true, &b, false
	k.mu.Unlock()
	if w.secondDir == "" {
		return err
	}
	second, e := w.bringElsewhere(ctx, b)
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.elseErr = e; e == nil {
		k.second = second
	}
	return err
}

// situation tells how matters stand. The last whole backup is looked for once, and read from end to end: one with a changed
// byte is none.
func (w *Workspace) situation(ctx context.Context) (situation, error) {
	k := &w.keeping
	if err := w.lookForLast(ctx); err != nil {
		return situation{}, err
	}
	changes, err := w.changesSince(k.newest())
	if err != nil {
		return situation{}, err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	now := time.Now()
	s := situation{changes: changes, took: k.took, failed: k.lastErr != nil, quiet: now.Sub(k.wroteAt), since: now.Sub(k.madeAt)}
	return s, nil
}

func (k *keeping) newest() *BackupInfo {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.last
}

// lookForLast finds the newest whole backup beside the workspace.
func (w *Workspace) lookForLast(ctx context.Context) error {
	k := &w.keeping
	k.mu.Lock()
	known := k.known
	k.mu.Unlock()
	if known {
		return nil
	}
	last, spoiled, err := newestWhole(ctx, backupDir(w.path))
	if err != nil {
		return err
	}
	place := ""
	k.mu.Lock()
	if w.secondDir != "" {
		place = w.secondFolder()
	}
	k.mu.Unlock()
	var second *BackupInfo
	var elseErr error
	if place != "" {
		second, _, elseErr = newestWhole(ctx, place)
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.mend = k.mend || spoiled
	k.known, k.last, k.second, k.elseErr = true, last, second, elseErr
	return nil
}

// newestWhole finds the newest backup of a folder that is whole. Spoiled says that a newer one lacks evidence.
func newestWhole(ctx context.Context, dir string) (last *BackupInfo, spoiled bool, err error) {
	all, err := backupsNamed(dir)
	if err != nil {
		return nil, false, err
	}
	for i := range all {
		b := &all[i]
		if err := courteous(func() error { b.verifyCopied(ctx); return ctx.Err() }); err != nil {
			return nil, false, err
		}
		spoiled = spoiled || b.Condition == BackupLacking
		if b.Condition == BackupWhole {
			return b, spoiled, nil
		}
	}
	return nil, spoiled, nil
}

// changesSince counts the entries of the history that a backup lacks; -1 where there is no backup, or it is not of this
// history.
func (w *Workspace) changesSince(b *BackupInfo) (n int64, err error) {
	if b == nil {
		return -1, nil
	}
	n = -1
	err = w.reading(background, func(c *conn) error {
		var hash []byte
		if b.Entries > 0 {
			if _, err := c.row("SELECT hash FROM history WHERE seq=?", []any{&hash}, b.Entries); err != nil {
				return err
			}
		}
		if hex.EncodeToString(hash) != b.Head {
			return nil
		}
		size, err := c.number("SELECT max(seq) FROM history")
		n = size - b.Entries
		return err
	})
	return n, err
}

// Lost is what a restore would take away: changes made since the backup.
type Lost struct{ Steps, Entries int64 }

// Since tells what was done since a backup; of is false where its history is not the beginning of this one.
func (w *Workspace) Since(b BackupInfo) (lost Lost, of bool, err error) {
	n, err := w.changesSince(&b)
	if err != nil || n < 0 {
		return lost, false, err
	}
	lost.Entries = n
	err = w.reading(background, func(c *conn) error {
		lost.Steps, err = c.number("SELECT count(DISTINCT step) FROM history WHERE seq>?", b.Entries)
		return err
	})
	return lost, true, err
}

// wrote notes that something was committed.
func (k *keeping) wrote() {
	k.mu.Lock()
	k.wroteAt, k.dirty = time.Now(), true
	k.mu.Unlock()
}

// unsaved reports whether something may have been committed since the last backup, without asking the file.
func (k *keeping) unsaved() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.dirty
}

// BackupState is how the backups of a workspace stand.
type BackupState struct {
	Last    *BackupInfo // the newest whole one; nil: none
	Changes int64       // entries of the history since; -1: there is none, or it is of another history
	Err     error       // why the last attempt failed
	// Second is the second place, "" where none is named; SecondLast the newest whole backup there, SecondErr why the last
	// attempt failed.
	Second     string
	SecondLast *BackupInfo
	SecondErr  error
}

// BackupState tells how the backups stand. It reads the newest one from end to end the first time.
func (w *Workspace) BackupState(ctx context.Context) (BackupState, error) {
	if err := w.lookForLast(ctx); err != nil {
		return BackupState{}, err
	}
	k := &w.keeping
	changes, err := w.changesSince(k.newest())
	k.mu.Lock()
	defer k.mu.Unlock()
	s := BackupState{Last: k.last, Changes: changes, Err: k.lastErr, SecondLast: k.second, SecondErr: k.elseErr}
	if w.secondDir != "" {
		s.Second = w.secondFolder()
	}
	return s, err
}

// LookAtBackups is BackupState of a workspace that is not open.
func LookAtBackups(ctx context.Context, workspace string, o Options) (BackupState, error) {
	o.ReadOnly = true
	w, err := Open(workspace, o)
	if err != nil {
		return BackupState{}, err
	}
	defer w.Close()
	return w.BackupState(ctx)
}

const (
	// keepAfter leaves the first moments of an opened file to the screen; keepEvery is how often the pause is looked at.
	keepAfter = 4 * time.Second
	keepEvery = 10 * time.Second
)

// StartKeeping has backups made as long as the workspace is open: soon after the opening, and in pauses. Tell is called when
// one was made, or could not be. Close ends it; the one on closing is the caller's (Keep). Whoever starts it again, for another
// year of the same file, takes it over: the earlier one ends.
func (w *Workspace) StartKeeping(tell func(path string, err error)) {
	w.keepFrom(keepAfter, keepEvery, tell)
}

func (w *Workspace) keepFrom(after, every time.Duration, tell func(path string, err error)) {
	if w.keeping.stop != nil {
		w.keeping.stop()
	}
	ctx, stop := context.WithCancel(background)
	w.keeping.stop = stop
	w.keeping.running.Go(func() {
		o, wait := Opened, after
		for {
			select {
			case <-ctx.Done():
				return
			case <-time.After(wait):
			}
			var path string
			err := courteous(func() (err error) {
				path, err = w.Keep(ctx, o, nil)
				return err
			})
			if ctx.Err() != nil {
				return
			}
			if tell != nil && (path != "" || err != nil) {
				tell(path, err)
			}
			o, wait = Idle, every
		}
	})
}

// endKeeping waits for a backup under way to be given up.
func (w *Workspace) endKeeping() {
	if w.keeping.stop != nil {
		w.keeping.stop()
		w.keeping.running.Wait()
	}
}
