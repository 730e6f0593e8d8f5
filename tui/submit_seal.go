package tui

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

func (s *submitScreen) askOut(m *Root) tea.Cmd {
	return kit.AskPath(m, text.TuiSubOutTitle, text.TuiSubOutSay, s.out, kit.PathWant{Save: true, Ext: []string{".zip"}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		if !strings.EqualFold(filepath.Ext(path), ".zip") {
			path += ".zip"
		}
		s.out = path
		m.keepSetting(settingDir, filepath.Dir(path))
		return text.Pair{}, nil
	})
}

func (s *submitScreen) askReopen(m *Root) {
	m.open(kit.NewInput(text.TuiSubReopen, text.TuiSubWhy, "", func(typed string) (text.Pair, tea.Cmd) {
		if say, hollow := entry.Hollow(typed); hollow {
			return say, nil
		}
		return text.Pair{}, m.await(&job{do: func(session *entry.Session) (entry.Outcome, error) {
			return entry.Outcome{}, filing.Reopen(session, typed)
		}}, reasoned, text.TuiSubReopened)
	}), false)
}

// askSeal asks once more, then for the passphrase where the key has one.
func (s *submitScreen) askSeal(m *Root) tea.Cmd {
	if n := s.blocked(); n > 0 {
		m.say(screen.Bad, text.TuiSubBlocked.With(n))
		return nil
	}
	if s.task != nil || m.stand.Locked {
		return nil
	}
	say, title := text.TuiSubGoSay.With(s.out), text.TuiSubGoTitle.With(m.stand.Year)
	if s.period.Quarterly() {
		say, title = text.TuiSubQuarterSay.With(s.out), text.TuiSubQuarterTitle.With(s.period.Say())
	}
	if m.stand.Sheet != nil && !m.stand.Sheet.Official {
		say = text.Pair{ZH: say.ZH + "\n" + text.TuiSubNoDraft.ZH, EN: say.EN + "\n" + text.TuiSubNoDraft.EN}
	}
	if s.signaturesLack() {
		why := text.TuiSubWithoutGo.With(s.unsigned)
		say = text.Pair{ZH: say.ZH + "\n" + why.ZH, EN: say.EN + "\n" + why.EN}
	}
	if s.keyFile == "" {
		say = text.Pair{ZH: say.ZH + "\n" + text.TuiSubUnsigned.ZH, EN: say.EN + "\n" + text.TuiSubUnsigned.EN}
	}
	m.open(kit.NewAsk(title, say, func(yes bool) tea.Cmd {
		if !yes {
			return nil
		}
		return s.unlock(m)
	}), false)
	return nil
}

// unlock asks for the passphrase of a key that has one, then seals.
func (s *submitScreen) unlock(m *Root) tea.Cmd {
	key := s.keyFile
	if key == "" {
		return s.seal(m, "")
	}
	return later(func() func(m *Root) tea.Cmd {
		content, err := readSome(key)
		return func(m *Root) tea.Cmd {
			if err != nil || !strings.Contains(content, "ENCRYPTED") {
				return s.seal(m, "")
			}
			m.open(kit.NewSecret(text.TuiSubPassTitle, text.TuiSubPass.With(filepath.Base(key)), func(typed string) tea.Cmd { return s.seal(m, typed) }), false)
			return nil
		}
	})
}

// seal makes the file of what was keyed up to now, beside the keying, and locks the year in the writer's line. A change to
// the year meanwhile stops it.
func (s *submitScreen) seal(m *Root, passphrase string) tea.Cmd {
	t := &task{title: text.TuiTaskSeal, note: text.TuiTaskSealing, fragile: text.TuiTaskSealTouched}
	t.Counts = kit.CountsShares // the ledger is read twice
	s.task, s.receipt = t, nil
	out, d := s.out, m.desk
	o := filing.SubmitOptions{
		Now: m.o.Now, Period: s.period, Key: s.keyFile, Trust: m.o.Trust, EncryptTo: s.to, Evidence: s.evidence, Unsigned: s.unsigned,
		Passphrase: func() (string, error) { return passphrase, nil },
		Progress:   t.Say, Rows: t.At,
	}
	return m.startFrozen(t, func(ctx context.Context, session *entry.Session) (func(m *Root) tea.Cmd, error) {
		if session.Frozen() {
			o.Last = func(seal func() error) error {
				return d.inLine(func(*entry.Session) error { return seal() })()
			}
		}
		receipt, err := filing.Submit(ctx, session, out, o)
		return func(m *Root) tea.Cmd {
			s.task = nil
			if err == nil {
				s.receipt = &receipt
				madeFile(receipt.File, text.TuiSubDone.With(receipt.File))(m)
			}
			if m.desk != d {
				return nil
			}
			return tea.Batch(m.restand(), s.ask(m))
		}, err
	})
}
