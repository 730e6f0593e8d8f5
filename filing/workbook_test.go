package filing

import (
	"archive/zip"
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
)

// dirtyBook is a workbook as accountants keep them.
func dirtyBook(t testing.TB) string {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	put := func(sheet, cell string, v any) {
		if err := book.SetCellValue(sheet, cell, v); err != nil {
			t.Fatal(err)
		}
	}
	style := func(sheet, from, to, format string) {
		id, err := book.NewStyle(&excelize.Style{CustomNumFmt: &format})
		if err != nil {
			t.Fatal(err)
		}
		if err := book.SetCellStyle(sheet, from, to, id); err != nil {
			t.Fatal(err)
		}
	}
	const s = "台账2023"
	book.SetSheetName("Sheet1", "说明")
	put("说明", "A1", "本表供内部使用，日期和金额按凭证填写")
	book.NewSheet("旧数据")
	put("旧数据", "A1", "日期")
	book.SetSheetVisible("旧数据", false)
	book.NewSheet(s)
	put(s, "A1", "示例水务研发支出辅助台账")
	book.MergeCell(s, "A1", "H1")
	put(s, "A2", "单位：万元")
	put(s, "A3", "凭证")
	book.MergeCell(s, "A3", "B3")
	for cell, v := range map[string]string{"C3": "凭证摘要", "D3": "费用类别", "E3": "支出类型", "F3": "资金来源", "G3": "发生额", "H3": "序号"} {
		put(s, cell, v)
		book.MergeCell(s, cell, cell[:1]+"4")
	}
	put(s, "A4", "凭证日期")
	put(s, "B4", "凭证号")
	for i, v := range []any{"甲", "乙", "丙", 1, 2, 3, 4, 5} {
		cell, _ := excelize.CoordinatesToCellName(i+1, 5)
		put(s, cell, v)
	}
	put(s, "A6", 44931) // 2023-01-05
	style(s, "A6", "A6", `yyyy"年"m"月"d"日";@`)
	book.MergeCell(s, "A6", "A7")
	put(s, "B6", "记－０００１") // full-width
	put(s, "C6", "  设计　费 ")
	put(s, "D6", "设计")
	put(s, "E6", "费用化")
	put(s, "F6", "企业自筹")
	put(s, "G6", 1.4593090000000001)
	put(s, "B7", "记-0002")
	put(s, "C7", "材料")
	put(s, "D7", "直接投入")
	put(s, "E7", "费用化")
	put(s, "F7", "57") // by its NBS number
	put(s, "G7", "1,234.5")
	put(s, "A9", "2023/3/5")
	put(s, "C9", "=1+1 不是公式")
	put(s, "D9", "其他")
	put(s, "E9", "费用化")
	put(s, "F9", "企业自筹")
	if err := book.SetCellFormula(s, "G9", "0.1+0.2"); err != nil {
		t.Fatal(err)
	}
	put(s, "A10", "合  计")
	put(s, "G10", 1236.259309)
	put(s, "A11", "单位负责人：示例甲")
	put(s, "D11", "填表人：示例丙")
	path := filepath.Join(t.TempDir(), "台账.xlsx")
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	// The formula's cached result, as a spreadsheet would have saved it.
	return withPart(t, path, "xl/worksheets/sheet3.xml", func(xml string) string {
		xml = strings.Replace(xml, "<f>0.1+0.2</f>", "<f>0.1+0.2</f><v>0.30000000000000004</v>", 1)
		return strings.Replace(xml, `<c r="G9" t="str">`, `<c r="G9">`, 1)
	})
}

