package ruling

import (
	"os"
	"strings"
	"testing"

	"yice/filing"
	"yice/scoring"
	"yice/text"
	"yice/tui/screen/screentest"
)

// office keeps nothing, and holds what is changed.
type office struct {
	Office
	held Held
}

func (o *office) DraftsFolder() string { return "" }
func (o *office) Held() *Held          { return &o.held }

// editing is the example's pack, being changed.
func editing(t *testing.T) (*screentest.Desk, *office) {
	t.Helper()
	source, err := os.ReadFile("../../examples/pack-2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	pack, err := scoring.Load(source)
	if err != nil {
		t.Fatal(err)
	}
	d, left, err := filing.OpenPackDraft("", pack)
	if err != nil {
		t.Fatal(err)
	}
	m, o := screentest.New(text.ZH), &office{}
	m.Run(resume(m, o, d, left))
	return m, o
}

// What is changed and saved nowhere is told to whoever leaves, until it is taken back.
func TestAnUnsavedDraftIsTold(t *testing.T) {
	t.Parallel()
	m, o := editing(t)
	held, s := &o.held, o.held.edit
	if n, kept := held.Unsaved(); n != 0 || kept {
		t.Fatal(n, kept)
	}
	if wrong := s.draft.Set("indicator.type_innovation.target", "3"); !wrong.Empty() {
		t.Fatal(wrong)
	}
	if n, kept := held.Unsaved(); n != 1 || kept {
		t.Fatal(n, kept)
	}
	s.draft.Saved(s.draft.Pack())
	if n, _ := held.Unsaved(); n != 0 {
		t.Error("what was saved is not")
	}
	m.Do(Edit(), "packedit.undo", "ctrl+z")
	if n, _ := held.Unsaved(); n != 0 || s.Seek("no.such.path") || !s.Seek("indicator.type_innovation.target") {
		t.Error("it is not taken back")
	}
	if n, _ := (&Held{}).Unsaved(); n != 0 {
		t.Error("nothing is held, and unsaved")
	}
}

// The tabs show their kind of values, and the arrows go from section to section.
func TestTheEditorsTabsAndSections(t *testing.T) {
	t.Parallel()
	m, o := editing(t)
	s := o.held.edit
	all := len(s.cells)
	for _, c := range []struct {
		tab  editTab
		only func(*scoring.DraftCell) bool
	}{
		{editNumbers, func(c *scoring.DraftCell) bool { return c.Number }},
		{editAssumed, func(c *scoring.DraftCell) bool { return c.Basis == text.StandAssumed }},
	} {
		m.Do(Edit(), "packedit.tab", "tab")
		if s.tab != c.tab || len(s.cells) == 0 || len(s.cells) >= all {
			t.Errorf("tab %d: %d of %d", s.tab, len(s.cells), all)
		}
		for i := range s.cells {
			if !c.only(&s.cells[i]) {
				t.Errorf("tab %d shows %s", s.tab, s.cells[i].Path)
			}
		}
	}
	m.Do(Edit(), "packedit.tab", "tab")
	for id, key := range map[string]string{"packedit.set": "enter", "packedit.section.move": "left", "packedit.reset": "delete", "packedit.move": "down"} {
		m.Do(Edit(), id, key) // nothing is changed yet: there is no line to do it on
	}
	if frame, _ := m.Frame(120, 30, s.Draw); !strings.Contains(frame, "这一类里没有") || len(m.Layers) > 0 {
		t.Error(frame)
	}
	m.Do(Edit(), "packedit.tab", "tab")
	s.list.At = 0
	seen := map[string]bool{}
	for range 60 {
		seen[s.cells[s.list.At].Group()] = true
		m.Do(Edit(), "packedit.section.move", "right")
	}
	for i := range s.cells {
		if !seen[s.cells[i].Group()] {
			t.Errorf("the arrows pass by %s", s.cells[i].Group())
		}
	}
	last := s.cells[s.list.At].Group()
	for range 2 {
		m.Do(Edit(), "packedit.section.move", "left")
	}
	if s.cells[s.list.At].Group() == last {
		t.Error("the arrow does not go back")
	}
}
