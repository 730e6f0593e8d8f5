package grid

import (
	"yice/entry"
	"yice/form"
)

// Ditto fills the current cell from the row above; over a selection of several rows it fills down from its first row.
func (g *Grid) Ditto() []entry.Edit {
	from, to := g.Selection()
	if from.Row == to.Row {
		from.Row--
	}
	source := g.Record(from.Row)
	if source == nil || from.Row < 0 {
		return nil
	}
	blank := to.Row >= g.Len()
	var edits []entry.Edit
	for row := from.Row + 1; row <= to.Row; row++ {
		fields, typed := g.copied(source, row, from.Col, to.Col)
		if len(fields) > 0 && (g.Record(row) != nil || blank) {
			edits = append(edits, g.putShown(row, fields, typed)...)
			edits = append(edits, g.follow(min(row, g.Len()-1), fields...)...)
		}
	}
	return edits
}

// copied gives the cells of a source row, in the columns given, that would change a row.
func (g *Grid) copied(source *form.Record, row, c0, c1 int) (fields []int, typed []string) {
	target := g.Record(row)
	for c := c0; c <= c1; c++ {
		i := g.columnAt(c).Index
		if !g.applies(row, c) || target != nil && target.Values[i] == source.Values[i] && target.Raw[i] == source.Raw[i] {
			continue
		}
		fields = append(fields, i)
		typed = append(typed, fileText(source, i))
	}
	return fields, typed
}

// fileText is a cell as files hold it: money in 元.
func fileText(r *form.Record, i int) string {
	if raw, ok := r.Raw[i]; ok {
		return raw
	}
	return r.Form.Fields[i].Show(r.Values[i])
}

// putShown is put for texts as files hold them.
func (g *Grid) putShown(row int, fields []int, texts []string) []entry.Edit {
	edits := g.put(row, fields, texts)
	r := g.Record(min(row, g.Len()-1)).Clone()
	for k, i := range fields {
		Lay(r, i, texts[k], form.Yuan)
	}
	g.replace(min(row, g.Len()-1), r)
	for k := range edits {
		edits[k].Unit = form.Yuan
	}
	return edits
}

// Clear empties the selected cells of rows that are there.
func (g *Grid) Clear() []entry.Edit {
	from, to := g.Selection()
	var edits []entry.Edit
	for row := from.Row; row <= min(to.Row, g.Len()-1); row++ {
		r := g.Record(row)
		if r == nil {
			continue
		}
		var fields []int
		for c := from.Col; c <= to.Col; c++ {
			i := g.columnAt(c).Index
			if _, raw := r.Raw[i]; raw || !r.Values[i].Empty() {
				fields = append(fields, i)
			}
		}
		if len(fields) > 0 {
			edits = append(edits, g.put(row, fields, make([]string, len(fields)))...)
		}
	}
	return edits
}

// Insert opens a new row below the current one; nothing is written before something is keyed into it.
func (g *Grid) Insert() {
	if g.Form.Single() {
		return
	}
	g.keying = true
	if d := g.draftAt(g.cur.Row); d != nil && !d.sent {
		g.moveTo(Pos{g.cur.Row, 0}, false)
		return
	}
	r := g.Current()
	if g.mid != nil || r == nil || r.ID < 0 || g.cur.Row >= g.Len()-1 {
		g.moveTo(Pos{g.Len(), 0}, false)
		g.begin(-1)
		return
	}
	d := g.newDraft()
	d.after = r.ID
	g.mid, g.midAt = d, g.cur.Row+1
	g.moveTo(Pos{g.midAt, 0}, false)
}

// Duplicate makes a copy of the current row below it and goes there. What names a row is left out: two rows of one name
// would be one row twice.
func (g *Grid) Duplicate() []entry.Edit {
	r := g.Current()
	if r == nil || g.Form.Single() {
		return nil
	}
	col := g.cur.Col
	g.Insert()
	g.keying = false
	g.moveTo(Pos{g.cur.Row, col}, false)
	names := map[string]bool{}
	if len(g.Form.Keys) > 0 {
		names[g.Form.Keys[0][0]] = true
	}
	var fields []int
	var typed []string
	for i := range g.Form.Fields {
		_, raw := r.Raw[i]
		if names[g.Form.Fields[i].ID] || g.Form.Fields[i].Kind == form.Files || r.Values[i].Empty() && !raw {
			continue
		}
		fields = append(fields, i)
		typed = append(typed, fileText(r, i))
	}
	if len(fields) == 0 {
		return nil
	}
	return g.putShown(g.cur.Row, fields, typed)
}

// Remove gives the edits that delete the selected rows; drafts not written are simply let go. Rows not read yet are
// among them, and are left out: the caller reads them first (see Unread).
func (g *Grid) Remove() []entry.Edit {
	from, to := g.Selection()
	var edits []entry.Edit
	for row := from.Row; row <= min(to.Row, g.Len()-1); row++ {
		r := g.Record(row)
		if r == nil {
			continue
		}
		if d := g.draftAt(row); d != nil && !d.sent {
			continue
		}
		edits = append(edits, entry.Edit{Form: g.Form, Row: r.ID, Remove: true})
		g.gone[r.ID] = true
	}
	if col := g.cur.Col; g.wide {
		if from.Col == 0 && to.Col == len(g.shown)-1 {
			col, g.left = 0, 0 // whole rows were selected: what comes up in their place is begun at its beginning, which is in sight
		}
		g.cur = Pos{from.Row, col}
	}
	g.Abandon(true)
	g.Unselect()
	return edits
}

// Unread reports whether rows of the selection have not been read: what needs them all must wait.
func (g *Grid) Unread() bool {
	from, to := g.Selection()
	if to.Row-from.Row > pageRows*maxPages {
		return true
	}
	for row := from.Row; row <= min(to.Row, g.Len()-1); row++ {
		if g.Record(row) == nil {
			return true
		}
	}
	return false
}

// SelectedRows is how many rows of the table the selection holds.
func (g *Grid) SelectedRows() int {
	from, to := g.Selection()
	return max(min(to.Row, g.Len()-1)-from.Row+1, 0)
}
