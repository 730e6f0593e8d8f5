package ruling

import (
	"strings"

	"yice/scoring"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

func (s *EditScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	t, l := m.Theme(), m.Lang()
	x := 1
	if s.diff {
		x = a.Text(x, 0, " "+text.TuiPeDiffHead.In(l)+" ", t.Cursor) + 1
	} else {
		for i, p := range editTabs {
			st := t.Faint
			if editTab(i) == s.tab {
				st = t.Cursor
			}
			from := x
			x = a.Text(x, 0, " "+p.In(l)+" ", st) + 1
			kit.TabZone(m, a, from, x-1, i, int(s.tab), len(editTabs))
		}
	}
	if room := a.W - x - 2; room > 8 {
		a.Right(x, 0, room, paint.Cut(s.told(m), room), t.Faint)
	}
	a.Repeat(0, 1, a.W, t.Chrome.Dash, t.Frame)
	high := 7
	if a.H >= 28 {
		high = 11
	}
	foot := a.Below(a.H - high)
	foot.Repeat(0, 0, foot.W, t.Chrome.Dash, t.Frame)
	body := a.Sub(0, 2, a.W, a.H-2-high)
	if s.diff {
		s.drawDiff(m, body, foot)
		return screen.Caret{}
	}
	s.drawCells(m, body)
	s.drawCell(m, foot)
	return screen.Caret{}
}

// told says which draft it is, what it began from, and how much was changed.
func (s *EditScreen) told(m screen.Desk) string {
	l := m.Lang()
	from, n := s.draft.From(), s.draft.Changed()
	if from.Issued() {
		return text.TuiPeFromIssued.With(from.ID, from.Version, s.draft.Base().Version, n).In(l)
	}
	return text.TuiPeFromDraft.With(from.ID, from.Version, n).In(l)
}

func (s *EditScreen) drawCells(m screen.Desk, a paint.Area) {
	t, l := m.Theme(), m.Lang()
	if len(s.cells) == 0 {
		a.Text(2, 0, text.TuiPeNone.In(l), t.Faint)
		return
	}
	s.list.Window(a.H)
	const basisW = 9
	of, name, worth := 0, 0, 0
	for i := range s.cells {
		c := &s.cells[i]
		of, name, worth = max(of, paint.Width(c.Heading(l))), max(name, paint.Width(c.Name.In(l))), max(worth, paint.Width(s.worth(m, c)))
	}
	cols := columnsOf(a.W-basisW-8, of, name, worth)
	valueX := 2 + cols[0] + 2 + cols[1] + 2
	basisX := valueX + cols[2] + 1
	for k := range min(a.H, len(s.cells)-s.list.Top) {
		i := s.list.Top + k
		c, row := &s.cells[i], a.Rows(k, 1)
		if k == 0 || s.cells[i-1].Group() != c.Group() {
			row.Text(2, 0, kit.Short(c.Heading(l), cols[0]), t.Head)
		}
		row.Cut(2+cols[0]+2, 0, cols[1], c.Name.Begun().In(l), t.Text)
		st := t.Text
		switch {
		case c.Changed:
			st = t.Accent
		case !c.Set:
			st = t.Faint
		case c.Number:
			st = t.Strong
		}
		word, bst := "", t.Faint
		switch c.Basis {
		case text.StandGiven:
			word, bst = t.Chrome.Check+" "+c.Basis.In(l), t.Good
		case text.StandAssumed:
			word, bst = "? "+c.Basis.In(l), t.Warn
		}
		row.Cut(valueX, 0, valueRoom(row, valueX, cols[2], word), s.worth(m, c), st)
		row.Right(basisX, 0, basisW, word, bst)
		kit.CursorRow(m, row, i == s.list.At)
	}
}

// worth is what stands there and, where it was changed, what stood there before.
func (s *EditScreen) worth(m screen.Desk, c *scoring.DraftCell) string {
	if c.Changed && c.Was != "" {
		return s.value(m, c) + "  ← " + c.Told(c.Was).In(m.Lang())
	}
	return s.value(m, c)
}

// value is what stands there, in words where it is one of a list.
func (s *EditScreen) value(m screen.Desk, c *scoring.DraftCell) string { return c.Now().In(m.Lang()) }

// about says of a value what it does, what may stand there, whether an enterprise may have its own, and on which clauses it rests.
func (s *EditScreen) about(m screen.Desk, c *scoring.DraftCell, w int) []string {
	l := m.Lang()
	about := s.draft.About(c, m.Standing().USCC, m.Standing().Type)
	var out, rules []string
	if !about.Does.Empty() {
		out = append(out, paint.Wrap(about.Does.In(l), w)...)
	}
	for _, r := range about.Rules {
		rules = append(rules, r.In(l))
	}
	if len(rules) > 0 {
		out = append(out, paint.Wrap(strings.Join(rules, text.TuiPeAnd.In(l)), w)...)
	}
	for _, c := range about.Clauses {
		out = append(out, paint.Cut(c.In(l), w))
	}
	return out
}

// drawCell tells of the value under the cursor, and what all changes make of the score.
func (s *EditScreen) drawCell(m screen.Desk, a paint.Area) {
	t, c := m.Theme(), s.current()
	effect := 1
	if a.H > 8 {
		effect = 4
	}
	if c != nil {
		of := paint.Cut(c.Of.Begun().In(m.Lang()), a.W/3)
		if c.Section == "pack" || c.Section == "clause" { // they are named by a whole sentence
			of = ""
		}
		if c.Head != "" && c.Head != of {
			of = strings.TrimSuffix(c.Head+" · "+of, " · ")
		}
		title := of + "  " + c.Name.Begun().In(m.Lang())
		x := a.Cut(2, 1, a.W*2/3, title, t.Title)
		a.Right(x+2, 1, a.W-x-3, c.Path, t.Faint)
		for y, l := range s.about(m, c, a.W-4) {
			if 2+y >= a.H-effect-1-kit.Btoi(s.draft.Changed() == 0) {
				break
			}
			a.Text(2, 2+y, l, t.Text)
		}
	}
	at := a.Sub(2, a.H-effect, a.W-4, effect)
	if wrong := s.draft.Wrong(); len(wrong) > 0 {
		lines := paint.Wrap("! "+text.TuiPeNotYet.With(wrong[0].Say).In(m.Lang()), a.W-4)
		at = a.Sub(2, a.H-max(effect, 2), a.W-4, max(effect, 2))
		at.Fill(t.Text)
		for y, l := range lines[:min(len(lines), at.H)] {
			at.Text(0, y, l, t.Bad)
		}
		return
	}
	if s.draft.Changed() == 0 {
		lines := paint.Wrap(text.TuiPeNothingYet.With(m.Standing().Name).In(m.Lang()), at.W)
		at = a.Sub(2, a.H-max(effect, min(len(lines), 2)), at.W, max(effect, 2))
		for y, l := range lines[:min(len(lines), at.H)] {
			at.Text(0, y, l, t.Faint)
		}
		return
	}
	drawEffect(m, at, &s.effect)
}

// drawDiff lists what differs from the pack that was opened, new lines in full.
func (s *EditScreen) drawDiff(m screen.Desk, a, foot paint.Area) {
	t := m.Theme()
	if len(s.rows) == 0 {
		a.Text(2, 0, t.Chrome.Check+" "+text.TuiPeSame.In(m.Lang()), t.Good)
		return
	}
	s.moved.Window(a.H)
	for k := range min(a.H, len(s.rows)-s.moved.Top) {
		i := s.moved.Top + k
		r, row := &s.rows[i], a.Rows(k, 1)
		sign, st := "~", t.Warn
		switch r.Kind {
		case scoring.SetAnew:
			sign, st = "+", t.Up
		case scoring.Dropped:
			sign, st = "-", t.Down
		}
		row.Text(2, 0, sign, st)
		row.Cut(4, 0, a.W-5, r.Say().In(m.Lang()), t.Text)
		kit.CursorRow(m, row, i == s.moved.At)
	}
	assumed := 0
	for i := range s.rows {
		if s.rows[i].Assumed {
			assumed++
		}
	}
	foot.Cut(2, 1, foot.W-4, text.TuiPeDiffSays.With(len(s.rows), assumed).In(m.Lang()), t.Faint)
	for y, l := range paint.Wrap(s.rows[s.moved.At].Say().In(m.Lang()), foot.W-4) {
		if 2+y >= foot.H-1 {
			break
		}
		foot.Text(2, 2+y, l, t.Text)
	}
	drawEffect(m, foot.Sub(2, foot.H-1, foot.W-4, 1), &s.effect)
}
