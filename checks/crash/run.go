//go:build linux

package crash

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"yice/checks/ledger"
	"yice/checks/machine"
)

// Options says what to do.
type Options struct {
	Binary string
	Dir    string // an empty folder
	Kills  int
	Seed   uint64
	Log    io.Writer // a line a kill; nil: none
}

// Report is what came of it.
type Report struct {
	Kills           int // SIGKILLs that found the program alive
	Keying          int // of those, while keying
	Imports         int // while importing
	Backups         int // while making a backup
	Keyed           int // fields keyed
	Acknowledged    int // of those, shown as saved before the kill
	Extra           int // in the file although not yet shown as saved
	Drafts          int // times text under the cursor was offered back
	Undone          int // times the last step was taken back, rightly
	ImportsWhole    int
	ImportsNone     int
	BackupsListed   int
	Lost            []string      // acknowledged fields that were not there; anything else that was wrong
	Reopen          machine.Times // from start to the first screen of the file that was killed
	FieldsInTheEnd  int
	HistoryInTheEnd int64
}

// desk is one file that is keyed into, killed and opened over and over.
type desk struct {
	o      Options
	path   string
	env    []string
	random *rand.Rand
	report *Report

	kill   int             // number of the present kill
	acked  map[string]bool // every text ever shown as saved
	sent   map[string]bool // every text ever keyed
	recent []string        // the texts keyed since the program was last started
	base   int             // steps of undo that the file began with: they are not taken back
}

// rotate is how many kills a file takes before a new one is begun.
const rotate = 100

// Run kills the program as often as it is told. What is wrong stands in the report; an error is a harness that cannot go on.
func Run(o Options) (*Report, error) {
	r := &Report{}
	random := rand.New(rand.NewPCG(o.Seed, 7))
	for done := 0; done < o.Kills; done += rotate {
		d := &desk{
			o: o, path: filepath.Join(o.Dir, fmt.Sprintf("killed-%d.yice", done/rotate)), random: random, report: r,
			acked: map[string]bool{}, sent: map[string]bool{},
		}
		home := filepath.Join(o.Dir, fmt.Sprintf("home-%d", done/rotate))
		if err := os.MkdirAll(home, 0o700); err != nil {
			return r, err
		}
		d.env = machine.Environ(home, "YICE_LANG=zh")
		if err := d.create(); err != nil {
			return r, err
		}
		for d.kill = done; d.kill < min(done+rotate, o.Kills); d.kill++ {
			if err := d.once(); err != nil {
				return r, fmt.Errorf("kill %d: %w", d.kill, err)
			}
		}
		if err := d.finish(); err != nil {
			return r, err
		}
	}
	return r, nil
}

// once kills once and looks.
func (d *desk) once() error {
	var err error
	switch n := d.random.IntN(20); {
	case n < 2:
		err = d.killImport()
	case n == 2:
		err = d.killBackup()
	default:
		err = d.killKeying()
	}
	if err != nil {
		return err
	}
	d.report.Kills++
	if err := d.inspect(); err != nil {
		return err
	}
	if d.o.Log != nil {
		fmt.Fprintf(d.o.Log, "%4d killed  %5d keyed  %5d acknowledged  %d wrong\n", d.report.Kills, d.report.Keyed, d.report.Acknowledged, len(d.report.Lost))
	}
	return nil
}

func (d *desk) wrong(format string, args ...any) {
	what := fmt.Sprintf("kill %d: ", d.kill) + fmt.Sprintf(format, args...)
	d.report.Lost = append(d.report.Lost, what)
	if d.o.Log != nil {
		fmt.Fprintln(d.o.Log, what)
	}
}

func (d *desk) command(args ...string) *exec.Cmd {
	c := exec.Command(d.o.Binary, args...)
	c.Env = d.env
	return c
}

func (d *desk) run(args ...string) error {
	if out, err := d.command(args...).CombinedOutput(); err != nil {
		return fmt.Errorf("yice %v: %w\n%s", args, err, out)
	}
	return nil
}

// create makes the file with some lines in its ledger.
func (d *desk) create() error {
	projects, lines := filepath.Join(d.o.Dir, "project.csv"), filepath.Join(d.o.Dir, "spend.csv")
	if err := ledger.File(projects, ledger.WriteProjects); err != nil {
		return err
	}
	if err := ledger.File(lines, func(w io.Writer) error { return ledger.Write(w, 200, 1) }); err != nil {
		return err
	}
	if err := d.run("new", d.path, "--uscc", ledger.USCC, "--name", ledger.Name, "--type", ledger.Type, "--year", "2023"); err != nil {
		return err
	}
	if err := d.run("import", d.path, "--year", "2023", "project", projects); err != nil {
		return err
	}
	if err := d.run("import", d.path, "--year", "2023", "spend", lines); err != nil {
		return err
	}
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	defer stop()
	db, err := d.open(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	d.base, err = d.steps(ctx, db)
	return err
}

// imported is how many lines the import has that is killed.
const imported = 4000

// killImport kills an import; all of it or nothing may be there.
func (d *desk) killImport() error {
	file := filepath.Join(d.o.Dir, "more.csv")
	if err := ledger.File(file, func(w io.Writer) error { return ledger.Write(w, imported, uint64(1000+d.kill)) }); err != nil {
		return err
	}
	before, err := d.lines()
	if err != nil {
		return err
	}
	if err := d.killed(d.command("import", d.path, "--year", "2023", "spend", file), 250*time.Millisecond); err != nil {
		return err
	}
	d.report.Imports++
	after, err := d.lines()
	if err != nil {
		return err
	}
	switch after - before {
	case 0:
		d.report.ImportsNone++
	case imported:
		d.report.ImportsWhole++
	default:
		d.wrong("an import of %d lines left %d", imported, after-before)
	}
	return nil
}

// killBackup kills the making of a backup; those that are listed must be whole.
func (d *desk) killBackup() error {
	if err := d.killed(d.command("backup", d.path), 120*time.Millisecond); err != nil {
		return err
	}
	d.report.Backups++
	return d.inspectBackups()
}

// killed starts a command and kills it within a time.
func (d *desk) killed(c *exec.Cmd, within time.Duration) error {
	if err := c.Start(); err != nil {
		return err
	}
	time.Sleep(time.Duration(d.random.Int64N(int64(within))))
	if err := c.Process.Kill(); err != nil {
		return err
	}
	_ = c.Wait() // killed, or done before
	return nil
}

// finish counts what the file holds in the end.
func (d *desk) finish() error {
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	defer stop()
	db, err := d.open(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	var n int64
	if err := db.QueryRowContext(ctx, "SELECT count(*) FROM history").Scan(&n); err != nil {
		return err
	}
	d.report.HistoryInTheEnd += n
	d.report.FieldsInTheEnd += len(d.acked)
	return nil
}
