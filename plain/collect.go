package plain

import (
	"os"
	"path/filepath"
	"slices"

	"yice/filing"
	"yice/filing/submission"
	"yice/form"
	"yice/scoring"
	"yice/text"
)

// collected is a folder of submissions that were verified, and how.
type collected struct {
	*desk
	path string
	o    filing.CollectOptions
	all  *filing.Collected
}

// collecting looks through a folder of submissions.
func (d *desk) collecting() error {
	return d.path(text.PlainCollectPath, d.collect)
}

func (d *desk) collect(path string) (err error) {
	if _, err := os.Stat(path); err != nil {
		return &text.Fault{Code: "plain.collect", Class: text.Usage, Say: text.PlainNoFolder.With(path)}
	}
	c := &collected{desk: d, path: path, o: filing.CollectOptions{Trust: d.o.Trust, Now: d.o.Now, Lang: d.lang}}
	if c.o.Key, c.o.Pack, err = d.openKey(); err != nil {
		return err
	}
	c.o.Passphrase = d.passphraseOf(c.o.Key)
	d.say(text.PlainCollecting.With(path))
	if c.all, err = filing.Collect(d.ctx, []string{path}, c.o); err != nil {
		return err
	}
	return c.look()
}

// look goes through what was collected, part by part.
func (c *collected) look() error {
	for {
		all := c.all
		c.say(text.PlainCollected.With(len(all.Enterprises), len(all.Replaced), len(all.DoubleClaims), len(all.Troubles())))
		menu := []option{
			{text.PlainColMembers, c.members},
			{text.PlainColRanking, c.ranking},
			{text.TuiGrpClaims, c.claims},
			{text.PlainColIntra, c.dealings},
			{text.PlainColSpread, c.spread},
			{text.PlainColTroubles, c.troubles},
			{text.TuiGrpSave, c.save},
			{text.PlainColReceipts, c.receipts},
		}
		i, err := c.choose(text.PlainColDo, titles(menu), text.PlainBack)
		if err != nil {
			return err
		}
		if err := c.part(menu[i].do); err != nil {
			return err
		}
	}
}

// members lists the enterprises and opens one after the other.
func (c *collected) members() error {
	var list []text.Pair
	for i := range c.all.Enterprises {
		list = append(list, memberSaid(&c.all.Enterprises[i]))
	}
	for _, r := range c.all.Replaced {
		c.say(text.PlainReplaced.With(r.Known(), submission.SayPeriod(r.Period), r.ReplacedBy))
	}
	if len(list) == 0 {
		c.say(text.TuiGrpNone)
		return nil
	}
	delete(c.told, text.PlainColOne) // another folder has other enterprises
	for {
		i, err := c.choose(text.PlainColOne, list, text.PlainBack)
		if err != nil {
			return err
		}
		if err := c.part(func() error { return c.open(&c.all.Enterprises[i]) }); err != nil {
			return err
		}
	}
}

// memberSaid is an enterprise in a sentence: its place and its figures, or that it does not verify.
func memberSaid(e *filing.CollectedEnterprise) text.Pair {
	period := submission.SayPeriod(e.Period)
	if !e.OK {
		return text.PlainColBad.With(e.Known(), period, e.File)
	}
	said := []text.Pair{text.PlainOfUnit.With(e.Known(), period), typeTitle(e.Type), placeOf(e.Rank, e.Official)}
	for _, f := range []struct {
		term text.Pair
		is   string
	}{{text.TuiScore, e.Innovation}, {text.TuiBonus, e.Bonus}, {text.TuiCompletion, e.Completion}} {
		if f.is != "" {
			said = append(said, text.PlainOfUnit.With(f.term, f.is))
		}
	}
	if e.Assessed != "" {
		said = append(said, text.PlainAssessed.With(form.Grouped(e.Assessed)))
	}
	if e.SelfDeclaredOnly() {
		said = append(said, text.PlainOwnWord.With(e.SelfDeclared))
	}
	return text.Join(said, text.PlainComma).Begun()
}

func placeOf(rank int, official bool) text.Pair {
	switch {
	case rank > 0:
		return text.PlainRank.With(rank)
	case !official:
		return text.PlainSimulated
	}
	return text.PlainUnranked
}

func typeTitle(id string) text.Pair { return form.ByID("enterprise").Field("type").CodeTitle(id) }

