//go:build linux

package faults

import (
	"errors"
	"os"
	"testing"

	"yice/checks/machine"
)

// Whatever happens to the program, it says what and what to do, and nothing that was saved is lost.
func TestEveryFaultIsToldAndLosesNothing(t *testing.T) {
	binary, err := machine.Build(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range All {
		t.Run(f.ID, func(t *testing.T) {
			p, err := NewPlace(binary, t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			said, err := f.Run(p)
			t.Log(said)
			if errors.Is(err, ErrNoDisk) && os.Getenv("YICE_CI") == "" {
				t.Skipf("NOT TRIED: %v", err)
			}
			if err != nil {
				t.Fatal(err)
			}
			if said == "" {
				t.Error("nothing was said")
			}
		})
	}
}
