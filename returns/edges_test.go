package returns

import (
	"strings"
	"testing"

	"yice/form"
)

// What stands exactly at a bound, and one 分 beside it, worked out by hand.

// ofLines makes inputs of a ledger.
func ofLines(ledger ...*Sum) *Inputs {
	for i := range ledger {
		ledger[i].Lines = 1
	}
	return &Inputs{Year: 2023, Registers: map[string][]*form.Record{}, Ledger: ledger}
}

func expense(project, category string, fen int64) *Sum {
	return &Sum{Project: project, Category: category, Treatment: form.Expensed, Source: "企业自筹", Amount: fen}
}

func commissionedTo(whom string, fen int64) *Sum {
	s := expense("A", commissioned, fen)
	s.Counterparty = whom
	return s
}

func holds(t *testing.T, table *Table, slice, line string, want int64) {
	t.Helper()
	if got := table.Figure(slice, line); !got.Known || got.Exact != want {
		t.Errorf("%s %s %s is %+v, by hand %d", table.Return.ID, slice, line, got, want)
	}
}

// 其他相关费用: 9,000.00 of the first five let 1,000.00 in and no 分 more.
func TestOtherExpensesAtTheCap(t *testing.T) {
	for other, counted := range map[int64]int64{999_99: 999_99, 1000_00: 1000_00, 1000_01: 1000_00} {
		table := returnDeduction.Make(ofLines(expense("A", labour, 9000_00), expense("B", "其他", other)))
		holds(t, table, "year", "28", other)
		holds(t, table, "year", "34", counted)
		holds(t, table, "year", "51", 9000_00+counted)
	}
	// A ninth that is no whole 分 is rounded once: 1,000.04 ÷ 9 is 111.1155…, 111.12.
	holds(t, returnDeduction.Make(ofLines(expense("A", labour, 1000_04), expense("A", "其他", 500_00))), "year", "34", 111_12)
	// The cap is of all projects together: what one leaves, another uses.
	table := returnDeduction.Make(ofLines(expense("A", labour, 9000_00), expense("A", "其他", 600_00), expense("B", "其他", 400_00)))
	holds(t, table, "year", "34", 1000_00)
	// Nothing of the first five lets nothing in, and a reversal of them does not turn the cap below nothing.
	holds(t, returnDeduction.Make(ofLines(expense("A", "其他", 1))), "year", "34", 0)
	holds(t, returnDeduction.Make(ofLines(expense("A", labour, -900_00), expense("A", "其他", 1))), "year", "34", 0)
}

// 委托境外: 80% of it, and at most two thirds of what is eligible in the country: 9,000 + 750 × 80% = 9,600, two thirds 6,400,
// reached by 8,000 abroad.
func TestAbroadAtTwoThirds(t *testing.T) {
	for abroadFen, counted := range map[int64]int64{7999_99: 6399_99, 8000_00: 6400_00, 8000_01: 6400_00, 8000_02: 6400_00, 90000_00: 6400_00} {
		table := returnDeduction.Make(ofLines(expense("A", labour, 9000_00), commissionedTo("境内企业", 750_00), commissionedTo("境外机构", abroadFen)))
		holds(t, table, "year", "37", abroadFen)
		holds(t, table, "year", "38", counted)
		holds(t, table, "year", "40", 9600_00+counted)
	}
	// Nothing in the country: nothing abroad either. To whom is not told: nothing.
	holds(t, returnDeduction.Make(ofLines(commissionedTo("境外机构", 100_00))), "year", "40", 0)
	holds(t, returnDeduction.Make(ofLines(commissionedTo("", 100_00))), "year", "40", 0)
}

// Nothing without a project, of non-taxable income, capitalised or untreated is deducted, and all of it is told.
func TestWhatIsNeverDeducted(t *testing.T) {
	for name, change := range map[string]func(*Sum){
		"without a project": func(s *Sum) { s.Project = "" },
		"non-taxable":       func(s *Sum) { s.NonTaxable = true },
		"capitalised":       func(s *Sum) { s.Treatment = form.Capitalised },
		"untreated":         func(s *Sum) { s.Treatment = "" },
		"no category":       func(s *Sum) { s.Category = "" },
		"wear of a house":   func(s *Sum) { s.Category, s.Item = wear, "3.9" },
		"wear of who knows": func(s *Sum) { s.Category = wear },
	} {
		line := expense("B", labour, 500_00)
		change(line)
		in := ofLines(expense("A", labour, 9000_00), line)
		if got := returnDeduction.Make(in).Figure("year", "51").Exact; got != 9000_00 {
			t.Errorf("%s: %d is deducted", name, got)
		}
		ledger := returnTax.Make(in)
		holds(t, ledger, "expensed", "allowed", 9000_00)
		holds(t, ledger, "total", "spent", 9500_00)
	}
	for _, item := range []string{form.InstrumentWear, form.EquipmentWear} {
		line := expense("B", wear, 500_00)
		line.Item = item
		holds(t, returnDeduction.Make(ofLines(expense("A", labour, 9000_00), line)), "year", "51", 9500_00)
	}
}

