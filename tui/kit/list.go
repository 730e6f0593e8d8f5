// Package kit is what screens are put together from: lists, dialogs, choosers, the question for a path, meters, lines of styled
// bits. A widget is drawn on a screen.Desk and hands what was decided to whoever opened it; it knows no screen and no
// workspace, and reads no file but the folders that a path is looked for in, off the frame.
//
// Start reading at List, then Ask and Chooser.
package kit

import (
	"strconv"

	"yice/tui/paint"
	"yice/tui/screen"
)

// List is a cursor in a list with a window that scrolls: what every list on every screen shares.
type List struct {
	At, Top, N int
	Rows       int // shown last
}

// ListKeys are the keys a list answers to.
var ListKeys = []string{"up", "down", "pgup", "pgdown", "home", "end", "ctrl+home", "ctrl+end"}

// Move answers a key; false: it is none of the list's.
func (l *List) Move(key string) bool {
	page := max(l.Rows-1, 1)
	switch key {
	case "up":
		l.At--
	case "down":
		l.At++
	case "pgup":
		l.At -= page
	case "pgdown":
		l.At += page
	case "home", "ctrl+home":
		l.At = 0
	case "end", "ctrl+end":
		l.At = l.N - 1
	default:
		return false
	}
	l.Clamp()
	return true
}

// Clamp keeps the cursor in the list.
func (l *List) Clamp() { l.At = ClampInt(l.At, 0, max(l.N-1, 0)) }

// Window scrolls so that the cursor is among the rows shown.
func (l *List) Window(rows int) {
	l.Rows = max(rows, 1)
	l.Clamp()
	l.Top = ClampInt(l.Top, l.At-l.Rows+1, l.At)
	l.Top = ClampInt(l.Top, 0, max(l.N-l.Rows, 0))
}

// Spread scrolls a list whose lines take height(i) rows to say all they have to say, and calls draw with every line shown, its first row
// and its rows: as many rows each as let all lines be seen, what is left over to the first, one where there are more lines than rows.
// Where a line stands does not follow from where the cursor is, so that a second click finds what the first one did.
func (l *List) Spread(rows int, height func(i int) int, draw func(i, y, n int)) {
	l.Window(rows)
	takes := func(most int) (all int) {
		for i := range l.N {
			if all += min(height(i), most); all > rows {
				break
			}
		}
		return all
	}
	most := 1
	for l.N <= rows && most < rows && takes(most+1) <= rows {
		most++
	}
	left := max(rows-takes(most), 0) // rows too few for one more each go to the first that want one
	for y, i := 0, l.Top; i < l.N && y < rows; i++ {
		n := min(height(i), most)
		if l.N <= rows {
			more := min(height(i)-n, left)
			n, left = n+more, left-more
		}
		draw(i, y, n)
		y += n
	}
}

// DrawMore says at the end of a row how many lines of a list lie above and below those shown; nothing where it is shown whole.
func DrawMore(m screen.Desk, a paint.Area, l *List) {
	var say string
	if l.Top > 0 {
		say = "↑ " + strconv.Itoa(l.Top)
	}
	if below := l.N - l.Top - l.Rows; below > 0 {
		if say != "" {
			say += "  "
		}
		say += "↓ " + strconv.Itoa(below)
	}
	w := paint.Width(say)
	a.Right(a.W-1-w, 0, w, say, m.Theme().Accent)
}

// ClampInt is n, or the nearer of two bounds where it lies beyond them; where they cross, the lower one.
func ClampInt(n, low, high int) int { return max(low, min(n, high)) }
