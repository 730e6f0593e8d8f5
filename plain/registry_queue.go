package plain

import (
	"errors"
	"path/filepath"
	"strconv"

	"yice/filing"
	"yice/filing/registry"
	"yice/form"
	"yice/seal"
	"yice/text"
)

// doubles lists what is claimed twice, tells where the rows differ, and awards one after the other.
func (c *casebook) doubles() error {
	delete(c.told, text.PlainRegClaim)
	for {
		if len(c.claims) == 0 {
			c.say(text.TuiRegNoClaims)
			return nil
		}
		var list []text.Pair
		for i := range c.claims {
			one := &c.claims[i]
			var names []text.Pair
			for _, s := range one.Sides {
				names = append(names, text.Same(s.Name))
			}
			say := claimSaid(one.Certain, one.Form, one.Sides[0].Title, names, one.Because)
			if one.Awarded != "" {
				say = text.PlainAt.With(say, text.CmdRegistryAwarded.With(one.Awarded, one.Who, one.Why))
			}
			list = append(list, say)
		}
		i, err := c.choose(text.PlainRegClaim, list, text.PlainBack)
		if err != nil {
			return err
		}
		if err := c.part(func() error { return c.claim(&c.claims[i]) }); err != nil {
			return err
		}
		if err := c.read(); err != nil {
			return err
		}
	}
}

// claim tells the sides of a double claim and the fields in which they differ, and asks who keeps it.
func (c *casebook) claim(one *registry.Claim) error {
	rows, err := c.r.Records(c.ctx, *one)
	if err != nil {
		return err
	}
	c.say(one.Because.Begun())
	for i, s := range one.Sides {
		c.say(text.PlainRegSide.With(i+1, s.Name, s.USCC, registry.RowName(s.Key, s.Title)))
	}
	if one.Awarded != "" {
		c.say(text.CmdRegistryAwarded.With(one.Awarded, one.Who, one.Why))
	}
	fields, differ := registry.FieldsOf(rows, c.lang)
	for at, i := range fields {
		title := rows[0].Form.Fields[i].Title
		if at >= differ {
			c.aloud(text.PlainSays.With(title, registry.Cell(rows[0], i, c.lang)))
			continue
		}
		var sides []text.Pair
		for side, r := range rows {
			sides = append(sides, text.PlainRegOfSide.With(side+1, orNothing(registry.Cell(r, i, c.lang))))
		}
		c.aloud(text.PlainRegDiffers.With(title, text.Join(sides, text.PlainComma)))
	}
	if c.shut() {
		return nil
	}
	return c.award(one)
}

// award asks who keeps what is claimed twice, and why.
func (c *casebook) award(one *registry.Claim) error {
	for {
		answer, err := c.ask(text.PlainRegAward)
		if err != nil || answer == "" {
			return backUnless(err)
		}
		n, err := strconv.Atoi(answer)
		if err != nil || n < 1 || n > len(one.Sides) {
			c.say(text.PlainNoOption.With(answer, len(one.Sides)))
			continue
		}
		to := one.Sides[n-1]
		return c.reasoned(text.PlainRegAwardWhy, one.Why, func(why string) error {
			if yes, err := c.yes(text.PlainRegAwardAsk.With(registry.RowName(one.Sides[0].Key, one.Sides[0].Title), to.Name, why)); err != nil || !yes {
				return backUnless(err)
			}
			done, err := c.r.Award(c.ctx, one.ID, to.USCC, why, registry.TakeOptions{})
			if err != nil {
				return err
			}
			c.say(text.TuiRegAwarded.With(to.Name, len(done.Changes)).Begun())
			c.moves(done.Changes)
			return nil
		})
	}
}

// queue lists the rows that wait; from the chosen one on it goes from row to row. A mark is in the registry before the next row is told.
func (c *casebook) queue() error {
	delete(c.told, text.PlainRegRow)
	for {
		if len(c.waiting) == 0 {
			c.say(text.TuiRegNoWaiting)
			return nil
		}
		var list []text.Pair
		for i := range c.waiting {
			list = append(list, waitingSaid(&c.waiting[i]))
		}
		i, err := c.choose(text.PlainRegRow, list, text.PlainBack)
		if err != nil {
			return err
		}
		if err := c.part(func() error { return c.decideFrom(i) }); err != nil {
			return err
		}
	}
}

func waitingSaid(w *registry.Waiting) text.Pair {
	said := []text.Pair{text.Same(w.Name)}
	if f := form.ByID(w.Form); f != nil {
		said = append(said, f.Title)
	}
	return text.Join(append(said, text.Same(registry.RowName(w.Key, w.Title)), waitsAs(w)), text.PlainComma)
}

// waitsAs says how a row waits: with a mark, with a question that was asked, or why.
func waitsAs(w *registry.Waiting) text.Pair {
	switch {
	case w.Draft != nil:
		return text.TuiRegDraftBy.With(w.Draft.Who, w.Draft.Day(), w.Draft.Says())
	case w.Asked != "":
		return text.TuiRegAskedOf.With(w.Asked)
	}
	return w.Why
}

