package store

import (
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"
	"time"

	"yice/internal/pattern"

	"yice/internal/whole"
)

// What is made is made under a temporary name first. Whoever is killed leaves that behind; it is swept at the next opening.
// Only what bears a name of ours is, and only where whoever made it is gone: a name says which process of which computer it
// was, and of what another computer made nobody here knows more than its age.

var partFile = pattern.Of(`^\.part-[A-Za-z0-9-]+$`)

// sweepBackups removes what backups left that were cut short: copies and manifests under temporary names, and manifests
// whose copy never got its own.
func sweepBackups(dir string) {
	whole.Sweep(dir, func(name string) bool {
		if partFile.MatchString(name) {
			return true
		}
		if copy, ok := strings.CutSuffix(name, partExt); ok {
			i := strings.LastIndex(copy, ".yice")
			return i > 0 && strings.HasPrefix(name, "yice-")
		}
		if copy, ok := strings.CutSuffix(name, manifestExt); ok && strings.HasPrefix(name, "yice-") {
			_, err := os.Lstat(filepath.Join(dir, copy+".yice"))
			return os.IsNotExist(err)
		}
		return false
	})
	whole.Sweep(filepath.Join(dir, "files"), partFile.MatchString)
}

// sweep removes what lies beside the workspace half made. The caller holds the lock.
func (w *Workspace) sweep() {
	whole.Sweep(evidenceDir(w.path), partFile.MatchString)
	sweepBackups(backupDir(w.path))
	sweepMaking(w.path)
	sweepOvertaken(w.path)
}

// sweepOvertaken removes the marks of takeovers that nobody sleeps long enough to need: see overtakenPath.
func sweepOvertaken(workspace string) {
	marks, err := filepath.Glob(globbed(lockPath(workspace)) + ".over-????????????????")
	if err != nil || len(marks) == 0 {
		return
	}
	now := whole.Now(filepath.Dir(workspace))
	for _, path := range marks {
		if st, err := os.Lstat(path); err == nil && st.Mode().IsRegular() && now.Sub(st.ModTime()) > overtakenKept {
			os.Remove(path)
		}
	}
}

// overtakenKept is how long the mark of a takeover stays.
const overtakenKept = 30 * 24 * time.Hour

// globbed makes a path fit to begin a pattern.
func globbed(path string) string {
	if filepath.Separator == '\\' {
		return path // there no sign can be taken back, and of those that mean something only "[" may stand in a name
	}
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(path)
}

// shortName tells workspaces of one name apart.
func shortName(path string) string {
	h := fnv.New32a()
	h.Write([]byte(path))
	return fmt.Sprintf("%08x", h.Sum32())
}
