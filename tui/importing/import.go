// Package importing is the room of a file coming in: the table itself with what each row is, how it is read, what it comes to, what
// is open and what would change; then the writing of it.
//
// Nothing is written before it is asked for, and then all of it as one step. The file is read beside the loop, by one reading at a
// time.
//
// Start reading at Screen, then listOpen.
package importing

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
	"yice/tui/kit"
	"yice/tui/screen"
)

// Screen brings a file in: the table itself with what each row is, how it is read, what it comes to, what is open and
// what would change; then the writing of it. Nothing is written before it is asked for.
type Screen struct {
	screen.Still
	office Office
	Path   string     // of the file
	hint   *form.Form // the form the screen was opened from; nil: none

	// What was chosen here, and what what is shown was made with: a reading that is stopped takes the choices back.
	importChoices
	was importChoices

	Source  *filing.Source // nil: it was not read
	sheets  []intake.Sheet
	Columns []intake.Column
	shape   intake.Shape
	lines   []filing.PlannedLine
	Plan    *filing.Plan // nil: there is none
	wrong   text.Pair    // why there is no plan
	garble  bool         // the file could not be read in the encoding it was thought to have

	under   *importTask
	last    *importTask // begun last: no two read the file at a time
	writing *kit.Work   // the writing under way; nil: none is
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

// Office is what the room asks of the shell besides a desk.
type Office interface {
	// BeginHolding begins long work that has the writer, behind everything keyed up to now: what is keyed meanwhile waits for it.
	// Then is done in the loop, once what it came to was taken.
	BeginHolding(w *kit.Work, do func(ctx context.Context, s *entry.Session) error, then screen.Do) tea.Cmd
	// Reread reads the open tables anew: lines came in that nobody keyed there.
	Reread() tea.Cmd
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

// Place says which of its keys are live.
func (s *Screen) Place() *screen.Place       { return InImport }
func (s *Screen) Crumb(m screen.Desk) string { return text.TuiImport.In(m.Lang()) }

func (s *Screen) Follow(screen.Desk) tea.Cmd { s.arrange(); return nil }

// paste takes a path that was pasted or dropped onto the window.
func (s *Screen) Paste(m screen.Desk, typed string) tea.Cmd {
	if paths := kit.PastedPaths(typed); len(paths) > 0 {
		return s.take(m, paths[0])
	}
	if path := kit.Expand(typed); path != "" && !strings.ContainsAny(path, "\r\n") {
		return s.take(m, path)
	}
	return nil
}

// Open opens the screen and asks for the file; hint is the form it is opened from, nil where it is from none.
func Open(m screen.Desk, o Office, hint *form.Form) tea.Cmd {
	s := &Screen{office: o, hint: hint}
	cmd := m.Push(s)
	return tea.Batch(cmd, s.askPath(m))
}

// InImport is a file coming in.
var InImport = &screen.Place{ID: "import", Title: text.TuiPlaceImport, For: text.TuiForImport, Met: 220, Opener: "import"}

// Declare declares it.
func Declare() screen.Declaration {
	when := func(so func(s *Screen) bool) func(m screen.Desk) bool {
		return func(m screen.Desk) bool { s, ok := m.Top().(*Screen); return ok && so(s) }
	}
	idle := when(func(s *Screen) bool { return !s.busy() })
	return screen.Declaration{Places: []*screen.Place{InImport}, Actions: []screen.Action{
		{
			ID: "import.go", Title: text.TuiImpGo, Foot: text.TuiFootImport, Keys: []string{"f9", "f7"}, Where: InImport, Rank: 1, On: when(func(s *Screen) bool { return s.writing == nil }),
			Do: screen.On(func(m screen.Desk, s *Screen, _ string) tea.Cmd { return s.goOn(m) }),
		},
		{
			ID: "import.act", Title: text.TuiImpAct, Foot: text.TuiFootChange, Keys: []string{"enter"}, Where: InImport, Rank: 2, On: idle,
			Do: screen.On(func(m screen.Desk, s *Screen, _ string) tea.Cmd { s.onward = false; return s.act(m) }),
		},
		{
			ID: "import.view", Title: text.TuiImpView, Foot: text.TuiFootView, Keys: []string{"tab", "shift+tab"}, Where: InImport, Rank: 3,
			Do: screen.On(func(_ screen.Desk, s *Screen, key string) tea.Cmd { s.turn(key); return nil }),
		},
		{
			ID: "import.confirm", Title: text.TuiImpConfirm, Foot: text.TuiFootConfirm, Keys: []string{"y", "shift+y"}, Where: InImport, Rank: 4,
			On: when(func(s *Screen) bool { return !s.busy() && s.assumed() > 0 }),
			Do: screen.On(func(m screen.Desk, s *Screen, _ string) tea.Cmd { s.onward = false; return s.confirm(m) }),
		},
		{
			ID: "import.next", Title: text.TuiImpNext, Foot: text.TuiFootImpNext, Keys: []string{"n", "shift+n"}, Where: InImport, Rank: 5,
			On: when(func(s *Screen) bool { return s.Plan != nil }),
			Do: screen.On(func(m screen.Desk, s *Screen, key string) tea.Cmd { s.toNext(m, key == "n"); return nil }),
		},
		{
			ID: "import.recipe", Title: text.TuiImpRecSave, Foot: text.TuiFootRecSave, Keys: []string{"ctrl+s"}, Where: InImport, Rank: 6,
			On: when(func(s *Screen) bool { return !s.busy() && s.Source != nil }),
			Do: screen.On(func(m screen.Desk, s *Screen, _ string) tea.Cmd { return s.saveRecipe(m) }),
		},
		{
			ID: "import.save", Title: text.TuiImpSave, Foot: text.TuiFootSaveBad, Keys: []string{"ctrl+r"}, Where: InImport, Rank: 7,
			On: when(func(s *Screen) bool { return !s.busy() && s.refused() > 0 }),
			Do: screen.On(func(m screen.Desk, s *Screen, _ string) tea.Cmd { return s.askSave(m) }),
		},
		{
			ID: "import.side", Title: text.TuiImpSide, Keys: []string{"left", "right"}, Where: InImport,
			Do: screen.On(func(_ screen.Desk, s *Screen, key string) tea.Cmd { s.table.side(key); return nil }),
		},
		{
			ID: "import.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InImport,
			Do: screen.On(func(_ screen.Desk, s *Screen, key string) tea.Cmd { s.list().Move(key); return nil }),
		},
		{
			ID: "import.leave", Title: text.TuiImpLeave, Foot: text.TuiFootBack, Keys: []string{"esc", "ctrl+c"}, Where: InImport, Rank: 95,
			Do: screen.On(func(m screen.Desk, s *Screen, _ string) tea.Cmd { return s.leave(m) }),
		},
	}}
}

// list is the one that the cursor moves in.
func (s *Screen) list() *kit.List { return &s.lists[s.view] }

// turn goes to the next view, or the one before.
func (s *Screen) turn(key string) {
	step := importView(1)
	if key == "shift+tab" {
		step = importViews - 1
	}
	s.view = (s.view + step) % importViews
}

// leave stops what is under way, or closes the screen.
func (s *Screen) leave(m screen.Desk) tea.Cmd {
	if s.under != nil {
		// A reading that was stopped has no more to say.
		s.under.cancel()
		s.under, s.onward = nil, false
		if s.Plan != nil {
			s.importChoices = s.was // the plan that is shown is of these
		}
		s.arrange()
		m.Say(screen.Plain, text.TuiImpStopped)
		return nil
	}
	src := s.Source
	if s.writing != nil {
		src = nil // it is read still, and closed when it is written
	}
	s.Source = nil
	return tea.Batch(m.Back(), closeSource(m, src, s.last))
}

// closeSource lets go of a source, off the frame, once nothing reads it any more.
func closeSource(m screen.Desk, src *filing.Source, last *importTask) tea.Cmd {
	if src == nil {
		return nil
	}
	return func() tea.Msg {
		last.wait()
		if err := src.Close(); err != nil {
			return screen.Saying(m, screen.Bad, kit.Sentence(err))
		}
		return nil
	}
}

// take reads another file.
func (s *Screen) take(m screen.Desk, path string) tea.Cmd {
	if s.writing != nil {
		return nil
	}
	s.Path, s.importChoices, s.view, s.lists, s.table = path, importChoices{}, viewTable, [importViews]kit.List{}, importTable{}
	return s.load(m)
}

// busy reports whether the file is being read or written.
func (s *Screen) busy() bool { return s.under != nil || s.writing != nil }

func (s *Screen) Answer(m screen.Desk, msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case plannedMsg:
		return s.planned(m, msg), true
	}
	return nil, false
}

// planned takes what was read; a reading that was stopped or overtaken only closes its file.
func (s *Screen) planned(m screen.Desk, msg plannedMsg) tea.Cmd {
	if msg.task != s.under {
		if msg.src != s.Source {
			return closeSource(m, msg.src, msg.task)
		}
		return nil
	}
	s.under = nil
	var cmd tea.Cmd
	if s.Source != msg.src {
		cmd = closeSource(m, s.Source, nil)
	}
	s.Source, s.importChoices, s.was = msg.src, msg.importChoices, msg.importChoices
	s.sheets, s.Columns, s.shape, s.lines, s.Plan, s.gauge = msg.sheets, msg.cols, msg.shape, msg.lines, msg.plan, msg.gauge
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
	case s.Source != nil && s.form == nil:
		s.askForm(m)
	case s.onward:
		return tea.Batch(cmd, s.goOn(m))
	}
	return cmd
}

