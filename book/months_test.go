package book

import (
	"bytes"
	"context"
	"slices"
	"testing"

	"yice/form"
	"yice/scoring"
)

// inJune is the example with figures that run to June, and a ledger that goes on to December.
func inJune(t *testing.T) Source {
	t.Helper()
	from := goldenSource(t)
	rows := from.Rows
	from.Rows = func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error {
		return rows(ctx, f, func(r *form.Record) error {
			if f.ID == AnnualID {
				r.Set("as_of", form.S("202306"))
			}
			return visit(r)
		})
	}
	return from
}

// TestAYearToJune: the ledger counts to the month the figures run to, whatever it has beyond, and moves with its lines.
func TestAYearToJune(t *testing.T) {
	y := read(t, inJune(t))
	rd := y.Facts().Ledger
	if y.Facts().AsOf != 6 || rd.Total() != 658_050_018 || rd.After.Amount != 1_320_000_000-658_050_018 || rd.After.Lines == 0 {
		t.Fatalf("as of %d: %d, after %+v", y.Facts().AsOf, rd.Total(), rd.After)
	}
	if rd.ByMonth[12] == 0 {
		t.Error("the months are gone")
	}
	if y.Facts().Prev != nil || y.Facts().PrevYear == nil || !y.Facts().Incomparable() {
		t.Errorf("the year before: %+v", y.Facts().Prev)
	}
	line := func(date string) *form.Record {
		r := form.NewRecord(form.ByID(LedgerID))
		r.ID = 999_999
		r.Set("date", form.S(date))
		r.Set("treatment", form.S(Expensed))
		r.Set("amount", form.N(100_00))
		return r
	}
	for date, want := range map[string]int64{"2023-06-30": 658_050_018 + 100_00, "2023-07-01": 658_050_018} {
		n := y.After(Step{Changes: []Change{{Form: form.ByID(LedgerID), Row: 999_999, After: line(date)}}})
		if got := n.Facts().Ledger.Total(); got != want {
			t.Errorf("with a line of %s: %d, want %d", date, got, want)
		}
		back := n.After(Step{Changes: []Change{{Form: form.ByID(LedgerID), Row: 999_999, Before: line(date)}}})
		if got := back.Facts().Ledger; got.Total() != rd.Total() || got.After != rd.After {
			t.Errorf("taken back: %d %+v", got.Total(), got.After)
		}
	}
}

// TestSameMonthsOfTheYearBefore: they come from a summary of so many months, else from a ledger told apart by months.
func TestSameMonthsOfTheYearBefore(t *testing.T) {
	ledger := scoring.RD{Lines: 2, Expensed: 300, ByMonth: [13]int64{3: 100, 9: 200}}
	months := new(scoring.Months)
	for _, c := range []MonthCell{
		{Cell{Treatment: Expensed, Source: "企业自筹", Category: "人员人工", Amount: 100, Lines: 1}, 3},
		{Cell{Treatment: Expensed, Source: "企业自筹", Category: "人员人工", Amount: 200, Lines: 1}, 9},
	} {
		AddMonth(months, &c)
	}
	summary := func(n int64) *form.Record {
		r := form.NewRecord(form.ByID(SummaryID))
		r.Set("expensed", form.N(77))
		if n > 0 {
			r.Set("months", form.N(n))
		}
		return r
	}
	none := int64(-1)
	for _, c := range []struct {
		says   string
		before Before
		want   []int64 // to June, and to December
	}{
		{"nothing", Before{}, []int64{none, none}},
		{"a ledger by months", Before{Ledger: ledger, Months: months}, []int64{100, 300}},
		{"a ledger nobody told apart", Before{Ledger: ledger}, []int64{none, 300}},
		{"a summary of the year", Before{Summary: summary(0)}, []int64{none, 77}},
		{"a summary of half the year", Before{Summary: summary(6)}, []int64{77, none}},
		{"a summary of the year beside a ledger", Before{Summary: summary(12), Ledger: ledger, Months: months}, []int64{100, 77}},
		{"a summary of five months beside a ledger", Before{Summary: summary(5), Ledger: ledger, Months: months}, []int64{100, 300}},
	} {
		got := []int64{none, none}
		for i, month := range []int{6, 12} {
			if rd := c.before.upTo(month); rd != nil {
				got[i] = rd.Total()
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.says, got, c.want)
		}
	}
}

// TestHowFarTheFiguresRun: a running year is asked for its month, and told what its ledger has beyond; a year that is over
// is not asked.
func TestHowFarTheFiguresRun(t *testing.T) {
	checks := func(y *Year) (found []string) {
		for _, f := range y.Findings() {
			if f.Check == CheckAsOfMissing || f.Check == CheckAsOfAhead || f.Check == CheckAfterMonth {
				found = append(found, f.Check)
			}
		}
		return found
	}
	for _, c := range []struct {
		from  Source
		today string
		want  []string
	}{
		{goldenSource(t), "2024-01-15", nil},
		{goldenSource(t), "", nil},
		{goldenSource(t), "2023-06-20", []string{CheckAsOfMissing}},
		{inJune(t), "2023-05-20", []string{CheckAfterMonth, CheckAsOfAhead}},
		{inJune(t), "2023-06-20", []string{CheckAfterMonth}},
	} {
		y := read(t, c.from)
		contents := y.Contents
		contents.Today = c.today
		if got := checks(New(contents)); !slices.Equal(got, c.want) {
			t.Errorf("on %q: %v, want %v", c.today, got, c.want)
		}
	}
}

// TestAWholeYearSaysItsMonthOrNot: December said or not said gives the same figures to the last.
func TestAWholeYearSaysItsMonthOrNot(t *testing.T) {
	said := goldenSource(t)
	rows := said.Rows
	said.Rows = func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error {
		return rows(ctx, f, func(r *form.Record) error {
			if f.ID == AnnualID {
				r.Set("as_of", form.S("202312"))
			}
			return visit(r)
		})
	}
	with, without := read(t, said), read(t, goldenSource(t))
	if a, b := with.Sheet().JSON(), without.Sheet().JSON(); !bytes.Equal(a, b) {
		t.Errorf("December said:\n%s\nnot said:\n%s", a, b)
	}
}

// TestAYearBeforeOfOtherMonths: known for months that are neither these nor all is not comparable, and not missing.
func TestAYearBeforeOfOtherMonths(t *testing.T) {
	from := inJune(t)
	from.Before = Before{Summary: form.NewRecord(form.ByID(SummaryID))}
	from.Before.Summary.Set("expensed", form.N(77))
	from.Before.Summary.Set("months", form.N(5))
	y := read(t, from)
	f := y.Facts()
	if f.Prev != nil || f.PrevYear != nil || f.PrevElse == nil || f.PrevMonths != 5 || !f.Incomparable() {
		t.Errorf("%+v", f)
	}
	if l := y.Sheet().Line("rd_growth"); l.Status != scoring.NotComparable {
		t.Errorf("growth is %s", l.Status)
	}
}
