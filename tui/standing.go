package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/scoring"
	"yice/text"
)

// standing is how the enterprise stands, taken from the session off the frame: what the header, the strip and the
// overview draw. It is replaced whole, never changed in place, but for the last two members.
type standing struct {
	uscc, name, typ string
	year            int
	locked          bool
	packNote        text.Pair

	states                  []entry.FormState
	findings                []form.Finding
	must, verify, explained int

	facts  *scoring.Facts // new ones wherever data or pack changed
	sheet  *scoring.Sheet
	totals scoring.Totals
	months [13]int64
	spent  int64
	// spentBefore is the year before's, nil where it is not known.
	spentBefore *int64
	// outside says what of the ledger is not dated in the year and so in no figure, unfilled what its lines do not say;
	// empty where there is nothing to say.
	outside    text.Pair
	unfilled   []text.Pair
	notCounted scoring.Blank
	undo, redo text.Pair

	no      int // counts standings
	steps   []scoring.Step
	savedAt time.Time
	moved   entry.Outcome // what the last write did to the score
}

func takeStanding(s *entry.Session) standing {
	st := standing{year: s.Year(), locked: s.Locked(), packNote: text.OnScreen(s.PackNote())}
	st.uscc, st.name, st.typ = s.Enterprise()
	st.states = s.States()
	st.findings = s.Findings()
	st.must, st.verify, st.explained = s.Counts()
	if st.sheet = s.Sheet(); st.sheet != nil {
		st.totals = s.Totals()
	}
	if f := s.Facts(); f != nil {
		st.facts = f
		st.months = f.Ledger.ByMonth
		st.spent = f.Ledger.Total()
		st.outside, st.notCounted = f.Ledger.SayOutside(st.year), f.Ledger.Outside
		if after := f.Ledger.SayAfter(st.year, f.Through()); !after.Empty() {
			st.unfilled = append(st.unfilled, after)
		}
		for _, u := range f.Ledger.Unfilled() {
			st.unfilled = append(st.unfilled, u.Say())
		}
		if f.Prev != nil {
			before := f.Prev.Total()
			st.spentBefore = &before
		}
	}
	if l, ok := s.CanUndo(); ok {
		st.undo = l
	}
	if l, ok := s.CanRedo(); ok {
		st.redo = l
	}
	return st
}

// of gives the findings of a form by row.
func (st *standing) of(f *form.Form) map[int64][]form.Finding {
	out := map[int64][]form.Finding{}
	for _, x := range st.findings {
		if x.Form == f.ID {
			out[x.Row] = append(out[x.Row], x)
		}
	}
	return out
}

// standingMsg is how things stand now.
type standingMsg struct{ standing }

// stands takes a new standing, tells the screens, and asks for the next steps once things have been quiet for a moment.
func (m *Root) stands(msg standingMsg) tea.Cmd {
	old := m.stand
	m.stand = msg.standing
	m.stand.no = old.no + 1
	m.stand.steps, m.stand.savedAt, m.stand.moved = old.steps, old.savedAt, old.moved
	// What a write moved it says itself. An import, a recognition, another pack say nothing of the kind: what they moved is
	// the difference.
	if old.facts != nil && old.facts != m.stand.facts && !m.told {
		m.stand.moved = entry.Outcome{Seq: 1, Before: old.totals, After: m.stand.totals}
	}
	m.told = false
	no := m.stand.no
	cmds := []tea.Cmd{tea.Tick(m.quiet, func(time.Time) tea.Msg {
		return doMsg(func(m *Root) tea.Cmd { return m.askSteps(no) })
	})}
	for _, s := range m.stack {
		cmds = append(cmds, s.follow(m))
	}
	return tea.Batch(cmds...)
}

// stepsMsg is the list of next steps for a standing.
type stepsMsg struct {
	no    int
	steps []scoring.Step
}

func (m *Root) askSteps(no int) tea.Cmd {
	if m.desk == nil || no != m.stand.no || m.stepsFor == no || m.stand.sheet == nil {
		return nil
	}
	m.stepsFor = no
	s := m.desk.s
	return func() tea.Msg { return stepsMsg{no, s.NextSteps()} }
}

func (m *Root) stepped(msg stepsMsg) tea.Cmd {
	if msg.no == m.stepsFor {
		m.stand.steps = msg.steps
	}
	return nil
}
