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
	for _, section := range s.Account() {
		d.section(&section)
	}
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

// section draws one account of the sheet.
func (d *sheetDrawing) section(a *scoring.AccountSection) {
	d.title(a.Title)
	if len(a.Rows) > 0 {
		layout, heads := "l", []string{""}
		for _, term := range a.Terms {
			heads = append(heads, d.say(term.Name))
			if term.Words {
				layout += "l"
			} else {
				layout += "r"
			}
		}
		t := columns(layout)
		t.row(heads...)
		for i := range a.Rows {
			r := &a.Rows[i]
			cells := []string{d.say(r.Title)}
			for _, c := range r.Cells {
				cells = append(cells, d.cell(c))
			}
			t.row(cells...)
		}
		d.table(t)
	}
	for _, say := range a.Says {
		d.line("", d.say(say))
	}
	if a.ID == "profit" {
		d.alternatives()
	}
}

func (d *sheetDrawing) cell(c scoring.Cell) string {
	switch c.State {
	case scoring.Absent:
		return "-"
	case scoring.Missing:
		return d.say(text.TermNoFigure)
	}
	return d.say(c.Text)
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

func (d *sheetDrawing) rest() {
	s := d.s
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
	f, ok := d.s.Pack.Fact(id)
	if !ok {
		return id
	}
	return f.Title.In(d.l) + "  " + id
}

// assumed lists every number that the document does not give.
func (d *sheetDrawing) assumed() {
	assumed := d.s.Assumed()
	if len(assumed) == 0 {
		return
	}
	d.title(text.CmdSheetOpen.With(d.s.LeftOpen().Title, len(assumed), d.s.LeftOpen().Note))
	t := columns("llr")
	for _, a := range assumed {
		at := ""
		if a.Line > 0 {
			at = d.say(text.CmdSheetLine.With(strconv.Itoa(a.Line)))
		}
		t.row(a.Path, a.Text, at)
	}
	d.table(t)
}

// outlookText says how far the budget is spent and where the year ends at this pace; nothing where neither is known.
func outlookText(o *scoring.Outlook, l text.Lang) string {
	if o == nil || o.Spent == nil && o.Projection == nil {
		return ""
	}
	d := &sheetDrawing{l: l}
	d.title(text.CmdSheetOutlook)
	if o.Spent != nil {
		d.line("", d.say(o.Spent.Say()))
	}
	if o.Projection != nil {
		d.line("", d.say(o.Projection.Say))
		assessed := d.say(text.TermNoFigure)
		if o.Sheet.Assessed != nil {
			assessed = o.Sheet.Assessed.Confirmed.String()
		}
		d.line("", d.say(text.CmdSheetYearEnd.With(o.Sheet.Innovation.Confirmed.String(), assessed)))
	}
	return d.b.String()
}

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// codeTitle names a code of a field of the dictionary.
func codeTitle(register, field, id string) text.Pair {
	return form.ByID(register).Field(field).CodeTitle(id)
}
