package scoring

import (
	"math/big"
	"strings"

	"yice/form"
	"yice/text"
)

// explainTotal explains a total of the sheet, named as Change names it: what it adds up; and the rule for resources first.
func (s *Sheet) explainTotal(id string) (e Explanation, ok bool) {
	t := &teller{s: s, l: &Line{}, e: Explanation{ID: id}}
	switch id {
	case "innovation":
		t.total(text.ScoreInnovation, text.ScorePoints, &s.Innovation, func(of func(Pair) Dec) text.Pair {
			return text.Same(sumOf(s.Indicators, of))
		})
	case "annual_contribution":
		base := s.Innovation
		if s.eff.BonusOn == "innovation" {
			base = base.plus(s.BonusTotal)
		}
		w := &s.eff.InnovationWeight
		if w.Value == nil {
			return Explanation{}, false
		}
		t.total(text.ScoreContribution, text.ScorePoints, &s.AnnualContribution, func(of func(Pair) Dec) text.Pair {
			return text.ScoreTimes.With(of(base).String(), shownParam(w)+"%")
		})
		t.say(text.ScoreLabelParameter, text.ScoreParam.With(text.ScoreParamWeight, shownParam(w), t.origin(w)))
	case "bonus":
		t.total(text.ScoreBonus, text.ScorePoints, &s.BonusTotal, func(of func(Pair) Dec) text.Pair {
			sum := sumOf(s.Bonuses, of)
			if s.BonusCap.Value == nil {
				return text.Same(sum)
			}
			return text.ScoreCapped.With(shownParam(&s.BonusCap), sum)
		})
		if s.BonusCap.Value != nil {
			t.say(text.ScoreLabelCap, text.ScoreSet.With(text.ScorePoints.With(shownParam(&s.BonusCap)), t.origin(&s.BonusCap)))
		}
	case "deductions":
		if len(s.Deductions) == 0 {
			return Explanation{}, false
		}
		t.total(text.TermDeductionTotal, text.ScorePoints, &s.DeductionTotal, func(of func(Pair) Dec) text.Pair {
			return text.Same(sumOf(s.Deductions, of))
		})
	case "assessed":
		t.total(text.ScoreAssessed, text.ScoreMoney, s.Assessed, s.assessedFormula)
		t.lacking("fin.profit")
	case "completion":
		t.completion()
	case "base":
		t.total(text.ScoreBase, text.ScoreMoney, s.Base, func(of func(Pair) Dec) text.Pair {
			pay, _ := FactValue(s.facts, "fin.pay_total")
			return text.ScoreLess.With(form.Grouped(s.rounded(pay).String()), form.Grouped(of(s.Separate.Score).String()))
		})
		t.lacking("fin.pay_total")
	case "priority":
		if s.Priority == nil {
			return Explanation{}, false
		}
		t.priority()
	default:
		return Explanation{}, false
	}
	return t.e, true
}

// total tells a sum with its formula, confirmed and with pending; nil: it does not exist.
func (t *teller) total(title, unit text.Pair, p *Pair, formula func(of func(Pair) Dec) text.Pair) {
	gives := text.ScoreGives
	if t.e.ID == "annual_contribution" || t.e.ID == "completion" { // these are rounded
		gives = text.ScoreRoundsTo
	}
	t.e.Title = title
	if p == nil {
		t.e.Score = text.ScoreNoFigure
		return
	}
	shown := func(d Dec) text.Pair { return unit.With(form.Grouped(d.String())) }
	t.e.Score = shown(p.Confirmed)
	t.say(text.ScoreLabelFormula, gives.With(formula(confirmedOf), shown(p.Confirmed)))
	if p.Confirmed != p.Pending {
		t.say(text.ScoreLabelPending, gives.With(formula(pendingOf), shown(p.Pending)))
	}
}

// rounded is an amount as the sheet prints one.
func (s *Sheet) rounded(v *big.Rat) Dec {
	return rounding{s.eff.MoneyDecimals, s.eff.HalfEven}.round(v)
}

// lacking names a figure that is not there, where it is not.
func (t *teller) lacking(fact string) {
	if _, missing := FactValue(t.s.facts, fact); missing {
		t.l.Missing = []string{fact}
		t.missing(text.ScoreMissingWan)
	}
}

// sumOf writes the scores of lines as a sum.
func sumOf(lines []Line, of func(Pair) Dec) string {
	if len(lines) == 0 {
		return "0"
	}
	parts := make([]string, len(lines))
	for i := range lines {
		parts[i] = of(lines[i].Score).String()
	}
	return strings.Join(parts, " + ")
}

// assessedFormula adds book, add-back and each deemed item, each by name.
func (s *Sheet) assessedFormula(of func(Pair) Dec) text.Pair {
	parts := []text.Pair{text.ScoreTerm.With(text.ScoreBook, form.Grouped(s.Book.String()))}
	if s.Addback.ID != "" {
		parts = append(parts, text.ScoreTerm.With(text.ScoreAddback, form.Grouped(of(s.Addback.Score).String())))
	}
	for i := range s.Deemed {
		parts = append(parts, text.ScoreTerm.With(s.Deemed[i].Says, form.Grouped(of(s.Deemed[i].Score).String())))
	}
	return joined(parts, text.Same(" + "))
}

func (t *teller) completion() {
	s := t.s
	target := &s.ProfitTarget
	t.total(text.ScoreCompletion, text.ScorePercentOf, s.Completion, func(of func(Pair) Dec) text.Pair {
		return text.ScoreQuotient.With(form.Grouped(of(*s.Assessed).String()), ratWan(target.Value))
	})
	switch {
	case target.Value == nil:
		t.say(text.ScoreLabelNote, text.ScoreNoTarget)
	case target.Value.Sign() <= 0:
		t.say(text.ScoreLabelNote, text.ScoreBadTarget.With(shownParam(target)))
	default:
		own := *target // a target of profit is always the enterprise's own
		own.Origin, own.Reason = FromEnterprise, s.ent.Doc
		t.say(text.ScoreLabelTarget, text.ScoreSet.With(text.ScoreMoney.With(ratWan(target.Value)), t.origin(&own)))
	}
	t.lacking("fin.profit")
}
