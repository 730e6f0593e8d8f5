package rooms_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	_ "yice/internal/effort"

	"yice/filing/report/parted"
)

// However wide the columns: each stands in one part, in order, and no part is wider than its room unless one column is.
func TestPartedColumns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		widths := rapid.SliceOfN(rapid.Float64Range(5, 60), 3, 40).Draw(t, "widths")
		words := rapid.IntRange(1, 3).Draw(t, "words")
		all := parted.Columns(widths, words, 160)
		next := words
		for _, s := range all {
			if s.From != next || s.To <= s.From && len(widths) > words {
				t.Fatalf("%v of %d columns", all, len(widths))
			}
			next = s.To
			if used := parted.Sum(parted.Of(s, widths, words)); used > 160 && s.To-s.From > 1 {
				t.Fatalf("part %v takes %.0f", s, used)
			}
		}
		if next != len(widths) {
			t.Fatalf("%v ends before column %d", all, len(widths))
		}
	})
	if all := parted.Columns([]float64{10, 20, 50, 50}, 2, 160); !slices.Equal(all, []parted.Span{{From: 2, To: 4}}) {
		t.Errorf("what fits is parted: %v", all)
	}
}
