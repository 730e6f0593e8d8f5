package tui

import (
	"strings"
	"testing"
)

func (d *driver) double(form string) *doubleScreen {
	d.t.Helper()
	d.form(form).press("<ctrl+p>", "双录", "<enter>")
	s, ok := d.m.top().(*doubleScreen)
	if !ok {
		d.t.Fatalf("on %T", d.m.top())
	}
	return s
}

// Nothing of the first keying is shown; what differs is decided field by field, written, and kept with who decided.
func TestDoubleEntry(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	s := d.double("conversion")
	d.misses("示例成果转化合同", "4,250,000").golden("double-80x24")
	// Name as before, the mode by its initials, another amount, another date.
	d.press("示例成果转化合同", "<enter>")
	for s.field().ID != "income" {
		if s.field().ID == "mode" {
			d.press("许可").golden("double-code-80x24")
		}
		d.press("<enter>")
	}
	d.press("425.5万", "<enter>")
	for s.field().ID != "contracted_on" {
		d.press("<enter>")
	}
	d.press("20230421", "<ctrl+e>").sees("2 处不一致", "4,250,000", "4,255,000", "2023-04-20", "2023-04-21").golden("double-compare-80x24")
	d.press("<enter>").sees("还有 2 处没有定")
	d.press("2", "3", "2023-04-22", "<enter>", "<enter>").sees("全部录完", "1 条有出入，共 2 格")

	stored := strings.Join(d.stored("conversion"), "")
	if !strings.Contains(stored, "income=4255000.00") || !strings.Contains(stored, "contracted_on=2023-04-22") {
		t.Errorf("stored %s", stored)
	}
	notes, err := d.m.desk.w.Notes(d.m.desk.s.Book(), noteDouble)
	if err != nil || len(notes) != 1 || notes[0].Who != "示例丙" || !strings.Contains(notes[0].Text, `"second":"4255000.00"`) && !strings.Contains(notes[0].Text, `"second":"4255000"`) {
		t.Errorf("notes %+v %v", notes, err)
	}
	// It is one step of undo, and is not asked for again.
	d.press("<ctrl+z>")
	if stored := strings.Join(d.stored("conversion"), ""); !strings.Contains(stored, "income=4250000.00") {
		t.Errorf("undone: %s", stored)
	}
	d.form("conversion").press("<ctrl+p>", "双录", "<enter>").sees("都已双录过")
}

// Two keyings that agree go on at once; records can be skipped, and the sitting left at any time.
func TestDoubleEntryThatAgrees(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	s := d.double("team")
	first := s.rows[0]
	for range s.fields {
		if s.at != 0 {
			break
		}
		i := s.fields[s.list.At]
		d.press(s.f.Fields[i].Typed(first.Values[i], s.f.Fields[i].Unit), "<enter>")
	}
	d.sees("两次一致", "第 2 条")
	d.press("<f9>").sees("第 3 条")
	d.press("<esc>")
	if _, ok := d.m.top().(*gridScreen); !ok {
		t.Errorf("left to %T", d.m.top())
	}
	notes, err := d.m.desk.w.Notes(d.m.desk.s.Book(), noteDouble)
	if err != nil || len(notes) != 1 {
		t.Errorf("%d notes, %v", len(notes), err)
	}
}

// A day may be keyed without its year, the second time as the first.
func TestDoubleEntryOfADayWithoutItsYear(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	s := d.double("spend")
	day := s.rows[0].Str("date")
	if s.field().ID != "date" || day != "2023-01-05" {
		t.Fatalf("%s holds %s", s.field().ID, day)
	}
	d.press("1.5", "<enter>")
	if got := s.second.Str("date"); got != day {
		t.Fatalf("the second keying holds %q, the first %q", got, day)
	}
}
