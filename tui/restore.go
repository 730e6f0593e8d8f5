package tui

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Backups are made, looked through and brought back here: what a backup would change is shown before anything happens.

func restoreActions() []Action {
	return []Action{
		{ID: "restore", Title: text.TuiRestore, Where: screen.Anywhere.And(InStart), Do: func(m *Root, _ string) tea.Cmd { return m.askRestore() }},
		{ID: "salvage", Title: text.TuiSalvage, Where: screen.Anywhere.And(InStart), Do: func(m *Root, _ string) tea.Cmd { return m.askSalvage("") }},
		{
			ID: "backup.to", Title: text.TuiBackupTo, Where: screen.Anywhere, On: func(m *Root) bool { return m.desk != nil },
			Do: func(m *Root, _ string) tea.Cmd { return m.askBackupTo() },
		},
	}
}

// askBackupTo asks for a folder, on another disk perhaps, and backs up to it.
func (m *Root) askBackupTo() tea.Cmd {
	return kit.AskPath(m, text.TuiBackupTo, text.TuiBackupToSay, "", kit.PathWant{Folder: true}, func(typed string) (text.Pair, tea.Cmd) {
		if kit.Expand(typed) == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, m.backup(kit.Expand(typed))
	})
}

// askRestore lists the backups of the workspace that is open, or of the one that is named.
func (m *Root) askRestore() tea.Cmd {
	if m.desk != nil {
		return m.openRestore(m.desk.w.Path())
	}
	return kit.AskPath(m, text.TuiRestore, text.TuiRestoreOf, "", kit.PathWant{Ext: []string{".yice"}}, func(typed string) (text.Pair, tea.Cmd) {
		if kit.Expand(typed) == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, m.openRestore(kit.Expand(typed))
	})
}

// openRestore lists the backups of a workspace, newest first.
func (m *Root) openRestore(path string) tea.Cmd { return m.push(&backupsScreen{path: path}) }

func (m *Root) askBackupFile(path string) tea.Cmd {
	return kit.AskPath(m, text.TuiRestore, text.TuiRestoreFileSay, filepath.Dir(path)+string(filepath.Separator), kit.PathWant{Ext: []string{".yice"}}, func(typed string) (text.Pair, tea.Cmd) {
		from := kit.Expand(typed)
		if from == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, m.previewRestore(path, store.BackupInfo{Path: from}, filepath.Base(from))
	})
}

// previewRestore shows what bringing a backup back would change, and asks. One is compared at a time: of a million lines a comparison
// takes seconds and room, and a key that is pressed again asks for no other.
func (m *Root) previewRestore(path string, b store.BackupInfo, name string) tea.Cmd {
	if t := m.looking; t != nil && !t.ended {
		m.lay(&taskDialog{t: t}, false)
		return nil
	}
	m.looking = &task{title: text.TuiTaskCompare.With(name)}
	l := m.lang
	return m.start(m.looking, func(ctx context.Context) (func(m *Root) tea.Cmd, error) {
		say, err := previewSay(ctx, path, b, l)
		if ctx.Err() != nil {
			return nil, context.Canceled
		}
		return func(m *Root) tea.Cmd {
			if err != nil {
				m.refuse(text.TuiRestore, err)
				return nil
			}
			m.open(kit.NewAsk(text.TuiRestoreTitle.With(name), joined(say, text.TuiRestoreAsk), func(yes bool) tea.Cmd {
				if !yes {
					return nil
				}
				return m.restore(path, b, name)
			}), false)
			return nil
		}, nil
	})
}

// changesTold are shown one by one, the others counted.
const changesTold = 6

// previewSay tells what would change, year by year; where the workspace cannot be read any more, what the backup holds.
func previewSay(ctx context.Context, path string, b store.BackupInfo, l text.Lang) (text.Pair, error) {
	then, err := store.Open(b.Path, store.Options{ReadOnly: true})
	if err != nil {
		return text.Pair{}, &text.Fault{Code: "tui.backup", Class: text.Cannot, Say: text.StoreBackupUnfit.With(b.Path), Err: err}
	}
	defer then.Close()
	now, err := store.Open(path, store.Options{ReadOnly: true})
	if err != nil {
		return holdsSay(then)
	}
	defer now.Close()
	head := lostSay(now, b)
	years, err := filing.Preview(ctx, now, then)
	switch {
	case err != nil && ctx.Err() != nil:
		return text.Pair{}, err
	case err != nil:
		return holdsSay(then)
	case len(years) == 0:
		return joinedBelow(head, text.TuiRestoreSame), nil
	}
	say := head
	for _, y := range years {
		say = joinedBelow(say, text.TuiRestoreYear.With(y.USCC, y.Year, len(y.Changes)))
		say = joinedBelow(say, perForm(now.Dictionary(), y.Changes))
		for i, c := range y.Changes {
			if i == changesTold {
				say = joinedBelow(say, text.TuiRestoreMore.With(len(y.Changes)-i))
				break
			}
			say = joinedBelow(say, changeSay(now.Dictionary(), c, l))
		}
	}
	return say, nil
}

// changeSay tells one change: where, what stands there, what would.
func changeSay(d *form.Dictionary, c filing.CellChange, l text.Lang) text.Pair {
	of, field := text.Same(c.Form), text.Same(c.Field)
	if f := d.ByID(c.Form); f != nil {
		of = f.Title
		if fd := f.Field(c.Field); fd != nil {
			field = fd.Title
		}
	}
	value := func(s string) string {
		if s == "" {
			return text.TuiRestoreNothing.In(l)
		}
		return paint.Cut(paint.Safe(s), 16)
	}
	tail := "  " + paint.Cut(paint.Safe(c.Key), 18) + "  "
	end := "  " + value(c.Old) + " → " + value(c.New)
	return text.Pair{ZH: "  " + of.ZH + tail + field.ZH + end, EN: "  " + of.EN + tail + field.EN + end}
}

