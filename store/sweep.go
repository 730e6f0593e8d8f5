package store

import (
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// What is made is made under a temporary name first. Whoever is killed leaves that behind; it is swept at the next opening.
// Only what bears a name of ours is, and only where whoever made it is gone: a name says which process of which computer it
// was, and of what another computer made nobody here knows more than its age.

// sweepAfter is how old a temporary file of another computer, or of nobody known, must be.
const sweepAfter = 24 * time.Hour

// ourMark is the part of a temporary name that says whose it is: "h1a2b3c4dp4711".
func ourMark() string { return fmt.Sprintf("h%sp%d", ourHost(), os.Getpid()) }

// ourHost names this computer, and among its sets of processes the one in which our numbers mean something.
var ourHost = sync.OnceValue(func() string {
	name, _ := os.Hostname()
	within, _ := os.Readlink("/proc/self/ns/pid")
	h := fnv.New32a()
	h.Write([]byte(name + " " + within))
	return fmt.Sprintf("%08x", h.Sum32())
})

var (
	marked   = regexp.MustCompile(`h([0-9a-f]{8})p(\d{1,10})`)
	partFile = regexp.MustCompile(`^\.part-[A-Za-z0-9-]+$`)
)

// leftBehind reports whether a temporary file has nobody any more who could finish it.
func leftBehind(name string, st fs.FileInfo, now time.Time) bool {
	if m := marked.FindStringSubmatch(name); m != nil && m[1] == ourHost() {
		pid, err := strconv.Atoi(m[2])
		return err == nil && pid != os.Getpid() && !running(pid)
	}
	return now.Sub(st.ModTime()) > sweepAfter
}

// sweepDir removes from a folder what was left behind under names that ours accepts.
func sweepDir(dir string, ours func(name string) bool) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	var now time.Time
	for _, e := range entries {
		if !ours(e.Name()) || !e.Type().IsRegular() {
			continue
		}
		st, err := e.Info()
		if err != nil {
			continue
		}
		if now.IsZero() {
			now = folderTime(dir)
		}
		if leftBehind(e.Name(), st, now) {
			os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}

// sweepBackups removes what backups left that were cut short: copies and manifests under temporary names, and manifests
// whose copy never got its own.
func sweepBackups(dir string) {
	sweepDir(dir, func(name string) bool {
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
	sweepDir(filepath.Join(dir, "files"), partFile.MatchString)
}

// sweep removes what lies beside the workspace half made. The caller holds the lock.
func (w *Workspace) sweep() {
	sweepDir(evidenceDir(w.path), partFile.MatchString)
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
	now := folderTime(filepath.Dir(workspace))
	for _, path := range marks {
		if st, err := os.Lstat(path); err == nil && st.Mode().IsRegular() && now.Sub(st.ModTime()) > overtakenKept {
			os.Remove(path)
		}
	}
}

// overtakenKept is how long the mark of a takeover stays.
const overtakenKept = 30 * 24 * time.Hour

// folderTime is the time of whoever keeps a folder: a file made this moment has it. Clocks of two computers need not agree.
func folderTime(dir string) time.Time {
	now := time.Now()
	probe, err := os.CreateTemp(dir, ".yice-*.tmp")
	if err != nil {
		return now
	}
	if st, err := probe.Stat(); err == nil {
		now = st.ModTime()
	}
	probe.Close()
	os.Remove(probe.Name())
	return now
}

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
