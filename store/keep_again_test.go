package store

import (
	"path/filepath"
	"testing"
	"time"
)

// A workspace whose backups were taken over by another desk still closes.
func TestKeepingThatWasTakenOverEnds(t *testing.T) {
	w, err := Create(filepath.Join(t.TempDir(), "w.yice"), Options{Forms: smallForms()})
	if err != nil {
		t.Fatal(err)
	}
	w.StartKeeping(nil)
	w.StartKeeping(nil)
	closed := make(chan error, 1)
	go func() { closed <- w.Close() }()
	select {
	case err := <-closed:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(2 * time.Minute):
		t.Fatal("it does not close")
	}
}
