package filing

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/entry"
	"yice/filing/submission"
	"yice/form"
	"yice/text"
)

// secondQuarter is the return of the example's second quarter.
var secondQuarter = submission.Period{Year: goldenYear, Quarter: 2}

// inJune is the example with figures to the end of June.
func inJune(t testing.TB) *entry.Session {
	t.Helper()
	s := golden(t)
	runTo(t, s, "202306")
	return s
}

func runTo(t testing.TB, s *entry.Session, month string) {
	t.Helper()
	annual := form.ByID("annual")
	if _, err := s.Put(annual, s.Records(annual)[0].ID, "as_of", month); err != nil {
		t.Fatal(err)
	}
}

func handInQuarter(t testing.TB, s *entry.Session) (string, Receipt) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "q.zip")
	r, err := Submit(context.Background(), s, path, SubmitOptions{Period: secondQuarter, Now: sealedAt("2023-07-10T09:00:00+08:00"), NoPage: true})
	if err != nil {
		t.Fatal(err)
	}
	return path, r
}

// TestAQuarterlyReturn: it is of the figures to date, asks for no sign-off and no reason, locks nothing, replaces the one
// before of its quarter alone, and says what it is of.
func TestAQuarterlyReturn(t *testing.T) {
	s := inJune(t)
	path, first := handInQuarter(t, s)
	if s.Locked() || first.Serial != waterUSCC+"-2023Q2-01" || first.Period != "2023Q2" || first.Replaces != "" {
		t.Errorf("locked %v, %+v", s.Locked(), first)
	}
	v := verify(t, path, VerifyOptions{})
	if !v.OK || v.Period != "2023Q2" || v.Year != goldenYear || v.SignOffs != "absent" || v.Score != "follows" {
		t.Fatalf("%s", v.JSON(text.ZH))
	}
	if got := string(v.JSON(text.ZH)); !strings.Contains(got, `"period": "2023Q2"`) || !strings.Contains(got, "period.quarter") {
		t.Errorf("%s", got)
	}
	if v.Self.RD != "658.05" || v.Submission.Sheet.AsOf != 6 || v.Earlier() != nil {
		t.Errorf("R&D to date %s", v.Self.RD)
	}
	_, second := handInQuarter(t, s)
	if second.Serial != waterUSCC+"-2023Q2-02" || second.Replaces != first.Serial {
		t.Errorf("the second: %+v", second)
	}
	runTo(t, s, "")
	_, year := submit(t, s, SubmitOptions{})
	if year.Serial != waterUSCC+"-2023-01" || year.Replaces != "" || year.Period != "2023" || !s.Locked() {
		t.Errorf("the year: %+v", year)
	}
	all, err := Sealings(s)
	if err != nil || len(all) != 3 {
		t.Errorf("%d sealings, %v", len(all), err)
	}
}

// TestAPeriodHasItsFigures: what does not run to its end is not handed in as it, in either direction.
func TestAPeriodHasItsFigures(t *testing.T) {
	refused := func(s *entry.Session, o SubmitOptions, says string) {
		t.Helper()
		explainAll(t, s)
		o.Now, o.Unsigned = sealedAt("2024-01-20T09:00:00+08:00"), nobodySigned
		_, err := Submit(context.Background(), s, filepath.Join(t.TempDir(), "x.zip"), o)
		var f *text.Fault
		if !asFault(err, &f) || !strings.Contains(f.Say.ZH, says) {
			t.Errorf("%+v: %v", o.Period, err)
		}
	}
	refused(golden(t), SubmitOptions{Period: secondQuarter}, "截至月份")
	refused(inJune(t), SubmitOptions{}, "截至月份")
	refused(inJune(t), SubmitOptions{Period: submission.Period{Year: goldenYear, Quarter: 1}}, "截至月份")
	refused(inJune(t), SubmitOptions{Period: submission.Period{Year: goldenYear + 1, Quarter: 2}}, "2024Q2")
	fourth := golden(t)
	if _, err := Submit(context.Background(), fourth, filepath.Join(t.TempDir(), "x.zip"), SubmitOptions{Period: submission.Period{Year: goldenYear, Quarter: 4}, NoPage: true}); err != nil {
		t.Errorf("the fourth quarter: %v", err)
	}
	for spelled, ok := range map[string]bool{"2023": true, "2023Q1": true, "2023Q4": true, "2023Q0": false, "2023Q5": false, "2023q2": false, "02023": false, "2023Q": false, "": false, "Q2": false, "2023-Q2": false} {
		if _, got := submission.ParsePeriod(spelled); got != ok {
			t.Errorf("%q is a period: %v", spelled, got)
		}
	}
}

// TestAQuarterIsNotTheYear: calling one the other is found, whoever seals it again.
func TestAQuarterIsNotTheYear(t *testing.T) {
	path, _ := handInQuarter(t, inJune(t))
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, period := range []string{"2023", "2023Q3", "2022Q2", "2023Q9"} {
		forged := forge(t, whole, func(entries map[string]string) {
			entries["seal.json"] = strings.Replace(entries["seal.json"], `"period": "2023Q2"`, `"period": "`+period+`"`, 1)
		})
		if v := verify(t, forged, VerifyOptions{}); v.OK || !v.Has("period.differs") && !v.Has("seal.spelling") {
			t.Errorf("as %s: %s", period, v.JSON(text.ZH))
		}
	}
}

// TestQuartersStandApart: a quarterly return neither replaces an annual submission nor is ranked or summed with any.
func TestQuartersStandApart(t *testing.T) {
	s := inJune(t)
	quarter, _ := handInQuarter(t, s)
	runTo(t, s, "")
	year, _ := submit(t, s, SubmitOptions{})
	c := collect(t, CollectOptions{}, quarter, year)
	if len(c.Enterprises) != 2 || len(c.Replaced) != 0 || len(c.Totals) != 2 || len(c.DoubleClaims) != 0 {
		t.Fatalf("%d rows, %d replaced, %+v, %+v", len(c.Enterprises), len(c.Replaced), c.Totals, c.DoubleClaims)
	}
	for i, period := range []string{"2023", "2023Q2"} {
		if c.Enterprises[i].Period != period || c.Totals[i].Period != period || c.Totals[i].Enterprises != 1 || !c.Enterprises[i].OK {
			t.Errorf("%s: %+v %+v", period, c.Enterprises[i].Problems, c.Totals[i])
		}
	}
	if got := string(c.JSON(text.ZH)); strings.Count(got, `"period": "2023Q2"`) < 3 {
		t.Errorf("%s", got)
	}
}
