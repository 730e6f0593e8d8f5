package report

import (
	"io"
	"strings"

	"yice/filing/report/docx"
	"yice/text"
)

// Word writes the self-assessment as a text document, for offices that pass papers on as such: what stands in [Material.HTML],
// figure for figure, its charts as tables.
func (m *Material) Word(w io.Writer, l text.Lang) error {
	var o docx.Options
	if m.Sheet == nil || !m.official() {
		o.Header = text.ReportWatermark.In(l)
	}
	p := &wordPen{l: l, out: docx.New(w, o)}
	(&document{m: m, l: l, pen: p}).all()
	return p.out.Close()
}

// wordPen writes a document for word processors.
type wordPen struct {
	l   text.Lang
	out *docx.Document
}

// say is a cell, or any other part, as it reads.
func (p *wordPen) say(a any) string {
	switch a := a.(type) {
	case text.Pair:
		return harmless(a.In(p.l))
	case tag:
		return harmless(a.says.In(p.l))
	case string:
		return harmless(a)
	}
	return ""
}

func (p *wordPen) paragraphOf(s docx.Style, a any) { p.out.Paragraph(s, p.say(a)) }

func (p *wordPen) head(c cover) {
	for _, mark := range c.marks {
		p.paragraphOf(docx.Mark, mark)
	}
	p.paragraphOf(docx.Subtitle, c.unit)
	p.paragraphOf(docx.Title, c.title)
	var rows [][]docx.Cell
	for _, row := range c.identity {
		rows = append(rows, []docx.Cell{{Text: p.say(row[0]), Shade: true}, {Text: p.say(row[1])}, {Text: p.say(row[2]), Shade: true}, {Text: p.say(row[3])}})
	}
	p.out.Table(0, rows)
	rows = nil
	for _, row := range c.verdict {
		rows = append(rows, []docx.Cell{{Text: p.say(row[0]), Shade: true}, {Text: p.say(row[1])}})
	}
	p.out.Table(0, rows)
}

func (p *wordPen) begin(title text.Pair) { p.paragraphOf(docx.Heading, title) }

func (p *wordPen) annex(title text.Pair) {
	p.out.PageBreak()
	p.paragraphOf(docx.Heading, title)
}

func (p *wordPen) end() {}

func (p *wordPen) heading(title text.Pair) { p.paragraphOf(docx.Lesser, title) }

func (p *wordPen) paragraph(say text.Pair) { p.paragraphOf(docx.Normal, say) }

func (p *wordPen) note(say text.Pair) { p.paragraphOf(docx.Note, say) }

func (p *wordPen) tiles(all []tile) {
	rows := make([][]docx.Cell, len(all))
	for i, t := range all {
		rows[i] = []docx.Cell{{Text: p.say(t.name), Shade: true}, {Text: p.say(t.figure), Right: true, Bold: true}, {Text: p.say(t.note)}}
	}
	p.out.Table(0, rows)
}

func (p *wordPen) table(columns []col, rows []tableRow) {
	head := make([]docx.Cell, len(columns))
	for i, c := range columns {
		head[i] = docx.Cell{Text: p.say(c.title), Right: c.figures(), Bold: true, Shade: true}
	}
	all := [][]docx.Cell{head}
	for _, r := range rows {
		cells := make([]docx.Cell, len(r.cells))
		for i, c := range r.cells {
			cells[i] = docx.Cell{Text: p.say(c), Right: columns[i].figures(), Bold: r.total}
		}
		all = append(all, cells)
	}
	p.out.Table(1, all)
}

// chart writes the amounts as a table: a document that is passed on and edited has no use for a picture of them.
func (p *wordPen) chart(title text.Pair, amounts []share, _ func(string) markup) {
	if len(amounts) == 0 {
		return
	}
	p.heading(title)
	rows := make([][]docx.Cell, len(amounts))
	for i, a := range amounts {
		rows[i] = []docx.Cell{{Text: p.say(a.title), Shade: true}, {Text: money(a.amount), Right: true}}
	}
	p.out.Table(0, rows)
}

func (p *wordPen) beside(bool) {}

func (p *wordPen) terms(all []term) {
	rows := make([][]docx.Cell, len(all))
	for i, t := range all {
		rows[i] = []docx.Cell{{Text: p.say(t.label), Shade: true}, {Text: p.say(strings.Join(t.lines, "\n"))}}
	}
	p.out.Table(0, rows)
}

func (p *wordPen) signatures(s signing) {
	p.paragraph(s.declares)
	rows := make([][]docx.Cell, len(s.rows))
	for i, row := range s.rows {
		rows[i] = []docx.Cell{{Text: p.say(row[0])}, {Text: p.say(row[1])}, {Text: p.say(row[2])}}
	}
	p.out.Table(0, rows)
	p.paragraph(s.phone)
	p.paragraph(s.stamp)
}

func (p *wordPen) tail() {}
