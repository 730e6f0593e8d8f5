package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/attaching"
	"yice/tui/grid"
	"yice/tui/keying"
	"yice/tui/screen"
)

// A cell of a table being keyed: opened, typed into, taken or left, and what is pasted over it.

// key takes typing: into the open cell, or opening one.
func (s *gridScreen) key(m *Root, k tea.KeyPressMsg) tea.Cmd {
	if s.find != nil {
		s.find.Key(k)
		return nil
	}
	if !s.g.Editing() {
		if k.Text == "" || k.Mod&(tea.ModCtrl|tea.ModAlt|tea.ModMeta) != 0 {
			return nil
		}
		if s.onFiles() {
			return m.openEvidence(nil)
		}
		if !s.open(m, true) {
			return nil
		}
		return tea.Batch(s.typeInto(m, k), s.loadChoices(m), s.load(m))
	}
	return s.typeInto(m, k)
}

func (s *gridScreen) typeInto(m *Root, k tea.KeyPressMsg) tea.Cmd {
	r := s.g.Editor().Key(k)
	if r.Changed {
		s.changed(m)
	}
	switch {
	case r.Copy != "":
		return m.copyText(r.Copy, text.TuiCopyText)
	case !r.Handled:
		return s.leaveFor(m, k.Keystroke())
	}
	return nil
}

// leaveFor takes what is keyed and does what a key of the table means: no field holds anyone in.
func (s *gridScreen) leaveFor(m *Root, key string) tea.Cmd {
	a := m.findAt(keying.InGrid, key)
	if a == nil {
		return nil
	}
	cmd := s.leave(m, true)
	return tea.Batch(cmd, a.Do(m, key))
}

// changed follows what is in the open cell: the list narrows, and the text is left in the file against a crash.
func (s *gridScreen) changed(m *Root) {
	typed := s.g.Editor().Text()
	if s.pick != nil {
		s.pick.Narrow(typed)
	}
	s.drafted = typed
	id := int64(0)
	if r := s.g.Current(); r != nil {
		id = r.ID
	}
	m.keepDraft(s.f, id, s.g.Field().ID, typed)
}

// open opens the current cell, with the list of its codes or of the rows it can name.
func (s *gridScreen) open(m *Root, replace bool) bool {
	if s.g.Current() == nil && !s.g.OnBlank() {
		return false
	}
	if !s.g.Edit(replace) {
		m.say(screen.Plain, text.TuiDoesNotApply.With(s.g.Field().Title))
		return false
	}
	s.pick = keying.NewPicker(s.g.Field(), m.lang, s.g.Editor().Text())
	if texts := s.g.Texts(); len(texts) > 0 {
		s.pick = keying.NewTextPicker(s.g.Field(), m.lang, s.g.Editor().Text(), texts)
	}
	return true
}

// onFiles reports that the current cell is one of files: those are attached, not typed.
func (s *gridScreen) onFiles() bool { return s.g.Field().Kind == form.Files }

// loadChoices asks for the rows that the open cell can name.
func (s *gridScreen) loadChoices(m *Root) tea.Cmd {
	if s.pick == nil || s.g.Field().Kind != form.Ref {
		return nil
	}
	return keying.AskChoices(m, s.f, s.g.Field())
}

// leave closes the open cell and writes it. A chosen row that is not there yet is made in the same step.
func (s *gridScreen) leave(m *Root, choose bool) tea.Cmd {
	var before []entry.Edit
	if choose && s.pick != nil {
		if typed, create, ok := s.pick.Chosen(); ok {
			s.g.Editor().Set(typed)
			before = m.createEdits(s.g.Field(), typed, create)
		}
	}
	s.pick = nil
	// A single + in a text is the number after the one above: vouchers come in order.
	if s.g.Field().Kind == form.Text && s.g.Editing() && s.g.Editor().Text() == "+" {
		if next, ok := form.Succeeding(s.g.Above()); ok {
			s.g.Editor().Set(next)
		}
	}
	edits := s.g.Leave()
	if why := s.g.Unlike(s.g.Cursor().Row, s.g.Column().Index); len(edits) > 0 && !why.Empty() {
		defer m.say(screen.Warn, why) // after what is said of the write
	}
	if len(edits) == 0 {
		if s.drafted != "" {
			s.drafted = ""
			m.keepDraft(s.f, 0, s.g.Field().ID, "")
		}
		return s.load(m)
	}
	s.drafted = ""
	if of, n := s.g.Followed(); n > 0 {
		m.say(screen.Plain, text.TuiFollowed.With(of, n))
	}
	return tea.Batch(s.put(m, append(before, edits...)), s.load(m))
}

// createEdits makes the row that a reference names, where it is to be made in place.
func (m *Root) createEdits(f *form.Field, key string, create bool) []entry.Edit {
	if !create {
		return nil
	}
	target := m.form(f.Ref)
	if target == nil || len(target.Keys) == 0 {
		return nil
	}
	m.say(screen.Good, text.TuiCreated.With(target.Title, key))
	return []entry.Edit{{Form: target, Row: m.desk.nextRow(), Field: target.Keys[0][0], Typed: key}}
}

func (s *gridScreen) cancel(m *Root) {
	s.pick = nil
	s.g.Cancel()
	s.g.StopKeying()
	if s.drafted != "" {
		s.drafted = ""
		m.keepDraft(s.f, 0, s.g.Field().ID, "")
	}
}

func (s *gridScreen) paste(m *Root, p string) tea.Cmd {
	switch {
	case s.find != nil:
		s.find.Insert(p)
		return nil
	case s.g.Editing() && strings.Contains(p, "\t"):
		// Cells, not the text of one: they go into the table.
		return tea.Batch(s.leave(m, false), m.askPaste(s, p))
	case s.g.Editing():
		s.g.Editor().Insert(p)
		s.changed(m)
		return nil
	case grid.IsBlock(p) || s.g.Wide():
		return m.askPaste(s, p)
	case s.onFiles() && !attaching.IsCell(p):
		return m.pasteEvidence(p)
	}
	if s.open(m, true) {
		s.g.Editor().Insert(p)
		s.changed(m)
		return tea.Batch(s.leave(m, false), s.load(m))
	}
	return nil
}
