//go:build unix

package intake

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"yice/checks/machine"
)

var (
	seed = flag.Uint64("seed", 1, "of the corpus and of what spoils it")
	n    = flag.Int("n", 500, "how many spoiled files to judge")
	keep = flag.String("keep", "", "a folder to keep the files in")
)

// desk builds the program and opens a desk in memory, where there is such a folder.
func desk(t *testing.T) (*Desk, string) {
	t.Helper()
	dir := t.TempDir()
	if shm, err := os.MkdirTemp("/dev/shm", "intake"); err == nil {
		dir = shm
		t.Cleanup(func() { os.RemoveAll(shm) })
	}
	binary, err := machine.Build(dir)
	if err != nil {
		t.Fatal(err)
	}
	d, err := Open(binary, dir)
	if err != nil {
		t.Fatal(err)
	}
	if *keep != "" {
		return d, *keep
	}
	return d, filepath.Join(dir, "files")
}

// Every export comes in as an accountant reads it, or not at all.
func TestExports(t *testing.T) {
	d, dir := desk(t)
	cases := Corpus(*seed)
	pending, _ := Pending()
	verdicts, skipped := d.Run(dir, cases, false)
	if skipped > 0 {
		t.Logf("NOT CHECKED: %d files in the old .xls, which LibreOffice writes; it is not installed", skipped)
		if os.Getenv("YICE_CI") != "" {
			t.Error("the full run needs LibreOffice")
		}
	}
	of := map[string]Case{}
	for _, c := range cases {
		of[c.Name] = c
	}
	seen := map[string]bool{}
	for _, v := range verdicts {
		name := v.Case + "/" + v.Container
		seen[name] = true
		t.Logf("%-60s %s %s", name, v.State, v.Detail)
		switch was := pending[name]; {
		case v.Good() && was != "":
			t.Errorf("%s is %s now: take it off the list of pending files", name, v.State)
		case !v.Good() && was == "":
			c := of[v.Case]
			t.Errorf("%s (%s, %s) is %s: %s\n%s", name, c.Layout, c.Steps[0].Expect, v.State, v.Detail, c.Note)
		}
	}
	for name := range pending {
		if !seen[name] && skipped == 0 {
			t.Errorf("%s is pending and is not in the corpus", name)
		}
	}
}

// A spoiled file comes in as what an accountant still reads in it, or not at all.
func TestSpoiledFiles(t *testing.T) {
	d, dir := desk(t)
	mutants, verdicts := d.Spoil(dir, Corpus(*seed), *seed, 0, *n)
	text, wrong := Spoiled(mutants, verdicts)
	t.Log(text)
	_, known := Pending()
	switch {
	case wrong > known:
		t.Errorf("%d of %d spoiled files came in wrong; %d are known", wrong, *n, known)
	case wrong == 0 && known > 0:
		t.Error("no spoiled file comes in wrong any more: take the number off the list of pending files")
	}
	right := 0
	for _, v := range verdicts {
		if v.State == CameIn {
			right++
		}
	}
	if known == 0 && right < *n/10 {
		t.Errorf("only %d of %d came in: a program that refuses everything is no proof", right, *n)
	}
}
