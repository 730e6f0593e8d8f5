package store

import (
	"errors"
	"os"
	"sync"

	"yice/text"
)

// Every commit goes into the journal (-wal); a checkpoint brings the journal's pages into the file. SQLite would do that
// within a commit every thousand pages, and whoever leaves a field just then would wait for it, the longer the larger
// the ledger. So a connection of its own does it, beside the writer, once the journal has grown.
//
// Beside a writer that never rests such a checkpoint is never quite through, and the journal is begun anew only after one that
// is. So where it has grown beyond a measure the writer is held for the little that is left. And what is read as it was at one
// moment keeps every page written since: beyond a second measure whoever reads so is told to begin again. By hand nobody
// writes as much as that beside one report.
//
// All of this is another's work, and on a busy machine that other may not be run for seconds while commits go on. So whoever
// writes looks at the journal now and then, and beyond a third measure brings it in on the spot: one slow commit, not a full disk.

const (
	// dueAfter is after how many entries of the history a checkpoint is due: some six pages each.
	dueAfter = 160
	// journalWhole is the size in pages at which the journal is brought in whole, journalMost the one at which frozen
	// readers are let go: 16 and 44 MB, which leaves room below 64 for what is written until that is done.
	journalWhole = 4 << 10
	journalMost  = 11 << 10
	// pageBytes is the size of a page in the journal, with its head.
	pageBytes = 4096 + 24
	// boundAfter is after how many entries whoever writes looks at the journal's size.
	boundAfter = 40
)

type checkpointer struct {
	due         chan struct{}
	quit, done  chan struct{}
	ending      sync.Once
	since       int64 // entries written since the last one, under w.mu
	unseen      int64 // entries written since the journal was looked at, under w.mu
	whole, most int64
	// passive is held during a checkpoint beside the writer: two at once refuse one another.
	passive sync.Mutex
}

// checkpoints starts the checkpointer of a workspace open for writing.
func (w *Workspace) checkpoints() {
	if w.alone {
		return // no journal of this kind
	}
	w.tidy = &checkpointer{due: make(chan struct{}, 1), quit: make(chan struct{}), done: make(chan struct{}), whole: journalWhole, most: journalMost}
	go w.tidy.run(w)
}

func (p *checkpointer) run(w *Workspace) {
	defer close(p.done)
	var c *conn
	for {
		select {
		case <-p.due:
		case <-p.quit:
			if c != nil {
				c.close()
			}
			return
		}
		if w.inPlace() != nil {
			continue // the path names another file now
		}
		if c == nil {
			var err error
			if c, err = connect(w.path, write, shared); err != nil {
				continue // the journal grows; nothing is lost, and the next time may go better
			}
			c.script("PRAGMA busy_timeout(0)") // nobody waits for it
		}
		p.passive.Lock()
		pages := c.checkpoint("PASSIVE")
		p.passive.Unlock()
		if pages < p.whole { // what it cannot do now it does the next time
			continue
		}
		if p.rest(w, c) > p.most {
			w.passOn()
			p.rest(w, c)
		}
	}
}

// rest brings all of the journal in while the writer rests, so that the next commit begins it anew. It gives the pages that
// are in it still, for somebody reads them.
func (p *checkpointer) rest(w *Workspace, c *conn) int64 {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return 0
	}
	return c.checkpoint("TRUNCATE")
}

// checkpoint does one, and gives the pages that are in the journal then; 0 where that is not known.
func (c *conn) checkpoint(how string) int64 {
	k, err := c.once(background, "PRAGMA wal_checkpoint("+how+")")
	if err != nil {
		return 0
	}
	defer k.close()
	if !k.next() {
		return 0
	}
	return k.int(1)
}

// wrote counts what was committed, and asks for a checkpoint when it is due. The caller holds w.mu.
func (p *checkpointer) wrote(w *Workspace, entries int64) {
	if p == nil {
		return
	}
	if p.unseen += entries; p.unseen >= boundAfter {
		p.unseen = 0
		p.bound(w)
	}
	if p.since += entries; p.since < dueAfter {
		return
	}
	p.since = 0
	select {
	case p.due <- struct{}{}:
	default: // asked for already
	}
}

// bound brings the journal in where it is a quarter beyond its measure, whatever became of the checkpoints beside the writer.
// The caller holds w.mu.
func (p *checkpointer) bound(w *Workspace) {
	st, err := os.Stat(w.path + "-wal")
	if err != nil || st.Size() < p.most*5/4*pageBytes {
		return
	}
	w.passOn()
	p.passive.Lock()
	defer p.passive.Unlock()
	w.writer.script("PRAGMA busy_timeout(0)") // who reads still is let go with the next row; the next look goes better
	w.writer.checkpoint("TRUNCATE")
	w.writer.script("PRAGMA " + busyWait)
}

// stop waits for a checkpoint under way. The caller must not hold w.mu: a checkpoint may wait for it.
func (p *checkpointer) stop() {
	if p == nil {
		return
	}
	p.ending.Do(func() { close(p.quit) })
	<-p.done
}

// emptyJournal brings all of the journal into a file whose path names another one now. The journal bears the path's name:
// left full, it would be taken for the other file's own by whoever opens that next, and the two would be mixed. What
// cannot be done here is tried again when the workspace is closed. The caller holds w.mu.
func (w *Workspace) emptyJournal() {
	w.writer.script("PRAGMA wal_checkpoint(TRUNCATE)")
}

// frozenOnes are the frozen workspaces of one that is open for writing.
type frozenOnes struct {
	mu  sync.Mutex
	all map[*Workspace]bool
}

func (h *frozenOnes) add(f *Workspace) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.all == nil {
		h.all = map[*Workspace]bool{}
	}
	h.all[f] = true
}

func (h *frozenOnes) remove(f *Workspace) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.all, f)
}

// errPassed ends a reading of a frozen workspace that was let go.
var errPassed = errors.New("store: let go, for too much was written since")

// passOn ends the snapshots of all that is frozen: at once where nobody reads, else with the next rows that are read.
func (w *Workspace) passOn() {
	w.frozenOnes.mu.Lock()
	defer w.frozenOnes.mu.Unlock()
	for f := range w.frozenOnes.all {
		f.passed.Store(true)
		var idle []*conn
		for range heldReaders {
			select {
			case c := <-f.readers.slots:
				if c != nil {
					c.script("ROLLBACK")
				}
				idle = append(idle, c)
			default:
			}
		}
		for _, c := range idle {
			f.readers.give(c)
		}
	}
}

// asPassed puts it into words.
func (w *Workspace) asPassed(err error) error {
	if w.passed.Load() {
		return fault("store.passed", text.StorePassed.With(w.path), err)
	}
	return err
}
