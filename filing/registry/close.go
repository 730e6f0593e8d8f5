package registry

import (
	"context"
	"strconv"

	"yice/text"
)

// CloseYear puts down what the year came to, and lets nothing change it any more.
func (r *Registry) CloseYear(ctx context.Context) (rows []Ranked, err error) {
	year, err := r.Newest(ctx)
	if err != nil {
		return nil, err
	}
	if err := r.whole(ctx); err != nil {
		return nil, err
	}
	err = r.write(ctx, func(t *tx) error {
		if err := r.open(ctx, year.Year); err != nil {
			return err
		}
		if err := r.loaded(ctx); err != nil {
			return err
		}
		if rows, err = r.Rank(ctx, RankOptions{Period: strconv.Itoa(year.Year)}); err != nil {
			return err
		}
		for _, row := range rows {
			err := t.put(ctx, "close", "", "result", row.USCC, int64(year.Year), row.held.Digest, row.Type, int64(row.Rank), row.Adjusted, row.Adjusted, row.Grade, t.at)
			if err != nil {
				return err
			}
		}
		return t.putState(ctx, "close", "", year, closedState)
	})
	return rows, err
}

// Reopen lets a closed year be changed again; what it came to is taken back.
func (r *Registry) Reopen(ctx context.Context, why string) error {
	year, err := r.Newest(ctx)
	if err != nil {
		return err
	}
	if why, err = reasoned(why); err != nil {
		return err
	}
	return r.write(ctx, func(t *tx) error {
		now, err := r.Newest(ctx)
		if err != nil {
			return err
		}
		if !now.Closed {
			return fault("registry.not-closed", text.Usage, text.RegistryNotClosed.With(now.Year))
		}
		var codes []string
		err = t.each(ctx, "SELECT uscc FROM result WHERE year = ? ORDER BY uscc", []any{int64(year.Year)}, func(scan func(...any) error) error {
			var uscc string
			err := scan(&uscc)
			codes = append(codes, uscc)
			return err
		})
		if err != nil {
			return err
		}
		for _, uscc := range codes {
			if err := t.drop(ctx, "reopen", why, "result", uscc, int64(year.Year)); err != nil {
				return err
			}
		}
		return t.putState(ctx, "reopen", why, year, "")
	})
}

// putState notes that a year was closed, or opened again.
func (t *tx) putState(ctx context.Context, what, why string, y Year, state string) error {
	var row []any
	err := t.rows(ctx, tableNamed("pack"), " WHERE year = ?", func(values []any) error {
		row = append(row, values...)
		return nil
	}, int64(y.Year))
	if err != nil {
		return err
	}
	return t.put(ctx, what, why, "pack", int64(y.Year), row[1], row[2], row[3], row[4], state, t.who, why, t.at)
}
