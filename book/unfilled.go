package book

import (
	"slices"
	"strconv"
	"strings"

	"yice/form"
	"yice/scoring"
	"yice/text"
)

// What the year lacks. Nothing of it is wrong, so each is 核实性: filled in, or left with a written reason. What is asked
// for before sealing is all here, so that whoever checks is told of it long before.

// Checks of what is not filled in, one for every form that may lack something.
const (
	CheckUnfilledFigure    = "annual.unfilled"
	CheckUnfilledBefore    = "rd_summary.unfilled"
	CheckUnfilledChecklist = "checklist.unfilled"
	CheckUnfilledLines     = "spend.unfilled"
	CheckOutsideYear       = "spend.outside-year"
)

func (y *Year) unfilled() []form.Finding {
	return slices.Concat(y.unfilledFigures(), y.unfilledBefore(), y.unfilledItems(), y.unfilledLines())
}

// unfilledFigures are the figures that lines of the pack in force ask for and nobody has keyed.
func (y *Year) unfilledFigures() []form.Finding {
	if y.sheet == nil {
		return nil
	}
	f, row := form.ByID(AnnualID), int64(0)
	if y.facts.Annual != nil {
		row = y.facts.Annual.ID
	}
	var found []form.Finding
	for _, id := range y.sheet.Missing {
		fact, _ := scoring.FactByID(id)
		home, field, _ := strings.Cut(fact.Source, ".")
		if home != f.ID || f.Field(field) == nil {
			continue
		}
		found = append(found, form.Finding{
			Check: CheckUnfilledFigure, Severity: form.Verify, Form: f.ID, Row: row, Field: field,
			Message: text.EntryUnfilledFigure.With(f.Title, f.Field(field).Title, y.askedBy(id)),
		})
	}
	return found
}

// askedBy names the lines that want a fact.
func (y *Year) askedBy(fact string) text.Pair {
	var zh, en []string
	for _, id := range y.sheet.LineIDs() {
		if l := y.sheet.Line(id); slices.Contains(l.Missing, fact) {
			zh, en = append(zh, l.Title().ZH), append(en, l.Title().EN)
		}
	}
	if len(zh) == 0 {
		return text.ScoreAssessed
	}
	return text.Pair{ZH: strings.Join(zh, "、"), EN: strings.Join(en, ", ")}
}

// unfilledBefore asks for the R&D of the year before: what grew, and what counts half as much again, hang on it.
func (y *Year) unfilledBefore() []form.Finding {
	if y.facts.Prev != nil {
		return nil
	}
	f := form.ByID(SummaryID)
	say := text.EntryUnfilledBefore.With(f.Title, y.Year-1)
	if y.facts.Incomparable() {
		say = text.EntryOtherMonths.With(f.Title, y.Year-1, y.facts.Through())
	}
	return []form.Finding{{
		Check: CheckUnfilledBefore, Severity: form.Verify, Form: f.ID, Field: "expensed", Key: strconv.Itoa(y.Year - 1), Message: say,
	}}
}

// unfilledItems are the items of the checklist that nobody has answered.
func (y *Year) unfilledItems() []form.Finding {
	f := form.ByID(ChecklistID)
	var found []form.Finding
	for _, it := range y.Items() {
		if it.Answer != Unanswered || it.Record.Unread("answer") {
			continue
		}
		said := it.Item
		if y.Pack != nil {
			said = y.Pack.Say(it.Item).EN
		}
		found = append(found, form.Finding{
			Check: CheckUnfilledChecklist, Severity: form.Verify, Form: f.ID, Row: it.Record.ID, Key: Clip(it.Item), Field: "answer",
			Message: text.EntryUnfilledItem.With(f.Title, text.Pair{ZH: Clip(it.Item), EN: Clip(said)}),
		})
	}
	return found
}

// unfilledLines say, for the ledger as a whole, what its lines do not say and what of it is not dated in the year. Each
// line has its own finding as well: here is what it comes to.
func (y *Year) unfilledLines() []form.Finding {
	f, rd := form.ByID(LedgerID), &y.Ledger.rd
	var found []form.Finding
	for _, u := range rd.Unfilled() {
		found = append(found, form.Finding{
			Check: CheckUnfilledLines, Severity: form.Verify, Form: f.ID, Field: u.Field,
			Message: text.EntryUnfilledLines.With(f.Title, u.Say()),
		})
	}
	if say := rd.SayOutside(y.Year); !say.Empty() {
		found = append(found, form.Finding{
			Check: CheckOutsideYear, Severity: form.Verify, Form: f.ID, Field: "date",
			Message: text.EntryOutsideYear.With(f.Title, say),
		})
	}
	return found
}
