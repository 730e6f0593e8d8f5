package report

import (
	"strconv"
	"strings"

	"yice/form"
	"yice/text"
)

// Charts are drawn by us as SVG, in whole units: the same figures give the same bytes everywhere.

// Widths of a chart in its own units: at the width of a page one unit is about a point, and its text as large as print.
const (
	fullPage = 680
	halfPage = 340
)

const (
	barInk   = "#2f6db5"
	fallInk  = "#b42318"
	trackInk = "#e5e9ef"
	gridInk  = "#d1d5db"
	textInk  = "#374151"
)

// picture is a chart under way.
type picture struct {
	b    strings.Builder
	high int
	wide int
}

func newPicture(width, height int, title string) *picture {
	p := &picture{wide: width, high: height}
	p.b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ` + strconv.Itoa(width) + " " + strconv.Itoa(height) +
		`" font-size="12" fill="` + textInk + `"><title>` + escape(title) + "</title>")
	return p
}

func (p *picture) done() markup {
	p.b.WriteString("</svg>\n")
	return markup(p.b.String())
}

func (p *picture) rect(x, y, width, height int, ink string) {
	p.b.WriteString(`<rect x="` + strconv.Itoa(x) + `" y="` + strconv.Itoa(y) + `" width="` + strconv.Itoa(max(width, 0)) + `" height="` +
		strconv.Itoa(max(height, 0)) + `" fill="` + ink + `"/>`)
}

func (p *picture) line(x1, y1, x2, y2 int, ink string) {
	p.b.WriteString(`<line x1="` + strconv.Itoa(x1) + `" y1="` + strconv.Itoa(y1) + `" x2="` + strconv.Itoa(x2) + `" y2="` + strconv.Itoa(y2) +
		`" stroke="` + ink + `"/>`)
}

// write puts a text; anchor is start, middle or end.
func (p *picture) write(x, y int, anchor, s string) {
	p.b.WriteString(`<text x="` + strconv.Itoa(x) + `" y="` + strconv.Itoa(y) + `" text-anchor="` + anchor + `">` + escape(s) + "</text>")
}

// amountText shows an amount on a chart: 万元, without decimals where the largest is a thousand or more.
func amountText(fen, largest int64) string {
	const thousandWan = 1000 * 1_000_000
	s := wan(fen)
	if largest >= thousandWan {
		const fenPerWan = 1_000_000
		q, r := fen/fenPerWan, fen%fenPerWan
		switch {
		case r >= fenPerWan/2:
			q++
		case r <= -fenPerWan/2:
			q--
		}
		s = strconv.FormatInt(q, 10)
	}
	return form.Separated(s)
}

// stepFor gives a round step so that at most five reach a figure.
func stepFor(largest int64) int64 {
	const mostSteps = 5
	step := int64(1)
	for {
		for _, k := range [...]int64{1, 2, 5} {
			if step*k >= (largest+mostSteps-1)/mostSteps {
				return step * k
			}
		}
		if step > 1<<58 {
			return step
		}
		step *= 10
	}
}

// scaled maps an amount onto a length; the product is kept within 64 bits.
func scaled(n, of int64, length int) int {
	for of > 1<<44 || n > 1<<44 || n < -(1<<44) {
		n, of = n/1024, of/1024
	}
	if of <= 0 {
		return 0
	}
	return int(n * int64(length) / of)
}

// columns draws amounts as upright bars; what is below zero hangs from the line.
func columns(all []share, width int, title string, l text.Lang) markup {
	const height, left, right, top, bottom = 210, 62, 8, 22, 30
	largest, least := int64(0), int64(0)
	for _, s := range all {
		largest, least = max(largest, s.amount), min(least, s.amount)
	}
	step := stepFor(max(largest, -least, 1))
	up, down := (largest+step-1)/step, (-least+step-1)/step
	if up+down == 0 {
		up = 1
	}
	room := height - top - bottom
	zero := top + room*int(up)/int(up+down)
	p := newPicture(width, height, title)
	for i := -down; i <= up; i++ {
		y := zero - room*int(i)/int(up+down)
		p.line(left, y, width-right, y, gridInk)
		p.write(left-6, y+4, "end", strings.TrimSuffix(amountText(i*step, max(largest, -least)), ".00"))
	}
	each := (width - left - right) / max(len(all), 1)
	for i, s := range all {
		x := left + each*i
		high := scaled(s.amount, (up+down)*step, room)
		if high >= 0 {
			p.rect(x+each/6, zero-high, each-each/3, high, barInk)
			p.write(x+each/2, zero-high-5, "middle", amountText(s.amount, max(largest, -least)))
		} else {
			p.rect(x+each/6, zero, each-each/3, -high, fallInk)
			p.write(x+each/2, zero-high+13, "middle", amountText(s.amount, max(largest, -least)))
		}
		p.write(x+each/2, height-10, "middle", s.title.In(l))
	}
	p.line(left, zero, width-right, zero, textInk)
	return p.done()
}

// bars draws amounts as lying bars with their names before and their figures behind.
func bars(all []share, width int, title string, l text.Lang) markup {
	const left, right, rowHigh = 112, 126, 26
	largest, sum := int64(1), int64(0)
	for _, s := range all {
		largest = max(largest, s.amount, -s.amount)
		sum = form.Plus(sum, s.amount)
	}
	p := newPicture(width, rowHigh*len(all)+8, title)
	for i, s := range all {
		y := rowHigh*i + 6
		ink, long := barInk, scaled(s.amount, largest, width-left-right)
		if long < 0 {
			ink, long = fallInk, -long
		}
		p.write(left-8, y+13, "end", clip(s.title.In(l), 16))
		p.rect(left, y, long, 18, ink)
		said := amountText(s.amount, largest)
		if s.amount >= 0 && sum > 0 {
			said += " · " + percentText(permyriad(s.amount, sum))
		}
		p.write(left+long+6, y+13, "start", said)
	}
	return p.done()
}

// way is one bar of progress.
type way struct {
	name, target, state string
	part                int64 // ten-thousandths
	known               bool
}

// progressBars draws how far every line has come.
func progressBars(all []way, title string) markup {
	const width, left, right, rowHigh = fullPage, 160, 212, 28
	const room, whole = width - left - right, 10_000
	p := newPicture(width, rowHigh*len(all)+10, title)
	for i, w := range all {
		y := rowHigh*i + 6
		p.write(left-10, y+15, "end", clip(w.name, 24))
		p.rect(left, y, room, 20, trackInk)
		if w.known {
			p.rect(left, y, int(w.part)*room/whole, 20, barInk)
		}
		p.line(left+room, y-3, left+room, y+23, textInk)
		p.write(left+room+8, y+15, "start", w.state+"　"+w.target)
	}
	return p.done()
}

// percentText shows ten-thousandths as a percentage.
func percentText(n int64) string { return decimal(n, 2) + "%" }

// clip keeps a text within so many cells.
func clip(s string, cells int) string {
	if wide(s) <= cells {
		return s
	}
	n := 1
	for i, r := range s {
		if n += wide(string(r)); n > cells {
			return s[:i] + "…"
		}
	}
	return s
}
