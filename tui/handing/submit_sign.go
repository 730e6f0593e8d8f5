package handing

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/filing"
	"yice/seal"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
	"yice/tui/trusting"
)

// sign asks for a name, and writes the sign-off in the order of everything keyed.
func (s *SubmitScreen) sign(m screen.Desk, off entry.SignOff) {
	name := off.Name
	if name == "" {
		name = off.OnCard
	}
	m.Open(kit.NewInput(text.TuiSubSignTitle, text.TuiSubSignAsk.With(off.Role.Title()), name, func(typed string) (text.Pair, tea.Cmd) {
		name, date := nameAndDate(typed)
		if name == "" {
			return text.TuiAnswerEmpty, nil
		}
		return text.Pair{}, s.fit(m, off, entry.Signing{Role: off.Role, Name: name, Date: date})
	}))
}

// fit looks, off the frame, whether it can be given so; another name than the card's is asked about.
func (s *SubmitScreen) fit(m screen.Desk, off entry.SignOff, g entry.Signing) tea.Cmd {
	open := m.Session()
	return screen.Later(func() screen.Do {
		fitting, err := open.FitSignOff(g)
		return func() tea.Cmd {
			var f *text.Fault
			switch {
			case m.Session() != open:
				return nil
			case errors.As(err, &f) && f.Code == "entry.sign-other":
				say := text.TuiSubOther.With(off.Role.Title(), off.OnCard, fitting.Name)
				m.Open(kit.NewAsk(text.TuiSubOtherTitle, say, func(yes bool) tea.Cmd {
					if !yes {
						return nil
					}
					g.OtherName = true
					return s.how(m, g)
				}))
				return nil
			case err != nil:
				m.Say(screen.Bad, kit.Sentence(err))
				return nil
			}
			return s.how(m, g)
		}
	})
}

// how asks whether it is given by name and date alone, or with the person's own key over the data.
func (s *SubmitScreen) how(m screen.Desk, g entry.Signing) tea.Cmd {
	kit.Choose(m, text.TuiSubHow.With(g.Role.Title(), g.Name), []kit.Option{
		{Title: text.TuiSubTyped, Take: func() tea.Cmd { return s.give(m, g) }},
		{Title: text.TuiSubKeyed, Take: func() tea.Cmd {
			take := func(path string) {
				if path != "" {
					say := text.TuiSubSignPass.With(filepath.Base(path))
					m.Open(kit.NewSecret(text.TuiSubPassTitle, say, func(typed string) tea.Cmd { return s.prove(m, g, path, typed) }))
				}
			}
			make := kit.Option{Title: text.TuiKeyMake, Take: func() tea.Cmd { return trusting.AskNewKey(m, take) }}
			return s.chooseFile(m, text.TuiSubHow.With(g.Role.Title(), g.Name), text.TuiSubKeyedHint, text.TuiSubNotNow, privateKeys, take, make)
		}},
	})
	return nil
}

// prove has the key sign the data as it stands, beside the keying, and then gives the sign-off in the writer's line; a change
// meanwhile is told.
func (s *SubmitScreen) prove(m screen.Desk, g entry.Signing, path, passphrase string) tea.Cmd {
	w := &kit.Work{Title: text.TuiTaskSign, Note: text.TuiTaskSigning}
	open := m.Session()
	return s.office.BeginFrozen(w, func(ctx context.Context, session *entry.Session) (screen.Do, error) {
		key, err := seal.ReadKey(path, func() (string, error) { return passphrase, nil })
		if err != nil {
			return nil, err
		}
		proven, err := filing.Prove(ctx, session, g, key, w.At)
		return func() tea.Cmd {
			if err != nil || m.Session() != open {
				return nil
			}
			return s.give(m, proven)
		}, err
	})
}

// give writes a sign-off.
func (s *SubmitScreen) give(m screen.Desk, g entry.Signing) tea.Cmd {
	signed := text.TuiSubSigned
	if g.Proof != nil {
		signed = text.TuiSubProven
	}
	return s.office.Await(func(session *entry.Session) error { return session.GiveSignOff(g) }, signed.With(g.Role.Title(), g.Name))
}

// askWithout asks why the year is sealed although sign-offs are missing; an empty answer takes the reason back.
func (s *SubmitScreen) askWithout(m screen.Desk) {
	m.Open(kit.NewInput(text.TuiSubWithoutTitle, text.TuiSubWithoutAsk, s.Unsigned, func(typed string) (text.Pair, tea.Cmd) {
		typed = strings.TrimSpace(typed)
		if say, hollow := entry.Hollow(typed); hollow && typed != "" {
			return say, nil
		}
		s.Unsigned = typed
		s.arrange(m)
		return text.Pair{}, nil
	}))
}

// nameAndDate parts "张三 2024-01-15"; without a date it is today.
func nameAndDate(typed string) (name, date string) {
	words := strings.Fields(typed)
	if n := len(words); n > 1 && strings.ContainsAny(words[n-1][:1], "0123456789") {
		return strings.Join(words[:n-1], " "), words[n-1]
	}
	return strings.Join(words, " "), ""
}
