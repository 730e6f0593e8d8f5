package report

import (
	"bufio"
	"io"

	"yice/filing/report/parted"
	"yice/form"
	"yice/text"
)

// styleReturn is what a return has beyond the style of every page: it lies on its side, and its heads are broken.
const styleReturn = `
main{max-width:1280px}
thead th.num,thead th.tight{white-space:normal}
thead th{word-break:normal;overflow-wrap:anywhere}
main.across th:first-child,main.across td:first-child{min-width:7.5em}
@page{size:A4 landscape;margin:12mm 14mm 14mm}
@media print{table{font-size:8.5pt}th,td{padding:3px 5px}h1{margin-bottom:6px}}
`

// HTML writes the return as a page that loads nothing. A table that is wider than A4 on its side is parted by columns into
// blocks one beneath another.
func (p *Paper) HTML(w io.Writer, l text.Lang) error {
	t, g := p.Table, layOut(p.Table)
	h := &htmlPen{l: l, out: bufio.NewWriter(w)}
	h.open(text.ReportUnit.With(t.Return.Title, text.Same(p.Name)), style+styleReturn)
	h.w("<main%s>\n<header>\n<p class=\"unit\">%s</p>\n<h1>%s</h1>\n<p class=\"note\">%s　%s　%s</p>\n</header>\n", class(g.strong, "across"), p.Name, t.Return.Title,
		text.ReturnsFormNumber.With(t.Return.Number), text.ReportFormUSCC.With(p.USCC), text.ReportFormYear.With(t.Year))
	widths := g.widths(l)
	blocks := parted.Columns(widths, g.again, blockUnits)
	for i, b := range blocks {
		if i > 0 {
			h.heading(continued(t.Return.Title, i, len(blocks)))
		}
		h.block(g, b, widths)
	}
	for _, n := range g.notes {
		h.note(n)
	}
	h.tail()
	return h.out.Flush()
}

// shortWords is how wide a column of codes or dates is at most, which are not broken.
const shortWords = 14

// block writes the columns of words that are repeated, and a range of the others.
func (d *htmlPen) block(g *grid, b parted.Span, widths []float64) {
	var cols []col
	for i, head := range g.heads {
		if g.numbers != nil && g.numbers[i] != "" {
			head = text.ReturnsNumbered.With(g.numbers[i], head)
		}
		switch {
		case i >= g.words:
			cols = append(cols, figures(head))
		case i >= 2 && widths[i] <= shortWords:
			cols = append(cols, col{head, ` class="tight"`})
		default:
			cols = append(cols, words(head))
		}
	}
	cols = parted.Of(b, cols, g.again)
	var rows []tableRow
	for _, row := range g.rows {
		if !row.caption.Empty() {
			cells := make([]any, len(cols))
			for i := range cells {
				cells[i] = ""
			}
			cells[1] = row.caption
			rows = append(rows, total(cells...))
			continue
		}
		cells := make([]any, len(row.cells))
		for i, c := range row.cells {
			switch {
			case i < g.words:
				cells[i] = c.text
			case c.none:
				cells[i] = noSuchLine
			default:
				cells[i] = form.Separated(c.figure)
			}
		}
		rows = append(rows, tableRow{cells: parted.Of(b, cells, g.again), total: row.strong})
	}
	d.table(cols, rows)
}
