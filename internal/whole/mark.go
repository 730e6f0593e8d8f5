package whole

import (
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"yice/internal/pattern"
)

// After is how old a temporary file of another computer, or of nobody known, must be before it is swept.
const After = 24 * time.Hour

// Mark is the part of a temporary name that says whose it is: "h1a2b3c4dp4711".
func Mark() string { return fmt.Sprintf("h%sp%d", Host(), os.Getpid()) }

// Host names this computer, and among its sets of processes the one in which our numbers mean something.
var Host = sync.OnceValue(func() string {
	name, _ := os.Hostname()
	within, _ := os.Readlink("/proc/self/ns/pid")
	h := fnv.New32a()
	h.Write([]byte(name + " " + within))
	return fmt.Sprintf("%08x", h.Sum32())
})

var marked = pattern.Of(`h([0-9a-f]{8})p(\d{1,10})`)

// Left reports whether a temporary file has nobody any more who could finish it: its process is gone, or, where that is
// of another computer or not known, it is old.
func Left(name string, st fs.FileInfo, now time.Time) bool {
	if m := marked.FindStringSubmatch(name); m != nil && m[1] == Host() {
		pid, err := strconv.Atoi(m[2])
		return err == nil && pid != os.Getpid() && !Running(pid)
	}
	return now.Sub(st.ModTime()) > After
}

// Sweep removes from a folder what was left behind under names that ours accepts.
func Sweep(dir string, ours func(name string) bool) {
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
			now = Now(dir)
		}
		if Left(e.Name(), st, now) {
			os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}

// Now is the time of whoever keeps a folder: a file made this moment has it. Clocks of two computers need not agree.
func Now(dir string) time.Time {
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
