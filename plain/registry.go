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

// casebook is an open registry: a regulator's year, or a group's.
type casebook struct {
	*desk
	r       *registry.Registry
	roll    *registry.Roll
	claims  []registry.Claim
	waiting []registry.Waiting
	doc, on string // of the decision before
	signer  string // file of the key that signed last
}

// registry asks which registry is meant and works it off; one that is not there may be made.
func (d *desk) registry() error {
	return d.path(text.PlainRegPath, d.registryAt)
}

func (d *desk) registryAt(path string) error {
	d.say(text.TuiRegOpening)
	r, err := registry.Open(d.ctx, path, registry.Options{Who: d.o.Deciding, Now: d.o.Now})
	var f *text.Fault
	if errors.As(err, &f) && f.Code == "registry.absent" {
		if yes, err := d.yes(text.PlainRegOffer.With(path)); err != nil || !yes {
			return backUnless(err)
		}
		return d.makeRegistryAt(path)
	}
	if err != nil {
		return err
	}
	c := &casebook{desk: d, r: r}
	return errors.Join(c.work(), r.Close())
}

// makeRegistry makes a registry, or gives one another year, and opens it.
func (d *desk) makeRegistry() error {
	return d.path(text.PlainRegNewPath, d.makeRegistryAt)
}

// makeRegistryAt asks for the year, the pack and the keys of a registry, and for the root of a register. Nothing is on the disk before the
// last yes; what is refused is asked for again, with all that was answered.
func (d *desk) makeRegistryAt(path string) error {
	path = registry.Named(path)
	year, pack, keys := strconv.Itoa(d.o.Now().Year()-1), "", d.o.Trust
	for {
		var err error
		if year, err = d.propose(text.PlainRegYear, year); err != nil {
			return err
		}
		n, ok := registry.ParseYear(year)
		if !ok {
			d.say(text.PlainWrong.With(text.CmdBadYear.With(year)))
			year = strconv.Itoa(d.o.Now().Year() - 1)
			continue
		}
		if pack, err = d.there(text.PlainRegPack, pack); err != nil {
			return err
		}
		if keys, err = d.there(text.PlainRegKeys, keys); err != nil {
			return err
		}
		switch err := d.makeNow(path, n, pack, keys); {
		case err == nil:
			return d.registryAt(path)
		case errors.Is(err, errBack), d.ends(err):
			return err
		default:
			d.fail(err)
		}
	}
}

func (d *desk) makeNow(path string, year int, pack, keys string) error {
	root := ""
	// A folder, or nothing that can be read: the making says so.
	if r, err := filing.ReadRegister(keys); err == nil {
		if root, err = d.compared(r.Register.Root, text.TuiPrintRoot.With(r.Register.Number, len(r.Register.Holders), r.Issuer())); err != nil {
			return err
		}
	}
	if yes, err := d.yes(text.PlainRegMakeAsk.With(year, path, pack, keys)); err != nil || !yes {
		return backUnless(err)
	}
	d.say(text.TuiRegMaking)
	r, err := registry.Create(d.ctx, path, registry.CreateOptions{
		Options: registry.Options{Who: d.o.Deciding, Now: d.o.Now}, Year: year, Pack: pack, Keys: keys, Compared: registry.Only(root),
	})
	if err != nil {
		return err
	}
	if err := r.Close(); err != nil {
		return err
	}
	d.say(text.PlainRegMade.With(year))
	return nil
}

// work tells how the year stands and does what there is to do, until somebody leaves.
func (c *casebook) work() error {
	for {
		if err := c.read(); err != nil {
			return err
		}
		c.stands()
		end := option{text.PlainRegClose, c.closeYear}
		if c.roll.Year.Closed {
			end = option{text.PlainRegReopen, c.reopenYear}
		}
		menu := []option{
			{text.PlainRegMembers, c.members},
			{text.PlainRegClaims, c.doubles},
			{text.PlainRegWaiting, c.queue},
			{text.PlainRegSign, c.sign},
			{text.PlainRegTake, c.take},
			{text.PlainRegRoster, c.roster},
			{text.PlainRegTargets, c.targets},
			{text.PlainRegDecide, c.decide},
			{text.PlainRegPapers, c.papers},
			{text.PlainRegBundle, c.bundle},
			{text.PlainRegRanks, c.ranks},
			{text.PlainRegGroups, c.groups},
			end,
		}
		i, err := c.choose(text.PlainRegDo, titles(menu), text.PlainBack)
		if err != nil {
			if n := len(registry.Marked(c.waiting)); n > 0 {
				c.say(text.TuiRegUnsigned.With(n))
			}
			return err
		}
		if err := c.part(menu[i].do); err != nil {
			return err
		}
	}
}

