package report

import (
	"bufio"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"strings"

	"yice/text"
)

// HTML writes the self-assessment: one file that loads nothing, to be read on a screen, printed on A4 and signed. Equal
// material gives equal bytes.
func (m *Material) HTML(w io.Writer, l text.Lang) error {
	out := bufio.NewWriter(w)
	d := &document{m: m, l: l, out: out}
	d.head()
	d.result()
	d.spending()
	d.indicators()
	d.bonus()
	d.profit()
	d.payroll()
	d.next()
	d.findings()
	d.assumed()
	d.signatures()
	d.explained()
	d.w("</main>\n</body>\n</html>\n")
	return out.Flush()
}

// document is a page under way.
type document struct {
	m       *Material
	l       text.Lang
	out     *bufio.Writer // keeps its first error until Flush
	section int
}

// markup is HTML of ours, written as it is. Nothing that a person typed may become one but through [escape].
type markup string

// w writes HTML. Every string and sentence among the arguments is escaped; only markup is not.
func (d *document) w(format string, args ...any) {
	for i, a := range args {
		switch a := a.(type) {
		case markup:
			args[i] = string(a)
		case string:
			args[i] = escape(a)
		case text.Pair:
			args[i] = escape(a.In(d.l))
		}
	}
	fmt.Fprintf(d.out, format, args...)
}

// escape makes a text of people safe between tags and in a quoted attribute; its line breaks stay line breaks.
func escape(s string) string {
	return strings.ReplaceAll(html.EscapeString(harmless(s)), "\n", "<br>")
}

// head writes everything before the first section. The policy allows one thing, the style that stands in the page.
func (d *document) head() {
	m := d.m
	css := style
	digest := sha256.Sum256([]byte(css))
	policy := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(digest[:]) + "'; base-uri 'none'; form-action 'none'"
	d.w("<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", text.ReportLanguage)
	d.w("<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n", policy)
	d.w("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
	d.w("<title>%s</title>\n<style>%s</style>\n</head>\n<body>\n", text.ReportHTMLBrowser.With(m.Name, m.Year), markup(css))
	if m.Sheet == nil || !m.official() {
		d.w("<div class=\"watermark\" aria-hidden=\"true\">%s</div>\n", text.ReportWatermark)
	}
	d.w("<main>\n<header>\n")
	for _, mark := range m.Marks() {
		d.w("<p class=\"mark\">%s</p>\n", mark)
	}
	d.w("<p class=\"unit\">%s</p>\n<h1>%s</h1>\n", m.Name, text.ReportHTMLTitle.With(m.Year))
	d.w("<table class=\"card\"><tbody>\n")
	for _, row := range (&book{m: m, l: d.l}).identity() {
		d.w("<tr><th>%s</th><td>%s</td><th>%s</th><td>%s</td></tr>\n", row[0], row[1], row[2], row[3])
	}
	d.w("</tbody></table>\n")
	d.verdict()
	d.w("</header>\n")
}

// begin opens a numbered section.
func (d *document) begin(title text.Pair) {
	d.section++
	number := text.ReportHTMLNumbers[min(d.section, len(text.ReportHTMLNumbers))-1]
	d.w("<section>\n<h2>%s%s</h2>\n", number, title)
}

func (d *document) end() { d.w("</section>\n") }

func (d *document) paragraph(p text.Pair) { d.w("<p>%s</p>\n", p) }

// col is one column of a table: its caption, and whether it holds figures.
type col struct {
	title text.Pair
	look  markup // class, or nothing
}

func words(p text.Pair) col   { return col{title: p} }
func figures(p text.Pair) col { return col{p, ` class="num"`} }

// tight is a column of short words that are not torn.
func tight(p text.Pair) col { return col{p, ` class="tight"`} }

// untorn is how many rows a table may have that is not parted between two pages.
const untorn = 16

// table writes a table; cells run parallel to the columns.
func (d *document) table(columns []col, rows []tableRow) {
	d.w("<table%s>\n<thead><tr>", class(len(rows) <= untorn, "keep"))
	for _, c := range columns {
		d.w("<th%s>%s</th>", c.look, c.title)
	}
	d.w("</tr></thead>\n<tbody>\n")
	for _, r := range rows {
		d.w("<tr%s>", class(r.total, "total"))
		for i, c := range r.cells {
			d.w("<td%s>%s</td>", columns[i].look, c)
		}
		d.w("</tr>\n")
	}
	d.w("</tbody></table>\n")
}

// tableRow is a row of texts, sentences or markup.
type tableRow struct {
	cells []any
	total bool
}

func line(cells ...any) tableRow  { return tableRow{cells: cells} }
func total(cells ...any) tableRow { return tableRow{cells: cells, total: true} }

func class(yes bool, name string) markup {
	if !yes {
		return ""
	}
	return markup(` class="` + name + `"`)
}
