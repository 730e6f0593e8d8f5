package tui

import (
	"errors"
	"sync"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
)

// desk is an open session with the one writer: what is keyed is written in the order it was keyed, behind the screen, so
// that no key waits for the disk. Nothing is dropped: close waits for what is under way.
type desk struct {
	s   *entry.Session
	w   *store.Workspace
	own bool // the workspace was opened here
	// checking ends the check of the file behind the first screen.
	checking pageCheck
	// deepening ends the deep check of the ledger, which the screens that list findings ask for.
	deepening pageCheck
	deepBusy  bool // of the frame's goroutine
	// tasks are the long pieces of work on this desk; the file is closed after them.
	tasks sync.WaitGroup
	keeps keeps
	// operator is named in the history: the one the session was opened with, or set since.
	operator string

	mu    sync.Mutex
	ready *sync.Cond
	queue []*job
	busy  bool
	ended bool
	n     int
	born  map[int64]int64 // rows made, by the number the screen gave them; the writer's alone
	temps int64
}

// job is one write.
type job struct {
	n     int
	edits []entry.Edit
	// make, where set, makes edits and label once it is the job's turn: of the row as it is then.
	make  func(*entry.Session) (entry.Edit, text.Pair, error)
	do    func(*entry.Session) (entry.Outcome, error)
	undo  *undoing // takes the newest step back
	large bool     // a large step: what is there is backed up before it
	quiet bool     // leaves no outcome: a draft, a task
	draft bool     // what was left in the file before it, and not written yet, is void
	done  chan writtenMsg
}

// writtenMsg is the outcome of write n.
type writtenMsg struct {
	desk  *desk
	n     int
	edits []entry.Edit
	born  map[int64]int64
	out   entry.Outcome
	err   error
	kind  writeKind
	// ask is a step that is not taken back before it is agreed to.
	ask *store.StepAhead
	// stand is how things stand after it, nil where another write follows at once.
	stand *standing
}

type writeKind uint8

const (
	keyed writeKind = iota
	undone
	redone
	reasoned
	revived
)

func newDesk(s *entry.Session, w *store.Workspace, own bool) *desk {
	d := &desk{s: s, w: w, own: own, operator: s.Operator(), born: map[int64]int64{}}
	d.ready = sync.NewCond(&d.mu)
	go d.work()
	return d
}

// nextRow numbers a row that the file does not have yet.
func (d *desk) nextRow() int64 {
	d.temps--
	return d.temps
}

// enqueue puts a write in the line and gives its number and the command that waits for it.
func (d *desk) enqueue(j *job, kind writeKind) (int, tea.Cmd) {
	j.done = make(chan writtenMsg, 1)
	d.mu.Lock()
	if !j.quiet {
		d.n++
		j.n = d.n
	}
	if n := len(d.queue); j.draft && n > 0 && d.queue[n-1].draft {
		d.queue[n-1] = j
	} else {
		d.queue = append(d.queue, j)
	}
	d.mu.Unlock()
	d.ready.Signal()
	if j.quiet {
		return 0, nil
	}
	return j.n, func() tea.Msg {
		m := <-j.done
		m.kind = kind
		return m
	}
}

func (d *desk) work() {
	for {
		d.mu.Lock()
		for len(d.queue) == 0 && !d.ended {
			d.ready.Wait()
		}
		if len(d.queue) == 0 {
			d.mu.Unlock()
			return
		}
		j := d.queue[0]
		d.queue = d.queue[1:]
		d.busy = true
		d.mu.Unlock()

		j.done <- d.run(j)

		d.mu.Lock()
		d.busy = false
		d.mu.Unlock()
		d.ready.Broadcast()
	}
}

func (d *desk) run(j *job) writtenMsg {
	m := writtenMsg{desk: d, n: j.n, edits: j.edits}
	d.backUpBefore(j)
	switch {
	case j.undo != nil:
		m.ask, m.out, m.err = d.undo(j.undo)
	case j.do != nil:
		m.out, m.err = j.do(d.s)
	case j.make != nil:
		e, label, err := j.make(d.s)
		if m.err = err; err == nil {
			m.edits = []entry.Edit{e}
			if m.out, m.err = d.s.Apply(label, d.resolve(m.edits)); m.err == nil {
				m.born = d.note(m.edits, m.out)
			}
		}
	default:
		m.out, m.err = d.s.Apply(text.Pair{}, d.resolve(j.edits))
		if m.err == nil {
			m.born = d.note(j.edits, m.out)
		}
	}
	d.mu.Lock()
	last := len(d.queue) == 0
	d.mu.Unlock()
	if last && !j.quiet {
		st := takeStanding(d.s)
		m.stand = &st
	}
	return m
}

// standIns are the rows of checklist items nobody has answered: the session makes them real itself.
const standIns = -1 << 40

