// Package mending is the room of what is wrong: the findings of the year, record by record, and the reasons that let one stand.
package mending

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Work is what the room asks of the year that is open, beside its desk.
type Work interface {
	// MendAt goes to the cell of a finding, to mend it and go on to the next.
	MendAt(f form.Finding) tea.Cmd
	// GiveReason writes the reason of a finding, in the order of everything keyed.
	GiveReason(f form.Finding, typed string) tea.Cmd
	// Deepen has the ledger looked at as a whole, where that is due.
	Deepen() tea.Cmd
}

// ChecksScreen is every finding by record: Enter goes to the cell, a reason is written here.
type ChecksScreen struct {
	screen.Still
	work   Work
	list   kit.List
	only   Filter
	rows   []Judged
	top    int // the first line drawn, of records and the names of their forms
	beside looked
}

// Filter says which findings are listed.
type Filter uint8

const (
	All Filter = iota
	MustMend
	Unanswered
	Explained
)

// NewChecks lists the findings that a filter keeps.
func NewChecks(work Work, only Filter) *ChecksScreen { return &ChecksScreen{work: work, only: only} }

// Place says which of its keys are live.
func (s *ChecksScreen) Place() *screen.Place       { return InChecks }
func (s *ChecksScreen) Crumb(m screen.Desk) string { return text.TuiGoChecks.In(m.Lang()) }

// Follow lists the findings anew; the cursor stays with its own.
func (s *ChecksScreen) Follow(m screen.Desk) tea.Cmd {
	at := ""
	if g := s.Current(); g != nil {
		at = entry.FindingID(g.All[0])
	}
	var kept []form.Finding
	for _, f := range m.Standing().Findings {
		if s.keeps(f) {
			kept = append(kept, f)
		}
	}
	s.rows = ByRecord(m, kept)
	for i := range s.rows {
		for _, f := range s.rows[i].All {
			if entry.FindingID(f) == at {
				s.list.At = i
			}
		}
	}
	s.list.N = len(s.rows)
	s.list.Clamp()
	return tea.Batch(s.work.Deepen(), s.look(m))
}

func (s *ChecksScreen) keeps(f form.Finding) bool {
	switch s.only {
	case MustMend:
		return f.Severity == form.Must
	case Unanswered:
		return f.Severity == form.Verify && !f.Explained
	case Explained:
		return f.Explained
	}
	return true
}

// Current is the line under the cursor, nil where there is none; Rows are all of them.
func (s *ChecksScreen) Current() *Judged {
	if s.list.At < len(s.rows) {
		return &s.rows[s.list.At]
	}
	return nil
}

func (s *ChecksScreen) Rows() []Judged { return s.rows }

// InChecks is the findings.
var InChecks = &screen.Place{ID: "checks", Title: text.TuiPlaceChecks, For: text.TuiForChecks, Met: 120, Common: true, Opener: "checks"}

// Checks declares the findings.
func Checks() screen.Declaration {
	some := func(m screen.Desk) bool {
		s, ok := m.Top().(*ChecksScreen)
		return ok && s.Current() != nil
	}
	return screen.Declaration{Places: []*screen.Place{InChecks}, Actions: []screen.Action{
		{
			ID: "checks.jump", Title: text.TuiJump, Foot: text.TuiFootJump, Keys: []string{"enter", "right"}, Where: InChecks, On: some, Rank: 1,
			Do: screen.On(func(m screen.Desk, s *ChecksScreen, _ string) tea.Cmd {
				if g := s.Current(); g != nil {
					return s.work.MendAt(g.First())
				}
				return nil
			}),
		},
		{
			ID: "checks.reason", Title: text.TuiWriteReason, Foot: text.TuiFootReason, Keys: []string{"ctrl+e", "ctrl+w"}, Where: InChecks, On: some, Rank: 2,
			Do: screen.On(func(m screen.Desk, s *ChecksScreen, _ string) tea.Cmd {
				if g := s.Current(); g != nil {
					return askReasons(m, s.work, g)
				}
				return nil
			}),
		},
		{
			ID: "checks.whole", Title: text.TuiCheckWhole, Foot: text.TuiFootNoteWhole, Keys: []string{"space"}, Where: InChecks, On: some, Rank: 3,
			Do: screen.On(func(m screen.Desk, s *ChecksScreen, _ string) tea.Cmd { return s.showWhole(m) }),
		},
		{
			ID: "checks.filter", Title: text.TuiFilterChecks, Foot: text.TuiFootFilter, Keys: []string{"tab"}, Where: InChecks, Rank: 3,
			Do: screen.On(func(m screen.Desk, s *ChecksScreen, _ string) tea.Cmd {
				s.only = (s.only + 1) % 4
				return s.Follow(m)
			}),
		},
		{
			ID: "checks.move", Title: text.TuiMove, Keys: kit.ListKeys, Caps: "↑↓", Where: InChecks,
			Do: screen.On(func(m screen.Desk, s *ChecksScreen, key string) tea.Cmd { s.list.Move(key); return s.look(m) }),
		},
	}}
}

