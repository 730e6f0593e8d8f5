package handing

import (
	"context"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/filing"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// Sealing: where to, asked once more, with which passphrase, and the file.

func (s *SubmitScreen) askOut(m screen.Desk) tea.Cmd {
	return kit.AskPath(m, text.TuiSubOutTitle, text.TuiSubOutSay, s.Out, kit.PathWant{Save: true, Ext: []string{".zip"}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		if !strings.EqualFold(filepath.Ext(path), ".zip") {
			path += ".zip"
		}
		s.Out = path
		s.office.KeepSetting(settingDir, filepath.Dir(path))
		return text.Pair{}, nil
	})
}

func (s *SubmitScreen) askReopen(m screen.Desk) {
	m.Open(kit.NewInput(text.TuiSubReopen, text.TuiSubWhy, "", func(typed string) (text.Pair, tea.Cmd) {
		if say, hollow := entry.Hollow(typed); hollow {
			return say, nil
		}
		return text.Pair{}, s.office.Await(func(session *entry.Session) error { return filing.Reopen(session, typed) }, text.TuiSubReopened)
	}))
}

// askSeal asks once more, then for the passphrase where the key has one.
func (s *SubmitScreen) askSeal(m screen.Desk) tea.Cmd {
	if n := s.blocked(); n > 0 {
		m.Say(screen.Bad, text.TuiSubBlocked.With(n))
		return nil
	}
	if s.work != nil || m.Standing().Locked {
		return nil
	}
	say, title := text.TuiSubGoSay.With(s.Out), text.TuiSubGoTitle.With(m.Standing().Year)
	if s.period.Quarterly() {
		say, title = text.TuiSubQuarterSay.With(s.Out), text.TuiSubQuarterTitle.With(s.period.Say())
	}
	if m.Standing().Sheet != nil && !m.Standing().Sheet.Official {
		say = text.Pair{ZH: say.ZH + "\n" + text.TuiSubNoDraft.ZH, EN: say.EN + "\n" + text.TuiSubNoDraft.EN}
	}
	if s.signaturesLack() {
		why := text.TuiSubWithoutGo.With(s.Unsigned)
		say = text.Pair{ZH: say.ZH + "\n" + why.ZH, EN: say.EN + "\n" + why.EN}
	}
	if s.KeyFile == "" {
		say = text.Pair{ZH: say.ZH + "\n" + text.TuiSubUnsigned.ZH, EN: say.EN + "\n" + text.TuiSubUnsigned.EN}
	}
	m.Open(kit.NewAsk(title, say, func(yes bool) tea.Cmd {
		if !yes {
			return nil
		}
		return s.unlock(m)
	}))
	return nil
}

// unlock asks for the passphrase of a key that has one, then seals.
func (s *SubmitScreen) unlock(m screen.Desk) tea.Cmd {
	key := s.KeyFile
	if key == "" {
		return s.seal(m, "")
	}
	return screen.Later(func() screen.Do {
		content, err := readSome(key)
		return func() tea.Cmd {
			if err != nil || !strings.Contains(content, "ENCRYPTED") {
				return s.seal(m, "")
			}
			m.Open(kit.NewSecret(text.TuiSubPassTitle, text.TuiSubPass.With(filepath.Base(key)), func(typed string) tea.Cmd { return s.seal(m, typed) }))
			return nil
		}
	})
}

// seal makes the file of what was keyed up to now, beside the keying, and locks the year in the writer's line. A change to
// the year meanwhile stops it.
func (s *SubmitScreen) seal(m screen.Desk, passphrase string) tea.Cmd {
	w := &kit.Work{Title: text.TuiTaskSeal, Note: text.TuiTaskSealing, Fragile: text.TuiTaskSealTouched, Counts: kit.CountsShares} // the ledger is read twice
	s.work, s.receipt = w, nil
	out, open, last := s.Out, m.Session(), s.office.InWriter()
	o := filing.SubmitOptions{
		Now: m.Now, Period: s.period, Key: s.KeyFile, Trust: s.office.TrustPath(), EncryptTo: s.To, Evidence: s.evidence, Unsigned: s.Unsigned,
		Passphrase: func() (string, error) { return passphrase, nil },
		Progress:   func(p text.Pair) { w.Say(p) }, Rows: func(done, of int64) { w.At(done, of) },
	}
	return s.office.BeginFrozen(w, func(ctx context.Context, session *entry.Session) (screen.Do, error) {
		if session.Frozen() {
			o.Last = last
		}
		receipt, err := filing.Submit(ctx, session, out, o)
		return func() tea.Cmd {
			s.work = nil
			if err == nil {
				s.receipt = &receipt
				m.Made(receipt.File, text.TuiSubDone.With(receipt.File))
			}
			if m.Session() != open {
				return nil
			}
			// The year may be locked now: the standing is taken anew behind it.
			return tea.Batch(m.InLine(func(*entry.Session) (screen.Do, error) { return nil, nil }), s.ask(m))
		}, err
	})
}
