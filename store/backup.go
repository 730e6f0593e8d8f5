package store

import (
	"context"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"yice/text"
)

// Backups are whole copies made by VACUUM INTO under a temporary name, checked, brought down to the disk and only then
// named. They lie in a folder beside the workspace, the evidence with them (once, by hash).

const (
	keepRecent = 10
	keepDaily  = 7
	stamp      = "20060102-150405.000"
)

// backupName: the time it was made, UTC, and why: "yice-20240305-081502.123-user.yice".
var backupName = regexp.MustCompile(`^yice-(\d{8}-\d{6}\.\d{3})-[a-z]+\.yice$`)

func backupDir(workspace string) string { return workspace + ".backups" }

// Backup writes a verified copy and rotates; dir "" is the folder beside the workspace.
func (w *Workspace) Backup(dir string) (path string, err error) {
	return w.BackupTelling(background, dir, nil)
}

// BackupTelling is Backup that can be stopped, and tells how many bytes of how many have been copied. What was stopped
// leaves nothing behind.
func (w *Workspace) BackupTelling(ctx context.Context, dir string, progress func(done, of int64)) (path string, err error) {
	c, err := w.backupConn()
	if err != nil {
		return "", explain(w.path, err)
	}
	if c == nil { // no second connection to this file: the writer does it
		w.mu.Lock()
		defer w.mu.Unlock()
		if w.closed {
			return "", errClosed
		}
		path, err = w.backup(ctx, dir, w.writer, "user", progress)
		return path, explain(w.path, err)
	}
	defer c.close()
	path, err = w.backup(ctx, dir, c, "user", progress)
	return path, explain(w.path, err)
}

// backupConn gives a connection of its own, so that neither typing nor reading waits for a backup.
func (w *Workspace) backupConn() (*conn, error) {
	if w.alone || w.writer != nil && w.inPlace() != nil {
		return nil, nil
	}
	a := read
	if w.frozen {
		a = frozen
	}
	c, err := connect(w.path, a, shared)
	if err != nil {
		return nil, err
	}
	if err := c.script("PRAGMA query_only=0"); err != nil { // VACUUM INTO counts as writing
		c.close()
		return nil, err
	}
	return c, nil
}

// BackupDue reports whether the newest backup beside the workspace is older than a day, or there is none.
func (w *Workspace) BackupDue() (bool, error) {
	names, err := backupNames(backupDir(w.path))
	if err != nil || len(names) == 0 {
		return err == nil, err
	}
	return w.now().Sub(backupTime(names[0])) > 24*time.Hour, nil
}

func (w *Workspace) backup(ctx context.Context, dir string, c *conn, why string, progress func(done, of int64)) (string, error) {
	if dir == "" {
		dir = backupDir(w.path)
	}
	if err := os.MkdirAll(dir, w.dirMode()); err != nil {
		return "", explain(dir, err)
	}
	sweep(dir)
	at := w.now().UTC()
	final := filepath.Join(dir, "yice-"+at.Format(stamp)+"-"+why+".yice")
	for { // two in one millisecond
		if _, err := os.Lstat(final); errors.Is(err, fs.ErrNotExist) {
			break
		}
		at = at.Add(time.Millisecond)
		final = filepath.Join(dir, "yice-"+at.Format(stamp)+"-"+why+".yice")
	}
	tmp := final + ".part"
	done := false
	defer func() {
		if !done {
			os.Remove(tmp)
		}
	}()
	if err := w.makeFile(tmp); err != nil {
		return "", explain(tmp, err)
	}
	watched := w.watchCopy(c, tmp, progress)
	_, err := c.execContext(ctx, "VACUUM INTO ?", tmp)
	watched()
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	if err != nil {
		return "", explain(tmp, err)
	}
	if err := w.verifyCopy(tmp); err != nil {
		return "", fault("store.backup", text.StoreBackupBad.With(final), err)
	}
	if err := syncFile(tmp); err != nil {
		return "", explain(tmp, err)
	}
	if err := os.Rename(tmp, final); err != nil {
		return "", explain(final, err)
	}
	done = true
	if err := syncDir(dir); err != nil {
		return "", explain(dir, err)
	}
	if err := w.copyEvidence(evidenceDir(w.path), filepath.Join(dir, "files"), false); err != nil {
		return "", explain(dir, err)
	}
	return final, rotate(dir)
}

// watchCopy tells how far a copy has grown, until what it gives is called. A copy is no larger than what it is made of.
func (w *Workspace) watchCopy(c *conn, path string, progress func(done, of int64)) (stop func()) {
	if progress == nil {
		return func() {}
	}
	pages, err := c.number("PRAGMA page_count")
	size, err2 := c.number("PRAGMA page_size")
	if err != nil || err2 != nil {
		return func() {}
	}
	of := pages * size
	end, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for {
			select {
			case <-end:
				return
			case <-time.After(100 * time.Millisecond):
				if st, err := os.Stat(path); err == nil {
					progress(min(st.Size(), of), of)
				}
			}
		}
	}()
	return func() {
		close(end)
		<-ended
	}
}

