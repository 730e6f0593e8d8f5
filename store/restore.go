package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"yice/text"
)

// Restore puts a backup in the place of a closed workspace; what was there is kept beside it, its journal with it, under
// a name that says when ("….before-20240305-081502.yice"), and backed up where it still can be. The history of the restored
// file notes where it came from. A backup that is not whole is refused (store.backup-unfit, store.backup-lacking).
func Restore(workspace, backup string, o Options) error {
	w, err := newWorkspace(workspace, o)
	if err != nil {
		return err
	}
	if err := w.takeLock(); err != nil {
		return err
	}
	err = w.restore(backup, o)
	if e := w.lock.release(); err == nil {
		err = e
	}
	if err != nil {
		return explain(w.path, err)
	}
	w, err = Open(workspace, o)
	if err != nil {
		return err
	}
	return w.Close()
}

// noteRestored enters in a copy of a backup, before it gets the workspace's name, that it was brought back: whoever is killed
// right behind that finds no history of which nobody said why it is shorter.
func noteRestored(copy, backup string, o Options) error {
	w, err := newWorkspace(copy, o)
	if err != nil {
		return err
	}
	w.alone = true
	if w.info, err = os.Stat(copy); err != nil {
		return err
	}
	if err := dropped(copy + "-journal"); err != nil {
		return err
	}
	if w.writer, err = connect(copy, write, exclusive); err != nil {
		return err
	}
	if err = w.readOwner(); err == nil {
		err = w.start()
	}
	if err == nil {
		err = w.noteWorkspace(text.StoreLabelRestored.With(filepath.Base(backup)))
	}
	if err = errors.Join(err, w.writer.close()); err != nil {
		return err
	}
	return dropped(copy + "-journal") // empty by now; nobody would take it away under a name that is gone
}

