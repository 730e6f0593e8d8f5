package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/text"
	"yice/tui/screen"
)

// While an import, or the undoing of one, has the writer, what is keyed waits in the desk's line. So that whoever is killed
// meanwhile loses none of it, it is kept in a file beside the workspace as soon as it has waited for a moment. One goroutine
// keeps that file; the writer tells it of every write that had its turn.

// waitsAfter is how long a write waits before it is kept: a field that is written at once needs no second file.
const waitsAfter = 100 * time.Millisecond

// keptAs is how far a write of the line is kept.
type keptAs uint8

const (
	notKept keptAs = iota
	beingKept
	isKept
)

// keepWaiting runs beside the writer until the desk ends.
func (d *desk) keepWaiting() {
	defer close(d.allKept)
	for {
		switch d.awaitWork() {
		case toKeep:
			if over := d.overdue(); over > 0 {
				time.Sleep(over)
				continue
			}
			d.keepNext()
		case toEnd:
			d.endWaiting()
		case toLeave:
			d.endWaiting()
			return
		}
	}
}

// keepingStep is what keepWaiting does next.
type keepingStep uint8

const (
	toKeep keepingStep = iota
	toEnd
	toLeave
)

// awaitWork waits until a write of the line is to be kept, or the file to be ended because every write in it had its turn.
func (d *desk) awaitWork() keepingStep {
	d.mu.Lock()
	defer d.mu.Unlock()
	for {
		idle := len(d.queue) == 0 && !d.busy
		switch {
		case idle && d.ended:
			return toLeave
		case idle && d.waiting != nil:
			return toEnd
		case !idle && !d.spoiled && len(d.unkept()) > 0:
			return toKeep
		}
		d.spoiled = d.spoiled && !idle
		d.ready.Wait()
	}
}

// overdue is how long the first write that is to be kept has to wait still.
func (d *desk) overdue() time.Duration {
	d.mu.Lock()
	defer d.mu.Unlock()
	jobs := d.unkept()
	if len(jobs) == 0 {
		return 0
	}
	return waitsAfter - time.Since(jobs[0].at)
}

// unkept gives the writes of the line that can be kept, up to one that cannot: it is about a row that is being made just now,
// whose number nobody knows before it is written. The caller holds d.mu.
func (d *desk) unkept() (jobs []*job) {
	making := map[int64]bool{}
	if r := d.running; r != nil && r.kept == notKept {
		for _, e := range r.edits {
			making[e.Row] = true
		}
	}
	for _, j := range d.queue {
		if len(j.edits) == 0 || j.kept != notKept {
			continue
		}
		for _, row := range d.born.Unborn(j.edits) {
			if making[row] {
				return jobs
			}
		}
		jobs = append(jobs, j)
	}
	return jobs
}

// keepNext keeps what is to be kept. The writer waits for it where it comes to such a write meanwhile.
func (d *desk) keepNext() {
	d.mu.Lock()
	jobs := d.unkept()
	if len(jobs) == 0 { // it was their turn meanwhile
		d.mu.Unlock()
		return
	}
	for _, j := range jobs {
		j.kept, j.waited.Edits = beingKept, d.born.Known(j.edits)
	}
	d.mu.Unlock()
	last, err := d.keep(jobs)
	d.mu.Lock()
	defer d.mu.Unlock()
	for i, j := range jobs {
		if j.kept = isKept; err != nil {
			j.kept = notKept
			continue
		}
		j.waited.N = last - int64(len(jobs)-1-i)
	}
	// What cannot be kept now stays in the line, and is called no more than that, until the line was empty once.
	d.spoiled = err != nil
	d.ready.Broadcast()
}

func (d *desk) keep(jobs []*job) (last int64, err error) {
	lines := make([][]byte, len(jobs))
	for i, j := range jobs {
		if lines[i], err = entry.EncodeWaiting(j.waited.Edits); err != nil {
			return 0, err
		}
	}
	if d.waiting == nil {
		q, err := d.w.Await(d.s.Book(), d.s.Operator())
		if err != nil {
			return 0, err
		}
		d.mu.Lock()
		d.waiting = q
		d.mu.Unlock()
	}
	return d.waiting.Put(lines)
}

// endWaiting removes the file, for every write in it had its turn. One that somebody else has the say over by now stays: the
// next opening judges it.
func (d *desk) endWaiting() {
	d.mu.Lock()
	q, lost := d.waiting, d.lost
	d.waiting = nil
	d.mu.Unlock()
	switch {
	case q == nil:
	case lost:
		q.Keep()
	default:
		q.Remove() // what stays of it says itself that it is all in
	}
}

// applyInTurn writes edits whose turn it is.
func (d *desk) applyInTurn(j *job) (out entry.Outcome, err error) {
	d.mu.Lock()
	for j.kept == beingKept {
		d.ready.Wait()
	}
	edits, kept := d.born.Resolve(j.edits), j.kept == isKept
	d.mu.Unlock()
	if kept {
		return d.s.ApplyWaited(j.label, edits, j.waited)
	}
	return d.s.Apply(j.label, edits)
}

// await puts a write in the line of which more is said than of a cell: taking back, a reason, evidence, a sign-off, a setting.
// Where an import, or the like, has the writer, it is said that this is not done yet and, of all but a reason, which is kept
// as a cell is, that it would not outlive the program, so that nobody believes it kept; done is said once it is written.
func (m *Root) await(j *job, kind writeKind, done text.Pair) tea.Cmd {
	_, cmd := m.desk.enqueue(j, kind)
	holder := m.holding()
	switch {
	case holder == nil:
	case len(j.edits) > 0:
		m.say(screen.Plain, text.TuiReasonWaits.With(holder.title))
	default:
		m.say(screen.Warn, text.TuiAwaits.With(holder.title))
	}
	if done.Empty() {
		return cmd
	}
	if holder == nil {
		m.say(screen.Good, done)
	}
	return func() tea.Msg {
		msg := cmd()
		if w, ok := msg.(writtenMsg); ok && holder != nil && w.err == nil && w.ask == nil {
			return doMsg(func(m *Root) tea.Cmd {
				_, cmd := m.Update(w)
				m.say(screen.Good, done)
				return cmd
			})
		}
		return msg
	}
}

// inWaiting counts the writes that wait and are kept, and those that a kill would lose.
func (d *desk) inWaiting() (kept, unkept int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	count := func(j *job) {
		switch {
		case j.kept == isKept:
			kept++
		case !j.quiet && !j.large: // an import has nothing keyed in it
			unkept++
		}
	}
	for _, j := range d.queue {
		count(j)
	}
	if r := d.running; r != nil && len(r.edits) > 0 {
		count(r)
	}
	return kept, unkept
}
