//go:build unix

package halfyears

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yice/checks/ledger"
	"yice/checks/machine"
)

// TestYearsUnderWay compares every figure of made-up years under way with what the program prints.
func TestYearsUnderWay(t *testing.T) {
	program, err := machine.Build(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	years := uint64(5)
	if os.Getenv("YICE_LONG") != "" {
		years = 150
	}
	for seed := range years {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			y := Draw(seed)
			printed := score(t, program, y)
			want := y.Reckon()
			keys := make([]string, 0, len(want))
			for k := range want {
				keys = append(keys, k)
			}
			slices.Sort(keys)
			for _, k := range keys {
				if got := at(printed, k); got != want[k] {
					t.Errorf("%s: printed %s, reckoned %s", k, got, want[k])
				}
			}
			if t.Failed() {
				t.Logf("as of %d, %s, summary %+v, %d lines before", y.Month, y.Type, y.Summary, len(y.Before))
			}
		})
	}
}

// score has the program score a year, from nothing.
func score(t *testing.T, program string, y *Year) any {
	t.Helper()
	dir := t.TempDir()
	if err := y.Write(dir); err != nil {
		t.Fatal(err)
	}
	desk := filepath.Join(dir, "desk.yice")
	run := func(args ...string) []byte {
		t.Helper()
		c := exec.Command(program, args...)
		c.Env = append(os.Environ(), "HOME="+dir, "XDG_CONFIG_HOME="+dir, "XDG_DATA_HOME="+dir, "YICE_LANG=zh")
		var out, errs bytes.Buffer
		c.Stdout, c.Stderr = &out, &errs
		if err := c.Run(); err != nil {
			t.Fatalf("%v: %v\n%s\n%s", args, err, out.String(), errs.String())
		}
		return out.Bytes()
	}
	from := y.Year
	if _, err := os.Stat(filepath.Join(dir, "before")); err == nil {
		from--
	}
	code, _ := ledger.Enterprise(1) // one that the template says nothing of
	run("new", desk, "--uscc", code, "--name", "甲", "--type", y.Type, "--year", fmt.Sprint(from))
	if from < y.Year {
		run("import", desk, "--year", fmt.Sprint(from), "--add", filepath.Join(dir, "before"))
		run("next", desk, "--year", fmt.Sprint(from))
	}
	run("import", desk, "--year", fmt.Sprint(y.Year), "--add", filepath.Join(dir, "now"))
	var printed any
	if err := json.Unmarshal(run("score", desk, "--year", fmt.Sprint(y.Year), "--json"), &printed); err != nil {
		t.Fatal(err)
	}
	return printed
}

// at gives a figure of what was printed, by its path; lists are looked through by the id of their entries.
func at(v any, path string) string {
	for key := range strings.SplitSeq(path, ".") {
		switch in := v.(type) {
		case map[string]any:
			v = in[key]
		case []any:
			v = nil
			for _, e := range in {
				if m, ok := e.(map[string]any); ok && m["id"] == key {
					v = m
				}
			}
		default:
			return "nothing"
		}
	}
	if v == nil {
		return "null"
	}
	return fmt.Sprint(v)
}
