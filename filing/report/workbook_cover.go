package report

import (
	"github.com/xuri/excelize/v2"

	"yice/scoring"
	"yice/text"
)

// cover is the first sheet: whose year it is, what came out, what the workbook holds, and who signs.
func (b *book) cover(name string) error {
	m := b.m
	headline := b.headline()
	// A contents entry leads to its sheet; links must be there before the first row, so their rows are counted first.
	first := len(m.Marks()) + 2 + len(b.identity()) + len(m.verdictRows()) + 1 + len(headline) + 2 + 1
	s, err := b.open(name, page{widths: []float64{24, 44, 24, 44}, single: true, upon: func(x *excelize.File, name string) error {
		for i, p := range b.plans[1:] {
			if err := x.SetCellHyperLink(name, at(1, first+i), "'"+p.name+"'!A1", "Location"); err != nil {
				return err
			}
		}
		return nil
	}})
	if err != nil {
		return err
	}
	s.across(b.look.title, 40, b.say(text.ReportCoverTitle.With(m.Year)))
	s.across(b.look.subtitle, 24, m.Name)
	for _, row := range b.identity() {
		s.put(0, b.strong(b.say(row[0])), b.text(b.say(row[1])), b.strong(b.say(row[2])), b.text(b.say(row[3])))
	}
	for _, row := range m.verdictRows() {
		s.parts(0, part{b.look.strong, b.say(row[0]), 1}, part{b.look.cell, b.say(row[1]), 3})
	}
	s.caption(text.ReportResults)
	for _, row := range headline {
		s.put(0, b.strong(b.say(row[0])), b.text(b.say(row[1])), b.strong(b.say(row[2])), b.text(b.say(row[3])))
	}
	s.caption(text.ReportContents)
	s.parts(0, part{b.look.head, b.say(text.ReportSheet), 1}, part{b.look.head, b.say(text.ReportAbout), 3})
	for _, p := range b.plans[1:] {
		s.parts(0, part{b.look.link, p.name, 1}, part{b.look.cell, b.say(p.about), 3})
	}
	if s.row != first+len(b.plans)-2 {
		panic("report: the contents stand elsewhere than their links")
	}
	s.signatures()
	return s.done()
}

func (b *book) strong(s string) excelize.Cell { return excelize.Cell{StyleID: b.look.strong, Value: s} }

// identity is what tells the enterprise and the year, two things a row.
func (b *book) identity() [][4]text.Pair {
	m := b.m
	rows := [][4]text.Pair{
		{text.ReportUSCC, text.Same(m.USCC), text.ReportType, m.typeTitle()},
		{text.ReportYear, text.ReportYearIs.With(m.Year), text.ReportIndustry, text.Same(m.card("industry", b.l))},
	}
	if m.Sheet == nil {
		return append(rows, [4]text.Pair{text.ReportPack, m.PackNote, {}, {}})
	}
	return append(rows, [4]text.Pair{text.ReportPack, m.packTitle(), text.ReportMode, m.mode()})
}

func (m *Material) packTitle() text.Pair {
	p := m.Sheet.Pack
	return text.Same(p.ID + " " + p.Version + "  SHA-256 " + cut(p.SHA256, 12) + "…")
}

func (m *Material) mode() text.Pair {
	if m.official() {
		return text.ReportModeOfficial
	}
	return text.ReportModeSimulated
}

func (m *Material) modeWord() text.Pair {
	if m.official() {
		return text.ReportModeWordOfficial
	}
	return text.ReportModeWordSimulated
}

// headline is what came out, two figures a row.
func (b *book) headline() [][4]text.Pair {
	sh := b.m.Sheet
	open := [4]text.Pair{text.ReportOpenMust, text.ReportItems.With(b.m.Must), text.ReportOpenVerify, text.ReportItems.With(b.m.Verify)}
	if sh == nil {
		return [][4]text.Pair{open}
	}
	return [][4]text.Pair{
		{text.ScoreInnovation, withUnfilled(both(sh.Innovation, text.ReportPoints), sh.Unfilled), text.ScoreContribution, both(sh.AnnualContribution, text.ReportPoints)},
		{text.ScoreBonus, both(sh.BonusTotal, text.ReportPoints), text.ScoreAssessed, bothOrNone(sh.Assessed, text.ReportWan)},
		{text.ScoreCompletion, bothOrNone(sh.Completion, text.ReportPercent), text.ReportMissingData, text.ReportItems.With(len(sh.Missing))},
		open,
	}
}

// both says a figure confirmed, and with what is pending where that differs.
func both(p scoring.Pair, unit text.Pair) text.Pair {
	said := unit.With(grouped(p.Confirmed))
	if p.Confirmed.Cmp(p.Pending) == 0 {
		return said
	}
	return text.ReportWithPending.With(said, unit.With(grouped(p.Pending)))
}

// withUnfilled adds to a figure how many points nobody can speak of yet.
func withUnfilled(said text.Pair, d scoring.Dec) text.Pair {
	if d.Sign() == 0 {
		return said
	}
	return text.ReportWithUnfilled.With(said, text.ReportPoints.With(grouped(d)))
}

func bothOrNone(p *scoring.Pair, unit text.Pair) text.Pair {
	if p == nil {
		return text.ReportNoFigure
	}
	return both(*p, unit)
}
