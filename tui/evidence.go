package tui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// evidenceLayer is the evidence of one row, laid over its table or card. What it lists was read from the disk, not from the
// row alone: it says of every file whether it is still there and still the same.
type evidenceLayer struct {
	f     *form.Form
	row   int64 // 0: the form's one row
	rec   *form.Record
	files []entry.Evidence
	read  bool
	asked int // number of the last reading

	say   text.Pair // what the last thing done came to
	mood  screen.Mood
	under *evidenceTask
	queue []string // paths still to be attached
	seek  string   // digest of the file to go to
	list  kit.List
}

// evidenceTask is the copying under way.
type evidenceTask struct {
	name     string
	done, of atomic.Int64
	cancel   context.CancelFunc
	over     chan struct{} // closed when the copy is made, or will not be
}

func (t *evidenceTask) tell(done, of int64) { t.done.Store(done); t.of.Store(of) }

// InEvidence is the files of a row.
var InEvidence = &Place{ID: "evidence", Title: text.TuiPlaceEvidence, For: text.TuiForEvidence, Met: 370}

func evidenceActions() []Action {
	return []Action{
		{
			ID: "evidence", Title: text.TuiEvidenceOpen, Foot: text.TuiFootAttach, Keys: []string{"ctrl+o"}, Where: screen.In(InGrid, InCard), Rank: 11,
			Do: func(m *Root, _ string) tea.Cmd { return m.openEvidence(nil) },
		},
		{ID: "evidence.save", Title: text.TuiEvSave, Foot: text.TuiFootSaveCopy, Keys: []string{"enter"}, Where: InEvidence, Rank: 1},
		{ID: "evidence.add", Title: text.TuiEvAdd, Foot: text.TuiFootAddFile, Keys: []string{"ctrl+n", "insert"}, Where: InEvidence, Rank: 2},
		{ID: "evidence.remove", Title: text.TuiEvRemove, Foot: text.TuiFootDetach, Keys: []string{"delete", "ctrl+k"}, Where: InEvidence, Rank: 3},
		{ID: "evidence.undo", Title: text.TuiEvUndo, Foot: text.TuiFootUndo, Keys: []string{"ctrl+z", "ctrl+y"}, Where: InEvidence, Rank: 4},
		{ID: "evidence.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InEvidence},
		{ID: "evidence.close", Title: text.TuiEvClose, Foot: text.TuiFootBack, Keys: []string{"esc"}, Where: InEvidence, Rank: 95},
		{
			ID: "path.complete", Title: text.TuiPathComplete, Foot: text.TuiFootComplete, Keys: []string{"tab"}, Where: kit.InInput, Rank: 2, On: asksPath,
		},
		{ID: "path.pick", Title: text.TuiPathPick, Foot: text.TuiFootPick, Keys: []string{"down", "up", "pgup", "pgdown"}, Caps: "↑↓", Where: kit.InInput, Rank: 2, On: asksPath},
	}
}

// openEvidence lays the evidence of the row under the cursor over the screen, and attaches files to it at once.
func (m *Root) openEvidence(paths []string) tea.Cmd {
	var d *evidenceLayer
	switch s := m.top().(type) {
	case *cardScreen:
		if s.rec == nil {
			return nil
		}
		d = &evidenceLayer{f: s.f, row: s.rec.ID, rec: s.rec}
	case *gridScreen:
		r := s.g.Current()
		if r == nil && !s.g.OnBlank() {
			m.say(screen.Plain, text.TuiCardReading)
			return nil
		}
		if r == nil || r.ID < 0 && r.ID > entry.StandIns {
			m.say(screen.Plain, text.TuiEvLater)
			return nil
		}
		d = &evidenceLayer{f: s.f, row: r.ID, rec: r}
	default:
		return nil
	}
	d.queue = paths
	if m.stand.Locked {
		d.tell(screen.Plain, text.TuiEvSealed)
	}
	m.lay(d, false)
	return d.look(m)
}

// pasteEvidence opens the evidence of the row for paths that were pasted or dropped on its cell.
func (m *Root) pasteEvidence(s string) tea.Cmd {
	paths := kit.PastedPaths(s)
	if len(paths) == 0 {
		m.say(screen.Warn, text.TuiEvNotPath)
	}
	return m.openEvidence(paths)
}

// isEvidence reports text that is a cell of files as another row holds it.
func isEvidence(s string) bool {
	f := form.Field{Kind: form.Files}
	v, err := f.Parse(s, form.NoUnit)
	return err == nil && !v.Empty()
}

// asksPath reports whether a path is being asked for.
func asksPath(m *Root) bool {
	_, ok := m.layer().(*kit.PathInput)
	return ok
}

func (d *evidenceLayer) place() *Place { return InEvidence }

func (d *evidenceLayer) tell(k screen.Mood, p text.Pair) { d.mood, d.say = k, p }

// look reads the row and its files, off the frame; then the next file in the queue is attached.
func (d *evidenceLayer) look(m *Root) tea.Cmd {
	d.asked++
	no, ctx, session, f, row := d.asked, m.ctx, m.desk.s, d.f, d.row
	return later(func() func(m *Root) tea.Cmd {
		rec, files, err := session.EvidenceOf(ctx, f, row)
		return func(m *Root) tea.Cmd {
			if no != d.asked {
				return nil
			}
			d.read = true
			if err != nil {
				d.tell(screen.Bad, kit.Sentence(err))
				return nil
			}
			if rec != nil {
				d.rec = rec
			}
			d.files = files
			d.list.N = len(files)
			d.list.Clamp()
			for i := range files {
				if files[i].Digest == d.seek {
					d.list.At = i
				}
			}
			d.seek = ""
			return d.next(m)
		}
	})
}

// next attaches the next file of the queue.
func (d *evidenceLayer) next(m *Root) tea.Cmd {
	if len(d.queue) == 0 || d.under != nil {
		return nil
	}
	path := d.queue[0]
	d.queue = d.queue[1:]
	return d.attach(m, path)
}

// begin makes a task of a copying; what it gives in the end is done only if nobody stopped it.
func (d *evidenceLayer) begin(m *Root, name string, work func(ctx context.Context, t *evidenceTask) error, then func(m *Root) tea.Cmd) tea.Cmd {
	ctx, cancel := context.WithCancel(m.ctx)
	t := &evidenceTask{name: name, cancel: cancel, over: make(chan struct{})}
	d.under, d.say = t, text.Pair{}
	return tea.Batch(d.tick(t), later(func() func(m *Root) tea.Cmd {
		err := work(ctx, t)
		close(t.over)
		return func(m *Root) tea.Cmd {
			cancel()
			d.under = nil
			switch {
			case errors.Is(err, context.Canceled):
				d.queue = nil
				d.tell(screen.Warn, text.TuiEvStopped)
				return nil
			case err != nil:
				d.tell(screen.Bad, kit.Sentence(err))
				return d.next(m)
			}
			return then(m)
		}
	}))
}

// tick draws the progress again while there is any.
func (d *evidenceLayer) tick(t *evidenceTask) tea.Cmd {
	return tickUntil(t.over, 100*time.Millisecond, func(*Root) tea.Cmd {
		if d.under != t {
			return nil
		}
		return d.tick(t)
	})
}

// attach copies a file into the workspace and lets the row take it on, as one step of undo.
func (d *evidenceLayer) attach(m *Root, path string) tea.Cmd {
	if m.stand.Locked {
		d.tell(screen.Bad, text.TuiEvSealed)
		return nil
	}
	if n := len(form.Attachments(d.rec.Get("evidence"))); n >= form.MaxEvidence {
		d.queue = nil
		d.tell(screen.Bad, text.FormTooManyFiles.With(form.MaxEvidence, n+1))
		return nil
	}
	w := m.desk.w
	var kept form.Attachment
	return d.begin(m, filepath.Base(path), func(ctx context.Context, t *evidenceTask) (err error) {
		kept, err = w.Attach(ctx, path, t.tell)
		return err
	}, func(m *Root) tea.Cmd {
		d.seek = kept.Digest
		return d.write(m, text.TuiEvAttached.With(kept.Name), func(r *form.Record) (entry.Edit, text.Pair, error) { return entry.Attaching(r, kept) })
	})
}

// detach lets the row go of the file under the cursor.
func (d *evidenceLayer) detach(m *Root) tea.Cmd {
	if d.list.At >= len(d.files) {
		return nil
	}
	if m.stand.Locked {
		d.tell(screen.Bad, text.TuiEvSealed)
		return nil
	}
	a := d.files[d.list.At]
	return d.write(m, text.TuiEvDetached.With(a.Name), func(r *form.Record) (entry.Edit, text.Pair, error) {
		edit, label := entry.Detaching(r, a.Digest)
		return edit, label, nil
	})
}

// write writes an edit of the row as it is by then, and looks again at what there is.
func (d *evidenceLayer) write(m *Root, done text.Pair, edit func(r *form.Record) (entry.Edit, text.Pair, error)) tea.Cmd {
	f, row := d.f, d.row
	written := m.await(&job{make: func(s *entry.Session) (entry.Edit, text.Pair, error) {
		r, err := s.EvidenceRow(f, row)
		if err != nil {
			return entry.Edit{}, text.Pair{}, err
		}
		if r == nil {
			r = form.NewRecord(f)
		}
		e, label, err := edit(r)
		e.Row = row
		return e, label, err
	}}, keyed, text.Pair{})
	d.waits(m)
	return d.after(written, func(*Root, writtenMsg) text.Pair { return done })
}

// waits says in the dialog that a write waits for an import, and is not done yet.
func (d *evidenceLayer) waits(m *Root) {
	if t := m.holding(); t != nil {
		d.tell(screen.Warn, text.TuiAwaits.With(t.title))
	}
}

// after waits for a write, says what it came to, and looks again.
func (d *evidenceLayer) after(written tea.Cmd, done func(m *Root, w writtenMsg) text.Pair) tea.Cmd {
	return func() tea.Msg {
		msg := written()
		return doMsg(func(m *Root) tea.Cmd {
			_, cmd := m.Update(msg)
			w, ok := msg.(writtenMsg)
			switch {
			case !ok:
			case w.err != nil:
				m.note = note{}
				d.tell(screen.Warn, kit.Sentence(w.err))
			default:
				if id, born := w.born[d.row]; born {
					d.row = id
				}
				d.tell(screen.Good, done(m, w))
			}
			return tea.Batch(cmd, d.look(m))
		})
	}
}

// undo takes the newest step back, or puts it again; it says which it was, for it need not be one of this row.
func (d *evidenceLayer) undo(m *Root, again bool) tea.Cmd {
	do, kind := (*entry.Session).Undo, undone
	if again {
		do, kind = (*entry.Session).Redo, redone
	}
	written := m.await(&job{do: do}, kind, text.Pair{})
	d.waits(m)
	return d.after(written, func(m *Root, _ writtenMsg) text.Pair { return m.note.say })
}

// askAdd asks for the file to attach.
func (d *evidenceLayer) askAdd(m *Root) tea.Cmd {
	if m.stand.Locked {
		d.tell(screen.Bad, text.TuiEvSealed)
		return nil
	}
	return kit.AskPath(m, text.TuiEvAddTitle, text.TuiEvAddSay, "", kit.PathWant{}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		d.queue = append(d.queue, path)
		return text.Pair{}, d.next(m)
	})
}

