package scoring_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yice/form"
	"yice/scoring"
	"yice/text"
)

// TestNetIsGrossLessExpensed: for every step, what is left of its profit is what it brings less what was expensed for it.
func TestNetIsGrossLessExpensed(t *testing.T) {
	base := goldenPack(t)
	rapid.Check(t, func(rt *rapid.T) {
		p, f := drawPack(rt, base), drawEnterprise(rt).facts(t)
		for _, s := range scoring.Evaluate(p, f).NextSteps("") {
			want := s.Profit.Units
			if s.Cost != nil && scoring.Evaluate(p, f).Assessed != nil {
				want -= s.Takes.Num().Int64() * 100 / s.Takes.Denom().Int64() // 万元 in hundredths: whole 百元
			}
			if s.Net.Units != want && s.UpTo.Sign() == 0 {
				rt.Errorf("%s: gross %s, takes %v, net %s", s.Say, s.Profit, s.Takes, s.Net)
			}
		}
	})
}

// TestSpendingIsOneLine: all amounts of R&D are one line, in whole 百元, with what each brings and costs a point.
func TestSpendingIsOneLine(t *testing.T) {
	var spend []scoring.Step
	for _, s := range scoring.Evaluate(goldenPack(t), goldenFacts(t)).NextSteps("") {
		if s.Form == "spend" {
			spend = append(spend, s)
		}
	}
	if len(spend) != 1 || len(spend[0].Amounts) != 2 {
		t.Fatalf("%d lines of spending: %+v", len(spend), spend)
	}
	s := spend[0]
	for _, r := range s.Amounts {
		if hundredths := r.Takes.Denom().Int64(); 100%hundredths != 0 {
			t.Errorf("%v is not whole 百元", r.Takes)
		}
		if r.Net.Cmp(r.Profit) >= 0 {
			t.Errorf("%v: net %v of gross %v", r.Takes, r.Net, r.Profit)
		}
	}
	if s.APoint == nil || s.Net.Units != s.Profit.Units-s.Takes.Num().Int64()*100/s.Takes.Denom().Int64() {
		t.Errorf("%+v", s)
	}
}

// TestWhatThereIsTimeFor: what takes longer than the year lasts is for the next one; once it is over only papers and
// figures are left.
func TestWhatThereIsTimeFor(t *testing.T) {
	p := goldenPack(t)
	timing := func(today, register string) (all []scoring.Timing) {
		for _, s := range scoring.Evaluate(p, goldenFacts(t)).NextSteps(today) {
			if s.Form == register && s.Row == 0 && !strings.Contains(s.Say.ZH, "取得认定") {
				all = append(all, s.Time)
			}
		}
		return all
	}
	for _, c := range []struct {
		today, register string
		want            scoring.Timing
	}{
		{"2023-04-10", "platform", scoring.InTime}, // nine months from April are December's end
		{"2023-05-01", "platform", scoring.TooLate},
		{"2023-12-31", "spend", scoring.InTime},
		{"2022-01-01", "patent", scoring.InTime},
		{"2023-01-01", "patent", scoring.TooLate},
		{"", "patent", scoring.Untimed},
	} {
		got := timing(c.today, c.register)
		if len(got) == 0 || slices.ContainsFunc(got, func(g scoring.Timing) bool { return g != c.want }) {
			t.Errorf("%s on %s: %v, want %v", c.register, c.today, got, c.want)
		}
	}
	f := goldenFacts(t)
	f.Annual.Set("revenue", form.Value{})
	for _, s := range scoring.Evaluate(p, f).NextSteps("2026-01-01") {
		paper := s.UpTo.Sign() > 0 || s.Row != 0 || strings.Contains(s.Say.ZH, "取得认定") || s.Form == "checklist"
		if !paper || s.Time == scoring.TooLate || s.Form == "spend" {
			t.Errorf("after the year: %s (%s %d, %v)", s.Say, s.Form, s.Row, s.Time)
		}
	}
}

// TestLeadTimesOfAPack: a pack may say how long things take.
func TestLeadTimesOfAPack(t *testing.T) {
	p := variant(t, "[bonus_total]\n", "[advice]\nlead_months = { platform = 2 }\nassumed = [\"lead_months\"]\n\n[bonus_total]\n")
	for _, s := range scoring.Evaluate(p, goldenFacts(t)).NextSteps("2023-10-01") {
		if s.Form == "platform" && s.Row == 0 && s.Time != scoring.InTime {
			t.Errorf("%s: %v", s.Say, s.Time)
		}
		if s.Form == "award" && s.Row == 0 && s.Time != scoring.TooLate {
			t.Errorf("%s: %v", s.Say, s.Time)
		}
	}
	if !slices.ContainsFunc(p.Settings(), func(s scoring.Setting) bool {
		return s.Path == "advice.lead_months.platform" && s.Value.ZH == "2" && s.Name.ZH == "研发平台"
	}) {
		t.Error("the settings do not list it")
	}
}

// TestNoFactIsAskedToBeAnother: a step leads to a cell only where nothing stands in it, and never proposes another level
// for what is there.
func TestNoFactIsAskedToBeAnother(t *testing.T) {
	base := goldenPack(t)
	rapid.Check(t, func(rt *rapid.T) {
		f := drawEnterprise(rt).facts(t)
		for _, s := range scoring.Evaluate(drawPack(rt, base), f).NextSteps("2023-06-01") {
			if s.Field != "" && s.UpTo.Sign() == 0 && s.Row != 0 {
				rt.Errorf("%s leads into %s.%s of row %d", s.Say, s.Form, s.Field, s.Row)
			}
			if s.Field == "level" || strings.Contains(s.Say.ZH, "升到") {
				rt.Errorf("%s", s.Say)
			}
		}
	})
}

