//go:build linux

package crash

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	screens "yice/checks/desk"
	"yice/checks/ledger"
	"yice/store"
)

// unsigned is why the example is sealed without sign-offs.
const unsigned = "示例企业没有签字人，封存仅供核对程序"

// imported is how many lines the import has that is killed.
const imported = 4000

// killImport kills an import; all of it or nothing may be there.
func (d *desk) killImport() error {
	file := filepath.Join(d.o.Dir, "more.csv")
	if err := ledger.File(file, func(w io.Writer) error { return ledger.Write(w, imported, uint64(1000+d.kill)) }); err != nil {
		return err
	}
	before, err := d.lines()
	if err != nil {
		return err
	}
	if err := d.killed(d.command("import", d.path, "--year", "2023", "spend", file), 250*time.Millisecond); err != nil {
		return err
	}
	d.report.Imports++
	after, err := d.lines()
	if err != nil {
		return err
	}
	switch after - before {
	case 0:
		d.report.ImportsNone++
	case imported:
		d.report.ImportsWhole++
	default:
		d.wrong("an import of %d lines left %d", imported, after-before)
	}
	return nil
}

// killBackup kills the making of a backup; those that are listed must be whole.
func (d *desk) killBackup() error {
	if err := d.killed(d.command("backup", d.path), 120*time.Millisecond); err != nil {
		return err
	}
	d.report.Backups++
	return d.inspectBackups()
}

// killed starts a command and kills it within a time.
func (d *desk) killed(c *exec.Cmd, within time.Duration) error {
	if err := c.Start(); err != nil {
		return err
	}
	time.Sleep(time.Duration(d.random.Int64N(int64(within))))
	if err := c.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return err
	}
	_ = c.Wait() // killed, or done before
	return nil
}

// takes gives how long a command takes that nobody kills, by running it once on a copy made by ready.
func (d *desk) takes(name string, ready func() (*exec.Cmd, error)) (time.Duration, error) {
	if t, ok := d.whole[name]; ok {
		return t, nil
	}
	c, err := ready()
	if err != nil {
		return 0, err
	}
	var said bytes.Buffer
	c.Stderr = &said
	started := time.Now()
	if err := c.Run(); err != nil {
		return 0, fmt.Errorf("%v: %w\n%s", c.Args, err, &said)
	}
	d.whole[name] = time.Since(started) + 5*time.Millisecond
	return d.whole[name], nil
}

