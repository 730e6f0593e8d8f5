package form_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"
	"unicode"

	"pgregory.net/rapid"

	"yice/form"
	"yice/text"
)

// anyValue draws a canonical value of a field.
func anyValue(t *rapid.T, f *form.Field) form.Value {
	if rapid.IntRange(0, 9).Draw(t, "empty") == 0 {
		return form.Value{}
	}
	switch f.Kind {
	case form.Int, form.Money, form.Decimal, form.Percent:
		return form.N(rapid.Int64Range(-f.Limit(), f.Limit()).Draw(t, "n"))
	case form.Date, form.Month:
		y := rapid.IntRange(form.MinYear, form.MaxYear).Draw(t, "y")
		m := rapid.IntRange(1, 12).Draw(t, "m")
		if f.Kind == form.Month {
			if f.AllowZeros && rapid.Bool().Draw(t, "failed") {
				return form.S(form.FailedMonth)
			}
			return form.S(fmt.Sprintf("%04d%02d", y, m))
		}
		return form.S(fmt.Sprintf("%04d-%02d-%02d", y, m, rapid.IntRange(1, time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day()).Draw(t, "d")))
	case form.CodeKind:
		return form.S(rapid.SampledFrom(f.Codes).Draw(t, "code").ID)
	case form.Flag:
		return form.S(rapid.SampledFrom([]string{form.Yes, form.No}).Draw(t, "flag"))
	case form.ID:
		switch f.Identifier {
		case form.USCC:
			return form.S(rapid.StringMatching("[0-9A-HJ-NP-RTUWXY]{18}").Draw(t, "uscc"))
		case form.PatentNumber:
			return form.S(rapid.StringMatching(`(20(0[3-9]|[1-9][0-9])[0-9]{8}|(8[5-9]|9[0-9]|0[0-3])[0-9]{6})\.[0-9X]`).Draw(t, "patent"))
		}
		return form.S(rapid.StringMatching(`((GB|CJ|HJ|DB15|DB1502)(/T)?|[TQ]/[A-Z]{2,6}) [1-9][0-9]{0,5}(\.[0-9])?-(19|20)[0-9]{2}`).Draw(t, "standard"))
	case form.Files:
		return form.AttachmentsValue([]form.Attachment{{strings.Repeat(rapid.StringMatching("[0-9a-f]{4}").Draw(t, "digest"), 16), rapid.StringMatching(`[a-z一-龥]{1,9}\.pdf`).Draw(t, "name")}})
	}
	typed := rapid.StringMatching(`[!-~一-龥]([ -~一-龥（）「」Ⅱ℃　]{0,60}[!-~一-龥])?`).Draw(t, "text")
	if f.Plain || f.Kind == form.Ref { // folded, so not every text is a stored one
		v, err := f.Parse(typed, form.NoUnit)
		if err != nil {
			t.Fatalf("%q: %v", typed, err)
		}
		return v
	}
	return form.S(typed)
}

func everyField(t *testing.T, do func(t *rapid.T, f *form.Field)) {
	for _, form := range form.All() {
		for i := range form.Fields {
			f := &form.Fields[i]
			t.Run(form.ID+"."+f.ID, func(t *testing.T) {
				rapid.Check(t, func(t *rapid.T) { do(t, f) })
			})
		}
	}
}

// What is shown reads back as the same value, in files, in an editor and (but for evidence) as people see it.
func TestShownReadsBack(t *testing.T) {
	units := []form.Unit{form.Yuan, form.Thousand, form.Wan}
	everyField(t, func(t *rapid.T, f *form.Field) {
		v := anyValue(t, f)
		back := func(how, shown string, in form.Unit) {
			if got, err := f.Parse(shown, in); err != nil || got != v {
				t.Fatalf("%s %q reads as %v, %v; was %v", how, shown, got, err, v)
			}
		}
		back("shown", f.Show(v), form.Yuan)
		unit := rapid.SampledFrom(units).Draw(t, "unit")
		back("typed", f.Typed(v, unit), unit)
		if f.Kind != form.Files {
			for _, l := range []text.Lang{text.ZH, text.EN} {
				back("displayed", f.Display(v, unit, l), unit)
			}
		}
	})
}

// Whatever is typed, reading does not panic, refuses with a whole sentence, and what it takes is stable.
func TestReadingIsStable(t *testing.T) {
	pieces := []string{
		"", "1", "12", "2023", "03", "0", ".", ",", "-", "/", "=", "(", ")", "（", "万", "亿", "元", "年", "月", "日", "%", "E+17", "CN", "ZL", "X", "GB/T ",
		"是", "否", "√", " ", "　", "\n", "\x1b", "\x00", "\u202e", "\u200b", "１", "：", "费用化", "人员人工", "a", "|", ":", "*", "+", "国", "\xff", "é", "一", "Ⅱ",
	}
	everyField(t, func(t *rapid.T, f *form.Field) {
		typed := rapid.OneOf(
			rapid.String(),
			rapid.Map(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12), func(p []string) string { return strings.Join(p, "") }),
		).Draw(t, "typed")
		stable(t, f, typed, rapid.SampledFrom([]form.Unit{form.NoUnit, form.Yuan, form.Wan}).Draw(t, "unit"))
	})
}

