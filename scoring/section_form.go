package scoring

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yice/form"
	"yice/text"
)

// Dictionary is what is built in and what the pack brings: its registers, its figures of the year, and what it adds to forms that
// are built in. A nil pack, and one that brings nothing, has the built-in one (nil).
func (p *Pack) Dictionary() *form.Dictionary {
	if p == nil {
		return nil
	}
	return p.dictionary
}

// OwnForm is a form that a pack brings.
type OwnForm struct {
	ID, Name, Help string
	Rows           string // "many" or "one"
	Keys           []string
	Label          []string
	Clauses        []string
	Carry          bool
	Fields         []OwnField
	Checks         []OwnCheck
	Line           int
}

// OwnField is a field of such a form, or one that the pack adds to a form that is built in.
type OwnField struct {
	In             string // of [[field]]: the form
	ID, Name, Help string
	Kind           string
	Unit           string
	Codes          []string
	Ref            string
	Decimals       int
	Required       bool
	Carry, Seldom  bool
	Signed, InYear bool
	Later          bool
	Synonyms       []string
	Source         string
	Checks         []OwnCheck
	Line           int
}

var formSection = declare(sectionOf[*OwnForm]{
	key: "form", title: text.PackSayForms, since: 2, always: true, unlisted: true,
	kept: several(func(p *Pack) *[]OwnForm { return &p.Forms }), line: func(f *OwnForm) *int { return &f.Line },
	id: func(f *OwnForm) string { return f.ID }, name: func(f *OwnForm) string { return f.Name },
	says: []parameter[*OwnForm]{
		identified(func(f *OwnForm) *string { return &f.ID }),
		titledWord(func(f *OwnForm) *string { return &f.Name }),
		{key: "rows", is: isWord, title: text.PackSayFormRows, absent: "many", at: func(f *OwnForm) any { return &f.Rows }, words: []option{
			{"many", text.Pair{ZH: "登记表，一事一行", EN: "a register, one row each"}},
			{"one", text.Pair{ZH: "年度表，一年一行", EN: "figures of the year, one row"}},
		}},
		{key: "keys", is: isList, title: text.PackSayFormKeys, at: func(f *OwnForm) any { return &f.Keys }},
		{key: "label", is: isList, title: text.PackSayFormLabel, at: func(f *OwnForm) any { return &f.Label }},
		{key: "clauses", is: isList, title: text.ScoreLabelClause, read: func(s *section, f *OwnForm) { f.Clauses = s.cited() }, say: func(_ *Pack, f *OwnForm) text.Pair { return inARow(f.Clauses) }},
		{key: "carry", is: isFlag, title: text.PackSayFormCarry, at: func(f *OwnForm) any { return &f.Carry }},
		helpWord(func(f *OwnForm) *string { return &f.Help }),
		{key: "field", is: isMany, must: must, title: text.PackSayFields, read: readOwnFields, say: func(p *Pack, f *OwnForm) text.Pair { return p.fieldWords(f.Fields) }},
		{key: "check", is: isMany, title: text.PackSayChecks, read: func(s *section, f *OwnForm) { f.Checks = s.d.ownChecks(s, "", f.Name) }, say: func(p *Pack, f *OwnForm) text.Pair { return p.checkWords(f.Checks) }},
	},
})

