package book

import (
	"go/build"
	"maps"
	"slices"
	"strings"
	"testing"
)

// light are the libraries that the judge may stand on: none of them opens a database.
var light = []string{"github.com/pelletier/go-toml/v2", "github.com/mozillazg/go-pinyin", "golang.org/x/text/"}

// The judge knows no workspace and no database: what it says of a year it says of rows, wherever they lie, in a browser
// too. What it is made of is read from the sources.
func TestNothingBelowIsAWorkspace(t *testing.T) {
	seen := make(map[string]bool)
	var follow func(path string)
	follow = func(path string) {
		rest, ours := strings.CutPrefix(path, "yice/")
		if seen[path] {
			return
		}
		seen[path] = true
		if !ours {
			return
		}
		// As for a browser: what only other systems compile is not part of it.
		ctx := build.Default
		ctx.GOOS, ctx.GOARCH, ctx.CgoEnabled = "js", "wasm", false
		p, err := ctx.ImportDir("../"+rest, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, below := range p.Imports {
			follow(below)
		}
	}
	follow("yice/book")
	for _, path := range slices.Sorted(maps.Keys(seen)) {
		own := strings.HasPrefix(path, "yice/")
		name, _, _ := strings.Cut(path, "/")
		elsewhere := strings.Contains(name, ".")
		if own && !slices.Contains([]string{"yice/book", "yice/form", "yice/form/pinyin", "yice/internal/inorder", "yice/internal/pattern", "yice/scoring", "yice/returns", "yice/text", "yice/text/gb18030"}, path) ||
			elsewhere && !slices.ContainsFunc(light, func(l string) bool { return strings.HasPrefix(path, l) }) ||
			path == "database/sql" || path == "os/exec" || path == "net/http" {
			t.Errorf("the judge stands on %s", path)
		}
	}
	if !seen["yice/scoring"] || !seen["yice/returns"] {
		t.Errorf("the sources were not followed: %v", slices.Sorted(maps.Keys(seen)))
	}
}
