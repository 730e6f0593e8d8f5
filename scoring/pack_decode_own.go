package scoring

import (
	"slices"
	"strings"

	"yice/text"
)

// What a pack sets for a type or for one enterprise: overrides and milestones.

var keysOverride = keyRules{{"path", isText, must, nil}, {"value", isNumber, must, nil}, {"reason", isText, must, nil}}

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
	value, isPercent, why := ParseNumber(v.text)
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