// Draw draws the list, and below it, on a wide screen beside it, all that is wrong with the record under the cursor.
func (s *ChecksScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	t, l := m.Theme(), m.Lang()
	x := 2
	for i, p := range []text.Pair{text.TuiAll, form.Must.Title(), form.Verify.Title(), text.TuiExplained} {
		n := [...]int{len(m.Standing().Findings), m.Standing().Must, m.Standing().Verify, m.Standing().Explained}[i]
		st := t.Faint
		label := " " + p.Begun().In(l) + " " + strconv.Itoa(n) + " "
		if m.Standing().MayVerify && (i == 0 || i == 2) {
			label = " " + p.Begun().In(l) + " " + strconv.Itoa(n) + "+ "
		}
		if Filter(i) == s.only {
			st = t.Cursor
		}
		x = a.Text(x, 0, label, st) + 1
	}
	a.Repeat(0, 1, a.W, t.Chrome.Dash, t.Frame)
	if g := s.Current(); g != nil && a.W >= wideChecks {
		left, right := a.Below(2).SplitX(a.W * 11 / 20)
		s.drawRows(m, left)
		s.drawBeside(m, right, g)
		return screen.Caret{}
	}
	detail := kit.ClampInt(s.detailRows(m, a.W), 5, max(a.H/2-1, 5))
	body := a.Sub(0, 2, a.W, a.H-2-detail)
	if len(s.rows) == 0 {
		if len(m.Standing().Findings) > 0 {
			body.Cut(3, 1, body.W-4, text.TuiNoneOfKind.In(l), t.Faint)
			return screen.Caret{}
		}
		body.Text(3, 1, t.Chrome.Check+" "+text.TuiNoFindings.In(l), t.Good)
		return screen.Caret{}
	}
	s.drawRows(m, body)
	s.drawDetail(m, a.Below(a.H-detail))
	return screen.Caret{}
}

// checkLine is a line of the list: the name of a form, or one of the lines of a record.
type checkLine struct {
	row  int
	form bool
	more string // what the line before goes on with
	x    int
}

// goesOnMost lines below its first are taken by a record of the list at most.
const goesOnMost = 3

// lines are those of the list w cells wide; what a line has no room for goes on below it, in as many lines as are given.
func (s *ChecksScreen) lines(m screen.Desk, w, below int) (out []checkLine) {
	for i := range s.rows {
		if i == 0 || s.rows[i].Form != s.rows[i-1].Form {
			out = append(out, checkLine{row: i, form: true})
		}
		out = append(out, checkLine{row: i})
		x, rest := s.rows[i].rest(m, w, below, false)
		for _, l := range rest {
			out = append(out, checkLine{row: i, more: l, x: x})
		}
	}
	return out
}

// drawRows draws the records under the names of their forms, scrolled so that the one under the cursor is seen: in as many
// lines as let all of them be seen at once, else in one each. The one under the cursor stands in full below.
func (s *ChecksScreen) drawRows(m screen.Desk, a paint.Area) {
	t := m.Theme()
	below := goesOnMost
	lines := s.lines(m, a.W, below)
	for below > 0 && len(lines) > a.H {
		below--
		lines = s.lines(m, a.W, below)
	}
	at := 0
	for k, l := range lines {
		if l.row == s.list.At && !l.form && l.more == "" {
			at = k
		}
	}
	s.list.Rows = a.H
	s.top = kit.ClampInt(s.top, at-a.H+1, max(at-1, 0))
	s.top = kit.ClampInt(s.top, 0, max(len(lines)-a.H, 0))
	for y := range min(a.H, len(lines)-s.top) {
		row, l := a.Rows(y, 1), lines[s.top+y]
		switch {
		case l.form:
			if f := s.rows[l.row].Form; f != nil {
				row.Text(2, 0, f.Title.In(m.Lang()), t.Head)
			}
			continue
		case l.more != "":
			row.Text(l.x, 0, l.more, s.rows[l.row].words(m))
			if l.row == s.list.At {
				row.Restyle(func(st paint.Style) paint.Style { return st.Over(t.Row) })
			}
			continue
		}
		s.rows[l.row].Draw(m, row, false, below > 0)
		kit.CursorRow(m, row, l.row == s.list.At)
	}
}

