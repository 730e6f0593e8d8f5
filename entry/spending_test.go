package entry_test

import (
	"math/big"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yice/book"
	"yice/entry"
	"yice/form"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

// sameSpending adds up the lines of the ledger one by one: every side of the spending must come to the same, part by part,
// and its parts to the ledger's total.
func sameSpending(t *rapid.T, s *entry.Session) {
	sp, err := s.Spending()
	if err != nil {
		t.Fatal(err)
	}
	v, err := s.View(t.Context(), form.ByID(ledgerID), store.Query{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := v.Rows(0, v.Len())
	if err != nil {
		t.Fatal(err)
	}
	var total, lines int64
	var outside scoring.Blank
	var sums [entry.Sides]map[string]int64
	var inMonth [entry.Sides]map[string][13]int64
	for d := range entry.Sides {
		sums[d], inMonth[d] = map[string]int64{}, map[string][13]int64{}
	}
	for _, r := range rows {
		if !strings.HasPrefix(r.Str("date"), strconv.Itoa(s.Year())+"-") {
			outside.Add(1, r.Num("amount"))
			continue
		}
		lines++
		total += r.Num("amount")
		for d := range entry.Sides {
			key := r.Str(d.Field())
			if d == entry.ByMonth {
				key = strings.TrimPrefix(key[5:7], "0")
			}
			sums[d][key] += r.Num("amount")
			month, _ := strconv.Atoi(r.Str("date")[5:7])
			of := inMonth[d][key]
			of[month] += r.Num("amount")
			inMonth[d][key] = of
		}
	}
	byMonth, err := s.SpentByMonth(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if sp.Total != total || sp.Lines != lines || sp.Outside != outside {
		t.Fatalf("total %d of %d lines, want %d of %d; outside %+v, want %+v", sp.Total, sp.Lines, total, lines, sp.Outside, outside)
	}
	for d, parts := range sp.Sides {
		addsUp(t, parts, total)
		for i := range parts {
			for by := range entry.Sides {
				if entry.Side(d) != entry.ByMonth && by != entry.ByMonth {
					addsUp(t, sp.Within(entry.Side(d), &parts[i], by), parts[i].Amount)
				}
			}
		}
		for i := range parts {
			p := &parts[i]
			if all := byMonth.Of(entry.Side(d), p, 1, 12); all != p.Amount {
				t.Fatalf("side %d part %q: its months come to %d, it to %d", d, p.Keys, all, p.Amount)
			}
			for m := 1; m <= 12; m++ {
				if got, want := byMonth.Of(entry.Side(d), p, m, m), inMonth[d][strings.Join(p.Keys, "|")][m]; got != want {
					t.Fatalf("side %d part %q month %d: %d, want %d", d, p.Keys, m, got, want)
				}
			}
		}
		for m := 1; m <= 12; m++ {
			addsUp(t, byMonth.Within(m, entry.Side(d)), sp.Sides[entry.ByMonth][m-1].Amount)
		}
		for i := range parts {
			key := strings.Join(parts[i].Keys, "|")
			if parts[i].Amount != sums[d][key] {
				t.Fatalf("side %d part %q: %d, want %d", d, key, parts[i].Amount, sums[d][key])
			}
			delete(sums[d], key)
		}
		for key, fen := range sums[d] {
			if fen != 0 {
				t.Fatalf("side %d has no part %q of %d", d, key, fen)
			}
		}
		for _, n := range []int{1, 2, 3} {
			addsUp(t, entry.Fold(parts, n), total)
		}
	}
}

// addsUp insists that amounts come to the total and shares to 100.00%.
func addsUp(t *rapid.T, parts []entry.Part, total int64) {
	var amount, share int64
	shares := false
	for i := range parts {
		amount += parts[i].Amount
		if parts[i].Share != nil {
			shares = true
			share += *parts[i].Share
		}
	}
	if amount != total {
		t.Fatalf("parts come to %d, the ledger to %d", amount, total)
	}
	if shares != (total > 0) || shares && share != 100_00 {
		t.Fatalf("shares come to %d of a total of %d", share, total)
	}
}

// Shares are never further than a hundredth from the true one, add up whatever the parts are, and folding keeps them.
func TestShares(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amounts := rapid.SliceOfN(rapid.Int64Range(-1_000_000_000_00, 9_000_000_000_00), 1, 30).Draw(t, "amounts")
		parts := make([]entry.Part, len(amounts))
		var total int64
		for i, n := range amounts {
			parts[i] = entry.Part{Amount: n, Keys: []string{strconv.Itoa(i)}}
			total += n
		}
		if rapid.Bool().Draw(t, "blank") {
			parts[len(parts)-1].Keys = nil
		}
		entry.Share(parts, total)
		addsUp(t, parts, total)
		for i := range parts {
			if s := parts[i].Share; s != nil {
				off := new(big.Int).Mul(big.NewInt(*s), big.NewInt(total))
				off.Sub(off, new(big.Int).Mul(big.NewInt(amounts[i]), big.NewInt(100_00)))
				if off.CmpAbs(big.NewInt(total)) >= 0 {
					t.Fatalf("part %d of %d: share %d", amounts[i], total, *s)
				}
			}
		}
		n := rapid.IntRange(1, 12).Draw(t, "fold")
		folded := entry.Fold(parts, n)
		addsUp(t, folded, total)
		named := len(folded)
		if folded[named-1].Blank() {
			named--
		}
		if named > n {
			t.Fatalf("%d parts, %d asked for", named, n)
		}
	})
}

// The worked enterprise: what its ledger went to, and what is known of the year before by its summary.
func TestSpendingOfTheExample(t *testing.T) {
	s := golden(t)
	if _, err := s.Put(form.ByID(annualID), 0, "rd_budget", "1300万"); err != nil {
		t.Fatal(err)
	}
	sp, err := s.Spending()
	if err != nil {
		t.Fatal(err)
	}
	if sp.Total != 1320_0000_00 || sp.Budget == nil || *sp.Budget != 1300_0000_00 || sp.Before == nil || *sp.Before != 1150_0000_00 || !sp.FromSummary {
		t.Errorf("total %d, budget %v, before %v, by summary %v", sp.Total, sp.Budget, sp.Before, sp.FromSummary)
	}
	if n := len(sp.Sides[entry.ByMonth]); n != 12 {
		t.Errorf("%d months", n)
	}
	first := sp.Sides[entry.ByTreatment][0]
	if first.Title != (text.Pair{ZH: "费用化", EN: "expensed"}) || first.Before == nil || *first.Before != 1000_0000_00 {
		t.Errorf("treatment %+v", first)
	}
	for _, p := range sp.Sides[entry.BySource] {
		if known := p.Before != nil; known != (len(p.Keys) == 1 && p.Keys[0] == book.Government) {
			t.Errorf("the summary says nothing of %v, or does", p.Keys)
		}
	}
	if p := sp.Sides[entry.ByCategory][0]; p.Before != nil {
		t.Error("the summary knows no categories")
	}
}

// A ledger of the year before is compared part by part.
func TestSpendingBeside(t *testing.T) {
	w := newWorkspace(t)
	before := open(t, w, 2022)
	ledger := form.ByID(ledgerID)
	put := func(s *entry.Session, pairs ...string) {
		t.Helper()
		var edits []entry.Edit
		for i := 0; i < len(pairs); i += 2 {
			edits = append(edits, entry.Edit{Form: ledger, Row: -1, Field: pairs[i], Typed: pairs[i+1]})
		}
		if _, err := s.Apply(text.Pair{}, edits); err != nil {
			t.Fatal(err)
		}
	}
	put(before, "date", "2022-03-01", "category", "设计", "amount", "200", "treatment", form.Expensed)
	put(before, "date", "2022-04-01", "category", "其他", "amount", "100", "treatment", form.Expensed)
	s := open(t, w, 2023)
	put(s, "date", "2023-03-05", "category", "设计", "amount", "150", "treatment", form.Expensed)
	sp, err := s.Spending()
	if err != nil {
		t.Fatal(err)
	}
	if sp.FromSummary || sp.Before == nil || *sp.Before != 300_00 || sp.Kept == nil || *sp.Kept != 300_00 {
		t.Fatalf("before %v, kept %v", sp.Before, sp.Kept)
	}
	got := ""
	for _, p := range sp.Sides[entry.ByCategory] {
		got += p.Title.ZH + " " + strconv.FormatInt(p.Amount, 10) + " " + strconv.FormatInt(*p.Before, 10) + "; "
	}
	if want := "设计 15000 20000; 其他 0 10000; "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	// The sheet goes by the summary where there is one; the parts are those of the ledger all the same.
	if _, err := before.Put(form.ByID(summaryID), 0, "expensed", "250"); err != nil {
		t.Fatal(err)
	}
	if err := s.Reload(t.Context()); err != nil {
		t.Fatal(err)
	}
	if sp, err = s.Spending(); err != nil || *sp.Before != s.Facts().Prev.Total() || *sp.Before == 300_00 || *sp.Kept != 300_00 {
		t.Fatalf("before %v, kept %v (%v)", sp.Before, sp.Kept, err)
	}
	if m := sp.Sides[entry.ByMonth][3]; m.Title.EN != "Apr" || m.Amount != 0 || *m.Before != 100_00 {
		t.Errorf("April %+v", m)
	}
}
