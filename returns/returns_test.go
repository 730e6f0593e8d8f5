package returns

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yice/form"
)

// desk builds inputs by hand.
type desk struct {
	t  *testing.T
	in *Inputs
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	return &desk{t, &Inputs{Year: 2023, Registers: map[string][]*form.Record{}}}
}

// record reads "field=value" texts into a row as a file would.
func record(t *testing.T, id string, row int64, cells ...string) *form.Record {
	t.Helper()
	f := form.ByID(id)
	if f == nil {
		t.Fatalf("no form %q", id)
	}
	r := form.NewRecord(f)
	r.ID = row
	for _, cell := range cells {
		field, typed, _ := strings.Cut(cell, "=")
		at := f.Field(field)
		if at == nil {
			t.Fatalf("form %s has no field %q", id, field)
		}
		v, err := at.Parse(typed, form.Yuan)
		if err != nil {
			t.Fatalf("%s.%s %q: %v", id, field, typed, err)
		}
		r.Set(field, v)
	}
	return r
}

func (d *desk) annual(cells ...string) *desk {
	d.in.Annual = record(d.t, "annual", 7, cells...)
	return d
}

func (d *desk) row(id string, cells ...string) *desk {
	d.in.Registers[id] = append(d.in.Registers[id], record(d.t, id, int64(len(d.in.Registers[id])+1), cells...))
	return d
}

// line adds a ledger line of an amount in 元.
func (d *desk) line(s Sum, yuan int64) *desk {
	s.Amount, s.Lines = yuan*100, 1
	if s.Treatment == "" {
		s.Treatment = "费用化"
	}
	if s.Source == "" {
		s.Source = "企业自筹"
	}
	d.in.Ledger = append(d.in.Ledger, &s)
	return d
}

func (d *desk) project(code string, cells ...string) *desk {
	return d.row("project", append([]string{
		"code=" + code, "name=甲" + code, "level=企业级", "source=1", "cooperation=10", "goal=1", "start=202301", "end=202312",
	}, cells...)...)
}

// findings gives the ids found, sorted, each with its severity.
func (d *desk) findings() []string {
	var ids []string
	for _, f := range Findings(d.in) {
		mark := ""
		if f.Severity == form.Must {
			mark = "!"
		}
		ids = append(ids, mark+f.Check)
	}
	slices.Sort(ids)
	return ids
}

func (d *desk) message(check string) string {
	d.t.Helper()
	for _, f := range Findings(d.in) {
		if f.Check == check {
			return f.Message.ZH
		}
	}
	d.t.Fatalf("no finding %s among %v", check, d.findings())
	return ""
}

// golden reads the example enterprise.
func golden(t *testing.T) *Inputs {
	t.Helper()
	in := &Inputs{Year: 2023, Registers: map[string][]*form.Record{}}
	dir := filepath.Join("..", "examples", "golden-2023", "2023")
	paths, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	if err != nil || len(paths) == 0 {
		t.Fatal("no example files", err)
	}
	for _, path := range paths {
		id := strings.TrimSuffix(filepath.Base(path), ".csv")
		rows := readCSV(t, path, id)
		switch {
		case id == "annual":
			in.Annual = rows[0]
		case id == "spend":
			for _, r := range rows {
				in.Ledger = append(in.Ledger, &Sum{
					Project: r.Str("project"), Platform: r.Str("platform"), Category: r.Str("category"),
					Treatment: r.Str("treatment"), Source: r.Str("source"), Activity: r.Str("activity"),
					Counterparty: r.Str("counterparty"), Amount: r.Num("amount"), Lines: 1,
				})
			}
		default:
			in.Registers[id] = rows
		}
	}
	return in
}

func readCSV(t *testing.T, path, id string) []*form.Record {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	table, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []*form.Record
	for i, line := range table[1:] {
		var cells []string
		for j, c := range line {
			if c != "" {
				cells = append(cells, table[0][j]+"="+c)
			}
		}
		rows = append(rows, record(t, id, int64(i+1), cells...))
	}
	return rows
}

func TestTheExampleHasNothingToMend(t *testing.T) {
	for _, f := range Findings(golden(t)) {
		if f.Severity == form.Must {
			t.Errorf("强制性 %s: %s", f.Check, f.Message.ZH)
		}
	}
}

func TestTheExamplesReturns(t *testing.T) {
	in := golden(t)
	got := map[int]string{}
	for _, row := range Table1072(in) {
		if n, ok := row.Shown(); ok {
			got[row.Number] = fmt.Sprint(n)
		}
	}
	want := map[int]string{
		1: "46", 7: "13200", 8: "1882", 9: "2304", 10: "1794", 11: "1109", 12: "2168", 13: "1516", 14: "1366",
		15: "688", 16: "306", 17: "372", 18: "0", 19: "1061",
		57: "12000", 43: "1200", 58: "0", 55: "0", 56: "0",
		29: "0", 30: "0", 32: "5", 33: "0", 53: "0", 54: "0", 41: "0",
	}
	for code, w := range want {
		if got[code] != w {
			t.Errorf("107-2 (%d) = %q, want %s", code, got[code], w)
		}
	}
	if len(got) != len(want) {
		t.Errorf("figures are shown for %d codes, want %d: what nobody keyed is not a figure", len(got), len(want))
	}
	rows := Table1071(in)
	if len(rows) != 2 {
		t.Fatalf("%d projects, want 2", len(rows))
	}
	if a, b := rows[0].Spend.Exact, rows[1].Spend.Exact; a != 4_000_000_00 || b != 1_500_000_00 {
		t.Errorf("project spending %d and %d 分", a, b)
	}
	if sum := rows[0].Own.Exact + rows[0].Commissioned.Exact; sum != rows[0].Spend.Exact {
		t.Errorf("own and commissioned are %d 分, the project %d", sum, rows[0].Spend.Exact)
	}
}

func TestRoundingToThousands(t *testing.T) {
	for fen, want := range map[int64]int64{
		0: 0, 49_999: 0, 50_000: 1, 99_999: 1, 149_999: 1, 150_000: 2, -49_999: 0, -50_000: -1, -150_000: -2,
	} {
		if got := Thousand(fen); got != want {
			t.Errorf("%d 分 is %d 千元, want %d", fen, got, want)
		}
	}
	// Parts are rounded each by itself; the total comes from the exact sum.
	d := newDesk(t).line(Sum{Category: "人员人工"}, 1_400).line(Sum{Category: "直接投入"}, 1_400).line(Sum{Category: "设计"}, 1_400)
	total, parts := int64(0), int64(0)
	for _, row := range Table1072(d.in) {
		switch n, _ := row.Shown(); row.Number {
		case 7:
			total = n
		case 8, 9, 12:
			parts += n
		}
	}
	if total != 4 || parts != 3 {
		t.Errorf("total %d, parts %d; want 4 and 3", total, parts)
	}
	if found := d.findings(); len(found) != 0 {
		t.Errorf("rounding is judged: %v", found)
	}
}

func TestPlain(t *testing.T) {
	for _, c := range []struct {
		fen  int64
		want string
	}{{0, "0"}, {100_000, "1"}, {100_001, "1.00001"}, {-50_000, "-0.5"}, {40, "0.0004"}, {123_450_000, "1,234.5"}, {-123_450_000_000, "-1,234,500"}} {
		if got := plain(c.fen); got != c.want {
			t.Errorf("plain(%d) = %q, want %q", c.fen, got, c.want)
		}
	}
}
