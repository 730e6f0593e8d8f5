package intake

import (
	"slices"
	"strings"

	"yice/form"
)

const (
	headerSearch = 60 // rows from the top that may be titles before the header
	headerLevels = 4  // rows a header may have
)

// topRow is one of the first rows of a sheet.
type topRow struct {
	number int
	cells  []string
}

// Caption is one column of a table's header.
type Caption struct {
	Text  string // the lowest text, as people see it
	Group string // what stands above it over several columns: 2023年, 本期发生额
}

// table is a header that was found, and what stands above it.
type table struct {
	captions []Caption
	rows     []topRow // the header's rows
	first    int      // its first and last row, as a spreadsheet counts
	last     int
	titles   []topRow
	unit     form.Unit
	year     int
	score    int
}

// findTable looks through the first rows for those that read most like a header: score tells how much a candidate does.
// Of two that read alike, the one with fewer rows is taken, then the upper one.
func findTable(top []topRow, score func([]Caption) int) table {
	best := table{score: -1}
	for levels := 1; levels <= headerLevels; levels++ {
		for i := range len(top) - levels + 1 {
			rows := top[i : i+levels]
			if rows[levels-1].number-rows[0].number > levels { // a gap: not one header
				continue
			}
			captions := captionsOf(rows)
			if n := score(captions); n > best.score {
				best = table{captions: captions, rows: rows, first: rows[0].number, last: rows[levels-1].number, titles: top[:i], score: n}
			}
		}
	}
	best.extend(top)
	best.unit, best.year = stated(best.titles)
	for _, c := range best.captions {
		if y := yearIn(c.Group); y != 0 && best.year == 0 {
			best.year = y
		}
	}
	return best
}

// subcaptions stand in a second row under a caption over several columns.
var subcaptions = wordSet("原币", "本币", "本位币", "外币", "人民币", "金额", "数量", "单价", "汇率", "借方", "贷方", "月", "日", "字", "号", "原币金额", "本币金额", "种类", "号数")

// extend takes a further row of the header that names parts of its columns and nothing a line could hold.
func (t *table) extend(top []topRow) {
	for len(t.rows) > 0 && len(t.rows) < headerLevels {
		at := slices.IndexFunc(top, func(r topRow) bool { return r.number == t.last+1 })
		if at < 0 || !subRow(t.rows[len(t.rows)-1], top[at]) {
			return
		}
		t.rows = append(slices.Clone(t.rows), top[at])
		t.last = top[at].number
		t.captions = captionsOf(t.rows)
	}
}

func subRow(above, row topRow) bool {
	named := false
	for i, c := range row.cells {
		c = strings.TrimSpace(c)
		switch {
		case c == "", i < len(above.cells) && strings.TrimSpace(above.cells[i]) == c:
		case subcaptions[fold(c)]:
			named = true
		default:
			return false
		}
	}
	return named
}

// stated finds the unit and the year that the rows over a table state; the nearest above it has it.
func stated(titles []topRow) (unit form.Unit, year int) {
	for i := len(titles) - 1; i >= 0; i-- {
		for _, c := range titles[i].cells {
			if u, ok := unitIn(c); ok && unit.Fen == 0 {
				unit = u
			}
			if y := yearIn(c); y != 0 && year == 0 {
				year = y
			}
		}
	}
	return unit, year
}

// captionsOf reads a header of one or more rows: of each column the lowest text, and what stands above it as its group.
func captionsOf(rows []topRow) []Caption {
	width := 0
	for _, r := range rows {
		width = max(width, len(r.cells))
	}
	captions := make([]Caption, width)
	for level, r := range rows {
		group := ""
		for i := range captions {
			cell := ""
			if i < len(r.cells) {
				cell = tidyCaption(r.cells[i])
			}
			if cell != "" {
				group = cell
				if captions[i].Text != "" && captions[i].Text != cell {
					captions[i].Group = captions[i].Text
				}
				captions[i].Text = cell
				continue
			}
			// A caption over several columns stands in the first of them.
			if level < len(rows)-1 && group != "" && captions[i].Text == "" && below(rows[level+1:], i) {
				captions[i].Text = group
			}
		}
	}
	for len(captions) > 0 && captions[len(captions)-1].Text == "" {
		captions = captions[:len(captions)-1]
	}
	return captions
}

func below(rows []topRow, col int) bool {
	for _, r := range rows {
		if col < len(r.cells) && strings.TrimSpace(r.cells[col]) != "" {
			return true
		}
	}
	return false
}

// tidyCaption joins the lines of a cell: 金额⏎（万元） is 金额 （万元）.
func tidyCaption(s string) string {
	return strings.Join(strings.Fields(harmless(s)), " ")
}

// fingerprint is what a shape of table is remembered by: its captions, folded.
func fingerprint(captions []Caption) string {
	var b strings.Builder
	for _, c := range captions {
		b.WriteString(fold(c.Group))
		b.WriteByte('/')
		b.WriteString(fold(c.Text))
		b.WriteByte('|')
	}
	return b.String()
}

// repeats reports a row that says the header again, as every printed page does: it has nothing but texts of one of the
// header's rows, in their columns.
func (t *table) repeats(cells [][]byte) bool {
	for _, h := range t.rows {
		if sameRow(h.cells, cells) {
			return true
		}
	}
	// An upper row whose captions are merged with those below stands among the titles.
	if n := len(t.titles); n > 0 && t.titles[n-1].number == t.first-1 {
		return sameRow(t.titles[n-1].cells, cells)
	}
	return false
}

func sameRow(header []string, cells [][]byte) bool {
	filled := 0
	for i, c := range cells {
		if len(c) == 0 {
			continue
		}
		if i >= len(header) || tidyCaption(header[i]) != tidyCaption(string(c)) {
			return false
		}
		filled++
	}
	return filled > 1
}
