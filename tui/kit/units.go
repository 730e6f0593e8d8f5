package kit

import (
	"math/big"

	"yice/tui/paint"
)

// UnitsOf is how many of n units a part of a whole comes to, rounded down; whatever is more than nothing is one.
func UnitsOf(part, whole *big.Rat, n int) int {
	if part.Sign() <= 0 || whole.Sign() <= 0 {
		return 0
	}
	q := new(big.Rat).Quo(part, whole)
	q.Mul(q, new(big.Rat).SetInt64(int64(n)))
	return ClampInt(int(new(big.Int).Quo(q.Num(), q.Denom()).Int64()), 1, n)
}

// Trend draws a figure over the years as columns, where at least two years have one; a year without is a dot.
func Trend(k paint.Chrome, figures []*big.Rat) string {
	top, n := new(big.Rat), 0
	for _, f := range figures {
		if f == nil {
			continue
		}
		n++
		if f.Cmp(top) > 0 {
			top = f
		}
	}
	if n < 2 {
		return ""
	}
	heights := make([]int64, len(figures))
	for i, f := range figures {
		if heights[i] = -1; f != nil && f.Sign() >= 0 {
			heights[i] = int64(UnitsOf(f, top, 1000))
		}
	}
	return paint.Spark(k, heights)
}
