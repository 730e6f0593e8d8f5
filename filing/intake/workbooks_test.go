package intake

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"yice/form"
	"yice/text"
)

// workbook writes sheets, the first of them empty; those named after it are hidden where they begin with "藏".
func workbook(t *testing.T, names ...string) string {
	t.Helper()
	book := excelize.NewFile()
	for i, name := range names {
		if i == 0 {
			if err := book.SetSheetName("Sheet1", name); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if _, err := book.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for r, row := range [][]any{{"日期", "摘要", "金额"}, {"2023-01-05", "材料", 12.5}} {
			if err := book.SetSheetRow(name, "A"+string(rune('1'+r)), &row); err != nil {
				t.Fatal(err)
			}
		}
		if strings.HasPrefix(name, "藏") {
			if err := book.SetSheetVisible(name, false); err != nil {
				t.Fatal(err)
			}
		}
	}
	path := filepath.Join(t.TempDir(), "台账.xlsx")
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// A workbook that shows its reader nothing brings nothing, and says so: what it hides is never taken unasked.
func TestAWorkbookThatShowsNothing(t *testing.T) {
	f := form.ByID("spend")
	for name, c := range map[string]struct{ path, code string }{
		"empty":                    {workbook(t, "空"), "filing.empty"},
		"empty and a hidden table": {workbook(t, "空", "藏"), "intake.only-hidden"},
	} {
		r, err := Read(c.path, ReadOptions{Form: f})
		var fault *text.Fault
		if !errors.As(err, &fault) || fault.Code != c.code {
			t.Errorf("%s: %v", name, err)
		} else if c.code == "intake.only-hidden" && !strings.Contains(fault.Say.ZH, "藏") {
			t.Errorf("%s: %s", name, fault.Say.ZH)
		}
		if r != nil {
			r.Close()
		}
	}
	// Said by name, it is taken.
	r, err := Read(workbook(t, "空", "藏"), ReadOptions{Form: f, Sheets: []string{"藏"}})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if taken := r.Taken(); len(taken) != 1 || taken[0].Name != "藏" {
		t.Errorf("%+v", taken)
	}
}
