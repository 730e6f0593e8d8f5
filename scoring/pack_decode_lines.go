package scoring

import (
	"fmt"
	"slices"
	"strings"

	"yice/text"
)

// The scored lines of a pack: indicators with their measures and scales, and the bonus.

func (d *decoder) indicator(n *node, path, id string) {
	s := d.open(n, path, keysIndicator)
	in := Indicator{ID: id, Name: s.text("name"), Clauses: s.cited(), Chosen: s.flag("chosen"), Line: s.line()}
	in.Measure = d.measure(s)
	in.Scale = d.scale(s)
	in.Target = s.number("target", targetRule(in.Measure.Kind))
	in.Weight = s.numbersBy("weight", d.p.Types, ruleWeight)
	for t, w := range in.Weight {
		w.Origin = FromType
		in.Weight[t] = w
	}
	d.allTypes(s, "weight", s.got["weight"])
	d.checkScale(s, &in)
	in.Overridable = d.overridable(s, "target", "weight", "scale.cap", "scale.floor", "scale.base", "measure.points", "measure.grades")
	s.settle()
	d.p.Indicators = append(d.p.Indicators, in)
}

// targetRule: counts and amounts are plain figures, ratios and growths may be percents; of an unknown measure nobody knows.
func targetRule(k MeasureKind) numberRule {
	if k == MeasureRatio || k == MeasureGrowth || k == "" {
		return ruleRatio
	}
	return ruleTarget
}

// allTypes asks that a table by type has every type of the pack: a weight left out is not silently nothing.
func (d *decoder) allTypes(s *section, key string, v *node) {
	if v == nil || len(v.entries) == 0 {
		return
	}
	for _, t := range d.p.Types {
		if !v.has(t) {
			d.errs.add(v.at, s.path+"."+key, text.PackMissingType.With(t))
		}
	}
}

// kindOf reads the kind of a measure or a scale, before it is known which keys it may have.
func kindOf[K ~string](d *decoder, s *section, key string, rules map[K]keyRules) (K, bool) {
	v := s.got[key]
	if v == nil {
		return "", false
	}
	path := s.path + "." + key + ".kind"
	kinds := make([]string, 0, len(rules))
	for k := range rules {
		kinds = append(kinds, string(k))
	}
	slices.Sort(kinds)
	k := v.get("kind")
	switch {
	case k == nil && v.has("kind"):
		return "", false
	case k == nil:
		d.errs.add(v.at, path, text.PackMissingKind.With(among(kinds)))
		return "", false
	case k.kind != aString:
		d.errs.add(k.at, path, text.PackWantText)
		return "", false
	}
	if _, ok := rules[K(k.text)]; !ok {
		near := d.near(k.text, kinds)
		d.errs.addNear(k.at, path, text.PackUnknownWord.With(legible(k.text), among(kinds)), near)
		return K(near), near != "" // read on as what was probably meant, so that its other errors show too
	}
	return K(k.text), true
}

func (d *decoder) measure(s *section) Measure {
	kind, ok := kindOf(d, s, "measure", keysMeasure)
	if !ok {
		return Measure{}
	}
	m := Measure{Kind: kind}
	in := s.within("measure", keysMeasure[kind])
	switch kind {
	case MeasureValue:
		m.Fact = d.fact(in, "field")
	case MeasureRatio:
		m.Num, m.Den = d.fact(in, "num"), d.fact(in, "den")
	case MeasureGrowth:
		m.Cur, m.Prev = d.fact(in, "cur"), d.fact(in, "prev")
		m.ZeroBase = in.word("zero_base", "top")
	case MeasureCount:
		d.rows(in, &m)
		d.whereByType(in, &m)
	case MeasureLevelPoints:
		d.rows(in, &m)
		d.levelPoints(in, &m)
	case MeasureChecklist:
		m.Items = in.list("items", true)
	}
	return m
}

// fact reads the name of a fact of the catalogue.
func (d *decoder) fact(s *section, key string) string {
	v := s.got[key]
	if v == nil {
		return ""
	}
	if _, ok := FactByID(v.text); ok {
		return v.text
	}
	near := ""
	if !d.errs.full() {
		near = nearFact(v.text)
	}
	d.errs.addNear(v.at, s.path+"."+key, text.PackUnknownFact.With(legible(v.text)), near)
	return ""
}

// nearFact gives the fact a word probably meant: the one of that title, else the one spelled nearest.
func nearFact(word string) string {
	all := FactCatalogue()
	known := make([]string, 0, len(all))
	for i := range all {
		if all[i].Title.ZH == word {
			return all[i].ID
		}
		known = append(known, all[i].ID)
	}
	return nearest(word, known)
}

func (d *decoder) scale(s *section) Scale {
	kind, ok := kindOf(d, s, "scale", keysScale)
	if !ok {
		return Scale{}
	}
	in := s.within("scale", keysScale[kind])
	sc := Scale{Kind: kind}
	switch kind {
	case ScaleToTarget:
		sc.Cap = in.number("cap", ruleShare)
	case ScaleEfficacy:
		sc.Floor, sc.Base, sc.Cap = in.number("floor", ruleRatio), in.number("base", ruleShare), in.number("cap", ruleShare)
	case ScaleLadder:
		d.rungs(in, &sc)
	}
	return sc
}