// TestCountsReachTheirRungs: where one more brings nothing, as many as reach the next rung are proposed.
func TestCountsReachTheirRungs(t *testing.T) {
	p := variant(t, `scale   = { kind = "to_target", cap = "100%" }
target  = 4
weight  = { "竞争型" = 5, "功能型" = 15, "服务业" = 20 }
overridable = ["target"]
assumed = ["scale.cap", "target", "weight"]`, `scale   = { kind = "ladder", rungs = [{ at = 3, give = "50%" }, { at = 8, give = "100%" }] }
weight  = { "竞争型" = 5, "功能型" = 15, "服务业" = 20 }
assumed = ["scale.rungs", "weight"]`)
	var found []scoring.Step
	for _, s := range scoring.Evaluate(p, blank().facts(t)).NextSteps("") {
		if s.Form == "innovation" {
			found = append(found, s)
		}
	}
	if len(found) != 1 || len(found[0].Amounts) != 2 || found[0].Amounts[0].Takes.RatString() != "3" || found[0].Amounts[1].Takes.RatString() != "8" {
		t.Fatalf("%+v", found)
	}
	if s := found[0]; s.Takes.RatString() != "3" || s.Gain.Sign() <= 0 || !strings.Contains(s.Say.ZH, "3 项") {
		t.Errorf("%+v", s)
	}
}

// TestHalfAYearsAmountIsNotTheYears: what full marks take to date is said to be that, beside what the year takes.
func TestHalfAYearsAmountIsNotTheYears(t *testing.T) {
	for _, s := range scoring.Evaluate(goldenPack(t), goldenHalf(t)).NextSteps("2023-07-01") {
		if s.Form == "spend" {
			if !slices.ContainsFunc(s.Also, func(p text.Pair) bool {
				return strings.Contains(p.ZH, "截至 6 月") && strings.Contains(p.ZH, "658.05") && strings.Contains(p.ZH, "123.90")
			}) {
				t.Errorf("%v", s.Also)
			}
			return
		}
	}
	t.Error("nothing is said of spending")
}

// TestOtherMonthsAreAskedForAsSuch: a year before that is known as a whole is not asked for as if it were missing.
func TestOtherMonthsAreAskedForAsSuch(t *testing.T) {
	steps := scoring.Evaluate(goldenPack(t), goldenHalf(t)).NextSteps("")
	if !strings.Contains(steps[0].Say.ZH, "1–6 月") || steps[0].UpTo.String() != "10.00" {
		t.Errorf("%s %s", steps[0].Say, steps[0].UpTo)
	}
}

// TestUnansweredIsNoGain: what nobody has answered is one line, with what it can bring at most and nothing as if it were
// certain; what was answered 否 is one line too, with what doing it brings.
func TestUnansweredIsNoGain(t *testing.T) {
	p := goldenPack(t)
	var list *scoring.Indicator
	for i := range p.Indicators {
		if p.Indicators[i].Measure.Kind == scoring.MeasureChecklist {
			list = &p.Indicators[i]
		}
	}
	checklist := func(answers ...string) (*scoring.Facts, []scoring.Step) {
		f := blank().facts(t)
		for i, a := range answers {
			r := form.NewRecord(form.ByID("checklist"))
			r.Set("item", form.S(list.Measure.Items[i]))
			r.Set("answer", form.S(a))
			f.Registers["checklist"] = append(f.Registers["checklist"], r)
		}
		return f, slices.DeleteFunc(scoring.Evaluate(p, f).NextSteps("2023-06-01"), func(s scoring.Step) bool { return s.Form != "checklist" })
	}
	f, steps := checklist()
	n := len(list.Measure.Items)
	if len(steps) != 1 {
		t.Fatalf("%d lines for one checklist: %+v", len(steps), steps)
	}
	l := scoring.Evaluate(p, f).Line(list.ID)
	s := steps[0]
	if s.Gain.Sign() != 0 || s.Bonus.Sign() != 0 || s.UpTo != l.Unfilled || s.UpTo.Sign() <= 0 || s.Field != "" {
		t.Errorf("%s: gain %s, up to %s of %s", s.Say, s.Gain, s.UpTo, l.Unfilled)
	}
	if s.Takes.Num().Int64() != int64(n) || !strings.Contains(s.Say.ZH, "未填") || len(s.Also) != 3 || !strings.Contains(s.Also[1].ZH, "最多 "+s.UpTo.Signed()) {
		t.Errorf("%s takes %v: %v", s.Say, s.Takes, s.Also)
	}
	_, steps = checklist(form.Yes, form.No, form.No)
	if len(steps) != 2 {
		t.Fatalf("%d lines: %+v", len(steps), steps)
	}
	for _, s := range steps {
		if open := s.UpTo.Sign() > 0; open == (s.Gain.Sign() > 0) || open && s.Takes.Num().Int64() != int64(n-3) || !open && len(s.Amounts) != 2 {
			t.Errorf("%s: gain %s, up to %s, takes %v, %d amounts", s.Say, s.Gain, s.UpTo, s.Takes, len(s.Amounts))
		}
	}
}
