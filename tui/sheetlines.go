package tui

import (
	"math/big"
	"strings"

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

// nameWidth is the room the indicators' names take, at most most.
func (m *Root) nameWidth(most int) int {
	w := 8
	for _, l := range m.indicators() {
		w = max(w, paint.Width(l.Title().In(m.lang)))
	}
	return min(w, most)
}

// short gives a name in w cells: its unit in brackets goes first.
func short(name string, w int) string {
	if paint.Width(name) > w {
		if i := strings.IndexAny(name, "（("); i > 0 {
			name = name[:i]
		}
	}
	return paint.Cut(name, w)
}

// drawIndicator draws name, bar, "value / target" in valueW cells (0: without), and score / weight.
func (m *Root) drawIndicator(a paint.Area, l scoring.Line, nameW, valueW int) {
	t := m.th
	score, weight := l.Score.Confirmed.String(), l.Weight.Text
	const scoreW = 6
	right := a.W - m.unitWidth() - scoreW
	a.Text(1, 0, short(l.Title().In(m.lang), nameW), t.Text)
	barX := nameW + 2
	barW := right - barX - 1
	if valueW > 0 {
		barW -= valueW + 1
		m.drawValue(a, right-valueW-1, valueW, l)
	}
	switch {
	case barW < 4:
	case l.Status == scoring.NoData, l.Status == scoring.NotDefined, l.Status == scoring.NotComparable:
		a.Repeat(barX, 0, barW, t.Chrome.Hatch, t.Rest) // not known: neither empty nor full
	default:
		done, all := permille(l.Score.Confirmed.Rat(), l.Weight.Value), permille(l.Score.Pending.Rat(), l.Weight.Value)
		a.Bar(t.Chrome, barX, 0, barW, all, t.Part, t.Rest)
		if done > 0 {
			m.overBar(a, barX, barW, done, all)
		}
		if open := permille(l.Unfilled.Rat(), l.Weight.Value) * barW / 1000; open > 0 {
			from := min((all*barW+999)/1000, barW-open)
			a.Repeat(barX+from, 0, open, t.Chrome.Hatch, t.Rest)
		}
	}
	st := t.Text
	switch l.Status {
	case scoring.Reached:
		st = t.Good
	case scoring.NoData, scoring.NotDefined, scoring.NotComparable:
		st = t.Warn
	}
	a.Right(right, 0, scoreW, score, st)
	a.Cut(right+scoreW+1, 0, m.unitWidth()-1, ofMost(weight), t.Faint)
}

// unitWidth is the room behind a figure, for "/ 20" or its unit: all figures of a column end before it.
func (m *Root) unitWidth() int { return max(4, paint.Width(text.TuiWan.In(m.lang))) + 2 }

// ofMost shows the most there is to be had behind a figure, "/ 20" and "/  5" below one another.
func ofMost(most string) string { return "/ " + paint.PadLeft(most, max(2, paint.Width(most))) }

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
	label   string
	detail  line
	pending string // what recognition would add, "" for nothing
	figure  string
	unit    string
	missing bool
}

// draw draws label, detail, what is pending and the figure, the figures of all accounts with their points below one
// another.
func (c account) draw(m *Root, a paint.Area, labelW int) {
	t := m.th
	a.Cut(1, 0, labelW, c.label, t.Text)
	unitW := m.unitWidth()
	figX := a.W - unitW
	st := t.Strong
	if c.missing {
		st = t.Warn
	}
	a.Right(figX-figureW, 0, figureW, c.figure, st)
	a.Cut(figX+1, 0, unitW-1, c.unit, t.Faint)
	pend := ""
	if c.pending != "" {
		pend = text.TuiPendingPlus.With(c.pending).In(m.lang)
	}
	w := paint.Width(pend)
	// Where the words would run into the name, the figure alone, in its colour and with its sign, must do.
	end := figX - max(figureW-1, paint.Width(c.figure)) - 1
	if end-w < labelW+2 {
		end = figX - paint.Width(c.figure) - 1
	}
	if w > 0 && end-w < labelW+2 {
		pend = c.pending
		w = paint.Width(pend)
	}
	a.Right(end-w, 0, max(w, 1), pend, t.Pending)
	room := figX - figureW - 1 - labelW - 2
	if w > 0 {
		room -= w + 1
	}
	if c.detail.width() <= room {
		c.detail.draw(a, labelW+2, 0)
	}
}

// figureW is the room of an account's figure.
const figureW = 12

// accountWidth is the room the accounts' names take.
func (m *Root) accountWidth() int {
	w := 8
	for _, p := range []text.Pair{text.TuiBonus, text.TuiAddback, text.TuiDeemed, text.TuiAssessed, text.TuiPayroll} {
		w = max(w, paint.Width(p.In(m.lang)))
	}
	return w
}

