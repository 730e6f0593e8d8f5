package intake

import (
	"maps"
	"slices"
	"strings"

	"yice/form"
)

// OwnRecipe is the recipe the file is read by, to be changed: a copy that is no built-in one, with the shape that was found.
func (r *Reading) OwnRecipe() Recipe {
	if r.Recipe == nil {
		own := Recipe{Name: "columns*"}
		if r.Form != nil {
			own.Form = r.Form.ID
		}
		return own
	}
	own := r.Recipe.Own(r.Form)
	if t := r.Taken(); len(t) > 0 && t[0].layout != nil {
		own.Shape = t[0].layout.shape
	}
	return own
}

// Own gives a copy of the recipe that may be changed: for a form, and no built-in one.
func (r *Recipe) Own(f *form.Form) Recipe {
	own := *r
	if r.BuiltIn {
		own.Name = r.Name + "*"
	}
	own.BuiltIn, own.Form = false, f.ID
	own.Columns = make(map[string][]string, len(r.Columns))
	for key, captions := range r.Columns {
		own.Columns[key] = slices.Clone(captions)
	}
	own.Map = make(map[string]map[string]string, len(r.Map))
	for field, values := range r.Map {
		own.Map[field] = maps.Clone(values)
	}
	own.Constants, own.Without = maps.Clone(r.Constants), slices.Clone(r.Without)
	return own
}

// Mean says what a text of a file means for a field; "-" means nothing, and "" that it is not said.
func (r *Recipe) Mean(field, from, to string) {
	if r.Map == nil {
		r.Map = make(map[string]map[string]string)
	}
	if r.Map[field] == nil {
		r.Map[field] = make(map[string]string)
	}
	if to == "" {
		delete(r.Map[field], from)
		return
	}
	r.Map[field][from] = to
}

// Fill gives a field that the file does not have one value for every line; "" takes it back.
func (r *Recipe) Fill(field, value string) {
	if r.Constants == nil {
		r.Constants = make(map[string]string)
	}
	if value == "" {
		delete(r.Constants, field)
		return
	}
	r.Constants[field] = value
	r.Without = slices.DeleteFunc(r.Without, func(id string) bool { return id == field })
}

// DoWithout lets lines come in without a field that the file has no column for.
func (r *Recipe) DoWithout(field string) {
	delete(r.Constants, field)
	if !slices.Contains(r.Without, field) {
		r.Without = append(r.Without, field)
	}
}

// Kept is what of a recipe goes for the next file with the same header: not the year of this one, nor what was said of its
// rows in doubt and its hidden ones, which have to be looked at again.
func (r *Recipe) Kept() Recipe {
	kept := *r
	kept.Year, kept.Doubtful, kept.Hidden = 0, "", ""
	return kept
}

// Shape is how the rows of the taken sheets become records; "" where none is taken.
func (r *Reading) Shape() Shape {
	if t := r.Taken(); len(t) > 0 && t[0].layout != nil {
		return t[0].layout.shape
	}
	return ""
}

// Parts are the names of the parts of a ledger that a column may be, in the order in which people look for them.
func Parts() []string {
	return []string{"debit", "credit", "direction", "entry_amount", "balance", "account", "account_code", "counter_account", "month", "day", "period", "voucher_kind", "voucher_number", "sequence"}
}

// TopRow is one of the first rows of a sheet.
type TopRow struct {
	Row   int
	Title bool // above the header
	Cells []string
}

// Above are the rows of a sheet up to its header.
func (s *Sheet) Above() []TopRow {
	if s.layout == nil || s.layout.shape == Vertical {
		return nil
	}
	var rows []TopRow
	for _, t := range s.top {
		if t.number <= s.layout.last {
			rows = append(rows, TopRow{t.number, t.number < s.layout.first, t.cells})
		}
	}
	return rows
}

// Top gives the first rows of the file as they stand, where no table was found in it yet: of the sheet that has most of them.
func (r *Reading) Top() (sheet Sheet, rows []TopRow) {
	best := -1
	for i := range r.Sheets {
		if best < 0 || len(r.Sheets[i].top) > len(r.Sheets[best].top) {
			best = i
		}
	}
	if best < 0 {
		return Sheet{}, nil
	}
	for _, t := range r.Sheets[best].top {
		rows = append(rows, TopRow{t.number, false, t.cells})
	}
	return r.Sheets[best], rows
}

// Units are the units of money a recipe may give.
func Units() []string {
	units := make([]string, len(moneyUnits))
	for i, m := range moneyUnits {
		units[len(units)-1-i] = m.word
	}
	return units
}

// SaysTotal reports a text that says its row is a sum: 合计, 本月合计, 3月小计.
func SaysTotal(s string) bool { return wordOf([]byte(strings.TrimSpace(s))) == wordTotal }
