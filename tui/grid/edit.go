package grid

import (
	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/lineedit"
)

// Edit opens the current cell: with what it holds, or, where replace is set, empty for what is typed next. A column that
// does not apply to the row is not opened.
func (g *Grid) Edit(replace bool) bool {
	if !g.applies(g.cur.Row, g.cur.Col) {
		return false
	}
	f := g.Field()
	g.edFrom = Editable(g.Current(), f, g.Column().Index, g.Lang)
	g.ed = lineedit.New(g.edFrom, f.Kind == form.Note)
	if replace {
		g.ed.Set("") // a step of the field's own undo: what was there comes back
	}
	g.Unselect()
	return true
}

// Editable is a cell as text to edit: without thousands separators; text that could not be read as it was typed.
func Editable(r *form.Record, f *form.Field, i int, l text.Lang) string {
	if r == nil {
		return ""
	}
	if raw, ok := r.Raw[i]; ok {
		return raw
	}
	if f.Kind == form.CodeKind || f.Kind == form.Flag {
		return f.Display(r.Values[i], f.Unit, l)
	}
	return f.Typed(r.Values[i], f.Unit)
}

// Cancel closes the cell and leaves what it held.
func (g *Grid) Cancel() { g.ed = nil }

// Leave closes the cell and gives the edit to be written, nil where nothing was changed.
func (g *Grid) Leave() []entry.Edit {
	if g.ed == nil {
		return nil
	}
	typed, from := g.ed.Text(), g.edFrom
	g.ed = nil
	if typed == from {
		return nil
	}
	row, i := g.cur.Row, g.Column().Index
	edits := g.put(row, []int{i}, []string{g.dayAlone(row, i, typed)})
	return append(edits, g.follow(row, i)...)
}

// put changes cells of a row at once on the screen and gives the edits to be written. On the empty line it makes a row.
// Bare figures are in the units given, a field each; without any, in the fields' own.
func (g *Grid) put(row int, fields []int, typed []string, units ...form.Unit) []entry.Edit {
	if row >= g.Len() {
		g.begin(-1)
		row = g.Len() - 1
	}
	r := g.Record(row)
	if r == nil {
		return nil
	}
	d := g.draftAt(row)
	var edits []entry.Edit
	after := int64(0)
	if d != nil {
		after = d.after
		if !d.sent {
			edits = append(edits, g.carriedEdits(d, fields)...)
			d.sent = true
		}
	}
	changed := r.Clone()
	for k, i := range fields {
		f := &g.Form.Fields[i]
		unit := f.Unit
		if k < len(units) {
			unit = units[k]
		}
		Lay(changed, i, f.Keyed(typed[k], g.Year), unit)
		edits = append(edits, entry.Edit{Form: g.Form, Row: r.ID, After: after, Field: f.ID, Typed: typed[k], Unit: unit})
	}
	g.replace(row, changed)
	if m := g.fresh[r.ID]; m != nil {
		for _, i := range fields {
			m.hand[i] = true
		}
	}
	for _, e := range edits {
		id := cellID{r.ID, g.Form.Index(e.Field)}
		g.saving[id] = unsent
		delete(g.failed, id)
	}
	return edits
}

// unsent marks a cell whose write has no number yet.
const unsent = 1 << 60

// Sent numbers the cells of edits that were handed to the writer.
func (g *Grid) Sent(n int, edits []entry.Edit) {
	for _, e := range edits {
		if e.Form == g.Form && !e.Remove {
			g.saving[cellID{e.Row, g.Form.Index(e.Field)}] = n
		}
	}
}

// Lay puts a typed text into a record as the session will: a value, or text kept as typed.
func Lay(r *form.Record, i int, typed string, unit form.Unit) {
	f := &r.Form.Fields[i]
	v, err := f.Parse(typed, unit)
	r.Values[i] = v
	delete(r.Raw, i)
	if err != nil {
		r.Values[i] = form.Value{}
		if r.Raw == nil {
			r.Raw = map[int]string{}
		}
		r.Raw[i] = typed
	}
}

// carriedEdits are the cells a new row took over from the one above, but for those keyed now.
func (g *Grid) carriedEdits(d *draft, keyed []int) []entry.Edit {
	var out []entry.Edit
	for i := range g.Form.Fields {
		if !d.carried[i] || contains(keyed, i) {
			continue
		}
		f := &g.Form.Fields[i]
		out = append(out, entry.Edit{Form: g.Form, Row: d.rec.ID, After: d.after, Field: f.ID, Typed: f.Show(d.rec.Values[i]), Unit: form.Yuan})
	}
	return out
}

func contains(list []int, n int) bool {
	for _, m := range list {
		if m == n {
			return true
		}
	}
	return false
}

func (g *Grid) replace(row int, r *form.Record) {
	old := g.Record(row)
	g.keyed[r.ID] = r
	if d := g.draftAt(row); d != nil {
		d.rec = r
	} else {
		g.pages.replace(r)
	}
	g.shift(old, r)
}

// begin makes a row on the empty line; from the row at place carry it takes over what the dictionary says repeats.
func (g *Grid) begin(carryFrom int) {
	d := g.newDraft()
	if carryFrom >= 0 {
		if from := g.Record(carryFrom); from != nil {
			g.takeOver(d, from)
		}
	}
	g.tail = append(g.tail, d)
}

func (g *Grid) newDraft() *draft {
	d := &draft{rec: form.NewRecord(g.Form), carried: map[int]bool{}}
	d.rec.ID = g.NextID()
	g.fresh[d.rec.ID] = &made{hand: map[int]bool{}}
	return d
}

func (g *Grid) takeOver(d *draft, from *form.Record) {
	for i := range g.Form.Fields {
		if g.Form.Fields[i].Ditto && !from.Values[i].Empty() {
			d.rec.Values[i] = from.Values[i]
			d.carried[i] = true
		}
	}
}

// Abandon lets go of new rows that nothing was keyed into, but for the one under the cursor unless all is set.
func (g *Grid) Abandon(all bool) {
	if g.mid != nil && !g.mid.sent && (all || g.cur.Row != g.midAt) {
		if g.cur.Row > g.midAt {
			g.cur.Row--
		}
		g.mid = nil
	}
	here := g.draftAt(g.cur.Row)
	row := g.Len() - len(g.tail) // of the draft looked at
	keep := g.tail[:0:0]
	for _, d := range g.tail {
		if d.sent || d == here && !all {
			keep = append(keep, d)
			row++
		} else if g.cur.Row > row {
			g.cur.Row--
		}
	}
	g.tail = keep
	g.cur.Row = clamp(g.cur.Row, 0, max(g.Rows()-1, 0))
	if !g.wide {
		g.anchor = g.cur
	}
}
