package grid

import (
	"yice/form"
	"yice/store"
	"yice/tui/theme"
)

// sortMark shows beside a heading which way its column is sorted.
func (g *Grid) sortMark(field string, t *theme.Theme) string {
	for _, s := range g.query.Sort {
		if s.Field != field {
			continue
		}
		if s.Desc {
			return t.Chrome.Down
		}
		return t.Chrome.Up
	}
	return ""
}

// Query is how the rows are narrowed and sorted now.
func (g *Grid) Query() store.Query { return g.query }

// SetQuery changes it; the source is then to be opened anew.
func (g *Grid) SetQuery(q store.Query) { g.query = q }

// Plain reports whether every row is shown in its own order.
func (g *Grid) Plain() bool {
	return g.query.Find == "" && len(g.query.Where) == 0 && len(g.query.Sort) == 0
}

// Sort sorts by the current column: up, down, then no more.
func (g *Grid) Sort() {
	id := g.Field().ID
	old := g.query.Sort
	switch {
	case len(old) == 0 || old[0].Field != id:
		g.query.Sort = []store.Sort{{Field: id}}
	case !old[0].Desc:
		g.query.Sort = []store.Sort{{Field: id, Desc: true}}
	default:
		g.query.Sort = nil
	}
}

// Narrow keeps the rows whose current column holds what the current cell holds; on a column that narrows already it
// lets all come back.
func (g *Grid) Narrow() {
	id := g.Field().ID
	kept := g.query.Where[:0:0]
	for _, w := range g.query.Where {
		if w.Field != id {
			kept = append(kept, w)
		}
	}
	if len(kept) == len(g.query.Where) {
		if r := g.Current(); r != nil {
			kept = append(kept, store.Where{Field: id, In: []form.Value{r.Values[g.Column().Index]}})
		}
	}
	g.query.Where = kept
}