// resolve names rows as the session knows them: a row made before by its id, one made now by -1, -2, …
func (d *desk) resolve(edits []entry.Edit) []entry.Edit {
	out := make([]entry.Edit, len(edits))
	now := map[int64]int64{}
	for i, e := range edits {
		if id, ok := d.born[e.After]; ok {
			e.After = id
		}
		if e.Row < 0 && e.Row > standIns {
			if id, ok := d.born[e.Row]; ok {
				e.Row = id
			} else {
				if now[e.Row] == 0 {
					now[e.Row] = -int64(len(now) + 1)
				}
				e.Row = now[e.Row]
			}
		}
		out[i] = e
	}
	return out
}

// note remembers the ids of rows that were made.
func (d *desk) note(edits []entry.Edit, out entry.Outcome) map[int64]int64 {
	var made map[int64]int64
	for i, e := range edits {
		if i >= len(out.Rows) || e.Row >= 0 || made[e.Row] != 0 || e.Row > standIns && d.born[e.Row] != 0 {
			continue
		}
		if made == nil {
			made = map[int64]int64{}
		}
		made[e.Row] = out.Rows[i]
		if e.Row > standIns {
			d.born[e.Row] = out.Rows[i]
		}
	}
	return made
}

// finish waits for every task and write, and ends the writer; the session is then closed, and what was written backed up.
func (d *desk) finish() error { return d.end(d.backUpClosing) }

// end is finish with something of its own to do before the file is closed; nil: nothing.
func (d *desk) end(last func()) error {
	d.tasks.Wait()
	d.mu.Lock()
	d.ended = true
	for len(d.queue) > 0 || d.busy {
		d.ready.Wait()
	}
	d.mu.Unlock()
	d.ready.Broadcast()
	d.checking.end()
	d.deepening.end()
	err := d.s.Close()
	if last != nil {
		last()
	}
	if d.own {
		err = errors.Join(err, d.w.Close())
	}
	return err
}

// apply writes edits as one step of undo.
func (m *Root) apply(edits []entry.Edit) (n int, cmd tea.Cmd) {
	if len(edits) == 0 || m.desk == nil {
		return 0, nil
	}
	return m.desk.enqueue(&job{edits: edits}, keyed)
}

// keepDraft leaves the text of the field under the cursor in the file, in case the program does not end well.
func (m *Root) keepDraft(f *form.Form, row int64, field, typed string) {
	if m.desk == nil || m.stand.locked {
		return
	}
	row = max(row, 0)
	m.desk.enqueue(&job{quiet: true, draft: true, do: func(s *entry.Session) (entry.Outcome, error) {
		return entry.Outcome{}, s.Draft(f, row, field, typed)
	}}, keyed)
}

// written takes an outcome, in its turn.
func (m *Root) written(w writtenMsg) tea.Cmd {
	if w.desk != m.desk {
		return nil
	}
	m.waiting[w.n] = w
	var cmds []tea.Cmd
	for {
		next, ok := m.waiting[m.turn]
		if !ok {
			break
		}
		delete(m.waiting, m.turn)
		m.turn++
		cmds = append(cmds, m.settle(next))
	}
	return tea.Batch(cmds...)
}

// settle shows what a write did: to the score, to the screens that hold its rows, in words where something went wrong.
func (m *Root) settle(w writtenMsg) tea.Cmd {
	var cmds []tea.Cmd
	switch {
	case w.err != nil:
		if m.say(bad, sentence(w.err)); lockLost(w.err) {
			m.overtaken(w)
		}
	case w.ask != nil:
		m.askUndo(*w.ask)
	case w.kind == undone || w.kind == redone || w.kind == revived:
		m.sayUndone(w)
	}
	if w.err == nil && w.out.Seq != 0 {
		m.stand.savedAt = m.now()
		m.stand.moved, m.told = w.out, true
		m.touched()
		if len(w.out.Said) > 0 {
			m.say(warn, said(w.out.Said...))
		}
	}
	for _, s := range m.stack {
		if h, ok := s.(holder); ok {
			cmds = append(cmds, h.written(m, w))
		}
	}
	if w.stand != nil {
		cmds = append(cmds, m.stands(standingMsg{*w.stand}))
	}
	return tea.Batch(cmds...)
}

// holder is a screen that holds rows and wants to know what became of a write.
type holder interface {
	written(m *Root, w writtenMsg) tea.Cmd
}

func (m *Root) sayUndone(w writtenMsg) {
	p := text.TuiUndid
	switch w.kind {
	case redone:
		p = text.TuiRedid
	case revived:
		p = text.TuiHistRevived
	}
	switch {
	case w.out.Seq != 0:
		m.say(good, p.With(w.out.Label))
	case w.kind == redone:
		m.say(plain, text.TuiNothingToRedo)
	default:
		m.say(plain, text.TuiNothingToUndo)
	}
}

// sentence gives an error as people are told it.
func sentence(err error) text.Pair {
	var f *text.Fault
	if errors.As(err, &f) {
		return text.OnScreen(f.Say)
	}
	var p *form.ParseError
	if errors.As(err, &p) {
		return p.Say
	}
	return text.TuiFailed.With(err.Error())
}
