package entry

import (
	"yice/book"
	"yice/form"
	"yice/text"
)

// label says in words what a plan does, for the history and for undo.
func (p *plan) label() text.Pair {
	var doing []*plannedRow
	for _, row := range p.rows {
		if _, ok := row.write(); ok {
			doing = append(doing, row)
		}
	}
	switch {
	case len(doing) == 1:
		return doing[0].label()
	case len(doing) == 0:
		return text.Pair{}
	}
	cells, removed, made := 0, 0, 0
	for _, row := range doing {
		switch {
		case row.now == nil:
			removed++
		case row.before == nil:
			made++
		default:
			cells += len(row.cells())
		}
	}
	f := doing[0].form
	switch {
	case removed == len(doing):
		return text.EntryLabelRemoveMany.With(removed, f.Title)
	case made == len(doing):
		return text.EntryLabelAddMany.With(made, f.Title)
	}
	return text.EntryLabelEditMany.With(len(doing), f.Title)
}

// label says in words what happens to one row.
func (row *plannedRow) label() text.Pair {
	switch {
	case row.now == nil:
		return text.EntryLabelRemove.With(row.form.Title, named(row.before))
	case row.before == nil:
		if row.item != "" {
			return text.EntryLabelAdd.With(row.form.Title, form.KeyTitle(row.form.ID, book.Clip(row.item)))
		}
		return text.EntryLabelAdd.With(row.form.Title, named(row.now))
	}
	cells := row.cells()
	if len(cells) != 1 {
		return text.EntryLabelEditRow.With(row.form.Title, named(row.before), len(cells))
	}
	i := cells[0].Field
	fd := &row.form.Fields[i]
	return text.EntryLabelEdit.With(row.form.Title, named(row.before), fd.Title, shown(row.before, i), shown(row.now, i))
}

// named is what a person knows a row by, with a space before it; nothing for a form of one row.
func named(r *form.Record) text.Pair {
	if r.Form.Single() {
		return text.Pair{}
	}
	l := book.Label(r)
	if l == "" {
		return text.Pair{}
	}
	said := form.KeyTitle(r.Form.ID, l)
	return text.Pair{ZH: " " + book.Clip(said.ZH), EN: " " + book.Clip(said.EN)}
}

// shown gives a cell as people see it, in both languages; text that could not be read as it was typed.
func shown(r *form.Record, i int) text.Pair {
	fd := &r.Form.Fields[i]
	if raw := r.Raw[i]; raw != "" {
		return text.Same(book.Clip(raw))
	}
	if r.Values[i].Empty() {
		return text.EntryEmpty
	}
	return text.Pair{
		ZH: book.Clip(fd.Display(r.Values[i], fd.Unit, text.ZH)),
		EN: book.Clip(fd.Display(r.Values[i], fd.Unit, text.EN)),
	}
}
