package report_test

import (
	"math/big"
	"testing"

	"yice/filing/report"
	"yice/scoring"
)

// The year before stands beside the score only where it has one: figures that are kept for comparison come to 0 of no weight,
// which is not what the enterprise had.
func TestTheYearBeforeHasAScoreOrIsNotSaid(t *testing.T) {
	now := &scoring.Sheet{Year: 2023, AsOf: 12}
	for weight, said := range map[int64]bool{0: false, 100: true} {
		before := &scoring.Sheet{Year: 2022, Indicators: []scoring.Line{{Kind: "indicator", Weight: scoring.Param{Value: big.NewRat(weight, 1)}}}}
		p := &report.Leader{Sheet: now, Before: before}
		if got := !p.Groups()[0].Rows[0].Note.Empty(); got != said {
			t.Errorf("of weight %d: said %v", weight, got)
		}
	}
	if p := (&report.Leader{Sheet: now, Before: &scoring.Sheet{Year: 2022, Indicators: make([]scoring.Line, 3)}}); !p.Groups()[0].Rows[0].Note.Empty() {
		t.Error("without a weight it has a score")
	}
}
