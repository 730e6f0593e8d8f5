package report

const (
	// sheetUnits is how much a sheet holds beside each other, in widths of a digit: made to fit A4 landscape, it prints at 78% of
	// its 10 points.
	sheetUnits = 160
	// blockUnits is the same of a page of HTML, whose print is of 8.5 points and not shrunk.
	blockUnits = 165
	// wordUnits is how wide a column of words is where a table is parted; it is broken into lines there.
	wordUnits = 30
)
