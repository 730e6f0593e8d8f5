package keying

import (
	"encoding/json"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/grid"
	"yice/tui/kit"
	"yice/tui/lineedit"
	"yice/tui/screen"
)

// DoubleScreen keys records again without showing them and compares the two, field by field. What was decided, by whom
// and when, is kept as a note of the year.
type DoubleScreen struct {
	office Office
	Form   *form.Form
	q      store.Query
	start  int // first position in the view
	rows   []*form.Record
	of     int // records of the form
	at     int // of rows
	read   bool
	fields []int // positions of the fields that are keyed

	second *form.Record
	typed  map[int]string
	list   kit.List // over fields
	ed     *lineedit.Editor
	pick   *Picker

	differ  []difference
	choice  kit.List // over differ
	compare bool

	count, rowsOff, cellsOff int // of this sitting and those before
}

// difference is one field that the two keyings do not agree on.
type difference struct {
	field         int
	first, second string // as typed into an editor
	kept          decision
	typed         string // of the third decision
}

type decision uint8

const (
	undecided decision = iota
	keepFirst
	takeSecond
	retyped
)

// noteDouble is the kind of note that keeps what double entry found.
const noteDouble = "double"

// doubleNote is what is kept of one record.
type doubleNote struct {
	Key    string           `json:"key"`
	Fields int              `json:"fields"`
	Differ []doubleNoteCell `json:"differ"`
}

type doubleNoteCell struct {
	Field  string `json:"field"`
	First  string `json:"first"`
	Second string `json:"second"`
	Kept   string `json:"kept"`
}

// doubleMsg is what is to be keyed again.
type doubleMsg struct {
	f                        *form.Form
	rows                     []*form.Record
	of                       int
	count, rowsOff, cellsOff int
	err                      error
}

// doubleMost records are read for one sitting.
const doubleMost = 5000

// Place says which of its keys are live.
func (s *DoubleScreen) Place() *screen.Place { return InDouble }

func (s *DoubleScreen) Crumb(m screen.Desk) string {
	lang := m.Lang()
	return s.Form.Title.In(lang) + " " + m.Theme().Chrome.Right + " " + text.TuiDouble.In(lang)
}

func (s *DoubleScreen) Follow(m screen.Desk) tea.Cmd { return nil }

// openDouble begins with the record under the cursor of a table.
func openDouble(m screen.Desk) tea.Cmd {
	g, ok := m.Top().(*TableScreen)
	if !ok {
		return nil
	}
	if m.Standing().Locked {
		m.Say(screen.Bad, text.TuiSealedNoEdit)
		return nil
	}
	s := &DoubleScreen{office: g.office, Form: g.Form, q: g.Grid.Query(), start: g.Grid.Cursor().Row}
	for i := range g.Form.Fields {
		fd := &g.Form.Fields[i]
		if fd.Kind != form.Files && !recognitionField(fd.ID) && fd.ID != "remark" {
			s.fields = append(s.fields, i)
		}
	}
	return tea.Batch(m.Push(s), s.load(m))
}

// recognitionField reports the fields that the regulator fills.
func recognitionField(id string) bool {
	switch id {
	case "recognition", "recognised_by", "recognised_doc", "recognised_on":
		return true
	}
	return false
}

// load reads the records to be keyed and what was keyed before, off the frame.
func (s *DoubleScreen) load(m screen.Desk) tea.Cmd {
	f, q, start, session, w, ctx := s.Form, s.q, s.start, m.Session(), m.Session().Workspace(), m.Context()
	return func() tea.Msg {
		out := doubleMsg{f: f}
		v, err := session.View(ctx, f, q, nil)
		if err != nil {
			out.err = err
			return out
		}
		notes, err := w.Notes(session.Book(), noteDouble)
		if err != nil {
			out.err = err
			return out
		}
		done := map[string]bool{}
		for _, n := range notes {
			done[n.ID] = true
			var kept doubleNote
			if json.Unmarshal([]byte(n.Text), &kept) == nil {
				out.count++
				out.rowsOff += kit.Btoi(len(kept.Differ) > 0)
				out.cellsOff += len(kept.Differ)
			}
		}
		out.of = v.Len()
		start = min(start, max(out.of-1, 0))
		rows, err := v.Rows(start, min(doubleMost, out.of-start))
		out.err = err
		for _, r := range rows {
			if r.ID > 0 && !done[noteID(f, r.ID)] {
				out.rows = append(out.rows, r)
			}
		}
		return out
	}
}

func noteID(f *form.Form, row int64) string { return f.ID + "/" + strconv.FormatInt(row, 10) }

func (s *DoubleScreen) Answer(m screen.Desk, msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case doubleMsg:
		if msg.f != s.Form {
			return nil, false
		}
		if msg.err != nil {
			m.Say(screen.Bad, kit.Sentence(msg.err))
			return m.Back(), true
		}
		s.rows, s.of, s.count, s.rowsOff, s.cellsOff, s.read = msg.rows, msg.of, msg.count, msg.rowsOff, msg.cellsOff, true
		if len(s.rows) == 0 {
			m.Say(screen.Plain, text.TuiDblNoRows)
			return m.Back(), true
		}
		return s.begin(m), true
	case ChoicesMsg:
		if msg.Form != s.Form || s.pick == nil {
			return nil, false
		}
		s.pick.Offer(msg)
		return nil, true
	}
	return nil, false
}

