package report

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"yice/form"
	"yice/scoring"
	"yice/text"
)

// The accounts of a sheet, dressed for the page and the workbook. What there is to show is for scoring to say.

// sections tells every account of the sheet.
func (d *document) sections() {
	if d.m.Sheet == nil {
		return
	}
	for _, a := range d.m.Sheet.Account() {
		d.account(&a)
	}
}

func (d *document) account(a *scoring.AccountSection) {
	d.begin(a.Title)
	defer d.end()
	if a.ID == "indicators" {
		d.ways()
	}
	if len(a.Rows) > 0 {
		d.table(columnsOf(a), d.rowsOf(a))
	}
	for _, say := range a.Says {
		d.paragraph(say)
	}
	switch a.ID {
	case "indicators":
		d.note(text.ReportProgressNote)
	case "profit":
		d.readings()
	}
}

func columnsOf(a *scoring.AccountSection) []col {
	cols := []col{words(text.ReportItem), words(text.TermClauses)}
	for _, t := range a.Terms {
		switch {
		case t.Name == text.TermStatus:
			cols = append(cols, tight(t.Name))
		default:
			cols = append(cols, figures(t.Name))
		}
	}
	return cols
}

func (d *document) rowsOf(a *scoring.AccountSection) []tableRow {
	rows := make([]tableRow, len(a.Rows))
	for i := range a.Rows {
		r := &a.Rows[i]
		cells := []any{r.Title, strings.Join(r.Clauses(), " ")}
		for k, c := range r.Cells {
			if a.Terms[k].Name == text.TermStatus && r.Line != nil {
				cells = append(cells, statusTag(r.Line.Status))
				continue
			}
			cells = append(cells, cellOf(r, c))
		}
		rows[i] = tableRow{cells, r.Total}
	}
	return rows
}

// cellOf is a figure with separators where it is money, a dash for what there is none of, and a word for what is missing.
func cellOf(r *scoring.AccountRow, c scoring.Cell) any {
	switch {
	case c.State == scoring.Absent:
		return dash("")
	case c.State == scoring.Missing:
		return text.TermNoFigure
	case r.Unit == text.ScoreUnitWan || r.Unit == text.ScoreUnitPercent:
		return separated(c.Text.ZH)
	}
	return c.Text
}

// section puts one account into the workbook.
func (b *book) section(s *sheet, a *scoring.AccountSection) {
	s.caption(a.Title)
	if len(a.Rows) > 0 {
		heads := []text.Pair{text.ReportItem, text.TermClauses}
		for _, t := range a.Terms {
			if t.Name == text.TermStatus {
				heads = append(heads, text.ReportProgress)
			}
			heads = append(heads, t.Name)
		}
		s.heads(b.says(heads...)...)
	}
	for i := range a.Rows {
		r := &a.Rows[i]
		cells := []excelize.Cell{b.text(b.say(r.Title)), b.middle(strings.Join(r.Clauses(), " "))}
		if r.Total {
			cells[0] = b.strong(b.say(r.Title))
		}
		for k, c := range r.Cells {
			if a.Terms[k].Name == text.TermStatus {
				cells = append(cells, b.way(r.Line))
			}
			cells = append(cells, b.cell(r, a.Terms[k], c))
		}
		s.put(0, cells...)
	}
	for _, say := range a.Says {
		s.across(b.look.left, 18, b.say(say))
	}
	if a.ID == "profit" {
		b.readings(s)
	}
}

// way is how far a line is on the way to full marks.
func (b *book) way(line *scoring.Line) excelize.Cell {
	if line != nil {
		if n, ok := progress(line); ok {
			return figure(b.look.percent, decimal(n, 4))
		}
	}
	return b.middle("")
}

func (b *book) cell(r *scoring.AccountRow, t scoring.Term, c scoring.Cell) excelize.Cell {
	look := b.look.money
	if r.Total {
		look = b.look.sumMoney
	}
	shown := b.say(c.Text)
	switch {
	case c.State == scoring.Absent:
		return b.middle(dash(""))
	case c.State == scoring.Missing:
		return b.middle(b.say(text.TermNoFigure))
	case t.Name == text.TermStatus && r.Line != nil:
		return b.status(r.Line.Status)
	case shown == "":
		return b.middle("")
	case t.Words:
		return b.text(shown)
	case t.Name == text.TermWeight:
		return figure(b.look.plain, shown)
	case t.Name == text.TermValue || t.Name == text.TermTarget || t.Name == text.TermCap || strings.HasSuffix(shown, "%"):
		return b.middle(shown)
	}
	return figure(look, shown)
}

func statusTag(s scoring.Status) tag {
	look := "bad"
	switch s {
	case scoring.Reached:
		look = "good"
	case scoring.Short:
		look = "warn"
	}
	return tag{look, s.Title()}
}

// grouped shows a figure with separators of thousands.
func grouped(d scoring.Dec) string { return form.Separated(d.String()) }

// separated does the same for a decimal, with a unit behind it or not.
func separated(decimal string) string {
	bare, percent := strings.CutSuffix(decimal, "%")
	if percent {
		return form.Separated(bare) + "%"
	}
	return form.Separated(bare)
}

// priority says whether the condition for resources first is met.
func (m *Material) priority() text.Pair {
	say := text.AccountPriorityNo
	if *m.Sheet.Priority {
		say = text.AccountPriorityYes
	}
	return text.ReportHTMLColon.With(text.TermPriority, say)
}

// known is a figure, or that there is none.
func (d *document) known(decimal string) any {
	if decimal == "" {
		return text.TermNoFigure
	}
	return separated(decimal)
}

// amount is the same in a cell.
func (b *book) amount(look int, decimal string) excelize.Cell {
	switch {
	case decimal == "":
		return b.middle(b.say(text.TermNoFigure))
	case strings.HasSuffix(decimal, "%"):
		return b.middle(decimal)
	}
	return figure(look, decimal)
}
