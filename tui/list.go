package tui

// list is a cursor in a list with a window that scrolls: what every list on every screen shares.
type list struct {
	at, top, n int
	rows       int // shown last
}

// listKeys are the keys a list answers to.
var listKeys = []string{"up", "down", "pgup", "pgdown", "home", "end", "ctrl+home", "ctrl+end"}

// move answers a key; false: it is none of the list's.
func (l *list) move(key string) bool {
	page := max(l.rows-1, 1)
	switch key {
	case "up":
		l.at--
	case "down":
		l.at++
	case "pgup":
		l.at -= page
	case "pgdown":
		l.at += page
	case "home", "ctrl+home":
		l.at = 0
	case "end", "ctrl+end":
		l.at = l.n - 1
	default:
		return false
	}
	l.clamp()
	return true
}

func (l *list) clamp() { l.at = clampInt(l.at, 0, max(l.n-1, 0)) }

// window scrolls so that the cursor is among the rows shown.
func (l *list) window(rows int) {
	l.rows = max(rows, 1)
	l.clamp()
	l.top = clampInt(l.top, l.at-l.rows+1, l.at)
	l.top = clampInt(l.top, 0, max(l.n-l.rows, 0))
}

func clampInt(n, low, high int) int { return max(low, min(n, high)) }
