// Package personal is the room of what is the user's own: who is at the desk, in which language and colours; and the first minute.
package personal

import (
	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Own is what the user has decided, and how that is decided anew.
type Own interface {
	Operator() string
	NameOperator(who string) tea.Cmd
	// Colours are "dark" or "light"; "": as the terminal says.
	Colours() string
	TurnColours() tea.Cmd
	TurnLang() tea.Cmd
	ShowGuide()
	// Version is that of the program, "" where it has none.
	Version() string
}

// SettingsScreen is what the user decides: operator, language, colours.
type SettingsScreen struct {
	screen.Still
	own  Own
	list kit.List
}

// NewSettings shows what there is to decide.
func NewSettings(own Own) *SettingsScreen { return &SettingsScreen{own: own} }

// Place says which of its keys are live.
func (s *SettingsScreen) Place() *screen.Place       { return InSettings }
func (s *SettingsScreen) Crumb(m screen.Desk) string { return text.TuiSettings.In(m.Lang()) }

// InSettings is the operator, language, colours.
var InSettings = &screen.Place{ID: "settings", Title: text.TuiPlaceSettings, For: text.TuiForSettings, Met: 350, Common: true, Opener: "settings"}

// Settings declares what the user decides.
func Settings() screen.Declaration {
	return screen.Declaration{Places: []*screen.Place{InSettings}, Actions: []screen.Action{
		{
			ID: "settings.change", Title: text.TuiSetChange, Foot: text.TuiFootEdit, Keys: []string{"enter", "space", "right"}, Where: InSettings, Rank: 1,
			Do: screen.On(func(m screen.Desk, s *SettingsScreen, _ string) tea.Cmd { return s.lines(m)[s.list.At].change() }),
		},
		{
			ID: "settings.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InSettings,
			Do: screen.On(func(m screen.Desk, s *SettingsScreen, key string) tea.Cmd {
				s.list.N = len(s.lines(m))
				s.list.Move(key)
				return nil
			}),
		},
	}}
}

// settingLine is one setting: its value, what it is for, and what changes it.
type settingLine struct {
	title, value, say text.Pair
	change            func() tea.Cmd
}

func (s *SettingsScreen) lines(m screen.Desk) []settingLine {
	lang := text.TuiLangZH
	if m.Lang().Written() == text.EN {
		lang = text.TuiLangEN
	}
	colours := text.TuiThemeAuto
	switch s.own.Colours() {
	case "dark":
		colours = text.TuiThemeDark
	case "light":
		colours = text.TuiThemeLight
	}
	return []settingLine{
		{text.TuiSetOperator, text.Same(s.own.Operator()), text.TuiSetOperatorIs, func() tea.Cmd { s.askOperator(m); return nil }},
		{text.TuiSetLang, lang, text.TuiSetLangIs, s.own.TurnLang},
		{text.TuiSetTheme, colours, text.TuiSetThemeIs, s.own.TurnColours},
		{text.TuiSetGuide, text.Pair{}, text.TuiSetGuideIs, func() tea.Cmd { s.own.ShowGuide(); return nil }},
	}
}

func (s *SettingsScreen) askOperator(m screen.Desk) {
	m.Open(kit.NewInput(text.TuiSetOperator, text.TuiSetOperatorQ, s.own.Operator(), func(typed string) (text.Pair, tea.Cmd) {
		who := paint.Cut(paint.Safe(typed), 40)
		if who == "" {
			return text.TuiAnswerEmpty, nil
		}
		m.Say(screen.Good, text.TuiSetKept)
		return text.Pair{}, s.own.NameOperator(who)
	}))
}

// Draw draws the settings, and below them the workspace and the program.
func (s *SettingsScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	t := m.Theme()
	lines := s.lines(m)
	s.list.N = len(lines)
	s.list.Clamp()
	y := 1
	for i, l := range lines {
		row := a.Rows(y, 1)
		row.Text(3, 0, l.title.In(m.Lang()), t.Text)
		x := row.Text(20, 0, l.value.In(m.Lang()), t.Strong)
		from := max(x+3, 38)
		said := paint.Wrap(l.say.In(m.Lang()), a.W-from-1)
		for k, part := range said {
			a.Text(from, y+k, part, t.Faint)
		}
		kit.CursorRow(m, row, i == s.list.At)
		y += max(len(said), 2)
	}
	y++
	a.Repeat(0, y, a.W, t.Chrome.Dash, t.Frame)
	a.Text(3, y+1, text.TuiSetWorkspace.In(m.Lang()), t.Faint)
	a.Text(20, y+1, kit.Shorten(paint.Safe(m.Path()), a.W-22), t.Text)
	if s.own.Version() != "" {
		a.Text(3, y+2, text.TuiSetVersion.In(m.Lang()), t.Faint)
		a.Text(20, y+2, s.own.Version(), t.Text)
	}
	return screen.Caret{}
}
