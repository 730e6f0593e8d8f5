package scoring

import (
	"slices"

	"yice/form"
	"yice/text"
)

// What a pack says about rows of a register: which, of which year, counted once by what. All of it is checked against the
// dictionary.

// rows reads register, where, year_by, dedupe and evidence into a measure.
func (d *decoder) rows(s *section, m *Measure) {
	f := d.register(s)
	if f == nil {
		return
	}
	m.Register, m.form = f.ID, f
	m.Where = d.where(s, f)
	m.YearBy = d.yearBy(s, f)
	m.Dedupe = d.dedupe(s, f)
	m.Evidence = d.evidence(s, f)
}

// register reads the name of a register.
func (d *decoder) register(s *section) *form.Form {
	v := s.got["register"]
	if v == nil {
		return nil
	}
	var known []string
	for _, f := range d.registers() {
		if f.ID == v.text {
			return f
		}
		known = append(known, f.ID)
	}
	d.errs.addNear(v.at, s.path+".register", text.PackUnknownRegister.With(legible(v.text), among(known)), d.near(v.text, known))
	return nil
}

// where reads conditions: each field with its accepted values. Only codes, yes-or-no and texts can be asked for.
func (d *decoder) where(s *section, f *form.Form) []Condition {
	v := s.got["where"]
	if v == nil {
		return nil
	}
	var all []Condition
	for _, e := range v.entries {
		path := s.path + ".where." + e.key
		fd := d.field(e.key, e.at, path, f)
		if fd == nil || !d.aList(e.val, path) {
			continue
		}
		if len(e.val.items) == 0 {
			d.errs.add(e.val.at, path, text.PackEmptyList)
			continue
		}
		c := Condition{Field: e.key}
		for _, it := range e.val.items {
			d.accepted(it, path, f, fd)
			c.Values = append(c.Values, it.text)
		}
		all = append(all, c)
	}
	return all
}

// field finds a field of a register by what the pack calls it.
func (d *decoder) field(id string, at int, path string, f *form.Form) *form.Field {
	if fd := f.Field(id); fd != nil {
		return fd
	}
	known := make([]string, len(f.Fields))
	for i := range f.Fields {
		known[i] = f.Fields[i].ID
	}
	near := d.near(id, known)
	for i := range f.Fields {
		if f.Fields[i].Title.ZH == id {
			near = f.Fields[i].ID
		}
	}
	d.errs.addNear(at, path, text.PackUnknownField.With(f.Title, f.ID, legible(id)), near)
	return nil
}

// accepted checks one value of a condition against the code list of its field.
func (d *decoder) accepted(it *node, path string, f *form.Form, fd *form.Field) {
	var codes []string
	switch fd.Kind {
	case form.Flag:
		codes = []string{"是", "否"}
	case form.CodeKind:
		codes = codeIDs(fd)
		if fd.Named == form.Levels {
			codes = slices.DeleteFunc(codes, func(c string) bool { return d.p.level(c) != c || slices.Contains(d.p.Levels, c) })
			codes = append(slices.Clone(d.p.Levels), codes...)
		}
	case form.Text, form.Ref:
		return
	default:
		d.errs.add(it.at, path, text.PackWhereKind.With(fd.Title))
		return
	}
	if slices.Contains(codes, it.text) {
		return
	}
	near := d.near(it.text, codes)
	for _, c := range fd.Codes {
		if c.Title.ZH == it.text || c.NBS == it.text && c.NBS != "" {
			near = c.ID
		}
	}
	d.errs.addNear(it.at, path, text.PackUnknownCode.With(fd.Title, legible(it.text), among(codes)), near)
}

// yearBy reads the date that decides the year of a row: a date field, or "active" for rows that run from start to end.
func (d *decoder) yearBy(s *section, f *form.Form) string {
	v := s.got["year_by"]
	if v == nil {
		return ""
	}
	path := s.path + ".year_by"
	if v.text == "active" {
		start, end := f.Field("start"), f.Field("end")
		if start == nil || end == nil || start.Kind != form.Month || end.Kind != form.Month {
			d.errs.add(v.at, path, text.PackNotActive.With(f.Title))
			return ""
		}
		return v.text
	}
	var dates []string
	for i := range f.Fields {
		if f.Fields[i].Kind == form.Date || f.Fields[i].Kind == form.Month {
			dates = append(dates, f.Fields[i].ID)
		}
	}
	if slices.Contains(dates, v.text) {
		return v.text
	}
	if len(dates) == 0 {
		d.errs.add(v.at, path, text.PackNoDates.With(f.Title))
		return ""
	}
	d.errs.addNear(v.at, path, text.PackYearBy.With(legible(v.text), f.Title, among(dates)), d.near(v.text, dates))
	return ""
}

func (d *decoder) dedupe(s *section, f *form.Form) string {
	v := s.got["dedupe"]
	if v == nil {
		return ""
	}
	if d.field(v.text, v.at, s.path+".dedupe", f) == nil {
		return ""
	}
	return v.text
}

// evidence: only registers whose rows an authority recognises can ask for it.
func (d *decoder) evidence(s *section, f *form.Form) bool {
	if s.word("evidence", "") != "认定" {
		return false
	}
	if !f.Recognised {
		d.errs.add(s.at("evidence"), s.path+".evidence", text.PackNoRecognition.With(f.Title))
	}
	return true
}

// kinds reads which kinds of platform count and makes them a condition.
func (d *decoder) kinds(s *section, where *[]Condition) (listed, regulator []string) {
	if s.got["kinds"] == nil && s.got["regulator_kinds"] == nil {
		return nil, nil
	}
	codes := codesOf("platform", "kind")
	listed, regulator = d.coded(s, "kinds", codes), d.coded(s, "regulator_kinds", codes)
	if s.got["kinds"] == nil {
		d.errs.add(s.at("regulator_kinds"), s.path+".regulator_kinds", text.PackKindsFirst)
	}
	for _, c := range *where {
		if c.Field == "kind" {
			d.errs.add(s.at("where"), s.path+".where.kind", text.PackKindsTwice)
		}
	}
	*where = append(*where, Condition{Field: "kind", Values: slices.Concat(listed, regulator)})
	return listed, regulator
}

// onlyPlatforms refuses keys that only make sense for platforms.
func (d *decoder) onlyPlatforms(s *section, register string, keys ...string) {
	if register == "" {
		return
	}
	for _, k := range keys {
		if s.got[k] != nil {
			d.errs.add(s.at(k), s.path+"."+k, text.PackOnlyPlatforms.With(k))
		}
	}
}
