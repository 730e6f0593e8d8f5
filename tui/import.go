package tui

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/filing"
	"yice/filing/intake"
	"yice/form"
	"yice/text"
)

// importScreen brings a file in: what each of its columns is, what would become of its rows, and then the writing of it.
// Nothing is written before it is asked for.
type importScreen struct {
	still
	path string
	read filing.ReadOptions
	hint *form.Form // the form the screen was opened from; nil: none

	src    *filing.Source
	form   *form.Form
	cols   []intake.Column
	recipe *filing.Recipe // as it was changed here; nil: whatever fits
	sample []string
	plan   *filing.Plan
	wrong  text.Pair // why there is no plan
	garble bool      // the file could not be read in the encoding it was thought to have

	replace bool // in the place of the earlier import that the file looks like
	under   *importTask
	writing *task // the writing under way; nil: none is
	gauge   *gauge
	rows    []importRow
	list    list
}

// importTask is the reading under way; a writing is a task like others.
type importTask struct {
	meter
	cancel context.CancelFunc
}

// gauge hands what a plan reads to whoever wants it now: it is read for the preview, and once more when it is written.
type gauge struct {
	now func() time.Time
	src *filing.Source
	to  atomic.Pointer[meter]
	of  atomic.Int64 // rows of the file; 0: not known yet
	// part is what the reading is for.
	part text.Pair
}

// held tells how many of the rows that are there already were looked at: the file is held against them.
func (g *gauge) held(done, of int64) {
	to := g.to.Load()
	to.enter(text.TuiImpHeld, g.now())
	to.at(done, of)
}

// read tells how many rows were read; how many there are is reckoned from the share of the file they took.
func (g *gauge) read(rows int64) {
	to := g.to.Load()
	to.enter(g.part, g.now())
	of := g.of.Load()
	if taken, size := g.src.Share(); of == 0 && taken > 0 {
		of = max(rows*size/taken, rows)
	}
	to.at(rows, of)
}

type importRow struct {
	kind importKind
	i    int // of columns, refused rows or doubles
}

type importKind uint8

const (
	impFile importKind = iota
	impForm
	impSheet
	impEncoding
	impHow
	impColumn
	impRefused
	impDouble
	impAll
	impGood
	impSave
)

// importListed rows of refusals, and of doubles, are listed.
const importListed = 200

// plannedMsg is a file as it was read, and what an import of it would do.
type plannedMsg struct {
	task   *importTask
	src    *filing.Source
	form   *form.Form
	recipe *filing.Recipe
	cols   []intake.Column
	sample []string
	plan   *filing.Plan
	gauge  *gauge
	err    error
}

func (s *importScreen) place() Place         { return InImport }
func (s *importScreen) crumb(m *Root) string { return text.TuiImport.In(m.lang) }

func (s *importScreen) follow(*Root) tea.Cmd { s.arrange(); return nil }

// paste takes a path that was pasted or dropped onto the window.
func (s *importScreen) paste(m *Root, typed string) tea.Cmd {
	if paths := pastedPaths(typed); len(paths) > 0 {
		return s.take(m, paths[0])
	}
	if path := expand(typed); path != "" && !strings.ContainsAny(path, "\r\n") {
		return s.take(m, path)
	}
	return nil
}

// openImport opens the screen and asks for the file.
func (m *Root) openImport() tea.Cmd {
	s := &importScreen{}
	switch t := m.top().(type) {
	case *gridScreen:
		s.hint = t.f
	case *cardScreen:
		s.hint = t.f
	}
	cmd := m.push(s)
	return tea.Batch(cmd, s.askPath(m))
}

func importActions() []Action {
	reading := func(m *Root) bool { s, ok := m.top().(*importScreen); return ok && !s.busy() }
	refused := func(m *Root) bool { s, ok := m.top().(*importScreen); return ok && s.refused() > 0 && !s.busy() }
	return []Action{
		{
			ID: "import.act", Title: text.TuiImpAct, Foot: text.TuiFootChange, Keys: []string{"enter"}, Where: InImport, Rank: 1, On: reading,
			Do: on(func(m *Root, s *importScreen, _ string) tea.Cmd { return s.act(m) }),
		},
		{
			ID: "import.go", Title: text.TuiImpGo, Foot: text.TuiFootImport, Keys: []string{"f7", "f9"}, Where: InImport, Rank: 2, On: reading,
			Do: on(func(m *Root, s *importScreen, _ string) tea.Cmd { return s.askGo(m, s.refused() > 0) }),
		},
		{
			ID: "import.save", Title: text.TuiImpSave, Foot: text.TuiFootSaveBad, Keys: []string{"ctrl+s"}, Where: InImport, Rank: 3, On: refused,
			Do: on(func(m *Root, s *importScreen, _ string) tea.Cmd { return s.askSave(m) }),
		},
		{
			ID: "import.move", Title: text.TuiMove, Keys: listKeys, Where: InImport,
			Do: on(func(_ *Root, s *importScreen, key string) tea.Cmd { s.list.move(key); return nil }),
		},
		{
			ID: "import.leave", Title: text.TuiImpLeave, Foot: text.TuiFootBack, Keys: []string{"esc", "ctrl+c"}, Where: InImport, Rank: 95,
			Do: on(func(m *Root, s *importScreen, _ string) tea.Cmd { return s.leave(m) }),
		},
		{
			ID: "import", Title: text.TuiGoImport, Keys: []string{"f7"}, Where: Anywhere, On: func(m *Root) bool { return m.desk != nil },
			Do: func(m *Root, _ string) tea.Cmd { return m.openImport() },
		},
	}
}

