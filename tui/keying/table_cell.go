package keying

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/attaching"
	"yice/tui/grid"
	"yice/tui/screen"
)

// A cell of a table being keyed: opened, typed into, taken or left, and what is pasted over it.

// key takes typing: into the open cell, or opening one.
func (s *TableScreen) Key(m screen.Desk, k tea.KeyPressMsg) tea.Cmd {
	if s.find != nil {
		s.find.Key(k)
		return nil
	}
	if !s.Grid.Editing() {
		if k.Text == "" || k.Mod&(tea.ModCtrl|tea.ModAlt|tea.ModMeta) != 0 {
			return nil
		}
		if s.onFiles() {
			return m.Act(screen.ToEvidence)
		}
		if !s.open(m, true) {
			return nil
		}
		return tea.Batch(s.typeInto(m, k), s.loadChoices(m), s.load(m))
	}
	return s.typeInto(m, k)
}

func (s *TableScreen) typeInto(m screen.Desk, k tea.KeyPressMsg) tea.Cmd {
	r := s.Grid.Editor().Key(k)
	if r.Changed {
		s.changed(m)
	}
	switch {
	case r.Copy != "":
		return m.Copy(r.Copy, text.TuiCopyText)
	case !r.Handled:
		return s.leaveFor(m, k.Keystroke())
	}
	return nil
}

// leaveFor takes what is keyed and does what a key of the table means: no field holds anyone in.
func (s *TableScreen) leaveFor(m screen.Desk, key string) tea.Cmd {
	do := s.office.Meaning(InGrid, key)
	if do == nil {
		return nil
	}
	cmd := s.leave(m, true)
	return tea.Batch(cmd, do())
}

// changed follows what is in the open cell: the list narrows, and the text is left in the file against a crash.
func (s *TableScreen) changed(m screen.Desk) {
	typed := s.Grid.Editor().Text()
	if s.pick != nil {
		s.pick.Narrow(typed)
	}
	s.drafted = typed
	id := int64(0)
	if r := s.Grid.Current(); r != nil {
		id = r.ID
	}
	s.office.KeepDraft(s.Form, id, s.Grid.Field().ID, typed)
}

// open opens the current cell, with the list of its codes or of the rows it can name.
func (s *TableScreen) open(m screen.Desk, replace bool) bool {
	lang := m.Lang()
	if s.Grid.Current() == nil && !s.Grid.OnBlank() {
		return false
	}
	if s.Grid.NoneFound() {
		s.sayNone(m)
		return false
	}
	if !s.Grid.Edit(replace) {
		m.Say(screen.Plain, text.TuiDoesNotApply.With(s.Grid.Field().Title))
		return false
	}
	s.pick = NewPicker(s.Grid.Field(), lang, s.Grid.Editor().Text())
	if texts := s.Grid.Texts(); len(texts) > 0 {
		s.pick = NewTextPicker(s.Grid.Field(), lang, s.Grid.Editor().Text(), texts)
	}
	return true
}

// onFiles reports that the current cell is one of files: those are attached, not typed.
func (s *TableScreen) onFiles() bool { return s.Grid.Field().Kind == form.Files }

// loadChoices asks for the rows that the open cell can name.
func (s *TableScreen) loadChoices(m screen.Desk) tea.Cmd {
	if s.pick == nil || s.Grid.Field().Kind != form.Ref {
		return nil
	}
	return AskChoices(m, s.Form, s.Grid.Field())
}

// leave closes the open cell and writes it. A chosen row that is not there yet is made in the same step.
func (s *TableScreen) leave(m screen.Desk, choose bool) tea.Cmd {
	var before []entry.Edit
	if choose && s.pick != nil {
		if typed, create, ok := s.pick.Chosen(); ok {
			s.Grid.Editor().Set(typed)
			before = createEdits(m, s.office, s.Grid.Field(), typed, create)
		}
	}
	s.pick = nil
	// A single + in a text is the number after the one above: vouchers come in order.
	if s.Grid.Field().Kind == form.Text && s.Grid.Editing() && s.Grid.Editor().Text() == "+" {
		if next, ok := form.Succeeding(s.Grid.Above()); ok {
			s.Grid.Editor().Set(next)
		}
	}
	edits := s.Grid.Leave()
	if why := s.Grid.Unlike(s.Grid.Cursor().Row, s.Grid.Column().Index); len(edits) > 0 && !why.Empty() {
		defer m.Say(screen.Warn, why) // after what is said of the write
	}
	if len(edits) == 0 {
		if s.drafted != "" {
			s.drafted = ""
			s.office.KeepDraft(s.Form, 0, s.Grid.Field().ID, "")
		}
		return s.load(m)
	}
	s.drafted = ""
	if of, n := s.Grid.Followed(); n > 0 {
		m.Say(screen.Plain, text.TuiFollowed.With(of, n))
	}
	return tea.Batch(s.put(m, append(before, edits...)), s.load(m))
}

// createEdits makes the row that a reference names, where it is to be made in place.
func createEdits(m screen.Desk, o Office, f *form.Field, key string, create bool) []entry.Edit {
	if !create {
		return nil
	}
	target := m.Form(f.Ref)
	if target == nil || len(target.Keys) == 0 {
		return nil
	}
	m.Say(screen.Good, text.TuiCreated.With(target.Title, key))
	return []entry.Edit{{Form: target, Row: o.NextRow(), Field: target.Keys[0][0], Typed: key}}
}

func (s *TableScreen) cancel(m screen.Desk) {
	s.pick = nil
	s.Grid.Cancel()
	s.Grid.StopKeying()
	if s.drafted != "" {
		s.drafted = ""
		s.office.KeepDraft(s.Form, 0, s.Grid.Field().ID, "")
	}
}

func (s *TableScreen) Paste(m screen.Desk, p string) tea.Cmd {
	switch {
	case s.find != nil:
		s.find.Insert(p)
		return nil
	case s.Grid.Editing() && strings.Contains(p, "\t"):
		// Cells, not the text of one: they go into the table.
		return tea.Batch(s.leave(m, false), askPaste(m, s, p))
	case s.Grid.Editing():
		s.Grid.Editor().Insert(p)
		s.changed(m)
		return nil
	case grid.IsBlock(p) || s.Grid.Wide():
		return askPaste(m, s, p)
	case s.onFiles() && !attaching.IsCell(p):
		return s.office.PasteEvidence(p)
	}
	if s.open(m, true) {
		s.Grid.Editor().Insert(p)
		s.changed(m)
		return tea.Batch(s.leave(m, false), s.load(m))
	}
	return nil
}
