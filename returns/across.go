package returns

import (
	"yice/form"
	"yice/text"
)

// across judges the relations between the two returns, and between the ledger and what is keyed beside it. All of them
// ask for a reason only (核实性).
func across(s *source) []form.Finding {
	var found []form.Finding
	var spend, funds, months int64
	for i := range s.projects {
		spend = form.Plus(spend, s.projects[i].Spend.Exact)
		funds = form.Plus(funds, s.projects[i].Government.Exact)
		months += s.projects[i].PersonMonths.Exact
	}
	if f := s.figures[7]; f.Known && f.Exact < spend && !(s.empty() && !s.summarised()) {
		left, right := apart(f.Exact, spend)
		found = append(found, yearFinding(s, "107.7>=10", "spend", "amount", text.ReturnsProjectsSpend.With(left, right)))
	}
	if f := s.figures[43]; f.Known && f.Exact < funds && !(s.empty() && !s.summarised()) {
		left, right := apart(f.Exact, funds)
		found = append(found, yearFinding(s, "107.43>=11", "spend", "source", text.ReturnsProjectsFunds.With(left, right)))
	}
	if f := s.figures[1]; f.Known && f.Exact*12*10 < months {
		found = append(found, yearFinding(s, "107.1x12>=9", "annual", "rd_staff",
			text.ReturnsProjectsMonths.With(f.Exact, f.Exact*12, scaled(months, 1))))
	}
	if f := s.figures[1]; f.Known && f.Exact > 0 && s.empty() && !s.summarised() {
		found = append(found, yearFinding(s, "107-2.no-ledger", "spend", "amount", text.ReturnsNoLedger.With(f.Exact)))
	}
	found = append(found, outsideLedger(s)...)
	return append(found, summaryDiffers(s)...)
}

// yearFinding is a finding of a form as a whole; of annual, at its one row.
func yearFinding(s *source, id, formID, field string, say text.Pair) form.Finding {
	f := form.Finding{Check: id, Severity: form.Verify, Form: formID, Field: field, Message: text.ReturnsMend.With(say, place(formID, field)), Short: say}
	if formID == "annual" && s.in.Annual != nil {
		f.Row, f.Key = s.in.Annual.ID, s.in.Annual.Key()
	}
	return f
}

// outsideLedger: what a project spent in all, beside its ledger lines. More is what may count as profit (C35) and wants a
// word; less cannot be, unless lines will still be reversed.
func outsideLedger(s *source) []form.Finding {
	var found []form.Finding
	taken := map[string]bool{}
	for _, r := range ordered(s.in.Registers["project"]) {
		total, ok := r.Get("total_spend").Int()
		if !ok {
			continue
		}
		var lines int64
		if key := r.Key(); key != "" && !taken[key] {
			taken[key] = true
			lines = s.byProject[key]
		}
		left, right := apart(total, lines)
		mend := [2]string{"project", "total_spend"}
		switch {
		case total > lines:
			say := text.ReturnsSpendOutside.With(left, right, shownDifference(total, lines))
			found = append(found, projectFinding(r, "project.spend-outside-ledger", "total_spend", mend, say))
		case total < lines:
			found = append(found, projectFinding(r, "project.spend-below-ledger", "total_spend", mend, text.ReturnsSpendBelow.With(left, right)))
		}
	}
	return found
}

func shownDifference(a, b int64) string {
	if d := a - b; Thousand(d) != 0 {
		return shown(form.Thousand, d)
	}
	return plain(a - b)
}

// summaryDiffers: a year that has both a ledger and a summary must say the same in both.
func summaryDiffers(s *source) []form.Finding {
	r := s.summary
	if r == nil || s.empty() {
		return nil
	}
	sums := map[string]int64{}
	for _, l := range s.in.Ledger {
		field := map[string]string{"费用化": "expensed", "资本化": "capitalised"}[l.Treatment]
		if field == "" {
			continue
		}
		sums[field] = form.Plus(sums[field], l.Amount)
		if l.Source == government {
			sums[field+"_government"] = form.Plus(sums[field+"_government"], l.Amount)
		}
	}
	var found []form.Finding
	for _, field := range []string{"expensed", "expensed_government", "capitalised", "capitalised_government"} {
		keyed, ok := r.Get(field).Int()
		if !ok || keyed == sums[field] {
			continue
		}
		left, right := apart(keyed, sums[field])
		at := place("rd_summary", field)
		found = append(found, form.Finding{
			Check: "rd_summary.differs", Severity: form.Verify, Form: "rd_summary", Row: r.ID, Key: r.Key(), Field: field,
			Message: text.ReturnsSummaryDiffers.With(at, left, right),
		})
	}
	return found
}
