package report

import "yice/text"

// document is the self-assessment under way: what stands in it, in which order. How it looks is its pen's.
type document struct {
	m       *Material
	l       text.Lang
	pen     pen
	section int
}

// pen puts the parts of a self-assessment on a page of some kind. Everything it is handed is text: it escapes what it writes.
type pen interface {
	head(c cover)
	// begin opens a section, annex the one that begins a page of its own; end closes either.
	begin(title text.Pair)
	annex(title text.Pair)
	end()
	heading(p text.Pair)
	paragraph(p text.Pair)
	note(p text.Pair)
	tiles(all []tile)
	table(columns []col, rows []tableRow)
	// chart shows amounts, in 分, or draws them; no amounts: what is drawn stands in the table beside it.
	chart(title text.Pair, amounts []share, draw func(title string) markup)
	// beside opens, and closes, a group of charts that stand side by side.
	beside(open bool)
	terms(all []term)
	signatures(s signing)
	tail()
}

// cover is what stands before the first section.
type cover struct {
	browser, unit, title text.Pair
	simulated            bool
	marks                []text.Pair
	identity             [][4]text.Pair
	verdict              [][2]text.Pair
}

// tile is one figure of the result, large.
type tile struct {
	name   text.Pair
	figure string
	note   text.Pair
}

// term is a label and the lines that say it.
type term struct {
	label text.Pair
	lines []string
}

// signing is the block that is signed by hand.
type signing struct {
	declares text.Pair
	rows     [][3]text.Pair // role and name, where to sign, the day
	phone    text.Pair
	stamp    text.Pair
}

// tag is a short word in a cell; its look only repeats what the word says.
type tag struct {
	look string
	says text.Pair
}

func (d *document) all() {
	m := d.m
	d.pen.head(cover{
		browser: text.ReportHTMLBrowser.With(m.Name, m.Year), unit: text.Same(m.Name), title: text.ReportHTMLTitle.With(m.Year),
		simulated: m.Sheet == nil || !m.official(), marks: m.Marks(), identity: (&book{m: m, l: d.l}).identity(), verdict: m.verdictRows(),
	})
	d.result()
	d.spending()
	d.sections()
	d.outlook()
	d.next()
	d.findings()
	d.assumed()
	d.signatures()
	d.explained()
	d.pen.tail()
}

func joined(a, b text.Pair) text.Pair {
	return text.Pair{ZH: a.In(text.ZH) + b.In(text.ZH), EN: a.In(text.EN) + b.In(text.EN)}
}

// begin opens a numbered section.
func (d *document) begin(title text.Pair) {
	d.section++
	number := text.ReportHTMLNumbers[min(d.section, len(text.ReportHTMLNumbers))-1]
	d.pen.begin(joined(number, title))
}

func (d *document) end() { d.pen.end() }

func (d *document) paragraph(p text.Pair) { d.pen.paragraph(p) }

func (d *document) note(p text.Pair) { d.pen.note(p) }

func (d *document) table(columns []col, rows []tableRow) { d.pen.table(columns, rows) }

// col is one column of a table: its caption, and whether it holds figures.
type col struct {
	title text.Pair
	look  markup // class, or nothing
}

func words(p text.Pair) col   { return col{title: p} }
func figures(p text.Pair) col { return col{p, ` class="num"`} }

func (c col) figures() bool { return c.look == ` class="num"` }

// tight is a column of short words that are not torn.
func tight(p text.Pair) col { return col{p, ` class="tight"`} }

// tableRow is a row of texts, sentences or markup.
type tableRow struct {
	cells []any
	total bool
}

func line(cells ...any) tableRow  { return tableRow{cells: cells} }
func total(cells ...any) tableRow { return tableRow{cells: cells, total: true} }
