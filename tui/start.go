package tui

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
	"yice/tui/regulator"
	"yice/tui/screen"
)

// startScreen is what is seen first without a workspace: those opened before, a new one, another one, the example.
type startScreen struct {
	over bool // laid over an open session: Esc goes back to it
	list kit.List
}

// choice is one line of the start screen.
type choice struct {
	title text.Pair
	note  string
	gone  bool
	do    func(m *Root) tea.Cmd
}

func (s *startScreen) place() *Place                         { return InStart }
func (s *startScreen) crumb(*Root) string                    { return "" }
func (s *startScreen) key(*Root, tea.KeyPressMsg) tea.Cmd    { return nil }
func (s *startScreen) paste(*Root, string) tea.Cmd           { return nil }
func (s *startScreen) answer(*Root, tea.Msg) (tea.Cmd, bool) { return nil, false }
func (s *startScreen) follow(m *Root) tea.Cmd {
	path := s.under(m)
	return tea.Batch(m.askStopped(path), m.askKept(path))
}

// InStart is what is there before a workspace is open.
var InStart = &Place{ID: "start", Title: text.TuiPlaceStart, For: text.TuiForStart, Met: 10, Head: screen.Headless, Opener: "start"}

func startActions() []Action {
	on := func(f func(m *Root, s *startScreen, key string) tea.Cmd) func(*Root, string) tea.Cmd {
		return func(m *Root, key string) tea.Cmd {
			if s, ok := m.top().(*startScreen); ok {
				return f(m, s, key)
			}
			return nil
		}
	}
	return []Action{
		{
			ID: "start.take", Title: text.TuiTakeChoice, Foot: text.TuiFootOpen, Keys: []string{"enter"}, Where: InStart, Rank: 1,
			Do: on(func(m *Root, s *startScreen, _ string) tea.Cmd {
				if all := s.choices(m); s.list.At < len(all) {
					return all[s.list.At].do(m)
				}
				return nil
			}),
		},
		{
			ID: "start.move", Title: text.TuiMove, Foot: text.TuiFootMove, Keys: kit.ListKeys, Caps: "↑↓", Where: InStart, Rank: 2,
			Do: on(func(m *Root, s *startScreen, key string) tea.Cmd {
				s.list.N = len(s.choices(m))
				s.list.Move(key)
				return s.follow(m)
			}),
		},
		{
			ID: "start.backups", Title: text.TuiRestore, Foot: text.TuiFootBackups, Keys: []string{"b"}, Where: InStart, Rank: 4,
			On: func(m *Root) bool { s, ok := m.top().(*startScreen); return ok && s.under(m) != "" },
			Do: on(func(m *Root, s *startScreen, _ string) tea.Cmd { return m.Push(keeping.NewBackups(m, s.under(m))) }),
		},
		{
			ID: "start.on", Title: text.TuiGoOn, Foot: text.TuiFootGoOn, Keys: []string{"c", "shift+c"}, Where: InStart, Rank: 3,
			On: func(m *Root) bool { s, ok := m.top().(*startScreen); return ok && m.stopped[s.under(m)].ok },
			Do: on(func(m *Root, s *startScreen, _ string) tea.Cmd { return s.goOn(m) }),
		},
		{ID: "start.open", Title: text.TuiOpenOther, Keys: []string{"o"}, Where: InStart, Do: on(func(m *Root, _ *startScreen, _ string) tea.Cmd { return m.askOpen() })},
		{
			ID: "start.back", Title: text.TuiBack, Foot: text.TuiFootBack, Keys: []string{"esc"}, Where: InStart, Rank: 3,
			On: func(m *Root) bool { s, ok := m.top().(*startScreen); return ok && s.over },
			Do: on(func(m *Root, _ *startScreen, _ string) tea.Cmd { return m.back() }),
		},
	}
}

// under is the workspace under the cursor, "" where the cursor is on something else.
func (s *startScreen) under(m *Root) string {
	if s.list.At < len(m.recent) {
		return m.recent[s.list.At].Path
	}
	return ""
}