// leave stops what is under way, or closes the screen.
func (s *importScreen) leave(m *Root) tea.Cmd {
	if s.under != nil {
		// A reading that was stopped has no more to say.
		s.under.cancel()
		s.under = nil
		m.say(plain, text.TuiImpStopped)
		return nil
	}
	src := s.src
	if s.writing != nil {
		src = nil // it is read still, and closed when it is written
	}
	s.src = nil
	return tea.Batch(m.back(), closeSource(src))
}

// closeSource lets go of a source, off the frame.
func closeSource(src *filing.Source) tea.Cmd {
	if src == nil {
		return nil
	}
	return func() tea.Msg {
		if err := src.Close(); err != nil {
			return sayMsg{bad, sentence(err)}
		}
		return nil
	}
}

// take reads another file.
func (s *importScreen) take(m *Root, path string) tea.Cmd {
	if s.writing != nil {
		return nil
	}
	s.path, s.read, s.form, s.recipe, s.list = path, filing.ReadOptions{}, nil, nil, list{}
	return s.load(m)
}

// begin makes a task of what comes next, and ends the one before.
func (s *importScreen) begin(m *Root) (*importTask, context.Context) {
	if s.under != nil {
		s.under.cancel()
	}
	ctx, cancel := context.WithCancel(m.ctx)
	s.under = &importTask{cancel: cancel}
	s.under.about = true
	s.under.enter(text.TuiImpReading, m.now())
	return s.under, ctx
}

// load reads the file and plans, in the background.
func (s *importScreen) load(m *Root) tea.Cmd {
	task, ctx := s.begin(m)
	path, read, f, hint, session, now := s.path, s.read, s.form, s.hint, m.desk.s, m.now
	read.Form = f
	s.plan, s.wrong = nil, text.Pair{}
	s.arrange()
	return tea.Batch(tickImport(), func() tea.Msg {
		out := plannedMsg{task: task, form: f}
		if out.src, out.err = filing.ReadFile(path, read); out.err != nil {
			return out
		}
		if out.form == nil {
			out.form = out.src.Form
		}
		if out.form == nil {
			out.form = hint
		}
		if rows, err := out.src.Preview(1); err == nil && len(rows) > 0 {
			out.sample = rows[0]
		}
		if out.form == nil {
			return out
		}
		out.prepare(ctx, session, now)
		return out
	})
}

// replan plans anew, with columns changed by hand.
func (s *importScreen) replan(m *Root) tea.Cmd {
	task, ctx := s.begin(m)
	out := plannedMsg{task: task, src: s.src, form: s.form, recipe: s.recipe, sample: s.sample}
	session, now := m.desk.s, m.now
	s.plan, s.wrong = nil, text.Pair{}
	s.arrange()
	return tea.Batch(tickImport(), func() tea.Msg {
		out.prepare(ctx, session, now)
		return out
	})
}

// prepare plans what an import would do.
func (p *plannedMsg) prepare(ctx context.Context, session *entry.Session, now func() time.Time) {
	p.gauge = &gauge{now: now, src: p.src, part: text.TuiImpReading}
	p.gauge.to.Store(&p.task.meter)
	p.plan, p.err = filing.Prepare(ctx, session, p.form, p.src, filing.ImportOptions{Recipe: p.recipe, Progress: p.gauge.read, Held: p.gauge.held})
	if taken := p.src.Taken(); len(taken) > 0 {
		p.cols = taken[0].Columns
	}
}

// busy reports whether the file is being read or written.
func (s *importScreen) busy() bool { return s.under != nil || s.writing != nil }

func (s *importScreen) answer(m *Root, msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case plannedMsg:
		return s.planned(m, msg), true
	case importTick:
		if s.under == nil {
			return nil, true
		}
		return tickImport(), true
	}
	return nil, false
}

