package filing

import (
	"cmp"
	"context"

	"yice/filing/submission"
	"yice/form"
	"yice/internal/inorder"
	"yice/store"
	"yice/text"
)

// YearChange is what a restore would change in one enterprise's year, cell by cell: Old is what stands there now.
type YearChange struct {
	USCC    string
	Year    int
	Changes []CellChange
	// Seal is what becomes of the year's seal, Notes how many reasons, sign-offs, recognitions and submissions would be others.
	Seal  SealChange
	Notes int
}

// SealChange is what a restore does to the seal of a year.
type SealChange int

const (
	SealStays SealChange = iota
	SealOpened
	SealSet
)

// Beside says what would change besides the cells, a sentence each.
func (y *YearChange) Beside() (say []text.Pair) {
	switch y.Seal {
	case SealOpened:
		say = append(say, text.FilingPreviewOpened)
	case SealSet:
		say = append(say, text.FilingPreviewSealed)
	}
	if y.Notes > 0 {
		say = append(say, text.FilingPreviewNotes.With(y.Notes))
	}
	return say
}

// Preview says what putting the other workspace in the place of this one would change. Nothing is written.
func Preview(ctx context.Context, now, then *store.Workspace) ([]YearChange, error) {
	type year struct {
		uscc string
		year int
	}
	type side struct {
		rows   rowsOf
		sealed bool
		notes  map[store.Note]bool
	}
	sides := map[year]*[2]side{}
	for which, w := range []*store.Workspace{now, then} {
		books, err := w.Books()
		if err != nil {
			return nil, err
		}
		for _, b := range books {
			at := year{b.USCC, b.Year}
			if sides[at] == nil {
				sides[at] = &[2]side{{rows: noRows}, {rows: noRows}}
			}
			notes, err := keptNotes(w, b.Book)
			if err != nil {
				return nil, err
			}
			sides[at][which] = side{bookRows(w, b.Book), b.Locked, notes}
		}
	}
	var all []YearChange
	for at, of := range sides {
		y := YearChange{USCC: at.uscc, Year: at.year, Notes: differing(of[0].notes, of[1].notes)}
		switch {
		case of[0].sealed && !of[1].sealed:
			y.Seal = SealOpened
		case !of[0].sealed && of[1].sealed:
			y.Seal = SealSet
		}
		for _, f := range formsOf(now, then) {
			changes, err := submission.DiffForm(ctx, f, of[0].rows, of[1].rows)
			if err != nil {
				return nil, err
			}
			y.Changes = append(y.Changes, changes...)
		}
		if len(y.Changes) > 0 || len(y.Beside()) > 0 {
			all = append(all, y)
		}
	}
	inorder.Sort(all, func(a, b YearChange) int {
		return cmp.Or(cmp.Compare(a.USCC, b.USCC), cmp.Compare(a.Year, b.Year))
	})
	return all, nil
}

// keptNotes are what is written beside the rows of a year, with nothing of when and by whom.
func keptNotes(w *store.Workspace, b store.Book) (map[store.Note]bool, error) {
	all := make(map[store.Note]bool)
	for _, kind := range store.NoteKinds {
		notes, err := w.Notes(b, kind)
		if err != nil {
			return nil, err
		}
		for _, n := range notes {
			all[store.Note{Kind: n.Kind, ID: n.ID, Text: n.Text}] = true
		}
	}
	return all, nil
}

// differing counts the notes that are not the same on both sides, each once.
func differing(now, then map[store.Note]bool) int {
	ids := make(map[[2]string]bool)
	for _, side := range [][2]map[store.Note]bool{{now, then}, {then, now}} {
		for n := range side[0] {
			if !side[1][n] {
				ids[[2]string{n.Kind, n.ID}] = true
			}
		}
	}
	return len(ids)
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
