package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"yice/internal/whole"
	"yice/text"
)

// The second place is a folder elsewhere, on another disk, that every backup is brought to besides.

// SetSecondPlace names another folder that backups are brought to besides, or with "" none.
func (w *Workspace) SetSecondPlace(dir string) {
	w.keeping.Lock()
	defer w.keeping.Unlock()
	w.secondDir = dir
	k := &w.keeping
	k.mu.Lock()
	defer k.mu.Unlock()
	k.known, k.second, k.elseErr = false, nil, nil
}

// secondFolder is the folder of this workspace in the second place. Two workspaces of one name do not share it.
func (w *Workspace) secondFolder() string {
	return filepath.Join(w.secondDir, filepath.Base(w.path)+"-"+shortName(w.path)+".backups")
}

// bringElsewhere copies a backup to the second place: its evidence, the copy, its manifest, its name. What is there already is
// not copied again.
func (w *Workspace) bringElsewhere(ctx context.Context, b BackupInfo) (*BackupInfo, error) {
	dir := w.secondFolder()
	if _, err := os.Stat(w.secondDir); err != nil {
		return nil, fault("store.second-place", text.StoreSecondGone.With(w.secondDir), err)
	}
	if b.m == nil {
		return nil, errManifest
	}
	err := w.bring(ctx, b, dir)
	if err != nil {
		var f *text.Fault
		if !errors.As(err, &f) {
			err = fault("store.second-place", text.StoreSecondFailed.With(dir), err)
		}
		return nil, err
	}
	out := b
	out.Path = filepath.Join(dir, b.m.name)
	out.look()
	return &out, nil
}

func (w *Workspace) bring(ctx context.Context, b BackupInfo, dir string) error {
	if err := os.MkdirAll(dir, w.dirMode()); err != nil {
		return explain(dir, err)
	}
	sweepBackups(dir)
	from := filepath.Dir(b.Path)
	e := &evidenceCopy{w: w, from: filepath.Join(from, "files"), to: filepath.Join(dir, "files"), have: map[string]int64{}}
	lacking, err := e.these(b.m.evidence)
	if err != nil {
		return explain(dir, err)
	}
	if len(lacking) > 0 {
		return errManifest
	}
	final := filepath.Join(dir, b.m.name)
	tmp := final + "." + whole.Mark() + partExt
	defer os.Remove(tmp) // gone by now unless something failed
	if err := copyTo(ctx, b.Path, tmp, w.fileMode()); err != nil {
		return explain(tmp, err)
	}
	if sum, err := sumFile(ctx, tmp); err != nil || sum != b.m.sum {
		return errors.Join(errManifest, err)
	}
	if err := w.putManifest(b.m, dir); err != nil {
		return explain(dir, err)
	}
	if err := os.Rename(tmp, final); err != nil {
		return explain(final, err)
	}
	if err := syncDir(dir); err != nil {
		return explain(dir, err)
	}
	return rotate(dir)
}
