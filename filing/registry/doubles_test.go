package registry

import (
	"testing"

	"yice/form"
)

// Whatever signs an enterprise writes into a key or a title, the sides of a double claim are read as they were written, and nothing that is
// written otherwise is read at all.
func FuzzSidesAreReadAsTheyWereWritten(f *testing.F) {
	f.Add("2021:10", "3:abc", int64(7), "12:")
	f.Add("", "\x1e\x1f\x00", int64(-1), "1:a1:b")
	f.Add("示例", "一种方法", int64(1<<40), "::")
	of := map[string]*held{"d": {Digest: "d"}}
	patent := form.ByID("patent")
	f.Fuzz(func(t *testing.T, key, title string, row int64, other string) {
		all := []ClaimSide{{Digest: "d", key: key, title: title, Row: row}, {Digest: "d", key: title, title: key, Row: 1}}
		got := sidesFrom(sidesText(all), of, patent)
		if len(got) != 2 || got[0].key != storable(key) || got[0].title != storable(title) || got[0].Row != row || got[1].key != storable(title) {
			t.Fatalf("%+v", got)
		}
		for _, one := range sidesFrom(other, of, patent) {
			if one.Digest != "d" {
				t.Errorf("%q gave %+v", other, one)
			}
		}
	})
}
