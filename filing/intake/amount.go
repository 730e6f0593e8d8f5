package intake

import (
	"bytes"
	"math/big"
	"strings"
	"unicode/utf8"

	"yice/filing/intake/sheet"
	"yice/form"
	"yice/text"
)

func pairOf(s string) text.Pair { return text.Same(s) }

// amount is a cell of money as its reader reads it.
type amount struct {
	fen    int64
	filled bool
	side   int8 // +1 said to be on the debit side, -1 on the credit side, 0 not said
}

var probe = form.Field{ID: "amount", Title: text.IntakeAmount, Kind: form.Money, Signed: true}

// readAmount reads a cell of money; bare figures are in unit. A dash or a stroke alone is empty.
func readAmount(cell []byte, unit form.Unit) (amount, error) {
	if len(cell) == 0 {
		return amount{}, nil
	}
	if plain(cell) {
		return parsed(string(cell), unit, 0)
	}
	if damage, ok := bytes.CutPrefix(cell, []byte(sheet.Damage)); ok {
		return amount{}, &form.ParseError{Say: damaged(damage)}
	}
	if !utf8.Valid(cell) {
		return amount{}, &form.ParseError{Say: text.FilingBadText}
	}
	s, side := figureText(string(cell))
	if s == "" {
		return amount{}, nil
	}
	return parsed(s, unit, side)
}

func plain(cell []byte) bool {
	for _, c := range cell {
		if (c < '0' || c > '9') && c != '.' {
			return false
		}
	}
	return true
}

func parsed(s string, unit form.Unit, side int8) (amount, error) {
	v, err := probe.ParseCell(s, unit)
	if err != nil {
		return amount{}, err
	}
	n, ok := v.Int()
	return amount{n, ok, side}, nil
}

// figureText makes what people and programs write of a figure readable: the side of an entry before or behind it, a dash
// for nothing, an exponent. What it does not know it leaves as it is.
func figureText(s string) (figure string, side int8) {
	s = strings.TrimFunc(s, func(r rune) bool {
		return r == ' ' || r == '\t' || r == '\u00a0' || r == '\u3000' || r == '\'' || r == '\ufeff' || r == '\u200b'
	})
	if nothing(s) {
		return "", 0
	}
	for _, m := range sideMarks {
		if rest, ok := strings.CutPrefix(s, m.mark); ok {
			s, side = strings.TrimSpace(strings.TrimLeft(rest, ":： ")), m.side
			break
		}
		if rest, ok := strings.CutSuffix(s, m.mark); ok {
			s, side = strings.TrimSpace(rest), m.side
			break
		}
	}
	if side == 0 && s == "平" || nothing(s) {
		return "", side
	}
	for _, currency := range []string{"¥", "￥"} {
		// ¥-884.96, as the Chinese format of currency shows it.
		if rest, ok := strings.CutPrefix(s, currency+"-"); ok {
			s = "-" + currency + rest
		}
	}
	if whole, ok := withoutExponent(s); ok {
		s = whole
	}
	return s, side
}

var sideMarks = []struct {
	mark string
	side int8
}{{"借", 1}, {"贷", -1}, {"貸", -1}, {"Dr", 1}, {"Cr", -1}, {"DR", 1}, {"CR", -1}}

// nothing reports a cell that says there is no figure: dashes or a stroke alone.
func nothing(s string) bool {
	if s == "" {
		return true
	}
	for _, r := range s {
		switch r {
		case '-', '—', '–', '－', '―', '─', '/', '／', '‐', '一', '*', ' ', '\u00a0', '\u3000', '¥', '￥':
		default:
			return false
		}
	}
	return true
}

// withoutExponent writes 1.23E+06 as 1230000, exactly; ok is false for what has no exponent or too large a one.
func withoutExponent(s string) (string, bool) {
	i := strings.IndexAny(s, "eE")
	if i <= 0 || len(s)-i > 4 || len(s) > 40 || strings.Trim(s[:i], "0123456789.-+") != "" || strings.Trim(s[i+1:], "0123456789+-") != "" || i+1 == len(s) {
		return "", false
	}
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return "", false
	}
	if r.IsInt() {
		return r.Num().String(), true
	}
	return strings.TrimRight(r.FloatString(30), "0"), true
}

// damaged says what happened to a cell that its container could not keep.
func damaged(what []byte) text.Pair {
	switch {
	case len(what) == 0:
		return text.FilingUncomputed
	case bytes.Contains(what, []byte(sheet.Disguise)):
		shown, held, _ := bytes.Cut(what, []byte(sheet.Disguise))
		return text.FilingDisguised.With(harmless(string(shown)), harmless(string(held)))
	case what[0] == '#':
		return text.FilingErrorCell
	}
	return text.FilingDamagedNumber
}

// add sums two amounts; ok is false where the sum is beyond what 分 in int64 can say.
func add(a, b int64) (int64, bool) {
	s := a + b
	return s, (a^s)&(b^s) >= 0
}
