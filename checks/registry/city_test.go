//go:build linux

package registry

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"yice/checks/machine"
)

var (
	city = flag.Int("city", 0, "of how many enterprises, five years each, a registry is made and asked everything; 0: 6")
	keep = flag.String("city-in", "", "a folder in which the submissions of a city are kept for another run")
)

// used is what a command took.
type used struct {
	CPU    time.Duration // of the user and the system
	Memory int64         // at most, KB
	out    []byte
}

func (y *yice) measured(args ...string) (u used, err error) {
	c := y.command(args...)
	var out, wrong bytes.Buffer
	c.Stdout, c.Stderr = &out, &wrong
	err = c.Run()
	if failed, ok := err.(*exec.ExitError); ok && failed.ExitCode() == 1 {
		err = nil
	}
	if err != nil {
		return u, fmt.Errorf("yice registry %v: %w\n%s", args, err, wrong.String())
	}
	usage := c.ProcessState.SysUsage().(*syscall.Rusage)
	return used{c.ProcessState.UserTime() + c.ProcessState.SystemTime(), usage.Maxrss, out.Bytes()}, nil
}

// A registry of five years answers of each year what was put in, and its memory does not grow with what it holds. The figures of a whole
// city (-city 1260) are printed; only what they come to is judged here, not how long it took.
func TestACity(t *testing.T) {
	enterprises := *city
	if enterprises == 0 {
		enterprises = 6
	}
	dir := *keep
	if dir == "" {
		dir = filepath.Join(t.TempDir(), "city")
	}
	years := []int{2019, 2020, 2021, 2022, 2023}
	f, err := MakeFleet(dir, filepath.Join("..", "..", "examples"), enterprises, years...)
	if err != nil {
		t.Fatal(err)
	}
	decide(t, f)
	y := Options{Dir: t.TempDir(), Fleet: f}.program()
	if y.Binary, err = machine.Build(y.Dir); err != nil {
		t.Fatal(err)
	}
	r := filepath.Join(y.Dir, "city.yreg")
	for _, year := range years {
		if _, err := y.run("new", r, "--year", fmt.Sprint(year), "--pack", f.Pack(year), "--trust", f.Trust()); err != nil {
			t.Fatal(err)
		}
	}
	say := func(what string, args ...string) used {
		t.Helper()
		u, err := y.measured(args...)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%-34s %6.2f s CPU  %4d MB", what, u.CPU.Seconds(), u.Memory>>10)
		return u
	}
	say("roster", "roster", r, f.Roster())
	first := say("take", "take", r, f.Received(), "--json")
	say("take again", "take", r, f.Received())
	var taken struct {
		Taken   int
		Refused []struct{ Code string }
	}
	if err := json.Unmarshal(first.out, &taken); err != nil || taken.Taken != enterprises*len(years) {
		t.Fatalf("%d taken of %d, %v %v", taken.Taken, enterprises*len(years), taken.Refused, err)
	}
	ranked := say("rank", "rank", r, "--json")
	var rows struct{ Rows []struct{ Rank *int } }
	if err := json.Unmarshal(ranked.out, &rows); err != nil || len(rows.Rows) != enterprises || rows.Rows[0].Rank == nil {
		t.Errorf("%d rows ranked: %v", len(rows.Rows), err)
	}
	say("rank of 2019", "rank", r, "--period", "2019", "--json")
	say("show", "show", r, Code(enterprises/2), "--json")
	say("due", "due", r, "--json")
	say("claims", "claims", r, "--json")
	for _, q := range []string{
		"SELECT type, COUNT(*), AVG(innovation) FROM ranking WHERE period = '2023' GROUP BY type",
		"SELECT s.name, l.value_text FROM line l JOIN current_submission s ON s.digest = l.digest WHERE l.line = 'rd_intensity' AND l.value < 0.03",
		"SELECT COUNT(*) FROM five_years", "SELECT COUNT(*) FROM double_claim", "SELECT COUNT(*) FROM intra_group", "SELECT COUNT(*) FROM due",
	} {
		say("sql "+q[:min(29, len(q))], "sql", r, q)
	}
	sums := func(what, q string) (sum int64) {
		var answer struct{ Rows [][]json.RawMessage }
		if err := json.Unmarshal(say(what, "sql", r, q, "--json").out, &answer); err != nil || len(answer.Rows) == 0 {
			t.Fatalf("%s: %d rows, %v", q, len(answer.Rows), err)
		}
		for _, row := range answer.Rows {
			n, err := strconv.ParseInt(string(row[len(row)-1]), 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			sum += n
		}
		return sum
	}
	categories := sums("categories of a year's ledgers",
		"SELECT f.category, SUM(f.amount) FROM current_submission s JOIN f_spend f ON f.digest = s.digest WHERE s.period = '2023' GROUP BY f.category")
	if marked := sums("ledgers by their marks", "SELECT SUM(spend_sum) FROM current_submission WHERE period = '2023'"); categories != marked || marked == 0 {
		t.Errorf("the categories of a year come to %d, its ledgers to %d", categories, marked)
	}
	say("decide", "decide", r, f.Decisions())
	say("check", "check", r)
	if info, err := os.Stat(r); err == nil {
		t.Logf("the file is of %d MB", info.Size()>>20)
	}
}
