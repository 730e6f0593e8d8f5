package tui

import (
	"context"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/filing/submission"
	"yice/text"
	"yice/tui/paint"
)

// verdictScreen is what was found out about a submission: the questions with their answers, what is wrong, what to know.
type verdictScreen struct {
	still
	path  string
	v     submission.Verdict
	asked bool // keys were there to be asked
	top   int
}

func (s *verdictScreen) place() Place         { return InVerdict }
func (s *verdictScreen) crumb(m *Root) string { return text.TuiPlaceVerdict.In(m.lang) }

func verdictActions() []Action {
	return []Action{
		{
			ID: "verdict.move", Title: text.TuiVerdictScroll, Foot: text.TuiFootMove, Keys: []string{"up", "down", "pgup", "pgdown", "home"}, Caps: "↑↓", Where: InVerdict, Rank: 1,
			Do: on(func(_ *Root, s *verdictScreen, key string) tea.Cmd {
				s.top += map[string]int{"up": -1, "down": 1, "pgup": -10, "pgdown": 10, "home": -s.top}[key]
				return nil
			}),
		},
		{
			ID: "verdict.again", Title: text.TuiVerdictAgain, Foot: text.TuiVerdictAgain, Keys: []string{"enter"}, Where: InVerdict, Rank: 2,
			Do: func(m *Root, _ string) tea.Cmd { return m.askVerify() },
		},
		{ID: "verdict.back", Title: text.TuiBack, Foot: text.TuiFootBack, Keys: []string{"esc"}, Where: InVerdict, Rank: 9, Do: func(m *Root, _ string) tea.Cmd { return m.back() }},
		{ID: "page.make", Title: text.TuiPageMake, Where: Anywhere | InStart, Do: func(m *Root, _ string) tea.Cmd { return m.askPage() }},
		{
			ID: "submit.verify", Title: text.TuiVerifyMade, Foot: text.TuiFootVerify, Keys: []string{"v"}, Where: InSubmit, Rank: 4,
			On: func(m *Root) bool { s, ok := m.top().(*submitScreen); return ok && s.madeHere() != nil },
			Do: on(func(m *Root, s *submitScreen, _ string) tea.Cmd { return m.verify(s.madeHere().File) }),
		},
		{ID: "verify", Title: text.TuiVerifyFile, Where: Anywhere | InStart, Do: func(m *Root, _ string) tea.Cmd { return m.askVerify() }},
	}
}

// askVerify asks for a submission and verifies it.
func (m *Root) askVerify() tea.Cmd {
	return m.askPath(text.TuiVerifyFile, text.TuiVerifySay, "", pathWant{ext: []string{".zip"}}, func(m *Root, typed string) (text.Pair, tea.Cmd) {
		if expand(typed) == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, m.verify(expand(typed))
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
		s := &verdictScreen{path: path, v: *v.Verdict, asked: o.Trust != ""}
		s.v.Submission, s.v.Measured = nil, nil // what they keep in memory is not shown
		return func(m *Root) tea.Cmd {
			if _, again := m.top().(*verdictScreen); again {
				m.stack = m.stack[:len(m.stack)-1]
			}
			return m.push(s)
		}, v.Close()
	})
}

// verdictRow is a line of the screen: a question with its answer, or a sentence.
type verdictRow struct {
	label, value string
	st           paint.Style
}

func (s *verdictScreen) rows(m *Root, w int) (out []verdictRow) {
	t, v, l := m.th, &s.v, m.lang
	add := func(label text.Pair, value string, st paint.Style) {
		out = append(out, verdictRow{label.In(l), value, st})
	}
	if !v.Locked && v.Enterprise != "" {
		add(text.CmdEnterprise, strings.TrimSpace(v.Enterprise+"  "+v.Name), t.Strong)
		add(text.CmdHistoryYear, v.Period, t.Strong)
		signer := v.Signer
		if signer == "" {
			signer = text.CmdUnsigned.In(l)
		}
		answer := func(q text.Pair, word, more string) {
			add(q, strings.TrimSpace(filing.Answer(word).In(l)+"  "+more), answerStyle(m, word))
		}
		answer(text.QuestionIntegrity, v.Integrity, "")
		answer(text.QuestionSignature, v.Signature, signer)
		answer(text.QuestionIdentity, v.Identity, "")
		answer(text.QuestionPolicy, v.Policy, v.Pack)
		answer(text.QuestionScore, v.Score, "")
		answer(text.QuestionSignOffs, v.SignOffs, "")
		add(text.QuestionRecognitions, text.AnswerRecognitions.With(v.Decided, v.SelfDeclared).In(l), t.Text)
		if r := v.Self; r != nil {
			mode := text.FilingModeSimulated
			if r.Mode == text.FilingModeOfficial.ZH {
				mode = text.FilingModeOfficial
			}
			assessed := r.Assessed
			if assessed == "" {
				assessed = "—"
			}
			add(text.QuestionSelf, text.AnswerResult.With(r.Innovation, r.Bonus, assessed, mode).In(l), t.Strong)
		}
	}
	add(text.Same("SHA-256"), v.SHA256, t.Faint)
	say := func(head text.Pair, sign string, list []text.Pair, st paint.Style) {
		if len(list) == 0 {
			return
		}
		out = append(out, verdictRow{}, verdictRow{label: head.In(l), st: t.Head})
		for _, p := range list {
			for i, line := range paint.Wrap(paint.Safe(p.In(l)), w-6) {
				if i == 0 {
					line = sign + " " + line
				} else {
					line = "  " + line
				}
				out = append(out, verdictRow{value: line, st: st})
			}
		}
	}
	say(text.TuiVerdictWrong, "!", onScreenAll(v.Says()), t.Bad)
	var notes []text.Pair
	if !s.asked {
		notes = append(notes, text.TuiVerdictNoTrust)
	}
	for _, n := range v.Notes {
		notes = append(notes, text.OnScreen(n.Say))
	}
	say(text.TuiVerdictKnow, t.Chrome.Dot, notes, t.Text)
	return out
}

