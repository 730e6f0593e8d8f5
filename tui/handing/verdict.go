// Package handing is the room of what is handed in: what became of a year after it was sealed, and what was found out about a
// submission. Its screens show what packages entry and submission found; sealing, signing and verifying are begun elsewhere.
//
// Start reading at Verdict.
package handing

import (
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/filing/submission"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// VerdictScreen is what was found out about a submission: the questions with their answers, what is wrong, what to know.
type VerdictScreen struct {
	screen.Still
	path  string
	v     submission.Verdict
	asked bool // keys were there to be asked
	top   int
	more  bool // than there is room for, as drawn last
}

// Place says which of its keys are live.
func (s *VerdictScreen) Place() *screen.Place       { return InVerdict }
func (s *VerdictScreen) Crumb(m screen.Desk) string { return text.TuiPlaceVerdict.In(m.Lang()) }

// InVerdict is what was found out about a submission.
var InVerdict = &screen.Place{ID: "verdict", Title: text.TuiPlaceVerdict, For: text.TuiForVerdict, Met: 240, Head: screen.Headless, Opener: "verify"}

// Verdict declares what was found out about a submission. The way there, asking for one and verifying it, is the shell's.
func Verdict() screen.Declaration {
	return screen.Declaration{Places: []*screen.Place{InVerdict}, Actions: []screen.Action{
		{
			ID: "verdict.move", Title: text.TuiVerdictScroll, Foot: text.TuiFootMove, Keys: []string{"up", "down", "pgup", "pgdown", "home"}, Caps: "↑↓", Where: InVerdict, Rank: 1,
			On: func(m screen.Desk) bool { s, ok := m.Top().(*VerdictScreen); return ok && s.more },
			Do: screen.On(func(_ screen.Desk, s *VerdictScreen, key string) tea.Cmd {
				s.top += map[string]int{"up": -1, "down": 1, "pgup": -10, "pgdown": 10, "home": -s.top}[key]
				return nil
			}),
		},
	}}
}

// NewVerdict shows a verdict on a file; asked says that there were keys to ask for whose it is.
func NewVerdict(path string, v submission.Verdict, asked bool) *VerdictScreen {
	v.Submission, v.Measured = nil, nil // what they keep in memory is not shown
	return &VerdictScreen{path: path, v: v, asked: asked}
}

// verdictRow is a line of the screen: a question with its answer, or a sentence.
type verdictRow struct {
	label, value string
	st           paint.Style
}

func (s *VerdictScreen) rows(m screen.Desk, w int) (out []verdictRow) {
	t, v, l := m.Theme(), &s.v, m.Lang()
	add := func(label text.Pair, value string, st paint.Style) {
		out = append(out, verdictRow{label.In(l), value, st})
	}
	if v.Enterprise != "" {
		add(text.DocumentEnterprise, strings.TrimSpace(v.Enterprise+"  "+v.Name), t.Strong)
		add(text.DocumentYear, v.Period, t.Strong)
	}
	if !v.Locked { // also of one in which nothing says whose it is
		signer := v.Signer
		if signer == "" {
			signer = text.CmdUnsigned.In(l)
		}
		answer := func(q text.Pair, word, more string) {
			add(q, strings.TrimSpace(filing.Answer(word).Begun().In(l)+"  "+more), answerStyle(m, word))
		}
		answer(text.QuestionIntegrity, v.Integrity, "")
		answer(text.QuestionSignature, v.Signature, signer)
		answer(text.QuestionIdentity, v.Identity, "")
		answer(text.QuestionPolicy, v.Policy, v.Pack)
		answer(text.QuestionScore, v.Score, "")
		answer(text.QuestionSignOffs, v.SignOffs, "")
		add(text.QuestionRecognitions, text.AnswerRecognitions.With(v.Decided, v.SelfDeclared).Begun().In(l), t.Text)
		if r := v.Self; r != nil {
			mode := text.FilingModeSimulated
			if r.Mode == text.FilingModeOfficial.ZH {
				mode = text.FilingModeOfficial
			}
			assessed := kit.Group(r.Assessed)
			if assessed == "" {
				assessed = "—"
			}
			for i, line := range paint.Wrap(text.AnswerResult.With(r.Innovation, r.Bonus, assessed, mode).Begun().In(l), w-answerX-1) {
				if i == 0 {
					add(text.QuestionSelf, line, t.Strong)
				} else {
					add(text.Pair{}, strings.Repeat(" ", answerX-2)+line, t.Strong)
				}
			}
		}
	}
	add(text.Same("SHA-256"), v.SHA256, t.Faint)
	say := func(head text.Pair, sign string, list []text.Pair, st paint.Style) {
		if len(list) == 0 {
			return
		}
		out = append(out, verdictRow{}, verdictRow{label: head.In(l), st: t.Head})
		for _, p := range list {
			for i, line := range paint.Wrap(paint.Safe(p.Begun().In(l)), w-6) {
				if i == 0 {
					line = sign + " " + line
				} else {
					line = "  " + line
				}
				out = append(out, verdictRow{value: line, st: st})
			}
		}
	}
	say(text.TuiVerdictWrong, "!", v.Says(), t.Bad)
	var notes []text.Pair
	if !s.asked {
		notes = append(notes, text.TuiVerdictNoTrust)
	}
	for _, n := range v.Notes {
		notes = append(notes, n.Say)
	}
	say(text.TuiVerdictKnow, t.Chrome.Dot, notes, t.Text)
	return out
}

// answerX is where the answers begin.
const answerX = 20

// answerStyle colours an answer; its word says the same.
func answerStyle(m screen.Desk, word string) paint.Style {
	t := m.Theme()
	switch word {
	case "ok", "trusted", "issued", "follows", "standing":
		return t.Good
	case "bad", "wrong", "differs", "foreign", "void":
		return t.Bad
	}
	return t.Warn
}

// Draw draws the body.
func (s *VerdictScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	t, l := m.Theme(), m.Lang()
	x := a.Text(0, 0, " "+text.TuiName.In(l)+" ", t.Brand) + 1
	x = a.Text(x, 0, text.TuiPlaceVerdict.In(l), t.Title) + 2
	a.Right(x, 0, a.W-x-1, kit.Shorten(paint.Safe(filepath.Base(s.path)), a.W-x-1), t.Faint)
	say, st := text.TuiVerdictBad, t.Bad
	sign := "! "
	switch {
	case s.v.Locked:
		say, st, sign = text.TuiVerdictLocked, t.Warn, "? "
	case s.v.OK:
		say, st, sign = text.TuiVerdictOK, t.Good, t.Chrome.Check+" "
	}
	a.Text(1, 1, sign+say.In(l), st.With(paint.Bold))
	if s.v.Serial != "" {
		tail := text.TuiVerdictOf.With(s.v.Serial, s.v.Period).In(l)
		a.Right(a.W-paint.Width(tail)-1, 1, paint.Width(tail), tail, t.Faint)
	}
	a.Repeat(0, 2, a.W, t.Chrome.H, t.Frame)
	body := a.Below(3)
	rows := s.rows(m, a.W)
	s.more = len(rows) > body.H
	s.top = kit.ClampInt(s.top, 0, max(len(rows)-body.H, 0))
	for y := range min(body.H, len(rows)-s.top) {
		r := rows[s.top+y]
		if r.label != "" && r.value == "" {
			body.Cut(2, y, a.W-3, r.label, r.st)
			continue
		}
		body.Cut(2, y, 16, r.label, t.Faint)
		at := answerX
		switch {
		case r.label == "":
			at = 2
		case at+paint.Width(r.value) >= a.W && paint.Width(r.label) <= 10:
			at = 14 // a digest fits whole
		}
		body.Cut(at, y, a.W-at-1, paint.Safe(r.value), r.st)
	}
	if len(rows) > body.H {
		more := text.TuiMoreBelow.With(max(len(rows)-s.top-body.H, 0)).In(l)
		body.Right(a.W-paint.Width(more)-1, body.H-1, paint.Width(more), more, t.Faint)
	}
	return screen.Caret{}
}
