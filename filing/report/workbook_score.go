package report

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"yice/entry"
	"yice/form"
	"yice/scoring"
	"yice/text"
)

// sheetScore is the score sheet: indicators, bonus, profit under every reading, payroll and what follows from them.
func (b *book) sheetScore(name string) error {
	s, err := b.open(name, page{widths: []float64{34, 12, 16, 16, 9, 11, 13, 10, 11, 11, 36}})
	if err != nil {
		return err
	}
	sh := b.m.Sheet
	s.across(b.look.title, 30, b.say(text.ReportScoreTitle.With(b.m.Year)))
	s.parts(18, part{b.look.left, b.say(text.ReportFormUnit.With(b.m.Name)), 5}, part{b.look.right, b.say(text.ReportPackIs.With(b.m.packTitle(), b.m.mode())), 6})
	if !sh.Listed {
		s.across(b.look.left, 0, b.say(text.ReportUnlisted.With(b.m.typeTitle())))
	}
	for _, a := range sh.Account() {
		b.section(s, &a)
	}
	b.outlook(s)
	return s.done()
}

func (b *book) says(list ...text.Pair) []string {
	said := make([]string, len(list))
	for i, p := range list {
		said[i] = b.say(p)
	}
	return said
}

func (b *book) status(s scoring.Status) excelize.Cell {
	look := b.look.bad
	switch s {
	case scoring.Reached:
		look = b.look.good
	case scoring.Short:
		look = b.look.warn
	}
	return excelize.Cell{StyleID: look, Value: b.say(s.Title())}
}

func dash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}

// readings is what the add-back would be under the other readings.
func (b *book) readings(s *sheet) {
	chosen := b.m.chosenReading()
	if chosen == "" {
		return
	}
	s.caption(text.ReportReadings)
	s.parts(0, part{b.look.head, b.say(text.ReportReadingHead), 3}, part{b.look.head, b.say(text.ReportAmountWan), 1}, part{b.look.head, b.say(text.ReportChosen), 1})
	for _, r := range readings {
		mark := ""
		if r == chosen {
			mark = "✓"
		}
		s.parts(0, part{b.look.cell, b.say(reading(r)), 3}, part{b.look.money, figure(0, b.m.Sheet.Alternatives[r].String()).Value, 1}, part{b.look.middle, mark, 1})
	}
}

// sheetProgress shows how far each indicator is on the way to full marks, with a chart.
func (b *book) sheetProgress(name string) error {
	sh := b.m.Sheet
	first := len(b.m.Marks()) + 4
	n := len(sh.Indicators)
	s, err := b.open(name, page{widths: []float64{34, 13, 16, 16, 4, 18, 18, 18, 18}, single: true, upon: func(x *excelize.File, sheet string) error {
		if n == 0 {
			return nil
		}
		c := b.chart(sheet, excelize.Bar, text.ReportProgress, first, n)
		c.Title[0].Text = b.say(text.ReportProgressTitle)
		c.Series[0].Name = b.say(text.ReportProgress)
		c.YAxis.NumFmt = excelize.ChartNumFmt{CustomNumFmt: "0%"}
		c.YAxis.Minimum, c.YAxis.Maximum = new(0.0), new(1.0)
		return x.AddChart(sheet, at(6, first-1), c.over(4, n+6))
	}})
	if err != nil {
		return err
	}
	s.across(b.look.title, 30, b.say(text.ReportProgressTitle))
	s.across(b.look.left, 0, b.say(text.ReportProgressNote))
	s.heads(b.says(text.ReportIndicator, text.ReportProgress, text.ReportActual, text.ReportTarget)...)
	for i := range sh.Indicators {
		line := &sh.Indicators[i]
		way := b.middle(b.say(text.ReportNoFigure))
		if p, ok := progress(line); ok {
			way = figure(b.look.percent, decimal(p, 4))
		}
		s.put(24, b.text(b.say(line.Title())), way, b.middle(dash(line.ValueText)), b.middle(dash(line.Goal())))
	}
	for s.row < first+n+8 {
		s.gap(lineHigh)
	}
	return s.done()
}

// sheetExplained tells how every line came about, down to the records that counted or did not.
func (b *book) sheetExplained(name string) error {
	s, err := b.open(name, page{widths: []float64{20, 40, 40, 40}, frozen: len(b.m.Marks()) + 1})
	if err != nil {
		return err
	}
	s.across(b.look.title, 30, b.say(text.ReportSheetExplained))
	for _, id := range b.m.Sheet.LineIDs() {
		e, ok := b.m.Sheet.Explain(id)
		if !ok {
			continue
		}
		s.parts(24, part{b.look.strong, b.say(e.Title), 3}, part{b.look.strong, b.say(e.Score), 1})
		for _, p := range e.Paragraphs {
			lines := make([]string, len(p.Lines))
			for i, line := range p.Lines {
				lines[i] = b.say(line)
			}
			s.parts(0, part{b.look.cell, b.say(p.Label), 1}, part{b.look.cell, strings.Join(lines, "\n"), 3})
		}
		b.uses(s, text.ReportUsed, e.Used)
		b.uses(s, text.ReportRejected, e.Rejected)
		s.gap(8)
	}
	return s.done()
}

// usesShown is how many records a line of the print names; the submission's data holds all of them.
const usesShown = 500

