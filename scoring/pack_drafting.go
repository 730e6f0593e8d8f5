package scoring

import (
	"errors"
	"maps"
	"slices"

	"yice/internal/inorder"
	"yice/text"
)

// Drafting is a pack being changed, value by value, into a draft: what was changed, taken back and done again. What is changed is laid
// over the file it began from each time, so that everything else of it, comments too, stays as it was.
type Drafting struct {
	from  *Pack // what was opened
	base  *Pack // the draft that it begins as
	rules map[string]numberRule
	step  drafted
	past  []drafted
	after []drafted // taken back
}

// drafted is how it stood after a change.
type drafted struct {
	values map[string]string
	pack   *Pack // nil where what is set makes no pack yet
	wrong  []CellError
}

// NewDrafting begins from a pack: a draft as it is, an issued one as the draft of its next version, an extract from its rules alone.
func NewDrafting(p *Pack) (*Drafting, error) {
	d := &Drafting{from: p, base: p}
	if p.Issued() {
		source, err := NewFrom(p, p.Year)
		if err != nil {
			return nil, err
		}
		if d.base, err = Load(source); err != nil {
			return nil, err
		}
	}
	_, read, err := load(d.base.Source)
	if err != nil {
		return nil, err
	}
	d.rules = read.numbers
	d.step.pack = d.base
	return d, nil
}

// From is the pack that was opened, Base the draft that the changes begin from.
func (d *Drafting) From() *Pack { return d.from }

// Base is the draft before any change: the pack itself, or the next version of an issued one.
func (d *Drafting) Base() *Pack { return d.base }

// Pack is the draft as it stands; nil while what is set does not make one, see [Drafting.Wrong].
func (d *Drafting) Pack() *Pack { return d.step.pack }

// Wrong says why there is no pack: weights that do not sum to 100 while they are moved one by one.
func (d *Drafting) Wrong() []CellError { return d.step.wrong }

// Changed counts the values that differ from the base.
func (d *Drafting) Changed() int { return len(d.step.values) }

// Is reports whether a value was changed.
func (d *Drafting) Is(path string) bool { _, is := d.step.values[path]; return is }

// Try gives the pack with one value more set, as loading takes it; the draft stays as it is. A value that no pack takes at this place is
// refused; what only does not fit the others yet is told in wrong, without a pack.
func (d *Drafting) Try(path, value string) (p *Pack, wrong []CellError, refused text.Pair) {
	step, refused := d.with(path, value)
	return step.pack, step.wrong, refused
}

// Set changes a value; the empty Pair where it was taken. A value as the base has it is no change.
func (d *Drafting) Set(path, value string) text.Pair {
	step, refused := d.with(path, value)
	if refused.Empty() && !maps.Equal(step.values, d.step.values) {
		d.past, d.after, d.step = append(d.past, d.step), nil, step
	}
	return refused
}

// Undo takes the last change back, Redo makes it again; false where there is none.
func (d *Drafting) Undo() bool { return d.back(&d.past, &d.after) }

// Redo makes again what was taken back last.
func (d *Drafting) Redo() bool { return d.back(&d.after, &d.past) }

func (d *Drafting) back(from, to *[]drafted) bool {
	n := len(*from)
	if n == 0 {
		return false
	}
	*to = append(*to, d.step)
	d.step, *from = (*from)[n-1], (*from)[:n-1]
	return true
}

// Values are what was changed: a value at each path.
func (d *Drafting) Values() map[string]string { return maps.Clone(d.step.values) }

// Resume goes on from values kept earlier, as one change. What this pack does not take any more is left out and given back, by path.
func (d *Drafting) Resume(values map[string]string) (left []string) {
	cells := d.base.cells()
	cells.unset()
	taken := map[string]string{}
	for _, path := range inOrder(values, nil) {
		cell, value := cells.cell(path), values[path]
		switch {
		case cell == nil || value == "" || value != cell.Value && !cells.refuses(path, value, d.rules).Empty():
			left = append(left, path)
		case value != cell.Value:
			taken[path] = value
		}
	}
	if len(taken) > 0 {
		d.past, d.after, d.step = append(d.past, d.step), nil, d.lay(taken)
	}
	return left
}

