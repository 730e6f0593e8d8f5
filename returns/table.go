package returns

import (
	"slices"
	"strconv"

	"yice/form"
	"yice/text"
)

// Table is a return worked out: a figure for every line in every slice.
type Table struct {
	Return *Return
	Year   int
	Slices []*Slice
	in     *Inputs
	cells  map[*Slice]map[string]Figure
}

// Make works a return out.
func (r *Return) Make(in *Inputs) *Table {
	t := &Table{Return: r, Year: in.Year, Slices: r.slices(in), in: in, cells: map[*Slice]map[string]Figure{}}
	for _, s := range t.Slices {
		t.cells[s] = t.fill(s)
	}
	return t
}

// fill works a slice's lines out, each once, whatever order they stand in.
func (t *Table) fill(s *Slice) map[string]Figure {
	cells := make(map[string]Figure, len(t.Return.Lines))
	byID := make(map[string]*Line, len(t.Return.Lines))
	for i := range t.Return.Lines {
		byID[t.Return.Lines[i].ID] = &t.Return.Lines[i]
	}
	var at func(string) Figure
	at = func(id string) Figure {
		f, done := cells[id]
		if !done {
			f = t.one(s, byID[id], at)
			cells[id] = f
		}
		return f
	}
	for i := range t.Return.Lines {
		at(t.Return.Lines[i].ID)
	}
	return cells
}

func (t *Table) one(s *Slice, l *Line, at func(string) Figure) Figure {
	switch {
	case !t.Has(s, l):
		return Figure{}
	case s.growth != nil:
		return grown(t.Figure(s.growth[0], l.ID), t.Figure(s.growth[1], l.ID))
	case s.over != nil && l.Formula.op != opRatio:
		return t.together(s.over, l.ID)
	}
	return l.Formula.figure(s, at)
}

// Sums reports whether a line adds others up.
func (r *Return) Sums(l *Line) bool {
	return l.Formula.op == opPlus || slices.ContainsFunc(r.Relations, func(rel Relation) bool { return rel.Equal && rel.Whole == l.ID })
}

// Has reports whether a slice has a line at all: what it has not is nothing to fill in.
func (t *Table) Has(s *Slice, l *Line) bool {
	return l.in(s) && !(l.Apiece && s.over != nil) && (s.growth == nil || l.Formula.op != opRatio && l.Formula.op != opKeyed)
}

// in reports whether a slice has the line.
func (l *Line) in(s *Slice) bool {
	for _, id := range l.Only {
		if id == s.ID {
			return true
		}
	}
	return len(l.Only) == 0
}

// together adds a line up over slices; not known where one of them is not.
func (t *Table) together(ids []string, line string) Figure {
	total := int64(0)
	for _, id := range ids {
		f := t.Figure(id, line)
		if !f.Known {
			return Figure{}
		}
		total = form.Plus(total, f.Exact)
	}
	return known(total)
}

// grown is now ÷ before − 1, hundredths of a percent; not known where before is not above nothing.
func grown(now, before Figure) Figure {
	if !now.Known || !before.Known || before.Exact <= 0 {
		return Figure{}
	}
	return known(multiplied(form.Plus(now.Exact, -before.Exact), 100*100, before.Exact))
}

// Slice gives a slice by its id, or nil.
func (t *Table) Slice(id string) *Slice {
	for _, s := range t.Slices {
		if s.ID == id {
			return s
		}
	}
	return nil
}

// Like gives the slice of another year's table that is the same part of the facts: of the same id, a project by its name.
func (t *Table) Like(s *Slice) *Slice {
	for _, o := range t.Slices {
		if s.record != nil && o.Title == s.Title || s.record == nil && o.ID == s.ID {
			return o
		}
	}
	return nil
}

// Figure gives the figure of a line in a slice.
func (t *Table) Figure(slice, line string) Figure {
	s := t.Slice(slice)
	if s == nil {
		return Figure{}
	}
	return t.cells[s][line]
}

// At gives a figure of a slice as it is shown.
func (t *Table) At(s *Slice, l *Line) string {
	return t.MeasureAt(s, l).Show(t.cells[s][l.ID])
}

// Shown gives a figure of a slice with its unit, its digits parted; "" where nobody has given it.
func (t *Table) Shown(s *Slice, l *Line, lang text.Lang) string {
	shown := t.At(s, l)
	if shown == "" {
		return ""
	}
	return text.InUnit(form.Separated(shown), t.MeasureAt(s, l).Title).In(lang)
}

