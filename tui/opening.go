package tui

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/store"
	"yice/text"
	"yice/tui/beginning"
	"yice/tui/keeping"
	"yice/tui/kit"
	"yice/tui/overview"
	"yice/tui/screen"
)

// openedMsg is a session that was opened, or why it could not be.
type openedMsg struct {
	desk   *desk
	stand  screen.Standing
	recent []beginning.Workspace
	draft  *entry.Draft
	path   string    // what was to be opened
	said   text.Pair // what to say once it is open
	err    error
}

// begin opens what was asked for on the command line, or reads the list of recent workspaces.
func (m *Root) begin() tea.Cmd {
	if m.o.Workspace == nil && m.o.Path == "" {
		return m.readRecent()
	}
	return m.openBook(m.o.Path, m.o.Workspace, m.o.Enterprise, m.o.Year)
}

// openBook opens a workspace (unless it is open) and one enterprise's year in it. The one at the desk is gone back to.
func (m *Root) openBook(path string, w *store.Workspace, uscc string, year int) tea.Cmd {
	m.say(screen.Plain, text.TuiOpening)
	o, dir, now, in := m.o, m.o.ConfigDir, m.now, m.StoreOptions()
	here := ""
	if m.desk != nil {
		here = m.desk.w.Path()
	}
	return func() tea.Msg {
		own := w == nil
		if own {
			if here != "" && sameFile(path, here) {
				return doMsg(func(m *Root) tea.Cmd {
					cmd := m.home()
					m.say(screen.Plain, text.TuiOpenAlready.With(filepath.Base(here)))
					return cmd
				})
			}
			var err error
			if w, err = store.Open(path, in); err != nil {
				return openedMsg{path: path, err: otherKind(path, err)}
			}
		}
		s, err := openSession(w, uscc, year, o)
		if err != nil {
			if own {
				err = errors.Join(err, w.Close())
			}
			return openedMsg{path: path, err: err}
		}
		m := openedMsg{desk: newDesk(s, w, own), stand: takeStanding(s)}
		m.desk.list, m.desk.now = dir, now
		if d, ok := s.TakeDraft(); ok {
			m.draft = &d
		}
		m.recent = beginning.Remember(dir, beginning.Workspace{Path: w.Path(), Name: m.stand.Name, Year: m.stand.Year, At: now()})
		return m
	}
}

func openSession(w *store.Workspace, uscc string, year int, o Options) (*entry.Session, error) {
	uscc, year, err := choose(w, uscc, year)
	if err != nil {
		return nil, err
	}
	who := o.Who
	if who == "" {
		who, _ = w.Setting("operator")
	}
	if who == "" {
		who = kit.SystemUser()
	}
	return entry.Open(w, uscc, year, entry.Options{Who: who, Pack: o.Pack, Template: o.Template, Now: o.Now})
}

// choose gives the book to open: the one asked for, else the newest year that changed last.
func choose(w *store.Workspace, uscc string, year int) (string, int, error) {
	books, err := w.Books()
	if err != nil {
		return "", 0, err
	}
	var best *store.BookInfo
	for i := range books {
		b := &books[i]
		if uscc != "" && b.USCC != uscc || year != 0 && b.Year != year {
			continue
		}
		if best == nil || b.Year > best.Year || b.Year == best.Year && b.ChangedAt.After(best.ChangedAt) {
			best = b
		}
	}
	if best == nil {
		return "", 0, &text.Fault{Code: "tui.nobook", Class: text.Usage, Say: text.TuiNoBook.With(w.Path())}
	}
	return best.USCC, best.Year, nil
}

// opened takes a session: the overview is shown, and text left behind by a session that did not end well is offered.
func (m *Root) opened(msg openedMsg) tea.Cmd {
	if msg.err != nil {
		return m.notOpened(msg)
	}
	old := m.desk
	m.fault = nil
	m.note = note{}
	m.desk, m.stand = msg.desk, screen.Standing{}
	m.waiting, m.turn = map[int]writtenMsg{}, 1
	if msg.recent != nil {
		m.shelf.Recent = msg.recent
	}
	m.stack = []screen.Screen{overview.New(m)}
	m.damage = text.Pair{}
	cmds := []tea.Cmd{m.stands(standingMsg{msg.stand}), m.desk.check(m.checkAfter), m.keepBackups()}
	if msg.draft != nil {
		m.offerDraft(*msg.draft)
	}
	m.greet()
	if !msg.said.Empty() {
		m.say(screen.Good, msg.said)
	}
	if taken := m.desk.w.TakenOver(); !taken.Empty() {
		m.say(screen.Warn, taken)
	}
	if took := m.desk.s.TookIn(); !took.Empty() {
		m.say(screen.Warn, took)
	}
	if old != nil {
		cmds = append(cmds, func() tea.Msg {
			if err := old.finish(); err != nil {
				return sayMsg{screen.Bad, kit.Sentence(err)}
			}
			return nil
		})
	}
	return tea.Batch(cmds...)
}

// notOpened says why a workspace could not be opened. What is open stays open, and the program goes on: with nothing open, at
// the start screen.
func (m *Root) notOpened(msg openedMsg) tea.Cmd {
	m.note = note{}
	if m.desk == nil {
		m.fault = msg.err // what the program ends with if nothing else is opened
	}
	d := &kit.Told{Title: text.TuiNotOpened, Say: kit.Sentence(msg.err), Mood: screen.Bad}
	if path := msg.path; path != "" && mendable(msg.err) {
		d.Also = &kit.Option{Title: text.TuiRestore, Note: "R", Take: func() tea.Cmd { return m.Push(keeping.NewBackups(m, path)) }}
	}
	var again tea.Cmd
	if s, ok := m.Top().(*beginning.StartScreen); ok { // below what is said
		again = s.AskAgain(m, msg.path)
	}
	m.open(d, false)
	if m.desk == nil {
		return tea.Batch(again, m.readRecent())
	}
	return again
}

// mendable reports a file that is spoiled, for which a backup may help.
func mendable(err error) bool {
	var f *text.Fault
	if !errors.As(err, &f) {
		return false
	}
	switch f.Code {
	case "store.foreign", "store.zero", "store.damaged", "store.pages", "store.missing", "store.endless", "store.schema-stranger":
		return true
	}
	return false
}

// otherKind says what a file is that is no workspace, where that is plain.
func otherKind(path string, err error) error {
	var f *text.Fault
	if !errors.As(err, &f) || f.Code != "store.foreign" {
		return err
	}
	if st, e := os.Stat(path); e == nil && st.IsDir() {
		return &text.Fault{Code: "tui.folder", Class: text.Usage, Say: text.TuiOpenFolder.With(path)}
	}
	in, e := os.Open(path)
	if e != nil {
		return err
	}
	defer in.Close()
	head := make([]byte, 4)
	if _, e := io.ReadFull(in, head); e == nil && bytes.Equal(head, []byte("PK\x03\x04")) {
		return &text.Fault{Code: "tui.archive", Class: text.Usage, Say: text.TuiOpenArchive.With(path)}
	}
	return err
}

// sameFile reports whether two paths lead to one file.
func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}
