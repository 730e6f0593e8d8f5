//go:build linux

package faults

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/unix"

	"yice/checks/ledger"
	"yice/checks/terminal"
	"yice/store"
)

// ErrNoDisk says that this machine lets nobody but root mount a small disk.
var ErrNoDisk = errors.New("a small disk can be mounted by root alone")

// disk mounts a small disk; done takes it away.
func (p *Place) disk(size string) (dir string, done func() error, err error) {
	dir = p.path("disk")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", nil, err
	}
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, "size="+size); errors.Is(err, unix.EPERM) {
		return "", nil, ErrNoDisk
	} else if err != nil {
		return "", nil, fmt.Errorf("a disk of %s: %w", size, err)
	}
	return dir, func() error { return unix.Unmount(dir, unix.MNT_DETACH) }, nil
}

// onDisk does something on a small disk with a workspace on it.
func (p *Place) onDisk(size string, do func(dir, w string) (string, error)) (said string, err error) {
	dir, done, err := p.disk(size)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, done()) }()
	w := filepath.Join(dir, "w.yice")
	if err := p.workspace(w); err != nil {
		return "", err
	}
	return do(dir, w)
}

// fill leaves a disk without a free byte.
func fill(dir string) (undo func() error, err error) {
	name := filepath.Join(dir, "filler")
	f, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	for block := make([]byte, 4096); ; {
		if _, err := f.Write(block); errors.Is(err, unix.ENOSPC) {
			return func() error { return os.Remove(name) }, nil
		} else if err != nil {
			return nil, err
		}
	}
}

// diskFullKeying keys until the full disk is felt, makes room, and goes on.
func diskFullKeying(p *Place) (string, error) {
	return p.onDisk("6m", func(dir, w string) (string, error) {
		t, err := p.keying(w, lines)
		if err != nil {
			return "", err
		}
		defer t.Close()
		if saved, v, err := put(t, "2023-05-06"); !saved {
			return "", fmt.Errorf("the first field: %s %w", complaint(v), err)
		}
		free, err := fill(dir)
		if err != nil {
			return "", err
		}
		said, kept, err := keyUntilFull(t)
		if err != nil {
			return said, err
		}
		if err := free(); err != nil {
			return said, err
		}
		// There is room again: what could not be saved is saved with the next field, or keyed anew.
		if _, v, err := put(t, "room-again"); err != nil {
			return said, fmt.Errorf("keying does not go on: %s: %w", complaint(v), err)
		}
		t.Quiet(quietly)
		if err := t.Signal(sigterm); err != nil {
			return said, err
		}
		if _, err := t.Ended(patient); err != nil {
			return said, err
		}
		n, err := number(w, "SELECT count(*) FROM spend WHERE voucher IN ('"+strings.Join(kept, "','")+"') OR summary IN ('"+strings.Join(kept, "','")+"')")
		if err == nil && n == 0 && len(kept) > 0 {
			err = fmt.Errorf("none of %v is there", kept)
		}
		return said, errors.Join(err, sound(w, lines+1))
	})
}

// keyUntilFull keys fields of one line, over and over, until the program says that it cannot save.
func keyUntilFull(t *terminal.Program) (said string, kept []string, err error) {
	for i := range 400 {
		text := fmt.Sprintf("v%03d", i)
		saved, v, err := put(t, text)
		if err != nil {
			return "", kept, err
		}
		if !saved {
			return complaint(v), kept, nil
		}
		kept = []string{text} // each takes the place of the one before
		if err := t.Send(terminal.Left); err != nil {
			return "", kept, err
		}
		t.Quiet(quietly)
	}
	return "", kept, errors.New("400 fields were saved on a full disk")
}

// diskFullImport imports more than there is room for; nothing of it may come in.
func diskFullImport(p *Place) (string, error) {
	return p.onDisk("6m", func(dir, w string) (string, error) {
		file := p.path("more.csv")
		if err := ledger.File(file, func(to io.Writer) error { return ledger.Write(to, 60_000, 2) }); err != nil {
			return "", err
		}
		said, err := p.refuses("import", w, "--year", "2023", "spend", file)
		return said, errors.Join(err, sound(w, lines))
	})
}

// diskFullBackup backs up where there is no room; no half backup may be left.
func diskFullBackup(p *Place) (string, error) {
	return p.onDisk("4m", func(dir, w string) (string, error) {
		free, err := fill(dir)
		if err != nil {
			return "", err
		}
		said, err := p.refuses("backup", w)
		if err != nil {
			return said, err
		}
		if left, _ := filepath.Glob(filepath.Join(dir, "*", "*part*")); len(left) > 0 {
			err = fmt.Errorf("left behind: %v", left)
		}
		all, e := store.Backups(w) // those made before
		for _, b := range all {
			if e = errors.Join(e, b.Verify(context.Background())); b.Condition != store.BackupWhole {
				e = errors.Join(e, fmt.Errorf("%s bears its name: %s", filepath.Base(b.Path), b.Words()))
			}
		}
		return said, errors.Join(err, e, free(), sound(w, lines))
	})
}

// diskFullExport exports where there is no room; a file that was there stays as it was.
func diskFullExport(p *Place) (said string, err error) {
	w, err := p.made()
	if err != nil {
		return "", err
	}
	dir, done, err := p.disk("1m")
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, done()) }()
	out := filepath.Join(dir, "out.csv")
	if err := os.WriteFile(out, []byte("before"), 0o644); err != nil {
		return "", err
	}
	if _, err := fill(dir); err != nil {
		return "", err
	}
	said, err = p.refuses("export", w, "--year", "2023", "spend", "-o", out)
	if err != nil {
		return said, err
	}
	content, err := os.ReadFile(out)
	if err == nil && string(content) != "before" {
		err = fmt.Errorf("the file that was there has %d bytes now", len(content))
	}
	return said, errors.Join(err, sound(w, lines))
}

// fileLimit keys under a limit on the size of files.
func fileLimit(p *Place) (string, error) {
	w, err := p.made()
	if err != nil {
		return "", err
	}
	t, err := p.keying(w, lines, "--fsize=120000")
	if err != nil {
		return "", err
	}
	defer t.Close()
	if _, _, err := put(t, "2023-05-06"); err != nil {
		return "", err
	}
	said, _, err := keyUntilFull(t)
	t.Kill()
	if err != nil {
		return said, err
	}
	n, err := number(w, "SELECT count(*) FROM spend WHERE _book > 0")
	return said, errors.Join(err, sound(w, n))
}

// readOnly opens a workspace on a disk that cannot be written: reading works, writing says why not.
func readOnly(p *Place) (string, error) {
	return p.onDisk("6m", func(dir, w string) (string, error) {
		if err := unix.Mount("", dir, "", unix.MS_REMOUNT|unix.MS_RDONLY, "size=6m"); err != nil {
			return "", err
		}
		if err := p.must("score", w, "--year", "2023"); err != nil {
			return "", fmt.Errorf("reading: %w", err)
		}
		said, err := p.refuses("undo", w, "--year", "2023")
		if err != nil {
			return said, err
		}
		if err := unix.Mount("", dir, "", unix.MS_REMOUNT, "size=6m"); err != nil {
			return said, err
		}
		return said, sound(w, lines)
	})
}
