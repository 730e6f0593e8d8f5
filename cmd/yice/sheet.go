package main

import (
	"sort"
	"strconv"
	"strings"

	"yice/form"
	"yice/scoring"
	"yice/text"
)

// sheetText draws a score sheet for reading: what stands confirmed and what it would be with the pending, column by column.
// Every figure is the sheet's own.
func sheetText(s *scoring.Sheet, l text.Lang) string {
	d := &sheetDrawing{s: s, l: l}
	d.head()
	d.indicators()
	d.bonus()
	d.profit()
	d.payroll()
	d.rest()
	return d.b.String()
}

type sheetDrawing struct {
	s *scoring.Sheet
	l text.Lang
	b strings.Builder
}

func (d *sheetDrawing) line(words ...string) {
	d.b.WriteString(strings.TrimRight(oneLine(strings.Join(words, "  ")), " ") + "\n")
}

func (d *sheetDrawing) title(t text.Pair) {
	d.b.WriteString("\n" + t.In(d.l) + "\n")
}

func (d *sheetDrawing) table(t *table) {
	t.indent = "  "
	d.b.WriteString(t.String())
}

func (d *sheetDrawing) say(t text.Pair) string { return t.In(d.l) }

func (d *sheetDrawing) head() {
	s := d.s
	d.line(d.say(text.CmdSheetTitle))
	year := d.say(text.CmdSheetYear.With(s.Year))
	if s.AsOf < 12 {
		year += "  " + d.say(text.ScoreAsOf.With(s.Year, s.AsOf))
	}
	d.line(s.Name, s.USCC, d.say(codeTitle("enterprise", "type", s.Type)), year)
	mode := text.CmdSheetSimulated
	if s.Official {
		mode = text.CmdSheetOfficial
	}
	d.line(d.say(text.CmdSheetPack), s.Pack.ID, s.Pack.Version, d.say(mode))
	if !s.Listed {
		d.line(d.say(text.CmdSheetUnlisted.With(codeTitle("enterprise", "type", s.Type))))
	}
}

func (d *sheetDrawing) indicators() {
	s := d.s
	d.title(text.CmdSheetIndicators)
	t := columns("lrrrrrrll")
	t.row("", d.say(text.CmdSheetValue), d.say(text.CmdSheetTarget), d.say(text.CmdSheetScore), d.say(text.CmdSheetWeight),
		d.say(text.CmdSheetPending), d.say(text.CmdSheetUnfilled), d.say(text.CmdSheetStatus), d.say(text.CmdSheetGap))
	for i := range s.Indicators {
		in := &s.Indicators[i]
		t.row(d.name(in), dash(in.ValueText), dash(in.TargetText), in.Score.Confirmed.String(), in.Weight.Text,
			in.Score.Pending.String(), some(in.Unfilled), d.say(status(in.Status)), in.GapText)
	}
	t.row(d.say(text.CmdSheetInnovation), "", "", s.Innovation.Confirmed.String(), "100", s.Innovation.Pending.String(), some(s.Unfilled))
	d.table(t)
	d.line("", d.say(text.CmdSheetContribution.With(s.AnnualContribution.Confirmed.String(), s.AnnualContribution.Pending.String())))
}

func (d *sheetDrawing) bonus() {
	s := d.s
	if len(s.Bonuses) == 0 {
		return
	}
	d.title(text.CmdSheetBonus)
	t := columns("lrrr")
	t.row("", d.say(text.CmdSheetScore), d.say(text.CmdSheetPending), d.say(text.CmdSheetCap))
	for i := range s.Bonuses {
		b := &s.Bonuses[i]
		t.row(d.name(b), b.Score.Confirmed.String(), b.Score.Pending.String(), dash(b.Target.Text))
	}
	t.row(d.say(text.CmdSheetTotal), s.BonusTotal.Confirmed.String(), s.BonusTotal.Pending.String(), dash(s.BonusCap.Text))
	d.table(t)
}

func (d *sheetDrawing) profit() {
	s := d.s
	d.title(text.CmdSheetProfit)
	t := columns("lrr")
	t.row("", d.say(text.CmdSheetConfirmed), d.say(text.CmdSheetPending))
	book := d.say(text.CmdSheetNoFigure)
	if s.Book != nil {
		book = s.Book.String()
	}
	t.row(d.say(text.CmdSheetBook), book, book)
	if s.Addback.ID != "" {
		t.row(d.lineCells(&s.Addback)...)
	}
	for i := range s.Deemed {
		t.row(d.lineCells(&s.Deemed[i])...)
	}
	t.row(append([]string{d.say(text.CmdSheetAssessed)}, d.pair(s.Assessed, "")...)...)
	if s.ProfitTarget.Value != nil {
		t.row(d.say(text.CmdSheetProfitTarget), s.ProfitTarget.Text, "")
	}
	if s.Completion != nil {
		t.row(append([]string{d.say(text.CmdSheetCompletion)}, d.pair(s.Completion, "%")...)...)
	}
	d.table(t)
	d.alternatives()
}

