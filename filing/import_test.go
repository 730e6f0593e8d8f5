package filing

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
)

const (
	waterUSCC  = "91150200MA0BT0013C"
	goldenYear = 2023
)

// desk opens an empty year of an enterprise in a new workspace.
func desk(t testing.TB, uscc string, year int) *entry.Session {
	t.Helper()
	return sit(t, once(t, fmt.Sprint("empty ", uscc, year), func() *store.Workspace {
		w, err := store.Create(filepath.Join(t.TempDir(), "w.yice"), store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { w.Close() })
		sit(t, w, uscc, year)
		return w
	}), uscc, year)
}

func sit(t testing.TB, w *store.Workspace, uscc string, year int) *entry.Session {
	t.Helper()
	s, err := entry.Open(w, uscc, year, entry.Options{Who: "示例乙", Create: true, Now: func() time.Time {
		return time.Date(2024, 1, 15, 10, 30, 0, 0, time.UTC)
	}, Template: template})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// golden opens the example enterprise with both its years.
func golden(t testing.TB) *entry.Session {
	t.Helper()
	return sit(t, once(t, "golden", func() *store.Workspace {
		s := desk(t, waterUSCC, goldenYear-1)
		importFolder(t, s, "../examples/golden-2023/2022")
		importFolder(t, sit(t, s.Workspace(), waterUSCC, goldenYear), "../examples/golden-2023/2023")
		return s.Workspace()
	}), waterUSCC, goldenYear)
}

func importFolder(t testing.TB, s *entry.Session, dir string) []Result {
	t.Helper()
	results, err := ImportFolder(context.Background(), s, dir, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		for _, f := range r.Refused {
			t.Errorf("%s row %d %s %q: %v", f.File, f.Row, f.Field, f.Value, f.Reason)
		}
	}
	return results
}

// file writes a file of the test.
func file(t testing.TB, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func importText(t testing.TB, s *entry.Session, formID, content string, o ImportOptions) Result {
	t.Helper()
	r, err := ImportFiles(context.Background(), s, form.ByID(formID), []string{file(t, formID+".csv", content)}, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// counts are added, changed, unchanged, refused.
func counts(r Result) string {
	return fmt.Sprint(r.Added, r.Changed, r.Unchanged, r.RefusedCount)
}

func TestTheExampleComesInOnceAndOnlyOnce(t *testing.T) {
	s := golden(t)
	scored := s.Sheet().Innovation.Confirmed.String()
	if scored != "82.58" {
		t.Errorf("the example scores %s", scored)
	}
	for _, r := range importFolder(t, s, "../examples/golden-2023/2023") {
		if r.Added != 0 || r.Changed != 0 || r.Unchanged != r.Read {
			t.Errorf("%s again: %s of %d rows", r.Form.ID, counts(r), r.Read)
		}
	}
	if label, ok := s.CanUndo(); !ok || !strings.Contains(label.ZH, "导入") {
		t.Errorf("the newest step is %q", label)
	}
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	if n, _ := s.Workspace().Count(s.Book(), form.ByID("spend")); n != 0 || len(s.Records(form.ByID("patent"))) != 0 {
		t.Error("one undo does not take the folder back")
	}
}

func TestRowsAreKnownByTheirKeys(t *testing.T) {
	s := desk(t, waterUSCC, goldenYear)
	const head = "name,kind,level,established_on\n"
	steps := []struct{ form, content, want string }{
		{"patent", "number,title,kind,status,applied_on\n202110253000.2,甲,发明,申请,2021-05-10\n", "1 0 0 0"},
		{"patent", "number,title\nCN202110253000.2,甲改\n", "0 1 0 0"},
		{"patent", "number,title\nZL 2021 1 0253000.2,甲改\n", "0 0 1 0"},
		{"platform", head + "实验室,重点实验室,市级,2023-06-18\n", "1 0 0 0"},
		{"platform", "code," + head + "PT1,实验室,重点实验室,市级,2023-06-18\n", "0 1 0 0"}, // by name, gets its code
		{"platform", head + "实验室,重点实验室,自治区级,2023-06-18\n", "0 1 0 0"},             // by name still
		{"platform", "code," + head + "PT2,实验室,重点实验室,市级,2023-06-18\n", "1 0 0 0"}, // another code, another platform
		{"award", "certificate,name,achievement_title,level,authority,awarded_on\n证1,奖,成果,市级,部门,2023-01-01\n", "1 0 0 0"},
		{"award", "name,achievement_title,level,authority,awarded_on\n奖,成果,市级,部门,2023-01-01\n", "0 0 1 0"},
		{"award", "name,achievement_title,level,authority,awarded_on\n奖,成果,国家级,部门,2023-01-01\n", "1 0 0 0"},
		{"talent", "person,name,category,since\nt1,甲,领军人才,2023-01-01\n", "1 0 0 0"},
		{"talent", "person,name,category,since,programme\nt1,甲,领军人才,2023-01-01,草原英才\n", "1 0 0 0"},
		{"annual", "revenue\n800000000.00\n", "1 0 0 0"},
		{"annual", "revenue,profit\n800000000.00,1\n", "0 1 0 0"},
		{"annual", "profit\n1.00\n", "0 0 1 0"},
		{"enterprise", "uscc,name,type\n" + waterUSCC + ",示例水务,功能型\n", "0 1 0 0"},
	}
	for i, step := range steps {
		if got := counts(importText(t, s, step.form, step.content, ImportOptions{})); got != step.want {
			t.Errorf("step %d (%s): added changed unchanged refused = %s, want %s", i, step.form, got, step.want)
		}
	}
	if title := s.Records(form.ByID("patent"))[0].Str("title"); title != "甲改" {
		t.Errorf("the patent is called %s", title)
	}
}

func TestSeveralFilesAreOneImport(t *testing.T) {
	s := desk(t, waterUSCC, goldenYear)
	a := file(t, "a.csv", "date,summary,category,treatment,source,amount\n2023-01-05,设计,设计,费用化,企业自筹,10.00\n")
	b := file(t, "b.csv", "date,category,amount,summary,treatment,source\n2023-01-05,设计,10.00,设计,费用化,企业自筹\n2023-01-06,设计,10.00,设计,费用化,企业自筹\n")
	r, err := ImportFiles(context.Background(), s, form.ByID("spend"), []string{a, b}, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if counts(r) != "3 0 0 0" || r.Read != 3 || len(r.ByFile) != 2 || len(r.Said) != 1 {
		t.Errorf("%s of %d, said %v", counts(r), r.Read, r.Said)
	}
}

func TestARefusedRowKeepsEverythingOut(t *testing.T) {
	const good = "2023-01-05,记-1,设计,设计,费用化,企业自筹,10.00\n"
	bad := []struct{ line, field, value string }{
		{"2023-13-05,记-1,设计,设计,费用化,企业自筹,10.00\n", "date", "2023-13-05"},
		{"2023-01-05,记-1,设计,不是类别,费用化,企业自筹,10.00\n", "category", "不是类别"},
		{"2023-01-05,记-1,设计,设计,费用化,企业自筹,十块\n", "amount", "十块"},
		{"2023-01-05,记-1,设计,设计,费用化,企业自筹,1,234.00\n", "", "234.00"},
	}
	head := "date,voucher,summary,category,treatment,source,amount\n"
	for _, b := range bad {
		s := desk(t, waterUSCC, goldenYear)
		r := importText(t, s, "spend", head+good+b.line+good, ImportOptions{})
		if counts(r) != "0 0 0 1" || r.Written || r.Read != 3 {
			t.Errorf("%s: %s, written %v, read %d", b.line, counts(r), r.Written, r.Read)
			continue
		}
		f := r.Refused[0]
		if f.Row != 3 || f.Field != b.field || f.Value != b.value || f.Reason.ZH == "" || f.Reason.EN == "" {
			t.Errorf("%s: refused as %+v", b.line, f)
		}
		if n, _ := s.Workspace().Count(s.Book(), form.ByID("spend")); n != 0 {
			t.Errorf("%s: %d lines came in", b.line, n)
		}
		r = importText(t, s, "spend", head+good+b.line+good, ImportOptions{GoodRows: true})
		if counts(r) != "2 0 0 1" || !r.Written {
			t.Errorf("good rows of %s: %s", b.line, counts(r))
		}
	}
}

func TestAFolderIsOneTransaction(t *testing.T) {
	s := desk(t, waterUSCC, goldenYear)
	dir := t.TempDir()
	for name, content := range map[string]string{
		"project.csv": "code,name,level,source,cooperation,goal,start,end\nP1,项目,市级,1,10,4,202301,202412\n",
		"spend.csv":   "date,summary,project,category,treatment,source,amount\n2023-01-05,设计,P1,设计,费用化,企业自筹,10.00\n",
		"patent.csv":  "number,title\n,没有号\n",
		"notes.txt":   "not a form",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	results, err := ImportFolder(context.Background(), s, dir, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if len(results) != 3 {
		t.Fatalf("%d results", len(results))
	}
	for _, r := range results {
		if r.Written || r.Added != 0 || r.Read != 1 {
			t.Errorf("%s: %+v", r.Form.ID, r)
		}
		if r.Form.ID == "patent" && (len(r.Refused) != 1 || r.Refused[0].Field != "number") {
			t.Errorf("refused: %+v", r.Refused)
		}
	}
	if len(s.Records(form.ByID("project"))) != 0 {
		t.Error("the project came in")
	}
	if got := string(ResultsJSON(results, true, text.ZH)); !strings.Contains(got, `"field": "number"`) {
		t.Errorf("json: %s", got)
	}
}

func TestAnotherEnterprisesCardIsRefused(t *testing.T) {
	s := desk(t, waterUSCC, goldenYear)
	r := importText(t, s, "enterprise", "uscc,name,type\n91150200MA0BT00217,另一家,功能型\n", ImportOptions{})
	if counts(r) != "0 0 0 1" || r.Refused[0].Field != "uscc" {
		t.Errorf("%s %+v", counts(r), r.Refused)
	}
	r = importText(t, s, "annual", "revenue\n1\n2\n", ImportOptions{})
	if counts(r) != "0 0 0 1" {
		t.Errorf("two rows of a form with one: %s", counts(r))
	}
}

func TestADryRunWritesNothing(t *testing.T) {
	s := desk(t, waterUSCC, goldenYear)
	const content = "date,voucher,summary,category,treatment,source,amount\n" +
		"2023-01-05,记-1,设计,设计,费用化,企业自筹,10.00\n2023-01-05,记-1,再设计,设计,费用化,企业自筹,10.00\nx,记-1,设计,设计,费用化,企业自筹,10.00\n"
	r := importText(t, s, "spend", content, ImportOptions{DryRun: true})
	if counts(r) != "2 0 0 1" || r.Written {
		t.Errorf("%s", counts(r))
	}
	src, err := ReadText("粘贴", strings.ReplaceAll(content, ",", "\t"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := Prepare(context.Background(), s, form.ByID("spend"), src, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if counts(p.Result) != "2 0 0 1" || len(p.Rows) != 3 || len(p.Doubles) != 1 || p.Doubles[0].Row != 3 || p.Doubles[0].OfRow != 2 {
		t.Errorf("%s, rows %d, doubles %+v", counts(p.Result), len(p.Rows), p.Doubles)
	}
	if n, _ := s.Workspace().Count(s.Book(), form.ByID("spend")); n != 0 {
		t.Error("a preview wrote")
	}
	done, err := p.Apply(context.Background(), true)
	if err != nil || counts(done) != "2 0 0 1" || !done.Written {
		t.Errorf("%s %v", counts(done), err)
	}
}

// A question about the table stops the import: nothing is written, whatever else of the file is plain, also with GoodRows.
func TestAnOpenQuestionStopsTheImport(t *testing.T) {
	const head = "日期,凭证号,摘要,费用类别,支出类型,资金来源,金额,状态\n"
	const plain, void = "2023-01-05,记-1,设计,设计,费用化,企业自筹,10.00,正常\n", "2023-01-06,记-2,设计,设计,费用化,企业自筹,20.00,已作废\n"
	for what, o := range map[string]ImportOptions{"": {}, "good rows": {GoodRows: true}, "added": {Mode: ModeAdd}, "replaced": {Mode: ModeReplace}} {
		s := desk(t, waterUSCC, goldenYear)
		r := bring(t, s, "spend", "账.csv", head+plain+void, o)
		if n, err := s.Workspace().Count(s.Book(), form.ByID("spend")); err != nil || n != 0 || r.Written || len(r.Asked) != 1 || r.Asked[0].Kind != AskTable {
			t.Errorf("%s: %d rows, written %v, asked %+v, %v", what, n, r.Written, r.Asked, err)
		}
		if r := bring(t, s, "spend", "账.csv", head+plain, o); !r.Written || len(r.Asked) > 0 {
			t.Errorf("%s, without the line: %+v", what, r)
		}
	}
}

func TestEveryEncodingReadsAlike(t *testing.T) {
	const content = "日期,摘要,费用类别,支出类型,资金来源,金额（万元）\n2023年1月5日,㐀镕Ⅱ℃（中）,设计,费用化,企业自筹,\"1,234.5678\"\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(content)
	if err != nil {
		t.Fatal(err)
	}
	utf16 := "\xff\xfe"
	for _, r := range strings.ReplaceAll(content, ",", "\t") {
		utf16 += string([]byte{byte(r), byte(r >> 8)})
	}
	for _, c := range []struct {
		content string
		want    Encoding
	}{{content, UTF8}, {"\ufeff" + content, UTF8BOM}, {gb, GB18030}, {strings.ReplaceAll(gb, "\n", "\r\n"), GB18030}, {utf16, UTF16}} {
		s := desk(t, waterUSCC, goldenYear)
		r := importText(t, s, "spend", c.content, ImportOptions{})
		if r.Encoding != c.want || c.want != UTF16 && counts(r) != "1 0 0 0" {
			t.Errorf("%s: read as %s, %s", c.want, r.Encoding, counts(r))
			continue
		}
		if c.want == UTF16 {
			continue // its quoted thousands separator became a tab above
		}
		_ = s.Workspace().Scan(context.Background(), s.Book(), form.ByID("spend"), func(r *form.Record) error {
			if r.Num("amount") != 1234567800 || r.Str("summary") != "㐀镕Ⅱ℃（中）" || r.Str("date") != "2023-01-05" {
				t.Errorf("%s: %v", c.want, r.Values)
			}
			return nil
		})
	}
}

func TestFilesThatAreNoTablesSaySo(t *testing.T) {
	for content, code := range map[string]string{
		"":                                 "filing.empty",
		"\n\n\n":                           "filing.empty",
		"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1": "filing.workbook",
		"PK\x03\x04 not a workbook":        "filing.workbook",
		"\x7fELF\x00\x00\x01":              "filing.not-a-table",
		"\xff\xff\xff\xff\xff":             "filing.encoding",
		"\xef\xbb\xbfa,b\n\xff\xfe,1\n":    "filing.encoding",
	} {
		_, err := ReadFile(file(t, "x.csv", content), ReadOptions{})
		var f *text.Fault
		if !asFault(err, &f) || f.Code != code {
			t.Errorf("%.10q: %v, want %s", content, err, code)
		}
	}
	if _, err := ReadFile(filepath.Join(t.TempDir(), "none.csv"), ReadOptions{}); err == nil {
		t.Error("a file that is not there was read")
	}
}
