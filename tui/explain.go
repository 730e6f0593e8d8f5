package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/scoring"
	"yice/text"
	"yice/tui/paint"
)

// explain opens the explanation of a line; on one that cannot be explained the score screen.
func (m *Root) explain(id string) tea.Cmd {
	if m.stand.sheet == nil {
		return nil
	}
	if _, ok := m.stand.sheet.Explain(id); !ok {
		return m.push(&scoreScreen{})
	}
	return m.push(&explainScreen{id: id})
}

// explainScreen is one line in words: clause, reading, target, formula, gap, and the records that counted or did not.
type explainScreen struct {
	id   string
	e    scoring.Explanation
	rows []explainRow
	list list
	w    int // the rows were broken for
}

// explainRow is a line of a paragraph, a heading, or a record.
type explainRow struct {
	label, say string
	head       bool
	use        *scoring.Use
}

func (s *explainScreen) place() Place                          { return InExplain }
func (s *explainScreen) key(*Root, tea.KeyPressMsg) tea.Cmd    { return nil }
func (s *explainScreen) paste(*Root, string) tea.Cmd           { return nil }
func (s *explainScreen) answer(*Root, tea.Msg) (tea.Cmd, bool) { return nil, false }
func (s *explainScreen) crumb(m *Root) string {
	return text.TuiGoScore.In(m.lang) + " " + m.th.Chrome.Right + " " + s.e.Title.In(m.lang)
}

func (s *explainScreen) follow(m *Root) tea.Cmd {
	if m.stand.sheet == nil {
		return nil
	}
	if e, ok := m.stand.sheet.Explain(s.id); ok {
		s.e = e
	}
	s.breakRows(m)
	return nil
}

// breakRows makes rows of the explanation for the width there is.
func (s *explainScreen) breakRows(m *Root) { s.breakRowsTo(m, m.w) }

func (s *explainScreen) breakRowsTo(m *Root, w int) {
	s.w, s.rows = w, s.rows[:0:0]
	for _, p := range s.e.Paragraphs {
		label := p.Label.In(m.lang)
		for _, sentence := range p.Lines {
			for _, l := range paint.Wrap(sentence.In(m.lang), w-17) {
				s.rows = append(s.rows, explainRow{label: label, say: l})
				label = ""
			}
		}
	}
	s.addUses(m, text.TuiUsed, s.e.Used)
	s.addUses(m, text.TuiRejected, s.e.Rejected)
	s.list.n = len(s.rows)
	s.list.clamp()
}

func (s *explainScreen) addUses(m *Root, head text.Pair, uses []scoring.Use) {
	if len(uses) == 0 {
		return
	}
	s.rows = append(s.rows, explainRow{}, explainRow{say: head.With(len(uses)).In(m.lang), head: true})
	for i := range uses {
		s.rows = append(s.rows, explainRow{use: &uses[i]})
	}
}

func (s *explainScreen) open(m *Root) tea.Cmd {
	if s.list.at >= len(s.rows) || s.rows[s.list.at].use == nil {
		return nil
	}
	u := s.rows[s.list.at].use
	f := form.ByID(u.Form)
	if f == nil || u.Row == 0 {
		return nil
	}
	return m.goTo(f, u.Row, "")
}

func (s *explainScreen) draw(m *Root, a paint.Area) caret {
	t := m.th
	if s.w != m.w {
		s.breakRows(m)
	}
	a.Text(2, 0, s.e.Title.In(m.lang), t.Title)
	score := s.e.Score.In(m.lang)
	a.Right(a.W-2-paint.Width(score), 0, paint.Width(score), score, t.Strong)
	a.Repeat(0, 1, a.W, t.Chrome.Dash, t.Frame)
	body := a.Below(2)
	s.list.window(body.H)
	for k := range min(body.H, len(s.rows)-s.list.top) {
		i := s.list.top + k
		row := body.Rows(k, 1)
		s.drawRow(m, row, s.rows[i])
		m.cursorRow(row, i == s.list.at)
	}
	if rest := len(s.rows) - s.list.top - body.H; rest > 0 {
		more := text.TuiMoreBelow.With(rest).In(m.lang)
		a.Text(a.W-4-paint.Width(more), 1, " "+more+" ", t.Accent)
	}
	return caret{}
}

func (s *explainScreen) drawRow(m *Root, row paint.Area, r explainRow) {
	t := m.th
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

func (s *explainScreen) drawUse(m *Root, row paint.Area, u *scoring.Use) {
	t := m.th
	var x int
	if !u.Says.Empty() {
		x = row.Cut(4, 0, 18+max(row.W/3, 12), u.Says.In(m.lang), t.Text)
	} else {
		x = row.Cut(4, 0, 24, form.KeyTitle(u.Form, u.Key).In(m.lang), t.Text)
		x = row.Cut(max(x+2, 22), 0, max(row.W/3, 12), u.Title, t.Text)
	}
	tail, st := u.Counts.In(m.lang), t.Good
	if why := u.Why.In(m.lang); why != "" {
		st = t.Faint
		if u.Pending {
			st = t.Pending
		}
		if tail != "" {
			tail += "  "
		}
		tail += why
	}
	if m.ownWord(u) {
		tail, st = tail+text.TuiSelfDeclared.In(m.lang), t.Pending
	}
	w := min(paint.Width(tail), row.W-x-4)
	row.Right(row.W-2-w, 0, w, tail, st)
}

// ownWord reports whether a record counts as recognised by the enterprise's own word alone.
func (m *Root) ownWord(u *scoring.Use) bool {
	f := form.ByID(u.Form)
	if f == nil || !f.Recognised || u.Row == 0 || m.desk == nil {
		return false
	}
	r, err := m.desk.s.Record(f, u.Row)
	return err == nil && r != nil && m.desk.s.SelfDeclared(r)
}

// goTo opens a form at a row and field.
func (m *Root) goTo(f *form.Form, row int64, field string) tea.Cmd {
	if f.Single() {
		c := newCard(f, 0)
		if i := f.Index(field); i >= 0 {
			c.list.at = i
		}
		return m.push(c)
	}
	return m.push(m.newGrid(f, row, field))
}

// jump goes to the cell of a finding.
func (m *Root) jump(f form.Finding) tea.Cmd {
	fm := form.ByID(f.Form)
	if fm == nil {
		m.say(plain, text.TuiNoPlace)
		return nil
	}
	return m.goTo(fm, f.Row, f.Field)
}
