package form_test

import (
	"testing"

	"yice/form"
)

// A million ledger lines are read and checked in one import: a line may cost a few microseconds at most.
func BenchmarkCheckLedgerRow(b *testing.B) {
	r := sound["spend"].record(b, "spend")
	b.ReportAllocs()
	for b.Loop() {
		if len(r.Form.Check(r, 2023)) != 0 {
			b.Fatal("a sound row has findings")
		}
	}
}

func BenchmarkParseLedgerRow(b *testing.B) {
	f := form.ByID("spend")
	header := []string{"date", "voucher", "summary", "project", "platform", "category", "treatment", "source", "activity", "counterparty", "counterparty_name", "amount"}
	cells := []string{"2023-01-05", "记-0001", "中试装置设计", "P1", "", "设计", "费用化", "企业自筹", "应用研究", "", "", "14593.09"}
	at := make([]int, len(header))
	for i, h := range header {
		at[i] = f.Index(h)
	}
	b.ReportAllocs()
	for b.Loop() {
		for i, c := range cells {
			if _, err := f.Fields[at[i]].Parse(c, form.Yuan); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkShowLedgerRow(b *testing.B) {
	r := sound["spend"].record(b, "spend")
	b.ReportAllocs()
	for b.Loop() {
		for i := range r.Values {
			r.Form.Fields[i].Show(r.Values[i])
		}
	}
}

func BenchmarkParseFormula(b *testing.B) {
	f := form.ByID("spend").Field("amount")
	for b.Loop() {
		if _, err := f.Parse("=(1,234.5+3万)*2/3-0.01*100", form.Yuan); err != nil {
			b.Fatal(err)
		}
	}
}
