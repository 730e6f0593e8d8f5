package scoring

import (
	"math/big"
	"slices"
	"strings"

	"yice/form"
	"yice/text"
)

// What a pack sets for a type or for one enterprise: overrides and milestones.

func (d *decoder) typePolicy(n *node) {
	s := d.open(n, "type", keysType)
	t := TypePolicy{Type: s.text("name"), Line: s.line()}
	if t.Type != "" {
		s.path = "type." + t.Type
		d.knownType(s, "name", t.Type)
		for _, old := range d.p.TypePolicies {
			if old.Type == t.Type {
				d.errs.add(s.at("name"), s.path, text.PackTypeTwice.With(legible(t.Type), old.Line))
			}
		}
	}
	t.Overrides = d.overrides(s, "")
	d.p.TypePolicies = append(d.p.TypePolicies, t)
}

func (d *decoder) knownType(s *section, key, name string) {
	if name != "" && len(d.p.Types) > 0 && !slices.Contains(d.p.Types, name) {
		d.errs.addNear(s.at(key), s.path+"."+key, text.PackUnknownName.With(legible(name), among(d.p.Types)), d.near(name, d.p.Types))
	}
}

func (d *decoder) enterprise(n *node) {
	path := "enterprise"
	if v := n.get("uscc"); v != nil && v.kind == aString {
		path += "." + v.text
	}
	s := d.open(n, path, keysEnterprise)
	e := Enterprise{USCC: s.text("uscc"), Name: s.text("name"), Type: s.text("type"), Doc: s.text("doc"), Line: s.line()}
	d.checkUSCC(s, &e)
	d.knownType(s, "type", e.Type)
	e.ProfitTarget = s.number("profit_target", ruleWan)
	e.Overrides = d.overrides(s, e.Type)
	for i, m := range s.many("milestone") {
		d.milestone(m, i, &e)
	}
	d.checkOwnWeights(s, &e)
	s.settle()
	d.p.Enterprises = append(d.p.Enterprises, e)
}

// checkUSCC: a code of the wrong shape is an error, a wrong check character only worth a look (real ones exist), and an
// enterprise stands once.
func (d *decoder) checkUSCC(s *section, e *Enterprise) {
	if e.USCC == "" {
		return
	}
	if old, twice := d.enterprises[e.USCC]; twice {
		d.errs.add(s.at("uscc"), s.path, text.PackEnterpriseTwice.With(legible(e.USCC), old))
		return
	}
	d.enterprises[e.USCC] = e.Line
	switch usccShape(e.USCC) {
	case usccMalformed:
		d.errs.add(s.at("uscc"), s.path+".uscc", text.PackBadUSCC.With(legible(e.USCC)))
	case usccCheckFails:
		d.notice(s.at("uscc"), s.path+".uscc", text.PackDoubtfulUSCC.With(e.USCC))
	}
}

// overrides reads the [[override]] of a type or an enterprise. ofType is the enterprise's type, whose weights it may set.
func (d *decoder) overrides(s *section, ofType string) []Param {
	var all []Param
	seen := map[string]int{}
	for i, n := range s.many("override") {
		in := &section{d: d, n: n, path: s.path + ".override." + numbered(i), basis: s.basis, got: map[string]*node{}}
		in.take(keysOverride)
		path := in.text("path")
		reason := in.text("reason")
		if path == "" {
			continue
		}
		rule, canonical, ok := d.openFor(in, path, ofType)
		if !ok {
			continue
		}
		if seen[canonical] > 0 {
			d.errs.add(in.at("path"), in.path, text.PackOverrideTwice.With(legible(path), seen[canonical]))
			continue
		}
		seen[canonical] = in.line()
		if o, ok := d.overriding(in, canonical, rule); ok {
			o.Reason = reason
			all = append(all, o)
		}
	}
	return all
}

// openFor finds what an override is about: the parameter must be there, and be one its section leaves open.
func (d *decoder) openFor(s *section, path, ofType string) (rule numberRule, canonical string, ok bool) {
	at := s.at("path")
	canonical = path
	if strings.HasSuffix(path, ".weight") && strings.HasPrefix(path, "indicator.") {
		canonical = path + "." + ofType
		if ofType == "" {
			d.errs.add(at, s.path, text.PackWeightByType)
			return rule, "", false
		}
	}
	rule, known := d.numbers[canonical]
	if !known {
		badType := canonical != path && len(d.p.Types) > 0 && !slices.Contains(d.p.Types, ofType) // told at the enterprise
		if !badType && !d.lostSection(path) {
			d.errs.addNear(at, s.path, text.PackOverrideNothing.With(legible(path)), d.near(path, d.openPaths()))
		}
		return rule, "", false
	}
	if isWeight(canonical) && !strings.HasSuffix(canonical, ".weight."+ofType) {
		d.errs.add(at, s.path, text.PackWeightOther.With(legible(path)))
		return rule, "", false
	}
	for section, names := range d.overridables {
		rel, inside := strings.CutPrefix(canonical, section+".")
		if !inside {
			continue
		}
		for _, name := range names {
			if rel == name || strings.HasPrefix(rel, name+".") {
				return rule, canonical, true
			}
		}
	}
	d.errs.add(at, s.path, text.PackNotOverridable.With(legible(path), among(d.openPaths())))
	return rule, "", false
}

