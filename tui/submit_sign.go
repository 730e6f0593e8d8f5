package tui

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
func (s *submitScreen) sign(m *Root, off entry.SignOff) {
	name := off.Name
	if name == "" {
		name = off.OnCard
	}
	m.open(kit.NewInput(text.TuiSubSignTitle, text.TuiSubSignAsk.With(off.Role.Title()), name, func(typed string) (text.Pair, tea.Cmd) {
		name, date := nameAndDate(typed)
		if name == "" {
			return text.TuiAnswerEmpty, nil
		}
		return text.Pair{}, s.fit(m, off, entry.Signing{Role: off.Role, Name: name, Date: date})
	}), false)
}

// fit looks, off the frame, whether it can be given so; another name than the card's is asked about.
func (s *submitScreen) fit(m *Root, off entry.SignOff, g entry.Signing) tea.Cmd {
	d := m.desk
	return later(func() func(m *Root) tea.Cmd {
		fitting, err := d.s.FitSignOff(g)
		return func(m *Root) tea.Cmd {
			var f *text.Fault
			switch {
			case m.desk != d:
				return nil
			case errors.As(err, &f) && f.Code == "entry.sign-other":
				say := text.TuiSubOther.With(off.Role.Title(), off.OnCard, fitting.Name)
				m.open(kit.NewAsk(text.TuiSubOtherTitle, say, func(yes bool) tea.Cmd {
					if !yes {
						return nil
					}
					g.OtherName = true
					return s.how(m, g)
				}), false)
				return nil
			case err != nil:
				m.say(screen.Bad, kit.Sentence(err))
				return nil
			}
			return s.how(m, g)
		}
	})
}

// how asks whether it is given by name and date alone, or with the person's own key over the data.
func (s *submitScreen) how(m *Root, g entry.Signing) tea.Cmd {
	kit.Choose(m, text.TuiSubHow.With(g.Role.Title(), g.Name), []kit.Option{
		{Title: text.TuiSubTyped, Take: func() tea.Cmd { return s.give(m, g) }},
		{Title: text.TuiSubKeyed, Take: func() tea.Cmd {
			take := func(m *Root, path string) {
				if path != "" {
					say := text.TuiSubSignPass.With(filepath.Base(path))
					m.open(kit.NewSecret(text.TuiSubPassTitle, say, func(typed string) tea.Cmd { return s.prove(m, g, path, typed) }), false)
				}
			}
			make := kit.Option{Title: text.TuiKeyMake, Take: func() tea.Cmd { return trusting.AskNewKey(m, func(path string) { take(m, path) }) }}
			return s.chooseFile(m, text.TuiSubHow.With(g.Role.Title(), g.Name), text.TuiSubKeyedHint, text.TuiSubNotNow, privateKeys, take, make)
		}},
	})
	return nil
}

// prove has the key sign the data as it stands, beside the keying, and then gives the sign-off in the writer's line; a change
// meanwhile is told.
func (s *submitScreen) prove(m *Root, g entry.Signing, path, passphrase string) tea.Cmd {
	t := &task{title: text.TuiTaskSign, note: text.TuiTaskSigning}
	d := m.desk
	return m.startFrozen(t, func(ctx context.Context, session *entry.Session) (func(m *Root) tea.Cmd, error) {
		key, err := seal.ReadKey(path, func() (string, error) { return passphrase, nil })
		if err != nil {
			return nil, err
		}
		proven, err := filing.Prove(ctx, session, g, key, t.At)
		return func(m *Root) tea.Cmd {
			if err != nil || m.desk != d {
				return nil
			}
			return s.give(m, proven)
		}, err
	})
}

// give writes a sign-off.
func (s *submitScreen) give(m *Root, g entry.Signing) tea.Cmd {
	signed := text.TuiSubSigned
	if g.Proof != nil {
		signed = text.TuiSubProven
	}
	return m.await(&job{do: func(session *entry.Session) (entry.Outcome, error) {
		return entry.Outcome{}, session.GiveSignOff(g)
	}}, reasoned, signed.With(g.Role.Title(), g.Name))
}

// askWithout asks why the year is sealed although sign-offs are missing; an empty answer takes the reason back.
func (s *submitScreen) askWithout(m *Root) {
	m.open(kit.NewInput(text.TuiSubWithoutTitle, text.TuiSubWithoutAsk, s.unsigned, func(typed string) (text.Pair, tea.Cmd) {
		typed = strings.TrimSpace(typed)
		if say, hollow := entry.Hollow(typed); hollow && typed != "" {
			return say, nil
		}
		s.unsigned = typed
		s.arrange(m)
		return text.Pair{}, nil
	}), false)
}

// nameAndDate parts "张三 2024-01-15"; without a date it is today.
func nameAndDate(typed string) (name, date string) {
	words := strings.Fields(typed)
	if n := len(words); n > 1 && strings.ContainsAny(words[n-1][:1], "0123456789") {
		return strings.Join(words[:n-1], " "), words[n-1]
	}
	return strings.Join(words, " "), ""
}
