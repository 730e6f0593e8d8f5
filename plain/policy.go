package plain

import (
	"yice/filing"
	"yice/form"
	"yice/scoring"
	"yice/text"
)

// policy is the policy pack in lines: what it says and where it has it from, what this enterprise has of its own, the readings, what differs
// from last year's, a draft being changed, a pack taken in.
func (d *desk) policy() error {
	for {
		pack := d.s.Pack()
		d.say(d.s.PackNote())
		var menu []option
		if pack != nil {
			standing := text.PlainPolDraft
			if pack.Official() {
				standing = text.PlainPolIssued
			}
			d.say(text.PlainPolOf.With(pack.ID, pack.Version, pack.Year, standing))
			menu = []option{
				{text.PlainPolSee, d.seePolicy},
				{text.PlainPolOwn, d.settingOwn},
				{text.PlainPolRead, d.readings},
				{text.PlainPolPrev, d.lastYears},
				{text.PlainPolEdit, d.editing},
				{text.PlainPolNext.With(pack.Year + 1), d.nextPack},
			}
		}
		menu = append(menu, option{text.PlainDoPack, d.takePack})
		if d.s.Sheet() == nil {
			menu = append(menu, option{text.TuiPolDraft, d.draftTemplate})
		}
		i, err := d.choose(text.PlainPolicy, titles(menu), text.PlainBack)
		if err != nil {
			return err
		}
		if err := d.part(menu[i].do); err != nil {
			return err
		}
	}
}

// policyRows are what the pack says of this enterprise.
func (d *desk) policyRows(only func(*scoring.PackRow) bool) (rows []scoring.PackRow) {
	pack := d.s.Pack()
	if pack == nil {
		return nil
	}
	uscc, _, typ := d.s.Enterprise()
	for _, r := range pack.RowsFor(uscc, typ) {
		if only == nil || only(&r) {
			rows = append(rows, r)
		}
	}
	return rows
}

func (d *desk) seePolicy() error {
	assumed := text.TuiPolAssumed
	if pack := d.s.Pack(); pack != nil {
		assumed = pack.LeftOpen().Word
	}
	kinds := []struct {
		title text.Pair
		only  func(*scoring.PackRow) bool
	}{{text.TuiPolAll, nil}, {assumed, (*scoring.PackRow).Assumed}, {text.TuiPolOwn, (*scoring.PackRow).OfOne}}
	for {
		var list []text.Pair
		for _, k := range kinds {
			list = append(list, text.PlainPolCount.With(k.title, len(d.policyRows(k.only))))
		}
		i, err := d.choose(text.PlainPolWhich, list, text.PlainBack)
		if err != nil {
			return err
		}
		if err := d.part(func() error { return d.seeRows(kinds[i].title, d.policyRows(kinds[i].only)) }); err != nil {
			return err
		}
	}
}

// seeRows asks for a part of the pack, where it is long, and tells of one value after the other.
func (d *desk) seeRows(of text.Pair, rows []scoring.PackRow) error {
	if len(rows) == 0 {
		d.say(text.PlainPolNone)
		return nil
	}
	return d.byPart(of, len(rows), func(i int) string { return rows[i].Group }, func(i int) text.Pair { return rows[i].Of.Begun() }, func(title text.Pair, from, to int) error {
		for {
			var list []text.Pair
			for i := from; i < to; i++ {
				list = append(list, d.policyLine(&rows[i], to-from == len(rows)))
			}
			i, err := d.choose(title, list, text.PlainBack)
			if err != nil {
				return err
			}
			if err := d.part(func() error { return d.seeRow(&rows[from+i]) }); err != nil {
				return err
			}
		}
	})
}

// byPart has a long list gone through part by part: it asks for one, and hands over where it stands; a short list is one part.
func (d *desk) byPart(of text.Pair, n int, group func(i int) string, title func(i int) text.Pair, show func(title text.Pair, from, to int) error) error {
	if n <= listed {
		return show(of, 0, n)
	}
	var starts []int
	var list []text.Pair
	for i := range n {
		if i == 0 || group(i) != group(i-1) {
			starts, list = append(starts, i), append(list, title(i))
		}
	}
	starts = append(starts, n)
	for {
		k, err := d.choose(text.PlainPolSection.With(of), list, text.PlainBack)
		if err != nil {
			return err
		}
		if err := d.part(func() error { return show(list[k], starts[k], starts[k+1]) }); err != nil {
			return err
		}
	}
}

// policyLine is a value in a line, with how it stands; whole names what it belongs to as well.
func (d *desk) policyLine(r *scoring.PackRow, whole bool) text.Pair {
	name := r.Name
	if whole {
		name = text.PlainPolOf2.With(r.Of.Begun(), r.Name)
	}
	say := text.PlainSays.With(name, r.Value)
	if r.Param != nil {
		word := d.s.Pack().Standing(r.Param).Word()
		if r.Overridden() {
			word = text.StandOwn
		}
		say = text.PlainAt.With(say, word)
	}
	return say
}

