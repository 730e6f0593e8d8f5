package intake

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"yice/filing/intake/sheet"
	"yice/form"
	"yice/text"
)

// fieldReader reads cells of one field. Texts that come again (codes, dates, projects) are parsed once.
type fieldReader struct {
	at     int // position of the cell in a row; -1: not a column of the file
	pos    int // position in Form.Fields
	field  *form.Field
	unit   form.Unit
	year   int
	recipe *Recipe
	names  map[string]string // what references to the field's form may be written as; nil: as written
	tell   func(from, to string)

	seen   map[string]form.Value
	misses int
}

const (
	seenAtMost   = 1 << 12 // texts remembered a column
	missesAtMost = 1 << 13 // after so many new texts a column is not worth remembering
)

func newFieldReader(f *form.Form, field string, at int, unit form.Unit) *fieldReader {
	pos := f.Index(field)
	if unit.Fen == 0 {
		unit = form.Yuan
	}
	return &fieldReader{at: at, pos: pos, field: &f.Fields[pos], unit: unit, seen: make(map[string]form.Value)}
}

// read gives the value of a cell.
func (c *fieldReader) read(cell []byte) (form.Value, error) {
	if len(cell) == 0 {
		return form.Value{}, nil
	}
	if c.field.Kind == form.Money || c.misses >= missesAtMost && len(c.seen) == 0 {
		return c.parse(cell) // hardly ever the same twice
	}
	if v, ok := c.seen[string(cell)]; ok {
		return v, nil
	}
	v, err := c.parse(cell)
	if err != nil {
		return v, err
	}
	if c.misses++; c.misses >= missesAtMost {
		clear(c.seen)
		return v, nil
	}
	if len(c.seen) < seenAtMost {
		c.seen[string(cell)] = v
	}
	return v, nil
}

func (c *fieldReader) parse(cell []byte) (form.Value, error) {
	if damage, ok := bytes.CutPrefix(cell, []byte(sheet.Damage)); ok {
		return form.Value{}, &form.ParseError{Say: damaged(damage)}
	}
	if c.field.Kind == form.Text && c.field.Plain && scientific(cell) {
		return form.Value{}, &form.ParseError{Say: text.FilingDamagedNumber}
	}
	if !utf8.Valid(cell) {
		return form.Value{}, &form.ParseError{Say: text.FilingBadText}
	}
	if utf8.RuneCount(cell) > sheet.MaxCellRunes {
		return form.Value{}, &form.ParseError{Say: text.FilingCellTooLong.With(sheet.MaxCellRunes)}
	}
	return c.value(string(cell))
}

// value reads a text as the dictionary does, then as a recipe and the ways of people would have it.
func (c *fieldReader) value(s string) (form.Value, error) {
	if c.recipe != nil {
		if to, ok := c.recipe.mapped(c.field.ID, s); ok {
			if to == Skipped {
				return form.Value{}, nil
			}
			s = to
		}
	}
	if c.field.Kind == form.Money {
		figure, side := s, int8(0)
		if !plain([]byte(s)) {
			figure, side = figureText(s)
		}
		v, err := c.field.ParseCell(figure, c.unit)
		if n, ok := v.Int(); ok && side < 0 {
			v = form.N(-n)
		}
		return v, err
	}
	v, err := c.field.ParseCell(s, c.unit)
	if err != nil {
		return c.otherwise(s, err)
	}
	if c.names != nil {
		if key, ok := c.names[v.Str()]; ok {
			v = form.S(key)
		}
	}
	return v, nil
}

// otherwise reads what the dictionary does not know: a date as a title has it, the name of a cost.
func (c *fieldReader) otherwise(s string, err error) (form.Value, error) {
	switch c.field.Kind {
	case form.Date:
		if day, ok := readDay(s, c.year); ok {
			return form.S(day), nil
		}
	case form.Int, form.Decimal, form.Percent:
		if figure, _ := figureText(s); figure == "" {
			return form.Value{}, nil
		}
	case form.CodeKind:
		if c.field.ID != "category" {
			break
		}
		if category, ok := categoryOf(s); ok {
			if c.tell != nil {
				c.tell(s, category)
			}
			return form.S(category), nil
		}
	}
	return form.Value{}, err
}

