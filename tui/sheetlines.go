package tui

import (
	"math/big"

	"yice/form"
	"yice/scoring"
	"yice/text"
	"yice/tui/paint"
)

// What overview and score screen share: the lines of the sheet as rows.

func (m *Root) indicators() []scoring.Line {
	if m.stand.sheet == nil {
		return nil
	}
	return m.stand.sheet.Indicators
}

// permille is a ≤ 1 part of a whole in thousandths; nothing of nothing is 0.
func permille(part, whole *big.Rat) int {
	if part == nil || whole == nil || whole.Sign() <= 0 || part.Sign() <= 0 {
		return 0
	}
	q := new(big.Rat).Quo(part, whole)
	q.Mul(q, big.NewRat(1000, 1))
	n := new(big.Int).Quo(q.Num(), q.Denom())
	if !n.IsInt64() || n.Int64() > 1000 {
		return 1000
	}
	return int(n.Int64())
}

// drawIndicator draws name, bar, "value / target" in valueW cells (0: without), and score / weight.
func (m *Root) drawIndicator(a paint.Area, l scoring.Line, nameW, valueW int) {
	t := m.th
	score, weight := l.Score.Confirmed.String(), l.Weight.Text
	scoreW, weightW := 6, 3
	right := a.W - 1 - scoreW - 1 - weightW
	a.Cut(1, 0, nameW, l.Name, t.Text)
	barX := nameW + 2
	barW := right - barX - 1
	if valueW > 0 {
		barW -= valueW + 1
		m.drawValue(a, right-valueW-1, valueW, l)
	}
	if barW >= 4 {
		done, all := permille(l.Score.Confirmed.Rat(), l.Weight.Value), permille(l.Score.Pending.Rat(), l.Weight.Value)
		a.Bar(t.Chrome, barX, 0, barW, all, t.Part, t.Rest)
		if done > 0 {
			m.overBar(a, barX, barW, done, all)
		}
	}
	st := t.Text
	switch l.Status {
	case scoring.Reached:
		st = t.Good
	case scoring.NoData, scoring.NotDefined:
		st = t.Warn
	}
	a.Right(right, 0, scoreW, score, st)
	a.Text(right+scoreW, 0, "/", t.Faint)
	a.Right(right+scoreW+1, 0, weightW, weight, t.Faint)
}

// overBar draws the confirmed part over the pending one.
func (m *Root) overBar(a paint.Area, x, w, done, all int) {
	t := m.th
	if done == all {
		a.Bar(t.Chrome, x, 0, w, done, t.Fill, t.Rest)
		return
	}
	full := done * w / 1000
	a.Repeat(x, 0, full, t.Chrome.Full, t.Fill)
}

// drawValue draws "1.65% / 1.80%" with the strokes of all lines below one another.
func (m *Root) drawValue(a paint.Area, x, w int, l scoring.Line) {
	t := m.th
	value, target := l.ValueText, l.TargetText
	st := t.Text
	if l.Value == nil {
		value, st = text.TuiMissing.In(m.lang), t.Warn
	}
	half := (w - 3) / 2
	a.Right(x, 0, half, value, st)
	if target != "" {
		a.Text(x+half+1, 0, "/", t.Faint)
		a.Cut(x+half+3, 0, w-half-3, target, t.Faint)
	}
}

// account is a line under the indicators: what is kept apart from the points.
type account struct {
	label  string
	detail line
	figure line
}

func (c account) draw(m *Root, a paint.Area) {
	a.Cut(1, 0, 12, c.label, m.th.Faint)
	room := a.W - 14 - c.figure.width() - 2
	if c.detail.width() <= room {
		c.detail.draw(a, 14, 0)
	}
	c.figure.draw(a, a.W-1-c.figure.width(), 0)
}

