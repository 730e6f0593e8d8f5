package submission

import (
	"encoding/csv"
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// What the descriptor promises of the data must hold: it is read here by its own rules, without our dictionary.
func TestTheDescriptorDescribesTheData(t *testing.T) {
	entries := parts(t, written(t, sample(t)))
	var d descriptor
	if err := json.Unmarshal([]byte(entries[packageEntry]), &d); err != nil {
		t.Fatal(err)
	}
	tables := make(map[string][]map[string]string)
	for _, r := range d.Resources {
		rows, err := csv.NewReader(strings.NewReader(entries[r.Path])).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", r.Path, err)
		}
		if len(rows[0]) != len(r.Schema.Fields) || int64(len(entries[r.Path])) != r.Bytes {
			t.Errorf("%s: %d columns, %d fields, %d bytes", r.Path, len(rows[0]), len(r.Schema.Fields), r.Bytes)
			continue
		}
		for n, row := range rows[1:] {
			record := make(map[string]string)
			for i, field := range r.Schema.Fields {
				if rows[0][i] != field.Name {
					t.Errorf("%s: column %d is %s, the descriptor says %s", r.Path, i, rows[0][i], field.Name)
				}
				if why := breaks(field, row[i]); why != "" {
					t.Errorf("%s row %d %s %q: %s", r.Path, n+2, field.Name, row[i], why)
				}
				record[field.Name] = row[i]
			}
			tables[r.Name] = append(tables[r.Name], record)
		}
	}
	for name := range entries {
		if strings.HasPrefix(name, dataFolder) && !slices.ContainsFunc(d.Resources, func(r resource) bool { return r.Path == name }) {
			t.Errorf("%s is not described", name)
		}
	}
	for _, r := range d.Resources {
		seen := make(map[string]bool)
		for _, record := range tables[r.Name] {
			if key := pick(record, r.Schema.PrimaryKey); len(r.Schema.PrimaryKey) > 0 {
				if seen[key] {
					t.Errorf("%s: the key %q stands twice", r.Name, key)
				}
				seen[key] = true
			}
			for _, fk := range r.Schema.ForeignKeys {
				value := pick(record, fk.Fields)
				if value != "" && !slices.ContainsFunc(tables[fk.Reference.Resource], func(to map[string]string) bool { return pick(to, fk.Reference.Fields) == value }) {
					t.Errorf("%s: %q is not in %s", r.Name, value, fk.Reference.Resource)
				}
			}
		}
	}
}

func pick(record map[string]string, fields []string) string {
	values := make([]string, len(fields))
	for i, f := range fields {
		values[i] = record[f]
	}
	return strings.Join(values, "\x00")
}

func breaks(f schemaField, cell string) string {
	c := f.Constraints
	if c == nil {
		c = &constraints{}
	}
	if cell == "" {
		if c.Required {
			return "required"
		}
		return ""
	}
	switch f.Type {
	case "integer":
		if _, err := strconv.Atoi(cell); err != nil {
			return "no integer"
		}
	case "number":
		n, err := strconv.ParseFloat(cell, 64)
		if err != nil || c.Minimum != nil && n < float64(*c.Minimum) {
			return "no number, or below the minimum"
		}
	case "date":
		if _, err := time.Parse("2006-01-02", cell); err != nil {
			return "no date"
		}
	}
	if c.Pattern != "" && !regexp.MustCompile("^(?:"+c.Pattern+")$").MatchString(cell) {
		return "does not fit " + c.Pattern
	}
	if len(c.Enum) > 0 && !slices.Contains(c.Enum, cell) {
		return "not in the list"
	}
	return ""
}
