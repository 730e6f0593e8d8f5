//go:build linux

package crash

import (
	"fmt"
	"strings"
	"time"

	screens "yice/checks/desk"
	"yice/checks/terminal"
)

// blockRows is how many lines a pasted block has.
const blockRows = 30

// paste pastes a block of lines and has it taken; the moment to die is around the key that takes it.
func (d *desk) paste(p *terminal.Program, m *moment) error {
	d.report.Pastes++
	var block strings.Builder
	for row := range blockRows {
		cells := d.row(row)
		block.WriteString(strings.Join(cells[:], "\t") + "\n")
		for _, text := range cells[1:] {
			d.sent[text] = true
			d.block = append(d.block, text)
		}
		d.recent = append(d.recent, cells[:]...)
	}
	if err := p.Send("\x1b[200~" + block.String() + "\x1b[201~"); err != nil {
		return err
	}
	if _, err := p.Wait(patient, func(v terminal.View) bool { return v.Has("╭─ 粘贴") }); err != nil {
		return fmt.Errorf("the paste is not shown: %w", err)
	}
	if m.hitting {
		if err := p.Send(terminal.Enter); err != nil {
			return err
		}
		time.Sleep(time.Duration(d.random.Int64N(int64(25 * time.Millisecond))))
		return nil
	}
	if d.random.IntN(4) == 0 {
		return nil // it was never taken
	}
	if err := p.Send(terminal.Enter); err != nil {
		return err
	}
	last := d.block[len(d.block)-1]
	_, err := p.Wait(patient, func(v terminal.View) bool {
		d.acknowledge(v)
		return v.Has("已粘贴") && screens.Saved(v) && (v.Has(last) || v.Has(d.block[0]))
	})
	if err != nil {
		return fmt.Errorf("the paste was not saved: %w", err)
	}
	return nil
}

// backAndForth keys a line, and undoes and redoes its last field until the moment has come.
func (d *desk) backAndForth(p *terminal.Program, m *moment) error {
	d.report.Undoing++
	never := &moment{come: make(chan struct{})}
	cells := d.row(0)
	for _, text := range cells {
		if _, err := d.field(p, text, never, true); err != nil {
			return err
		}
	}
	text := cells[2]
	for {
		for _, key := range []string{terminal.CtrlZ, ctrlY} {
			delete(d.acked, text)
			delete(d.gone, text)
			d.unsure[text] = true // until the screen has shown it, the text may be there or not
			if err := p.Send(key); err != nil {
				return err
			}
			if m.hitting && m.due() {
				time.Sleep(time.Duration(d.random.Int64N(int64(15 * time.Millisecond))))
				return nil
			}
			if err := stepped(p, key, text); err != nil {
				return err
			}
			delete(d.unsure, text)
			if key == terminal.CtrlZ {
				d.gone[text] = true
			} else {
				d.acked[text] = true
			}
			d.report.Redone++
			if !m.hitting && m.due() {
				return nil
			}
		}
	}
}

const ctrlY = "\x19"

// stepped waits until the screen shows a step undone, or redone, and nothing more being saved.
func stepped(p *terminal.Program, key, text string) error {
	done := "已撤销"
	if key == ctrlY {
		done = "已重做"
	}
	_, err := p.Wait(patient, func(v terminal.View) bool {
		cells := terminal.View{Lines: v.Lines[:high-2]}
		return v.Has(done) && screens.Saved(v) && cells.Has(text) == (key == ctrlY)
	})
	if err != nil {
		return fmt.Errorf("%s: %w", done, err)
	}
	return nil
}