func stable(t interface {
	Fatalf(string, ...any)
}, f *form.Field, typed string, unit form.Unit,
) {
	v, err := f.Parse(typed, unit)
	if err != nil {
		p, ok := err.(*form.ParseError)
		if !ok || p.Say.ZH == "" || p.Say.EN == "" || !v.Empty() || !strings.Contains(typed, "%") && strings.Contains(p.Say.ZH+p.Say.EN, "%!") {
			t.Fatalf("%q refused with %#v and %v", typed, err, v)
		}
		for _, r := range p.Say.ZH + p.Say.EN {
			if unrulyRune(r) {
				t.Fatalf("%q: the refusal holds U+%04X", typed, r)
			}
		}
		return
	}
	again, err := f.Parse(f.Show(v), form.Yuan)
	if err != nil || again != v {
		t.Fatalf("%q reads as %q, which reads as %q, %v", typed, f.Show(v), f.Show(again), err)
	}
	for _, r := range v.Str() {
		if unrulyRune(r) && (f.Kind != form.Note || r != '\n') {
			t.Fatalf("%q keeps U+%04X", typed, r)
		}
	}
}

// node is an expression drawn at random, as text and as an exact number.
type node struct {
	text string
	n    *big.Rat
}

func anyExpression(t *rapid.T, depth int) node {
	if depth == 0 || rapid.IntRange(0, 3).Draw(t, "leaf") == 0 {
		cents := rapid.Int64Range(0, 99_999_999).Draw(t, "cents")
		s := fmt.Sprintf("%d.%02d", cents/100, cents%100)
		if rapid.Bool().Draw(t, "grouped") {
			s = form.Separated(s)
		}
		return node{s, big.NewRat(cents, 100)}
	}
	a, b := anyExpression(t, depth-1), anyExpression(t, depth-1)
	n := new(big.Rat)
	switch op := rapid.SampledFrom([]string{"+", "-", "*", "/"}).Draw(t, "op"); {
	case op == "+":
		return node{"(" + a.text + "+" + b.text + ")", n.Add(a.n, b.n)}
	case op == "-":
		return node{"(" + a.text + " - " + b.text + ")", n.Sub(a.n, b.n)}
	case op == "*" || b.n.Sign() == 0:
		return node{a.text + "*" + b.text, n.Mul(a.n, b.n)}
	default:
		return node{a.text + "÷(" + b.text + ")", n.Quo(a.n, b.n)}
	}
}

// Arithmetic is exact: it equals big.Rat to the last fen, and is refused when it is not whole 分 or does not fit.
func TestArithmeticIsExact(t *testing.T) {
	f := form.ByID("spend").Field("amount")
	rapid.Check(t, func(t *rapid.T) {
		e := anyExpression(t, 3)
		if len([]rune(e.text)) > longestFormula {
			return
		}
		v, err := f.Parse("="+e.text, form.Yuan)
		want := new(big.Rat).Mul(e.n, big.NewRat(100, 1))
		if !want.IsInt() || want.Num().CmpAbs(big.NewInt(form.MaxMoney)) > 0 {
			if err == nil {
				t.Fatalf("=%s gives %s, want a refusal of %s", e.text, f.Show(v), want)
			}
			return
		}
		if err != nil || v.Num() != want.Num().Int64() {
			t.Fatalf("=%s gives %s, %v; want %s 分", e.text, f.Show(v), err, want)
		}
	})
}

// A figure without a unit takes the field's, one with a unit its own.
func TestUnitsInsideAnExpression(t *testing.T) {
	f := form.ByID("annual").Field("revenue")
	rapid.Check(t, func(t *rapid.T) {
		bare := rapid.Int64Range(0, 999_999).Draw(t, "万元")
		own := rapid.Int64Range(0, 999_999).Draw(t, "元")
		v, err := f.Parse(fmt.Sprintf("=%d+%d元", bare, own), form.Wan)
		if want := bare*form.Wan.Fen + own*form.Yuan.Fen; err != nil || v.Num() != want {
			t.Fatalf("%d 万元 + %d 元 = %s, %v", bare, own, f.Show(v), err)
		}
	})
}

func FuzzParse(f *testing.F) {
	var fields []*form.Field
	for _, form := range form.All() {
		for i := range form.Fields {
			fields = append(fields, &form.Fields[i])
		}
	}
	for _, s := range []string{"=1+2", "1,234.5万", "2023年3月15日", "zl201910380558x", "GB／T 1—2020", "60%", "是", "（1,234.00）", "1.1E+17"} {
		for i := range fields {
			if i%7 == 0 {
				f.Add(uint8(i), s)
			}
		}
	}
	f.Fuzz(func(t *testing.T, i uint8, typed string) {
		field := fields[int(i)%len(fields)]
		stable(t, field, typed, form.NoUnit)
		field.Lookup(typed)
		form.ByID("spend").Header(typed)
	})
}

// longestFormula is how many characters a formula may have.
const longestFormula = 256

// unrulyRune reports a character that a terminal obeys, or that turns a text round.
func unrulyRune(r rune) bool {
	return unicode.IsControl(r) || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r == '\u2028' || r == '\u2029'
}
