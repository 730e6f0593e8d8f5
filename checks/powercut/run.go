//go:build linux

package powercut

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"

	"yice/checks/desk"
	"yice/checks/machine"
	"yice/checks/terminal"
)

// Options says what to do.
type Options struct {
	Binary string
	Dir    string // an empty folder
	Cuts   int    // how often to cut the power, at random
	Kills  bool   // and kill the program after every single call of an upgrade, a restore, a backup, a sealing and an export
	Seed   uint64
	Log    io.Writer // a line for what is wrong; nil: none
}

// Report is what came of it.
type Report struct {
	Calls  int // that wrote, renamed, removed or synced
	Syncs  int // of those, syncs
	Frames int // of the screen
	Acked  int // fields that some frame showed as saved
	Cuts   int
	Fates  [fates]int // of the cuts, by what became of the unsynced
	Kills  int        // places where the program was killed between two calls
	Wrong  []string
}

// Broken makes the program sync as told, instead of every commit: OFF or NORMAL.
func Broken(how string) machine.Edit {
	return machine.Edit{File: "store/conn.go", From: "synchronous(FULL)", To: "synchronous(" + how + ")"}
}

// promises is what the program had said by some moment.
type promises struct {
	kept  map[string]bool // fields shown as saved
	gone  map[string]bool // fields shown as undone
	begun map[string]bool // commands that had begun
	done  map[string]bool // commands that had come back
	saved map[string]bool // fields shown as saved when the backup began
}

// where are the commands that are killed after each of their calls.
var stepwise = []string{"backup", "export", "seal", "upgrade", "restore"}

// Run takes a day at the desk down and cuts the power in it. What is wrong stands in the report; an error is a check that
// cannot go on.
func Run(o Options) (*Report, error) {
	s, err := record(o)
	if err != nil {
		return nil, err
	}
	r := &Report{}
	cuts := s.moments(r)
	screen := terminal.NewPlayback(wide, high)
	defer screen.Close()
	said := &promises{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, nil}
	d := s.before
	for n, e := range s.events {
		switch e.call {
		case "paint":
			if _, err := screen.Write(e.data); err != nil {
				return r, err
			}
			s.shown(screen.View(), said)
		case "begin":
			said.begun[e.name] = true
			if e.name == "backup" {
				said.saved = map[string]bool{}
				for text := range said.kept {
					said.saved[text] = true
				}
			}
			if e.name == "keying" { // another program draws on another screen
				screen.Close()
				screen = terminal.NewPlayback(wide, high)
			}
		case "done":
			said.done[e.name] = true
		default:
			if err := d.take(e); err != nil {
				return r, err
			}
		}
		for _, fate := range cuts[n] {
			if err := s.cut(d, fate, said, r); err != nil {
				return r, fmt.Errorf("after call %d: %w", n, err)
			}
		}
	}
	r.Acked = len(said.kept)
	return r, d.same()
}

// moments chooses where to cut: half right after something was painted, half anywhere.
func (s *session) moments(r *Report) map[int][]int {
	random := rand.New(rand.NewPCG(s.o.Seed, 12))
	var paints []int
	cuts := map[int][]int{}
	command := ""
	for n, e := range s.events {
		switch e.call {
		case "paint":
			paints = append(paints, n)
			r.Frames++
			continue
		case "begin":
			command = e.name
			continue
		case "done":
			continue
		case "sync":
			r.Syncs++
		}
		r.Calls++
		if s.o.Kills && slices.Contains(stepwise, command) {
			cuts[n] = append(cuts[n], all)
		}
	}
	for range s.o.Cuts {
		n := random.IntN(len(s.events))
		if random.IntN(2) == 0 {
			n = paints[random.IntN(len(paints))]
		}
		fate := [...]int{nothing, ordered, some, torn}[random.IntN(4)]
		cuts[n] = append(cuts[n], fate)
	}
	return cuts
}

// shown takes down what a frame says. A field that is undone later is not among those that must be there: from the key
// that undoes it until the frame that says so, it may be or not.
func (s *session) shown(v terminal.View, said *promises) {
	undone := v.Has("已撤销")
	words := desk.Kept(v)
	for _, word := range words {
		if s.sent[word] && !s.undone[word] {
			said.kept[word] = true
		}
	}
	if !undone || !desk.Saved(v) {
		return
	}
	line := v.Lines[v.Row("已撤销")]
	for text := range s.undone {
		if containsWord(line, text) && !slices.Contains(words, text) {
			said.gone[text] = true
		}
	}
}

// cut rebuilds what a cut leaves, and looks.
func (s *session) cut(d *disk, fate int, said *promises, r *Report) error {
	at := filepath.Join(s.o.Dir, "left")
	if err := os.RemoveAll(at); err != nil {
		return err
	}
	if err := os.MkdirAll(at, 0o755); err != nil {
		return err
	}
	if err := d.rebuild(at, fate, s.random); err != nil {
		return err
	}
	if fate == all {
		r.Kills++
	} else {
		r.Cuts++
		r.Fates[fate]++
	}
	for _, what := range s.judge(at, said) {
		what = fmt.Sprintf("call %d, of the unsynced %s: %s", d.clock, fateNames[fate], what)
		r.Wrong = append(r.Wrong, what)
		if s.o.Log != nil {
			fmt.Fprintln(s.o.Log, what)
		}
	}
	return nil
}
