package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/beginning"
	"yice/tui/judging"
	"yice/tui/keying"
	"yice/tui/kit"
	"yice/tui/mending"
	"yice/tui/overview"
	"yice/tui/ruling"
	"yice/tui/screen"
	"yice/tui/seeking"
)

// Action is something a person can do, of what has no room yet: On and Do take the Root.
type Action = screen.ActionOf[*Root]

// here is the place of what is on top: a dialog, else the screen.
func (m *Root) here() *Place {
	if n := len(m.layers); n > 0 {
		return m.layers[n-1].Place()
	}
	return m.Top().Place()
}

// find gives the action a key means here, nil for none.
func (m *Root) find(key string) *Action { return m.findAt(m.here(), key) }

// findAt gives the action a key means at a place.
func (m *Root) findAt(at *Place, key string) *Action {
	for _, a := range m.byPlace[at] {
		if a.Do != nil && slices.Contains(a.Keys, key) && a.Now(m) {
			return a
		}
	}
	return nil
}

// Meaning is what a key means at a place, nil where it means nothing.
func (m *Root) Meaning(at *Place, key string) screen.Do {
	a := m.findAt(at, key)
	if a == nil {
		return nil
	}
	return func() tea.Cmd { return a.Do(m, key) }
}

// footer gives the actions of the place that stand in the footer, by rank.
func (m *Root) footer() []*Action {
	at := m.here()
	var out []*Action
	for _, a := range m.byPlace[at] {
		if a.Foot.Empty() || len(a.Keys) == 0 || !a.Now(m) {
			continue
		}
		if first := m.findAt(at, a.Keys[0]); a.Do != nil && first != nil && first != a && !first.Foot.Empty() {
			continue // the key means the other one here, which is shown
		}
		k := len(out)
		for k > 0 && out[k-1].Rank > a.Rank {
			k--
		}
		out = append(out[:k], append([]*Action{a}, out[k:]...)...)
	}
	return out
}

func globalActions() []Action {
	hasDesk := func(m *Root) bool { return m.desk != nil }
	return []Action{
		{
			ID: "back", Title: text.TuiBack, Foot: text.TuiFootBack, Keys: []string{"esc"}, Where: screen.Anywhere.But(overview.InOverview).And(seeking.InSearch, keying.InDouble), Rank: 95,
			Do: func(m *Root, _ string) tea.Cmd { return m.back() },
		},
		{
			ID: "checks", Title: text.TuiGoChecks, Foot: text.TuiFootChecks, Keys: []string{"f3"}, Where: screen.Anywhere.But(mending.InChecks), Rank: 60, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.Push(mending.NewChecks(m, mending.All)) },
		},
		{
			ID: "score", Title: text.TuiGoScore, Foot: text.TuiFootScore, Keys: []string{"f4"}, Where: screen.Anywhere.But(judging.InScore), Rank: 61, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.Push(judging.NewScore()) },
		},
		{
			ID: "home", Title: text.TuiGoHome, Keys: []string{"f12"}, Where: screen.Anywhere.But(overview.InOverview), On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.home() },
		},
		{
			ID: "undo", Title: text.TuiUndo, Foot: text.TuiFootUndo, Keys: []string{"ctrl+z"}, Where: screen.Anywhere.But(judging.InWhatIf, ruling.InPolicyEdit), Rank: 80, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.undo() },
		},
		{
			ID: "redo", Title: text.TuiRedo, Keys: []string{"ctrl+y", "ctrl+shift+z"}, Where: screen.Anywhere.But(judging.InWhatIf, ruling.InPolicyEdit), On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.redo() },
		},
		{
			ID: "start", Title: text.TuiGoStart, Keys: []string{"ctrl+o"}, Where: overview.InOverview, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.toStart() },
		},
		{
			ID: "quit", Title: text.TuiQuit, Foot: text.TuiFootQuit, Keys: []string{"esc", "ctrl+c", "ctrl+q"}, Where: screen.In(beginning.InStart, overview.InOverview), Rank: 99,
			Do: func(m *Root, _ string) tea.Cmd { return m.askQuit() },
		},
		{
			ID: "quit.any", Title: text.TuiQuit, Keys: []string{"ctrl+q"}, Where: screen.Anywhere.But(overview.InOverview),
			Do: func(m *Root, _ string) tea.Cmd { return m.askQuit() },
		},
		{
			ID: "interrupt", Title: text.TuiQuit, Keys: []string{"ctrl+c"}, Where: screen.Anywhere.But(overview.InOverview, keying.InGrid),
			Do: func(m *Root, _ string) tea.Cmd { return m.askQuit() },
		},
	}
}

// askQuit leaves at once: everything keyed is saved as it is keyed; only what is still on its way is waited for.
func (m *Root) askQuit() tea.Cmd {
	say := text.TuiQuitNote
	if len(m.tasks) > 0 {
		say = text.TuiQuitTasks.With(m.taskTitles())
	}
	if changed, kept := m.draft.Unsaved(); changed > 0 {
		lost := text.TuiQuitDraft
		if kept {
			lost = text.TuiQuitDraftKept
		}
		say = kit.Said(lost.With(changed), say)
	}
	m.open(kit.NewAsk(text.TuiQuitAsk, say, func(yes bool) tea.Cmd {
		if yes {
			return tea.Quit
		}
		return nil
	}), false)
	return nil
}

// toStart shows the start screen over the overview: another workspace can be chosen, Esc comes back.
func (m *Root) toStart() tea.Cmd {
	d, read := m.desk, m.readRecent()
	return tea.Batch(m.Push(beginning.NewStart(m, true)), func() tea.Msg {
		d.noteLeft() // what is wanting now, as if it were left
		return read()
	})
}
