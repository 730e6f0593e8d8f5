package rooms_test

import (
	"math"
	"testing"

	"yice/tui/paint"
	"yice/tui/theme"
)

// light is how much light one of the 256 colours gives, from 0 to 1, as the rules for reading on screens count it.
func light(c paint.Color) float64 {
	n := int(c) - int(paint.Index(0))
	var rgb [3]int
	switch {
	case n < 16:
		panic("what the first sixteen look like is the terminal's own affair")
	case n >= 232:
		rgb = [3]int{8 + 10*(n-232), 8 + 10*(n-232), 8 + 10*(n-232)}
	default:
		step := [6]int{0, 95, 135, 175, 215, 255}
		rgb = [3]int{step[(n-16)/36], step[(n-16)/6%6], step[(n-16)%6]}
	}
	sum := 0.0
	for i, part := range [3]float64{0.2126, 0.7152, 0.0722} {
		v := float64(rgb[i]) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		sum += part * v
	}
	return sum
}

func contrast(a, b paint.Color) float64 {
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// Words can be read on the ground of the terminal, on the current row and in dialogs, and no two kinds of word that stand beside one
// another look alike: a heading is not a key.
func TestWordsCanBeRead(t *testing.T) {
	for name, ground := range map[string]struct {
		is    theme.Ground
		paper paint.Color
	}{"dark": {theme.Dark, paint.Index(233)}, "light": {theme.Light, paint.Index(231)}} {
		th := theme.New(ground.is, theme.Many)
		for word, st := range map[string]paint.Style{
			"faint": th.Faint, "heading": th.Head, "key": th.Key, "accent": th.Accent, "good": th.Good, "warn": th.Warn, "bad": th.Bad,
			"pending": th.Pending, "up": th.Up, "down": th.Down, "negative": th.Negative,
			"sum": th.Sum, "moved": th.Moved, "before": th.Before, "aside": th.Aside,
		} {
			if got := contrast(st.FG, ground.paper); got < 4 {
				t.Errorf("%s: %s has a contrast of %.1f on the terminal's ground", name, word, got)
			}
			for where, on := range map[string]paint.Style{"row": th.Row, "dialog": th.Dialog} {
				if got := contrast(st.FG, on.BG); got < 3 {
					t.Errorf("%s: %s has a contrast of %.1f on the ground of a %s", name, word, got, where)
				}
			}
		}
		for what, st := range map[string]paint.Style{"cursor": th.Cursor, "input": th.Input, "mark": th.Mark, "brand": th.Brand} {
			if got := contrast(st.FG, st.BG); got < 4.5 {
				t.Errorf("%s: %s has a contrast of %.1f", name, what, got)
			}
		}
		if th.Head.FG == th.Key.FG || contrast(th.Head.FG, th.Key.FG) < 1.05 {
			t.Errorf("%s: headings and keys look alike", name)
		}
	}
}
