package form_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"yice/form"
)

// TestGoldenFolder reads the worked enterprise of examples/: every header is a field of its form, every cell parses and
// is shown again as it stood, and no row has a finding.
func TestGoldenFolder(t *testing.T) {
	files, err := filepath.Glob("../examples/golden-2023/*/*.csv")
	if err != nil || len(files) < 13 {
		t.Fatalf("the golden folder has %d files (%v)", len(files), err)
	}
	for _, name := range files {
		which := form.ByID(strings.TrimSuffix(filepath.Base(name), ".csv"))
		year, _ := strconv.Atoi(filepath.Base(filepath.Dir(name)))
		if which == nil {
			t.Errorf("%s is no form", name)
			continue
		}
		for _, r := range readGolden(t, name, which) {
			for _, f := range which.Check(r, year) {
				t.Errorf("%s: %s: %s", name, f.Check, f.Message.ZH)
			}
		}
	}
}

func readGolden(t *testing.T, name string, which *form.Form) []*form.Record {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var records []*form.Record
	for n, row := range rows[1:] {
		r := form.NewRecord(which)
		for c, cell := range row {
			i, unit, ok := which.Header(rows[0][c])
			if !ok || which.Fields[i].ID != rows[0][c] {
				t.Fatalf("%s: header %s is field %d, %v", name, rows[0][c], i, ok)
			}
			v, err := which.Fields[i].Parse(cell, unit)
			if err != nil {
				t.Errorf("%s line %d %s: %v", name, n+2, rows[0][c], err)
				continue
			}
			if got := which.Fields[i].Show(v); got != cell {
				t.Errorf("%s line %d %s: %q is shown as %q", name, n+2, rows[0][c], cell, got)
			}
			r.Values[i] = v
		}
		records = append(records, r)
	}
	return records
}
