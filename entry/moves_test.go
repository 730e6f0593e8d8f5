package entry_test

import (
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"yice/entry"
	_ "yice/internal/effort"

	"yice/form"
	"yice/returns"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

// goldenFile writes the worked example to a file once, so that a test can begin with a copy of it.
func goldenFile(t *testing.T) string {
	t.Helper()
	s := golden(t)
	path := s.Workspace().Path()
	if err := s.Workspace().Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func reopen(t *rapid.T, from, to string, pack *scoring.Pack) (*store.Workspace, *entry.Session) {
	source, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, source, 0o600); err != nil {
		t.Fatal(err)
	}
	w, err := store.Open(to, store.Options{Now: testNow})
	if err != nil {
		t.Fatal(err)
	}
	s, err := entry.Open(w, goldenUSCC, 2023, entry.Options{Who: "测试", Now: testNow, Pack: pack})
	if err != nil {
		t.Fatal(err)
	}
	return w, s
}

// TestMemoryFollowsTheFile edits, undoes, redoes and imports at random: what the session keeps in memory must be what the
// file says, always.
func TestMemoryFollowsTheFile(t *testing.T) {
	from, dir, n := goldenFile(t), t.TempDir(), 0
	pack := goldenPack(t)
	rapid.Check(t, func(t *rapid.T) {
		n++
		path := filepath.Join(dir, fmt.Sprintf("%d.yice", n))
		w, s := reopen(t, from, path, pack)
		defer os.Remove(path)
		defer w.Close()
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			step(t, s)
		}
		sameAsFile(t, s)
	})
}

func step(t *rapid.T, s *entry.Session) {
	var err error
	switch rapid.SampledFrom([]string{"put", "put", "put", "put", "new", "new", "remove", "undo", "undo", "redo", "apply", "records", "bulk", "judge", "reload", "key", "ref"}).Draw(t, "do") {
	case "put":
		f := anyForm(t)
		_, err = s.Put(f, anyRow(t, s, f), anyField(t, f), anyText(t, s, f))
	case "new":
		f := anyForm(t)
		_, err = s.Put(f, 0, anyField(t, f), anyText(t, s, f))
	case "remove":
		f := anyForm(t)
		if row := anyRow(t, s, f); row > 0 && !f.Single() {
			_, err = s.Apply(text.Pair{}, []entry.Edit{{Form: f, Row: row, Remove: true}})
		}
	case "undo":
		_, err = s.Undo()
	case "redo":
		_, err = s.Redo()
	case "apply":
		_, err = s.Apply(text.Pair{}, anyEdits(t, s))
	case "records":
		f := anyForm(t)
		_, err = s.PutRecords(text.Pair{}, f, anyRecords(t, s, f))
	case "bulk":
		err = bulk(t, s)
	case "judge":
		s.Findings()
		s.Returns()
	case "reload":
		err = s.Reload(t.Context())
	case "key":
		f := form.ByID(rapid.SampledFrom([]string{"project", "platform", "patent"}).Draw(t, "form"))
		_, err = s.Put(f, anyRow(t, s, f), f.Keys[0][0], rapid.SampledFrom([]string{"P1", "P2", "P9", "", "智慧水务重点实验室"}).Draw(t, "key"))
	case "ref":
		f := form.ByID(ledgerID)
		_, err = s.Put(f, anyRow(t, s, f), rapid.SampledFrom([]string{"project", "platform"}).Draw(t, "field"),
			rapid.SampledFrom([]string{"P1", "P2", "P9", "", "智慧水务重点实验室"}).Draw(t, "key"))
	}
	if err != nil {
		t.Fatal(err)
	}
}

func anyForm(t *rapid.T) *form.Form {
	ids := []string{ledgerID, ledgerID, "project", "platform"}
	for _, f := range form.All() {
		ids = append(ids, f.ID)
	}
	return form.ByID(rapid.SampledFrom(ids).Draw(t, "form"))
}

func anyField(t *rapid.T, f *form.Form) string {
	return f.Fields[rapid.IntRange(0, len(f.Fields)-1).Draw(t, "field")].ID
}

