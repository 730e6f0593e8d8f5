package scoring_test

import (
	"testing"

	"pgregory.net/rapid"

	"yice/form"
	"yice/scoring"
)

// TestTheUnknownNeverRaises: taking a figure, an answer, a treatment, a source or the year before away, or adding a row of
// which nothing but its key is known, raises no point, confirmed or with pending. What waits is a claim, never a blank.
func TestTheUnknownNeverRaises(t *testing.T) {
	p := goldenPack(t)
	rapid.Check(t, func(rt *rapid.T) {
		f := drawEnterprise(rt).facts(t)
		d := draw{rt}
		known := scoring.Evaluate(p, f)
		blank := *f
		what := d.of("what", "figure", "answer", "line", "before", "row")
		switch what {
		case "figure":
			field := d.of("field", "revenue", "profit", "pay_total", "pay_performance", "pay_performance_separate", "rd_recognised")
			if f.Annual == nil {
				return
			}
			blank.Annual = f.Annual.Clone()
			blank.Annual.Set(field, form.Value{})
		case "answer":
			blank.Registers = map[string][]*form.Record{}
			for id, rows := range f.Registers {
				blank.Registers[id] = rows
			}
			blank.Registers["checklist"] = nil
			for _, r := range f.Registers["checklist"] {
				r = r.Clone()
				r.Set("answer", form.Value{})
				blank.Registers["checklist"] = append(blank.Registers["checklist"], r)
			}
		case "line": // a line of own expensed money that no longer says which it is
			fen := int64(d.n("fen", 1, 1_000_000_00))
			full := *f
			full.Ledger.Expensed += fen
			known = scoring.Evaluate(p, &full)
			if d.n("treatment", 0, 1) == 0 {
				blank.Ledger.Untreated.Add(1, fen)
			} else {
				blank.Ledger.Expensed += fen
				blank.Ledger.ExpensedUnsourced += fen
				blank.Ledger.Unsourced.Add(1, fen)
			}
		case "before":
			blank.Prev, blank.PrevYear = nil, nil
		case "row":
			blank.Registers = map[string][]*form.Record{}
			for id, rows := range f.Registers {
				blank.Registers[id] = rows
			}
			id := d.of("register", "patent", "project", "award", "platform", "talent", "team", "conversion", "innovation", "checklist")
			r := form.NewRecord(form.ByID(id))
			for _, key := range r.Form.Keys {
				r.Set(key[0], form.S("又一行"))
			}
			if id == "conversion" || id == "innovation" {
				r.Set("name", form.S("又一行"))
			}
			blank.Registers[id] = append(append([]*form.Record(nil), f.Registers[id]...), r)
		}
		unknown := scoring.Evaluate(p, &blank)
		for _, c := range scoring.Compare(known, unknown) {
			if what == "before" && (c.Line == "addback" || c.Line == "assessed" || c.Line == "completion") && c.Delta.Sign() < 0 {
				continue
			}
			if c.Line == "base" { // what is not listed apart stays in the payroll: no gain of anybody's
				continue
			}
			if c.AfterNone { // a loss that is no longer known leaves no profit to speak of
				continue
			}
			if (c.Delta.Sign() > 0 || c.DeltaPending.Sign() > 0) && !c.BeforeNone {
				rt.Errorf("an unknown %s raised %s by %v (%v with pending)", what, c.Line, c.Delta, c.DeltaPending)
			}
		}
	})
}

// TestABlankIsNoClaim: a line that lacks its data has the same with pending as without, and its whole weight unfilled; of
// all lines points, pending and unfilled stay within their weights.
func TestABlankIsNoClaim(t *testing.T) {
	base := goldenPack(t)
	rapid.Check(t, func(rt *rapid.T) {
		s := scoring.Evaluate(drawPack(rt, base), drawEnterprise(rt).facts(t))
		for i := range s.Indicators {
			l := &s.Indicators[i]
			switch l.Status {
			case scoring.NoData, scoring.NotDefined, scoring.NotComparable:
				if l.Score.Pending != l.Score.Confirmed || l.Score.Confirmed.Sign() != 0 || l.Unfilled.Rat().Cmp(l.Weight.Value) != 0 {
					rt.Errorf("%s %s: %v with %v unfilled of %s", l.ID, l.Status, l.Score, l.Unfilled, l.Weight.Text)
				}
			default:
				if l.ID == "management" && l.Score.Pending != l.Score.Confirmed {
					rt.Errorf("%s: an answer is pending: %v", l.ID, l.Score)
				}
			}
		}
	})
}
