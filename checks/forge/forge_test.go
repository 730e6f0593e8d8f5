package main

import (
	"os"
	"path/filepath"
	"testing"
)

// No forgery is accepted; the command tries many more.
func TestNoForgeryIsAccepted(t *testing.T) {
	f, err := newForger(filepath.Join("..", "..", "conformance", "keys"), filepath.Join("..", "..", "examples"))
	if err != nil {
		t.Fatal(err)
	}
	n := 500
	if os.Getenv("YICE_LONG") != "" {
		n = 2000
	}
	counts, err := tally(f, n)
	if err != nil {
		t.Error(err)
	}
	for _, k := range kinds {
		if c := counts[k.name]; c == nil || c.refused == 0 {
			t.Errorf("%s: not tried", k.name)
		}
	}
}
