package report

import (
	"bufio"
	"io"
	"math/big"
	"slices"

	"yice/form"
	"yice/internal/inorder"
	"yice/scoring"
	"yice/text"
)

// The leader's page (领导页) is one sheet of A4 for the head of the enterprise: where the year stands, what it does to the
// profit that counts, what hangs on recognition, what to do first, against last year. Nothing else stands on it. What it says
// is data, drawn alike on the screen and on paper.

// Leader is what the page is made of.
type Leader struct {
	USCC, Name string
	Day        string // it was made on, "2026-06-30"
	Sheet      *scoring.Sheet
	Steps      []scoring.Step
	Expensed   int64 // 分: expensed R&D to date, which book profit is less by
	Before     *scoring.Sheet
}

// LeaderGroup is a heading with its figures.
type LeaderGroup struct {
	Title text.Pair
	Rows  []LeaderRow
}

// LeaderRow is one figure with its name and what is to be said of it.
type LeaderRow struct{ Name, Figure, Note text.Pair }

// leaderSteps and leaderGaps are how many steps and gaps stand on the page.
const leaderSteps, leaderGaps = 3, 3

// Groups gives the page, top to bottom.
func (p *Leader) Groups() []LeaderGroup {
	return []LeaderGroup{p.score(), p.gaps(), p.profit(), p.recognition(), p.first()}
}

// Title heads it: "示例水务 2026 年度科技创新情况（截至 6 月）".
func (p *Leader) Title() text.Pair {
	if p.Sheet.AsOf < 12 {
		return text.LeaderTitleTo.With(p.Name, p.Sheet.Year, p.Sheet.AsOf)
	}
	return text.LeaderTitle.With(p.Name, p.Sheet.Year)
}

// weighed reports a sheet with an indicator that has a weight: one of an enterprise without a type, or whose figures were kept
// only for comparison, has none, and its 0 is no score.
func weighed(s *scoring.Sheet) bool {
	return slices.ContainsFunc(s.Indicators, func(l scoring.Line) bool { return l.Weight.Value != nil && l.Weight.Value.Sign() > 0 })
}

func (p *Leader) score() LeaderGroup {
	s := p.Sheet
	g := LeaderGroup{Title: text.LeaderScore}
	note := text.Pair{}
	if b := p.Before; b != nil && weighed(b) {
		d := s.Innovation.Confirmed
		d.Units -= b.Innovation.Confirmed.Units
		note = text.LeaderBefore.With(b.Year, b.Innovation.Confirmed.String(), d.Signed())
	}
	g.Rows = append(g.Rows, LeaderRow{text.LeaderInnovation, figureOf(s.Innovation.Confirmed), note})
	if s.Unfilled.Sign() > 0 {
		g.Rows = append(g.Rows, LeaderRow{text.LeaderUnfilled, figureOf(s.Unfilled), text.LeaderUnfilledNote})
	}
	return LeaderGroup{g.Title, append(g.Rows, LeaderRow{text.LeaderBonus, figureOf(s.BonusTotal.Confirmed), text.Pair{}})}
}

// gaps are the lines that most points are still to be had of.
func (p *Leader) gaps() LeaderGroup {
	type gap struct {
		line *scoring.Line
		left *big.Rat
	}
	var all []gap
	for i := range p.Sheet.Indicators {
		l := &p.Sheet.Indicators[i]
		if l.Weight.Value == nil {
			continue
		}
		if left := new(big.Rat).Sub(l.Weight.Value, l.Score.Confirmed.Rat()); left.Sign() > 0 {
			all = append(all, gap{l, left})
		}
	}
	inorder.Stably(all, func(a, b gap) int { return b.left.Cmp(a.left) })
	g := LeaderGroup{Title: text.LeaderGaps}
	for _, x := range all[:min(len(all), leaderGaps)] {
		note := text.Pair{}
		if x.line.ValueText != "" && x.line.TargetText != "" {
			note = text.LeaderValue.With(x.line.ValueText, x.line.TargetText)
		}
		if x.line.Value == nil {
			note = text.LeaderNoData
		}
		g.Rows = append(g.Rows, LeaderRow{x.line.Title(), text.LeaderOf.With(x.line.Score.Confirmed.String(), x.line.Weight.Text), note})
	}
	return g
}

