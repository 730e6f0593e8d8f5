//go:build linux

package simulation

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
)

// Options says how much to live through.
type Options struct {
	Seed  uint64
	Steps int
	Dir   string    // an empty folder
	Log   io.Writer // a line a life; nil: none
}

// lifetime is how many steps a life has: the file stays small, and is undone to its start at the end.
const lifetime = 200

// Run lives through as many steps as it is told, and gives what happened and the story of the first life that went wrong.
func Run(o Options) (all Counts, err error) {
	for n := 0; all.Steps < o.Steps; n++ {
		seed := o.Seed + uint64(n)
		steps := draw(seed, min(lifetime, o.Steps-all.Steps))
		l, err := live(filepath.Join(o.Dir, fmt.Sprint(n)), steps)
		if err != nil {
			return all, fmt.Errorf("seed %d: %w\n%s", seed, err, shorten(o.Dir, steps))
		}
		all.add(l.counts)
		all.Lives++
		if o.Log != nil {
			fmt.Fprintf(o.Log, "seed %d: %+v\n", seed, all)
		}
	}
	return all, nil
}

// live lives one life.
func live(dir string, steps []step) (l *life, err error) {
	if l, err = begin(dir); err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
		if err != nil && l.w != nil {
			l.disk.Mend()
			l.w.Close()
		}
	}()
	for i, s := range steps {
		if err := l.do(s); err != nil {
			return l, fmt.Errorf("step %d (%s): %w", i, kinds[s.Kind].name, err)
		}
	}
	return l, l.end()
}

// shorten leaves out of a life what it went wrong without, and tells it.
func shorten(dir string, steps []step) string {
	tries := 0
	wrong := func(steps []step) (*life, error) {
		tries++
		return live(filepath.Join(dir, fmt.Sprintf("short-%d", tries)), steps)
	}
	l, err := wrong(steps)
	if err == nil {
		return "told again it went well: where the fault hit hangs on what ran beside it"
	}
	told, why := l, err
	for size := len(steps) / 2; size > 0 && tries < 120; size /= 2 {
		for at := 0; at+size <= len(steps) && tries < 120; {
			less := append(append([]step(nil), steps[:at]...), steps[at+size:]...)
			if l, err := wrong(less); err != nil && l != nil {
				steps, told, why = less, l, err
				continue
			}
			at += size
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "shortened to %d steps: %v\n", len(steps), why)
	for _, s := range told.said {
		fmt.Fprintln(&b, s)
	}
	fmt.Fprintf(&b, "steps: %+v\n", steps)
	return b.String()
}
