package tui

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/filing"
	"yice/filing/intake"
	"yice/form"
	"yice/text"
	"yice/tui/keying"
	"yice/tui/kit"
	"yice/tui/screen"
)

// importScreen brings a file in: the table itself with what each row is, how it is read, what it comes to, what is open and
// what would change; then the writing of it. Nothing is written before it is asked for.
type importScreen struct {
	still
	path string
	hint *form.Form // the form the screen was opened from; nil: none

	// What was chosen here, and what what is shown was made with: a reading that is stopped takes the choices back.
	importChoices
	was importChoices

	src    *filing.Source
	sheets []intake.Sheet
	cols   []intake.Column
	shape  intake.Shape
	lines  []filing.PlannedLine
	plan   *filing.Plan
	wrong  text.Pair // why there is no plan
	garble bool      // the file could not be read in the encoding it was thought to have

	under   *importTask
	last    *importTask // begun last: no two read the file at a time
	writing *task       // the writing under way; nil: none is
	gauge   *gauge

	view    importView
	lists   [importViews]kit.List
	table   importTable
	choices []readingChoice
	values  []meaning
	left    []leftRow
	open    []unsettled
	onward  bool // an answer leads on to the next question, and to the writing
}

// importChoices are what was chosen about a file.
type importChoices struct {
	read     filing.ReadOptions
	form     *form.Form
	recipe   *filing.Recipe // nil: whatever fits
	mode     filing.ImportMode
	accept   string // why totals may differ
	blanks   bool   // blank cells erase
	goodRows bool   // the refused ones may stay out
	declined map[string]bool
}

// importView is what is looked at.
type importView uint8

const (
	viewTable importView = iota
	viewHow
	viewValues
	viewSums
	viewChanges
	viewLeft
	importViews
)

// importListed rows of refusals, and of doubles, are listed.
const importListed = 200

func (s *importScreen) place() *Place        { return InImport }
func (s *importScreen) crumb(m *Root) string { return text.TuiImport.In(m.lang) }

func (s *importScreen) follow(*Root) tea.Cmd { s.arrange(); return nil }

// paste takes a path that was pasted or dropped onto the window.
func (s *importScreen) paste(m *Root, typed string) tea.Cmd {
	if paths := kit.PastedPaths(typed); len(paths) > 0 {
		return s.take(m, paths[0])
	}
	if path := kit.Expand(typed); path != "" && !strings.ContainsAny(path, "\r\n") {
		return s.take(m, path)
	}
	return nil
}

// openImport opens the screen and asks for the file.
func (m *Root) openImport() tea.Cmd {
	s := &importScreen{}
	switch t := m.top().(type) {
	case *keying.TableScreen:
		s.hint = t.Form
	case *keying.CardScreen:
		s.hint = t.Form
	}
	cmd := m.push(s)
	return tea.Batch(cmd, s.askPath(m))
}

// InImport is a file coming in.
var InImport = &Place{ID: "import", Title: text.TuiPlaceImport, For: text.TuiForImport, Met: 220, Opener: "import"}

