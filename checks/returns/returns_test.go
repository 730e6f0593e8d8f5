package returns

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"yice/checks/ledger"
	"yice/checks/machine"
	"yice/form"
	"yice/returns"
)

// madeUp is an enterprise as the oracle tells it: tables by "2023/spend", captions first, and cells by return, slice and line.
type madeUp struct {
	Tables map[string][][]string                    `json:"tables"`
	Cells  map[string]map[string]map[string]*string `json:"cells"`
}

const year = 2023

// told has the oracle make enterprises up.
func told(t *testing.T, count, seed int, each func(n int, e *madeUp)) {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		if os.Getenv("YICE_CI") != "" {
			t.Fatal("NOT CHECKED: there is no python3 to work the returns out")
		}
		t.Skip("NOT CHECKED: there is no python3 to work the returns out; install it")
	}
	run := exec.CommandContext(t.Context(), python, "oracle.py", fmt.Sprint(count), fmt.Sprint(seed))
	run.Stderr = os.Stderr
	out, err := run.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	read := json.NewDecoder(bufio.NewReaderSize(out, 1<<20))
	n := 0
	for ; ; n++ {
		var e madeUp
		if err := read.Decode(&e); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		each(n, &e)
	}
	if err := run.Wait(); err != nil || n != count {
		t.Fatalf("%d enterprises of %d: %v", n, count, err)
	}
}

// TestAThousandLedgers compares every printed cell of every return.
func TestAThousandLedgers(t *testing.T) {
	compared := map[string]int{}
	told(t, 1000, 2023, func(n int, e *madeUp) {
		in := e.inputs(t)
		for _, r := range returns.All() {
			table, want := r.Make(in), e.Cells[r.ID]
			if len(table.Slices) != len(want) {
				t.Errorf("enterprise %d, %s: %d slices, by the oracle %d", n, r.ID, len(table.Slices), len(want))
			}
			for _, s := range table.Slices {
				for i := range r.Lines {
					l := &r.Lines[i]
					if l.Hidden || !table.Has(s, l) {
						if _, there := want[s.ID][l.ID]; there && !l.Hidden {
							t.Errorf("enterprise %d, %s %s: no line %s, the oracle has one", n, r.ID, s.ID, l.ID)
						}
						continue
					}
					cell, there := want[s.ID][l.ID]
					got := table.At(s, l)
					switch {
					case !there:
						t.Errorf("enterprise %d, %s %s: the oracle knows no line %s", n, r.ID, s.ID, l.ID)
					case cell == nil && got != "", cell != nil && got != *cell:
						t.Errorf("enterprise %d, %s %s %s: shown %q, by the oracle %s", n, r.ID, s.ID, l.ID, got, said(cell))
					}
					if cell != nil && strings.Trim(*cell, "-0.") != "" {
						compared[r.ID]++
					}
				}
			}
		}
		if t.Failed() {
			b, _ := json.Marshal(e.Tables)
			t.Fatalf("%s", b)
		}
	})
	for _, r := range returns.All() { // figures that are not nothing
		if compared[r.ID] < 1000 {
			t.Errorf("%s: only %d figures were compared", r.ID, compared[r.ID])
		}
		t.Logf("%s: %d figures", r.ID, compared[r.ID])
	}
}

func said(cell *string) string {
	if cell == nil {
		return "not known"
	}
	return fmt.Sprintf("%q", *cell)
}

// inputs are the facts as the program's tables take them.
func (e *madeUp) inputs(t *testing.T) *returns.Inputs {
	t.Helper()
	var now *returns.Inputs
	for y := year; y > year-3; y-- {
		in := &returns.Inputs{Year: y, Registers: map[string][]*form.Record{}}
		there := y == year
		for key, rows := range e.Tables {
			of, id, _ := strings.Cut(key, "/")
			if of != fmt.Sprint(y) {
				continue
			}
			there = there || id != "project"
			for n, row := range rows[1:] {
				r := record(t, id, int64(n+1), rows[0], row)
				switch id {
				case "spend":
					sum := returns.Sum{
						Project: r.Str("project"), Category: r.Str("category"), Treatment: r.Str("treatment"), Source: r.Str("source"), Activity: r.Str("activity"),
						Counterparty: r.Str("counterparty"), Item: r.Str("item"), NonTaxable: r.Str("non_taxable") == form.Yes, Amount: r.Num("amount"), Lines: 1,
					}
					in.Ledger = append(in.Ledger, &sum)
					month := 0
					_, _ = fmt.Sscanf(r.Str("date")[5:7], "%d", &month)
					in.Months = append(in.Months, returns.MonthSum{Sum: sum, Month: month})
				case "annual":
					in.Annual = r
				default:
					in.Registers[id] = append(in.Registers[id], r)
				}
			}
		}
		switch {
		case y == year:
			now = in
		case there:
			now.Before = append(now.Before, in)
		}
	}
	now.LinkBefore()
	return now
}

