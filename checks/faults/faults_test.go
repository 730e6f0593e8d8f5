//go:build linux

package faults

import (
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
			if err != nil {
				t.Fatal(err)
			}
			if said == "" {
				t.Error("nothing was said")
			}
		})
	}
}
