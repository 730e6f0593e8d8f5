package screen

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/scoring"
	"yice/store"
	"yice/text"
	"yice/tui/paint"
	"yice/tui/theme"
)

// Desk is what a screen or a dialog may ask of the shell that shows it. It is of the frame's goroutine: commands are handed
// what they need before they begin.
type Desk interface {
	Lang() text.Lang
	Theme() *theme.Theme
	Now() time.Time
	// Width is the room of a frame, in cells.
	Width() int

	// Standing is how the enterprise stands; its members are never changed in place.
	Standing() *Standing
	// Session is the open one, nil where none is.
	Session() *entry.Session
	// Form is a form as the open year has it, else as the workspace keeps it; nil for one that neither knows.
	Form(id string) *form.Form

	// Say shows a sentence above the footer.
	Say(how Mood, what text.Pair)
	// Open lays a dialog over everything, Close takes it away.
	Open(l Layer)
	Close(l Layer)
	// Push opens a screen over the present one, Back takes the present one off; Top is the one shown.
	Push(s Screen) tea.Cmd
	Back() tea.Cmd
	Top() Screen
	// Over is the topmost dialog, nil where none lies over the screen.
	Over() Layer
	// Here is the place of what is on top: a dialog, else the screen.
	Here() *Place
	// GoTo opens a form at a row and a field; of "" the first.
	GoTo(f *form.Form, row int64, field string) tea.Cmd

	// FollowStep goes to where a step is keyed.
	FollowStep(st *scoring.Step) tea.Cmd
	// OpenTable opens the table of a form at a field, of the rows that a query keeps.
	OpenTable(f *form.Form, field string, q store.Query) tea.Cmd

	// Act does the action that a way names, whichever room declares it.
	Act(w Way) tea.Cmd

	// OpenYear opens another year of an enterprise in the workspace.
	OpenYear(uscc string, year int) tea.Cmd

	// Context ends with the program: reading that takes its time is given up then.
	Context() context.Context
	// Path is the file of the workspace, "" where none is open.
	Path() string
	// Years prepares the scoring of the enterprise's years, the newest last, for a command to do; a session must be open.
	Years() func() ([]Year, error)
	// Frozen begins long work on the session as it stands once everything keyed up to now is written. It is shown and can be stopped;
	// its error is said, and what it gives is done in the loop.
	Frozen(title text.Pair, work func(ctx context.Context, s *entry.Session) (Do, error)) tea.Cmd
	// InLine does something in the writer's line, behind everything keyed up to now; its error is said, and what it gives is done in
	// the loop.
	InLine(do func(s *entry.Session) (Do, error)) tea.Cmd
	// Made says that a file was made, and remembers it: it can be opened.
	Made(path string, say text.Pair)

	// Copy puts a text on the clipboard and says that what it names is there; AskClipboard asks for what the clipboard holds, which
	// comes as a paste.
	Copy(s string, what text.Pair) tea.Cmd
	AskClipboard() tea.Cmd

	Pointer
}

// Pointer is what the mouse may be told of the frame that is being drawn. What is drawn as a key can be clicked without a word.
type Pointer interface {
	// Spot says what a click in an area does, x and y counted from its corner; with nil for do it keeps clicks from what lies under it.
	Spot(a paint.Area, do func(x, y int) tea.Cmd)
	// Drag is Spot for what follows the pointer while the button is held.
	Drag(a paint.Area, do, drag func(x, y int) tea.Cmd)
	// Row says that an area is a row of a list; here that the cursor stands on it.
	Row(a paint.Area, here bool)
	// Pane says that an area has a cursor of its own, and how to go to it: a click or the wheel there goes to it first.
	Pane(a paint.Area, to func())
	// Press presses a key so many times.
	Press(key string, times int) tea.Cmd
	// IsKey reports whether a word on the screen names a key that means something now.
	IsKey(word string) bool
}

// Screen is one page of the workstation. Screens lie on a stack; Esc takes the top one off.
type Screen interface {
	// Place says which actions are live.
	Place() *Place
	// Crumb is the path shown in the header behind the enterprise: "研发投入台账".
	Crumb(m Desk) string
	// Key takes what no action took: typing.
	Key(m Desk, k tea.KeyPressMsg) tea.Cmd
	// Paste takes pasted text as one piece.
	Paste(m Desk, s string) tea.Cmd
	// Answer takes what a command of the screen found out; false: not for this screen.
	Answer(m Desk, msg tea.Msg) (tea.Cmd, bool)
	// Follow is called when the standing has changed, and when the screen comes to the top again.
	Follow(m Desk) tea.Cmd
	// Draw draws the body and says where the caret is.
	Draw(m Desk, a paint.Area) Caret
}

// Still is a screen that takes no typing and asks for nothing: what most screens have in common.
type Still struct{}

// Key takes nothing.
func (Still) Key(Desk, tea.KeyPressMsg) tea.Cmd { return nil }

// Paste takes nothing, and says so.
func (Still) Paste(m Desk, _ string) tea.Cmd {
	m.Say(Warn, text.TuiPasteNowhere)
	return nil
}

// Answer is asked for by nobody.
func (Still) Answer(Desk, tea.Msg) (tea.Cmd, bool) { return nil, false }

// Follow has nothing to read.
func (Still) Follow(Desk) tea.Cmd { return nil }

// Layer is a dialog over the screen. It takes every key until it says it is done.
type Layer interface {
	Place() *Place
	Key(m Desk, k tea.KeyPressMsg) (done bool, cmd tea.Cmd)
	Paste(m Desk, s string) tea.Cmd
	Draw(m Desk, whole paint.Area) Caret
}

// Do is something to do in the loop, found out by a command.
type Do func() tea.Cmd

// Later does something in the loop once a command has found out what: a screen's way to get an answer without a message of its
// own.
func Later(work func() Do) tea.Cmd {
	return func() tea.Msg { return work() }
}

// Saying is a sentence that a command has found out.
func Saying(m Desk, how Mood, what text.Pair) Do {
	return func() tea.Cmd {
		m.Say(how, what)
		return nil
	}
}

// Caret is where the terminal's own cursor is to stand, in cells of the sheet: there the input method opens its window.
type Caret struct {
	X, Y int
	On   bool
}

// CaretAt is a caret at a cell; the zero caret is none.
func CaretAt(x, y int) Caret { return Caret{x, y, true} }

// Mood is how a sentence is meant: what happened, what was done well, what to look at, what went wrong.
type Mood uint8

const (
	Plain Mood = iota
	Good
	Warn
	Bad
)
