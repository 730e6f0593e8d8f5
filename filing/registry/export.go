package registry

import (
	"bufio"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"time"

	"yice/filing/intake/delimited"
	"yice/filing/registry/spelling"
	"yice/internal/whole"
	"yice/text"
)

var (
	china = time.FixedZone("UTC+8", 8*60*60)
	two   = big.NewRat(2, 1)
)

// exportedViews are written out beside the tables.
var exportedViews = []string{"current_submission", "ranking", "due", "double_claim", "intra_group", "group_total", "five_years"}

// ExportCSV writes every table and view as a file of its own: UTF-8 with a mark, so that a spreadsheet reads it, cells that look
// like formulas marked as text. Files that are there are refused.
func (r *Registry) ExportCSV(ctx context.Context, dir string) (files []string, err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, faultOf("registry.cannot-write", text.Cannot, text.RegistryCannotWrite.With(shown(dir)), err)
	}
	for _, of := range r.tables {
		if of.name == "head" || of.name == "registry" {
			continue
		}
		order := " ORDER BY " + quotedList(of.names()[:of.key])
		if err := r.exportCSV(ctx, dir, of.name, of.columns, order); err != nil {
			return files, err
		}
		files = append(files, of.name+".csv")
	}
	for _, view := range exportedViews {
		columns, err := r.columns(ctx, view)
		if err != nil {
			return files, err
		}
		if err := r.exportCSV(ctx, dir, view, columns, ""); err != nil {
			return files, err
		}
		files = append(files, view+".csv")
	}
	return files, nil
}

// columns names those of a view.
func (r *Registry) columns(ctx context.Context, view string) (all []column, err error) {
	rows, err := r.s.conn.QueryContext(ctx, "SELECT * FROM "+quoted(view)+" WHERE 1 = 0")
	if err != nil {
		return nil, cannotUse(err)
	}
	defer rows.Close()
	names, err := rows.Columns()
	for _, name := range names {
		all = append(all, column{name, varchar})
	}
	return all, cannotUse(err)
}

func (r *Registry) exportCSV(ctx context.Context, dir, name string, columns []column, order string) (err error) {
	path := filepath.Join(dir, name+".csv")
	f, err := whole.Temp(dir)
	if err != nil {
		return faultOf("registry.cannot-write", text.Cannot, text.RegistryCannotWrite.With(shown(path)), err)
	}
	defer os.Remove(f.Name())
	defer f.Close()
	b := bufio.NewWriter(f)
	b.WriteString("\xEF\xBB\xBF")
	w := csv.NewWriter(b)
	of := &table{name: name, columns: columns}
	err = w.Write(of.names())
	if err == nil {
		err = r.s.rows(ctx, of, order, func(values []any) error {
			cells := make([]string, len(values))
			for i, v := range values {
				cells[i] = exported(v)
			}
			return w.Write(cells)
		})
	}
	w.Flush()
	if err := errors.Join(err, w.Error(), b.Flush(), f.Sync()); err != nil {
		return cannotUse(err)
	}
	if err := whole.Place(f.Name(), path); err != nil {
		return faultOf("registry.cannot-write", text.Cannot, text.RegistryCannotWrite.With(shown(path)), err)
	}
	return nil
}

// exported is a value as a cell.
func exported(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case int64:
		return fmt.Sprint(v)
	case float64:
		return fmt.Sprint(answered(numeric, v))
	case time.Time:
		return moment(v)
	case []byte:
		return delimited.Marked(string(v))
	}
	s := fmt.Sprint(v)
	if _, ok := spelling.Dec(s); ok || strings.Contains(s, "\x1f") {
		return strings.ReplaceAll(s, "\x1f", " ")
	}
	return delimited.Marked(s)
}
