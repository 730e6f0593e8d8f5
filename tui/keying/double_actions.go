package keying

import (
	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// InDouble is keying again, blind.
var InDouble = &screen.Place{ID: "double", Title: text.TuiPlaceDouble, For: text.TuiForDouble, Met: 270}

// Double declares it.
func Double() screen.Declaration {
	run := func(m screen.Desk) bool { s, ok := m.Top().(*DoubleScreen); return ok && s.ed != nil }
	// In a note the arrows move by its rows.
	moving := func(m screen.Desk) bool {
		s, ok := m.Top().(*DoubleScreen)
		return ok && s.ed != nil && s.Field().Kind != form.Note
	}
	comparing := func(m screen.Desk) bool { s, ok := m.Top().(*DoubleScreen); return ok && s.compare }
	decide := func(d decision) func(screen.Desk, string) tea.Cmd {
		return screen.On(func(m screen.Desk, s *DoubleScreen, _ string) tea.Cmd { s.decide(d); return nil })
	}
	return screen.Declaration{Places: []*screen.Place{InDouble}, Actions: []screen.Action{
		{
			ID: "double.take", Title: text.TuiDblTake, Foot: text.TuiFootNext, Keys: []string{"enter", "tab"}, Where: InDouble, Rank: 1, On: run,
			Do: screen.On(func(m screen.Desk, s *DoubleScreen, _ string) tea.Cmd { s.take(m, true); return s.step(m, 1) }),
		},
		{
			ID: "double.back", Title: text.TuiDblBack, Keys: []string{"shift+tab"}, Where: InDouble, On: run,
			Do: screen.On(func(m screen.Desk, s *DoubleScreen, _ string) tea.Cmd { s.take(m, false); return s.step(m, -1) }),
		},
		{
			ID: "double.pick", Title: text.TuiDblMove, Keys: []string{"up", "down", "pgup", "pgdown"}, Where: InDouble, On: moving,
			Do: screen.On(func(m screen.Desk, s *DoubleScreen, key string) tea.Cmd {
				if s.pick.Open() && s.ed.Text() != "" {
					s.pick.Move(key)
					return nil
				}
				s.take(m, false)
				if key == "up" || key == "pgup" {
					return s.step(m, -1)
				}
				if s.list.At == len(s.fields)-1 {
					return s.edit(m)
				}
				return s.step(m, 1)
			}),
		},
		{
			ID: "double.compare", Title: text.TuiDblCompare, Foot: text.TuiFootCompare, Keys: []string{"ctrl+e"}, Where: InDouble, Rank: 2, On: run,
			Do: screen.On(func(m screen.Desk, s *DoubleScreen, _ string) tea.Cmd { s.take(m, true); return s.judge(m) }),
		},
		{
			ID: "double.skip", Title: text.TuiDblSkip, Foot: text.TuiFootSkip, Keys: []string{"f9"}, Where: InDouble, Rank: 6,
			Do: screen.On(func(m screen.Desk, s *DoubleScreen, _ string) tea.Cmd { return s.next(m) }),
		},
		{ID: "double.first", Title: text.TuiDblFirst, Foot: text.TuiFootFirst, Keys: []string{"1", "left"}, Where: InDouble, Rank: 1, On: comparing, Do: decide(keepFirst)},
		{ID: "double.second", Title: text.TuiDblSecond, Foot: text.TuiFootSecond, Keys: []string{"2", "right"}, Where: InDouble, Rank: 2, On: comparing, Do: decide(takeSecond)},
		{
			ID: "double.third", Title: text.TuiDblThird, Foot: text.TuiFootThird, Keys: []string{"3"}, Where: InDouble, Rank: 3, On: comparing,
			Do: screen.On(func(m screen.Desk, s *DoubleScreen, _ string) tea.Cmd { return s.retype(m) }),
		},
		{
			ID: "double.save", Title: text.TuiDblSave, Foot: text.TuiFootDecided, Keys: []string{"enter"}, Where: InDouble, Rank: 4, On: comparing,
			Do: screen.On(func(m screen.Desk, s *DoubleScreen, _ string) tea.Cmd { return s.save(m) }),
		},
		{
			ID: "double.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InDouble, On: comparing,
			Do: screen.On(func(_ screen.Desk, s *DoubleScreen, key string) tea.Cmd { s.choice.Move(key); return nil }),
		},
		{
			ID: "double.leave", Title: text.TuiDblLeave, Foot: text.TuiFootBack, Keys: []string{"esc"}, Where: InDouble, Rank: 7,
			On: func(m screen.Desk) bool { s, ok := m.Top().(*DoubleScreen); return ok && s.begun() },
			Do: screen.On(func(m screen.Desk, s *DoubleScreen, _ string) tea.Cmd {
				m.Open(kit.NewAsk(text.TuiDblLeave, text.TuiDblDrop, func(yes bool) tea.Cmd {
					if !yes {
						return nil
					}
					return m.Back()
				}))
				return nil
			}),
		},
		{ID: "double", Title: text.TuiGoDouble, Where: InGrid, Do: func(m screen.Desk, _ string) tea.Cmd { return openDouble(m) }},
	}}
}

// begun reports whether anything of the record at hand would be lost: it is kept when it is decided.
func (s *DoubleScreen) begun() bool {
	for _, typed := range s.typed {
		if typed != "" {
			return true
		}
	}
	return s.compare || s.ed != nil && s.ed.Text() != ""
}

// decide settles the difference under the cursor and goes to the next one that is open.
func (s *DoubleScreen) decide(d decision) {
	if s.choice.At >= len(s.differ) {
		return
	}
	s.differ[s.choice.At].kept = d
	for i := range s.differ {
		k := (s.choice.At + 1 + i) % len(s.differ)
		if s.differ[k].kept == undecided {
			s.choice.At = k
			return
		}
	}
}

// retype asks for what neither keying has.
func (s *DoubleScreen) retype(m screen.Desk) tea.Cmd {
	d := &s.differ[s.choice.At]
	fd := &s.Form.Fields[d.field]
	m.Open(kit.NewInput(fd.Title, text.TuiDblRetype, "", func(typed string) (text.Pair, tea.Cmd) {
		typed = fd.Keyed(typed, m.Standing().Year)
		if _, err := fd.Parse(typed, fd.Unit); err != nil {
			return kit.Sentence(err), nil
		}
		d.typed = typed
		s.decide(retyped)
		return text.Pair{}, nil
	}))
	return nil
}

func (s *DoubleScreen) save(m screen.Desk) tea.Cmd {
	open := 0
	for i := range s.differ {
		open += kit.Btoi(s.differ[i].kept == undecided)
	}
	if open > 0 {
		m.Say(screen.Warn, text.TuiDblOpen.With(open))
		return nil
	}
	return s.keep(m)
}
