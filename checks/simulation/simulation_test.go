//go:build linux

package simulation

import (
	"flag"
	"os"
	"testing"
)

var (
	steps = flag.Int("steps", 0, "how many steps to live through; 0: a thousand, ten thousand where YICE_LONG is set")
	seed  = flag.Uint64("seed", 1, "of the first life")
)

// Whatever happens to it, the file holds what the model holds.
func TestLives(t *testing.T) {
	if *steps == 0 {
		if *steps = 1000; os.Getenv("YICE_LONG") != "" {
			*steps = 10000
		}
	}
	o := Options{Seed: *seed, Steps: *steps, Dir: t.TempDir()}
	if testing.Verbose() {
		o.Log = os.Stderr
	}
	all, err := Run(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%+v", all)
	if all.Writes < all.Steps/4 || all.Kills == 0 || all.Faults == 0 || all.TakenIn == 0 {
		t.Errorf("too little happened: %+v", all)
	}
}
