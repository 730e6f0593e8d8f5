package scoring

import (
	"yice/form"
	"yice/text"
)

// choice is one combination of Q1–Q3.
type choice struct{ reading, basis, government string }

func (c choice) String() string { return c.reading + "/" + c.basis + "/" + c.government }

// choiceNames are what the alternatives of a sheet go by.
var choiceNames = func() (names [len(choices)]string) {
	for i, c := range choices {
		names[i] = c.String()
	}
	return names
}()

// choices are all eight, in the order they are shown.
var choices = [8]choice{
	{"A", "expensed", "exclude"},
	{"A", "expensed", "include"},
	{"A", "total", "exclude"},
	{"A", "total", "include"},
	{"B", "expensed", "exclude"},
	{"B", "expensed", "include"},
	{"B", "total", "exclude"},
	{"B", "total", "include"},
}

// of takes the R&D of a year that a combination looks at. What lines leave blank is never taken as what would bring most:
// without a treatment as expensed, without a source as own money.
func (c choice) of(r *RD) int64 {
	switch {
	case c.basis == "total" && c.government == "exclude":
		return form.Plus(form.Plus(r.Total(), -r.Government()), -max(0, r.Unsourced.Amount))
	case c.basis == "total":
		return r.Total()
	case c.government == "exclude":
		return r.own()
	}
	return form.Plus(r.Expensed, min(0, r.Untreated.Amount))
}

// sum shows what a combination takes of a year.
func (c choice) sum(year text.Pair, r *RD) text.Pair {
	what, government := text.ScoreExpensed, r.ExpensedGovernment
	all := choice{basis: c.basis}.of(r)
	if c.basis == "total" {
		what, government = text.ScoreBothTreatments, r.Government()
	}
	if c.government != "exclude" {
		return text.ScoreWithGovernment.With(year, what, wanText(all), wanText(government))
	}
	// What does not say its source leaves with the government's, and is named by itself below.
	if blank := form.Plus(form.Plus(all, -government), -c.of(r)); blank != 0 {
		return text.ScoreLessUnsourced.With(year, what, wanText(all), wanText(government), wanText(blank), wanText(c.of(r)))
	}
	return text.ScoreLessGovernment.With(year, what, wanText(all), wanText(government), wanText(form.Plus(all, -government)))
}

// words tells a combination of Q1–Q3.
func (c choice) words() text.Pair {
	reading, basis, government := text.ScoreReadingA, text.ScoreBasisExpensed, text.ScoreGovernmentOut
	if c.reading == "B" {
		reading = text.ScoreReadingB
	}
	if c.basis == "total" {
		basis = text.ScoreBasisTotal
	}
	if c.government != "exclude" {
		government = text.ScoreGovernmentIn
	}
	return joined([]text.Pair{reading, basis, government}, text.ScoreComma)
}

// alternatives shows the add-back under all eight combinations, the pack's own marked.
func (t *teller) alternatives(own choice) {
	var lines []text.Pair
	for _, c := range choices {
		line := text.ScoreAlternative.With(c.String(), form.Grouped(t.s.Alternatives[c.String()].String()), c.words())
		if c == own {
			line = joined([]text.Pair{line, text.ScoreOwnReading}, text.Pair{})
		}
		lines = append(lines, line)
	}
	t.say(text.ScoreLabelChoices, lines...)
}

// asks gives the fields that a combination of Q1–Q3 asks for.
func (c choice) asks() (fields []string) {
	if c.basis != "total" {
		fields = append(fields, "treatment")
	}
	if c.government == "exclude" {
		fields = append(fields, "source")
	}
	return fields
}
