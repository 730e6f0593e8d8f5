package keying

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/grid"
	"yice/tui/kit"
	"yice/tui/lineedit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// CardScreen is one record, field by field, with last year's figure and what is wrong beside each.
type CardScreen struct {
	office Office
	Form   *form.Form
	row    int64        // 0: the form's one row
	table  *TableScreen // that it was opened from, nil: from none
	Record *form.Record // nil: it is being read
	Last   *form.Record // the year before, nil: none
	Same   *form.Record // the year before to the same month, where its figures run to another; nil: not known
	loaded bool
	found  []form.Finding
	past   []store.Change // what became of it, the newest first; read where there is room beside the fields
	saving map[int]int    // fields on their way to the file, by the number of the write
	failed map[int]string

	list  kit.List // over the fields that are shown
	order []int    // every field by its position in the form, in the order of the screen
	shown []int    // those of them that are in sight: not those that no return of the enterprise needs
	cols  int      // columns drawn last
	lines []int    // drawn last: places in shown, and the headings of groups as -1, -2, …
	begin []int    // where each column drawn last begins in lines
	ed    *lineedit.Editor
	from  string
	pick  *Picker
	cell  grid.Rect
}

func newCard(o Office, f *form.Form, row int64) *CardScreen {
	s := &CardScreen{office: o, Form: f, row: row, saving: map[int]int{}, failed: map[int]string{}, cols: 1, order: displayOrder(f)}
	s.show(func(int) bool { return true })
	return s
}

// show shows the fields that are wanted, and keeps the cursor on its own.
func (s *CardScreen) show(want func(i int) bool) {
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
	s.GoTo(at)
}

// at is the field under the cursor by its position in the form.
func (s *CardScreen) at() int { return s.shown[s.list.At] }

