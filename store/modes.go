package store

import (
	"io/fs"
	"os"
)

// What the workspace makes is for whoever made it: 0600 and 0700. Where somebody opened a workspace to others on purpose,
// what lies beside it is open to the same ones, or they could read figures without their evidence and never write.

// fileMode is the mode of a file beside the workspace.
func (w *Workspace) fileMode() fs.FileMode {
	if w.info == nil {
		return 0o600
	}
	return w.info.Mode().Perm()&0o666 | 0o600
}

// dirMode is that of a folder: whoever may read it may look into it.
func (w *Workspace) dirMode() fs.FileMode { return w.fileMode() | w.fileMode()>>2&0o111 }

// lockMode is that of the lock file, which is made before the workspace is opened.
func (w *Workspace) lockMode() fs.FileMode {
	st, err := os.Stat(w.path)
	if err != nil {
		return 0o600
	}
	return st.Mode().Perm()&0o666 | 0o600
}

// makeFile makes an empty file that SQLite then fills: it would make it for everybody to read.
func (w *Workspace) makeFile(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if mode := w.fileMode(); mode != 0o600 {
		err = f.Chmod(mode)
	}
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}