// alternatives shows the add-back under every reading side by side.
func (d *sheetDrawing) alternatives() {
	s := d.s
	if len(s.Alternatives) == 0 || s.Pack.Addback == nil {
		return
	}
	d.title(text.CmdSheetAlternatives)
	names := make([]string, 0, len(s.Alternatives))
	for name := range s.Alternatives {
		names = append(names, name)
	}
	sort.Strings(names)
	chosen := s.Pack.Addback.Reading + "/" + s.Pack.Addback.Basis + "/" + s.Pack.Addback.GovernmentFund
	t := columns("llrl")
	for _, name := range names {
		mark := ""
		if name == chosen {
			mark = d.say(text.CmdSheetChosen)
		}
		t.row(name, d.say(reading3(name)), s.Alternatives[name].String(), mark)
	}
	d.table(t)
}

// reading3 says "A/expensed/exclude" in words.
func reading3(name string) text.Pair {
	words := map[string]text.Pair{
		"A": text.CmdReadingA, "B": text.CmdReadingB, "expensed": text.CmdReadingExpensed, "total": text.CmdReadingTotal,
		"exclude": text.CmdReadingExclude, "include": text.CmdReadingInclude,
	}
	var said text.Pair
	for i, part := range strings.Split(name, "/") {
		word, ok := words[part]
		if !ok {
			word = text.Same(part)
		}
		if i == 0 {
			said = word
			continue
		}
		said = text.CmdReadingJoin.With(said, word)
	}
	return said
}

func (d *sheetDrawing) payroll() {
	s := d.s
	if s.Separate.ID == "" && s.Tilt.ID == "" && s.Base == nil {
		return
	}
	d.title(text.CmdSheetPayroll)
	t := columns("lrr")
	if s.Separate.ID != "" {
		t.row(d.lineCells(&s.Separate)...)
	}
	t.row(append([]string{d.say(text.CmdSheetBase)}, d.pair(s.Base, "")...)...)
	if s.Tilt.ID != "" {
		t.row(d.lineCells(&s.Tilt)...)
	}
	d.table(t)
}

// lineCells is a line of an account: its name and both figures, or that there is no figure.
func (d *sheetDrawing) lineCells(line *scoring.Line) []string {
	confirmed, pending := line.Score.Confirmed.String(), line.Score.Pending.String()
	if line.Exact == nil {
		confirmed = d.say(text.CmdSheetNoFigure)
	}
	if line.ExactPending == nil && line.Exact == nil {
		pending = d.say(text.CmdSheetNoFigure)
	}
	return []string{d.name(line), confirmed, pending}
}

// name is what a line is called.
func (d *sheetDrawing) name(line *scoring.Line) string {
	return line.Title().In(d.l)
}

func (d *sheetDrawing) pair(p *scoring.Pair, suffix string) []string {
	if p == nil {
		return []string{d.say(text.CmdSheetNoFigure), d.say(text.CmdSheetNoFigure)}
	}
	return []string{p.Confirmed.String() + suffix, p.Pending.String() + suffix}
}

func (d *sheetDrawing) rest() {
	s := d.s
	if len(s.Rewards) > 0 {
		d.title(text.CmdSheetRewards)
		for _, r := range s.Rewards {
			mark := ""
			if r.Pending {
				mark = d.say(text.CmdSheetIsPending)
			}
			d.line("", d.say(codeTitle("award", "level", r.Level)), r.Title, mark)
		}
	}
	if s.Priority != nil {
		d.title(text.CmdSheetPriority)
		word := text.CmdSheetPriorityNo
		if *s.Priority {
			word = text.CmdSheetPriorityYes
		}
		d.line("", d.say(word))
	}
	if len(s.Missing) > 0 {
		d.title(text.CmdSheetMissing.With(len(s.Missing)))
		for _, fact := range s.Missing {
			d.line("", d.fact(fact))
		}
	}
	d.assumed()
}

// fact names a fact as people know it, with its id behind.
func (d *sheetDrawing) fact(id string) string {
	f, ok := scoring.FactByID(id)
	if !ok {
		return id
	}
	return f.Title.In(d.l) + "  " + id
}

// assumed lists every number that the document does not give.
func (d *sheetDrawing) assumed() {
	if len(d.s.Assumed) == 0 {
		return
	}
	d.title(text.CmdSheetAssumed.With(len(d.s.Assumed)))
	t := columns("llr")
	for _, a := range d.s.Assumed {
		at := ""
		if a.Line > 0 {
			at = d.say(text.CmdSheetLine.With(strconv.Itoa(a.Line)))
		}
		t.row(a.Path, a.Text, at)
	}
	d.table(t)
}

// some shows a figure, and nothing of nothing.
func some(d scoring.Dec) string {
	if d.Sign() == 0 {
		return ""
	}
	return d.String()
}

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func status(s scoring.Status) text.Pair {
	switch s {
	case scoring.Reached:
		return text.CmdStatusReached
	case scoring.Short:
		return text.CmdStatusShort
	case scoring.NoData:
		return text.CmdStatusNoData
	case scoring.NotComparable:
		return text.CmdStatusNotComparable
	case scoring.NotDefined:
		return text.CmdStatusNotDefined
	}
	return text.Same(string(s))
}

// codeTitle names a code of a field of the dictionary.
func codeTitle(register, field, id string) text.Pair {
	return form.ByID(register).Field(field).CodeTitle(id)
}
