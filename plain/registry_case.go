package plain

import (
	"yice/filing/registry"
	"yice/form"
	"yice/text"
)

// members lists the enterprises in their places, behind them who is due, and opens one after the other.
func (c *casebook) members() error {
	delete(c.told, text.PlainRegWhich)
	for {
		var list []text.Pair
		for i := range c.roll.Places {
			list = append(list, placeSaid(&c.roll.Places[i]))
		}
		if len(list) == 0 {
			c.say(text.PlainRegEmpty)
			return nil
		}
		i, err := c.choose(text.PlainRegWhich, list, text.PlainBack)
		if err != nil {
			return err
		}
		if err := c.part(func() error { return c.caseOf(c.roll.Places[i].USCC) }); err != nil {
			return err
		}
		if err := c.read(); err != nil { // points may have been given
			return err
		}
	}
}

// placeSaid is an enterprise in its place, in a sentence.
func placeSaid(p *registry.Place) text.Pair {
	said := []text.Pair{text.Same(orCode(p.Name, p.USCC)), p.Standing()}
	if p.Due != nil {
		if p.Due.Due != "" {
			said = append(said, text.PlainRegBy.With(p.Due.Due))
		}
		return text.Join(said, text.PlainComma)
	}
	said = append([]text.Pair{placeOf(p.Rank, true)}, said...)
	said = append(said, typeTitle(p.Type), text.PlainOfUnit.With(text.TuiRegSelf, p.Self.Innovation), text.PlainOfUnit.With(text.QuestionConfirmed, p.Confirmed.Innovation))
	if p.Points != "" {
		said = append(said, text.PlainOfUnit.With(text.RegistryAdjusted, p.Adjusted))
	}
	if p.Grade != "" {
		said = append(said, text.PlainOfUnit.With(text.TermGrade, p.Grade))
	}
	return text.Join(said, text.PlainComma).Begun()
}

// caseOf tells all that the registry has of an enterprise, and its lines one by one.
func (c *casebook) caseOf(uscc string) error {
	delete(c.told, text.PlainRegLine)
	for {
		one, err := c.r.Show(c.ctx, uscc, "")
		if err != nil {
			return err
		}
		lines := one.Scored()
		if c.told[text.PlainRegLine] == 0 {
			c.tellCase(one)
		}
		if one.Ranked == nil {
			return nil
		}
		var list []text.Pair
		for i := range lines {
			list = append(list, text.PlainSays.With(lines[i].Says, scoresSaid(&lines[i])))
		}
		i, err := c.choose(text.PlainRegLine, list, text.PlainBack)
		if err != nil {
			return err
		}
		if err := c.part(func() error { return c.lineOf(one, &lines[i]) }); err != nil {
			return err
		}
	}
}

func scoresSaid(l *registry.Line) text.Pair {
	var said []text.Pair
	for _, f := range []struct {
		term text.Pair
		is   string
	}{{text.TuiRegSelf, l.Self}, {text.QuestionConfirmed, l.Confirmed}} {
		if f.is != "" {
			said = append(said, text.PlainOfUnit.With(f.term, form.Grouped(f.is)))
		}
	}
	return text.Join(said, text.PlainComma)
}

// tellCase tells what an enterprise handed in, what came back, and what was adjusted.
func (c *casebook) tellCase(one *registry.Case) {
	for _, b := range one.Returned {
		c.say(text.PlainRegReturned.With(b.File, b.Message))
	}
	if one.Ranked == nil {
		c.say(text.TuiRegNothing)
		return
	}
	about := []text.Pair{text.Same(orCode(one.Ranked.Name, one.USCC)), text.Same(one.USCC), text.PlainRegSerial.With(one.Ranked.Serial), text.PlainOfUnit.With(text.CmdSheetBonus, one.Ranked.Confirmed.Bonus)}
	if n := len(one.HandedOn); n > 0 { // the newest: a group may hand on again
		about = append(about, text.TuiRegHanded.With(one.HandedOn[n-1].ByName))
	}
	c.say(text.Join(about, text.PlainComma))
	for _, a := range one.Ranked.Asked {
		c.say(a)
	}
	titles := make(map[string]text.Pair)
	for i := range one.Lines {
		titles[one.Lines[i].ID] = one.Lines[i].Says
	}
	for _, a := range one.Adjustments {
		c.aloud(text.PlainRegGivenOf.With(titles[a.Line], a.Points, a.Basis, a.Who))
	}
}

// lineOf tells what a line comes from, and asks whether points are given to it.
func (c *casebook) lineOf(one *registry.Case, l *registry.Line) error {
	c.aloud(text.PlainSays.With(l.Says, scoresSaid(l)))
	for _, f := range []struct {
		term text.Pair
		is   string
	}{{text.NoticeValue, l.Value}, {text.NoticeTarget, l.Target}, {text.TermGap, l.Gap}} {
		if f.is != "" {
			c.aloud(text.PlainSays.With(f.term, f.is))
		}
	}
	for _, a := range one.Adjustments {
		if a.Line == l.ID {
			c.aloud(text.PlainRegGiven.With(a.Points, a.Basis, a.Who))
		}
	}
	if len(l.Used) > 0 {
		c.say(text.TuiRegRecords)
	}
	for _, u := range l.Used {
		said := []text.Pair{text.Same(registry.RowName(u.Key, u.Title))}
		for _, p := range []text.Pair{u.Counted, u.Why} {
			if !p.Empty() {
				said = append(said, p)
			}
		}
		c.aloud(text.Join(said, text.PlainComma))
	}
	for i, f := range one.FindingsOf(l) {
		if i == 0 {
			c.say(text.TuiRegFindings)
		}
		c.say(f.Message)
		c.say(text.CmdCheckExplained.With(f.Reason))
	}
	if !l.Adjustable() || c.roll.Year.Closed {
		return nil
	}
	return c.adjust(one, l)
}

// adjust gives points to a line, or takes them, with a basis. What is refused is asked for again.
func (c *casebook) adjust(one *registry.Case, l *registry.Line) error {
	for {
		points, err := c.ask(text.PlainRegPoints)
		if err != nil || points == "" {
			return backUnless(err)
		}
		if _, err := registry.ParsePoints(points); err != nil {
			c.fail(err)
			continue
		}
		return c.reasoned(text.PlainRegBasis, "", func(basis string) error {
			if yes, err := c.yes(text.Aloud(text.PlainRegGive.With(orCode(one.Ranked.Name, one.USCC), l.Says, points, basis))); err != nil || !yes {
				return backUnless(err)
			}
			a, err := c.r.Adjust(c.ctx, one.USCC, l.ID, points, basis)
			if err == nil {
				c.aloud(text.TuiRegAdjusted.With(a.Points).Begun())
			}
			return err
		})
	}
}
