package regulator

import (
	"context"
	"path/filepath"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"

	"yice/filing/registry"
	"yice/seal"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// What is done to a registry from its screen: each asks what it needs, and goes on beside the screen.

func (s *RegistryScreen) askTake(m screen.Desk, typed string, wrong text.Pair) tea.Cmd {
	return kit.AskPathAgain(m, text.TuiReg, text.TuiRegTakeAsk, typed, wrong, kit.PathWant{Folder: true}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, s.take(m, path, nil, func(err error) tea.Cmd { return s.askTake(m, typed, kit.Sentence(err)) })
	})
}

// take takes files in; where some are encrypted it asks for the key, and takes those.
func (s *RegistryScreen) take(m screen.Desk, path string, key func() (*seal.Key, error), failed func(err error) tea.Cmd) tea.Cmd {
	var taken *registry.Taken
	return s.doOr(m, text.TuiRegTaking, func(ctx context.Context, w *kit.Work) (text.Pair, error) {
		var err error
		o := registry.TakeOptions{OpenKey: key, Progress: func(done, of int) { w.At(int64(done), int64(of)) }}
		if taken, err = s.r.Take(ctx, []string{path}, o); err != nil {
			return text.Pair{}, err
		}
		return text.TuiRegTaken.With(taken.Taken, taken.Skipped, len(taken.Refused)), nil
	}, func() tea.Cmd {
		if taken == nil {
			return nil
		}
		return s.tellReturned(m, path, taken, key != nil)
	}, failed)
}

// tellReturned tells which files came back and why, or asks for the key of those that are encrypted.
func (s *RegistryScreen) tellReturned(m screen.Desk, path string, taken *registry.Taken, asked bool) tea.Cmd {
	var lines []string
	for _, f := range taken.Refused {
		lines = append(lines, f.File+"  "+f.Say.In(m.Lang()))
	}
	if locked := taken.Locked(); locked > 0 && !asked {
		return s.askOpen(m, path, locked, "", text.Pair{})
	}
	if len(lines) > 0 {
		kit.Refuse(m, text.TuiRegReturned, text.TuiFailed.With(strings.Join(lines, "\n")))
	}
	return nil
}

// askOpen asks for the key that opens what is encrypted, and takes it in.
func (s *RegistryScreen) askOpen(m screen.Desk, path string, locked int, typed string, wrong text.Pair) tea.Cmd {
	return kit.AskPathAgain(m, text.TuiRegTaking, text.TuiRegLocked.With(locked), typed, wrong, kit.PathWant{Ext: []string{".pem"}}, func(typed string) (text.Pair, tea.Cmd) {
		file := kit.Expand(typed)
		if file == "" {
			return text.TuiPathEmpty, nil
		}
		m.Open(kit.NewSecret(text.TuiRegTaking, text.TuiSubPass.With(filepath.Base(file)), func(typed string) tea.Cmd {
			open := sync.OnceValues(func() (*seal.Key, error) { return seal.ReadKey(file, func() (string, error) { return typed, nil }) })
			return s.take(m, path, open, func(err error) tea.Cmd { return s.askOpen(m, path, locked, file, kit.Sentence(err)) })
		}))
		return text.Pair{}, nil
	})
}

func (s *RegistryScreen) askDecide(m screen.Desk, typed string, wrong text.Pair) tea.Cmd {
	return kit.AskPathAgain(m, text.TuiReg, text.TuiRegDecideAsk, typed, wrong, kit.PathWant{Ext: []string{".zip"}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, s.do(m, text.TuiRegDecide, func(ctx context.Context, _ *kit.Work) (text.Pair, error) {
			d, err := s.r.Decide(ctx, path, registry.TakeOptions{})
			if err != nil {
				return text.Pair{}, err
			}
			return text.TuiRegDecided.With(d.Decisions, d.Measured, len(d.Changes)), nil
		}, func(wrong text.Pair) tea.Cmd { return s.askDecide(m, typed, wrong) })
	})
}