func onScreenAll(list []text.Pair) []text.Pair {
	out := make([]text.Pair, len(list))
	for i, p := range list {
		out[i] = text.OnScreen(p)
	}
	return out
}

// answerStyle colours an answer; its word says the same.
func answerStyle(m *Root, word string) paint.Style {
	switch word {
	case "ok", "trusted", "issued", "follows", "standing":
		return m.th.Good
	case "bad", "wrong", "differs", "foreign", "void":
		return m.th.Bad
	}
	return m.th.Warn
}

func (s *verdictScreen) draw(m *Root, a paint.Area) caret {
	t := m.th
	x := a.Text(0, 0, " "+text.TuiName.In(m.lang)+" ", t.Brand) + 1
	x = a.Text(x, 0, text.TuiPlaceVerdict.In(m.lang), t.Title) + 2
	a.Right(x, 0, a.W-x-1, shorten(paint.Safe(filepath.Base(s.path)), a.W-x-1), t.Faint)
	say, st := text.TuiVerdictBad, t.Bad
	sign := "! "
	switch {
	case s.v.Locked:
		say, st, sign = text.TuiVerdictLocked, t.Warn, "? "
	case s.v.OK:
		say, st, sign = text.TuiVerdictOK, t.Good, t.Chrome.Check+" "
	}
	a.Text(1, 1, sign+say.In(m.lang), st.With(paint.Bold))
	if s.v.Serial != "" {
		tail := text.TuiVerdictOf.With(s.v.Serial, s.v.Period).In(m.lang)
		a.Right(a.W-paint.Width(tail)-1, 1, paint.Width(tail), tail, t.Faint)
	}
	a.Repeat(0, 2, a.W, t.Chrome.H, t.Frame)
	body := a.Below(3)
	rows := s.rows(m, a.W)
	s.top = clampInt(s.top, 0, max(len(rows)-body.H, 0))
	for y := range min(body.H, len(rows)-s.top) {
		r := rows[s.top+y]
		if r.label != "" && r.value == "" {
			body.Cut(2, y, a.W-3, r.label, r.st)
			continue
		}
		body.Cut(2, y, 16, r.label, t.Faint)
		at := 20
		switch {
		case r.label == "":
			at = 2
		case at+paint.Width(r.value) >= a.W && paint.Width(r.label) <= 10:
			at = 14 // a digest fits whole
		}
		body.Cut(at, y, a.W-at-1, paint.Safe(r.value), r.st)
	}
	if len(rows) > body.H {
		more := text.TuiMoreBelow.With(max(len(rows)-s.top-body.H, 0)).In(m.lang)
		body.Right(a.W-paint.Width(more)-1, body.H-1, paint.Width(more), more, t.Faint)
	}
	return caret{}
}

// askPage asks for a submission and a place, and writes the page that verifies it.
func (m *Root) askPage() tea.Cmd {
	return m.askPath(text.TuiPageMake, text.TuiPageOf, "", pathWant{ext: []string{".zip"}}, func(m *Root, typed string) (text.Pair, tea.Cmd) {
		of := expand(typed)
		if of == "" {
			return text.TuiPathEmpty, nil
		}
		to := strings.TrimSuffix(of, ".zip") + "-page.html"
		return text.Pair{}, m.askPath(text.TuiPageMake, text.TuiPageTo, to, pathWant{save: true, ext: []string{".html"}}, func(m *Root, typed string) (text.Pair, tea.Cmd) {
			out := expand(typed)
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

// madeHere is the submission under the cursor, else the one just made; nil where there is none.
func (s *submitScreen) madeHere() *filing.Receipt {
	if s.list.at < len(s.rows) && s.rows[s.list.at].kind == rowMade {
		return &s.made[s.rows[s.list.at].i]
	}
	if s.receipt == nil && len(s.made) > 0 {
		return &s.made[len(s.made)-1]
	}
	return s.receipt
}
