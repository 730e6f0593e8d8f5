package form

import "testing"

// Whatever is typed behind "=" is a figure within its bounds that reads back as itself, or refused.
func FuzzArithmetic(f *testing.F) {
	field := ByID("spend").Field("amount")
	for _, s := range []string{"1+2", "(1.5万-2)*3/4", "1e9", "－１＋２", "((((1))))", "1//2", "0.1+0.2", "9999999999*9999999999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := field.Parse("="+s, Yuan)
		if err != nil || v.Empty() {
			return
		}
		if n := v.Num(); n > MaxMoney || n < -MaxMoney {
			t.Fatalf("=%s gives %d", s, n)
		}
		again, err := field.Parse(field.Show(v), Yuan)
		if err != nil || again.Num() != v.Num() {
			t.Fatalf("=%s gives %s, which reads as %d, %v", s, field.Show(v), again.Num(), err)
		}
	})
}