// begin begins a record: nothing of it is shown.
func (s *DoubleScreen) begin(m screen.Desk) tea.Cmd {
	s.second, s.typed = form.NewRecord(s.Form), map[int]string{}
	s.compare, s.differ = false, nil
	s.list = kit.List{N: len(s.fields)}
	return s.edit(m)
}

// Field is the field being keyed.
func (s *DoubleScreen) Field() *form.Field { return &s.Form.Fields[s.fields[s.list.At]] }

// edit opens the editor of the current field, with its list where it has one.
func (s *DoubleScreen) edit(m screen.Desk) tea.Cmd {
	fd := s.Field()
	s.ed = lineedit.New(s.typed[s.fields[s.list.At]], fd.Kind == form.Note)
	s.pick = NewPicker(fd, m.Lang(), "")
	if s.pick != nil && fd.Kind == form.Ref {
		return AskChoices(m, s.Form, fd)
	}
	return nil
}

// take keeps what is in the editor.
func (s *DoubleScreen) take(m screen.Desk, choose bool) {
	i := s.fields[s.list.At]
	if choose && s.pick != nil && s.ed.Text() != "" {
		if typed, _, ok := s.pick.Chosen(); ok {
			s.ed.Set(typed)
		}
	}
	fd := &s.Form.Fields[i]
	s.typed[i] = fd.Keyed(s.ed.Text(), m.Standing().Year)
	grid.Lay(s.second, i, s.typed[i], fd.Unit)
}

func (s *DoubleScreen) Key(m screen.Desk, k tea.KeyPressMsg) tea.Cmd {
	if s.compare || s.ed == nil {
		return nil
	}
	r := s.ed.Key(k)
	if r.Changed && s.pick != nil {
		s.pick.Narrow(s.ed.Text())
	}
	if r.Copy != "" {
		return m.Copy(r.Copy, text.TuiCopyText)
	}
	return nil
}

func (s *DoubleScreen) Paste(_ screen.Desk, p string) tea.Cmd {
	if s.compare || s.ed == nil {
		return nil
	}
	s.ed.Insert(p)
	if s.pick != nil {
		s.pick.Narrow(s.ed.Text())
	}
	return nil
}

// step goes to a field beside; past the last one the two are compared.
func (s *DoubleScreen) step(m screen.Desk, by int) tea.Cmd {
	for i := s.list.At + by; i >= 0 && i < len(s.fields); i += by {
		fd := &s.Form.Fields[s.fields[i]]
		if fd.Applies == nil || fd.Applies(s.second) {
			s.list.At = i
			return s.edit(m)
		}
	}
	if by > 0 {
		return s.judge(m)
	}
	return s.edit(m)
}

// judge compares the two keyings; where they agree it goes on at once.
func (s *DoubleScreen) judge(m screen.Desk) tea.Cmd {
	lang := m.Lang()
	first := s.rows[s.at]
	s.differ = nil
	for _, i := range s.fields {
		if first.Values[i] == s.second.Values[i] && first.Raw[i] == s.second.Raw[i] {
			continue
		}
		fd := &s.Form.Fields[i]
		s.differ = append(s.differ, difference{field: i, first: grid.Editable(first, fd, i, lang), second: grid.Editable(s.second, fd, i, lang)})
	}
	s.ed, s.pick = nil, nil
	if len(s.differ) == 0 {
		m.Say(screen.Good, text.TuiDblAgree.With(first.Label()))
		return s.keep(m)
	}
	s.compare, s.choice = true, kit.List{N: len(s.differ)}
	return nil
}

// keep writes what was decided as one step of undo, with a note of who decided what, and goes on.
func (s *DoubleScreen) keep(m screen.Desk) tea.Cmd {
	first := s.rows[s.at]
	note := doubleNote{Key: first.Label(), Fields: len(s.fields), Differ: []doubleNoteCell{}}
	var edits []entry.Edit
	for _, d := range s.differ {
		fd := &s.Form.Fields[d.field]
		kept := d.first
		switch d.kept {
		case takeSecond:
			kept = d.second
		case retyped:
			kept = d.typed
		}
		if kept != d.first {
			edits = append(edits, entry.Edit{Form: s.Form, Row: first.ID, Field: fd.ID, Typed: kept, Unit: fd.Unit})
		}
		note.Differ = append(note.Differ, doubleNoteCell{fd.ID, d.first, d.second, kept})
	}
	words, err := json.Marshal(note)
	if err != nil {
		m.Say(screen.Bad, kit.Sentence(err))
		return nil
	}
	s.count++
	s.rowsOff += kit.Btoi(len(note.Differ) > 0)
	s.cellsOff += len(note.Differ)
	label, id, w := text.TuiDblLabel.With(s.Form.Title, first.Label()), noteID(s.Form, first.ID), m.Session().Workspace()
	cmd := s.office.Write(func(session *entry.Session) (out entry.Outcome, err error) {
		if len(edits) > 0 {
			if out, err = session.Apply(label, edits); err != nil {
				return out, err
			}
		}
		return out, w.PutNote(session.Book(), store.Note{Kind: noteDouble, ID: id, Text: string(words), Who: session.Operator()})
	})
	return tea.Batch(cmd, s.next(m))
}

// next goes to the record after; after the last one the sitting ends.
func (s *DoubleScreen) next(m screen.Desk) tea.Cmd {
	s.at++
	if s.at < len(s.rows) {
		return s.begin(m)
	}
	cmd := m.Back()
	m.Say(screen.Good, text.TuiDblEnd.With(s.sum()))
	return cmd
}

func (s *DoubleScreen) sum() text.Pair { return text.TuiDblDone.With(s.count, s.rowsOff, s.cellsOff) }
