package grid

import (
	"cmp"

	"yice/entry"
	"yice/form"
	"yice/internal/inorder"
)

// Written takes the outcome of write n: rows that were made get their ids, rows changed their new state, except for
// cells keyed since. stale reports that rows came or went, so that the source is to be opened anew.
func (g *Grid) Written(n int, edits []entry.Edit, born map[int64]int64, out entry.Outcome) (stale bool) {
	for temp, id := range born {
		g.rename(temp, id)
	}
	for c, k := range g.saving {
		if k <= n {
			delete(g.saving, c)
		}
	}
	g.forgetKeyed()
	stale = len(born) > 0
	for _, e := range edits {
		stale = stale || e.Remove
	}
	for _, r := range out.Records {
		if r == nil || r.Form != g.Form {
			continue
		}
		if !g.update(r) && len(edits) == 0 {
			stale = true // undone or redone, and not among what is shown
		}
	}
	return stale || len(edits) == 0 && out.Seq != 0
}

func (g *Grid) rename(temp, id int64) {
	for _, p := range g.pages.at {
		for i, r := range p.rows {
			if r.ID == temp {
				p.rows[i] = r.Clone()
				p.rows[i].ID = id
			}
		}
	}
	for _, d := range append(g.tail[:len(g.tail):len(g.tail)], g.mid) {
		if d != nil && d.rec.ID == temp {
			d.rec = d.rec.Clone()
			d.rec.ID = id
		}
	}
	if m := g.fresh[temp]; m != nil {
		delete(g.fresh, temp)
		g.fresh[id] = m
	}
	if r := g.keyed[temp]; r != nil {
		delete(g.keyed, temp)
		g.keyed[id] = r
	}
	for c, k := range g.saving {
		if c.row == temp {
			delete(g.saving, c)
			g.saving[cellID{id, c.field}] = k
		}
	}
	for c, s := range g.failed {
		if c.row == temp {
			delete(g.failed, c)
			g.failed[cellID{id, c.field}] = s
		}
	}
}

// update puts a row's new state, keeping cells still on their way.
func (g *Grid) update(r *form.Record) bool {
	if len(g.pages.asked) > 0 || g.opening {
		g.recent[r.ID] = r
	}
	local := g.local(r.ID)
	if local == nil {
		return false
	}
	for c := range g.saving {
		if c.row == r.ID {
			r = r.Clone()
			carry(r, local, c.field)
		}
	}
	for _, d := range append(g.tail[:len(g.tail):len(g.tail)], g.mid) {
		if d != nil && d.rec.ID == r.ID {
			d.rec = r
		}
	}
	g.pages.replace(r)
	g.shift(local, r)
	return true
}

func (g *Grid) local(id int64) *form.Record {
	for _, d := range append(g.tail[:len(g.tail):len(g.tail)], g.mid) {
		if d != nil && d.rec.ID == id {
			return d.rec
		}
	}
	return g.pages.find(id)
}

// Refused takes a write that could not be done: its cells stay as keyed and are marked, so that nothing is lost.
func (g *Grid) Refused(n int, why string) {
	for c, k := range g.saving {
		if k == n {
			delete(g.saving, c)
			f := refused{why: why}
			if r := g.local(c.row); r != nil {
				f.value, f.raw = r.Values[c.field], r.Raw[c.field]
			}
			g.failed[c] = f
		}
	}
	g.forgetKeyed()
	g.gone = map[int64]bool{}
}

func (g *Grid) forgetKeyed() {
	if len(g.saving) == 0 {
		clear(g.keyed)
	}
}

// Unsaved gives the cells that were keyed and refused, as edits to try again, in the order of rows and fields.
func (g *Grid) Unsaved() []entry.Edit {
	cells := make([]cellID, 0, len(g.failed))
	for c := range g.failed {
		cells = append(cells, c)
	}
	inorder.Sort(cells, func(a, b cellID) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.field, b.field))
	})
	var out []entry.Edit
	for _, c := range cells {
		f, fd := g.failed[c], &g.Form.Fields[c.field]
		typed := f.raw
		if typed == "" {
			typed = fd.Show(f.value)
		}
		out = append(out, entry.Edit{Form: g.Form, Row: c.row, Field: fd.ID, Typed: typed, Unit: form.Yuan})
	}
	return out
}

// Why gives why the current cell could not be written, "" where it could.
func (g *Grid) Why() string {
	if r := g.Current(); r != nil {
		return g.failed[cellID{r.ID, g.Column().Index}].why
	}
	return ""
}

// Retry marks the refused cells as on their way again and gives them.
func (g *Grid) Retry() []entry.Edit {
	edits := g.Unsaved()
	for _, e := range edits {
		id := cellID{e.Row, g.Form.Index(e.Field)}
		delete(g.failed, id)
		g.saving[id] = unsent
	}
	return edits
}
