package programs

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// within have tests that look into the package, which is compiled a second time for them, and with it all that stands between it and what they
// import. Whoever adds one here says in the commit why the test cannot ask by the exported face; one that has none any more goes.
var within = []string{
	"book", "cmd/yice", "filing", "filing/claims", "filing/intake", "filing/intake/biff", "filing/intake/delimited",
	"filing/intake/incoming", "filing/intake/markup", "filing/intake/ods", "filing/intake/xlsx",
	"filing/page", "filing/page/document", "filing/report/docx", "filing/submission", "form/pinyin", "internal/turns",
	"internal/whole", "returns", "store", "text/gb18030", "tui", "tui/grid", "tui/lineedit", "tui/paint", "tui/ruling",
	"tui/tracing",
}

// outside have a program of tests that only asks by the exported face. Small rooms share one: filing/rooms, tui/rooms.
var outside = []string{
	"entry", "examples", "filing/registry/parquet", "filing/report", "filing/rooms", "form",
	"internal/inorder", "internal/unshared", "plain", "scoring", "seal", "text", "tui/rooms",
}

func TestTheProgramsOfTestsAreThese(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	looksIn := map[string]bool{}
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name := d.Name(); d.IsDir() {
			if path == filepath.Join(root, "checks") || path != root && (strings.HasPrefix(name, ".") || name == "testdata" || name == "node_modules") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.PackageClauseOnly)
		if err != nil {
			return err
		}
		of, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		of = filepath.ToSlash(of)
		looksIn[of] = looksIn[of] || !strings.HasSuffix(f.Name.Name, "_test")
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for of, in := range looksIn {
		switch {
		case in && !slices.Contains(within, of):
			t.Errorf("%s has a test within the package, which is compiled a second time for it: docs/decisions/0037-where-a-test-stands.md", of)
		case !in && !slices.Contains(outside, of):
			t.Errorf("%s has a program of tests of its own: a small room is tried in filing/rooms or tui/rooms, anything else is entered here", of)
		}
	}
	for _, of := range slices.Concat(within, outside) {
		if in, has := looksIn[of]; !has || in != slices.Contains(within, of) {
			t.Errorf("%s is entered otherwise than it is", of)
		}
	}
}
