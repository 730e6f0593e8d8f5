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
	h := &htmlPen{l: l, out: bufio.NewWriter(w)}
	(&document{m: m, l: l, pen: h}).all()
	return h.out.Flush()
}

// htmlPen writes a document as HTML.
type htmlPen struct {
	l   text.Lang
	out *bufio.Writer // keeps its first error until Flush
}

// markup is HTML of ours, written as it is. Nothing that a person typed may become one but through [escape].
type markup string

// w writes HTML. Every string and sentence among the arguments is escaped; only markup is not.
func (d *htmlPen) w(format string, args ...any) {
	for i, a := range args {
		switch a := a.(type) {
		case markup:
			args[i] = string(a)
		case string:
			args[i] = escape(a)
		case text.Pair:
			args[i] = escape(a.In(d.l))
		case tag:
			args[i] = `<span class="tag ` + a.look + `">` + escape(a.says.In(d.l)) + `</span>`
		}
	}
	fmt.Fprintf(d.out, format, args...)
}

// escape makes a text of people safe between tags and in a quoted attribute; its line breaks stay line breaks.
func escape(s string) string {
	return strings.ReplaceAll(html.EscapeString(harmless(s)), "\n", "<br>")
}

// open begins a page. The policy allows one thing, the style that stands in it.
func (d *htmlPen) open(title text.Pair, css string) {
	digest := sha256.Sum256([]byte(css))
	policy := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(digest[:]) + "'; base-uri 'none'; form-action 'none'"
	d.w("<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", text.ReportLanguage)
	d.w("<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n", policy)
	d.w("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
	d.w("<title>%s</title>\n<style>%s</style>\n</head>\n<body>\n", title, markup(css))
}

func (d *htmlPen) head(c cover) {
	d.open(c.browser, style)
	if c.simulated {
		d.w("<div class=\"watermark\" aria-hidden=\"true\">%s</div>\n", text.ReportWatermark)
	}
	d.w("<main>\n<header>\n")
	for _, mark := range c.marks {
		d.w("<p class=\"mark\">%s</p>\n", mark)
	}
	d.w("<p class=\"unit\">%s</p>\n<h1>%s</h1>\n", c.unit, c.title)
	d.w("<table class=\"card\"><tbody>\n")
	for _, row := range c.identity {
		d.w("<tr><th>%s</th><td>%s</td><th>%s</th><td>%s</td></tr>\n", row[0], row[1], row[2], row[3])
	}
	d.w("</tbody></table>\n")
	if len(c.verdict) > 0 {
		d.w("<table class=\"card verdict\"><tbody>\n")
		for _, row := range c.verdict {
			d.w("<tr><th>%s</th><td colspan=\"3\">%s</td></tr>\n", row[0], row[1])
		}
		d.w("</tbody></table>\n")
	}
	d.w("</header>\n")
}

func (d *htmlPen) tail() { d.w("</main>\n</body>\n</html>\n") }

func (d *htmlPen) begin(title text.Pair) { d.w("<section>\n<h2>%s</h2>\n", title) }

func (d *htmlPen) annex(title text.Pair) { d.w("<section class=\"annex\">\n<h2>%s</h2>\n", title) }

func (d *htmlPen) end() { d.w("</section>\n") }

func (d *htmlPen) heading(p text.Pair) { d.w("<h3>%s</h3>\n", p) }

func (d *htmlPen) paragraph(p text.Pair) { d.w("<p>%s</p>\n", p) }

func (d *htmlPen) note(p text.Pair) { d.w("<p class=\"note\">%s</p>\n", p) }

func (d *htmlPen) tiles(all []tile) {
	d.w("<div class=\"tiles\">\n")
	for _, t := range all {
		d.w("<div class=\"tile\"><span>%s</span><b>%s</b><span>%s</span></div>\n", t.name, t.figure, t.note)
	}
	d.w("</div>\n")
}

func (d *htmlPen) beside(open bool) {
	if open {
		d.w("<div class=\"charts\">\n")
		return
	}
	d.w("</div>\n")
}

func (d *htmlPen) chart(title text.Pair, _ []share, draw func(title string) markup) {
	said := title.In(d.l)
	d.w("<figure><figcaption>%s</figcaption>%s</figure>\n", said, draw(said))
}

func (d *htmlPen) terms(all []term) {
	d.w("<dl>\n")
	for _, t := range all {
		d.w("<div><dt>%s</dt><dd>%s</dd></div>\n", t.label, strings.Join(t.lines, "\n"))
	}
	d.w("</dl>\n")
}

func (d *htmlPen) signatures(s signing) {
	d.w("<section class=\"sign\">\n<p>%s</p>\n", s.declares)
	for _, row := range s.rows {
		d.w("<div class=\"row\"><div>%s</div><div>%s</div><div>%s</div></div>\n", row[0], row[1], row[2])
	}
	d.paragraph(s.phone)
	d.w("<p class=\"seal\">%s</p>\n</section>\n", s.stamp)
}

// untorn is how many rows a table may have that is not parted between two pages.
const untorn = 16

// table writes a table; cells run parallel to the columns.
func (d *htmlPen) table(columns []col, rows []tableRow) {
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

func class(yes bool, name string) markup {
	if !yes {
		return ""
	}
	return markup(` class="` + name + `"`)
}
