package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"yice/form"
	"yice/internal/inorder"
	"yice/internal/whole"
	"yice/text"
)

// Evidence lies in a folder beside the workspace, each file named by the hash of its content, so that nothing is kept
// twice and nothing can be exchanged unseen. A cell holds "sha256:name".

// MaxEvidence is the size limit of one evidence file, in bytes.
const MaxEvidence = 64 << 20

func evidenceDir(workspace string) string { return workspace + ".files" }

// AttachFile copies a file into the evidence folder, named by its hash, and gives the entry for a Files cell.
func (w *Workspace) AttachFile(path string) (entry string, err error) {
	a, err := w.Attach(background, path, nil)
	return a.String(), err
}

// Attach is AttachFile that can be stopped and tells how many bytes are copied. Only a regular file of its own is taken: a
// link could be made to point elsewhere, a pipe or a device never ends.
func (w *Workspace) Attach(ctx context.Context, path string, progress func(done, of int64)) (form.Attachment, error) {
	if w.readOnly {
		return form.Attachment{}, fault("store.readonly", text.StoreOpenedReadOnly.With(w.path), nil)
	}
	in, size, err := openEvidence(path)
	if err != nil {
		return form.Attachment{}, err
	}
	defer in.Close()
	sum, err := w.keepEvidence(path, &counted{ctx: ctx, in: in, of: size, tell: progress}, "")
	if err != nil {
		return form.Attachment{}, err
	}
	return form.Attachment{Digest: sum, Name: form.AttachmentName(filepath.Base(path))}, nil
}

// BringEvidence keeps content that came from elsewhere under its hash; content that is not what the hash says is refused.
func (w *Workspace) BringEvidence(digest string, content io.Reader) error {
	if w.readOnly {
		return fault("store.readonly", text.StoreOpenedReadOnly.With(w.path), nil)
	}
	_, err := w.keepEvidence(digest, content, digest)
	return err
}

// openEvidence opens a file to attach: regular, not empty, within the limit.
func openEvidence(path string) (*os.File, int64, error) {
	st, err := os.Lstat(path)
	switch {
	case err != nil:
		return nil, 0, explainSource(path, err)
	case st.Mode()&fs.ModeSymlink != 0:
		return nil, 0, fault("store.evidence", text.StoreEvidenceLink.With(tame(path)), nil)
	case !st.Mode().IsRegular():
		return nil, 0, fault("store.evidence", text.StoreEvidenceNotFile.With(tame(path)), nil)
	case st.Size() == 0:
		return nil, 0, fault("store.evidence-empty", text.StoreEvidenceEmpty.With(tame(path)), nil)
	case st.Size() > MaxEvidence:
		return nil, 0, tooBig(path, st.Size())
	}
	in, err := os.Open(path)
	if err != nil {
		return nil, 0, explainSource(path, err)
	}
	// What was opened must be what was looked at: the name may have been given to something else meanwhile.
	if now, err := in.Stat(); err != nil || !os.SameFile(st, now) {
		in.Close()
		return nil, 0, fault("store.evidence", text.StoreEvidenceNotFile.With(tame(path)), err)
	}
	return in, st.Size(), nil
}

func tooBig(path string, size int64) error {
	return fault("store.evidence-size", text.StoreEvidenceTooBig.With(tame(path), bytesText(size), bytesText(MaxEvidence)), nil)
}

// explainSource says why a file to attach cannot be read.
func explainSource(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fault("store.missing", text.StoreEvidenceNoSource.With(tame(path)), err)
	case errors.Is(err, fs.ErrPermission):
		return fault("store.permission", text.StoreEvidenceUnreadable.With(tame(path)), err)
	}
	return explain(path, err)
}

// counted reads until its context ends, and tells how far it is.
type counted struct {
	ctx      context.Context
	in       io.Reader
	done, of int64
	tell     func(done, of int64)
}

func (c *counted) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.in.Read(p)
	c.done += int64(n)
	if c.tell != nil {
		c.tell(c.done, c.of)
	}
	return n, err
}