// detailLine is one of the lines that say what is wrong with the record under the cursor in full.
type detailLine struct {
	first bool // of a message
	say   string
}

// details are those lines: a message a finding; where nothing but fields is lacking, which.
func (s *ChecksScreen) details(m screen.Desk, g *Judged, w int) (out []detailLine) {
	return s.detailsOf(m, g, w, func(f form.Finding) text.Pair { return f.Message })
}

// detailsOf are the details with each message as told.
func (s *ChecksScreen) detailsOf(m screen.Desk, g *Judged, w int, told func(form.Finding) text.Pair) (out []detailLine) {
	say := func(p string) {
		for i, l := range paint.Wrap(p, w-6) {
			out = append(out, detailLine{i == 0, l})
		}
	}
	lacks, rest := g.lacks(m)
	if lacks != "" {
		if label := g.Label(m); label != "" {
			lacks = text.TuiJudgedOf.With(label, lacks).In(m.Lang())
		}
		say(lacks)
	}
	for _, f := range rest {
		say(inFull(told(f).Begun().In(m.Lang()), g.Label(m)))
	}
	return out
}

// hint says what can be done about the record under the cursor, or what was.
func (s *ChecksScreen) hint(m screen.Desk, w int) ([]string, paint.Style) {
	t, l := m.Theme(), m.Lang()
	switch f := s.Current().First(); {
	case f.Explained:
		return paint.Wrap(t.Chrome.Check+" "+text.TuiExplained.In(l)+" "+f.Reason, w-4), t.Good
	case f.Severity == form.Verify:
		return paint.Wrap(text.TuiReasonHint.In(l), w-4), t.Warn
	}
	return paint.Wrap(text.TuiMustMend.In(l), w-4), t.Bad
}

// detailRows are wanted below the list: a rule, the messages, and what can be done.
func (s *ChecksScreen) detailRows(m screen.Desk, w int) int {
	g := s.Current()
	if g == nil {
		return 2
	}
	hint, _ := s.hint(m, w)
	return 1 + len(s.details(m, g, w)) + len(hint)
}

// drawDetail draws what is wrong with the record in full, with the reason or how to give one. What has no room is said to be
// more, and read by a key.
func (s *ChecksScreen) drawDetail(m screen.Desk, a paint.Area) {
	t, g := m.Theme(), s.Current()
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	if g == nil {
		return
	}
	hint, st := s.hint(m, a.W)
	hint = hint[:min(len(hint), max(a.H-2, 1))]
	lines := s.details(m, g, a.W)
	room := a.H - 1 - len(hint)
	if len(lines) > room { // the list says the place already: rather what is wrong, to its end
		lines = s.detailsOf(m, g, a.W, Placed)
	}
	for y := range min(room, len(lines)) {
		if y == room-1 && len(lines) > room {
			a.Cut(4, 1+y, a.W-6, text.TuiJudgedWhole.With(len(lines)-room+1, screen.KeycapIn("space", m.Lang())).In(m.Lang()), t.Faint)
			break
		}
		if lines[y].first {
			a.Text(2, 1+y, t.Chrome.Dot, t.Faint)
		}
		a.Text(4, 1+y, lines[y].say, t.Text)
	}
	for k, l := range hint {
		kit.Hint(m, a, 2, a.H-len(hint)+k, a.W-2, l, st)
	}
}

// showWhole shows every finding of the record under the cursor in full, with what was said about it.
func (s *ChecksScreen) showWhole(m screen.Desk) tea.Cmd {
	g := s.Current()
	if g == nil {
		return nil
	}
	var say text.Pair
	for i, f := range g.All {
		if i > 0 {
			say.ZH, say.EN = say.ZH+"\n", say.EN+"\n"
		}
		p := f.Message
		if f.Explained {
			p = kit.Said(p, text.Pair{ZH: "\n  " + text.TuiExplained.ZH + " " + f.Reason, EN: "\n  " + text.TuiExplained.EN + " " + f.Reason})
		}
		say.ZH, say.EN = say.ZH+p.ZH, say.EN+p.EN
	}
	title := text.TuiGoChecks
	if g.Form != nil {
		title = g.Form.Title
	}
	if label := g.Label(m); label != "" {
		title = kit.Said(title, text.Same(label))
	}
	m.Open(&kit.Told{Title: title, Say: say})
	return nil
}