// GoTo puts the cursor on a field; one that is out of sight comes into it.
func (s *CardScreen) GoTo(i int) {
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
func (s *CardScreen) hide(m screen.Desk) {
	if s.Record == nil || !s.Form.Single() {
		return
	}
	s.show(func(i int) bool {
		return !s.Record.Values[i].Empty() || s.Record.Raw[i] != "" || m.Session().Asks(s.Form, &s.Form.Fields[i])
	})
}

// cardMsg is a record as read.
type cardMsg struct {
	form            *form.Form
	row             int64
	rec, last, same *form.Record
	err             error
}

func (s *CardScreen) load(m screen.Desk) tea.Cmd {
	f, row, session := s.Form, s.row, m.Session()
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

// Place says which of its keys are live.
func (s *CardScreen) Place() *screen.Place {
	switch {
	case s.ed == nil:
		return InCard
	case s.Field().Kind == form.Note:
		return InNote
	}
	return InField
}

// keyed is the field being keyed.
func (s *CardScreen) Keyed(screen.Desk) *Keyed {
	if s.ed == nil {
		return nil
	}
	return &Keyed{Field: s.Field(), Editor: s.ed, Was: s.Record.Get(s.Field().ID), Cell: s.cell, Key: meant(s.office, InField)}
}

func (s *CardScreen) Crumb(m screen.Desk) string {
	lang := m.Lang()
	if s.Record == nil || s.Form.Single() {
		return s.Form.Title.In(lang)
	}
	key := s.Record.Key()
	if key == "" && len(s.Form.Label) > 0 {
		fd := s.Form.Field(s.Form.Label[0])
		key = fd.Display(s.Record.Get(fd.ID), fd.Unit, lang)
	}
	return s.Form.Title.In(lang) + " " + paint.Safe(paint.Cut(form.KeyTitle(s.Form.ID, key).In(lang), 30))
}

func (s *CardScreen) Follow(m screen.Desk) tea.Cmd {
	s.judge(m)
	if s.loaded {
		return nil
	}
	return s.load(m)
}

// judge gathers what is wrong in the record.
func (s *CardScreen) judge(m screen.Desk) {
	if s.Record == nil {
		return
	}
	s.found = s.Form.Check(s.Record, m.Standing().Year)
	known := map[string]bool{}
	for _, f := range s.found {
		known[f.Check+f.Field] = true
	}
	for _, f := range m.Standing().Findings {
		if f.Form == s.Form.ID && (f.Row == s.Record.ID || f.Row == 0 && s.Form.Single()) && (!known[f.Check+f.Field] || f.Explained) {
			s.found = append(s.found, f)
		}
	}
}

func (s *CardScreen) Answer(m screen.Desk, msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case cardMsg:
		if msg.form != s.Form || msg.row != s.row {
			return nil, false
		}
		if msg.err != nil {
			m.Say(screen.Bad, kit.Sentence(msg.err))
			return nil, true
		}
		s.take(m, msg)
		return s.readPast(m), true
	case ChoicesMsg:
		if msg.Form != s.Form || s.pick == nil {
			return nil, false
		}
		s.pick.Offer(msg)
		return nil, true
	}
	return nil, false
}

func (s *CardScreen) take(m screen.Desk, msg cardMsg) {
	s.loaded = true
	s.Last, s.Same = msg.last, msg.same
	rec := msg.rec
	if rec == nil {
		rec = form.NewRecord(s.Form)
		rec.ID = s.office.NextRow()
	}
	if s.Record != nil {
		for i := range s.saving {
			rec = rec.Clone()
			copyField(rec, s.Record, i)
		}
	}
	s.Record = rec
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

// Written takes the outcome of a write.
func (s *CardScreen) Written(m screen.Desk, w *Written) tea.Cmd {
	for i, n := range s.saving {
		if n <= w.N {
			delete(s.saving, i)
			if w.Err != nil && n == w.N {
				s.failed[i] = kit.Sentence(w.Err).In(m.Lang())
			}
		}
	}
	if w.Err != nil || s.Record == nil {
		return nil
	}
	if id, ok := w.Born[s.Record.ID]; ok {
		s.Record = s.Record.Clone()
		s.Record.ID = id
	}
	if len(w.Edits) == 0 {
		return s.load(m)
	}
	for _, r := range w.Out.Records {
		if r != nil && r.Form == s.Form && r.ID == s.Record.ID {
			was := toMonth(s.Record)
			s.take(m, cardMsg{rec: r, last: s.Last, same: s.Same})
			if s.Form.Index("as_of") >= 0 && toMonth(r) != was { // other months are the same ones now
				return s.load(m)
			}
			return s.readPast(m)
		}
	}
	return nil
}

// Field is the field under the cursor.
func (s *CardScreen) Field() *form.Field { return &s.Form.Fields[s.at()] }

func (s *CardScreen) applies(i int) bool {
	fd := &s.Form.Fields[i]
	return fd.Applies == nil || s.Record == nil || fd.Applies(s.Record)
}

// open opens the current field.
func (s *CardScreen) open(m screen.Desk, replace bool) tea.Cmd {
	lang := m.Lang()
	if s.Record == nil {
		return nil
	}
	if !s.applies(s.at()) {
		m.Say(screen.Plain, text.TuiDoesNotApply.With(s.Field().Title))
		return nil
	}
	fd := s.Field()
	if fd.Kind == form.Files {
		return m.Act(screen.ToEvidence)
	}
	s.from = grid.Editable(s.Record, fd, s.at(), lang)
	s.ed = lineedit.New(s.from, fd.Kind == form.Note)
	if replace {
		s.ed.Set("") // a step of the field's own undo: what was there comes back
	}
	s.pick = NewPicker(fd, lang, s.ed.Text())
	if s.pick != nil && fd.Kind == form.Ref {
		return AskChoices(m, s.Form, fd)
	}
	return nil
}

// clearFiles clears text that is no entry of files; which of several files goes is chosen among them.
func (s *CardScreen) clearFiles(m screen.Desk) tea.Cmd {
	if s.Record == nil {
		return nil
	}
	if _, raw := s.Record.Raw[s.at()]; !raw {
		return m.Act(screen.ToEvidence)
	}
	_, cmd := s.office.Put([]entry.Edit{{Form: s.Form, Row: s.Record.ID, Field: s.Field().ID}}, text.Pair{})
	return cmd
}

// leave closes the field and writes it.
func (s *CardScreen) leave(m screen.Desk, choose bool) tea.Cmd {
	if s.ed == nil {
		return nil
	}
	fd := s.Field()
	var edits []entry.Edit
	if choose && s.pick != nil {
		if take, create, ok := s.pick.Chosen(); ok {
			s.ed.Set(take)
			edits = createEdits(m, s.office, fd, take, create)
		}
	}
	typed := s.ed.Text()
	s.ed, s.pick = nil, nil
	if typed == s.from {
		s.office.KeepDraft(s.Form, s.Record.ID, fd.ID, "")
		return nil
	}
	if m.Standing().Locked {
		m.Say(screen.Bad, text.TuiSealedNoEdit)
	}
	s.Record = s.Record.Clone()
	grid.Lay(s.Record, s.at(), fd.Keyed(typed, m.Standing().Year), fd.Unit)
	s.judge(m)
	edits = append(edits, entry.Edit{Form: s.Form, Row: s.Record.ID, Field: fd.ID, Typed: typed, Unit: fd.Unit})
	n, cmd := s.office.Put(edits, text.Pair{})
	s.saving[s.at()] = n
	delete(s.failed, s.at())
	return cmd
}

// next goes to the next field that applies, step back to the one before.
func (s *CardScreen) next(by int) {
	for k := s.list.At + by; k >= 0 && k < len(s.shown); k += by {
		if s.applies(s.shown[k]) {
			s.list.At = k
			return
		}
	}
}

func (s *CardScreen) Key(m screen.Desk, k tea.KeyPressMsg) tea.Cmd {
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
		return tea.Batch(cmd, m.Copy(r.Copy, text.TuiCopyText))
	case !r.Handled:
		if do := s.office.Meaning(InCard, k.Keystroke()); do != nil {
			return tea.Batch(s.leave(m, true), do())
		}
	}
	return cmd
}

func (s *CardScreen) changed(m screen.Desk) {
	if s.pick != nil {
		s.pick.Narrow(s.ed.Text())
	}
	s.office.KeepDraft(s.Form, s.Record.ID, s.Field().ID, s.ed.Text())
}

func (s *CardScreen) Paste(m screen.Desk, p string) tea.Cmd {
	var cmd tea.Cmd
	if s.ed == nil {
		if s.Field().Kind == form.Files {
			return s.office.PasteEvidence(p)
		}
		if cmd = s.open(m, true); s.ed == nil {
			return cmd
		}
	}
	s.ed.Insert(p)
	s.changed(m)
	return cmd
}
