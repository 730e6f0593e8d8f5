//go:build linux

package powercut

import (
	"errors"
	"flag"
	"os"
	"testing"

	"yice/checks/machine"
)

var (
	cuts = flag.Int("cuts", 60, "how often to cut the power")
	step = flag.Bool("stepwise", false, "kill the program after every call of what must not be done by halves, too")
	seed = flag.Uint64("seed", 1, "of the moments to cut at")
)

// What was shown as saved outlives a power cut, and nothing is left half done.
func TestAPowerCutLosesNothingSaved(t *testing.T) {
	dir := t.TempDir()
	binary, err := machine.Build(dir)
	if err != nil {
		t.Fatal(err)
	}
	r := run(t, Options{Binary: binary, Dir: dir, Cuts: *cuts, Kills: *step, Seed: *seed})
	for _, what := range r.Wrong {
		t.Error(what)
	}
	r.Wrong = nil
	t.Logf("%+v", *r)
	if r.Acked < 100 || r.Cuts < *cuts {
		t.Errorf("%d fields, %d cuts: too few to say anything", r.Acked, r.Cuts)
	}
}

func run(t *testing.T, o Options) *Report {
	t.Helper()
	if testing.Verbose() {
		o.Log = os.Stderr
	}
	r, err := Run(o)
	if errors.Is(err, ErrNoTracer) && os.Getenv("YICE_CI") == "" {
		t.Skipf("NOT TRIED: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// A program that does not wait for the disk is found out.
func TestWhatIsNotSyncedIsSeen(t *testing.T) {
	for _, how := range []string{"OFF", "NORMAL"} {
		t.Run(how, func(t *testing.T) {
			dir := t.TempDir()
			binary, err := machine.BuildBroken(dir, Broken(how))
			if err != nil {
				t.Fatal(err)
			}
			if r := run(t, Options{Binary: binary, Dir: dir, Cuts: 12, Seed: 1}); len(r.Wrong) == 0 {
				t.Errorf("synchronous=%s lost nothing in %d cuts: %+v", how, r.Cuts, *r)
			} else {
				t.Logf("%d things wrong in %d cuts, the first: %s", len(r.Wrong), r.Cuts, r.Wrong[0])
			}
		})
	}
}
