package scoring

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"yice/form"
	"yice/text"
)

// OwnCheck is a check that a pack declares over the fields of a form.
type OwnCheck struct {
	Kind     string
	Field    string
	Of       []string
	When     map[string][]string
	Exactly  bool
	Severity string
	Say      string
	Line     int

	s    *section
	form string // title, for messages
}

var checkSection = declare(sectionOf[*OwnCheck]{
	key: "form.check", title: text.PackSayChecks, unlisted: true,
	kept: several(func(*Pack) *[]OwnCheck { return new([]OwnCheck) }), line: func(c *OwnCheck) *int { return &c.Line },
	says: []parameter[*OwnCheck]{
		{key: "kind", is: isWord, must: must, title: text.PackSayKind, at: func(c *OwnCheck) any { return &c.Kind }, words: []option{
			{"required_when", text.Pair{ZH: "when 成立且 of 都填了时 field 必填", EN: "field is required where when holds and all of of are filled in"}},
			{"one_of", text.Pair{ZH: "of 中至少填一项（exactly：只能一项）", EN: "at least one of of (exactly: only one)"}},
			{"range", text.Pair{ZH: "field 在 min 与 max 之间", EN: "field lies between min and max"}},
			{"before", text.Pair{ZH: "field 不晚于 of", EN: "field is not after of"}},
			{"after", text.Pair{ZH: "field 不早于 of", EN: "field is not before of"}},
			{"part_of", text.Pair{ZH: "field 不大于 of", EN: "field is not more than of"}},
			{"sum_of", text.Pair{ZH: "field 等于 of 各项之和", EN: "field is the sum of of"}},
			{"equal_to", text.Pair{ZH: "field 与 of 一致", EN: "field is the same as of"}},
			{"unique", text.Pair{ZH: "of 各项合起来不重复", EN: "no two rows have the same in all of of"}},
			{"band", text.Pair{ZH: "field 与上年相比，升不超过 up、降不超过 down", EN: "field moves by no more than up and down from last year's"}},
		}},
		{key: "field", is: isText, title: text.PackSayCheckField, at: func(c *OwnCheck) any { return &c.Field }},
		{key: "of", is: isAny, title: text.PackSayCheckOf, read: func(s *section, c *OwnCheck) { c.Of = s.oneOrMore("of") }},
		{key: "when", is: isTable, title: text.PackSayCheckWhen, read: readWhen},
		{key: "exactly", is: isFlag, title: text.PackSayCheckExactly, at: func(c *OwnCheck) any { return &c.Exactly }},
		{key: "min", is: isAny, title: text.PackSayCheckMin},
		{key: "max", is: isAny, title: text.PackSayCheckMax},
		{key: "up", is: isNumber, title: text.PackSayCheckUp},
		{key: "down", is: isNumber, title: text.PackSayCheckDown},
		{key: "severity", is: isWord, title: text.PackSaySeverity, at: func(c *OwnCheck) any { return &c.Severity }, words: []option{
			{"must", form.Must.Title()}, {"verify", form.Verify.Title()},
		}},
		{key: "say", is: isText, title: text.PackSayCheckSay, own: true, at: func(c *OwnCheck) any { return &c.Say }},
	},
})

// oneOrMore reads a list of ids, or one id.
func (s *section) oneOrMore(key string) []string {
	v := s.got[key]
	switch {
	case v == nil:
		return nil
	case v.kind == aString:
		return []string{v.text}
	case s.d.aList(v, s.path+"."+key):
		return s.list(key, true)
	}
	return nil
}

func readWhen(s *section, c *OwnCheck) {
	v := s.got["when"]
	if v == nil {
		return
	}
	c.When = map[string][]string{}
	for _, e := range v.entries {
		if !s.d.aList(e.val, s.path+".when."+e.key) {
			continue
		}
		for _, it := range e.val.items {
			c.When[e.key] = append(c.When[e.key], it.text)
		}
	}
}

// ownChecks reads the checks of a form, or of a field that is added: then field need not be said.
func (d *decoder) ownChecks(in *section, field, title string) []OwnCheck {
	var all []OwnCheck
	for i, n := range in.many("check") {
		c := OwnCheck{form: title}
		c.s = d.open(n, in.path+".check."+numbered(i), checkSection.keys)
		checkSection.fill(c.s, &c)
		if c.Field == "" && !slices.Contains([]string{"one_of", "unique"}, c.Kind) {
			c.Field = field
		}
		d.oneLine(c.s, "say", c.Say, form.MostHelp)
		all = append(all, c)
	}
	if len(all) > form.MostRules {
		d.errs.add(in.at("check"), in.path, text.PackTooManyOf.With(text.PackSayChecks, form.MostRules))
		all = all[:form.MostRules]
	}
	return all
}

