package store

import (
	"context"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"time"

	"yice/form"
	"yice/internal/whole"
	"yice/text"
)

// Backups are whole copies made by VACUUM INTO under a temporary name. The evidence is copied first, then the workspace;
// the copy is checked and brought down to the disk, its manifest written, and last of all it gets its name: what bears the
// name of a backup has everything that belongs to it. They lie in a folder beside the workspace, and in a second place
// where one is named; evidence once, by hash.

func backupDir(workspace string) string { return workspace + ".backups" }

// Backup writes a verified copy and rotates; dir "" is the folder beside the workspace, and the second place besides.
func (w *Workspace) Backup(dir string) (path string, err error) {
	return w.BackupTelling(background, dir, nil)
}

// BackupTelling is Backup that can be stopped, and tells how many bytes of how many have been copied. What was stopped
// leaves nothing behind.
func (w *Workspace) BackupTelling(ctx context.Context, dir string, progress func(done, of int64)) (path string, err error) {
	if dir == "" {
		w.keeping.Lock()
		defer w.keeping.Unlock()
		return w.keep(ctx, Asked, progress)
	}
	return w.backupTo(ctx, dir, Asked, progress)
}

// backupTo makes a backup in a folder, beside whoever writes where that can be.
func (w *Workspace) backupTo(ctx context.Context, dir string, o Occasion, progress func(done, of int64)) (path string, err error) {
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
		path, err = w.backup(ctx, dir, w.writer, o, progress)
		return path, explain(w.path, err)
	}
	defer c.close()
	path, err = w.backup(ctx, dir, c, o, progress)
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

// backup makes one: evidence, copy, manifest, name.
func (w *Workspace) backup(ctx context.Context, dir string, c *conn, o Occasion, progress func(done, of int64)) (string, error) {
	if err := os.MkdirAll(dir, w.dirMode()); err != nil {
		return "", explain(dir, err)
	}
	sweepBackups(dir)
	also := ""
	if w.secondDir != "" && dir == backupDir(w.path) {
		also = w.secondFolder()
	}
	seq, err := nextSequence(dir, also)
	if err != nil {
		return "", err
	}
	m := &manifest{seq: seq, at: w.now(), why: o.String()}
	m.name = backupFile(m.seq, m.at, m.why)
	final := filepath.Join(dir, m.name)
	tmp := final + "." + whole.Mark() + partExt
	done := false
	defer func() {
		if !done {
			os.Remove(tmp)
		}
	}()
	evidence := &evidenceCopy{w: w, from: evidenceDir(w.path), to: filepath.Join(dir, "files"), mend: w.keeping.mends()}
	if err := evidence.all(); err != nil {
		return "", explain(dir, err)
	}
	if err := w.makeFile(tmp); err != nil {
		return "", explain(tmp, err)
	}
	if c.within != nil && ctx.Done() == nil {
		ctx = c.within
	}
	copying, off := context.WithCancelCause(ctx)
	defer off(nil)
	watched := w.watchCopy(c, tmp, progress, func() { off(errEndless) })
	_, err = c.execContext(copying, "VACUUM INTO ?", tmp)
	watched()
	if errors.Is(context.Cause(copying), errEndless) {
		return "", fault("store.endless", text.StoreEndless.With(w.path), errEndless)
	}
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	if err != nil {
		return "", explain(tmp, err)
	}
	// What was attached since is named by the copy: it comes along.
	if err := w.describe(ctx, tmp, m, evidence); err != nil {
		return "", err
	}
	if err := syncFile(tmp); err != nil {
		return "", explain(tmp, err)
	}
	if err := w.putManifest(m, dir); err != nil {
		return "", explain(dir, err)
	}
	if err := os.Rename(tmp, final); err != nil {
		os.Remove(manifestPath(final))
		return "", explain(final, err)
	}
	done = true
	if err := syncDir(dir); err != nil {
		return "", explain(dir, err)
	}
	return final, rotate(dir)
}

// describe checks a copy and fills in its manifest.
func (w *Workspace) describe(ctx context.Context, path string, m *manifest, evidence *evidenceCopy) error {
	in, err := w.verifyCopy(path)
	if err == nil {
		m.sum, err = sumFile(ctx, path)
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		return fault("store.backup", text.StoreBackupBad.With(m.name), err)
	}
	st, err := os.Stat(path)
	if err != nil {
		return explain(path, err)
	}
	m.entries, m.head, m.rows, m.bytes = in.entries, in.head, in.rows, st.Size()
	if m.lacking, err = evidence.these(in.evidence); err != nil {
		return explain(path, err)
	}
	m.evidence = evidence.sorted()
	for _, size := range evidence.have {
		m.evidenceBytes += size
	}
	return nil
}

// copySlack is how much larger than its source a copy may get for the moment, in bytes.
const copySlack = 1 << 20

// watchCopy tells how far a copy has grown, until what it gives is called. A copy is no larger than what it is made of: one that
// outgrows it is called off, before it fills the disk.
func (w *Workspace) watchCopy(c *conn, path string, progress func(done, of int64), off func()) (stop func()) {
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
				st, err := os.Stat(path)
				switch {
				case err != nil:
				case st.Size() > of+of/8+copySlack:
					off()
				case progress != nil:
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

// copied is what a copy of a workspace has in it.
type copied struct {
	head          string
	entries, rows int64
	evidence      []string // digests that its records name
}

// verifyCopy insists that a copy is a whole workspace, and says what is in it.
func (w *Workspace) verifyCopy(path string) (in copied, err error) {
	if err := uncrowded(path); err != nil {
		return in, err
	}
	c, err := connect(path, frozen, shared)
	if err != nil {
		return in, err
	}
	defer c.close()
	if _, err := identify(path, c, w.dict()); err != nil {
		return in, err
	}
	var said string
	if _, err := c.row("PRAGMA quick_check(1)", []any{&said}); err != nil {
		return in, err
	}
	if said != "ok" {
		return in, errors.New(said)
	}
	return c.contents()
}

// contents says what is in a workspace.
func (c *conn) contents() (in copied, err error) {
	var head []byte
	if _, err := c.row("SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1", []any{&in.entries, &head}); err != nil {
		return in, err
	}
	in.head = hex.EncodeToString(head)
	if in.rows, err = c.number("SELECT sum(rows) FROM tally"); err != nil {
		return in, err
	}
	tables, err := c.columns()
	if err != nil {
		return in, err
	}
	seen := map[string]bool{}
	for name, cols := range tables {
		if _, ok := cols["evidence"]; !ok {
			continue
		}
		if err := c.evidenceNamed(name, func(digest string) {
			if !seen[digest] {
				seen[digest] = true
				in.evidence = append(in.evidence, digest)
			}
		}); err != nil {
			return in, err
		}
	}
	return in, nil
}

// evidenceNamed visits the digests that the rows of a table name.
func (c *conn) evidenceNamed(table string, visit func(digest string)) error {
	k, err := c.once(background, "SELECT DISTINCT evidence FROM "+quote(table)+" WHERE evidence IS NOT NULL AND _book>0")
	if err != nil {
		return err
	}
	defer k.close()
	for k.next() {
		for _, a := range form.Attachments(form.S(k.text(0))) {
			visit(a.Digest)
		}
	}
	return k.err
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
