package entry_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"yice/entry"
	"yice/form"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

func must[T any](t testing.TB) func(v T, err error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func code(err error) string {
	var f *text.Fault
	if errors.As(err, &f) {
		return f.Code
	}
	return ""
}

func sameTotals(a, b scoring.Totals) bool { return reflect.DeepEqual(a, b) }

func find(t testing.TB, s *entry.Session, id, key string) *form.Record {
	t.Helper()
	r := s.Find(form.ByID(id), key)
	if r == nil {
		t.Fatalf("no %s %s", id, key)
	}
	return r
}

func firstLine(t testing.TB, s *entry.Session) *form.Record {
	t.Helper()
	v := must[*store.View](t)(s.View(t.Context(), form.ByID(ledgerID), store.Query{}, nil))
	return must[[]*form.Record](t)(v.Rows(0, 1))[0]
}

func TestPutMovesTheScore(t *testing.T) {
	s := golden(t)
	patent := form.ByID("patent")
	row := find(t, s, "patent", "202110253004.0").ID
	before := s.Totals()
	o := must[entry.Outcome](t)(s.Put(patent, row, "status", "授权"))
	if o.Label.ZH != "修改 专利 202110253004.0 法律状态：实审 → 授权" || !strings.HasPrefix(o.Label.EN, "Change Patents 202110253004.0 ") {
		t.Errorf("label %q / %q", o.Label.ZH, o.Label.EN)
	}
	if len(o.Findings) == 0 || o.Findings[0].Severity != form.Must || o.Findings[0].Row != row {
		t.Errorf("授权 without its date: %+v", o.Findings)
	}
	o = must[entry.Outcome](t)(s.Put(patent, row, "granted_on", "2023年11月3日"))
	if len(o.Findings) != 0 {
		t.Errorf("still %+v", o.Findings)
	}
	if sameTotals(o.Before, o.After) || !sameTotals(o.After, s.Totals()) || len(o.Changes) == 0 {
		t.Errorf("moved from %v to %v by %v", o.Before, o.After, o.Changes)
	}
	if got := o.Records[0].Str("granted_on"); got != "2023-11-03" {
		t.Errorf("stored %q", got)
	}
	must[entry.Outcome](t)(s.Undo())
	o = must[entry.Outcome](t)(s.Undo())
	if !sameTotals(s.Totals(), before) || !sameTotals(o.After, before) || find(t, s, "patent", "202110253004.0").Str("status") != "实审" {
		t.Errorf("undone: %v, was %v", s.Totals(), before)
	}
	must[entry.Outcome](t)(s.Redo())
	if got := find(t, s, "patent", "202110253004.0").Str("status"); got != "授权" {
		t.Errorf("redone: %s", got)
	}
}

func TestPutKeepsWhatItCannotRead(t *testing.T) {
	s := golden(t)
	f := form.ByID(ledgerID)
	row := firstLine(t, s).ID
	was := s.Facts().Ledger.Expensed
	o := must[entry.Outcome](t)(s.Put(f, row, "amount", "一万左右"))
	r := must[*form.Record](t)(s.Record(f, row))
	if r.Raw[f.Index("amount")] != "一万左右" || !r.Get("amount").Empty() {
		t.Errorf("kept %v %v", r.Get("amount"), r.Raw)
	}
	if len(o.Findings) != 1 || o.Findings[0].Severity != form.Must || o.Findings[0].Field != "amount" {
		t.Errorf("findings %+v", o.Findings)
	}
	if must1, _, _ := s.Counts(); must1 != 1 {
		t.Errorf("%d open", must1)
	}
	if s.Facts().Ledger.Expensed >= was {
		t.Error("an unread amount still counts")
	}
	o = must[entry.Outcome](t)(s.Put(f, row, "amount", "１４，５９３．０９"))
	if len(o.Findings) != 0 || s.Facts().Ledger.Expensed != was {
		t.Errorf("mended: %+v, %d, was %d", o.Findings, s.Facts().Ledger.Expensed, was)
	}
	if must1, _, _ := s.Counts(); must1 != 0 {
		t.Errorf("%d open", must1)
	}
}

func TestUnchangedWritesNothing(t *testing.T) {
	s := golden(t)
	head := must[string](t)(s.Workspace().HistoryHead())
	for _, e := range []entry.Edit{
		{Form: form.ByID("patent"), Row: find(t, s, "patent", "202110253000.2").ID, Field: "number", Typed: "ZL 2021 1 0253000.2"},
		{Form: form.ByID(annualID), Field: "revenue", Typed: "8亿"},
		{Form: form.ByID(annualID), Field: "revenue", Typed: "80,000.00"}, // 万元, the unit of the screen
		{Form: form.ByID("small"), Field: "title", Typed: ""},             // a row that would be empty
		{Form: form.ByID(ledgerID), Row: firstLine(t, s).ID, Field: "amount", Typed: "14593.09"},
	} {
		o := must[entry.Outcome](t)(s.Put(e.Form, e.Row, e.Field, e.Typed))
		if o.Seq != 0 || !sameTotals(o.Before, o.After) || len(o.Changes) != 0 {
			t.Errorf("%s.%s: %+v", e.Form.ID, e.Field, o)
		}
	}
	if got := must[string](t)(s.Workspace().HistoryHead()); got != head {
		t.Error("the history moved")
	}
	if r := s.Records(form.ByID("small")); len(r) != 0 {
		t.Errorf("made %v", r)
	}
}

func TestSingleFormHasOneRow(t *testing.T) {
	s := open(t, newWorkspace(t), 2023)
	annual := form.ByID(annualID)
	a := must[entry.Outcome](t)(s.Put(annual, 0, "revenue", "100"))
	b := must[entry.Outcome](t)(s.Put(annual, 0, "profit", "12"))
	c := must[entry.Outcome](t)(s.Apply(text.Pair{}, []entry.Edit{{Form: form.ByID(summaryID), Field: "expensed", Typed: "5"}, {Form: form.ByID(summaryID), Field: "capitalised", Typed: "1"}}))
	if a.Rows[0] == 0 || a.Rows[0] != b.Rows[0] || c.Rows[0] != c.Rows[1] {
		t.Errorf("rows %v %v %v", a.Rows, b.Rows, c.Rows)
	}
	if n := len(s.Records(annual)); n != 1 {
		t.Errorf("%d rows", n)
	}
	if got := s.Facts().Annual.Num("revenue"); got != 100_000_000 {
		t.Errorf("revenue %d 分, want 100 万元", got)
	}
	r := form.NewRecord(annual)
	r.Set("revenue", form.N(7))
	must[entry.Outcome](t)(s.PutRecords(text.Pair{}, annual, []*form.Record{r}))
	if rows := s.Records(annual); len(rows) != 1 || rows[0].Num("revenue") != 7 || !rows[0].Get("profit").Empty() {
		t.Errorf("replaced: %v", rows)
	}
}

func TestApplyNamesRowsItMakes(t *testing.T) {
	s := golden(t)
	project, team := form.ByID("project"), form.ByID("team")
	o := must[entry.Outcome](t)(s.Apply(text.Pair{}, []entry.Edit{
		{Form: project, Field: "code", Typed: "P7"},
		{Form: project, Row: -1, Field: "name", Typed: "新项目"},
		{Form: team, Row: -2, Field: "project", Typed: "P7"},
		{Form: team, Row: -2, Field: "person", Typed: "庚"},
	}))
	if o.Rows[0] != o.Rows[1] || o.Rows[2] != o.Rows[3] || o.Records[1].Str("name") != "新项目" {
		t.Errorf("rows %v", o.Rows)
	}
	if got := find(t, s, "team", "P7+庚").Str("project"); got != "P7" {
		t.Errorf("refers to %q", got)
	}
	if label, ok := s.CanUndo(); !ok || label.ZH != "新增 科技项目 2 行" {
		t.Errorf("label %q", label.ZH)
	}
	must[entry.Outcome](t)(s.Undo())
	if s.Find(project, "P7") != nil || s.Find(team, "P7+庚") != nil {
		t.Error("one step of undo left something behind")
	}
	_, err := s.Apply(text.Pair{}, []entry.Edit{{Form: project, Row: -3, Field: "code", Typed: "P8"}})
	if code(err) != "entry.no-row" {
		t.Errorf("row -3 of none made: %v", err)
	}
}

func TestNewRowsStandWhereTheyWerePut(t *testing.T) {
	s := golden(t)
	f := form.ByID("conversion")
	first := s.Records(f)[0].ID
	must[entry.Outcome](t)(s.Apply(text.Pair{}, []entry.Edit{{Form: f, Field: "name", Typed: "末"}}))
	must[entry.Outcome](t)(s.Apply(text.Pair{}, []entry.Edit{
		{Form: f, After: first, Field: "name", Typed: "甲"},
		{Form: f, After: first, Field: "name", Typed: "乙"},
		{Form: f, After: -2, Field: "name", Typed: "丙"},
	}))
	want := []string{"示例成果转化合同", "甲", "乙", "丙", "末"}
	onDisk := must[[]*form.Record](t)(s.Workspace().Records(s.Book(), f))
	for i, rows := range [][]*form.Record{s.Records(f), onDisk} {
		var got []string
		for _, r := range rows {
			got = append(got, r.Str("name"))
		}
		if strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%d: %v, want %v", i, got, want)
		}
	}
}

