package judging

import (
	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/scoring"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Explain opens the explanation of a line; on one that cannot be explained the score screen.
func Explain(m screen.Desk, id string) tea.Cmd {
	if m.Standing().Sheet == nil {
		return nil
	}
	if _, ok := m.Standing().Sheet.Explain(id); !ok {
		return m.Push(NewScore())
	}
	return m.Push(&ExplainScreen{id: id})
}

// InExplain is one line explained.
var InExplain = &screen.Place{ID: "explain", Title: text.TuiPlaceExplain, For: text.TuiForExplain, Met: 110, Common: true}

// ExplainScreen is one line in words: clause, reading, target, formula, gap, and the records that counted or did not.
type ExplainScreen struct {
	screen.Still
	id   string
	e    scoring.Explanation
	rows []explainRow
	list kit.List
	w    int // the rows were broken for
}

// explainRow is a line of a paragraph, a heading, or a record.
type explainRow struct {
	label, say string
	head       bool
	use        *scoring.Use
}

// Place is InExplain.
func (s *ExplainScreen) Place() *screen.Place { return InExplain }

// Crumb names the line.
func (s *ExplainScreen) Crumb(m screen.Desk) string {
	l := m.Lang()
	return text.TuiGoScore.In(l) + " " + m.Theme().Chrome.Right + " " + s.e.Title.In(l)
}

// Follow explains the line as it is now.
func (s *ExplainScreen) Follow(m screen.Desk) tea.Cmd {
	if m.Standing().Sheet == nil {
		return nil
	}
	if e, ok := m.Standing().Sheet.Explain(s.id); ok {
		s.e = e
	}
	s.breakRows(m, m.Width())
	return nil
}

// DrawExplained draws an explanation from one of its lines on, on the screen of something else; it gives the line, or the last
// from which the area is full.
func DrawExplained(m screen.Desk, a paint.Area, e scoring.Explanation, top int) int {
	x := ExplainScreen{e: e}
	x.breakRows(m, a.W)
	top = kit.ClampInt(top, 0, max(len(x.rows)-a.H, 0))
	for y := range min(a.H, len(x.rows)-top) {
		x.drawRow(m, a.Rows(y, 1), x.rows[top+y])
	}
	return top
}

// breakRows makes rows of the explanation for a width.
func (s *ExplainScreen) breakRows(m screen.Desk, w int) {
	s.w, s.rows = w, s.rows[:0:0]
	for _, p := range s.e.Paragraphs {
		label := p.Label.In(m.Lang())
		for _, sentence := range p.Lines {
			for _, l := range paint.Wrap(sentence.In(m.Lang()), w-17) {
				s.rows = append(s.rows, explainRow{label: label, say: l})
				label = ""
			}
		}
	}
	s.addUses(m, text.TuiUsed, s.e.Used)
	s.addUses(m, text.TuiRejected, s.e.Rejected)
	s.list.N = len(s.rows)
	s.list.Clamp()
}

func (s *ExplainScreen) addUses(m screen.Desk, head text.Pair, uses []scoring.Use) {
	if len(uses) == 0 {
		return
	}
	s.rows = append(s.rows, explainRow{}, explainRow{say: head.With(len(uses)).In(m.Lang()), head: true})
	for i := range uses {
		s.rows = append(s.rows, explainRow{use: &uses[i]})
	}
}

// Use is the record under the cursor, nil on any other line.
func (s *ExplainScreen) Use() *scoring.Use {
	if s.list.At >= len(s.rows) {
		return nil
	}
	return s.rows[s.list.At].use
}

func (s *ExplainScreen) open(m screen.Desk) tea.Cmd {
	u := s.Use()
	if u == nil {
		return nil
	}
	f := m.Form(u.Form)
	if f == nil || u.Row == 0 {
		return nil
	}
	return m.GoTo(f, u.Row, "")
}

// Draw draws the explanation, and the records below it.
func (s *ExplainScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	t, l := m.Theme(), m.Lang()
	if s.w != m.Width() {
		s.breakRows(m, m.Width())
	}
	a.Text(2, 0, s.e.Title.In(l), t.Title)
	score := s.e.Score.In(l)
	a.Right(a.W-2-paint.Width(score), 0, paint.Width(score), score, t.Strong)
	a.Repeat(0, 1, a.W, t.Chrome.Dash, t.Frame)
	body := a.Below(2)
	s.list.Window(body.H)
	for k := range min(body.H, len(s.rows)-s.list.Top) {
		i := s.list.Top + k
		row := body.Rows(k, 1)
		s.drawRow(m, row, s.rows[i])
		kit.CursorRow(m, row, i == s.list.At)
	}
	if rest := len(s.rows) - s.list.Top - body.H; rest > 0 {
		more := text.TuiMoreBelow.With(rest).In(l)
		a.Text(a.W-4-paint.Width(more), 1, " "+more+" ", t.Accent)
	}
	return screen.Caret{}
}

func (s *ExplainScreen) drawRow(m screen.Desk, row paint.Area, r explainRow) {
	t := m.Theme()
	switch {
	case r.head:
		row.Text(2, 0, r.say, t.Head)
	case r.use == nil:
		row.Cut(2, 0, 11, r.label, t.Head)
		row.Text(14, 0, r.say, t.Text)
	default:
		s.drawUse(m, row, r.use)
	}
}

func (s *ExplainScreen) drawUse(m screen.Desk, row paint.Area, u *scoring.Use) {
	t, l := m.Theme(), m.Lang()
	var x int
	if !u.Says.Empty() {
		x = row.Cut(4, 0, 18+max(row.W/3, 12), u.Says.In(l), t.Text)
	} else {
		x = row.Cut(4, 0, 24, form.KeyTitle(u.Form, u.Key).In(l), t.Text)
		x = row.Cut(max(x+2, 22), 0, max(row.W/3, 12), u.Title, t.Text)
	}
	tail, st := u.Counts.In(l), t.Good
	if why := u.Why.In(l); why != "" {
		st = t.Faint
		if u.Pending {
			st = t.Pending
		}
		if tail != "" {
			tail += "  "
		}
		tail += why
	}
	if ownWord(m, u) {
		tail, st = tail+text.TuiSelfDeclared.In(l), t.Pending
	}
	w := min(paint.Width(tail), row.W-x-4)
	row.Right(row.W-2-w, 0, w, tail, st)
}

// ownWord reports whether a record counts as recognised by the enterprise's own word alone.
func ownWord(m screen.Desk, u *scoring.Use) bool {
	f := m.Form(u.Form)
	if f == nil || !f.Recognised || u.Row == 0 || m.Session() == nil {
		return false
	}
	r, err := m.Session().Record(f, u.Row)
	return err == nil && r != nil && m.Session().SelfDeclared(r)
}
