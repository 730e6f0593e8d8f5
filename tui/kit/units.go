package kit

import (
	"math/big"
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
