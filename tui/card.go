package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/grid"
	"yice/tui/keying"
	"yice/tui/kit"
	"yice/tui/lineedit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// cardScreen is one record, field by field, with last year's figure and what is wrong beside each.
type cardScreen struct {
	f      *form.Form
	row    int64 // 0: the form's one row
	rec    *form.Record
	last   *form.Record // the year before, nil: none
	same   *form.Record // the year before to the same month, where its figures run to another; nil: not known
	loaded bool
	found  []form.Finding
	saving map[int]int // fields on their way to the file, by the number of the write
	failed map[int]string

	list  kit.List // over the fields that are shown
	order []int    // every field by its position in the form, in the order of the screen
	shown []int    // those of them that are in sight: not those that no return of the enterprise needs
	cols  int      // columns drawn last
	lines []int    // drawn last: places in shown, and the headings of groups as -1, -2, …
	begin []int    // where each column drawn last begins in lines
	ed    *lineedit.Editor
	from  string
	pick  *keying.Picker
	cell  grid.Rect
}

func newCard(f *form.Form, row int64) *cardScreen {
	s := &cardScreen{f: f, row: row, saving: map[int]int{}, failed: map[int]string{}, cols: 1, order: displayOrder(f)}
	s.show(func(int) bool { return true })
	return s
}

// show shows the fields that are wanted, and keeps the cursor on its own.
func (s *cardScreen) show(want func(i int) bool) {
	at := -1
	if len(s.shown) > 0 {
		at = s.at()
	}
	s.shown = s.shown[:0:0]
	for _, i := range s.order {
		if i == at || want(i) {
			s.shown = append(s.shown, i)
		}
	}
	s.list.N = len(s.shown)
	s.arrange(s.cols)
	s.goTo(at)
}

// at is the field under the cursor by its position in the form.
func (s *cardScreen) at() int { return s.shown[s.list.At] }

// goTo puts the cursor on a field; one that is out of sight comes into it.
func (s *cardScreen) goTo(i int) {
	if i < 0 {
		return
	}
	k := slices.Index(s.shown, i)
	if k < 0 {
		before := slices.Index(s.order, i)
		for k = 0; k < len(s.shown) && slices.Index(s.order, s.shown[k]) < before; k++ {
		}
		s.shown = slices.Insert(s.shown, k, i)
		s.list.N = len(s.shown)
		s.arrange(s.cols)
	}
	s.list.At = k
}

// hide puts out of sight what nobody asks for and holds nothing.
func (s *cardScreen) hide(m *Root) {
	if s.rec == nil || !s.f.Single() {
		return
	}
	s.show(func(i int) bool {
		return !s.rec.Values[i].Empty() || s.rec.Raw[i] != "" || m.desk.s.Asks(s.f, &s.f.Fields[i])
	})
}

// cardMsg is a record as read.
type cardMsg struct {
	form            *form.Form
	row             int64
	rec, last, same *form.Record
	err             error
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
		if out.rec != nil || f.Single() { // a form of one row has its last year before anything is keyed
			out.last, out.same = session.LastYear(f, out.rec), session.SamePeriod(f, out.rec)
		}
		return out
	}
}

func (s *cardScreen) place() *Place {
	switch {
	case s.ed == nil:
		return keying.InCard
	case s.field().Kind == form.Note:
		return keying.InNote
	}
	return keying.InField
}

// keyed is the field being keyed.
func (s *cardScreen) keyed(m *Root) *keying.Keyed {
	if s.ed == nil {
		return nil
	}
	return &keying.Keyed{Field: s.field(), Editor: s.ed, Was: s.rec.Get(s.field().ID), Cell: s.cell, Key: func(key string) tea.Cmd { return m.meant(keying.InField, key) }}
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
	s.found = s.f.Check(s.rec, m.stand.Year)
	known := map[string]bool{}
	for _, f := range s.found {
		known[f.Check+f.Field] = true
	}
	for _, f := range m.stand.Findings {
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
			m.say(screen.Bad, kit.Sentence(msg.err))
			return nil, true
		}
		s.take(m, msg)
		return nil, true
	case keying.ChoicesMsg:
		if msg.Form != s.f || s.pick == nil {
			return nil, false
		}
		s.pick.Offer(msg)
		return nil, true
	}
	return nil, false
}

func (s *cardScreen) take(m *Root, msg cardMsg) {
	s.loaded = true
	s.last, s.same = msg.last, msg.same
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
	s.hide(m)
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
				s.failed[i] = kit.Sentence(w.err).In(m.lang)
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
			was := toMonth(s.rec)
			s.take(m, cardMsg{rec: r, last: s.last, same: s.same})
			if s.f.Index("as_of") >= 0 && toMonth(r) != was { // other months are the same ones now
				return s.load(m)
			}
		}
	}
	return nil
}

func (s *cardScreen) field() *form.Field { return &s.f.Fields[s.at()] }

func (s *cardScreen) applies(i int) bool {
	fd := &s.f.Fields[i]
	return fd.Applies == nil || s.rec == nil || fd.Applies(s.rec)
}

// open opens the current field.
func (s *cardScreen) open(m *Root, replace bool) tea.Cmd {
	if s.rec == nil {
		return nil
	}
	if !s.applies(s.at()) {
		m.say(screen.Plain, text.TuiDoesNotApply.With(s.field().Title))
		return nil
	}
	fd := s.field()
	if fd.Kind == form.Files {
		return m.openEvidence(nil)
	}
	s.from = grid.Editable(s.rec, fd, s.at(), m.lang)
	s.ed = lineedit.New(s.from, fd.Kind == form.Note)
	if replace {
		s.ed.Set("") // a step of the field's own undo: what was there comes back
	}
	s.pick = keying.NewPicker(fd, m.lang, s.ed.Text())
	if s.pick != nil && fd.Kind == form.Ref {
		return keying.AskChoices(m, s.f, fd)
	}
	return nil
}

// clearFiles clears text that is no entry of files; which of several files goes is chosen among them.
func (s *cardScreen) clearFiles(m *Root) tea.Cmd {
	if s.rec == nil {
		return nil
	}
	if _, raw := s.rec.Raw[s.at()]; !raw {
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
		if take, create, ok := s.pick.Chosen(); ok {
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
	if m.stand.Locked {
		m.say(screen.Bad, text.TuiSealedNoEdit)
	}
	s.rec = s.rec.Clone()
	grid.Lay(s.rec, s.at(), fd.Keyed(typed, m.stand.Year), fd.Unit)
	s.judge(m)
	edits = append(edits, entry.Edit{Form: s.f, Row: s.rec.ID, Field: fd.ID, Typed: typed, Unit: fd.Unit})
	n, cmd := m.apply(edits)
	s.saving[s.at()] = n
	delete(s.failed, s.at())
	return cmd
}

// next goes to the next field that applies, step back to the one before.
func (s *cardScreen) next(by int) {
	for k := s.list.At + by; k >= 0 && k < len(s.shown); k += by {
		if s.applies(s.shown[k]) {
			s.list.At = k
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
		if a := m.findAt(keying.InCard, k.Keystroke()); a != nil {
			return tea.Batch(s.leave(m, true), a.Do(m, k.Keystroke()))
		}
	}
	return cmd
}

func (s *cardScreen) changed(m *Root) {
	if s.pick != nil {
		s.pick.Narrow(s.ed.Text())
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
