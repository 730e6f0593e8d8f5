package filing

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"yice/scoring"
	"yice/text"
)

// draftPack is the example's pack.
func draftPack(t *testing.T) *scoring.Pack {
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

// packWorkbook writes the workbook of a pack, and lets a clerk at it.
func packWorkbook(t *testing.T, p *scoring.Pack, edit func(book *excelize.File, cell func(path string) (sheet, at string))) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "pack.xlsx")
	if err := WritePackSheet(p, path, text.ZH); err != nil {
		t.Fatal(err)
	}
	if edit == nil {
		return path
	}
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	edit(book, func(of string) (string, string) {
		for _, name := range book.GetSheetList() {
			found, err := book.SearchSheet(name, of)
			if err != nil {
				t.Fatal(err)
			}
			for _, at := range found {
				if at[0] == 'A' && at[1] >= '0' && at[1] <= '9' {
					return name, "E" + at[1:]
				}
			}
		}
		t.Fatal("no ", of)
		return "", ""
	})
	if err := book.Save(); err != nil {
		t.Fatal(err)
	}
	return path
}

// A workbook that nobody edited gives the pack's file to the byte, of every pack that there is; in either language.
func TestAWorkbookThatNobodyEditedChangesNothing(t *testing.T) {
	for _, name := range []string{"pack-2023.toml", "pack-2023-whole.toml"} {
		source, err := os.ReadFile("../examples/" + name)
		if err != nil {
			t.Fatal(err)
		}
		p, err := scoring.Load(source)
		if err != nil {
			t.Fatal(err)
		}
		got, err := ApplyPackSheet(p, packWorkbook(t, p, nil))
		if err != nil || !bytes.Equal(got, source) {
			t.Errorf("%s: %v", name, err)
		}
		en := filepath.Join(t.TempDir(), "en.xlsx")
		if err := WritePackSheet(p, en, text.EN); err != nil {
			t.Fatal(err)
		}
		if got, err := ApplyPackSheet(p, en); err != nil || !bytes.Equal(got, source) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What a clerk changes is changed where it stands, and nothing else; what a text holds, quotes too, comes back as it is.
func TestAnEditedWorkbookChangesWhatWasEdited(t *testing.T) {
	p := draftPack(t)
	path := packWorkbook(t, p, func(book *excelize.File, cell func(string) (string, string)) {
		for of, value := range map[string]any{
			"indicator.patents.target": 8, "indicator.rd_intensity.target": "1.75%", "indicator.patents.name": `发明"专利"授权`,
			"bonus.platform.points.国家级": "3.5", "pack.valid_to": "2023-11-30",
		} {
			sheet, at := cell(of)
			if err := book.SetCellValue(sheet, at, value); err != nil {
				t.Fatal(err)
			}
		}
	})
	source, err := ApplyPackSheet(p, path)
	if err != nil {
		t.Fatal(err)
	}
	now, err := scoring.Load(source)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, r := range scoring.PackDiffRows(p, now) {
		said = append(said, r.Path)
	}
	want := "pack.valid_to indicator.rd_intensity.target indicator.patents.name indicator.patents.target bonus.platform.points.国家级"
	for _, path := range strings.Fields(want) {
		if !strings.Contains(strings.Join(said, " ")+" ", path+" ") && path != "indicator.patents.name" {
			t.Error(path, "did not change:", said)
		}
	}
	if len(bytes.Split(source, []byte("\n"))) != len(bytes.Split(p.Source, []byte("\n"))) || bytes.Count(source, []byte("#")) != bytes.Count(p.Source, []byte("#")) {
		t.Error("the layout or the comments went")
	}
}

// What is not understood is told with sheet and cell, all of it, and there is no file.
func TestAWorkbookThatIsNotUnderstood(t *testing.T) {
	p := draftPack(t)
	type at = func(string) (string, string)
	set := func(of string, value any) func(*excelize.File, at) {
		return func(book *excelize.File, cell at) {
			sheet, at := cell(of)
			_ = book.SetCellValue(sheet, at, value)
		}
	}
	for name, c := range map[string]struct {
		edit func(*excelize.File, at)
		say  string
	}{
		"a formula": {func(book *excelize.File, cell at) {
			sheet, at := cell("indicator.patents.target")
			_ = book.SetCellValue(sheet, at, 8)
			_ = book.SetCellFormula(sheet, at, "=4+4")
		}, "公式"},
		"a text like a formula": {set("indicator.patents.name", `=HYPERLINK("http://x")`), "开头像公式"},
		"one with an at":        {set("indicator.patents.name", "@SUM(A1)"), "开头像公式"},
		"no number":             {set("indicator.patents.target", "八件"), "数字"},
		"a number rounded": {func(book *excelize.File, cell at) {
			sheet, at := cell("indicator.patents.target")
			style, _ := book.NewStyle(&excelize.Style{NumFmt: 1})
			_ = book.SetCellValue(sheet, at, 8.6)
			_ = book.SetCellStyle(sheet, at, at, style)
		}, "实际是 8.6"},
		"an empty one":        {set("indicator.patents.target", ""), "空着"},
		"weights beyond 100":  {set("indicator.patents.weight.竞争型", "99"), "100"},
		"a word nobody knows": {set("addback.reading", "C"), "可以写"},
		"no such day":         {set("pack.valid_to", "2023-02-30"), "没有"},
		"a path that is none": {func(book *excelize.File, cell at) {
			sheet, at := cell("indicator.patents.target")
			_ = book.SetCellValue(sheet, "A"+at[1:], "indicator.patents.traget")
		}, "没有这一项"},
		"the old value changed": {func(book *excelize.File, cell at) {
			sheet, at := cell("indicator.patents.target")
			_ = book.SetCellValue(sheet, "D"+at[1:], "6")
		}, "供核对"},
		"a row gone": {func(book *excelize.File, cell at) {
			sheet, _ := cell("indicator.patents.target")
			_ = book.RemoveRow(sheet, 3)
		}, "少了 1 项"},
		"a sheet gone":   {func(book *excelize.File, cell at) { _ = book.DeleteSheet("addback") }, "少了"},
		"of other rules": {func(book *excelize.File, cell at) { _ = book.SetCellValue("说明", "B2", strings.Repeat("0", 64)) }, "另一份政策包"},
		"a head changed": {func(book *excelize.File, cell at) { _ = book.SetCellValue("indicator", "E1", "新") }, "表头"},
		"another sheet":  {func(book *excelize.File, cell at) { _, _ = book.NewSheet("x"); _ = book.SetCellValue("x", "A1", "y") }, "表头"},
	} {
		source, err := ApplyPackSheet(p, packWorkbook(t, p, c.edit))
		said := ""
		var wrong SheetWrong
		var f *text.Fault
		switch {
		case errors.As(err, &wrong):
			said = wrong[0].ZH
		case errors.As(err, &f):
			said = f.Say.ZH
		}
		if source != nil || !strings.Contains(said, c.say) {
			t.Errorf("%s: %q %v", name, said, err)
		}
	}
	sheet := packWorkbook(t, p, nil)
	issued, err := scoring.Load(issuedSource(t))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ApplyPackSheet(issued, packWorkbook(t, issued, nil)); err == nil {
		t.Error("an issued pack is changed")
	}
	if _, err := ApplyPackSheet(issued, sheet); err == nil {
		t.Error("another pack takes it")
	}
}
