package book

import (
	"context"
	"slices"
	"strings"
	"testing"

	"yice/form"
)

// TestReversalsNameWhatTheyReverse: each of the four things that can be wrong is found, and what is right is not.
func TestReversalsNameWhatTheyReverse(t *testing.T) {
	f := form.ByID(LedgerID)
	var lines []*form.Record
	add := func(date, voucher, reverses, project, category string, fen int64) {
		r := form.NewRecord(f)
		r.ID = int64(len(lines) + 1)
		for field, v := range map[string]string{"date": date, "voucher": voucher, "reverses": reverses, "project": project, "category": category, "treatment": Expensed, "summary": "支出"} {
			r.Set(field, form.S(v))
		}
		r.Set("amount", form.N(fen))
		lines = append(lines, r)
	}
	add("2023-03-10", "记-0009", "记-0001", "P1", "设计", -60_00) // before what it reverses is read; in full with the next
	add("2023-03-01", "记-0001", "", "P1", "设计", 100_00)
	add("2023-03-11", "记-0010", "记-0001", "P1", "设计", -40_00)
	add("2023-03-12", "记-0011", "记-0002", "P1", "设计", -1_00)
	add("2023-03-13", "记-0012", "记-0001", "P2", "设计", -1_00)
	add("2023-03-13", "记-0013", "记-0001", "P1", "其他", -1_00)
	add("2023-04-01", "记-0003", "", "P1", "设计", 5_00)
	add("2023-03-31", "记-0014", "记-0003", "P1", "设计", -1_00)
	add("2023-05-01", "记-0015", "记-0003", "P1", "设计", -4_01)
	scan := NewScan()
	for _, r := range lines {
		scan.Line(r)
	}
	found, err := scan.Reversals(f, func(visit func(*form.Record) error) error {
		for _, r := range lines {
			if err := visit(r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	want := map[int64]string{4: "没有", 5: "同一项目", 6: "同一项目", 8: "晚于", 9: "5.01"}
	for _, x := range found {
		if says := want[x.Row]; says == "" || !strings.Contains(x.Message.ZH, says) || !OfScan(x.Check) || x.Field != "reverses" {
			t.Errorf("line %d: %s", x.Row, x.Message)
		}
		delete(want, x.Row)
	}
	if len(want) != 0 {
		t.Errorf("not found: %v", want)
	}
}

// TestReversalsOfAFileAreHeldAgainstIt: whoever reads a year from a file asks what its reversals name as the desk does.
func TestReversalsOfAFileAreHeldAgainstIt(t *testing.T) {
	f := form.ByID(LedgerID)
	r := form.NewRecord(f)
	r.ID = 2
	for field, v := range map[string]string{"date": "2023-03-12", "voucher": "记-0011", "reverses": "记-0002", "category": "设计", "treatment": Expensed, "summary": "冲销"} {
		r.Set(field, form.S(v))
	}
	r.Set("amount", form.N(-1_00))
	rows := func(_ context.Context, of *form.Form, visit func(*form.Record) error) error {
		if of != f {
			return nil
		}
		return visit(r)
	}
	asked := func(again Rows) bool {
		y, err := Read(t.Context(), Source{USCC: "91150200MA0BT0013C", Year: 2023, Rows: rows, Again: again})
		if err != nil {
			t.Fatal(err)
		}
		return slices.ContainsFunc(y.Findings(), func(x form.Finding) bool { return x.Check == CheckReversal && x.Row == 2 })
	}
	if !asked(rows) {
		t.Error("a reversal of nothing is believed")
	}
	if asked(nil) {
		t.Error("found without a second reading")
	}
}
