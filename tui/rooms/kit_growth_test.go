package rooms_test

import (
	"testing"

	"yice/tui/kit"
)

func TestGrowthIsRoundedOnceAwayFromZero(t *testing.T) {
	t.Parallel()
	for _, k := range []struct {
		was, now int64
		want     string
	}{
		{100, 115, "+15.0%"},
		{100, 85, "-15.0%"},
		{100, 100, "0.0%"},
		{10_000, 10_005, "+0.1%"},
		{10_000, 10_004, "0.0%"},
		{10_000, 9_995, "-0.1%"},
		{1, 11, ">999%"},
		{100, -2_000, "<-999%"},
		{-5, 5, ""},
		{3, 4, "+33.3%"},
		{1 << 60, 1 << 61, "+100.0%"},
	} {
		if got := kit.Growth(k.was, k.now); got != k.want {
			t.Errorf("%d to %d: %q, want %q", k.was, k.now, got, k.want)
		}
	}
}
