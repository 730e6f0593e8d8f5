package entry

import (
	"strconv"
	"strings"

	"yice/book"
	"yice/form"
	"yice/text"
)

// ParseEdits reads the hypothetical edits of the command line:
//
//	sets: patent[202110253000.2].status=授权    a cell of the row with a natural key
//	      conversion[#12].income=80万           a cell of the row with an id, for rows without a key
//	      annual.revenue=8亿                    a cell of a form of one row
//	      checklist[企业人才数据库].answer=是      an item, answered or not
//	adds: award:level=市级,achievement_title=…  a new row
//
// A bare money figure is 元, as in files under an id header. Faults: entry.edit-syntax, entry.no-form, entry.no-field,
// entry.no-key.
func (s *Session) ParseEdits(sets, adds []string) ([]Edit, error) {
	var edits []Edit
	for _, set := range sets {
		e, err := s.parseSet(set)
		if err != nil {
			return nil, err
		}
		edits = append(edits, e)
	}
	for n, add := range adds {
		row, err := s.parseAdd(add, int64(-1-n))
		if err != nil {
			return nil, err
		}
		edits = append(edits, row...)
	}
	return edits, nil
}

func (s *Session) parseSet(set string) (Edit, error) {
	e := Edit{Unit: form.Yuan}
	head, key, keyed, rest := splitSet(s.Forms(), set)
	if e.Form = s.Forms().ByID(head); e.Form == nil {
		return e, fault("entry.no-form", text.Usage, text.EntryNoForm.With(book.Clip(head)))
	}
	field, typed, ok := strings.Cut(rest, "=")
	if !ok {
		return e, badEdit(set)
	}
	e.Field, e.Typed = strings.TrimSpace(field), strings.TrimSpace(typed)
	if e.Form.Field(e.Field) == nil {
		return e, fault("entry.no-field", text.Usage, text.EntryNoField.With(e.Form.Title, book.Clip(e.Field)))
	}
	switch {
	case e.Form.Single() && (!keyed || key == ""):
		return e, nil
	case !keyed:
		return e, badEdit(set)
	}
	row, err := s.rowNamed(e.Form, key)
	e.Row = row
	return e, err
}

// splitSet takes "form[key].field=value" or "form.field=value" apart. A key may hold dots, brackets and equals signs: it
// ends at the first "]." behind which a field of the form stands.
func splitSet(d *form.Dictionary, set string) (head, key string, keyed bool, rest string) {
	dot, open := strings.IndexByte(set, '.'), strings.IndexByte(set, '[')
	if open < 0 || dot >= 0 && dot < open {
		head, rest, _ = strings.Cut(set, ".")
		return strings.TrimSpace(head), "", false, rest
	}
	head = strings.TrimSpace(set[:open])
	f, tail := d.ByID(head), set[open+1:]
	for from := 0; ; {
		i := strings.Index(tail[from:], "].")
		if i < 0 {
			return head, "", false, ""
		}
		i += from
		field, _, ok := strings.Cut(tail[i+2:], "=")
		if ok && (f == nil || f.Field(strings.TrimSpace(field)) != nil || !strings.Contains(tail[i+2:], "].")) {
			return head, tail[:i], true, tail[i+2:]
		}
		from = i + 2
	}
}

// rowNamed finds a row by its natural key as people type it, or by "#" and its id; an item of the checklist that is not
// answered by its text.
func (s *Session) rowNamed(f *form.Form, key string) (int64, error) {
	if id, ok := strings.CutPrefix(key, "#"); ok {
		if n, err := strconv.ParseInt(id, 10, 64); err == nil {
			if r, err := s.Record(f, n); err != nil || r != nil {
				return n, err
			}
		}
	}
	if r := s.Find(f, key); r != nil {
		return r.ID, nil
	}
	if r := s.Find(f, canonicalKey(f, key)); r != nil {
		return r.ID, nil
	}
	if f.ID == checklistID {
		for _, it := range s.now.Load().Items() {
			if it.Item == key {
				return it.Record.ID, nil
			}
		}
	}
	return 0, fault("entry.no-key", text.Usage, text.EntryNoKey.With(f.Title, book.Clip(key)))
}

// canonicalKey brings a key people typed to its stored form, part by part: "ZL 2021 1 0253000.2" → "202110253000.2".
func canonicalKey(f *form.Form, key string) string {
	for _, fields := range f.Keys {
		parts := strings.SplitN(key, "+", len(fields))
		for i, part := range parts {
			fd := f.Field(fields[i])
			if v, err := fd.Parse(part, form.Yuan); err == nil {
				parts[i] = fd.Show(v)
			}
		}
		if k := strings.Join(parts, "+"); k != key {
			return k
		}
	}
	return ""
}

// parseAdd reads "form:field=value,field=value" as edits of a new row. A value may hold commas: it ends where a comma is
// followed by a field of the form and an equals sign.
func (s *Session) parseAdd(add string, row int64) ([]Edit, error) {
	head, rest, ok := strings.Cut(add, ":")
	f := s.Forms().ByID(strings.TrimSpace(head))
	if f == nil {
		return nil, fault("entry.no-form", text.Usage, text.EntryNoForm.With(book.Clip(head)))
	}
	if !ok || strings.TrimSpace(rest) == "" {
		return nil, badEdit(add)
	}
	var edits []Edit
	for _, part := range splitCells(f, rest) {
		field, typed, ok := strings.Cut(part, "=")
		if !ok {
			return nil, badEdit(add)
		}
		field = strings.TrimSpace(field)
		if f.Field(field) == nil {
			return nil, fault("entry.no-field", text.Usage, text.EntryNoField.With(f.Title, book.Clip(field)))
		}
		edits = append(edits, Edit{Form: f, Row: row, Field: field, Typed: strings.TrimSpace(typed), Unit: form.Yuan})
	}
	return edits, nil
}

func splitCells(f *form.Form, s string) []string {
	var parts []string
	from := 0
	for i, r := range s {
		if r != ',' && r != '，' {
			continue
		}
		next := s[i+len(string(r)):]
		name, _, ok := strings.Cut(next, "=")
		name = strings.TrimSpace(name)
		if ok && (f.Field(name) != nil || isName(name)) {
			parts = append(parts, s[from:i])
			from = i + len(string(r))
		}
	}
	return append(parts, s[from:])
}

// isName reports whether a text looks like a field's id: then it is meant as one, and a wrong one is said to be wrong.
func isName(s string) bool {
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '_' {
			return false
		}
	}
	return s != ""
}

func badEdit(s string) error {
	return fault("entry.edit-syntax", text.Usage, text.EntryEditSyntax.With(book.Clip(s)))
}
