package filing

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"yice/form"
	"yice/text"
)

// Every column of every template is known again, and what its pick lists offer is what the field takes.
func TestTemplatesComeBackFilledIn(t *testing.T) {
	for _, l := range []text.Lang{text.ZH, text.EN} {
		for _, f := range form.All() {
			path := filepath.Join(t.TempDir(), f.ID+".xlsx")
			if err := Template(f, path, l); err != nil {
				t.Fatalf("%s: %v", f.ID, err)
			}
			src, err := ReadFile(path, ReadOptions{})
			if err != nil {
				t.Fatalf("%s: %v", f.ID, err)
			}
			if got := src.Form; got != f {
				t.Errorf("%s is taken for %v", f.ID, got)
			}
			if err := src.Adapt(ReadOptions{Form: f}); err != nil {
				t.Fatalf("%s: %v", f.ID, err)
			}
			for i, c := range src.Taken()[0].Columns {
				if c.Field != f.Fields[i].ID {
					t.Errorf("%s: the column %q is taken for %q, not %s", f.ID, c.Header, c.Field, f.Fields[i].ID)
				}
			}
			src.Close()
			book, err := excelize.OpenFile(path)
			if err != nil {
				t.Fatal(err)
			}
			sheets := book.GetSheetList()
			lists := sheets[2]
			if visible, _ := book.GetSheetVisible(lists); visible {
				t.Errorf("%s shows its lists", f.ID)
			}
			for i := range f.Fields {
				name, _ := excelize.ColumnNumberToName(i + 1)
				offered, _ := book.GetCellValue(lists, name+"1")
				if offered == "" {
					continue
				}
				if _, err := f.Fields[i].Parse(offered, form.Yuan); err != nil {
					t.Errorf("%s.%s offers %q and refuses it: %v", f.ID, f.Fields[i].ID, offered, err)
				}
			}
			book.Close()
		}
	}
}

func TestATemplateFilledInImports(t *testing.T) {
	path := filepath.Join(t.TempDir(), "spend.xlsx")
	f := form.ByID("spend")
	if err := Template(f, path, text.ZH); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	sheet := book.GetSheetList()[0]
	for field, v := range map[string]any{"date": "2023-01-05", "summary": "设计", "category": "设计", "treatment": "费用化", "source": "企业自筹", "amount": 12.5} {
		cell, _ := excelize.CoordinatesToCellName(f.Index(field)+1, 2)
		if err := book.SetCellValue(sheet, cell, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.Save(); err != nil {
		t.Fatal(err)
	}
	book.Close()
	s := desk(t, waterUSCC, goldenYear)
	r, err := ImportFiles(context.Background(), s, f, []string{path}, ImportOptions{})
	if err != nil || counts(r) != "1 0 0 0" || len(r.Ignored) != 0 {
		t.Fatalf("%s %v %v %+v", counts(r), err, r.Ignored, r.Refused)
	}
	if l := ledger(t, s)[0]; l.Num("amount") != 1250 {
		t.Errorf("%v", l.Values)
	}
}
