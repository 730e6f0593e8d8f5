package rooms_test

import (
	"slices"
	"testing"

	"yice/tui/kit"
)

// Columns that fit have what they want; where they do not, the widest give way, and what is short stays whole.
func TestColumnsShareTheirRoom(t *testing.T) {
	for _, x := range []struct {
		room       int
		want, have []int
	}{
		{40, []int{10, 12, 8}, []int{10, 12, 8}},
		{30, []int{10, 12, 50}, []int{10, 10, 10}},
		{40, []int{5, 12, 50}, []int{5, 12, 23}},
		{0, []int{5, 12}, []int{1, 1}},
		{9, nil, nil},
	} {
		if got := kit.Share(x.room, x.want...); !slices.Equal(got, x.have) {
			t.Errorf("%v in %d: %v, not %v", x.want, x.room, got, x.have)
		}
	}
}
