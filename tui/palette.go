package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/text"
)

func paletteActions() []Action {
	return []Action{
		{
			ID: "palette", Title: text.TuiPalette, Foot: text.TuiFootPalette, Keys: []string{"ctrl+p"}, Where: Anywhere | InSearch | InStart | InImport | InNewBook | InVerdict | InSubmitted, Rank: 50,
			Do: func(m *Root, _ string) tea.Cmd { return m.openPalette() },
		},
		{ID: "palette.take", Title: text.TuiTake, Foot: text.TuiTake, Keys: []string{"enter"}, Where: InPalette, Rank: 1},
		{ID: "palette.pick", Title: text.TuiPickMove, Foot: text.TuiFootPick, Keys: []string{"up", "down", "pgup", "pgdown"}, Where: InPalette, Rank: 2},
		{ID: "palette.close", Title: text.TuiFootCancel, Foot: text.TuiFootCancel, Keys: []string{"esc"}, Where: InPalette, Rank: 3},
	}
}

// openPalette lists everything that can be done here and everywhere one can go: recent places, what this screen does,
// screens and commands, forms.
func (m *Root) openPalette() tea.Cmd {
	c := newChooser(text.TuiPalette.In(m.lang), m.paletteOptions())
	c.hint = text.TuiPaletteTyping
	m.open(c, false)
	return nil
}

func (m *Root) paletteOptions() []option {
	var out []option
	for i, v := range m.visits {
		if i >= 5 {
			break
		}
		out = append(out, option{title: text.Same(v.title(m)), group: text.TuiGroupRecent, also: v.f.ID, take: v.open})
	}
	at := m.top().place()
	var local, global []option
	told := map[text.Pair]bool{}
	for i := range m.actions {
		a := &m.actions[i]
		if a.Do == nil || !a.live(m, at) || a.ID == "palette" || byKeysOnly(a) || told[a.Title] {
			continue
		}
		told[a.Title] = true
		o := option{title: a.Title, also: a.ID, take: func(m *Root) tea.Cmd { return a.Do(m, firstKey(a)) }}
		if len(a.Keys) > 0 {
			o.note = Keycap(a.Keys[0])
		}
		if a.Where&(a.Where-1) == 0 {
			o.group = text.TuiGroupHere
			local = append(local, o)
		} else {
			o.group = text.TuiGroupCommand
			global = append(global, o)
		}
	}
	out = append(append(out, local...), global...)
	for i := range m.stand.states {
		f := m.stand.states[i].Form
		o := option{title: f.Title, also: f.ID, group: text.TuiForms, note: countOf(m.stand.states[i])}
		o.take = func(m *Root) tea.Cmd { return m.openForm(f) }
		out = append(out, o)
	}
	return append(out, m.elsewhere(at, told)...)
}

// elsewhere are the actions that mean nothing here just now: whoever looks for one learns where it is, and goes there where
// there is a way.
func (m *Root) elsewhere(at Place, told map[text.Pair]bool) (out []option) {
	for i := range m.actions {
		a := &m.actions[i]
		if a.Do == nil || byKeysOnly(a) || told[a.Title] || a.ID == "palette" || a.live(m, at) {
			continue
		}
		told[a.Title] = true
		o := option{title: a.Title, also: a.ID, group: text.TuiGroupAway, away: true, take: func(m *Root) tea.Cmd { return m.lead(a) }}
		if p := placeOf(firstPlace(a.Where)); p != nil && a.Where&at == 0 {
			o.note = p.title.In(m.lang)
		}
		out = append(out, o)
	}
	return out
}

func firstPlace(where Place) Place { return where & -where }

// lead goes to a place where an action is possible, and says its key; where there is no way there from here it says why not.
func (m *Root) lead(a *Action) tea.Cmd {
	cap := a.Cap()
	if cap == "" {
		cap = text.TuiHelpNoKey.In(m.lang)
	}
	if a.Where&m.here() != 0 {
		m.say(plain, text.TuiNotNow.With(a.Title))
		return nil
	}
	at := firstPlace(a.Where)
	p := placeOf(at)
	if p == nil {
		m.say(plain, text.TuiNotNow.With(a.Title))
		return nil
	}
	for i := range m.actions {
		open := &m.actions[i]
		if open.ID == openers[at] && open.live(m, m.here()) {
			cmd := open.Do(m, firstKey(open))
			m.say(plain, text.TuiLedTo.With(p.title, a.Title, cap))
			return cmd
		}
	}
	m.say(plain, text.TuiOnlyThere.With(a.Title, p.title, cap))
	return nil
}

// openers are the actions that open a screen.
var openers = map[Place]string{
	InStart: "start", InScore: "score", InChecks: "checks", InPolicy: "policy", InWhatIf: "whatif", InOutlook: "outlook", InSpending: "spending",
	InHistory: "history", InSubmit: "submit", InSince: "since", InSearch: "search", InGroup: "group.anywhere", InKeys: "keys", InSettings: "settings",
	InImport: "import", InNewBook: "book.new", InOverview: "home", InVerdict: "verify",
}

// byKeysOnly reports actions whose key says what they do, so that without it they mean nothing: moving, selecting.
func byKeysOnly(a *Action) bool {
	for _, end := range []string{".move", ".select", ".tab", ".pick", ".updown", ".pane"} {
		if strings.HasSuffix(a.ID, end) {
			return true
		}
	}
	return a.ID == "grid.next" || a.ID == "interrupt"
}

func firstKey(a *Action) string {
	if len(a.Keys) == 0 {
		return ""
	}
	return a.Keys[0]
}
