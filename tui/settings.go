package tui

import (
	"encoding/json"
	"os"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/text"
	"yice/tui/paint"
	"yice/tui/theme"
)

// preferences are the user's own, kept beside the list of recent workspaces.
type preferences struct {
	Lang   string `json:"lang,omitempty"`   // "zh" or "en"; "": as the program was started
	Theme  string `json:"theme,omitempty"`  // "dark" or "light"; "": as the terminal says
	Guided bool   `json:"guided"`           // the guide was seen
	Second string `json:"second,omitempty"` // a folder that backups are brought to besides
}

func preferencesPath(dir string) string {
	if p := recentPath(dir); p != "" {
		return filepath.Join(filepath.Dir(p), "settings.json")
	}
	return ""
}

// loadPreferences reads them; what cannot be read is as if nothing had been set.
func loadPreferences(dir string) preferences {
	var p preferences
	data, err := os.ReadFile(preferencesPath(dir))
	if err != nil || len(data) > 1<<16 || json.Unmarshal(data, &p) != nil {
		return preferences{}
	}
	return p
}

func (p preferences) save(dir string) error {
	path := preferencesPath(dir)
	if path == "" {
		return nil
	}
	data, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	temp := path + ".new"
	if err := os.WriteFile(temp, data, 0o600); err != nil {
		return err
	}
	return os.Rename(temp, path)
}

// prefer takes the user's preferences, where the start of the program did not say otherwise.
func (m *Root) prefer(p preferences) {
	m.prefs = p
	if l, ok := text.ParseLang(p.Lang); ok && !m.o.LangAsked {
		m.lang = l
	}
	m.restyle(m.groundWanted(), m.depth)
}

// groundWanted is the background asked for: by YICE_THEME, else by the user, else as far as the terminal has said.
func (m *Root) groundWanted() theme.Ground {
	if g := environ(m.o.Environ, "YICE_THEME"); g == "dark" || g == "light" {
		return m.ground
	}
	switch m.prefs.Theme {
	case "dark":
		return theme.Dark
	case "light":
		return theme.Light
	}
	return m.terminal
}

func (m *Root) keepPreferences() tea.Cmd {
	p, dir := m.prefs, m.o.ConfigDir
	m.say(good, text.TuiSetKept)
	return func() tea.Msg {
		if err := p.save(dir); err != nil {
			return sayMsg{warn, text.TuiSetNotKept.With(err.Error())}
		}
		return nil
	}
}

// settingsScreen is what the user decides: operator, language, colours.
type settingsScreen struct {
	still
	list list
}

func (s *settingsScreen) place() Place         { return InSettings }
func (s *settingsScreen) crumb(m *Root) string { return text.TuiSettings.In(m.lang) }

func settingsActions() []Action {
	return []Action{
		{
			ID: "settings.change", Title: text.TuiSetChange, Foot: text.TuiFootEdit, Keys: []string{"enter", "space", "right"}, Where: InSettings, Rank: 1,
			Do: on(func(m *Root, s *settingsScreen, _ string) tea.Cmd { return s.lines(m)[s.list.at].change(m) }),
		},
		{
			ID: "settings.move", Title: text.TuiMove, Keys: listKeys, Where: InSettings,
			Do: on(func(m *Root, s *settingsScreen, key string) tea.Cmd {
				s.list.n = len(s.lines(m))
				s.list.move(key)
				return nil
			}),
		},
		{
			ID: "settings", Title: text.TuiGoSettings, Where: Anywhere &^ InSettings, On: func(m *Root) bool { return m.desk != nil },
			Do: func(m *Root, _ string) tea.Cmd { return m.push(&settingsScreen{}) },
		},
		{ID: "guide", Title: text.TuiGoGuide, Where: Anywhere | InStart, Do: func(m *Root, _ string) tea.Cmd { m.openGuide(); return nil }},
	}
}

// settingLine is one setting: its value, what it is for, and what changes it.
type settingLine struct {
	title, value, say text.Pair
	change            func(m *Root) tea.Cmd
}

func (s *settingsScreen) lines(m *Root) []settingLine {
	lang := text.TuiLangZH
	if m.lang == text.EN {
		lang = text.TuiLangEN
	}
	colours := text.TuiThemeAuto
	switch m.prefs.Theme {
	case "dark":
		colours = text.TuiThemeDark
	case "light":
		colours = text.TuiThemeLight
	}
	return []settingLine{
		{text.TuiSetOperator, text.Same(m.desk.operator), text.TuiSetOperatorIs, (*Root).askOperator},
		{text.TuiSetLang, lang, text.TuiSetLangIs, (*Root).turnLang},
		{text.TuiSetTheme, colours, text.TuiSetThemeIs, (*Root).turnTheme},
		{text.TuiSetGuide, text.Pair{}, text.TuiSetGuideIs, func(m *Root) tea.Cmd { m.openGuide(); return nil }},
	}
}

func (m *Root) askOperator() tea.Cmd {
	m.open(newInput(text.TuiSetOperator, text.TuiSetOperatorQ, m.desk.operator, func(m *Root, typed string) (text.Pair, tea.Cmd) {
		who := paint.Cut(paint.Safe(typed), 40)
		if who == "" {
			return text.TuiAnswerEmpty, nil
		}
		m.desk.operator = who
		m.say(good, text.TuiSetKept)
		w := m.desk.w
		_, cmd := m.desk.enqueue(&job{do: func(s *entry.Session) (entry.Outcome, error) {
			s.SetOperator(who)
			return entry.Outcome{}, w.SetSetting("operator", who)
		}}, reasoned)
		return text.Pair{}, cmd
	}), false)
	return nil
}

// turnLang changes the language; tables opened before hold words of the other one and are left.
func (m *Root) turnLang() tea.Cmd {
	m.lang = map[text.Lang]text.Lang{text.ZH: text.EN, text.EN: text.ZH}[m.lang]
	m.prefs.Lang = m.lang.String()
	m.stack = []screen{m.stack[0], m.top()}
	return m.keepPreferences()
}

func (m *Root) turnTheme() tea.Cmd {
	m.prefs.Theme = map[string]string{"": "dark", "dark": "light", "light": ""}[m.prefs.Theme]
	m.restyle(m.groundWanted(), m.depth)
	return m.keepPreferences()
}

func (s *settingsScreen) draw(m *Root, a paint.Area) caret {
	t := m.th
	lines := s.lines(m)
	s.list.n = len(lines)
	s.list.clamp()
	for i, l := range lines {
		row := a.Rows(1+i*2, 1)
		row.Text(3, 0, l.title.In(m.lang), t.Text)
		x := row.Text(20, 0, l.value.In(m.lang), t.Strong)
		row.Cut(max(x+3, 38), 0, a.W-max(x+3, 38)-1, l.say.In(m.lang), t.Faint)
		m.cursorRow(row, i == s.list.at)
	}
	y := 2 + len(lines)*2
	a.Repeat(0, y, a.W, t.Chrome.Dash, t.Frame)
	a.Text(3, y+1, text.TuiSetWorkspace.In(m.lang), t.Faint)
	a.Text(20, y+1, shorten(paint.Safe(m.desk.w.Path()), a.W-22), t.Text)
	if m.o.Version != "" {
		a.Text(3, y+2, text.TuiSetVersion.In(m.lang), t.Faint)
		a.Text(20, y+2, m.o.Version, t.Text)
	}
	return caret{}
}
