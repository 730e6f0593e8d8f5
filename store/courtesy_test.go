//go:build linux

package store

import (
	"errors"
	"runtime"
	"testing"
	"time"

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

// A backup made beside somebody's work gives way to it.
func TestABackupGivesWay(t *testing.T) {
	d := newDesk(t, smallForms())
	d.add("project", "code", "P1")
	lowered := make(chan int, 8)
	d.Workspace.now = func() time.Time {
		nice, _ := unix.Getpriority(unix.PRIO_PROCESS, unix.Gettid())
		lowered <- nice
		return d.clock
	}
	d.keepFrom(time.Millisecond, time.Hour, nil)
	if nice := <-lowered; nice != 10 {
		t.Errorf("the thread that makes the backup was not lowered: %d", nice)
	}
}

// A workstation has more processors of the scheduler than courteous threads could hold, and gives them back.
func TestRoomIsMade(t *testing.T) {
	before := runtime.GOMAXPROCS(0)
	restore := MakeRoom()
	if now := runtime.GOMAXPROCS(0); now < before+besides {
		t.Errorf("%d of %d", now, before)
	}
	restore()
	if now := runtime.GOMAXPROCS(0); now != before {
		t.Errorf("%d were left of %d", now, before)
	}
}
