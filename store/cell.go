package store

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"yice/form"
)

// A cell in the history is a short text that says what it is, so that undo restores it without parsing what people typed:
//
//	""        empty
//	n1250     a figure in its stored scale
//	sABC      a text
//	k7 P-001  a reference: identity 7, whose key was P-001 then
//	r12,5,0   text that could not be read, as typed
//
// A whole row is a JSON object of such texts by field id, in the order of the fields, empty ones left out.

// cell is one field of a stored row: what goes into its column, and what the history says of it.
type cell struct {
	value form.Value
	raw   string
	ident int64 // for a reference
}

func (c cell) empty() bool { return c.value.Empty() && c.raw == "" }

func (c cell) encode() string {
	switch {
	case c.raw != "":
		return "r" + c.raw
	case c.value.Empty():
		return ""
	case c.ident != 0:
		return "k" + strconv.FormatInt(c.ident, 10) + " " + c.value.Str()
	case c.value.IsNumber():
		return "n" + strconv.FormatInt(c.value.Num(), 10)
	}
	return "s" + c.value.Str()
}

func decode(s string) (cell, error) {
	if s == "" {
		return cell{}, nil
	}
	rest := s[1:]
	switch s[0] {
	case 'r':
		return cell{raw: rest}, nil
	case 's':
		return cell{value: form.S(rest)}, nil
	case 'n':
		if n, err := strconv.ParseInt(rest, 10, 64); err == nil {
			return cell{value: form.N(n)}, nil
		}
	case 'k':
		id, key, _ := strings.Cut(rest, " ")
		if n, err := strconv.ParseInt(id, 10, 64); err == nil {
			return cell{value: form.S(key), ident: n}, nil
		}
	}
	return cell{}, fmt.Errorf("store: the history has a cell it cannot read: %.40q", s)
}

// same reports whether two cells hold the same; a reference is the identity it holds, not the key that had then.
func (c cell) same(d cell) bool {
	if c.raw != d.raw || c.ident != d.ident {
		return false
	}
	return c.ident != 0 || c.value == d.value
}

// column is what the cell's column holds.
func (c cell) column() any {
	switch {
	case c.value.Empty():
		return nil
	case c.ident != 0:
		return c.ident
	case c.value.IsNumber():
		return c.value.Num()
	}
	return c.value.Str()
}

// cell gives one field of a stored row.
func (t *table) cell(s *stored, i int) cell {
	c := cell{value: s.rec.Values[i], raw: s.rec.Raw[i]}
	if r := t.refAt[i]; r >= 0 {
		c.ident = s.refs[r]
	}
	return c
}

// put changes one field of a stored row in memory.
func (t *table) put(s *stored, i int, c cell) {
	s.rec.Values[i] = c.value
	if r := t.refAt[i]; r >= 0 {
		s.refs[r] = c.ident
	}
	if c.raw == "" {
		delete(s.rec.Raw, i)
		return
	}
	if s.rec.Raw == nil {
		s.rec.Raw = map[int]string{}
	}
	s.rec.Raw[i] = c.raw
}

// encode gives the whole row for the history.
func (t *table) encode(s *stored) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	text := func(s string) {
		enc.Encode(s) // a string always encodes
		b.Truncate(b.Len() - 1)
	}
	b.WriteByte('{')
	for i := range t.form.Fields {
		c := t.cell(s, i)
		if c.empty() {
			continue
		}
		if b.Len() > 1 {
			b.WriteByte(',')
		}
		text(t.form.Fields[i].ID)
		b.WriteByte(':')
		text(c.encode())
	}
	b.WriteByte('}')
	return b.String()
}

// sameRow reports whether a row still holds what an encoded one says.
func (t *table) sameRow(s *stored, encoded string) bool {
	was, err := decodeRow(encoded)
	if err != nil {
		return false
	}
	n := 0
	for i := range t.form.Fields {
		c := t.cell(s, i)
		if c.empty() {
			continue
		}
		n++
		d, err := decode(was[t.form.Fields[i].ID])
		if err != nil || !c.same(d) {
			return false
		}
	}
	return n == len(was)
}

func decodeRow(encoded string) (map[string]string, error) {
	m := map[string]string{}
	if encoded == "" {
		return m, nil
	}
	if err := json.Unmarshal([]byte(encoded), &m); err != nil {
		return nil, fmt.Errorf("store: the history has a row it cannot read: %w", err)
	}
	return m, nil
}

// show gives a cell of the history in the canonical text of its field.
func show(f *form.Field, encoded string) string {
	c, err := decode(encoded)
	if err != nil {
		return encoded
	}
	if c.raw != "" || f == nil {
		return c.raw + plain(c.value)
	}
	return f.Show(c.value)
}

func plain(v form.Value) string {
	if v.IsNumber() {
		return strconv.FormatInt(v.Num(), 10)
	}
	return v.Str()
}

// canonical appends the content of a row in a form that neither the order of the dictionary nor later fields change:
// what is filled, by field id.
func (t *table) canonical(b []byte, s *stored) []byte {
	text := func(kind byte, v string) {
		b = append(b, kind)
		b = binary.AppendUvarint(b, uint64(len(v)))
		b = append(b, v...)
	}
	for _, i := range t.sorted {
		c := t.cell(s, i)
		if c.empty() {
			continue
		}
		text('f', t.form.Fields[i].ID)
		switch {
		case c.raw != "":
			text('r', c.raw)
		case c.ident != 0:
			b = binary.AppendVarint(append(b, 'k'), c.ident)
		case c.value.IsNumber():
			b = binary.AppendVarint(append(b, 'n'), c.value.Num())
		default:
			text('s', c.value.Str())
		}
	}
	return b
}

func errKind(t *table, field int, v form.Value) error {
	return fmt.Errorf("store: %s.%s cannot hold %q", t.form.ID, t.form.Fields[field].ID, plain(v))
}
