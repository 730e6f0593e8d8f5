package tui

import (
	"strings"
	"testing"

	"yice/tui/keying"
)

func (d *driver) double(form string) *keying.DoubleScreen {
	d.t.Helper()
	d.form(form).press("<ctrl+p>", "双录", "<enter>")
	s, ok := d.m.Top().(*keying.DoubleScreen)
	if !ok {
		d.t.Fatalf("on %T", d.m.Top())
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
	for s.Field().ID != "income" {
		if s.Field().ID == "mode" {
			d.press("许可").golden("double-code-80x24")
		}
		d.press("<enter>")
	}
	d.press("425.5万", "<enter>")
	for s.Field().ID != "contracted_on" {
		d.press("<enter>")
	}
	d.press("20230421", "<ctrl+e>").sees("2 处不一致", "4,250,000", "4,255,000", "2023-04-20", "2023-04-21").golden("double-compare-80x24")
	d.press("<enter>").sees("还有 2 处没有定")
	d.press("2", "3", "2023-04-22", "<enter>", "<enter>").sees("全部录完", "1 条不一致，共 2 格")

	stored := strings.Join(d.stored("conversion"), "")
	if !strings.Contains(stored, "income=4255000.00") || !strings.Contains(stored, "contracted_on=2023-04-22") {
		t.Errorf("stored %s", stored)
	}
	notes, err := d.m.desk.w.Notes(d.m.desk.s.Book(), "double")
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
	first := d.m.desk.s.Records(s.Form)[0]
	for range s.Form.Fields {
		if strings.Contains(d.screen(), "第 2 条") {
			break
		}
		f := s.Field()
		d.press(f.Typed(first.Get(f.ID), f.Unit), "<enter>")
	}
	d.sees("两次一致", "第 2 条")
	d.press("<f9>").sees("第 3 条")
	// What is keyed and not decided is not dropped without a word.
	d.press("某团队", "<esc>").sees("离开就丢掉").press("n").sees("第 3 条", "某团队")
	d.press("<enter>", "<esc>").sees("离开就丢掉").press("y")
	if _, ok := d.m.Top().(*keying.TableScreen); !ok {
		t.Errorf("left to %T", d.m.Top())
	}
	notes, err := d.m.desk.w.Notes(d.m.desk.s.Book(), "double")
	if err != nil || len(notes) != 1 {
		t.Errorf("%d notes, %v", len(notes), err)
	}
}

// A day may be keyed without its year, the second time as the first.
func TestDoubleEntryOfADayWithoutItsYear(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	s := d.double("spend")
	if s.Field().ID != "date" || !strings.Contains(d.stored("spend")[0], "date=2023-01-05") {
		t.Fatalf("%s comes first, of %s", s.Field().ID, d.stored("spend")[0])
	}
	// Only what differs is shown side by side.
	d.press("1.5", "<enter>", "<ctrl+e>").sees("处不一致", "凭证号").misses("  日期")
}
