package authority

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"yice/book"
	"yice/form"
	"yice/scoring"
)

// Year is the worked year as it lies in examples.
type Year struct {
	Tables map[string][]*form.Record // by form; a record's id is its row in the table
	Prior  *form.Record
	Pack   *scoring.Pack
	*book.Year
}

// records reads a table under a header of ids; none where there is no file.
func records(f *form.Form, path string) (all []*form.Record, err error) {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	lines, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return nil, err
	}
	for n, line := range lines[1:] {
		r := form.NewRecord(f)
		r.ID = int64(n) + 2
		for i, id := range lines[0] {
			field := f.Field(id)
			if field == nil {
				return nil, fmt.Errorf("%s has no field %s", f.ID, id)
			}
			v, err := field.Parse(line[i], form.Yuan)
			if err != nil {
				return nil, fmt.Errorf("%s row %d %s: %w", f.ID, n+2, id, err)
			}
			r.Set(id, v)
		}
		all = append(all, r)
	}
	return all, nil
}

// Read reads the worked year, to be scored by a pack.
func Read(examples string, pack *scoring.Pack) (*Year, error) {
	y := &Year{Tables: make(map[string][]*form.Record), Pack: pack}
	for _, f := range form.All() {
		all, err := records(f, filepath.Join(examples, "golden-2023", "2023", f.ID+".csv"))
		if err != nil {
			return nil, err
		}
		y.Tables[f.ID] = all
	}
	summary := form.ByID("rd_summary")
	prior, err := records(summary, filepath.Join(examples, "golden-2023", "2022", "rd_summary.csv"))
	if err != nil || len(prior) != 1 {
		return nil, fmt.Errorf("the year before: %d rows, %w", len(prior), err)
	}
	y.Prior = prior[0]
	return y, y.Judge()
}

// Judge judges and scores the rows anew, after they were changed.
func (y *Year) Judge() (err error) {
	y.Year, err = book.Read(context.Background(), book.Source{
		USCC: USCC, Year: 2023, Rows: y.Rows, Pack: y.Pack, Before: book.Before{Summary: y.Prior},
	})
	return err
}

// Rows visits the rows of a form.
func (y *Year) Rows(_ context.Context, f *form.Form, visit func(*form.Record) error) error {
	for _, r := range y.Tables[f.ID] {
		if err := visit(r.Clone()); err != nil {
			return err
		}
	}
	return nil
}

// Explained are the findings of the year, each with a reason.
func (y *Year) Explained() []form.Finding {
	all := append([]form.Finding(nil), y.Findings()...)
	for i := range all {
		if all[i].Severity != form.Must {
			all[i].Explained, all[i].Reason = true, "已与财务部门逐笔核对，金额与凭证一致，原件存档备查"
		}
	}
	return all
}

// pack reads the example's pack, changed as wanted.
func pack(examples string, replace ...string) (*scoring.Pack, error) {
	source, err := os.ReadFile(filepath.Join(examples, "pack-2023.toml"))
	if err != nil {
		return nil, err
	}
	changed := string(source)
	for i := 0; i < len(replace); i += 2 {
		if !strings.Contains(changed, replace[i]) {
			return nil, fmt.Errorf("the pack has no %q", replace[i])
		}
		changed = strings.Replace(changed, replace[i], replace[i+1], 1)
	}
	return scoring.Load([]byte(changed))
}
