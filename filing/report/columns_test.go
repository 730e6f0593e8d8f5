package report

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	_ "yice/internal/effort"

	"yice/form"
	"yice/returns"
	"yice/text"
)

// However wide the columns: each stands in one part, in order, and no part is wider than its room unless one column is.
func TestPartedColumns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		widths := rapid.SliceOfN(rapid.Float64Range(5, 60), 3, 40).Draw(t, "widths")
		words := rapid.IntRange(1, 3).Draw(t, "words")
		all := parted(widths, words, 160)
		next := words
		for _, s := range all {
			if s.from != next || s.to <= s.from && len(widths) > words {
				t.Fatalf("%v of %d columns", all, len(widths))
			}
			next = s.to
			if used := sum(of(s, widths, words)); used > 160 && s.to-s.from > 1 {
				t.Fatalf("part %v takes %.0f", s, used)
			}
		}
		if next != len(widths) {
			t.Fatalf("%v ends before column %d", all, len(widths))
		}
	})
	if all := parted([]float64{10, 20, 50, 50}, 2, 160); !slices.Equal(all, []span{{2, 4}}) {
		t.Errorf("what fits is parted: %v", all)
	}
}

// A return of many columns is printed so that it can be read: no sheet has more than fits at 78%, each says what its rows are,
// repeats its heads, and every column stands once.
func TestAReturnOfManyColumnsPrintsToBeRead(t *testing.T) {
	in := &returns.Inputs{Year: 2023, Registers: map[string][]*form.Record{}}
	for _, project := range []string{"A", "B", ""} {
		in.Ledger = append(in.Ledger, returns.Sum{Project: project, Category: "人员人工", Treatment: "费用化", Amount: 123_456_789_01, Lines: 1})
	}
	for _, id := range []string{"tax-ledger", "hightech-structure", "107-1"} {
		for _, l := range []text.Lang{text.ZH, text.EN} {
			p := &Paper{USCC: "91150200MA0BT0013C", Name: "甲", Table: returns.ByID(id).Make(in)}
			var raw bytes.Buffer
			if err := p.Workbook(t.Context(), &raw, l); err != nil {
				t.Fatal(err)
			}
			x, err := excelize.OpenReader(bytes.NewReader(raw.Bytes()))
			if err != nil {
				t.Fatal(err)
			}
			g, sheets := layOut(p.Table), x.GetSheetList()
			seen := 0
			for _, name := range sheets {
				rows, err := x.GetRows(name)
				if err != nil {
					t.Fatal(err)
				}
				at := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 0 && row[0] == g.heads[0].In(l) })
				if at < 0 {
					t.Fatalf("%s: sheet %s has no heads", id, name)
				}
				width := 0.0
				for i := range rows[at] {
					w, _ := x.GetColWidth(name, column(i+1))
					width += w
				}
				if width > sheetUnits {
					t.Errorf("%s in %v: %s is %.0f wide, which prints at %.0f%%", id, l, name, width, 100*126/width)
				}
				seen += len(rows[at]) - g.again
				if !slices.ContainsFunc(x.GetDefinedName(), func(d excelize.DefinedName) bool { return d.Name == "_xlnm.Print_Titles" && d.Scope == name }) {
					t.Errorf("%s: %s does not repeat its heads", id, name)
				}
			}
			if want := len(g.heads) - g.again; seen != want {
				t.Errorf("%s in %v: %d columns on %d sheets, the return has %d", id, l, seen, len(sheets), want)
			}
			if id == "tax-ledger" && len(sheets) < 2 {
				t.Errorf("%d columns on one sheet", len(g.heads))
			}
		}
	}
}

var tableOf = regexp.MustCompile(`(?s)<thead><tr>(.*?)</tr></thead>`)

// The page lies on its side, and its tables are not wider than it.
func TestThePageOfAReturnIsNotCutOff(t *testing.T) {
	p := &Paper{Name: "甲", Table: returns.ByID("tax-ledger").Make(&returns.Inputs{Year: 2023, Ledger: []returns.Sum{{Project: "A", Category: "其他", Treatment: "费用化", Amount: 1, Lines: 1}}})}
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
