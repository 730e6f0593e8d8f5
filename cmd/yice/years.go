package main

import (
	"context"
	"slices"
	"strconv"

	"yice/entry"
	"yice/store"
)

// inYears opens a session over the year that is named, or, where none is, over one year after the other, newest first,
// until the work says that it is done. Files that come from the regulator say themselves which year they are about.
func (p *program) inYears(ctx context.Context, path string, s *scope, do func(*entry.Session) (done bool, err error)) error {
	if s.year != "" {
		return p.inSession(ctx, path, s, writing, func(session *entry.Session) error {
			_, err := do(session)
			return err
		})
	}
	var years []int
	err := p.inWorkspace(path, reading, func(w *store.Workspace) error {
		books, err := p.books(w, s)
		for _, b := range books {
			years = append(years, b.Year)
		}
		return err
	})
	if err != nil {
		return err
	}
	slices.Sort(years)
	slices.Reverse(years)
	for _, y := range years {
		of, done := *s, false
		of.year = strconv.Itoa(y)
		err := p.inSession(ctx, path, &of, writing, func(session *entry.Session) (err error) {
			done, err = do(session)
			return err
		})
		if err != nil || done {
			return err
		}
	}
	return nil
}
