package store

import (
	"fmt"
	"strings"

	"yice/form"
	"yice/text"
)

// Query narrows and orders a view. The zero Query is every row in its own order.
type Query struct {
	Find  string // substring of any text column, or of the shown figure
	Where []Where
	Sort  []Sort
}

// Where keeps rows whose field is one of the values (S("") or Value{} matches the empty cell), or lies in [From, To] where those are set.
type Where struct {
	Field    string
	In       []form.Value
	From, To form.Value
	Not      bool // keeps the others instead, the empty and the unreadable among them
}

// Sort orders by a field, empty cells last; ties keep the form's own order. Codes sort as their list does.
type Sort struct {
	Field string
	Desc  bool
}

func (q Query) zero() bool { return q.Find == "" && len(q.Where) == 0 && len(q.Sort) == 0 }

// condition is a part of a WHERE clause with its arguments.
type condition struct {
	sql  []string
	args []any
}

func (c *condition) or(sql string, args ...any) {
	c.sql = append(c.sql, sql)
	c.args = append(c.args, args...)
}

// oneOf gives "col IN (…)"; false where there is nothing it could be.
func oneOf[T any](col string, values []T) (string, []any) {
	if len(values) == 0 {
		return "0", nil
	}
	args := make([]any, len(values))
	for i, v := range values {
		args[i] = v
	}
	return col + " IN (?" + strings.Repeat(",?", len(values)-1) + ")", args
}

// filter makes the WHERE clause of a query ("" for none).
func (t *table) filter(q Query, ids *idents) (string, []any, error) {
	var all condition
	for _, wh := range q.Where {
		sql, args, err := t.where(wh, ids)
		if err != nil {
			return "", nil, err
		}
		all.or(sql, args...)
	}
	if q.Find != "" {
		sql, args := t.find(q.Find, ids)
		all.or(sql, args...)
	}
	return strings.Join(all.sql, " AND "), all.args, nil
}

func (t *table) position(field string) (int, error) {
	i := t.form.Index(field)
	if i < 0 {
		return 0, fmt.Errorf("store: form %s has no field %q", t.form.ID, field)
	}
	return i, nil
}

func (t *table) where(wh Where, ids *idents) (string, []any, error) {
	i, err := t.position(wh.Field)
	if err != nil {
		return "", nil, err
	}
	col := t.cols[i]
	var any condition
	for _, v := range wh.In {
		switch {
		case v.Empty():
			any.or("("+col+" IS NULL AND NOT EXISTS(SELECT 1 FROM raw WHERE form=? AND row=_row AND field=?))", t.form.ID, wh.Field)
		case t.refAt[i] >= 0:
			sql, args := oneOf(col, ids.bearing(t.form.Fields[i].Ref, func(key string) bool { return key == v.Str() }))
			any.or(sql, args...)
		default:
			any.or(col+"=?", column(v))
		}
	}
	if !wh.From.Empty() || !wh.To.Empty() {
		if t.refAt[i] >= 0 {
			col = "(SELECT key FROM ident WHERE id=" + col + ")"
		}
		var both condition
		if !wh.From.Empty() {
			both.or(col+">=?", column(wh.From))
		}
		if !wh.To.Empty() {
			both.or(col+"<=?", column(wh.To))
		}
		any.or("("+strings.Join(both.sql, " AND ")+")", both.args...)
	}
	if len(any.sql) == 0 {
		any.or("1")
	}
	sql := "(" + strings.Join(any.sql, " OR ") + ")"
	if wh.Not {
		sql = "NOT ifnull(" + sql + ",0)"
	}
	return sql, any.args, nil
}

func column(v form.Value) any {
	if v.IsNumber() {
		return v.Num()
	}
	return v.Str()
}

// bearing gives the identities of a form whose key passes.
func (x *idents) bearing(form string, pass func(key string) bool) (out []int64) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	for _, i := range x.byID {
		if i.form == form && pass(i.key) {
			out = append(out, i.id)
		}
	}
	return out
}

