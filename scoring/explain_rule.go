package scoring

import (
	"slices"

	"yice/text"
)

// reading says in words what a rule counts.
func (t *teller) reading(ru *rule, what text.Pair) []text.Pair {
	parts := []text.Pair{what}
	for _, c := range ru.where {
		f := fieldOf(ru.register, c.Field)
		if slices.Equal(c.Values, []string{"是"}) {
			parts = append(parts, text.ScoreRuleFlag.With(fieldTitle(ru.register, c.Field)))
			continue
		}
		parts = append(parts, text.ScoreRuleWhere.With(fieldTitle(ru.register, c.Field), listed(f, c.Values)))
	}
	if ru.category != "" {
		parts = append(parts, text.ScoreRuleCategory.With(
			codeTitle(fieldOf("enterprise", "type"), t.s.Type), fieldTitle(ru.register, ru.category), listed(fieldOf(ru.register, ru.category), ru.accepted)))
	}
	if ru.levels != nil {
		parts = append(parts, text.ScoreRuleLevels.With(listed(fieldOf(ru.register, "level"), ru.levels)))
	}
	lines := []text.Pair{joined(parts, text.ScoreComma)}
	switch ru.yearBy {
	case "":
		lines = append(lines, text.ScoreRuleFiling.With(t.s.Year))
	case "active":
		lines = append(lines, text.ScoreRuleActive.With(t.s.Year))
	default:
		lines = append(lines, text.ScoreRuleYear.With(fieldTitle(ru.register, ru.yearBy), t.s.Year))
	}
	if ru.dedupe != "" {
		sentence := text.ScoreRuleDedupe
		if fieldOf(ru.register, "level") != nil {
			sentence = text.ScoreRuleDedupeLevel
		}
		lines = append(lines, sentence.With(fieldTitle(ru.register, ru.dedupe)))
	}
	if ru.scored && fieldOf(ru.register, "nature") != nil {
		switch ru.upgrade {
		case "difference":
			lines = append(lines, text.ScoreRuleUpgrade)
		case "none":
			lines = append(lines, text.ScoreRuleUpNone)
		default:
			lines = append(lines, text.ScoreRuleUpFull)
		}
	}
	if c := t.s.eff.City; c != "" && c != "any" && ru.asks(cityLevel) {
		lines = append(lines, text.ScoreRuleCity.With(t.s.Pack.Say(t.s.eff.City)))
	}
	if fieldOf(ru.register, "recognition") != nil {
		if ru.evidence {
			lines = append(lines, text.ScoreRuleEvidence)
		} else {
			lines = append(lines, text.ScoreRuleAny)
		}
	}
	return lines
}

// asks reports whether a rule looks at rows of a level.
func (ru *rule) asks(level string) bool {
	if ru.levels != nil {
		return slices.Contains(ru.levels, level)
	}
	_, scored := ru.points[level]
	return scored
}

// measureReading says in words what an indicator measures.
func (t *teller) measureReading(in *Indicator) []text.Pair {
	m := &in.Measure
	fact := func(id string) Fact { c, _ := FactByID(id); return c }
	switch m.Kind {
	case MeasureValue:
		c := fact(m.Fact)
		return []text.Pair{text.ScoreRuleValue.With(c.Title, c.How)}
	case MeasureRatio:
		num, den := fact(m.Num), fact(m.Den)
		return []text.Pair{text.ScoreRuleRatio.With(num.Title, den.Title), text.ScoreRuleValue.With(num.Title, num.How)}
	case MeasureGrowth:
		cur, prev := fact(m.Cur), fact(m.Prev)
		sentence := text.ScoreRuleGrowth
		if m.ZeroBase == "zero" {
			sentence = text.ScoreRuleGrowthZero
		}
		return []text.Pair{sentence.With(cur.Title, prev.Title), text.ScoreRuleValue.With(cur.Title, cur.How)}
	case MeasureCount:
		return t.reading(t.l.work.tally.rule, text.ScoreRuleCount.With(formTitle(m.Register)))
	case MeasureLevelPoints:
		return t.reading(t.l.work.tally.rule, text.ScoreRulePoints.With(formTitle(m.Register)))
	case MeasureChecklist:
		return []text.Pair{text.ScoreRuleChecklist.With(len(m.Items))}
	}
	return nil
}

// scaleReading says in words how a value becomes a score.
func scaleReading(in *Indicator) text.Pair {
	switch s := &in.Scale; s.Kind {
	case ScaleToTarget:
		return text.ScoreRuleToTarget.With(percentText(in.most()))
	case ScaleLadder:
		var rungs []text.Pair
		for i := range s.Rungs {
			r := &s.Rungs[i]
			if r.Above {
				rungs = append(rungs, text.ScoreRungAbove.With(shownParam(&r.At), shownParam(&r.Give)))
			} else {
				rungs = append(rungs, text.ScoreRungAt.With(shownParam(&r.At), shownParam(&r.Give)))
			}
		}
		return text.ScoreRuleLadder.With(joined(rungs, text.ScoreEnum))
	case ScaleEfficacy:
		return text.ScoreRuleEfficacy.With(shownParam(&s.Floor), shownParam(&s.Base), shownParam(&in.Target))
	}
	return text.ScoreRuleFraction
}
