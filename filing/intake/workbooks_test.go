package intake

import (
	"errors"
	"path/filepath"
	"slices"
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

// Sheets with the columns of the others that by their names hold something else are asked about; months and projects are taken
// together, and what is named is taken.
func TestSheetsThatHoldSomethingElse(t *testing.T) {
	for _, c := range []struct {
		names string
		asked bool
	}{
		{"1月 2月 3月", false},
		{"甲项目 乙项目", false},
		{"人员人工 直接投入", false},
		{"第一分公司 第二分公司", false},
		{"2023年1月 2023年2月", false},
		{"定稿 草稿", true},
		{"有效 作废", true},
		{"实际 预算", true},
		{"预算", true},
		{"草稿", false}, // the only one: a file is often called so when it is sent
		{"填报 填报示例", true},
		{"2022 2023", true},
		{"甲公司 乙公司", true},
	} {
		path := workbook(t, append([]string{"空"}, strings.Fields(c.names)...)...)
		r, err := Read(path, ReadOptions{Form: form.ByID("spend")})
		if err != nil {
			t.Fatal(c.names, err)
		}
		if got := slices.ContainsFunc(r.Questions, func(q Question) bool { return q.Code == "intake.sheets" }); got != c.asked {
			t.Errorf("%s: asked %v", c.names, r.Questions)
		}
		r.Close()
		named, err := Read(path, ReadOptions{Form: form.ByID("spend"), Sheets: strings.Fields(c.names)})
		if err != nil {
			t.Fatal(c.names, err)
		}
		if len(named.Questions) > 0 || len(named.Taken()) != len(strings.Fields(c.names)) {
			t.Errorf("%s, by name: %v", c.names, named.Questions)
		}
		named.Close()
	}
}
