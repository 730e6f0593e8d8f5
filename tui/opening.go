package tui

import (
	"errors"
	"os/user"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/store"
	"yice/text"
)

// openedMsg is a session that was opened, or why it could not be.
type openedMsg struct {
	desk   *desk
	stand  standing
	recent []recentFile
	draft  *entry.Draft
	err    error
}

// begin opens what was asked for on the command line, or reads the list of recent workspaces.
func (m *Root) begin() tea.Cmd {
	if m.o.Workspace == nil && m.o.Path == "" {
		return m.readRecent()
	}
	return m.openBook(m.o.Path, m.o.Workspace, m.o.Enterprise, m.o.Year)
}

// openBook opens a workspace (unless it is open) and one enterprise's year in it.
func (m *Root) openBook(path string, w *store.Workspace, uscc string, year int) tea.Cmd {
	m.say(plain, text.TuiOpening)
	o, dir, now := m.o, m.o.ConfigDir, m.now
	return func() tea.Msg {
		own := w == nil
		if own {
			var err error
			if w, err = store.Open(path, store.Options{Now: o.Now}); err != nil {
				return openedMsg{err: err}
			}
		}
		s, err := openSession(w, uscc, year, o)
		if err != nil {
			if own {
				err = errors.Join(err, w.Close())
			}
			return openedMsg{err: err}
		}
		m := openedMsg{desk: newDesk(s, w, own), stand: takeStanding(s)}
		if d, ok := s.TakeDraft(); ok {
			m.draft = &d
		}
		m.recent = remember(dir, recentFile{Path: w.Path(), Name: m.stand.name, Year: m.stand.year, At: now()})
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
		if u, err := user.Current(); err == nil {
			who = u.Username
		}
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
		m.say(bad, sentence(msg.err))
		if m.o.Workspace != nil || m.o.Path != "" {
			m.fault = msg.err
			return tea.Quit
		}
		return nil
	}
	old := m.desk
	m.note = note{}
	m.desk, m.stand = msg.desk, standing{}
	m.waiting, m.turn = map[int]writtenMsg{}, 1
	if msg.recent != nil {
		m.recent = msg.recent
	}
	m.stack = []screen{&overviewScreen{}}
	m.damage = text.Pair{}
	cmds := []tea.Cmd{m.stands(standingMsg{msg.stand}), m.desk.check(m.checkAfter)}
	if msg.draft != nil {
		m.offerDraft(*msg.draft)
	}
	m.greet()
	if taken := m.desk.w.TakenOver(); !taken.Empty() {
		m.say(warn, taken)
	}
	if old != nil {
		cmds = append(cmds, func() tea.Msg {
			if err := old.finish(); err != nil {
				return sayMsg{bad, sentence(err)}
			}
			return nil
		})
	}
	return tea.Batch(cmds...)
}
