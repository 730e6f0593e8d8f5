package rooms_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/returns"
	"yice/store"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
	"yice/tui/screen/screentest"
	"yice/tui/statutory"
)

// year is the year that is open, and what was asked of it.
type year struct {
	s      *entry.Session
	opened []int
}

func (y *year) WriteInTurn(turn func(*entry.Session) (entry.Edit, text.Pair, error)) tea.Cmd {
	return func() tea.Msg {
		e, label, err := turn(y.s)
		if err == nil {
			_, err = y.s.Apply(label, []entry.Edit{e})
		}
		return err
	}
}

func (y *year) OpenYearAt(_ string, year int, then screen.Do) tea.Cmd {
	y.opened = append(y.opened, year)
	return then()
}

// opened is a desk with an enterprise whose figures of the year before are known.
func opened(t *testing.T, lang text.Lang) (*screentest.Desk, *year) {
	t.Helper()
	m := screentest.New(lang)
	now := func() time.Time { return m.Clock }
	w, err := store.Create(filepath.Join(t.TempDir(), "a.yice"), store.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	for _, of := range []int{2022, 2023} {
		s, err := entry.Open(w, "91150200MA0BT0013C", of, entry.Options{Who: "示例丙", Now: now, Create: true})
		if err != nil {
			t.Fatal(err)
		}
		ledger := form.ByID("spend")
		if _, err := s.Apply(text.Pair{}, []entry.Edit{
			{Form: ledger, Row: -1, Field: "date", Typed: map[int]string{2022: "2022-03-01", 2023: "2023-03-01"}[of]},
			{Form: ledger, Row: -1, Field: "amount", Typed: "12345.67"},
			{Form: ledger, Row: -1, Field: "treatment", Typed: form.Expensed},
			{Form: ledger, Row: -1, Field: "category", Typed: "设计"},
		}); err != nil {
			t.Fatal(err)
		}
		m.Opened = s
	}
	m.Stand.Year, m.Stand.USCC = 2023, "91150200MA0BT0013C"
	return m, &year{s: m.Opened}
}

// do does what a declared action does, as the shell would, and gives the screen what comes of it.
func do(t *testing.T, m *screentest.Desk, declared screen.Declaration, id, key string) {
	t.Helper()
	for _, a := range declared.Actions {
		if a.ID == id {
			if a.Now(m) {
				runOfStatutory(t, m, a.Do(m, key))
			}
			return
		}
	}
	t.Fatal("there is no " + id)
}

func runOfStatutory(t *testing.T, m *screentest.Desk, cmd tea.Cmd) {
	t.Helper()
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case error:
		t.Fatal(msg)
	default:
		m.Top().Answer(m, msg)
	}
}

// The list says of every return how it stands, and what is ticked is written of the card as it is then.
func TestTheListOfReturns(t *testing.T) {
	t.Parallel()
	for _, lang := range []text.Lang{text.ZH, text.EN} {
		m, y := opened(t, lang)
		runOfStatutory(t, m, m.Push(statutory.NewReturns(y)))
		for _, size := range [][2]int{{200, 50}, {80, 20}, {20, 6}} {
			frame, _ := m.Frame(size[0], size[1], m.Top().Draw)
			if size[0] > 20 && !strings.Contains(frame, returns.All()[0].Title.In(lang)) {
				t.Errorf("%v:\n%s", size, frame)
			}
		}
		concern := func() bool {
			var card *form.Record
			if rows := m.Opened.Records(form.ByID("enterprise")); len(rows) > 0 {
				card = rows[0]
			}
			return returns.ConcernsOf(card).Has(returns.All()[0].ID)
		}
		before := concern()
		do(t, m, statutory.Returns(), "returns.concern", "space")
		if concern() == before {
			t.Error("the tick was not written")
		}
		m.Stand.Locked = true
		do(t, m, statutory.Returns(), "returns.concern", "space")
		if concern() == before || len(m.Said) != 1 || m.Said[0] != text.TuiSealedNoEdit {
			t.Errorf("in a sealed year: %v", m.Said)
		}
	}
}

// Every return is laid out where the year has nothing of what it is a table of, while the checks have something to say.
func TestAReturnOfNothing(t *testing.T) {
	t.Parallel()
	m, y := opened(t, text.ZH)
	m.Stand.Findings = []form.Finding{{Check: "annual.required", Form: "annual", Field: "revenue", Severity: form.Must}}
	empty := 0
	for _, of := range returns.All() {
		p := statutory.NewPaper(y, of)
		runOfStatutory(t, m, m.Push(p))
		if len(p.Table().Slices) == 0 {
			empty++
		}
		if frame, _ := m.Frame(80, 20, p.Draw); strings.TrimSpace(frame) == "" {
			t.Errorf("%s is drawn as nothing", of.ID)
		}
	}
	if empty == 0 {
		t.Error("no return is a table of nothing here: nothing was tried")
	}
}

// What a figure is made of is opened in its own year: that of last year's only once that year was agreed to.
func TestAFigureOpensWhatIsBehindIt(t *testing.T) {
	t.Parallel()
	m, y := opened(t, text.ZH)
	runOfStatutory(t, m, m.Push(statutory.NewReturns(y)))
	var of *returns.Return
	for _, r := range returns.All() {
		if r.ID == "107-2" {
			of = r
		}
	}
	p := statutory.NewPaper(y, of)
	if frame, _ := m.Frame(80, 20, p.Draw); !strings.Contains(frame, text.TuiReturnReading.ZH) {
		t.Errorf("before it was read:\n%s", frame)
	}
	runOfStatutory(t, m, m.Push(p))
	row := -1
	p.Cells(func(r, _ int, slice *returns.Slice, line *returns.Line) {
		if b, ok := p.Table().Behind(slice, line); ok && b.Form == "spend" && p.Table().Exact(slice, line).Exact == 12345_67 && row < 0 {
			row = r
		}
	})
	if row < 0 {
		t.Fatal("no figure of the ledger is on it")
	}
	p.GoTo(row, 0)
	do(t, m, statutory.Paper(), "paper.behind", "enter")
	if len(m.Tables) != 1 || len(y.opened) != 0 {
		t.Fatalf("%v tables, years %v", m.Tables, y.opened)
	}
	do(t, m, statutory.Paper(), "paper.move", "right")
	do(t, m, statutory.Paper(), "paper.behind", "enter")
	if len(m.Layers) != 1 || len(m.Tables) != 1 {
		t.Fatalf("%d dialogs, %v", len(m.Layers), m.Said)
	}
	ask := m.Layers[0].(*kit.Ask)
	ask.Key(m, tea.KeyPressMsg{Code: 'n', Text: "n"})
	if len(y.opened) != 0 {
		t.Fatal("a year was opened that was not agreed to")
	}
	ask.Key(m, tea.KeyPressMsg{Code: tea.KeyEnter})
	if len(y.opened) != 1 || y.opened[0] != 2022 || len(m.Tables) != 2 {
		t.Errorf("years %v, %d tables", y.opened, len(m.Tables))
	}
	for _, size := range [][2]int{{200, 50}, {112, 30}, {80, 20}, {20, 6}} {
		m.Frame(size[0], size[1], p.Draw)
	}
}
