package scoring

import "yice/text"

var adviceSection = declare(sectionOf[*Advice]{
	key: "advice", title: text.PackSayAdvice,
	kept: once(func(p *Pack) **Advice { return &p.Advice }), line: func(a *Advice) *int { return &a.Line },
	says: []parameter[*Advice]{{
		key: "lead_months", is: isTable, hint: text.HintLead, title: text.PackSayAdvice, of: leadTitle, names: func(*Pack) []string { return leadNames() }, rule: ruleLead,
		at: func(a *Advice) any { return &a.LeadMonths },
	}},
	check: func(_ *section, a *Advice) { // what is left out keeps its default
		for name, p := range DefaultAdvice.LeadMonths {
			if _, set := a.LeadMonths[name]; !set {
				if a.LeadMonths == nil {
					a.LeadMonths = make(map[string]Param)
				}
				a.LeadMonths[name] = p
			}
		}
	},
})

type adviceKind struct{ plainKind }

// titleOf names the months of a register.
func (*adviceKind) titleOf(path string) text.Pair { return leadTitle(path[len("lead_months."):]) }

func leadTitle(register string) text.Pair {
	if register == "recognition" {
		return text.PackSayDecision
	}
	return formTitle(register)
}