func (s *Screen) refused() int64 {
	if s.Plan == nil {
		return 0
	}
	return s.Plan.Result.RefusedCount
}

// arrange lists what each view shows for what is known of the file.
func (s *Screen) arrange() {
	s.table.measure(s)
	s.choices, s.values, s.left = s.listChoices(), s.listValues(), s.listLeft()
	s.open = s.listOpen()
	for v, n := range [importViews]int{len(s.lines), len(s.choices), len(s.values), s.lists[viewSums].N, s.changeRows(), len(s.left)} {
		s.lists[v].N = n
		s.lists[v].Clamp()
	}
}

// write brings the rows in behind everything keyed before, as one step of undo. What is keyed meanwhile waits for it.
func (s *Screen) write(m screen.Desk, goodRows bool) tea.Cmd {
	plan, whole, src, recipe, last := s.Plan, m.Context(), s.Source, s.recipe, s.last
	if plan == nil || s.busy() {
		return nil
	}
	w, g := &kit.Work{Title: text.TuiTaskImport.With(plan.Form.Title)}, s.gauge
	g.of.Store(plan.Result.Read)
	s.writing = w
	var result filing.Result
	var failed error
	return s.office.BeginHolding(w, func(ctx context.Context, session *entry.Session) error {
		last.wait()
		g.to.Store(w.Meter)
		g.part = text.TuiImpWriting
		result, failed = plan.Apply(ctx, goodRows)
		switch {
		case errors.Is(failed, context.Canceled):
			// It may have been stopped between the writing and the reading of what was written.
			return session.Reload(whole)
		case failed == nil && result.Written:
			return keepReading(session, src, plan.Form, recipe)
		}
		return nil
	}, func() tea.Cmd {
		cmd := s.imported(m, result, failed, src)
		if failed == nil && result.Written {
			cmd = tea.Batch(s.office.Reread(), cmd)
		}
		return cmd
	})
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
func (s *Screen) imported(m screen.Desk, r filing.Result, err error, src *filing.Source) tea.Cmd {
	s.writing = nil
	here := m.Top() == screen.Screen(s)
	switch {
	case errors.Is(err, context.Canceled):
		m.Say(screen.Warn, text.TuiImpStopped)
	case err != nil:
		m.Say(screen.Bad, kit.Sentence(err))
	case !r.Written:
		m.Say(screen.Bad, text.TuiImpBlocked.With(kit.Count(r.RefusedCount)))
	case r.RefusedCount == 0 && here:
		cmd := s.leave(m)
		m.Say(screen.Good, importDone(r))
		return cmd
	default:
		m.Say(screen.Good, importDone(r))
		if s.Source == src {
			return s.replan(m)
		}
	}
	if s.Source != src { // the screen was left meanwhile
		return closeSource(m, src, nil)
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
func (s *Screen) base() string { return strings.TrimSuffix(s.Path, filepath.Ext(s.Path)) }
