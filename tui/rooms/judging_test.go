package rooms_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"yice/scoring"
	"yice/text"
	"yice/tui/judging"
	"yice/tui/screen"
	"yice/tui/screen/screentest"
)

// scored is a desk on which the example pack has judged no figures at all: every line is there, and none has its data.
func scored(t *testing.T, lang text.Lang) *screentest.Desk {
	t.Helper()
	source, err := os.ReadFile("../../examples/pack-2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	pack, err := scoring.Load(source)
	if err != nil {
		t.Fatal(err)
	}
	m := screentest.New(lang)
	m.Stand.Sheet = scoring.Evaluate(pack, &scoring.Facts{Year: 2023, USCC: "91150200MA0BT0013C", Type: "功能型"})
	return m
}

// act does what a declared action does, as the shell would.
func act(t *testing.T, m *screentest.Desk, declared screen.Declaration, id string) tea.Cmd {
	t.Helper()
	for _, a := range declared.Actions {
		if a.ID == id {
			return a.Do(m, a.Keys[0])
		}
	}
	t.Fatal("no action ", id)
	return nil
}

// The screens of the room need no program around them: a line is explained from the score, and a record that counted leads to
// its form.
func TestTheScoreIsExplained(t *testing.T) {
	t.Parallel()
	for _, lang := range []text.Lang{text.ZH, text.EN} {
		m := scored(t, lang)
		m.Push(judging.NewScore())
		frame, _ := m.Frame(120, 36, m.Top().Draw)
		for _, l := range m.Stand.Sheet.Indicators {
			if name, _, _ := strings.Cut(l.Title().In(lang), "（"); !strings.Contains(frame, name[:min(len(name), 12)]) {
				t.Errorf("%q is not among the lines:\n%s", name, frame)
			}
		}
		act(t, m, judging.Score(), "score.explain")
		if m.Top().Place() != judging.InExplain {
			t.Fatalf("Enter led to %s", m.Top().Place().ID)
		}
		if frame, _ := m.Frame(120, 36, m.Top().Draw); !strings.Contains(frame, m.Stand.Sheet.Indicators[0].Title().In(lang)) {
			t.Errorf("another line is explained:\n%s", frame)
		}
	}
}

// Without a pack there is nothing to explain, and the screen says why.
func TestWithoutAPackItIsSaid(t *testing.T) {
	t.Parallel()
	m := screentest.New(text.EN)
	m.Stand.PackNote = text.Same("the pack is of another year")
	m.Push(judging.NewScore())
	if frame, _ := m.Frame(80, 24, m.Top().Draw); !strings.Contains(frame, "the pack is of another year") {
		t.Errorf("nothing is said:\n%s", frame)
	}
	act(t, m, judging.Score(), "score.explain")
	if len(m.Screens) != 1 {
		t.Error("something was opened")
	}
}

// Frames of any size are drawn; what an action does on the screen of another it does not do.
func TestScoreInAnySize(t *testing.T) {
	t.Parallel()
	m := scored(t, text.ZH)
	for _, s := range []screen.Screen{judging.NewScore(), &judging.ExplainScreen{}} {
		m.Push(s)
		for _, size := range [][2]int{{300, 100}, {80, 21}, {40, 10}, {12, 6}} {
			m.Frame(size[0], size[1], s.Draw)
		}
	}
	act(t, m, judging.Score(), "score.explain")
	if len(m.Screens) != 2 {
		t.Error("an action of the score did something on an explanation")
	}
}

// run does a command and what comes of it, as the shell would.
func run(m *screentest.Desk, cmd tea.Cmd) {
	for cmd != nil {
		switch msg := cmd().(type) {
		case screen.Do:
			if cmd = nil; msg != nil {
				cmd = msg()
			}
		case nil:
			return
		default:
			cmd, _ = m.Top().Answer(m, msg)
		}
	}
}

// The leader's page is written where it is said, with an ending that programs know, and the file is remembered.
func TestTheLeadersPageIsWritten(t *testing.T) {
	t.Parallel()
	m := scored(t, text.ZH)
	m.Stand.USCC, m.Stand.Name, m.Stand.Year = "91150200MA0BT0013C", "示例水务（虚构）", 2023
	run(m, m.Push(judging.NewLeader()))
	if frame, _ := m.Frame(120, 36, m.Top().Draw); !strings.Contains(frame, "示例水务（虚构）") {
		t.Errorf("whose page it is stands nowhere:\n%s", frame)
	}
	act(t, m, judging.Leader(), "leader.paper")
	if len(m.Layers) != 1 {
		t.Fatal("nobody asked where to")
	}
	path := filepath.Join(t.TempDir(), "page")
	ask := m.Layers[0]
	ask.Key(m, tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl})
	ask.Paste(m, path)
	done, cmd := ask.Key(m, tea.KeyPressMsg{Code: tea.KeyEnter})
	if run(m, cmd); !done || len(m.Files) != 1 || m.Files[0] != path+".html" {
		t.Fatalf("done %v, made %v, said %v", done, m.Files, m.Said)
	}
	if written, err := os.ReadFile(path + ".html"); err != nil || !strings.Contains(string(written), "示例水务（虚构）") {
		t.Errorf("%v: %d bytes", err, len(written))
	}
}

// A year that has not come to its end is not compared with a whole one.
func TestTheLeadersPageComparesYearsAlike(t *testing.T) {
	t.Parallel()
	for _, alike := range []bool{true, false} {
		m := scored(t, text.EN)
		m.Stand.Year = 2023
		before := *m.Stand.Sheet
		before.Year = 2022
		if !alike {
			before.AsOf = 6
		}
		m.Others = []screen.Year{{Year: 2022, Sheet: &before}, {Year: 2023, Sheet: m.Stand.Sheet}}
		run(m, m.Push(judging.NewLeader()))
		frame, _ := m.Frame(120, 36, m.Top().Draw)
		if said := strings.Contains(frame, "2022: "); said != alike {
			t.Errorf("alike %v, compared %v:\n%s", alike, said, frame)
		}
	}
}

// The next steps are listed with what each brings; Enter goes to where the one under the cursor is keyed, the arrow explains its
// line, and nothing is supposed there.
func TestStepsLeadToTheirForms(t *testing.T) {
	t.Parallel()
	for _, lang := range []text.Lang{text.ZH, text.EN} {
		m := scored(t, lang)
		line := m.Stand.Sheet.Indicators[0].ID
		m.Stand.Steps = []scoring.Step{
			{Line: line, Form: "patent", Say: text.Same("A patent more"), Gain: scoring.Dec{Units: 120, Places: 2}},
			{Line: line, Form: "annual", Field: "rd_budget", Say: text.Same("The budget"), Gain: scoring.Dec{Units: 50, Places: 2}},
		}
		judging.OpenSteps(m, 1)
		frame, _ := m.Frame(120, 36, m.Top().Draw)
		for _, want := range []string{"A patent more", "+1.20", "The budget", "+0.50"} {
			if !strings.Contains(frame, want) {
				t.Errorf("%q is not there:\n%s", want, frame)
			}
		}
		act(t, m, judging.WhatIf(), "whatif.go")
		if len(m.Gone) != 1 || m.Gone[0] != "annual rd_budget" {
			t.Errorf("went to %v", m.Gone)
		}
		act(t, m, judging.WhatIf(), "whatif.explain")
		if m.Top().Place() != judging.InExplain {
			t.Errorf("the arrow led to %s", m.Top().Place().ID)
		}
		for _, a := range judging.WhatIf().Actions {
			if a.ID == "whatif.add" && a.Now(m) {
				t.Error("something can be supposed among the steps")
			}
		}
	}
}
