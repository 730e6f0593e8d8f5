package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/scoring"
	"yice/text"
)

// whatIfScreen is today's sheet beside the one some suppositions would make, and the single steps that gain most. Nothing
// on it is ever written.
type whatIfScreen struct {
	still
	steps   bool // the list of next steps is shown
	held    []supposition
	past    [][]supposition // what was supposed before each change, the last at the end
	undone  [][]supposition // what Ctrl+Z took back, to be supposed again
	at      list            // over held
	step    list            // over the next steps
	then    *scoring.Sheet
	changes []scoring.Change
	asked   int
	no      int
}

// supposition is one thing supposed: in words, and as the edits it would take. Rows it makes are numbered -1, -2, …
type supposition struct {
	say   text.Pair
	edits []entry.Edit
}

// whatIfMsg is the sheet of what is supposed.
type whatIfMsg struct {
	asked   int
	sheet   *scoring.Sheet
	changes []scoring.Change
	err     error
}

func (s *whatIfScreen) place() Place { return InWhatIf }

func (s *whatIfScreen) crumb(m *Root) string {
	if s.steps {
		return text.TuiWhatSteps.In(m.lang)
	}
	return text.TuiWhatIf.In(m.lang)
}

func whatIfActions() []Action {
	hasSheet := func(m *Root) bool { return m.desk != nil && m.stand.sheet != nil }
	supposing := func(m *Root) bool { s, ok := m.top().(*whatIfScreen); return ok && !s.steps }
	return []Action{
		{
			ID: "whatif.add", Title: text.TuiWhatAdd, Foot: text.TuiFootAdd, Keys: []string{"enter", "insert"}, Where: InWhatIf, Rank: 1, On: supposing,
			Do: on(func(m *Root, s *whatIfScreen, _ string) tea.Cmd { s.add(m); return nil }),
		},
		{
			ID: "whatif.drop", Title: text.TuiWhatDrop, Foot: text.TuiFootDrop, Keys: []string{"delete", "backspace"}, Where: InWhatIf, Rank: 2, On: supposing,
			Do: on(func(m *Root, s *whatIfScreen, _ string) tea.Cmd { return s.drop(m) }),
		},
		{
			ID: "whatif.go", Title: text.TuiWhatOpen, Foot: text.TuiFootGoThere, Keys: []string{"enter"}, Where: InWhatIf, Rank: 1, On: func(m *Root) bool { return !supposing(m) },
			Do: on(func(m *Root, s *whatIfScreen, _ string) tea.Cmd { return s.goThere(m) }),
		},
		{
			ID: "whatif.explain", Title: text.TuiStepExp, Foot: text.TuiFootExplain, Keys: []string{"right"}, Where: InWhatIf, Rank: 2, On: func(m *Root) bool { return !supposing(m) },
			Do: on(func(m *Root, s *whatIfScreen, _ string) tea.Cmd {
				if s.step.at < len(m.stand.steps) {
					return m.explain(m.stand.steps[s.step.at].Line)
				}
				return nil
			}),
		},
		{
			ID: "whatif.tab", Title: text.TuiWhatTab, Foot: text.TuiFootPane, Keys: []string{"tab", "shift+tab"}, Where: InWhatIf, Rank: 3,
			Do: on(func(_ *Root, s *whatIfScreen, _ string) tea.Cmd { s.steps = !s.steps; return nil }),
		},
		{
			ID: "whatif.clear", Title: text.TuiWhatClear, Keys: []string{"ctrl+k"}, Where: InWhatIf, On: supposing,
			Do: on(func(m *Root, s *whatIfScreen, _ string) tea.Cmd { s.change(nil); return s.score(m) }),
		},
		{
			ID: "whatif.undo", Title: text.TuiWhatUndo, Foot: text.TuiFootUndo, Keys: []string{"ctrl+z"}, Where: InWhatIf, Rank: 80,
			Do: on(func(m *Root, s *whatIfScreen, _ string) tea.Cmd { return s.takeBack(m, &s.past, &s.undone) }),
		},
		{
			ID: "whatif.redo", Title: text.TuiWhatRedo, Keys: []string{"ctrl+y", "ctrl+shift+z"}, Where: InWhatIf,
			Do: on(func(m *Root, s *whatIfScreen, _ string) tea.Cmd { return s.takeBack(m, &s.undone, &s.past) }),
		},
		{
			ID: "whatif.move", Title: text.TuiMove, Keys: listKeys, Where: InWhatIf,
			Do: on(func(m *Root, s *whatIfScreen, key string) tea.Cmd {
				l := &s.at
				l.n = len(s.held)
				if s.steps {
					l = &s.step
					l.n = len(m.stand.steps)
				}
				l.move(key)
				return nil
			}),
		},
		{
			ID: "whatif", Title: text.TuiGoWhatIf, Foot: text.TuiWhatIf, Keys: []string{"f8", "ctrl+b"}, Where: Anywhere &^ InWhatIf, Rank: 65, On: hasSheet,
			Do: func(m *Root, _ string) tea.Cmd { return m.push(&whatIfScreen{}) },
		},
	}
}

