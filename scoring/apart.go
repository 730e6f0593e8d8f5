package scoring

import (
	"yice/form"
	"yice/text"
)

// What a year's ledger holds besides its figures: lines of no date in the year, and lines that do not say what a figure
// asks for. Whoever shows a figure of the ledger says these beside it.

// blankOf is one attribute that lines may lack.
type blankOf struct {
	field string
	of    func(*RD) Blank
}

// blanks are the attributes that decide in which figures a line counts.
var blanks = [...]blankOf{
	{"treatment", func(r *RD) Blank { return r.Untreated }},
	{"source", func(r *RD) Blank { return r.Unsourced }},
	{"category", func(r *RD) Blank { return r.Uncategorised }},
}

// Unfilled is what lines of the year lack in one field.
type Unfilled struct {
	Field string    // of the ledger: treatment, source, category
	Title text.Pair // "费用化/资本化"
	Blank
}

// Say names it with its amount: "未填费用化/资本化 5 行 12.30 万元".
func (u Unfilled) Say() text.Pair {
	return text.ScoreUnfilled.With(u.Title, u.Lines, wanText(u.Amount))
}

// Unfilled gives what lines of the year do not say, most telling first; nothing where every line says all.
func (r *RD) Unfilled() []Unfilled {
	var all []Unfilled
	for _, b := range blanks {
		if n := b.of(r); n.Lines != 0 {
			all = append(all, Unfilled{b.field, blankTitle(b.field), n})
		}
	}
	return all
}

func blankTitle(field string) text.Pair {
	if field == "treatment" { // the title of the field does not say what it tells apart
		return text.ScoreEitherTreatment
	}
	return form.ByID("spend").Field(field).Title
}

// SayOutside says how much of the ledger has no date in the year; empty where nothing has.
func (r *RD) SayOutside(year int) text.Pair {
	if r.Outside.Lines == 0 {
		return text.Pair{}
	}
	return text.ScoreOutsideYear.With(r.Outside.Lines, wanText(r.Outside.Amount), year)
}

// SayAfter says how much of the ledger lies beyond the month that the year's figures run to; empty where nothing does.
func (r *RD) SayAfter(year, month int) text.Pair {
	if r.After.Lines == 0 {
		return text.Pair{}
	}
	return text.ScoreAfterMonth.With(r.After.Lines, wanText(r.After.Amount), year, month)
}

// Apart gives all of it in sentences.
func (r *RD) Apart(year, month int) []text.Pair {
	var all []text.Pair
	for _, say := range [...]text.Pair{r.SayOutside(year), r.SayAfter(year, month)} {
		if !say.Empty() {
			all = append(all, say)
		}
	}
	for _, u := range r.Unfilled() {
		all = append(all, u.Say())
	}
	return all
}

// lacking says, beside a figure that asks for some fields of the ledger, what is not in it for want of them, and of the
// others that it is in it all the same.
func (r *RD) lacking(year, month int, asks ...string) []text.Pair {
	lines := []text.Pair{r.SayOutside(year), r.SayAfter(year, month)}
	for _, u := range r.Unfilled() {
		say := text.ScoreUnfilledIn
		for _, field := range asks {
			if field == u.Field {
				say = text.ScoreUnfilledOut
			}
		}
		lines = append(lines, say.With(u.Say()))
	}
	return lines
}

// asked gives the fields of the ledger that a fact of the year's R&D asks for; ok is false for other facts.
func asked(fact string) (fields []string, ok bool) {
	switch fact {
	case "rd.total", "rd.original":
		return nil, true
	case "rd.expensed", "rd.capitalised":
		return []string{"treatment"}, true
	case "rd.government", "rd.own", "rd.capitalised_government":
		return []string{"treatment", "source"}, true
	}
	return nil, false
}
