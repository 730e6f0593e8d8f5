package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/scoring"
	"yice/tui/judging"
	"yice/tui/keying"
	"yice/tui/kit"
	"yice/tui/screen"
)

// followStep goes to the form where a step is keyed, and there to where something is still to be written: the empty figure, the
// line after the last for what is new, the paper that a record lacks. It never goes into a cell that says something already:
// a step proposes to do more, not that what was done was another thing.
func (m *Root) followStep(st *scoring.Step) tea.Cmd {
	f := m.form(st.Form)
	switch {
	case f == nil:
		return judging.Explain(m, st.Line)
	case f.ID == "rd_summary":
		return m.toLastYear(f)
	case f.Single():
		return m.goTo(f, 0, st.Field)
	case f.ID == "checklist":
		return m.goTo(f, m.itemOf(st), "answer")
	case st.Row != 0:
		return m.goTo(f, st.Row, m.lacking(f, st.Row))
	}
	return m.Push(keying.NewTable(m, m, f, 0, "").AtBlank())
}

// itemOf is the item of the checklist that a step is about: the first that nobody has answered where it asks for answers.
func (m *Root) itemOf(st *scoring.Step) int64 {
	for _, it := range m.desk.s.ChecklistItems() {
		if st.UpTo.Sign() > 0 && it.Record.Get("answer").Empty() {
			return it.Record.ID
		}
	}
	return st.Row
}

// papers are what a record that waits for its decision may lack, the most telling first.
var papers = [...]string{"recognised_doc", "recognised_on", "recognised_by"}

// lacking is the first paper that a record lacks; "" where it has all of them, or asks for none.
func (m *Root) lacking(f *form.Form, row int64) string {
	r, err := m.desk.s.Record(f, row)
	if err != nil || r == nil {
		return ""
	}
	for _, id := range papers {
		if f.Index(id) >= 0 && r.Get(id).Empty() {
			return id
		}
	}
	return ""
}

// toLastYear goes to a form of the year before; where the workspace does not have that year, it offers to open it.
func (m *Root) toLastYear(f *form.Form) tea.Cmd {
	w, uscc, year := m.desk.w, m.stand.USCC, m.stand.Year-1
	return later(func() func(m *Root) tea.Cmd {
		_, there, err := w.FindBook(uscc, year)
		return func(m *Root) tea.Cmd {
			switch {
			case err != nil:
				m.say(screen.Bad, kit.Sentence(err))
				return nil
			case !there:
				return m.askLastYear()
			}
			return m.openYearAt(uscc, year, func(m *Root) tea.Cmd { return m.goTo(f, 0, "") })
		}
	})
}
