package judging

import (
	"math/big"
	"strings"

	"yice/scoring"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// What overview and score screen share: the lines of the sheet as rows.

// Indicators are the lines with points; none without a sheet.
func Indicators(m screen.Desk) []scoring.Line {
	if m.Standing().Sheet == nil {
		return nil
	}
	return m.Standing().Sheet.Indicators
}

// Permille is a ≤ 1 part of a whole in thousandths; nothing of nothing is 0.
func Permille(part, whole *big.Rat) int {
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

// NameWidth is the room the indicators' names take, at most most.
func NameWidth(m screen.Desk, most int) int {
	w := 8
	for _, l := range Indicators(m) {
		w = max(w, paint.Width(lineName(&l).In(m.Lang())))
	}
	return min(w, most)
}

// NameRoom is the room of the names in lines w cells wide, values in valueW of them: with their units in brackets where a good bar is
// left, else without; the names go before the bar, and where it would be too short to be read there is none.
func NameRoom(m screen.Desk, w, valueW int) int {
	left := w - UnitWidth(m) - scoreW - 3
	if valueW > 0 {
		left -= valueW + 1
	}
	named, bare := 8, 8
	for _, l := range Indicators(m) {
		name := lineName(&l).In(m.Lang())
		named, bare = max(named, paint.Width(name)), max(bare, paint.Width(kit.Bare(name)))
	}
	if left-named >= goodBar {
		return named
	}
	if left-bare < leastBar {
		return max(min(bare, left+1), 8)
	}
	return bare
}

// FiguresAt is where, in a line w cells wide, a value ends, its target begins, and points end: what heads them stands over them.
func FiguresAt(m screen.Desk, w, valueW int) (value, target, points int) {
	right := w - UnitWidth(m) - scoreW
	x, half := right-valueW-1, (valueW-3)/2
	return x + half, x + half + 3, right + scoreW
}

// A bar of goodBar cells is read well, one of leastBar just.
const goodBar, leastBar = 12, 4

// scoreW is the room of a line's points.
const scoreW = 6

// valueWidth is the room of "value / target", as wide as the widest of the sheet's.
func valueWidth(m screen.Desk) int {
	half := 6
	for _, l := range Indicators(m) {
		value, target := said(m, &l)
		half = max(half, paint.Width(value)+1, paint.Width(target)) // what is shown stays clear of the bar
	}
	return min(2*half+3, 27)
}

// said is a line's value with its unit, and its target.
func said(m screen.Desk, l *scoring.Line) (value, target string) {
	switch value = l.ValueText; {
	case l.Value == nil:
		value = text.TuiMissing.In(m.Lang())
	case value != "":
		value = text.Column(value, l.Unit).In(m.Lang())
	}
	return value, l.Goal()
}

// lineName is a line's name, with the way that counts where it has several.
func lineName(l *scoring.Line) text.Pair {
	name := l.Title()
	if !l.By.Empty() {
		name = text.ScoreWayOf.With(name, l.By)
	}
	return text.Named(name, l.Unit)
}

// Scored is a line's name beside its score, which is in points: without the unit of what the line measures.
func Scored(l *scoring.Line) text.Pair {
	name := Unmeasured(l.Title())
	if !l.By.Empty() {
		name = text.ScoreWayOf.With(name, l.By)
	}
	return name
}

// Unmeasured is the name of a line without the unit of what it measures.
func Unmeasured(name text.Pair) text.Pair {
	for _, u := range text.TuiMeasured {
		in := text.AccountUnit.With(text.Pair{}, u)
		name.ZH, name.EN = strings.TrimSuffix(name.ZH, in.ZH), strings.TrimSuffix(name.EN, in.EN)
	}
	return name
}

// InPoints reports that the result of a line of a kind is points, or told in words; of all others it is money.
func InPoints(kind string) bool {
	return kind == "indicator" || kind == "bonus" || kind == "deduction" || tellsItself(kind)
}

// InUnit is a line's name beside its result in a list of every kind: money with its unit in both languages, points without one.
func InUnit(l *scoring.Line) text.Pair {
	if InPoints(l.Kind) {
		return Scored(l)
	}
	return inWan(l.Title())
}

// inWan is a label with the unit of its money, in both languages.
func inWan(label text.Pair) text.Pair { return text.AccountUnit.With(label, text.TuiWan) }

// DrawIndicator draws name, bar, "value / target" in valueW cells (0: without), and score / weight.
func DrawIndicator(m screen.Desk, a paint.Area, l scoring.Line, nameW, valueW int) {
	t := m.Theme()
	score, weight := l.Score.Confirmed.String(), l.Weight.Text
	right := a.W - UnitWidth(m) - scoreW
	a.Text(1, 0, kit.Short(lineName(&l).In(m.Lang()), nameW), t.Text)
	barX := nameW + 2
	barW := right - barX - 1
	if valueW > 0 {
		barW -= valueW + 1
		drawValue(m, a, right-valueW-1, valueW, l)
	}
	switch {
	case barW < 4:
	case l.Status == scoring.NoData, l.Status == scoring.NotDefined, l.Status == scoring.NotComparable:
		a.Repeat(barX, 0, barW, t.Chrome.Hatch, t.Rest) // not known: neither empty nor full
	default:
		done, all := Permille(l.Score.Confirmed.Rat(), l.Weight.Value), Permille(l.Score.Pending.Rat(), l.Weight.Value)
		a.Bar(t.Chrome, barX, 0, barW, all, t.Part, t.Rest)
		if done > 0 {
			overBar(m, a, barX, barW, done, all)
		}
		if open := Permille(l.Unfilled.Rat(), l.Weight.Value) * barW / 1000; open > 0 {
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
	a.Cut(right+scoreW+1, 0, UnitWidth(m)-1, ofMost(weight), t.Faint)
}

// UnitWidth is the room behind a figure, for "/ 20" or its unit: all figures of a column end before it.
func UnitWidth(m screen.Desk) int { return max(4, paint.Width(text.Behind(text.TuiWan, m.Lang()))) + 2 }

// ofMost shows the most there is to be had behind a figure, "/ 20" and "/  5" below one another.
func ofMost(most string) string { return "/ " + paint.PadLeft(most, max(2, paint.Width(most))) }

// overBar draws the confirmed part over the pending one.
func overBar(m screen.Desk, a paint.Area, x, w, done, all int) {
	t := m.Theme()
	if done == all {
		a.Bar(t.Chrome, x, 0, w, done, t.Fill, t.Rest)
		return
	}
	full := done * w / 1000
	a.Repeat(x, 0, full, t.Chrome.Full, t.Fill)
}

// drawValue draws "1.65% / 1.80%" with the strokes of all lines below one another.
func drawValue(m screen.Desk, a paint.Area, x, w int, l scoring.Line) {
	t := m.Theme()
	value, target := said(m, &l)
	st := t.Text
	if l.Value == nil {
		st = t.Warn
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
	Label   string
	brief   string // where the label has no room
	detail  kit.Line
	most    kit.Line // of the detail, what is wanted most
	Pending string   // what recognition would add, "" for nothing
	Figure  string
	unit    string
	Missing bool
}

// Draw draws label, detail, what is pending and the figure, the figures of all accounts with their points below one
// another.
func (c account) Draw(m screen.Desk, a paint.Area, labelW int) {
	t := m.Theme()
	label := c.Label
	if c.brief != "" {
		if full, _ := accountWidths(m); full > labelW { // all of them, for they stand below one another
			label = c.brief
		}
	}
	a.Cut(1, 0, labelW, label, t.Text)
	unitW := UnitWidth(m)
	figX := a.W - unitW
	st := t.Strong
	if c.Missing {
		st = t.Warn
	}
	a.Right(figX-figureW, 0, figureW, c.Figure, st)
	a.Cut(figX+1, 0, unitW-1, c.unit, t.Faint)
	pend := ""
	if c.Pending != "" {
		pend = text.TuiPendingPlus.With(c.Pending).In(m.Lang())
	}
	w := paint.Width(pend)
	// Where the words would run into the name, the figure alone, in its colour and with its sign, must do.
	end := figX - max(figureW-1, paint.Width(c.Figure)) - 1
	if end-w < labelW+2 {
		end = figX - paint.Width(c.Figure) - 1
	}
	if w > 0 && end-w < labelW+2 {
		pend = c.Pending
		if w = paint.Width(pend); end-w <= min(paint.Width(label), labelW)+1 {
			pend, w = "", 0
		}
	}
	a.Right(end-w, 0, max(w, 1), pend, t.Pending)
	room := figX - figureW - 1 - labelW - 2
	if w > 0 {
		room -= w + 1
	}
	if c.detail.Width() > room && len(c.most) > 0 {
		c.detail = c.most
	}
	if c.detail.Width() <= room {
		c.detail.Draw(a, labelW+2, 0)
	}
}

// figureW is the room of an account's figure.
const figureW = 12

// AccountWidth is the room the accounts' names take in lines w cells wide: in brief where the figures would run into them.
func AccountWidth(m screen.Desk, w int) int {
	full, brief := accountWidths(m)
	if w-full < figureW+UnitWidth(m)+pendingW {
		return brief
	}
	return full
}

func accountWidths(m screen.Desk) (full, brief int) {
	full, brief = 8, 8
	for _, a := range Accounts(m) {
		full, brief = max(full, paint.Width(a.Label)), max(brief, paint.Width(a.brief))
	}
	return full, brief
}

// pendingW is the room of what is pending of an account, in words.
const pendingW = 18

// Accounts are bonus, add-back, deemed profit, assessed profit and payroll.
func Accounts(m screen.Desk) []account {
	l, t := m.Lang(), m.Theme()
	s := m.Standing().Sheet
	if s == nil {
		return nil
	}
	wan := text.Behind(text.TuiWan, l)
	of := func(label text.Pair, detail kit.Line, p scoring.Pair, unit string) account {
		name, brief := label, label
		if unit == wan {
			name, brief = text.Named(label, text.TuiWan), text.TuiBriefWan.With(label)
			if label == text.TuiAssessed {
				brief = text.TuiBriefWan.With(text.TuiAssessedBrief)
			}
		}
		return account{Label: name.In(l), brief: brief.In(l), detail: detail, Pending: PendingMore(p), Figure: kit.Group(p.Confirmed.String()), unit: unit}
	}
	capped := text.TuiPoints.In(l)
	if c := s.BonusCap.Text; c != "" {
		capped = ofMost(c)
	}
	out := []account{
		of(text.TuiBonus, parts(m, s.Bonuses), s.BonusTotal, capped),
		of(text.TuiAddback, nil, s.Addback.Score, wan),
		of(text.TuiDeemed, parts(m, s.Deemed), sumPairs(s.Deemed), wan),
	}
	if s.Assessed == nil {
		out = append(out, account{Label: text.TuiAssessed.In(l), Figure: text.TuiMissing.In(l), Missing: true})
	} else {
		assessed := of(text.TuiAssessed, nil, *s.Assessed, wan)
		assessed.detail, assessed.most = profitDetail(m, s)
		out = append(out, assessed)
	}
	pay := kit.Line{{text.TuiSeparate.In(l) + " ", t.Faint}, {kit.Group(s.Separate.Score.Confirmed.String()), t.Text}, {"  " + text.TuiTilt.In(l) + " ", t.Faint}, {kit.Group(s.Tilt.Score.Confirmed.String()), t.Text}}
	if s.Base == nil {
		return append(out, account{Label: text.TuiPayroll.In(l), detail: pay, Figure: text.TuiMissing.In(l), Missing: true})
	}
	return append(out, of(text.TuiPayroll, pay, *s.Base, wan))
}

func profitDetail(m screen.Desk, s *scoring.Sheet) (out, most kit.Line) {
	l, t := m.Lang(), m.Theme()
	if s.Book != nil {
		out = append(out, kit.Piece{text.TuiBook.In(l) + " ", t.Faint}, kit.Piece{kit.Group(s.Book.String()), t.Text})
	}
	if s.Completion != nil {
		most = kit.Line{{text.TuiCompletion.In(l) + " ", t.Faint}, {s.Completion.Confirmed.String() + "%", t.Strong}}
		out = append(append(out, kit.Piece{"  ", t.Faint}), most...)
	}
	return out, most
}

// PendingMore is what is pending of a figure, "" where nothing is.
func PendingMore(p scoring.Pair) string {
	d := p.Pending
	d.Units -= p.Confirmed.Units
	if d.Units == 0 {
		return ""
	}
	return kit.Group(d.Signed())
}

// parts are the lines of an account in short: their figures, added.
func parts(m screen.Desk, lines []scoring.Line) kit.Line {
	t := m.Theme()
	if len(lines) < 2 {
		return nil
	}
	var out kit.Line
	for i, l := range lines {
		if i > 0 {
			out = append(out, kit.Piece{" + ", t.Faint})
		}
		out = append(out, kit.Piece{kit.Group(l.Score.Confirmed.String()), t.Text})
	}
	return out
}

// pairFigure is a figure, with what is pending behind it where there is something, and its cap.
func pairFigure(m screen.Desk, p scoring.Pair, cap string) kit.Line {
	t := m.Theme()
	out := kit.Line{{kit.Group(p.Confirmed.String()), t.Strong}}
	if cap != "" {
		out = append(out, kit.Piece{" / " + cap, t.Faint})
	}
	if more := PendingMore(p); more != "" {
		out = append(out, kit.Piece{"  " + text.TuiPendingPlus.With(more).In(m.Lang()), t.Pending})
	}
	return out
}

// Unfilled says how many points nobody can speak of yet; nothing where there are none.
func Unfilled(m screen.Desk, d scoring.Dec) kit.Line {
	if d.Sign() <= 0 {
		return nil
	}
	return kit.Line{{" " + text.TuiUnfilled.With(d.String()).In(m.Lang()), m.Theme().Faint}}
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

// Gain is what a step brings: points, bonus points or profit; of one that fills in a missing figure, the most it may bring.
func Gain(m screen.Desk, s scoring.Step) kit.Line {
	l, t := m.Lang(), m.Theme()
	switch {
	case s.UpTo.Units != 0:
		return kit.Line{{text.TuiStepUpTo.With(s.UpTo.String()).In(l), t.Pending}}
	case s.Gain.Units != 0:
		return kit.Line{{"+" + s.Gain.String(), t.Up}}
	case s.Bonus.Units != 0:
		return kit.Line{{"+" + s.Bonus.String(), t.Up}, {" " + text.TuiBonus.In(l), t.Faint}}
	case s.Profit.Units != 0:
		return kit.InUnit(m, "+"+kit.Group(s.Profit.String()), text.TuiWan, t.Up)
	case s.Meets != 0:
		return kit.Line{{text.TuiStepMeets.In(l), t.Up}}
	}
	return nil
}
