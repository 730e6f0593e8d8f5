package turns

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

const childEnv = "YICE_TURNS_CHILD"

// TestMain is the other program, where it is asked to be one: it counts a number in a file up, one turn each.
func TestMain(m *testing.M) {
	if dir := os.Getenv(childEnv); dir != "" {
		for range 200 {
			if err := In(dir, ".lock", func() error { return count(dir) }); err != nil {
				println(err.Error())
				os.Exit(1)
			}
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// count is a change that loses what another does between its reading and its writing.
func count(dir string) error {
	path := filepath.Join(dir, "count")
	content, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	n, _ := strconv.Atoi(string(content))
	return os.WriteFile(path, []byte(strconv.Itoa(n+1)), 0o600)
}

// Two programs, and two parts of one, take turns: nothing that one did is lost by another.
func TestTurnsAreTaken(t *testing.T) {
	dir := t.TempDir()
	var all []*exec.Cmd
	for range 3 {
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), childEnv+"="+dir)
		c.Stderr = os.Stderr
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		all = append(all, c)
	}
	for range 200 {
		if err := In(dir, ".lock", func() error { return count(dir) }); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range all {
		if err := c.Wait(); err != nil {
			t.Fatal(err)
		}
	}
	if content, err := os.ReadFile(filepath.Join(dir, "count")); err != nil || string(content) != "800" {
		t.Errorf("800 turns counted to %s, %v", content, err)
	}
}

func TestAWaitForATurnHasAnEnd(t *testing.T) {
	dir := t.TempDir()
	err := In(dir, ".lock", func() error {
		return in(dir, ".lock", 30*time.Millisecond, func() error { return nil })
	})
	if !errors.Is(err, ErrBusy) {
		t.Error(err)
	}
	if err := In(dir, ".lock", func() error { return nil }); err != nil {
		t.Error("the turn was not given on:", err)
	}
}

// A link in the place of the lock would have any file made, or opened, that its maker may not touch.
func TestALinkIsNoLock(t *testing.T) {
	dir := t.TempDir()
	aim := filepath.Join(dir, "aim")
	if err := os.Symlink(aim, filepath.Join(dir, ".lock")); err != nil {
		t.Skip("NOT TRIED: this system makes no links:", err)
	}
	ran := false
	if err := In(dir, ".lock", func() error { ran = true; return nil }); err == nil || ran {
		t.Error("a link was taken for the lock")
	}
	if _, err := os.Lstat(aim); err == nil {
		t.Error("the file that the link means was made")
	}
}
