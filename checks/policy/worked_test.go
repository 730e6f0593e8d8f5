//go:build unix

package policy

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The page that works the example by hand: its arithmetic must be right, and its figures must be the program's.

func worked(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "worked-example.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

var inCode = regexp.MustCompile("`([^`]+)`")

// TestHandArithmetic works out the left side of every equation of the page.
func TestHandArithmetic(t *testing.T) {
	n := 0
	for _, m := range inCode.FindAllStringSubmatch(worked(t), -1) {
		left, right, exact := strings.Cut(m[1], " = ")
		if !exact {
			var about bool
			if left, right, about = strings.Cut(m[1], " ≈ "); !about {
				continue
			}
		}
		n++
		got, err := evaluate(left)
		if err != nil {
			t.Errorf("%s: %v", m[1], err)
			continue
		}
		want, err := evaluate(right)
		if err != nil {
			t.Errorf("%s: %v", m[1], err)
			continue
		}
		if exact && got.Cmp(want) != 0 {
			t.Errorf("%s: it is %s", m[1], got.FloatString(6))
		}
		if shown := rounded(got, right); !exact && shown != right {
			t.Errorf("%s: it is about %s", m[1], shown)
		}
	}
	if n < 40 {
		t.Errorf("only %d equations were found on the page", n)
	}
}

// TestHandFigures holds the last two cells of every line of the page against the score sheet the program prints.
func TestHandFigures(t *testing.T) {
	d := sitDown(t)
	r := d.run("score", d.workspace, "--year", "2023", "--json")
	if r.exit != 0 {
		t.Fatal(r.errs)
	}
	want := figures(t, r.out)
	found := map[string]bool{}
	for _, line := range strings.Split(worked(t), "\n") {
		cells := strings.Split(strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|"), "|")
		if !strings.HasPrefix(line, "|") || len(cells) < 3 {
			continue
		}
		id := inCode.FindStringSubmatch(cells[0])
		if id == nil {
			continue
		}
		figure, ok := want[id[1]]
		if !ok {
			t.Errorf("the sheet has no %s", id[1])
			continue
		}
		found[id[1]] = true
		for i, f := range figure {
			if got := strings.TrimSpace(cells[len(cells)-len(figure)+i]); f != "" && got != f {
				t.Errorf("%s: the page says %q, the program %q", id[1], got, f)
			}
		}
	}
	for id := range want {
		if !found[id] {
			t.Errorf("the page does not work out %s", id)
		}
	}
	if n := strings.Count(worked(t), "〔假〕"); n < 20 {
		t.Errorf("%d assumed figures are marked", n)
	}
}

// figures takes every figure of a printed sheet by its id: confirmed, with pending and unfilled, as many as there are.
func figures(t *testing.T, printed string) map[string][]string {
	t.Helper()
	var s struct {
		Indicators []struct {
			ID          string
			Score       string
			WithPending string `json:"with_pending"`
			Unfilled    string
		}
		Innovation struct {
			Score       string
			WithPending string `json:"with_pending"`
			Unfilled    string
			Annual      string `json:"annual_contribution"`
		}
		Bonus struct {
			Groups []struct {
				ID          string
				Points      string
				WithPending string `json:"with_pending"`
			}
			Total       string
			WithPending string `json:"with_pending"`
		}
		Profit struct {
			Addback      string
			Alternatives map[string]string
			Deemed       []struct {
				ID          string
				Amount      string
				WithPending string `json:"with_pending"`
			}
			Assessed          string
			AssessedPending   string `json:"assessed_with_pending"`
			Completion        string
			CompletionPending string `json:"completion_with_pending"`
		}
		Payroll struct {
			Separate        string
			SeparatePending string `json:"separate_with_pending"`
			Base            string
			Tilt            string
			TiltPending     string `json:"tilt_with_pending"`
		}
	}
	if err := json.Unmarshal([]byte(printed), &s); err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{
		"innovation":          {s.Innovation.Score, s.Innovation.WithPending, s.Innovation.Unfilled},
		"annual_contribution": {s.Innovation.Annual, "", ""}, // the sheet prints nothing else for it as JSON
		"bonus":               {s.Bonus.Total, s.Bonus.WithPending},
		"addback":             {s.Profit.Addback, s.Profit.Addback},
		"assessed":            {s.Profit.Assessed, s.Profit.AssessedPending},
		"completion":          {s.Profit.Completion, s.Profit.CompletionPending},
		"payroll_separate":    {s.Payroll.Separate, s.Payroll.SeparatePending},
		"base":                {s.Payroll.Base, ""},
		"payroll_tilt":        {s.Payroll.Tilt, s.Payroll.TiltPending},
	}
	for _, x := range s.Indicators {
		all[x.ID] = []string{x.Score, x.WithPending, x.Unfilled}
	}
	for _, x := range s.Bonus.Groups {
		all[x.ID] = []string{x.Points, x.WithPending}
	}
	for _, x := range s.Profit.Deemed {
		all[x.ID] = []string{x.Amount, x.WithPending}
	}
	for reading, amount := range s.Profit.Alternatives {
		all[reading] = []string{amount}
	}
	if len(all) < 29 {
		t.Fatalf("the sheet has only %d figures", len(all))
	}
	return all
}

// TestHandInputs asks that every input of the page's equations stands in the program's own explanation of the sheet.
func TestHandInputs(t *testing.T) {
	d := sitDown(t)
	r := d.run("explain", d.workspace, "--year", "2023", "all")
	if r.exit != 0 {
		t.Fatal(r.errs)
	}
	number := regexp.MustCompile(`[0-9][0-9,]*(\.[0-9]+)?%?`)
	plain := func(s string) string {
		s = strings.ReplaceAll(s, ",", "")
		percent := strings.HasSuffix(s, "%")
		s = strings.TrimSuffix(s, "%")
		if strings.Contains(s, ".") {
			s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
		}
		if percent {
			s += "%"
		}
		return s
	}
	told := map[string]bool{}
	for _, n := range number.FindAllString(r.out, -1) {
		told[plain(n)] = true
	}
	for n := range onlyByHand {
		if told[n] {
			t.Errorf("the program does show %s", n)
		}
	}
	for _, m := range inCode.FindAllStringSubmatch(worked(t), -1) {
		for _, n := range number.FindAllString(m[1], -1) {
			p := plain(n)
			if strings.ContainsAny(m[1], "=≈") && !told[p] && !onlyByHand[p] {
				t.Errorf("%s: the program does not know the %s", m[1], n)
			}
		}
	}
}

// onlyByHand are steps and inputs of the page that the program's explanations do not show: the subtotals of the readings
// it did not choose, sums on the way, and money that stands in another unit there.
var onlyByHand = map[string]bool{
	"170": true, "1090": true, "1200": true, // readings that were not chosen
	"78": true, "18": true, "12.387": true, // on the way
}
