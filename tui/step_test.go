package tui

import (
	"testing"
	"time"

	"yice/form"
	"yice/scoring"
	"yice/tui/judging"
	"yice/tui/keying"
)

// TestEveryStepLeadsToWhereItIsKeyed tries Enter on every step there is: early in the year and after it, with figures
// missing, with half a year, with nothing at all. It leads to the form the step names, to the empty figure, the empty line
// or the missing paper; never into a cell that says something, and never into the cell itself.
func TestEveryStepLeadsToWhereItIsKeyed(t *testing.T) {
	t.Parallel()
	early := func(o *Options) { o.Now = func() time.Time { return time.Date(2023, 2, 1, 9, 0, 0, 0, time.UTC) } }
	annual := form.ByID("annual")
	kinds := make(map[string]bool)
	for _, c := range []struct {
		name string
		o    []func(*Options)
		put  map[string]string
	}{
		{"after the year", nil, nil},
		{"early", []func(*Options){early}, nil},
		{"figures missing", []func(*Options){early}, map[string]string{"revenue": "", "profit": "", "pay_total": "", "pay_performance": ""}},
		{"half a year", []func(*Options){early}, map[string]string{"as_of": "202306"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := at(t, 120, 36, c.o...)
			row := d.m.desk.s.Records(annual)[0].ID
			for field, v := range c.put {
				if _, err := d.m.desk.s.Put(annual, row, field, v); err != nil {
					t.Fatal(err)
				}
			}
			d.run(d.m.restand())
			d.settle()
			steps := d.m.stand.Steps
			if len(steps) == 0 {
				t.Fatal("no step")
			}
			for i := range steps {
				kinds[tryStep(t, d, i)] = true
			}
		})
	}
	for _, kind := range []string{"figure", "new row", "paper", "checklist", "year before"} {
		if !kinds[kind] {
			t.Errorf("no step of the kind %q was tried", kind)
		}
	}
}

// tryStep presses Enter on a step and says of which kind it was.
func tryStep(t *testing.T, d *driver, i int) (kind string) {
	t.Helper()
	st := d.m.stand.Steps[i]
	year := d.m.stand.Year
	d.run(judging.OpenSteps(d.m, i))
	d.settle()
	d.press("<enter>")
	defer func() {
		if d.m.stand.Year != year {
			d.run(d.m.openYear(d.m.stand.USCC, year))
			d.settle()
		}
		d.m.stack = d.m.stack[:1]
	}()
	switch s := d.m.Top().(type) {
	case *keying.CardScreen:
		if s.Form.ID != st.Form {
			t.Errorf("%s led to the card %s", st.Say.ZH, s.Form.ID)
		}
		if st.Form == "rd_summary" {
			if d.m.stand.Year != year-1 {
				t.Errorf("%s led to the summary of %d", st.Say.ZH, d.m.stand.Year)
			}
			return "year before"
		}
		if r := d.m.desk.s.Records(s.Form)[0]; s.Field().ID != st.Field || !r.Get(st.Field).Empty() {
			t.Errorf("%s led to %s, %q", st.Say.ZH, s.Field().ID, s.Field().Show(r.Get(s.Field().ID)))
		}
		return "figure"
	case *keying.TableScreen:
		return tryGrid(t, s, &st)
	}
	t.Errorf("%s led to %T", st.Say.ZH, d.m.Top())
	return ""
}

func tryGrid(t *testing.T, s *keying.TableScreen, st *scoring.Step) (kind string) {
	t.Helper()
	if s.Form.ID != st.Form || s.Grid.Editing() {
		t.Errorf("%s led to %s, editing %v", st.Say.ZH, s.Form.ID, s.Grid.Editing())
	}
	r := s.Grid.Current()
	switch {
	case st.Form == "checklist":
		if r == nil || st.UpTo.Sign() > 0 && (!r.Get("answer").Empty() || s.Grid.Field().ID != "answer") || st.UpTo.Sign() == 0 && r.Str("answer") != form.No {
			t.Errorf("%s led to %v", st.Say.ZH, r)
		}
		return "checklist"
	case st.Row == 0:
		if !s.Grid.OnBlank() {
			t.Errorf("%s led to the row %v", st.Say.ZH, r)
		}
		return "new row"
	}
	if r == nil || r.ID != st.Row || !r.Get(s.Grid.Field().ID).Empty() {
		t.Errorf("%s led to %s of %v", st.Say.ZH, s.Grid.Field().ID, r)
	}
	return "paper"
}
