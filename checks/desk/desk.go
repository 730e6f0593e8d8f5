//go:build linux

package desk

import (
	"fmt"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"yice/checks/terminal"
)

// Texts of the screen that tell where one is.
const (
	Score   = "进度：一企一策"   // on the first screen, once the score stands on it
	Offer   = "找回未存的内容"   // the dialog that gives back text that was being keyed
	Ledger  = "研发投入台账"    // the ledger, in the list of forms and above its table
	InCell  = "Enter 采用"  // below, while a cell is open
	first   = "Enter 打开"  // below, on the first screen
	saved   = "已保存"       // above, with the time
	beside  = "已记下"       // above, while an import has the writer and what waits for it is on the disk beside the file
	saving  = "正在保存"      // above, while something is not on the disk yet
	blank   = "+▌"        // the row below the last
	lastKey = "\x1b[1;5F" // Ctrl+End
	patient = 30 * time.Second
	grace   = 450 * time.Millisecond // a dialog that comes by itself takes no keys at first
)

// Saved reports whether all that has left its cell is said to be on the disk.
func Saved(v terminal.View) bool {
	return strings.Contains(v.Lines[0], saved) && !strings.Contains(v.Lines[0], saving)
}

// Keying reports whether a cell is open.
func Keying(v terminal.View) bool { return v.Has(InCell) }

// Kept gives every word of the table that the screen shows as being in the file: none while something is being saved, and
// none of the line with an open cell. What is said below the table is no cell.
func Kept(v terminal.View) (words []string) {
	if !Saved(v) {
		return nil
	}
	return inTable(v)
}

// Beside gives those that are in the file or, while an import has the writer, on the disk beside it.
func Beside(v terminal.View) (words []string) {
	if !Saved(v) && !strings.Contains(v.Lines[0], beside) {
		return nil
	}
	return inTable(v)
}

func inTable(v terminal.View) (words []string) {
	for y, line := range v.Lines[:max(len(v.Lines)-2, 0)] {
		if y == v.Y && Keying(v) {
			continue
		}
		words = append(words, strings.Fields(line)...)
	}
	return words
}

// Opened waits for the first screen with the score on it.
func Opened(p *terminal.Program) (terminal.View, error) {
	v, err := p.Wait(patient, func(v terminal.View) bool { return v.Has(Score) })
	if err != nil {
		err = fmt.Errorf("the file does not open: %w", err)
	}
	return v, err
}

// ToLedger goes from the first screen into the table of the ledger. Dialogs that come by themselves are put away; seen
// hears of each.
func ToLedger(p *terminal.Program, seen func(terminal.View)) error {
	v := p.Quiet(60 * time.Millisecond)
	for {
		at := v.Row("▌")
		switch {
		case !v.Has(first):
			if seen != nil {
				seen(v)
			}
			if err := dismiss(p); err != nil {
				return err
			}
			v = p.View()
			continue
		case at >= 0 && strings.Contains(v.Lines[at], Ledger):
			return enter(p)
		}
		if err := p.Send(terminal.Down); err != nil {
			return err
		}
		var err error
		if v, err = p.Wait(patient, func(v terminal.View) bool { return v.Row("▌") > at || !v.Has(first) }); err != nil {
			return fmt.Errorf("the ledger in the list: %w", err)
		}
	}
}

// dismiss answers dialogs with Esc until the first screen has the keys again.
func dismiss(p *terminal.Program) error {
	for range 10 {
		time.Sleep(grace)
		if p.View().Has(first) {
			return nil
		}
		if err := p.Send(terminal.Escape); err != nil {
			return err
		}
		if _, err := p.Wait(time.Second, func(v terminal.View) bool { return v.Has(first) }); err == nil {
			return nil
		}
	}
	return fmt.Errorf("the dialog does not go away:\n%s", p.View())
}

func enter(p *terminal.Program) error {
	if err := p.Send(terminal.Enter); err != nil {
		return err
	}
	_, err := p.Wait(patient, func(v terminal.View) bool { return v.Has("› "+Ledger) && v.Has("记-") })
	return err
}

// Said gives the text of a dialog by its title, with its lines joined; "" where it is not there. The last line, its keys, is
// left out.
func Said(v terminal.View, title string) string {
	row := v.Row("╭─ " + title)
	if row < 0 {
		return ""
	}
	before, box, _ := strings.Cut(v.Lines[row], "╭─ "+title)
	top, _, _ := strings.Cut("╭─ "+title+box, "╮")
	left := ansi.StringWidth(before)
	right := left + ansi.StringWidth(top)
	var said []string
	for _, line := range v.Lines[row+1:] {
		if ansi.Cut(line, left, left+1) == "╰" {
			break
		}
		if text := strings.TrimSpace(ansi.Cut(line, left+1, right)); text != "" {
			said = append(said, text)
		}
	}
	return strings.Join(said[:max(len(said)-1, 0)], "")
}

// ToBlank goes to the row below the last of the table, at its first column; lines is how many it has.
func ToBlank(p *terminal.Program, lines int) error {
	if err := p.Send(lastKey + terminal.Home); err != nil {
		return err
	}
	number := fmt.Sprintf("第 %[1]s / %[1]s", Grouped(lines))
	if _, err := p.Wait(patient, func(v terminal.View) bool { return v.Has(number) }); err != nil {
		return fmt.Errorf("the end of the ledger: %w", err)
	}
	if err := p.Send(terminal.Down); err != nil {
		return err
	}
	_, err := p.Wait(patient, func(v terminal.View) bool { return v.Has(blank) })
	return err
}

// Grouped writes a number with its thousands apart, as the screen does.
func Grouped(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