// 高企: 其他 up to a fifth of the whole, 80% of what is commissioned.
func TestTheStructureAtItsCaps(t *testing.T) {
	// 800 without other: a fifth of the whole is 200.
	for other, whole := range map[int64]int64{199_99: 999_99, 200_00: 1000_00, 200_01: 1000_00} {
		holds(t, returnHightech.Make(ofLines(expense("A", labour, 800_00), expense("A", "其他", other))), "year", "total", whole)
	}
	// 600 and 250 × 80% are 800 again; of 1,000 the 200 from abroad leave 80% in the country.
	table := returnHightech.Make(ofLines(expense("A", labour, 600_00), commissionedTo("境外机构", 250_00), expense("A", "其他", 300_00)))
	holds(t, table, "year", "total", 1000_00)
	holds(t, table, "year", "athome", 800_00)
	// 80% of 0.01 is 0.008: a 分; of 0.02 0.016: two; half a 分 goes up.
	holds(t, returnHightech.Make(ofLines(commissionedTo("境内高校", 1))), "year", "outer80", 1)
	holds(t, returnHightech.Make(ofLines(commissionedTo("境内高校", 2))), "year", "outer80", 2)
}

// withYears gives three years of the same figures, the newest with a revenue of its own.
func withYears(t *testing.T, rd, revenue int64) *Inputs {
	t.Helper()
	year := func(y int) *Inputs {
		in := ofLines(expense("A", labour, rd))
		in.Year = y
		in.Annual = form.NewRecord(form.ByID("annual"))
		in.Annual.Values[in.Annual.Form.Index("revenue")] = form.N(revenue)
		return in
	}
	in := year(2023)
	in.Before = []*Inputs{year(2022), year(2021)}
	in.LinkBefore()
	return in
}

// 5%, 4%, 3% by the newest year's sales: 5,000 万 and 2 亿 themselves belong below, a 分 more above.
func TestTheRatioAskedForBySize(t *testing.T) {
	for revenue, want := range map[int64]int64{
		1: 500, 49_999_999_99: 500, 50_000_000_00: 500, 50_000_000_01: 400, 200_000_000_00: 400, 200_000_000_01: 300, 900_000_000_00: 300,
	} {
		holds(t, returnRatios.Make(withYears(t, revenue/10, revenue)), "y0", "required", want)
	}
}

// The ratio itself at its bound: 5% of 50 million is 2.5 million a year. It is shown in hundredths, and whether it is reached
// is said of the exact figures.
func TestTheThreeYearRatioAtItsBound(t *testing.T) {
	for rd, meets := range map[int64]bool{2_500_000_00: true, 2_500_000_01: true, 2_499_999_99: false} {
		table := returnRatios.Make(withYears(t, rd, 50_000_000_00))
		holds(t, table, "three", "total", 3*rd)
		holds(t, table, "three", "ratio", 500)
		if got := reached(table); got != meets {
			t.Errorf("%d of 50 million a year is said to reach 5%%: %v", rd, got)
		}
	}
	// 60% in the country: 3 of 5.
	in := withYears(t, 600_00, 10_000_00)
	for _, y := range append([]*Inputs{in}, in.Before...) {
		y.Ledger = append(y.Ledger, &Sum{Project: "A", Category: commissioned, Counterparty: "境外机构", Treatment: form.Expensed, Amount: 500_00, Lines: 1})
	}
	holds(t, returnRatios.Make(in), "three", "homeshare", 6000)
	// Without a year before, without sales: no ratio, and what is lacking is named.
	in = withYears(t, 600_00, 10_000_00)
	in.Before = in.Before[:1]
	if f := returnRatios.Make(in).Figure("three", "ratio"); f.Known {
		t.Errorf("two years give a ratio of three: %d", f.Exact)
	}
	if len(returnRatios.Missing(in)) == 0 {
		t.Error("nobody says that a year is missing")
	}
	if f := returnRatios.Make(withYears(t, 600_00, 0)).Figure("three", "ratio"); f.Known {
		t.Errorf("nothing sold gives a ratio: %d", f.Exact)
	}
}

