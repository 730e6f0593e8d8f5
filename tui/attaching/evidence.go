// Package attaching is the room of a row's evidence: which files it has, whether they lie there as they were added, and how they are
// added, let go of and saved as a copy.
package attaching

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

// EvidenceLayer is the evidence of one row, laid over its table or card. What it lists was read from the disk, not from the
// row alone: it says of every file whether it is still there and still the same.
type EvidenceLayer struct {
	writer Writer
	f      *form.Form
	row    int64 // 0: the form's one row
	rec    *form.Record
	files  []entry.Evidence
	read   bool
	asked  int // number of the last reading

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
var InEvidence = &screen.Place{ID: "evidence", Title: text.TuiPlaceEvidence, For: text.TuiForEvidence, Met: 370}

// Evidence declares them: the layer takes its keys itself, they stand here to be shown, while they do something.
func Evidence() screen.Declaration {
	idle := func(m screen.Desk) bool {
		d, ok := m.Over().(*EvidenceLayer)
		return ok && d.idle()
	}
	onFile := func(m screen.Desk) bool {
		d, ok := m.Over().(*EvidenceLayer)
		return ok && d.idle() && d.list.At < len(d.files)
	}
	return screen.Declaration{Places: []*screen.Place{InEvidence}, Actions: []screen.Action{
		{ID: "evidence.save", Title: text.TuiEvSave, Foot: text.TuiFootSaveCopy, Keys: []string{"enter"}, Where: InEvidence, Rank: 1, On: onFile},
		{ID: "evidence.add", Title: text.TuiEvAdd, Foot: text.TuiFootAddFile, Keys: []string{"ctrl+n", "insert"}, Where: InEvidence, Rank: 2, On: idle},
		{ID: "evidence.remove", Title: text.TuiEvRemove, Foot: text.TuiFootDetach, Keys: []string{"delete", "ctrl+k"}, Where: InEvidence, Rank: 3, On: onFile},
		{ID: "evidence.undo", Title: text.TuiEvUndo, Foot: text.TuiFootUndo, Keys: []string{"ctrl+z", "ctrl+y"}, Where: InEvidence, Rank: 4, On: idle},
		{ID: "evidence.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InEvidence},
		{ID: "evidence.close", Title: text.TuiEvClose, Foot: text.TuiFootBack, Keys: []string{"esc"}, Where: InEvidence, Rank: 95},
	}}
}

// Writer writes for the room, in the writer's line; waits is what holds the line up, empty where nothing does.
type Writer interface {
	// WriteThen writes an edit that is made in its turn.
	WriteThen(turn func(*entry.Session) (entry.Edit, text.Pair, error), then func(Written) tea.Cmd) (waits text.Pair, cmd tea.Cmd)
	// UndoThen takes the newest step back, or puts it again.
	UndoThen(again bool, then func(Written) tea.Cmd) (waits text.Pair, cmd tea.Cmd)
}

// Written is what a write came to.
type Written struct {
	Born map[int64]int64 // rows made, by the number they were asked for with
	Said text.Pair       // what the shell said of it
	Err  error
}

// NewEvidence is the evidence of a row; its record is there before the row is.
func NewEvidence(w Writer, f *form.Form, row int64, r *form.Record) *EvidenceLayer {
	return &EvidenceLayer{writer: w, f: f, row: row, rec: r}
}

// idle: the files are read and none is being copied; before that, keys do nothing but stop.
func (d *EvidenceLayer) idle() bool { return d.read && d.under == nil }

// Begin reads what there is, then attaches files one after the other.
func (d *EvidenceLayer) Begin(m screen.Desk, paths []string) tea.Cmd {
	d.queue = paths
	if m.Standing().Locked {
		d.tell(screen.Plain, text.TuiEvSealed)
	}
	return d.look(m)
}

// IsCell reports text that is a cell of files as another row holds it.
func IsCell(s string) bool {
	f := form.Field{Kind: form.Files}
	v, err := f.Parse(s, form.NoUnit)
	return err == nil && !v.Empty()
}

// Place says which of its keys are live.
func (d *EvidenceLayer) Place() *screen.Place { return InEvidence }

func (d *EvidenceLayer) tell(k screen.Mood, p text.Pair) { d.mood, d.say = k, p }

// look reads the row and its files, off the frame; then the next file in the queue is attached.
func (d *EvidenceLayer) look(m screen.Desk) tea.Cmd {
	d.asked++
	no, ctx, session, f, row := d.asked, m.Context(), m.Session(), d.f, d.row
	return screen.Later(func() screen.Do {
		rec, files, err := session.EvidenceOf(ctx, f, row)
		return func() tea.Cmd {
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
func (d *EvidenceLayer) next(m screen.Desk) tea.Cmd {
	if len(d.queue) == 0 || d.under != nil {
		return nil
	}
	path := d.queue[0]
	d.queue = d.queue[1:]
	return d.attach(m, path)
}

// begin makes a task of a copying; what it gives in the end is done only if nobody stopped it.
func (d *EvidenceLayer) begin(m screen.Desk, name string, work func(ctx context.Context, t *evidenceTask) error, then func() tea.Cmd) tea.Cmd {
	ctx, cancel := context.WithCancel(m.Context())
	t := &evidenceTask{name: name, cancel: cancel, over: make(chan struct{})}
	d.under, d.say = t, text.Pair{}
	return tea.Batch(d.tick(t), screen.Later(func() screen.Do {
		err := work(ctx, t)
		close(t.over)
		return func() tea.Cmd {
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
			return then()
		}
	}))
}

// tick draws the progress again while there is any.
func (d *EvidenceLayer) tick(t *evidenceTask) tea.Cmd {
	return kit.TickUntil(t.over, 100*time.Millisecond, func() tea.Cmd {
		if d.under != t {
			return nil
		}
		return d.tick(t)
	})
}

// attach copies a file into the workspace and lets the row take it on, as one step of undo.
func (d *EvidenceLayer) attach(m screen.Desk, path string) tea.Cmd {
	if m.Standing().Locked {
		d.tell(screen.Bad, text.TuiEvSealed)
		return nil
	}
	if n := len(form.Attachments(d.rec.Get("evidence"))); n >= form.MaxEvidence {
		d.queue = nil
		d.tell(screen.Bad, text.FormTooManyFiles.With(form.MaxEvidence, n+1))
		return nil
	}
	w := m.Session().Workspace()
	var kept form.Attachment
	return d.begin(m, filepath.Base(path), func(ctx context.Context, t *evidenceTask) (err error) {
		kept, err = w.Attach(ctx, path, t.tell)
		return err
	}, func() tea.Cmd {
		d.seek = kept.Digest
		return d.write(m, text.TuiEvAttached.With(kept.Name), func(r *form.Record) (entry.Edit, text.Pair, error) { return entry.Attaching(r, kept) })
	})
}

// detach lets the row go of the file under the cursor.
func (d *EvidenceLayer) detach(m screen.Desk) tea.Cmd {
	if d.list.At >= len(d.files) {
		return nil
	}
	if m.Standing().Locked {
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
func (d *EvidenceLayer) write(m screen.Desk, done text.Pair, edit func(r *form.Record) (entry.Edit, text.Pair, error)) tea.Cmd {
	f, row := d.f, d.row
	return d.after(m, done, func(then func(Written) tea.Cmd) (text.Pair, tea.Cmd) {
		return d.writer.WriteThen(func(s *entry.Session) (entry.Edit, text.Pair, error) {
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
		}, then)
	})
}

// after has something written, says what it came to, and looks again. What waits for an import is said not to be done yet.
func (d *EvidenceLayer) after(m screen.Desk, done text.Pair, write func(then func(Written) tea.Cmd) (text.Pair, tea.Cmd)) tea.Cmd {
	waits, cmd := write(func(w Written) tea.Cmd {
		switch {
		case w.Err != nil:
			d.tell(screen.Warn, kit.Sentence(w.Err))
		case done.Empty():
			d.tell(screen.Good, w.Said)
		default:
			d.tell(screen.Good, done)
		}
		if id, born := w.Born[d.row]; born {
			d.row = id
		}
		return d.look(m)
	})
	if !waits.Empty() {
		d.tell(screen.Warn, text.TuiAwaits.With(waits))
	}
	return cmd
}

// undo takes the newest step back, or puts it again; it says which it was, for it need not be one of this row.
func (d *EvidenceLayer) undo(m screen.Desk, again bool) tea.Cmd {
	return d.after(m, text.Pair{}, func(then func(Written) tea.Cmd) (text.Pair, tea.Cmd) { return d.writer.UndoThen(again, then) })
}

// askAdd asks for the file to attach.
func (d *EvidenceLayer) askAdd(m screen.Desk) tea.Cmd {
	if m.Standing().Locked {
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
func (d *EvidenceLayer) askSave(m screen.Desk) tea.Cmd {
	if d.list.At >= len(d.files) {
		return nil
	}
	a, w := d.files[d.list.At].Attachment, m.Session().Workspace()
	to := filepath.Join(filepath.Dir(w.Path()), kit.FileName(a.Name))
	return kit.AskPath(m, text.TuiEvSaveTitle, text.TuiEvSaveSay.With(a.Name), to, kit.PathWant{Save: true}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, d.begin(m, a.Name, func(ctx context.Context, t *evidenceTask) error {
			if st, err := os.Stat(path); err == nil && st.IsDir() {
				path = filepath.Join(path, kit.FileName(a.Name))
			}
			return w.SaveEvidence(ctx, a, path, t.tell)
		}, func() tea.Cmd {
			d.tell(screen.Good, text.TuiEvSaved.With(path))
			return nil
		})
	})
}

// Key takes every key.
func (d *EvidenceLayer) Key(m screen.Desk, k tea.KeyPressMsg) (bool, tea.Cmd) {
	key := k.Keystroke()
	if key == "esc" || key == "ctrl+c" {
		if d.under != nil {
			d.under.cancel()
			return false, nil
		}
		return true, nil
	}
	if d.list.Move(key) || !d.idle() {
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
		return false, m.AskClipboard()
	}
	return false, nil
}

// Paste attaches what was dropped onto the window, or whose path was pasted.
func (d *EvidenceLayer) Paste(m screen.Desk, s string) tea.Cmd {
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
