package report

import (
	"strings"
	"unicode"

	"github.com/xuri/excelize/v2"
)

// fontName is on every Chinese desk, with or without a spreadsheet of its own; others fall back to what they have.
const fontName = "宋体"

// looks are the styles of a workbook, by what a cell is for. Every text has the number format "@": a spreadsheet then
// keeps it a text even when somebody edits a cell that begins with = + - or @.
type looks struct {
	title, subtitle, mark, section int
	head, number                   int // captions; the row of column numbers
	cell, middle, strong, note     int
	count, tenth, money, percent   int
	plain                          int // a number as it is, in the middle
	exact, sumExact                int // every decimal there is, two at least
	sum, sumCount, sumMoney        int
	left, right, link              int // without borders
	seal                           int
	bad, warn, good                int
}

const (
	ink      = "1F2937"
	faint    = "6B7280"
	rule     = "9CA3AF"
	paper    = "EEF2F6"
	alarm    = "B42318"
	amber    = "8A5A00"
	green    = "1B6E3C"
	alarmBed = "FDECEA"
	amberBed = "FFF6DF"
	greenBed = "E8F5EC"
)

const (
	asText    = 49 // @
	asCount   = 3  // #,##0
	asMoney   = 4  // #,##0.00
	asPercent = 10 // 0.00%
	asExact   = "#,##0.00####"
)

// lookMaker makes styles and remembers the first thing that went wrong.
type lookMaker struct {
	x   *excelize.File
	err error
}

type shape struct {
	size        float64
	bold, boxed bool
	across      string // "left", "center", "right"
	ink, bed    string
	format      int
	custom      string
	top         bool
	underline   string
}

func (k *lookMaker) style(s shape) int {
	if s.size == 0 {
		s.size = 10
	}
	if s.ink == "" {
		s.ink = ink
	}
	st := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: s.size, Bold: s.bold, Color: s.ink, Underline: s.underline},
		Alignment: &excelize.Alignment{Horizontal: s.across, Vertical: "center", WrapText: true},
		NumFmt:    s.format,
	}
	if s.top {
		st.Alignment.Vertical = "top"
	}
	if s.custom != "" {
		st.CustomNumFmt = &s.custom
	}
	if s.bed != "" {
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{s.bed}}
	}
	if s.boxed {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			st.Border = append(st.Border, excelize.Border{Type: side, Color: rule, Style: 1})
		}
	}
	id, err := k.x.NewStyle(st)
	if err != nil && k.err == nil {
		k.err = err
	}
	return id
}

func newLooks(x *excelize.File) (looks, error) {
	k := &lookMaker{x: x}
	l := looks{
		title:    k.style(shape{size: 16, bold: true, across: "center", format: asText}),
		subtitle: k.style(shape{size: 11, across: "center", format: asText}),
		mark:     k.style(shape{size: 11, bold: true, across: "center", ink: alarm, format: asText}),
		section:  k.style(shape{size: 12, bold: true, across: "left", format: asText}),
		head:     k.style(shape{bold: true, boxed: true, across: "center", bed: paper, format: asText}),
		number:   k.style(shape{size: 9, boxed: true, across: "center", ink: faint, format: asText}),
		cell:     k.style(shape{boxed: true, across: "left", format: asText}),
		middle:   k.style(shape{boxed: true, across: "center", format: asText}),
		strong:   k.style(shape{bold: true, boxed: true, across: "left", bed: paper, format: asText}),
		note:     k.style(shape{size: 9, across: "left", ink: faint, format: asText, top: true}),
		count:    k.style(shape{boxed: true, across: "right", format: asCount}),
		tenth:    k.style(shape{boxed: true, across: "right", custom: "#,##0.0"}),
		money:    k.style(shape{boxed: true, across: "right", format: asMoney}),
		exact:    k.style(shape{boxed: true, across: "right", custom: asExact}),
		sumExact: k.style(shape{bold: true, boxed: true, across: "right", bed: paper, custom: asExact}),
		plain:    k.style(shape{boxed: true, across: "center"}),
		percent:  k.style(shape{boxed: true, across: "right", format: asPercent}),
		sum:      k.style(shape{bold: true, boxed: true, across: "center", bed: paper, format: asText}),
		sumCount: k.style(shape{bold: true, boxed: true, across: "right", bed: paper, format: asCount}),
		sumMoney: k.style(shape{bold: true, boxed: true, across: "right", bed: paper, format: asMoney}),
		left:     k.style(shape{across: "left", format: asText}),
		right:    k.style(shape{across: "right", format: asText}),
		link:     k.style(shape{across: "left", boxed: true, ink: "1D4ED8", underline: "single", format: asText}),
		seal:     k.style(shape{across: "right", ink: faint, format: asText, top: true}),
		bad:      k.style(shape{bold: true, boxed: true, across: "center", ink: alarm, bed: alarmBed, format: asText}),
		warn:     k.style(shape{bold: true, boxed: true, across: "center", ink: amber, bed: amberBed, format: asText}),
		good:     k.style(shape{bold: true, boxed: true, across: "center", ink: green, bed: greenBed, format: asText}),
	}
	return l, k.err
}

// wide counts the cells a text takes: two for a Chinese character, one for a Latin one.
func wide(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r >= 0x1100:
			n += 2
		default:
			n++
		}
	}
	return n
}

// longestWord is the width of a column that tears no word of Latin letters.
func longestWord(s string) float64 {
	longest, n := 0, 0
	for _, r := range s {
		if n++; r >= 0x1100 || r == ' ' || r == '\n' {
			n = 0
		}
		longest = max(longest, n)
	}
	return float64(longest) + 2
}

// linesIn estimates how many lines a text takes in a column of a width.
func linesIn(s string, width float64) int {
	room := max(int(width*1.04)-1, 2) // body text is a little smaller than the font that columns are measured in
	n := 0
	for line := range strings.SplitSeq(s, "\n") {
		n += max(1, (wide(line)+room-1)/room)
	}
	return n
}
