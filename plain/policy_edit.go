package plain

import (
	"path/filepath"

	"yice/filing"
	"yice/scoring"
	"yice/text"
)

// editing changes the pack in force into a draft, value by value, as the screen does: every change tells what it makes of the score, is kept
// at once, and is taken back by one answer. Nothing here issues a pack.
func (d *desk) editing() error {
	if err := d.beginDraft(); err != nil {
		return err
	}
	d.say(text.PlainPeAbout)
	for {
		d.tellDraft()
		kinds := []struct {
			title text.Pair
			only  func(*scoring.DraftCell) bool
		}{
			{text.PlainPeAll, func(*scoring.DraftCell) bool { return true }},
			{text.PlainPeNumbers, func(c *scoring.DraftCell) bool { return c.Number }},
			{text.PlainPeAssumed, func(c *scoring.DraftCell) bool { return c.Basis == text.StandAssumed }},
			{text.PlainPeChanged, func(c *scoring.DraftCell) bool { return c.Changed }},
		}
		var menu []option
		for _, k := range kinds {
			n := len(d.cellsOf(k.only))
			menu = append(menu, option{k.title.With(n), func() error { return d.editCells(k.title.With(n), k.only) }})
		}
		menu = append(menu,
			option{text.TuiPeDiff, d.tellDiff},
			option{text.PlainPeUndo, func() error { return d.undoDraft(d.draft.Undo, text.PlainPeNoUndo) }},
			option{text.PlainPeRedo, func() error { return d.undoDraft(d.draft.Redo, text.PlainPeNoRedo) }},
			option{text.TuiPeSave, d.saveDraft},
			option{text.TuiPePaper, d.saveSheet},
			option{text.TuiPeDrop, d.dropDraft},
		)
		i, err := d.choose(text.PlainPeDo, titles(menu), text.PlainBack)
		if err != nil {
			d.tellUnsaved()
			return err
		}
		if err := d.part(menu[i].do); err != nil {
			d.tellUnsaved()
			return err
		}
	}
}

// beginDraft goes on with the draft at hand, or begins one from the pack in force and what was kept of it.
func (d *desk) beginDraft() error {
	if d.draft != nil && d.draft.Changed() > 0 {
		d.say(text.TuiPeGoesOn.With(d.draft.From().ID, d.draft.From().Version, d.draft.Changed()))
		return nil
	}
	draft, left, err := filing.OpenPackDraft(d.o.Drafts, d.s.Pack())
	if err != nil {
		return err
	}
	d.draft = draft
	switch {
	case left.Aside != "":
		d.say(text.TuiPeKeptUnread.With(left.Aside))
	case len(left.Paths) > 0:
		d.say(text.TuiPeKeptPart.With(draft.Changed(), len(left.Paths), left.Paths[0]))
	case draft.Changed() > 0:
		d.say(text.TuiPeGoesOn.With(draft.From().ID, draft.From().Version, draft.Changed()))
	}
	d.keepDraft()
	return nil
}

// keepDraft brings what is changed down to the disk; where that fails it is said, and the draft goes on.
func (d *desk) keepDraft() {
	if write := d.draft.Keep(); write != nil {
		if err := write(); err != nil {
			d.say(text.PlainPeNotKept.With(sentence(err)))
		}
	}
}

// tellDraft tells which draft it is and, where anything is changed, what that makes of the score.
func (d *desk) tellDraft() {
	from, base := d.draft.From(), d.draft.Base()
	if from.Issued() {
		d.say(text.PlainPeIssued.With(from.ID, from.Version, base.Version, d.draft.Changed()))
	} else {
		d.say(text.PlainPeTold.With(from.ID, from.Version, d.draft.Changed()))
	}
}

// tellDraftEffect tells what all changes make of the score, or why they make no pack yet.
func (d *desk) tellDraftEffect() {
	if wrong := d.draft.Wrong(); len(wrong) > 0 {
		d.say(text.TuiPeNotYet.With(wrong[0].Say))
		return
	}
	_, name, _ := d.s.Enterprise()
	d.say(text.PlainPeEffect.With(d.draft.Changed(), name))
	e := scoring.PackEffectOf(d.draft.Base(), d.draft.Pack(), d.s.Facts())
	d.tellEffect(&e)
}

// tellUnsaved says what of the draft is no file yet.
func (d *desk) tellUnsaved() {
	switch {
	case d.draft == nil || !d.draft.Unsaved():
	case d.draft.Kept():
		d.say(text.TuiQuitDraftKept.With(d.draft.Changed()))
	default:
		d.say(text.TuiQuitDraft.With(d.draft.Changed()))
	}
}

