//go:build linux

package crash

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	screens "yice/checks/desk"
	"yice/checks/ledger"
	"yice/checks/terminal"
	"yice/entry"
	"yice/store"
)

// importedMeanwhile is how many lines come in while somebody goes on keying: a second's work and more.
const importedMeanwhile = 40000

const (
	f7         = "\x1b[18~"
	f9         = "\x1b[20~"
	besideNote = "先记在工作区旁边" // in the dialog of an import under way
	kept       = "已记下"      // above: what waits for the import is on the disk, beside the file
)

// killMeanwhile does it in a copy of the file as it was made: an import makes it large.
func (d *desk) killMeanwhile() error {
	e := *d
	e.path = filepath.Join(d.o.Dir, "meanwhile.yice")
	old, err := filepath.Glob(e.path + "*")
	if err != nil {
		return err
	}
	for _, path := range old {
		if err := os.RemoveAll(path); err != nil {
			return err
		}
	}
	if err := d.run("restore", e.path, d.first); err != nil {
		return err
	}
	e.acked, e.sent, e.gone, e.unsure, e.block = map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, nil
	if err := e.keyMeanwhile(); err != nil {
		return err
	}
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	defer stop()
	db, err := e.open(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	if err := e.inspectPages(ctx, db); err != nil {
		return err
	}
	if err := e.inspectFields(ctx, db); err != nil {
		return err
	}
	return e.inspectHistory(ctx, e.path)
}

// keyMeanwhile keys into the ledger while an import has the writer, and kills the program at a random moment: every field
// that was shown as kept, or as saved, is there after the next opening, and of the import all or nothing.
func (d *desk) keyMeanwhile() error {
	file := filepath.Join(d.o.Dir, "meanwhile.csv")
	if err := ledger.File(file, func(w io.Writer) error { return ledger.Write(w, importedMeanwhile, uint64(5000+d.kill)) }); err != nil {
		return err
	}
	before, err := d.lines()
	if err != nil {
		return err
	}
	p, err := terminal.Start(terminal.Options{Args: []string{d.o.Binary, d.path, "--year", "2023"}, Env: d.env, Width: wide, Height: high})
	if err != nil {
		return err
	}
	defer p.Close()
	if err := d.enter(p); err != nil {
		return err
	}
	if err := d.beginImport(p, file, before); err != nil {
		return err
	}
	d.recent = nil
	d.report.Meanwhile++
	m := &moment{hitting: d.random.IntN(3) == 0, come: make(chan struct{})}
	time.AfterFunc(time.Duration(d.random.Int64N(int64(2500*time.Millisecond))), func() { close(m.come) })
	for row := 0; ; row++ {
		over, err := d.lineMeanwhile(p, row, m)
		if err != nil {
			return err
		}
		if over {
			break
		}
	}
	p.Kill()
	d.settle(p)
	return d.reopen(before)
}

// beginImport brings the file in through the screen, and comes back to the row below the last of the table.
func (d *desk) beginImport(p *terminal.Program, file string, lines int) error {
	for _, step := range []struct{ keys, shows string }{
		{f7, "╭─ 要导入的文件"}, {"\x1b[200~" + file + "\x1b[201~", "meanwhile.csv"}, {terminal.Enter, "明细 " + screens.Grouped(importedMeanwhile)}, {f9, "现在导入吗"},
	} {
		if err := p.Send(step.keys); err != nil {
			return err
		}
		if _, err := p.WaitFor(patient, step.shows); err != nil {
			return fmt.Errorf("importing on the screen: %w", err)
		}
	}
	if err := p.Send(terminal.Enter); err != nil {
		return err
	}
	if _, err := p.Wait(patient, func(v terminal.View) bool { return !v.Has("现在导入吗") }); err != nil {
		return err
	}
	for range 20 {
		v := p.Quiet(30 * time.Millisecond)
		key, over := "", func(terminal.View) bool { return true }
		switch {
		case v.Has(besideNote): // the work goes on behind
			key, over = terminal.Enter, func(v terminal.View) bool { return !v.Has(besideNote) }
		case v.Has("› 导入"):
			key, over = terminal.Escape, func(v terminal.View) bool { return !v.Has("› 导入") || v.Has(besideNote) }
		case v.Has("› "+screens.Ledger) && v.Has("记-"):
			return toBlank(p, lines)
		case v.Has(screens.Score): // the import was through, and what was to close its screen closed the table
			key, over = terminal.Enter, func(v terminal.View) bool { return !v.Has(screens.Score) }
		}
		if err := p.Send(key); err != nil {
			return err
		}
		if _, err := p.Wait(patient, over); err != nil {
			return err
		}
		time.Sleep(50 * time.Millisecond)
	}
	return fmt.Errorf("the way back from the import:\n%s", p.View())
}

// toBlank goes to the row below the last, which is another one once the import is in.
func toBlank(p *terminal.Program, lines int) error {
	shows := func(v terminal.View) bool {
		for _, n := range []int{lines, lines + importedMeanwhile} {
			if v.Has(fmt.Sprintf("第 %[1]s / %[1]s", screens.Grouped(n))) {
				return true
			}
		}
		return false
	}
	if err := p.Send("\x1b[1;5F" + terminal.Home); err != nil {
		return err
	}
	if _, err := p.Wait(patient, shows); err != nil {
		return fmt.Errorf("the end of the ledger: %w", err)
	}
	if err := p.Send(terminal.Down); err != nil {
		return err
	}
	_, err := p.Wait(patient, func(v terminal.View) bool { return v.Has("+▌") })
	return err
}

func (d *desk) lineMeanwhile(p *terminal.Program, row int, m *moment) (over bool, err error) {
	for _, text := range d.row(row) {
		if !date(text) {
			d.report.Keyed++
		}
		d.sent[text] = true
		if err := p.Send(text + terminal.Enter); err != nil {
			return false, err
		}
		if m.hitting && m.due() {
			time.Sleep(time.Duration(d.random.Int64N(int64(120 * time.Millisecond))))
			return true, nil
		}
		_, err := p.Wait(patient, func(v terminal.View) bool {
			d.acknowledge(v)
			return m.due() || v.Has(text) && !screens.Keying(v) && (screens.Saved(v) || onlyKept(v))
		})
		if err != nil {
			return false, fmt.Errorf("%s was neither kept nor saved: %w", text, err)
		}
		if m.due() {
			return true, nil
		}
	}
	return false, p.Send(terminal.Down + terminal.Home)
}

// onlyKept reports whether all that has left its cell, and is not in the file, is said to be kept beside it.
func onlyKept(v terminal.View) bool { return strings.Contains(v.Lines[0], kept) }

// takeIn opens the file as the program does, which takes in what waited when the program was killed.
func (d *desk) takeIn() error {
	w, err := store.Open(d.path, store.Options{})
	if err != nil {
		return err
	}
	defer w.Close()
	s, err := entry.Open(w, ledger.USCC, ledger.Year, entry.Options{Who: "nobody"})
	if err != nil {
		return err
	}
	if said := s.TookIn(); !said.Empty() {
		d.report.TakenIn++
		if strings.Contains(said.ZH, "没有写入") || strings.Contains(said.ZH, "还没有补写") {
			d.wrong("what waited: %s", said.ZH)
		}
	}
	return nil
}

// reopen opens the file as the program does, which takes in what waited, and looks at what became of the import.
func (d *desk) reopen(before int) error {
	if err := d.takeIn(); err != nil {
		return err
	}
	after, err := d.lines()
	if err != nil {
		return err
	}
	if n := after - before; n >= importedMeanwhile {
		d.report.MeanwhileWhole++
	} else if n > 200 {
		d.wrong("an import of %d lines left %d", importedMeanwhile, n)
	} else {
		d.report.MeanwhileNone++
	}
	return nil
}
