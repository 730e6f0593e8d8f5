// Package inorder sorts lists that are short or rarely sorted. slices.SortFunc is compiled anew for every type of element, some twelve
// kilobytes of code each, and sixty types came to a megabyte of the binary: here one sort serves them all, at about twice the time.
// Lists as long as a ledger, and what is sorted at every keystroke, stay with package slices.
package inorder

import "sort"

// Sort sorts as slices.SortFunc does: the same algorithm, so also what compares equal comes out in the same order.
func Sort[E any](all []E, compare func(a, b E) int) {
	sort.Slice(all, func(i, j int) bool { return compare(all[i], all[j]) < 0 })
}

// Stably sorts as slices.SortStableFunc does: what compares equal stays in the order it had.
func Stably[E any](all []E, compare func(a, b E) int) {
	sort.SliceStable(all, func(i, j int) bool { return compare(all[i], all[j]) < 0 })
}
