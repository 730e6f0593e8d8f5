package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// taskDialog shows one task at work. It holds nobody up: Enter, and any key of the work at hand, sends it to the
// background.
type taskDialog struct {
	m      *Root
	t      *task
	asking bool // whether to stop it
}

func (d *taskDialog) Place() *Place { return InTask }

func (d *taskDialog) Key(_ screen.Desk, k tea.KeyPressMsg) (bool, tea.Cmd) {
	key := k.Keystroke()
	switch {
	case d.t.asked:
		return key == "enter" || key == "esc", nil
	case d.asking:
		switch key {
		case "enter", "y", "shift+y":
			d.asking, d.t.asked = false, true
			d.t.stop()
		case "esc", "n", "shift+n":
			d.asking = false
		}
		return false, nil
	case key == "enter":
		return true, nil
	case key == "esc", key == "ctrl+c":
		d.asking = true
		return false, nil
	}
	d.m.Close(d)
	return true, d.m.press(k)
}

func (d *taskDialog) Paste(_ screen.Desk, s string) tea.Cmd {
	d.m.Close(d)
	return d.m.pasted(s)
}

func (d *taskDialog) Draw(m screen.Desk, whole paint.Area) screen.Caret {
	t, lang := m.Theme(), m.Lang()
	w := min(72, whole.W-4)
	note := d.t.note
	if note.Empty() {
		note = text.TuiTaskBeside
	}
	if d.t.holds {
		note = text.TuiTaskHolds
	}
	keys := text.TuiTaskKeys
	if !d.t.fragile.Empty() {
		keys = text.TuiTaskKeysLook
	}
	st := t.Faint
	switch {
	case d.t.asked:
		note, keys = text.TuiTaskStopping, text.Pair{}
	case d.asking:
		note, keys, st = text.TuiTaskStop, text.TuiTaskStopKeys, t.Warn
	}
	lines := paint.Wrap(note.In(lang), w-6)
	y, stage := 1, d.t.Stage.Load()
	if stage != nil {
		y = 3
	}
	in := kit.Dialog(m, whole, d.t.title.In(lang), w, y+8+max(len(lines), 2))
	if stage != nil {
		in.Cut(1, 1, in.W-2, paint.Safe(stage.In(lang)), t.Text)
	}
	kit.DrawMeter(m, in.Sub(1, y, in.W-2, 3), &d.t.Meter)
	for k, l := range lines {
		in.Text(1, y+4+k, l, st)
	}
	in.Cut(1, in.H-1, in.W-2, keys.In(lang), t.Key)
	kit.Underlay(m, in)
	return screen.Caret{}
}