func importActions() []Action {
	when := func(so func(s *importScreen) bool) func(m *Root) bool {
		return func(m *Root) bool { s, ok := m.top().(*importScreen); return ok && so(s) }
	}
	idle := when(func(s *importScreen) bool { return !s.busy() })
	return []Action{
		{
			ID: "import.go", Title: text.TuiImpGo, Foot: text.TuiFootImport, Keys: []string{"f9", "f7"}, Where: InImport, Rank: 1, On: when(func(s *importScreen) bool { return s.writing == nil }),
			Do: on(func(m *Root, s *importScreen, _ string) tea.Cmd { return s.goOn(m) }),
		},
		{
			ID: "import.act", Title: text.TuiImpAct, Foot: text.TuiFootChange, Keys: []string{"enter"}, Where: InImport, Rank: 2, On: idle,
			Do: on(func(m *Root, s *importScreen, _ string) tea.Cmd { s.onward = false; return s.act(m) }),
		},
		{
			ID: "import.view", Title: text.TuiImpView, Foot: text.TuiFootView, Keys: []string{"tab", "shift+tab"}, Where: InImport, Rank: 3,
			Do: on(func(_ *Root, s *importScreen, key string) tea.Cmd { s.turn(key); return nil }),
		},
		{
			ID: "import.confirm", Title: text.TuiImpConfirm, Foot: text.TuiFootConfirm, Keys: []string{"y", "shift+y"}, Where: InImport, Rank: 4,
			On: when(func(s *importScreen) bool { return !s.busy() && s.assumed() > 0 }),
			Do: on(func(m *Root, s *importScreen, _ string) tea.Cmd { s.onward = false; return s.confirm(m) }),
		},
		{
			ID: "import.next", Title: text.TuiImpNext, Foot: text.TuiFootImpNext, Keys: []string{"n", "shift+n"}, Where: InImport, Rank: 5,
			On: when(func(s *importScreen) bool { return s.plan != nil }),
			Do: on(func(m *Root, s *importScreen, key string) tea.Cmd { s.toNext(m, key == "n"); return nil }),
		},
		{
			ID: "import.recipe", Title: text.TuiImpRecSave, Foot: text.TuiFootRecSave, Keys: []string{"ctrl+s"}, Where: InImport, Rank: 6,
			On: when(func(s *importScreen) bool { return !s.busy() && s.src != nil }),
			Do: on(func(m *Root, s *importScreen, _ string) tea.Cmd { return s.saveRecipe(m) }),
		},
		{
			ID: "import.save", Title: text.TuiImpSave, Foot: text.TuiFootSaveBad, Keys: []string{"ctrl+r"}, Where: InImport, Rank: 7,
			On: when(func(s *importScreen) bool { return !s.busy() && s.refused() > 0 }),
			Do: on(func(m *Root, s *importScreen, _ string) tea.Cmd { return s.askSave(m) }),
		},
		{
			ID: "import.side", Title: text.TuiImpSide, Keys: []string{"left", "right"}, Where: InImport,
			Do: on(func(_ *Root, s *importScreen, key string) tea.Cmd { s.table.side(key); return nil }),
		},
		{
			ID: "import.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InImport,
			Do: on(func(_ *Root, s *importScreen, key string) tea.Cmd { s.list().Move(key); return nil }),
		},
		{
			ID: "import.leave", Title: text.TuiImpLeave, Foot: text.TuiFootBack, Keys: []string{"esc", "ctrl+c"}, Where: InImport, Rank: 95,
			Do: on(func(m *Root, s *importScreen, _ string) tea.Cmd { return s.leave(m) }),
		},
		{
			ID: "import", Title: text.TuiGoImport, Keys: []string{"f7"}, Where: screen.Anywhere, On: func(m *Root) bool { return m.desk != nil },
			Do: func(m *Root, _ string) tea.Cmd { return m.openImport() },
		},
	}
}

// list is the one that the cursor moves in.
func (s *importScreen) list() *kit.List { return &s.lists[s.view] }

// turn goes to the next view, or the one before.
func (s *importScreen) turn(key string) {
	step := importView(1)
	if key == "shift+tab" {
		step = importViews - 1
	}
	s.view = (s.view + step) % importViews
}

// leave stops what is under way, or closes the screen.
func (s *importScreen) leave(m *Root) tea.Cmd {
	if s.under != nil {
		// A reading that was stopped has no more to say.
		s.under.cancel()
		s.under, s.onward = nil, false
		if s.plan != nil {
			s.importChoices = s.was // the plan that is shown is of these
		}
		s.arrange()
		m.say(screen.Plain, text.TuiImpStopped)
		return nil
	}
	src := s.src
	if s.writing != nil {
		src = nil // it is read still, and closed when it is written
	}
	s.src = nil
	return tea.Batch(m.back(), closeSource(src, s.last))
}

// closeSource lets go of a source, off the frame, once nothing reads it any more.
func closeSource(src *filing.Source, last *importTask) tea.Cmd {
	if src == nil {
		return nil
	}
	return func() tea.Msg {
		last.wait()
		if err := src.Close(); err != nil {
			return sayMsg{screen.Bad, kit.Sentence(err)}
		}
		return nil
	}
}

// take reads another file.
func (s *importScreen) take(m *Root, path string) tea.Cmd {
	if s.writing != nil {
		return nil
	}
	s.path, s.importChoices, s.view, s.lists, s.table = path, importChoices{}, viewTable, [importViews]kit.List{}, importTable{}
	return s.load(m)
}

// busy reports whether the file is being read or written.
func (s *importScreen) busy() bool { return s.under != nil || s.writing != nil }

func (s *importScreen) answer(m *Root, msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case plannedMsg:
		return s.planned(m, msg), true
	}
	return nil, false
}

// planned takes what was read; a reading that was stopped or overtaken only closes its file.
func (s *importScreen) planned(m *Root, msg plannedMsg) tea.Cmd {
	if msg.task != s.under {
		if msg.src != s.src {
			return closeSource(msg.src, msg.task)
		}
		return nil
	}
	s.under = nil
	var cmd tea.Cmd
	if s.src != msg.src {
		cmd = closeSource(s.src, nil)
	}
	s.src, s.importChoices, s.was = msg.src, msg.importChoices, msg.importChoices
	s.sheets, s.cols, s.shape, s.lines, s.plan, s.gauge = msg.sheets, msg.cols, msg.shape, msg.lines, msg.plan, msg.gauge
	s.wrong = text.Pair{}
	if msg.err != nil {
		s.wrong = kit.Sentence(msg.err)
	}
	var f *text.Fault
	s.garble = errors.As(msg.err, &f) && f.Code == "filing.encoding"
	switch {
	case s.garble:
		s.view, s.lists[viewHow].At = viewHow, 1
	case msg.fresh:
		s.lists[viewTable].At = s.firstRow()
	}
	s.arrange()
	switch {
	case s.src != nil && s.form == nil:
		s.askForm(m)
	case s.onward:
		return tea.Batch(cmd, s.goOn(m))
	}
	return cmd
}