// choices are the lines of the screen: recent workspaces first, for they are what people come for.
func (s *startScreen) choices(m *Root) []choice {
	var out []choice
	for _, f := range m.recent {
		path := f.Path
		title := text.Same(paint.Safe(f.Name) + "  " + strconv.Itoa(f.Year))
		c := choice{title: title, note: paint.Safe(path), gone: f.Gone, do: func(m *Root) tea.Cmd { return m.openBook(path, nil, "", 0) }}
		if f.Gone {
			c.do = func(m *Root) tea.Cmd { m.say(screen.Bad, text.TuiGone.With(path)); return nil }
		}
		out = append(out, c)
	}
	if m.o.Example != nil {
		out = append(out, choice{title: text.TuiExample, note: text.TuiExampleNote.In(m.lang), do: (*Root).makeExample})
	}
	out = append(out,
		choice{title: text.TuiNewWorkspace, note: "N", do: func(m *Root) tea.Cmd { return m.openNew(false) }},
		choice{title: text.TuiOpenOther, note: "O", do: (*Root).askOpen},
		choice{title: text.TuiGoGroup, note: "G", do: (*Root).openGroup},
		choice{title: text.TuiGoRegistry, note: "R", do: (*Root).askRegistry})
	return out
}

func (s *startScreen) draw(m *Root, a paint.Area) screen.Caret {
	t := m.th
	all := s.choices(m)
	s.list.N = len(all)
	w := min(a.W-8, 84)
	left := (a.W - w) / 2
	// What is said of the workspace under the cursor stands below, and the list has what room is left.
	var said []func(paint.Area)
	if path := s.under(m); path != "" && !m.recent[s.list.At].Gone {
		said = m.wantingRows(m.wantings(&m.recent[s.list.At]), w)
	}
	foot := 2
	if len(said) > 0 {
		foot = len(said) + 3
	}
	box := a.Sub(left, max((a.H-len(all)-10-foot)/3, 1), w, a.H)
	box.Text(0, 0, " "+text.TuiName.In(m.lang)+" ", t.Brand)
	box.Text(paint.Width(text.TuiName.In(m.lang))+4, 0, text.TuiTagline.In(m.lang), t.Title)
	y, recent := 2, len(m.recent)
	if recent == 0 || a.H >= 30 { // whoever comes back knows what it is
		y = box.Wrapped(2, text.TuiPromise.In(m.lang), t.Faint) + 1
	}
	head := text.TuiRecent
	if recent == 0 {
		head = text.TuiBegin
	}
	box.Text(0, y, head.In(m.lang), t.Head)
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
			box.Text(0, y+k, text.TuiBegin.In(m.lang), t.Head)
			y++
		}
		c, row := all[i], box.Rows(y+k, 1)
		st := t.Text
		if c.gone {
			st = t.Faint.With(paint.Strike)
		}
		x := row.Cut(3, 0, max(36, w-paint.Width(c.note)-7), c.title.In(m.lang), st)
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
	if m.o.Version != "" {
		a.Text(a.W-2-paint.Width(m.o.Version), a.H-1, m.o.Version, t.Faint)
	}
	return screen.Caret{}
}

// makeExample makes the example enterprise as a new file beside the others and opens it; one made before is opened. One that
// is spoiled or was never finished keeps nobody out: another is made beside it.
func (m *Root) makeExample() tea.Cmd {
	m.say(screen.Plain, text.TuiMakingExample)
	make, ctx, first := m.o.Example, m.ctx, examplePath()
	return func() tea.Msg {
		path, said := first, text.Pair{}
		for k := 2; thereIs(path) && !usable(path) && k < 100; k++ {
			said = text.TuiExampleAnew.With(first)
			path = strings.TrimSuffix(first, ".yice") + "-" + strconv.Itoa(k) + ".yice"
		}
		if !thereIs(path) {
			if err := make(ctx, path); err != nil {
				return doMsg(func(m *Root) tea.Cmd { m.note = note{}; m.refuse(text.TuiExample, err); return nil })
			}
		}
		return doMsg(func(m *Root) tea.Cmd { return m.openMadeBook(path, said) })
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

func examplePath() string {
	dir, err := os.UserHomeDir()
	if err != nil {
		dir = "."
	}
	return filepath.Join(dir, "yice-example.yice")
}

// askOpen asks for the path of a workspace.
func (m *Root) askOpen() tea.Cmd {
	return kit.AskPath(m, text.TuiOpenOther, text.TuiOpenSay, "", kit.PathWant{Ext: []string{".yice", registry.Ending}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		if strings.EqualFold(filepath.Ext(path), registry.Ending) {
			return text.Pair{}, regulator.OpenRegistry(m, m, path)
		}
		return text.Pair{}, m.openBook(path, nil, "", 0)
	})
}