// seeRow tells of a value where it comes from and where it stands, and offers to set it where this enterprise may have its own.
func (d *desk) seeRow(r *scoring.PackRow) error {
	d.say(d.policyLine(r, true))
	for _, p := range d.s.Pack().Origin(r) {
		d.say(p)
	}
	d.say(text.PlainPolWhere.With(text.TuiPolLine.With(r.Line), r.Path))
	if !r.Own {
		return nil
	}
	if yes, err := d.yes(text.PlainPolSetNow); err != nil || !yes {
		return err
	}
	return d.setOwn(r)
}

// settingOwn asks which value this enterprise has of its own, and sets it.
func (d *desk) settingOwn() error {
	for {
		rows := d.policyRows(func(r *scoring.PackRow) bool { return r.Own })
		if len(rows) == 0 {
			d.say(text.TuiPolCannot)
			return nil
		}
		var list []text.Pair
		for i := range rows {
			list = append(list, d.policyLine(&rows[i], true))
		}
		i, err := d.choose(text.PlainPolWhatOwn, list, text.PlainBack)
		if err != nil {
			return err
		}
		if err := d.part(func() error { return d.setOwn(&rows[i]) }); err != nil {
			return err
		}
	}
}

// setOwn asks for a value and its ground, tells what they would make of the score, and keeps a new draft after a yes. A refused answer asks
// again, and what was answered before stays.
func (d *desk) setOwn(r *scoring.PackRow) error {
	pack := d.s.Pack()
	uscc, name, typ := d.s.Enterprise()
	e, path := scoring.Enterprise{USCC: uscc, Name: name, Type: typ}, r.OwnPath(uscc)
	question := text.PlainPolValue
	if r.Overridden() {
		question = text.PlainPolOrDrop
	}
	d.say(text.PlainPolFor.With(r.Of.Begun(), r.Name, name))
	for {
		value, err := d.askOr(held(question.With(r.Name), r.Now()))
		switch {
		case err != nil || value == "":
			return backUnless(err)
		case isHelp(value):
			for _, p := range pack.Origin(r) {
				d.say(p)
			}
			continue
		case value == sayClear && r.Overridden():
			draft, err := pack.DefaultDraft(uscc, path)
			if err != nil {
				return err
			}
			return d.keepOwn(draft)
		}
		// A first try with a stand-in ground tells at once what is wrong with the value.
		if _, err := pack.OwnDraft(e, path, value, "-"); err != nil {
			d.failFirst(err)
			continue
		}
		draft, err := d.ground(value, func(reason string) (*scoring.Pack, error) { return pack.OwnDraft(e, path, value, reason) })
		if err != nil {
			return err
		}
		if draft != nil {
			return d.keepOwn(draft)
		}
	}
}

// ground asks on what ground a value is set; no draft: the value is asked for again.
func (d *desk) ground(value string, make func(reason string) (*scoring.Pack, error)) (*scoring.Pack, error) {
	for {
		reason, err := d.ask(text.PlainPolReason.With(value))
		switch {
		case err != nil:
			return nil, err
		case reason == sayBefore:
			return nil, nil
		case reason == "":
			d.say(text.PlainWrong.With(text.TuiAnswerEmpty))
			continue
		}
		draft, err := make(reason)
		if err == nil {
			return draft, nil
		}
		d.failFirst(err)
	}
}

// keepOwn tells what a draft makes of the score and keeps it in the workspace after a yes.
func (d *desk) keepOwn(draft *scoring.Pack) error {
	pack := d.s.Pack()
	d.say(text.PlainPolMakes)
	e := scoring.PackEffectOf(pack, draft, d.s.Facts())
	d.tellEffect(&e)
	if yes, err := d.yes(text.PlainPolKeep); err != nil || !yes {
		if err == nil {
			d.say(text.PlainPolNotKept)
		}
		return err
	}
	if err := filing.KeepDraft(d.ctx, d.s, draft); err != nil {
		return err
	}
	switch {
	case d.o.Pack != nil:
		d.say(text.TuiPolKeptAsked)
	case pack.Issued():
		d.say(text.TuiPolKeptIssued)
	default:
		d.say(text.TuiPolKept)
	}
	return nil
}

