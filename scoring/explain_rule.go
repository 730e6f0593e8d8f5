package scoring

import (
	"slices"

	"yice/text"
)

// reading says in words what a rule counts.
func (t *teller) reading(ru *rule, what text.Pair) []text.Pair {
	parts := []text.Pair{what}
	for _, c := range ru.where {
		f := ru.fieldOf(c.Field)
		if slices.Equal(c.Values, []string{"是"}) {
			parts = append(parts, text.ScoreRuleFlag.With(ru.fieldTitle(c.Field)))
			continue
		}
		parts = append(parts, text.ScoreRuleWhere.With(ru.fieldTitle(c.Field), listed(f, c.Values)))
	}
	if ru.category != "" {
		parts = append(parts, text.ScoreRuleCategory.With(
			codeTitle(fieldOf("enterprise", "type"), t.s.Type), ru.fieldTitle(ru.category), listed(ru.fieldOf(ru.category), ru.accepted)))
	}
	if ru.levels != nil {
		parts = append(parts, text.ScoreRuleLevels.With(listed(ru.fieldOf("level"), ru.levels)))
	}
	lines := []text.Pair{joined(parts, text.ScoreComma)}
	switch ru.yearBy {
	case "":
		lines = append(lines, text.ScoreRuleFiling.With(t.s.Year))
	case "active":
		lines = append(lines, text.ScoreRuleActive.With(t.s.Year))
	default:
		lines = append(lines, text.ScoreRuleYear.With(ru.fieldTitle(ru.yearBy), t.s.Year))
	}
	if ru.dedupe != "" {
		sentence := text.ScoreRuleDedupe
		if ru.fieldOf("level") != nil {
			sentence = text.ScoreRuleDedupeLevel
		}
		lines = append(lines, sentence.With(ru.fieldTitle(ru.dedupe)))
	}
	if ru.scored && ru.fieldOf("nature") != nil {
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
	if ru.fieldOf("recognition") != nil {
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
