package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/scoring"
	"yice/tui/keying"
	"yice/tui/screen"
)

func takeStanding(s *entry.Session) screen.Standing {
	st := screen.Standing{Year: s.Year(), Locked: s.Locked(), PackNote: s.PackNote()}
	st.USCC, st.Name, st.Type = s.Enterprise()
	st.States = s.States()
	st.Findings = s.Findings()
	st.Must, st.Verify, st.Explained = s.Counts()
	st.MayVerify = s.DeepDue()
	if st.Sheet = s.Sheet(); st.Sheet != nil {
		st.Totals = s.Totals()
	}
	if f := s.Facts(); f != nil {
		st.Facts = f
		st.Months = f.Ledger.ByMonth
		st.Spent = f.Ledger.Total()
		for _, b := range [...]scoring.Blank{{Lines: f.Ledger.Lines, Amount: st.Spent}, f.Ledger.After, f.Ledger.Outside} {
			st.Ledger.Add(b.Lines, b.Amount)
		}
		st.Outside, st.NotCounted = f.Ledger.SayOutside(st.Year), f.Ledger.Outside
		if after := f.Ledger.SayAfter(st.Year, f.Through()); !after.Empty() {
			st.Unfilled = append(st.Unfilled, after)
		}
		for _, u := range f.Ledger.Unfilled() {
			st.Unfilled = append(st.Unfilled, u.Say())
		}
		if f.Prev != nil {
			before := f.Prev.Total()
			st.SpentBefore = &before
		}
	}
	if l, ok := s.CanUndo(); ok {
		st.Undo = l
	}
	if l, ok := s.CanRedo(); ok {
		st.Redo = l
	}
	return st
}

// standingMsg is how things stand now.
type standingMsg struct{ screen.Standing }

// stands takes a new standing, tells the screens, and asks for the next steps once things have been quiet for a moment.
func (m *Root) stands(msg standingMsg) tea.Cmd {
	old := m.stand
	m.stand = msg.Standing
	m.stand.No = old.No + 1
	if m.desk != nil {
		keying.CloseBatch(m, &m.desk.batch)
	}
	m.stand.Steps, m.stand.SavedAt, m.stand.Moved = old.Steps, old.SavedAt, old.Moved
	// What a write moved it says itself. An import, a recognition, another pack say nothing of the kind: what they moved is
	// the difference.
	if old.Facts != nil && old.Facts != m.stand.Facts && !m.told {
		m.stand.Moved = entry.Outcome{Seq: 1, Before: old.Totals, After: m.stand.Totals}
	}
	m.told = false
	no := m.stand.No
	cmds := []tea.Cmd{tea.Tick(m.quiet, func(time.Time) tea.Msg {
		return doMsg(func(m *Root) tea.Cmd { return m.askSteps(no) })
	})}
	for _, s := range m.stack {
		cmds = append(cmds, s.Follow(m))
	}
	return tea.Batch(cmds...)
}

// stepsMsg is the list of next steps for a standing.
type stepsMsg struct {
	no    int
	steps []scoring.Step
}

func (m *Root) askSteps(no int) tea.Cmd {
	if m.desk == nil || no != m.stand.No || m.stepsFor == no || m.stand.Sheet == nil {
		return nil
	}
	m.stepsFor = no
	s := m.desk.s
	return func() tea.Msg { return stepsMsg{no, s.NextSteps()} }
}

func (m *Root) stepped(msg stepsMsg) tea.Cmd {
	if msg.no == m.stepsFor {
		m.stand.Steps = msg.steps
	}
	return nil
}
