package entry_test

import (
	"strings"
	"testing"

	"yice/entry"
	"yice/form"
	"yice/text"
)

// decidedRow gives a row of a register that is recognised.
func decidedRow(t *testing.T, s *entry.Session, id string) *form.Record {
	t.Helper()
	for _, r := range s.Records(form.ByID(id)) {
		if r.Str("recognition") == form.Recognised {
			return r
		}
	}
	t.Fatalf("%s has no recognised row", id)
	return nil
}

// A recognition is bound to what it was given for: changing that returns it with the same step, through every door, says
// so, and undo brings both back.
func TestARecognitionIsBoundToWhatItWasGivenFor(t *testing.T) {
	for _, c := range []struct{ form, field string }{{"project", "level"}, {"award", "level"}, {"award", "authority"}, {"platform", "level"}, {"platform", "kind"}} {
		s := golden(t)
		f := form.ByID(c.form)
		r := decidedRow(t, s, c.form)
		other := "别的部门"
		for _, code := range f.Field(c.field).Codes {
			if code.ID != r.Str(c.field) {
				other = code.ID
			}
		}
		pending := func(how string, o entry.Outcome) {
			t.Helper()
			now := s.Records(f)[0]
			for _, x := range s.Records(f) {
				if x.ID == r.ID {
					now = x
				}
			}
			if now.Str(c.field) != other || now.Str("recognition") != form.Pending || !now.Get("recognised_by").Empty() || !now.Get("recognised_doc").Empty() || !now.Get("recognised_on").Empty() {
				t.Errorf("%s.%s %s: %s", c.form, c.field, how, now.Str("recognition"))
			}
			if len(o.Said) != 1 || !strings.Contains(o.Said[0].ZH, f.Field(c.field).Title.ZH) || !strings.Contains(o.Said[0].ZH, form.Pending) || !strings.Contains(o.Label.ZH, form.Pending) {
				t.Errorf("%s.%s %s: not said: %v, %s", c.form, c.field, how, o.Said, o.Label.ZH)
			}
			o = must[entry.Outcome](t)(s.Undo())
			if len(o.Records) != 1 || !sameRecord(o.Records[0], r) {
				t.Errorf("%s.%s %s: undo left %v", c.form, c.field, how, o.Records)
			}
		}
		pending("typed", must[entry.Outcome](t)(s.Put(f, r.ID, c.field, other)))
		whole := r.Clone()
		whole.Set(c.field, form.S(other))
		pending("pasted", must[entry.Outcome](t)(s.PutRecords(text.Pair{}, f, []*form.Record{whole})))

		if o := must[entry.Outcome](t)(s.Put(f, r.ID, "remark", "另有说明")); len(o.Said) != 0 || decidedRow(t, s, c.form).ID != r.ID {
			t.Errorf("%s: a remark took the recognition: %v", c.form, o.Said)
		}
	}
}

// What a recognition would be worth is not supposed for a level nobody has decided on.
func TestWhatIfUnbindsToo(t *testing.T) {
	s := golden(t)
	r := decidedRow(t, s, "award")
	edits := []entry.Edit{{Form: r.Form, Row: r.ID, Field: "authority", Typed: "别的部门"}}
	sheet, _, err := s.WhatIf(edits)
	if err != nil {
		t.Fatal(err)
	}
	must[entry.Outcome](t)(s.Apply(text.Pair{}, edits))
	if got, want := sheet.BonusTotal.Confirmed.String(), s.Sheet().BonusTotal.Confirmed.String(); got != want {
		t.Errorf("supposed %s, then %s", got, want)
	}
}
