package tui

import "testing"

// A figure ten thousand times too large is seen in words while it is keyed, and one key takes the other reading.
func TestALargeFigureIsReadBack(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 24}, {120, 36}} {
		d := at(t, size[0], size[1])
		d.form("annual")
		d.press("358000000").sees("按元读：3.58 亿元", "F9") // more than a cell may hold
		d.press("<backspace>").sees("= 3,580.00 亿元 · 按元读：3,580.00 万元").press("0")
		d.press("<f9>").sees("358000000元", "3.58 亿元", "35,800.00")
		d.press("<f9>").sees("按元读：3.58 亿元").press("<f9>", "<enter>").has("annual", "revenue=358000000.00")
	}
}
