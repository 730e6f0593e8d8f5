package entry_test

import (
	"testing"

	"yice/entry"
	"yice/form"
	"yice/store"
)

// Half a year stands beside the half year before, as it was handed in; not beside what was keyed for it and never sealed.
func TestSamePeriodIsWhatWasSealed(t *testing.T) {
	w := newWorkspace(t)
	annual := form.ByID(annualID)
	before := open(t, w, 2022)
	put := func(s *entry.Session, field, typed string) {
		t.Helper()
		row := int64(0)
		if rows := s.Records(annual); len(rows) > 0 {
			row = rows[0].ID
		}
		must[entry.Outcome](t)(s.Put(annual, row, field, typed))
	}
	seal := func(id string) {
		t.Helper()
		if err := w.Seal(before.Book(), store.Note{Kind: "submission", ID: id, Text: "{}", Who: "甲"}, "报送"); err != nil {
			t.Fatal(err)
		}
		if err := w.SetLocked(before.Book(), false, "甲", "重填"); err != nil {
			t.Fatal(err)
		}
		if err := before.Reload(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	now := open(t, w, 2023)
	put(now, "revenue", "600")
	put(now, "as_of", "202306")
	same := func() *form.Record {
		t.Helper()
		if err := now.Reload(t.Context()); err != nil {
			t.Fatal(err)
		}
		return now.SamePeriod(annual, now.Records(annual)[0])
	}
	put(before, "revenue", "500")
	put(before, "as_of", "202206")
	if r := same(); r != nil {
		t.Errorf("last year's own figures, to the same month, stand twice: %v", r.Values)
	}
	put(before, "as_of", "202212")
	if r := same(); r != nil {
		t.Errorf("what was never sealed stands as the same months: %v", r.Values)
	}
	put(before, "as_of", "202206")
	seal("1")
	put(before, "revenue", "900")
	put(before, "profit", "30")
	put(before, "as_of", "202209")
	seal("2")
	put(before, "revenue", "1000")
	put(before, "as_of", "202212")
	if r := same(); r == nil || r.Num("revenue") != 500_0000_00 || !r.Get("profit").Empty() || r.Str("as_of") != "202206" {
		t.Errorf("the half year before is %v", r)
	}
	put(now, "as_of", "202309")
	if r := same(); r == nil || r.Num("revenue") != 900_0000_00 || r.Num("profit") != 30_0000_00 {
		t.Errorf("three quarters of the year before are %v", r)
	}
	put(now, "as_of", "202303")
	if r := same(); r != nil {
		t.Errorf("a quarter that was not handed in is %v", r)
	}
	put(now, "as_of", "")
	if r := same(); r != nil {
		t.Errorf("a whole year beside a whole year: %v", r)
	}
}
