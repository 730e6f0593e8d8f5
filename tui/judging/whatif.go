package judging

import (
	"cmp"
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/scoring"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// WhatIfScreen is today's sheet beside the one some suppositions would make, and the single steps that gain most. Nothing
// on it is ever written.
type WhatIfScreen struct {
	screen.Still
	steps bool // the list of next steps is shown
	supposed
	past   []supposed // what was supposed before each change, the last at the end
	undone []supposed // what Ctrl+Z took back, to be supposed again
	nudged string     // the lever that the last change moved: moving it on is the same change; "": another one
	Levers []scoring.Lever
	of     int // the standing that the levers were read off
	// effects are what each lever does alone, as far as it is moved, or by one nudge where it is not.
	effects map[string]scoring.Effect
	at      kit.List // over what is supposed, then the levers
	step    kit.List // over the next steps
	Then    *scoring.Sheet
	changes []scoring.Change
	asked   int
	no      int
}

// supposed is all that is supposed.
type supposed struct {
	Held  []supposition
	Moved map[string]int64 // by what levers are moved, by their ids; never changed in place
}

// supposition is one thing supposed: in words, and as the edits it would take. Rows it makes are numbered -1, -2, …
type supposition struct {
	say   text.Pair
	edits []entry.Edit
}

// WhatIfMsg is the sheet of what is supposed.
type WhatIfMsg struct {
	asked   int
	sheet   *scoring.Sheet
	changes []scoring.Change
	Levers  []scoring.Lever // nil: those there were
	no      int             // the standing they were read off
	effects map[string]scoring.Effect
	err     error
}

// Place says which of its keys are live.
func (s *WhatIfScreen) Place() *screen.Place { return InWhatIf }

// Crumb is the name in the header.
func (s *WhatIfScreen) Crumb(m screen.Desk) string {
	l := m.Lang()
	if s.steps {
		return text.TuiWhatSteps.In(l)
	}
	return text.TuiWhatIf.In(l)
}

// InWhatIf is what hypothetical changes would do, beside today's sheet.
var InWhatIf = &screen.Place{ID: "what-if", Title: text.TuiPlaceWhatIf, For: text.TuiForWhatIf, Met: 150, Common: true, Opener: "whatif"}

// WhatIf declares what hypothetical changes would do, and the next steps.
func WhatIf() screen.Declaration {
	hasSheet := func(m screen.Desk) bool { return m.Session() != nil && m.Standing().Sheet != nil }
	supposing := func(m screen.Desk) bool { s, ok := m.Top().(*WhatIfScreen); return ok && !s.steps }
	onLever := func(m screen.Desk) bool { s, ok := m.Top().(*WhatIfScreen); return ok && !s.steps && s.Lever() != nil }
	return screen.Declaration{Places: []*screen.Place{InWhatIf}, Actions: []screen.Action{
		{
			ID: "whatif.add", Title: text.TuiWhatAdd, Foot: text.TuiFootAdd, Keys: []string{"enter", "insert"}, Where: InWhatIf, Rank: 1, On: supposing,
			Do: screen.On(func(m screen.Desk, s *WhatIfScreen, _ string) tea.Cmd { s.add(m); return nil }),
		},
		{
			ID: "whatif.drop", Title: text.TuiWhatDrop, Foot: text.TuiFootDrop, Keys: []string{"delete", "backspace"}, Where: InWhatIf, Rank: 2, On: supposing,
			Do: screen.On(func(m screen.Desk, s *WhatIfScreen, _ string) tea.Cmd { return s.drop(m) }),
		},
		{
			ID: "whatif.more", Title: text.TuiWhatMore, Foot: text.TuiFootNudge, Keys: []string{"right"}, Caps: "←→", Where: InWhatIf, Rank: 1, On: onLever,
			Do: screen.On(func(m screen.Desk, s *WhatIfScreen, _ string) tea.Cmd { return s.Nudge(m, 1, false) }),
		},
		{
			ID: "whatif.less", Title: text.TuiWhatLess, Keys: []string{"left"}, Where: InWhatIf, On: onLever,
			Do: screen.On(func(m screen.Desk, s *WhatIfScreen, _ string) tea.Cmd { return s.Nudge(m, -1, false) }),
		},
		{
			ID: "whatif.far", Title: text.TuiWhatFar, Keys: []string{"shift+right", "shift+left"}, Where: InWhatIf, On: onLever,
			Do: screen.On(func(m screen.Desk, s *WhatIfScreen, key string) tea.Cmd {
				by := int64(1)
				if key == "shift+left" {
					by = -1
				}
				return s.Nudge(m, by, true)
			}),
		},
		{
			ID: "whatif.go", Title: text.TuiWhatOpen, Foot: text.TuiFootGoThere, Keys: []string{"enter"}, Where: InWhatIf, Rank: 1, On: func(m screen.Desk) bool { return !supposing(m) },
			Do: screen.On(func(m screen.Desk, s *WhatIfScreen, _ string) tea.Cmd { return s.goThere(m) }),
		},
		{
			ID: "whatif.explain", Title: text.TuiStepExp, Foot: text.TuiFootExplain, Keys: []string{"right"}, Where: InWhatIf, Rank: 2, On: func(m screen.Desk) bool { return !supposing(m) },
			Do: screen.On(func(m screen.Desk, s *WhatIfScreen, _ string) tea.Cmd {
				if s.step.At < len(m.Standing().Steps) {
					return Explain(m, m.Standing().Steps[s.step.At].Line)
				}
				return nil
			}),
		},
		{
			ID: "whatif.tab", Title: text.TuiWhatTab, Foot: text.TuiFootPane, Keys: []string{"tab", "shift+tab"}, Where: InWhatIf, Rank: 3,
			Do: screen.On(func(_ screen.Desk, s *WhatIfScreen, _ string) tea.Cmd { s.steps = !s.steps; return nil }),
		},
		{
			ID: "whatif.clear", Title: text.TuiWhatClear, Keys: []string{"ctrl+k"}, Where: InWhatIf, On: supposing,
			Do: screen.On(func(m screen.Desk, s *WhatIfScreen, _ string) tea.Cmd { s.change(supposed{}); return s.score(m) }),
		},
		{
			ID: "whatif.undo", Title: text.TuiWhatUndo, Foot: text.TuiFootUndo, Keys: []string{"ctrl+z"}, Where: InWhatIf, Rank: 80,
			Do: screen.On(func(m screen.Desk, s *WhatIfScreen, _ string) tea.Cmd { return s.takeBack(m, &s.past, &s.undone) }),
		},
		{
			ID: "whatif.redo", Title: text.TuiWhatRedo, Keys: []string{"ctrl+y", "ctrl+shift+z"}, Where: InWhatIf,
			Do: screen.On(func(m screen.Desk, s *WhatIfScreen, _ string) tea.Cmd { return s.takeBack(m, &s.undone, &s.past) }),
		},
		{
			ID: "whatif.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InWhatIf,
			Do: screen.On(func(m screen.Desk, s *WhatIfScreen, key string) tea.Cmd {
				l := &s.at
				l.N = len(s.Held) + len(s.Levers)
				if s.steps {
					l = &s.step
					l.N = len(m.Standing().Steps)
				}
				l.Move(key)
				return nil
			}),
		},
		{
			ID: "whatif", Title: text.TuiGoWhatIf, Foot: text.TuiWhatIf, Keys: []string{"f8", "ctrl+b"}, Where: screen.Anywhere.But(InWhatIf), Rank: 65, On: hasSheet,
			Do: func(m screen.Desk, _ string) tea.Cmd { return m.Push(&WhatIfScreen{}) },
		},
	}}
}

// OpenSteps shows the next steps, from one of them on.
func OpenSteps(m screen.Desk, at int) tea.Cmd {
	return m.Push(&WhatIfScreen{steps: true, step: kit.List{At: at, N: len(m.Standing().Steps)}})
}

// Follow reads anew where the standing has changed.
func (s *WhatIfScreen) Follow(m screen.Desk) tea.Cmd {
	s.step.N = len(m.Standing().Steps)
	s.step.Clamp()
	if s.no == m.Standing().No {
		return nil
	}
	return s.score(m)
}

// score asks for the sheet of everything supposed, off the frame; what can be moved is looked for once a standing.
func (s *WhatIfScreen) score(m screen.Desk) tea.Cmd {
	anew := s.of != m.Standing().No || s.Levers == nil // also where the answer to an earlier question is on its way
	s.no = m.Standing().No
	s.asked++
	s.at.N = len(s.Held) + len(s.Levers)
	s.at.Clamp()
	asked, session, edits, levers, moved, nudged, no := s.asked, m.Session(), s.all(), s.Levers, s.Moved, s.nudged, s.no
	return func() tea.Msg {
		out := WhatIfMsg{asked: asked, no: no, effects: map[string]scoring.Effect{}}
		if anew {
			levers = session.Levers()
			out.Levers = levers
		}
		var all []scoring.Moved
		for i := range levers {
			l := &levers[i]
			by := l.Within(moved[l.ID])
			if by != 0 {
				all = append(all, scoring.Moved{Lever: l, By: by})
			}
			if anew || l.ID == nudged || nudged == "" {
				out.effects[l.ID] = session.Effect(scoring.Moved{Lever: l, By: cmp.Or(by, l.Within(l.Step), l.Within(-l.Step))})
			}
		}
		out.sheet, out.changes, out.err = session.WhatIf(edits, all...)
		return out
	}
}

// all puts the edits of the suppositions together: the rows each makes are numbered on.
func (s *WhatIfScreen) all() []entry.Edit {
	var out []entry.Edit
	made := int64(0)
	for _, h := range s.Held {
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

// Answer takes what its command found out.
func (s *WhatIfScreen) Answer(m screen.Desk, msg tea.Msg) (tea.Cmd, bool) {
	got, ok := msg.(WhatIfMsg)
	if !ok {
		return nil, false
	}
	if got.asked != s.asked {
		return nil, true
	}
	if got.err != nil {
		// What cannot be scored is not kept: the rest still can.
		m.Say(screen.Bad, kit.Sentence(got.err))
		if n := len(s.Held); n > 0 {
			s.Held = s.Held[: n-1 : n-1]
			if len(s.past) > 0 {
				s.past = s.past[:len(s.past)-1]
			}
			s.nudged = ""
			return s.score(m), true
		}
		return nil, true
	}
	s.Then, s.changes = got.sheet, got.changes
	if got.Levers != nil {
		s.Levers, s.effects, s.of = got.Levers, nil, got.no
	}
	s.effects = merged(s.effects, got.effects)
	s.at.N = len(s.Held) + len(s.Levers)
	return nil, true
}

// suppose takes one more supposition.
func (s *WhatIfScreen) suppose(m screen.Desk, h supposition) tea.Cmd {
	s.change(supposed{append(slices.Clip(s.Held), h), s.Moved})
	s.at.N, s.at.At = len(s.Held)+len(s.Levers), len(s.Held)-1
	return s.score(m)
}

// Lever is the one under the cursor, nil where something supposed is.
func (s *WhatIfScreen) Lever() *scoring.Lever {
	if i := s.at.At - len(s.Held); i >= 0 && i < len(s.Levers) {
		return &s.Levers[i]
	}
	return nil
}

// Nudge moves the lever under the cursor, a step or a long one; as far as it goes.
func (s *WhatIfScreen) Nudge(m screen.Desk, by int64, far bool) tea.Cmd {
	l := s.Lever()
	if l == nil {
		return nil
	}
	if by *= l.Step; far {
		by = by / l.Step * l.Far
	}
	was := s.Moved[l.ID]
	to := l.Within(form.Plus(was, by))
	if was < 0 && to > 0 || was > 0 && to < 0 {
		to = 0 // never over today without a stop
	}
	if to == was {
		m.Say(screen.Plain, text.TuiWhatEnd)
		return nil
	}
	return s.moveTo(m, l, to)
}

// moveTo moves a lever; moving one on is one change with what moved it before.
func (s *WhatIfScreen) moveTo(m screen.Desk, l *scoring.Lever, to int64) tea.Cmd {
	next := supposed{s.Held, maps.Clone(s.Moved)}
	if next.Moved == nil {
		next.Moved = map[string]int64{}
	}
	if next.Moved[l.ID] = to; to == 0 {
		delete(next.Moved, l.ID)
	}
	if s.nudged == l.ID && len(s.past) > 0 {
		s.supposed = next
	} else {
		s.change(next)
	}
	s.nudged = l.ID
	return s.score(m)
}

// drop takes back what is under the cursor: a supposition, or what a lever was moved by.
func (s *WhatIfScreen) drop(m screen.Desk) tea.Cmd {
	if l := s.Lever(); l != nil {
		if s.Moved[l.ID] == 0 {
			return nil
		}
		s.nudged = "" // a change of its own
		return s.moveTo(m, l, 0)
	}
	if s.at.At >= len(s.Held) {
		return nil
	}
	s.change(supposed{append(s.Held[:s.at.At:s.at.At], s.Held[s.at.At+1:]...), s.Moved})
	if n := len(s.Held); n > 0 {
		s.at.At = min(s.at.At, n-1)
	}
	return s.score(m)
}

// change supposes something else; Ctrl+Z takes that back, and nothing but that: the data is none of this screen's.
func (s *WhatIfScreen) change(next supposed) {
	s.past, s.undone, s.supposed, s.nudged = append(s.past, s.supposed), nil, next, ""
}

// takeBack supposes again what was supposed before, or after, the last change.
func (s *WhatIfScreen) takeBack(m screen.Desk, from, to *[]supposed) tea.Cmd {
	n := len(*from)
	if n == 0 {
		m.Say(screen.Plain, text.TuiWhatNoUndo)
		return nil
	}
	*to = append(*to, s.supposed)
	s.supposed, *from = (*from)[n-1], (*from)[:n-1]
	s.steps, s.nudged = false, ""
	return s.score(m)
}

// merged puts newer effects over those there were.
func merged(was, is map[string]scoring.Effect) map[string]scoring.Effect {
	out := maps.Clone(was)
	if out == nil {
		return is
	}
	maps.Copy(out, is)
	return out
}

// goThere opens the form where a step is keyed.
func (s *WhatIfScreen) goThere(m screen.Desk) tea.Cmd {
	if s.step.At >= len(m.Standing().Steps) {
		return nil
	}
	return m.FollowStep(&m.Standing().Steps[s.step.At])
}
