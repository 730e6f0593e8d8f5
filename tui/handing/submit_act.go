package handing

import (
	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/mending"
	"yice/tui/screen"
	"yice/tui/trusting"
)

// InSubmit is sealing the year.
var InSubmit = &screen.Place{ID: "submit", Title: text.TuiPlaceSubmit, For: text.TuiForSubmit, Met: 230, Common: true, Opener: "submit"}

// Submit declares it.
func Submit() screen.Declaration {
	return screen.Declaration{Places: []*screen.Place{InSubmit}, Actions: []screen.Action{
		{
			ID: "submit.act", Title: text.TuiSubAct, Foot: text.TuiFootAct, Keys: []string{"enter"}, Where: InSubmit, Rank: 1,
			Do: screen.On(func(m screen.Desk, s *SubmitScreen, _ string) tea.Cmd { return s.act(m) }),
		},
		{
			ID: "submit.seal", Title: text.TuiSubGo, Foot: text.TuiFootSeal, Keys: []string{"f6"}, Where: InSubmit, Rank: 2,
			On: func(m screen.Desk) bool { return !m.Standing().Locked },
			Do: screen.On(func(m screen.Desk, s *SubmitScreen, _ string) tea.Cmd { return s.askSeal(m) }),
		},
		{
			ID: "submit.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InSubmit,
			Do: screen.On(func(_ screen.Desk, s *SubmitScreen, key string) tea.Cmd { s.list.Move(key); return nil }),
		},
	}}
}

// act does what the line under the cursor is for.
func (s *SubmitScreen) act(m screen.Desk) tea.Cmd {
	if s.list.At >= len(s.rows) || s.work != nil {
		return nil
	}
	r := s.rows[s.list.At]
	switch r.kind {
	case rowPeriod:
		return s.nextPeriod(m)
	case rowNeed:
		return s.mend(m, s.needs[r.i].ID)
	case rowSign:
		s.sign(m, s.signs[r.i])
	case rowWithout:
		s.askWithout(m)
	case rowKey:
		take := func(path string) {
			s.KeyFile = path
			s.office.KeepSetting(settingKey, path)
		}
		make := kit.Option{Title: text.TuiKeyMake, Take: func() tea.Cmd { return trusting.AskNewKey(m, take) }}
		return s.chooseFile(m, text.TuiSubKeyTitle, text.TuiSubKeyHint, text.TuiSubNoKey, privateKeys, take, make)
	case rowTo:
		return s.chooseFile(m, text.TuiSubToTitle, text.TuiSubToHint, text.TuiSubNoTo, publicKeys, func(path string) { s.To = path })
	case rowOut:
		return s.askOut(m)
	case rowEvidence:
		s.evidence = !s.evidence
		if s.evidence {
			return s.countEvidence(m)
		}
	case rowSeal:
		return s.askSeal(m)
	case rowReopen:
		s.askReopen(m)
	case rowNext:
		return m.Act(screen.ToYearAfter)
	case rowMade:
		s.receipt = &s.made[r.i]
	case rowReceipt:
		s.no = 0 // what comes is read anew
		return m.Act(screen.ToReceive)
	}
	return nil
}

// countEvidence looks, off the frame, what would travel along.
func (s *SubmitScreen) countEvidence(m screen.Desk) tea.Cmd {
	s.along = nil
	ctx, session := m.Context(), m.Session()
	return screen.Later(func() screen.Do {
		total, err := session.EvidenceTotal(ctx)
		return func() tea.Cmd {
			if err != nil {
				m.Say(screen.Bad, kit.Sentence(err))
				return nil
			}
			s.along = &total
			return nil
		}
	})
}

// alongSay says what would travel along.
func (s *SubmitScreen) alongSay() (say text.Pair, whole bool) {
	t := s.along
	switch {
	case t == nil:
		return text.TuiSubYes, true
	case len(t.Missing) > 0:
		return text.TuiSubAlongGone.With(len(t.Missing), t.Missing[0].Name), false
	case t.Files == 0:
		return text.TuiSubAlongNone, true
	}
	return text.TuiSubAlong.With(t.Files, kit.BytesOf(t.Bytes)), true
}

// nextPeriod takes the next of what can be handed in: the year, and its quarters one after the other.
func (s *SubmitScreen) nextPeriod(m screen.Desk) tea.Cmd {
	s.period.Quarter = (s.period.Quarter + 1) % 5
	s.Out, s.receipt = "", nil
	return s.ask(m)
}

// mend goes where a condition can be met.
func (s *SubmitScreen) mend(m screen.Desk, id string) tea.Cmd {
	only := mending.All
	switch id {
	case "must":
		only = mending.MustMend
	case "verify":
		only = mending.Unanswered
	case "pack", "issued":
		return m.Act(screen.ToPolicy)
	case "period":
		return m.GoTo(form.ByID("annual"), 0, "as_of")
	default:
		return nil
	}
	return m.Push(mending.NewChecks(s.office, only))
}

// MadeHere is the submission under the cursor, else the one just made; nil where there is none.
func (s *SubmitScreen) MadeHere() *filing.Receipt {
	if s.list.At < len(s.rows) && s.rows[s.list.At].kind == rowMade {
		return &s.made[s.rows[s.list.At].i]
	}
	if s.receipt == nil && len(s.made) > 0 {
		return &s.made[len(s.made)-1]
	}
	return s.receipt
}
