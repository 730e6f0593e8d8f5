package returns

import (
	"slices"

	"yice/form"
	"yice/text"
)

// Notice is what whoever signs a return must know of it: what it is still without, what does not hold, what rounds apart.
type Notice struct {
	Say text.Pair
	// Look: it has to be looked at before the return is handed in; otherwise it only explains.
	Look bool
	// About is the line that it is about; empty: the return.
	About string
}

// Notices gives them, what has to be looked at first.
func (t *Table) Notices() (out []Notice) {
	for _, b := range t.Broken() {
		out = append(out, Notice{Say: text.ReturnsBrokenNote.With(b.Says(t.Return)), Look: true, About: b.Relation.Whole})
	}
	if missing := t.Return.Missing(t.in); len(missing) > 0 {
		out = append(out, Notice{Say: text.ReturnsMissing.With(listed(missing)), Look: true})
	}
	if t.Return.weigh != nil {
		out = append(out, t.Return.weigh(t)...)
	}
	if apart := t.apart(); len(apart) > 0 {
		out = append(out, Notice{Say: text.ReturnsApart.With(listed(apart)), Look: true})
	}
	if keyed, other := t.blanks(); len(keyed) > 0 {
		say := text.ReturnsBlankNamed
		if len(keyed) > namedBlanks {
			say = text.ReturnsBlankKeyed
		}
		out = append(out, Notice{Say: say.With(len(keyed), listed(keyed[:min(len(keyed), namedBlanks)])), Look: true})
		if other > 0 {
			out = append(out, Notice{Say: text.ReturnsBlankOther.With(other)})
		}
	} else if other > 0 {
		out = append(out, Notice{Say: text.ReturnsBlankOther.With(other)})
	}
	if say := t.roundsApart(); !say.Empty() {
		out = append(out, Notice{Say: say})
	}
	return out
}

// apart is the money of the year that stands apart, each part with why: the slices, then the lines, that do not count.
func (t *Table) apart() (out []text.Pair) {
	say := func(title text.Pair, fen int64) {
		if fen != 0 {
			m := t.Return.Measure
			out = append(out, text.ReturnsApartPart.With(title, text.InUnit(form.Separated(m.Show(known(fen))), m.Title)))
		}
	}
	for _, s := range t.Slices {
		if s.Apart.Empty() {
			continue
		}
		var fen int64
		for _, id := range t.Return.Spent {
			fen = form.Plus(fen, t.cells[s][id].Exact)
		}
		say(s.Title, fen)
	}
	for i := range t.Return.Lines {
		if l := &t.Return.Lines[i]; l.Apart {
			for _, s := range t.Slices {
				say(l.Title, t.cells[s][l.ID].Exact)
			}
		}
	}
	return out
}

// namedBlanks are named of the figures that are still to be keyed.
const namedBlanks = 3

// blanks are the cells of the year that have no figure: those to be keyed, by their titles, and how many others.
func (t *Table) blanks() (keyed []text.Pair, other int) {
	for _, s := range t.Slices {
		if s.growth != nil || s.in != t.in {
			continue
		}
		for i := range t.Return.Lines {
			l := &t.Return.Lines[i]
			switch {
			case l.Hidden || !t.Has(s, l) || t.cells[s][l.ID].Known:
			case l.Formula.op == opKeyed && !slices.Contains(t.Return.Needs, l.Formula.field): // Missing names those
				keyed = append(keyed, l.Title)
			case l.Formula.op != opKeyed:
				other++
			}
		}
	}
	return keyed, other
}

func listed(all []text.Pair) text.Pair {
	return in(func(l text.Lang) (s string) {
		for i, one := range all {
			if i > 0 {
				s += text.ReturnsListComma.In(l)
			}
			s += one.In(l)
		}
		return s
	})
}

// Missing names what the return needs and the year does not have.
func (r *Return) Missing(in *Inputs) (out []text.Pair) {
	if at := in.asOf(); at < 12 && !r.ToDate {
		out = append(out, text.ReturnsNotWhole.With(at+1, at))
	}
	for _, field := range r.Needs {
		if in.Annual == nil || in.Annual.Get(field).Empty() {
			out = append(out, place("annual", field))
		}
	}
	if r.Ledger && in.empty() {
		out = append(out, form.ByID("spend").Title)
	}
	for _, id := range r.Registers {
		if len(in.Registers[id]) == 0 {
			out = append(out, form.ByID(id).Title)
		}
	}
	for back := 1; back <= r.Back; back++ {
		out = append(out, r.lacksOf(in.before(back), in.Year-back)...)
	}
	return out
}