// refuse says why a cell cannot come in.
func (c *fieldReader) refuse(cell []byte, err error) *Refusal {
	var parse *form.ParseError
	reason := text.Same(err.Error())
	if errors.As(err, &parse) {
		reason = parse.Say
	}
	return &Refusal{Field: c.field.ID, Value: shorten(cell), Reason: reason}
}

// shorten shows a cell in a sentence.
func shorten(cell []byte) string {
	const most = 200
	cell = bytes.TrimPrefix(cell, []byte(sheet.Damage))
	s := harmless(strings.ToValidUTF8(string(cell[:min(len(cell), 4*most)]), "\uFFFD"))
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// scientific reports a long code that a spreadsheet has turned into 9.11E+17.
func scientific(cell []byte) bool {
	mantissa, exponent, ok := bytes.Cut(cell, []byte("E+"))
	return ok && len(mantissa) > 0 && len(bytes.Trim(mantissa, "0123456789.")) == 0 && len(exponent) == 2 && len(bytes.Trim(exponent, "0123456789")) == 0
}

// texts copies cells, harmless on a terminal.
func texts(cells [][]byte) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		c = bytes.TrimPrefix(c, []byte(sheet.Damage))
		out[i] = harmless(strings.ToValidUTF8(string(c), "\uFFFD"))
	}
	return out
}

// numbers are those in use in a form known by its number, and those proposed while a file is read.
type numbers struct{ names, taken map[string]string }

func newNumbers() *numbers { return &numbers{make(map[string]string), make(map[string]string)} }

// numbered finds the key of a row that has a name and no number, in a form known by its number: that of the row with this
// name, else a number proposed. taken holds the numbers in use, and those proposed before.
func numbered(f *form.Form, rec *form.Record, names, taken map[string]string) (proposed string, ok bool) {
	key := f.Keys[0]
	field := f.Field(key[0])
	if len(key) > 1 || field.Kind != form.Text || f.Field("name") == nil || !rec.Get(key[0]).Empty() || rec.Str("name") == "" {
		return "", false
	}
	name := fold(rec.Str("name")) // blanks within a name are the printer's
	if code, known := names[name]; known {
		rec.Set(key[0], form.S(code))
		return "", true
	}
	for n := 1; ; n++ {
		code := fmt.Sprintf("RD%02d", n)
		if _, used := taken[code]; used {
			continue
		}
		if _, used := names[code]; used {
			continue
		}
		taken[code] = rec.Str("name")
		names[name] = code
		rec.Set(key[0], form.S(code))
		return code, true
	}
}

// missingKey refuses a row that nothing could be known by.
func missingKey(f *form.Form, rec *form.Record) *Refusal {
	if !f.Keyed() {
		return nil
	}
	for _, key := range f.Keys {
		if keyFilled(f, rec, key) {
			return nil
		}
	}
	first := f.Keys[0]
	missing := f.Field(first[0])
	for _, id := range first {
		if rec.Get(id).Empty() && f.Field(id).Required {
			missing = f.Field(id)
			break
		}
	}
	return &Refusal{Field: missing.ID, Reason: text.FilingNoKey.With(f.Title, text.Pair{ZH: keyNames(f, text.ZH), EN: keyNames(f, text.EN)})}
}

// keyFilled reports whether a row has a natural key: its first field, and those of the others that are required.
func keyFilled(f *form.Form, rec *form.Record, key []string) bool {
	for i, id := range key {
		if rec.Get(id).Empty() && (i == 0 || f.Field(id).Required) {
			return false
		}
	}
	return true
}

func keyNames(f *form.Form, l text.Lang) string {
	alternatives := make([]string, len(f.Keys))
	for i, key := range f.Keys {
		parts := make([]string, len(key))
		for j, id := range key {
			parts[j] = f.Field(id).Title.In(l)
		}
		alternatives[i] = strings.Join(parts, "+")
	}
	return strings.Join(alternatives, text.FilingOr.In(l))
}
