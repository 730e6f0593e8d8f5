package tui

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/paint"
)

// startScreen is what is seen first without a workspace: those opened before, a new one, another one, the example.
type startScreen struct {
	over bool // laid over an open session: Esc goes back to it
	list list
}

// choice is one line of the start screen.
type choice struct {
	title text.Pair
	note  string
	gone  bool
	do    func(m *Root) tea.Cmd
}

func (s *startScreen) place() Place                          { return InStart }
func (s *startScreen) crumb(*Root) string                    { return "" }
func (s *startScreen) key(*Root, tea.KeyPressMsg) tea.Cmd    { return nil }
func (s *startScreen) paste(*Root, string) tea.Cmd           { return nil }
func (s *startScreen) answer(*Root, tea.Msg) (tea.Cmd, bool) { return nil, false }
func (s *startScreen) follow(*Root) tea.Cmd                  { return nil }

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
				if all := s.choices(m); s.list.at < len(all) {
					return all[s.list.at].do(m)
				}
				return nil
			}),
		},
		{
			ID: "start.move", Title: text.TuiMove, Foot: text.TuiFootMove, Keys: listKeys, Caps: "↑↓", Where: InStart, Rank: 2,
			Do: on(func(m *Root, s *startScreen, key string) tea.Cmd {
				s.list.n = len(s.choices(m))
				s.list.move(key)
				return nil
			}),
		},
		{ID: "start.new", Title: text.TuiNewWorkspace, Keys: []string{"n"}, Where: InStart, Do: on(func(m *Root, _ *startScreen, _ string) tea.Cmd { return m.askNew() })},
		{ID: "start.open", Title: text.TuiOpenOther, Keys: []string{"o"}, Where: InStart, Do: on(func(m *Root, _ *startScreen, _ string) tea.Cmd { return m.askOpen() })},
		{
			ID: "start.back", Title: text.TuiBack, Foot: text.TuiFootBack, Keys: []string{"esc"}, Where: InStart, Rank: 3,
			On: func(m *Root) bool { s, ok := m.top().(*startScreen); return ok && s.over },
			Do: on(func(m *Root, _ *startScreen, _ string) tea.Cmd { return m.back() }),
		},
	}
}

// choices are the lines of the screen: recent workspaces first, for they are what people come for.
func (s *startScreen) choices(m *Root) []choice {
	var out []choice
	for _, f := range m.recent {
		path := f.Path
		title := text.Same(paint.Safe(f.Name) + "  " + strconv.Itoa(f.Year))
		c := choice{title: title, note: paint.Safe(path), gone: f.Gone, do: func(m *Root) tea.Cmd { return m.openBook(path, nil, "", 0) }}
		if f.Gone {
			c.do = func(m *Root) tea.Cmd { m.say(bad, text.TuiGone.With(path)); return nil }
		}
		out = append(out, c)
	}
	if m.o.Example != nil {
		out = append(out, choice{title: text.TuiExample, note: text.TuiExampleNote.In(m.lang), do: (*Root).makeExample})
	}
	out = append(out,
		choice{title: text.TuiNewWorkspace, note: "N", do: (*Root).askNew},
		choice{title: text.TuiOpenOther, note: "O", do: (*Root).askOpen},
		choice{title: text.TuiGoGroup, note: "G", do: (*Root).openGroup})
	return out
}

func (s *startScreen) draw(m *Root, a paint.Area) caret {
	t := m.th
	all := s.choices(m)
	s.list.n = len(all)
	w := min(a.W-8, 84)
	box := a.Sub((a.W-w)/2, max((a.H-len(all)-12)/3, 1), w, a.H)
	box.Text(0, 0, " "+text.TuiName.In(m.lang)+" ", t.Brand)
	box.Text(paint.Width(text.TuiName.In(m.lang))+4, 0, text.TuiTagline.In(m.lang), t.Title)
	for y, l := range paint.Wrap(text.TuiPromise.In(m.lang), w) {
		box.Text(0, 2+y, l, t.Faint)
	}
	y := 3 + len(paint.Wrap(text.TuiPromise.In(m.lang), w))
	recent := len(m.recent)
	head := text.TuiRecent
	if recent == 0 {
		head = text.TuiBegin
	}
	box.Text(0, y, head.In(m.lang), t.Head)
	y++
	room := max(box.H-y-2, 3)
	s.list.window(room)
	for k := range min(room, len(all)-s.list.top) {
		i := s.list.top + k
		if i == recent && recent > 0 {
			y++
			box.Text(0, y+k, text.TuiBegin.In(m.lang), t.Head)
			y++
		}
		c, row := all[i], box.Rows(y+k, 1)
		st := t.Text
		if c.gone {
			st = t.Faint.With(paint.Strike)
		}
		x := row.Cut(3, 0, 36, c.title.In(m.lang), st)
		noteX := max(x+3, 34)
		row.Right(noteX, 0, w-noteX-1, shorten(c.note, w-noteX-1), t.Faint)
		m.cursorRow(row, i == s.list.at)
	}
	if m.o.Version != "" {
		a.Text(a.W-2-paint.Width(m.o.Version), a.H-1, m.o.Version, t.Faint)
	}
	return caret{}
}

// shorten keeps the end of a path, which tells more than its beginning.
func shorten(s string, w int) string {
	if paint.Width(s) <= w {
		return s
	}
	cs := paint.Clusters(s)
	used := 1
	i := len(cs)
	for i > 0 && used+cs[i-1].Width <= w {
		i--
		used += cs[i].Width
	}
	var b strings.Builder
	b.WriteString("…")
	for _, c := range cs[i:] {
		b.WriteString(c.Text)
	}
	return b.String()
}

