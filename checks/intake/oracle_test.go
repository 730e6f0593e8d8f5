//go:build unix

package intake

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// exported makes what the program would export if it read a truth right.
func exported(t Truth) (rows []map[string]string) {
	for _, r := range t.Rows {
		m := map[string]string{}
		for i, f := range t.Fields {
			m[f] = r[i]
		}
		rows = append(rows, m)
	}
	return rows
}

// An oracle that does not see a wrong figure is none.
func TestTheOracleSees(t *testing.T) {
	var truth Truth
	for _, c := range Corpus(1) {
		if c.Name == "u8-journal" {
			truth = c.Steps[0].Truth
		}
	}
	if diff := compare(truth, nil, exported(truth)); diff != "" {
		t.Fatal(diff)
	}
	for name, spoil := range map[string]func([]map[string]string) []map[string]string{
		"a 分 more":         func(r []map[string]string) []map[string]string { r[7]["amount"] += "1"; return r },
		"a line lost":      func(r []map[string]string) []map[string]string { return r[1:] },
		"a line twice":     func(r []map[string]string) []map[string]string { return append(r, r[3]) },
		"everything twice": func(r []map[string]string) []map[string]string { return append(r, r...) },
		"nothing":          func([]map[string]string) []map[string]string { return nil },
		"another day":      func(r []map[string]string) []map[string]string { r[2]["date"] = "2023-12-31"; return r },
		"another category": func(r []map[string]string) []map[string]string { r[2]["category"] = "装备调试与试验"; return r },
		"no treatment":     func(r []map[string]string) []map[string]string { r[2]["treatment"] = ""; return r },
		"a source made up": func(r []map[string]string) []map[string]string { r[2]["source"] = "企业自筹"; return r },
		"another voucher":  func(r []map[string]string) []map[string]string { r[2]["voucher"] = "记-9999"; return r },
		"two amounts change": func(r []map[string]string) []map[string]string {
			last := r[len(r)-1]
			r[0]["amount"], last["amount"] = last["amount"], r[0]["amount"]
			return r
		},
		"a total as a line": func(r []map[string]string) []map[string]string {
			return append(r, map[string]string{"summary": "合计", "amount": "1.00"})
		},
	} {
		if compare(truth, nil, spoil(exported(truth))) == "" {
			t.Errorf("%s is not seen", name)
		}
	}
	if unaccounted(said{}, []File{{Grid: one(Sheet{Name: "a", Rows: []Row{{Kind: Total, Cells: []Cell{M(100)}}}})}}) == "" {
		t.Error("a total left out without a word is not seen")
	}
}

// The truth of a ledger is also the sum of what its lines display: the books and the tables written from them agree.
func TestTruthsAddUp(t *testing.T) {
	checked := 0
	for _, c := range Corpus(1) {
		if c.Form != "spend" || c.Files[0].Raw != nil || !c.Files[0].Grid.inYuan() {
			continue
		}
		for _, s := range c.Files[0].Grid.Sheets {
			for i, r := range s.Rows {
				var sum Fen
				for _, e := range r.lines() {
					sum += e.Amount()
				}
				if r.Truth == nil || sum == 0 {
					continue
				}
				seen := len(r.More) > 0
				for _, cell := range r.Cells {
					seen = seen || cell.Money && (cell.fen() == sum || cell.fen() == -sum)
				}
				if !seen && c.Layout != byHand {
					t.Errorf("%s, row %d: no cell says %s", c.Name, i+1, sum.Plain())
				}
				checked++
			}
		}
	}
	if checked < 2000 {
		t.Errorf("only %d lines were looked at", checked)
	}
	for _, seed := range []uint64{1, 2, 3} {
		var debit, credit Fen
		for _, e := range accounts(source(seed, "balance"), 12, true) {
			debit, credit = debit+e.Debit, credit+e.Credit
		}
		if debit != credit {
			t.Errorf("seed %d: the books do not balance: %s, %s", seed, debit.Plain(), credit.Plain())
		}
	}
}

// A seed always makes the same files, and all that spoils them happens.
func TestSeedsAreKept(t *testing.T) {
	a, b := Corpus(1), Corpus(1)
	for i := range a {
		for n, f := range a[i].Files {
			if f.Raw != nil || len(f.Grid.Sheets) != 1 {
				continue
			}
			x, err := textFile("csv", f.Grid)
			y, again := textFile("csv", b[i].Files[n].Grid)
			if err != nil || again != nil || !bytes.Equal(x, y) {
				t.Errorf("%s differs from itself", a[i].Name)
			}
		}
	}
	happened := map[string]int{}
	refuse := 0
	for n := range 3000 {
		m := Mutate(a, 1, n)
		if again := Mutate(b, 1, n); fmt.Sprint(again.Done, again.Container, again.Steps) != fmt.Sprint(m.Done, m.Container, m.Steps) {
			t.Fatalf("%s differs from itself", m.Name)
		}
		for _, d := range m.Done {
			w, _, _ := strings.Cut(d, ":")
			happened[w]++
		}
		if m.Steps[0].Expect == MustRefuse {
			refuse++
		}
	}
	for _, w := range wounds {
		if happened[w.name] < 3 {
			t.Errorf("%s happened %d times in 3,000", w.name, happened[w.name])
		}
	}
	if refuse < 300 || refuse > 2000 {
		t.Errorf("%d of 3,000 must be refused: the mix is off", refuse)
	}
}

// A corpus can be drawn of any seed: half of them once ended in a book without the account that a case looks at.
func TestEverySeedHasACorpus(t *testing.T) {
	n := len(Corpus(1))
	for seed := range uint64(40) {
		if got := len(Corpus(seed)); got != n {
			t.Errorf("seed %d: %d cases, not %d", seed, got, n)
		}
	}
}