// verifyCopy insists that a copy is a whole workspace.
func (w *Workspace) verifyCopy(path string) error {
	c, err := connect(path, frozen, shared)
	if err != nil {
		return err
	}
	defer c.close()
	if err := identify(path, c, w.plan()); err != nil {
		return err
	}
	var said string
	if _, err := c.row("PRAGMA quick_check(1)", []any{&said}); err != nil {
		return err
	}
	if said != "ok" {
		return errors.New(said)
	}
	return nil
}

// sweep removes what a backup left that was cut short.
func sweep(dir string) {
	left, err := filepath.Glob(filepath.Join(dir, "yice-*.part*"))
	if err != nil {
		return
	}
	for _, p := range left {
		os.Remove(p)
	}
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	err = f.Sync()
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

// copyEvidence brings over the evidence files that are not there yet. Their name is their hash, so there is nothing to
// compare; with mend set, those that are there are read, and damaged ones replaced. A file that is damaged itself is never
// copied: it would take the place of a good one, now or later.
func (w *Workspace) copyEvidence(from, to string, mend bool) error {
	entries, err := os.ReadDir(from)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if err := os.MkdirAll(to, w.dirMode()); err != nil {
		return err
	}
	for _, e := range entries {
		if _, err := hex.DecodeString(e.Name()); err != nil || !e.Type().IsRegular() {
			continue
		}
		if err := w.copyOneEvidence(e, from, to, mend); err != nil {
			return err
		}
	}
	return nil
}

func (w *Workspace) copyOneEvidence(e fs.DirEntry, from, to string, mend bool) error {
	source, place := filepath.Join(from, e.Name()), filepath.Join(to, e.Name())
	in, err := e.Info()
	if err != nil {
		return err
	}
	if st, err := os.Stat(place); err == nil && st.Size() == in.Size() {
		if !mend {
			return nil
		}
		if whole, err := intact(background, place); err == nil && whole {
			return nil
		}
	}
	if whole, err := intact(background, source); err != nil || !whole {
		return err
	}
	if err := copyFile(source, place, w.fileMode()); err != nil {
		return err
	}
	return os.Chtimes(place, time.Time{}, in.ModTime()) // it tells when the file was attached
}

// copyFile copies by way of a temporary name, down to the disk.
func copyFile(from, to string, mode fs.FileMode) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	tmp, err := writeTemp(filepath.Dir(to), mode, func(f io.Writer) error {
		_, err := io.Copy(f, in)
		return err
	})
	if err != nil {
		return err
	}
	if err := os.Rename(tmp, to); err != nil {
		os.Remove(tmp)
		return err
	}
	return syncDir(filepath.Dir(to))
}

// backupNames gives the backups of a folder, newest first.
func backupNames(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, explain(dir, err)
	}
	var names []string
	for _, e := range entries {
		if backupName.MatchString(e.Name()) && !backupTime(e.Name()).IsZero() {
			names = append(names, e.Name())
		}
	}
	slices.SortFunc(names, func(a, b string) int { return strings.Compare(b, a) })
	return names, nil
}

func backupTime(name string) time.Time {
	m := backupName.FindStringSubmatch(filepath.Base(name))
	if m == nil {
		return time.Time{}
	}
	t, err := time.Parse(stamp, m[1])
	if err != nil {
		return time.Time{}
	}
	return t
}

// rotate keeps the ten newest and the newest of each of the last seven days that have any.
func rotate(dir string) error {
	names, err := backupNames(dir)
	if err != nil {
		return err
	}
	days := map[string]bool{}
	for i, name := range names {
		day := backupTime(name).Format(time.DateOnly)
		first := !days[day]
		if first && len(days) < keepDaily {
			days[day] = true
		} else {
			first = false
		}
		if i < keepRecent || first {
			continue
		}
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			return explain(dir, err)
		}
	}
	return nil
}

// BackupInfo is one backup as a list shows it. One that is damaged has no Head and no Rows.
type BackupInfo struct {
	Path  string
	At    time.Time
	Bytes int64
	Head  string // head of the history in it
	Rows  int64
}

// Backups lists them, newest first.
func Backups(workspace string) ([]BackupInfo, error) {
	dir := backupDir(workspace)
	names, err := backupNames(dir)
	if err != nil {
		return nil, err
	}
	out := make([]BackupInfo, 0, len(names))
	for _, name := range names {
		b := BackupInfo{Path: filepath.Join(dir, name), At: backupTime(name).Local()}
		if st, err := os.Stat(b.Path); err == nil {
			b.Bytes = st.Size()
		}
		b.look()
		out = append(out, b)
	}
	return out, nil
}

// look reads what a list shows; a backup that cannot be read stays without.
func (b *BackupInfo) look() {
	c, err := connect(b.Path, frozen, shared)
	if err != nil {
		return
	}
	defer c.close()
	if identify(b.Path, c, builtIn()) != nil {
		return
	}
	var head []byte
	if _, err := c.row("SELECT hash FROM history ORDER BY seq DESC LIMIT 1", []any{&head}); err != nil {
		return
	}
	b.Head = hex.EncodeToString(head)
	if b.Rows, err = c.number("SELECT sum(rows) FROM tally"); err != nil {
		b.Head = ""
	}
}
