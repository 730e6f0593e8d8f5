package keeping

import (
	"strconv"
	"time"

	"yice/store"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Draw draws how the backups stand, and the list.
func (s *BackupsScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	t := m.Theme()
	x := a.Text(2, 0, text.TuiBackupsOf.In(m.Lang())+"  ", t.Faint)
	a.Text(x, 0, kit.Shorten(paint.Safe(s.path), a.W-x-2), t.Text)
	y := 1
	if s.read {
		say, st := s.state.Words().Begun(), t.Text
		if !s.wrong.Empty() {
			say, st = text.TuiRestoreUnread.With(s.wrong), t.Bad
		} else if s.state.Worrying() {
			st = t.Warn
		}
		for _, l := range paint.Wrap(paint.Safe(say.In(m.Lang())), a.W-4) {
			a.Text(2, y, l, st)
			y++
		}
	}
	y++
	switch {
	case !s.read:
		a.Text(2, y, text.TuiBackupsRead.In(m.Lang()), t.Faint)
		return screen.Caret{}
	case len(s.all) == 0:
		for k, l := range paint.Wrap(text.TuiBackupsNone.In(m.Lang()), a.W-4) {
			a.Text(2, y+k, l, t.Faint)
		}
		return screen.Caret{}
	}
	whyW := 15
	for i := range s.all {
		whyW = max(whyW, paint.Width(s.all[i].Why.Words().Begun().In(m.Lang())))
	}
	cols := []int{2, 23, 25 + whyW, 35 + whyW, 45 + whyW}
	for i, head := range []text.Pair{text.TuiBackupAt, text.TuiBackupWhy, text.TuiBackupRows, text.TuiBackupSize, text.TuiBackupIs} {
		a.Text(cols[i], y, head.In(m.Lang()), t.Head)
	}
	y++
	body := a.Below(y)
	s.list.Window(body.H)
	for k := range min(body.H, len(s.all)-s.list.Top) {
		b := &s.all[s.list.Top+k]
		row, st := body.Rows(k, 1), t.Text
		if !b.Condition.Good() {
			st = t.Warn
		}
		row.Text(cols[0], 0, b.At.Local().Format(time.DateTime), st)
		row.Cut(cols[1], 0, cols[2]-cols[1]-1, b.Why.Words().Begun().In(m.Lang()), t.Text)
		if b.Condition != store.BackupDamaged {
			row.Text(cols[2], 0, kit.Group(strconv.FormatInt(b.Rows, 10)), t.Text)
		}
		row.Text(cols[3], 0, kit.BytesOf(b.Bytes), t.Faint)
		row.Cut(cols[4], 0, a.W-cols[4]-1, b.Words().Begun().In(m.Lang()), st)
		kit.CursorRow(m, row, s.list.Top+k == s.list.At)
	}
	return screen.Caret{}
}