// dropped removes a file that may not be there.
func dropped(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// The steps of a restore. Whenever it is cut short, the next opening finds the old file or the new one, whole: see recover.

func restoringPath(workspace string) string { return workspace + ".restoring" }

func (w *Workspace) restore(backup string, o Options) error {
	evidence, err := w.fitToRestore(backup)
	if err != nil {
		return err
	}
	e := &evidenceCopy{w: w, from: filepath.Join(filepath.Dir(backup), "files"), to: evidenceDir(w.path), mend: true, have: map[string]int64{}}
	cannot, err := e.these(evidence)
	if err != nil {
		return err
	}
	if len(cannot) > 0 && !o.Lacking {
		return fault("store.backup-lacking", text.StoreBackupLacking.With(filepath.Base(backup), len(cannot), cannot[0][:12]), nil)
	}
	if err := e.all(); err != nil { // what only removed records name
		return err
	}
	w.backupBefore() // before the note of the restore, which says why what is in it may be missing
	tmp := restoringPath(w.path)
	if err := copyFile(backup, tmp, w.lockMode()); err != nil {
		return err
	}
	if err := noteRestored(tmp, backup, o); err != nil {
		os.Remove(tmp)
		os.Remove(tmp + "-journal")
		return err
	}
	if err := w.setAside(); err != nil {
		os.Remove(tmp)
		return err
	}
	if err := os.Rename(tmp, w.path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(w.path))
}

// fitToRestore insists that a backup is whole, and gives the evidence that belongs to it.
func (w *Workspace) fitToRestore(backup string) (evidence []string, err error) {
	unfit := func(err error) error {
		return fault("store.backup-unfit", text.StoreBackupUnfit.With(backup), err)
	}
	in, err := w.verifyCopy(backup)
	if err != nil {
		var f *text.Fault
		if errors.As(err, &f) && (f.Code == "store.newer" || f.Code == "store.schema-stranger") {
			return nil, err
		}
		return nil, unfit(err)
	}
	seq, _, _, _ := backupCalled(filepath.Base(backup))
	switch m, err := readManifest(backup); {
	case err == nil:
		if sum, err := sumFile(background, backup); err != nil || sum != m.sum {
			return nil, unfit(errors.Join(errManifest, err))
		}
		return m.evidence, nil
	case errors.Is(err, fs.ErrNotExist) && seq == 0: // of the first edition, or a workspace that somebody copied
		return in.evidence, nil
	default:
		return nil, unfit(err)
	}
}

// backupBefore backs up what is about to be replaced, where it can still be read. It is kept in any case: see setAside.
func (w *Workspace) backupBefore() {
	if w.identify() != nil {
		return
	}
	last, _, err := newestWhole(background, backupDir(w.path))
	if err != nil {
		return
	}
	c, err := connect(w.path, read, shared)
	if err != nil {
		return
	}
	defer c.close()
	in, err := c.contents()
	if err != nil || last != nil && last.Head == in.head && last.Entries == in.entries || c.script("PRAGMA query_only=0") != nil {
		return
	}
	began := time.Now()
	path, err := w.backup(background, backupDir(w.path), c, Before, nil)
	_ = w.kept(background, path, began, err)
}

// recover finishes what was cut short, or takes it back, before a workspace is opened. A restore that got so far as to set
// the old file aside is finished: the new one lies there whole, or it would not bear its name. One that did not is forgotten.
func (w *Workspace) recover() error {
	tmp := restoringPath(w.path)
	if _, err := os.Lstat(tmp); err != nil {
		return nil
	}
	if err := w.takeLock(); err != nil {
		return err
	}
	defer w.letGo()
	if st, err := os.Lstat(w.path); !errors.Is(err, fs.ErrNotExist) {
		w.forgetNames(st)
		return explain(tmp, errors.Join(os.Remove(tmp), dropped(tmp+"-journal")))
	}
	if err := w.clearJournal(); err != nil {
		return explain(w.path, err)
	}
	if err := errors.Join(os.Rename(tmp, w.path), dropped(tmp+"-journal")); err != nil {
		return explain(w.path, err)
	}
	return explain(w.path, syncDir(filepath.Dir(w.path)))
}

// forgetNames takes the other name off a file that was about to be set aside.
func (w *Workspace) forgetNames(st fs.FileInfo) {
	kept, err := filepath.Glob(globbed(w.path) + ".before-*.yice")
	if err != nil {
		return
	}
	for _, path := range kept {
		if other, err := os.Lstat(path); err == nil && os.SameFile(st, other) {
			os.Remove(path)
		}
	}
}

// letGo gives the lock back and forgets it.
func (w *Workspace) letGo() {
	w.lock.release()
	w.lock, w.alone = nil, false
}

// setAside keeps what is in the place of the workspace under another name, down to the disk. Whenever it is cut short, the
// file stands with all its journal either in its place or under the other name: the one is nothing without the other.
func (w *Workspace) setAside() error {
	kept := w.path + ".before-" + w.now().UTC().Format(oldStamp)
	for {
		if _, err := os.Lstat(kept + ".yice"); errors.Is(err, fs.ErrNotExist) {
			break
		}
		kept += "x"
	}
	kept += ".yice"
	w.mergeJournal()
	alone := true
	for _, suffix := range []string{"-wal", "-journal"} {
		if st, err := os.Stat(w.path + suffix); err == nil && st.Size() > 0 {
			alone = false
			if err := copyFile(w.path+suffix, kept+suffix, w.lockMode()); err != nil {
				return err
			}
		}
	}
	// Two names for a moment, so that the place is never empty; where a file has one name only, or the journal could not be
	// merged, it is empty until the backup is in it.
	if !alone || os.Link(w.path, kept) != nil {
		if err := os.Rename(w.path, kept); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := syncDir(filepath.Dir(w.path)); err != nil {
		return err
	}
	return w.clearJournal()
}

// clearJournal removes the journal of a file that is not in its place any more, so that none lies beside the next one.
func (w *Workspace) clearJournal() error {
	for _, suffix := range []string{"-wal", "-journal", "-shm"} {
		if err := dropped(w.path + suffix); err != nil {
			return err
		}
	}
	return syncDir(filepath.Dir(w.path))
}

// mergeJournal brings the journal into the file where the file is sound enough for that.
func (w *Workspace) mergeJournal() {
	if w.identify() != nil {
		return
	}
	if c, err := connect(w.path, write, shared); err == nil {
		c.script("PRAGMA wal_checkpoint(TRUNCATE)")
		c.close()
	}
}

// noteWorkspace enters into the history what concerns the whole file.
func (w *Workspace) noteWorkspace(label text.Pair) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	t, err := w.begin(Book{}, "")
	if err != nil {
		return explain(w.path, err)
	}
	t.open(label)
	err = t.append(kindNote, "", 0, "", "", "", time.UnixMilli(t.now).UTC().Format(time.RFC3339))
	if err == nil {
		err = t.closeStep(stateFixed)
	}
	if err == nil {
		err = t.commit()
	}
	if err != nil {
		t.rollback()
	}
	return explain(w.path, err)
}