// rungs reads a ladder: each rung has at or above, and give; they climb.
func (d *decoder) rungs(s *section, sc *Scale) {
	v := s.got["rungs"]
	if v == nil {
		return
	}
	if v.kind != anArray || !allTables(v.items) || len(v.items) == 0 {
		d.errs.add(v.at, s.path+".rungs", text.PackWantRungs)
		return
	}
	for i, n := range v.items {
		part := "rungs." + numbered(i)
		in := &section{d: d, n: n, path: s.path + "." + part, under: s.under + part + ".", basis: s.basis, got: map[string]*node{}}
		in.take(keysRung)
		r := Rung{Give: in.number("give", ruleShare)}
		at, above := in.number("at", ruleRatio), in.number("above", ruleRatio)
		switch {
		case n.get("at") != nil && n.get("above") != nil:
			d.errs.add(n.at, in.path, text.PackRungBoth)
		case !n.has("at") && !n.has("above"):
			d.errs.add(n.at, in.path, text.PackRungNeither)
		}
		if r.At = at; above.Value != nil {
			r.At, r.Above = above, true
		}
		d.climbs(in, sc.Rungs, &r)
		sc.Rungs = append(sc.Rungs, r)
	}
}

// climbs checks a rung against the one before it: it begins higher, and gives no less.
func (d *decoder) climbs(s *section, before []Rung, r *Rung) {
	if len(before) == 0 {
		return
	}
	last := &before[len(before)-1]
	if last.At.Value != nil && r.At.Value != nil {
		c := r.At.Value.Cmp(last.At.Value)
		if c < 0 || c == 0 && (last.Above || !r.Above) {
			d.errs.add(s.n.at, s.path, text.PackLadderOrder.With(r.At.Text, last.At.Text))
			return
		}
	}
	if last.Give.Value != nil && r.Give.Value != nil && r.Give.Value.Cmp(last.Give.Value) < 0 {
		d.errs.add(s.at("give"), s.path+".give", text.PackLadderGive.With(r.Give.Text, last.Give.Text))
	}
}

// checkScale asks that measure, scale and target go together.
func (d *decoder) checkScale(s *section, in *Indicator) {
	list, share := in.Measure.Kind == MeasureChecklist, in.Scale.Kind == ScaleFraction
	if in.Measure.Kind != "" && in.Scale.Kind != "" && list != share {
		d.errs.add(s.at("scale"), s.path+".scale.kind", text.PackScaleMeasure.With(string(in.Measure.Kind), string(in.Scale.Kind)))
		return
	}
	needs := in.Scale.Kind == ScaleToTarget || in.Scale.Kind == ScaleEfficacy
	switch {
	case needs && !s.n.has("target"):
		d.errs.add(s.n.at, s.path+".target", text.PackNoTarget.With(string(in.Scale.Kind)))
	case in.Scale.Kind != "" && !needs && s.got["target"] != nil:
		d.errs.add(s.at("target"), s.path+".target", text.PackIdleTarget.With(string(in.Scale.Kind)))
	}
	if in.Scale.Kind == ScaleEfficacy && in.Target.Value != nil && in.Scale.Floor.Value != nil && in.Scale.Floor.Value.Cmp(in.Target.Value) >= 0 {
		d.errs.add(s.at("scale"), s.path+".scale.floor", text.PackFloorTarget.With(in.Scale.Floor.Text, in.Target.Text))
	}
}

// overridable reads which parameters of a section a type or an enterprise may set for itself.
func (d *decoder) overridable(s *section, may ...string) []string {
	v := s.got["overridable"]
	if v == nil {
		return nil
	}
	for _, it := range v.items {
		exact := slices.Contains(may, it.text)
		below := slices.ContainsFunc(may, func(m string) bool { return strings.HasPrefix(it.text, m+".") })
		if !exact && !below {
			d.errs.addNear(it.at, s.path+".overridable", text.PackNotOpenable.With(legible(it.text), among(may)), d.near(it.text, may))
			continue
		}
		if v, lost := s.resolve(it.text); v == nil && !lost {
			d.errs.add(it.at, s.path+".overridable", text.PackOpenNothing.With(legible(it.text)))
		}
	}
	all := s.list("overridable", false)
	d.overridables[s.path] = all
	return all
}

func (d *decoder) bonusTotal(n *node) {
	s := d.open(n, "bonus_total", keysBonusTotal)
	d.p.BonusCap = s.number("cap", rulePoints)
	d.p.BonusOn = s.word("on", "annual")
	s.settle()
}

func (d *decoder) bonus(n *node, path, id string) {
	s := d.open(n, path, keysBonus)
	b := Bonus{ID: id, Name: s.text("name"), Clauses: s.cited(), Line: s.line()}
	b.Measure.Kind = MeasureLevelPoints
	d.rows(s, &b.Measure)
	d.levelPoints(s, &b.Measure)
	b.Cap = s.number("cap", rulePoints)
	if b.Measure.Register == "platform" {
		b.Upgrade = s.word("upgrade", "difference")
		b.Kinds, b.RegulatorKinds = d.kinds(s, &b.Measure.Where)
	} else {
		d.onlyPlatforms(s, b.Measure.Register, "upgrade", "kinds", "regulator_kinds")
	}
	b.Overridable = d.overridable(s, "points", "grades", "cap")
	s.settle()
	d.p.Bonuses = append(d.p.Bonuses, b)
}

// numbered names a table that has no id: the third is "3".
func numbered(i int) string { return fmt.Sprint(i + 1) }

// numbered4 writes a year.
func numbered4(year int) string { return fmt.Sprintf("%04d", year) }
