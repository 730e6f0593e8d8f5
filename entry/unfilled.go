package entry

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
	checkUnfilledFigure    = "annual.unfilled"
	checkUnfilledBefore    = "rd_summary.unfilled"
	checkUnfilledChecklist = "checklist.unfilled"
	checkUnfilledLines     = "spend.unfilled"
	checkOutsideYear       = "spend.outside-year"
)

func (st *state) unfilled() []form.Finding {
	return slices.Concat(st.unfilledFigures(), st.unfilledBefore(), st.unfilledItems(), st.unfilledLines())
}

// unfilledFigures are the figures that lines of the pack in force ask for and nobody has keyed.
func (st *state) unfilledFigures() []form.Finding {
	if st.sheet == nil {
		return nil
	}
	f, row := form.ByID(annualID), int64(0)
	if st.facts.Annual != nil {
		row = st.facts.Annual.ID
	}
	var found []form.Finding
	for _, id := range st.sheet.Missing {
		fact, _ := scoring.FactByID(id)
		home, field, _ := strings.Cut(fact.Source, ".")
		if home != f.ID || f.Field(field) == nil {
			continue
		}
		found = append(found, form.Finding{
			Check: checkUnfilledFigure, Severity: form.Verify, Form: f.ID, Row: row, Field: field,
			Message: text.EntryUnfilledFigure.With(f.Title, f.Field(field).Title, st.askedBy(id)),
		})
	}
	return found
}

// askedBy names the lines that want a fact.
func (st *state) askedBy(fact string) text.Pair {
	var zh, en []string
	for _, id := range st.sheet.LineIDs() {
		if l := st.sheet.Line(id); slices.Contains(l.Missing, fact) {
			zh, en = append(zh, l.Title().ZH), append(en, l.Title().EN)
		}
	}
	if len(zh) == 0 {
		return text.ScoreAssessed
	}
	return text.Pair{ZH: strings.Join(zh, "、"), EN: strings.Join(en, ", ")}
}

// unfilledBefore asks for the R&D of the year before: what grew, and what counts half as much again, hang on it.
func (st *state) unfilledBefore() []form.Finding {
	if st.facts.Prev != nil {
		return nil
	}
	f := form.ByID(summaryID)
	return []form.Finding{{
		Check: checkUnfilledBefore, Severity: form.Verify, Form: f.ID, Field: "expensed", Key: strconv.Itoa(st.book.Year - 1),
		Message: text.EntryUnfilledBefore.With(f.Title, st.book.Year-1),
	}}
}

// unfilledItems are the items of the checklist that nobody has answered.
func (st *state) unfilledItems() []form.Finding {
	f := form.ByID(checklistID)
	var found []form.Finding
	for _, it := range st.items() {
		if it.Answer != unanswered || it.Record.Unread("answer") {
			continue
		}
		said := it.Item
		if st.pack != nil {
			said = st.pack.Say(it.Item).EN
		}
		found = append(found, form.Finding{
			Check: checkUnfilledChecklist, Severity: form.Verify, Form: f.ID, Row: it.Record.ID, Key: clip(it.Item), Field: "answer",
			Message: text.EntryUnfilledItem.With(f.Title, text.Pair{ZH: clip(it.Item), EN: clip(said)}),
		})
	}
	return found
}

// unfilledLines say, for the ledger as a whole, what its lines do not say and what of it is not dated in the year. Each
// line has its own finding as well: here is what it comes to.
func (st *state) unfilledLines() []form.Finding {
	f, rd := form.ByID(ledgerID), &st.ledger.rd
	var found []form.Finding
	for _, u := range rd.Unfilled() {
		found = append(found, form.Finding{
			Check: checkUnfilledLines, Severity: form.Verify, Form: f.ID, Field: u.Field,
			Message: text.EntryUnfilledLines.With(f.Title, u.Say()),
		})
	}
	if say := rd.SayOutside(st.book.Year); !say.Empty() {
		found = append(found, form.Finding{
			Check: checkOutsideYear, Severity: form.Verify, Form: f.ID, Field: "date",
			Message: text.EntryOutsideYear.With(f.Title, say),
		})
	}
	return found
}
