package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/keying"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/statutory"
	"yice/tui/tracing"
)

// undoing is one Ctrl+Z: where it was pressed, and, once it was agreed to, to which step.
type undoing struct {
	form   string // shown where it was pressed; "": none
	row    int64  // the one record shown, 0: a whole table
	list   bool   // pressed in the history, which shows what was done
	agreed int64
}

// shows reports whether the only change of a step is before the user's eyes.
func (u *undoing) shows(s store.StepAhead) bool {
	if u.list || len(s.Forms) == 0 {
		return true
	}
	f := s.Forms[0]
	return f.Form.ID == u.form && (u.row == 0 || u.row == f.Row)
}

// undo takes the newest step back where it is one record that is in sight, or where that very step was agreed to. Otherwise it
// gives the step, to be asked about. It runs in the writer's line, behind everything keyed before.
func (d *desk) undo(u *undoing) (ask *store.StepAhead, out entry.Outcome, err error) {
	ahead, ok, err := d.s.AheadUndo()
	if err != nil || !ok {
		return nil, out, err
	}
	if u.agreed != ahead.ID && (ahead.Records > 1 || !u.shows(ahead)) {
		return &ahead, out, nil
	}
	if ahead.Records >= largeStep {
		d.backUpBefore(&job{large: true})
	}
	out, err = d.s.Undo()
	return nil, out, err
}

// undo and redo walk the history of the file, and say what they took back.
func (m *Root) undo() tea.Cmd {
	u := &undoing{}
	switch top := m.Top().(type) {
	case *keying.TableScreen:
		u.form = top.Form.ID
	case *keying.CardScreen:
		u.form = top.Form.ID
		if top.Record != nil {
			u.row = max(top.Record.ID, 0)
		}
	case *statutory.ReturnsScreen: // what is ticked there stands on the card
		u.form = "enterprise"
	case *tracing.HistoryScreen:
		u.list = true
	}
	return m.await(&job{undo: u}, undone, text.Pair{})
}

func (m *Root) redo() tea.Cmd {
	return m.await(&job{do: (*entry.Session).Redo}, redone, text.Pair{})
}

// revive brings back a step that was taken back and then overtaken.
func (m *Root) revive(step int64) tea.Cmd {
	if m.desk == nil {
		return nil
	}
	return m.await(&job{large: true, do: func(s *entry.Session) (entry.Outcome, error) { return s.Revive(step) }}, revived, text.Pair{})
}

// askUndo names what would be taken back and where, and asks. What was written meanwhile is asked about anew.
func (m *Root) askUndo(s store.StepAhead) {
	say := text.TuiUndoWhat.With(s.Label, m.whereOf(s))
	if s.Records > 1 {
		say = text.TuiUndoMany.With(s.Label, m.whereOf(s))
	}
	m.open(kit.NewAsk(text.TuiUndoAsk, say, func(yes bool) tea.Cmd {
		if !yes || m.desk == nil {
			return nil
		}
		return m.await(&job{undo: &undoing{agreed: s.ID}}, undone, text.Pair{})
	}), false)
}

// whereOf names the place of a step: "研发投入台账 100000 条，科研项目 1 条", or of one change the record and the field.
func (m *Root) whereOf(s store.StepAhead) text.Pair {
	if len(s.Forms) == 0 {
		return text.TuiUndoNoRecord
	}
	var zh, en []string
	for _, f := range s.Forms {
		p := text.TuiUndoForm.With(f.Form.Title, f.Records)
		if f.Records == 1 && s.Records == 1 {
			p = m.whereOne(f)
		}
		zh, en = append(zh, p.ZH), append(en, p.EN)
	}
	return text.Pair{ZH: strings.Join(zh, "，"), EN: strings.Join(en, ", ")}
}

func (m *Root) whereOne(f store.FormWeight) text.Pair {
	p := f.Form.Title
	if m.desk != nil && f.Form.Scope != form.Ledger {
		if r, err := m.desk.s.Record(f.Form, f.Row); err == nil && r != nil {
			if label := paint.Safe(paint.Cut(r.Label(), 30)); label != "" {
				p = text.Pair{ZH: p.ZH + " " + label, EN: p.EN + " " + label}
			}
		}
	}
	if fd := f.Form.Field(f.Field); fd != nil {
		p = text.Pair{ZH: p.ZH + " " + fd.Title.ZH, EN: p.EN + ", " + fd.Title.In(text.EN)}
	}
	return p
}
