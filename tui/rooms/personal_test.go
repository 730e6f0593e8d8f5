package rooms_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/personal"
	"yice/tui/screen/screentest"
)

// own notes what was decided.
type own struct {
	who, colours string
	asked        []string
}

func (o *own) Operator() string                { return o.who }
func (o *own) NameOperator(who string) tea.Cmd { o.who = who; return nil }
func (o *own) Colours() string                 { return o.colours }
func (o *own) TurnColours() tea.Cmd            { o.asked = append(o.asked, "colours"); return nil }
func (o *own) TurnLang() tea.Cmd               { o.asked = append(o.asked, "language"); return nil }
func (o *own) ShowGuide()                      { o.asked = append(o.asked, "guide") }
func (o *own) Version() string                 { return "1.2.3" }

func pressOfPersonal(t *testing.T, m *screentest.Desk, id, key string) {
	t.Helper()
	for _, a := range personal.Settings().Actions {
		if a.ID == id {
			a.Do(m, key)
			return
		}
	}
	t.Fatal("there is no " + id)
}

// Each line changes what it names; an operator without a name is not taken, and of one no control character.
func TestWhatTheUserDecides(t *testing.T) {
	t.Parallel()
	for _, lang := range []text.Lang{text.ZH, text.EN} {
		m, o := screentest.New(lang), &own{who: "示例丙", colours: "light"}
		s := personal.NewSettings(o)
		m.Push(s)
		frame, _ := m.Frame(80, 20, s.Draw)
		for _, want := range []string{"示例丙", text.TuiThemeLight.In(lang), "1.2.3", m.Path()} {
			if !strings.Contains(frame, want) {
				t.Errorf("no %q in\n%s", want, frame)
			}
		}
		m.Frame(20, 5, s.Draw)
		pressOfPersonal(t, m, "settings.change", "enter")
		l := m.Layers[0]
		l.Key(m, tea.KeyPressMsg{Code: 'a', Mod: tea.ModCtrl})
		l.Key(m, tea.KeyPressMsg{Code: tea.KeyDelete})
		if done, _ := l.Key(m, tea.KeyPressMsg{Code: tea.KeyEnter}); done || o.who != "示例丙" {
			t.Errorf("the operator is %q", o.who)
		}
		l.Paste(m, "王\x1b统计")
		if done, _ := l.Key(m, tea.KeyPressMsg{Code: tea.KeyEnter}); !done || !strings.HasPrefix(o.who, "王") || strings.Contains(o.who, "\x1b") {
			t.Errorf("the operator is %q", o.who)
		}
		for range 3 {
			pressOfPersonal(t, m, "settings.move", "down")
			pressOfPersonal(t, m, "settings.change", "enter")
		}
		if got := strings.Join(o.asked, " "); got != "language colours guide" {
			t.Errorf("asked for %q", got)
		}
	}
}

// The guide is read page by page, back too, and its end is told once, however it is left.
func TestTheGuide(t *testing.T) {
	t.Parallel()
	for _, lang := range []text.Lang{text.ZH, text.EN} {
		m, seen := screentest.New(lang), 0
		g := personal.NewGuide(func() tea.Cmd { seen++; return nil })
		reads := func(page int) {
			t.Helper()
			for _, size := range [][2]int{{80, 24}, {24, 8}} {
				if frame, _ := m.Frame(size[0], size[1], g.Draw); size[0] == 80 && !strings.Contains(frame, text.TuiGuide[page][0].In(lang)) {
					t.Errorf("page %d:\n%s", page, frame)
				}
			}
		}
		g.Key(m, tea.KeyPressMsg{Code: tea.KeyLeft}) // before the first there is none
		reads(0)
		for i := range len(text.TuiGuide) - 1 {
			if done, _ := g.Key(m, tea.KeyPressMsg{Code: tea.KeyEnter}); done || seen != 0 {
				t.Fatalf("it ends after page %d", i)
			}
			reads(i + 1)
		}
		g.Key(m, tea.KeyPressMsg{Code: tea.KeyLeft})
		reads(len(text.TuiGuide) - 2)
		if done, _ := g.Key(m, tea.KeyPressMsg{Code: tea.KeyEscape}); !done || seen != 1 {
			t.Errorf("done %v, told %d times", done, seen)
		}
	}
}