// reached reports whether the return says that the three years' ratio is short of what is asked for.
func reached(t *Table) bool {
	for _, n := range t.Notices() {
		if n.About == "ratio" {
			return false
		}
	}
	return true
}

// Red lines, and a year that is nothing but the reversal of the one before.
func TestRedLines(t *testing.T) {
	in := ofLines(expense("A", labour, 100_00), expense("A", labour, -30_00), expense("A", commissioned, -10_00))
	in.Ledger[2].Counterparty = "境内企业"
	holds(t, return1072.Make(in), "year", "8", 70_00)
	holds(t, return1072.Make(in), "year", "14", -10_00)
	holds(t, returnDeduction.Make(in), "year", "3", 70_00)
	holds(t, returnDeduction.Make(in), "year", "40", 70_00) // 80% of less than nothing deducts nothing
	holds(t, returnTax.Make(in), "total", "spent", 60_00)
	all := ofLines(expense("A", labour, -500_00))
	holds(t, returnDeduction.Make(all), "year", "51", 0)
	if s := returnDeduction.Make(all).Figure("year", "3"); s.Exact != -500_00 {
		t.Errorf("the reversal is not shown: %+v", s)
	}
}

// A year that is not whole is nowhere presented as whole.
func TestAYearThatIsNotWhole(t *testing.T) {
	in := ofLines(expense("A", labour, 100_00))
	in.Annual = record(t, "annual", 1, "as_of=202306")
	for _, r := range All() {
		said := false
		for _, n := range r.Make(in).Notices() {
			said = said || n.Look && strings.Contains(n.Say.ZH, "截至 6 月")
		}
		if said == r.ToDate {
			t.Errorf("%s of half a year says so: %v", r.ID, said)
		}
	}
	if got := returnQuick.Make(in).Slice(toDate).Title.ZH; !strings.Contains(got, "1–6 月") {
		t.Errorf("the quarterly report is of %s", got)
	}
}

// Printed figures that do not add up are said not to; exact ones that do not are no matter of rounding.
func TestPrintedFiguresThatDoNotAddUp(t *testing.T) {
	in := ofLines(expense("A", labour, 50_00), expense("A", "设计", 50_00)) // 0.005 万 each, 0.01 together
	in.Months = []MonthSum{{*in.Ledger[0], 1}, {*in.Ledger[1], 4}}
	say := returnQuick.Make(in).roundsApart()
	if !strings.Contains(say.ZH, "0.01 万元") {
		t.Errorf("0.01 and 0.01 are printed under 0.01, and what is said is %q", say.ZH)
	}
	in = ofLines(expense("A", labour, 100_00))
	in.Months = []MonthSum{{*in.Ledger[0], 1}}
	if say := returnQuick.Make(in).roundsApart(); !say.Empty() {
		t.Errorf("nothing rounds apart: %q", say.ZH)
	}
}

// A year whose ledger is not kept is not one in which nothing was spent: nothing is said of it, this year or the year before.
func TestALedgerThatIsNotKeptIsNotNothing(t *testing.T) {
	in := &Inputs{Year: 2023, Registers: map[string][]*form.Record{}, Annual: record(t, "annual", 1, "revenue=100", "employees=5")}
	for _, r := range All() {
		table := r.Make(in)
		for _, s := range table.Slices {
			for i := range r.Lines {
				if l := &r.Lines[i]; l.Formula.op == opLedger && table.Exact(s, l).Known {
					t.Errorf("%s %s %s of no ledger is %d", r.ID, s.ID, l.ID, table.Exact(s, l).Exact)
				}
			}
		}
	}
	if f := returnDeduction.Make(in).Figure("year", "1"); f.Known {
		t.Errorf("of no ledger %d projects are deducted", f.Exact)
	}
	sum := &Inputs{Year: 2022, Registers: map[string][]*form.Record{"rd_summary": {record(t, "rd_summary", 1, "expensed=100")}}}
	if f := return1072.Make(sum).Figure("year", "32"); f.Known {
		t.Errorf("a year of which only its spending is known has %d patents in force", f.Exact)
	}
}
