package tui

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/scoring"
	"yice/store"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// settlePath is the parameter's name for SetOverride.
func (s *policyScreen) settlePath(m *Root, r *policyRow) string {
	return strings.TrimPrefix(r.Path, "enterprise."+m.stand.USCC+".")
}

// set asks for a value and a reason, shows what it would make of the score, and keeps a new draft.
func (s *policyScreen) set(m *Root) tea.Cmd {
	r := s.current()
	switch {
	case r == nil:
		return nil
	case !r.settle:
		m.say(screen.Plain, text.TuiPolCannot)
		return nil
	}
	path, now := s.settlePath(m, r), r.Value
	if r.param != nil {
		now = text.Same(r.param.Text)
	}
	say := text.TuiPolAskValue.With(r.Of, r.Name, now, text.Same(m.stand.Name))
	m.open(kit.NewInput(text.TuiPolSetTitle, say, now.ZH, func(value string) (text.Pair, tea.Cmd) {
		value = strings.TrimSpace(value)
		if value == "" {
			return text.TuiAnswerEmpty, nil
		}
		// A first try with a stand-in reason tells at once what is wrong with the value.
		if _, err := m.draftWith(path, value, "-"); err != nil {
			return packWrong(err), nil
		}
		m.askGround(path, value)
		return text.Pair{}, nil
	}), false)
	return nil
}

func (m *Root) askGround(path, value string) {
	m.open(kit.NewInput(text.TuiPolSetTitle, text.TuiPolAskReason, "", func(reason string) (text.Pair, tea.Cmd) {
		if strings.TrimSpace(reason) == "" {
			return text.TuiAnswerEmpty, nil
		}
		source, err := m.draftWith(path, value, strings.TrimSpace(reason))
		if err != nil {
			return packWrong(err), nil
		}
		m.askDraft(text.TuiPolSetTitle, source)
		return text.Pair{}, nil
	}), false)
}

// draftWith gives the pack in force as a draft, with one parameter set for this enterprise.
func (m *Root) draftWith(path, value, reason string) ([]byte, error) {
	pack := m.desk.s.Pack()
	source, err := draftOf(pack)
	if err != nil {
		return nil, err
	}
	return scoring.SetOverride(source, scoring.Enterprise{USCC: m.stand.USCC, Name: m.stand.Name, Type: m.stand.Type}, path, value, reason)
}

// draftOf gives a pack's file as a draft: an issued one is never changed, its next version begins from it.
func draftOf(pack *scoring.Pack) ([]byte, error) {
	if pack.Issued() {
		return scoring.NewFrom(pack, pack.Year)
	}
	return pack.Source, nil
}

func packWrong(err error) text.Pair {
	var all scoring.PackErrors
	if errors.As(err, &all) && len(all) > 0 {
		return all[0].Say
	}
	return kit.Sentence(err)
}

func (s *policyScreen) unset(m *Root) tea.Cmd {
	r := s.current()
	if r == nil || r.param == nil || r.param.Basis != scoring.Override {
		return nil
	}
	source, err := draftOf(m.desk.s.Pack())
	if err == nil {
		source, err = scoring.RemoveOverride(source, m.stand.USCC, s.settlePath(m, r))
	}
	if err != nil {
		m.say(screen.Bad, packWrong(err))
		return nil
	}
	m.askDraft(text.TuiPolUnset, source)
	return nil
}

// askDraft shows what a draft would make of the score, and keeps it.
func (m *Root) askDraft(title text.Pair, source []byte) {
	pack, err := scoring.Load(source)
	if err != nil {
		m.say(screen.Bad, packWrong(err))
		return
	}
	effect := text.TuiPolNoEffect
	if changes := scoring.Compare(m.stand.Sheet, scoring.Evaluate(pack, m.desk.s.Facts())); len(changes) > 0 {
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
	m.open(kit.NewAsk(title, text.TuiPolConfirm.With(effect), func(yes bool) tea.Cmd {
		if !yes {
			return nil
		}
		said := text.TuiPolKept
		switch {
		case m.o.Pack != nil:
			said = text.TuiPolKeptAsked
		case m.desk.s.Pack().Issued():
			said = text.TuiPolKeptIssued
		}
		return m.keepPack(pack, said)
	}), false)
}

// keepPack puts a draft into the workspace and reads everything by it.
func (m *Root) keepPack(pack *scoring.Pack, said text.Pair) tea.Cmd {
	w, ctx := m.desk.w, m.ctx
	m.say(screen.Good, said)
	_, cmd := m.desk.enqueue(&job{do: func(s *entry.Session) (entry.Outcome, error) {
		file := store.PackFile{SHA256: pack.SHA256, Year: pack.Year, Status: pack.Status, Source: pack.Source}
		if err := w.AddPack(file); err != nil {
			return entry.Outcome{}, err
		}
		return entry.Outcome{}, s.Reload(ctx)
	}}, reasoned)
	return cmd
}

func (m *Root) askNextPack() tea.Cmd {
	pack := m.desk.s.Pack()
	if pack == nil {
		m.say(screen.Bad, m.stand.PackNote)
		return nil
	}
	year := pack.Year + 1
	m.open(kit.NewAsk(text.TuiPolNextTitle.With(year), text.TuiPolNextSay.With(year), func(yes bool) tea.Cmd {
		if !yes {
			return nil
		}
		source, err := scoring.NewFrom(pack, year)
		if err != nil {
			m.say(screen.Bad, packWrong(err))
			return nil
		}
		next, err := scoring.Load(source)
		if err != nil {
			m.say(screen.Bad, packWrong(err))
			return nil
		}
		return m.keepPack(next, text.TuiPolNextDone.With(year))
	}), false)
	return nil
}

// refuse tells why something was not done.
func (m *Root) refuse(title text.Pair, err error) {
	kit.Refuse(m, title, packWrong(err))
}
