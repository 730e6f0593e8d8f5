package filing

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"yice/filing/intake/sheet"
	"yice/form"
	"yice/text"
)

// reading turns rows of a source into records of a form.
type reading struct {
	f       *form.Form
	columns []fieldColumn
	uscc    string // of the session's enterprise: its card may not name another
}

// fieldColumn reads one column. Texts that come again (codes, dates, projects) are parsed once.
type fieldColumn struct {
	at     int // position of the cell in a row
	pos    int // position in Form.Fields
	field  *form.Field
	unit   form.Unit
	seen   map[string]form.Value
	misses int
	// names gives the key a reference means, however it was written; nil: as written.
	names map[string]string
}

const (
	seenAtMost   = 1 << 12 // texts remembered a column
	missesAtMost = 1 << 13 // after so many new texts a column is not worth remembering
)

// newReading settles how the columns of a source are read. A mapping that matches nothing, or lacks what every row must
// have, is a fault at once.
func newReading(f *form.Form, src *Source, m Mapping, uscc string) (*reading, error) {
	r := &reading{f: f, uscc: uscc}
	for i, c := range m.Columns {
		pos := f.Index(c.Field)
		if pos < 0 {
			continue
		}
		unit := c.Unit
		if unit.Fen == 0 {
			unit = form.Yuan
		}
		r.columns = append(r.columns, fieldColumn{at: i, pos: pos, field: &f.Fields[pos], unit: unit, seen: make(map[string]form.Value)})
	}
	if len(r.columns) == 0 {
		return nil, fault("filing.no-columns", text.Usage, text.FilingNoColumns.With(src.Name, f.Title, headerList(src)))
	}
	return r, nil
}

func headerList(src *Source) string {
	names := make([]string, 0, len(src.Headers))
	for _, h := range src.Headers {
		if h.Text != "" {
			names = append(names, h.Text)
		}
		if len(names) == 8 {
			names = append(names, "…")
			break
		}
	}
	return strings.Join(names, ", ")
}

// record reads one row; the second result says why it is refused.
func (r *reading) record(cells [][]byte, width int) (*form.Record, *Refusal) {
	rec := form.NewRecord(r.f)
	for i := range r.columns {
		c := &r.columns[i]
		if c.at >= len(cells) {
			continue
		}
		v, err := c.read(cells[c.at])
		if err != nil {
			return nil, c.refuse(cells[c.at], err)
		}
		rec.Values[c.pos] = v
	}
	for i := width; i < len(cells); i++ {
		if len(bytes.TrimSpace(cells[i])) > 0 {
			return nil, &Refusal{Value: shorten(cells[i]), Reason: text.FilingExtraCell.With(width, len(cells))}
		}
	}
	return rec, r.missingKey(rec)
}

func (c *fieldColumn) refuse(cell []byte, err error) *Refusal {
	var parse *form.ParseError
	reason := text.Same(err.Error())
	if errors.As(err, &parse) {
		reason = parse.Say
	}
	return &Refusal{Field: c.field.ID, Value: shorten(cell), Reason: reason}
}

// shorten shows a cell in a refusal.
func shorten(cell []byte) string {
	const most = 200
	cell = bytes.TrimPrefix(cell, []byte(sheet.Damage))
	s := harmless(strings.ToValidUTF8(string(cell[:min(len(cell), 4*most)]), "\uFFFD"))
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

func (c *fieldColumn) read(cell []byte) (form.Value, error) {
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

func (c *fieldColumn) parse(cell []byte) (form.Value, error) {
	if damage, ok := bytes.CutPrefix(cell, []byte(sheet.Damage)); ok {
		return form.Value{}, &form.ParseError{Say: damaged(damage)}
	}
	if c.field.Kind == form.Text && c.field.Plain && scientific(cell) {
		return form.Value{}, &form.ParseError{Say: text.FilingDamagedNumber}
	}
	if !utf8.Valid(cell) {
		return form.Value{}, &form.ParseError{Say: text.FilingBadText}
	}
	if utf8.RuneCount(cell) > maxCellRunes {
		return form.Value{}, &form.ParseError{Say: text.FilingCellTooLong.With(maxCellRunes)}
	}
	v, err := c.field.Parse(string(cell), c.unit)
	if err == nil && c.names != nil {
		if key, ok := c.names[v.Str()]; ok {
			v = form.S(key)
		}
	}
	return v, err
}

// damaged says what happened to a cell that a workbook could not keep.
func damaged(what []byte) text.Pair {
	switch {
	case len(what) == 0:
		return text.FilingUncomputed
	case bytes.Contains(what, []byte(sheet.Disguise)):
		shown, held, _ := bytes.Cut(what, []byte(sheet.Disguise))
		return text.FilingDisguised.With(harmless(string(shown)), harmless(string(held)))
	case what[0] == '#':
		return text.FilingErrorCell
	}
	return text.FilingDamagedNumber
}

// scientific reports a long code that a spreadsheet has turned into 9.11E+17.
func scientific(cell []byte) bool {
	mantissa, exponent, ok := bytes.Cut(cell, []byte("E+"))
	return ok && len(mantissa) > 0 && len(bytes.Trim(mantissa, "0123456789.")) == 0 && len(exponent) == 2 && len(bytes.Trim(exponent, "0123456789")) == 0
}

// missingKey refuses a row that nothing could be known by, and another enterprise's card.
func (r *reading) missingKey(rec *form.Record) *Refusal {
	if !r.f.Keyed() {
		return nil
	}
	for _, key := range r.f.Keys {
		if r.keyFilled(rec, key) {
			return r.otherEnterprise(rec)
		}
	}
	first := r.f.Keys[0]
	missing := r.f.Field(first[0])
	for _, id := range first {
		if rec.Get(id).Empty() && r.f.Field(id).Required {
			missing = r.f.Field(id)
			break
		}
	}
	return &Refusal{Field: missing.ID, Reason: text.FilingNoKey.With(r.f.Title, text.Pair{ZH: r.keyNames(text.ZH), EN: r.keyNames(text.EN)})}
}

// keyFilled reports whether a row has a natural key: its first field, and those of the others that are required.
func (r *reading) keyFilled(rec *form.Record, key []string) bool {
	for i, id := range key {
		if rec.Get(id).Empty() && (i == 0 || r.f.Field(id).Required) {
			return false
		}
	}
	return true
}

func (r *reading) keyNames(l text.Lang) string {
	alternatives := make([]string, len(r.f.Keys))
	for i, key := range r.f.Keys {
		parts := make([]string, len(key))
		for j, id := range key {
			parts[j] = r.f.Field(id).Title.In(l)
		}
		alternatives[i] = strings.Join(parts, "+")
	}
	return strings.Join(alternatives, text.FilingOr.In(l))
}

func (r *reading) otherEnterprise(rec *form.Record) *Refusal {
	if r.f.Scope != form.PerEnterprise || r.uscc == "" {
		return nil
	}
	if uscc := rec.Str("uscc"); uscc != r.uscc {
		return &Refusal{Field: "uscc", Value: uscc, Reason: text.FilingOtherEnterprise.With(uscc, r.uscc)}
	}
	return nil
}
