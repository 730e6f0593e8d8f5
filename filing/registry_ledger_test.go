//go:build unix

package filing

import (
	"database/sql"
	"math/big"
	"path/filepath"
	"strings"
	"testing"

	"yice/filing/registry"
	"yice/form"
)

// documentedQuestions are those that the page of the registry gives.
func documentedQuestions(t *testing.T) (all []string) {
	t.Helper()
	_, rest, _ := strings.Cut(string(read(t, filepath.Join("..", "docs", "registry.md"))), "\n## Questions\n\n```sql\n")
	block, _, ok := strings.Cut(rest, "```")
	if !ok {
		t.Fatal("the page of the registry has no questions")
	}
	q := ""
	for line := range strings.Lines(block) {
		if strings.HasPrefix(line, "--") {
			continue
		}
		if q += line; strings.HasSuffix(line, ";\n") {
			all, q = append(all, strings.TrimSuffix(q, ";\n")), ""
		}
	}
	return all
}

// byCategory are the questions for a year's ledgers by category: that for a file, and that for servers.
func byCategory(t *testing.T) (all []string) {
	t.Helper()
	for _, q := range documentedQuestions(t) {
		if strings.HasSuffix(q, "GROUP BY f.category") {
			all = append(all, q)
		}
	}
	if len(all) != 2 {
		t.Fatalf("the page of the registry asks for the categories of a year %d times", len(all))
	}
	return all
}

// Every question that the page gives is answered on both engines; and the categories of a year add up to what the marks of the submissions that
// count say of their ledgers, where one of them was replaced too.
func TestTheCategoriesOfAYearAreThoseThatCount(t *testing.T) {
	f := newFleet(t)
	engines(t, func(t *testing.T, address string) {
		r := f.registry(t, address)
		take(t, r, registry.TakeOptions{}, f.dir)
		if f.files["second"] == "" {
			s := f.seat(t, heatSub)
			reopened(t, s)
			if _, err := s.Put(form.ByID("annual"), s.Records(form.ByID("annual"))[0].ID, "profit", "410.00"); err != nil {
				t.Fatal(err)
			}
			second, _ := submit(t, s, SubmitOptions{Key: f.keys[heatSub], Trust: f.trust, Now: sealedAt("2024-01-25T09:00:00+08:00")})
			f.files["second"] = filepath.Join(filepath.Dir(f.trust), "second.zip")
			copyTo(t, second, f.files["second"])
		}
		take(t, r, registry.TakeOptions{}, f.files["second"])
		for _, q := range documentedQuestions(t) {
			if _, err := r.Ask(t.Context(), q); err != nil {
				t.Errorf("%s: %v", q, err)
			}
		}
		whole := func(s string) *big.Int {
			n, ok := new(big.Int).SetString(s, 10)
			if !ok {
				t.Fatalf("%s is no sum", s)
			}
			return n
		}
		want, all := whole(theOne(t, r, "SELECT SUM(spend_sum) FROM current_submission WHERE period = '2023'")), whole(theOne(t, r, "SELECT SUM(amount) FROM f_spend WHERE year = 2023"))
		for _, q := range byCategory(t) {
			if sum := whole(theOne(t, r, "SELECT SUM(c.amount) FROM ("+strings.Replace(q, "SUM(f.amount)", "SUM(f.amount) AS amount", 1)+") c")); sum.Cmp(want) != 0 {
				t.Errorf("the categories come to %s, the ledgers to %s: %s", sum, want, q)
			}
		}
		if want.Sign() <= 0 || all.Cmp(want) <= 0 {
			t.Errorf("nothing was replaced, and the test proves nothing: %s of %s", want, all)
		}
	})
}

// The categories of a year are asked of the submissions of that year: the ledgers of other years, which lie in the same table, are not read, and of
// those of the year nothing but what the index holds.
func TestTheCategoriesOfAYearReadNoOtherYear(t *testing.T) {
	address := filepath.Join(t.TempDir(), "r.yreg")
	newFleet(t).registry(t, address)
	db, err := sql.Open("sqlite", address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query("EXPLAIN QUERY PLAN " + byCategory(t)[0])
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	found := false
	for rows.Next() {
		var id, parent, unused int
		var step string
		if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
			t.Fatal(err)
		}
		found = found || step == "SEARCH f USING COVERING INDEX f_spend_by_category (digest=?)"
	}
	if err := rows.Err(); err != nil || !found {
		t.Errorf("the ledgers are not sought by submission in their index: %v", err)
	}
}
