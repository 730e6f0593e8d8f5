package registry

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"yice/internal/whole"
	"yice/text"
)

// Before a file is brought up to another format it is copied, beside itself, as it stands: `2023.before-2.yreg`. The copy is made while nobody
// else can write, is read again, and takes its name when it is whole; where that cannot be, nothing is changed. To go back to it, it takes the
// name of the registry, whose folder of submissions it shares.

// mostCopies bounds how many copies of one registry lie beside it.
const mostCopies = 100

// keep copies the file, unless what it holds was copied before.
func (e *sqliteEngine) keep(ctx context.Context, s *session, _ string) (err error) {
	wrong := func(err error) error {
		return faultOf("registry.backup", text.Cannot, text.RegistryNoBackup.With(shown(e.path), shown(filepath.Dir(e.path))), err)
	}
	var is Head
	if err := s.row(ctx, "SELECT seq, hash FROM head", &is.Lines, &is.Hash); err != nil {
		return err
	}
	base := strings.TrimSuffix(e.path, Ending) + ".before-" + format
	for n := 1; n <= mostCopies; n++ {
		name := base + Ending
		if n > 1 {
			name = base + "-" + strconv.Itoa(n) + Ending
		}
		if _, err := os.Lstat(name); err == nil {
			if of, err := headOf(ctx, name); err == nil && of == is {
				return nil
			}
			continue
		}
		if err := e.copyTo(ctx, name, is); err != nil {
			return wrong(err)
		}
		return nil
	}
	return wrong(os.ErrExist)
}

// copyTo copies the file as it was before the transaction that is open, and reads the copy again.
func (e *sqliteEngine) copyTo(ctx context.Context, name string, is Head) error {
	f, err := whole.Temp(filepath.Dir(name))
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	if err := f.Close(); err != nil {
		return err
	}
	db, err := sql.Open("sqlite", sqliteSource(e.path, "rw"))
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", f.Name()); err != nil {
		return err
	}
	of, err := headOf(ctx, f.Name())
	if err == nil && of != is {
		err = os.ErrInvalid
	}
	if err == nil {
		err = synced(f.Name())
	}
	if err == nil {
		err = whole.Place(f.Name(), name)
	}
	return err
}

// headOf reads a copy through, and gives the head of its history.
func headOf(ctx context.Context, path string) (h Head, err error) {
	db, err := sql.Open("sqlite", sqliteSource(path, "ro"))
	if err != nil {
		return h, err
	}
	defer db.Close()
	var sound string
	if err := db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&sound); err != nil || sound != "ok" {
		return h, os.ErrInvalid
	}
	return h, db.QueryRowContext(ctx, "SELECT seq, hash FROM head").Scan(&h.Lines, &h.Hash)
}

func synced(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}
