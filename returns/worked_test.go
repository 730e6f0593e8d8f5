package returns

import (
	"math/big"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"yice/form"
)

// The examples of docs/returns.md are worked out by hand there; here the program is held to them.
func TestTheWorkedExamplesHold(t *testing.T) {
	page, err := os.ReadFile("../docs/returns.md")
	if err != nil {
		t.Fatal(err)
	}
	in := exampleInputs(t, string(page))
	checked := map[string]int{}
	for id, cells := range expectedCells(string(page)) {
		r := ByID(id)
		if r == nil {
			t.Fatalf("the page tells of %s, which is no return", id)
		}
		table := r.Make(in)
		for _, c := range cells {
			s := table.Slice(c[0])
			if s == nil {
				t.Errorf("%s has no slice %s", id, c[0])
				continue
			}
			if got := table.At(s, r.line(c[1])); got != c[2] {
				t.Errorf("%s, %s, %s: %q, by hand %q", id, c[0], c[1], got, c[2])
			}
			checked[id]++
		}
		for _, b := range table.Broken() {
			t.Errorf("%s: %s", id, b.Says(r).ZH)
		}
	}
	for _, r := range All() {
		if checked[r.ID] < 3 {
			t.Errorf("%s has no worked example", r.ID)
		}
	}
}

// tableUnder gives the rows of the first table under a heading of the page.
func tableUnder(page, heading string) (rows [][]string) {
	_, rest, _ := strings.Cut(page, "\n"+heading+"\n")
	for _, line := range strings.Split(rest, "\n") {
		if strings.HasPrefix(line, "#") {
			break
		}
		if !strings.HasPrefix(line, "| ") {
			continue
		}
		var cells []string
		for _, c := range strings.Split(strings.Trim(line, "| "), "|") {
			cells = append(cells, strings.TrimSpace(c))
		}
		rows = append(rows, cells)
	}
	if len(rows) > 1 {
		rows = rows[1:] // captions
	}
	return rows
}

func exampleInputs(t *testing.T, page string) *Inputs {
	d := newDesk(t)
	for _, c := range tableUnder(page, "### 台账") {
		s := Sum{Project: c[1], Category: c[2], Item: c[3], Treatment: c[4], Source: c[5], Counterparty: c[6], NonTaxable: c[7] == "是"}
		v, err := form.ByID("spend").Field("amount").Parse(c[8], form.Yuan)
		if err != nil {
			t.Fatal(err)
		}
		s.Amount, s.Lines = v.Num(), 1
		d.in.Ledger = append(d.in.Ledger, &s)
		month := 0
		for _, r := range c[0] {
			month = month*10 + int(r-'0')
		}
		d.in.Months = append(d.in.Months, MonthSum{s, month})
	}
	for _, c := range tableUnder(page, "### 登记与年度指标") {
		switch c[0] {
		case "annual":
			d.annual(strings.Fields(c[1])...)
		case "2022", "2021":
			of := &Inputs{Year: 2022, Registers: map[string][]*form.Record{}}
			if c[0] == "2021" {
				of.Year = 2021
			}
			f := strings.Fields(c[1])
			of.Annual = record(t, "annual", 1, f[0])
			v, _ := form.ByID("spend").Field("amount").Parse(strings.TrimPrefix(f[1], "spend="), form.Yuan)
			sum := Sum{Project: "A", Category: "直接投入", Treatment: "费用化", Source: "企业自筹", Amount: v.Num(), Lines: 1}
			of.Ledger = []*Sum{&sum}
			of.Months = []MonthSum{{sum, 6}}
			d.in.Before = append(d.in.Before, of)
		default:
			d.row(c[0], strings.Fields(c[1])...)
		}
	}
	if len(d.in.Ledger) < 10 {
		t.Fatal("the page has no ledger")
	}
	return d.in
}

// expectedCells reads "### 算例 ID" tables: slice, line, figure by hand.
func expectedCells(page string) map[string][][]string {
	out := map[string][][]string{}
	for _, r := range All() {
		if rows := tableUnder(page, "### 算例 "+r.ID); len(rows) > 0 {
			out[r.ID] = rows
		}
	}
	return out
}