// planned takes what was read; a reading that was stopped or overtaken only closes its file.
func (s *importScreen) planned(m *Root, msg plannedMsg) tea.Cmd {
	if msg.task != s.under {
		if msg.src != s.src {
			return closeSource(msg.src)
		}
		return nil
	}
	s.under = nil
	var cmd tea.Cmd
	if s.src != msg.src {
		cmd = closeSource(s.src)
	}
	s.src, s.form, s.cols, s.sample, s.plan, s.gauge = msg.src, msg.form, msg.cols, msg.sample, msg.plan, msg.gauge
	s.wrong, s.replace = text.Pair{}, s.plan != nil && s.plan.Replaces != nil
	if msg.err != nil {
		s.wrong = sentence(msg.err)
	}
	var f *text.Fault
	s.garble = errors.As(msg.err, &f) && f.Code == "filing.encoding"
	s.arrange()
	if s.src != nil && s.form == nil {
		s.askForm(m)
	}
	return cmd
}

func (s *importScreen) refused() int64 {
	if s.plan == nil {
		return 0
	}
	return s.plan.Result.RefusedCount
}

// arrange lists the lines for what is known of the file.
func (s *importScreen) arrange() {
	add := func(kind importKind, i int) { s.rows = append(s.rows, importRow{kind, i}) }
	s.rows = s.rows[:0:0]
	add(impFile, 0)
	if s.garble {
		add(impEncoding, 0)
	}
	if s.src != nil {
		add(impForm, 0)
		if len(s.src.Sheets) > 1 {
			add(impSheet, 0)
		} else {
			add(impEncoding, 0)
		}
		for i := range s.cols {
			add(impColumn, i)
		}
	}
	if p := s.plan; p != nil {
		if p.Replaces != nil {
			s.rows = slices.Insert(s.rows, 3, importRow{impHow, 0})
		}
		for i := range min(len(p.Result.Refused), importListed) {
			add(impRefused, i)
		}
		for i := range min(len(p.Doubles), importListed) {
			add(impDouble, i)
		}
		add(impAll, 0)
		if p.Result.RefusedCount > 0 {
			add(impGood, 0)
			add(impSave, 0)
		}
	}
	s.list.n = len(s.rows)
	s.list.clamp()
}

// write brings the rows in behind everything keyed before, as one step of undo. What is keyed meanwhile waits for it.
func (s *importScreen) write(m *Root, goodRows bool) tea.Cmd {
	plan, replace, whole, src, recipe := s.plan, s.replace, m.ctx, s.src, s.recipe
	if plan == nil || s.busy() {
		return nil
	}
	t := &task{title: text.TuiTaskImport.With(plan.Form.Title), holds: true}
	s.gauge.of.Store(plan.Result.Read)
	s.gauge.to.Store(&t.meter)
	s.gauge.part = text.TuiImpWriting
	s.writing = t
	ctx := m.enter(t)
	var result filing.Result
	var failed error
	_, written := m.desk.enqueue(&job{do: func(session *entry.Session) (entry.Outcome, error) {
		if replace {
			result, failed = plan.Replace(ctx, goodRows)
		} else {
			result, failed = plan.Apply(ctx, goodRows)
		}
		switch {
		case errors.Is(failed, context.Canceled):
			// It may have been stopped between the writing and the reading of what was written.
			return entry.Outcome{}, session.Reload(whole)
		case failed == nil && result.Written:
			return entry.Outcome{}, filing.RememberColumns(session.Workspace(), plan.Form, recipe)
		}
		return entry.Outcome{}, nil
	}}, reasoned)
	return m.carry(t, func() (func(m *Root) tea.Cmd, error) {
		msg := written()
		return func(m *Root) tea.Cmd {
			_, cmd := m.Update(msg)
			return tea.Batch(cmd, s.imported(m, result, failed, src))
		}, nil
	})
}

// imported says what became of the writing. With rows passed over the screen stays: they can be saved.
func (s *importScreen) imported(m *Root, r filing.Result, err error, src *filing.Source) tea.Cmd {
	s.writing = nil
	here := m.top() == screen(s)
	switch {
	case errors.Is(err, context.Canceled):
		m.say(warn, text.TuiImpStopped)
	case err != nil:
		m.say(bad, sentence(err))
	case !r.Written:
		m.say(bad, text.TuiImpBlocked.With(count(r.RefusedCount)))
	case r.RefusedCount == 0 && here:
		cmd := s.leave(m)
		m.say(good, importDone(r))
		return cmd
	default:
		m.say(good, importDone(r))
		if s.src == src {
			return s.replan(m)
		}
	}
	if s.src != src { // the screen was left meanwhile
		return closeSource(src)
	}
	return nil
}

func importDone(r filing.Result) text.Pair {
	if r.Added+r.Changed+r.Removed+r.RefusedCount == 0 {
		return text.TuiImpNothing
	}
	return text.TuiImpDone.With(r.Form.Title, count(r.Added), count(r.Changed), count(r.Unchanged), count(r.Removed), count(r.RefusedCount))
}

// base is the path of the file without its ending.
func (s *importScreen) base() string { return strings.TrimSuffix(s.path, filepath.Ext(s.path)) }
