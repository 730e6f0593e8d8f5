//go:build linux

package simulation

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"yice/entry"
	"yice/filing"
	"yice/form"
	"yice/store"
	"yice/text"
)

// step is one thing a person does, or that happens to them.
type step struct {
	Seed uint64
	Kind int
}

// kinds are the things and how often they come.
var kinds = []struct {
	name  string
	often int
	do    func(*life, *rand.Rand) error
}{
	{"key", 30, (*life).key},
	{"add", 16, (*life).add},
	{"remove", 8, (*life).remove},
	{"paste", 5, (*life).paste},
	{"import", 3, (*life).bringIn},
	{"undo", 9, (*life).undo},
	{"redo", 6, (*life).redo},
	{"back up", 2, (*life).backUp},
	{"close", 2, (*life).closing},
	{"kill", 4, (*life).kill},
	{"wait for the writer, killed", 3, (*life).wait},
	{"another takes over", 1, (*life).overtaken},
	{"clock", 2, (*life).jump},
}

// draw gives the steps of a life.
func draw(seed uint64, n int) []step {
	r, all := pick(seed), 0
	for _, k := range kinds {
		all += k.often
	}
	steps := make([]step, n)
	for i := range steps {
		at, kind := r.IntN(all), 0
		for at >= kinds[kind].often {
			at -= kinds[kind].often
			kind++
		}
		steps[i] = step{r.Uint64(), kind}
	}
	return steps
}

func (l *life) do(s step) error {
	r := pick(s.Seed)
	l.tell("%s", kinds[s.Kind].name)
	l.clock = l.clock.Add(time.Duration(r.IntN(90)) * time.Second)
	l.counts.Steps++
	// One step in fifteen meets a disk that is full, or one that does not bring a file down.
	if bad := r.IntN(30); kinds[s.Kind].often >= 3 && bad < 2 {
		if after := 1 + r.IntN(12); bad == 0 {
			l.disk.Fill(after)
		} else {
			l.disk.Fail(1 + after/4)
		}
	}
	err := kinds[s.Kind].do(l, r)
	l.counts.Faults += l.disk.Mend()
	if err != nil {
		return err
	}
	return l.look()
}

// value makes what is keyed into a field: mostly right.
func value(r *rand.Rand, fd *form.Field) string {
	if r.IntN(12) == 0 {
		return []string{"看不懂", "2023-02-30", "1.2.3", "—", "12万元左右"}[r.IntN(5)]
	}
	switch fd.Kind {
	case form.Money:
		return fmt.Sprintf("%d.%02d", r.IntN(900000), r.IntN(100))
	case form.Date:
		return fmt.Sprintf("2023-%02d-%02d", 1+r.IntN(12), 1+r.IntN(28))
	case form.Month:
		return fmt.Sprintf("2023-%02d", 1+r.IntN(12))
	case form.Int:
		return fmt.Sprint(r.IntN(200))
	}
	return []string{"试剂", "检测费", "差旅，含税", "=1+1", "", "x\u00a0y", "记-"}[r.IntN(7)] + fmt.Sprint(r.IntN(1000))
}

// where picks a form, a row and a field; row -1: there is none.
func (l *life) where(r *rand.Rand) (f, at, k int) {
	f = r.IntN(len(tracked))
	if at = -1; len(l.model.now.rows[f]) > 0 {
		at = r.IntN(len(l.model.now.rows[f]))
	}
	return f, at, r.IntN(len(tracked[f].fields))
}

func (l *life) key(r *rand.Rand) error {
	f, at, k := l.where(r)
	if at < 0 {
		return l.add(r)
	}
	fm := form.ByID(tracked[f].form)
	fd := fm.Field(tracked[f].fields[k])
	keyed := value(r, fd)
	l.tell("  %s %d %s %q", fm.ID, at, fd.ID, keyed)
	next := l.model.copy()
	if c := typed(fd, keyed, year); c != l.model.now.rows[f][at][k] {
		rows := slices.Clone(l.model.now.rows[f])
		rows[at] = slices.Clone(rows[at])
		rows[at][k] = c
		next.step(l.model.now.with(f, rows))
	}
	_, err := l.s.Put(fm, l.ids[f][at], fd.ID, keyed)
	return l.tried(err, *next)
}

// newRows makes edits of n rows and the rows they make.
func (l *life) newRows(r *rand.Rand, f, n int, born func(i int) int64) (edits []entry.Edit, rows []row) {
	fm := form.ByID(tracked[f].form)
	for i := range n {
		cells := make(row, len(tracked[f].fields))
		for k, field := range tracked[f].fields {
			if k > 0 && r.IntN(4) == 0 {
				continue
			}
			fd := fm.Field(field)
			keyed := value(r, fd)
			if keyed == "" {
				continue
			}
			cells[k] = typed(fd, keyed, year)
			edits = append(edits, entry.Edit{Form: fm, Row: born(i), Field: field, Typed: keyed})
		}
		if !slices.Equal(cells, make(row, len(cells))) {
			rows = append(rows, cells)
		}
	}
	return edits, rows
}

