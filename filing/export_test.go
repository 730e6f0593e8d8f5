package filing

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"yice/filing/intake"
	"yice/form"
	"yice/text"
)

func TestWhatIsExportedImportsWithoutAChange(t *testing.T) {
	s := golden(t)
	for _, f := range form.All() {
		for _, o := range []struct {
			name string
			ExportOptions
		}{
			{".csv", ExportOptions{}},
			{".csv", ExportOptions{Encoding: GB18030, Titles: true}},
			{".csv", ExportOptions{Encoding: UTF8, Titles: true, Lang: text.EN}},
			{".xlsx", ExportOptions{}},
			{".xlsx", ExportOptions{Titles: true}},
		} {
			path := filepath.Join(t.TempDir(), f.ID+o.name)
			if err := ExportFile(context.Background(), s, f, path, o.ExportOptions); err != nil {
				t.Fatalf("%s: %v", f.ID, err)
			}
			r, err := ImportFiles(context.Background(), s, f, []string{path}, ImportOptions{})
			if err != nil {
				t.Errorf("%s %+v: %v", f.ID, o, err)
				continue
			}
			n, err := s.Workspace().Count(s.Book(), f)
			if err != nil {
				t.Fatal(err)
			}
			if r.Added+r.Changed+r.RefusedCount != 0 || r.Unchanged != n || len(r.Ignored) != 0 {
				t.Errorf("%s %+v: %s of %d, ignored %v, refused %+v", f.ID, o, counts(r), n, r.Ignored, r.Refused)
			}
		}
	}
}

// A cell that begins like a formula is a text for whoever opens it, and comes back as the same text.
func TestFormulasInCellsStayText(t *testing.T) {
	s := desk(t, waterUSCC, goldenYear)
	evil := []string{`=HYPERLINK("http://x","y")`, "+1+1", "-2+3", "@SUM(A1)", "=cmd|' /C calc'!A0"}
	var b strings.Builder
	b.WriteString("name,mode,income,contracted_on\n")
	for _, e := range evil {
		b.WriteString(`"` + strings.ReplaceAll(e, `"`, `""`) + `",许可,1,2023-04-20` + "\n")
	}
	if r := importText(t, s, "conversion", b.String(), ImportOptions{}); r.Added != int64(len(evil)) {
		t.Fatalf("%s %+v", counts(r), r.Refused)
	}
	var out bytes.Buffer
	if err := Export(context.Background(), s, form.ByID("conversion"), &out, ExportOptions{XLSX: true}); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	sheet := book.GetSheetList()[0]
	for i, want := range evil {
		cell, _ := excelize.CoordinatesToCellName(1, i+2)
		formula, _ := book.GetCellFormula(sheet, cell)
		value, _ := book.GetCellValue(sheet, cell)
		kind, _ := book.GetCellType(sheet, cell)
		if formula != "" || value != want || kind == excelize.CellTypeFormula || kind == excelize.CellTypeNumber {
			t.Errorf("%s: %q, formula %q, type %v", want, value, formula, kind)
		}
	}
}

func TestRefusedRowsComeBackAsAFile(t *testing.T) {
	s := desk(t, waterUSCC, goldenYear)
	path := file(t, "patent.csv", "number,title,status\n202110253000.2,甲,申请\n202110253001.7,乙,不知道\n,丙,申请\n")
	src, err := ReadFile(path, ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	f := form.ByID("patent")
	p, err := Prepare(context.Background(), s, f, src, ImportOptions{})
	if err != nil || counts(p.Result) != "1 0 0 2" {
		t.Fatalf("%s %v", counts(p.Result), err)
	}
	back := filepath.Join(t.TempDir(), "patent.csv")
	if err := SaveRefused(back, src, p.Result.Refused, text.ZH); err != nil {
		t.Fatal(err)
	}
	content := string(read(t, back))
	if !strings.Contains(content, "202110253001.7,乙,不知道,3,") || strings.Contains(content, "202110253000.2") {
		t.Errorf("%s", content)
	}
	mended := file(t, "patent.csv", strings.NewReplacer("不知道", "申请", "\n,丙", "\n202110253002.1,丙").Replace(content))
	r, err := ImportFiles(context.Background(), s, f, []string{mended}, ImportOptions{})
	if err != nil || counts(r) != "2 0 0 0" || len(r.Ignored) != 2 {
		t.Errorf("%s %v %v %+v", counts(r), r.Ignored, err, r.Refused)
	}
}

func TestAHandMadeMappingIsRemembered(t *testing.T) {
	s := desk(t, waterUSCC, goldenYear)
	const content = "date,summary,category,treatment,source,我厂研发额（万元）\n2023-01-05,设计,设计,费用化,企业自筹,1.5\n"
	f := form.ByID("spend")
	src, err := ReadFile(file(t, "a.csv", content), ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	if err := src.Adapt(ReadOptions{Form: f}); err == nil {
		t.Fatal("a ledger without a column of amounts was taken for one")
	}
	known := (&Recipe{Name: "手选", Shape: intake.ByColumns}).With(f, "我厂研发额（万元）", "amount")
	if err := RememberColumns(s.Workspace(), f, &known); err != nil {
		t.Fatal(err)
	}
	r := importText(t, s, "spend", content, ImportOptions{})
	if counts(r) != "1 0 0 0" || len(r.Ignored) != 0 {
		t.Fatalf("%s %v", counts(r), r.Ignored)
	}
	_ = s.Workspace().Scan(context.Background(), s.Book(), f, func(r *form.Record) error {
		if r.Num("amount") != 1_500_000 {
			t.Errorf("the amount is %d", r.Num("amount"))
		}
		return nil
	})
}
