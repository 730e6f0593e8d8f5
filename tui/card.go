package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/grid"
	"yice/tui/lineedit"
	"yice/tui/paint"
)

// cardScreen is one record, field by field, with last year's figure and what is wrong beside each.
type cardScreen struct {
	f      *form.Form
	row    int64 // 0: the form's one row
	rec    *form.Record
	last   *form.Record // the year before, nil: none
	loaded bool
	found  []form.Finding
	saving map[int]int // fields on their way to the file, by the number of the write
	failed map[int]string

	list list // over the fields
	cols int  // columns drawn last
	ed   *lineedit.Editor
	from string
	pick *picker
	cell grid.Rect
}

func newCard(f *form.Form, row int64) *cardScreen {
	return &cardScreen{f: f, row: row, saving: map[int]int{}, failed: map[int]string{}, list: list{n: len(f.Fields)}, cols: 1}
}

// cardMsg is a record as read.
type cardMsg struct {
	form      *form.Form
	row       int64
	rec, last *form.Record
	err       error
}

func (s *cardScreen) load(m *Root) tea.Cmd {
	f, row, session := s.f, s.row, m.desk.s
	return func() tea.Msg {
		out := cardMsg{form: f, row: row}
		if row == 0 {
			if rows := session.Records(f); len(rows) > 0 {
				out.rec = rows[0]
			}
		} else {
			out.rec, out.err = session.Record(f, row)
		}
		if out.rec != nil {
			out.last = session.LastYear(f, out.rec)
		}
		return out
	}
}

func (s *cardScreen) place() Place {
	switch {
	case s.ed == nil:
		return InCard
	case s.field().Kind == form.Note:
		return InNote
	}
	return InField
}

func (s *cardScreen) crumb(m *Root) string {
	if s.rec == nil || s.f.Single() {
		return s.f.Title.In(m.lang)
	}
	key := s.rec.Key()
	if key == "" && len(s.f.Label) > 0 {
		fd := s.f.Field(s.f.Label[0])
		key = fd.Display(s.rec.Get(fd.ID), fd.Unit, m.lang)
	}
	return s.f.Title.In(m.lang) + " " + paint.Safe(paint.Cut(form.KeyTitle(s.f.ID, key).In(m.lang), 30))
}

func (s *cardScreen) follow(m *Root) tea.Cmd {
	s.judge(m)
	if s.loaded {
		return nil
	}
	return s.load(m)
}

// judge gathers what is wrong in the record.
func (s *cardScreen) judge(m *Root) {
	if s.rec == nil {
		return
	}
	s.found = s.f.Check(s.rec, m.stand.year)
	known := map[string]bool{}
	for _, f := range s.found {
		known[f.Check+f.Field] = true
	}
	for _, f := range m.stand.findings {
		if f.Form == s.f.ID && (f.Row == s.rec.ID || f.Row == 0 && s.f.Single()) && (!known[f.Check+f.Field] || f.Explained) {
			s.found = append(s.found, f)
		}
	}
}

func (s *cardScreen) answer(m *Root, msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case cardMsg:
		if msg.form != s.f || msg.row != s.row {
			return nil, false
		}
		if msg.err != nil {
			m.say(bad, sentence(msg.err))
			return nil, true
		}
		s.take(m, msg)
		return nil, true
	case choicesMsg:
		if msg.form != s.f || s.pick == nil {
			return nil, false
		}
		s.pick.offer(msg)
		return nil, true
	}
	return nil, false
}

func (s *cardScreen) take(m *Root, msg cardMsg) {
	s.loaded = true
	s.last = msg.last
	rec := msg.rec
	if rec == nil {
		rec = form.NewRecord(s.f)
		rec.ID = m.desk.nextRow()
	}
	if s.rec != nil {
		for i := range s.saving {
			rec = rec.Clone()
			copyField(rec, s.rec, i)
		}
	}
	s.rec = rec
	s.judge(m)
}

func copyField(to, from *form.Record, i int) {
	to.Values[i] = from.Values[i]
	delete(to.Raw, i)
	if raw, ok := from.Raw[i]; ok {
		if to.Raw == nil {
			to.Raw = map[int]string{}
		}
		to.Raw[i] = raw
	}
}

func (s *cardScreen) written(m *Root, w writtenMsg) tea.Cmd {
	for i, n := range s.saving {
		if n <= w.n {
			delete(s.saving, i)
			if w.err != nil && n == w.n {
				s.failed[i] = sentence(w.err).In(m.lang)
			}
		}
	}
	if w.err != nil || s.rec == nil {
		return nil
	}
	if id, ok := w.born[s.rec.ID]; ok {
		s.rec = s.rec.Clone()
		s.rec.ID = id
	}
	if len(w.edits) == 0 {
		return s.load(m)
	}
	for _, r := range w.out.Records {
		if r != nil && r.Form == s.f && r.ID == s.rec.ID {
			s.take(m, cardMsg{rec: r, last: s.last})
		}
	}
	return nil
}

