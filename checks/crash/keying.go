//go:build linux

package crash

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	screens "yice/checks/desk"
	"yice/checks/terminal"
)

const (
	wide    = 160
	high    = 40
	patient = 20 * time.Second
)

// killAtDesk opens the file, does something in the ledger and kills the program at a random moment.
func (d *desk) killAtDesk(do func(*terminal.Program, *moment) error) error {
	p, err := terminal.Start(terminal.Options{Args: []string{d.o.Binary, d.path, "--year", "2023"}, Env: d.env, Width: wide, Height: high})
	if err != nil {
		return err
	}
	defer p.Close()
	if err := d.enter(p); err != nil {
		return err
	}
	d.recent = nil
	// A kill within 15 ms of an Enter hits the commit; others fall anywhere.
	m := &moment{hitting: d.random.IntN(2) == 0, come: make(chan struct{})}
	time.AfterFunc(time.Duration(d.random.Int64N(int64(900*time.Millisecond))), func() { close(m.come) })
	if err := do(p, m); err != nil {
		return err
	}
	p.Kill()
	d.settle(p)
	return nil
}

// moment is when to kill.
type moment struct {
	hitting bool // right after a key that writes
	come    chan struct{}
}

func (m *moment) due() bool {
	select {
	case <-m.come:
		return true
	default:
		return false
	}
}

// fields keys field by field until the moment has come.
func (d *desk) fields(p *terminal.Program, m *moment) error {
	d.report.Keying++
	patiently := d.random.IntN(4) > 0
	for row := 0; ; row++ {
		if over, err := d.line(p, row, m, patiently); over || err != nil {
			return err
		}
	}
}

// line keys a line and goes to the next.
func (d *desk) line(p *terminal.Program, row int, m *moment, patiently bool) (over bool, err error) {
	for _, text := range d.row(row) {
		if over, err := d.field(p, text, m, patiently); over || err != nil {
			return over, err
		}
	}
	return false, p.Send(terminal.Down + terminal.Home)
}

// row makes three fields of a new line. The date comes first, as people begin a line; the voucher and the summary are
// like no other text, so that each can be looked for.
func (d *desk) row(n int) [3]string {
	return [3]string{
		fmt.Sprintf("2023-%02d-%02d", 1+d.random.IntN(12), 1+d.random.IntN(28)),
		fmt.Sprintf("k%04d.%02d.", d.kill, n),
		fmt.Sprintf("第%04d次断电前第%02d行。", d.kill, n),
	}
}

// date tells the field that is like others: it is keyed, and not counted.
func date(text string) bool { return strings.HasPrefix(text, "2023-") }

// field keys one field and leaves it; over says that the moment to die has come.
func (d *desk) field(p *terminal.Program, text string, m *moment, patiently bool) (over bool, err error) {
	hitting, due := m.hitting, m.due
	if !date(text) {
		d.report.Keyed++
	}
	d.sent[text] = true
	d.recent = append(d.recent, text)
	for _, r := range text {
		if !hitting && due() {
			return true, nil
		}
		if err := p.Send(string(r)); err != nil {
			return false, err
		}
	}
	if err := p.Send(terminal.Enter); err != nil {
		return false, err
	}
	if hitting && due() {
		time.Sleep(time.Duration(d.random.Int64N(int64(15 * time.Millisecond))))
		return true, nil
	}
	if !patiently {
		time.Sleep(time.Duration(d.random.Int64N(int64(12 * time.Millisecond))))
		return !hitting && due(), nil
	}
	_, err = p.Wait(patient, func(v terminal.View) bool {
		d.acknowledge(v)
		return !hitting && due() || v.Has(text) && screens.Saved(v) && !screens.Keying(v)
	})
	if err != nil {
		return false, fmt.Errorf("%s was not saved: %w", text, err)
	}
	return !hitting && due(), nil
}

// acknowledge takes down what the screen shows as saved.
func (d *desk) acknowledge(v terminal.View) {
	waits := onlyKept(v)
	for _, word := range screens.Beside(v) {
		if !d.sent[word] || date(word) || d.acked[word] || d.gone[word] || d.unsure[word] {
			continue
		}
		d.acked[word] = true
		d.report.Acknowledged++
		if waits {
			d.report.KeptMeanwhile++
		}
	}
}

// settle looks at the last screen a person could have seen.
func (d *desk) settle(p *terminal.Program) { d.acknowledge(p.View()) }

// enter waits for the file's first screen and goes to the row below the last of the ledger. Text that was under the cursor
// is offered back on the way.
func (d *desk) enter(p *terminal.Program) error {
	v, err := screens.Opened(p)
	if err != nil {
		return err
	}
	d.report.Reopen = append(d.report.Reopen, v.At.Sub(p.Started))
	err = screens.ToLedger(p, func(v terminal.View) {
		if !v.Has(screens.Offer) {
			return
		}
		d.report.Drafts++
		if said := screens.Said(p.Quiet(100*time.Millisecond), screens.Offer); !slices.ContainsFunc(d.recent, func(text string) bool { return offers(said, text) }) {
			d.wrong("what is offered back, %q, is none of what was keyed last, %q", said, d.recent)
		}
	})
	if err != nil {
		return err
	}
	last, err := d.lines()
	if err != nil {
		return err
	}
	if err := screens.ToBlank(p, last); err != nil {
		return err
	}
	if p.Frames() == 0 {
		return errors.New("the program does not mark its frames: half of one might be taken for what it said")
	}
	return nil
}

// offers reports whether a dialog offers a text, or as much of it as had reached the program.
func offers(said, text string) bool {
	_, rest, _ := strings.Cut(said, "填：")
	offered, _, ok := strings.Cut(rest, "。放回去吗")
	return ok && offered != "" && strings.HasPrefix(text, offered)
}
