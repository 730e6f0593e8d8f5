//go:build linux

package registry

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Options of a run.
type Options struct {
	Binary string
	Dir    string // for registries and their files
	Fleet  *Fleet
	From   string // the folder that is taken in; "": what everybody handed in alone
	Log    io.Writer
}

// yice is the program over the registries of a run.
type yice struct {
	Options
	data string
}

func (o Options) program() *yice { return &yice{o, filepath.Join(o.Dir, "data")} }

func (y *yice) command(args ...string) *exec.Cmd {
	c := exec.Command(y.Binary, append([]string{"registry"}, args...)...)
	c.Env = append(os.Environ(), "XDG_DATA_HOME="+y.data, "XDG_CONFIG_HOME="+y.data, "YICE_LANG=zh", "USER=示例甲")
	return c
}

// run runs a command that has to do well, and gives what it said.
func (y *yice) run(args ...string) ([]byte, error) {
	c := y.command(args...)
	var out, wrong bytes.Buffer
	c.Stdout, c.Stderr = &out, &wrong
	if err := c.Run(); err != nil {
		return nil, fmt.Errorf("yice registry %s: %w\n%s%s", strings.Join(args, " "), err, out.String(), wrong.String())
	}
	return out.Bytes(), nil
}

// begin makes a registry with its roster; more are further arguments of making it.
func (y *yice) begin(address string, more ...string) error {
	f := y.Fleet
	_, err := y.run(append([]string{"new", address, "--year", fmt.Sprint(f.Year()), "--pack", f.Pack(f.Year()), "--trust", f.Trust()}, more...)...)
	if err == nil {
		_, err = y.run("roster", address, f.Roster())
	}
	return err
}

// manyYears makes a registry of all years of the fleet.
func (y *yice) manyYears(address string, more ...string) error {
	for _, year := range y.Fleet.Years {
		args := []string{"new", address, "--year", fmt.Sprint(year), "--pack", y.Fleet.Pack(year), "--trust", y.Fleet.Trust()}
		if year == y.Fleet.Years[0] {
			args = append(args, more...)
		}
		if _, err := y.run(args...); err != nil {
			return err
		}
	}
	_, err := y.run("roster", address, y.Fleet.Roster())
	return err
}

// bundles lets every group take what its members handed in into a registry of its own, and hand it on; it gives the folder of what
// they hand on.
func (y *yice) bundles() (dir string, err error) {
	f := y.Fleet
	dir = filepath.Join(y.Dir, "bundles")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	for first := 0; first < f.Enterprises; first += groupSize {
		own := filepath.Join(y.Dir, fmt.Sprintf("group-%d.yreg", first))
		if _, err := y.run("new", own, "--year", fmt.Sprint(f.Year()), "--pack", f.Pack(f.Year()), "--trust", f.Trust()); err != nil {
			return "", err
		}
		take := []string{"take", own}
		for i := first; i < min(first+groupSize, f.Enterprises); i++ {
			take = append(take, f.File(i, f.Year()))
		}
		if _, err := y.run(take...); err != nil {
			return "", err
		}
		if _, err := y.run("bundle", own, "-o", filepath.Join(dir, fmt.Sprintf("%d.zip", first)), "--sign-key", f.KeyFile(Code(first))); err != nil {
			return "", err
		}
	}
	return dir, nil
}

// step is one of what is done to a registry.
type step []string

// steps are what a registry goes through: all is taken, then recognitions are decided.
func (y *yice) steps(address string) []step {
	return []step{{"take", address, cmp.Or(y.From, y.Fleet.Received()), "--json"}, {"decide", address, y.Fleet.Decisions(), "--json"}}
}

// moments are columns that say when something was done, and sums of a NUMERIC, which SQLite makes of its own doubles: nothing that
// the program reads. All else must be the same.
var moments = map[string]bool{
	"received_at": true, "taken_at": true, "at": true, "group_total.addback": true, "group_total.assessed": true,
}

// apart are tables that are each registry's own.
var apart = map[string]bool{"history.csv": true, "key_register.csv": true, "pack.csv": true}

