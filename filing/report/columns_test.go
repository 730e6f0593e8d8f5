package report_test

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	_ "yice/internal/effort"

	"yice/filing/report"
	"yice/form"
	"yice/returns"
	"yice/text"
)

// fits is how wide a sheet is that prints at 78%.
const fits = 160

// headsOf gives the first head of a return, how many there are, and how many a part of it repeats: of a form of many projects the words
// and its lines that are printed, of another the three columns that say what a line is and its slices.
func headsOf(t *returns.Table) (first text.Pair, count, again int) {
	if !t.Return.Across {
		return text.Report1072Code, 3 + len(t.Slices), 3
	}
	count = len(t.Return.Heads)
	if again = count; again > 3 {
		again = 2
	}
	for i := range t.Return.Lines {
		if !t.Return.Lines[i].Hidden {
			count++
		}
	}
	return t.Return.Heads[0], count, again
}

func columnName(t *testing.T, n int) string {
	t.Helper()
	name, err := excelize.ColumnNumberToName(n)
	if err != nil {
		t.Fatal(err)
	}
	return name
}

// A return of many columns is printed so that it can be read: no sheet has more than fits at 78%, each says what its rows are,
// repeats its heads, and every column stands once.
func TestAReturnOfManyColumnsPrintsToBeRead(t *testing.T) {
	in := &returns.Inputs{Year: 2023, Registers: map[string][]*form.Record{}}
	for _, project := range []string{"A", "B", ""} {
		in.Ledger = append(in.Ledger, &returns.Sum{Project: project, Category: "人员人工", Treatment: "费用化", Amount: 123_456_789_01, Lines: 1})
	}
	for _, id := range []string{"tax-ledger", "hightech-structure", "107-1"} {
		for _, l := range []text.Lang{text.ZH, text.EN} {
			p := &report.Paper{USCC: "91150200MA0BT0013C", Name: "甲", Table: returns.ByID(id).Make(in)}
			var raw bytes.Buffer
			if err := p.Workbook(t.Context(), &raw, l); err != nil {
				t.Fatal(err)
			}
			x, err := excelize.OpenReader(bytes.NewReader(raw.Bytes()))
			if err != nil {
				t.Fatal(err)
			}
			first, count, again := headsOf(p.Table)
			sheets := x.GetSheetList()
			seen := 0
			for _, name := range sheets {
				rows, err := x.GetRows(name)
				if err != nil {
					t.Fatal(err)
				}
				at := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 0 && row[0] == first.In(l) })
				if at < 0 {
					t.Fatalf("%s: sheet %s has no heads", id, name)
				}
				width := 0.0
				for i := range rows[at] {
					w, _ := x.GetColWidth(name, columnName(t, i+1))
					width += w
				}
				if width > fits {
					t.Errorf("%s in %v: %s is %.0f wide, which prints at %.0f%%", id, l, name, width, 100*126/width)
				}
				seen += len(rows[at]) - again
				if !slices.ContainsFunc(x.GetDefinedName(), func(d excelize.DefinedName) bool { return d.Name == "_xlnm.Print_Titles" && d.Scope == name }) {
					t.Errorf("%s: %s does not repeat its heads", id, name)
				}
			}
			if want := count - again; seen != want {
				t.Errorf("%s in %v: %d columns on %d sheets, the return has %d", id, l, seen, len(sheets), want)
			}
			if id == "tax-ledger" && len(sheets) < 2 {
				t.Errorf("%d columns on one sheet", count)
			}
		}
	}
}

var tableOf = regexp.MustCompile(`(?s)<thead><tr>(.*?)</tr></thead>`)

// The page lies on its side, and its tables are not wider than it.
func TestThePageOfAReturnIsNotCutOff(t *testing.T) {
	p := &report.Paper{Name: "甲", Table: returns.ByID("tax-ledger").Make(&returns.Inputs{Year: 2023, Ledger: []*returns.Sum{{Project: "A", Category: "其他", Treatment: "费用化", Amount: 1, Lines: 1}}})}
	var page bytes.Buffer
	if err := p.HTML(&page, text.ZH); err != nil {
		t.Fatal(err)
	}
	tables := tableOf.FindAllStringSubmatch(page.String(), -1)
	if len(tables) < 2 || !strings.Contains(page.String(), "A4 landscape") {
		t.Fatalf("%d tables", len(tables))
	}
	for i, table := range tables {
		if !strings.Contains(table[1], "项目编号") {
			t.Errorf("part %d does not say what its rows are", i+1)
		}
	}
}
