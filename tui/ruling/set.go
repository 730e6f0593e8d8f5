package ruling

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/filing"
	"yice/scoring"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// set asks for a value and a reason, shows what it would make of the score, and keeps a new draft.
func (s *PolicyScreen) set(m screen.Desk) tea.Cmd {
	r := s.current()
	if r == nil || !r.Own {
		return nil
	}
	path, now := r.OwnPath(m.Standing().USCC), r.Now()
	say := text.TuiPolAskValue.With(r.Of, r.Name, text.Same(now), text.Same(m.Standing().Name))
	m.Open(kit.NewInput(text.TuiPolSetTitle, say, now, func(value string) (text.Pair, tea.Cmd) {
		value = strings.TrimSpace(value)
		if value == "" {
			return text.TuiAnswerEmpty, nil
		}
		// A first try with a stand-in reason tells at once what is wrong with the value.
		if _, err := draftWith(m, path, value, "-"); err != nil {
			return Wrong(err), nil
		}
		s.askGround(m, path, value)
		return text.Pair{}, nil
	}))
	return nil
}

func (s *PolicyScreen) askGround(m screen.Desk, path, value string) {
	m.Open(kit.NewInput(text.TuiPolSetTitle, text.TuiPolAskReason, "", func(reason string) (text.Pair, tea.Cmd) {
		if strings.TrimSpace(reason) == "" {
			return text.TuiAnswerEmpty, nil
		}
		pack, err := draftWith(m, path, value, strings.TrimSpace(reason))
		if err != nil {
			return Wrong(err), nil
		}
		s.askDraft(m, text.TuiPolSetTitle, pack)
		return text.Pair{}, nil
	}))
}

// draftWith gives the pack in force as a draft, with one parameter set for this enterprise.
func draftWith(m screen.Desk, path, value, reason string) (*scoring.Pack, error) {
	at := m.Standing()
	return m.Session().Pack().OwnDraft(scoring.Enterprise{USCC: at.USCC, Name: at.Name, Type: at.Type}, path, value, reason)
}

// Wrong says what is wrong with a pack, the first thing of many.
func Wrong(err error) text.Pair {
	var all scoring.PackErrors
	if errors.As(err, &all) && len(all) > 0 {
		return all[0].Say
	}
	return kit.Sentence(err)
}

func (s *PolicyScreen) unset(m screen.Desk) tea.Cmd {
	r := s.current()
	if r == nil || !r.Overridden() {
		return nil
	}
	uscc := m.Standing().USCC
	pack, err := m.Session().Pack().DefaultDraft(uscc, r.OwnPath(uscc))
	if err != nil {
		m.Say(screen.Bad, Wrong(err))
		return nil
	}
	s.askDraft(m, text.TuiPolUnset, pack)
	return nil
}

// askDraft shows what a draft would make of the score, and keeps it.
func (s *PolicyScreen) askDraft(m screen.Desk, title text.Pair, pack *scoring.Pack) {
	effect := text.TuiPolNoEffect
	if changes := scoring.Compare(m.Standing().Sheet, scoring.Evaluate(pack, m.Session().Facts())); len(changes) > 0 {
		effect = text.Pair{}
		for i, c := range changes {
			if i == 8 {
				break
			}
			say := c.Say()
			effect.ZH += say.ZH + "\n"
			effect.EN += say.EN + "\n"
		}
		effect.ZH, effect.EN = strings.TrimSpace(effect.ZH), strings.TrimSpace(effect.EN)
	}
	m.Open(kit.NewAsk(title, text.TuiPolConfirm.With(effect), func(yes bool) tea.Cmd {
		if !yes {
			return nil
		}
		said := text.TuiPolKept
		switch {
		case s.office.PackAsked():
			said = text.TuiPolKeptAsked
		case m.Session().Pack().Issued():
			said = text.TuiPolKeptIssued
		}
		return keepPack(m, pack, said)
	}))
}

// keepPack puts a draft into the workspace and reads everything by it.
func keepPack(m screen.Desk, pack *scoring.Pack, said text.Pair) tea.Cmd {
	ctx := m.Context()
	m.Say(screen.Good, said)
	return m.InLine(func(s *entry.Session) (screen.Do, error) { return nil, filing.KeepDraft(ctx, s, pack) })
}

func askNextPack(m screen.Desk) tea.Cmd {
	pack := m.Session().Pack()
	if pack == nil {
		m.Say(screen.Bad, m.Standing().PackNote)
		return nil
	}
	year := pack.Year + 1
	m.Open(kit.NewAsk(text.TuiPolNextTitle.With(year), text.TuiPolNextSay.With(year), func(yes bool) tea.Cmd {
		if !yes {
			return nil
		}
		next, err := pack.YearDraft(year)
		if err != nil {
			m.Say(screen.Bad, Wrong(err))
			return nil
		}
		return keepPack(m, next, text.TuiPolNextDone.With(year))
	}))
	return nil
}
