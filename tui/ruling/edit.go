package ruling

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/scoring"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// EditScreen is a pack being changed into a draft: every value with what it does, what the changes make of the enterprise's score, and
// what differs from the pack that it began from. What was changed stays with the program until it is saved or dropped.
type EditScreen struct {
	screen.Still
	draft  *filing.PackDraft
	tab    editTab
	diff   bool // what differs is shown
	all    []scoring.DraftCell
	cells  []scoring.DraftCell // that the tab shows
	rows   []scoring.DiffRow
	list   kit.List // over the cells
	moved  kit.List // over what differs
	effect scoring.PackEffect
}

type editTab uint8

const (
	editAll editTab = iota
	editNumbers
	editAssumed
	editChanged
)

var editTabs = [...]text.Pair{text.TuiPolAll, text.TuiPeNumbers, text.TuiPolAssumed, text.TuiPeChanged}

// Place says which of its keys are live.
func (s *EditScreen) Place() *screen.Place { return InPolicyEdit }

// Crumb names the values, or what differs.
func (s *EditScreen) Crumb(m screen.Desk) string {
	l := m.Lang()
	if s.diff {
		return text.TuiPeDiffHead.In(l)
	}
	return text.TuiPlacePolicyEdit.In(l)
}

// OpenEdit goes on with the draft that is held, or begins one from the pack in force.
func OpenEdit(m screen.Desk, o Office) tea.Cmd {
	pack := m.Session().Pack()
	if pack == nil {
		m.Say(screen.Bad, m.Standing().PackNote)
		return nil
	}
	if held := o.Held().edit; held != nil && held.draft.Changed() > 0 {
		held.arrange(m)
		m.Say(screen.Plain, text.TuiPeGoesOn.With(held.draft.From().ID, held.draft.From().Version, held.draft.Changed()))
		return m.Push(held)
	}
	dir := o.DraftsFolder()
	return screen.Later(func() screen.Do {
		d, left, err := filing.OpenPackDraft(dir, pack)
		return func() tea.Cmd {
			if err != nil {
				m.Say(screen.Bad, Wrong(err))
				return nil
			}
			return resume(m, o, d, left)
		}
	})
}

// InPolicyEdit is a pack being changed into a draft.
var InPolicyEdit = &screen.Place{ID: "policy-edit", Title: text.TuiPlacePolicyEdit, For: text.TuiForPolicyEdit, Met: 140, Common: true}

// Edit declares it.
func Edit() screen.Declaration {
	listed := func(m screen.Desk) bool { s, ok := m.Top().(*EditScreen); return ok && !s.diff }
	changed := func(m screen.Desk) bool { s, ok := m.Top().(*EditScreen); return ok && s.draft.Changed() > 0 }
	return screen.Declaration{Places: []*screen.Place{InPolicyEdit}, Actions: []screen.Action{
		{
			ID: "packedit.set", Title: text.TuiPeSet, Foot: text.TuiFootSet, Keys: []string{"enter"}, Where: InPolicyEdit, Rank: 1, On: listed,
			Do: screen.On(func(m screen.Desk, s *EditScreen, _ string) tea.Cmd { return s.ask(m) }),
		},
		{
			ID: "packedit.reset", Title: text.TuiPeReset, Keys: []string{"delete"}, Where: InPolicyEdit, On: listed,
			Do: screen.On(func(m screen.Desk, s *EditScreen, _ string) tea.Cmd { return s.reset(m) }),
		},
		{
			ID: "packedit.tab", Title: text.TuiPeTab, Foot: text.TuiFootPane, Keys: []string{"tab", "shift+tab"}, Where: InPolicyEdit, Rank: 5, On: listed,
			Do: screen.On(func(m screen.Desk, s *EditScreen, key string) tea.Cmd {
				step := editTab(1)
				if key == "shift+tab" {
					step = editTab(len(editTabs) - 1)
				}
				s.tab, s.list = (s.tab+step)%editTab(len(editTabs)), kit.List{}
				s.arrange(m)
				return nil
			}),
		},
		{
			ID: "packedit.section.move", Title: text.TuiPeSection, Keys: []string{"left", "right"}, Caps: "← →", Where: InPolicyEdit, On: listed,
			Do: screen.On(func(_ screen.Desk, s *EditScreen, key string) tea.Cmd { s.jump(key == "right"); return nil }),
		},
		{
			ID: "packedit.diff", Title: text.TuiPeDiff, Foot: text.TuiFootDiff, Keys: []string{"ctrl+d"}, Where: InPolicyEdit, Rank: 2,
			Do: screen.On(func(m screen.Desk, s *EditScreen, _ string) tea.Cmd { return s.compare(m) }),
		},
		{
			ID: "packedit.save", Title: text.TuiPeSave, Foot: text.TuiFootSaveDraft, Keys: []string{"ctrl+s"}, Where: InPolicyEdit, Rank: 3,
			Do: screen.On(func(m screen.Desk, s *EditScreen, _ string) tea.Cmd { return s.save(m) }),
		},
		{
			ID: "packedit.paper", Title: text.TuiPePaper, Foot: text.TuiFootPaperFor, Keys: []string{"ctrl+e"}, Where: InPolicyEdit, Rank: 4,
			Do: screen.On(func(m screen.Desk, s *EditScreen, _ string) tea.Cmd { return s.paper(m) }),
		},
		{
			ID: "packedit.undo", Title: text.TuiPeUndo, Foot: text.TuiFootUndo, Keys: []string{"ctrl+z"}, Where: InPolicyEdit, Rank: 80,
			Do: screen.On(func(m screen.Desk, s *EditScreen, _ string) tea.Cmd { return s.undo(m, s.draft.Undo()) }),
		},
		{
			ID: "packedit.redo", Title: text.TuiPeRedo, Keys: []string{"ctrl+y", "ctrl+shift+z"}, Where: InPolicyEdit,
			Do: screen.On(func(m screen.Desk, s *EditScreen, _ string) tea.Cmd { return s.undo(m, s.draft.Redo()) }),
		},
		{
			ID: "packedit.drop", Title: text.TuiPeDrop, Keys: []string{"ctrl+k"}, Where: InPolicyEdit, On: changed,
			Do: screen.On(func(m screen.Desk, s *EditScreen, _ string) tea.Cmd { return s.drop(m) }),
		},
		{
			ID: "packedit.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InPolicyEdit,
			Do: screen.On(func(_ screen.Desk, s *EditScreen, key string) tea.Cmd {
				if s.diff {
					s.moved.Move(key)
				} else {
					s.list.Move(key)
				}
				return nil
			}),
		},
		{
			ID: "packedit.back", Title: text.TuiPeBack, Foot: text.TuiFootBack, Keys: []string{"esc"}, Where: InPolicyEdit, Rank: 95,
			On: func(m screen.Desk) bool { s, ok := m.Top().(*EditScreen); return ok && s.diff },
			Do: screen.On(func(_ screen.Desk, s *EditScreen, _ string) tea.Cmd { s.diff = false; return nil }),
		},
	}}
}