func sayings(to []string, checks []OwnCheck) []string {
	for i := range checks {
		to = append(to, checks[i].Say)
	}
	return to
}

func (p *Pack) checkWords(all []OwnCheck) text.Pair {
	parts := make([]text.Pair, len(all))
	for i := range all {
		c := &all[i]
		fields := c.Of
		if c.Field != "" {
			fields = append([]string{c.Field}, fields...)
		}
		parts[i] = text.PackSayCheckOn.With(optionTitle(checkSection.says[0].words, c.Kind), inARow(fields))
	}
	return joined(parts, text.ScoreEnum)
}

// checkShapes says what each kind of check needs of the fields it names.
var checkShapes = map[string]struct {
	rule  form.RuleKind
	field []form.Kind // of field; nil: it has none
	of    int         // fields in of: 0 none, 1 one, 2 two or more, -1 any number
	alike bool        // of are of the kind of field
	keys  []string    // keys besides, of which one must be there
}{
	"required_when": {rule: form.RequiredWhen, field: anyKind, of: -1, keys: []string{"when", "of"}},
	"one_of":        {rule: form.OneOf, of: 2},
	"range":         {rule: form.Within, field: orderedKinds, keys: []string{"min", "max"}},
	"before":        {rule: form.NotAfter, field: dayKinds, of: 1, alike: true},
	"after":         {rule: form.NotBefore, field: dayKinds, of: 1, alike: true},
	"part_of":       {rule: form.PartOf, field: figureKinds, of: 1, alike: true},
	"sum_of":        {rule: form.SumOf, field: figureKinds, of: 2, alike: true},
	"equal_to":      {rule: form.EqualTo, field: anyKind, of: 1, alike: true},
	"unique":        {of: -1},
	"band":          {field: figureKinds, keys: []string{"up", "down"}},
}

var (
	figureKinds  = []form.Kind{form.Int, form.Money, form.Decimal, form.Percent}
	dayKinds     = []form.Kind{form.Date, form.Month}
	orderedKinds = slices.Concat(figureKinds, dayKinds)
	anyKind      = slices.Concat(orderedKinds, []form.Kind{form.Text, form.Note, form.CodeKind, form.Ref, form.Flag, form.ID})
)

// built is what declared checks come to.
type built struct {
	checks []form.Check
	unique []form.Unique
	bands  []form.Band
}

// build makes the checks of a form whose fields are known.
func (d *decoder) build(id string, fields func(string) *form.Field, checks []OwnCheck, single bool) (b built) {
	seen := map[string]bool{}
	for i := range checks {
		c := &checks[i]
		shape, ok := checkShapes[c.Kind]
		if !ok || !d.checkFits(c, fields) {
			continue
		}
		name := checkName(id, c, seen)
		severity := form.Must
		if c.Severity == "verify" || c.Severity == "" && c.Kind == "band" {
			severity = form.Verify
		}
		say := d.english(c.Say)
		switch c.Kind {
		case "unique":
			if single {
				d.errs.add(c.s.at("kind"), c.s.path, text.PackUniqueOne)
			}
			b.unique = append(b.unique, form.Unique{ID: name, Severity: severity, Fields: c.Of, Say: say})
		case "band":
			b.bands = append(b.bands, d.band(c, form.Band{ID: name, Severity: severity, Field: c.Field, Say: say}))
		default:
			rule := form.Rule{ID: name, Kind: shape.rule, Severity: severity, Field: c.Field, Of: c.Of, Exactly: c.Exactly, Say: say}
			for _, e := range whenOrder(c) {
				rule.When = append(rule.When, form.Condition{Field: e, Values: c.When[e]})
			}
			rule.Least, rule.Most = d.bound(c, "min", fields(c.Field)), d.bound(c, "max", fields(c.Field))
			b.checks = append(b.checks, rule.Check())
		}
	}
	return b
}

// checkName names a check by its form, kind and fields, as findings.json may name one; seen keeps two alike apart.
func checkName(id string, c *OwnCheck, seen map[string]bool) string {
	parts := []string{c.Kind}
	if c.Field != "" {
		parts = append(parts, c.Field)
	}
	name := id + "." + strings.ReplaceAll(strings.Join(append(parts, c.Of...), "-"), "_", "-")
	name = name[:min(len(name), mostCheckName)]
	for n := 2; seen[name]; n++ {
		name = name[:min(len(name), mostCheckName)] + "-" + strconv.Itoa(n)
	}
	seen[name] = true
	return name
}

// mostCheckName leaves room for a number within the 80 characters that a check is named in.
const mostCheckName = 74