func (s *importScreen) refused() int64 {
	if s.plan == nil {
		return 0
	}
	return s.plan.Result.RefusedCount
}

// arrange lists what each view shows for what is known of the file.
func (s *importScreen) arrange() {
	s.table.measure(s)
	s.choices, s.values, s.left = s.listChoices(), s.listValues(), s.listLeft()
	s.open = s.listOpen()
	for v, n := range [importViews]int{len(s.lines), len(s.choices), len(s.values), s.lists[viewSums].N, s.changeRows(), len(s.left)} {
		s.lists[v].N = n
		s.lists[v].Clamp()
	}
}

// write brings the rows in behind everything keyed before, as one step of undo. What is keyed meanwhile waits for it.
func (s *importScreen) write(m *Root, goodRows bool) tea.Cmd {
	plan, whole, src, recipe, last := s.plan, m.ctx, s.src, s.recipe, s.last
	if plan == nil || s.busy() {
		return nil
	}
	t := &task{title: text.TuiTaskImport.With(plan.Form.Title), holds: true}
	s.gauge.of.Store(plan.Result.Read)
	s.gauge.to.Store(&t.Meter)
	s.gauge.part = text.TuiImpWriting
	s.writing = t
	ctx := m.enter(t)
	var result filing.Result
	var failed error
	_, written := m.desk.enqueue(&job{large: true, do: func(session *entry.Session) (entry.Outcome, error) {
		last.wait()
		result, failed = plan.Apply(ctx, goodRows)
		switch {
		case errors.Is(failed, context.Canceled):
			// It may have been stopped between the writing and the reading of what was written.
			return entry.Outcome{}, session.Reload(whole)
		case failed == nil && result.Written:
			return entry.Outcome{}, keepReading(session, src, plan.Form, recipe)
		}
		return entry.Outcome{}, nil
	}}, reasoned)
	return m.carry(t, func() (func(m *Root) tea.Cmd, error) {
		msg := written()
		return func(m *Root) tea.Cmd {
			_, cmd := m.Update(msg)
			if failed == nil && result.Written {
				cmd = tea.Batch(cmd, m.reread())
			}
			return tea.Batch(cmd, s.imported(m, result, failed, src))
		}, nil
	})
}

// reread reads the open tables anew: lines came in that nobody keyed there.
func (m *Root) reread() tea.Cmd {
	var cmds []tea.Cmd
	for _, s := range m.stack {
		if g, ok := s.(*keying.TableScreen); ok {
			cmds = append(cmds, g.Reread(m))
		}
	}
	return tea.Batch(cmds...)
}

// keepReading keeps how the file was read, where that was chosen here, for the next one with its header.
func keepReading(session *entry.Session, src *filing.Source, f *form.Form, recipe *filing.Recipe) error {
	if recipe == nil {
		return nil
	}
	w := session.Workspace()
	if err := filing.RememberColumns(w, f, recipe); err != nil {
		return err
	}
	return filing.KeepRecipe(w, src.Fingerprint(), recipe.Kept())
}

// imported says what became of the writing. With rows passed over the screen stays: they can be saved.
func (s *importScreen) imported(m *Root, r filing.Result, err error, src *filing.Source) tea.Cmd {
	s.writing = nil
	here := m.top() == any(s)
	switch {
	case errors.Is(err, context.Canceled):
		m.say(screen.Warn, text.TuiImpStopped)
	case err != nil:
		m.say(screen.Bad, kit.Sentence(err))
	case !r.Written:
		m.say(screen.Bad, text.TuiImpBlocked.With(kit.Count(r.RefusedCount)))
	case r.RefusedCount == 0 && here:
		cmd := s.leave(m)
		m.say(screen.Good, importDone(r))
		return cmd
	default:
		m.say(screen.Good, importDone(r))
		if s.src == src {
			return s.replan(m)
		}
	}
	if s.src != src { // the screen was left meanwhile
		return closeSource(src, nil)
	}
	return nil
}

func importDone(r filing.Result) text.Pair {
	if r.Added+r.Changed+r.Removed+r.RefusedCount == 0 {
		return text.TuiImpNothing
	}
	return text.TuiImpDone.With(r.Form.Title, kit.Count(r.Added), kit.Count(r.Changed), kit.Count(r.Unchanged), kit.Count(r.Removed), kit.Count(r.RefusedCount))
}

// base is the path of the file without its ending.
func (s *importScreen) base() string { return strings.TrimSuffix(s.path, filepath.Ext(s.path)) }
