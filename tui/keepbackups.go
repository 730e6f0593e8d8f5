package tui

import (
	"context"
	"fmt"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/store"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// keeps is what a desk has to do with backups. When one is due is the workspace's own business (store.Keep); the desk says
// what is happening.
type keeps struct {
	ctx  context.Context // ends with the program; nil: none are made by themselves
	told chan backedUpMsg
	lang text.Lang
	out  io.Writer // where is said, after the last frame, that one is being made; nil: nowhere
}

// backedUpMsg says that a backup was made by itself, or could not be.
type backedUpMsg struct {
	desk *desk
	err  error
}

// largeStep is how many edits make a step a large one.
const largeStep = 500

// keepBackups has the open workspace backed up as it goes. Tests, which show no check either, ask for it themselves.
func (m *Root) keepBackups() tea.Cmd {
	if m.checkAfter == 0 {
		return nil
	}
	d := m.desk
	d.keeps.ctx, d.keeps.told = m.ctx, make(chan backedUpMsg, 8)
	d.w.StartKeeping(func(_ string, err error) {
		select {
		case d.keeps.told <- backedUpMsg{d, err}:
		default: // nobody looks
		}
	})
	return d.nextBackup()
}

// nextBackup waits for the next one.
func (d *desk) nextBackup() tea.Cmd {
	return func() tea.Msg {
		select {
		case msg := <-d.keeps.told:
			return msg
		case <-d.keeps.ctx.Done():
			return nil
		}
	}
}

// backedUp takes the word that one was made, or could not be: that is said, for somebody has to see to the disk.
func (m *Root) backedUp(msg backedUpMsg) tea.Cmd {
	m.keptNo++
	if msg.desk != m.desk {
		return nil
	}
	if msg.err != nil {
		m.say(screen.Warn, text.TuiBackupNotMade.With(kit.Sentence(msg.err)))
	}
	return tea.Batch(m.desk.nextBackup(), m.Top().Follow(m))
}

// backUpBefore backs up what is there before a large step, in the writer's line. A step is not held up by a backup that
// cannot be made: it can be taken back.
func (d *desk) backUpBefore(j *job) {
	if d.keeps.ctx == nil || !j.large && len(j.edits) < largeStep {
		return
	}
	if path, err := d.w.Keep(d.keeps.ctx, store.Before, nil); path != "" || err != nil {
		select {
		case d.keeps.told <- backedUpMsg{d, err}:
		default:
		}
	}
}

// sayAfter is how long a backup on closing may take before it is said what is going on.
const sayAfter = 700 * time.Millisecond

// backUpClosing backs up what was written since the last time. The next opening makes it where this one is cut short.
func (d *desk) backUpClosing() {
	if d.keeps.ctx == nil {
		return
	}
	if out := d.keeps.out; out != nil {
		t := time.AfterFunc(sayAfter, func() { fmt.Fprintln(out, text.TuiClosingBackup.In(d.keeps.lang)) })
		defer t.Stop()
	}
	_, _ = d.w.Keep(d.keeps.ctx, store.Closing, nil) // nobody is there any more; the next opening says it
}

// StoreOptions are those of opening a workspace here.
func (m *Root) StoreOptions() store.Options {
	return store.Options{Now: m.o.Now, Second: m.prefs.Second}
}

// BackupsMade counts what was made and brought back.
func (m *Root) BackupsMade() int { return m.keptNo }

// SetSecondPlace remembers the folder that backups are brought to besides.
func (m *Root) SetSecondPlace(dir string) tea.Cmd {
	m.prefs.Second = dir
	cmd := m.keepPreferences()
	if m.desk != nil {
		m.desk.w.SetSecondPlace(dir)
	}
	m.keptNo++
	return cmd
}

// BackUp copies the workspace, beside the writing; "" is the folder beside it.
func (m *Root) BackUp(dir string) tea.Cmd {
	m.say(screen.Plain, text.TuiBackingUp)
	w, t := m.desk.w, &task{title: text.TuiTaskBackup}
	t.Counts = kit.CountsBytes
	return m.start(t, func(ctx context.Context) (func(m *Root) tea.Cmd, error) {
		path, err := w.BackupTelling(ctx, dir, t.At)
		if err != nil {
			return nil, err
		}
		return func(m *Root) tea.Cmd {
			m.keptNo++
			m.say(screen.Good, text.TuiBackupDone.With(path))
			return m.Top().Follow(m)
		}, nil
	})
}
