//go:build unix

package policy

import (
	"fmt"
	"math/big"
	"strings"
)

// A reckoner for the equations of a page: + − × ÷, brackets, per cent, min(a, b). Exact, and no relation of the program's.

type reckoner struct {
	rest string
}

func evaluate(s string) (v *big.Rat, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("%v", e)
		}
	}()
	r := &reckoner{rest: strings.TrimSpace(s)}
	v = r.sum()
	if r.rest != "" {
		return nil, fmt.Errorf("%q is left over", r.rest)
	}
	return v, nil
}

func (r *reckoner) take(sign string) bool {
	rest, ok := strings.CutPrefix(r.rest, sign)
	if ok {
		r.rest = strings.TrimLeft(rest, " ")
	}
	return ok
}

func (r *reckoner) sum() *big.Rat {
	v := r.product()
	for {
		switch {
		case r.take("+"):
			v = new(big.Rat).Add(v, r.product())
		case r.take("−"):
			v = new(big.Rat).Sub(v, r.product())
		default:
			return v
		}
	}
}

func (r *reckoner) product() *big.Rat {
	v := r.single()
	for {
		switch {
		case r.take("×"):
			v = new(big.Rat).Mul(v, r.single())
		case r.take("÷"):
			v = new(big.Rat).Quo(v, r.single())
		default:
			return v
		}
	}
}

func (r *reckoner) single() *big.Rat {
	if r.take("min(") {
		a := r.sum()
		if !r.take(",") {
			panic("min wants two")
		}
		b := r.sum()
		if !r.take(")") {
			panic("a bracket is open")
		}
		if a.Cmp(b) < 0 {
			return a
		}
		return b
	}
	if r.take("(") {
		v := r.sum()
		if !r.take(")") {
			panic("a bracket is open")
		}
		return v
	}
	n := 0
	for n < len(r.rest) && (r.rest[n] == '.' || r.rest[n] >= '0' && r.rest[n] <= '9') {
		n++
	}
	v, ok := new(big.Rat).SetString(r.rest[:n])
	if !ok {
		panic(fmt.Sprintf("no number at %q", r.rest))
	}
	r.rest = r.rest[n:]
	if r.take("%") {
		v.Quo(v, big.NewRat(100, 1))
	}
	r.rest = strings.TrimLeft(r.rest, " ")
	return v
}

// rounded writes a value as another is written: as many decimals, per cent or not; half away from zero.
func rounded(v *big.Rat, like string) string {
	number, percent := strings.CutSuffix(like, "%")
	_, decimals, _ := strings.Cut(number, ".")
	if percent {
		return new(big.Rat).Mul(v, big.NewRat(100, 1)).FloatString(len(decimals)) + "%"
	}
	return v.FloatString(len(decimals))
}
