package scoring

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// The layers of a pack: default < type < enterprise. A pack is never changed; the effective one is a fork of it whose
// overridden parameters are replaced.

// For gives the pack as it stands for one enterprise: the layers pack default < type < enterprise applied, milestones
// joined into the Items of their indicator, Assumed narrowed to what applies (the weights of cardType only, nothing
// overridden, no other enterprise). Each Param carries its Origin, Basis, Reason and Default. ent is nil where the pack
// does not name the enterprise. Weights stay by type: take Weight[cardType]; as the pack lists them by
// type, they carry FromType. The pack itself is not changed. A few microseconds; not to be cached.
func (p *Pack) For(uscc, cardType string) (eff *Pack, ent *Enterprise) {
	eff = p.fork()
	for i := range p.TypePolicies {
		if p.TypePolicies[i].Type == cardType {
			eff.override(p.TypePolicies[i].Overrides, FromType)
		}
	}
	if ent = p.Enterprise(uscc); ent != nil {
		eff.override(ent.Overrides, FromEnterprise)
		eff.join(ent.Milestones)
	}
	eff.Assumed = p.assumedFor(uscc, cardType, ent)
	return eff, ent
}

// Enterprise gives what a pack sets for one enterprise, or nil.
func (p *Pack) Enterprise(uscc string) *Enterprise {
	for i := range p.Enterprises {
		if p.Enterprises[i].USCC == uscc {
			return &p.Enterprises[i]
		}
	}
	return nil
}

// Param gives a parameter by its path; ok is false where the pack has none there. Weights are by type
// ("indicator.patents.weight.功能型").
func (p *Pack) Param(path string) (at Param, ok bool) {
	ok = p.fork().update(path, func(old Param) Param { at = old; return old })
	return at, ok
}

// Item is one line of the checklist as a pack asks it of an enterprise.
type Item struct {
	Text      string // what form checklist holds in field item
	Indicator string
	Milestone *Milestone // nil for an item asked of everyone
}

// ChecklistItems lists every item the pack asks of an enterprise: the pack's own in file order, then its milestones.
func (p *Pack) ChecklistItems(uscc string) []Item {
	var all []Item
	for i := range p.Indicators {
		in := &p.Indicators[i]
		if in.Measure.Kind != MeasureChecklist {
			continue
		}
		for _, it := range in.Measure.Items {
			all = append(all, Item{Text: it, Indicator: in.ID})
		}
	}
	if ent := p.Enterprise(uscc); ent != nil {
		for i := range ent.Milestones {
			m := &ent.Milestones[i]
			all = append(all, Item{Text: m.Text, Indicator: m.Join, Milestone: m})
		}
	}
	return all
}

// ItemNamed resolves what a row of form checklist names: an item by its text, or a milestone by its id.
func (m *Measure) ItemNamed(name string) (item string, ok bool) {
	if slices.Contains(m.Items, name) {
		return name, true
	}
	for i := range m.Milestones {
		if m.Milestones[i].ID == name {
			return m.Milestones[i].Text, true
		}
	}
	return "", false
}

// fork copies a pack as far as overriding goes: the lists and the single sections are its own, maps are still shared.
func (p *Pack) fork() *Pack {
	c := *p
	c.Indicators = slices.Clone(p.Indicators)
	c.Bonuses = slices.Clone(p.Bonuses)
	c.Deemed = slices.Clone(p.Deemed)
	if p.Addback != nil {
		own := *p.Addback
		c.Addback = &own
	}
	if p.Tilt != nil {
		own := *p.Tilt
		c.Tilt = &own
	}
	if p.Priority != nil {
		own := *p.Priority
		c.Priority = &own
	}
	return &c
}

// override replaces parameters of a fork; each keeps what it replaced.
func (p *Pack) override(by []Param, origin Origin) {
	for i := range by {
		p.update(by[i].Path, func(old Param) Param {
			n := by[i]
			n.Basis, n.Origin, n.Default = Override, origin, &old
			return n
		})
	}
}

// join makes milestones items of their checklist.
func (p *Pack) join(ms []Milestone) {
	for _, m := range ms {
		for i := range p.Indicators {
			in := &p.Indicators[i]
			if in.ID != m.Join || in.Measure.Kind != MeasureChecklist {
				continue
			}
			in.Measure.Items = append(slices.Clip(in.Measure.Items), m.Text)
			in.Measure.Milestones = append(slices.Clip(in.Measure.Milestones), m)
		}
	}
}

// assumedFor keeps of the assumed parameters those that bear on one enterprise.
func (p *Pack) assumedFor(uscc, cardType string, ent *Enterprise) []Param {
	own, ofType := "enterprise."+uscc+".", "."+cardType
	keep := make([]Param, 0, min(len(p.Assumed), 96)) // most are of other enterprises where there are many
	for i := range p.Assumed {
		path := p.Assumed[i].Path
		switch {
		case strings.HasPrefix(path, "enterprise.") && !strings.HasPrefix(path, own):
		case isWeight(path) && !strings.HasSuffix(path, ofType):
		case ent != nil && sets(ent.Overrides, path):
		case p.typeSets(cardType, path):
		default:
			keep = append(keep, p.Assumed[i])
		}
	}
	return keep
}

// sets reports whether overrides replace a parameter.
func sets(by []Param, path string) bool {
	return slices.ContainsFunc(by, func(o Param) bool { return o.Path == path })
}

