package store

// Every commit goes into the journal (-wal); a checkpoint brings the journal's pages into the file. SQLite would do that
// within a commit every thousand pages, and whoever leaves a field just then would wait for it, the longer the larger
// the ledger. So a connection of its own does it, beside the writer, once the journal has grown.

// dueAfter is after how many entries of the history a checkpoint is due: some six pages each.
const dueAfter = 160

type checkpointer struct {
	due   chan struct{}
	done  chan struct{}
	since int64 // entries written since the last one, under w.mu
}

// checkpoints starts the checkpointer of a workspace open for writing.
func (w *Workspace) checkpoints() {
	if w.alone {
		return // no journal of this kind
	}
	w.tidy = &checkpointer{due: make(chan struct{}, 1), done: make(chan struct{})}
	go w.tidy.run(w)
}

func (p *checkpointer) run(w *Workspace) {
	defer close(p.done)
	var c *conn
	for range p.due {
		if w.inPlace() != nil {
			continue // the path names another file now
		}
		if c == nil {
			var err error
			if c, err = connect(w.path, write, shared); err != nil {
				continue // the journal grows; nothing is lost, and the next time may go better
			}
		}
		c.script("PRAGMA wal_checkpoint(PASSIVE)") // what it cannot do now it does the next time
	}
	if c != nil {
		c.close()
	}
}

// wrote counts what was committed, and asks for a checkpoint when it is due. The caller holds w.mu.
func (p *checkpointer) wrote(entries int64) {
	if p == nil {
		return
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

// stop waits for a checkpoint under way.
func (p *checkpointer) stop() {
	if p == nil {
		return
	}
	close(p.due)
	<-p.done
}

// emptyJournal brings all of the journal into a file whose path names another one now. The journal bears the path's name:
// left full, it would be taken for the other file's own by whoever opens that next, and the two would be mixed. What
// cannot be done here is tried again when the workspace is closed. The caller holds w.mu.
func (w *Workspace) emptyJournal() {
	w.writer.script("PRAGMA wal_checkpoint(TRUNCATE)")
}
