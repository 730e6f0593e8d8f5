// Package docx writes a text document of the kind that word processors open (Office Open XML, ISO/IEC 29500): headings,
// paragraphs and tables on A4, and nothing else. It reads none.
//
// Whatever text it is handed is data: it is escaped, and what XML cannot hold is replaced. Equal calls give equal bytes.
// Start with [New], end with [Document.Close].
package docx

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Measures of a page, in twentieths of a point.
const (
	pageWide, pageHigh = 11906, 16838 // A4
	margin             = 964          // 17 mm
	textWide           = pageWide - 2*margin
)

// Document is one under way. The first error is kept until Close.
type Document struct {
	zip  *zip.Writer
	body *bufio.Writer
	err  error
}

// Options of a document.
type Options struct {
	Header string // stands on top of every page; "": nothing does
}

// New begins a document.
func New(w io.Writer, o Options) *Document {
	d := &Document{zip: zip.NewWriter(w)}
	d.part("[Content_Types].xml", contentTypes)
	d.part("_rels/.rels", rootRelations)
	d.part("word/_rels/document.xml.rels", documentRelations)
	d.part("word/styles.xml", styles)
	d.part("word/header1.xml", begins+`<w:hdr `+namespace+`><w:p><w:pPr><w:pStyle w:val="Mark"/></w:pPr>`+runs(o.Header, "")+`</w:p></w:hdr>`)
	d.part("word/footer1.xml", footer)
	out, err := d.create("word/document.xml")
	if err != nil {
		out = io.Discard
	}
	d.body = bufio.NewWriter(out)
	d.write(begins + `<w:document ` + namespace + `><w:body>`)
	return d
}

// create begins a part of the archive, at no time of the day.
func (d *Document) create(name string) (io.Writer, error) {
	w, err := d.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
	d.keep(err)
	return w, err
}

func (d *Document) part(name, content string) {
	w, err := d.create(name)
	if err == nil {
		_, err = io.WriteString(w, content)
	}
	d.keep(err)
}

func (d *Document) keep(err error) {
	if d.err == nil {
		d.err = err
	}
}

func (d *Document) write(s string) {
	_, err := d.body.WriteString(s)
	d.keep(err)
}

// Close writes what is left. Without it there is no document.
func (d *Document) Close() error {
	d.write(`<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>` +
		`<w:pgSz w:w="` + strconv.Itoa(pageWide) + `" w:h="` + strconv.Itoa(pageHigh) + `"/><w:pgMar w:top="1077" w:right="` + strconv.Itoa(margin) +
		`" w:bottom="1077" w:left="` + strconv.Itoa(margin) + `" w:header="454" w:footer="454" w:gutter="0"/></w:sectPr></w:body></w:document>`)
	d.keep(d.body.Flush())
	d.keep(d.zip.Close())
	return d.err
}

// Style is how a paragraph looks.
type Style string

// The styles there are.
const (
	Normal   Style = "Normal"
	Title    Style = "Title"
	Subtitle Style = "Subtitle"
	Heading  Style = "Heading1"
	Lesser   Style = "Heading2"
	Note     Style = "Note"
	Mark     Style = "Mark"
)

// Paragraph writes one; its line breaks stay.
func (d *Document) Paragraph(s Style, text string) {
	d.write(`<w:p><w:pPr><w:pStyle w:val="` + string(s) + `"/></w:pPr>` + runs(text, "") + `</w:p>`)
}

