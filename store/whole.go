package store

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"yice/internal/pattern"

	"yice/internal/whole"
	"yice/text"
)

// CreateWhole makes a workspace whole or not at all: it is made and filled under a name of its own beside its place, and
// gets its name last. A making that was cut short, by a fault or by the power, leaves nothing in the place: it can be made
// again. Faults: those of Create, and what fill gives.
func CreateWhole(path string, o Options, fill func(*Workspace) error) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return explain(path, err)
	}
	if err := vacant(path); err != nil {
		return err
	}
	sweepMaking(path)
	tmp, err := making(path)
	if err != nil {
		return err
	}
	defer removeAll(tmp)
	w, err := Create(tmp, o)
	if err != nil {
		return renamed(err, tmp, path)
	}
	err = fill(w)
	if e := w.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	return renamed(explain(path, place(tmp, path)), tmp, path)
}

// renamed lets a fault speak of the workspace by the name that people gave it.
func renamed(err error, tmp, path string) error {
	var f *text.Fault
	if !errors.As(err, &f) {
		return err
	}
	own := *f
	own.Say = text.Pair{ZH: strings.ReplaceAll(f.Say.ZH, tmp, path), EN: strings.ReplaceAll(f.Say.EN, tmp, path)}
	return &own
}

// vacant insists that a workspace can be put there.
func vacant(path string) error {
	if st, err := os.Stat(filepath.Dir(path)); err != nil || !st.IsDir() {
		return fault("store.no-folder", text.StoreNoFolder.With(path), err)
	}
	if _, err := os.Lstat(path); err == nil {
		return fault("store.exists", text.StoreExists.With(path), os.ErrExist)
	}
	return nil
}

// making gives the name under which a workspace is made: one that nobody else has, with the ending of no workspace.
func making(path string) (string, error) {
	b := make([]byte, 8)
	if _, err := rand.Read(b); err != nil {
		return "", err
	}
	return path + ".making-" + whole.Mark() + "-" + hex.EncodeToString(b), nil
}

// place gives what was made its name. Nothing that lies there is replaced, and no journal of another file is left beside it:
// SQLite would take it for its own.
func place(tmp, path string) error {
	if st, err := os.Stat(tmp + "-wal"); err == nil && st.Size() > 0 {
		return errors.New("store: the journal of a new workspace is not in the file")
	}
	if err := syncFile(tmp); err != nil {
		return err
	}
	id := strings.TrimPrefix(tmp, path+".making-")
	for _, suffix := range []string{"-wal", "-shm", "-journal"} {
		if err := os.Rename(path+suffix, path+suffix+".left-"+id); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := placeEvidence(evidenceDir(tmp), evidenceDir(path)); err != nil {
		return err
	}
	switch err := whole.Place(tmp, path); {
	case errors.Is(err, fs.ErrExist):
		return fault("store.exists", text.StoreExists.With(path), err)
	case err != nil:
		return err
	}
	return syncDir(filepath.Dir(path))
}

// placeEvidence moves the evidence along; what lies there already stays: it is known by its hash.
func placeEvidence(from, to string) error {
	entries, err := os.ReadDir(from)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if os.Rename(from, to) == nil {
		return nil
	}
	for _, e := range entries {
		if err := os.Rename(filepath.Join(from, e.Name()), filepath.Join(to, e.Name())); err != nil {
			return err
		}
	}
	return nil
}

// removeAll removes what a making has left under its own name.
func removeAll(tmp string) {
	for _, suffix := range []string{"", "-wal", "-shm", "-journal", ".lock"} {
		os.Remove(tmp + suffix)
	}
	os.RemoveAll(evidenceDir(tmp))
}

// madeName is what follows a workspace's own name while it is made. Earlier programs did not say whose it was.
var madeName = pattern.Of(`^\.making-(h[0-9a-f]{8}p\d{1,10}-)?[0-9a-f]{16}$`)

// sweepMaking removes what earlier makings of the same workspace left when they were cut short: see leftBehind.
func sweepMaking(path string) {
	left, err := filepath.Glob(globbed(path) + ".making-*")
	if err != nil || len(left) == 0 {
		return
	}
	now := whole.Now(filepath.Dir(path))
	for _, tmp := range left {
		suffix := strings.TrimPrefix(tmp, path)
		st, err := os.Lstat(tmp)
		if err == nil && madeName.MatchString(suffix) && st.Mode().IsRegular() && whole.Left(suffix, st, now) {
			removeAll(tmp)
		}
	}
}
