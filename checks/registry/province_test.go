//go:build linux

package registry

import (
	"encoding/json"
	"flag"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"yice/checks/machine"
)

var (
	province   = flag.Int("province", 0, "of how many enterprises, five years of 60 lines each, a registry over four nodes is made and asked everything; 0: 6, and all of it is compared")
	provinceIn = flag.String("province-in", "", "a folder in which the submissions of a province are kept for another run")
)

// A registry over four nodes says of five years, taken in one run, what a file says. The figures of a whole province (-province 10000) are printed, and
// its ledgers held against what the marks say of them; only what they come to is judged here, not how long it took.
func TestAProvinceOverFourNodes(t *testing.T) {
	c := cluster(t, 4)
	f := &Fleet{Dir: *provinceIn, Enterprises: *province, Years: []int{2019, 2020, 2021, 2022, 2023}, Lines: 60}
	if f.Enterprises == 0 {
		f.Enterprises = 6
	}
	if f.Dir == "" {
		f.Dir = filepath.Join(t.TempDir(), "province")
	}
	if err := f.Make(filepath.Join("..", "..", "examples")); err != nil {
		t.Fatal(err)
	}
	decide(t, f)
	y := Options{Dir: t.TempDir(), Fleet: f}.program()
	var err error
	if y.Binary, err = machine.Build(y.Dir); err != nil {
		t.Fatal(err)
	}
	address, more, _, err := on(t, c, y.Dir)(0)
	if err == nil {
		err = y.manyYears(address, more...)
	}
	if err != nil {
		t.Fatal(err)
	}
	say := func(what string, args ...string) used {
		t.Helper()
		began, servers := time.Now(), c.CPU()
		u, err := y.measured(args...)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%-36s %7.2f s CPU  %5d MB, of the servers %7.2f s CPU, by the clock %5.0f s", what, u.CPU.Seconds(), u.Memory>>10, (c.CPU() - servers).Seconds(), time.Since(began).Seconds())
		return u
	}
	var taken struct{ Taken int }
	if err := json.Unmarshal(say("take", "take", address, f.Received(), "--json").out, &taken); err != nil || taken.Taken != f.Enterprises*len(f.Years) {
		t.Fatalf("%d taken: %v", taken.Taken, err)
	}
	say("take again", "take", address, f.Received())
	say("rank", "rank", address, "--json")
	say("due", "due", address, "--json")
	say("claims", "claims", address, "--json")
	one := func(what, query string) string {
		t.Helper()
		var answer struct{ Rows [][]json.RawMessage }
		if err := json.Unmarshal(say(what, "sql", address, query, "--json").out, &answer); err != nil || len(answer.Rows) != 1 {
			t.Fatalf("%s: %d rows, %v", query, len(answer.Rows), err)
		}
		return fmt.Sprintf("%s", answer.Rows[0])
	}
	one("median of a line", "SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY value) FROM line WHERE line = 'rd_intensity' AND year = 2023")
	one("who ranks first", "SELECT COUNT(*) FROM ranking WHERE period = '2023' AND rank = 1")
	one("five years", "SELECT COUNT(*) FROM five_years")
	one("double claims", "SELECT COUNT(*) FROM double_claim")
	rows := one("the ledgers", "SELECT COUNT(*), CAST(SUM(amount) AS BIGINT) FROM f_spend")
	marks := one("the ledgers by their marks", "SELECT CAST(COUNT(*) * 60 AS BIGINT), CAST(SUM(spend_sum) AS BIGINT) FROM submission")
	if rows != marks {
		t.Errorf("the ledgers are %s, by their marks %s", rows, marks)
	}
	if *province > 0 {
		return
	}
	file := filepath.Join(y.Dir, "file.yreg")
	if err := y.manyYears(file); err != nil {
		t.Fatal(err)
	}
	if _, err := y.run("take", file, f.Received()); err != nil {
		t.Fatal(err)
	}
	want, err := y.Says(file)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := y.Says(address); err != nil || got != want {
		t.Errorf("%v %s", err, differ(want, got))
	}
}