// What the extra deduction and the high-tech structure come to, worked out a second time in fractions by code that knows
// nothing of lines and formulas.
func TestAgainstAnIndependentCalculation(t *testing.T) {
	rnd := rand.New(rand.NewPCG(2023, 28))
	pick := func(list ...string) string { return list[rnd.IntN(len(list))] }
	edges := map[string]int{}
	for range 1000 {
		in := &Inputs{Year: 2023, Registers: map[string][]*form.Record{}}
		for range 1 + rnd.IntN(25) {
			s := Sum{
				Project: pick("", "A", "B", "C"), Category: pick("人员人工", "直接投入", "折旧与长期待摊", "无形资产摊销", "设计", "装备调试与试验", "委托外部", "其他", ""),
				Treatment: pick("费用化", "费用化", "资本化", ""), Source: pick("企业自筹", "政府部门"), NonTaxable: rnd.IntN(8) == 0, Lines: 1,
				Amount: rnd.Int64N(1_000_000) - 50_000,
			}
			if s.Category == "委托外部" {
				s.Counterparty = pick("境内企业", "境内高校", "境外机构", "")
			}
			if s.Category == "折旧与长期待摊" {
				s.Item = pick("", "3.1", "3.2", "3.9")
			}
			in.Ledger = append(in.Ledger, &s)
			if rnd.IntN(10) == 0 { // brings 其他 exactly to its cap, and 境外 to its own
				in.Ledger = []*Sum{
					{Project: "A", Category: "人员人工", Treatment: "费用化", Amount: 9 * s.Amount, Lines: 1},
					{Project: "A", Category: "其他", Treatment: "费用化", Amount: s.Amount, Lines: 1},
					{Project: "B", Category: "委托外部", Counterparty: "境外机构", Treatment: "费用化", Amount: 10 * s.Amount * 2 / 3 * 10 / 8, Lines: 1},
					{Category: "直接投入", Treatment: "费用化", Amount: 12_345, Lines: 1},
				}
				edges["edge"]++
			}
		}
		want := deductionByHand(in.Ledger)
		if got := returnDeduction.Make(in).Figure("year", "40").Exact; got != want {
			t.Fatalf("A107012 line 40 is %d, in fractions %d of %+v", got, want, in.Ledger)
		}
		if got := Tax(in).Limits.Allowed; got != want {
			t.Fatalf("the summary allows %d, in fractions %d", got, want)
		}
		whole, home := hightechByHand(in.Ledger)
		table := returnHightech.Make(in)
		if got := table.Figure("year", "total").Exact; got != whole {
			t.Fatalf("high-tech total is %d, in fractions %d of %+v", got, whole, in.Ledger)
		}
		if got := table.Figure("year", "athome").Exact; got != home {
			t.Fatalf("high-tech total in the country is %d, in fractions %d", got, home)
		}
	}
	if edges["edge"] == 0 {
		t.Error("no ledger stood at the edges")
	}
}

func frac(a, b int64) *big.Rat { return big.NewRat(a, b) }

// cents rounds a fraction half away from zero.
func cents(r *big.Rat) *big.Rat {
	half := frac(1, 2)
	if r.Sign() < 0 {
		half = frac(-1, 2)
	}
	s := new(big.Rat).Add(r, half)
	return new(big.Rat).SetInt(new(big.Int).Quo(s.Num(), s.Denom()))
}

func smaller(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}

func positive(a *big.Rat) *big.Rat {
	if a.Sign() < 0 {
		return new(big.Rat)
	}
	return a
}

func deductionByHand(ledger []*Sum) int64 {
	five, other, home, abroad := new(big.Rat), new(big.Rat), new(big.Rat), new(big.Rat)
	for _, s := range ledger {
		if s.Project == "" || s.NonTaxable || s.Treatment != "费用化" {
			continue
		}
		amount := frac(s.Amount, 1)
		switch {
		case s.Category == "其他":
			other.Add(other, amount)
		case s.Category == "委托外部" && s.Counterparty == "境外机构":
			abroad.Add(abroad, amount)
		case s.Category == "委托外部" && s.Counterparty != "":
			home.Add(home, amount)
		case s.Category == "折旧与长期待摊" && s.Item != "3.1" && s.Item != "3.2", s.Category == "委托外部", s.Category == "":
		default:
			five.Add(five, amount)
		}
	}
	five = positive(five)
	counted := positive(smaller(other, cents(new(big.Rat).Mul(five, frac(1, 9)))))
	inside := new(big.Rat).Add(new(big.Rat).Add(five, counted), cents(new(big.Rat).Mul(positive(home), frac(4, 5))))
	outside := smaller(cents(new(big.Rat).Mul(positive(abroad), frac(4, 5))), cents(new(big.Rat).Mul(inside, frac(2, 3))))
	return new(big.Rat).Add(inside, outside).Num().Int64()
}