// read reads all that is told, anew.
func (c *casebook) read() (err error) {
	if c.roll, err = c.r.Roll(c.ctx); err != nil {
		return err
	}
	if c.claims, err = c.r.Claims(c.ctx, ""); err != nil {
		return err
	}
	c.waiting, err = c.r.Waiting(c.ctx, "")
	return err
}

func (c *casebook) stands() {
	state := text.TuiRegIsOpen
	if c.roll.Year.Closed {
		state = text.TuiRegIsClosed
	}
	c.line("")
	c.say(text.PlainRegStands.With(c.roll.Year.Year, state, c.roll.In, c.roll.None, c.roll.Void, c.roll.Late, len(c.claims), len(c.waiting), len(registry.Marked(c.waiting))))
	if len(c.roll.Places) == 0 {
		c.say(text.PlainRegEmpty)
	}
}

// shut reports a year that is closed, and says so.
func (c *casebook) shut() bool {
	if c.roll.Year.Closed {
		c.say(text.PlainRegShut.With(c.roll.Year.Year))
	}
	return c.roll.Year.Closed
}

// take takes submissions in, tells which came back and why, and asks for the key of those that are encrypted.
func (c *casebook) take() error {
	if c.shut() {
		return nil
	}
	return c.path(text.PlainRegTakePath, func(path string) error {
		t, err := c.takeIn(path, registry.TakeOptions{})
		if err != nil {
			return err
		}
		if t.Locked() == 0 {
			return nil
		}
		return c.path(text.PlainRegLocked.With(t.Locked()), func(file string) error {
			key, err := seal.ReadKey(file, c.passphraseOf(file))
			if err != nil {
				return err
			}
			_, err = c.takeIn(path, registry.TakeOptions{OpenKey: func() (*seal.Key, error) { return key, nil }})
			return err
		})
	})
}

func (c *casebook) takeIn(path string, o registry.TakeOptions) (*registry.Taken, error) {
	c.say(text.TuiRegTaking)
	t, err := c.r.Take(c.ctx, []string{path}, o)
	if err != nil {
		return nil, err
	}
	c.say(text.TuiRegTaken.With(t.Taken, t.Skipped, len(t.Refused)))
	for _, f := range t.Refused {
		c.say(text.PlainRegReturned.With(f.File, f.Say))
	}
	for _, n := range t.Notes {
		c.say(n)
	}
	return t, nil
}

func (c *casebook) roster() error {
	return c.table(text.PlainRegTable, func(path string) (registry.Changed, error) { return c.r.Roster(c.ctx, path) })
}

func (c *casebook) targets() error {
	return c.table(text.PlainRegGoals, func(path string) (registry.Changed, error) { return c.r.Targets(c.ctx, path) })
}

func (c *casebook) table(question text.Pair, take func(path string) (registry.Changed, error)) error {
	if c.shut() {
		return nil
	}
	return c.path(question, func(path string) error {
		done, err := take(path)
		if err != nil {
			return err
		}
		c.say(text.CmdRegistryTable.With(done.Added, done.Changed, done.Same))
		c.moves(done.Moved)
		return nil
	})
}

// moves tells whose score moved.
func (c *casebook) moves(all []registry.ScoreChange) {
	for _, m := range all[:min(len(all), listed)] {
		say := []text.Pair{text.PlainOfUnit.With(orCode(m.Name, m.USCC), m.Period)}
		if m.Was != m.Is {
			say = append(say, text.PlainMoved.With(m.Was, m.Is))
		}
		if m.WasBonus != m.IsBonus {
			say = append(say, text.PlainRegBonus.With(m.WasBonus, m.IsBonus))
		}
		c.aloud(text.Join(say, text.PlainComma))
	}
	if more := len(all) - listed; more > 0 {
		c.say(text.PlainMoreChanges.With(more))
	}
}

func (c *casebook) decide() error {
	if c.shut() {
		return nil
	}
	return c.path(text.PlainRegDecided, func(path string) error {
		done, err := c.r.Decide(c.ctx, path, registry.TakeOptions{})
		if err != nil {
			return err
		}
		c.say(text.TuiRegDecided.With(done.Decisions, done.Measured, len(done.Changes)))
		c.moves(done.Changes)
		return nil
	})
}

