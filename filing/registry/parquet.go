package registry

import (
	"bufio"
	"context"
	"errors"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"yice/filing/registry/parquet"
	"yice/internal/whole"
	"yice/text"
)

// A table as Parquet: figures stay exact. Whole numbers are 64 bits, a NUMERIC is DECIMAL(38, 12), all else is text; what is not there
// is null.

// ExportParquet writes every table as files for analysis: one a year of what belongs to enterprise-years, else one.
func (r *Registry) ExportParquet(ctx context.Context, dir string) (files []string, err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, faultOf("registry.cannot-write", text.Cannot, text.RegistryCannotWrite.With(shown(dir)), err)
	}
	years, err := r.Years(ctx)
	if err != nil {
		return nil, err
	}
	for _, of := range r.tables {
		if of.name == "head" || of.name == "registry" {
			continue
		}
		order := " ORDER BY " + quotedList(of.names()[:of.key])
		byYear := of.name != "pack" && slices.ContainsFunc(of.columns, func(c column) bool { return c.name == "year" })
		if !byYear {
			name := of.name + ".parquet"
			if err := r.exportParquet(ctx, filepath.Join(dir, name), &of, order); err != nil {
				return files, err
			}
			files = append(files, name)
			continue
		}
		for _, y := range years {
			name := of.name + "-" + strconv.Itoa(y.Year) + ".parquet"
			if err := r.exportParquet(ctx, filepath.Join(dir, name), &of, " WHERE year = ?"+order, int64(y.Year)); err != nil {
				return files, err
			}
			files = append(files, name)
		}
	}
	return files, nil
}

func (r *Registry) exportParquet(ctx context.Context, path string, of *table, where string, args ...any) error {
	wrong := func(err error) error {
		return faultOf("registry.cannot-write", text.Cannot, text.RegistryCannotWrite.With(shown(path)), err)
	}
	f, err := whole.Temp(filepath.Dir(path))
	if err != nil {
		return wrong(err)
	}
	defer os.Remove(f.Name())
	defer f.Close()
	columns := make([]parquet.Column, len(of.columns))
	for i, c := range of.columns {
		columns[i] = parquet.Column{Name: c.name, Kind: kindOf(c.kind)}
	}
	out := bufio.NewWriterSize(f, 1<<18)
	w := parquet.NewWriter(out, columns)
	row := make([]any, len(columns))
	err = r.s.rows(ctx, of, where, func(values []any) error {
		for i, v := range values {
			if row[i], err = cellOf(columns[i].Kind, of.columns[i].kind, v); err != nil {
				return err
			}
		}
		return w.Row(row)
	}, args...)
	if err := errors.Join(err, w.Close(), out.Flush(), f.Sync()); err != nil {
		return wrong(err)
	}
	if err := whole.Place(f.Name(), path); err != nil {
		return wrong(err)
	}
	return nil
}

func kindOf(kind string) parquet.Kind {
	switch kind {
	case integer, bigint:
		return parquet.Int
	case numeric:
		return parquet.Decimal
	}
	return parquet.Text
}

// cellOf is a value of the database as its column in the file holds it; nil stays nil.
func cellOf(to parquet.Kind, kind string, v any) (any, error) {
	if v == nil {
		return nil, nil
	}
	s := canonical(kind, v)
	switch to {
	case parquet.Int:
		return strconv.ParseInt(s, 10, 64)
	case parquet.Decimal:
		q, ok := new(big.Rat).SetString(s)
		if !ok {
			return nil, parquet.ErrBeyond
		}
		return q, nil
	}
	return s, nil
}