// withPart changes one part of a workbook.
func withPart(t testing.TB, path, part string, change func(string) string) string {
	t.Helper()
	in, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out := filepath.Join(t.TempDir(), filepath.Base(path))
	f, err := os.Create(out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := zip.NewWriter(f)
	found := false
	for _, e := range in.File {
		r, err := e.Open()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(r); err != nil {
			t.Fatal(err)
		}
		content := b.String()
		if e.Name == part {
			found = true
			content = change(content)
		}
		w, err := z.Create(e.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil || !found {
		t.Fatalf("%s: %v %v", part, found, err)
	}
	return out
}

func ledger(t testing.TB, s *entry.Session) []*form.Record {
	t.Helper()
	var all []*form.Record
	err := s.Workspace().Scan(context.Background(), s.Book(), form.ByID("spend"), func(r *form.Record) error {
		all = append(all, r.Clone())
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestADirtyWorkbookComesIn(t *testing.T) {
	path := dirtyBook(t)
	s := desk(t, waterUSCC, goldenYear)
	f := form.ByID("spend")
	r, err := ImportFiles(context.Background(), s, f, []string{path}, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if counts(r) != "3 0 0 0" || r.Asides != 3 || strings.Join(r.Ignored, ",") != "序号" {
		t.Fatalf("%s, asides %d, ignored %v, refused %+v", counts(r), r.Asides, r.Ignored, r.Refused)
	}
	lines := ledger(t, s)
	for i, want := range []struct {
		date, voucher, summary, source string
		fen                            int64
	}{
		{"2023-01-05", "记-0001", "设计　费", "企业自筹", 1_459_309},
		{"2023-01-05", "记-0002", "材料", "企业自筹", 1_234_500_000},
		{"2023-03-05", "", "=1+1 不是公式", "企业自筹", 300_000},
	} {
		l := lines[i]
		if l.Str("date") != want.date || l.Str("voucher") != want.voucher || l.Str("summary") != want.summary || l.Str("source") != want.source || l.Num("amount") != want.fen {
			t.Errorf("line %d: %v", i, l.Values)
		}
	}
	again, err := ImportFiles(context.Background(), s, f, []string{path}, ImportOptions{})
	if err != nil || counts(again) != "0 0 3 0" {
		t.Errorf("again: %s %v", counts(again), err)
	}
	src, err := ReadFile(path, ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	if got := src.Form; got != f {
		t.Errorf("guessed %v", got)
	}
	if taken := src.Taken(); len(taken) != 1 || taken[0].Name != "台账2023" || taken[0].Header != 4 {
		t.Errorf("sheets %+v", src.Sheets)
	}
	if _, err := ReadFile(path, ReadOptions{Sheets: []string{"没有"}}); err == nil {
		t.Error("a sheet that is not there was read")
	}
}

func TestDamagedCellsAreRefusedNotGuessed(t *testing.T) {
	s := desk(t, waterUSCC, goldenYear)
	book := excelize.NewFile()
	defer book.Close()
	for cell, v := range map[string]any{
		"A1": "project", "B1": "person", "C1": "name", "D1": "pay", "E1": "share",
		"A2": "P1", "B2": 150204199001011234, "C2": "甲", "D2": 1, "E2": "10%",
		"A3": "P1", "B3": "t1", "C3": "乙", "E3": "10%",
		"A4": "P1", "B4": "t2", "C4": "丙", "D4": 1, "E4": 0.6,
		"A5": "P1", "B5": "9.11E+17", "C5": "丁", "D5": 1, "E5": "10%",
	} {
		if err := book.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.SetCellFormula("Sheet1", "D3", "SUM(1,2)"); err != nil {
		t.Fatal(err)
	}
	percent, _ := book.NewStyle(&excelize.Style{NumFmt: 9})
	if err := book.SetCellStyle("Sheet1", "E4", "E4", percent); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "team.xlsx")
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	r, err := ImportFiles(context.Background(), s, form.ByID("team"), []string{path}, ImportOptions{GoodRows: true})
	if err != nil {
		t.Fatal(err)
	}
	if counts(r) != "1 0 0 3" || r.Refused[0].Field != "person" || r.Refused[0].Row != 2 || r.Refused[1].Field != "pay" || r.Refused[2].Field != "person" {
		t.Fatalf("%s %+v", counts(r), r.Refused)
	}
	if got := s.Records(form.ByID("team"))[0]; got.Num("share") != 600_000 || got.Str("person") != "t2" {
		t.Errorf("%v", got.Values)
	}
}

func TestHostileWorkbooksAreRefused(t *testing.T) {
	book := excelize.NewFile()
	defer book.Close()
	book.SetCellValue("Sheet1", "A1", "number")
	book.SetCellValue("Sheet1", "A2", "202110253000.2")
	path := filepath.Join(t.TempDir(), "patent.xlsx")
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	const sheet = "xl/worksheets/sheet1.xml"
	data := func(rows string) func(string) string {
		return func(xml string) string {
			from, to := strings.Index(xml, "<sheetData>"), strings.Index(xml, "</sheetData>")
			return xml[:from] + "<sheetData>" + rows + xml[to:]
		}
	}
	head := `<row r="1"><c r="A1" t="inlineStr"><is><t>number</t></is></c></row>`
	s := desk(t, waterUSCC, goldenYear)
	for what, change := range map[string]func(string) string{
		"a bomb":             data(strings.Repeat(" ", 64<<20)),
		"rows backwards":     data(head + head),
		"too many rows":      data(head + `<row r="99999999"><c r="A99999999"><v>1</v></c></row>`),
		"too many columns":   data(head + `<row r="2"><c r="XFD2"><v>1</v></c></row>`),
		"a huge cell":        data(head + `<row r="2"><c r="A2" t="inlineStr"><is><t>` + strings.Repeat("x你", 100_000) + `</t></is></c></row>`),
		"a missing string":   data(`<row r="1"><c r="A1" t="s"><v>77</v></c></row>`),
		"broken XML":         data(`<row r="1"><c r="A1"><v>1</c>`),
		"a document type":    func(xml string) string { return `<!DOCTYPE x [<!ENTITY a "b">]>` + xml },
		"cut in the middle":  func(xml string) string { return xml[:len(xml)/2] },
		"an endless comment": func(xml string) string { return strings.Replace(xml, "<sheetData>", "<sheetData><!-- ", 1) },
	} {
		bad := withPart(t, path, sheet, change)
		r, err := ImportFiles(context.Background(), s, form.ByID("patent"), []string{bad}, ImportOptions{})
		var f *text.Fault
		if !asFault(err, &f) || f.Class != text.Cannot {
			t.Errorf("%s: %s %v", what, counts(r), err)
		}
		if len(s.Records(form.ByID("patent"))) != 0 {
			t.Errorf("%s: something came in", what)
		}
	}
}

func FuzzWorkbookSheetsNeverPanic(f *testing.F) {
	path := dirtyBook(f)
	f.Add(`<row r="1"><c r="A1" t="inlineStr"><is><t>金额（万元）</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row>`)
	f.Add(`<row><c t="str"><v>a&amp;b_x000D_</v></c><c/></row><!-- > --><x:row/>`)
	f.Add(`<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r='B1' s="2"><f/><v></v></c></row>`)
	f.Fuzz(func(t *testing.T, rows string) {
		bad := withPart(t, path, "xl/worksheets/sheet3.xml", func(xml string) string {
			from, to := strings.Index(xml, "<sheetData>"), strings.Index(xml, "</sheetData>")
			return xml[:from] + "<sheetData>" + rows + xml[to:]
		})
		src, err := ReadFile(bad, ReadOptions{Sheets: []string{"台账2023"}, Form: form.ByID("spend")})
		if err != nil {
			return
		}
		defer src.Close()
		if _, err := src.Preview(100); err != nil {
			return
		}
		readAll(t, src)
	})
}