func (d *desk) cellsOf(only func(*scoring.DraftCell) bool) (cells []scoring.DraftCell) {
	for _, c := range d.draft.Cells(d.lang) {
		if only(&c) {
			cells = append(cells, c)
		}
	}
	return cells
}

// editCells asks for a part of the pack, where it is long, and for one value after the other.
func (d *desk) editCells(of text.Pair, only func(*scoring.DraftCell) bool) error {
	cells := d.cellsOf(only)
	if len(cells) == 0 {
		d.say(text.PlainPolNone)
		return nil
	}
	heading := func(i int) text.Pair { return text.Same(cells[i].Heading(d.lang)) }
	return d.byPart(of, len(cells), func(i int) string { return cells[i].Group() }, heading, func(title text.Pair, from, to int) error {
		for {
			now := map[string]scoring.DraftCell{} // as they are by now: the list stays what it was
			for _, c := range d.draft.Cells(d.lang) {
				now[c.Path] = c
			}
			var list []text.Pair
			for i := from; i < to; i++ {
				c := now[cells[i].Path]
				list = append(list, d.cellLine(&c, to-from == len(cells)))
			}
			i, err := d.choose(text.PlainPeWhich.With(title), list, text.PlainBack)
			if err != nil {
				return err
			}
			c := now[cells[from+i].Path]
			if err := d.part(func() error { return d.editCell(&c) }); err != nil {
				return err
			}
		}
	})
}

// cellTitle names a value and what it belongs to.
func (d *desk) cellTitle(c *scoring.DraftCell) text.Pair {
	return text.PlainPolOf2.With(c.Heading(d.lang), c.Name)
}

func (d *desk) cellLine(c *scoring.DraftCell, whole bool) text.Pair {
	name := c.Name
	if whole {
		name = d.cellTitle(c)
	}
	say := text.PlainSays.With(name, c.Now())
	if c.Changed && c.Was != "" {
		say = text.PlainPeWas.With(say, c.Told(c.Was))
	}
	if !c.Basis.Empty() {
		say = text.PlainAt.With(say, c.Basis)
	}
	return say
}

// aboutCell tells what a value does, what may stand there, and on what it rests.
func (d *desk) aboutCell(c *scoring.DraftCell) {
	uscc, _, typ := d.s.Enterprise()
	about := d.draft.About(c, uscc, typ)
	d.say(about.Does)
	for _, r := range about.Rules {
		d.say(r)
	}
	for _, cl := range about.Clauses {
		d.say(cl)
	}
	d.say(text.PlainPolWhere.With(d.cellTitle(c), c.Path))
}

// editCell asks for a value until one is taken, and tells what it makes of the pack and the score. "-" gives it back what it was.
func (d *desk) editCell(c *scoring.DraftCell) error {
	d.aboutCell(c)
	title := d.cellTitle(c)
	for {
		value, err := d.cellValue(c, title)
		switch {
		case err != nil || value == "":
			return backUnless(err)
		case isHelp(value):
			d.aboutCell(c)
			continue
		case value == sayClear:
			if !d.draft.Reset(c.Path) {
				d.say(text.TuiPeAsItWas)
				return nil
			}
			d.keepDraft()
			d.say(text.PlainPeReset.With(text.PlainSays.With(title, d.wasOf(c))))
			d.tellDraftEffect()
			return nil
		}
		if refused := d.draft.Set(c.Path, value); !refused.Empty() {
			d.say(text.PlainWrong.With(refused))
			continue
		}
		d.keepDraft()
		d.say(text.PlainPeBecame.With(title, c.Now(), c.Told(value)))
		d.tellDraftEffect()
		return nil
	}
}

// wasOf is what stood there before any change.
func (d *desk) wasOf(c *scoring.DraftCell) text.Pair {
	if c.Was == "" {
		return text.TuiPeUnset
	}
	return c.Told(c.Was)
}

// cellValue asks for a value, of a list by its number.
func (d *desk) cellValue(c *scoring.DraftCell, title text.Pair) (string, error) {
	if len(c.Words) == 0 {
		now := c.Value
		if !c.Set {
			now = text.TuiPeUnset.In(d.lang)
		}
		if c.Changed {
			return d.askOr(held(text.PlainPeOrReset.With(c.Name, d.wasOf(c)), now))
		}
		return d.askOr(held(text.PlainPeValue.With(c.Name), now))
	}
	var list []text.Pair
	for _, w := range c.Words {
		list = append(list, w.Told())
	}
	if c.Changed {
		list = append(list, text.PlainPeReset.With(d.wasOf(c)))
	}
	i, err := d.choose(text.PlainHeld.With(title, c.Now()), list, text.PlainBack)
	switch {
	case err != nil:
		return "", err
	case i == len(c.Words):
		return sayClear, nil
	case c.Words[i].ID == c.Value && c.Set:
		return "", nil
	}
	return c.Words[i].ID, nil
}

