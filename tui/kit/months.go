package kit

import (
	"strconv"

	"yice/tui/paint"
	"yice/tui/screen"
)

// Months is a chart of the months: what each column is, and beside it the year before where that is known.
type Months struct {
	Now, Before []int64 // 分; Before is nil where nothing is known
	Line        int64   // a line across the chart, 0 for none
	At          int     // the month under the cursor
	AxisW, ColW int
}

// Top is the largest amount the chart shows.
func (c *Months) Top() int64 {
	top := c.Line
	for i := range c.Now {
		top = max(top, c.Now[i])
		if c.Before != nil {
			top = max(top, c.Before[i])
		}
	}
	return top
}

// Draw draws the columns with a figure over each, where it fits; the uppermost row is kept for the tallest one's figure.
func (c *Months) Draw(m screen.Desk, a paint.Area) {
	t, top := m.Theme(), c.Top()
	n, foot := t.Chrome.Eighths(), a.H-1
	height := func(fen int64) int { return paint.Units(fen, top, foot*n) }
	a.Right(0, foot, c.AxisW-2, "0", t.Faint)
	a.Right(0, 1, c.AxisW-2, Wan(top), t.Faint)
	line, say := -1, c.writing()
	if c.Line > 0 {
		line = foot - max(height(c.Line)-1, 0)/n
		y := line
		a.Repeat(c.AxisW, y, c.ColW*len(c.Now), t.Chrome.Dash, t.Warn)
		a.Right(0, y, c.AxisW-2, Wan(c.Line), t.Warn)
	}
	for i, fen := range c.Now {
		x := c.AxisW + i*c.ColW
		w, st := ClampInt(c.ColW-2, 1, 5), t.Part
		if i == c.At {
			st = t.Accent
		}
		tall := height(fen)
		if c.Before != nil {
			w = ClampInt((c.ColW-1)/2, 1, 3)
			a.Column(t.Chrome, x+(c.ColW-2*w)/2, foot, w, height(c.Before[i]), t.Rest)
			a.Column(t.Chrome, x+(c.ColW-2*w)/2+w, foot, w, tall, st)
			tall = max(tall, height(c.Before[i]))
		} else {
			a.Column(t.Chrome, x+(c.ColW-w)/2, foot, w, tall, st)
		}
		c.figure(m, a, x, foot-(tall+n-1)/n, fen, say(fen), i == c.At, line)
	}
}

// writing is how the chart writes its amounts, all of them alike: with their decimals where every one has room, else without, else
// without what groups their digits.
func (c *Months) writing() func(fen int64) string {
	grouped := func(fen int64) string { return Group(wholeWan(fen)) }
	for _, say := range []func(int64) string{Wan, grouped} {
		fits := true
		for _, fen := range c.Now {
			fits = fits && paint.Width(say(fen)) < c.ColW
		}
		if fits {
			return say
		}
	}
	return wholeWan
}

// figure writes an amount in the width of a column, or not at all. Where it meets the line across the chart, the line stops a cell
// before it.
func (c *Months) figure(m screen.Desk, a paint.Area, x, y int, fen int64, s string, here bool, line int) {
	t := m.Theme()
	st := t.Faint
	switch {
	case fen < 0:
		st = t.Negative
	case here:
		st = t.Accent
	}
	if fen == 0 || paint.Width(s) > c.ColW-1 {
		return
	}
	x += (c.ColW - paint.Width(s) + 1) / 2
	if y == line {
		a.Repeat(x-1, y, paint.Width(s)+2, " ", st)
	}
	a.Text(x, y, s, st)
}

// wholeWan shows 分 as whole 万元, half away from zero, in as few cells as can be.
func wholeWan(fen int64) string {
	const one = 10_000_00
	n := fen / one
	switch rest := fen % one; {
	case rest >= one/2:
		n++
	case rest <= -one/2:
		n--
	}
	return strconv.FormatInt(n, 10)
}
