package rooms_test

import (
	"slices"
	"testing"

	"yice/filing/registry/spelling"
)

// Whatever signs an enterprise writes into a key or a title, the sides of a double claim are read as they were written, and nothing that is
// written otherwise is read at all.
func FuzzSidesAreReadAsTheyWereWritten(f *testing.F) {
	f.Add("2021:10", "3:abc", int64(7), "12:")
	f.Add("", "\x1e\x1f\x00", int64(-1), "1:a1:b")
	f.Add("示例", "一种方法", int64(1<<40), "::")
	f.Add("甲", "乙", int64(1), "1:e1:70:0:") // of a submission that does not count
	counts := func(of string) bool { return of == "d" }
	f.Fuzz(func(t *testing.T, key, title string, row int64, other string) {
		k, h := spelling.Storable(key), spelling.Storable(title)
		want := []spelling.Side{{Of: "d", Row: row, Key: k, Title: h}, {Of: "d", Row: 1, Key: h, Title: k}}
		got, ok := spelling.SidesFrom(spelling.Sides([]spelling.Side{{Of: "d", Row: row, Key: key, Title: title}, {Of: "d", Row: 1, Key: title, Title: key}}), counts)
		if !ok || !slices.Equal(got, want) {
			t.Fatalf("%+v", got)
		}
		all, ok := spelling.SidesFrom(other, counts)
		if !ok && all != nil {
			t.Errorf("%q gave %+v", other, all)
		}
		for _, one := range all {
			if one.Of != "d" {
				t.Errorf("%q gave %+v", other, one)
			}
		}
	})
}