// lostSection: a parameter of a section that has errors of its own may well be there.
func (d *decoder) lostSection(path string) bool {
	if d.root.lost {
		return true
	}
	parts := strings.SplitN(path, ".", 3)
	if len(parts) < 3 {
		return false
	}
	if all := d.root.get(parts[0]); all != nil {
		for _, n := range all.items {
			if id := n.get("id"); id == nil && n.has("id") || id != nil && id.text == parts[1] {
				if v, lost := (&section{n: n}).resolve(parts[2]); v == nil && lost {
					return true
				}
			}
		}
	}
	return d.errs.about(parts[0] + "." + parts[1])
}

// openPaths lists what may be overridden, for messages.
func (d *decoder) openPaths() []string {
	var all []string
	for section, names := range d.overridables {
		for _, name := range names {
			all = append(all, section+"."+name)
		}
	}
	slices.Sort(all)
	return all
}

// overriding reads the value of an override by the rule of what it replaces. Its basis is its reason.
func (d *decoder) overriding(s *section, path string, rule numberRule) (Param, bool) {
	v := s.got["value"]
	if v == nil {
		return Param{}, false
	}
	value, isPercent, why := parseNumber(v.text)
	if why.Empty() {
		why = rule.check(value, isPercent, v.text)
	}
	if !why.Empty() {
		d.errs.add(v.at, s.path+".value", why)
		return Param{}, false
	}
	at := d.src.at(v.at)
	return Param{Path: path, Value: value, Text: v.text, Line: at.Line, Col: at.Col, Basis: Override, Origin: FromEnterprise}, true
}

func (d *decoder) milestone(n *node, i int, e *Enterprise) {
	path := "enterprise." + e.USCC + ".milestone." + numbered(i)
	if v := n.get("id"); v != nil && v.kind == aString && isIdentifier(v.text) {
		path = "enterprise." + e.USCC + ".milestone." + v.text
	}
	s := d.open(n, path, keysMilestone)
	m := Milestone{ID: s.text("id"), Text: s.text("text"), Clauses: s.cited(), Due: s.day("due"), Join: s.text("join"), Line: s.line()}
	s.listedDay("due")
	if m.ID != "" && !isIdentifier(m.ID) {
		d.errs.add(s.at("id"), path, text.PackBadID.With(legible(m.ID)))
	}
	for _, old := range e.Milestones {
		if m.ID != "" && old.ID == m.ID {
			d.errs.add(s.at("id"), path, text.PackIDTwice.With(legible(m.ID), old.Line))
		}
		if m.Text != "" && old.Text == m.Text {
			d.errs.add(s.at("text"), path, text.PackItemTwice.With(legible(m.Text)))
		}
	}
	d.checkJoin(s, &m)
	s.settle()
	e.Milestones = append(e.Milestones, m)
}

// checkJoin: a milestone joins a checklist, and is not an item of it already.
func (d *decoder) checkJoin(s *section, m *Milestone) {
	if m.Join == "" {
		return
	}
	var lists []string
	for i := range d.p.Indicators {
		in := &d.p.Indicators[i]
		if in.ID == m.Join && in.Measure.Kind == "" {
			return // its own error is told elsewhere
		}
		if in.Measure.Kind != MeasureChecklist {
			continue
		}
		if in.ID == m.Join {
			if slices.Contains(in.Measure.Items, m.Text) {
				d.errs.add(s.at("text"), s.path+".text", text.PackItemTwice.With(legible(m.Text)))
			}
			return
		}
		lists = append(lists, in.ID)
	}
	d.errs.addNear(s.at("join"), s.path+".join", text.PackJoin.With(legible(m.Join), among(lists)), d.near(m.Join, lists))
}

// checkOwnWeights: where an enterprise has weights of its own, they still sum to 100.
func (d *decoder) checkOwnWeights(s *section, e *Enterprise) {
	own := map[string]*big.Rat{}
	for i := range e.Overrides {
		if isWeight(e.Overrides[i].Path) {
			own[e.Overrides[i].Path] = e.Overrides[i].Value
		}
	}
	if len(own) == 0 {
		return
	}
	sum := new(big.Rat)
	for i := range d.p.Indicators {
		w := d.p.Indicators[i].Weight[e.Type]
		switch {
		case own[w.Path] != nil:
			sum.Add(sum, own[w.Path])
		case w.Value != nil:
			sum.Add(sum, w.Value)
		}
	}
	if sum.Cmp(hundred) != 0 {
		d.errs.add(s.n.at, s.path, text.PackOwnWeights.With(plainText(sum)))
	}
}

// usccForm says what is the matter with a unified social credit code.
type usccForm uint8

const (
	usccGood usccForm = iota
	usccMalformed
	usccCheckFails
)

// usccShape asks the dictionary's own rule for the code, which a pack writes in its stored form.
func usccShape(code string) usccForm {
	v, err := form.ByID("enterprise").Field("uscc").Parse(code, form.Yuan)
	switch {
	case err != nil || v.Str() != code:
		return usccMalformed
	case !form.ValidUSCC(code):
		return usccCheckFails
	}
	return usccGood
}
