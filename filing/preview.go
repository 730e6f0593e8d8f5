package filing

import (
	"cmp"
	"context"

	"yice/filing/submission"
	"yice/form"
	"yice/internal/inorder"
	"yice/store"
)

// YearChange is what a restore would change in one enterprise's year, cell by cell: Old is what stands there now.
type YearChange struct {
	USCC    string
	Year    int
	Changes []CellChange
}

// Preview says what putting the other workspace in the place of this one would change. Nothing is written.
func Preview(ctx context.Context, now, then *store.Workspace) ([]YearChange, error) {
	type year struct {
		uscc string
		year int
	}
	sides := map[year]*[2]rowsOf{}
	for side, w := range []*store.Workspace{now, then} {
		books, err := w.Books()
		if err != nil {
			return nil, err
		}
		for _, b := range books {
			at := year{b.USCC, b.Year}
			if sides[at] == nil {
				sides[at] = &[2]rowsOf{noRows, noRows}
			}
			sides[at][side] = bookRows(w, b.Book)
		}
	}
	var all []YearChange
	for at, rows := range sides {
		y := YearChange{USCC: at.uscc, Year: at.year}
		for _, f := range formsOf(now, then) {
			changes, err := submission.DiffForm(ctx, f, rows[0], rows[1])
			if err != nil {
				return nil, err
			}
			y.Changes = append(y.Changes, changes...)
		}
		if len(y.Changes) > 0 {
			all = append(all, y)
		}
	}
	inorder.Sort(all, func(a, b YearChange) int {
		return cmp.Or(cmp.Compare(a.USCC, b.USCC), cmp.Compare(a.Year, b.Year))
	})
	return all, nil
}

// formsOf are all forms that lie in either workspace; where both have one it is the first's.
func formsOf(a, b *store.Workspace) []*form.Form {
	all := a.Forms()
	for _, f := range b.Forms() {
		if a.Form(f.ID) == nil {
			all = append(all, f)
		}
	}
	return all
}

func noRows(context.Context, *form.Form, func(*form.Record) error) error { return nil }

func bookRows(w *store.Workspace, b store.Book) rowsOf {
	return func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error {
		return w.Scan(ctx, b, f, visit)
	}
}
