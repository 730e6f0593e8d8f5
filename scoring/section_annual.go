package scoring

import (
	"math/big"

	"yice/text"
)

// annualSection is the place of innovation in the annual assessment.
var annualSection = declare(sectionOf[*Pack]{
	key: "annual", must: must, title: text.PackSayAnnual, lineOf: func(p *Pack) int { return p.InnovationWeight.Line },
	says: []parameter[*Pack]{
		cites(func(p *Pack) *[]string { return &p.AnnualClauses }),
		{key: "innovation_weight", is: isNumber, hint: text.HintWeightAnnual, must: must, title: text.PackSayInnovationWeight, rule: ruleWeight, at: func(p *Pack) any { return &p.InnovationWeight }},
		{key: "innovation_weight_prev", is: isNumber, hint: text.HintWeightBefore, title: text.PackSayWeightBefore, rule: ruleWeight, at: func(p *Pack) any { return &p.InnovationWeightPrev }},
	},
})

type annualKind struct{ plainKind }

// total is what innovation brings to the annual assessment.
func (*annualKind) total(e *evaluation) {
	w := e.p.InnovationWeight.Value
	if w == nil {
		e.s.AnnualContribution = e.zero(e.line)
		return
	}
	share := new(big.Rat).Quo(w, big.NewRat(100, 1))
	base := e.s.Innovation
	if e.p.BonusOn == "innovation" {
		base = base.plus(e.s.BonusTotal)
	}
	of := func(d Dec) Dec { return e.line.round(new(big.Rat).Mul(d.Rat(), share)) }
	e.s.AnnualContribution = Pair{of(base.Confirmed), of(base.Pending)}
}
