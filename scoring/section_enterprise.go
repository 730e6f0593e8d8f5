package scoring

import (
	"cmp"
	"math/big"
	"slices"

	"yice/form"
	"yice/text"
)

// TypePolicy is what a pack sets for every enterprise of a type.
type TypePolicy struct {
	Type      string
	Overrides []Param // Path names the parameter it replaces
	Line      int
}

// Enterprise is one enterprise's own policy, 一企一策.
type Enterprise struct {
	USCC, Name, Type, Doc string
	ProfitTarget          Param   // 万元; Value nil: none
	Overrides             []Param // Path names the parameter it replaces
	Milestones            []Milestone
	Line                  int
}

var typeSection = declare(sectionOf[*TypePolicy]{
	key: "type", title: text.PackSayTypes, unlisted: true,
	kept: several(func(p *Pack) *[]TypePolicy { return &p.TypePolicies }), line: func(t *TypePolicy) *int { return &t.Line },
	says: []parameter[*TypePolicy]{
		{key: "name", is: isText, must: must, title: text.PackSayName, at: func(t *TypePolicy) any { return &t.Type }, quiet: true},
		{key: "override", is: isMany, must: must, title: text.PackSayOverrides},
	},
})

// typeKind is what a pack sets for every enterprise of a type.
type typeKind struct{ plainKind }

func (k *typeKind) read(d *decoder, file *section) {
	for _, n := range file.many("type") {
		s := d.open(n, "type", k.section.keys)
		var t TypePolicy
		k.section.fill(s, &t)
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
}

func (k *typeKind) list(l *settingList) {
	for i := range l.p.TypePolicies {
		t := &l.p.TypePolicies[i]
		l.in("type."+t.Type, typeTitle(t.Type), t.Line)
		l.overrides(t.Overrides)
	}
}

func (k *typeKind) ownWords(p *Pack, to []string) []string {
	for i := range p.TypePolicies {
		to = append(to, reasons(p.TypePolicies[i].Overrides)...)
	}
	return to
}

var enterpriseSection = declare(sectionOf[*Enterprise]{
	key: "enterprise", title: text.PackSayEnterprise,
	kept: several(func(p *Pack) *[]Enterprise { return &p.Enterprises }), line: func(e *Enterprise) *int { return &e.Line },
	says: []parameter[*Enterprise]{
		{key: "uscc", is: isText, must: must, title: text.PackSayUSCC, quiet: true, at: func(e *Enterprise) any { return &e.USCC }},
		{key: "name", is: isText, must: must, title: text.PackSayName, own: true, at: func(e *Enterprise) any { return &e.Name }},
		{
			key: "type", is: isText, must: must, title: fieldTitle("enterprise", "type"), at: func(e *Enterprise) any { return &e.Type },
			say: func(_ *Pack, e *Enterprise) text.Pair { return typeTitle(e.Type) },
		},
		{key: "doc", is: isText, hint: text.HintDoc, must: must, title: text.PackSayDoc, own: true, at: func(e *Enterprise) any { return &e.Doc }},
		{key: "profit_target", is: isNumber, hint: text.HintProfitTarget, title: text.PackSayProfitTarget, rule: ruleWan, at: func(e *Enterprise) any { return &e.ProfitTarget }},
		{key: "override", is: isMany, title: text.PackSayOverrides, read: func(s *section, e *Enterprise) { e.Overrides = s.d.overrides(s, e.Type) }},
		{key: "milestone", is: isMany, title: text.PackSayMilestone, read: readMilestones},
	},
	check: func(s *section, e *Enterprise) {
		s.d.checkUSCC(s, e)
		s.d.knownType(s, "type", e.Type)
		s.d.checkOwnWeights(s, e)
	},
})

// enterpriseKind is one enterprise's own policy, 一企一策.
type enterpriseKind struct{ plainKind }

func (k *enterpriseKind) read(d *decoder, file *section) {
	for _, n := range file.many("enterprise") {
		path := "enterprise"
		if v := n.get("uscc"); v != nil && v.kind == aString {
			path += "." + v.text
		}
		var e Enterprise
		k.section.fill(d.open(n, path, k.section.keys), &e)
		d.p.Enterprises = append(d.p.Enterprises, e)
	}
}

func (k *enterpriseKind) list(l *settingList) {
	for i := range l.p.Enterprises {
		e := &l.p.Enterprises[i]
		l.in("enterprise."+e.USCC, l.p.Say(cmp.Or(e.Name, e.USCC)), e.Line)
		k.section.listOnly(l, e)
		l.overrides(e.Overrides)
		for j := range e.Milestones {
			m := &e.Milestones[j]
			l.word("milestone."+m.ID, text.PackSayMilestone, text.PackSayDue.With(l.p.Say(m.Text), m.Due))
		}
	}
}

func (k *enterpriseKind) ownWords(p *Pack, to []string) []string {
	for i := range p.Enterprises {
		e := &p.Enterprises[i]
		to = append(append(to, e.Name, e.Doc), reasons(e.Overrides)...)
		for j := range e.Milestones {
			to = append(to, e.Milestones[j].Text)
		}
	}
	return to
}

// total: the profit as it is assessed is compared with the enterprise's own target.
func (*enterpriseKind) total(e *evaluation) { e.assess() }

func (d *decoder) knownType(s *section, key, name string) {
	if name != "" && len(d.p.Types) > 0 && !slices.Contains(d.p.Types, name) {
		d.errs.addNear(s.at(key), s.path+"."+key, text.PackUnknownName.With(legible(name), among(d.p.Types)), d.near(name, d.p.Types))
	}
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

// account ends the profit with what it comes to, and what that is of the enterprise's own target.
func (*enterpriseKind) account(s *Sheet, a *Account) {
	sec := a.Section("profit")
	sec.sum("assessed", text.TermAssessed, s.Assessed, text.ScoreUnitWan)
	if s.ProfitTarget.Value != nil {
		target := figureCell(s.TargetText())
		sec.add(AccountRow{ID: "profit_target", Title: text.TermProfitTarget, Unit: text.ScoreUnitWan, Cells: []Cell{target, target}})
	}
	if s.Completion != nil {
		sec.sum("completion", text.TermCompletion, s.Completion, text.ScoreUnitPercent)
	}
}

// TargetText is the profit target with two decimals, or as the pack has it where it has more.
func (s *Sheet) TargetText() string {
	if d := (rounding{places: 2}).round(s.ProfitTarget.Value); d.Rat().Cmp(s.ProfitTarget.Value) == 0 {
		return d.String()
	}
	return s.ProfitTarget.Text
}
