package trusting

import (
	"strings"

	"yice/seal"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// keysFoot are the rows that tell of the key under the cursor.
const keysFoot = 5

// Draw draws the keys, and below them all of the one under the cursor.
func (s *KeysScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	t := m.Theme()
	if m.Session() == nil { // there is no header
		a.Text(0, 0, " "+text.TuiKeys.In(m.Lang())+" ", t.Brand)
		a = a.Sub(0, 2, a.W, a.H-2)
	}
	all := s.keys.Holders()
	switch {
	case !s.read:
		a.Text(2, 1, text.TuiKeyReading.In(m.Lang()), t.Faint)
		return screen.Caret{}
	case !s.wrong.Empty():
		for y, l := range paint.Wrap("! "+s.wrong.In(m.Lang()), a.W-4) {
			a.Text(2, 1+y, l, t.Bad)
		}
		return screen.Caret{}
	case len(all) == 0:
		y := 1
		for _, say := range []text.Pair{text.TuiKeyNone, text.TuiKeyBegin} {
			for _, l := range paint.Wrap(say.In(m.Lang()), a.W-4) {
				a.Text(2, y, l, t.Text)
				y++
			}
			y++
		}
		return screen.Caret{}
	}
	head := text.TuiKeyNoRoot
	if s.keys.Root() != "" {
		head = text.TuiKeyRoot.With(s.keys.Number(), s.keys.Root())
	}
	a.Cut(2, 0, a.W-4, head.In(m.Lang()), t.Faint)
	cols := keyColumns(a.W)
	titles := []text.Pair{text.TuiKeyHeadRole, text.TuiKeyHeadName, text.TuiKeyHeadFor, text.TuiKeyHeadDays, text.TuiKeyHeadMark}
	for i, c := range cols {
		a.Cut(c.x, 1, c.w, titles[i].In(m.Lang()), t.Head)
	}
	body, foot := a.Sub(0, 2, a.W, a.H-2-keysFoot), a.Below(a.H-keysFoot)
	s.list.N = len(all)
	s.list.Window(body.H)
	for k := range min(body.H, len(all)-s.list.Top) {
		i := s.list.Top + k
		row := body.Rows(k, 1)
		s.drawHolder(m, row, cols, all[i])
		kit.CursorRow(m, row, i == s.list.At)
	}
	foot.Repeat(0, 0, foot.W, t.Chrome.Dash, t.Frame)
	if h := s.current(); h != nil {
		drawHolderFoot(m, foot, *h)
	}
	return screen.Caret{}
}

type keyColumn struct{ x, w int }

// keyColumns places role, name, for whom, when and, where there is room, the fingerprint.
func keyColumns(w int) []keyColumn {
	const role, whom, days, mark = 13, 20, 24, 30
	wide := w >= 112
	name := w - 4 - role - whom - days
	if wide {
		name -= mark
	}
	out := []keyColumn{{2, role - 1}, {2 + role, name - 1}, {2 + role + name, whom - 1}, {2 + role + name + whom, days - 1}}
	if wide {
		out = append(out, keyColumn{2 + role + name + whom + days, mark})
	}
	return out
}

func (s *KeysScreen) drawHolder(m screen.Desk, row paint.Area, cols []keyColumn, h seal.Holder) {
	t, l := m.Theme(), m.Lang()
	st, days := t.Text, t.Faint
	switch {
	case h.RevokedOn != "":
		st, days = t.Faint.With(paint.Strike), t.Bad
	case h.Role == seal.Unassigned:
		st = t.Warn
	}
	role, fst := h.Role.Title().In(l), t.Strong
	if h.Role == seal.Unassigned {
		fst = t.Warn
	}
	row.Cut(cols[0].x, 0, cols[0].w, role, fst)
	row.Cut(cols[1].x, 0, cols[1].w, h.Name, st)
	whom := h.USCC
	if h.Person != "" {
		whom = h.Person
	}
	row.Cut(cols[2].x, 0, cols[2].w, whom, st)
	row.Cut(cols[3].x, 0, cols[3].w, h.Days().In(l), days)
	if len(cols) > 4 {
		row.Cut(cols[4].x, 0, cols[4].w, h.Fingerprint, t.Faint)
	}
}

// drawHolderFoot tells all of one key.
func drawHolderFoot(m screen.Desk, a paint.Area, h seal.Holder) {
	t, l := m.Theme(), m.Lang()
	a.Cut(2, 1, a.W-4, strings.TrimSpace(h.Name+"  "+h.Person+"  "+h.USCC), t.Title)
	a.Cut(2, 2, a.W-4, text.TuiKeySigns.With(h.Role.Title(), h.Role.Does()).In(l), t.Text)
	st := t.Faint
	if h.RevokedOn != "" {
		st = t.Bad
	}
	a.Cut(2, 3, a.W-4, h.Days().In(l), st)
	x := a.Text(2, 4, text.TuiKeyHeadMark.In(l)+"  ", t.Faint)
	a.Cut(x, 4, a.W-x-1, strings.ReplaceAll(h.Fingerprint, "-", " - "), t.Strong)
}
