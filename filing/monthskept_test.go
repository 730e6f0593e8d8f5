package filing

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"yice/entry"
	"yice/form"
	"yice/scoring"
	"yice/store"
)

// halfYear is a workspace of a year to June whose ledger is so long that its months are kept.
func halfYear(t *testing.T) *entry.Session {
	t.Helper()
	var b strings.Builder
	b.WriteString("date,summary,project,category,treatment,source,amount\n")
	for i := range 20_000 {
		fmt.Fprintf(&b, "2023-%02d-%02d,材料试验 %d,%s,%s,%s,%s,%d.25\n", 1+i%12, 1+i%28, i, [...]string{"", "P1", "P2"}[i%3],
			[...]string{"直接投入", "设计", ""}[i%3], [...]string{"费用化", "资本化"}[i/3%2], [...]string{"企业自筹", "政府部门", ""}[i/5%3], 100+i%977)
	}
	s := desk(t, waterUSCC, goldenYear)
	handOver(t, s, sheets{"project": "code,name\nP1,示例课题一\nP2,示例课题二\n", "annual": "revenue,as_of\n5.00,2023年6月\n", "spend": b.String()})
	return s
}

// again closes a session's workspace, as a session leaves it or as a power cut does, and opens it.
func again(t *testing.T, s *entry.Session, left bool) *entry.Session {
	t.Helper()
	w := s.Workspace()
	if left {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	n, err := store.Open(w.Path(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { n.Close() })
	return sit(t, n, waterUSCC, goldenYear)
}

// sumsUp insists that the ledger to June is what its lines come to.
func sumsUp(t *testing.T, s *entry.Session, what string) {
	t.Helper()
	want := new(scoring.RD)
	v, err := s.View(t.Context(), form.ByID(ledgerForm), store.Query{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := v.Rows(0, v.Len())
	if err != nil {
		t.Fatal(err)
	}
	want.ByProject = map[string]int64{}
	for _, r := range rows {
		if r.Str("date") > "2023-06-31" {
			continue
		}
		n := r.Num("amount")
		want.Lines++
		if r.Str("treatment") == form.Expensed {
			want.Expensed += n
		} else {
			want.Capitalised += n
		}
		if p := r.Str("project"); p != "" {
			want.ByProject[p] += n
		}
	}
	got := s.Facts().Ledger
	if got.Lines != want.Lines || got.Expensed != want.Expensed || got.Capitalised != want.Capitalised || !reflect.DeepEqual(got.ByProject, want.ByProject) {
		t.Errorf("%s: %d lines, %d and %d, %v; want %d, %d and %d, %v", what, got.Lines, got.Expensed, got.Capitalised, got.ByProject,
			want.Lines, want.Expensed, want.Capitalised, want.ByProject)
	}
}

// tamper changes a file as no program of ours does, and opens it again.
func tamper(t *testing.T, s *entry.Session, statement string) *entry.Session {
	t.Helper()
	w := s.Workspace()
	if err := errors.Join(s.Close(), w.Close()); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", w.Path())
	if err != nil {
		t.Fatal(err)
	}
	res, err := db.Exec(statement)
	if err != nil {
		t.Fatal(err)
	}
	if n, _ := res.RowsAffected(); n == 0 {
		t.Fatalf("nothing was forged by %s", statement)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	n, err := store.Open(w.Path(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { n.Close() })
	return sit(t, n, waterUSCC, goldenYear)
}

// TestMonthsAreKept: a year to June opens without its lines being gone through, and never with months that are not those of its lines,
// whatever was written, left, cut short or forged since they were kept.
func TestMonthsAreKept(t *testing.T) {
	s := halfYear(t)
	sumsUp(t, s, "imported")
	ledger, annual, project := form.ByID(ledgerForm), form.ByID("annual"), form.ByID("project")
	line := func(s *entry.Session) int64 {
		v, err := s.View(t.Context(), ledger, store.Query{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := v.Rows(0, 1)
		if err != nil {
			t.Fatal(err)
		}
		return rows[0].ID
	}
	put := func(s *entry.Session, f *form.Form, row int64, field, typed string) {
		t.Helper()
		if _, err := s.Put(f, row, field, typed); err != nil {
			t.Fatal(err)
		}
	}
	for _, left := range []bool{true, false} {
		for _, c := range []struct {
			what string
			do   func(s *entry.Session)
		}{
			{"nothing", func(*entry.Session) {}},
			{"another figure", func(s *entry.Session) { put(s, annual, s.Records(annual)[0].ID, "revenue", "700") }},
			{"a line's treatment", func(s *entry.Session) { put(s, ledger, line(s), "treatment", "资本化") }},
			{"a line's amount", func(s *entry.Session) { put(s, ledger, line(s), "amount", "123456.78") }},
			{"a step taken back", func(s *entry.Session) {
				if _, err := s.Undo(); err != nil {
					t.Fatal(err)
				}
			}},
			{"a project's number", func(s *entry.Session) {
				r := s.Records(project)[0]
				put(s, project, r.ID, "code", "改"+r.Str("code"))
			}},
			{"the month", func(s *entry.Session) {
				put(s, annual, s.Records(annual)[0].ID, "as_of", "2023年3月")
				put(s, annual, s.Records(annual)[0].ID, "as_of", "2023年6月")
			}},
		} {
			c.do(s)
			sumsUp(t, s, c.what)
			s = again(t, s, left)
			sumsUp(t, s, fmt.Sprintf("%s, closed %v", c.what, left))
		}
	}
	s = again(t, s, true)

	// They are used: what is forged in them is believed where it comes to the cube's months, until the long check, as the cube is.
	s = tamper(t, s, `UPDATE setting SET value=replace(value,'"ByProject":{','"ByProject":{"没有":7,') WHERE name LIKE 'months/%'`)
	if s.Facts().Ledger.ByProject["没有"] != 4*7 { // four of the six months have lines of a project
		t.Errorf("months that were kept are not used: %v", s.Facts().Ledger.ByProject)
	}
	told, err := s.Workspace().CheckAll(context.Background())
	if err != nil || len(told) == 0 {
		t.Errorf("the long check finds nothing: %v", err)
	}
	s = again(t, s, false)
	sumsUp(t, s, "mended")

	// A line that was changed beside the program, by a tool for databases: its months come to the cube's, and the long check tells.
	s = tamper(t, again(t, s, true), `UPDATE spend SET treatment='资本化' WHERE _row=(SELECT min(_row) FROM spend WHERE treatment='费用化' AND date<'2023-06')`)
	if told, err = s.Workspace().CheckAll(context.Background()); err != nil || len(told) == 0 {
		t.Errorf("the long check finds nothing of the line: %v", err)
	}
	s = again(t, s, false)
	sumsUp(t, s, "mended after a line")

	// What comes to other months, is of another history or cannot be read is not used.
	for _, f := range []string{
		`UPDATE setting SET value=replace(value,'"Expensed":','"Expensed":1') WHERE name LIKE 'months/%'`,
		`UPDATE setting SET value=replace(value,'"Hash":"','"Hash":"00') WHERE name LIKE 'months/%'`,
		`UPDATE setting SET value=replace(value,'"ByProject":{','"ByProject":{"没有":9223372036854775807,') WHERE name LIKE 'months/%'`,
		`UPDATE setting SET value=substr(value,1,100) WHERE name LIKE 'months/%'`,
		`UPDATE setting SET value='{"Shape":1,"Month":[]}' WHERE name LIKE 'months/%'`,
	} {
		s = tamper(t, again(t, s, true), f)
		sumsUp(t, s, f)
	}
}