// whole reports whether there is a pack; why there is none is said.
func (d *desk) whole() bool {
	if d.draft.Pack() != nil {
		return true
	}
	d.say(text.TuiPeNotYet.With(d.draft.Wrong()[0].Say))
	return false
}

// tellDiff tells what differs from the pack that was opened.
func (d *desk) tellDiff() error {
	if !d.whole() {
		return nil
	}
	rows := d.draft.Diff()
	if len(rows) == 0 {
		d.say(text.TuiPeSame)
		return nil
	}
	var list []text.Pair
	assumed := 0
	for i := range rows {
		r := &rows[i]
		say := differs(r.Kind, text.PlainPolOf2.With(r.Of, r.Name), r.Old, r.New)
		if !r.Clauses.Empty() {
			say = text.PlainAt.With(say, text.PlainSource.With(r.Clauses))
		}
		if r.Assumed {
			say = text.PlainAt.With(say, r.Standing)
		}
		list = append(list, say)
		if rows[i].Assumed {
			assumed++
		}
	}
	d.say(text.TuiPeDiffSays.With(len(rows), assumed))
	if err := d.tellPaged(list); err != nil {
		return err
	}
	if d.draft.Changed() > 0 {
		d.tellDraftEffect()
	}
	return nil
}

// undoDraft takes a change back or makes it again, and names it.
func (d *desk) undoDraft(move func() bool, none text.Pair) error {
	before := d.draft.Cells(d.lang)
	if !move() {
		d.say(none)
		return nil
	}
	d.keepDraft()
	for i, c := range d.draft.Cells(d.lang) {
		if was := &before[i]; was.Value != c.Value || was.Set != c.Set {
			d.say(text.PlainPeBecame.With(d.cellTitle(&c), was.Now(), c.Now()))
		}
	}
	d.tellDraftEffect()
	return nil
}

// saveDraft asks where the draft goes: a new file, never one that is there.
func (d *desk) saveDraft() error {
	if !d.whole() {
		return nil
	}
	pack := d.draft.Pack()
	path, err := d.newFile(text.PlainPeFile, d.draft.FileName()+".toml", filing.UnfitForDraft)
	if err != nil {
		return err
	}
	if err := filing.WriteDraft(pack, path); err != nil {
		return err
	}
	d.draft.Saved(pack)
	d.say(text.TuiPeSaved.With(path))
	d.keepDraft()
	return nil
}

// saveSheet asks where the sheet of what differs goes, which a director signs.
func (d *desk) saveSheet() error {
	if !d.whole() {
		return nil
	}
	if len(d.draft.Diff()) == 0 {
		d.say(text.TuiPeSame)
		return nil
	}
	path, err := d.newFile(text.PlainPeSheet, d.draft.FileName()+text.TuiPePaperExt.In(d.lang), filing.UnfitForSheet)
	if err != nil {
		return err
	}
	if err := filing.WritePackDiff(d.draft.From(), d.draft.Pack(), path, d.lang.Written()); err != nil {
		return err
	}
	d.say(text.TuiPePaperDone.With(path))
	return nil
}

// newFile asks for the path of a file that is not there yet, until one fits; Enter takes the one proposed beside the workspace.
func (d *desk) newFile(question text.Pair, name string, unfit func(path string) text.Pair) (string, error) {
	proposed := filepath.Join(filepath.Dir(d.w.Path()), name)
	for {
		path, err := d.propose(question, proposed)
		if err != nil {
			return "", err
		}
		path = expand(path)
		why := unfit(path)
		if why.Empty() {
			return path, nil
		}
		d.say(text.PlainWrong.With(why))
	}
}

// dropDraft forgets every change after a yes.
func (d *desk) dropDraft() error {
	if d.draft.Changed() == 0 {
		d.say(text.TuiPeSame)
		return nil
	}
	if yes, err := d.yes(text.TuiPeDropSay.With(d.draft.Changed())); err != nil || !yes {
		return err
	}
	if err := d.draft.Drop(); err != nil {
		return err
	}
	d.keepDraft()
	d.say(text.TuiPeSame)
	return nil
}
