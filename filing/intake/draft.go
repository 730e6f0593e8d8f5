package intake

import (
	"context"
	"path/filepath"
	"strings"
)

// Draft writes a recipe for the file as it is read now, to be completed by hand: its columns, the names whose meaning was
// assumed, and those nobody knows, which are left empty.
func (r *Reading) Draft(ctx context.Context) ([]byte, error) {
	acc, err := r.Each(ctx, func(*Line) error { return nil })
	if err != nil {
		return nil, err
	}
	own := *r.Recipe
	own.Name = strings.TrimSuffix(r.Name, filepath.Ext(r.Name))
	own.Title, own.Form, own.BuiltIn, own.Match = r.Recipe.Title, r.Form.ID, false, nil
	if t := r.Taken(); len(t) > 0 && t[0].layout != nil {
		own.Shape = t[0].layout.shape
		own.Columns = make(map[string][]string)
		for _, c := range t[0].Columns {
			switch {
			case c.Header == "" || own.Shape == Vertical:
			case c.Part != "":
				own.Columns[c.Part] = append(own.Columns[c.Part], c.Header)
			case c.Field != "":
				own.Columns[c.Field] = append(own.Columns[c.Field], c.Header)
			}
		}
	}
	own.Map = make(map[string]map[string]string)
	put := func(field, from, to string) {
		if r.Form.Field(field) == nil || field == "code" {
			return
		}
		if own.Map[field] == nil {
			own.Map[field] = make(map[string]string)
		}
		own.Map[field][from] = to
	}
	for field, values := range r.Recipe.Map {
		for from, to := range values {
			put(field, from, to)
		}
	}
	for _, a := range acc.Assumed {
		put(a.Field, a.Text, a.Value)
	}
	for _, q := range acc.Questions {
		for _, v := range q.Values {
			put(q.Field, v, "")
		}
	}
	return own.TOML(), nil
}
