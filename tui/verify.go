package tui

import (
	"context"
	"strings"

	"yice/filing"
	"yice/text"
	"yice/tui/beginning"
	"yice/tui/handing"
	"yice/tui/kit"
	"yice/tui/screen"

	tea "charm.land/bubbletea/v2"
)

// verifyActions ask for a submission and verify it, and what may be done where a verdict is shown.
func verifyActions() []Action {
	return []Action{
		{
			ID: "verdict.again", Title: text.TuiVerdictAgain, Foot: text.TuiVerdictAgain, Keys: []string{"enter"}, Where: handing.InVerdict, Rank: 2,
			Do: func(m *Root, _ string) tea.Cmd { return m.askVerify() },
		},
		{ID: "verdict.back", Title: text.TuiBack, Foot: text.TuiFootBack, Keys: []string{"esc"}, Where: handing.InVerdict, Rank: 9, Do: func(m *Root, _ string) tea.Cmd { return m.back() }},
		{ID: "page.make", Title: text.TuiPageMake, Where: screen.Anywhere.And(beginning.InStart), Do: func(m *Root, _ string) tea.Cmd { return m.askPage() }},
		{
			ID: "submit.verify", Title: text.TuiVerifyMade, Foot: text.TuiFootVerify, Keys: []string{"v"}, Where: handing.InSubmit, Rank: 4,
			On: func(m *Root) bool { s, ok := m.Top().(*handing.SubmitScreen); return ok && s.MadeHere() != nil },
			Do: on(func(m *Root, s *handing.SubmitScreen, _ string) tea.Cmd { return m.verify(s.MadeHere().File) }),
		},
		{ID: "verify", Title: text.TuiVerifyFile, Where: screen.Anywhere.And(beginning.InStart), Do: func(m *Root, _ string) tea.Cmd { return m.askVerify() }},
	}
}

// askVerify asks for a submission and verifies it.
func (m *Root) askVerify() tea.Cmd {
	return kit.AskPath(m, text.TuiVerifyFile, text.TuiVerifySay, "", kit.PathWant{Ext: []string{".zip"}}, func(typed string) (text.Pair, tea.Cmd) {
		if kit.Expand(typed) == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, m.verify(kit.Expand(typed))
	})
}

// verify verifies a submission beside the keying and shows the verdict.
func (m *Root) verify(path string) tea.Cmd {
	o, t := filing.VerifyOptions{Trust: m.o.Trust, Now: m.o.Now}, &task{title: text.TuiTaskVerify}
	return m.start(t, func(ctx context.Context) (func(m *Root) tea.Cmd, error) {
		v, err := filing.Verify(ctx, path, o)
		if err != nil {
			return func(m *Root) tea.Cmd { m.note = note{}; m.refuse(text.TuiVerifyFile, err); return nil }, nil
		}
		s := handing.NewVerdict(path, *v.Verdict, o.Trust != "")
		return func(m *Root) tea.Cmd {
			if _, again := m.Top().(*handing.VerdictScreen); again {
				m.stack = m.stack[:len(m.stack)-1]
			}
			return m.Push(s)
		}, v.Close()
	})
}

// askPage asks for a submission and a place, and writes the page that verifies it.
func (m *Root) askPage() tea.Cmd {
	return kit.AskPath(m, text.TuiPageMake, text.TuiPageOf, "", kit.PathWant{Ext: []string{".zip"}}, func(typed string) (text.Pair, tea.Cmd) {
		of := kit.Expand(typed)
		if of == "" {
			return text.TuiPathEmpty, nil
		}
		to := strings.TrimSuffix(of, ".zip") + "-page.html"
		return text.Pair{}, kit.AskPath(m, text.TuiPageMake, text.TuiPageTo, to, kit.PathWant{Save: true, Ext: []string{".html"}}, func(typed string) (text.Pair, tea.Cmd) {
			out := kit.Expand(typed)
			if out == "" {
				return text.TuiPathEmpty, nil
			}
			return text.Pair{}, later(func() func(m *Root) tea.Cmd {
				err := filing.WritePage(of, out)
				return func(m *Root) tea.Cmd {
					if err != nil {
						m.refuse(text.TuiPageMake, err)
						return nil
					}
					return madeFile(out, text.TuiPageMade.With(out))(m)
				}
			})
		})
	})
}
