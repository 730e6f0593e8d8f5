package beginning

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/filing/registry"
	"yice/store"
	"yice/text"
	"yice/tui/keeping"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/ruling"
	"yice/tui/screen"
)

// StartScreen is what is seen first without a workspace: those opened before, a new one, another one, the example.
type StartScreen struct {
	screen.Still
	office Office
	over   bool // laid over an open session: Esc goes back to it
	list   kit.List
	typed  string // the path that was asked for last
}

// choice is one line of the start screen.
type choice struct {
	title text.Pair
	note  string
	gone  bool
	do    func() tea.Cmd
}

// NewStart is the screen; over says that it is laid over an open session.
func NewStart(o Office, over bool) *StartScreen { return &StartScreen{office: o, over: over} }

// Place says which of its keys are live.
func (s *StartScreen) Place() *screen.Place     { return InStart }
func (s *StartScreen) Crumb(screen.Desk) string { return "" }

// Paste says nothing: there is nothing to be typed in yet.
func (s *StartScreen) Paste(screen.Desk, string) tea.Cmd { return nil }

func (s *StartScreen) Follow(m screen.Desk) tea.Cmd {
	path := s.under()
	shelf := s.office.Shelf()
	return tea.Batch(shelf.askStopped(m, s.office, path), shelf.askKept(m, s.office, path))
}

// InStart is what is there before a workspace is open.
var InStart = &screen.Place{ID: "start", Title: text.TuiPlaceStart, For: text.TuiForStart, Met: 10, Head: screen.Headless, Opener: "start"}

// Start declares it.
func Start() screen.Declaration {
	return screen.Declaration{Places: []*screen.Place{InStart}, Actions: []screen.Action{
		{
			ID: "start.take", Title: text.TuiTakeChoice, Foot: text.TuiFootOpen, Keys: []string{"enter"}, Where: InStart, Rank: 1,
			Do: screen.On(func(m screen.Desk, s *StartScreen, _ string) tea.Cmd {
				if all := s.choices(m); s.list.At < len(all) {
					return all[s.list.At].do()
				}
				return nil
			}),
		},
		{
			ID: "start.move", Title: text.TuiMove, Foot: text.TuiFootMove, Keys: kit.ListKeys, Caps: "↑↓", Where: InStart, Rank: 2,
			Do: screen.On(func(m screen.Desk, s *StartScreen, key string) tea.Cmd {
				s.list.N = len(s.choices(m))
				s.list.Move(key)
				return s.Follow(m)
			}),
		},
		{
			ID: "start.backups", Title: text.TuiRestore, Foot: text.TuiFootBackups, Keys: []string{"b"}, Where: InStart, Rank: 4,
			On: func(m screen.Desk) bool { s, ok := m.Top().(*StartScreen); return ok && s.under() != "" },
			Do: screen.On(func(m screen.Desk, s *StartScreen, _ string) tea.Cmd {
				return m.Push(keeping.NewBackups(s.office, s.under()))
			}),
		},
		{
			ID: "start.on", Title: text.TuiGoOn, Foot: text.TuiFootGoOn, Keys: []string{"c", "shift+c"}, Where: InStart, Rank: 3,
			On: func(m screen.Desk) bool {
				s, ok := m.Top().(*StartScreen)
				return ok && s.office.Shelf().Stopped[s.under()].OK
			},
			Do: screen.On(func(m screen.Desk, s *StartScreen, _ string) tea.Cmd { return s.goOn() }),
		},
		{ID: "start.open", Title: text.TuiOpenOther, Keys: []string{"o"}, Where: InStart, Do: screen.On(func(m screen.Desk, s *StartScreen, _ string) tea.Cmd { return s.askOpen(m) })},
		{
			ID: "start.back", Title: text.TuiBack, Foot: text.TuiFootBack, Keys: []string{"esc"}, Where: InStart, Rank: 3,
			On: func(m screen.Desk) bool { s, ok := m.Top().(*StartScreen); return ok && s.over },
			Do: screen.On(func(m screen.Desk, _ *StartScreen, _ string) tea.Cmd { return m.Back() }),
		},
	}}
}

// under is the workspace under the cursor, "" where the cursor is on something else.
func (s *StartScreen) under() string {
	if s.list.At < len(s.office.Shelf().Recent) {
		return s.office.Shelf().Recent[s.list.At].Path
	}
	return ""
}

// choices are the lines of the screen: recent workspaces first, for they are what people come for.
func (s *StartScreen) choices(m screen.Desk) []choice {
	var out []choice
	for _, f := range s.office.Shelf().Recent {
		path := f.Path
		title := text.Same(paint.Safe(f.Name) + "  " + strconv.Itoa(f.Year))
		c := choice{title: title, note: paint.Safe(path), gone: f.Gone, do: func() tea.Cmd { return s.office.OpenFile(path) }}
		if f.Gone {
			c.do = func() tea.Cmd { m.Say(screen.Bad, text.TuiGone.With(path)); return nil }
		}
		out = append(out, c)
	}
	if s.office.Begun().Example != nil {
		out = append(out, choice{title: text.TuiExample, note: text.TuiExampleNote.In(m.Lang()), do: func() tea.Cmd { return MakeExample(m, s.office) }})
	}
	out = append(out,
		choice{title: text.TuiNewWorkspace, note: "N", do: func() tea.Cmd { return OpenCard(m, s.office, false) }},
		choice{title: text.TuiOpenOther, note: "O", do: func() tea.Cmd { return s.askOpen(m) }},
		choice{title: text.TuiGoGroup, note: "G", do: func() tea.Cmd { return m.Act(screen.ToGroup) }},
		choice{title: text.TuiGoRegistry, note: "R", do: func() tea.Cmd { return m.Act(screen.ToRegistry) }})
	return out
}

