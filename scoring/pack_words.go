package scoring

import (
	"yice/form"
	"yice/text"
)

// The words of a pack's readings, as people say them.

func yesNo(yes bool) text.Pair {
	if yes {
		return text.PackSayYes
	}
	return text.PackSayNo
}

// rowsWords says which rows of a register count, in which year, counted once by what.
func rowsWords(f *form.Form, register string, where []Condition, yearBy, dedupe string, evidence bool) text.Pair {
	parts := []text.Pair{titleOf(f, register)}
	for _, c := range where {
		parts = append(parts, text.ScoreRuleWhere.With(fieldTitleIn(f, register, c.Field), listed(fieldIn(f, register, c.Field), c.Values)))
	}
	switch yearBy {
	case "":
		parts = append(parts, text.PackSayFiling)
	case "active":
		parts = append(parts, text.PackSayActive)
	default:
		parts = append(parts, text.PackSayYearBy.With(fieldTitleIn(f, register, yearBy)))
	}
	if dedupe != "" {
		parts = append(parts, text.PackSayDedupe.With(fieldTitleIn(f, register, dedupe)))
	}
	if fieldIn(f, register, "recognition") != nil {
		parts = append(parts, evidenceWords(evidence))
	}
	return joined(parts, text.ScoreComma)
}

func evidenceWords(evidence bool) text.Pair {
	if evidence {
		return text.PackSayEvidence
	}
	return text.ScoreRuleAny
}

// tackleWords says which projects a payroll section takes.
func tackleWords(tackleOnly, evidence bool) text.Pair {
	parts := []text.Pair{formTitle("project")}
	if tackleOnly {
		parts = append(parts, text.ScoreRuleFlag.With(fieldTitle("project", "tackle")))
	}
	return joined(append(parts, evidenceWords(evidence)), text.ScoreComma)
}
