package plain

import (
	"maps"
	"slices"

	"yice/entry"
	"yice/form"
	"yice/scoring"
	"yice/text"
)

// What-if in lines: what the pack in force counts is moved up and down, each answer tells what the score would be, and any of it is taken
// back. Nothing of it is ever written; leaving forgets it.

// supposing is what is supposed: by how much which levers are moved and what stands in which cells, and what was supposed before each
// change.
type supposing struct {
	levers []scoring.Lever
	supposed
	past []supposed
}

type supposed struct {
	moved map[string]int64
	cells []cell
}

// cell is one that something else is supposed to stand in.
type cell struct {
	edit entry.Edit
	say  text.Pair
}

// edits are what is supposed of cells.
func (x *supposed) edits() (out []entry.Edit) {
	for _, c := range x.cells {
		out = append(out, c.edit)
	}
	return out
}

// with supposes one more cell; what was supposed of it before goes.
func (x *supposed) with(c cell) supposed {
	kept := slices.DeleteFunc(slices.Clone(x.cells), func(was cell) bool {
		return was.edit.Form == c.edit.Form && was.edit.Row == c.edit.Row && was.edit.Field == c.edit.Field
	})
	return supposed{x.moved, append(kept, c)}
}

// change supposes something else.
func (x *supposing) change(id string, by int64) {
	x.past = append(x.past, x.supposed)
	x.moved = maps.Clone(x.moved)
	if x.moved[id] = by; by == 0 {
		delete(x.moved, id)
	}
}

// all are the levers as they are moved.
func (x *supposing) all() (out []scoring.Moved) {
	for i := range x.levers {
		if l := &x.levers[i]; x.moved[l.ID] != 0 {
			out = append(out, scoring.Moved{Lever: l, By: x.moved[l.ID]})
		}
	}
	return out
}

// whatIf asks what is supposed, one thing after the other, and tells what it would do.
func (d *desk) whatIf() error {
	if d.s.Sheet() == nil {
		d.say(d.s.PackNote())
		return nil
	}
	d.say(text.PlainWhatAbout)
	x := supposing{levers: d.s.Levers(), supposed: supposed{moved: map[string]int64{}}}
	for {
		var list []text.Pair
		for i := range x.levers {
			list = append(list, x.title(&x.levers[i]))
		}
		n := len(list)
		list = append(list, text.PlainWhatCell, text.PlainWhatSheet, text.PlainWhatUndo, text.TuiWhatClear)
		i, err := d.choose(text.PlainWhatAsk, list, text.PlainBack)
		if err != nil {
			return err
		}
		switch i {
		case n:
			var changed bool
			err := d.part(func() (err error) { changed, err = d.supposeCell(&x); return err })
			if err != nil {
				return err
			}
			if !changed {
				continue
			}
		case n + 1:
			then, _, err := d.s.WhatIf(x.edits(), x.all()...)
			if err == nil {
				err = d.part(func() error { return d.sheet(func() *scoring.Sheet { return then }, false) })
			}
			if err != nil {
				return err
			}
			continue
		case n + 2:
			if len(x.past) == 0 {
				d.say(text.TuiWhatNoUndo)
				continue
			}
			x.supposed, x.past = x.past[len(x.past)-1], x.past[:len(x.past)-1]
		case n + 3:
			x = supposing{levers: x.levers, supposed: supposed{moved: map[string]int64{}}, past: append(x.past, x.supposed)}
		default:
			var changed bool
			err := d.part(func() (err error) { changed, err = d.move(&x, &x.levers[i]); return err })
			if err != nil {
				return err
			}
			if !changed {
				continue
			}
		}
		if err := d.tellSupposed(&x); err != nil {
			return err
		}
	}
}

// title is a lever with what there is of it and what it is moved by.
func (x *supposing) title(l *scoring.Lever) text.Pair {
	say := l.Title
	if has := l.Has(); has != "" {
		say = text.PlainAt.With(say, text.TuiWhatHas.With(text.InUnit(has, l.Unit)))
	}
	if by := x.moved[l.ID]; by != 0 {
		say = text.PlainAt.With(say, text.PlainWhatSupposed.With(moves(l, by)))
	}
	return say
}

// moves says by how much a lever is moved.
func moves(l *scoring.Lever, by int64) text.Pair {
	if l.Kind == scoring.MovesDecisions {
		return map[int64]text.Pair{-1: text.TuiWhatNoneRecog, 0: text.TuiWhatAsIs, 1: text.TuiWhatAllRecog}[by]
	}
	return text.InUnit(l.Amount(by), l.Unit)
}

