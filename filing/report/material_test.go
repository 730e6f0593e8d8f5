package report_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"yice/entry"
	"yice/filing"
	"yice/filing/report"
	"yice/form"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

const (
	uscc = "91150200MA0BT0013C"
	year = 2023
)

func template(y int) (*scoring.Pack, bool) {
	source, err := os.ReadFile("../../examples/pack-2023.toml")
	if err != nil || y != year {
		return nil, false
	}
	p, err := scoring.Load(source)
	return p, err == nil
}

func workspace(t testing.TB) *store.Workspace {
	t.Helper()
	w, err := store.Create(filepath.Join(t.TempDir(), "w.yice"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w
}

func sit(t testing.TB, w *store.Workspace, y int) *entry.Session {
	t.Helper()
	s, err := entry.Open(w, uscc, y, entry.Options{Who: "示例乙", Create: true, Template: template, Now: func() time.Time {
		return time.Date(2024, 1, 15, 10, 30, 0, 0, time.UTC)
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// golden is the example enterprise with its two years.
func golden(t testing.TB) *entry.Session {
	t.Helper()
	made.once.Do(func() {
		w := workspace(t)
		for _, y := range []int{year - 1, year} {
			if _, err := filing.ImportFolder(context.Background(), sit(t, w, y), fmt.Sprintf("../../examples/golden-2023/%d", y), filing.ImportOptions{}); err != nil {
				t.Fatal(err)
			}
		}
		if made.err = w.Close(); made.err == nil {
			made.file, made.err = os.ReadFile(w.Path())
		}
	})
	if made.err != nil || len(made.file) == 0 {
		t.Fatal("the example was not made: ", made.err)
	}
	path := filepath.Join(t.TempDir(), "w.yice")
	if err := os.WriteFile(path, made.file, 0o600); err != nil {
		t.Fatal(err)
	}
	w, err := store.Open(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return sit(t, w, year)
}

// made is the file of a workspace that is made once, and copied for every test that wants one.
var made struct {
	once sync.Once
	file []byte
	err  error
}

func importRows(t testing.TB, s *entry.Session, id string, rows ...[]string) {
	t.Helper()
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), id+".csv")
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	r, err := filing.ImportFiles(context.Background(), s, form.ByID(id), []string{path}, filing.ImportOptions{Mode: filing.ModeAdd})
	if err != nil || r.RefusedCount > 0 {
		t.Fatalf("%v %+v", err, r.Refused)
	}
}

func gather(t testing.TB, s *entry.Session) *report.Material {
	t.Helper()
	m, err := report.Gather(s)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func workbook(t testing.TB, m *report.Material, l text.Lang) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := m.Workbook(context.Background(), &b, l); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func page(t testing.TB, m *report.Material, l text.Lang) string {
	t.Helper()
	var b bytes.Buffer
	if err := m.HTML(&b, l); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func openBook(t testing.TB, raw []byte) *excelize.File {
	t.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

// cells gives the raw rows of a sheet.
func cells(t testing.TB, x *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := x.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// hasRow reports whether a row begins a run of cells with these, wherever in the row.
func hasRow(rows [][]string, want ...string) bool {
	for _, row := range rows {
		for i := range row {
			if len(row)-i >= len(want) && strings.Join(row[i:i+len(want)], "\x00") == strings.Join(want, "\x00") {
				return true
			}
		}
	}
	return false
}

func parts(t testing.TB, raw []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]string)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(content)
	}
	return all
}
