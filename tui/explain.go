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
	id    string
	e     scoring.Explanation
	rows  []explainRow
	list  list
	lines int // of the paragraphs, drawn last
}

// explainRow is a record that counted or not, or a heading.
type explainRow struct {
	head text.Pair
	use  *scoring.Use
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
	s.rows = s.rows[:0]
	add := func(head text.Pair, uses []scoring.Use) {
		if len(uses) == 0 {
			return
		}
		s.rows = append(s.rows, explainRow{head: head.With(len(uses))})
		for i := range uses {
			s.rows = append(s.rows, explainRow{use: &uses[i]})
		}
	}
	add(text.TuiUsed, s.e.Used)
	add(text.TuiRejected, s.e.Rejected)
	s.list.n = len(s.rows)
	s.list.clamp()
	if s.list.at == 0 && len(s.rows) > 1 {
		s.list.at = 1
	}
	return nil
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
	a.Text(2, 0, s.e.Title.In(m.lang), t.Title)
	score := s.e.Score.In(m.lang)
	a.Right(a.W-2-paint.Width(score), 0, paint.Width(score), score, t.Strong)
	a.Repeat(0, 1, a.W, t.Chrome.Dash, t.Frame)
	y := 2
	most := a.H * 3 / 5
	for _, p := range s.e.Paragraphs {
		label := p.Label.In(m.lang)
		for _, sentence := range p.Lines {
			for _, l := range paint.Wrap(sentence.In(m.lang), a.W-16) {
				if y >= most && len(s.rows) > 0 {
					break
				}
				a.Cut(2, y, 11, label, t.Head)
				label = ""
				a.Text(14, y, l, t.Text)
				y++
			}
		}
	}
	s.drawUses(m, a.Below(y+1))
	return caret{}
}

func (s *explainScreen) drawUses(m *Root, a paint.Area) {
	t := m.th
	s.list.window(a.H)
	for k := range min(a.H, len(s.rows)-s.list.top) {
		i := s.list.top + k
		r, row := s.rows[i], a.Rows(k, 1)
		if r.use == nil {
			row.Text(2, 0, r.head.In(m.lang), t.Head)
			continue
		}
		u := r.use
		x := row.Cut(4, 0, 24, u.Key, t.Text)
		x = row.Cut(max(x+2, 22), 0, max(a.W/3, 12), u.Title, t.Text)
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
		room := a.W - x - 4
		row.Right(a.W-2-min(paint.Width(tail), room), 0, min(paint.Width(tail), room), tail, st)
		m.cursorRow(row, i == s.list.at)
	}
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
