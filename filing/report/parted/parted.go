// Package parted parts a table whose print would be too small to read on one page: each sheet, or block of a page of HTML, has the first
// columns of words again and as many columns of figures as there is room for. It knows widths and nothing of what stands in them.
// Start with [Columns].
package parted

import "slices"

// Span is a range of columns: those from from up to but not to.
type Span struct{ From, To int }

// Of gives the words and the range of a row, or of whatever runs parallel to the columns.
func Of[T any](s Span, row []T, words int) []T {
	return slices.Concat(row[:min(words, len(row))], row[min(s.From, len(row)):min(s.To, len(row))])
}

// Columns gives the ranges of columns of figures that go beside one another where a page has room for as many units, the words
// repeated on each: as few as there must be, as even as can be. One range where all of them fit, or one alone does not.
func Columns(widths []float64, words int, room float64) []Span {
	fixed, figures := Sum(widths[:words]), Sum(widths[words:])
	if words == 0 || fixed+figures <= room || len(widths) == words {
		return []Span{{words, len(widths)}}
	}
	least := greedy(widths, words, room-fixed)
	// The narrowest room that needs no more ranges makes them even.
	even := least
	for share := figures / float64(len(least)); share < room-fixed; share++ {
		if try := greedy(widths, words, share); len(try) == len(least) {
			even = try
			break
		}
	}
	return even
}

// greedy fills range after range.
func greedy(widths []float64, words int, room float64) (out []Span) {
	from, used := words, 0.0
	for i := words; i < len(widths); i++ {
		if used+widths[i] > room && i > from {
			out = append(out, Span{from, i})
			from, used = i, 0
		}
		used += widths[i]
	}
	return append(out, Span{from, len(widths)})
}

// Sum adds widths up.
func Sum(widths []float64) (all float64) {
	for _, w := range widths {
		all += w
	}
	return all
}
