package form_test

import (
	"errors"
	"math"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yice/form"
	_ "yice/internal/effort"
)

// 10^12 元 goes into every cell of money, one 分 more into none, to either side of nothing and in whatever unit it is typed.
func TestMoneyIsBounded(t *testing.T) {
	units := []struct {
		unit          form.Unit
		most, tooMuch string
	}{
		{form.Yuan, "1000000000000", "1000000000000.01"},
		{form.Thousand, "1000000000", "1000000000.00001"},
		{form.Wan, "100000000", "100000000.000001"},
		{form.Yuan, "1,000,000,000,000.00", "1,000,000,000,000.01"},
		{form.Yuan, "1万亿", "1.00000000000001万亿"},
		{form.Yuan, "=5000亿+5000亿", "=5000亿+5000亿+0.01"},
		{form.Wan, "=10000*10000", "=10000*10000+0.000001"},
		{form.Wan, "1万亿元", "10万亿元"},
		{form.Yuan, "１００００００００００００", "９９９９９９９９９９９９９９９９９９９９９９９９"},
		{form.Yuan, "¥1,000,000,000,000", "90000000000000000"},
	}
	for _, f := range form.All() {
		for i := range f.Fields {
			fd := &f.Fields[i]
			if fd.Kind != form.Money {
				continue
			}
			for _, u := range units {
				for _, sign := range []int64{1, -1} {
					most, tooMuch := u.most, u.tooMuch
					if sign < 0 {
						most, tooMuch = negative(most), negative(tooMuch)
					}
					if v, err := fd.Parse(most, u.unit); err != nil || v != form.N(sign*form.MaxMoney) {
						t.Errorf("%s.%s %q in %s: %v, %v", f.ID, fd.ID, most, u.unit.Title.ZH, v, err)
					}
					v, err := fd.Parse(tooMuch, u.unit)
					var said *form.ParseError
					if !errors.As(err, &said) || !v.Empty() {
						t.Errorf("%s.%s %q in %s is taken: %v, %v", f.ID, fd.ID, tooMuch, u.unit.Title.ZH, v, err)
					} else if !strings.Contains(said.Say.ZH, "1 万亿元") || !strings.Contains(said.Say.EN, "1 trillion") {
						t.Errorf("%q: the limit is not said: %s", tooMuch, said.Say)
					}
				}
			}
		}
	}
}

func negative(s string) string {
	if rest, ok := strings.CutPrefix(s, "="); ok {
		return "=-(" + rest + ")"
	}
	return "-" + s
}

// The limit is said in the unit in which the figure was typed.
func TestMoneyBeyondSaysItsUnit(t *testing.T) {
	_, err := form.ByID("annual").Field("revenue").Parse("358000000", form.NoUnit)
	if err == nil || !strings.Contains(err.Error(), "358000000") || !strings.Contains(err.Error(), "按万元填是 100,000,000.00") {
		t.Fatal(err)
	}
}

func TestFiguresAreBounded(t *testing.T) {
	for _, f := range form.All() {
		for i := range f.Fields {
			fd := &f.Fields[i]
			limit := fd.Limit()
			if limit == 0 {
				continue
			}
			for _, n := range []int64{limit, -limit} {
				if v, err := fd.Parse(fd.Show(form.N(n)), form.Yuan); err != nil || v != form.N(n) || fd.Within(v) != nil {
					t.Errorf("%s.%s: %d is refused: %v", f.ID, fd.ID, n, err)
				}
			}
			for _, n := range []int64{limit + 1, -limit - 1, math.MaxInt64, math.MinInt64} {
				if v, err := fd.Parse(fd.Show(form.N(n)), form.Yuan); err == nil {
					t.Errorf("%s.%s: %d is taken: %v", f.ID, fd.ID, n, v)
				}
				if fd.Within(form.N(n)) == nil {
					t.Errorf("%s.%s: %d is within", f.ID, fd.ID, n)
				}
			}
		}
	}
}

func TestAddingMoneyIsChecked(t *testing.T) {
	edge := []int64{0, 1, -1, form.MaxMoney, -form.MaxMoney, form.MaxTotal, math.MaxInt64 - 1, math.MaxInt64, math.MinInt64, math.MinInt64 + 1}
	fen := rapid.OneOf(rapid.Int64(), rapid.SampledFrom(edge))
	rapid.Check(t, func(t *rapid.T) {
		a, b := fen.Draw(t, "a"), fen.Draw(t, "b")
		want := new(big.Int).Add(big.NewInt(a), big.NewInt(b))
		got, err := form.AddMoney(a, b)
		if (err == nil) != want.IsInt64() || err == nil && got != want.Int64() {
			t.Fatalf("%d + %d is %v, not %d, %v", a, b, want, got, err)
		}
		if got := form.Plus(a, b); want.IsInt64() && got != want.Int64() || !want.IsInt64() && big.NewInt(got).Sign() != want.Sign() {
			t.Fatalf("%d + %d is %v, not %d", a, b, want, got)
		}
	})
}

// A gross takes exactly what keeps it within MaxTotal, whatever the signs.
func TestGross(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var g form.Gross
		want := new(big.Int)
		for _, fen := range rapid.SliceOfN(rapid.OneOf(rapid.Int64Range(-form.MaxTotal/3, form.MaxTotal/3), rapid.Int64()), 1, 12).Draw(t, "amounts") {
			next := new(big.Int).Add(want, new(big.Int).Abs(big.NewInt(fen)))
			fits := next.Cmp(big.NewInt(form.MaxTotal)) <= 0
			if g.Add(fen) != fits {
				t.Fatalf("%v and %d: taken is not %v", want, fen, fits)
			}
			if fits {
				want = next
			}
			if int64(g) != want.Int64() {
				t.Fatalf("%d is not %v", g, want)
			}
		}
	})
}