// anyRow gives a row of a form, 0 where it has none.
func anyRow(t *rapid.T, s *entry.Session, f *form.Form) int64 {
	rows := s.Records(f)
	if f.Scope == form.Ledger {
		v, err := s.View(t.Context(), f, store.Query{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if v.Len() == 0 {
			return 0
		}
		if rows, err = v.Rows(rapid.IntRange(0, v.Len()-1).Draw(t, "row"), 1); err != nil {
			t.Fatal(err)
		}
		return rows[0].ID
	}
	if len(rows) == 0 {
		return 0
	}
	return rows[rapid.IntRange(0, len(rows)-1).Draw(t, "row")].ID
}

// anyText gives what people may type: values of every kind, references, nonsense, nothing.
func anyText(t *rapid.T, s *entry.Session, f *form.Form) string {
	texts := []string{
		"", "", "是", "否", "12", "350万", "1.2亿", "-5", "2023-05-06", "2022-12-31", "202305", "看不懂", "P1", "P2", "P9", "智慧水务重点实验室",
		"国家级", "市级", "费用化", "资本化", "政府部门", "企业自筹", "授权", "已认定", "待认定", "不予认定", "人员人工", "委托外部", "功能型", "竞争型", "60%",
		"91150200MA0BT00217", "202110253000.2", "甲", "发明", "项目X",
	}
	return rapid.SampledFrom(texts).Draw(t, "typed")
}

func anyEdits(t *rapid.T, s *entry.Session) []entry.Edit {
	var edits []entry.Edit
	made := int64(0)
	for range rapid.IntRange(1, 6).Draw(t, "edits") {
		f := anyForm(t)
		e := entry.Edit{Form: f, Field: anyField(t, f), Typed: anyText(t, s, f)}
		switch rapid.IntRange(0, 3).Draw(t, "what") {
		case 0:
			if !f.Single() {
				made++
				e.After = anyRow(t, s, f)
			}
		case 1:
			if made > 0 && !f.Single() && edits[len(edits)-1].Form == f && edits[len(edits)-1].Row == 0 {
				e.Row = -made
				break
			}
			fallthrough
		default:
			if e.Row = anyRow(t, s, f); e.Row == 0 && !f.Single() {
				made++
			}
		}
		edits = append(edits, e)
	}
	return edits
}

func anyRecords(t *rapid.T, s *entry.Session, f *form.Form) []*form.Record {
	var records []*form.Record
	for range rapid.IntRange(1, 3).Draw(t, "records") {
		r := form.NewRecord(f)
		if rapid.Bool().Draw(t, "there") {
			r.ID = anyRow(t, s, f)
		}
		for i := range f.Fields {
			if typed := anyText(t, s, f); rapid.Bool().Draw(t, "filled") {
				if v, err := f.Fields[i].Parse(typed, form.Yuan); err == nil {
					r.Values[i] = v
				}
			}
		}
		records = append(records, r)
		if f.Single() {
			break
		}
	}
	return records
}

func bulk(t *rapid.T, s *entry.Session) error {
	f := form.ByID(ledgerID)
	records := anyRecords(t, s, f)
	var rows iter.Seq2[*form.Record, error] = func(yield func(*form.Record, error) bool) {
		for _, r := range records {
			r.ID = 0
			if !yield(r, nil) {
				return
			}
		}
	}
	if _, _, err := s.Workspace().WriteBulk(t.Context(), s.Book(), f, store.Bulk{Label: text.Same("导入"), Who: "测试", File: "a.csv", Digest: "d"}, rows); err != nil {
		return err
	}
	return s.Reload(t.Context())
}

// sameAsFile compares everything a session keeps with what another reads from the file.
func sameAsFile(t *rapid.T, s *entry.Session) {
	facts, err := s.Recompute(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if got, want := s.Facts(), facts; !sameFacts(t, got, want) {
		t.Fatalf("facts differ")
	}
	if got, want := string(s.Sheet().JSON()), string(scoring.Evaluate(s.Pack(), facts).JSON()); got != want {
		t.Fatalf("sheet %s\nafresh %s", got, want)
	}
	fresh, err := entry.Open(s.Workspace(), s.Book().USCC, 2023, entry.Options{Who: "测试", Now: testNow, Pack: s.Pack()})
	if err != nil {
		t.Fatal(err)
	}
	same := func(a, b *returns.Sum) bool { return *a == *b }
	if got, want := s.Returns().Ledger, fresh.Returns().Ledger; !slices.EqualFunc(got, want, same) {
		t.Fatalf("%d sums, afresh %d, or others", len(got), len(want))
	}
	if got, want := counts(s), counts(fresh); got != want {
		t.Fatalf("counts %v\nafresh %v", got, want)
	}
	sameSpending(t, s)
	got, want := s.Findings(), fresh.Findings()
	ids := make(map[string]form.Finding, len(got))
	for _, f := range got {
		if was, twice := ids[entry.FindingID(f)]; twice {
			t.Fatalf("two findings bear one name: %+v\n%+v", was, f)
		}
		ids[entry.FindingID(f)] = f
	}
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("findings differ at %d:\n%+v\n%+v", i, at(got, i), at(want, i))
		}
	}
	if !reflect.DeepEqual(s.States(), fresh.States()) {
		t.Fatalf("states %+v\nafresh %+v", s.States(), fresh.States())
	}
}

func counts(s *entry.Session) [3]int {
	must, verify, explained := s.Counts()
	return [3]int{must, verify, explained}
}

func at(all []form.Finding, i int) any {
	if i < len(all) {
		return all[i]
	}
	return nil
}

func sameFacts(t *rapid.T, a, b *scoring.Facts) bool {
	ok := a.USCC == b.USCC && a.Name == b.Name && a.Type == b.Type && a.Year == b.Year
	if !reflect.DeepEqual(a.Ledger, b.Ledger) {
		t.Logf("ledger %+v\nafresh %+v", a.Ledger, b.Ledger)
		ok = false
	}
	if !reflect.DeepEqual(a.Prev, b.Prev) {
		t.Logf("prev %+v\nafresh %+v", a.Prev, b.Prev)
		ok = false
	}
	if (a.Annual == nil) != (b.Annual == nil) || a.Annual != nil && !sameRecord(a.Annual, b.Annual) {
		t.Logf("annual %+v\nafresh %+v", a.Annual, b.Annual)
		ok = false
	}
	for _, f := range registers() {
		if !slices.EqualFunc(a.Registers[f.ID], b.Registers[f.ID], sameRecord) {
			for _, r := range a.Registers[f.ID] {
				t.Logf("%s: %d %v %v", f.ID, r.ID, r.Values, r.Raw)
			}
			for _, r := range b.Registers[f.ID] {
				t.Logf("%s afresh: %d %v %v", f.ID, r.ID, r.Values, r.Raw)
			}
			ok = false
		}
	}
	return ok
}

func sameRecord(a, b *form.Record) bool {
	return a.ID == b.ID && slices.Equal(a.Values, b.Values) && len(a.Raw) == len(b.Raw) && (len(a.Raw) == 0 || reflect.DeepEqual(a.Raw, b.Raw))
}
