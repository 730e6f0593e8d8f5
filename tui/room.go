package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/scoring"
	"yice/store"
	"yice/text"
	"yice/tui/keying"
	"yice/tui/screen"
	"yice/tui/theme"
)

// The Root is the desk of every room: what a screen or a dialog asks of it (screen.Desk).

// Lang, Theme, Now and Standing are what every screen is drawn of.
func (m *Root) Lang() text.Lang            { return m.lang }
func (m *Root) Theme() *theme.Theme        { return m.th }
func (m *Root) Now() time.Time             { return m.now() }
func (m *Root) Standing() *screen.Standing { return &m.stand }

// Width is the room of a frame, in cells.
func (m *Root) Width() int { return m.w }

// Form is a form as the open year has it.
func (m *Root) Form(id string) *form.Form { return m.form(id) }

// Session is the open one, nil where none is.
func (m *Root) Session() *entry.Session {
	if m.desk == nil {
		return nil
	}
	return m.desk.s
}

// Say and Open are say and open as a room has them.
func (m *Root) Say(how screen.Mood, what text.Pair) { m.say(how, what) }
func (m *Root) Open(l screen.Layer)                 { m.open(l, false) }

// GoTo opens a form at a row and a field.
func (m *Root) GoTo(f *form.Form, row int64, field string) tea.Cmd { return m.goTo(f, row, field) }

// FollowStep goes to where a step is keyed.
func (m *Root) FollowStep(st *scoring.Step) tea.Cmd { return m.followStep(st) }

// OpenTable opens the table of a form at a field, of the rows that a query keeps.
func (m *Root) OpenTable(f *form.Form, field string, q store.Query) tea.Cmd {
	g := keying.NewTable(m, m, f, 0, field)
	g.Grid.SetQuery(q)
	return m.Push(g)
}

// Act does the action that a way names.
func (m *Root) Act(w screen.Way) tea.Cmd {
	for i := range m.actions {
		if a := &m.actions[i]; a.ID == w.ID() && a.Do != nil {
			return a.Do(m, firstKey(a))
		}
	}
	return nil
}

// OpenYear opens another year of an enterprise in the workspace.
func (m *Root) OpenYear(uscc string, year int) tea.Cmd { return m.openYear(uscc, year) }

// Back takes the present screen off.
func (m *Root) Back() tea.Cmd { return m.back() }

// inLoop is what a room does in the loop as the shell has it done.
func inLoop(do screen.Do) func(*Root) tea.Cmd {
	if do == nil {
		return nil
	}
	return func(*Root) tea.Cmd { return do() }
}

// Context ends with the program.
func (m *Root) Context() context.Context { return m.ctx }

// Path is the file of the workspace, "" where none is open.
func (m *Root) Path() string {
	if m.desk == nil {
		return ""
	}
	return m.desk.w.Path()
}

// Frozen begins a task on the session as it stands, with a title and nothing else to say of it.
func (m *Root) Frozen(title text.Pair, work func(ctx context.Context, s *entry.Session) (screen.Do, error)) tea.Cmd {
	return m.startFrozen(&task{title: title}, func(ctx context.Context, s *entry.Session) (func(m *Root) tea.Cmd, error) {
		do, err := work(ctx, s)
		return inLoop(do), err
	})
}

// InLine does something of a room in the writer's line.
func (m *Root) InLine(do func(*entry.Session) (screen.Do, error)) tea.Cmd {
	return m.inLine(func(s *entry.Session) (func(*Root) tea.Cmd, error) {
		then, err := do(s)
		return inLoop(then), err
	})
}

// Made says that a file was made, and remembers it.
func (m *Root) Made(path string, say text.Pair) { madeFile(path, say)(m) }

// Copy and AskClipboard are the clipboard.
func (m *Root) Copy(s string, what text.Pair) tea.Cmd { return m.copyText(s, what) }
func (m *Root) AskClipboard() tea.Cmd                 { return m.askClipboard() }

// Here is the place of what is on top: a dialog, else the screen.
func (m *Root) Here() *Place { return m.here() }

// Press and IsKey are what the mouse needs of the keys.
func (m *Root) Press(key string, times int) tea.Cmd { return m.pressed(key, times) }
func (m *Root) IsKey(word string) bool              { return m.keyOf(word, 0) != "" }

// layer is the dialog on top, nil where none is.
func (m *Root) layer() screen.Layer {
	if n := len(m.layers); n > 0 {
		return m.layers[n-1]
	}
	return nil
}
