package report

import "slices"

// A table whose print would be too small to read on one page is parted by columns: each sheet, or block of a page of HTML, has
// the first columns of words again and as many columns of figures as there is room for.

const (
	// sheetUnits is how much a sheet holds beside each other, in widths of a digit: made to fit A4 landscape, it prints at 78% of
	// its 10 points.
	sheetUnits = 160
	// blockUnits is the same of a page of HTML, whose print is of 8.5 points and not shrunk.
	blockUnits = 165
	// wordUnits is how wide a column of words is where a table is parted; it is broken into lines there.
	wordUnits = 30
)

// span is a range of columns: those from from up to but not to.
type span struct{ from, to int }

// of gives the words and the range of a row, or of whatever runs parallel to the columns.
func of[T any](s span, row []T, words int) []T {
	return slices.Concat(row[:min(words, len(row))], row[min(s.from, len(row)):min(s.to, len(row))])
}

// parted gives the ranges of columns of figures that go beside one another where a page has room for as many units, the words
// repeated on each: as few as there must be, as even as can be. One range where all of them fit, or one alone does not.
func parted(widths []float64, words int, room float64) []span {
	fixed, figures := sum(widths[:words]), sum(widths[words:])
	if words == 0 || fixed+figures <= room || len(widths) == words {
		return []span{{words, len(widths)}}
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
func greedy(widths []float64, words int, room float64) (out []span) {
	from, used := words, 0.0
	for i := words; i < len(widths); i++ {
		if used+widths[i] > room && i > from {
			out = append(out, span{from, i})
			from, used = i, 0
		}
		used += widths[i]
	}
	return append(out, span{from, len(widths)})
}

func sum(widths []float64) (all float64) {
	for _, w := range widths {
		all += w
	}
	return all
}
