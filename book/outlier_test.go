package book

import "testing"

func TestFarAbove(t *testing.T) {
	for _, c := range []struct {
		fen, q1, q3 int64
		want        bool
	}{
		{1001, 100, 100, true},
		{1000, 100, 100, false},
		{101 * 1000, 100, 1000, true},
		{100 * 1000, 100, 1000, false},
		{99 * 1000, 100, 1000, false},
		{9_000_000_000_000_000_000, 1, 1, true},
		{10_001, 500, 1000, true},
		{9_999, 500, 1000, false},
	} {
		if got := farAbove(c.fen, c.q1, c.q3); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}