// keepEvidence writes content into the evidence folder and gives its hash; with want given, only that hash will do.
func (w *Workspace) keepEvidence(name string, in io.Reader, want string) (string, error) {
	dir := evidenceDir(w.path)
	if err := os.MkdirAll(dir, w.dirMode()); err != nil {
		return "", explain(dir, err)
	}
	h := sha256.New()
	tmp, err := writeTemp(dir, w.fileMode(), func(f io.Writer) error {
		n, err := io.Copy(io.MultiWriter(f, h), io.LimitReader(in, MaxEvidence+1))
		switch {
		case err != nil:
			return err
		case n == 0 && want == "":
			return fault("store.evidence-empty", text.StoreEvidenceEmpty.With(tame(name)), nil)
		case n > MaxEvidence:
			return tooBig(name, n)
		case want != "" && hex.EncodeToString(h.Sum(nil)) != want:
			return fault("store.evidence-damaged", text.StoreEvidenceDamaged.With(tame(name)), nil)
		}
		return nil
	})
	if err != nil {
		return "", explain(dir, err)
	}
	sum := hex.EncodeToString(h.Sum(nil))
	if err := keepOnce(tmp, filepath.Join(dir, sum)); err != nil {
		return "", explain(dir, err)
	}
	return sum, nil
}

func bytesText(n int64) string { return fmt.Sprintf("%d.%d MB", n>>20, (n&(1<<20-1))*10>>20) }

// writeTemp writes a file under a temporary name beside its place, down to the disk.
func writeTemp(dir string, mode fs.FileMode, write func(io.Writer) error) (path string, err error) {
	f, err := os.CreateTemp(dir, ".part-"+whole.Mark()+"-*")
	if err != nil {
		return "", err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err = write(f); err != nil {
		return "", err
	}
	if mode != 0o600 {
		if err = f.Chmod(mode); err != nil {
			return "", err
		}
	}
	if err = f.Sync(); err != nil {
		return "", err
	}
	if err = f.Close(); err != nil {
		return "", err
	}
	return f.Name(), nil
}

// keepOnce puts a temporary file in its place, unless the same content lies there already. What lies there damaged is mended
// by it.
func keepOnce(tmp, place string) error {
	if whole, err := intact(background, place); err == nil && whole {
		return os.Remove(tmp)
	}
	if err := os.Rename(tmp, place); err != nil {
		os.Remove(tmp)
		return err
	}
	return syncDir(filepath.Dir(place))
}

// intact reports whether a file still has the content its name, the hash, promises.
func intact(ctx context.Context, path string) (bool, error) {
	st, err := os.Lstat(path)
	if err != nil {
		return false, err
	}
	if !st.Mode().IsRegular() || st.Size() > MaxEvidence {
		return false, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, &counted{ctx: ctx, in: f}); err != nil {
		return false, err
	}
	return hex.EncodeToString(h.Sum(nil)) == filepath.Base(path), nil
}

// EvidenceState says what became of a stored file.
type EvidenceState uint8

const (
	EvidenceIntact EvidenceState = iota
	EvidenceMissing
	EvidenceDamaged // its content is not what was attached
	EvidenceUnread  // it is there and cannot be read
)

// EvidenceFile is a stored file as it lies on the disk.
type EvidenceFile struct {
	Size  int64
	At    time.Time // when it was copied in
	State EvidenceState
}

// LookAtEvidence reads a stored file from end to end. The error is only that of the context.
func (w *Workspace) LookAtEvidence(ctx context.Context, a form.Attachment) (EvidenceFile, error) {
	path := filepath.Join(evidenceDir(w.path), a.Digest)
	st, err := os.Lstat(path)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return EvidenceFile{State: EvidenceMissing}, nil
		}
		return EvidenceFile{State: EvidenceUnread}, nil
	}
	out := EvidenceFile{Size: st.Size(), At: st.ModTime()}
	whole, err := intact(ctx, path)
	switch {
	case ctx.Err() != nil:
		return out, ctx.Err()
	case err != nil:
		out.State = EvidenceUnread
	case !whole:
		out.State = EvidenceDamaged
	}
	return out, nil
}

