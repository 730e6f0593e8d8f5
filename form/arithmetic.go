package form

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"yice/text"
)

// reckon reads what the short way does not: separators, units, accounting brackets and, after "=", arithmetic. The
// result is exact, in the typed unit.
func (f *Field) reckon(s string, bare Unit) (*big.Rat, error) {
	formula := strings.HasPrefix(s, "=")
	limit := maxNumber
	if formula {
		limit, s = maxFormula, s[1:]
	}
	if n := utf8.RuneCountInString(s); n > limit {
		return nil, refuse(text.FormNumberTooLong, limit, n)
	}
	k := &reckoner{in: []rune(s), typed: s, formula: formula, money: f.Kind == Money, percent: f.Kind == Percent, word: []rune(f.Unit.Title.ZH)}
	if k.money {
		k.unit = new(big.Rat).SetFrac64(f.counts(bare), Yuan.Fen)
		k.word = nil
	}
	var q quantity
	var err error
	if formula {
		q, err = k.sum(0)
	} else {
		q, err = k.figure()
	}
	if err != nil {
		return nil, err
	}
	if k.skip(); k.at < len(k.in) {
		return nil, k.stray()
	}
	return q.n, nil
}

// quantity is a number under way, in the typed unit. An amount carries a unit of money of its own (1.2万); a bare number
// takes the unit of the field in the end.
type quantity struct {
	n      *big.Rat
	amount bool
}

type reckoner struct {
	in      []rune
	typed   string
	at      int
	formula bool
	money   bool
	percent bool
	unit    *big.Rat // money: how many 元 the typed unit has
	word    []rune   // not money: the unit's own word, which may follow a figure
}

// maxDepth is how deep brackets and signs may nest.
const maxDepth = 24

func (k *reckoner) skip() {
	for k.at < len(k.in) && k.in[k.at] == ' ' {
		k.at++
	}
}

func (k *reckoner) peek() rune {
	if k.at < len(k.in) {
		return k.in[k.at]
	}
	return 0
}

func (k *reckoner) take(r rune) bool {
	if k.skip(); k.peek() == r {
		k.at++
		return true
	}
	return false
}

func (k *reckoner) stray() error {
	rest := strings.TrimSpace(string(k.in[min(k.at, len(k.in)):]))
	if rest == "" {
		return refuse(text.FormNumberEnds, quoted(k.typed))
	}
	if rest == strings.TrimSpace(k.typed) {
		return refuse(text.FormNotNumberAll, quoted(rest))
	}
	return refuse(text.FormNotNumber, quoted(k.typed), quoted(rest))
}

// figure is a number without arithmetic: a sign before or (as ledgers print it) after it, or brackets for a negative one.
func (k *reckoner) figure() (quantity, error) {
	brackets := k.take('(')
	negative := false
	if !brackets {
		if negative = k.take('-'); !negative {
			k.take('+')
		}
	}
	q, err := k.number()
	if err != nil {
		return q, err
	}
	switch {
	case brackets:
		if !k.take(')') {
			return q, refuse(text.FormBrackets, quoted(k.typed))
		}
		negative = true
	case !negative && k.take('-'):
		negative = true
	}
	if negative {
		q.n.Neg(q.n)
	}
	return q, nil
}

// sum, product and factor are the usual arithmetic.
func (k *reckoner) sum(depth int) (quantity, error) {
	left, err := k.product(depth)
	for err == nil {
		minus := false
		switch {
		case k.take('+'):
		case k.take('-'):
			minus = true
		default:
			return left, nil
		}
		var right quantity
		if right, err = k.product(depth); err != nil {
			break
		}
		if minus {
			left.n.Sub(left.n, right.n)
		} else {
			left.n.Add(left.n, right.n)
		}
		left.amount = left.amount || right.amount
	}
	return left, err
}

func (k *reckoner) product(depth int) (quantity, error) {
	left, err := k.factor(depth)
	for err == nil {
		over := false
		switch {
		case k.take('*'):
		case k.take('/'):
			over = true
		default:
			return left, nil
		}
		var right quantity
		if right, err = k.factor(depth); err != nil {
			break
		}
		switch {
		case over && right.n.Sign() == 0:
			return left, refuse(text.FormDivideByZero, quoted(k.typed))
		case !over && left.amount && right.amount:
			return left, refuse(text.FormAmountTimesAmount, quoted(k.typed))
		case over && !left.amount && right.amount:
			return left, refuse(text.FormOverAmount, quoted(k.typed))
		case over:
			left.n.Quo(left.n, right.n)
			left.amount = left.amount && !right.amount
		default:
			left.n.Mul(left.n, right.n)
			left.amount = left.amount || right.amount
		}
	}
	return left, err
}