func (p *Pack) typeSets(cardType, path string) bool {
	for i := range p.TypePolicies {
		if p.TypePolicies[i].Type == cardType && sets(p.TypePolicies[i].Overrides, path) {
			return true
		}
	}
	return false
}

// isWeight says whether a path is a weight by type: indicator.<id>.weight.<type>.
func isWeight(path string) bool {
	return strings.HasPrefix(path, "indicator.") && strings.Contains(path, ".weight.")
}

// update replaces the parameter at a path by what with gives for it; false where there is none. Only for forks.
func (p *Pack) update(path string, with func(Param) Param) bool {
	section, rest, _ := strings.Cut(path, ".")
	switch section {
	case "indicator":
		id, what, _ := strings.Cut(rest, ".")
		for i := range p.Indicators {
			if p.Indicators[i].ID == id {
				return p.Indicators[i].update(what, with)
			}
		}
	case "bonus":
		id, what, _ := strings.Cut(rest, ".")
		for i := range p.Bonuses {
			if b := &p.Bonuses[i]; b.ID == id {
				if what == "cap" {
					return replace(&b.Cap, with)
				}
				return b.Measure.update(what, with)
			}
		}
	case "deemed":
		id, what, _ := strings.Cut(rest, ".")
		for i := range p.Deemed {
			if d := &p.Deemed[i]; d.ID == id {
				switch what {
				case "rate":
					return replace(&d.Rate, with)
				case "fixed":
					return replace(&d.Fixed, with)
				}
			}
		}
	case "bonus_total":
		if rest == "cap" {
			return replace(&p.BonusCap, with)
		}
	case "annual":
		switch rest {
		case "innovation_weight":
			return replace(&p.InnovationWeight, with)
		case "innovation_weight_prev":
			return replace(&p.InnovationWeightPrev, with)
		}
	case "addback":
		return p.Addback != nil && p.Addback.update(rest, with)
	case "payroll_tilt":
		if p.Tilt == nil {
			return false
		}
		if rest == "cap" {
			return replace(&p.Tilt.Cap, with)
		}
		level, ok := strings.CutPrefix(rest, "rates.")
		return ok && replaceIn(&p.Tilt.Rates, level, with)
	case "priority":
		return p.Priority != nil && rest == "min_score" && replace(&p.Priority.MinScore, with)
	}
	return false
}

func (in *Indicator) update(what string, with func(Param) Param) bool {
	head, rest, _ := strings.Cut(what, ".")
	switch head {
	case "target":
		return rest == "" && replace(&in.Target, with)
	case "weight":
		return replaceIn(&in.Weight, rest, with)
	case "measure":
		return in.Measure.update(rest, with)
	case "scale":
		switch rest {
		case "cap":
			return replace(&in.Scale.Cap, with)
		case "floor":
			return replace(&in.Scale.Floor, with)
		case "base":
			return replace(&in.Scale.Base, with)
		}
		return in.Scale.updateRung(rest, with)
	}
	return false
}

// update of a measure reaches its points and grades: "points.国家级", "grades.国家级.一等".
func (m *Measure) update(what string, with func(Param) Param) bool {
	if level, ok := strings.CutPrefix(what, "points."); ok {
		return replaceIn(&m.Points, level, with)
	}
	rest, ok := strings.CutPrefix(what, "grades.")
	if !ok {
		return false
	}
	level, grade, _ := strings.Cut(rest, ".")
	own := m.Grades[level]
	if !replaceIn(&own, grade, with) {
		return false
	}
	m.Grades = maps.Clone(m.Grades)
	m.Grades[level] = own
	return true
}

// updateRung reaches "rungs.2.give"; rungs are counted from 1.
func (s *Scale) updateRung(what string, with func(Param) Param) bool {
	for i := range s.Rungs {
		r := s.Rungs[i]
		switch what {
		case rungPath(i, &r):
			r.At = with(r.At)
		case rungPrefix(i) + "give":
			r.Give = with(r.Give)
		default:
			continue
		}
		s.Rungs = slices.Clone(s.Rungs)
		s.Rungs[i] = r
		return true
	}
	return false
}

func (a *Addback) update(what string, with func(Param) Param) bool {
	switch what {
	case "base_rate":
		return replace(&a.BaseRate, with)
	case "increment_rate":
		return replace(&a.IncrementRate, with)
	case "original_rate":
		return replace(&a.OriginalRate, with)
	}
	level, ok := strings.CutPrefix(what, "key_rates.")
	return ok && replaceIn(&a.KeyRates, level, with)
}

// replace puts a new parameter where one is set.
func replace(at *Param, with func(Param) Param) bool {
	if at.Value == nil {
		return false
	}
	*at = with(*at)
	return true
}

// replaceIn does it in a table, on a table of its own.
func replaceIn(table *map[string]Param, key string, with func(Param) Param) bool {
	old, ok := (*table)[key]
	if !ok {
		return false
	}
	*table = maps.Clone(*table)
	(*table)[key] = with(old)
	return true
}

// rungPrefix and rungPath name a rung of a ladder as the lists of assumed parameters do: "rungs.1.above".
func rungPrefix(i int) string { return "rungs." + strconv.Itoa(i+1) + "." }

func rungPath(i int, r *Rung) string {
	if r.Above {
		return rungPrefix(i) + "above"
	}
	return rungPrefix(i) + "at"
}
