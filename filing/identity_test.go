package filing

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
)

var edited = text.Same("改")

const lineHead = "date,voucher,summary,category,treatment,source,amount\n"

func spendLine(n int, amount string) string {
	return fmt.Sprintf("2023-01-%02d,记-%d,设计,设计,费用化,企业自筹,%s\n", n, n, amount)
}

// bring imports a file of a name of its own.
func bring(t testing.TB, s *entry.Session, formID, name, content string, o ImportOptions) Result {
	t.Helper()
	r, err := ImportFiles(context.Background(), s, form.ByID(formID), []string{file(t, name, content)}, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// kinds are the questions of a result.
func kinds(r Result) string {
	var all []string
	for _, q := range r.Asked {
		all = append(all, string(q.Kind))
	}
	return strings.Join(all, " ")
}

func amounts(t testing.TB, s *entry.Session) string {
	t.Helper()
	var all []int64
	for _, l := range ledger(t, s) {
		all = append(all, l.Num("amount"))
	}
	slices.Sort(all)
	return fmt.Sprint(all)
}

func TestLinesAreKnownByTheImportThatBroughtThem(t *testing.T) {
	s := desk(t, waterUSCC, goldenYear)
	a, b, c, d, e := spendLine(1, "1.00"), spendLine(2, "2.00"), spendLine(3, "3.00"), spendLine(4, "4.00"), spendLine(5, "5.00")
	steps := []struct {
		name, content string
		mode          ImportMode
		want, asked   string
		amounts       string
	}{
		{"1月.csv", a + b + b, ModeAsk, "3 0 0 0", "", "[100 200 200]"},   // two equal rows are two
		{"1月.csv", a + b + b, ModeAsk, "0 0 3 0", "", "[100 200 200]"},   // the same file
		{"copy.csv", b + a + b, ModeAsk, "0 0 3 0", "", "[100 200 200]"}, // the same lines
		{"1月.csv", a + b + b + c, ModeAsk, "0 0 0 0", "mended", "[100 200 200]"},
		{"1月改.csv", a + b + b + c, ModeAsk, "0 0 0 0", "mended", "[100 200 200]"},
		{"1月.csv", a + b + b + c, ModeReplace, "1 0 3 0", "", "[100 200 200 300]"},
		{"1月.csv", a + b + b + c, ModeReplace, "0 0 4 0", "", "[100 200 200 300]"},
		{"2月.csv", a + d + e, ModeAsk, "3 0 0 0", "", "[100 100 200 200 300 400 500]"}, // an equal line of another file
		{"1-2月.csv", a + b + b + c + d + e, ModeAsk, "0 0 0 0", "mended", "[100 100 200 200 300 400 500]"},
		{"1月.csv", b + c, ModeReplace, "0 0 2 0", "", "[100 200 300 400 500]"},
		{"1月.csv", b + c, ModeAdd, "2 0 0 0", "", "[100 200 200 300 300 400 500]"},
		{"part.csv", d, ModeAsk, "0 0 0 0", "already-there", "[100 200 200 300 300 400 500]"},
		{"part.csv", d, ModeReplace, "0 0 1 0", "", "[100 200 200 300 300 400 500]"}, // it is that line
		{"part.csv", d, ModeAsk, "0 0 1 0", "", "[100 200 200 300 300 400 500]"},
	}
	for i, step := range steps {
		before := amounts(t, s)
		r := bring(t, s, "spend", step.name, lineHead+step.content, ImportOptions{Mode: step.mode})
		if counts(r) != step.want || kinds(r) != step.asked || amounts(t, s) != step.amounts {
			t.Fatalf("step %d: %s asked %q, lines %s; said %v", i, counts(r), kinds(r), amounts(t, s), r.Said)
		}
		if step.asked == "" && strings.HasPrefix(step.want, "0 0") && len(r.Said)+int(r.Removed) == 0 && step.mode == ModeAsk {
			t.Errorf("step %d: nothing changed and nothing is said", i)
		}
		if amounts(t, s) == before {
			continue
		}
		if _, err := s.Undo(); err != nil || amounts(t, s) != before {
			t.Fatalf("step %d: undone, the lines are %s, not %s: %v", i, amounts(t, s), before, err)
		}
		if _, err := s.Redo(); err != nil || amounts(t, s) != step.amounts {
			t.Fatalf("step %d: done again, the lines are %s: %v", i, amounts(t, s), err)
		}
	}
	found, err := s.Workspace().VerifyHistory(context.Background())
	if err != nil || len(found) != 0 {
		t.Errorf("%v %v", found, err)
	}
}

func TestAMendedFileKeepsWhatHandsDid(t *testing.T) {
	s := desk(t, waterUSCC, goldenYear)
	bring(t, s, "spend", "other.csv", lineHead+spendLine(9, "9.00"), ImportOptions{})
	bring(t, s, "spend", "1月.csv", lineHead+spendLine(1, "1.00")+spendLine(2, "2.00")+spendLine(3, "3.00")+spendLine(4, "4.00")+spendLine(6, "6.00"), ImportOptions{})
	f := form.ByID("spend")
	rows := make(map[int64]*form.Record)
	for _, l := range ledger(t, s) {
		rows[l.Num("amount")] = l
	}
	edits := []entry.Edit{
		{Form: f, Row: rows[100].ID, Field: "remark", Typed: "已核对"},
		{Form: f, Row: rows[200].ID, Field: "summary", Typed: "手改"},
		{Form: f, Row: rows[300].ID, Field: "remark", Typed: "留着"},
		{Form: f, Row: rows[600].ID, Remove: true},
	}
	if _, err := s.Apply(edited, edits); err != nil {
		t.Fatal(err)
	}
	// Line 3 changed its amount, 4 is gone, 5 is new; 6 was removed by hand and is in the file as before.
	mended := lineHead + spendLine(1, "1.00") + spendLine(2, "2.00") + spendLine(3, "33.00") + spendLine(5, "5.00") + spendLine(6, "6.00")
	src, err := ReadFile(file(t, "1月.csv", mended), ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	p, err := Prepare(context.Background(), s, f, src, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if p.Replaces == nil || p.Replaces.File != "1月.csv" || p.Replaces.Rows != 5 || counts(p.Result) != "1 1 3 0" || p.Result.Removed != 1 {
		t.Fatalf("%+v, %s, removed %d", p.Replaces, counts(p.Result), p.Result.Removed)
	}
	r, err := p.Replace(context.Background(), false)
	if err != nil || counts(r) != "1 1 3 0" || r.Removed != 1 || !r.Written {
		t.Fatalf("%s, removed %d, %v", counts(r), r.Removed, err)
	}
	want := CellChange{Form: "spend", Key: "记-3", Field: "amount", Old: "3.00", New: "33.00"}
	if len(r.Changes) != 1 || r.Changes[0] != want {
		t.Errorf("changes %+v", r.Changes)
	}
	if got := amounts(t, s); got != "[100 200 500 900 3300]" {
		t.Errorf("the lines are %s", got)
	}
	for _, l := range ledger(t, s) {
		switch l.Num("amount") {
		case 100:
			if l.ID != rows[100].ID || l.Str("remark") != "已核对" {
				t.Error("line 1 is another row, or lost its remark")
			}
		case 200:
			if l.ID != rows[200].ID || l.Str("summary") != "手改" {
				t.Error("line 2 lost what was changed by hand")
			}
		case 3300:
			if l.ID != rows[300].ID || l.Str("remark") != "留着" {
				t.Error("line 3 was not changed in its row")
			}
		}
	}
	if _, err := s.Undo(); err != nil || amounts(t, s) != "[100 200 300 400 900]" {
		t.Errorf("undone: %s, %v", amounts(t, s), err)
	}
}

func TestLinesKeyedByHandAreNotDoubled(t *testing.T) {
	s := desk(t, waterUSCC, goldenYear)
	src, err := ReadText("粘贴", lineHead+spendLine(1, "1.00")+spendLine(2, "2.00"))
	if err != nil {
		t.Fatal(err)
	}
	f := form.ByID("spend")
	var keyed []*form.Record
	j, err := newJob(newBatch(s, ImportOptions{}), f, src)
	if err != nil {
		t.Fatal(err)
	}
	_ = j.each(context.Background(), nil, func(l line) error { keyed = append(keyed, l.record); return nil })
	if _, err := s.PutRecords(edited, f, keyed); err != nil {
		t.Fatal(err)
	}
	content := lineHead + spendLine(1, "1.00") + spendLine(2, "2.00") + spendLine(3, "3.00")
	if r := bring(t, s, "spend", "all.csv", content, ImportOptions{}); kinds(r) != "already-there" || r.Written {
		t.Errorf("asked %q", kinds(r))
	}
	if r := bring(t, s, "spend", "all.csv", content, ImportOptions{Mode: ModeReplace}); counts(r) != "1 0 2 0" {
		t.Errorf("%s", counts(r))
	}
	if got := amounts(t, s); got != "[100 200 300]" {
		t.Errorf("the lines are %s", got)
	}
	if r := bring(t, s, "spend", "all.csv", content, ImportOptions{Mode: ModeAdd}); counts(r) != "3 0 0 0" {
		t.Errorf("%s", counts(r))
	}
}

func TestAnExportComesBackUnchanged(t *testing.T) {
	s := golden(t)
	for _, f := range form.All() {
		for _, o := range []ExportOptions{{}, {Titles: true}, {XLSX: true}, {XLSX: true, Titles: true}} {
			name := "out.csv"
			if o.XLSX {
				name = "out.xlsx"
			}
			var b bytes.Buffer
			if err := Export(context.Background(), s, f, &b, o); err != nil {
				t.Fatal(err)
			}
			path := file(t, name, b.String())
			r, err := ImportFiles(context.Background(), s, f, []string{path}, ImportOptions{})
			if err != nil || r.Added+r.Changed+r.RefusedCount+r.AskedCount != 0 {
				t.Errorf("%s %+v: %s asked %v, %v", f.ID, o, counts(r), r.Asked, err)
			}
		}
	}
}

func TestRowsThatAreAlikeAreAskedAbout(t *testing.T) {
	s := desk(t, waterUSCC, goldenYear)
	const head = "name,mode,income,contracted_on,counterparty_name\n"
	conversions := func() string {
		var all []string
		for _, r := range s.Records(form.ByID("conversion")) {
			all = append(all, r.Str("name")+"="+r.Form.Field("income").Show(r.Get("income"))+r.Str("counterparty_name"))
		}
		slices.Sort(all)
		return strings.Join(all, " ")
	}
	steps := []struct {
		content     string
		o           ImportOptions
		want, asked string
		rows        string
	}{
		{"合同,许可,1,2023-04-20,\n", ImportOptions{}, "1 0 0 0", "", "合同=1.00"},
		{"合同,许可,1.00,2023-04-20,\n", ImportOptions{}, "0 0 1 0", "", "合同=1.00"},
		{"合同,许可,1.00,2023-04-20,乙\n", ImportOptions{}, "0 1 0 0", "", "合同=1.00乙"}, // only fills
		{"合同,许可,2.00,2023-04-20,\n", ImportOptions{}, "0 0 0 0", "alike", "合同=1.00乙"},
		{"合同,许可,2.00,2023-04-20,\n", ImportOptions{Mode: ModeReplace}, "0 1 0 0", "", "合同=2.00乙"},
		{"合同,许可,3.00,2023-04-20,\n", ImportOptions{Mode: ModeAdd}, "1 0 0 0", "", "合同=2.00乙 合同=3.00"},
		{"合同,许可,3.00,2023-04-20,\n合同,许可,2.00,2023-04-20,\n", ImportOptions{}, "0 0 2 0", "", "合同=2.00乙 合同=3.00"},
		{"合同,转让,2.00,2023-04-20,\n", ImportOptions{}, "1 0 0 0", "", "合同=2.00 合同=2.00乙 合同=3.00"}, // another mode, another row
	}
	for i, step := range steps {
		r := bring(t, s, "conversion", "c.csv", head+step.content, step.o)
		if counts(r) != step.want || kinds(r) != step.asked || conversions() != step.rows {
			t.Fatalf("step %d: %s asked %v, rows %s", i, counts(r), r.Asked, conversions())
		}
	}
	found := 0
	for _, f := range s.Findings() {
		if f.Check == "conversion.alike" {
			if found++; f.Severity != form.Verify {
				t.Error("two contracts that are alike are no mistake")
			}
		}
	}
	if found != 2 {
		t.Errorf("%d findings of alike rows", found)
	}
}

func TestBlanksEraseNothing(t *testing.T) {
	s := desk(t, waterUSCC, goldenYear)
	bring(t, s, "annual", "a.csv", "revenue,profit\n100.00,7.00\n", ImportOptions{})
	if r := bring(t, s, "annual", "a.csv", "revenue,profit\n120.00,\n", ImportOptions{}); counts(r) != "0 1 0 0" ||
		len(r.Changes) != 1 || r.Changes[0] != (CellChange{Form: "annual", Field: "revenue", Old: "100.00", New: "120.00"}) {
		t.Errorf("%s %+v", counts(r), r.Changes)
	}
	if got := s.Records(form.ByID("annual"))[0].Num("profit"); got != 700 {
		t.Errorf("a blank made the profit %d", got)
	}
	if r := bring(t, s, "annual", "a.csv", "revenue,profit\n120.00,\n", ImportOptions{BlankErases: true}); counts(r) != "0 1 0 0" {
		t.Errorf("%s", counts(r))
	}
	if !s.Records(form.ByID("annual"))[0].Get("profit").Empty() {
		t.Error("the blank was meant to erase")
	}
	bring(t, s, "patent", "p.csv", "number,title,kind\n202110253000.2,甲,发明\n", ImportOptions{})
	if r := bring(t, s, "patent", "p.csv", "number,title,kind\n202110253000.2,,\n", ImportOptions{}); counts(r) != "0 0 1 0" {
		t.Errorf("%s", counts(r))
	}
}

func TestFilesThatContradictOneAnotherAreNamed(t *testing.T) {
	s := desk(t, waterUSCC, goldenYear)
	head := "number,title,kind\n202110253000.2,"
	a, b := file(t, "a.csv", head+"甲,发明\n"), file(t, "b.csv", head+"乙,发明\n")
	r, err := ImportFiles(context.Background(), s, form.ByID("patent"), []string{a, b}, ImportOptions{})
	if err != nil || len(r.Said) != 1 || !strings.Contains(r.Said[0].ZH, "a.csv") || !strings.Contains(r.Said[0].ZH, "乙") {
		t.Errorf("%v %v", r.Said, err)
	}
}

func TestTheHistoryKnowsWhoImportedWhat(t *testing.T) {
	s := desk(t, waterUSCC, goldenYear)
	bring(t, s, "spend", "1月.csv", lineHead+spendLine(1, "1.00"), ImportOptions{Who: "示例甲", AcceptDifference: "尾差由四舍五入引起"})
	entries, err := s.Workspace().History(s.Book(), store.HistoryQuery{Limit: 1})
	if err != nil || len(entries) != 1 {
		t.Fatal(err)
	}
	e := entries[0]
	if e.Kind != "import" || e.Who != "示例甲" || !strings.Contains(e.New, "1月.csv") || !strings.Contains(e.New, "四舍五入") {
		t.Errorf("%+v", e)
	}
}
