package scoring

import (
	"cmp"
	"math"
	"math/big"
	"strconv"

	"yice/form"
)

// String shows all places: {8258, 2} is "82.58".
func (d Dec) String() string {
	if d.Places == 0 {
		return strconv.FormatInt(d.Units, 10)
	}
	var buf [32]byte
	b := buf[:0]
	u := uint64(d.Units)
	if d.Units < 0 {
		b = append(b, '-')
		u = -u
	}
	p := uint64(1)
	for range d.Places {
		p *= 10
	}
	b = strconv.AppendUint(b, u/p, 10)
	b = append(b, '.')
	frac := u % p
	for p /= 10; p > 1 && frac < p; p /= 10 {
		b = append(b, '0')
	}
	return string(strconv.AppendUint(b, frac, 10))
}

// Signed shows the figure with its sign, "+2.50"; nothing lost or gained is "0.00".
func (d Dec) Signed() string {
	if d.Units > 0 {
		return "+" + d.String()
	}
	return d.String()
}

// Rat gives the exact figure.
func (d Dec) Rat() *big.Rat { return big.NewRat(d.Units, pow10(int(d.Places))) }

// Sign is -1, 0 or 1.
func (d Dec) Sign() int {
	switch {
	case d.Units < 0:
		return -1
	case d.Units > 0:
		return 1
	}
	return 0
}

// Cmp compares two figures, whatever their places.
func (d Dec) Cmp(o Dec) int {
	if d.Places == o.Places {
		return cmp.Compare(d.Units, o.Units)
	}
	return d.Rat().Cmp(o.Rat())
}

// plus adds figures of the same places.
func (d Dec) plus(o Dec) Dec { return Dec{form.Plus(d.Units, o.Units), d.Places} }

// minus subtracts figures of the same places.
func (d Dec) minus(o Dec) Dec { return Dec{form.Plus(d.Units, -o.Units), d.Places} }

// pow10 is 10^n for 0 ≤ n ≤ 18.
func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// rounding is how a line is brought to its places: half away from zero, or half to even (GB/T 8170).
type rounding struct {
	places   int
	halfEven bool
}

// round brings an exact figure to its places, once. A figure beyond int64 (a hostile pack) stays at the end of the range.
func (m rounding) round(r *big.Rat) Dec {
	num, den := r.Num(), r.Denom()
	if num.IsInt64() && den.IsInt64() {
		if units, ok := m.roundSmall(num.Int64(), den.Int64()); ok {
			return Dec{units, uint8(m.places)}
		}
	}
	scaled := new(big.Int).Mul(num, big.NewInt(pow10(m.places)))
	q, rem := new(big.Int).QuoRem(scaled, den, new(big.Int))
	twice := rem.Abs(rem)
	twice.Lsh(twice, 1)
	if c := twice.Cmp(den); c > 0 || c == 0 && (!m.halfEven || q.Bit(0) == 1) {
		q.Add(q, big.NewInt(int64(num.Sign())))
	}
	if !q.IsInt64() {
		if q.Sign() < 0 {
			return Dec{math.MinInt64, uint8(m.places)}
		}
		return Dec{math.MaxInt64, uint8(m.places)}
	}
	return Dec{q.Int64(), uint8(m.places)}
}

// roundSmall does the same without leaving int64; ok is false where it might overflow.
func (m rounding) roundSmall(num, den int64) (units int64, ok bool) {
	p := pow10(m.places)
	limit := math.MaxInt64 / p
	if num > limit || num < -limit || den > math.MaxInt64/4 {
		return 0, false
	}
	num *= p
	q, rem := num/den, num%den
	sign := int64(1)
	if num < 0 {
		sign, rem = -1, -rem
	}
	if 2*rem > den || 2*rem == den && (!m.halfEven || q&1 == 1) {
		q += sign
	}
	return q, true
}

// exactSum adds whole numbers that may come to more than int64 holds, and allocates only then.
type exactSum struct {
	small int64
	large *big.Int
}

func (s *exactSum) add(n int64) {
	const room = 1 << 62
	if n >= room || n <= -room { // no figure of a form
		s.large, s.small = new(big.Int).Add(s.whole(), big.NewInt(n)), 0
		return
	}
	if s.small += n; s.small < room && s.small > -room {
		return
	}
	s.large, s.small = s.whole(), 0
}

// addProduct adds a × b, for b a share in millionths, 0 to 10^6.
func (s *exactSum) addProduct(a, b int64) {
	const room = 1 << 42
	if a < room && a > -room {
		s.add(a * b)
		return
	}
	product := new(big.Int).Mul(big.NewInt(a), big.NewInt(b))
	s.large, s.small = product.Add(product, s.whole()), 0
}

func (s *exactSum) whole() *big.Int {
	n := big.NewInt(s.small)
	if s.large != nil {
		n.Add(n, s.large)
	}
	return n
}

// ceilTo gives the smallest multiple of 10^-places that is at least r.
func ceilTo(r *big.Rat, places int) *big.Rat {
	scaled := new(big.Int).Mul(r.Num(), big.NewInt(pow10(places)))
	q, rem := new(big.Int).QuoRem(scaled, r.Denom(), new(big.Int))
	if rem.Sign() > 0 {
		q.Add(q, big.NewInt(1))
	}
	return new(big.Rat).SetFrac(q, big.NewInt(pow10(places)))
}