// Says is all that a registry says, for comparison: its ranking, and every row of every table and view but what says when it was made.
func (y *yice) Says(address string) (string, error) {
	var all strings.Builder
	out, err := y.run("check", address, "--json")
	if err != nil {
		return "", err
	}
	var checked struct{ OK bool }
	if err := json.Unmarshal(out, &checked); err != nil || !checked.OK {
		return "", fmt.Errorf("check: %s %w", out, err)
	}
	if out, err = y.run("rank", address, "--json"); err != nil {
		return "", err
	}
	var ranked struct{ Rows json.RawMessage }
	if err := json.Unmarshal(out, &ranked); err != nil {
		return "", err
	}
	all.Write(ranked.Rows)
	dir := filepath.Join(y.Dir, "out")
	defer os.RemoveAll(dir)
	if _, err := y.run("export", address, "-o", dir, "--format", "csv"); err != nil {
		return "", err
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	if err != nil {
		return "", err
	}
	for _, path := range files {
		if !apart[filepath.Base(path)] {
			if err := rowsOf(&all, path); err != nil {
				return "", err
			}
		}
	}
	return all.String(), nil
}

// figure is a NUMERIC with the zeros behind it that an engine gives.
var figure = regexp.MustCompile(`^(-?[0-9]+)(?:(\.[0-9]*[1-9])0*|\.0+)$`)

// rowsOf writes the rows of a table in an order of their own.
func rowsOf(to *strings.Builder, path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return err
	}
	name := strings.TrimSuffix(filepath.Base(path), ".csv")
	head := rows[0]
	head[0] = strings.TrimPrefix(head[0], "\ufeff")
	lines := make([]string, 0, len(rows))
	for _, row := range rows[1:] {
		for i, cell := range row {
			if row[i] = figure.ReplaceAllString(cell, "$1$2"); moments[head[i]] || moments[name+"."+head[i]] {
				row[i] = ""
			}
		}
		lines = append(lines, name+" "+strings.Join(row, "|"))
	}
	slices.Sort(lines)
	to.WriteString("\n" + strings.Join(lines, "\n"))
	return nil
}

// differ gives the first line in which two answers differ.
func differ(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("\n want %s\n got  %s", a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(b), len(a))
}

// Result says what happened.
type Result struct {
	Asked  int
	Kills  int // that met a run under way
	Late   int // that came when it was done, and were done again, earlier
	Nodes  int // of the kills, those of a node
	Wrong  []string
	Points map[string]int // how much was there when it was killed, in words
}

// reference is what one machine says to which nothing happens; rank is what consolidation says of the same files.
func (y *yice) reference() (string, error) {
	address := filepath.Join(y.Dir, "reference.yreg")
	if err := y.begin(address); err != nil {
		return "", err
	}
	for _, s := range y.steps(address) {
		if _, err := y.run(s...); err != nil {
			return "", err
		}
	}
	said, err := y.Says(address)
	if err != nil {
		return "", err
	}
	return said, y.collects(address)
}

// collects holds the ranking against that of consolidation.
func (y *yice) collects(address string) error {
	type row struct {
		Rank      *int
		USCC      string
		Confirmed struct{ Innovation, Bonus, Assessed string }
	}
	read := func(out []byte, into *[]row, key string) error {
		var all map[string]json.RawMessage
		if err := json.Unmarshal(out, &all); err != nil {
			return err
		}
		return json.Unmarshal(all[key], into)
	}
	out, err := y.run("rank", address, "--json")
	if err != nil {
		return err
	}
	var ours, theirs []row
	if err := read(out, &ours, "rows"); err != nil {
		return err
	}
	f := y.Fleet
	c := y.command()
	c.Args = []string{y.Binary, "collect", f.Received(), "--json", "--trust", f.Trust(), "--pack", f.Pack(f.Year()), "--decisions", f.Decisions()}
	var wrong bytes.Buffer
	c.Stderr = &wrong
	if out, err = c.Output(); err != nil {
		var failed *exec.ExitError
		if !errors.As(err, &failed) || failed.ExitCode() != 1 { // 1: there are double claims to look at
			return fmt.Errorf("collect: %w: %s", err, wrong.String())
		}
	}
	if err := read(out, &theirs, "enterprises"); err != nil {
		return err
	}
	key := func(all []row) (keys []string) {
		for _, r := range all {
			rank := 0
			if r.Rank != nil {
				rank = *r.Rank
			}
			keys = append(keys, fmt.Sprint(r.USCC, rank, r.Confirmed))
		}
		slices.Sort(keys)
		return keys
	}
	if a, b := key(ours), key(theirs); len(a) == 0 || !slices.Equal(a, b) {
		return fmt.Errorf("the ranking is not that of consolidation:\n%s\n%s", strings.Join(a, "\n"), strings.Join(b, "\n"))
	}
	return nil
}