// find looks for a text in every column: what is stored, titles of codes, keys of references, figures as shown.
func (t *table) find(what string, ids *idents) (string, []any) {
	folded := strings.ToLower(what)
	holds := func(s string) bool { return strings.Contains(strings.ToLower(s), folded) }
	var any condition
	var texts []string
	for i := range t.form.Fields {
		f, col := &t.form.Fields[i], t.cols[i]
		switch {
		case f.Kind == form.Ref:
			if hit := ids.bearing(f.Ref, holds); len(hit) > 0 {
				sql, args := oneOf(col, hit)
				any.or(sql, args...)
			}
		case f.Kind == form.CodeKind:
			var hit []string
			for _, c := range f.Codes {
				if holds(c.ID) || holds(c.Title.In(text.ZH)) || holds(c.Title.In(text.EN)) {
					hit = append(hit, c.ID)
				}
			}
			if len(hit) > 0 {
				sql, args := oneOf(col, hit)
				any.or(sql, args...)
			}
		case number(f.Kind):
			if figure, ok := bareFigure(what); ok {
				any.or("instr("+shownFigure(f, col)+",?)>0", figure)
			}
		default:
			texts = append(texts, "ifnull("+col+",'')")
		}
	}
	match := " LIKE ? ESCAPE '\\'"
	arg := "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(what) + "%"
	wrap := func(col string) string { return col + match }
	if caseless(what) { // nothing to fold: the plain search is several times as fast
		arg = what
		wrap = func(col string) string { return "instr(" + col + ",?)>0" }
	}
	if len(texts) > 0 {
		any.or(wrap("("+strings.Join(texts, "||char(10)||")+")"), arg)
	}
	any.or("EXISTS(SELECT 1 FROM raw WHERE form='"+t.form.ID+"' AND row=_row AND "+wrap("text")+")", arg)
	return "(" + strings.Join(any.sql, " OR ") + ")", any.args
}

func caseless(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' })
}

// bareFigure gives the digits of what looks like a figure, without separators.
func bareFigure(s string) (string, bool) {
	s = strings.NewReplacer(",", "", "，", "", " ", "").Replace(s)
	if s == "" || strings.Trim(s, "-.0123456789") != "" {
		return "", false
	}
	return s, true
}

// shownFigure gives the expression of a figure as it is shown: its scale as decimals.
func shownFigure(f *form.Field, col string) string {
	digits := 0
	switch f.Kind {
	case form.Money:
		digits = 2
	case form.Decimal:
		digits = f.Decimals
	case form.Percent:
		digits = 4
	}
	if digits == 0 {
		return "CAST(" + col + " AS TEXT)"
	}
	scale := "1" + strings.Repeat("0", digits)
	return fmt.Sprintf("printf('%%s%%d.%%0%dd',iif(%s<0,'-',''),abs(%s)/%s,abs(%s)%%%s)", digits, col, col, scale, col, scale)
}

// orderBy makes the ORDER BY clause of a query.
func (t *table) orderBy(q Query) (string, error) {
	var parts []string
	for _, s := range q.Sort {
		i, err := t.position(s.Field)
		if err != nil {
			return "", err
		}
		col, f := t.cols[i], &t.form.Fields[i]
		expr := col
		switch {
		case f.Kind == form.Ref:
			expr = "(SELECT key FROM ident WHERE id=" + col + ")"
		case f.Kind == form.CodeKind && len(f.Codes) > 0:
			var b strings.Builder
			b.WriteString("CASE " + col)
			for n, c := range f.Codes {
				fmt.Fprintf(&b, " WHEN '%s' THEN %d", strings.ReplaceAll(c.ID, "'", "''"), n)
			}
			expr = b.String() + " ELSE " + col + " END"
		}
		dir := ""
		if s.Desc {
			dir = " DESC"
		}
		parts = append(parts, "("+col+" IS NULL)", expr+dir)
	}
	return strings.Join(append(parts, "_ord"), ", "), nil
}