// openSteps shows the next steps, from one of them on.
func (m *Root) openSteps(at int) tea.Cmd {
	return m.push(&whatIfScreen{steps: true, step: list{at: at, n: len(m.stand.steps)}})
}

func (s *whatIfScreen) follow(m *Root) tea.Cmd {
	s.step.n = len(m.stand.steps)
	s.step.clamp()
	if s.no == m.stand.no {
		return nil
	}
	return s.score(m)
}

// score asks for the sheet of everything supposed, off the frame.
func (s *whatIfScreen) score(m *Root) tea.Cmd {
	s.no = m.stand.no
	s.asked++
	s.at.n = len(s.held)
	s.at.clamp()
	asked, session, edits := s.asked, m.desk.s, s.all()
	return func() tea.Msg {
		sheet, changes, err := session.WhatIf(edits)
		return whatIfMsg{asked, sheet, changes, err}
	}
}

// all puts the edits of the suppositions together: the rows each makes are numbered on.
func (s *whatIfScreen) all() []entry.Edit {
	var out []entry.Edit
	made := int64(0)
	for _, h := range s.held {
		top := int64(0)
		for _, e := range h.edits {
			if e.Row < 0 && e.Form.ID != "checklist" {
				top = min(top, e.Row)
				e.Row -= made
			}
			out = append(out, e)
		}
		made -= top
	}
	return out
}

func (s *whatIfScreen) answer(m *Root, msg tea.Msg) (tea.Cmd, bool) {
	got, ok := msg.(whatIfMsg)
	if !ok {
		return nil, false
	}
	if got.asked != s.asked {
		return nil, true
	}
	if got.err != nil {
		// What cannot be scored is not kept: the rest still can.
		m.say(bad, sentence(got.err))
		if n := len(s.held); n > 0 {
			s.held = s.held[: n-1 : n-1]
			if len(s.past) > 0 {
				s.past = s.past[:len(s.past)-1]
			}
			return s.score(m), true
		}
		return nil, true
	}
	s.then, s.changes = got.sheet, got.changes
	return nil, true
}

// suppose takes one more supposition.
func (s *whatIfScreen) suppose(m *Root, h supposition) tea.Cmd {
	s.change(append(slices.Clip(s.held), h))
	s.at.n, s.at.at = len(s.held), len(s.held)-1
	return s.score(m)
}

func (s *whatIfScreen) drop(m *Root) tea.Cmd {
	if s.at.at >= len(s.held) {
		return nil
	}
	s.change(append(s.held[:s.at.at:s.at.at], s.held[s.at.at+1:]...))
	return s.score(m)
}

// change supposes something else; Ctrl+Z takes that back, and nothing but that: the data is none of this screen's.
func (s *whatIfScreen) change(held []supposition) {
	s.past, s.undone, s.held = append(s.past, s.held), nil, held
}

// takeBack supposes again what was supposed before, or after, the last change.
func (s *whatIfScreen) takeBack(m *Root, from, to *[][]supposition) tea.Cmd {
	n := len(*from)
	if n == 0 {
		m.say(plain, text.TuiWhatNoUndo)
		return nil
	}
	*to = append(*to, s.held)
	s.held, *from = (*from)[n-1], (*from)[:n-1]
	s.steps = false
	return s.score(m)
}

// goThere opens the form where a step is keyed.
func (s *whatIfScreen) goThere(m *Root) tea.Cmd {
	if s.step.at >= len(m.stand.steps) {
		return nil
	}
	st := m.stand.steps[s.step.at]
	f := form.ByID(st.Form)
	if f == nil {
		return m.explain(st.Line)
	}
	return m.goTo(f, st.Row, st.Field)
}
