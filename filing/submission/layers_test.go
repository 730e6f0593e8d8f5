package submission

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The same code judges at the desk, in the registry and in a browser: it must not know where a year is kept.
func TestItKnowsNeitherSessionNorWorkspace(t *testing.T) {
	if testing.Short() {
		t.Skip("lists dependencies")
	}
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Skip("no go command here: ", err)
	}
	for dep := range strings.FieldsSeq(string(out)) {
		switch {
		case dep == "yice/store", dep == "yice/entry", dep == "yice/filing", dep == "yice/tui", strings.HasPrefix(dep, "modernc.org/"),
			strings.HasPrefix(dep, "github.com/xuri/"), dep == "database/sql":
			t.Errorf("a submission depends on %s", dep)
		}
	}
}

func TestItCompilesForABrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles")
	}
	cmd := exec.Command("go", "build", "-o", filepath.Join(t.TempDir(), "submission.a"), ".")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
