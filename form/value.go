package form

import "strings"

// Value is one canonical cell. The zero Value is an empty cell. Values compare with ==.
//
// Int, Money, Decimal and Percent are integers (see [Kind] for their scale); every other kind is a string in its stored
// form: dates "2023-03-15", months "202303", codes by id, flags 是/否, references by the natural key of their row.
type Value struct {
	kind valueKind
	n    int64
	s    string
}

type valueKind uint8

const (
	empty valueKind = iota
	number
	str
)

// N makes a number cell.
func N(n int64) Value { return Value{number, n, ""} }

// S makes a text cell; the empty string makes the empty cell.
func S(s string) Value {
	if s == "" {
		return Value{}
	}
	return Value{str, 0, s}
}

// Empty reports whether nothing is in the cell.
func (v Value) Empty() bool { return v.kind == empty }

// Int gives the number; ok is false for an empty or a text cell.
func (v Value) Int() (n int64, ok bool) { return v.n, v.kind == number }

// Num gives the number, 0 when there is none. Only where a missing figure really is nothing.
func (v Value) Num() int64 { return v.n }

// Str gives the text, "" when there is none.
func (v Value) Str() string { return v.s }

// IsNumber reports whether the cell holds a number.
func (v Value) IsNumber() bool { return v.kind == number }

// Record is one row of a form. Values run parallel to Form.Fields.
type Record struct {
	Form   *Form
	ID     int64 // row id in the workspace; 0 before it has one
	Values []Value
	// Raw holds, by field position, text that could not be read: kept as typed, shown as an error, never dropped.
	// The Value there is empty.
	Raw map[int]string
}

// NewRecord gives an empty row of a form.
func NewRecord(f *Form) *Record { return &Record{Form: f, Values: make([]Value, len(f.Fields))} }

// Get gives a cell by field id; the empty Value where the form has no such field.
func (r *Record) Get(field string) Value {
	if i := r.Form.Index(field); i >= 0 {
		return r.Values[i]
	}
	return Value{}
}

// Set puts a cell by field id and drops what could not be read there. It panics on an unknown field.
func (r *Record) Set(field string, v Value) {
	i := r.Form.Index(field)
	if i < 0 {
		panic("form: " + r.Form.ID + " has no field " + field)
	}
	r.Values[i] = v
	delete(r.Raw, i)
}

// Str and Num are Get(field).Str() and Get(field).Num().
func (r *Record) Str(field string) string { return r.Get(field).Str() }
func (r *Record) Num(field string) int64  { return r.Get(field).Num() }

// Clone gives an independent copy.
func (r *Record) Clone() *Record {
	c := &Record{Form: r.Form, ID: r.ID, Values: append([]Value(nil), r.Values...)}
	if len(r.Raw) > 0 {
		c.Raw = make(map[int]string, len(r.Raw))
		for i, s := range r.Raw {
			c.Raw[i] = s
		}
	}
	return c
}

// Likeness gives what Form.Alike takes a row for, "" where its first field is empty or the form has none. It is no name:
// nothing refers to it.
func (r *Record) Likeness() string {
	if len(r.Form.Alike) == 0 || r.Get(r.Form.Alike[0]).Empty() {
		return ""
	}
	var b strings.Builder
	for _, id := range r.Form.Alike {
		b.WriteString(r.Form.Field(id).Show(r.Get(id)))
		b.WriteByte(0)
	}
	return b.String()
}

// Key gives the natural key as references and finding lists write it (parts joined by "+"), "" where the row has none.
// The first of Form.Keys whose first field is filled names the row; empty parts at the end are left out.
func (r *Record) Key() string {
	for _, key := range r.Form.Keys {
		first := r.Form.Index(key[0])
		if first < 0 || r.Values[first].Empty() {
			continue
		}
		if len(key) == 1 {
			return r.Form.Fields[first].Show(r.Values[first])
		}
		parts := make([]string, len(key))
		filled := 0
		for i, id := range key {
			if parts[i] = r.Form.Field(id).Show(r.Get(id)); parts[i] != "" {
				filled = i + 1
			}
		}
		return strings.Join(parts[:filled], "+")
	}
	return ""
}
