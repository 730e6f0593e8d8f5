package tui

import (
	"path/filepath"
	"strings"
	"testing"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/tui/keying"
)

// The annual figures stand in groups as a paper form does; the arrows pass the headings by, and go across to the field beside.
func TestTheAnnualFormStandsInGroups(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36).form("annual").sees("经营 ┄", "工资 ┄", "研发人员 ┄", "  其中：女性", "机构与设备 ┄", "税收优惠 ┄")
	s := d.m.Top().(*keying.CardScreen)
	on := func(want string) {
		t.Helper()
		if got := s.Field().ID; got != want {
			t.Fatalf("the cursor is on %s, not %s\n%s", got, want, d.screen())
		}
	}
	on("revenue")
	d.press("<down>", "<down>", "<down>", "<down>")
	on("pay_total")
	d.press("<right>").press("<left>")
	on("pay_total")
	d.press("<home>", "<right>")
	on("institutions")
	d.press("<right>")
	on("institutions")
	d.press("<end>")
	on("remark")
	for i := range s.Form.Fields { // wherever a finding leads, the field is in sight
		if s.GoTo(i); s.Field() != &s.Form.Fields[i] {
			t.Errorf("%s is not reached", s.Form.Fields[i].ID)
		}
	}
}

// What a field's help says is read whole at 80 columns, in both languages, and the fields stay where they are meanwhile.
func TestTheHelpOfACardIsWhole(t *testing.T) {
	t.Parallel()
	for _, form := range []string{"enterprise", "annual"} {
		for _, lang := range [][]func(*Options){nil, {english}} {
			d := at(t, 80, 24, lang...).form(form)
			s := d.m.Top().(*keying.CardScreen)
			for i := range s.Form.Fields {
				s.GoTo(i)
				if len(s.Form.Fields[i].Help.In(d.m.lang)) == 0 || s.Field() != &s.Form.Fields[i] {
					continue
				}
				rows := strings.Split(d.press("<right>", "<left>").screen(), "\n")
				foot := strings.Join(strings.Fields(strings.Join(rows[12:], "")), "")
				if help := strings.Join(strings.Fields(s.Form.Fields[i].Help.In(d.m.lang)), ""); !strings.Contains(foot, help) && !strings.Contains(foot, "! ") {
					t.Errorf("%s.%s: %q is not in\n%s", form, s.Form.Fields[i].ID, help, d.screen())
				}
			}
		}
	}
}

// Half a year is not set against a whole one: the figure of last year is shown, a change is not.
func TestHalfAYearIsNotSetAgainstAWholeOne(t *testing.T) {
	t.Parallel()
	d := at(t, 200, 50).form("annual")
	s := d.m.Top().(*keying.CardScreen)
	s.Last = s.Record.Clone()
	s.Last.Set("revenue", form.N(70_000_00_00_00))
	d.sees("70,000.00", "+14.3%")
	s.Record = s.Record.Clone()
	s.Record.Set("as_of", form.S("202306"))
	d.press("<down>", "<up>").sees("70,000.00", "截至 6 月").misses("+14.3%")
	s.Last.Set("as_of", form.S("202206"))
	d.press("<down>", "<up>").sees("+14.3%", "2022 年 1–6 月")
}

// The column of last year is there where nothing is known of it too, says of which months it is, and holds the same months
// where they were handed in; the whole year then stands beside the field.
func TestLastYearIsAlwaysAColumn(t *testing.T) {
	t.Parallel()
	at(t, 80, 24).form("annual").sees("2022 年（无）")
	d := at(t, 200, 50).form("annual")
	s := d.m.Top().(*keying.CardScreen)
	s.Record, s.Last = s.Record.Clone(), s.Record.Clone()
	s.Record.Set("as_of", form.S("202306"))
	s.Last.Set("revenue", form.N(70_000_00_00_00))
	d.press("<down>", "<up>").sees("2022 年全年", "70,000.00").misses("+14.3%")
	s.Same = s.Last.Clone()
	s.Same.Set("revenue", form.N(40_000_00_00_00))
	s.Same.Set("as_of", form.S("202206"))
	d.press("<down>", "<up>").sees("2022 年 1–6 月", "40,000.00", "+100.0%", "2022 年全年  70,000.00")
}

// A year in which nothing is keyed yet has last year's figures beside it.
func TestAnEmptyYearHasLastYearBeside(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	o.Path = filepath.Join(t.TempDir(), "new.yice")
	w, err := store.Create(o.Path, store.Options{Now: o.Now})
	if err != nil {
		t.Fatal(err)
	}
	for _, year := range []int{2022, 2023} {
		s, err := entry.Open(w, "91150200MA0BT0013C", year, entry.Options{Who: o.Who, Template: o.Template, Now: o.Now, Create: true})
		if err != nil {
			t.Fatal(err)
		}
		if year == 2022 {
			if _, err := s.Put(form.ByID("annual"), 0, "revenue", "70000"); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	launch(t, o, 80, 24).form("annual").sees("2022 年", "70,000.00").misses("2022 年（无）")
}
