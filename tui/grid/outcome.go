package grid

import (
	"yice/entry"
	"yice/form"
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
			g.failed[c] = why
		}
	}
	g.gone = map[int64]bool{}
}

// Unsaved gives the cells that were keyed and refused, as edits to try again.
func (g *Grid) Unsaved() []entry.Edit {
	var out []entry.Edit
	for c := range g.failed {
		r := g.local(c.row)
		if r == nil {
			continue
		}
		f := &g.Form.Fields[c.field]
		out = append(out, entry.Edit{Form: g.Form, Row: c.row, Field: f.ID, Typed: fileText(r, c.field), Unit: form.Yuan})
	}
	return out
}
