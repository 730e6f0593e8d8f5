package tracing

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen/screentest"
)

func apply(t *testing.T, m *screentest.Desk, label text.Pair, edits ...entry.Edit) entry.Outcome {
	t.Helper()
	out, err := m.Opened.Apply(label, edits)
	if err != nil {
		t.Fatal(err)
	}
	m.Stand.No++
	return out
}

// patents keys patents, one a minute, and gives the rows they have.
func patents(t *testing.T, m *screentest.Desk, titles ...string) []int64 {
	t.Helper()
	for _, title := range titles {
		apply(t, m, text.Pair{}, entry.Edit{Form: form.ByID("patent"), Row: -1, Field: "title", Typed: title})
		m.Clock = m.Clock.Add(time.Minute)
	}
	var rows []int64
	for _, r := range m.Opened.Records(form.ByID("patent")) {
		rows = append(rows, r.ID)
	}
	return rows
}

func open(m *screentest.Desk, s *HistoryScreen) *HistoryScreen {
	m.Run(m.Push(s))
	return s
}

// heads are the titles of the fields that a record's history lists.
func heads(s *HistoryScreen) (out []string) {
	for _, r := range s.rows {
		if r.kind == rowHead {
			out = append(out, r.title)
		}
	}
	return out
}

// Of a record the field it was opened at stands first, then the others as the form has them, at the end the record itself.
func TestARecordIsToldFieldByField(t *testing.T) {
	t.Parallel()
	m := screentest.Open(t, text.ZH)
	row := patents(t, m, "甲")[0]
	f := form.ByID("patent")
	apply(t, m, text.Pair{}, entry.Edit{Form: f, Row: row, Field: "number", Typed: "202110253001.7"})
	apply(t, m, text.Pair{}, entry.Edit{Form: f, Row: row, Field: "title", Typed: "改过的名称"})
	s := open(m, NewRecordHistory(nil, f, row, "甲", "title"))
	if got := heads(s); s.by != byField || strings.Join(got, " ") != "专利名称 申请号 整条记录" || s.rows[1].field != "title" || s.rows[1].value.New != "改过的名称" {
		t.Fatalf("%d, %q, %+v", s.by, got, s.rows[1])
	}
	s = open(m, NewRecordHistory(nil, f, row, "甲", "number"))
	if got := heads(s); got[0] != "申请号" || got[1] != "专利名称" {
		t.Error(got)
	}
	// By time it is the same record, and back.
	m.Do(History(), "history.arrange", "tab")
	if s.by != byMinute || s.q.Row != row {
		t.Errorf("%d %+v", s.by, s.q)
	}
	m.Do(History(), "history.arrange", "tab")
	if s.by != byField {
		t.Error(s.by)
	}
}

// Of a record that was removed its end is told first; brought back, its values are.
func TestARemovedRecordIsToldFromItsEnd(t *testing.T) {
	t.Parallel()
	m := screentest.Open(t, text.ZH)
	row := patents(t, m, "甲")[0]
	f := form.ByID("patent")
	apply(t, m, text.Pair{}, entry.Edit{Form: f, Row: row, Remove: true})
	s := open(m, NewRecordHistory(nil, f, row, "甲", ""))
	if len(s.rows) < 3 || s.rows[1].kind != rowEvent || s.rows[1].e.New != "" {
		t.Fatalf("%+v", s.rows)
	}
	if _, err := m.Opened.Undo(); err != nil {
		t.Fatal(err)
	}
	m.Stand.No++
	m.Run(s.Follow(m))
	if s.rows[1].kind != rowValue {
		t.Errorf("back again, and its removal stands first: %+v", s.rows)
	}
}

