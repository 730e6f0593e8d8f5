package document

import (
	"math/big"
	"slices"
	"strings"

	"yice/form"
	"yice/scoring"
	"yice/text"
)

// usesListed is how many records a line names; a register may have 50,000.
const usesListed = 2_000

// scored tells a sheet. Confirmed is the one under the reader's pack, nil where there is none: then the enterprise's own
// stands alone.
func scored(self, confirmed *scoring.Sheet) *Score {
	if self == nil && confirmed == nil {
		return nil
	}
	sheet := self
	if confirmed != nil {
		sheet = confirmed
	}
	s := &Score{Measured: confirmed != nil}
	s.Figures = totals(self, confirmed)
	for i := range sheet.Indicators {
		s.Indicators = append(s.Indicators, indicator(sheet, &sheet.Indicators[i]))
	}
	sum := total(sheet, "innovation", sheet.Innovation, sheet.FullMarks())
	sum.Unfilled = some(sheet.Unfilled)
	s.Indicators = append(s.Indicators, sum)
	for _, a := range sheet.Account() {
		switch a.ID {
		case "indicators":
		case "profit":
			s.Profit = account(sheet, &a)
		case "payroll":
			s.Payroll = account(sheet, &a)
		default:
			s.Bonus = append(s.Bonus, account(sheet, &a)...)
		}
	}
	s.Remarks = remarks(sheet)
	return s
}

// figures gives a pair as it is shown: the second "" where nothing is pending.
func figures(p scoring.Pair) (confirmed, pending string) {
	confirmed = p.Confirmed.String()
	if p.Pending.Cmp(p.Confirmed) != 0 {
		pending = p.Pending.String()
	}
	return confirmed, pending
}

// some is a figure, or "" where it is nothing.
func some(d scoring.Dec) string {
	if d.Sign() == 0 {
		return ""
	}
	return d.String()
}

// totals are the figures at the head of the score.
func totals(self, confirmed *scoring.Sheet) []Figure {
	pick := func(id string, title, of text.Pair, get func(*scoring.Sheet) (*scoring.Pair, string)) Figure {
		f := Figure{ID: id, Title: Say(title), Of: Say(of)}
		shown := func(s *scoring.Sheet) (figure string, pending text.Pair) {
			if s == nil {
				return "", pending
			}
			p, unit := get(s)
			if p == nil {
				return "", pending
			}
			now, then := figures(*p)
			if then != "" {
				pending = text.PageWithPending.With(form.Separated(then) + unit)
			}
			return now + unit, pending
		}
		var pending text.Pair
		f.Self, pending = shown(self)
		if confirmed != nil {
			f.Confirmed, pending = shown(confirmed)
		}
		f.Pending = Say(pending)
		return f
	}
	sheet := self
	if confirmed != nil {
		sheet = confirmed
	}
	capped := text.Pair{}
	if sheet.BonusCap.Text != "" {
		capped = text.PageCapIs.With(sheet.BonusCap.Text)
	}
	all := []Figure{
		pick("innovation", text.ScoreInnovation, text.PageOfFull.With(sheet.FullMarks()), func(s *scoring.Sheet) (*scoring.Pair, string) { return &s.Innovation, "" }),
		pick("bonus", text.ScoreBonus, capped, func(s *scoring.Sheet) (*scoring.Pair, string) { return &s.BonusTotal, "" }),
		pick("assessed", text.ScoreAssessed, text.PageInWan, func(s *scoring.Sheet) (*scoring.Pair, string) { return s.Assessed, "" }),
		pick("completion", text.ScoreCompletion, text.Pair{}, func(s *scoring.Sheet) (*scoring.Pair, string) { return s.Completion, "%" }),
	}
	if sheet.Unfilled.Sign() > 0 {
		all[0].Unfilled = Say(text.PageUnfilledIs.With(sheet.Unfilled.String()))
	}
	return all
}