// accounts are bonus, add-back, deemed profit, assessed profit and payroll.
func (m *Root) accounts() []account {
	s := m.stand.sheet
	if s == nil {
		return nil
	}
	wan := text.TuiWan.In(m.lang)
	of := func(label text.Pair, detail line, p scoring.Pair, unit string) account {
		return account{label: label.In(m.lang), detail: detail, pending: pendingMore(p), figure: group(p.Confirmed.String()), unit: unit}
	}
	capped := text.TuiPoints.In(m.lang)
	if c := s.BonusCap.Text; c != "" {
		capped = ofMost(c)
	}
	out := []account{
		of(text.TuiBonus, m.parts(s.Bonuses), s.BonusTotal, capped),
		of(text.TuiAddback, nil, s.Addback.Score, wan),
		of(text.TuiDeemed, m.parts(s.Deemed), sumPairs(s.Deemed), wan),
	}
	if s.Assessed == nil {
		out = append(out, account{label: text.TuiAssessed.In(m.lang), figure: text.TuiMissing.In(m.lang), missing: true})
	} else {
		out = append(out, of(text.TuiAssessed, m.profitDetail(s), *s.Assessed, wan))
	}
	pay := line{{text.TuiSeparate.In(m.lang) + " ", m.th.Faint}, {group(s.Separate.Score.Confirmed.String()), m.th.Text}, {"  " + text.TuiTilt.In(m.lang) + " ", m.th.Faint}, {group(s.Tilt.Score.Confirmed.String()), m.th.Text}}
	if s.Base == nil {
		return append(out, account{label: text.TuiPayroll.In(m.lang), detail: pay, figure: text.TuiMissing.In(m.lang), missing: true})
	}
	return append(out, of(text.TuiPayroll, pay, *s.Base, wan))
}

func (m *Root) profitDetail(s *scoring.Sheet) line {
	var out line
	if s.Book != nil {
		out = append(out, piece{text.TuiBook.In(m.lang) + " ", m.th.Faint}, piece{group(s.Book.String()), m.th.Text})
	}
	if s.Completion != nil {
		out = append(out, piece{"  " + text.TuiCompletion.In(m.lang) + " ", m.th.Faint}, piece{s.Completion.Confirmed.String() + "%", m.th.Strong})
	}
	return out
}

// pendingMore is what is pending of a figure, "" where nothing is.
func pendingMore(p scoring.Pair) string {
	d := p.Pending
	d.Units -= p.Confirmed.Units
	if d.Units == 0 {
		return ""
	}
	return group(d.Signed())
}

// parts are the lines of an account in short: their figures, added.
func (m *Root) parts(lines []scoring.Line) line {
	if len(lines) < 2 {
		return nil
	}
	var out line
	for i, l := range lines {
		if i > 0 {
			out = append(out, piece{" + ", m.th.Faint})
		}
		out = append(out, piece{group(l.Score.Confirmed.String()), m.th.Text})
	}
	return out
}

// pairFigure is a figure, with what is pending behind it where there is something, and its cap.
func (m *Root) pairFigure(p scoring.Pair, cap string) line {
	out := line{{group(p.Confirmed.String()), m.th.Strong}}
	if cap != "" {
		out = append(out, piece{" / " + cap, m.th.Faint})
	}
	if more := pendingMore(p); more != "" {
		out = append(out, piece{"  " + text.TuiPendingPlus.With(more).In(m.lang), m.th.Pending})
	}
	return out
}

// unfilled says how many points nobody can speak of yet; nothing where there are none.
func (m *Root) unfilled(d scoring.Dec) line {
	if d.Sign() <= 0 {
		return nil
	}
	return line{{" " + text.TuiUnfilled.With(d.String()).In(m.lang), m.th.Faint}}
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

// gain is what a step brings: points, bonus points or profit; of one that fills in a missing figure, the most it may bring.
func (m *Root) gain(s scoring.Step) line {
	switch {
	case s.UpTo.Units != 0:
		return line{{text.TuiStepUpTo.With(s.UpTo.String()).In(m.lang), m.th.Pending}}
	case s.Gain.Units != 0:
		return line{{"+" + s.Gain.String(), m.th.Up}}
	case s.Bonus.Units != 0:
		return line{{"+" + s.Bonus.String(), m.th.Up}, {" " + text.TuiBonus.In(m.lang), m.th.Faint}}
	case s.Profit.Units != 0:
		return line{{"+" + group(s.Profit.String()), m.th.Up}, {" " + text.TuiWan.In(m.lang), m.th.Faint}}
	}
	return nil
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
		s += " " + paint.Cut(form.KeyTitle(f.Form, f.Key).In(m.lang), 20)
	}
	if fd := fm.Field(f.Field); fd != nil {
		s += "  " + fd.Title.In(m.lang)
	}
	return s
}