// accounts are bonus, add-back, deemed profit, assessed profit and payroll.
func (m *Root) accounts() []account {
	s := m.stand.sheet
	if s == nil {
		return nil
	}
	t := m.th
	var out []account
	add := func(label text.Pair, detail, figure line) {
		out = append(out, account{label.In(m.lang), detail, figure})
	}
	add(text.TuiBonus, m.parts(s.Bonuses), m.pairFigure(s.BonusTotal, s.BonusCap.Text))
	add(text.TuiAddback, nil, m.pairFigure(s.Addback.Score, ""))
	add(text.TuiDeemed, m.parts(s.Deemed), m.pairFigure(sumPairs(s.Deemed), ""))
	if s.Assessed != nil {
		var detail line
		if s.Book != nil {
			detail = line{{text.TuiBook.In(m.lang) + " ", t.Faint}, {group(s.Book.String()), t.Text}}
		}
		if s.Completion != nil {
			detail = append(detail, piece{"  " + text.TuiCompletion.In(m.lang) + " ", t.Faint}, piece{s.Completion.Confirmed.String() + "%", t.Strong})
		}
		add(text.TuiAssessed, detail, m.pairFigure(*s.Assessed, ""))
	} else {
		add(text.TuiAssessed, line{{text.TuiMissing.In(m.lang), t.Warn}}, line{{"-", t.Warn}})
	}
	pay := line{{text.TuiSeparate.In(m.lang) + " ", t.Faint}, {group(s.Separate.Score.Confirmed.String()), t.Text}, {"  " + text.TuiTilt.In(m.lang) + " ", t.Faint}, {group(s.Tilt.Score.Confirmed.String()), t.Text}}
	base := line{{"-", t.Faint}}
	if s.Base != nil {
		base = m.pairFigure(*s.Base, "")
	}
	add(text.TuiPayroll, pay, base)
	return out
}

// parts are the lines of an account in short: "平台 1.50  奖项 3.00".
func (m *Root) parts(lines []scoring.Line) line {
	var out line
	for i, l := range lines {
		if i > 0 {
			out = append(out, piece{"  ", m.th.Text})
		}
		out = append(out, piece{paint.Cut(l.Name, 12) + " ", m.th.Faint}, piece{group(l.Score.Confirmed.String()), m.th.Text})
		if l.Score.Pending != l.Score.Confirmed {
			out = append(out, piece{" (" + group(l.Score.Pending.String()) + ")", m.th.Pending})
		}
	}
	return out
}

// pairFigure is a figure, with what is pending in brackets where it differs, and its cap.
func (m *Root) pairFigure(p scoring.Pair, cap string) line {
	out := line{}
	if p.Pending != p.Confirmed {
		out = append(out, piece{"(" + group(p.Pending.String()) + ") ", m.th.Pending})
	}
	out = append(out, piece{group(p.Confirmed.String()), m.th.Strong})
	if cap != "" {
		out = append(out, piece{"/" + cap, m.th.Faint})
	}
	return out
}

func sumPairs(lines []scoring.Line) scoring.Pair {
	var p scoring.Pair
	for i, l := range lines {
		if i == 0 {
			p = l.Score
			continue
		}
		p.Confirmed.Units += l.Score.Confirmed.Units
		p.Pending.Units += l.Score.Pending.Units
	}
	return p
}

// gain is what a step brings, in the account it serves.
func (m *Root) gain(s scoring.Step) (figure, unit string) {
	switch {
	case s.Gain.Units != 0:
		return "+" + s.Gain.String(), ""
	case s.Bonus.Units != 0:
		return "+" + s.Bonus.String(), " " + text.TuiBonus.In(m.lang)
	}
	return "+" + group(s.Profit.String()), " " + text.TuiWan.In(m.lang)
}

// drawFinding draws a finding in one line: severity, form and row, what is wrong, its reason.
func (m *Root) drawFinding(a paint.Area, f form.Finding) {
	t := m.th
	sev, st := f.Severity.Title().In(m.lang), t.Bad
	sign := "! "
	if f.Severity == form.Verify {
		st, sign = t.Warn, "? "
	}
	if f.Explained {
		st, sign = t.Good, t.Chrome.Check+" "
	}
	x := a.Text(1, 0, sign, st)
	x = a.Text(x, 0, sev, st) + 2
	x = a.Cut(x, 0, max(a.W/3, 20), m.findingPlace(f), t.Strong) + 2
	room := a.W - x - 1
	tail := ""
	if f.Explained {
		tail = text.TuiExplained.In(m.lang) + " " + f.Reason
	}
	if tail != "" && room > 50 {
		w := min(paint.Width(tail), room/3)
		a.Right(a.W-1-w, 0, w, tail, t.Good)
		room -= w + 2
	}
	a.Cut(x, 0, room, f.Message.In(m.lang), t.Text)
}

// findingPlace names the form, row and field of a finding.
func (m *Root) findingPlace(f form.Finding) string {
	fm := form.ByID(f.Form)
	if fm == nil {
		return f.Form
	}
	s := fm.Title.In(m.lang)
	if f.Key != "" {
		s += " " + paint.Cut(f.Key, 20)
	}
	if fd := fm.Field(f.Field); fd != nil {
		s += " " + m.th.Chrome.Dot + " " + fd.Title.In(m.lang)
	}
	return s
}
