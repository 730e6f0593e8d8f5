//go:build linux

package simulation

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"time"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
)

const (
	uscc = "91150200MA0BT0013C"
	year = 2023
)

// life is one workspace and who works in it.
type life struct {
	dir   string // of this life
	at    string // of the file: a new one after every power cut
	moves int
	disk  *Disk
	clock time.Time
	w     *store.Workspace
	s     *entry.Session
	ids   [][]int64
	model past
	// maybe is what the file may hold too after it was opened anew: a step that failed, or was cut through, and of which nobody
	// can say whether it reached the disk.
	maybe  []past
	said   []string
	counts Counts
}

// Counts is what happened in lives.
type Counts struct {
	Lives, Steps, Writes, Imports, Undos, Redos    int
	Backups, Closings, Kills, PowerCuts, Faults    int
	TakenIn, SecondDesks, Overtaken, Jumps, Unsaid int
}

func (c *Counts) add(o Counts) {
	a, b := reflect.ValueOf(c).Elem(), reflect.ValueOf(o)
	for i := range a.NumField() {
		a.Field(i).SetInt(a.Field(i).Int() + b.Field(i).Int())
	}
}

func begin(dir string) (*life, error) {
	l := &life{dir: dir, at: filepath.Join(dir, "0"), clock: time.Date(2024, 1, 8, 9, 0, 0, 0, time.UTC), model: past{now: emptyWorld()}}
	if err := os.MkdirAll(l.at, 0o700); err != nil {
		return nil, err
	}
	l.disk = NewDisk(l.at)
	var err error
	if l.w, err = store.Create(l.path(), l.options()); err != nil {
		return nil, err
	}
	if l.s, err = entry.Open(l.w, uscc, year, entry.Options{Who: "录入员", Now: l.now, Create: true}); err != nil {
		return nil, err
	}
	return l, l.look()
}

func (l *life) path() string           { return filepath.Join(l.at, "w.yice") }
func (l *life) now() time.Time         { return l.clock }
func (l *life) options() store.Options { return store.Options{Now: l.now} }
func (l *life) tell(f string, a ...any) {
	l.said = append(l.said, fmt.Sprintf(f, a...))
}

// open opens the file, after whatever happened to it, and looks which of the worlds that it may hold it does.
func (l *life) open() error {
	var err error
	if l.w, err = store.Open(l.path(), l.options()); err != nil {
		return fmt.Errorf("does not open: %w", err)
	}
	if l.s, err = entry.Open(l.w, uscc, year, entry.Options{Who: "录入员", Now: l.now}); err != nil {
		return fmt.Errorf("the year does not open: %w", err)
	}
	got, _, err := read(l.s)
	if err != nil {
		return err
	}
	for _, m := range l.maybe {
		if l.model.now.differs(got) != "" && m.now.differs(got) == "" {
			l.tell("  what failed, or was cut through, had reached the disk")
			l.model = m
			l.counts.Unsaid++
		}
	}
	l.maybe = nil
	return nil
}

// look holds everything against the model.
func (l *life) look() error {
	got, ids, err := read(l.s)
	if err != nil {
		return err
	}
	if d := l.model.now.differs(got); d != "" {
		return errors.New(d)
	}
	l.ids = ids
	ctx := context.Background()
	kept, err := l.w.Cube(l.s.Book())
	if err != nil {
		return err
	}
	counted, err := l.w.CountCube(ctx, l.s.Book())
	if err != nil {
		return err
	}
	if !reflect.DeepEqual(kept.Cube, counted.Cube) {
		return fmt.Errorf("the ledger's sums are not those of its lines")
	}
	undo, can := l.s.CanUndo()
	if can != (len(l.model.before) > 0) {
		return fmt.Errorf("can undo %v (%s), should be %v", can, undo.ZH, len(l.model.before) > 0)
	}
	if second, err := store.Open(l.path(), l.options()); err == nil {
		second.Close()
		return fmt.Errorf("a second desk opened the file too")
	} else if code(err) != "store.held" {
		return fmt.Errorf("a second desk was told %w", err)
	}
	return nil
}

func code(err error) string {
	var f *text.Fault
	if errors.As(err, &f) {
		return f.Code
	}
	return ""
}

// tried takes what a step that writes came to: the model goes along, or the step failed and left nothing to be seen.
func (l *life) tried(err error, to past) error {
	if err == nil {
		if to.now != l.model.now || len(to.before) != len(l.model.before) { // else nothing was written
			l.maybe = nil
		}
		l.model = to
		l.counts.Writes++
		return nil
	}
	if l.disk.faulty() || code(err) == "store.full" {
		l.tell("  failed: %v", code(err))
		l.maybe = append(l.maybe, to)
		return nil
	}
	return err
}

// deep looks at what takes longer: the file's own checks, the chain, the newest backup, memory against the file.
func (l *life) deep() error {
	ctx := context.Background()
	problems, err := l.w.Check(ctx)
	if err != nil {
		return err
	}
	more, err := l.w.CheckAll(ctx)
	if err != nil {
		return err
	}
	for _, p := range append(problems, more...) {
		return fmt.Errorf("%s: %s", p.Check, p.Message.ZH)
	}
	facts, err := l.s.Recompute(ctx)
	if err != nil {
		return err
	}
	if a, b := l.s.Facts().Ledger.Total(), facts.Ledger.Total(); a != b {
		return fmt.Errorf("the ledger comes to %d in memory, %d in the file", a, b)
	}
	return nil
}

// whole insists on a backup of what stands now: made when the file was closed, or just asked for.
func (l *life) whole() error {
	backups, err := store.Backups(l.path())
	if err != nil {
		return err
	}
	if len(backups) == 0 {
		return fmt.Errorf("there is no backup")
	}
	newest := &backups[0]
	for i := range backups {
		if backups[i].Sequence > newest.Sequence {
			newest = &backups[i]
		}
	}
	if err := newest.Verify(context.Background()); err != nil || newest.Condition != store.BackupWhole {
		return fmt.Errorf("the newest backup is not whole: %v %v", newest.Condition, err)
	}
	w, err := store.Open(newest.Path, store.Options{ReadOnly: true, Now: l.now})
	if err != nil {
		return err
	}
	defer w.Close()
	for f, t := range tracked {
		records, err := w.Records(l.s.Book(), form.ByID(t.form))
		if err != nil {
			return err
		}
		if len(records) != len(l.model.now.rows[f]) {
			return fmt.Errorf("the newest backup has %d rows of %s, should be %d", len(records), t.form, len(l.model.now.rows[f]))
		}
		for n, r := range records {
			for k, c := range cellsOf(t.fields, r) {
				if c != l.model.now.rows[f][n][k] {
					return fmt.Errorf("the newest backup differs in %s, row %d", t.form, r.ID)
				}
			}
		}
	}
	return nil
}

// end undoes to the start, looks, and closes.
func (l *life) end() error {
	for range len(l.model.before) + 1 {
		o, err := l.s.Undo()
		if err != nil {
			return fmt.Errorf("undoing to the start: %w", err)
		}
		if (o.Seq != 0) != l.model.undo() {
			return fmt.Errorf("undoing to the start took %d entries where the model has %d steps", o.Seq, len(l.model.before))
		}
	}
	if err := l.look(); err != nil {
		return fmt.Errorf("at the start again: %w", err)
	}
	if err := l.deep(); err != nil {
		return err
	}
	return l.w.Close()
}

// pick draws of a life with a step's own seed.
func pick(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0x51)) }

func (d *Disk) faulty() bool { d.mu.Lock(); defer d.mu.Unlock(); return d.hit }