func record(t *testing.T, id string, row int64, fields, cells []string) *form.Record {
	t.Helper()
	f := form.ByID(id)
	r := form.NewRecord(f)
	r.ID = row
	for i, field := range fields {
		if cells[i] == "" {
			continue
		}
		v, err := f.Field(field).Parse(cells[i], form.Yuan)
		if err != nil {
			t.Fatalf("%s.%s %q: %v", id, field, cells[i], err)
		}
		r.Set(field, v)
	}
	return r
}

// TestByCommand has enterprises imported from files, and asks for every return by command: what is printed must be what the oracle
// says, intake, storage and sums included.
func TestByCommand(t *testing.T) {
	program, err := machine.Build(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	count := 3
	if os.Getenv("YICE_LONG") != "" {
		count = 40
	}
	told(t, count, 12, func(n int, e *madeUp) {
		t.Run(fmt.Sprint(n), func(t *testing.T) { e.byCommand(t, program) })
	})
}

func (e *madeUp) byCommand(t *testing.T, program string) {
	dir := t.TempDir()
	desk := filepath.Join(dir, "desk.yice")
	run := func(args ...string) []byte {
		t.Helper()
		c := exec.Command(program, args...)
		c.Env = append(os.Environ(), "XDG_CONFIG_HOME="+dir, "XDG_DATA_HOME="+dir, "YICE_LANG=zh")
		var errs strings.Builder
		c.Stderr = &errs
		out, err := c.Output()
		if err != nil {
			t.Fatalf("%v: %v\n%s\n%s", args, err, out, errs.String())
		}
		return out
	}
	first := year
	for y := year - 2; y < year && first == year; y++ {
		if e.write(t, y, dir) > 0 {
			first = y
		}
	}
	code, _ := ledger.Enterprise(1)
	run("new", desk, "--uscc", code, "--name", "甲", "--type", "功能型", "--year", fmt.Sprint(first))
	for y := first; y <= year; y++ {
		if y > first {
			run("next", desk, "--year", fmt.Sprint(y-1))
		}
		if e.write(t, y, dir) > 0 {
			run("import", desk, "--year", fmt.Sprint(y), "--add", filepath.Join(dir, fmt.Sprint(y)))
		}
	}
	for _, r := range returns.All() {
		var printed struct {
			Lines []struct {
				ID   string `json:"id"`
				Step bool   `json:"step"`
			} `json:"lines"`
			Slices []struct {
				ID    string `json:"id"`
				Cells []struct {
					Line  string  `json:"line"`
					Shown *string `json:"shown"`
				} `json:"cells"`
			} `json:"slices"`
		}
		if err := json.Unmarshal(run("returns", desk, "--year", fmt.Sprint(year), r.ID, "--json"), &printed); err != nil {
			t.Fatal(err)
		}
		seen := 0
		for _, s := range printed.Slices {
			for _, c := range s.Cells {
				want, there := e.Cells[r.ID][s.ID][c.Line]
				if !there {
					continue
				}
				seen++
				if said(want) != said(c.Shown) {
					t.Errorf("%s %s %s: printed %s, by the oracle %s", r.ID, s.ID, c.Line, said(c.Shown), said(want))
				}
			}
		}
		all := 0
		for _, lines := range e.Cells[r.ID] {
			all += len(lines)
		}
		if seen != all {
			t.Errorf("%s: %d cells are printed of %d", r.ID, seen, all)
		}
	}
}

// write writes the tables of a year as files, but for what the years before it have brought along.
func (e *madeUp) write(t *testing.T, y int, dir string) (n int) {
	t.Helper()
	to := filepath.Join(dir, fmt.Sprint(y))
	for key, rows := range e.Tables {
		of, id, _ := strings.Cut(key, "/")
		if of != fmt.Sprint(y) {
			continue
		}
		if err := os.MkdirAll(to, 0o700); err != nil {
			t.Fatal(err)
		}
		f, err := os.Create(filepath.Join(to, id+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		if err := csv.NewWriter(f).WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		n++
	}
	return n
}