// makeExample makes the example enterprise as a new file beside the others and opens it; one made before is opened.
func (m *Root) makeExample() tea.Cmd {
	m.say(plain, text.TuiMakingExample)
	make, ctx := m.o.Example, m.ctx
	return func() tea.Msg {
		path := examplePath()
		if _, err := os.Stat(path); err != nil {
			if err := make(ctx, path); err != nil {
				return sayMsg{bad, sentence(err)}
			}
		}
		return doMsg(func(m *Root) tea.Cmd { return m.openBook(path, nil, "", 0) })
	}
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
	return m.askPath(text.TuiOpenOther, text.TuiOpenSay, "", pathWant{ext: []string{".yice"}}, func(m *Root, typed string) (text.Pair, tea.Cmd) {
		path := expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, m.openBook(path, nil, "", 0)
	})
}

// askNew asks, one after another, what a new workspace needs: name, code, type, year, path.
func (m *Root) askNew() tea.Cmd {
	n := &newBook{year: strconv.Itoa(m.now().Year() - 1)}
	return n.ask(m, 0)
}

// newBook is a workspace about to be made.
type newBook struct{ name, uscc, typ, year, path string }

// ask asks question i; an answer that will not do is said at once, under the field.
func (n *newBook) ask(m *Root, i int) tea.Cmd {
	f := form.ByID("enterprise")
	questions := []struct {
		say   text.Pair
		value *string
		check func(string) text.Pair
	}{
		{text.TuiNewName, &n.name, parses(f, "name")},
		{text.TuiNewUSCC, &n.uscc, parses(f, "uscc")},
		{text.TuiNewType, &n.typ, parses(f, "type")},
		{text.TuiNewYear, &n.year, isYear},
		{text.TuiNewPath, &n.path, func(s string) text.Pair {
			if expand(s) == "" {
				return text.TuiPathEmpty
			}
			return text.Pair{}
		}},
	}
	q := questions[i]
	if q.value == &n.path && n.path == "" {
		n.path = fileName(n.name) + ".yice"
	}
	title := text.TuiNewTitle.With(i+1, len(questions))
	then := func(m *Root, typed string) (text.Pair, tea.Cmd) {
		typed = strings.TrimSpace(typed)
		if wrong := q.check(typed); !wrong.Empty() {
			return wrong, nil
		}
		*q.value = typed
		if i+1 < len(questions) {
			return text.Pair{}, n.ask(m, i+1)
		}
		return text.Pair{}, n.make(m)
	}
	if q.value == &n.path {
		return m.askPath(title, q.say, n.path, pathWant{save: true, ext: []string{".yice"}}, then)
	}
	m.open(newInput(title, q.say, *q.value, then), false)
	return nil
}

// parses gives the check of an answer that fills a field of the enterprise's card.
func parses(f *form.Form, field string) func(string) text.Pair {
	return func(s string) text.Pair {
		if s == "" {
			return text.TuiAnswerEmpty
		}
		if _, err := f.Field(field).Parse(s, form.NoUnit); err != nil {
			return sentence(err)
		}
		return text.Pair{}
	}
}

func isYear(s string) text.Pair {
	if y, err := strconv.Atoi(s); err != nil || y < 2000 || y > 2100 {
		return text.TuiNotAYear
	}
	return text.Pair{}
}

// fileName makes a file's name of an enterprise's: what file systems refuse is left out.
func fileName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return -1
		}
		return r
	}, s)
	if s == "" {
		return "yice"
	}
	return s
}

// make makes the workspace with its enterprise and opens it.
func (n *newBook) make(m *Root) tea.Cmd {
	o, now := m.o, m.now
	book := *n
	return func() tea.Msg {
		path := expand(book.path)
		w, err := store.Create(path, store.Options{Now: now})
		if err != nil {
			return sayMsg{bad, sentence(err)}
		}
		if err := book.fill(w, o); err != nil {
			_ = w.Close()
			return sayMsg{bad, sentence(err)}
		}
		if err := w.Close(); err != nil {
			return sayMsg{bad, sentence(err)}
		}
		return doMsg(func(m *Root) tea.Cmd { return m.openBook(path, nil, "", 0) })
	}
}

func (n *newBook) fill(w *store.Workspace, o Options) error {
	year, err := strconv.Atoi(n.year)
	if err != nil {
		return err
	}
	f := form.ByID("enterprise")
	v, err := f.Field("uscc").Parse(n.uscc, form.NoUnit)
	if err != nil {
		return err
	}
	s, err := entry.Open(w, v.Str(), year, entry.Options{Who: o.Who, Pack: o.Pack, Template: o.Template, Now: o.Now, Create: true})
	if err != nil {
		return err
	}
	row := int64(0)
	if rows := s.Records(f); len(rows) > 0 {
		row = rows[0].ID
	}
	_, err = s.Apply(text.TuiNewWorkspace, []entry.Edit{{Form: f, Row: row, Field: "name", Typed: n.name}, {Form: f, Row: rowOr(row), Field: "type", Typed: n.typ}})
	if err != nil {
		return err
	}
	return s.Close()
}

// rowOr names the row that the edit before made, where there was none.
func rowOr(row int64) int64 {
	if row == 0 {
		return -1
	}
	return row
}
