package returns

import (
	"yice/form"
	"yice/text"
)

// projectRule is one rule of 107-1 that a project's row cannot answer for by itself, because the ledger has a part in it; bad
// gives the sentence where it does not hold. Rules of the row alone (dates, stage, staff, months) are checks of form project.
type projectRule struct {
	id    string
	field string // of form project, where the finding is shown
	mend  [2]string
	bad   func(row *Row1071) (text.Pair, bool)
}

// rules1071 are recalled from practice, not printed with the form: they ask for a reason only (核实性).
var rules1071 = []projectRule{
	{"107-1.10>0", "total_spend", [2]string{"spend", "project"}, spendPositive},
	{"107-1.10>=11", "government_funds", [2]string{"spend", "source"}, governmentWithin},
}

// relations1071 judges every project on the return.
func relations1071(s *source) []form.Finding {
	var found []form.Finding
	for i := range s.projects {
		row := &s.projects[i]
		for j := range rules1071 {
			rule := &rules1071[j]
			if say, bad := rule.bad(row); bad {
				found = append(found, projectFinding(row.Record, rule.id, rule.field, rule.mend, say))
			}
		}
	}
	return found
}

func projectFinding(r *form.Record, id, field string, mend [2]string, say text.Pair) form.Finding {
	return form.Finding{
		Check: id, Severity: form.Verify, Form: "project", Row: r.ID, Key: r.Key(), Field: field,
		Message: text.ReturnsProject.With(naming(r), say, place(mend[0], mend[1])), Short: besides("project", field, say, mend),
	}
}

// naming is how a finding calls a project: its code, else its name.
func naming(r *form.Record) string {
	if key := r.Key(); key != "" {
		return key
	}
	return r.Str("name")
}

func spendPositive(row *Row1071) (text.Pair, bool) {
	return text.ReturnsSpendPositive.With(shown(form.Thousand, row.Spend.Exact)), row.Spend.Known && row.Spend.Exact <= 0
}

func governmentWithin(row *Row1071) (text.Pair, bool) {
	if !row.Spend.Known || !row.Government.Known || row.Government.Exact <= row.Spend.Exact {
		return text.Pair{}, false
	}
	left, right := apart(row.Spend.Exact, row.Government.Exact)
	return text.ReturnsGovernmentWithin.With(left, right), true
}

// apart writes two amounts in 千元 so that a difference is seen: with every place where they would round alike.
func apart(a, b int64) (left, right string) {
	if a != b && Thousand(a) == Thousand(b) {
		return plain(a), plain(b)
	}
	return shown(form.Thousand, a), shown(form.Thousand, b)
}
