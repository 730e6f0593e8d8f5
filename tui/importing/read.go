package importing

import (
	"context"
	"slices"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/filing"
	"yice/filing/intake"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// importTask is the reading under way; a writing is a task like others.
type importTask struct {
	kit.Meter
	cancel context.CancelFunc
	ended  chan struct{} // closed when it no longer reads
}

// wait waits for a reading before; none is no wait.
func (t *importTask) wait() {
	if t != nil {
		<-t.ended
	}
}

// gauge hands what a plan reads to whoever wants it now: it is read for the preview, and once more when it is written.
type gauge struct {
	now func() time.Time
	src *filing.Source
	to  atomic.Pointer[kit.Meter]
	of  atomic.Int64 // rows of the file; 0: not known yet
	// part is what the reading is for.
	part text.Pair
}

// held tells how many of the rows that are there already were looked at: the file is held against them.
func (g *gauge) held(done, of int64) {
	to := g.to.Load()
	to.Enter(text.TuiImpHeld, g.now())
	to.At(done, of)
}

// read tells how many rows were read; how many there are is reckoned from the share of the file they took.
func (g *gauge) read(rows int64) {
	to := g.to.Load()
	to.Enter(g.part, g.now())
	of := g.of.Load()
	if taken, size := g.src.Share(); of == 0 && taken > 0 {
		of = max(rows*size/taken, rows)
	}
	to.At(rows, of)
}

// plannedMsg is a file as it was read, and what an import of it would do.
type plannedMsg struct {
	importChoices
	task   *importTask
	src    *filing.Source
	sheets []intake.Sheet
	cols   []intake.Column
	shape  intake.Shape
	lines  []filing.PlannedLine
	plan   *filing.Plan
	gauge  *gauge
	fresh  bool // the file was opened just now
	err    error
}

// begin makes a task of what comes next, and ends the one before.
func (s *Screen) begin(m screen.Desk, say text.Pair) (t, before *importTask, ctx context.Context) {
	if s.under != nil {
		s.under.cancel()
	}
	ctx, cancel := context.WithCancel(m.Context())
	before = s.last
	s.under = &importTask{cancel: cancel, ended: make(chan struct{})}
	s.last = s.under
	s.under.About = true
	s.under.Enter(say, m.Now())
	return s.under, before, ctx
}

// load reads the file and plans, in the background.
func (s *Screen) load(m screen.Desk) tea.Cmd {
	task, before, ctx := s.begin(m, text.TuiImpReading)
	path, chosen, hint, session, now := s.Path, s.importChoices, s.hint, m.Session(), m.Now
	s.Plan, s.lines, s.wrong = nil, nil, text.Pair{}
	s.arrange()
	return tea.Batch(s.tick(task), func() tea.Msg {
		defer close(task.ended)
		before.wait()
		out := plannedMsg{task: task, importChoices: chosen, fresh: true}
		read := chosen.read
		read.Form, read.Recipe = chosen.form, chosen.recipe
		if out.src, out.err = filing.ReadFile(path, read); out.err != nil && chosen.form == nil && hint != nil {
			// What it is is not plain: it is read as the form the user stood in, and its table shown.
			read.Form = hint
			out.src, out.err = filing.ReadFile(path, read)
		}
		if out.err != nil {
			out.look(path, chosen.read)
			return out
		}
		if out.form == nil {
			out.form = out.src.Form
		}
		if out.form == nil {
			out.form = hint
		}
		if out.form == nil {
			out.show()
			return out
		}
		out.prepare(ctx, session, now)
		return out
	})
}

// look opens a file that cannot be understood, so that its table is shown beside the reason.
func (p *plannedMsg) look(path string, o filing.ReadOptions) {
	src, err := intake.Look(path, o)
	if err != nil {
		return
	}
	p.src = src
	p.show()
}

// replan plans anew, in the way chosen.
func (s *Screen) replan(m screen.Desk) tea.Cmd {
	if s.Source == nil {
		return s.load(m)
	}
	task, before, ctx := s.begin(m, text.TuiImpRedoing)
	out := plannedMsg{task: task, src: s.Source, importChoices: s.importChoices}
	session, now := m.Session(), m.Now
	s.arrange()
	return tea.Batch(s.tick(task), func() tea.Msg {
		defer close(task.ended)
		before.wait()
		out.prepare(ctx, session, now)
		return out
	})
}

// options are the choices as an import takes them.
func (c *importChoices) options() filing.ImportOptions {
	return filing.ImportOptions{Read: c.read, Recipe: c.recipe, Mode: c.mode, AcceptDifference: c.accept, BlankErases: c.blanks}
}

// prepare plans what an import would do.
func (p *plannedMsg) prepare(ctx context.Context, session *entry.Session, now func() time.Time) {
	p.gauge = &gauge{now: now, src: p.src, part: text.TuiImpReading}
	p.gauge.to.Store(&p.task.Meter)
	o := p.options()
	o.Progress, o.Held = p.gauge.read, p.gauge.held
	p.plan, p.err = filing.Prepare(ctx, session, p.form, p.src, o)
	p.show()
}

// show takes what the screen shows of the file: copies, for the file may be read anew while they are drawn.
func (p *plannedMsg) show() {
	p.sheets = slices.Clone(p.src.Sheets)
	p.shape = p.src.Shape()
	if taken := p.src.Taken(); len(taken) > 0 {
		p.cols = taken[0].Columns
	}
	if p.plan != nil {
		p.lines = p.plan.Lines
		return
	}
	sheet, rows := p.src.Top()
	if len(p.cols) == 0 {
		p.cols = sheet.Columns
	}
	for _, r := range rows {
		l := filing.PlannedLine{Sheet: sheet.Name, Row: r.Row, Kind: intake.Doubtful, Cells: r.Cells}
		if r.Row <= sheet.Header {
			l.Kind = intake.Heading
		}
		p.lines = append(p.lines, l)
	}
}