// askSave asks where a copy of the file under the cursor goes.
func (d *evidenceLayer) askSave(m *Root) tea.Cmd {
	if d.list.At >= len(d.files) {
		return d.askAdd(m)
	}
	a, w := d.files[d.list.At].Attachment, m.desk.w
	to := filepath.Join(filepath.Dir(w.Path()), fileName(a.Name))
	return kit.AskPath(m, text.TuiEvSaveTitle, text.TuiEvSaveSay.With(a.Name), to, kit.PathWant{Save: true}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, d.begin(m, a.Name, func(ctx context.Context, t *evidenceTask) error {
			if st, err := os.Stat(path); err == nil && st.IsDir() {
				path = filepath.Join(path, fileName(a.Name))
			}
			return w.SaveEvidence(ctx, a, path, t.tell)
		}, func(*Root) tea.Cmd {
			d.tell(screen.Good, text.TuiEvSaved.With(path))
			return nil
		})
	})
}

func (d *evidenceLayer) key(m *Root, k tea.KeyPressMsg) (bool, tea.Cmd) {
	key := k.Keystroke()
	if key == "esc" || key == "ctrl+c" {
		if d.under != nil {
			d.under.cancel()
			return false, nil
		}
		return true, nil
	}
	if d.list.Move(key) || !d.read || d.under != nil {
		return false, nil
	}
	switch key {
	case "enter":
		return false, d.askSave(m)
	case "ctrl+n", "insert":
		return false, d.askAdd(m)
	case "delete", "ctrl+k":
		return false, d.detach(m)
	case "ctrl+z":
		return false, d.undo(m, false)
	case "ctrl+y", "ctrl+shift+z":
		return false, d.undo(m, true)
	case "ctrl+v", "shift+insert":
		return false, m.askClipboard()
	}
	return false, nil
}

// paste attaches what was dropped onto the window, or whose path was pasted.
func (d *evidenceLayer) paste(m *Root, s string) tea.Cmd {
	paths := kit.PastedPaths(s)
	if len(paths) == 0 {
		d.tell(screen.Warn, text.TuiEvNotPath)
		return nil
	}
	d.queue = append(d.queue, paths...)
	if !d.read {
		return nil
	}
	return d.next(m)
}
