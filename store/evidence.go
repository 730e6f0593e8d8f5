package store

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"yice/text"
)

// Evidence lies in a folder beside the workspace, each file named by the hash of its content, so that nothing is kept
// twice and nothing can be exchanged unseen. A cell holds "sha256:name".

// MaxEvidence is the size limit of one evidence file, in bytes.
const MaxEvidence = 64 << 20

func evidenceDir(workspace string) string { return workspace + ".files" }

// AttachFile copies a file into the evidence folder, named by its hash, and gives the entry for a Files cell.
func (w *Workspace) AttachFile(path string) (entry string, err error) {
	if w.readOnly {
		return "", fault("store.readonly", text.StoreOpenedReadOnly.With(w.path), nil)
	}
	st, err := os.Stat(path)
	switch {
	case err != nil:
		return "", explain(path, err)
	case !st.Mode().IsRegular():
		return "", fault("store.evidence", text.StoreEvidenceNotFile.With(path), nil)
	case st.Size() > MaxEvidence:
		return "", fault("store.evidence-size", text.StoreEvidenceTooBig.With(path, bytesText(st.Size()), bytesText(MaxEvidence)), nil)
	}
	in, err := os.Open(path)
	if err != nil {
		return "", explain(path, err)
	}
	defer in.Close()
	dir := evidenceDir(w.path)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", explain(dir, err)
	}
	h := sha256.New()
	tmp, err := writeTemp(dir, func(f io.Writer) error {
		n, err := io.Copy(io.MultiWriter(f, h), io.LimitReader(in, MaxEvidence+1))
		if err == nil && n > MaxEvidence {
			err = fault("store.evidence-size", text.StoreEvidenceTooBig.With(path, bytesText(n), bytesText(MaxEvidence)), nil)
		}
		return err
	})
	if err != nil {
		return "", explain(dir, err)
	}
	sum := hex.EncodeToString(h.Sum(nil))
	if err := keepOnce(tmp, filepath.Join(dir, sum)); err != nil {
		return "", explain(dir, err)
	}
	return sum + ":" + entryName(path), nil
}

// entryName is the file's name without what would break the entry or a terminal.
func entryName(path string) string {
	name := strings.Map(func(r rune) rune {
		if r == '|' || r < ' ' || r >= 0x7f && r < 0xa0 {
			return '_'
		}
		return r
	}, filepath.Base(path))
	return name
}

func bytesText(n int64) string { return fmt.Sprintf("%d.%d MB", n>>20, (n&(1<<20-1))*10>>20) }

// writeTemp writes a file under a temporary name beside its place, down to the disk.
func writeTemp(dir string, write func(io.Writer) error) (path string, err error) {
	f, err := os.CreateTemp(dir, ".part-*")
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
	if err = f.Sync(); err != nil {
		return "", err
	}
	if err = f.Close(); err != nil {
		return "", err
	}
	return f.Name(), nil
}

// keepOnce puts a temporary file in its place, unless the same content lies there already.
func keepOnce(tmp, place string) error {
	if st, err := os.Stat(place); err == nil {
		if t, err := os.Stat(tmp); err == nil && t.Size() == st.Size() {
			return os.Remove(tmp)
		}
	}
	if err := os.Rename(tmp, place); err != nil {
		os.Remove(tmp)
		return err
	}
	return syncDir(filepath.Dir(place))
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