// fieldSays are the keys of [[form.field]], and with "form" those of [[field]].
var fieldSays = []parameter[*OwnField]{
	identified(func(f *OwnField) *string { return &f.ID }),
	titledWord(func(f *OwnField) *string { return &f.Name }),
	{key: "kind", is: isWord, must: must, title: text.PackSayKind, at: func(f *OwnField) any { return &f.Kind }, words: []option{
		{"text", text.Pair{ZH: "一行文字", EN: "one line of text"}},
		{"note", text.Pair{ZH: "多行文字", EN: "several lines"}},
		{"int", text.Pair{ZH: "整数", EN: "a whole number"}},
		{"money", text.Pair{ZH: "金额", EN: "money"}},
		{"decimal", text.Pair{ZH: "小数", EN: "a decimal number"}},
		{"percent", text.Pair{ZH: "百分数", EN: "a percentage"}},
		{"date", text.Pair{ZH: "日期", EN: "a date"}},
		{"month", text.Pair{ZH: "年月", EN: "a month"}},
		{"code", text.Pair{ZH: "从列表中选一项", EN: "one of a list"}},
		{"flag", text.Pair{ZH: "是或否", EN: "yes or no"}},
		{"ref", text.Pair{ZH: "另一张表的一行", EN: "a row of another form"}},
	}},
	{key: "unit", is: isText, title: text.PackSayFieldUnit, own: true, at: func(f *OwnField) any { return &f.Unit }},
	{key: "codes", is: isList, title: text.PackSayFieldCodes, at: func(f *OwnField) any { return &f.Codes }},
	{key: "ref", is: isText, title: text.PackSayFieldRef, at: func(f *OwnField) any { return &f.Ref }},
	{key: "decimals", is: isNumber, title: text.PackSayFieldDecimals, rule: numberRule{form: plain, whole: true, least: 0, most: 6}, bare: true, at: func(f *OwnField) any { return &f.Decimals }},
	{key: "required", is: isFlag, title: text.PackSayFieldRequired, at: func(f *OwnField) any { return &f.Required }},
	{key: "carry", is: isFlag, title: text.PackSayFieldCarry, at: func(f *OwnField) any { return &f.Carry }},
	{key: "seldom", is: isFlag, title: text.PackSayFieldSeldom, at: func(f *OwnField) any { return &f.Seldom }},
	{key: "signed", is: isFlag, title: text.PackSayFieldSigned, at: func(f *OwnField) any { return &f.Signed }},
	{key: "in_year", is: isFlag, title: text.PackSayFieldInYear, at: func(f *OwnField) any { return &f.InYear }},
	{key: "later", is: isFlag, title: text.PackSayFieldLater, at: func(f *OwnField) any { return &f.Later }},
	{key: "synonyms", is: isList, title: text.PackSayFieldSynonyms, at: func(f *OwnField) any { return &f.Synonyms }},
	{key: "source", is: isText, title: text.PackSayFieldSource, at: func(f *OwnField) any { return &f.Source }},
	helpWord(func(f *OwnField) *string { return &f.Help }),
}

// fieldSection reads [[form.field]]; it stands within [[form]].
var fieldSection = declare(sectionOf[*OwnField]{
	key: "form.field", title: text.PackSayFields, unlisted: true, says: fieldSays,
	kept: several(func(*Pack) *[]OwnField { return new([]OwnField) }), line: func(f *OwnField) *int { return &f.Line },
})

// addedSection is [[field]]: fields that a pack adds to forms that are built in.
var addedSection = declare(sectionOf[*OwnField]{
	key: "field", title: text.PackSayAddedFields, since: 2, unlisted: true,
	kept: several(func(p *Pack) *[]OwnField { return &p.Fields }), line: func(f *OwnField) *int { return &f.Line },
	id: func(f *OwnField) string { return f.In + "." + f.ID }, name: func(f *OwnField) string { return f.Name },
	says: append([]parameter[*OwnField]{
		{key: "form", is: isText, must: must, title: text.PackSayFieldForm, at: func(f *OwnField) any { return &f.In }, say: func(_ *Pack, f *OwnField) text.Pair { return formTitle(f.In) }},
	}, append(slices.Clone(fieldSays), parameter[*OwnField]{
		key: "check", is: isMany, title: text.PackSayChecks, read: func(s *section, f *OwnField) { f.Checks = s.d.ownChecks(s, f.ID, f.Name) },
		say: func(p *Pack, f *OwnField) text.Pair { return p.checkWords(f.Checks) },
	})...),
})