// open verifies one submission again and tells every line and what it comes from: as it was measured, where a pack measured it.
func (c *collected) open(e *filing.CollectedEnterprise) error {
	signer := text.CmdUnsigned
	if e.Signer != "" {
		signer = text.PlainSigner.With(e.Signer)
	}
	c.say(text.PlainVerdictOf.With(e.Known(), e.USCC, submission.SayPeriod(e.Period), e.Serial))
	c.say(signer)
	c.say(text.PlainVerifying.With(filepath.Base(e.File)))
	v, err := filing.VerifyCollected(c.ctx, e, filing.VerifyOptions{Trust: c.o.Trust, Pack: c.o.Pack, Key: c.o.Key, Passphrase: c.o.Passphrase, Now: c.o.Now})
	if err != nil {
		return err
	}
	for _, p := range v.Says() {
		c.say(text.PlainWrong.With(p))
	}
	sheet := v.Measured
	if sheet == nil && v.Submission != nil {
		sheet = v.Submission.Sheet
	}
	if err := v.Close(); err != nil {
		return err
	}
	if sheet == nil {
		c.say(text.PlainColNoLines)
		return nil
	}
	return c.sheet(func() *scoring.Sheet { return sheet }, false)
}

// ranking tells a figure from the highest to the lowest within period and type, each class with its lowest, median and highest.
func (c *collected) ranking() error {
	figures := c.all.Figures()
	var list []text.Pair
	for _, id := range figures {
		list = append(list, c.all.FigureTitle(id))
	}
	for {
		i, err := c.choose(text.PlainColFigure, list, text.PlainBack)
		if err != nil {
			return err
		}
		placed := c.all.Ranking(figures[i])
		if len(placed) == 0 {
			c.say(text.TuiGrpNoFigure)
		}
		err = c.part(func() error {
			for from := 0; from < len(placed); {
				to := from
				for to < len(placed) && placed[to].SameClass(&placed[from]) {
					to++
				}
				if err := c.tellClass(placed, from, to); err != nil {
					return err
				}
				from = to
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
}

// tellClass tells the enterprises of one period and type in a ranking.
func (c *collected) tellClass(placed []filing.Placed, from, to int) error {
	first := &placed[from]
	lowest, median, highest := filing.Within(placed, first)
	c.aloud(text.PlainClass.With(submission.SayPeriod(first.Of.Period), typeTitle(first.Of.Type), first.Count, lowest, median, highest))
	var told []text.Pair
	for i := from; i < to; i++ {
		p := &placed[i]
		say := []text.Pair{placeOf(p.Rank, p.Of.Official), text.Same(p.Of.Known()), text.Same(p.Shown)}
		if p.Of.SelfDeclaredOnly() {
			say = append(say, text.PlainOwnWord.With(p.Of.SelfDeclared))
		}
		told = append(told, text.Join(say, text.PlainComma).Begun())
	}
	return c.tellPaged(told)
}

// claims tells what is claimed twice.
func (c *collected) claims() error {
	var list []text.Pair
	for i := range c.all.DoubleClaims {
		one := &c.all.DoubleClaims[i]
		var names []text.Pair
		title := ""
		for _, side := range one.Claims {
			name := side.Name
			if name == "" {
				name = side.USCC
			}
			names = append(names, text.Same(name))
			if title == "" {
				title = side.Title
			}
			if title == "" {
				title = side.Key
			}
		}
		list = append(list, claimSaid(one.Certain, one.Kind, title, names, one.Because))
	}
	return c.tellOr(list, text.TuiGrpNoClaims)
}

// claimSaid is a double claim in a sentence.
func claimSaid(certain bool, of, title string, names []text.Pair, because text.Pair) text.Pair {
	word, kind := text.TuiGrpSuspect, text.Same(of)
	if certain {
		word = text.TuiGrpCertain
	}
	if f := form.ByID(of); f != nil {
		kind = f.Title
	}
	return text.PlainDoubleClaim.With(word, kind, title, text.Join(names, text.PlainComma), because.Begun()).Begun()
}

// tellOr tells a list, or that there is nothing in it.
func (d *desk) tellOr(list []text.Pair, none text.Pair) error {
	if len(list) == 0 {
		d.say(none)
		return nil
	}
	return d.tellPaged(list)
}

// dealings tells what members commissioned from one another, what groups and what all come to.
func (c *collected) dealings() error {
	var list []text.Pair
	for _, g := range c.all.IntraGroup {
		list = append(list, text.PlainIntra.With(orCode(g.FromName, g.From), orCode(g.ToName, g.To), c.yuan(g.Amount), g.Lines))
	}
	for _, g := range c.all.Groups {
		list = append(list, text.CmdGroup.With(orCode(g.Name, g.Root), len(g.Members), orNothing(form.Grouped(g.Sum)), orNothing(form.Grouped(g.Consolidated)), g.Note))
	}
	for _, t := range c.all.Totals {
		list = append(list, text.CmdTotals.With(submission.SayPeriod(t.Period), t.Enterprises, form.Grouped(t.RD), form.Grouped(t.Eliminated), form.Grouped(t.RDNet)))
	}
	if len(c.all.IntraGroup) == 0 {
		c.say(text.TuiGrpNoIntra)
	}
	return c.tellPaged(list)
}

func orCode(name, uscc string) string {
	if name != "" {
		return name
	}
	return uscc
}

// spread tells lowest, median and highest of every figure, of the enterprises of one period and type or of all of a period.
func (c *collected) spread() error {
	var classes []text.Pair
	told := make(map[text.Pair][]text.Pair)
	for i := range c.all.Spread {
		s := &c.all.Spread[i]
		of := text.PlainOfUnit.With(submission.SayPeriod(s.Period), text.PlainAllTypes)
		if s.Type != "" {
			of = text.PlainOfUnit.With(submission.SayPeriod(s.Period), typeTitle(s.Type))
		}
		if told[of] == nil {
			classes = append(classes, of)
		}
		told[of] = append(told[of], text.PlainSpread.With(c.all.FigureTitle(s.Column), s.Count, form.Grouped(s.Min), form.Grouped(s.Median), form.Grouped(s.Max)))
	}
	if len(classes) == 0 {
		c.say(text.TuiGrpNone)
		return nil
	}
	for {
		i, err := c.choose(text.PlainColClass, classes, text.PlainBack)
		if err != nil {
			return err
		}
		if err := c.part(func() error { return c.tellPaged(told[classes[i]]) }); err != nil {
			return err
		}
	}
}

// troubles tells what is wrong, and what has to be known besides.
func (c *collected) troubles() error {
	var list []text.Pair
	for _, t := range c.all.Troubles() {
		say := t.Say.Begun()
		if t.Of != "" {
			say = text.PlainSays.With(t.Of, say)
		}
		list = append(list, say)
	}
	return c.tellOr(list, text.TuiGrpNoWrong)
}

// save writes the workbook.
func (c *collected) save() error {
	to := filepath.Join(filepath.Dir(filepath.Clean(c.path)), text.TuiGroup.In(c.lang)+".xlsx")
	return c.pathFrom(text.PlainWorkbookTo, to, func(path string) error {
		path = withEnding(path, ".xlsx")
		if err := c.over(path); err != nil {
			return err
		}
		if err := c.all.WriteFile(path, c.lang); err != nil {
			return err
		}
		c.say(text.TuiGrpSaved.With(path))
		return nil
	})
}

// receipts writes a receipt for every submission that gets one. They are all verified once more: a receipt is for what is there now.
func (c *collected) receipts() error {
	to := filepath.Join(filepath.Dir(filepath.Clean(c.path)), "receipts-"+filepath.Base(filepath.Clean(c.path)))
	return c.pathFrom(text.PlainReceiptsTo, to, func(dir string) error {
		o := c.o
		o.Receipts = dir
		key, err := c.ask(text.PlainReceiptKey)
		if err != nil {
			return err
		}
		o.ReceiptKey = expand(key)
		o.ReceiptPassphrase = c.passphraseOf(o.ReceiptKey)
		if yes, err := c.yes(text.PlainReceiptsAsk); err != nil || !yes {
			return backUnless(err)
		}
		c.say(text.PlainCollecting.With(c.path))
		all, err := filing.Collect(c.ctx, []string{c.path}, o)
		if err != nil {
			return err
		}
		known := append(slices.Clone(c.all.Problems), c.all.Notes...)
		for _, p := range append(slices.Clone(all.Problems), all.Notes...) {
			if !slices.Contains(known, p) {
				c.say(p)
			}
		}
		c.all = all
		if all.Receipts != nil {
			c.say(all.Receipts.Say())
		}
		return nil
	})
}
