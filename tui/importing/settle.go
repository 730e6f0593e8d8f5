package importing

import (
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/filing"
	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// What is settled last, before anything is written: totals that differ, what is there already, rows that cannot come in.

// askReason asks why totals may differ; an empty phrase is no reason.
func (s *Screen) askReason(m screen.Desk) tea.Cmd {
	var zh, en []string
	for _, d := range s.Plan.Result.Account.Differences {
		say := d.Say()
		if zh, en = append(zh, say.ZH), append(en, say.EN); len(zh) == 3 {
			break
		}
	}
	m.Open(kit.NewInput(text.TuiAskReason, text.Pair{ZH: strings.Join(zh, "\n"), EN: strings.Join(en, "\n")}, s.accept, func(typed string) (text.Pair, tea.Cmd) {
		if why, hollow := entry.Hollow(typed); hollow {
			return why, nil
		}
		s.accept = strings.TrimSpace(typed)
		return text.Pair{}, s.replan(m)
	}))
	return nil
}

// askMode asks whether the file, or its rows, take the place of what is there.
func (s *Screen) askMode(m screen.Desk) tea.Cmd {
	names := []text.Pair{text.TuiAskReplace, text.TuiAskBeside}
	if e := s.Plan.Replaces; e != nil && e.File == "" {
		names[0] = text.TuiAskSame
	}
	modes := []filing.ImportMode{filing.ModeReplace, filing.ModeAdd}
	c := s.pick(m, text.TuiAskMode, names, -1, func(m screen.Desk, i int) tea.Cmd {
		s.mode = modes[i]
		return s.replan(m)
	})
	return c
}

// askRefused asks what becomes of rows that cannot come in.
func (s *Screen) askRefused(m screen.Desk) tea.Cmd {
	if s.refused() == 0 {
		return nil
	}
	r := &s.Plan.Result
	var all []kit.Option
	first := r.Refused[0]
	if fd := s.form.Field(first.Field); fd != nil && fd.Kind == form.CodeKind && first.Value != "" {
		all = append(all, kit.Option{Title: text.TuiAskMeaning.With(paint.Safe(paint.Cut(first.Value, 24))), Take: func() tea.Cmd { return s.askMeaning(m, fd, first.Value) }})
	}
	all = append(all, kit.Option{Title: text.TuiAskGoodOnly.With(kit.Count(r.Added + r.Changed + r.Unchanged)), Take: func() tea.Cmd {
		s.goodRows = true
		s.arrange()
		if s.onward {
			return s.goOn(m)
		}
		return nil
	}}, kit.Option{Title: text.TuiAskLook, Take: func() tea.Cmd {
		s.onward = false
		s.toNext(m, true)
		return nil
	}}, kit.Option{Title: text.TuiAskSaveThem, Take: func() tea.Cmd { return s.askSave(m) }})
	kit.Choose(m, text.TuiAskRefTitle, all)
	return nil
}

// askSave asks where the refused rows go, and writes them in the background. It never writes over a file.
func (s *Screen) askSave(m screen.Desk) tea.Cmd {
	if s.refused() == 0 {
		m.Say(screen.Plain, text.TuiImpNoRefused)
		return nil
	}
	s.onward = false
	src, refused, lang := s.Source, s.Plan.Result.Refused, m.Lang().Written()
	return kit.AskPath(m, text.TuiImpSaveTitle, text.TuiImpSaveSay, s.base()+text.TuiImpSaveExt.In(lang), kit.PathWant{Save: true}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, func() tea.Msg {
			if _, err := os.Lstat(path); err == nil {
				return screen.Saying(m, screen.Bad, text.TuiImpExists)
			}
			if err := filing.SaveRefused(path, src, refused, lang); err != nil {
				return screen.Saying(m, screen.Bad, kit.Sentence(err))
			}
			return screen.Saying(m, screen.Good, text.TuiImpSavedBad.With(len(refused), path))
		}
	})
}