// copied puts a copy of a file that nobody has open, and of its journal, in the place of another.
func copied(from, to string) error {
	for _, old := range []string{to, to + "-wal", to + "-shm", to + ".lock"} {
		if err := os.Remove(old); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	for _, suffix := range []string{"", "-wal"} {
		content, err := os.ReadFile(from + suffix)
		if errors.Is(err, fs.ErrNotExist) && suffix != "" {
			continue
		}
		if err != nil {
			return err
		}
		if err := os.WriteFile(to+suffix, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// killRestore kills the bringing back of the file as it was made, in a copy of what it is now. The copy must then be the
// one or the other, and what it is now must stand somewhere, whole.
func (d *desk) killRestore() error {
	folder := filepath.Join(d.o.Dir, fmt.Sprintf("restore-%d", d.kill/rotate))
	w := filepath.Join(folder, "r.yice")
	ready := func() (*exec.Cmd, error) {
		if err := errors.Join(os.RemoveAll(folder), os.MkdirAll(folder, 0o755)); err != nil {
			return nil, err
		}
		return d.command("restore", w, d.first), copied(d.path, w)
	}
	within, err := d.takes("restore", ready)
	if err != nil {
		return err
	}
	c, err := ready()
	if err != nil {
		return err
	}
	was, err := d.lines()
	if err != nil {
		return err
	}
	if err := d.killed(c, within); err != nil {
		return err
	}
	d.report.Restores++
	now, err := d.wholeLines(w)
	switch {
	case errors.Is(err, fs.ErrNotExist): // between the two: what was is kept beside
	case err != nil:
		d.wrong("after a killed restore: %v", err)
	case now == d.begun && was != d.begun:
		d.report.RestoresDone++
	case now != was && now != d.begun:
		d.wrong("a killed restore left %d lines, neither the %d of the backup nor the %d there were", now, d.begun, was)
	}
	if now == was {
		return nil
	}
	kept, err := filepath.Glob(w + ".before-*.yice")
	if err != nil {
		return err
	}
	for _, k := range kept {
		if n, err := d.wholeLines(k); err == nil && n == was {
			return nil
		}
	}
	d.wrong("after a killed restore nothing has the %d lines there were; kept: %v", was, kept)
	return nil
}

// wholeLines counts the ledger of a file that passes every check.
func (d *desk) wholeLines(path string) (n int, err error) {
	if _, err := os.Stat(path); err != nil {
		return 0, err
	}
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	defer stop()
	if err := d.inspectHistory(ctx, path); err != nil {
		return 0, err
	}
	db, err := openDB(ctx, path)
	if err != nil {
		return 0, err
	}
	defer db.Close()
	return n, db.QueryRowContext(ctx, "SELECT count(*) FROM spend WHERE _book > 0").Scan(&n)
}

// killUpgrade kills the first opening of a copy that lacks a field, as an older version would have made it. The next
// opening finishes the work, after a backup.
func (d *desk) killUpgrade() error {
	folder := filepath.Join(d.o.Dir, fmt.Sprintf("upgrade-%d", d.kill/rotate))
	w := filepath.Join(folder, "old.yice")
	projects := filepath.Join(d.o.Dir, "project.csv")
	ready := func() (*exec.Cmd, error) {
		if err := errors.Join(os.RemoveAll(folder), os.MkdirAll(folder, 0o755), copied(d.path, w)); err != nil {
			return nil, err
		}
		return d.command("import", w, "--year", "2023", "project", projects), screens.Older(w)
	}
	within, err := d.takes("upgrade", ready)
	if err != nil {
		return err
	}
	c, err := ready()
	if err != nil {
		return err
	}
	was, err := d.lines()
	if err != nil {
		return err
	}
	if err := d.killed(c, within); err != nil {
		return err
	}
	d.report.Upgrades++
	if done, err := screens.Upgraded(w); err != nil {
		d.wrong("after a killed upgrade: %v", err)
		return nil
	} else if done {
		d.report.UpgradesDone++
	}
	if err := d.run("import", w, "--year", "2023", "project", projects); err != nil {
		d.wrong("the opening after a killed upgrade: %v", err)
		return nil
	}
	done, err := screens.Upgraded(w)
	backups, e := store.Backups(w)
	if err := errors.Join(err, e); err != nil {
		return err
	}
	if !done || len(backups) == 0 {
		d.wrong("after a killed upgrade and another opening: upgraded %v, %d backups", done, len(backups))
	}
	if now, err := d.wholeLines(w); err != nil || now != was {
		d.wrong("a killed upgrade left %d lines of %d: %v", now, was, err)
	}
	return nil
}

// killSeal kills the sealing of the example. The submission file is there, and verifies, or it is not; a year that was
// locked has its submission noted and its file in place; and sealing anew is possible.
func (d *desk) killSeal() error {
	folder := filepath.Join(d.o.Dir, fmt.Sprintf("seal-%d", d.kill/rotate))
	w, out := filepath.Join(folder, "s.yice"), filepath.Join(folder, "s.zip")
	example := filepath.Join(d.o.Dir, "example.yice")
	if _, err := os.Stat(example); err != nil {
		if err := (screens.Commands{Binary: d.o.Binary, Env: d.env}).Example(example); err != nil {
			return err
		}
	}
	ready := func() (*exec.Cmd, error) {
		if err := errors.Join(os.RemoveAll(folder), os.MkdirAll(folder, 0o755), copied(example, w)); err != nil {
			return nil, err
		}
		return d.command("submit", w, "--year", "2023", "-o", out, "--unsigned", unsigned), nil
	}
	within, err := d.takes("submit", ready)
	if err != nil {
		return err
	}
	c, err := ready()
	if err != nil {
		return err
	}
	if err := d.killed(c, within); err != nil {
		return err
	}
	d.report.Seals++
	_, err = os.Stat(out)
	there := err == nil
	if there {
		if err := d.run("verify", out); err != nil {
			d.wrong("a killed sealing left a file that does not verify: %v", err)
			return nil
		}
		d.report.SealsWhole++
	}
	locked, noted, err := screens.Sealed(w)
	if err != nil {
		d.wrong("after a killed sealing: %v", err)
		return nil
	}
	if locked != (noted > 0) || locked && !there {
		d.wrong("a killed sealing left a year locked: %v, submissions noted: %d, the file there: %v", locked, noted, there)
	}
	if _, err := d.wholeLines(w); err != nil {
		d.wrong("after a killed sealing: %v", err)
	}
	if locked {
		if err := d.run("reopen", w, "--year", "2023", "封存途中断电，核对后重新封存"); err != nil {
			d.wrong("reopening: %v", err)
		}
	}
	for _, args := range [][]string{{"submit", w, "--year", "2023", "-o", out, "--unsigned", unsigned}, {"verify", out}} {
		if err := d.run(args...); err != nil {
			d.wrong("sealing anew: %v", err)
		}
	}
	return nil
}
