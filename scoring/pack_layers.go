package scoring

import (
	"slices"
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
	eff, ent = p.layered(uscc, cardType)
	eff.Assumed = p.assumedFor(uscc, cardType, ent)
	return eff, ent
}

// layered is what For gives, with what is assumed of everyone.
func (p *Pack) layered(uscc, cardType string) (eff *Pack, ent *Enterprise) {
	own, forked := *p, []string(nil)
	eff = &own
	for i := range p.TypePolicies {
		if p.TypePolicies[i].Type == cardType {
			eff.override(p.TypePolicies[i].Overrides, FromType, &forked)
		}
	}
	if ent = p.Enterprise(uscc); ent != nil {
		eff.override(ent.Overrides, FromEnterprise, &forked)
		eff.join(ent.Milestones, slices.Contains(forked, indicatorSection.key))
	}
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
	own := *p
	section, _, _ := strings.Cut(path, ".")
	if k := kindOfSection(section); k != nil {
		k.declared().fork(&own)
	}
	ok = own.update(path, func(old Param) Param { at = old; return old })
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
	all = p.deductionItems(all)
	if ent := p.Enterprise(uscc); ent != nil {
		for i := range ent.Milestones {
			m := &ent.Milestones[i]
			all = append(all, Item{Text: m.Text, Indicator: m.Join, Milestone: m})
		}
	}
	return all
}

// override replaces parameters of a copy, whose sections get their own first (maps are still shared); each keeps what it replaced.
func (p *Pack) override(by []Param, origin Origin, forked *[]string) {
	for i := range by {
		section, _, _ := strings.Cut(by[i].Path, ".")
		if k := kindOfSection(section); k != nil && !slices.Contains(*forked, section) {
			k.declared().fork(p)
			*forked = append(*forked, section)
		}
		p.update(by[i].Path, func(old Param) Param {
			n := by[i]
			n.Basis, n.Origin, n.Default = Override, origin, &old
			return n
		})
	}
}

// join makes milestones items of their checklist. forked: the pack's indicators are its own already.
func (p *Pack) join(ms []Milestone, forked bool) {
	if len(ms) > 0 && !forked {
		p.Indicators = slices.Clone(p.Indicators)
	}
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

// Assumed are the parameters that apply to the enterprise and are assumed.
func (s *Sheet) Assumed() []Param { return s.Pack.assumedFor(s.USCC, s.Type, s.ent) }

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
	k := kindOfSection(section)
	return k != nil && k.declared().set(p, rest, with)
}
