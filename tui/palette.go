package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/beginning"
	"yice/tui/handing"
	"yice/tui/importing"
	"yice/tui/kit"
	"yice/tui/overview"
	"yice/tui/regulator"
	"yice/tui/screen"
	"yice/tui/seeking"
)

func paletteActions() []Action {
	return []Action{
		{
			ID: "palette", Title: text.TuiPalette, Foot: text.TuiFootPalette, Keys: []string{"ctrl+p"}, Where: screen.Anywhere.And(seeking.InSearch, beginning.InStart, importing.InImport, beginning.InNewBook, handing.InVerdict, regulator.InSubmitted), Rank: 50,
			Do: func(m *Root, _ string) tea.Cmd { return m.openPalette() },
		},
		{ID: "palette.take", Title: text.TuiTake, Foot: text.TuiTake, Keys: []string{"enter"}, Where: kit.InPalette, Rank: 1},
		{ID: "palette.pick", Title: text.TuiPickMove, Foot: text.TuiFootPick, Keys: []string{"up", "down", "pgup", "pgdown"}, Caps: "↑↓", Where: kit.InPalette, Rank: 2},
		{ID: "palette.close", Title: text.TuiFootCancel, Foot: text.TuiFootCancel, Keys: []string{"esc"}, Where: kit.InPalette, Rank: 3},
	}
}

// openPalette lists everything that can be done here and everywhere one can go: recent places, what this screen does,
// screens and commands, forms.
func (m *Root) openPalette() tea.Cmd {
	c := kit.NewChooser(text.TuiPalette.In(m.lang), m.paletteOptions())
	c.Hint = text.TuiPaletteTyping
	m.open(c, false)
	return nil
}

func (m *Root) paletteOptions() []kit.Option {
	var out []kit.Option
	for i, v := range m.visits {
		if i >= 5 {
			break
		}
		out = append(out, kit.Option{Title: text.Same(v.Title(m)), Group: text.TuiGroupRecent, Also: v.Form.ID, Take: func() tea.Cmd { return v.Open(m) }})
	}
	at := m.Top().Place()
	var local, global []kit.Option
	told := map[text.Pair]bool{}
	for i := range m.actions {
		a := &m.actions[i]
		if a.Do == nil || !a.Live(m, at) || a.ID == "palette" || byKeysOnly(a) || told[a.Title] {
			continue
		}
		told[a.Title] = true
		o := kit.Option{Title: a.Title, Also: a.ID + " " + text.AlsoSaid[a.ID], Take: func() tea.Cmd { return a.Do(m, firstKey(a)) }}
		if len(a.Keys) > 0 {
			o.Note = screen.KeycapIn(a.Keys[0], m.lang)
		}
		if _, one := a.Where.(*Place); one {
			o.Group = text.TuiGroupHere
			local = append(local, o)
		} else {
			o.Group = text.TuiGroupCommand
			global = append(global, o)
		}
	}
	out = append(append(out, local...), global...)
	for i := range m.stand.States {
		f := m.stand.States[i].Form
		o := kit.Option{Title: f.Title, Also: f.ID, Group: text.TuiForms, Note: overview.CountOf(m.stand.States[i])}
		o.Take = func() tea.Cmd { return m.goTo(f, 0, "") }
		out = append(out, o)
	}
	return append(out, m.elsewhere(at, told)...)
}

// elsewhere are the actions that mean nothing here just now: whoever looks for one learns where it is, and goes there where
// there is a way.
func (m *Root) elsewhere(at *Place, told map[text.Pair]bool) (out []kit.Option) {
	for i := range m.actions {
		a := &m.actions[i]
		if a.Do == nil || byKeysOnly(a) || told[a.Title] || a.ID == "palette" || a.Live(m, at) {
			continue
		}
		told[a.Title] = true
		o := kit.Option{Title: a.Title, Also: a.ID + " " + text.AlsoSaid[a.ID], Group: text.TuiGroupAway, Away: true, Take: func() tea.Cmd { return m.lead(a) }}
		if p := m.firstPlace(a.Where); p != nil && !a.Where.Has(at) {
			o.Note = p.Title.In(m.lang)
		}
		out = append(out, o)
	}
	return out
}

// lead goes to a place where an action is possible, and says its key; where there is no way there from here it says why not.
func (m *Root) lead(a *Action) tea.Cmd {
	cap := a.CapIn(m.lang)
	if cap == "" {
		cap = text.TuiHelpNoKey.In(m.lang)
	}
	if a.Where.Has(m.here()) {
		m.say(screen.Plain, text.TuiNotNow.With(a.Title))
		return nil
	}
	p := m.firstPlace(a.Where)
	if p == nil {
		m.say(screen.Plain, text.TuiNotNow.With(a.Title))
		return nil
	}
	for i := range m.actions {
		open := &m.actions[i]
		if open.ID == p.Opener && open.Live(m, m.here()) {
			cmd := open.Do(m, firstKey(open))
			m.say(screen.Plain, text.TuiLedTo.With(p.Title, a.Title, cap))
			return cmd
		}
	}
	m.say(screen.Plain, text.TuiOnlyThere.With(a.Title, p.Title, cap))
	return nil
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