func hightechByHand(ledger []*Sum) (whole, home int64) {
	six, other, out, away := new(big.Rat), new(big.Rat), new(big.Rat), new(big.Rat)
	for _, s := range ledger {
		if s.Project == "" {
			continue
		}
		amount := frac(s.Amount, 1)
		switch s.Category {
		case "其他":
			other.Add(other, amount)
		case "委托外部":
			out.Add(out, amount)
			if !strings.HasPrefix(s.Counterparty, "境内") {
				away.Add(away, amount)
			}
		case "":
		default:
			six.Add(six, amount)
		}
	}
	rest := new(big.Rat).Add(six, cents(new(big.Rat).Mul(positive(out), frac(4, 5))))
	total := new(big.Rat).Add(rest, positive(smaller(other, cents(new(big.Rat).Mul(positive(rest), frac(1, 4))))))
	inside := new(big.Rat).Sub(total, cents(new(big.Rat).Mul(positive(away), frac(4, 5))))
	return total.Num().Int64(), inside.Num().Int64()
}

// The year to date is the sum of its quarters, whatever the ledger is and wherever the year stands.
func TestTheYearToDateIsItsQuarters(t *testing.T) {
	rnd := rand.New(rand.NewPCG(4, 12))
	for range 200 {
		in := &Inputs{Year: 2023, Registers: map[string][]*form.Record{}}
		for range rnd.IntN(30) {
			s := Sum{Category: "设计", Treatment: "费用化", Source: "企业自筹", Amount: rnd.Int64N(1000) - 100, Lines: 1}
			in.Ledger = append(in.Ledger, &s)
			in.Months = append(in.Months, MonthSum{s, 1 + rnd.IntN(12)})
		}
		in.Annual = record(t, "annual", 1, []string{"as_of=202302", "as_of=202306", "as_of=202311", "as_of=202312"}[rnd.IntN(4)])
		table := returnQuick.Make(in)
		for i := range returnQuick.Lines {
			l := returnQuick.Lines[i].ID
			if len(returnQuick.Lines[i].Only) > 0 {
				continue
			}
			var sum int64
			for q := 1; q <= 4; q++ {
				sum += table.Figure("q"+number(q), l).Exact
			}
			if got := table.Figure("year", l).Exact; got != sum {
				t.Fatalf("%s to date is %d, its quarters %d", l, got, sum)
			}
		}
	}
}

// Every figure that is read off a return is explained, and every line named in a formula is there.
func TestEveryReturnIsWhole(t *testing.T) {
	ids := map[string]bool{}
	for _, r := range All() {
		if ids[r.ID] || r.Title.Empty() || r.Note.Empty() || r.Basis.Empty() {
			t.Errorf("%s stands twice or says nothing of itself", r.ID)
		}
		ids[r.ID] = true
		lines := map[string]bool{}
		for i := range r.Lines {
			l := &r.Lines[i]
			if lines[l.ID] || l.Title.ZH == "" || l.Title.EN == "" {
				t.Errorf("%s: line %s stands twice or has no title", r.ID, l.ID)
			}
			lines[l.ID] = true
			if l.Formula.Says(r).Empty() {
				t.Errorf("%s: line %s does not say where it comes from", r.ID, l.ID)
			}
		}
		for _, rel := range r.Relations {
			for _, id := range append(rel.Parts, rel.Whole) {
				r.line(id) // panics on what is no line
			}
		}
		table := r.Make(&Inputs{Year: 2023, Registers: map[string][]*form.Record{}})
		for _, b := range table.Broken() {
			t.Errorf("%s of nothing: %s", r.ID, b.Says(r).ZH)
		}
	}
}

func TestFullTime(t *testing.T) {
	// Shares 1, 1, 0.2, 0.3, 0.7 are 3.2 person-years; edges at 90% and 10%.
	for share, want := range map[int64]int64{1_000_000: 10, 900_000: 10, 899_999: 9, 850_000: 9, 849_999: 8, 100_000: 1, 99_999: 0, 0: 0, 200_000: 2, 300_000: 3, 700_000: 7} {
		if got := fullTime(share); got != want {
			t.Errorf("%d is %d tenths, want %d", share, got, want)
		}
	}
}
