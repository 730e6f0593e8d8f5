package judging

import (
	"strings"

	"yice/scoring"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// beside is one line of the two sheets.
type beside struct {
	name    string
	brief   string // without its unit
	was, is string
	delta   scoring.Dec
	strong  bool
}

// DrawSheets draws today's sheet beside another one.
func DrawSheets(m screen.Desk, a paint.Area, other *scoring.Sheet, head text.Pair) {
	t, l := m.Theme(), m.Lang()
	rows := compareSheets(m, other)
	// The figures take what they need, and of room to spare a little; the names have the rest.
	name, w := 0, [3]int{paint.Width(text.TuiWhatToday.In(l)), paint.Width(head.In(l)), paint.Width(text.TuiWhatDelta.In(l))}
	for _, r := range rows {
		name = max(name, paint.Width(r.name))
		w[0], w[1], w[2] = max(w[0], paint.Width(r.was)), max(w[1], paint.Width(r.is)), max(w[2], paint.Width(kit.Group(r.delta.Signed())))
	}
	for spare := a.W - 5 - name; spare >= w[0]+w[1]+w[2]+3 && w[2] < 12; {
		w = [3]int{w[0] + 1, w[1] + 1, w[2] + 1}
	}
	x3 := a.W - 1 - w[2]
	x2 := x3 - w[1] - 1
	x1 := x2 - w[0] - 1
	end := a.Text(1, 0, text.TuiWhatLine.In(l), t.Head)
	if name > x1-2 { // none has its unit where one of them has no room for it: the head has it for all
		for i := range rows {
			rows[i].name = rows[i].brief
		}
		a.Cut(end+2, 0, x1-end-3, text.TuiWhatMoney.In(l), t.Faint)
	}
	a.Right(x1, 0, w[0], text.TuiWhatToday.In(l), t.Head)
	a.Right(x2, 0, w[1], head.In(l), t.Head)
	a.Right(x3, 0, w[2], text.TuiWhatDelta.In(l), t.Head)
	if len(rows) > a.H-1 {
		rows = closestRows(rows, a.H-1)
	}
	for y, r := range rows {
		row := a.Rows(y+1, 1)
		st := t.Text
		if r.strong {
			st = t.Strong
		}
		row.Cut(1, 0, x1-2, r.name, st)
		row.Right(x1, 0, w[0], r.was, t.Text)
		switch {
		case r.delta.Units == 0:
			row.Right(x2, 0, w[1], r.is, t.Faint)
			row.Right(x3, 0, w[2], t.Chrome.Dot, t.Rest)
		default:
			row.Right(x2, 0, w[1], r.is, t.Strong)
			dst := t.Up
			if r.delta.Units < 0 {
				dst = t.Down
			}
			row.Right(x3, 0, w[2], kit.Group(r.delta.Signed()), dst)
		}
	}
}

// closestRows keeps totals and what moved where there is no room for every line.
func closestRows(rows []beside, n int) []beside {
	var out []beside
	for pass := range 2 {
		for _, r := range rows {
			if first := r.strong || r.delta.Units != 0; first == (pass == 0) && len(out) < n {
				out = append(out, r)
			}
		}
	}
	return out
}

// compareSheets lists totals, then every line of the sheet, now and then.
func compareSheets(m screen.Desk, then *scoring.Sheet) []beside {
	now := m.Standing().Sheet
	if now == nil {
		return nil
	}
	if then == nil {
		then = now
	}
	var out []beside
	unit := inWan(text.Pair{}).In(m.Lang())
	add := func(name text.Pair, was, is scoring.Dec, end string, strong bool) {
		d := is
		d.Units -= was.Units
		out = append(out, beside{name: name.In(m.Lang()), brief: strings.TrimSuffix(name.In(m.Lang()), unit), was: kit.Group(was.String()) + end, is: kit.Group(is.String()) + end, delta: d, strong: strong})
	}
	add(text.TuiScore, now.Innovation.Confirmed, then.Innovation.Confirmed, "", true)
	if p := now.Innovation.Pending; p != now.Innovation.Confirmed || then.Innovation.Pending != then.Innovation.Confirmed {
		add(text.TuiWhatWithPending.With(text.TuiScore), p, then.Innovation.Pending, "", true)
	}
	add(text.TuiBonus, now.BonusTotal.Confirmed, then.BonusTotal.Confirmed, "", true)
	if p := now.BonusTotal.Pending; p != now.BonusTotal.Confirmed || then.BonusTotal.Pending != then.BonusTotal.Confirmed {
		add(text.TuiWhatWithPending.With(text.TuiBonus), p, then.BonusTotal.Pending, "", true)
	}
	if now.Assessed != nil && then.Assessed != nil {
		add(inWan(text.TuiAssessed), now.Assessed.Confirmed, then.Assessed.Confirmed, "", true)
	}
	if net, ok := scoring.Net(now, then); ok && net.Cmp(then.Assessed.Confirmed) != 0 {
		add(inWan(text.TuiAssessedNet), now.Assessed.Confirmed, net, "", true)
	}
	if now.Completion != nil && then.Completion != nil {
		add(text.TuiCompletion, now.Completion.Confirmed, then.Completion.Confirmed, "%", true)
	}
	for _, r := range SheetRows(m) {
		other := then.Line(r.Line.ID)
		if other == nil || r.Line.ID == "" {
			continue
		}
		add(InUnit(r.Line), r.Line.Score.Confirmed, other.Score.Confirmed, "", false)
	}
	return out
}
