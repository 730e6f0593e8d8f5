package rooms_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/filing/submission"
	"yice/form"
	"yice/text"
	"yice/tui/handing"
	"yice/tui/kit"
	"yice/tui/mending"
	"yice/tui/screen"
	"yice/tui/screen/screentest"
)

// officeOfHanding writes at once, and notes what was begun.
type officeOfHanding struct {
	handing.Office
	m     *screentest.Desk
	begun []*kit.Work
	kept  []string // "setting=value"
}

func (o *officeOfHanding) Deepen() tea.Cmd             { return nil }
func (o *officeOfHanding) MendAt(form.Finding) tea.Cmd { return nil }
func (o *officeOfHanding) InWriter() func(func() error) error {
	return func(do func() error) error { return do() }
}
func (o *officeOfHanding) KeyFolder() string              { return "" }
func (o *officeOfHanding) TrustPath() string              { return "" }
func (o *officeOfHanding) KeepSetting(name, value string) { o.kept = append(o.kept, name+"="+value) }

func (o *officeOfHanding) Await(do func(*entry.Session) error, said text.Pair) tea.Cmd {
	return o.m.InLine(func(s *entry.Session) (screen.Do, error) {
		return func() tea.Cmd { o.m.Say(screen.Good, said); return nil }, do(s)
	})
}

func (o *officeOfHanding) BeginFrozen(w *kit.Work, do func(ctx context.Context, s *entry.Session) (screen.Do, error)) tea.Cmd {
	o.begun = append(o.begun, w)
	w.Meter = &kit.Meter{}
	return o.m.Frozen(w.Title, do)
}

func submitting(t *testing.T) (*screentest.Desk, *officeOfHanding, *handing.SubmitScreen) {
	t.Helper()
	m := screentest.Open(t, text.ZH)
	m.Stand.Year, m.Stand.USCC = 2023, "91150200MA0BT0013C"
	o := &officeOfHanding{m: m}
	s := handing.NewSubmit(o, submission.Period{})
	m.Run(m.Push(s))
	return m, o, s
}

// to moves the cursor to the line that shows a text.
func to(t *testing.T, m *screentest.Desk, label string) {
	t.Helper()
	m.Do(handing.Submit(), "submit.move", "home")
	frame := ""
	for range 40 {
		frame, _ = m.Frame(100, 40, m.Top().Draw)
		for _, row := range strings.Split(frame, "\n") {
			if _, here, ok := strings.Cut(row, "▌"); ok && strings.Contains(here, label) {
				return
			}
		}
		m.Do(handing.Submit(), "submit.move", "down")
	}
	t.Fatalf("there is no line of %s:\n%s", label, frame)
}

func enter(m *screentest.Desk) { m.Do(handing.Submit(), "submit.act", "enter") }

// What is handed in is chosen above everything: the year, or a quarter of it, which nobody signs and which goes to a file of its own.
func TestThePeriodIsChosen(t *testing.T) {
	t.Parallel()
	m, _, s := submitting(t)
	if frame, _ := m.Frame(100, 40, s.Draw); !strings.Contains(frame, "填表人") || filepath.Base(s.Out) != "91150200MA0BT0013C-2023.zip" {
		t.Fatal(s.Out, frame)
	}
	to(t, m, "报送什么")
	for _, want := range []string{"2023Q1", "2023Q2", "2023Q3", "2023Q4", "2023"} {
		enter(m)
		frame, _ := m.Frame(100, 40, s.Draw)
		if filepath.Base(s.Out) != "91150200MA0BT0013C-"+want+".zip" || strings.Contains(frame, "填表人") != (want == "2023") || !strings.Contains(frame, "存放到") {
			t.Fatalf("%s of %s:\n%s", s.Out, want, frame)
		}
	}
}

// Enter on what is not so yet leads to where it is mended, and nothing is sealed before.
func TestEveryConditionLeadsToWhereItIsMet(t *testing.T) {
	t.Parallel()
	m, o, s := submitting(t)
	m.Do(handing.Submit(), "submit.seal", "f6")
	if n := len(m.Said); len(o.begun) > 0 || len(m.Layers) > 0 || n == 0 || !strings.Contains(m.Said[n-1].ZH, "必须先做到") {
		t.Fatal(m.Said)
	}
	to(t, m, "没有 2023 年度的政策包")
	if enter(m); len(m.Gone) != 1 || m.Gone[0] != "policy" {
		t.Error(m.Gone)
	}
	to(t, m, "强制性问题")
	enter(m)
	if _, ok := m.Top().(*mending.ChecksScreen); !ok {
		t.Errorf("went to %T", m.Top())
	}
	m.Back()
	// Of a sealed year the next one is a line away, and nothing of it is sealed again.
	m.Stand.Locked = true
	m.Stand.No++
	m.Run(s.Follow(m))
	to(t, m, "打开 2024 年度")
	if enter(m); m.Gone[len(m.Gone)-1] != "year.after" {
		t.Error(m.Gone)
	}
	said := len(m.Said)
	if m.Do(handing.Submit(), "submit.seal", "f6"); len(m.Said) != said || len(o.begun) > 0 {
		t.Error(m.Said)
	}
}

// A year that somebody has not signed is sealed for a reason that says something, or not at all.
func TestWhySignaturesLackIsAsked(t *testing.T) {
	t.Parallel()
	m, _, s := submitting(t)
	to(t, m, "不带签字")
	for _, c := range []struct{ typed, want string }{{"情况属实", ""}, {"单位负责人出国，已电话确认，回国后补签", "单位负责人出国，已电话确认，回国后补签"}} {
		m.Layers = nil
		enter(m)
		m.Layers[0].Paste(m, c.typed)
		if m.Layers[0].Key(m, tea.KeyPressMsg{Code: tea.KeyEnter}); s.Unsigned != c.want {
			t.Errorf("%q after %q", s.Unsigned, c.typed)
		}
	}
}

// Where the file goes is remembered for the next time, and it is always a .zip.
func TestTheFolderIsRemembered(t *testing.T) {
	t.Parallel()
	m, o, s := submitting(t)
	dir := t.TempDir()
	to(t, m, "存放到")
	enter(m)
	m.Layers[0].Key(m, tea.KeyPressMsg{Code: 'a', Mod: tea.ModCtrl})
	m.Layers[0].Paste(m, filepath.Join(dir, "year"))
	m.Layers[0].Key(m, tea.KeyPressMsg{Code: tea.KeyEnter})
	if s.Out != filepath.Join(dir, "year.zip") || len(o.kept) != 1 || o.kept[0] != "submit.folder="+dir {
		t.Error(s.Out, o.kept)
	}
}