// indicator tells one scored line.
func indicator(s *scoring.Sheet, in *scoring.Line) Line {
	l := explained(s, in.ID, in)
	l.Value, l.Target, l.Of = Say(text.Same(in.ValueText)), in.Goal(), in.Weight.Text
	if in.ValueText == "" {
		l.Value = Say(text.ReportNoFigure)
	}
	l.Score, l.Pending = figures(in.Score)
	l.Unfilled = some(in.Unfilled)
	if in.GapText != "" {
		l.Gap = Say(text.PageGap.With(in.GapText))
	}
	switch in.Status {
	case scoring.Reached:
		l.Mark, l.Status, l.Gap = Holds, Say(in.Status.Title()), Say{}
	case scoring.Short:
		l.Mark, l.Status = NotAsked, Say(in.Status.Title())
	case scoring.NoData:
		l.Mark, l.Status = TakeNote, Say(in.Status.Title())
	case scoring.NotComparable:
		l.Mark, l.Status = TakeNote, Say(in.Status.Title())
	default:
		l.Mark, l.Status = TakeNote, Say(in.Status.Title())
	}
	l.Progress, l.ProgressPending = progress(in)
	return l
}

// progress is how much of the way to full marks a line has gone, in ten-thousandths, and with what is pending; -1 where
// there is no figure or no way to measure it. What is not there is not there, however near.
func progress(in *scoring.Line) (now, pending int64) {
	const full = 10_000
	switch {
	case in.Status == scoring.Reached:
		return full, full
	case in.Value == nil || in.GapRat == nil || in.Status != scoring.Short:
		return -1, -1
	}
	if _, whole := in.Way(in.Value); whole.Sign() <= 0 {
		return -1, -1
	}
	part := func(v *big.Rat) int64 {
		if v == nil || v.Sign() <= 0 {
			return 0
		}
		done, whole := in.Way(v)
		if done.Sign() <= 0 {
			return 0
		}
		p := new(big.Rat).Quo(done, whole)
		p.Mul(p, big.NewRat(full, 1))
		n := new(big.Int).Quo(p.Num(), p.Denom())
		if !n.IsInt64() {
			return full
		}
		return min(n.Int64(), full)
	}
	now = min(part(in.Value), full-1)
	return now, max(now, part(in.ValuePending))
}

// explained is a line with its explanation; line is nil for a total.
func explained(s *scoring.Sheet, id string, line *scoring.Line) Line {
	l := Line{ID: id, Progress: -1, ProgressPending: -1, Mark: NotAsked, Paragraphs: []Paragraph{}, Used: []Use{}, Rejected: []Use{}, Forms: []string{}}
	e, ok := s.Explain(id)
	if !ok {
		return l
	}
	l.Title = Say(e.Title)
	for _, p := range e.Paragraphs {
		lines := make([]Say, len(p.Lines))
		for i, said := range p.Lines {
			lines[i] = plainPair(said)
		}
		l.Paragraphs = append(l.Paragraphs, Paragraph{Label: Say(p.Label), Lines: lines})
	}
	l.Used, l.Rejected = uses(e.Used), uses(e.Rejected)
	if line != nil {
		l.Title = Say(line.Title())
		l.Forms = restsOn(line)
	}
	return l
}

// restsOn lists the forms whose figures went into a line, besides single records.
func restsOn(line *scoring.Line) []string {
	forms := []string{}
	for i := range line.Inputs {
		fact, ok := scoring.FactByID(line.Inputs[i].Fact)
		if !ok {
			continue
		}
		id, _, _ := strings.Cut(fact.Source, ".")
		if !slices.Contains(forms, id) {
			forms = append(forms, id)
		}
	}
	return forms
}