func (b *book) uses(s *sheet, label text.Pair, all []scoring.Use) {
	for i, u := range all {
		if i == usesShown {
			s.parts(0, part{b.look.cell, b.say(label), 1}, part{b.look.cell, b.say(text.ReportMoreRecords.With(len(all) - i)), 3})
			return
		}
		s.put(0, b.text(b.say(label)), b.text(b.say(useName(&u))), b.text(b.say(u.Counts)), b.text(b.say(u.Why)))
	}
}

// useName names a record: its form, key and title.
func useName(u *scoring.Use) text.Pair {
	key := form.KeyTitle(u.Form, u.Key)
	name := text.Pair{ZH: strings.TrimSpace(key.ZH + " " + u.Title), EN: strings.TrimSpace(key.EN + " " + u.Title)}
	switch {
	case !u.Says.Empty():
		name = u.Says
	case u.Key == u.Title:
		name = text.Same(u.Title)
	}
	if f := form.ByID(u.Form); f != nil {
		name = text.ReportRecord.With(f.Title, name)
	}
	if u.Pending {
		name = text.ReportIsPending.With(name)
	}
	return name
}

// findingsShown is how many findings a print lists; check lists all.
const findingsShown = 5_000

// sheetFindings lists what the checks found and the reasons that were written.
func (b *book) sheetFindings(name string) error {
	s, err := b.open(name, page{widths: []float64{5.5, 10, 34, 62, 44, 10}, frozen: len(b.m.Marks()) + 3})
	if err != nil {
		return err
	}
	m := b.m
	s.across(b.look.title, 30, b.say(text.ReportSheetFindings))
	s.across(b.look.left, 18, b.say(text.ReportAboutFindings.With(m.Must, m.Verify, m.Explained)))
	s.heads(b.says(text.ReportRowNumber, text.ReportSeverity, text.ReportWhere, text.ReportFinding, text.ReportReason, text.ReportState)...)
	s.repeat(s.row, s.row)
	for i := range m.Findings {
		if i == findingsShown {
			break
		}
		f := &m.Findings[i]
		state := excelize.Cell{StyleID: b.look.bad, Value: b.say(text.ReportOpen)}
		if f.Explained {
			state = excelize.Cell{StyleID: b.look.good, Value: b.say(text.ReportExplained)}
		}
		s.put(0, b.middle(strconv.Itoa(i+1)), b.middle(b.say(f.Severity.Title())), b.text(b.say(b.m.place(f))), b.text(b.say(f.Message)), b.text(f.Reason), state)
	}
	switch listed, all := min(len(m.Findings), findingsShown), m.Must+m.Verify+m.Explained; {
	case all == 0:
		s.across(b.look.middle, 0, b.say(text.ReportNoFindings))
	case all > listed:
		s.across(b.look.middle, 0, b.say(text.ReportMoreFindings.With(all-listed)))
	}
	b.reviews(s)
	return s.done()
}

// reviews tells who has confirmed the year.
func (b *book) reviews(s *sheet) {
	s.caption(text.ReportSignOffs)
	for _, o := range b.m.SignOffs {
		s.parts(0, part{b.look.cell, b.say(roleTitle(o.Role)), 2}, part{b.look.cell, b.say(signOffWords(&o)), 4})
	}
}

// signOffWords says whether a role has confirmed the data as they are.
func signOffWords(o *entry.SignOff) text.Pair {
	switch {
	case o.Name == "":
		return text.ReportUnsigned
	case !o.Standing:
		return text.ReportSignedBefore.With(o.Name, o.Date)
	case o.Proof != nil:
		return text.ReportSignedByKey.With(o.Name, o.Date)
	}
	return text.ReportSigned.With(o.Name, o.Date)
}

func roleTitle(r entry.Role) text.Pair {
	if f := form.ByID("enterprise").Field(cardField[r]); f != nil {
		return f.Title
	}
	return text.Same(string(r))
}

// sheetAssumed lists the numbers that the source document does not give.
func (b *book) sheetAssumed(name string) error {
	s, err := b.open(name, page{widths: []float64{5.5, 34, 28, 18, 44, 9, 14}, frozen: len(b.m.Marks()) + 3})
	if err != nil {
		return err
	}
	s.across(b.look.title, 30, b.say(b.m.Sheet.LeftOpen().Title))
	s.across(b.look.left, 0, b.say(b.m.Sheet.LeftOpen().Note))
	s.heads(b.says(text.ReportRowNumber, text.ReportOf, text.ReportParameter, text.ReportValue, text.ReportPath, text.ReportPackLine, text.ReportState)...)
	s.repeat(s.row, s.row)
	for i, a := range b.m.assumptions(b.l) {
		s.put(0, b.middle(strconv.Itoa(i+1)), b.text(b.say(a.of)), b.text(b.say(a.name)), b.middle(a.value), b.text(a.path),
			b.middle(strconv.Itoa(a.line)), b.standing(a.standing))
	}
	return s.done()
}

// standing says how a number of the pack stands.
func (b *book) standing(st scoring.Standing) excelize.Cell {
	look := b.look.warn
	if st.Settled() {
		look = b.look.good
	}
	return excelize.Cell{StyleID: look, Value: b.say(st.Word())}
}