func (s *StartScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	lang := m.Lang()
	t := m.Theme()
	all := s.choices(m)
	s.list.N = len(all)
	w := min(a.W-8, 84)
	left := (a.W - w) / 2
	// What is said of the workspace under the cursor stands below, and the list has what room is left.
	var said []func(paint.Area)
	if path := s.under(); path != "" && !s.office.Shelf().Recent[s.list.At].Gone {
		said = wantingRows(m, s.wantings(m, &s.office.Shelf().Recent[s.list.At]), w)
	}
	foot := 2
	if len(said) > 0 {
		foot = len(said) + 3
	}
	box := a.Sub(left, max((a.H-len(all)-10-foot)/3, 1), w, a.H)
	box.Text(0, 0, " "+text.TuiName.In(lang)+" ", t.Brand)
	box.Text(paint.Width(text.TuiName.In(lang))+4, 0, text.TuiTagline.In(lang), t.Title)
	y, recent := 2, len(s.office.Shelf().Recent)
	if recent == 0 || a.H >= 30 { // whoever comes back knows what it is
		y = box.Wrapped(2, text.TuiPromise.In(lang), t.Faint) + 1
	}
	head := text.TuiRecent
	if recent == 0 {
		head = text.TuiBegin
	}
	box.Text(0, y, head.In(lang), t.Head)
	y++
	room := max(a.H-foot-(box.Y-a.Y)-y, 3)
	if recent > 0 {
		room = max(room-2, 3) // a blank line and a heading between what was opened before and the rest
	}
	s.list.Window(room)
	for k := range min(room, len(all)-s.list.Top) {
		i := s.list.Top + k
		if i == recent && recent > 0 && k > 0 {
			y++
			box.Text(0, y+k, text.TuiBegin.In(lang), t.Head)
			y++
		}
		c, row := all[i], box.Rows(y+k, 1)
		st := t.Text
		if c.gone {
			st = t.Faint.With(paint.Strike)
		}
		x := row.Cut(3, 0, max(36, w-paint.Width(c.note)-7), c.title.In(lang), st)
		noteX := max(x+3, 34)
		row.Right(noteX, 0, w-noteX-1, kit.Shorten(c.note, w-noteX-1), t.Faint)
		kit.CursorRow(m, row, i == s.list.At)
	}
	if len(said) > 0 {
		panel := a.Sub(left, a.H-len(said)-2, w, len(said)+1)
		panel.Repeat(0, 0, w, t.Chrome.Dash, t.Frame)
		for k, draw := range said {
			draw(panel.Rows(k+1, 1))
		}
	}
	if version := s.office.Begun().Version; version != "" {
		a.Text(a.W-2-paint.Width(version), a.H-1, version, t.Faint)
	}
	return screen.Caret{}
}

// MakeExample makes the example enterprise as a new file beside the others and opens it; one made before is opened. One that
// is spoiled or was never finished keeps nobody out: another is made beside it.
func MakeExample(m screen.Desk, o Office) tea.Cmd {
	m.Say(screen.Plain, text.TuiMakingExample)
	make, ctx, first := o.Begun().Example, m.Context(), ExamplePath()
	return func() tea.Msg {
		path, said := first, text.Pair{}
		for k := 2; thereIs(path) && !usable(path) && k < 100; k++ {
			said = text.TuiExampleAnew.With(first)
			path = strings.TrimSuffix(first, ".yice") + "-" + strconv.Itoa(k) + ".yice"
		}
		if !thereIs(path) {
			if err := make(ctx, path); err != nil {
				return screen.Do(func() tea.Cmd {
					m.Say(screen.Plain, text.Pair{})
					kit.Refuse(m, text.TuiExample, ruling.Wrong(err))
					return nil
				})
			}
		}
		return screen.Do(func() tea.Cmd { return o.OpenMade(path, said) })
	}
}

// usable reports a workspace that can be opened and holds more than a card.
func usable(path string) bool {
	w, err := store.Open(path, store.Options{ReadOnly: true})
	if err != nil {
		return false
	}
	defer w.Close()
	books, err := w.Books()
	return err == nil && slices.ContainsFunc(books, func(b store.BookInfo) bool { return b.Rows > 1 })
}

// ExamplePath is where the example is made.
func ExamplePath() string {
	dir, err := os.UserHomeDir()
	if err != nil {
		dir = "."
	}
	return filepath.Join(dir, "yice-example.yice")
}

// askOpen asks for the path of a workspace.
func (s *StartScreen) askOpen(m screen.Desk) tea.Cmd {
	return kit.AskPath(m, text.TuiOpenOther, text.TuiOpenSay, s.typed, kit.PathWant{Ext: []string{".yice", registry.Ending}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		s.typed = typed
		return text.Pair{}, s.office.OpenFile(path)
	})
}

// AskAgain asks for the path once more, with what was typed, where that could not be opened; nothing where it came from the list.
func (s *StartScreen) AskAgain(m screen.Desk, path string) tea.Cmd {
	if s.typed == "" || kit.Expand(s.typed) != path {
		return nil
	}
	return s.askOpen(m)
}
