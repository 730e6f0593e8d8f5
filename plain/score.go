package plain

import (
	"strings"

	"yice/form"
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
			out = append(out, scored{r.ID, rowSaid(section.Terms, &r)})
		}
	}
	return out
}

// rowSaid is a row of the sheet: its title and its figures by name, those of its own unit with it. What is pending is told where it differs.
func rowSaid(terms []scoring.Term, r *scoring.AccountRow) text.Pair {
	var said []text.Pair
	before := text.Pair{}
	for i, c := range r.Cells {
		shown, own := c.Text, false
		switch terms[i].Name {
		case text.TermConfirmed, text.TermScore, text.TermPending, text.TermUnfilled, text.TermCap:
			own = true
		}
		same := terms[i].Name == text.TermPending && shown == before
		before = shown
		switch {
		case c.State == scoring.Missing:
			shown = text.TermNoFigure
		case c.State == scoring.Absent || shown.Empty() || same:
			continue
		case own && !terms[i].Words && r.Unit == text.ScoreUnitWan:
			shown = text.PlainWan.With(form.Separated(shown.ZH))
		case own && !terms[i].Words && r.Unit == text.ScoreUnitPoints:
			shown = text.PlainOfUnit.With(shown, r.Unit)
		}
		said = append(said, text.PlainOfUnit.With(terms[i].Name, shown))
	}
	return text.PlainSays.With(r.Title, text.Join(said, text.PlainComma))
}

// changeSaid says by how much a line of the score moves, in words that are heard: more, or less.
func changeSaid(c *scoring.Change) text.Pair {
	by, name := c.Delta, c.Name
	if by.Sign() == 0 {
		by, name = c.DeltaPending, text.PlainOfUnit.With(c.Name, text.TermPending)
	}
	if c.BeforeNone != c.AfterNone || by.Sign() == 0 {
		return text.Aloud(c.Say())
	}
	how := text.PlainMore
	if by.Sign() < 0 {
		how, by.Units = text.PlainLess, -by.Units
	}
	return text.PlainOfUnit.With(name, how.With(changeAmount(c, by)))
}

// changeAmount is a figure of a change, with its unit.
func changeAmount(c *scoring.Change, x scoring.Dec) text.Pair {
	return amount(x, c.Unit, c.Unit == text.ScoreUnitPercent)
}

// explain tells where a line of the score comes from.
func (d *desk) explain(e scoring.Explanation) {
	d.aloud(text.PlainSays.With(e.Title, e.Score))
	for _, p := range e.Paragraphs {
		for _, l := range p.Lines {
			d.aloud(text.PlainSays.With(p.Label, l))
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
		d.aloud(text.Same(strings.Join(said, text.PlainComma.In(d.lang))))
	}
}

// steps tells what pays off most, what it brings and whether there is still time.
func (d *desk) steps() {
	all := d.s.NextSteps()
	if len(all) == 0 {
		d.say(text.PlainNoStep)
	}
	for i, s := range all[:min(len(all), listed)] {
		var brings []text.Pair
		for _, b := range []struct {
			title text.Pair
			by    scoring.Dec
		}{{text.TuiScore, s.Gain}, {text.TuiBonus, s.Bonus}} {
			if b.by.Sign() > 0 {
				brings = append(brings, text.PlainOfUnit.With(b.title, text.PlainMore.With(amount(b.by, text.ScoreUnitPoints, false))))
			}
		}
		if s.UpTo.Units > 0 {
			brings = []text.Pair{text.PlainUpTo.With(amount(s.UpTo, text.ScoreUnitPoints, false))}
		} else if s.Net.Sign() != 0 {
			brings = append(brings, text.PlainOfUnit.With(text.TuiAssessedNet, amount(s.Net, text.ScoreUnitWan, false)))
		}
		say := text.PlainOption.With(i+1, text.PlainSays.With(s.Say, text.Join(brings, text.PlainComma)))
		d.aloud(say.Then(s.Also...).Then(s.Note).Then(s.Time.Say()))
	}
}
