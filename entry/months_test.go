package entry_test

import (
	"context"
	"reflect"
	"testing"

	"yice/entry"
	"yice/form"
)

// TestFiguresToJune: saying how far the figures run tells the ledger apart by months, there and then; the sums follow every
// line and are those counted afresh; taking the month back brings the whole year back.
func TestFiguresToJune(t *testing.T) {
	s := golden(t)
	annual := form.ByID(annualID)
	row := s.Records(annual)[0].ID
	whole := s.Facts().Ledger.Total()
	must[entry.Outcome](t)(s.Put(annual, row, "as_of", "2023年6月"))
	if f := s.Facts(); f.AsOf != 6 || f.Ledger.Total() != 658_050_018 || s.Sheet().AsOf != 6 || !f.Incomparable() {
		t.Fatalf("as of %d: %d", f.AsOf, f.Ledger.Total())
	}
	line := form.NewRecord(form.ByID(ledgerID))
	for field, v := range map[string]string{"date": "2023-06-30", "treatment": "费用化", "source": "企业自筹"} {
		line.Set(field, form.S(v))
	}
	line.Set("amount", form.N(100_00))
	fill(t, s, line.Form, []*form.Record{line})
	if got := s.Facts().Ledger.Total(); got != 658_050_018+100_00 {
		t.Errorf("with a line of June: %d", got)
	}
	afresh, err := s.Recompute(context.Background())
	if err != nil || !reflect.DeepEqual(afresh.Ledger, s.Facts().Ledger) {
		t.Errorf("counted afresh %+v, kept %+v: %v", afresh.Ledger, s.Facts().Ledger, err)
	}
	sheet, _, err := s.WhatIf([]entry.Edit{{Form: annual, Row: row, Field: "as_of", Typed: "202303"}})
	if err != nil || sheet.AsOf != 3 || sheet.Line("rd_intensity").Inputs[0].Text != "3029752.12" {
		t.Errorf("supposed to March: %v %v", sheet.AsOf, sheet.Line("rd_intensity").Inputs[0])
	}
	must[entry.Outcome](t)(s.Put(annual, row, "as_of", ""))
	if got := s.Facts(); got.AsOf != 12 || got.Ledger.Total() != whole+100_00 {
		t.Errorf("the whole year again: %d %d", got.AsOf, got.Ledger.Total())
	}
}
