package returns

import (
	"yice/form"
	"yice/text"
)

// projectRule is one rule of 107-1 for a project; bad gives the sentence where it does not hold.
type projectRule struct {
	id       string
	severity form.Severity
	field    string
	bad      func(s *source, row *Row1071) (text.Pair, bool)
}

// rules1071 holds the relations of 107-1: dates are printed with the form (强制性), the others are recalled from practice
// and ask for a reason only (核实性).
var rules1071 = []projectRule{
	{"107-1.5<=6", form.Must, "end", datesInOrder},
	{"107-1.5<=12", form.Must, "start", beginsInTime},
	{"107-1.6>=01", form.Must, "end", endsInTime},
	{"107-1.7", form.Must, "stage", stageAcrossYears},
	{"107-1.8>0", form.Verify, "staff", staffPositive},
	{"107-1.9>0", form.Verify, "person_months", monthsPositive},
	{"107-1.10>0", form.Verify, "total_spend", spendPositive},
	{"107-1.10>=11", form.Verify, "government_funds", governmentWithin},
	{"107-1.9<=8x12", form.Verify, "person_months", monthsWithin},
}

// relations1071 judges every project on the return.
func relations1071(s *source) []form.Finding {
	var found []form.Finding
	for i := range s.projects {
		row := &s.projects[i]
		for j := range rules1071 {
			rule := &rules1071[j]
			if say, bad := rule.bad(s, row); bad {
				found = append(found, projectFinding(row.Record, rule.id, rule.severity, rule.field, say))
			}
		}
	}
	return found
}

func projectFinding(r *form.Record, id string, severity form.Severity, field string, say text.Pair) form.Finding {
	return form.Finding{
		Check: id, Severity: severity, Form: "project", Row: r.ID, Key: r.Key(), Field: field,
		Message: text.ReturnsProject.With(naming(r), say, place("project", field)),
	}
}

// naming is how a finding calls a project: its code, else its name.
func naming(r *form.Record) string {
	if key := r.Key(); key != "" {
		return key
	}
	return r.Str("name")
}

func datesInOrder(_ *source, row *Row1071) (text.Pair, bool) {
	start, end := row.Record.Str("start"), row.Record.Str("end")
	bad := start != "" && end != "" && end != failed && start > end
	return text.ReturnsDatesInOrder.With(start, end), bad
}

func beginsInTime(s *source, row *Row1071) (text.Pair, bool) {
	start, end := row.Record.Str("start"), row.Record.Str("end")
	last := month(s.in.Year, 12)
	return text.ReturnsBeginsInTime.With(start, last), start != "" && end != failed && start > last
}

func endsInTime(s *source, row *Row1071) (text.Pair, bool) {
	end := row.Record.Str("end")
	first := month(s.in.Year, 1)
	return text.ReturnsEndsInTime.With(end, first), end != "" && end != failed && end < first
}

// stageAcrossYears: a project that begins before the year or ends after it needs its stage.
func stageAcrossYears(s *source, row *Row1071) (text.Pair, bool) {
	start, end := row.Record.Str("start"), row.Record.Str("end")
	if start == "" || end == "" || end == failed || !row.Record.Get("stage").Empty() {
		return text.Pair{}, false
	}
	across := start < month(s.in.Year, 1) || end > month(s.in.Year, 12)
	return text.ReturnsStageNeeded.With(start, end), across
}

func staffPositive(_ *source, row *Row1071) (text.Pair, bool) {
	return text.ReturnsStaffPositive, row.Staff.Known && row.Staff.Exact <= 0
}

func monthsPositive(_ *source, row *Row1071) (text.Pair, bool) {
	return text.ReturnsMonthsPositive, row.PersonMonths.Known && row.PersonMonths.Exact <= 0
}

func spendPositive(_ *source, row *Row1071) (text.Pair, bool) {
	return text.ReturnsSpendPositive.With(shown(form.Thousand, row.Spend.Exact)), row.Spend.Known && row.Spend.Exact <= 0
}

func governmentWithin(_ *source, row *Row1071) (text.Pair, bool) {
	if !row.Spend.Known || !row.Government.Known || row.Government.Exact <= row.Spend.Exact {
		return text.Pair{}, false
	}
	left, right := apart(row.Spend.Exact, row.Government.Exact)
	return text.ReturnsGovernmentWithin.With(left, right), true
}

func monthsWithin(_ *source, row *Row1071) (text.Pair, bool) {
	if !row.Staff.Known || !row.PersonMonths.Known {
		return text.Pair{}, false
	}
	most := row.Staff.Exact * 12
	return text.ReturnsMonthsWithin.With(scaled(row.PersonMonths.Exact, 1), row.Staff.Exact, most),
		row.PersonMonths.Exact > most*10
}

// apart writes two amounts in 千元 so that a difference is seen: with every place where they would round alike.
func apart(a, b int64) (left, right string) {
	if a != b && Thousand(a) == Thousand(b) {
		return plain(a), plain(b)
	}
	return shown(form.Thousand, a), shown(form.Thousand, b)
}
