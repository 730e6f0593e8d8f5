package tui

import (
	"strings"
	"testing"
)

// On the smallest screen, in English, whose words are longer, what tells lines apart is whole, and a sentence that is cut elsewhere is broken.
func TestNamesAreWholeOnANarrowScreen(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24, english)
	d.sees("Annual figures ", "Small innovations ", "Innovations of the type ", "Innovation management ")
	d.sees("Systems and milestones 9/10 ? 1 ", "Invention patents granted ", "? Systems and milestones ", "Assessed, CNY 10k ")
	d.press("<tab>").sees("thousand outside (profit if recognised)") // what the cursor is on is told whole
	d.press("<tab>").sees(": yes").press("<tab>")
	d.press("<f4>").sees("Invention patents granted", "Innovations of the type", "Innovation management", "pending +0.50", "the explanations name them")
	d.press("<f5>", "<tab>").sees("Weight (functional)", "Points, autonomous region", "Invention patents granted", "? assumed")
	d.press("<tab>", "<tab>").sees("A base 100% + increment 150%", "B all 100% + increment 150%", "expensed, no grants")
	d.press("<f12>").form("annual").sees("Performance pay already listed apart", "Performance pay of research units")
	d.press("<f12>").form("patent").sees("Application number")
	d.press("<f12>").form("enterprise").sees("Unified social credit code *", "91150200MA0BT0013C          91150200MA0BT0013C")
	d.press("<f12>").command("settings").sees("NO_COLOR holds")
}

// Beside the panel of a wider screen the code that says who one is has its whole room.
func TestTheCodeIsWholeBesideThePanel(t *testing.T) {
	t.Parallel()
	for _, w := range []int{100, 120, 200} {
		d := at(t, w, 36, english).form("enterprise")
		if n := strings.Count(d.screen(), "91150200MA0BT0013C"); n < 2 {
			t.Errorf("%d columns: the code and last year's stand there whole %d times:\n%s", w, n, d.screen())
		}
	}
}

// A table leaves a date or a figure off rather than show a part of it, which reads as another.
func TestNoPartOfAFigureIsShown(t *testing.T) {
	t.Parallel()
	for _, w := range []int{80, 83, 86, 92, 101, 113} {
		at(t, w, 24).form("patent").misses("202…", "2021…", "2021-…", "2021-0…")
	}
}
