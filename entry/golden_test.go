package entry_test

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"yice/book"
	"yice/entry"
	"yice/form"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

const (
	enterpriseID = book.EnterpriseID
	annualID     = book.AnnualID
	checklistID  = book.ChecklistID
	ledgerID     = book.LedgerID
	summaryID    = book.SummaryID
)

const (
	goldenUSCC = "91150200MA0BT0013C"
	goldenDir  = "../examples/golden-2023"
)

var testNow = func() time.Time { return time.Date(2024, 1, 20, 9, 0, 0, 0, time.UTC) }

func newWorkspace(t testing.TB) *store.Workspace {
	t.Helper()
	w, err := store.Create(filepath.Join(t.TempDir(), "test.yice"), store.Options{Now: testNow})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w
}

func goldenPack(t testing.TB) *scoring.Pack {
	t.Helper()
	source, err := os.ReadFile("../examples/pack-2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	p, err := scoring.Load(source)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func options(t testing.TB) entry.Options {
	t.Helper()
	pack := goldenPack(t)
	return entry.Options{Who: "测试", Now: testNow, Create: true, Template: func(y int) (*scoring.Pack, bool) { return pack, y == pack.Year }}
}

func open(t testing.TB, w *store.Workspace, year int) *entry.Session {
	t.Helper()
	s, err := entry.Open(w, goldenUSCC, year, options(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// registers are the forms but the ledger, in the order of the dictionary.
func registers() []*form.Form {
	return slices.DeleteFunc(form.All(), func(f *form.Form) bool { return f.Scope == form.Ledger })
}

// csvRecords reads a file under an id header, money in 元.
func csvRecords(t testing.TB, f *form.Form, path string) []*form.Record {
	t.Helper()
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var records []*form.Record
	for _, line := range lines[1:] {
		r := form.NewRecord(f)
		for i, id := range lines[0] {
			fd := f.Field(id)
			if fd == nil {
				t.Fatalf("%s: no field %s", f.ID, id)
			}
			v, err := fd.Parse(line[i], form.Yuan)
			if err != nil {
				t.Fatalf("%s.%s %q: %v", f.ID, id, line[i], err)
			}
			r.Set(id, v)
		}
		records = append(records, r)
	}
	return records
}

// load puts a year's folder into a session, in the order of the dictionary.
func load(t testing.TB, s *entry.Session, dir string) {
	t.Helper()
	for _, f := range registers() {
		fill(t, s, f, csvRecords(t, f, filepath.Join(dir, f.ID+".csv")))
	}
	f := form.ByID(ledgerID)
	fill(t, s, f, csvRecords(t, f, filepath.Join(dir, f.ID+".csv")))
}

func fill(t testing.TB, s *entry.Session, f *form.Form, records []*form.Record) {
	t.Helper()
	if len(records) == 0 {
		return
	}
	if _, err := s.PutRecords(text.Pair{}, f, records); err != nil {
		t.Fatalf("%s: %v", f.ID, err)
	}
}

// golden gives the worked example in a workspace of its own: 2022 and a session over 2023.
func golden(t testing.TB) *entry.Session {
	t.Helper()
	made.once.Do(func() {
		w := newWorkspace(t)
		load(t, open(t, w, 2022), filepath.Join(goldenDir, "2022"))
		load(t, open(t, w, 2023), filepath.Join(goldenDir, "2023"))
		if made.err = w.Close(); made.err == nil {
			made.file, made.err = os.ReadFile(w.Path())
		}
	})
	if made.err != nil || len(made.file) == 0 {
		t.Fatal("the example was not made: ", made.err)
	}
	path := filepath.Join(t.TempDir(), "test.yice")
	if err := os.WriteFile(path, made.file, 0o600); err != nil {
		t.Fatal(err)
	}
	w, err := store.Open(path, store.Options{Now: testNow})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return open(t, w, 2023)
}

// made is the file of a workspace that is made once, and copied for every test that wants one.
var made struct {
	once sync.Once
	file []byte
	err  error
}

func TestGoldenScore(t *testing.T) {
	s := golden(t)
	source, err := os.ReadFile(filepath.Join(goldenDir, "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want struct {
		Indicators   map[string][2]string
		Innovation   [2]string
		Bonus        map[string][2]string
		Addback      string
		Alternatives map[string]string
		Deemed       map[string][2]string
		Assessed     [2]string
		Separate     string
		Base         string
		Tilt         string
		Priority     bool
	}
	if err := json.Unmarshal(source, &want); err != nil {
		t.Fatal(err)
	}
	sheet := s.Sheet()
	if sheet == nil {
		t.Fatal(s.PackNote())
	}
	same := func(what string, got scoring.Pair, want [2]string) {
		t.Helper()
		if have := [2]string{got.Confirmed.String(), got.Pending.String()}; have != want {
			t.Errorf("%s: %v, want %v", what, have, want)
		}
	}
	for i := range sheet.Indicators {
		same(sheet.Indicators[i].ID, sheet.Indicators[i].Score, want.Indicators[sheet.Indicators[i].ID])
	}
	same("innovation", sheet.Innovation, want.Innovation)
	for i := range sheet.Bonuses {
		same(sheet.Bonuses[i].ID, sheet.Bonuses[i].Score, want.Bonus[sheet.Bonuses[i].ID])
	}
	same("bonus", sheet.BonusTotal, want.Bonus["total"])
	for i := range sheet.Deemed {
		same(sheet.Deemed[i].ID, sheet.Deemed[i].Score, want.Deemed[sheet.Deemed[i].ID])
	}
	same("assessed", *sheet.Assessed, want.Assessed)
	if got := sheet.Addback.Score.Confirmed.String(); got != want.Addback {
		t.Errorf("addback: %s, want %s", got, want.Addback)
	}
	for name, fig := range want.Alternatives {
		if got := sheet.Alternatives[name].String(); got != fig {
			t.Errorf("%s: %s, want %s", name, got, fig)
		}
	}
	if got := sheet.Separate.Score.Confirmed.String(); got != want.Separate {
		t.Errorf("separate: %s, want %s", got, want.Separate)
	}
	if got := sheet.Tilt.Score.Confirmed.String(); got != want.Tilt {
		t.Errorf("tilt: %s, want %s", got, want.Tilt)
	}
	if sheet.Priority == nil || *sheet.Priority != want.Priority {
		t.Errorf("priority: %v, want %v", sheet.Priority, want.Priority)
	}
}

func TestGoldenHasNothingToMend(t *testing.T) {
	s := golden(t)
	for _, f := range s.Findings() {
		if f.Severity == form.Must {
			t.Errorf("%s: %s", entry.FindingID(f), f.Message)
		}
	}
}