func (l *life) add(r *rand.Rand) error {
	f := r.IntN(2)
	if r.IntN(5) == 0 {
		f = 2
	}
	if f == 2 && len(l.model.now.rows[2]) > 0 {
		return nil // it has its one row
	}
	return l.addRows(r, f, 1)
}

func (l *life) paste(r *rand.Rand) error { return l.addRows(r, r.IntN(2), 2+r.IntN(20)) }

func (l *life) addRows(r *rand.Rand, f, n int) error {
	edits, rows := l.newRows(r, f, n, func(i int) int64 { return -int64(i) - 1 })
	l.tell("  %s %d rows", tracked[f].form, len(rows))
	next := l.model.copy()
	if len(rows) > 0 {
		next.step(l.model.now.with(f, append(slices.Clone(l.model.now.rows[f]), rows...)))
	}
	_, err := l.s.Apply(text.Pair{}, edits)
	return l.tried(err, *next)
}

func (l *life) remove(r *rand.Rand) error {
	f, at, _ := l.where(r)
	if at < 0 {
		return nil
	}
	l.tell("  %s %d", tracked[f].form, at)
	next := l.model.copy()
	next.step(l.model.now.with(f, slices.Delete(slices.Clone(l.model.now.rows[f]), at, at+1)))
	_, err := l.s.Apply(text.Pair{}, []entry.Edit{{Form: form.ByID(tracked[f].form), Row: l.ids[f][at], Remove: true}})
	return l.tried(err, *next)
}

func (l *life) bringIn(r *rand.Rand) error {
	fm := form.ByID("spend")
	var b strings.Builder
	b.WriteString(strings.Join(tracked[0].fields, ",") + ",category,treatment,source\n")
	var rows []row
	for range 1 + r.IntN(60) {
		cells := make(row, len(tracked[0].fields))
		for k, field := range tracked[0].fields {
			fd := fm.Field(field)
			for cells[k] = typed(fd, value(r, fd), year); cells[k].raw != "" || cells[k].value.Empty() || strings.ContainsAny(said(cells[k]), ",=\u00a0"); {
				cells[k] = typed(fd, value(r, fd), year)
			}
		}
		rows = append(rows, cells)
		b.WriteString(cells.line() + ",直接投入,费用化,企业自筹\n")
	}
	refused := r.IntN(5) == 0
	if refused {
		b.WriteString("2023-99-99,x,y,1.00,直接投入,费用化,企业自筹\n")
	}
	path := filepath.Join(l.dir, fmt.Sprintf("in-%d.csv", l.counts.Steps))
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		return err
	}
	next := l.model.copy()
	if !refused {
		next.step(l.model.now.with(0, append(slices.Clone(l.model.now.rows[0]), rows...)))
	}
	res, err := filing.ImportFiles(context.Background(), l.s, fm, []string{path}, filing.ImportOptions{Mode: filing.ModeAdd})
	l.tell("  %d lines, refused %v, written %v", len(rows), refused, res.Written)
	l.counts.Imports++
	if err == nil && res.Written == refused {
		return fmt.Errorf("an import with refused rows %v was written %v: %v", refused, res.Written, res.Asked)
	}
	return l.tried(err, *next)
}

func (l *life) undo(r *rand.Rand) error {
	for range 1 + r.IntN(4) {
		if err := l.undoOne(); err != nil || l.disk.faulty() {
			return err
		}
	}
	return nil
}

func (l *life) undoOne() error {
	next := l.model.copy()
	can := next.undo()
	o, err := l.s.Undo()
	if err == nil && can != (o.Seq != 0) {
		return fmt.Errorf("undo took %d, could %v", o.Seq, can)
	}
	l.counts.Undos++
	return l.tried(err, *next)
}

func (l *life) redo(r *rand.Rand) error {
	for range 1 + r.IntN(3) {
		next := l.model.copy()
		can := next.redo()
		o, err := l.s.Redo()
		if err == nil && can != (o.Seq != 0) {
			return fmt.Errorf("redo put %d, could %v", o.Seq, can)
		}
		l.counts.Redos++
		if err := l.tried(err, *next); err != nil || l.disk.faulty() {
			return err
		}
	}
	return nil
}

func (l *life) backUp(*rand.Rand) error {
	l.counts.Backups++
	if _, err := l.w.Keep(context.Background(), store.Asked, nil); err != nil {
		return err
	}
	return l.whole()
}

// closing closes as the desk does, and opens again.
func (l *life) closing(*rand.Rand) error {
	l.counts.Closings++
	if _, err := l.w.Keep(context.Background(), store.Closing, nil); err != nil {
		return err
	}
	if err := l.w.Close(); err != nil {
		return err
	}
	if err := l.open(); err != nil {
		return err
	}
	if err := l.deep(); err != nil {
		return err
	}
	return l.whole()
}

// jump moves the clock, by years even: nothing hangs on it but what is said.
func (l *life) jump(r *rand.Rand) error {
	l.clock = l.clock.Add(time.Duration(r.IntN(24*800)-24*400) * time.Hour)
	l.tell("  to %s", l.clock.Format(time.DateOnly))
	l.counts.Jumps++
	return nil
}
