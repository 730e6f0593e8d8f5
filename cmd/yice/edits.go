package main

import (
	"regexp"
	"strconv"
	"strings"

	"yice/entry"
	"yice/form"
	"yice/text"
)

var (
	// patent[202110253000.2].status=授权, annual.revenue=7.5亿, spend[#12].amount=0
	setPattern = regexp.MustCompile(`^([a-z_]+)(?:\[([^\]]*)\])?\.([a-z_0-9]+)=((?s).*)$`)
	// award:level=市级,name=…
	addPattern = regexp.MustCompile(`^([a-z_]+):((?s).*)$`)
	// the beginning of the next field in the list of --add; a comma not followed by one belongs to the value
	nextField = regexp.MustCompile(`,\s*[a-z_0-9]+=`)
)

// hypothetical reads --set and --add. Bare money figures are 元, as in files under id headers.
func hypothetical(session *entry.Session, sets, adds []string) ([]entry.Edit, error) {
	var edits []entry.Edit
	for _, set := range sets {
		e, err := readSet(session, set)
		if err != nil {
			return nil, err
		}
		edits = append(edits, e)
	}
	for i, add := range adds {
		row, err := readAdd(add, int64(-1-i))
		if err != nil {
			return nil, err
		}
		edits = append(edits, row...)
	}
	return edits, nil
}

func readSet(session *entry.Session, set string) (entry.Edit, error) {
	m := setPattern.FindStringSubmatch(set)
	if m == nil {
		return entry.Edit{}, usage("cmd.set", text.CmdBadSet.With(set))
	}
	f, err := namedForm(m[1])
	if err != nil {
		return entry.Edit{}, err
	}
	if err := namedField(f, m[3]); err != nil {
		return entry.Edit{}, err
	}
	row, err := namedRow(session, f, m[2])
	return entry.Edit{Form: f, Row: row, Field: m[3], Typed: m[4], Unit: form.Yuan}, err
}

func readAdd(add string, row int64) ([]entry.Edit, error) {
	m := addPattern.FindStringSubmatch(add)
	if m == nil {
		return nil, usage("cmd.add", text.CmdBadAdd.With(add))
	}
	f, err := namedForm(m[1])
	if err != nil {
		return nil, err
	}
	edits := []entry.Edit{{Form: f, Row: row}}
	for _, part := range splitFields(m[2]) {
		id, typed, ok := strings.Cut(part, "=")
		if !ok {
			return nil, usage("cmd.add", text.CmdBadAdd.With(add))
		}
		id = strings.TrimSpace(id)
		if err := namedField(f, id); err != nil {
			return nil, err
		}
		edits = append(edits, entry.Edit{Form: f, Row: row, Field: id, Typed: typed, Unit: form.Yuan})
	}
	return edits, nil
}

// splitFields parts "a=1,b=2,000" into "a=1" and "b=2,000".
func splitFields(list string) []string {
	var parts []string
	from := 0
	for _, at := range nextField.FindAllStringIndex(list, -1) {
		parts = append(parts, list[from:at[0]])
		from = at[0] + 1
	}
	return append(parts, list[from:])
}

func namedForm(id string) (*form.Form, error) {
	if f := form.ByID(id); f != nil {
		return f, nil
	}
	var ids []string
	for _, f := range form.All() {
		ids = append(ids, f.ID)
	}
	return nil, usage("cmd.form", text.CmdNoForm.With(id, strings.Join(ids, ", ")))
}

func namedField(f *form.Form, id string) error {
	if f.Field(id) != nil {
		return nil
	}
	var ids []string
	for i := range f.Fields {
		ids = append(ids, f.Fields[i].ID)
	}
	return usage("cmd.field", text.CmdNoField.With(f.Title, id, strings.Join(ids, ", ")))
}

// namedRow finds the row in the brackets: a natural key, or #n for the row with that id; the one row of a single form needs none.
func namedRow(session *entry.Session, f *form.Form, key string) (int64, error) {
	if n, err := strconv.ParseInt(strings.TrimPrefix(key, "#"), 10, 64); err == nil && strings.HasPrefix(key, "#") && n > 0 {
		r, err := session.Record(f, n)
		if err != nil {
			return 0, err
		}
		if r != nil {
			return n, nil
		}
	}
	if f.Single() && key == "" {
		return 0, nil
	}
	if r := session.Find(f, key); key != "" && r != nil {
		return r.ID, nil
	}
	return 0, usage("cmd.row", text.CmdNoRow.With(f.Title, key))
}
