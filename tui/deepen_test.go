package tui

import (
	"testing"

	"yice/form"
	"yice/text"
	"yice/tui/keying"
)

// The first screen counts all that is to be answered, the doubles and outliers of a ledger too: they are looked for when it is opened or
// its lines have changed, not only once somebody goes to the findings. Until then the count says that there may be more.
func TestTheFirstScreenCountsWhatTheWholeLedgerSays(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	o.Path = example(t, o)
	d := launch(t, o, 120, 36)
	if d.m.stand.MayVerify || d.m.stand.Verify != 3 {
		t.Fatalf("the example has %d to verify, more: %v", d.m.stand.Verify, d.m.stand.MayVerify)
	}
	f := form.ByID("spend")
	d.form("spend").settle()
	line := d.m.Top().(*keying.TableScreen).Grid.Current().Clone()
	line.ID = 0
	if _, err := d.m.desk.s.PutRecords(text.Pair{}, f, []*form.Record{line}); err != nil {
		t.Fatal(err)
	}
	d.run(d.m.restand())
	d.settle()
	d.sees("核实性 3+")
	d.press("<f12>").settle()
	if d.m.stand.MayVerify || d.m.stand.Verify != 4 {
		t.Errorf("the first screen counts %d, more: %v", d.m.stand.Verify, d.m.stand.MayVerify)
	}
	d.sees("核实性 4")
}
