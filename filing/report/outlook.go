package report

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"yice/form"
	"yice/scoring"
	"yice/text"
)

// The year as it goes: how much of the budget is spent, the lines by quarter, the year's end at this pace. None of it is a
// result, and it says so.

// yearEnd is one row of the year's end: a figure today, by months, by last year's months; "" where there is none.
type yearEnd struct {
	title                    text.Pair
	today, months, byProfile string
}

// yearEnds sets the band beside today's figures; nothing where nothing is projected.
func (m *Material) yearEnds() []yearEnd {
	o := m.Outlook
	if m.Sheet == nil || o == nil || o.Projection == nil {
		return nil
	}
	pr := o.Projection
	row := func(title text.Pair, rd func() (today, months, profiled int64), of func(*scoring.Sheet) string) yearEnd {
		if rd != nil {
			today, months, profiled := rd()
			e := yearEnd{title, wan(today), wan(months), ""}
			if pr.Profile {
				e.byProfile = wan(profiled)
			}
			return e
		}
		e := yearEnd{title, of(m.Sheet), of(o.ByMonths), ""}
		if pr.Profile {
			e.byProfile = of(o.Sheet)
		}
		return e
	}
	return []yearEnd{
		row(text.ReportEndRD, func() (int64, int64, int64) { return pr.SoFar, pr.Linear, pr.Year }, nil),
		row(text.ScoreInnovation, nil, func(s *scoring.Sheet) string { return s.Innovation.Confirmed.String() }),
		row(text.ScoreBonus, nil, func(s *scoring.Sheet) string { return s.BonusTotal.Confirmed.String() }),
		row(text.ReportEndAssessed, nil, func(s *scoring.Sheet) string {
			if s.Assessed == nil {
				return ""
			}
			return s.Assessed.Confirmed.String()
		}),
	}
}

// outlook puts the year as it goes below the score sheet of the workbook.
func (b *book) outlook(s *sheet) {
	o := b.m.Outlook
	if o == nil || o.Spent == nil && len(o.Pace) == 0 && o.Projection == nil {
		return
	}
	s.caption(text.ReportOutlook)
	if o.Spent != nil {
		s.across(b.look.left, 0, b.say(o.Spent.Say()))
	}
	if len(o.Pace) > 0 {
		heads := b.says(text.ReportIndicator, text.ReportEndNeed)
		for q := range 4 {
			heads = append(heads, b.say(text.ReportEndQuarter.With(q+1)), b.say(text.ReportEndShare))
		}
		s.heads(heads...)
		for i := range o.Pace {
			s.put(0, b.pace(&o.Pace[i])...)
		}
	}
	ends := b.m.yearEnds()
	if len(ends) == 0 {
		return
	}
	s.across(b.look.left, 0, b.say(o.Projection.Say))
	s.heads(b.says(text.ReportItem, text.ReportEndToday, text.ReportEndMonths, text.ReportEndProfile)...)
	for _, e := range ends {
		s.put(0, b.text(b.say(e.title)), b.amount(b.look.money, e.today), b.amount(b.look.money, e.months), b.amount(b.look.money, e.byProfile))
	}
	s.across(b.look.left, 0, b.say(text.ReportEndNote))
}

// pace is the way of one line by quarter: what was reached, and its share of full marks.
func (b *book) pace(p *scoring.PaceLine) []excelize.Cell {
	cells := []excelize.Cell{b.text(b.say(p.Name)), b.middle(p.NeedText)}
	for q := range p.Quarters {
		at := &p.Quarters[q]
		if !at.Begun {
			cells = append(cells, b.middle(dash("")), b.middle(dash("")))
			continue
		}
		look := b.look.middle
		if at.Behind {
			look = b.look.warn
		}
		cells = append(cells, b.middle(at.Text), excelize.Cell{StyleID: look, Value: at.Percent.String() + "%"})
	}
	return cells
}

// outlook puts the same into the page.
func (d *document) outlook() {
	o := d.m.Outlook
	if o == nil || o.Spent == nil && o.Projection == nil {
		return
	}
	d.begin(text.ReportOutlook)
	defer d.end()
	if o.Spent != nil {
		d.paragraph(o.Spent.Say())
		if rd := &d.m.Facts.Ledger; !rd.FromSummary && rd.Lines > 0 {
			upTo := spentBy(o.Spent.Month, rd)
			d.pen.chart(text.ReportInWan.With(text.ReportEndSpent), upTo, func(title string) markup { return spentChart(o.Spent, upTo, title, d.l) })
		}
	}
	ends := d.m.yearEnds()
	if len(ends) == 0 {
		return
	}
	d.paragraph(o.Projection.Say)
	rows := make([]tableRow, len(ends))
	for i, e := range ends {
		rows[i] = line(e.title, d.known(e.today), d.known(e.months), d.known(e.byProfile))
	}
	d.table([]col{words(text.ReportItem), figures(text.ReportEndToday), figures(text.ReportEndMonths), figures(text.ReportEndProfile)}, rows)
	d.note(text.ReportEndNote)
}

// spentBy adds the year's spending up, month by month, as far as its figures run.
func spentBy(month int, rd *scoring.RD) []share {
	upTo := make([]share, month)
	run := int64(0)
	for m := range upTo {
		run = form.Plus(run, rd.ByMonth[m+1])
		upTo[m] = share{text.Same(strconv.Itoa(m + 1)), run}
	}
	return upTo
}

// spentChart draws what was spent by the end of each month that is over as bars, and what was due by then as a line through
// the year.
func spentChart(s *scoring.Spent, upTo []share, title string, l text.Lang) markup {
	const width, height, left, right, top, bottom = fullPage, 220, 62, 8, 22, 44
	largest := max(s.Whole, 1)
	for _, m := range upTo {
		largest = max(largest, m.amount)
	}
	step := stepFor(largest)
	up := (largest + step - 1) / step
	room, ground := height-top-bottom, height-bottom
	p := newPicture(width, height, title)
	for i := int64(0); i <= up; i++ {
		y := ground - room*int(i)/int(up)
		p.line(left, y, width-right, y, gridInk)
		p.write(left-6, y+4, "end", amountText(i*step, largest))
	}
	each := (width - left - right) / 12
	high := func(fen int64) int { return scaled(max(fen, 0), up*step, room) }
	for m := 1; m <= 12; m++ {
		x := left + each*(m-1)
		if m <= len(upTo) {
			tall := high(upTo[m-1].amount)
			p.rect(x+each/6, ground-tall, each-each/3, tall, barInk)
		}
		p.line(x, ground-high(s.DueBy[m-1]), x+each, ground-high(s.DueBy[m]), fallInk)
		p.write(x+each/2, ground+16, "middle", strconv.Itoa(m))
	}
	p.line(left, ground, width-right, ground, textInk)
	p.rect(left, height-14, 10, 10, barInk)
	p.write(left+16, height-5, "start", text.ReportEndBar.In(l))
	p.line(left+width/2, height-9, left+width/2+16, height-9, fallInk)
	p.write(left+width/2+22, height-5, "start", text.ReportEndDue.In(l))
	return p.done()
}
