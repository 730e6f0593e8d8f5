package returns

import (
	"slices"

	"yice/form"
	"yice/text"
)

// A figure of a register is of the rows for which conditions hold, and these are data: what counts the rows and what opens them
// are the same.

// has keeps the rows of a register whose field has one of the values.
func has(field string, values ...string) where { return where{{Field: field, Values: values}} }

// inYear keeps the rows whose date lies in the year.
func inYear(field string, year int) where {
	return where{{Field: field, From: number(year) + "-01-01", To: number(year) + "-12-31"}}
}

// notAfter keeps the rows whose date does not lie after the year; an empty one does not.
func notAfter(field string, year int) where {
	return where{{Field: field, From: number(year+1) + "-01-01", Not: true}}
}

// filled keeps the rows with something in a field.
func filled(field string) where { return where{{Field: field, Values: []string{""}, Not: true}} }

// keeps reports whether the conditions hold for a row.
func (w where) keeps(r *form.Record) bool {
	return !slices.ContainsFunc(w, func(c Cond) bool { return c.keeps(r.Str(c.Field)) == c.Not })
}

func (c *Cond) keeps(value string) bool {
	ranged := c.From != "" || c.To != ""
	return slices.Contains(c.Values, value) || ranged && value != "" && value >= c.From && (c.To == "" || value <= c.To)
}

// rows gives the rows for which conditions hold; those with the same key are one.
func (s *Slice) rows(formID string, w where) (out []*form.Record) {
	seen := map[string]bool{}
	for _, r := range s.in.Registers[formID] {
		key := r.Key()
		if !w.keeps(r) || key != "" && seen[key] {
			continue
		}
		seen[key] = true
		out = append(out, r)
	}
	return out
}

// ofRows is a figure worked out from the rows of a register for which conditions hold.
func ofRows(formID, field string, say text.Pair, rows func(*Slice) where, of func([]*form.Record) int64) Formula {
	return Formula{
		op: opOf, form: formID, field: field, say: say, rows: rows,
		of: func(s *Slice) Figure {
			if s.in.onlySummed() {
				return Figure{}
			}
			return known(of(s.rows(formID, rows(s))))
		},
	}
}

// howMany counts rows.
func howMany(rows []*form.Record) int64 { return int64(len(rows)) }

// howManyOf counts the different values of a field.
func howManyOf(field string) func([]*form.Record) int64 {
	return func(rows []*form.Record) int64 {
		seen := map[string]bool{}
		for _, r := range rows {
			seen[r.Str(field)] = true
		}
		return int64(len(seen))
	}
}

// inAll adds a field up.
func inAll(field string) func([]*form.Record) int64 {
	return func(rows []*form.Record) (total int64) {
		for _, r := range rows {
			total = form.Plus(total, r.Num(field))
		}
		return total
	}
}

func applied(s *Slice) where           { return inYear("applied_on", s.in.Year) }
func appliedInventions(s *Slice) where { return has("kind", form.Invention).and(applied(s)) }

// granted are the patents of some kinds that are granted, unless after the year.
func granted(s *Slice, kinds ...string) where {
	return has("kind", kinds...).and(has("status", form.Granted)).and(notAfter("granted_on", s.in.Year))
}

func inForce(s *Slice) where { return granted(s, form.Invention) }
func inUse(s *Slice) where   { return inForce(s).and(has("implemented", form.Yes)) }

// licensed are the conversions by transfer or licence that name the patent.
func licensed(*Slice) where { return has("mode", "转让", "许可").and(filled("patent")) }

func standards(s *Slice) where {
	return has("level", "国家", "行业").and(inYear("issued_on", s.in.Year))
}
