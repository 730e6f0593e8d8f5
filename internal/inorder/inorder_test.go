package inorder_test

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	_ "yice/internal/effort"
	"yice/internal/inorder"
)

type line struct {
	Key   int
	Place int
}

// Few keys, so that many lines compare equal; long enough for every branch of the algorithm.
func lines(t *rapid.T) []line {
	keys := rapid.SliceOfN(rapid.IntRange(0, 40), 0, 400).Draw(t, "keys")
	all := make([]line, len(keys))
	for i, key := range keys {
		all[i] = line{key, i}
	}
	return all
}

func byKey(a, b line) int { return cmp.Compare(a.Key, b.Key) }

func TestSortsAsSlicesDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := lines(t)
		for _, by := range []struct {
			name        string
			ours, model func([]line, func(a, b line) int)
		}{
			{"Sort", inorder.Sort[line], slices.SortFunc[[]line]},
			{"Stably", inorder.Stably[line], slices.SortStableFunc[[]line]},
		} {
			got, want := slices.Clone(all), slices.Clone(all)
			by.ours(got, byKey)
			by.model(want, byKey)
			if !slices.Equal(got, want) {
				t.Fatalf("%s gives %v, package slices %v", by.name, got, want)
			}
		}
	})
}