func uses(all []scoring.Use) []Use {
	told := make([]Use, 0, min(len(all), usesListed))
	for i := range all[:min(len(all), usesListed)] {
		u := &all[i]
		told = append(told, Use{Form: u.Form, Row: u.Row, Title: useTitle(u), Counts: plainPair(u.Counts), Why: plainPair(u.Why), Pending: u.Pending})
	}
	if more := len(all) - len(told); more > 0 {
		told = append(told, Use{Title: Say(text.PageMoreUses.With(more))})
	}
	return told
}

// useTitle names a record: its form, key and title.
func useTitle(u *scoring.Use) Say {
	key := form.KeyTitle(u.Form, u.Key)
	name := text.Pair{ZH: strings.TrimSpace(key.ZH + " " + u.Title), EN: strings.TrimSpace(key.EN + " " + u.Title)}
	switch {
	case !u.Says.Empty():
		name = u.Says
	case u.Key == u.Title:
		name = text.Same(u.Title)
	}
	return plainPair(name)
}

// account tells the rows of one account of the sheet.
func account(s *scoring.Sheet, a *scoring.AccountSection) []Line {
	lines := []Line{}
	for i := range a.Rows {
		r := &a.Rows[i]
		l := explained(s, r.ID, r.Line)
		l.Title = Say(r.Title)
		if r.ID == "book" {
			l.Forms = []string{"annual"}
		}
		l.Score, l.Pending = r.Cells[0].Text.ZH, r.Cells[1].Text.ZH
		if l.Pending == l.Score {
			l.Pending = ""
		}
		if len(r.Cells) > 2 {
			l.Of = r.Cells[2].Text.ZH
		}
		l.Total = r.Total && r.ID != "base"
		lines = append(lines, l)
	}
	return lines
}

// total is a sum with its own explanation.
func total(s *scoring.Sheet, id string, p scoring.Pair, of string) Line {
	l := explained(s, id, nil)
	l.Score, l.Pending = figures(p)
	l.Of, l.Total = of, true
	return l
}

// remarks are what a reader must know of the sheet beside its figures.
func remarks(s *scoring.Sheet) []Say {
	said := []Say{Say(text.ReportContributes.With(s.AnnualContribution.Confirmed.String()))}
	if s.Unfilled.Sign() > 0 {
		said = append(said, Say(text.ReportHTMLUnfilled.With(s.Unfilled.String())))
	}
	if !s.Listed {
		said = append(said, Say(text.ReportUnlisted.With(form.ByID("enterprise").Field("type").CodeTitle(s.Type))))
	}
	if len(s.Missing) > 0 {
		names := make([]text.Pair, len(s.Missing))
		for i, id := range s.Missing {
			names[i] = text.Same(id)
			if f, ok := s.Pack.Fact(id); ok {
				names[i] = f.Title
			}
		}
		said = append(said, Say(text.ReportHTMLMissing.With(len(names), enumerated(names))))
	}
	if s.Priority != nil {
		p := text.ReportPriorityNo
		if *s.Priority {
			p = text.ReportPriorityYes
		}
		said = append(said, Say(p))
	}
	return said
}

func enumerated(names []text.Pair) text.Pair {
	all := names[0]
	for _, n := range names[1:] {
		all = text.ReportHTMLAnd.With(all, n)
	}
	return all
}

// assumptions are the numbers that the pack sets and the document does not.
func assumptions(s *scoring.Sheet) []Assumed {
	told := []Assumed{}
	if s == nil {
		return told
	}
	named := make(map[string]scoring.Setting)
	for _, set := range s.Pack.Settings() {
		named[set.Path] = set
	}
	for _, p := range s.Assumed() {
		set := named[p.Path]
		told = append(told, Assumed{Of: plainPair(set.Of), Name: plainPair(set.Name), Value: plain(p.Text), Path: p.Path})
	}
	return told
}

// settled says how they stand where the regulator settled them.
func settled(s *scoring.Sheet) *Settled {
	if s == nil || !s.Settled {
		return nil
	}
	open := s.LeftOpen()
	return &Settled{Title: plainPair(open.Title), Says: plainPair(open.Note)}
}
