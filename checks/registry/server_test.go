//go:build linux

package registry

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A server that runs is not started a second time, and its folder is left as it is: a second one takes the first one's file away, and the first,
// which looks for it once a minute, ends then, in the middle of what another kill is about.
func TestAServerThatRunsIsLeftAlone(t *testing.T) {
	c := cluster(t, 0)
	pid := filepath.Join(c.data(), "postmaster.pid")
	before, err := os.ReadFile(pid)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); !errors.Is(err, ErrRuns) {
		t.Errorf("started twice: %v", err)
	}
	if after, err := os.ReadFile(pid); err != nil || string(after) != string(before) {
		t.Errorf("the file of the server that runs was changed: %v\n%s", err, after)
	}
}

// A run that is done before its kill comes has its server neither killed nor started.
func TestAKillThatComesLateTouchesNothing(t *testing.T) {
	y := Options{Binary: "/bin/true"}.program()
	touched := func() error { return errors.New("touched") }
	if under, err := y.killed(step{"take"}, time.Hour, touched, touched); under || err != nil {
		t.Errorf("%v %v", under, err)
	}
}

// A kill leaves nothing of a server behind, of what is at work neither: that does not look whether its server is there, and a new one ends where it
// still holds the memory of the first.
func TestAKilledServerStartsAgain(t *testing.T) {
	c := cluster(t, 0)
	for n := range 3 {
		busy := make(chan error, 1)
		go func() { busy <- c.SQL("postgres", "DO $$ BEGIN LOOP END LOOP; END $$") }()
		for c.SQL("postgres", "SELECT 1/COUNT(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%END LOOP%' AND pid <> pg_backend_pid()") != nil {
			time.Sleep(10 * time.Millisecond)
		}
		if err := c.Kill(); err != nil {
			t.Fatal(err)
		}
		if left, err := c.processes(); err != nil || len(left) > 0 {
			t.Errorf("kill %d left %v: %v", n, left, err)
		}
		if err := <-busy; err == nil {
			t.Error("what was at work came to its end")
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
	}
}
