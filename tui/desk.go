package tui

import (
	"errors"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/keying"
	"yice/tui/kit"
	"yice/tui/screen"
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
	// batch of papers being keyed. Of the frame's goroutine.
	batch keying.Batch
	// list is the folder with the list of workspaces, as the options name it; now is the clock of what is noted there, nil
	// where nothing is.
	list string
	now  func() time.Time

	mu      sync.Mutex
	ready   *sync.Cond
	queue   []*job
	busy    bool
	running *job // nil: none
	ended   bool
	lost    bool // somebody else writes the file now
	spoiled bool // what waits cannot be kept: see waiting.go
	n       int
	born    entry.Born // rows made, by the number the screen gave them
	temps   int64

	failed map[int]writtenMsg // writes that could not be, until the screen has said so

	waiting *store.Waiting // of keepWaiting; nil: nothing waits
	allKept chan struct{}  // closed when it has ended
}

// job is one write.
type job struct {
	n     int
	at    time.Time // when it came into the line
	edits []entry.Edit
	label text.Pair // of edits; empty: made from them
	// kept is how far it is kept while it waits, and waited what it is known by there.
	kept   keptAs
	waited entry.Waited
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
	stand *screen.Standing
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
	d := &desk{s: s, w: w, own: own, operator: s.Operator(), born: entry.Born{}, failed: map[int]writtenMsg{}, allKept: make(chan struct{})}
	d.ready = sync.NewCond(&d.mu)
	go d.work()
	go d.keepWaiting()
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
	j.at = time.Now()
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
	d.ready.Broadcast()
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
		d.busy, d.running = true, j
		d.mu.Unlock()

		j.done <- d.run(j)

		d.mu.Lock()
		d.busy, d.running = false, nil
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
			if m.out, m.err = d.applyInTurn(&job{edits: m.edits, label: label}); m.err == nil {
				m.born = d.note(m.edits, m.out)
			}
		}
	default:
		if m.out, m.err = d.applyInTurn(j); m.err == nil {
			m.born = d.note(j.edits, m.out)
		}
	}
	d.mu.Lock()
	d.lost = d.lost || lockLost(m.err)
	if m.err != nil && len(m.edits) > 0 {
		d.failed[m.n] = m
	}
	last := len(d.queue) == 0
	d.mu.Unlock()
	if last && !j.quiet {
		st := takeStanding(d.s)
		m.stand = &st
	}
	return m
}

// note remembers the ids of rows that were made.
func (d *desk) note(edits []entry.Edit, out entry.Outcome) map[int64]int64 {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.born.Note(edits, out.Rows)
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
	<-d.allKept
	d.checking.end()
	d.deepening.end()
	d.noteLeft()
	err := errors.Join(d.saveUntold(), d.s.Close())
	if last != nil {
		last()
	}
	if d.own {
		err = errors.Join(err, d.w.Close())
	}
	return err
}

// Put writes edits as one step of undo, under a label; an empty one is made from them.
func (m *Root) Put(edits []entry.Edit, label text.Pair) (n int, cmd tea.Cmd) {
	if len(edits) == 0 || m.desk == nil {
		return 0, nil
	}
	return m.desk.enqueue(&job{edits: edits, label: label}, keyed)
}

// Write does something else in the writer's line.
func (m *Root) Write(do func(*entry.Session) (entry.Outcome, error)) tea.Cmd {
	_, cmd := m.desk.enqueue(&job{do: do}, reasoned)
	return cmd
}

// NextRow numbers a row that the file does not have yet.
func (m *Root) NextRow() int64 { return m.desk.nextRow() }

// Batch is the batch of papers being keyed.
func (m *Root) Batch() *keying.Batch { return &m.desk.batch }

// KeepDraft leaves the text of the field under the cursor in the file, in case the program does not end well.
func (m *Root) KeepDraft(f *form.Form, row int64, field, typed string) {
	if m.desk == nil || m.stand.Locked {
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
		m.desk.told(w.n)
		if m.say(screen.Bad, kit.Sentence(w.err)); lockLost(w.err) {
			m.overtaken(w)
		}
	case w.ask != nil:
		m.askUndo(*w.ask)
	case w.kind == undone || w.kind == redone || w.kind == revived:
		m.sayUndone(w)
	}
	if w.err == nil && w.out.Seq != 0 {
		m.stand.SavedAt = m.now()
		m.stand.Moved, m.told = w.out, true
		m.touched()
		if len(w.out.Said) > 0 {
			m.say(screen.Warn, kit.Said(w.out.Said...))
		}
	}
	for _, s := range m.stack {
		if h, ok := s.(keying.Holder); ok {
			edits := w.edits
			if w.kind == reasoned { // of no cell
				edits = nil
			}
			cmds = append(cmds, h.Written(m, &keying.Written{N: w.n, Edits: edits, Born: w.born, Out: w.out, Err: w.err}))
		}
	}
	if w.stand != nil {
		cmds = append(cmds, m.stands(standingMsg{*w.stand}))
	}
	return tea.Batch(cmds...)
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
		m.say(screen.Good, p.With(w.out.Label))
	case w.kind == redone:
		m.say(screen.Plain, text.TuiNothingToRedo)
	default:
		m.say(screen.Plain, text.TuiNothingToUndo)
	}
}