func TestRenamedProjectTakesItsLinesAlong(t *testing.T) {
	s := golden(t)
	was, sheet := s.Facts().Ledger.ByProject["P1"], string(s.Sheet().JSON())
	must[entry.Outcome](t)(s.Put(form.ByID("project"), find(t, s, "project", "P1").ID, "code", "甲-01"))
	if got := s.Facts().Ledger.ByProject["甲-01"]; got != was || s.Facts().Ledger.ByProject["P1"] != 0 {
		t.Errorf("lines of 甲-01: %d, want %d", got, was)
	}
	if find(t, s, "team", "甲-01+甲").Str("project") != "甲-01" {
		t.Error("the team stayed behind")
	}
	if got := string(s.Sheet().JSON()); got != sheet {
		t.Errorf("a rename moved the score:\n%s\n%s", got, sheet)
	}
}

func TestSealedYearTakesNoEdit(t *testing.T) {
	s := golden(t)
	if err := s.Workspace().SetLocked(s.Book(), true, "测试", "上报"); err != nil {
		t.Fatal(err)
	}
	if err := s.Reload(t.Context()); err != nil {
		t.Fatal(err)
	}
	_, err := s.Put(form.ByID(annualID), 0, "revenue", "1")
	if code(err) != "store.locked" || !s.Locked() {
		t.Errorf("%v, locked %v", err, s.Locked())
	}
	if err := s.Sign(entry.Preparer, "甲", ""); code(err) != "entry.locked" {
		t.Errorf("sign: %v", err)
	}
}

func TestWrongUse(t *testing.T) {
	s := golden(t)
	patent := form.ByID("patent")
	for want, e := range map[string]entry.Edit{
		"entry.no-form":  {},
		"entry.no-field": {Form: patent, Field: "nothing", Typed: "1"},
		"entry.no-row":   {Form: patent, Row: 999, Field: "title", Typed: "1"},
		"entry.too-long": {Form: patent, Field: "title", Typed: strings.Repeat("长", 40000)},
	} {
		if _, err := s.Apply(text.Pair{}, []entry.Edit{e}); code(err) != want {
			t.Errorf("%s: %v", want, err)
		}
	}
	if _, err := entry.Open(s.Workspace(), goldenUSCC, 2031, entry.Options{}); code(err) != "entry.no-year" {
		t.Errorf("open: %v", err)
	}
}

func TestLabelsShowNoControlCharacters(t *testing.T) {
	s := golden(t)
	o := must[entry.Outcome](t)(s.Put(form.ByID("project"), find(t, s, "project", "P2").ID, "name", "红\x1b[31m字\n\u202e二行"))
	if strings.ContainsAny(o.Label.ZH, "\x1b\n\u202e") {
		t.Errorf("%q", o.Label.ZH)
	}
}
