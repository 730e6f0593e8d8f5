package document

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"
	"time"

	"yice/form"
	"yice/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

// exampleOf verifies the example enterprise's submission of the first edition.
func exampleOf(t *testing.T) *Opened {
	t.Helper()
	content, err := os.ReadFile("../../submission/testdata/format-1.zip")
	if err != nil {
		t.Fatal(err)
	}
	o, err := Of(t.Context(), bytes.NewReader(content), int64(len(content)), "example.zip", Basis{}, time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// The document of the example, whole: look at what changed before taking it over with -update.
func TestTheDocumentOfTheExample(t *testing.T) {
	d := *exampleOf(t).Document
	for i := range d.Tables {
		d.Tables[i].Rows = d.Tables[i].Rows[:min(len(d.Tables[i].Rows), 1)] // the others are like it
	}
	got, err := json.MarshalIndent(d, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/example.json"
	if *update {
		if err := os.WriteFile(golden, append(got, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != string(got)+"\n" {
		g, w := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
		for i := range min(len(g), len(w)) {
			if g[i] != w[i] {
				t.Fatalf("line %d is\n%s\nnot\n%s", i+1, g[i], w[i])
			}
		}
		t.Fatalf("%d lines, not %d", len(g), len(w))
	}
}

// Every record that a line says it used is in the tables, so that it can be opened.
func TestEveryUseOpens(t *testing.T) {
	d := exampleOf(t).Document
	there := map[string]map[int64]bool{}
	for _, table := range d.Tables {
		there[table.Form] = map[int64]bool{}
		for _, r := range table.Rows {
			there[table.Form][r.Row] = true
		}
	}
	n := 0
	for _, list := range [][]Line{d.Score.Indicators, d.Score.Bonus, d.Score.Profit, d.Score.Payroll} {
		for _, l := range list {
			for _, u := range append(append([]Use{}, l.Used...), l.Rejected...) {
				if n++; u.Row != 0 && !there[u.Form][u.Row] {
					t.Errorf("%s uses row %d of %s, which is in no table", l.ID, u.Row, u.Form)
				}
			}
		}
	}
	if n == 0 {
		t.Error("no line uses any record")
	}
}

func TestRowsAreFound(t *testing.T) {
	o := exampleOf(t)
	first, err := o.Rows(t.Context(), "spend", 0, "")
	if err != nil || len(first.Rows) != rowsAsked {
		t.Fatalf("%d rows, %v", len(first.Rows), err)
	}
	next, err := o.Rows(t.Context(), "spend", rowsAsked, "")
	if err != nil || len(next.Rows) == 0 || next.Rows[0].Row != first.Rows[rowsAsked-1].Row+1 {
		t.Fatalf("the next rows begin at %v, %v", next.Rows, err)
	}
	found, err := o.Rows(t.Context(), "spend", 0, "记-0002")
	if err != nil || found.Count == 0 || found.Count > 3 {
		t.Errorf("%d rows for one voucher, %v", found.Count, err)
	}
	for _, title := range []string{"人员人工", "staff"} {
		found, err := o.Rows(t.Context(), "spend", 0, title)
		if err != nil || found.Count == 0 {
			t.Errorf("%d rows for %s, %v", found.Count, title, err)
		}
	}
	if none, err := o.Rows(t.Context(), "no-such-form", 0, ""); err != nil || len(none.Rows) != 0 {
		t.Errorf("rows of no form: %v, %v", none, err)
	}
}

// Characters that turn or hide what stands beside them do not reach a reader, and line breaks do.
func TestTextIsMadePlain(t *testing.T) {
	f := form.ByID("project")
	r := form.NewRecord(f)
	r.Set("name", form.S("甲\u202e乙\x1b[31m"))
	cells := row(r).Cells
	if got := cells[f.Index("name")].ZH; strings.ContainsAny(got, "\u202e\x1b") {
		t.Errorf("%q", got)
	}
	if got := plain("一\r\n二\u2028三"); got != "一\n二\uFFFD三" {
		t.Errorf("%q", got)
	}
}

// Where only one language is written, it is written once.
func TestASentenceIsWrittenOnce(t *testing.T) {
	for want, p := range map[string]text.Pair{`"同"`: {ZH: "同"}, `"x"`: {ZH: "x", EN: "x"}, `["中","en"]`: {ZH: "中", EN: "en"}} {
		if got, _ := json.Marshal(Say(p)); string(got) != want {
			t.Errorf("%s, not %s", got, want)
		}
	}
}

// A time that runs out is an error, not a verdict.
func TestNoVerdictWithoutTime(t *testing.T) {
	content, err := os.ReadFile("../../submission/testdata/format-1.zip")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if o, err := Of(ctx, bytes.NewReader(content), int64(len(content)), "x", Basis{}, time.Now()); err == nil {
		t.Errorf("a verdict %v after the time ran out", o.Document.Verdict.State)
	}
}
