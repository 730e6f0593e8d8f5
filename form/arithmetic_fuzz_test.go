package form_test

import (
	"testing"

	"yice/form"
)

// Whatever is typed behind "=" is a figure within its bounds that reads back as itself, or refused.
func FuzzArithmetic(f *testing.F) {
	field := form.ByID("spend").Field("amount")
	for _, s := range []string{"1+2", "(1.5万-2)*3/4", "1e9", "－１＋２", "((((1))))", "1//2", "0.1+0.2", "9999999999*9999999999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := field.Parse("="+s, form.Yuan)
		if err != nil || v.Empty() {
			return
		}
		if n := v.Num(); n > form.MaxMoney || n < -form.MaxMoney {
			t.Fatalf("=%s gives %d", s, n)
		}
		again, err := field.Parse(field.Show(v), form.Yuan)
		if err != nil || again.Num() != v.Num() {
			t.Fatalf("=%s gives %s, which reads as %d, %v", s, field.Show(v), again.Num(), err)
		}
	})
}