// decideFrom decides on a row and those behind it.
func (c *casebook) decideFrom(i int) error {
	for ; i < len(c.waiting); i++ {
		w := &c.waiting[i]
		c.say(text.PlainRegRowOf.With(i+1, len(c.waiting), w.Says(), w.USCC))
		c.say(waitsAs(w).Begun())
		f := form.ByID(w.Form)
		record, err := c.r.Record(c.ctx, w.Digest, w.USCC, f, w.Row)
		if err != nil {
			return err
		}
		rows := []*form.Record{record}
		fields, _ := registry.FieldsOf(rows, c.lang)
		for _, at := range fields {
			c.aloud(text.PlainSays.With(f.Fields[at].Title, registry.Cell(record, at, c.lang)))
		}
		if c.shut() {
			return nil
		}
		if err := c.mark(w); err != nil {
			return err
		}
	}
	c.say(text.PlainRegLast)
	return nil
}

// mark asks how a row is decided and keeps that, unsigned. Going back from a question of its own asks again.
func (c *casebook) mark(w *registry.Waiting) error {
	menu := []option{
		{text.PlainRegYes, func() error { return c.decided(w, form.Recognised) }},
		{text.PlainRegNo, func() error { return c.decided(w, form.Refused) }},
		{text.PlainRegAsks, func() error { return c.asking(w) }},
	}
	if w.Draft != nil {
		menu = append(menu, option{text.PlainRegUnmark, func() error { return c.unmark(w) }})
	}
	list := titles(menu)
	tell := c.told[text.PlainRegDecision] != len(menu) // heard once it is not told for every row
	for {
		if tell {
			c.told[text.PlainRegDecision] = len(menu)
			for i, p := range list {
				c.say(text.PlainOption.With(i+1, p))
			}
		}
		answer, err := c.askOr(text.PlainRegDecision)
		if err != nil || answer == "" {
			return err
		}
		if tell = isHelp(answer); tell {
			continue
		}
		at := -1
		if n, err := strconv.Atoi(answer); err == nil && n >= 1 && n <= len(menu) {
			at = n - 1
		} else if found := named(list, answer); len(found) == 1 {
			at = found[0]
		}
		if at < 0 {
			c.say(text.PlainNoOption.With(answer, len(menu)))
			continue
		}
		switch err := menu[at].do(); {
		case err == nil:
			return nil
		case c.ends(err):
			return err
		default:
			if !errors.Is(err, errBack) {
				c.fail(err)
			}
		}
	}
}

// decided keeps that a row is recognised or refused, on what paper, and of a refusal the reason; what was answered for the row before is
// offered.
func (c *casebook) decided(w *registry.Waiting, as string) (err error) {
	doc, on := c.doc, c.on
	if w.Draft != nil && w.Draft.Doc != "" {
		doc, on = w.Draft.Doc, w.Draft.On
	}
	d := registry.Draft{Recognition: as}
	for {
		if doc, err = c.propose(text.PlainRegDoc, doc); err != nil {
			return err
		}
		day, err := c.propose(text.PlainRegOn, on)
		if err != nil {
			return err
		}
		var ok bool
		if d.Doc, d.On, ok = w.Paper(doc + " " + day); ok {
			break
		}
		c.say(text.PlainWrong.With(text.TuiRegPaperWrong))
	}
	c.doc, c.on = d.Doc, d.On
	if as == form.Refused {
		offer := ""
		if w.Draft != nil {
			offer = w.Draft.Reason
		}
		if d.Reason, err = c.propose(text.PlainRegWhyNot, offer); err != nil {
			return err
		}
	}
	return c.keep(w, d)
}

// asking keeps a question to the enterprise: it goes out with the decisions, and the row goes on waiting.
func (c *casebook) asking(w *registry.Waiting) error {
	offer := ""
	if w.Draft != nil {
		offer = w.Draft.Reason
	}
	what, err := c.propose(text.PlainRegAsking, offer)
	if err != nil {
		return err
	}
	return c.keep(w, registry.Draft{Recognition: form.Pending, Reason: what})
}

func (c *casebook) keep(w *registry.Waiting, d registry.Draft) error {
	kept, err := c.r.Mark(c.ctx, w, d)
	if err != nil {
		return err
	}
	w.Draft = kept
	c.say(text.PlainRegMarked.With(kept.Says()))
	return nil
}

func (c *casebook) unmark(w *registry.Waiting) error {
	if err := c.r.Unmark(c.ctx, w); err != nil {
		return err
	}
	w.Draft = nil
	c.say(text.PlainRegUnmarked)
	return nil
}

// sign signs what is marked into a file of recognitions and takes it in.
func (c *casebook) sign() error {
	rows := registry.Marked(c.waiting)
	if len(rows) == 0 {
		c.say(text.PlainRegNoMarks)
		return nil
	}
	of := make(map[string]int)
	for i := range rows {
		c.say(waitingSaid(&rows[i]))
		of[rows[i].Draft.Recognition]++
	}
	return c.pathFrom(text.PlainRegSignKey, c.signer, func(file string) error {
		key, err := seal.ReadKey(file, c.passphraseOf(file))
		if err != nil {
			return err
		}
		if yes, err := c.yes(text.PlainRegSignAsk.With(len(rows), of[form.Recognised], of[form.Refused], of[form.Pending])); err != nil || !yes {
			return backUnless(err)
		}
		c.say(text.TuiRegSigning)
		out, done, err := filing.SignMarked(c.ctx, c.r, rows, key, c.o.Now())
		if err != nil {
			return err
		}
		c.signer = file
		c.say(text.PlainRegSigned.With(done.Decisions, filepath.Base(out), len(done.Changes)))
		c.moves(done.Changes)
		return nil
	})
}