// What a line of the ledger had: keyed, pasted, undone, in the words of how it came.
func TestALineTellsHowItCame(t *testing.T) {
	t.Parallel()
	m := screentest.Open(t, text.ZH)
	f := form.ByID("spend")
	amount := func(row int64, label text.Pair, typed string) entry.Outcome {
		return apply(t, m, label, entry.Edit{Form: f, Row: row, Field: "amount", Typed: typed})
	}
	row := amount(-1, text.Pair{}, "1.5万").Rows[0]
	amount(row, text.Pair{}, "1.6万")
	amount(row, text.EntryLabelPaste.With(1, f.Title), "1.7万")
	if _, err := m.Opened.Undo(); err != nil {
		t.Fatal(err)
	}
	s := open(m, NewRecordHistory(nil, f, row, "", "amount"))
	var got []string
	for _, r := range s.rows {
		if r.field == "amount" {
			got = append(got, r.value.New+" "+HowOf(r.change).ZH)
		}
	}
	if want := "16000.00 撤销|17000.00 粘贴|16000.00 键入|15000.00 键入"; strings.Join(got, "|") != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A minute that grows while its entries are on their way keeps what it has: late answers neither stop the program nor make it
// believe that it has all of them.
func TestAMinuteGrowsWhileItIsOpen(t *testing.T) {
	t.Parallel()
	m := screentest.Open(t, text.ZH)
	s := open(m, NewHistory(nil))
	entries := func(from, n int) (all []store.Entry) {
		for i := range n {
			all = append(all, store.Entry{Seq: int64(from - i), Form: "spend", Kind: "do", Step: int64(from - i)})
		}
		return all
	}
	grown := func(first int64, steps int, anew, done bool) {
		s.reading, s.asked = true, s.asked+kit.Btoi(anew)
		x := store.Minute{Head: entries(5000, 1)[0], First: first, Entries: steps, Steps: steps, Records: 1, Open: !done}
		s.Answer(m, historyMsg{of: s, asked: s.asked, first: anew, minutes: []store.Minute{x}, done: done})
	}
	late := func(asked int, oldest int64, from int, got []store.Entry) {
		s.Answer(m, minuteMsg{of: s, asked: asked, newest: 5000, oldest: oldest, from: from, limit: historyPage, entries: got})
	}
	s.asked++ // nothing asked for really is on its way from here on
	grown(4500, 501, true, false)
	if !s.minutes[0].opened || !s.minutes[0].reading {
		t.Fatalf("%+v", s.minutes[0])
	}
	grown(4000, 1001, false, false)
	late(s.asked, 4500, 0, entries(5000, historyPage))
	grown(3000, 2001, false, false)
	s.minutes[0].reading = true
	late(s.asked, 4500, historyPage, entries(5000-historyPage, 201)) // all that was known of when it was asked
	if x := s.minutes[0]; len(x.entries) != historyPage+201 || x.whole {
		t.Fatalf("%d entries, whole: %v", len(x.entries), x.whole)
	}
	asked := s.asked
	s.minutes[0].reading = true
	grown(3000, 2001, true, true) // something was written: all of it is asked for again
	late(asked, 3000, 501, entries(4499, historyPage))
	if x := s.minutes[0]; len(x.entries) != historyPage+201 || !x.stale {
		t.Fatalf("%d entries, stale: %v", len(x.entries), x.stale)
	}
	late(s.asked, 3000, 5000, nil)
	m.Frame(120, 30, s.Draw)
}

// An answer is its screen's alone: the history of a record over the whole history takes none that is not for it.
func TestHistoriesOverOneAnother(t *testing.T) {
	t.Parallel()
	m := screentest.Open(t, text.ZH)
	patents(t, m, "甲")
	under := open(m, NewHistory(nil))
	m.Do(History(), "history.arrange", "tab")
	m.Do(History(), "history.expand", "space")
	over, ok := m.Top().(*HistoryScreen)
	if !ok || over == under || len(over.past) == 0 {
		t.Fatalf("%T, %d changes", m.Top(), len(over.past))
	}
	m.Run(m.Screens[1].Follow(m))
	n := len(over.past)
	over.asked, over.reading, under.reading = under.asked, true, true
	late := historyMsg{of: under, asked: under.asked, done: true}
	if _, mine := over.Answer(m, late); mine || !over.reading || len(over.past) != n {
		t.Error("the record's history took what the whole history had asked for")
	}
	if _, mine := under.Answer(m, late); !mine || under.reading {
		t.Error("the whole history did not take its own")
	}
}

// What is open is read again when something was done: a step of an earlier minute that was taken back, then overtaken, says so.
func TestAnOpenMinuteIsReadAgain(t *testing.T) {
	t.Parallel()
	m := screentest.Open(t, text.ZH)
	f := form.ByID("patent")
	row := patents(t, m, "专利")[0]
	apply(t, m, text.Pair{}, entry.Edit{Form: f, Row: row, Field: "title", Typed: "甲"})
	apply(t, m, text.Pair{}, entry.Edit{Form: f, Row: row, Field: "title", Typed: "乙"})
	m.Clock = m.Clock.Add(time.Minute)
	s := open(m, NewHistory(nil))
	if n := len(s.minutes[0].entries); n != 2 {
		t.Fatalf("%d entries are open", n)
	}
	if _, err := m.Opened.Undo(); err != nil {
		t.Fatal(err)
	}
	m.Clock = m.Clock.Add(time.Minute)
	apply(t, m, text.Pair{}, entry.Edit{Form: form.ByID("award"), Row: -1, Field: "achievement_title", Typed: "丙"})
	m.Run(s.Follow(m))
	old := s.minutes[2] // after the award, and the taking back
	if len(old.entries) != 2 || !old.entries[0].Dropped || old.entries[1].Dropped {
		t.Errorf("the minute before says %+v", old)
	}
	if frame, _ := m.Frame(120, 30, s.Draw); !strings.Contains(frame, text.TuiHistDropped.ZH) {
		t.Error(frame)
	}
}

// What was overtaken is brought back by whoever opened the history, once that is agreed to; what is there is not.
func TestAStepIsBroughtBack(t *testing.T) {
	t.Parallel()
	m := screentest.Open(t, text.ZH)
	patents(t, m, "甲", "乙")
	if _, err := m.Opened.Undo(); err != nil {
		t.Fatal(err)
	}
	patents(t, m, "丙")
	var brought []int64
	s := open(m, NewHistory(func(step int64) tea.Cmd { brought = append(brought, step); return nil }))
	m.Do(History(), "history.revive", "r")
	if len(m.Layers) != 0 {
		t.Fatal("the newest step is there, and is asked about")
	}
	for i, r := range s.rows {
		if r.kind == rowStep && r.e.Dropped && r.e.Kind == "do" {
			s.list.At = i
		}
	}
	for _, agreed := range []string{"esc", "enter"} {
		m.Do(History(), "history.revive", "r")
		m.Layers[0].Key(m, map[string]tea.KeyPressMsg{"esc": {Code: tea.KeyEscape}, "enter": {Code: tea.KeyEnter}}[agreed])
		m.Layers = nil
		if want := kit.Btoi(agreed == "enter"); len(brought) != want {
			t.Fatalf("after %s %d steps were brought back", agreed, len(brought))
		}
	}
	if brought[0] != s.current().Step {
		t.Errorf("step %d, not %d", brought[0], s.current().Step)
	}
}

// What is open stays open when more is done, and what is on the screen is read a page at a time.
func TestHistoryIsReadInPages(t *testing.T) {
	t.Parallel()
	m := screentest.Open(t, text.ZH)
	patent := patents(t, m, "专利")[0]
	line := apply(t, m, text.Pair{}, entry.Edit{Form: form.ByID("spend"), Row: -1, Field: "amount", Typed: "1"}).Rows[0]
	for i := range 2*historyMinutes + 40 {
		f, row, id, typed := form.ByID("spend"), line, "amount", fmt.Sprint(i+2)
		if i%2 == 1 {
			f, row, id, typed = form.ByID("patent"), patent, "title", fmt.Sprint("名称", i)
		}
		if _, err := m.Opened.Put(f, row, id, typed); err != nil {
			t.Fatal(err)
		}
	}
	big := make([]entry.Edit, 2*historyPage)
	for i := range big {
		big[i] = entry.Edit{Form: form.ByID("spend"), Row: int64(-1 - i), Field: "amount", Typed: fmt.Sprint(i + 1)}
	}
	apply(t, m, text.Pair{}, big...)
	s := open(m, NewHistory(nil))
	if s.whole || len(s.minutes) > historyMinutes+1 {
		t.Fatalf("%d minutes were read at once", len(s.minutes))
	}
	m.Do(History(), "history.expand", "space")
	if n := len(s.minutes[0].entries); n != historyPage {
		t.Fatalf("%d entries of a step were read at once", n)
	}
	for range 40 {
		m.Do(History(), "history.move", "pgdown")
		m.Frame(120, 31, s.Draw)
	}
	if n := len(s.minutes[0].entries); n != s.minutes[0].Entries || n < 2*historyPage {
		t.Fatalf("%d of %d entries", n, s.minutes[0].Entries)
	}
	for range 4 {
		m.Do(History(), "history.move", "end")
	}
	if !s.whole || len(s.minutes) < 2*historyMinutes+40 {
		t.Fatalf("%d minutes, whole: %v", len(s.minutes), s.whole)
	}
	seen := map[int64]bool{}
	for _, x := range s.minutes {
		if seen[x.Head.Seq] {
			t.Fatal("a minute stands twice:", x.Head.Seq)
		}
		seen[x.Head.Seq] = true
	}
}
