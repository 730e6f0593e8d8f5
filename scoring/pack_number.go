package scoring

import (
	"math/big"
	"strings"

	"yice/text"
)

// numberForm says how a number of a pack may be written.
type numberForm uint8

const (
	plain    numberForm = iota // 30, 12.5
	percent                    // "60%" — or the plain fraction 0.6
	eitherOf                   // a figure or a percent, as the measure has it
)

// numberRule is what a number must keep to. least and most are in the number's own terms (100% is 1); signed lifts least.
type numberRule struct {
	form        numberForm
	least, most int64
	signed      bool
	whole       bool
}

var (
	ruleWeight   = numberRule{form: plain, most: 100}
	rulePoints   = numberRule{form: plain, most: 1000}
	ruleShare    = numberRule{form: percent, most: 10}
	ruleTarget   = numberRule{form: plain, signed: true, most: 1_000_000_000_000}
	ruleRatio    = numberRule{form: eitherOf, signed: true, most: 1_000_000}
	rulePoint    = numberRule{form: eitherOf, signed: true, most: 1_000_000_000_000}
	ruleWan      = numberRule{form: plain, signed: true, most: 1_000_000_000_000}
	ruleDecimals = numberRule{form: plain, most: 6, whole: true}
	ruleSchema   = numberRule{form: plain, least: 1, most: 1000, whole: true}
	ruleYear     = numberRule{form: plain, least: 2000, most: 2100, whole: true}
)

// bareShare is the largest share that can be meant by a number without a percent sign: 1.5 for 150% happens, 3 for 300%
// does not, it is 3%.
var bareShare = big.NewRat(2, 1)

const (
	maxDigits   = 15
	maxDecimals = 8
)

// ParseNumber reads the literal of a number: a sign, digits, at most eight decimals, optionally a percent sign. Nothing
// else that TOML calls a number is one here: no exponent, underscore, hexadecimal, infinity.
func ParseNumber(s string) (v *big.Rat, isPercent bool, why text.Pair) {
	digits, isPercent := strings.CutSuffix(s, "%")
	if digits != "" && (digits[0] == '+' || digits[0] == '-') {
		digits = digits[1:]
	}
	before, after, point := strings.Cut(digits, ".")
	switch {
	case !allDigits(before) || point && !allDigits(after):
		return nil, isPercent, text.PackNumberForm
	case len(before) > maxDigits:
		return nil, isPercent, text.PackNumberLong.With(maxDigits)
	case len(after) > maxDecimals:
		return nil, isPercent, text.PackNumberFine.With(maxDecimals)
	}
	n, _ := new(big.Int).SetString(before+after, 10)
	if s[0] == '-' {
		n.Neg(n)
	}
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(len(after))), nil)
	if isPercent {
		scale.Mul(scale, big.NewInt(100))
	}
	return new(big.Rat).SetFrac(n, scale), isPercent, text.Pair{}
}

func allDigits(s string) bool {
	if s == "" {
		return false
	}
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// check says what a number does wrong by its rule; the empty Pair where nothing.
func (r numberRule) check(v *big.Rat, isPercent bool, written string) text.Pair {
	switch {
	case r.form == plain && isPercent:
		return text.PackNoPercent.With(legible(written), strings.TrimSuffix(legible(written), "%"))
	case r.whole && !v.IsInt():
		return text.PackNotWhole.With(legible(written))
	case !r.signed && v.Sign() < 0:
		return text.PackNegative.With(legible(written))
	case !r.signed && v.Cmp(big.NewRat(r.least, 1)) < 0:
		return text.PackTooSmall.With(legible(written), r.least)
	case r.form == percent && !isPercent && v.Cmp(bareShare) > 0:
		return text.PackForgotPercent.With(legible(written), legible(written))
	case v.Cmp(big.NewRat(r.most, 1)) > 0 || r.signed && v.Cmp(big.NewRat(-r.most, 1)) < 0:
		if r.form == percent {
			return text.PackTooBigShare.With(legible(written), r.most*100)
		}
		return text.PackTooBig.With(legible(written), r.most)
	}
	return text.Pair{}
}