// papers writes the notices, the bulletin and the summary, and where a key is given a folder an enterprise with its receipt and decisions.
func (c *casebook) papers() error {
	return c.pathFrom(text.PlainRegPapersTo, c.r.Beside("-papers"), func(dir string) error {
		key, err := c.ask(text.PlainRegPaperKey)
		if err != nil {
			return err
		}
		if yes, err := c.yes(text.PlainRegPapersGo); err != nil || !yes {
			return backUnless(err)
		}
		files, err := c.r.Notices(c.ctx, dir)
		if err != nil {
			return err
		}
		c.say(text.TuiRegPapersDone.With(len(files), dir))
		if key = expand(key); key == "" {
			return nil
		}
		given, err := filing.RegistryReceipts(c.ctx, c.r, dir, filing.ReceiptOptions{Key: key, Passphrase: c.passphraseOf(key), Trust: c.o.Trust, Now: c.o.Now()})
		if err != nil {
			return err
		}
		c.say(given.Say())
		return nil
	})
}

// bundle hands on what was taken in, signed by the group.
func (c *casebook) bundle() error {
	return c.pathFrom(text.PlainRegBundleTo, c.r.Beside("-"+strconv.Itoa(c.roll.Year.Year)+".zip"), func(out string) error {
		if err := c.over(out); err != nil {
			return err
		}
		return c.path(text.PlainRegGroupKey, func(file string) error {
			key, err := seal.ReadKey(file, c.passphraseOf(file))
			if err != nil {
				return err
			}
			if yes, err := c.yes(text.PlainRegBundleGo.With(out)); err != nil || !yes {
				return backUnless(err)
			}
			done, err := c.r.HandOn(c.ctx, out, registry.HandOnOptions{Key: key})
			if err != nil {
				return err
			}
			c.say(text.CmdRegistryBundled.With(done.Name, done.Submissions, out))
			return nil
		})
	})
}

// ranks writes the ranking to a workbook or a page.
func (c *casebook) ranks() error {
	return c.pathFrom(text.PlainRegRanksTo, c.r.Beside("-"+strconv.Itoa(c.roll.Year.Year)+".xlsx"), func(path string) error {
		if filepath.Ext(path) == "" {
			path += ".xlsx"
		}
		if err := c.over(path); err != nil {
			return err
		}
		rows, err := c.r.Rank(c.ctx, registry.RankOptions{})
		if err != nil {
			return err
		}
		head, err := c.r.Head(c.ctx)
		if err != nil {
			return err
		}
		if err := registry.WriteRanking(path, rows, head, c.lang.Written()); err != nil {
			return err
		}
		c.say(text.TuiGrpSaved.With(path))
		return nil
	})
}

// groups tells each group with all that is below it.
func (c *casebook) groups() error {
	all, err := c.r.RollUp(c.ctx, "")
	if err != nil {
		return err
	}
	var list []text.Pair
	for i := range all {
		g := &all[i]
		list = append(list, text.PlainRegGroup.With(orCode(g.Name, g.USCC), g.Members, g.In, orNothing(g.Mean), orNothing(form.Grouped(g.RD)), orNothing(form.Grouped(g.Assessed))))
	}
	return c.tellOr(list, text.PlainRegEmpty)
}

func (c *casebook) closeYear() error {
	y := c.roll.Year.Year
	say := text.TuiRegCloseAsk.With(y, c.roll.In, c.roll.None+c.roll.Void)
	if n := len(registry.Marked(c.waiting)); n > 0 {
		say = text.TuiRegCloseUnsigned.With(say, n)
	}
	if yes, err := c.yes(say); err != nil || !yes {
		return backUnless(err)
	}
	if _, err := c.r.CloseYear(c.ctx); err != nil {
		return err
	}
	h, err := c.r.Head(c.ctx)
	if err != nil {
		return err
	}
	c.say(text.TuiRegClosed.With(y, h.Hash[:min(len(h.Hash), 16)]))
	return nil
}

func (c *casebook) reopenYear() error {
	return c.reasoned(text.PlainRegWhyOpen, "", func(why string) error {
		if err := c.r.Reopen(c.ctx, why); err != nil {
			return err
		}
		c.say(text.TuiRegReopened.Begun())
		return nil
	})
}

// reasoned asks for a reason until it is taken, offering the one that is there.
func (c *casebook) reasoned(question text.Pair, offer string, take func(why string) error) error {
	for {
		why, err := c.propose(question, offer)
		if err != nil {
			return err
		}
		if err = take(why); err == nil || errors.Is(err, errBack) || c.ends(err) {
			return err
		}
		c.fail(err)
	}
}
