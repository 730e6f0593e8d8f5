package document

import (
	"context"
	"errors"
	"strings"

	"yice/form"
	"yice/text"
)

// Limits of what a document carries. Rows beyond are asked of the verifier as they are wanted.
const (
	rowsCarried = 5_000 // of a register
	linesFirst  = 100   // of a ledger
	rowsAsked   = 100   // at a time
	rowsFound   = 500   // of a search
)

// rowsOf visits the rows of one form.
type rowsOf func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error

// columns are the fields of a form, in the units they are shown in.
func columns(f *form.Form) []Column {
	all := make([]Column, len(f.Fields))
	for i := range f.Fields {
		field := &f.Fields[i]
		title := field.Title
		if unit := field.Unit.Title; !unit.Empty() {
			title = text.ReportUnit.With(title, unit)
		}
		all[i] = Column{ID: field.ID, Title: Say(title), Figure: figure(field.Kind)}
	}
	return all
}

func figure(k form.Kind) bool {
	return k == form.Int || k == form.Money || k == form.Decimal || k == form.Percent
}

// row shows one record.
func row(r *form.Record) Row {
	cells := make([]Say, len(r.Values))
	for i, v := range r.Values {
		if v.Empty() {
			continue
		}
		f := &r.Form.Fields[i]
		cells[i] = plainPair(text.Pair{ZH: f.Display(v, form.NoUnit, text.ZH), EN: f.Display(v, form.NoUnit, text.EN)})
	}
	return Row{Row: r.ID, Cells: cells}
}

var errEnough = errors.New("enough rows")

// table reads a form's first rows and counts all of them. known is the count where it is known already, else -1.
func table(ctx context.Context, f *form.Form, rows rowsOf, known int64) (Table, error) {
	t := Table{Form: f.ID, Title: Say(f.Title), Columns: columns(f), Rows: []Row{}}
	most := rowsCarried
	if f.Scope == form.Ledger {
		most = linesFirst
	}
	err := rows(ctx, f, func(r *form.Record) error {
		t.Count++
		if len(t.Rows) < most {
			t.Rows = append(t.Rows, row(r))
		} else if known >= 0 {
			return errEnough
		}
		return nil
	})
	if errors.Is(err, errEnough) {
		t.Count, err = known, nil
	}
	return t, err
}

// Found are rows that were asked for, and how many there are in all.
type Found struct {
	Count int64 `json:"count"`
	Rows  []Row `json:"rows"`
}

// find gives a hundred rows of a form from a place on; or, where words are given, the first that have them in a cell.
func find(ctx context.Context, f *form.Form, rows rowsOf, from int64, words string) (Found, error) {
	found := Found{Rows: []Row{}}
	at := int64(-1)
	words = strings.ToLower(words)
	err := rows(ctx, f, func(r *form.Record) error {
		at++
		switch {
		case words != "":
			if !has(r, words) {
				return nil
			}
			if found.Count++; len(found.Rows) < rowsFound {
				found.Rows = append(found.Rows, row(r))
			}
		case at >= from+rowsAsked:
			return errEnough
		case at >= from:
			found.Count++
			found.Rows = append(found.Rows, row(r))
		}
		return nil
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return found, err
}

// has reports whether a cell holds the words, as files or as people write it.
func has(r *form.Record, words string) bool {
	for i, v := range r.Values {
		if v.Empty() {
			continue
		}
		f := &r.Form.Fields[i]
		if strings.Contains(strings.ToLower(f.Show(v)), words) || strings.Contains(strings.ToLower(f.Display(v, form.NoUnit, text.ZH)), words) ||
			f.Kind == form.CodeKind && strings.Contains(strings.ToLower(f.Display(v, form.NoUnit, text.EN)), words) {
			return true
		}
	}
	return false
}

// plain replaces characters that could turn or hide what stands beside them; line breaks stay.
func plain(s string) string {
	if !strings.Contains(s, "\n") {
		return text.Harmless(s)
	}
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = text.Harmless(strings.TrimSuffix(lines[i], "\r"))
	}
	return strings.Join(lines, "\n")
}

func plainPair(p text.Pair) Say { return Say{plain(p.ZH), plain(p.EN)} }
