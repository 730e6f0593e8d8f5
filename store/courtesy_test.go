//go:build linux

package store

import (
	"errors"
	"runtime"
	"testing"

	"golang.org/x/sys/unix"
)

// TestCourteous: the work gives way, what is done afterwards does not, and what the work says comes back.
func TestCourteous(t *testing.T) {
	want := errors.New("said")
	own, err := unix.Getpriority(unix.PRIO_PROCESS, 0) // the tests may run lowered or raised themselves
	if err != nil {
		t.Fatal(err)
	}
	var lowered int
	err = courteous(func() error {
		lowered, _ = unix.Getpriority(unix.PRIO_PROCESS, unix.Gettid())
		return want
	})
	if !errors.Is(err, want) {
		t.Errorf("the error did not come back: %v", err)
	}
	if lowered != 10 { // the system call gives 20 − nice
		t.Errorf("the thread was not lowered: %d", lowered)
	}
	for range 50 {
		after := make(chan int)
		go func() {
			runtime.LockOSThread()
			defer runtime.UnlockOSThread()
			nice, _ := unix.Getpriority(unix.PRIO_PROCESS, unix.Gettid())
			after <- nice
		}()
		if nice := <-after; nice != own {
			t.Fatalf("work done afterwards runs on a lowered thread: %d", nice)
		}
	}
}
