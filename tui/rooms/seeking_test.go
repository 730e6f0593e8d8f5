package rooms_test

import (
	"fmt"
	"strings"
	"testing"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/screen/screentest"
	"yice/tui/seeking"
)

// deskOfSeeking is one with eleven patents, and a line of the ledger that names one of them.
func deskOfSeeking(t *testing.T) *screentest.Desk {
	t.Helper()
	m := screentest.Open(t, text.ZH)
	var edits []entry.Edit
	for i := range 11 {
		edits = append(edits, entry.Edit{Form: form.ByID("patent"), Row: int64(-1 - i), Field: "title", Typed: fmt.Sprint("膜组件方法", i)})
	}
	edits = append(edits, entry.Edit{Form: form.ByID("spend"), Row: -12, Field: "summary", Typed: "膜组件方法10 的试验"})
	if _, err := m.Opened.Apply(text.Pair{}, edits); err != nil {
		t.Fatal(err)
	}
	return m
}

// Registers answer before the ledger; a form with more than is listed opens as a table of all of them; an answer to what is no
// longer looked for is dropped.
func TestRecordsAreFoundByWhatTheySay(t *testing.T) {
	t.Parallel()
	m := deskOfSeeking(t)
	m.Push(seeking.NewSearch(func() []seeking.Visit { return nil }, 0))
	stale := m.Top().Paste(m, "膜")
	if frame, _ := m.Frame(80, 20, m.Top().Draw); !strings.Contains(frame, text.TuiSearchNowhere.ZH) {
		t.Errorf("a search began before typing paused:\n%s", frame)
	}
	cmd := m.Top().Paste(m, "组件方法")
	m.Run(stale)
	if frame, _ := m.Frame(80, 20, m.Top().Draw); !strings.Contains(frame, text.TuiSearchNowhere.ZH) {
		t.Errorf("what was typed on is searched for:\n%s", frame)
	}
	m.Run(cmd)
	frame, caret := m.Frame(80, 20, m.Top().Draw)
	patent, ledger := strings.Index(frame, form.ByID("patent").Title.ZH), strings.Index(frame, form.ByID("spend").Title.ZH)
	if patent < 0 || ledger < patent || !strings.Contains(frame, text.TuiSearchMany.With(12, 2).ZH) || !caret.On {
		t.Fatalf("found:\n%s", frame)
	}
	// As many are listed as there is room for; on a low screen a few of each form, and how many more there are.
	more := text.TuiSearchMore.With(3).ZH
	if strings.Contains(frame, more) || !strings.Contains(frame, "膜组件方法10") {
		t.Errorf("with room for all of them:\n%s", frame)
	}
	if frame, _ := m.Frame(80, 13, m.Top().Draw); !strings.Contains(frame, more) {
		t.Errorf("on a low screen:\n%s", frame)
	}
	m.Do(seeking.Search(), "search.open", "enter")
	for range 8 {
		m.Do(seeking.Search(), "search.move", "down")
	}
	m.Do(seeking.Search(), "search.open", "enter")
	if len(m.Gone) != 2 || m.Gone[0] != "patent title" || m.Gone[1] != "patent" || len(m.Tables) != 1 || m.Tables[0].Find != "膜组件方法" {
		t.Errorf("went to %q, tables %+v", m.Gone, m.Tables)
	}
	for _, size := range [][2]int{{200, 50}, {20, 6}} {
		m.Frame(size[0], size[1], m.Top().Draw)
	}
}

// Before anything is looked for, where the user has been is listed as it is then, and gone to.
func TestWhereTheUserHasBeen(t *testing.T) {
	t.Parallel()
	m := deskOfSeeking(t)
	var been []seeking.Visit
	m.Push(seeking.NewSearch(func() []seeking.Visit { return been }, 0))
	m.Do(seeking.Search(), "search.open", "enter") // nowhere: nothing happens
	been = []seeking.Visit{{Form: form.ByID("patent"), Row: 3, Field: "number", Label: "甲\x1b[31m"}}
	m.Top().Follow(m)
	frame, _ := m.Frame(80, 20, m.Top().Draw)
	if !strings.Contains(frame, "甲") || strings.Contains(frame, "\x1b") {
		t.Errorf("%q", frame)
	}
	m.Do(seeking.Search(), "search.open", "enter")
	if len(m.Gone) != 1 || m.Gone[0] != "patent number" {
		t.Errorf("went to %q", m.Gone)
	}
}