// EvidenceSize is how large a stored file is; false where it is not there.
func (w *Workspace) EvidenceSize(a form.Attachment) (int64, bool) {
	st, err := os.Lstat(filepath.Join(evidenceDir(w.path), a.Digest))
	if err != nil || !st.Mode().IsRegular() {
		return 0, false
	}
	return st.Size(), true
}

// SaveEvidence writes a copy of a stored file to a place of the user's. It never writes over a file, and leaves nothing
// behind where the stored one is damaged.
func (w *Workspace) SaveEvidence(ctx context.Context, a form.Attachment, to string, progress func(done, of int64)) (err error) {
	path, err := w.EvidencePath(a.String())
	if err != nil {
		return err
	}
	in, err := os.Open(path)
	if err != nil {
		return explainSource(path, err)
	}
	defer in.Close()
	st, err := in.Stat()
	if err != nil {
		return explainSource(path, err)
	}
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	switch {
	case errors.Is(err, fs.ErrExist):
		return fault("store.exists", text.StoreEvidenceExists.With(tame(to)), err)
	case errors.Is(err, fs.ErrNotExist):
		return fault("store.no-folder", text.StoreEvidenceNoFolder.With(tame(filepath.Dir(to))), err)
	case err != nil:
		return explain(to, err)
	}
	defer func() {
		if e := out.Close(); err == nil {
			err = explain(to, e)
		}
		if err != nil {
			os.Remove(to)
		}
	}()
	h := sha256.New()
	if _, err := io.Copy(io.MultiWriter(out, h), &counted{ctx: ctx, in: in, of: st.Size(), tell: progress}); err != nil {
		return explain(to, err)
	}
	if hex.EncodeToString(h.Sum(nil)) != a.Digest {
		return fault("store.evidence-damaged", text.StoreEvidenceDamaged.With(tame(a.Name)), nil)
	}
	return explain(to, out.Sync())
}

// EvidenceOf gives the evidence that the rows of a book name, each file once.
func (w *Workspace) EvidenceOf(ctx context.Context, b Book) ([]form.Attachment, error) {
	var out []form.Attachment
	seen := map[string]bool{}
	err := w.reading(ctx, func(c *conn) error {
		for _, t := range w.dict().tables {
			i := t.form.Index("evidence")
			if i < 0 || t.missing {
				continue
			}
			col := t.cols[i]
			k, err := c.query(ctx, "SELECT DISTINCT "+col+" FROM "+t.name+" WHERE _book=? AND "+col+" IS NOT NULL", b.ID)
			if err != nil {
				return err
			}
			for k.next() {
				for _, a := range form.Attachments(form.S(k.text(0))) {
					if !seen[a.Digest] {
						seen[a.Digest] = true
						out = append(out, a)
					}
				}
			}
			k.close()
			if k.err != nil {
				return k.err
			}
		}
		return nil
	})
	inorder.Sort(out, func(a, b form.Attachment) int { return strings.Compare(a.Digest, b.Digest) })
	return out, err
}

// EvidencePath gives where an entry of a Files cell lies, for opening and for submissions.
func (w *Workspace) EvidencePath(entry string) (string, error) {
	sum, name, ok := strings.Cut(entry, ":")
	if b, err := hex.DecodeString(sum); !ok || err != nil || len(b) != sha256.Size || strings.ToLower(sum) != sum {
		return "", fault("store.evidence", text.StoreBadEvidence.With(tame(entry)), nil)
	}
	path := filepath.Join(evidenceDir(w.path), sum)
	if _, err := os.Stat(path); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return "", fault("store.evidence-missing", text.StoreNoEvidence.With(tame(name)), err)
		}
		return "", explain(path, err)
	}
	return path, nil
}
