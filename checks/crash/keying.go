//go:build linux

package crash

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"yice/checks/terminal"
)

const (
	saved   = "已保存"
	saving  = "正在保存"
	inCell  = "Enter 采用"
	offered = "找回未存的内容"
	ledgers = "研发投入台账"
	wide    = 160
	high    = 40
	patient = 20 * time.Second
)

// killKeying opens the file, keys into the ledger and kills the program at a random moment.
func (d *desk) killKeying() error {
	p, err := terminal.Start(terminal.Options{Args: []string{d.o.Binary, d.path, "--year", "2023"}, Env: d.env, Width: wide, Height: high})
	if err != nil {
		return err
	}
	defer p.Close()
	if err := d.reopened(p); err != nil {
		return err
	}
	if err := d.toTheEnd(p); err != nil {
		return err
	}
	d.report.Keying++
	// A kill within 15 ms of an Enter hits the commit; others fall anywhere.
	after, hitting := time.Duration(d.random.Int64N(int64(900*time.Millisecond))), d.random.IntN(2) == 0
	stop := make(chan struct{})
	go func() {
		time.Sleep(after)
		close(stop)
	}()
	patiently := d.random.IntN(4) > 0
	for row := 0; ; row++ {
		for n, text := range d.row(row) {
			over, err := d.field(p, text, stop, hitting, patiently)
			if err != nil {
				return err
			}
			if over {
				p.Kill()
				d.settle(p)
				return nil
			}
			if n == 2 {
				if err := p.Send(terminal.Down + terminal.Home); err != nil {
					return err
				}
			}
		}
	}
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
func (d *desk) field(p *terminal.Program, text string, stop <-chan struct{}, hitting, patiently bool) (over bool, err error) {
	due := func() bool {
		select {
		case <-stop:
			return true
		default:
			return false
		}
	}
	if !date(text) {
		d.report.Keyed++
	}
	d.sent[text] = true
	d.last = ""
	for _, r := range text {
		if !hitting && due() {
			return true, nil
		}
		d.last += string(r)
		if err := p.Send(string(r)); err != nil {
			return false, err
		}
	}
	d.last = ""
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
		return !hitting && due() || v.Has(text) && calm(v)
	})
	if err != nil {
		return false, fmt.Errorf("%s was not saved: %w", text, err)
	}
	return !hitting && due(), nil
}

// calm reports that nothing is being keyed or saved.
func calm(v terminal.View) bool {
	return strings.Contains(v.Lines[0], saved) && !strings.Contains(v.Lines[0], saving) && !strings.Contains(v.Lines[high-1], inCell)
}

// acknowledge takes down what the screen shows as saved: every text that stands there while nothing is being saved, but
// the one that may be in the open cell.
func (d *desk) acknowledge(v terminal.View) {
	if !strings.Contains(v.Lines[0], saved) || strings.Contains(v.Lines[0], saving) {
		return
	}
	open := strings.Contains(v.Lines[high-1], inCell)
	for _, line := range v.Lines {
		for _, word := range strings.Fields(line) {
			if !d.sent[word] || date(word) || d.acked[word] {
				continue
			}
			if open && strings.Contains(v.Lines[min(v.Y, high-1)], word) {
				continue // on the line of the cursor
			}
			d.acked[word] = true
			d.report.Acknowledged++
		}
	}
}

// settle looks at the last screen a person could have seen.
func (d *desk) settle(p *terminal.Program) { d.acknowledge(p.View()) }

// reopened waits for the file's first screen.
func (d *desk) reopened(p *terminal.Program) error {
	v, err := p.Wait(patient, func(v terminal.View) bool { return v.Has("进度：一企一策") })
	if err != nil {
		return fmt.Errorf("the file does not open: %w", err)
	}
	d.report.Reopen = append(d.report.Reopen, v.At.Sub(p.Started))
	return nil
}

// offer looks at the text that is offered back and declines it.
func (d *desk) offer(p *terminal.Program, v terminal.View) error {
	d.report.Drafts++
	if d.last != "" && !slices.ContainsFunc(v.Lines, d.offers) {
		d.wrong("what is offered back is not what was keyed, %q:\n%s", d.last, v)
	}
	for range 10 {
		time.Sleep(450 * time.Millisecond) // a dialog that comes by itself takes no keys at first
		if err := p.Send(terminal.Escape); err != nil {
			return err
		}
		if _, err := p.Wait(time.Second, func(v terminal.View) bool { return !v.Has(offered) }); err == nil {
			return nil
		}
	}
	return fmt.Errorf("the offer does not go away:\n%s", p.View())
}

// offers reports whether a line has a beginning of the text that was under the cursor.
func (d *desk) offers(line string) bool {
	for n := range d.last {
		if n > 0 && strings.Contains(line, d.last[:n]) {
			return true
		}
	}
	return strings.Contains(line, d.last)
}

// toTheEnd goes to the row below the last of the ledger.
func (d *desk) toTheEnd(p *terminal.Program) error {
	// Its place in the list of forms is looked up, not counted; text that is offered back may come first.
	for v := p.Quiet(60 * time.Millisecond); ; {
		if v.Has(offered) {
			if err := d.offer(p, v); err != nil {
				return err
			}
			v = p.View()
		}
		at := v.Row("▌")
		if at >= 0 && strings.Contains(v.Lines[at], ledgers) {
			break
		}
		if err := p.Send(terminal.Down); err != nil {
			return err
		}
		var err error
		if v, err = p.Wait(patient, func(v terminal.View) bool { return v.Row("▌") > at || v.Has(offered) }); err != nil {
			return fmt.Errorf("the ledger in the list: %w", err)
		}
	}
	if err := p.Send(terminal.Enter); err != nil {
		return err
	}
	if _, err := p.Wait(patient, func(v terminal.View) bool { return v.Has("› "+ledgers) && v.Has("记-") }); err != nil {
		return err
	}
	if err := p.Send("\x1b[1;5F" + terminal.Home); err != nil { // Ctrl+End
		return err
	}
	last, err := d.lines()
	if err != nil {
		return err
	}
	number := fmt.Sprintf("第 %s / %s", grouped(last), grouped(last))
	if _, err := p.Wait(patient, func(v terminal.View) bool { return v.Has(number) }); err != nil {
		return fmt.Errorf("the end of the ledger: %w", err)
	}
	if err := p.Send(terminal.Down); err != nil {
		return err
	}
	_, err = p.Wait(patient, func(v terminal.View) bool { y := v.Row("+▌"); return y >= 0 })
	return err
}

// grouped writes a number with its thousands apart.
func grouped(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