func titledWord[P any](at func(P) *string) parameter[P] {
	return parameter[P]{key: "title", is: isText, must: must, title: text.PackSayName, own: true, at: func(t P) any { return at(t) }}
}

func helpWord[P any](at func(P) *string) parameter[P] {
	return parameter[P]{key: "help", is: isText, title: text.PackSayHelp, own: true, at: func(t P) any { return at(t) }}
}

// formKind is the registers and yearly figures that a pack brings, addedKind the fields it adds.
type (
	formKind  struct{ plainKind }
	addedKind struct{ plainKind }
)

// named: ids of forms are told apart from one another and from those that are built in, not from lines of the sheet.
func (*formKind) named(*Pack, func(id, name string, line int)) {}

func (*addedKind) named(*Pack, func(id, name string, line int)) {}

// format tells the tables within the form too.
func (k *formKind) format() string {
	return k.section.format() + fieldSection.format() + checkSection.format()
}

func (k *formKind) ownWords(p *Pack, to []string) []string {
	to = k.section.ownWords(p, to)
	for i := range p.Forms {
		f := &p.Forms[i]
		for j := range f.Fields {
			to = f.Fields[j].ownWords(to)
		}
		to = sayings(to, f.Checks)
	}
	return to
}

func (*addedKind) ownWords(p *Pack, to []string) []string {
	for i := range p.Fields {
		to = sayings(p.Fields[i].ownWords(to), p.Fields[i].Checks)
	}
	return to
}

func (f *OwnField) ownWords(to []string) []string {
	return append(append(to, f.Name, f.Help, f.Unit), f.Codes...)
}

// readOwnFields reads the fields of a form.
func readOwnFields(s *section, f *OwnForm) {
	d := s.d
	seen := map[string]int{}
	for i, n := range s.many("field") {
		fd, in := d.ownField(fieldSection, n, s.path+".field."+numbered(i))
		if seen[fd.ID] > 0 {
			d.errs.add(in.at("id"), in.path, text.PackIDTwice.With(legible(fd.ID), seen[fd.ID]))
		}
		seen[fd.ID] = fd.Line
		d.wrongID(in, form.WrongField(fd.ID, nil), fd.ID)
		f.Fields = append(f.Fields, fd)
	}
	if len(f.Fields) > form.MostFields {
		d.errs.add(s.at("field"), s.path, text.PackTooManyOf.With(text.PackSayFields, form.MostFields))
	}
}

// read reads what the pack adds to forms that are built in.
func (k *addedKind) read(d *decoder, file *section) { // of any schema: see sectionOf.always
	seen, count := map[string]int{}, map[string]int{}
	for i, n := range file.many("field") {
		fd, s := d.ownField(k.section, n, "field."+numbered(i))
		to := form.ByID(fd.In)
		if fd.In != "" && (to == nil || !form.Extensible(to)) {
			var known []string
			for _, f := range form.All() {
				if form.Extensible(f) {
					known = append(known, f.ID)
				}
			}
			d.errs.addNear(s.at("form"), s.path+".form", text.PackUnknownRegister.With(legible(fd.In), among(known)), d.near(fd.In, known))
			continue
		}
		at := fd.In + "." + fd.ID
		if seen[at] > 0 {
			d.errs.add(s.at("id"), s.path, text.PackIDTwice.With(legible(fd.ID), seen[at]))
		}
		seen[at] = fd.Line
		if count[fd.In]++; count[fd.In] == form.MostFields+1 {
			d.errs.add(n.at, s.path, text.PackTooManyOf.With(text.PackSayAddedFields, form.MostFields))
		}
		d.wrongID(s, form.WrongField(fd.ID, to), fd.ID)
		d.p.Fields = append(d.p.Fields, fd)
	}
}

