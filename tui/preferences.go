package tui

import (
	"encoding/json"
	"os"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/internal/whole"
	"yice/text"
	"yice/tui/beginning"
	"yice/tui/personal"
	"yice/tui/screen"
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
	if p := beginning.ListPath(dir); p != "" {
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
	return whole.Over(path, data, 0o600)
}

// prefer takes the user's preferences, where the start of the program did not say otherwise.
func (m *Root) prefer(p preferences) {
	m.prefs = p
	if l, ok := text.ParseLang(p.Lang); ok && !m.o.LangAsked {
		m.lang = l.OnScreen()
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
	m.say(screen.Good, text.TuiSetKept)
	return func() tea.Msg {
		if err := p.save(dir); err != nil {
			return sayMsg{screen.Warn, text.TuiSetNotKept.With(err.Error())}
		}
		return nil
	}
}

// What the user decides at the screen of settings (personal.Own).

// Operator is named in the history from the next edit on, and in the workspace for whoever opens it next.
func (m *Root) Operator() string { return m.desk.operator }

func (m *Root) NameOperator(who string) tea.Cmd {
	m.desk.operator = who
	w := m.desk.w
	_, cmd := m.desk.enqueue(&job{do: func(s *entry.Session) (entry.Outcome, error) {
		s.SetOperator(who)
		return entry.Outcome{}, w.SetSetting("operator", who)
	}}, reasoned)
	return cmd
}

// Colours are those asked for: "dark", "light", or as the terminal says.
func (m *Root) Colours() string { return m.prefs.Theme }

func (m *Root) TurnColours() tea.Cmd {
	m.prefs.Theme = map[string]string{"": "dark", "dark": "light", "light": ""}[m.prefs.Theme]
	m.restyle(m.groundWanted(), m.depth)
	return m.keepPreferences()
}

// TurnLang changes the language; tables opened before hold words of the other one and are left.
func (m *Root) TurnLang() tea.Cmd {
	m.lang = map[text.Lang]text.Lang{text.ZH: text.EN, text.EN: text.ZH}[m.lang.Written()].OnScreen()
	m.prefs.Lang = m.lang.String()
	m.stack = []screen.Screen{m.stack[0], m.Top()}
	return m.keepPreferences()
}

// Version is that of the program.
func (m *Root) Version() string { return m.o.Version }

// ShowGuide shows the guide, greet only to somebody who has not seen it.
func (m *Root) ShowGuide() { m.Open(personal.NewGuide(m.guided)) }

func (m *Root) greet() {
	if !m.prefs.Guided {
		m.open(personal.NewGuide(m.guided), true)
	}
}

// guided keeps that the guide was seen.
func (m *Root) guided() tea.Cmd {
	if m.prefs.Guided {
		return nil
	}
	m.prefs.Guided = true
	p, dir := m.prefs, m.o.ConfigDir
	return func() tea.Msg {
		// Not being able to keep it shows the guide once more, no worse.
		_ = p.save(dir)
		return nil
	}
}
