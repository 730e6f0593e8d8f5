package plain

import (
	"strings"

	"yice/scoring"
	"yice/text"
)

// scored is a line of the sheet that can be explained.
type scored struct {
	id  string
	say text.Pair
}

// score tells the sheet, a sentence a line, and explains the one that is asked for.
func (d *desk) score() error { return d.sheet(d.s.Sheet, true) }

// sheet is score for any sheet; steps says that what pays off next is asked for there too.
func (d *desk) sheet(of func() *scoring.Sheet, steps bool) error {
	for {
		sheet := of()
		if sheet == nil {
			d.say(d.s.PackNote())
			return nil
		}
		lines, list := d.lines(sheet), []text.Pair(nil)
		for _, l := range lines {
			list = append(list, l.say)
		}
		if steps {
			list = append(list, text.PlainSteps)
		}
		i, err := d.choose(d.totals(sheet), list, text.PlainBack)
		if err != nil {
			return err
		}
		if i == len(lines) {
			d.steps()
			continue
		}
		if e, ok := sheet.Explain(lines[i].id); ok {
			d.explain(e)
		} else {
			d.say(text.PlainNoMore)
		}
	}
}

// lines are the accounts of the sheet: every row its title and its figures by name.
func (d *desk) lines(sheet *scoring.Sheet) (out []scored) {
	for _, section := range sheet.Account() {
		for _, r := range section.Rows {
			zh, en := d.cells(section.Terms, r.Cells, text.ZH), d.cells(section.Terms, r.Cells, text.EN)
			out = append(out, scored{r.ID, text.PlainSays.With(r.Title, text.Pair{ZH: zh, EN: en})})
		}
	}
	return out
}

// cells are the figures of a row, each with its name.
func (d *desk) cells(terms []scoring.Term, cells []scoring.Cell, l text.Lang) string {
	var said []string
	for i, c := range cells {
		shown := c.Text.In(l)
		switch {
		case c.State == scoring.Missing:
			shown = text.TermNoFigure.In(l)
		case c.State == scoring.Absent || shown == "":
			continue
		}
		said = append(said, terms[i].Name.In(l)+" "+shown)
	}
	return strings.Join(said, text.PlainComma.In(l))
}

// explain tells where a line of the score comes from.
func (d *desk) explain(e scoring.Explanation) {
	d.say(text.PlainSays.With(e.Title, e.Score))
	for _, p := range e.Paragraphs {
		for _, l := range p.Lines {
			d.say(text.PlainSays.With(p.Label, l))
		}
	}
	d.uses(text.CmdExplainUsed.With(len(e.Used)), e.Used)
	d.uses(text.CmdExplainRejected.With(len(e.Rejected)), e.Rejected)
}

func (d *desk) uses(title text.Pair, all []scoring.Use) {
	if len(all) == 0 {
		return
	}
	d.say(title)
	for _, u := range all {
		var said []string
		of := text.Same(u.Title)
		if !u.Says.Empty() {
			of = u.Says
		}
		for _, p := range []text.Pair{text.Same(u.Key), of, u.Counts, u.Why} {
			if s := p.In(d.lang); s != "" {
				said = append(said, s)
			}
		}
		d.line("  " + strings.Join(said, text.PlainComma.In(d.lang)))
	}
}

// steps tells what pays off most, what it brings and whether there is still time.
func (d *desk) steps() {
	all := d.s.NextSteps()
	if len(all) == 0 {
		d.say(text.PlainNoStep)
	}
	for i, s := range all[:min(len(all), listed)] {
		say := text.PlainStep.With(i+1, s.Say, s.Gain, s.Bonus, s.Net)
		if s.UpTo.Units > 0 {
			say = text.PlainStepUpTo.With(i+1, s.Say, s.UpTo)
		}
		d.say(say.Then(s.Also...).Then(s.Note).Then(s.Time.Say()))
	}
}
