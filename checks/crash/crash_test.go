//go:build linux

package crash

import (
	"flag"
	"os"
	"testing"

	"yice/checks/machine"
)

var (
	kills     = flag.Int("kills", 30, "how often to kill the program")
	meanwhile = flag.Int("meanwhile", 8, "how often to kill it beside an import")
	seed      = flag.Uint64("seed", 1, "of the moments to kill at")
)

// What was shown as saved is there after a SIGKILL at any moment.
func TestNothingSavedIsLost(t *testing.T) {
	dir := t.TempDir()
	binary, err := machine.Build(dir)
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Binary: binary, Dir: dir, Kills: *kills, Seed: *seed}
	if testing.Verbose() {
		o.Log = os.Stderr
	}
	r, err := Run(o)
	if err != nil {
		t.Fatal(err)
	}
	for _, what := range r.Lost {
		t.Error(what)
	}
	t.Logf("%+v", *r)
	if r.Acknowledged < *kills/2 || r.Undone < *kills/2 || r.Keying == 0 {
		t.Errorf("%d kills acknowledged %d fields and undid %d steps: too few to say anything", r.Kills, r.Acknowledged, r.Undone)
	}
}

// A program that says 已保存 before it has saved is found out.
func TestSayingSavedTooSoonIsSeen(t *testing.T) {
	dir := t.TempDir()
	binary, err := machine.BuildBroken(dir, Broken()...)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Run(Options{Binary: binary, Dir: dir, Kills: 12, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Lost) == 0 {
		t.Errorf("nothing was lost in %d kills: %+v", r.Kills, *r)
	} else {
		t.Logf("%d things wrong after %d kills, the first: %s", len(r.Lost), r.Kills, r.Lost[0])
	}
}

// What was shown as kept while an import had the writer is there after a SIGKILL at any moment, and the import wholly or not.
func TestNothingKeptBesideAnImportIsLost(t *testing.T) {
	dir := t.TempDir()
	binary, err := machine.Build(dir)
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Binary: binary, Dir: dir, Kills: *meanwhile, Seed: *seed, Meanwhile: true}
	if testing.Verbose() {
		o.Log = os.Stderr
	}
	r, err := Run(o)
	if err != nil {
		t.Fatal(err)
	}
	for _, what := range r.Lost {
		t.Error(what)
	}
	t.Logf("%+v", *r)
	if r.KeptMeanwhile == 0 || r.TakenIn == 0 || r.MeanwhileNone == 0 {
		t.Errorf("%d kills found %d fields kept, %d openings that took any in: too few to say anything", r.Kills, r.KeptMeanwhile, r.TakenIn)
	}
}
