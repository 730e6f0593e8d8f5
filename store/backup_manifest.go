package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// A manifest says by hash what a backup is: the copy, and every evidence file it goes with. It lies beside the copy under
// the same name ("….sha256") and is text as `sha256sum -c` reads it, so that a backup can be checked where there is nothing
// of ours. What else it says stands in lines that begin with "#"; the last of them is the hash of all before it.
type manifest struct {
	seq     int64 // of the backup
	at      time.Time
	why     string
	entries int64  // of the history in the copy
	head    string // its newest hash
	rows    int64
	bytes   int64  // of the copy
	name    string // of the copy
	sum     string
	// evidence are the digests of the files beside it, evidenceBytes their size together; lacking are those that the records
	// name and that could not be had when the backup was made.
	evidence      []string
	evidenceBytes int64
	lacking       []string
}

const (
	manifestFirst = "# yice-backup/1"
	manifestLast  = "# end "
	manifestExt   = ".sha256"
	// maxManifest bounds what is read of one: some 80 bytes an evidence file.
	maxManifest = 16 << 20
)

var errManifest = errors.New("store: the manifest of a backup is not as it was written")

func manifestPath(backup string) string { return strings.TrimSuffix(backup, ".yice") + manifestExt }

func (m *manifest) write() []byte {
	var b bytes.Buffer
	fmt.Fprintln(&b, manifestFirst)
	fmt.Fprintf(&b, "# sequence %d\n# made %s\n# why %s\n# history %d %s\n# rows %d\n# bytes %d\n# evidence %d %d\n",
		m.seq, m.at.UTC().Format(time.RFC3339), m.why, m.entries, m.head, m.rows, m.bytes, len(m.evidence), m.evidenceBytes)
	for _, d := range m.lacking {
		fmt.Fprintf(&b, "# lacking %s\n", d)
	}
	fmt.Fprintf(&b, "%s  %s\n", m.sum, m.name)
	for _, d := range m.evidence {
		fmt.Fprintf(&b, "%s  files/%s\n", d, d)
	}
	fmt.Fprintf(&b, "%s%x\n", manifestLast, sha256.Sum256(b.Bytes()))
	return b.Bytes()
}

// readManifest reads the manifest of a backup. It says so where there is none (fs.ErrNotExist), or it is not as written.
func readManifest(backup string) (*manifest, error) {
	f, err := os.Open(manifestPath(backup))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxManifest+1))
	if err != nil {
		return nil, err
	}
	m, err := parseManifest(b)
	if err == nil && m.name != filepath.Base(backup) {
		err = errManifest
	}
	return m, err
}

// parseManifest reads what write wrote, and nothing else.
func parseManifest(b []byte) (*manifest, error) {
	if len(b) > maxManifest {
		return nil, errManifest
	}
	at := bytes.LastIndex(b, []byte("\n"+manifestLast))
	if at < 0 {
		return nil, errManifest
	}
	body, end := string(b[:at+1]), string(b[at+1:])
	if end != fmt.Sprintf("%s%x\n", manifestLast, sha256.Sum256([]byte(body))) {
		return nil, errManifest
	}
	m := &manifest{}
	for i, line := range strings.Split(strings.TrimSuffix(body, "\n"), "\n") {
		var ok bool
		switch said, comment := strings.CutPrefix(line, "# "); {
		case i == 0:
			ok = line == manifestFirst
		case comment:
			ok = m.take(said)
		default:
			ok = m.list(line)
		}
		if !ok {
			return nil, errManifest
		}
	}
	if m.sum == "" || m.seq <= 0 {
		return nil, errManifest
	}
	return m, nil
}

// take reads one line that begins with "#".
func (m *manifest) take(said string) bool {
	word := strings.Split(said, " ")
	number := func(at int) (n int64) {
		if at < len(word) {
			if v, err := strconv.ParseInt(word[at], 10, 64); err == nil && v >= 0 {
				return v
			}
		}
		word = nil
		return 0
	}
	switch word[0] {
	case "sequence":
		m.seq = number(1)
	case "made":
		at, err := time.Parse(time.RFC3339, strings.TrimPrefix(said, "made "))
		if m.at = at; err != nil {
			return false
		}
	case "why":
		m.why = strings.TrimPrefix(said, "why ")
	case "history":
		if m.entries = number(1); len(word) == 3 {
			m.head = word[2]
		}
	case "rows":
		m.rows = number(1)
	case "bytes":
		m.bytes = number(1)
	case "evidence":
		number(1)
		m.evidenceBytes = number(2)
	case "lacking":
		if len(word) != 2 || !digestName(word[1]) {
			return false
		}
		m.lacking = append(m.lacking, word[1])
	default:
		return false
	}
	return word != nil
}

// list reads one line of a hash and a name: the copy first, then evidence.
func (m *manifest) list(line string) bool {
	sum, name, ok := strings.Cut(line, "  ")
	if !ok || !digestName(sum) {
		return false
	}
	if m.sum == "" {
		m.sum, m.name = sum, name
		return name == filepath.Base(name)
	}
	if name != "files/"+sum {
		return false
	}
	m.evidence = append(m.evidence, sum)
	return true
}

// wanting gives the evidence of a backup that is not there, or, where all is read, not what it was.
func (m *manifest) wanting(ctx context.Context, dir string, read bool) (bad []string, err error) {
	var size int64
	for _, d := range m.evidence {
		path := filepath.Join(dir, "files", d)
		st, err := os.Lstat(path)
		whole := err == nil && st.Mode().IsRegular()
		if whole && read {
			whole, err = intact(ctx, path)
			whole = whole && err == nil
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if !whole {
			bad = append(bad, d)
			continue
		}
		size += st.Size()
	}
	if len(bad) == 0 && size != m.evidenceBytes && !read {
		return m.wanting(ctx, dir, true)
	}
	return bad, nil
}

// sumFile gives the SHA-256 of a file.
func sumFile(ctx context.Context, path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, &counted{ctx: ctx, in: f}); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// putManifest writes a manifest under a temporary name, down to the disk, and gives it its own. The copy it is of has its
// temporary name still.
func (w *Workspace) putManifest(m *manifest, dir string) error {
	tmp, err := writeTemp(dir, w.fileMode(), func(f io.Writer) error {
		_, err := f.Write(m.write())
		return err
	})
	if err != nil {
		return err
	}
	if err := os.Rename(tmp, manifestPath(filepath.Join(dir, m.name))); err != nil {
		os.Remove(tmp)
		return err
	}
	return syncDir(dir)
}

// removeBackup removes a backup and then its manifest: a copy is never without.
func removeBackup(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Remove(manifestPath(path)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