// Follow lists anew what there is.
func (s *EditScreen) Follow(m screen.Desk) tea.Cmd {
	s.arrange(m)
	return nil
}

// arrange lists what the tab shows, what differs, and what it makes of the score.
func (s *EditScreen) arrange(m screen.Desk) {
	s.all = s.draft.Cells(m.Lang())
	s.cells = s.cells[:0:0]
	for _, c := range s.all {
		if s.shows(&c) {
			s.cells = append(s.cells, c)
		}
	}
	s.list.N = len(s.cells)
	s.list.Clamp()
	if s.draft.Pack() != nil {
		s.rows = s.draft.Diff()
	}
	s.moved.N = len(s.rows)
	s.moved.Clamp()
	s.effect = scoring.PackEffect{}
	if m.Session() != nil {
		s.effect = scoring.PackEffectOf(s.draft.Base(), s.draft.Pack(), m.Session().Facts())
	}
}

func (s *EditScreen) shows(c *scoring.DraftCell) bool {
	switch s.tab {
	case editNumbers:
		return c.Number
	case editAssumed:
		return c.Basis == text.StandAssumed
	case editChanged:
		return c.Changed
	}
	return true
}

// Seek moves the cursor to the value of a path; false: the tab does not list it.
func (s *EditScreen) Seek(path string) bool {
	at := slices.IndexFunc(s.cells, func(c scoring.DraftCell) bool { return c.Path == path })
	s.list.At = max(at, 0)
	return at >= 0
}

func (s *EditScreen) current() *scoring.DraftCell {
	if s.list.At < len(s.cells) {
		return &s.cells[s.list.At]
	}
	return nil
}

// jump goes to the first value of the next section, or of this one and then the one before.
func (s *EditScreen) jump(on bool) {
	at := s.list.At
	if len(s.cells) == 0 {
		return
	}
	group := s.cells[at].Group()
	if on {
		for at < len(s.cells) && s.cells[at].Group() == group {
			at++
		}
		if at == len(s.cells) {
			return
		}
	} else {
		for at > 0 && s.cells[at-1].Group() == group {
			at--
		}
		if at == s.list.At && at > 0 {
			for group = s.cells[at-1].Group(); at > 0 && s.cells[at-1].Group() == group; at-- {
			}
		}
	}
	s.list.At = at
	s.list.Clamp()
}

func (s *EditScreen) reset(m screen.Desk) tea.Cmd {
	if c := s.current(); c == nil || !s.draft.Reset(c.Path) {
		m.Say(screen.Plain, text.TuiPeAsItWas)
		return nil
	}
	s.arrange(m)
	return s.keep(m)
}

func (s *EditScreen) undo(m screen.Desk, did bool) tea.Cmd {
	if !did {
		m.Say(screen.Plain, text.TuiPeNoUndo)
		return nil
	}
	s.arrange(m)
	return s.keep(m)
}

func (s *EditScreen) drop(m screen.Desk) tea.Cmd {
	m.Open(kit.NewAsk(text.TuiPeDrop, text.TuiPeDropSay.With(s.draft.Changed()), func(yes bool) tea.Cmd {
		if !yes {
			return nil
		}
		if s.draft.Drop() == nil {
			s.diff = false
		}
		s.arrange(m)
		return s.keep(m)
	}))
	return nil
}

// compare shows what differs, or goes back to the values.
func (s *EditScreen) compare(m screen.Desk) tea.Cmd {
	if !s.diff && !s.whole(m) {
		return nil
	}
	s.diff = !s.diff
	return nil
}

// whole reports whether there is a pack; why there is none is said.
func (s *EditScreen) whole(m screen.Desk) bool {
	if s.draft.Pack() != nil {
		return true
	}
	m.Say(screen.Bad, text.TuiPeNotYet.With(s.draft.Wrong()[0].Say))
	return false
}