// MeasureAt is how a cell is shown: growth is a percentage whatever the line is.
func (t *Table) MeasureAt(s *Slice, l *Line) Measure {
	if s.growth != nil {
		return InPercent
	}
	return l.Measure
}

// Exact gives a cell as it is counted (分, tenths, hundredths).
func (t *Table) Exact(s *Slice, l *Line) Figure { return t.cells[s][l.ID] }

// Behind is what a cell was made of: the rows of a form for which conditions hold, in some months of a year.
type Behind struct {
	Form   string
	Row    int64 // the one row that the figure is keyed in; 0: many, or the form's only one
	Field  string
	Where  []Cond
	Year   int
	Months [2]int // first and last; zero: the whole year
}

// Behind gives the rows behind a cell; ok is false where it is made of other lines alone.
func (t *Table) Behind(s *Slice, l *Line) (b Behind, ok bool) {
	if s.in == nil || s.over != nil || s.growth != nil {
		return b, false
	}
	b.Year = s.in.Year
	switch l.Formula.op {
	case opLedger:
		b.Form, b.Field, b.Where, b.Months = "spend", "amount", s.where.and(l.Formula.where), s.months
		return b, s.summary == nil && !s.blank
	case opKeyed:
		b.Form, b.Field = "annual", l.Formula.field
		return b, true
	case opOf:
		b.Form, b.Field = l.Formula.form, l.Formula.field
		switch {
		case b.Form == "spend" && len(s.sums) > 0:
			b.Where = s.where.and(l.Formula.where)
		case b.Form == "spend" && s.record != nil && l.Formula.instead != "": // no line of its own
			b.Form, b.Field, b.Row = s.record.Form.ID, l.Formula.instead, s.record.ID
		case s.record != nil && b.Form == s.record.Form.ID:
			b.Row = s.record.ID
		case l.Formula.rows != nil:
			b.Where = l.Formula.rows(s)
		case b.Form == "team" && s.key != "":
			b.Where = has("person", s.key)
		}
		return b, b.Form != ""
	}
	return b, false
}

// Parts are the lines that a cell is worked out from, where it is; nil where rows are behind it, or nothing.
func (t *Table) Parts(l *Line) (out []*Line) {
	for _, id := range l.Formula.lines {
		out = append(out, t.Return.line(id))
	}
	return out
}

// Over are the slices that a slice adds up or compares; nil where it stands on rows.
func (t *Table) Over(s *Slice) (out []*Slice) {
	for _, id := range slices.Concat(s.over, s.growth) {
		if o := t.Slice(id); o != nil {
			out = append(out, o)
		}
	}
	return out
}

// Broken judges the relations of the return in every slice. What is not known is not judged.
func (t *Table) Broken() (out []Broken) {
	for _, s := range t.Slices {
		if s.growth != nil {
			continue
		}
		for i := range t.Return.Relations {
			r := &t.Return.Relations[i]
			whole, parts := t.cells[s][r.Whole], t.sumOf(s, r.Parts)
			if !whole.Known || !parts.Known {
				continue
			}
			if r.Equal && whole.Exact != parts.Exact || !r.Equal && parts.Exact > whole.Exact {
				out = append(out, Broken{r, s, whole.Exact, parts.Exact})
			}
		}
	}
	return out
}

func (t *Table) sumOf(s *Slice, ids []string) Figure {
	total := int64(0)
	for _, id := range ids {
		f := t.cells[s][id]
		if !f.Known {
			return Figure{}
		}
		total = form.Plus(total, f.Exact)
	}
	return known(total)
}

// Says tells a relation that does not hold.
func (b *Broken) Says(r *Return) text.Pair {
	names := ""
	for i, id := range b.Relation.Parts {
		if i > 0 {
			names += " + "
		}
		names += r.naming(id)
	}
	sign := "<"
	if b.Relation.Equal {
		sign = "≠"
	}
	m := r.line(b.Relation.Whole).Measure
	return text.ReturnsBroken.With(b.Slice.Title, r.naming(b.Relation.Whole), m.Show(known(b.Whole)), sign, names, m.Show(known(b.Parts)), m.Title)
}

func (r *Return) line(id string) *Line {
	for i := range r.Lines {
		if r.Lines[i].ID == id {
			return &r.Lines[i]
		}
	}
	panic("returns: " + r.ID + " has no line " + id)
}

func number(n int) string { return strconv.Itoa(n) }
