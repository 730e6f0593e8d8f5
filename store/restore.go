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
// a name that says when ("….before-20240305-081502.yice"). The history of the restored file notes where it came from.
func Restore(workspace, backup string, o Options) error {
	w, err := newWorkspace(workspace, o)
	if err != nil {
		return err
	}
	if err := w.takeLock(); err != nil {
		return err
	}
	err = w.restore(backup)
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
	if err := w.noteWorkspace(text.StoreLabelRestored.With(filepath.Base(backup))); err != nil {
		w.Close()
		return err
	}
	return w.Close()
}

func (w *Workspace) restore(backup string) error {
	if err := w.verifyCopy(backup); err != nil {
		var f *text.Fault
		if errors.As(err, &f) && (f.Code == "store.newer" || f.Code == "store.schema-stranger") {
			return err
		}
		return fault("store.backup-unfit", text.StoreBackupUnfit.With(backup), err)
	}
	tmp := w.path + ".restoring"
	if err := copyFile(backup, tmp, w.lockMode()); err != nil {
		return err
	}
	defer os.Remove(tmp) // gone by now unless something failed
	if err := w.copyEvidence(filepath.Join(filepath.Dir(backup), "files"), evidenceDir(w.path), true); err != nil {
		return err
	}
	if err := w.setAside(); err != nil {
		return err
	}
	if err := os.Rename(tmp, w.path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(w.path))
}

// setAside keeps what is in the place of the workspace under another name, down to the disk. Whenever it is cut short, the
// file stands with all its journal either in its place or under the other name: the one is nothing without the other.
func (w *Workspace) setAside() error {
	kept := w.path + ".before-" + w.now().UTC().Format(stamp)
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
	for _, suffix := range []string{"-wal", "-journal", "-shm"} {
		if err := os.Remove(w.path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return syncDir(filepath.Dir(w.path)) // no journal of the one file beside the other
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