func holdsSay(w *store.Workspace) (text.Pair, error) {
	books, err := w.Books()
	if err != nil {
		return text.Pair{}, err
	}
	say := text.TuiRestoreBlind
	for i := range books {
		b := &books[i]
		say = joinedBelow(say, text.TuiRestoreHolds.With(paint.Safe(strings.TrimSpace(b.Name+" "+b.USCC)), b.Year, b.Rows))
	}
	return say, nil
}

// joinedBelow puts a sentence below others; the first one begins.
func joinedBelow(p, more text.Pair) text.Pair {
	if p.Empty() {
		return more
	}
	return joined(p, more)
}

// restore puts a backup in the place of a workspace. The desk that has it open lets go of it first, once everything keyed is
// written, and it is opened again afterwards, whatever became of it.
func (m *Root) restore(path string, b store.BackupInfo, name string) tea.Cmd {
	o := m.storeOptions()
	o.Lacking = b.Condition == store.BackupLacking // it was said, and agreed to
	return m.aside(path, text.TuiRestoring, func() error { return store.Restore(path, b.Path, o) }, func(m *Root, reopen func(said text.Pair) tea.Cmd, err error) tea.Cmd {
		m.kept, m.keptNo = nil, m.keptNo+1
		if err == nil {
			return reopen(text.TuiRestored.With(name, filepath.Base(path)))
		}
		m.refuse(text.TuiRestore, err)
		return reopen(text.Pair{})
	})
}

// aside does something to a workspace that nobody may have open. The desk that has it lets go of it first, once everything
// keyed is written; then reopen opens it where it was left.
func (m *Root) aside(path string, doing text.Pair, work func() error, then func(m *Root, reopen func(said text.Pair) tea.Cmd, err error) tea.Cmd) tea.Cmd {
	if len(m.tasks) > 0 {
		m.say(screen.Warn, text.TuiSwitchBusy.With(m.tasks[0].title))
		return nil
	}
	old, uscc, year := m.desk, m.stand.USCC, m.stand.Year
	if old != nil && old.w.Path() == path {
		m.leaveDesk()
	} else {
		old, uscc, year = nil, "", 0
	}
	m.say(screen.Plain, doing)
	return later(func() func(m *Root) tea.Cmd {
		var err error
		if old != nil {
			err = old.end(nil) // what is done to it backs it up where that can be
		}
		err = errors.Join(err, work())
		return func(m *Root) tea.Cmd {
			m.note = note{}
			return then(m, func(said text.Pair) tea.Cmd {
				if said.Empty() && old == nil {
					return nil // it was not open before
				}
				return m.reopen(path, uscc, year, said)
			}, err)
		}
	})
}

// leaveDesk goes to the start screen, for as long as the workspace is not open.
func (m *Root) leaveDesk() {
	m.desk, m.stand = nil, screen.Standing{}
	m.waiting, m.turn = map[int]writtenMsg{}, 1
	m.damage = text.Pair{}
	m.stack = stackOf(&startScreen{})
}

// reopen opens a workspace where it was left; a year that is not in it any more gives way to its newest.
func (m *Root) reopen(path, uscc string, year int, said text.Pair) tea.Cmd {
	at, newest := m.openBook(path, nil, uscc, year), m.openBook(path, nil, "", 0)
	m.note = note{}
	return func() tea.Msg {
		msg := at()
		var f *text.Fault
		if o, ok := msg.(openedMsg); ok && errors.As(o.err, &f) && f.Code == "tui.nobook" {
			msg = newest()
		}
		if o, ok := msg.(openedMsg); ok {
			o.said = said
			return o
		}
		return msg
	}
}

// askSalvage asks for a damaged workspace and a new file, and saves what can still be read.
func (m *Root) askSalvage(path string) tea.Cmd {
	if path == "" {
		return kit.AskPath(m, text.TuiSalvage, text.TuiSalvageOf, "", kit.PathWant{Ext: []string{".yice"}}, func(typed string) (text.Pair, tea.Cmd) {
			if kit.Expand(typed) == "" {
				return text.TuiPathEmpty, nil
			}
			return text.Pair{}, m.askSalvage(kit.Expand(typed))
		})
	}
	to := strings.TrimSuffix(path, ".yice") + "-salvaged.yice"
	return kit.AskPath(m, text.TuiSalvage, text.TuiSalvageTo, to, kit.PathWant{Save: true, Ext: []string{".yice"}}, func(typed string) (text.Pair, tea.Cmd) {
		to := workspacePath(typed)
		if to == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, m.salvage(path, to)
	})
}

func (m *Root) salvage(path, to string) tea.Cmd {
	now := m.o.Now
	var saved store.Salvaged
	work := func() (err error) {
		saved, err = store.Salvage(path, to, store.Options{Now: now})
		return err
	}
	return m.aside(path, text.TuiSalvaging, work, func(m *Root, reopen func(said text.Pair) tea.Cmd, err error) tea.Cmd {
		if err != nil {
			m.refuse(text.TuiSalvage, err)
			return reopen(text.Pair{})
		}
		var rows int64
		for _, n := range saved.Rows {
			rows += n
		}
		say := text.TuiSalvaged.With(rows, filepath.Base(to))
		if n := len(saved.Damaged); n > 0 {
			say = text.TuiSalvagedPart.With(rows, filepath.Base(to), n)
		}
		return m.openMadeBook(to, say)
	})
}