func whenOrder(c *OwnCheck) []string {
	var ids []string
	if v := c.s.got["when"]; v != nil {
		for _, e := range v.entries {
			ids = append(ids, e.key)
		}
	}
	return ids
}

// checkFits says what a check lacks, has too much of, or names that is not there.
func (d *decoder) checkFits(c *OwnCheck, fields func(string) *form.Field) bool {
	shape, before := checkShapes[c.Kind], len(d.errs.all)
	complain := func(key string, say text.Pair) { d.errs.add(c.s.at(key), c.s.path+"."+key, say) }
	allowed := append([]string{"kind", "severity", "say"}, shape.keys...)
	if shape.field != nil {
		allowed = append(allowed, "field")
	}
	if shape.of != 0 {
		allowed = append(allowed, "of")
	}
	if c.Kind == "one_of" {
		allowed = append(allowed, "exactly")
	}
	if c.s.n == nil {
		return false
	}
	some := len(shape.keys) == 0
	for _, e := range c.s.n.entries {
		if checkSection.keys.find(e.key) != nil && !slices.Contains(allowed, e.key) {
			complain(e.key, text.PackIdleCheckKey.With(c.Kind, e.key))
		}
		some = some || slices.Contains(shape.keys, e.key)
	}
	if !some {
		complain("kind", text.PackMissingKey.With(strings.Join(shape.keys, " / ")))
	}
	ask := func(id, key string, kinds []form.Kind) *form.Field {
		fd := fields(id)
		switch {
		case fd == nil:
			complain(key, text.PackUnknownField.With(text.Same(c.form), c.form, legible(id)))
		case kinds != nil && !slices.Contains(kinds, fd.Kind):
			complain(key, text.PackCheckKind.With(fd.Title, c.Kind))
		}
		return fd
	}
	var of *form.Field
	if shape.field != nil {
		if c.Field == "" {
			complain("kind", text.PackMissingKey.With("field"))
		} else {
			of = ask(c.Field, "field", shape.field)
		}
	}
	if n := len(c.Of); shape.of == 1 && n != 1 || shape.of == 2 && n < 2 || c.Kind == "unique" && n < 1 {
		complain("of", text.PackCheckOf.With(c.Kind))
	}
	for _, id := range c.Of {
		if fd := ask(id, "of", nil); fd != nil && of != nil && shape.alike && (fd.Kind != of.Kind || fd.Decimals != of.Decimals) {
			complain("of", text.PackCheckAlike.With(fd.Title, of.Title))
		}
		if id == c.Field {
			complain("of", text.PackCheckSelf.With(legible(id)))
		}
	}
	for id, values := range c.When {
		fd := ask(id, "when", []form.Kind{form.CodeKind, form.Flag, form.Text})
		if fd == nil || fd.Kind == form.Text {
			continue
		}
		for _, v := range values {
			if fd.Code(v) == nil {
				complain("when", text.PackUnknownCode.With(fd.Title, legible(v), among(codeIDs(fd))))
			}
		}
	}
	return len(d.errs.all) == before
}

func codeIDs(fd *form.Field) []string {
	ids := make([]string, len(fd.Codes))
	for i := range fd.Codes {
		ids[i] = fd.Codes[i].ID
	}
	return ids
}

// bound reads one end of a range as its field reads what is typed, in the field's own unit.
func (d *decoder) bound(c *OwnCheck, key string, fd *form.Field) form.Value {
	v := c.s.got[key]
	if v == nil || fd == nil {
		return form.Value{}
	}
	got, err := fd.Parse(v.text, fd.Unit)
	if err != nil || got.Empty() {
		d.errs.add(v.at, c.s.path+"."+key, text.PackBadBound.With(legible(v.text), fd.Title))
		return form.Value{}
	}
	return got
}

func (d *decoder) band(c *OwnCheck, b form.Band) form.Band {
	read := func(key string) (int64, bool) {
		v := c.s.got[key]
		if v == nil {
			return 0, false
		}
		n, _, why := ParseNumber(v.text)
		if why.Empty() {
			why = numberRule{form: percent, least: 0, most: 1000}.check(n, strings.HasSuffix(v.text, "%"), v.text)
		}
		if !why.Empty() {
			d.errs.add(v.at, c.s.path+"."+key, why)
			return 0, false
		}
		scaled := new(big.Rat).Mul(n, big.NewRat(1_000_000, 1))
		if !scaled.IsInt() {
			d.errs.add(v.at, c.s.path+"."+key, text.PackNumberFine.With(4))
			return 0, false
		}
		return scaled.Num().Int64(), true
	}
	b.Up, b.HasUp = read("up")
	b.Down, b.HasDown = read("down")
	return b
}
