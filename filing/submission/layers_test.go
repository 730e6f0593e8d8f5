package submission

import (
	"go/build"
	"strings"
	"testing"
)

// The same code judges at the desk, in the registry and in a browser: it must not know where a year is kept. What it is made
// of is read from the sources, as for a browser.
func TestItKnowsNeitherSessionNorWorkspace(t *testing.T) {
	seen := make(map[string]bool)
	var follow func(path string)
	follow = func(path string) {
		rest, ours := strings.CutPrefix(path, "yice/")
		if seen[path] {
			return
		}
		if seen[path] = true; !ours {
			return
		}
		ctx := build.Default
		ctx.GOOS, ctx.GOARCH, ctx.CgoEnabled = "js", "wasm", false
		p, err := ctx.ImportDir("../../"+rest, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, below := range p.Imports {
			follow(below)
		}
	}
	follow("yice/filing/submission")
	for path := range seen {
		switch {
		case path == "yice/store", path == "yice/entry", path == "yice/filing", path == "yice/filing/intake", strings.HasPrefix(path, "modernc.org/"),
			strings.HasPrefix(path, "github.com/xuri/"), path == "database/sql", path == "os/exec", path == "net/http":
			t.Errorf("a submission stands on %s", path)
		}
	}
	if !seen["yice/book"] || !seen["yice/seal"] {
		t.Error("the sources were not followed")
	}
}
