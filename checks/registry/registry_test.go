//go:build linux

package registry

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"yice/checks/machine"
	"yice/filing"
	"yice/seal"
)

var (
	kills = flag.Int("kills", 0, "how often to kill; 0: once, and 20 times (5 over nodes) where YICE_LONG is set")
	files = flag.Int("files", 0, "how many submissions each load has; 0: 10, and 40 where YICE_LONG is set")
	seed  = flag.Uint64("seed", 1, "of the moments to kill at")
)

func several(given *int, quick, long int) int {
	switch {
	case *given > 0:
		return *given
	case os.Getenv("YICE_LONG") != "":
		return long
	}
	return quick
}

// options make a fleet and build the program.
func options(t *testing.T) Options {
	t.Helper()
	o := Options{Dir: t.TempDir()}
	if testing.Verbose() {
		o.Log = os.Stderr
	}
	var err error
	if o.Binary, err = machine.Build(o.Dir); err != nil {
		t.Fatal(err)
	}
	if o.Fleet, err = MakeFleet(filepath.Join(o.Dir, "fleet"), filepath.Join("..", "..", "examples"), several(files, 10, 40), 2023); err != nil {
		t.Fatal(err)
	}
	decide(t, o.Fleet)
	return o
}

// decide signs the table of recognitions.
func decide(t *testing.T, f *Fleet) {
	t.Helper()
	if _, err := os.Stat(f.Decisions()); err == nil {
		return // kept from an earlier run
	}
	_, err := filing.MakeRecognitions(context.Background(), filepath.Join(f.Dir, "decisions.csv"), f.Decisions(), f.KeyFile(string(seal.Deciding)), nil, time.Now())
	if err != nil {
		t.Fatal(err)
	}
}

func cluster(t *testing.T, nodes int) *Cluster {
	t.Helper()
	c, err := NewCluster(nodes)
	if errors.Is(err, ErrNone) && os.Getenv("YICE_CI") == "" {
		t.Skip("NOT RUN: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

// on gives new registries of a cluster.
func on(t *testing.T, c *Cluster, dir string) place {
	return func(n int) (string, []string, func() error, error) {
		name := fmt.Sprintf("r%d", n)
		address, err := c.Database(name)
		archive := filepath.Join(dir, name)
		more := []string{"--archive", archive}
		for i := range c.Nodes {
			more = append(more, "--node", fmt.Sprintf("n%d", i))
		}
		return address, more, func() error { return errors.Join(c.Drop(name), os.RemoveAll(archive)) }, err
	}
}

func judge(t *testing.T, r *Result, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range r.Wrong {
		t.Error(w)
	}
	t.Logf("%d kills met a run, %d came late, %d were of nodes; there was then: %v", r.Kills, r.Late, r.Nodes, r.Points)
	if r.Kills < r.Asked {
		t.Errorf("%d kills of %d met a run", r.Kills, r.Asked)
	}
}

// However often a load into a file is killed, the next run brings out what an untouched one does.
func TestKilledLoadsIntoAFile(t *testing.T) {
	o := options(t)
	r, err := Run(o, several(kills, 1, 20), *seed, func(n int) (string, []string, func() error, error) {
		dir := filepath.Join(o.Dir, fmt.Sprintf("r%d", n))
		return filepath.Join(dir, "r.yreg"), nil, func() error { return os.RemoveAll(dir) }, os.MkdirAll(dir, 0o755)
	}, nil)
	judge(t, r, err)
}

// Nor is it where groups hand on what their members handed in: killed in the middle of a bundle, the next run brings out what an untouched
// one does, and the ranking is that of the files as they came alone.
func TestKilledBundlesIntoAFile(t *testing.T) {
	o := options(t)
	var err error
	if o.From, err = o.program().bundles(); err != nil {
		t.Fatal(err)
	}
	r, err := Run(o, several(kills, 1, 20), *seed, func(n int) (string, []string, func() error, error) {
		dir := filepath.Join(o.Dir, fmt.Sprintf("r%d", n))
		return filepath.Join(dir, "r.yreg"), nil, func() error { return os.RemoveAll(dir) }, os.MkdirAll(dir, 0o755)
	}, nil)
	judge(t, r, err)
}

// Nor into a server.
func TestKilledLoadsIntoAServer(t *testing.T) {
	o, c := options(t), cluster(t, 0)
	r, err := Run(o, several(kills, 1, 20), *seed, on(t, c, o.Dir), func(int) (func() error, func() error) { return c.Kill, c.Start })
	judge(t, r, err)
}

// Nor into four servers over which the rows are spread, one of which is killed instead every other time.
func TestKilledLoadsOverFourNodes(t *testing.T) {
	o, c := options(t), cluster(t, 4)
	r, err := Run(o, several(kills, 1, 5), *seed, on(t, c, o.Dir), func(n int) (func() error, func() error) {
		node := c.Nodes[n/2%len(c.Nodes)]
		return node.Kill, node.Start
	})
	judge(t, r, err)
}