// PageBreak makes what follows begin on a page of its own.
func (d *Document) PageBreak() { d.write(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`) }

// Cell is one of a table.
type Cell struct {
	Text  string
	Right bool // as figures stand
	Bold  bool
	Shade bool
}

// Table writes a table. The first heads rows are repeated on every page it goes on to; rows are not torn. All rows have as many
// cells as the first.
func (d *Document) Table(heads int, rows [][]Cell) {
	if len(rows) == 0 || len(rows[0]) == 0 {
		return
	}
	widths := share(rows)
	d.write(`<w:tbl><w:tblPr><w:tblStyle w:val="Lines"/><w:tblW w:w="` + strconv.Itoa(textWide) + `" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		d.write(`<w:gridCol w:w="` + strconv.Itoa(w) + `"/>`)
	}
	d.write(`</w:tblGrid>`)
	for i, row := range rows {
		d.write(`<w:tr><w:trPr><w:cantSplit/>`)
		if i < heads {
			d.write(`<w:tblHeader/>`)
		}
		d.write(`</w:trPr>`)
		for n := range widths {
			var c Cell
			if n < len(row) {
				c = row[n]
			}
			d.cell(c, widths[n], i < heads)
		}
		d.write(`</w:tr>`)
	}
	d.write(`</w:tbl><w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>`)
}

// cell writes one; that of a head stays with the row below it.
func (d *Document) cell(c Cell, wide int, head bool) {
	d.write(`<w:tc><w:tcPr><w:tcW w:w="` + strconv.Itoa(wide) + `" w:type="dxa"/>`)
	if c.Shade {
		d.write(`<w:shd w:val="clear" w:color="auto" w:fill="EEF2F6"/>`)
	}
	d.write(`</w:tcPr><w:p><w:pPr><w:pStyle w:val="Cell"/>`)
	if head {
		d.write(`<w:keepNext/>`)
	}
	if c.Right {
		d.write(`<w:jc w:val="right"/>`)
	}
	d.write(`</w:pPr>`)
	look := ""
	if c.Bold {
		look = `<w:rPr><w:b/></w:rPr>`
	}
	d.write(runs(c.Text, look) + `</w:p></w:tc>`)
}

// runs writes a text, its line breaks as breaks.
func runs(text, look string) string {
	var b strings.Builder
	for i, line := range strings.Split(text, "\n") {
		b.WriteString(`<w:r>` + look)
		if i > 0 {
			b.WriteString(`<w:br/>`)
		}
		b.WriteString(`<w:t xml:space="preserve">` + escape(line) + `</w:t></w:r>`)
	}
	return b.String()
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder never fails
	return b.String()
}

// Widths of a column, in twentieths of a point: a Chinese character of a cell is about 190 wide.
const (
	halfCharacter = 95
	cellPadding   = 220
	leastWide     = 620
	mostHalves    = 44 // what is longer than this folds
)

// share gives the columns of a table their widths: as much as their longest cell needs. What is left over goes to all in
// proportion; what is too much is taken from the wide ones, so that a figure is not torn for a sentence.
func share(rows [][]Cell) []int {
	needs := make([]int, len(rows[0]))
	for n := range needs {
		for _, row := range rows {
			if n < len(row) {
				needs[n] = max(needs[n], min(halves(row[n].Text), mostHalves)*halfCharacter+cellPadding)
			}
		}
		needs[n] = max(needs[n], leastWide)
	}
	widths, free, open := make([]int, len(needs)), textWide, len(needs)
	for narrowed := true; narrowed && open > 0; {
		narrowed = false
		for n, need := range needs {
			if widths[n] == 0 && need <= free/open {
				widths[n], free, open, narrowed = need, free-need, open-1, true
			}
		}
	}
	if open == 0 {
		return spread(widths, needs, free)
	}
	var wide []int
	for n := range needs {
		if widths[n] == 0 {
			wide = append(wide, n)
		}
	}
	for i, n := range wide { // each of them needs more than an equal part of what is left
		widths[n] = free / (len(wide) - i)
		free -= widths[n]
	}
	return widths
}

// spread adds what is left over, in proportion to what each needs.
func spread(widths, needs []int, free int) []int {
	sum, left := 0, free
	for _, need := range needs {
		sum += need
	}
	for n, need := range needs {
		more := free * need / sum
		widths[n] += more
		left -= more
	}
	widths[len(widths)-1] += left
	return widths
}

// halves counts the half-widths of the longest line.
func halves(text string) int {
	most := 0
	for line := range strings.SplitSeq(text, "\n") {
		wide := 0
		for _, r := range line {
			wide += min(utf8.RuneLen(r), 2)
		}
		most = max(most, wide)
	}
	return most
}