// Reset gives a value back what the base has.
func (d *Drafting) Reset(path string) bool {
	if !d.Is(path) {
		return false
	}
	values := maps.Clone(d.step.values)
	delete(values, path)
	d.past, d.after, d.step = append(d.past, d.step), nil, d.lay(values)
	return true
}

func (d *Drafting) with(path, value string) (step drafted, refused text.Pair) {
	cells := d.base.cells()
	cells.unset()
	cell := cells.cell(path)
	switch {
	case cell == nil:
		return d.step, text.PackCellNone
	case value == cell.Value:
		values := maps.Clone(d.step.values)
		delete(values, path)
		return d.lay(values), text.Pair{}
	case value == "":
		return d.step, text.PackCellBlank
	}
	if why := cells.refuses(path, value, d.rules); !why.Empty() {
		return d.step, why
	}
	values := maps.Clone(d.step.values)
	if values == nil {
		values = map[string]string{}
	}
	values[path] = value
	return d.lay(values), text.Pair{}
}

// lay lays values over the base.
func (d *Drafting) lay(values map[string]string) drafted {
	step := drafted{values: values}
	if len(values) == 0 {
		step.pack = d.base
		return step
	}
	c := d.base.cells()
	c.unset()
	for _, path := range inOrder(values, nil) {
		if v := c.at[path]; v != nil {
			written, why := v.rewritten(values[path])
			if !why.Empty() {
				step.wrong = append(step.wrong, CellError{path, why})
				continue
			}
			c.e.replace(v, written)
		} else {
			c.add(path, values[path])
		}
	}
	if len(step.wrong) > 0 {
		return step
	}
	pack, err := Load(c.e.apply())
	var all PackErrors
	if errors.As(err, &all) {
		for _, one := range all {
			step.wrong = append(step.wrong, CellError{one.Path, one.Say})
		}
	} else if err != nil {
		step.wrong = []CellError{{"", text.Same(err.Error())}}
	} else {
		step.pack = pack
	}
	return step
}

// DraftCell is a value as an editor shows it.
type DraftCell struct {
	PackCell
	Head    string      // the section in words
	Was     string      // in the base; "" where it was not set
	Words   []DraftWord // of a closed list
	Range   text.Pair   // of a number
	Says    text.Pair   // Was as people read it: a text of the pack in both languages, a code by its title
	Became  text.Pair   // Value, where it was changed
	Hint    text.Pair
	Set     bool // the file has it, or it was set since
	Changed bool
	Number  bool
	Open    bool // types and enterprises may have their own
}

// DraftWord is one of the words that may stand at a place.
type DraftWord struct {
	ID  string
	Say text.Pair
}

// Cells lists every value of the draft in the order of the file, those that its sections could set and do not after those they do.
func (d *Drafting) Cells(in text.Lang) []DraftCell {
	c := d.base.cells()
	c.unset()
	all := make([]DraftCell, 0, len(c.all))
	for i := range c.all {
		cell := DraftCell{PackCell: c.all[i], Was: c.all[i].Value, Set: !c.absent[c.all[i].Path]}
		if k := kindOfSection(c.all[i].Section); k != nil {
			cell.Head = k.declared().title.In(in)
		}
		c.describe(&cell, d.rules)
		if value, changed := d.step.values[cell.Path]; changed {
			cell.Value, cell.Changed, cell.Set = value, true, true
			cell.Became = c.inWords(&cell)
		}
		all = append(all, cell)
	}
	// The directory of clauses is read where they are cited; it stands last.
	inorder.Stably(all, func(a, b DraftCell) int {
		return btoi(a.Section == clauseSection.key) - btoi(b.Section == clauseSection.key)
	})
	return all
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Diff lists what differs from the pack that was opened, new lines in full; nil while there is no pack.
func (d *Drafting) Diff() []DiffRow {
	if d.step.pack == nil {
		return nil
	}
	return slices.DeleteFunc(PackDiffRows(d.from, d.step.pack), func(r DiffRow) bool { return r.Path == "" })
}
