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
	// Meanwhile kills beside imports alone.
	Meanwhile bool
	Log       io.Writer // a line a kill; nil: none
}

// Report is what came of it.
type Report struct {
	Kills           int // SIGKILLs that found the program alive
	Keying          int // of those, while keying field by field
	Pastes          int // while pasting a block
	Undoing         int // while undoing and redoing
	Imports         int // while importing
	Meanwhile       int // while keying beside an import on the screen
	Backups         int // while making a backup
	Restores        int // while putting a backup in the file's place
	Seals           int // while sealing
	Upgrades        int // while bringing up a file of an older version
	Keyed           int // fields keyed
	Acknowledged    int // of those, shown as saved before the kill
	Extra           int // in the file although not yet shown as saved
	Drafts          int // times text under the cursor was offered back
	Undone          int // times the last step was taken back, rightly
	Redone          int // undos and redos that the screen had shown as done before the kill
	PastesWhole     int
	PastesNone      int
	ImportsWhole    int
	ImportsNone     int
	MeanwhileWhole  int
	MeanwhileNone   int
	TakenIn         int // times the next opening took in what had waited
	KeptMeanwhile   int // fields that the screen had shown as kept while the import had the writer
	BackupsListed   int
	RestoresDone    int           // killed restores that left the backup in place; the others left the file as it was, or none
	SealsWhole      int           // killed sealings that left a file that verifies; the others left none
	UpgradesDone    int           // killed upgrades that were through
	Lost            []string      // acknowledged fields that were not there; anything else that was wrong
	Reopen          machine.Times // from start to the first screen of the file that was killed
	FieldsInTheEnd  int
	HistoryInTheEnd int64
}

// Broken makes the program say that all is saved while it is being saved, which takes a little longer than it does.
func Broken() []machine.Edit {
	return []machine.Edit{
		{File: "tui/frame.go", From: "case m.desk != nil && m.turn <= m.desk.n:", To: "case m.desk == nil:"},
		{File: "store/tx.go", From: "import (\n", To: "import (\n\t\"time\"\n\n"},
		{File: "store/tx.go", From: "	_, err := t.c.exec(\"COMMIT\")", To: "	time.Sleep(30 * time.Millisecond)\n	_, err := t.c.exec(\"COMMIT\")"},
	}
}

// desk is one file that is keyed into, killed and opened over and over.
type desk struct {
	o      Options
	path   string
	env    []string
	random *rand.Rand
	report *Report

	kill   int                      // number of the present kill
	acked  map[string]bool          // every text ever shown as saved
	gone   map[string]bool          // every text that was shown as undone, since the program was last started
	block  []string                 // the texts of the block that was pasted last: all of them or none
	unsure map[string]bool          // texts whose step was being undone or redone at the kill
	sent   map[string]bool          // every text ever keyed
	recent []string                 // the texts keyed since the program was last started
	base   int                      // steps of undo that the file began with: they are not taken back
	first  string                   // a backup of the file as it was made
	begun  int                      // lines of the ledger in it
	whole  map[string]time.Duration // how long a command takes that nobody kills
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
			acked: map[string]bool{}, sent: map[string]bool{}, whole: map[string]time.Duration{},
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
	d.gone, d.unsure, d.block = map[string]bool{}, map[string]bool{}, nil
	switch n := d.random.IntN(44); {
	case d.o.Meanwhile:
		err = d.killMeanwhile()
	case n < 2:
		err = d.killImport()
	case n < 4:
		err = d.killBackup()
	case n < 6:
		err = d.killRestore()
	case n < 8:
		err = d.killSeal()
	case n < 10:
		err = d.killUpgrade()
	case n < 15:
		err = d.killAtDesk(d.paste)
	case n < 20:
		err = d.killAtDesk(d.backAndForth)
	case n < 24:
		err = d.killMeanwhile()
	default:
		err = d.killAtDesk(d.fields)
	}
	if err != nil {
		return err
	}
	d.report.Kills++
	if !d.o.Meanwhile {
		if err := d.inspect(); err != nil {
			return err
		}
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
	if d.base, err = d.steps(ctx, db); err != nil {
		return err
	}
	if d.begun, err = d.lines(); err != nil {
		return err
	}
	folder := d.path + ".first"
	if err := d.run("backup", d.path, "--dir", folder); err != nil {
		return err
	}
	made, err := filepath.Glob(filepath.Join(folder, "*.yice"))
	if err != nil || len(made) != 1 {
		return fmt.Errorf("the first backup: %v %w", made, err)
	}
	d.first = made[0]
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