func (k *reckoner) factor(depth int) (quantity, error) {
	if depth > maxDepth {
		return quantity{}, refuse(text.FormTooDeep, maxDepth)
	}
	switch {
	case k.take('-'):
		q, err := k.factor(depth + 1)
		if err == nil {
			q.n.Neg(q.n)
		}
		return q, err
	case k.take('+'):
		return k.factor(depth + 1)
	case k.take('('):
		q, err := k.sum(depth + 1)
		if err != nil {
			return q, err
		}
		if !k.take(')') {
			return q, refuse(text.FormBrackets, quoted(k.typed))
		}
		_, err = k.suffix(&q)
		return q, err
	}
	return k.number()
}

// number is digits with their unit; 1亿2000万 is one number.
func (k *reckoner) number() (quantity, error) {
	if k.money {
		k.currency()
	}
	q, err := k.digits()
	if err != nil {
		return q, err
	}
	size, err := k.suffix(&q)
	for err == nil && size > 1 && k.at < len(k.in) && isDigit(k.in[k.at]) {
		var part quantity
		var smaller int64
		if part, err = k.digits(); err != nil {
			break
		}
		if smaller, err = k.suffix(&part); err != nil {
			break
		}
		if smaller == 0 || smaller >= size {
			return q, refuse(text.FormUnitOrder, quoted(k.typed))
		}
		q.n.Add(q.n, part.n)
		size = smaller
	}
	return q, err
}

func (k *reckoner) currency() {
	k.skip()
	for _, mark := range []string{"人民币", "RMB", "rmb", "CNY", "cny", "¥"} {
		if strings.HasPrefix(string(k.in[k.at:]), mark) {
			k.at += utf8.RuneCountInString(mark)
			k.skip()
		}
	}
}

// digits reads 1234, 1,234.5, 1 234.5 or .5; separators must group by three.
func (k *reckoner) digits() (quantity, error) {
	k.skip()
	start := k.at
	whole, err := k.grouped()
	if err != nil {
		return quantity{}, err
	}
	decimals := ""
	if k.peek() == '.' {
		k.at++
		from := k.at
		for isDigit(k.peek()) {
			k.at++
		}
		decimals = string(k.in[from:k.at])
	}
	if whole == "" && decimals == "" {
		k.at = start
		return quantity{}, k.stray()
	}
	if e := k.peek(); e == 'e' || e == 'E' {
		return quantity{}, refuse(text.FormScientific, quoted(k.typed))
	}
	if next := k.peek(); next == ',' || next == '.' {
		return quantity{}, refuse(text.FormGrouping, quoted(k.typed))
	}
	n, ok := new(big.Rat).SetString("0" + whole + "." + decimals + "0")
	if !ok {
		return quantity{}, k.stray()
	}
	return quantity{n: n}, nil
}

// grouped reads the whole part.
func (k *reckoner) grouped() (string, error) {
	var whole strings.Builder
	var separator rune
	first, run := true, 0
	for {
		for isDigit(k.peek()) {
			whole.WriteRune(k.peek())
			k.at++
			run++
		}
		if !first && run != 3 {
			return "", refuse(text.FormGrouping, quoted(k.typed))
		}
		next := k.peek()
		follows := k.at+1 < len(k.in) && isDigit(k.in[k.at+1])
		if run == 0 || !follows || next != ',' && next != ' ' || separator != 0 && next != separator {
			return whole.String(), nil
		}
		if first && run > 3 {
			return "", refuse(text.FormGrouping, quoted(k.typed))
		}
		separator, first, run = next, false, 0
		k.at++
	}
}

// suffix reads a unit after a number and gives how many 元 (or ones) it stands for, 0 where there is none.
func (k *reckoner) suffix(q *quantity) (size int64, err error) {
	k.skip()
	start := k.at
	times := int64(1)
	for k.at < len(k.in) {
		m := multiple(k.in[k.at])
		if m == 0 {
			break
		}
		if times *= m; times > 1_000_000_000_000 {
			return 0, refuse(text.FormUnknownUnit, quoted(string(k.in[start:])))
		}
		k.at++
	}
	named := k.money && (k.peek() == '元' || k.peek() == '圆')
	if named {
		if k.at++; k.peek() == '整' {
			k.at++
		}
	}
	if k.at > start {
		if q.amount || k.percent {
			return 0, refuse(text.FormUnknownUnit, quoted(string(k.in[start:k.at])))
		}
		q.n.Mul(q.n, new(big.Rat).SetInt64(times))
		if k.money {
			q.n.Quo(q.n, k.unit)
			q.amount = true
		}
		size = times
	}
	if k.peek() == '%' && (k.percent || k.formula) {
		k.at++
		if !k.percent {
			q.n.Quo(q.n, big.NewRat(100, 1))
		}
	}
	if n := len(k.word); n > 0 && k.at+n <= len(k.in) && string(k.in[k.at:k.at+n]) == string(k.word) {
		k.at += n
	}
	return size, nil
}

// multiple gives what a unit of counting stands for, 0 for none. w and k spare a switch of the input method.
func multiple(r rune) int64 {
	switch r {
	case '十':
		return 10
	case '百':
		return 100
	case '千', 'k', 'K':
		return 1_000
	case '万', '萬', 'w', 'W':
		return 10_000
	case '亿', '億':
		return 100_000_000
	}
	return 0
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }
