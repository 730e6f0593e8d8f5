// Package screentest is a desk without a program around it: what tests of a room lay their screens and dialogs on.
package screentest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/scoring"
	"yice/store"
	"yice/text"
	"yice/tui/paint"
	"yice/tui/screen"
	"yice/tui/theme"
)

// Desk remembers what was asked of it.
type Desk struct {
	Language text.Lang
	Stand    screen.Standing
	Opened   *entry.Session // nil: none
	Clock    time.Time
	File     string // of the workspace
	Wide     int

	Said    []text.Pair
	Layers  []screen.Layer
	Screens []screen.Screen
	Gone    []string // "form row field"
	Tables  []store.Query
	Others  []screen.Year // the years there are
	Files   []string      // made
	Copied  []string
	Asked   int // for the clipboard
	Spots   int // parts of the frame that take a click
	Pressed []string

	look *theme.Theme
}

var _ screen.Desk = (*Desk)(nil)

// New is a desk in a language, at a moment that never changes.
func New(lang text.Lang) *Desk {
	return &Desk{Language: lang, Wide: 80, File: "example.yice", Clock: time.Date(2024, 1, 15, 14, 32, 8, 0, time.UTC), look: theme.New(theme.Dark, theme.Many)}
}

// Frame draws on a canvas of a size and gives what is to be read on it.
func (d *Desk) Frame(w, h int, draw func(m screen.Desk, a paint.Area) screen.Caret) (string, screen.Caret) {
	d.Wide = w
	c := paint.New(w, h)
	at := draw(d, c.All())
	var b strings.Builder
	for y := range h {
		var row strings.Builder
		for _, p := range c.Row(y) {
			row.WriteString(p.Text)
		}
		b.WriteString(strings.TrimRight(row.String(), " ") + "\n")
	}
	return b.String(), at
}

// Lang, Theme, Now, Standing, Session, Width and Form are as the fields say, a form as the program knows it.
func (d *Desk) Lang() text.Lang            { return d.Language }
func (d *Desk) Theme() *theme.Theme        { return d.look }
func (d *Desk) Now() time.Time             { return d.Clock }
func (d *Desk) Standing() *screen.Standing { return &d.Stand }
func (d *Desk) Session() *entry.Session    { return d.Opened }
func (d *Desk) Width() int                 { return d.Wide }
func (d *Desk) Form(id string) *form.Form  { return form.ByID(id) }

// Say, Open, Close, Push, Back, Top, GoTo, Copy and AskClipboard note what was asked.
func (d *Desk) Say(_ screen.Mood, what text.Pair) { d.Said = append(d.Said, what) }
func (d *Desk) Open(l screen.Layer)               { d.Layers = append(d.Layers, l) }

func (d *Desk) Close(l screen.Layer) {
	d.Layers = slices.DeleteFunc(d.Layers, func(o screen.Layer) bool { return o == l })
}

func (d *Desk) Push(s screen.Screen) tea.Cmd {
	d.Screens = append(d.Screens, s)
	return s.Follow(d)
}

func (d *Desk) Back() tea.Cmd {
	if n := len(d.Screens); n > 0 {
		d.Screens = d.Screens[:n-1]
	}
	if s := d.Top(); s != nil {
		return s.Follow(d)
	}
	return nil
}

func (d *Desk) Top() screen.Screen {
	if n := len(d.Screens); n > 0 {
		return d.Screens[n-1]
	}
	return nil
}

// Over is the topmost dialog; nil where there is none.
func (d *Desk) Over() screen.Layer {
	if n := len(d.Layers); n > 0 {
		return d.Layers[n-1]
	}
	return nil
}

// Here is the place of the dialog on top, else of the screen; nil where there is neither.
func (d *Desk) Here() *screen.Place {
	if n := len(d.Layers); n > 0 {
		return d.Layers[n-1].Place()
	}
	if s := d.Top(); s != nil {
		return s.Place()
	}
	return nil
}

func (d *Desk) GoTo(f *form.Form, _ int64, field string) tea.Cmd {
	d.Gone = append(d.Gone, strings.TrimSpace(f.ID+" "+field))
	return nil
}

func (d *Desk) Copy(s string, _ text.Pair) tea.Cmd {
	d.Copied = append(d.Copied, s)
	return nil
}

func (d *Desk) AskClipboard() tea.Cmd {
	d.Asked++
	return nil
}

// FollowStep, OpenTable, OpenYear, Act, Context, Path, Years, Frozen, InLine and Made are of a workspace that is not there; what was asked is noted.
func (d *Desk) FollowStep(st *scoring.Step) tea.Cmd {
	d.Gone = append(d.Gone, strings.TrimSpace(st.Form+" "+st.Field))
	return nil
}

func (d *Desk) OpenTable(f *form.Form, field string, q store.Query) tea.Cmd {
	d.Tables = append(d.Tables, q)
	d.Gone = append(d.Gone, strings.TrimSpace(f.ID+" "+field))
	return nil
}

func (d *Desk) OpenYear(uscc string, year int) tea.Cmd {
	d.Gone = append(d.Gone, fmt.Sprint(uscc, " ", year))
	return nil
}

func (d *Desk) Act(w screen.Way) tea.Cmd {
	d.Gone = append(d.Gone, w.ID())
	return nil
}

func (d *Desk) Context() context.Context { return context.Background() }

func (d *Desk) Path() string { return d.File }

func (d *Desk) Years() func() ([]screen.Year, error) {
	years := d.Others
	return func() ([]screen.Year, error) { return years, nil }
}

func (d *Desk) Frozen(_ text.Pair, work func(ctx context.Context, s *entry.Session) (screen.Do, error)) tea.Cmd {
	s := d.Opened
	return screen.Later(func() screen.Do {
		do, err := work(context.Background(), s)
		if err != nil {
			return func() tea.Cmd { d.Say(screen.Bad, text.Same(err.Error())); return nil }
		}
		return do
	})
}

func (d *Desk) InLine(do func(s *entry.Session) (screen.Do, error)) tea.Cmd {
	return d.Frozen(text.Pair{}, func(_ context.Context, s *entry.Session) (screen.Do, error) { return do(s) })
}

func (d *Desk) Made(path string, _ text.Pair) { d.Files = append(d.Files, path) }

// Spot, Drag, Row, Pane, Press and IsKey are a mouse that nobody moves.
func (d *Desk) Spot(paint.Area, func(x, y int) tea.Cmd)                         { d.Spots++ }
func (d *Desk) Drag(paint.Area, func(x, y int) tea.Cmd, func(x, y int) tea.Cmd) { d.Spots++ }
func (d *Desk) Row(paint.Area, bool)                                            { d.Spots++ }
func (d *Desk) Pane(paint.Area, func())                                         {}

func (d *Desk) Press(key string, times int) tea.Cmd {
	for range times {
		d.Pressed = append(d.Pressed, key)
	}
	return nil
}

func (d *Desk) IsKey(string) bool { return false }
