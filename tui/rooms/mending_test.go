package rooms_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/mending"
	"yice/tui/screen/screentest"
)

func deskOfMending(lang text.Lang) *screentest.Desk {
	m := screentest.New(lang)
	m.Stand.States = []entry.FormState{{Form: form.ByID("project")}, {Form: form.ByID("checklist")}}
	return m
}

// work notes what was asked of it.
type work struct {
	mended  []form.Finding
	reasons []string // "key: reason"
	deep    int
}

func (w *work) MendAt(f form.Finding) tea.Cmd { w.mended = append(w.mended, f); return nil }
func (w *work) Deepen() tea.Cmd               { w.deep++; return nil }

func (w *work) GiveReason(f form.Finding, typed string) tea.Cmd {
	w.reasons = append(w.reasons, f.Key+": "+typed)
	return nil
}

// What is wrong with one record is one line, and so is what is wrong with many in the same way; of a form the gravest is first.
func TestFindingsAreGatheredByRecord(t *testing.T) {
	t.Parallel()
	m := deskOfMending(text.ZH)
	must := func(form_, key, field, check string) form.Finding {
		return form.Finding{Check: check, Severity: form.Must, Form: form_, Key: key, Field: field, Row: int64(len(key)), Message: text.Same("有错")}
	}
	var all []form.Finding
	for _, key := range []string{"甲", "乙乙", "丙丙丙"} {
		f := must("checklist", key, "answer", "checklist.unfilled")
		f.Severity = form.Verify
		all = append(all, f)
	}
	all = append(all, must("project", "P9", "name", form.CheckRequired), must("project", "P9", "level", form.CheckRequired), must("nowhere", "", "", "x"))
	groups := mending.ByRecord(m, all)
	if len(groups) != 3 {
		t.Fatalf("%d lines: %+v", len(groups), groups)
	}
	for i, want := range []struct{ label, say string }{{"P9", "缺 2 项：项目名称、项目级别"}, {"", "缺 3 项：甲、乙乙、丙丙丙"}, {"", "有错"}} {
		if got := groups[i]; got.Label(m) != want.label || got.Say(m) != want.say {
			t.Errorf("line %d: %q %q, want %+v", i, got.Label(m), got.Say(m), want)
		}
	}
	// Two records are two lines still, and one that is explained does not hide among those that are not.
	if n := len(mending.ByRecord(m, all[:2])); n != 2 {
		t.Errorf("two records are %d lines", n)
	}
	explained := append([]form.Finding{}, all[:3]...)
	explained[1].Explained = true
	if n := len(mending.ByRecord(m, explained)); n != 3 {
		t.Errorf("two open and one explained are %d lines", n)
	}
}

// project is a finding of a project.
func project(key string, of form.Severity) form.Finding {
	return form.Finding{Check: "project." + key, Severity: of, Form: "project", Key: key, Field: "name", Row: int64(len(key)), Message: text.Same("有错 " + key)}
}

func pressOfMending(t *testing.T, m *screentest.Desk, id, key string) {
	t.Helper()
	for _, a := range mending.Checks().Actions {
		if a.ID == id {
			a.Do(m, key)
			return
		}
	}
	t.Fatal("there is no " + id)
}

// The filters keep what they say, the gravest first; the cursor stays with its finding when others come and go, and the whole
// ledger is looked at whenever the list is made.
func TestFindingsAreFiltered(t *testing.T) {
	t.Parallel()
	for _, lang := range []text.Lang{text.ZH, text.EN} {
		m, w := deskOfMending(lang), &work{}
		explained := project("PPP", form.Verify)
		explained.Explained, explained.Reason = true, "因为"
		m.Stand.Findings = []form.Finding{project("PP", form.Verify), explained, project("P", form.Must)}
		s := mending.NewChecks(w, mending.All)
		m.Push(s)
		for i, want := range []string{"P PP PPP", "P", "PP", "PPP", "P PP PPP"} {
			var got []string
			for _, g := range s.Rows() {
				got = append(got, g.Label(m))
			}
			if strings.Join(got, " ") != want {
				t.Errorf("filter %d lists %q, want %q", i, got, want)
			}
			for _, size := range [][2]int{{120, 30}, {80, 20}, {20, 7}} {
				m.Frame(size[0], size[1], s.Draw)
			}
			pressOfMending(t, m, "checks.filter", "tab")
		}
		if w.deep != 6 {
			t.Errorf("the ledger was looked at %d times", w.deep)
		}
		s = mending.NewChecks(w, mending.All)
		m.Push(s)
		pressOfMending(t, m, "checks.move", "down")
		pressOfMending(t, m, "checks.jump", "enter")
		m.Stand.Findings = m.Stand.Findings[:2]
		s.Follow(m)
		if g := s.Current(); g == nil || g.Label(m) != "PP" || len(w.mended) != 1 || w.mended[0].Key != "PP" {
			t.Errorf("at %+v, mended %+v", g, w.mended)
		}
		m.Stand.Findings = nil
		s.Follow(m)
		pressOfMending(t, m, "checks.jump", "enter")
		pressOfMending(t, m, "checks.reason", "ctrl+e")
		pressOfMending(t, m, "checks.whole", "space")
		if frame, _ := m.Frame(80, 20, s.Draw); len(w.mended) != 1 || len(m.Layers) != 0 || !strings.Contains(frame, text.TuiNoFindings.In(lang)[:6]) {
			t.Errorf("of nothing something was done:\n%s", frame)
		}
	}
}

// What must be mended takes no reason; one reason stands for every finding of a line that is open, and a hollow one is not taken.
func TestReasonsAreAskedFor(t *testing.T) {
	t.Parallel()
	m, w := deskOfMending(text.ZH), &work{}
	mending.AskReason(m, w, project("P", form.Must))
	if len(m.Layers) != 0 || len(m.Said) != 1 || m.Said[0] != text.TuiMustMend {
		t.Fatalf("%d dialogs, %v", len(m.Layers), m.Said)
	}
	for _, key := range []string{"P", "PP", "PPP"} {
		f := project(key, form.Verify)
		f.Check = "project.same"
		m.Stand.Findings = append(m.Stand.Findings, f)
	}
	s := mending.NewChecks(w, mending.All)
	m.Push(s)
	if len(s.Rows()) != 1 {
		t.Fatalf("%d lines", len(s.Rows()))
	}
	pressOfMending(t, m, "checks.reason", "ctrl+e")
	answer := func(typed string) bool {
		l := m.Layers[0]
		l.Key(m, tea.KeyPressMsg{Code: 'a', Mod: tea.ModCtrl})
		l.Paste(m, typed)
		done, _ := l.Key(m, tea.KeyPressMsg{Code: tea.KeyEnter})
		return done
	}
	if answer("已核实") || len(w.reasons) != 0 {
		t.Fatalf("a hollow reason was taken: %q", w.reasons)
	}
	if !answer("委托外单位试制，合同另附") || len(w.reasons) != 3 || w.reasons[2] != "PPP: 委托外单位试制，合同另附" {
		t.Errorf("%q", w.reasons)
	}
}