// killed runs a step and kills it, or what kill kills, after a while, and starts that again. It reports whether the run was still under way;
// where it was not, nothing is killed, and nothing started.
func (y *yice) killed(s step, after time.Duration, kill, start func() error) (under bool, err error) {
	c := y.command(s...)
	if err := c.Start(); err != nil {
		return false, err
	}
	done := make(chan error, 1)
	go func() { done <- c.Wait() }()
	select {
	case err := <-done:
		return false, err
	case <-time.After(after):
	}
	if kill != nil {
		wrong := kill()
		return true, errors.Join(wrong, ignoreExit(<-done), start())
	}
	_ = c.Process.Kill()
	return true, ignoreExit(<-done)
}

func ignoreExit(err error) error {
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		return nil
	}
	return err
}

// place gives the address of a new registry and how to take it away; more are further arguments of making it.
type place func(n int) (address string, more []string, away func() error, err error)

// mostLate bounds how often a kill that comes late is done again: at the last its moment is a thousandth of a run.
const mostLate = 10

// Run kills loads at random moments, each in a new registry, runs them again and compares all that the registry then says with what
// an untouched one does. node, where there is one, is killed every other time in the place of the loader, and started again. How long a run takes
// is not the same twice on a machine that others work on: a kill that came late is done again, each time in half the time.
func Run(o Options, kills int, seed uint64, where place, node func(n int) (kill, start func() error)) (*Result, error) {
	y := o.program()
	random := rand.New(rand.NewPCG(seed, 7))
	want, err := y.reference()
	if err != nil {
		return nil, err
	}
	r := &Result{Asked: kills, Points: make(map[string]int)}
	lasts := make([]time.Duration, 2) // how long each step takes that is left alone
	late := 0                         // how often the kill at hand came late
	for n := 0; n <= kills; n++ {
		address, more, away, err := where(n)
		if err != nil {
			return r, err
		}
		if err := y.begin(address, more...); err != nil {
			return r, err
		}
		met, victim := n == 0, n%4/3 // of four kills one meets the decisions
		for i, s := range y.steps(address) {
			if n == 0 { // left alone: it says how long a step takes
				at := time.Now()
				if _, err := y.run(s...); err != nil {
					return r, err
				}
				lasts[i] = time.Since(at)
				continue
			}
			if i == victim {
				var kill, start func() error
				if node != nil && n%2 == 0 {
					kill, start = node(n)
				}
				met, err = y.killed(s, time.Duration(random.Int64N(int64(lasts[i]))>>late), kill, start)
				if err != nil {
					return r, err
				}
				switch {
				case !met:
					r.Late++
				case kill != nil:
					r.Nodes++
					fallthrough
				default:
					r.Kills++
				}
				if err := y.count(r, address); err != nil {
					return r, err
				}
			}
			if _, err := y.run(s...); err != nil {
				r.Wrong = append(r.Wrong, fmt.Sprintf("kill %d: the next run: %v", n, err))
			}
		}
		if got, err := y.Says(address); err != nil {
			r.Wrong = append(r.Wrong, fmt.Sprintf("kill %d: %v", n, err))
		} else if got != want {
			r.Wrong = append(r.Wrong, fmt.Sprintf("kill %d: %s", n, differ(want, got)))
		}
		if o.Log != nil {
			fmt.Fprintf(o.Log, "%d of %d kills, %d wrong, %v\n", n, kills, len(r.Wrong), r.Points)
		}
		if err := away(); err != nil {
			return r, err
		}
		if met || late == mostLate {
			late = 0
		} else {
			late++
			n--
		}
	}
	return r, nil
}

// count notes how far a load had come when it was killed: a check that kills before anything happened proves nothing.
func (y *yice) count(r *Result, address string) error {
	out, err := y.run("sql", address, "SELECT (SELECT COUNT(*) FROM submission), (SELECT COUNT(DISTINCT digest) FROM line)", "--json")
	if err != nil {
		return err
	}
	var said struct{ Rows [][]int }
	if err := json.Unmarshal(out, &said); err != nil {
		return err
	}
	switch marks, loaded := said.Rows[0][0], said.Rows[0][1]; {
	case loaded == 0:
		r.Points["nothing loaded"]++
	case marks < loaded:
		r.Points["lines without a mark"]++
	case marks < y.Fleet.Enterprises:
		r.Points["some of them"]++
	default:
		r.Points["all of them"]++
	}
	return nil
}
