package ruling

import (
	"strings"

	"yice/scoring"
	"yice/text"
	"yice/tui/judging"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// policyFoot are the rows that tell of the line under the cursor.
const policyFoot = 4

func (s *PolicyScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	t := m.Theme()
	x := 1
	for i, p := range policyTabs {
		if pack := m.Session().Pack(); policyTab(i) == policyAssumed && pack != nil {
			p = pack.LeftOpen().Word
		}
		st := t.Faint
		if policyTab(i) == s.tab {
			st = t.Cursor
		}
		from := x
		x = a.Text(x, 0, " "+p.In(m.Lang())+" ", st) + 1
		kit.TabZone(m, a, from, x-1, i, int(s.tab), len(policyTabs))
	}
	note, top := m.Standing().PackNote.In(m.Lang()), 2
	a.Repeat(0, 1, a.W, t.Chrome.Dash, t.Frame)
	if room := a.W - x - 2; paint.Width(note) <= room {
		a.Right(x, 0, room, note, t.Faint)
	} else if say := paint.Wrap(note, a.W-4); a.H >= 16 && m.Session().Pack() != nil {
		// Why this pack is in force is told whole: which pack it is stands there.
		say = say[:min(len(say), 3)]
		for y, l := range say {
			a.Text(2, 2+y, l, t.Faint)
		}
		if top += len(say); a.H >= 28 {
			top++
		}
	} else {
		a.Cut(2, 1, a.W-4, " "+paint.Cut(note, a.W-8)+" ", t.Faint)
	}
	body, foot := a.Sub(0, top, a.W, a.H-top-policyFoot), a.Below(a.H-policyFoot)
	foot.Repeat(0, 0, foot.W, t.Chrome.Dash, t.Frame)
	switch {
	case m.Session().Pack() == nil:
		judging.DrawNoPack(m, body.Inset(1, 0))
	case s.tab == policyReadings:
		s.drawReadings(m, body, foot)
	case s.tab == policyDiffs:
		s.drawDiffs(m, body, foot)
	default:
		s.drawSettings(m, body, foot)
	}
	return screen.Caret{}
}

func (s *PolicyScreen) drawSettings(m screen.Desk, a, foot paint.Area) {
	t, l := m.Theme(), m.Lang()
	s.list.Window(a.H)
	basisW := 10
	if m.Session().Pack().Official() {
		basisW = 13 // 国资委确定
	}
	of, name, value := 0, 0, 0
	for i := range s.rows {
		r := &s.rows[i]
		of, name, value = max(of, paint.Width(r.Of.In(l))), max(name, paint.Width(r.Name.In(l))), max(value, paint.Width(r.Value.In(l)))
	}
	// Where there is room to spare, the word at the right comes nearer.
	cols := columnsOf(a.W-basisW-8, of, name, value)
	valueX := 2 + cols[0] + 2 + cols[1] + 2
	basisX := valueX + cols[2] + 1
	for k := range min(a.H, len(s.rows)-s.list.Top) {
		i := s.list.Top + k
		r, row := s.rows[i], a.Rows(k, 1)
		if k == 0 || s.rows[i-1].Group != r.Group {
			row.Text(2, 0, kit.Short(r.Of.Begun().In(l), cols[0]), t.Head)
		}
		row.Cut(2+cols[0]+2, 0, cols[1], r.Name.Begun().In(l), t.Text)
		st := t.Text
		if r.Param != nil {
			st = t.Strong
		}
		word, bst := basis(m, r)
		row.Cut(valueX, 0, valueRoom(row, valueX, cols[2], word), r.Value.In(l), st)
		row.Right(basisX, 0, basisW, word, bst)
		kit.CursorRow(m, row, i == s.list.At)
	}
	s.drawSetting(m, foot)
}

// valueRoom is how wide a value may be: it goes on to the edge where no word stands at its right.
func valueRoom(row paint.Area, x, w int, word string) int {
	if word == "" {
		return row.W - x - 1
	}
	return w
}

// columnsOf shares room out among section, name and value: a long value gives way first, for it is told whole below.
func columnsOf(room, of, name, value int) []int {
	const least, widest = 16, 30 // a value keeps so much, and a section, whose name may be a sentence, has no more than this
	of = min(of, widest)
	value = max(min(value, room-of-name), min(value, least))
	return append(kit.Share(room-value, of, name), value)
}

// basis says in a word where a number comes from.
func basis(m screen.Desk, r scoring.PackRow) (string, paint.Style) {
	t, l := m.Theme(), m.Lang()
	if r.Param == nil {
		return "", t.Faint
	}
	st := m.Session().Pack().Standing(r.Param)
	word := st.Word().In(l)
	switch {
	case r.Param.Basis == scoring.Override:
		return t.Chrome.Right + " " + text.StandOwn.In(l), t.Accent
	case st.Open():
		return "? " + word, t.Warn
	}
	return t.Chrome.Check + " " + word, t.Good
}

// drawSetting tells of the setting under the cursor: what it is, where it was set, why, and whether it can be changed.
func (s *PolicyScreen) drawSetting(m screen.Desk, a paint.Area) {
	t, l, r := m.Theme(), m.Lang(), s.current()
	if r == nil {
		return
	}
	where := text.TuiPolLine.With(r.Line).In(l) + "  " + r.Path
	x := a.Cut(2, 1, a.W/2, r.Of.Begun().In(l)+"  "+r.Name.Begun().In(l), t.Title)
	a.Right(x+2, 1, a.W-x-3, where, t.Faint)
	a.Cut(2, 2, a.W-4, s.origin(m, r), t.Text)
	switch {
	case r.Own:
		a.Cut(2, 3, a.W-4, text.TuiPolCanSet.In(l), t.Accent)
	case paint.Width(r.Value.In(l)) > a.W/3:
		a.Cut(2, 3, a.W-4, r.Value.In(l), t.Faint)
	case r.Param != nil:
		a.Cut(2, 3, a.W-4, text.TuiPolCannot.In(l), t.Faint)
	}
}

// origin says in a sentence where a setting comes from.
func (s *PolicyScreen) origin(m screen.Desk, r *scoring.PackRow) string {
	var out []string
	for _, p := range m.Session().Pack().Origin(r) {
		out = append(out, p.In(m.Lang()))
	}
	return strings.Join(out, "   ")
}

// readings are the ways the add-back could be read.
func readings(m screen.Desk) []scoring.Reading {
	if sh := m.Standing().Sheet; sh != nil {
		return sh.Readings()
	}
	return nil
}

func (s *PolicyScreen) drawReadings(m screen.Desk, a, foot paint.Area) {
	t, all := m.Theme(), readings(m)
	s.list.N = len(all)
	s.list.Clamp()
	if len(all) == 0 {
		a.Text(2, 0, text.TuiPolNoAddback.In(m.Lang()), t.Faint)
		return
	}
	col := kit.ClampInt(a.W/8, 10, 16)
	x3 := a.W - kit.Btoi(a.W >= 100) - col // at 80 columns the words need the last cell
	x2 := x3 - col
	nameW, basisW := 0, 0
	for _, r := range all {
		nameW, basisW = max(nameW, paint.Width(r.Rates.In(m.Lang()))), max(basisW, paint.Width(r.Counted.In(m.Lang())))
	}
	words := kit.Share(x2-col-3, nameW, basisW)
	basisX := 2 + words[0] + kit.ClampInt(x2-col-2-words[0]-words[1], 1, 3)
	a.Text(2, 0, text.TuiPolReading.In(m.Lang()), t.Head)
	a.Text(basisX, 0, text.TuiPolBasis.In(m.Lang()), t.Head)
	a.Right(x2-col, 0, col, text.TuiPolBack.In(m.Lang()), t.Head)
	a.Right(x2, 0, col, text.TuiPolAgainstIs.In(m.Lang()), t.Head)
	a.Right(x3, 0, col, text.TuiPolThenIs.In(m.Lang()), t.Head)
	now := all[0].Amount
	for y, r := range all {
		row := a.Rows(y+1, 1)
		st := t.Text
		if r.InForce {
			st = t.Accent
		}
		row.Cut(2, 0, words[0], r.Rates.In(m.Lang()), st)
		row.Cut(basisX, 0, words[1], r.Counted.In(m.Lang()), t.Text)
		row.Right(x2-col, 0, col, kit.Group(r.Amount.String()), t.Strong)
		d := r.Amount
		d.Units -= now.Units
		switch {
		case r.InForce:
			row.Right(x2, 0, col, text.TuiPolInForce.In(m.Lang()), t.Accent)
		case d.Units < 0:
			row.Right(x2, 0, col, kit.Group(d.Signed()), t.Down)
		default:
			row.Right(x2, 0, col, kit.Group(d.Signed()), t.Up)
		}
		if as := m.Standing().Totals.Assessed; as != nil {
			then := *as
			then.Units += d.Units
			row.Right(x3, 0, col, kit.Group(then.String()), t.Text)
		}
		kit.CursorRow(m, row, y == s.list.At)
	}
	for y, l := range paint.Wrap(text.TuiPolReadSay.In(m.Lang()), foot.W-4) {
		foot.Text(2, 1+y, l, t.Faint)
	}
}

func (s *PolicyScreen) drawDiffs(m screen.Desk, a, foot paint.Area) {
	t := m.Theme()
	switch {
	case !s.got:
		a.Text(2, 0, text.TuiReading.In(m.Lang()), t.Faint)
		return
	case s.prev == nil:
		for y, l := range paint.Wrap(text.TuiPolNoPrev.With(m.Standing().Year-1).In(m.Lang()), a.W-4) {
			a.Text(2, y, l, t.Faint)
		}
		return
	case len(s.diff) == 0:
		a.Text(2, 0, t.Chrome.Check+" "+text.TuiPolSame.In(m.Lang()), t.Good)
		return
	}
	s.list.Window(a.H)
	for k := range min(a.H, len(s.diff)-s.list.Top) {
		i := s.list.Top + k
		c, row := s.diff[i], a.Rows(k, 1)
		sign, st := "~", t.Warn
		switch c.Kind {
		case scoring.SetAnew:
			sign, st = "+", t.Up
		case scoring.Dropped:
			sign, st = "-", t.Down
		}
		row.Text(2, 0, sign, st)
		row.Cut(4, 0, a.W-5, c.Say.In(m.Lang()), t.Text)
		kit.CursorRow(m, row, i == s.list.At)
	}
	foot.Cut(2, 1, foot.W-4, text.TuiPolAgainst.With(s.prev.ID, s.prev.Version, len(s.diff)).In(m.Lang()), t.Faint)
	if s.list.At < len(s.diff) {
		for y, l := range paint.Wrap(s.diff[s.list.At].Say.In(m.Lang()), foot.W-4) {
			foot.Text(2, 2+y, l, t.Text)
		}
	}
}