// tellEffect tells what a changed pack makes of the score: the totals that move, then the lines.
func (d *desk) tellEffect(e *scoring.PackEffect) {
	if !e.Known {
		d.say(text.TuiPeNoEffect)
		return
	}
	moved := false
	for _, t := range e.Totals() {
		by := t.By()
		if by.Sign() == 0 && !t.Rounded() {
			continue
		}
		moved = true
		is := func(x scoring.Dec) text.Pair { return amount(x, t.Unit, t.Share) }
		switch {
		case t.Rounded():
			d.say(text.PlainPeTurned.With(t.Title, is(t.Was), is(t.Is)))
		case by.Sign() > 0:
			d.say(text.PlainPeMore.With(t.Title, is(t.Was), is(t.Is), is(by)))
		default:
			by.Units = -by.Units
			d.say(text.PlainPeLess.With(t.Title, is(t.Was), is(t.Is), is(by)))
		}
	}
	for i, c := range e.Changes {
		if moved = true; i == listed {
			d.say(text.TuiPeMoreLines.With(len(e.Changes) - i))
			break
		}
		d.say(changeSaid(&c))
	}
	if !moved {
		_, name, _ := d.s.Enterprise()
		d.say(text.PlainPeSame.With(name))
	}
}

// amount is a figure with its unit.
func amount(x scoring.Dec, unit text.Pair, share bool) text.Pair {
	said := form.Separated(x.String())
	if share {
		return text.Pair{ZH: said + unit.ZH, EN: said + unit.EN}
	}
	if unit == text.ScoreUnitWan {
		return text.PlainWan.With(said)
	}
	return text.PlainOfUnit.With(said, unit)
}

// readings tells what each reading of the add-back makes of the same data.
func (d *desk) readings() error {
	sheet := d.s.Sheet()
	if sheet == nil {
		d.say(d.s.PackNote())
		return nil
	}
	all := sheet.Readings()
	if len(all) == 0 {
		d.say(text.TuiPolNoAddback)
		return nil
	}
	d.say(text.TuiPolReadSay)
	assessed := sheet.Totals().Assessed
	for i, r := range all {
		say := text.PlainPolReading.With(r.Rates, r.Counted, form.Separated(r.Amount.String()))
		by := r.Amount
		by.Units -= all[0].Amount.Units
		switch {
		case r.InForce:
			say = text.PlainPolInForce.With(say)
		case assessed != nil:
			then, how := *assessed, text.PlainMore
			then.Units += by.Units
			if by.Sign() < 0 {
				how, by.Units = text.PlainLess, -by.Units
			}
			say = text.PlainPolBeside.With(say, how.With(amount(by, text.ScoreUnitWan, false)), amount(then, text.ScoreUnitWan, false))
		}
		d.aloud(text.PlainOption.With(i+1, say))
	}
	return nil
}

// lastYears tells what differs from the pack of the year before.
func (d *desk) lastYears() error {
	prev, err := filing.PackOf(d.w, d.s.Year()-1)
	switch {
	case err != nil:
		return err
	case prev == nil:
		d.say(text.TuiPolNoPrev.With(d.s.Year() - 1))
		return nil
	}
	all := scoring.PackDiff(prev, d.s.Pack())
	if len(all) == 0 {
		d.say(text.TuiPolSame)
		return nil
	}
	d.say(text.PlainPeAsOf.With(prev.ID, prev.Version, len(all)))
	var list []text.Pair
	for i := range all {
		c := &all[i]
		if say := c.Say; c.Name.Empty() {
			list = append(list, say)
		} else {
			list = append(list, differs(c.Kind, text.PlainPolOf2.With(c.Of, c.Name), c.Old, c.New))
		}
	}
	return d.tellPaged(list)
}

// differs says what a value was and is.
func differs(kind scoring.ChangeKind, what, was, is text.Pair) text.Pair {
	switch kind {
	case scoring.SetAnew:
		return text.PlainPeSetTo.With(what, is)
	case scoring.Dropped:
		return text.PlainPeGone.With(what, was)
	}
	return text.PlainPeBecame.With(what, was, is)
}

// nextPack makes the draft of the next year from the pack in force.
func (d *desk) nextPack() error {
	pack := d.s.Pack()
	year := pack.Year + 1
	if yes, err := d.yes(text.TuiPolNextSay.With(year)); err != nil || !yes {
		return backUnless(err)
	}
	next, err := pack.YearDraft(year)
	if err != nil {
		return err
	}
	if err := filing.KeepDraft(d.ctx, d.s, next); err != nil {
		return err
	}
	d.say(text.TuiPolNextDone.With(year))
	return nil
}

// draftTemplate keeps the built-in pack of the year in the workspace, as a draft that can be changed.
func (d *desk) draftTemplate() error {
	year := d.s.Year()
	if d.o.Template != nil {
		if p, ok := d.o.Template(year); ok && p != nil {
			if err := filing.KeepDraft(d.ctx, d.s, p); err != nil {
				return err
			}
			d.say(text.TuiPolDrafted.With(year))
			return nil
		}
	}
	d.say(text.TuiPolNoTemplate.With(year))
	return nil
}

// takePack takes in the policy pack that scores from now on.
func (d *desk) takePack() error {
	return d.path(text.PlainPackPath, func(path string) error {
		said, err := d.o.TakePack(d.w, path)
		if err != nil {
			return err
		}
		if err := d.s.Reload(d.ctx); err != nil {
			return err
		}
		d.say(said)
		return nil
	})
}