// award gives a double claim to the side of a number.
func (s *RegistryScreen) award(m screen.Desk, side int, typed string, wrong text.Pair) tea.Cmd {
	if s.list.At >= len(s.got.claims) || side >= len(s.got.claims[s.list.At].Sides) {
		return nil
	}
	c := s.got.claims[s.list.At]
	to := c.Sides[side]
	if typed == "" {
		typed = c.Why
	}
	m.Open(kit.NewInput(text.TuiRegClaims, text.TuiRegAwardWhy.With(to.Name), typed, func(why string) (text.Pair, tea.Cmd) {
		if strings.TrimSpace(why) == "" {
			return text.TuiAnswerEmpty, nil
		}
		return text.Pair{}, s.do(m, text.TuiRegClaims, func(ctx context.Context, _ *kit.Work) (text.Pair, error) {
			d, err := s.r.Award(ctx, c.ID, to.USCC, why, registry.TakeOptions{})
			if err != nil {
				return text.Pair{}, err
			}
			return text.TuiRegAwarded.With(to.Name, len(d.Changes)), nil
		}, func(wrong text.Pair) tea.Cmd { return s.award(m, side, why, wrong) })
	}).Again(wrong))
	return nil
}

// adjust gives points to the line under the cursor, or takes them.
func (s *RegistryScreen) adjust(m screen.Desk, typed string, wrong text.Pair) tea.Cmd {
	lines := s.one.Scored()
	if s.line.At >= len(lines) {
		return nil
	}
	l, uscc := lines[s.line.At], s.one.USCC
	return s.adjustLine(m, l, uscc, typed, wrong)
}

func (s *RegistryScreen) adjustLine(m screen.Desk, l registry.Line, uscc, typed string, wrong text.Pair) tea.Cmd {
	m.Open(kit.NewInput(text.TuiFootAdjust, text.TuiRegAdjustAsk.With(l.Says), typed, func(typed string) (text.Pair, tea.Cmd) {
		points, basis, ok := strings.Cut(strings.TrimSpace(typed), " ")
		if !ok {
			return text.TuiRegAdjustWrong, nil
		}
		return text.Pair{}, s.do(m, text.TuiRegAdjust, func(ctx context.Context, _ *kit.Work) (text.Pair, error) {
			a, err := s.r.Adjust(ctx, uscc, l.ID, points, basis)
			return text.TuiRegAdjusted.With(a.Points), err
		}, func(wrong text.Pair) tea.Cmd { return s.adjustLine(m, l, uscc, typed, wrong) })
	}).Again(wrong))
	return nil
}

func (s *RegistryScreen) askClose(m screen.Desk, typed string, wrong text.Pair) tea.Cmd {
	y := s.got.Year
	if y.Closed {
		m.Open(kit.NewInput(text.TuiReg, text.TuiRegReopenWhy.With(y.Year), typed, func(why string) (text.Pair, tea.Cmd) {
			if strings.TrimSpace(why) == "" {
				return text.TuiAnswerEmpty, nil
			}
			return text.Pair{}, s.do(m, text.TuiRegClose, func(ctx context.Context, _ *kit.Work) (text.Pair, error) {
				return text.TuiRegReopened, s.r.Reopen(ctx, why)
			}, func(wrong text.Pair) tea.Cmd { return s.askClose(m, why, wrong) })
		}).Again(wrong))
		return nil
	}
	say := text.TuiRegCloseAsk.With(y.Year, s.got.In, s.got.None+s.got.Void)
	if n := s.unsigned(); n > 0 {
		say = text.TuiRegCloseUnsigned.With(say, n)
	}
	m.Open(kit.NewAsk(text.TuiFootClose, say, func(yes bool) tea.Cmd {
		if !yes {
			return nil
		}
		return s.do(m, text.TuiRegClose, func(ctx context.Context, _ *kit.Work) (text.Pair, error) {
			if _, err := s.r.CloseYear(ctx); err != nil {
				return text.Pair{}, err
			}
			h, err := s.r.Head(ctx)
			return text.TuiRegClosed.With(y.Year, h.Hash[:min(len(h.Hash), 16)]), err
		}, nil)
	}))
	return nil
}

func (s *RegistryScreen) askPapers(m screen.Desk, to string, wrong text.Pair) tea.Cmd {
	if to == "" {
		to = s.r.Beside("-papers")
	}
	return kit.AskPathAgain(m, text.TuiFootPapers, text.TuiRegPapersAsk, to, wrong, kit.PathWant{Save: true, Folder: true}, func(typed string) (text.Pair, tea.Cmd) {
		dir := kit.Expand(typed)
		if dir == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, s.do(m, text.TuiRegPapers, func(ctx context.Context, _ *kit.Work) (text.Pair, error) {
			files, err := s.r.Notices(ctx, dir)
			return text.TuiRegPapersDone.With(len(files), dir), err
		}, func(wrong text.Pair) tea.Cmd { return s.askPapers(m, typed, wrong) })
	})
}