func (s *cardScreen) field() *form.Field { return &s.f.Fields[s.list.at] }

func (s *cardScreen) applies(i int) bool {
	fd := &s.f.Fields[i]
	return fd.Applies == nil || s.rec == nil || fd.Applies(s.rec)
}

// open opens the current field.
func (s *cardScreen) open(m *Root, replace bool) tea.Cmd {
	if s.rec == nil {
		return nil
	}
	if !s.applies(s.list.at) {
		m.say(plain, text.TuiDoesNotApply.With(s.field().Title))
		return nil
	}
	fd := s.field()
	if fd.Kind == form.Files {
		return m.openEvidence(nil)
	}
	s.from = grid.Editable(s.rec, fd, s.list.at, m.lang)
	s.ed = lineedit.New(s.from, fd.Kind == form.Note)
	if replace {
		s.ed.Set("") // a step of the field's own undo: what was there comes back
	}
	s.pick = newPicker(fd, m.lang, s.ed.Text())
	if s.pick != nil && fd.Kind == form.Ref {
		return m.askChoices(s.f, fd)
	}
	return nil
}

// clearFiles clears text that is no entry of files; which of several files goes is chosen among them.
func (s *cardScreen) clearFiles(m *Root) tea.Cmd {
	if s.rec == nil {
		return nil
	}
	if _, raw := s.rec.Raw[s.list.at]; !raw {
		return m.openEvidence(nil)
	}
	_, cmd := m.apply([]entry.Edit{{Form: s.f, Row: s.rec.ID, Field: s.field().ID}})
	return cmd
}

// leave closes the field and writes it.
func (s *cardScreen) leave(m *Root, choose bool) tea.Cmd {
	if s.ed == nil {
		return nil
	}
	fd := s.field()
	var edits []entry.Edit
	if choose && s.pick != nil {
		if take, create, ok := s.pick.chosen(); ok {
			s.ed.Set(take)
			edits = m.createEdits(fd, take, create)
		}
	}
	typed := s.ed.Text()
	s.ed, s.pick = nil, nil
	if typed == s.from {
		m.keepDraft(s.f, s.rec.ID, fd.ID, "")
		return nil
	}
	if m.stand.locked {
		m.say(bad, text.TuiSealedNoEdit)
	}
	s.rec = s.rec.Clone()
	grid.Lay(s.rec, s.list.at, fd.Keyed(typed, m.stand.year), fd.Unit)
	s.judge(m)
	edits = append(edits, entry.Edit{Form: s.f, Row: s.rec.ID, Field: fd.ID, Typed: typed, Unit: fd.Unit})
	n, cmd := m.apply(edits)
	s.saving[s.list.at] = n
	delete(s.failed, s.list.at)
	return cmd
}

// next goes to the next field that applies, step back to the one before.
func (s *cardScreen) next(by int) {
	for i := s.list.at + by; i >= 0 && i < len(s.f.Fields); i += by {
		if s.applies(i) {
			s.list.at = i
			return
		}
	}
}

func (s *cardScreen) key(m *Root, k tea.KeyPressMsg) tea.Cmd {
	var cmd tea.Cmd
	if s.ed == nil {
		if k.Text == "" || k.Mod&(tea.ModCtrl|tea.ModAlt|tea.ModMeta) != 0 {
			return nil
		}
		cmd = s.open(m, true)
		if s.ed == nil {
			return cmd
		}
	}
	r := s.ed.Key(k)
	if r.Changed {
		s.changed(m)
	}
	switch {
	case r.Copy != "":
		return tea.Batch(cmd, m.copyText(r.Copy, text.TuiCopyText))
	case !r.Handled:
		if a := m.findAt(InCard, k.Keystroke()); a != nil {
			return tea.Batch(s.leave(m, true), a.Do(m, k.Keystroke()))
		}
	}
	return cmd
}

func (s *cardScreen) changed(m *Root) {
	if s.pick != nil {
		s.pick.narrow(s.ed.Text())
	}
	m.keepDraft(s.f, s.rec.ID, s.field().ID, s.ed.Text())
}

func (s *cardScreen) paste(m *Root, p string) tea.Cmd {
	var cmd tea.Cmd
	if s.ed == nil {
		if s.field().Kind == form.Files {
			return m.pasteEvidence(p)
		}
		if cmd = s.open(m, true); s.ed == nil {
			return cmd
		}
	}
	s.ed.Insert(p)
	s.changed(m)
	return cmd
}