// move asks by how much a lever is moved; false: it stays where it was.
func (d *desk) move(x *supposing, l *scoring.Lever) (bool, error) {
	if l.Kind == scoring.MovesDecisions {
		i, err := d.choose(l.Title, []text.Pair{text.TuiWhatAllRecog, text.TuiWhatAsIs, text.TuiWhatNoneRecog}, text.PlainBack)
		if err != nil || int64(1-i) == x.moved[l.ID] {
			return false, err
		}
		x.change(l.ID, int64(1-i))
		return true, nil
	}
	for {
		answer, err := d.askOr(text.Aloud(text.PlainWhatBy.With(l.Title, l.Unit)))
		switch {
		case err != nil || answer == "":
			return false, err
		case isHelp(answer):
			d.aloud(x.title(l))
			d.aloud(text.PlainWhatHelp.With(moves(l, l.Within(l.Step))))
			continue
		}
		by, err := l.Read(answer)
		if err != nil {
			d.fail(err)
			continue
		}
		to := l.Within(by)
		if to != by {
			d.aloud(text.PlainWhatEnd.With(moves(l, to)))
		}
		if to == x.moved[l.ID] {
			return false, nil
		}
		x.change(l.ID, to)
		return true, nil
	}
}

// supposeCell asks which cell of which form holds something else, and what; false: none. The lines of the ledger are what the lever of
// spending stands for.
func (d *desk) supposeCell(x *supposing) (bool, error) {
	var forms []*form.Form
	var list []text.Pair
	for _, st := range d.s.States() {
		if st.Form.Scope != form.Ledger && st.Rows > 0 {
			forms, list = append(forms, st.Form), append(list, st.Form.Title)
		}
	}
	i, err := d.choose(text.PlainWhichForm, list, text.PlainBack)
	if err != nil {
		return false, err
	}
	f, at := forms[i], 0
	all := d.s.Records(f)
	if list = nil; len(all) > 1 {
		for _, r := range all {
			list = append(list, text.Same(r.Label()))
		}
		if at, err = d.choose(f.Title, list, text.PlainBack); err != nil {
			return false, err
		}
	}
	if len(all) == 0 {
		return false, nil
	}
	r := all[at]
	list = nil
	for k := range f.Fields {
		fd := &f.Fields[k]
		list = append(list, text.PlainAt.With(fd.Title, d.shows(r, fd)))
	}
	if i, err = d.choose(text.PlainWhatField, list, text.PlainBack); err != nil {
		return false, err
	}
	fd := &f.Fields[i]
	for {
		answer, err := d.askOr(text.PlainWhatValue.With(fd.Title))
		switch {
		case err != nil || answer == "":
			return false, err
		case isHelp(answer):
			d.help(fd)
			continue
		}
		c := cell{edit: entry.Edit{Form: f, Row: r.ID, Field: fd.ID, Typed: answer}}
		then := x.with(c)
		if _, err := fd.Parse(answer, form.NoUnit); err != nil {
			d.fail(err)
			continue
		}
		if _, _, err := d.s.WhatIf(then.edits(), x.all()...); err != nil {
			d.fail(err)
			continue
		}
		then.cells[len(then.cells)-1].say = text.PlainSays.With(text.PlainWhatSupposed.With(text.PlainAt.With(f.Title, fd.Title)), text.Same(answer)).Begun()
		x.past, x.supposed = append(x.past, x.supposed), then
		return true, nil
	}
}

// shows is what stands in a cell, as it is read back.
func (d *desk) shows(r *form.Record, fd *form.Field) text.Pair {
	v := r.Get(fd.ID)
	if v.Empty() {
		return text.TuiMissing
	}
	return text.Pair{ZH: fd.Display(v, fd.Unit, text.ZH), EN: fd.Display(v, fd.Unit, text.EN)}
}

// tellSupposed tells what is supposed, what of the score would be another, and why: the lines that move with their figures as they
// would be.
func (d *desk) tellSupposed(x *supposing) error {
	all := x.all()
	then, changes, err := d.s.WhatIf(x.edits(), all...)
	if err != nil {
		return err
	}
	for _, c := range x.cells {
		d.say(c.say)
	}
	for _, m := range all {
		d.aloud(text.PlainSays.With(text.PlainWhatSupposed.With(m.Lever.Title), moves(m.Lever, m.By)).Begun())
	}
	if len(changes) == 0 {
		d.say(text.CmdWhatIfSame)
		return nil
	}
	moved := map[string]bool{}
	for _, c := range changes {
		if c.Kind != "total" {
			moved[c.Line] = true
		} else if c.Delta.Sign() == 0 {
			d.say(changeSaid(&c))
		} else {
			d.say(text.PlainWhatChange.With(changeSaid(&c), changeAmount(&c, c.Before.Confirmed), changeAmount(&c, c.After.Confirmed)))
		}
	}
	if net, ok := scoring.Net(d.s.Sheet(), then); ok && net.Cmp(then.Assessed.Confirmed) != 0 {
		d.aloud(text.PlainSays.With(text.TuiAssessedNet, text.InUnit(form.Separated(net.String()), text.ScoreUnitWan)))
	}
	for _, l := range d.lines(then) {
		if moved[l.id] {
			d.aloud(l.say)
		}
	}
	d.say(text.TuiWhatSafe)
	return nil
}
