package scoring

import (
	"slices"
	"strings"

	"yice/text"
)

// The sections of a pack that stand once or name things: the head, rounding, clauses, the annual assessment.

// topLevel sorts the file's tables; the path of a top-level key is its name alone.
func (d *decoder) topLevel(s *section) {
	for _, e := range s.n.entries {
		rule := keysFile.find(e.key)
		if rule == nil {
			near := d.near(e.key, keysFile.names())
			d.errs.addNear(e.at, e.key, text.PackUnknownSection.With(legible(e.key), among(keysFile.names())), near)
			s.n.lose(near)
			continue
		}
		if d.shaped(e.val, rule, e.key) {
			s.got[e.key] = e.val
		}
	}
	for _, rule := range keysFile {
		if rule.must && !s.n.has(rule.key) {
			d.errs.add(len(d.src.data), rule.key, text.PackMissingSection.With(headerOf(rule)))
		}
	}
}

func headerOf(r keyRule) string {
	if r.is == isMany {
		return "[[" + r.key + "]]"
	}
	return "[" + r.key + "]"
}

// eachNamed reads the tables of [[key]], each by its id, which must be an identifier and stand once.
func (d *decoder) eachNamed(file *section, key string, read func(n *node, path, id string)) {
	seen := map[string]int{}
	for i, n := range file.many(key) {
		id := ""
		if v := n.get("id"); v != nil && v.kind == aString {
			id = v.text
			switch {
			case !isIdentifier(id):
				d.errs.add(v.at, key, text.PackBadID.With(legible(id)))
			case seen[id] > 0:
				d.errs.add(v.at, key+"."+id, text.PackIDTwice.With(id, seen[id]))
			}
			seen[id] = d.src.at(v.at).Line
		}
		path := key + "." + id
		if id == "" {
			path = key + "." + numbered(i)
		}
		read(n, path, id)
	}
}

// isIdentifier reports whether a text can name a line of the sheet: lower-case letters, digits, underscores.
func isIdentifier(s string) bool {
	if s == "" || len(s) > 64 || s[0] < 'a' || s[0] > 'z' {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '_' })
}

func (d *decoder) pack(n *node) {
	s := d.open(n, "pack", keysPack)
	p := d.p
	p.Schema = s.whole("schema", ruleSchema)
	if p.Schema > 1 {
		d.errs.add(s.at("schema"), "pack.schema", text.PackSchemaNewer.With(p.Schema, 1))
	}
	p.ID, p.Version, p.Title = s.text("id"), s.text("version"), s.text("title")
	p.Issuer, p.SourceDoc = s.text("issuer"), s.text("source_doc")
	p.Year = s.whole("year", ruleYear)
	p.ValidFrom, p.ValidTo = s.day("valid_from"), s.day("valid_to")
	s.listedDay("valid_from")
	s.listedDay("valid_to")
	d.checkPeriod(s)
	p.Status = s.word("status", "")
	p.Supersedes = s.word("supersedes", "")
	if p.Supersedes != "" && !isSHA256(p.Supersedes) {
		d.errs.add(s.at("supersedes"), "pack.supersedes", text.PackBadHash)
	}
	p.City = "包头市"
	if s.got["city"] != nil {
		p.City = s.text("city")
	}
	levels, types := codesOf("project", "level"), codesOf("enterprise", "type")
	p.Levels, p.Types = d.coded(s, "levels", levels), d.coded(s, "types", types)
	if d.errs.about("pack.levels") { // then what follows is not to blame
		p.Levels = levels
	}
	if d.errs.about("pack.types") {
		p.Types = types
	}
	s.settle()
}

// coded reads a list whose members come from a code list of the dictionary.
func (d *decoder) coded(s *section, key string, codes []string) []string {
	var ok []string
	for i, name := range s.list(key, true) {
		if len(codes) > 0 && !slices.Contains(codes, name) {
			at := s.got[key].items[i].at
			d.errs.addNear(at, s.path+"."+key, text.PackUnknownName.With(legible(name), among(codes)), d.near(name, codes))
			continue
		}
		ok = append(ok, name)
	}
	return ok
}

func isSHA256(s string) bool {
	return len(s) == 64 && !strings.ContainsFunc(s, func(r rune) bool { return (r < '0' || r > '9') && (r < 'a' || r > 'f') })
}

// whole reads one of the numbers that need no basis (schema, year).
func (s *section) whole(key string, rule numberRule) int {
	v := s.got[key]
	if v == nil {
		return 0
	}
	value, isPercent, why := parseNumber(v.text)
	if why.Empty() {
		why = rule.check(value, isPercent, v.text)
	}
	if !why.Empty() {
		s.d.errs.add(v.at, s.path+"."+key, why)
		return 0
	}
	return int(value.Num().Int64())
}

// checkPeriod compares the year of a pack with the days it is valid.
func (d *decoder) checkPeriod(s *section) {
	p := d.p
	if p.ValidFrom == "" || p.ValidTo == "" {
		return
	}
	if p.ValidFrom > p.ValidTo {
		d.errs.add(s.at("valid_to"), "pack.valid_to", text.PackPeriodTurned.With(p.ValidFrom, p.ValidTo))
		return
	}
	if p.Year == 0 {
		return
	}
	if p.ValidTo < numbered4(p.Year)+"-01-01" || p.ValidFrom > numbered4(p.Year)+"-12-31" {
		d.errs.add(s.at("valid_from"), "pack.valid_from", text.PackPeriodYear.With(p.ValidFrom, p.ValidTo, p.Year))
	}
}

func (d *decoder) rounding(n *node) {
	s := d.open(n, "rounding", keysRounding)
	places := func(key string) int {
		if v := s.number(key, ruleDecimals); v.Value != nil {
			return int(v.Value.Num().Int64())
		}
		return 0
	}
	d.p.LineDecimals, d.p.MoneyDecimals = places("line_decimals"), places("money_decimals")
	d.p.HalfEven = s.word("mode", "") == "half_even"
	s.settle()
}

func (d *decoder) clause(n *node) {
	s := d.open(n, "clause", keysClause)
	c := Clause{ID: s.text("id"), At: s.text("at"), Gist: s.text("gist"), Line: s.line()}
	if c.ID != "" && d.clauses[c.ID] {
		d.errs.add(s.at("id"), "clause."+c.ID, text.PackClauseTwice.With(legible(c.ID)))
		return
	}
	d.clauses[c.ID] = true
	d.p.Clauses = append(d.p.Clauses, c)
}

// cited reads a list of clauses; each must stand in the pack's own directory of clauses.
func (s *section) cited() []string {
	all := s.list("clauses", true)
	v := s.got["clauses"]
	if v == nil {
		return nil
	}
	for i, id := range all {
		if s.d.clauses[id] || s.d.clausesLost() {
			continue
		}
		known := make([]string, len(s.d.p.Clauses))
		for j := range known {
			known[j] = s.d.p.Clauses[j].ID
		}
		s.d.errs.addNear(v.items[i].at, s.path+".clauses", text.PackUnknownClause.With(legible(id)), s.d.near(id, known))
	}
	return all
}

// clausesLost: with no clause read at all, each citation would be an error of its own.
func (d *decoder) clausesLost() bool { return len(d.p.Clauses) == 0 }

func (d *decoder) annual(n *node) {
	s := d.open(n, "annual", keysAnnual)
	d.p.InnovationWeight = s.number("innovation_weight", ruleWeight)
	d.p.InnovationWeightPrev = s.number("innovation_weight_prev", ruleWeight)
	d.p.AnnualClauses = s.cited()
	s.settle()
}
