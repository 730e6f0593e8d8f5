package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"yice/checks/authority"
)

func main() {
	dir := filepath.Join("..", "conformance")
	if len(os.Args) > 1 {
		dir = os.Args[1]
	}
	if err := write(dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// suite is cases.json.
type suite struct {
	Format string  `json:"format"`
	Cases  []*Case `json:"cases"`
}

// writer gathers cases and the files they name.
type writer struct {
	*authority.Papers
	dir   string
	suite suite
	files map[string][]byte
}

func write(dir string) error {
	p, err := authority.Gather(filepath.Join(dir, "keys"), filepath.Join("..", "examples"), true)
	if err != nil {
		return err
	}
	w := &writer{Papers: p, dir: dir, files: make(map[string][]byte), suite: suite{Format: "yice-conformance/1"}}
	w.shared()
	w.good()
	w.quarters()
	w.hands()
	w.policies()
	w.signOffs()
	w.bytes()
	w.contents()
	w.audiences()
	w.dictionaries()
	w.formatOne()
	w.documents()
	for _, old := range []string{"submissions", "documents", "packs"} {
		if err := os.RemoveAll(filepath.Join(dir, old)); err != nil {
			return err
		}
	}
	total := 0
	for _, name := range slices.Sorted(func(yield func(string) bool) {
		for name := range w.files {
			if !yield(name) {
				return
			}
		}
	}) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, w.files[name], 0o644); err != nil {
			return err
		}
		total += len(w.files[name])
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(w.suite); err != nil {
		return err
	}
	fmt.Printf("%d cases, %d files, %d KiB\n", len(w.suite.Cases), len(w.files), total>>10)
	return os.WriteFile(filepath.Join(dir, "cases.json"), b.Bytes(), 0o644)
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func must[T any](v T, err error) T {
	check(err)
	return v
}
