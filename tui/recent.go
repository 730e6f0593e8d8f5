package tui

import (
	"path/filepath"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/filing/registry"
	"yice/store"
	"yice/text"
	"yice/tui/beginning"
	"yice/tui/regulator"
)

// Recent is a workspace opened before, as whoever else leads to workspaces lists it.
type Recent struct {
	Path, Name string
	Year       int
}

// RecentWorkspaces are those opened before that are still there, the newest first.
func RecentWorkspaces() (out []Recent) {
	for _, f := range beginning.Workspaces("") {
		if !f.Gone {
			out = append(out, Recent{f.Path, f.Name, f.Year})
		}
	}
	return out
}

// RememberWorkspace puts a workspace at the head of them.
func RememberWorkspace(r Recent, at time.Time) {
	beginning.Remember("", beginning.Workspace{Path: r.Path, Name: r.Name, Year: r.Year, At: at})
}

// recentMsg is the list as read.
type recentMsg struct{ files []beginning.Workspace }

func (m *Root) readRecent() tea.Cmd {
	dir := m.o.ConfigDir
	return func() tea.Msg { return recentMsg{beginning.Workspaces(dir)} }
}

// Shelf is what is known of the workspaces opened before, Begun how the program was begun.
func (m *Root) Shelf() *beginning.Shelf { return &m.shelf }

func (m *Root) Begun() beginning.Begun {
	o := m.o
	return beginning.Begun{Who: o.Who, Version: o.Version, TrustFolder: o.TrustFolder, Template: o.Template, Example: o.Example, Now: o.Now}
}

// OpenFile opens what lies at a path, a workspace or a registry.
func (m *Root) OpenFile(path string) tea.Cmd {
	if strings.EqualFold(filepath.Ext(path), registry.Ending) {
		return regulator.OpenRegistry(m, m, path)
	}
	return m.openBook(path, nil, "", 0)
}

// OpenAt opens a year, unless it is open, where somebody stopped in it.
func (m *Root) OpenAt(path string, b store.Book, at store.Entry) tea.Cmd {
	place := func(m *Root) tea.Cmd { return m.goToRow(at.Form, at.Row, at.Field) }
	here := m.Path() == path
	switch {
	case here && m.desk.s.Book() == b:
		return tea.Batch(m.home(), place(m))
	case here:
		return m.openYearAt(b.USCC, b.Year, place)
	}
	open := m.openBook(path, nil, b.USCC, b.Year)
	return func() tea.Msg {
		msg, ok := open().(openedMsg)
		return doMsg(func(m *Root) tea.Cmd {
			if !ok {
				return nil
			}
			opened := m.opened(msg)
			if msg.err != nil {
				return opened
			}
			return tea.Batch(opened, place(m))
		})
	}
}

// goToRow goes to a cell; where its row is gone, to its form.
func (m *Root) goToRow(id string, row int64, field string) tea.Cmd {
	f := m.form(id)
	if f == nil {
		return nil
	}
	session := m.desk.s
	return later(func() func(m *Root) tea.Cmd {
		r, err := session.Record(f, row)
		return func(m *Root) tea.Cmd {
			if row == 0 || err != nil || r == nil && !f.Single() {
				return m.goTo(f, 0, "")
			}
			return m.goTo(f, row, field)
		}
	})
}

// OpenMade opens a workspace just made, and says so once it is there.
func (m *Root) OpenMade(path string, made text.Pair) tea.Cmd {
	open := m.openBook(path, nil, "", 0)
	return func() tea.Msg {
		msg, ok := open().(openedMsg)
		if ok {
			msg.said = made
		}
		return msg
	}
}

// noteLeft writes down what is wanting of a year that is being left, beside the workspace in the list.
func (d *desk) noteLeft() {
	if d.now == nil {
		return // nothing opened it from a list
	}
	beginning.NoteLeft(d.list, d.w.Path(), beginning.CountLeft(d.s, d.now()))
}

// DraftsFolder is where drafts of policy packs are kept that are no file yet, "" for nowhere. configDir is as in Options.
func DraftsFolder(configDir string) string {
	list := beginning.ListPath(configDir)
	if list == "" {
		return ""
	}
	return filepath.Join(filepath.Dir(list), "drafts")
}