// lacksOf is what the return needs of an earlier year and the workspace does not have.
func (r *Return) lacksOf(b *Inputs, year int) (out []text.Pair) {
	if b == nil {
		return []text.Pair{text.ReturnsLacksYear.With(year)}
	}
	if r.ToDate { // the same months of the ledger, or a summary of as many
		if b.empty() && b.summary() == nil {
			out = append(out, text.ReturnsLacksIn.With(year, form.ByID("spend").Title))
		}
		return out
	}
	if b.empty() {
		out = append(out, text.ReturnsLacksIn.With(year, form.ByID("spend").Title))
	}
	if b.Annual == nil || b.Annual.Get("revenue").Empty() {
		out = append(out, text.ReturnsLacksIn.With(year, place("annual", "revenue")))
	}
	if b.asOf() < 12 {
		out = append(out, text.ReturnsLacksIn.With(year, text.ReturnsNotWhole.With(b.asOf()+1, b.asOf())))
	}
	return out
}

// roundsApart says where what is printed does not add up although the exact figures do.
func (t *Table) roundsApart() text.Pair {
	places, most := 0, int64(0)
	var measure Measure
	for _, s := range t.Slices {
		for _, sum := range t.Return.sums() {
			l := t.Return.line(sum.Whole)
			if s.growth != nil || !t.Has(s, l) {
				continue
			}
			if d := t.apartBy(l.Measure, t.cells[s][sum.Whole], t.partsAt(s, sum.Parts)); d != 0 {
				places, most, measure = places+1, max(most, d), l.Measure
			}
		}
		for i := range t.Return.Lines {
			l := &t.Return.Lines[i]
			if ids := t.addedUp(s); len(ids) > 0 && !l.Hidden && l.Formula.op != opRatio && t.Has(s, l) {
				if d := t.apartBy(l.Measure, t.cells[s][l.ID], t.lineAt(ids, l.ID)); d != 0 {
					places, most, measure = places+1, max(most, d), l.Measure
				}
			}
		}
	}
	if places == 0 {
		return text.Pair{}
	}
	return text.ReturnsRounded.With(places, text.InUnit(scaled(most, measure.Places), measure.Title))
}

// sums are the lines that are printed with the parts they are made of.
func (r *Return) sums() (out []Relation) {
	for _, rel := range r.Relations {
		if rel.Equal {
			out = append(out, rel)
		}
	}
	for i := range r.Lines {
		l := &r.Lines[i]
		if l.Hidden || l.Formula.op != opPlus {
			continue
		}
		if !slices.ContainsFunc(l.Formula.lines, func(id string) bool { return r.line(id).Hidden }) {
			out = append(out, Relation{ID: l.ID, Whole: l.ID, Parts: l.Formula.lines, Equal: true})
		}
	}
	return out
}

// addedUp are the slices that a slice is the sum of as printed.
func (t *Table) addedUp(s *Slice) []string {
	if len(s.printed) > 0 {
		return s.printed
	}
	return s.over
}

func (t *Table) partsAt(s *Slice, lines []string) (all []Figure) {
	for _, id := range lines {
		all = append(all, t.cells[s][id])
	}
	return all
}

func (t *Table) lineAt(slices []string, line string) (all []Figure) {
	for _, id := range slices {
		all = append(all, t.Figure(id, line))
	}
	return all
}

// apartBy is by how much a sum differs from its parts as printed, in the last place printed; nothing where the exact
// figures differ too, or where one is not known.
func (t *Table) apartBy(m Measure, whole Figure, parts []Figure) int64 {
	if !whole.Known {
		return 0
	}
	var exact, printed int64
	for _, p := range parts {
		if !p.Known {
			return 0
		}
		exact, printed = form.Plus(exact, p.Exact), form.Plus(printed, m.rounded(p.Exact))
	}
	if exact != whole.Exact {
		return 0
	}
	d := m.rounded(whole.Exact) - printed
	return max(d, -d)
}