// profit is the three lines of profit, and what the year's R&D comes to net.
func (p *Leader) profit() LeaderGroup {
	s := p.Sheet
	g := LeaderGroup{Title: text.LeaderProfit}
	add := func(name text.Pair, d scoring.Dec, note text.Pair) {
		g.Rows = append(g.Rows, LeaderRow{name, figureOf(d), note})
	}
	if s.Book != nil {
		add(text.LeaderBook, *s.Book, text.Pair{})
	}
	back, spent := s.Addback.Score.Confirmed, wanOf(p.Expensed)
	for _, l := range s.Deemed {
		back.Units += l.Score.Confirmed.Units
	}
	add(text.LeaderBack, back, text.LeaderBackNote)
	if s.Assessed != nil {
		note := text.Pair{}
		if s.Completion != nil {
			note = text.LeaderCompletion.With(s.Completion.Confirmed.String())
		}
		add(text.LeaderAssessed, s.Assessed.Confirmed, note)
	}
	net := back
	net.Units -= spent.Units
	g.Rows = append(g.Rows, LeaderRow{text.LeaderNet, text.Same(form.Separated(net.Signed())), text.LeaderNetNote.With(form.Separated(spent.String()))})
	return g
}

// recognition is what more there would be once everything pending is recognised.
func (p *Leader) recognition() LeaderGroup {
	s, g := p.Sheet, LeaderGroup{Title: text.LeaderPending}
	add := func(name text.Pair, c scoring.Pair) {
		d := c.Pending
		if d.Units -= c.Confirmed.Units; d.Units > 0 {
			g.Rows = append(g.Rows, LeaderRow{name, text.Same(form.Separated(d.Signed())), text.Pair{}})
		}
	}
	add(text.LeaderInnovation, s.Innovation)
	add(text.LeaderBonus, s.BonusTotal)
	if s.Assessed != nil {
		add(text.TermProfit, *s.Assessed)
	}
	if len(g.Rows) == 0 {
		g.Rows = []LeaderRow{{Name: text.LeaderNothingPending}}
	}
	return g
}

// first is what to do first: what brings most, with what it takes and whether there is time.
func (p *Leader) first() LeaderGroup {
	g := LeaderGroup{Title: text.LeaderSteps}
	for i := range p.Steps[:min(len(p.Steps), leaderSteps)] {
		st := &p.Steps[i]
		figure := text.Pair{}
		switch {
		case st.UpTo.Units != 0:
			figure = text.LeaderUpTo.With(st.UpTo.String())
		case st.Gain.Units != 0:
			figure = text.LeaderGain.With(st.Gain.String())
		case st.Bonus.Units != 0:
			figure = text.LeaderGainBonus.With(st.Bonus.String())
		case st.Profit.Units != 0:
			figure = text.LeaderGainProfit.With(form.Separated(st.Profit.String()))
		}
		note := st.Time.Say()
		if st.Cost != nil {
			cost := text.LeaderCost.With(form.Separated(st.Cost.FloatString(2)))
			note = text.Pair{ZH: cost.ZH + "  " + note.ZH, EN: cost.In(text.EN) + "  " + note.In(text.EN)}
		}
		g.Rows = append(g.Rows, LeaderRow{st.Say.Begun(), figure, note})
	}
	if len(g.Rows) == 0 {
		g.Rows = []LeaderRow{{Name: text.LeaderNoSteps}}
	}
	return g
}

func figureOf(d scoring.Dec) text.Pair { return text.Same(form.Separated(d.String())) }

// wanOf gives 分 as 万元 with two decimals, half away from zero.
func wanOf(fen int64) scoring.Dec {
	half := int64(5_000)
	if fen < 0 {
		half = -half
	}
	return scoring.Dec{Units: (fen + half) / 10_000, Places: 2}
}

// HTML writes the page: one file that loads nothing, one sheet of A4 when printed.
func (p *Leader) HTML(w io.Writer, l text.Lang) error {
	out := bufio.NewWriter(w)
	d := &htmlPen{l: l, out: out}
	d.open(p.Title(), style+leaderStyle)
	if !p.Sheet.Official {
		d.w("<div class=\"watermark\" aria-hidden=\"true\">%s</div>\n", text.ReportWatermark)
	}
	d.w("<main class=\"leader\">\n<header>\n<h1>%s</h1>\n<p class=\"unit\">%s</p>\n</header>\n", p.Title(), text.LeaderUnit.With(p.USCC, p.Day))
	for _, g := range p.Groups() {
		d.w("<section>\n<h3>%s</h3>\n<table><tbody>\n", g.Title)
		for _, r := range g.Rows {
			d.w("<tr><td>%s</td><td class=\"n\"><b>%s</b></td><td>%s</td></tr>\n", r.Name, r.Figure, r.Note)
		}
		d.w("</tbody></table>\n</section>\n")
	}
	if !p.Sheet.Official {
		d.note(text.LeaderSimulated)
	}
	d.w("</main>\n</body>\n</html>\n")
	return out.Flush()
}

// leaderStyle makes one page of it.
const leaderStyle = `
.leader h1{font-size:24px}
.leader table{width:100%;table-layout:fixed}
.leader td:first-child{width:44%}
.leader td.n{width:22%;text-align:right;white-space:nowrap}
.leader td{padding:5px 8px}
@media print{.leader section{break-inside:avoid}.leader td{font-size:11pt}}
`