// ownField reads one field.
func (d *decoder) ownField(k *declaration, n *node, path string) (OwnField, *section) {
	var fd OwnField
	s := d.open(n, path, k.keys)
	k.fill(s, &fd)
	d.oneLine(s, "title", fd.Name, form.MostTitle)
	d.oneLine(s, "help", fd.Help, form.MostHelp)
	d.oneLine(s, "unit", fd.Unit, 12)
	d.oneLine(s, "source", fd.Source, form.MostTitle)
	d.atMost(s, "codes", fd.Codes, form.MostCodes)
	d.atMost(s, "synonyms", fd.Synonyms, form.MostSynonyms)
	d.fitting(s, &fd)
	return fd, s
}

// fitting refuses keys that the kind of a field has no use for, and asks for those it needs.
func (d *decoder) fitting(s *section, fd *OwnField) {
	for _, of := range []struct {
		key   string
		kinds []string
		must  bool
	}{
		{"codes", []string{"code"}, true},
		{"ref", []string{"ref"}, true},
		{"decimals", []string{"decimal"}, true},
		{"signed", []string{"int", "money", "decimal"}, false},
		{"in_year", []string{"date"}, false},
		{"later", []string{"date"}, false},
		{"unit", []string{"int", "money", "decimal"}, false},
	} {
		is := slices.Contains(of.kinds, fd.Kind)
		switch {
		case fd.Kind == "":
		case !is && s.got[of.key] != nil:
			d.errs.add(s.at(of.key), s.path+"."+of.key, text.PackIdleFor.With(of.key, inARow(of.kinds)))
		case is && of.must && !s.n.has(of.key):
			d.errs.add(s.n.at, s.path+"."+of.key, text.PackMissingKey.With(of.key))
		}
	}
	if fd.Kind == "money" && fd.Unit != "" && moneyUnit(fd.Unit).Fen == 0 {
		d.errs.add(s.at("unit"), s.path+".unit", text.PackUnknownWord.With(legible(fd.Unit), among([]string{"元", "千元", "万元"})))
	}
}

func moneyUnit(name string) form.Unit {
	for _, u := range []form.Unit{form.Yuan, form.Thousand, form.Wan} {
		if u.Title.ZH == name {
			return u
		}
	}
	return form.NoUnit
}

// oneLine refuses a text that is longer than it may be, and one that begins as a formula of a spreadsheet does: titles stand in
// the heads of workbooks.
func (d *decoder) oneLine(s *section, key, said string, most int) {
	switch {
	case utf8.RuneCountInString(said) > most:
		d.errs.add(s.at(key), s.path+"."+key, text.PackLongString.With(most))
	case said != "" && strings.ContainsAny(said[:1], "=+-@"):
		d.errs.add(s.at(key), s.path+"."+key, text.PackFormula)
	}
}

func (d *decoder) atMost(s *section, key string, list []string, most int) {
	if len(list) > most {
		d.errs.add(s.at(key), s.path+"."+key, text.PackLongArray.With(most))
	}
	for _, one := range list {
		d.oneLine(s, key, one, form.MostTitle)
	}
}

func (d *decoder) wrongID(s *section, why form.WrongID, id string) {
	if id == "" {
		return
	}
	switch why {
	case form.BadPattern:
		d.errs.add(s.at("id"), s.path+".id", text.PackBadOwnID.With(legible(id)))
	case form.TakenID:
		d.errs.add(s.at("id"), s.path+".id", text.PackTakenID.With(legible(id)))
	case form.ReservedWord:
		d.errs.add(s.at("id"), s.path+".id", text.PackReservedID.With(legible(id)))
	}
}

// fieldWords and checkWords name fields and checks for reading and comparing.
func (p *Pack) fieldWords(all []OwnField) text.Pair {
	parts := make([]text.Pair, len(all))
	for i := range all {
		parts[i] = p.Say(all[i].Name)
		if all[i].Required {
			parts[i] = text.PackSayRequired.With(parts[i])
		}
	}
	return joined(parts, text.ScoreEnum)
}
