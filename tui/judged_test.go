package tui

import (
	"strings"
	"testing"

	"yice/form"
	"yice/tui/keying"
	"yice/tui/mending"
)

// Enter behind what was mended goes on to the next finding, F3 goes on without a change, and after the last one the list is
// back.
func TestMendingOneAfterTheOther(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.press("<f3>").sees("科技项目", "? P1", "? P2", "制度与机制").press("<enter>").sees("P1", "下一条")
	// The project's spending as its ledger has it: nothing is left to explain.
	d.press("4000000", "<enter>")
	if s, ok := d.m.Top().(*keying.TableScreen); !ok || s.Form.ID != "project" || s.Grid.Current() == nil || s.Grid.Current().Key() != "P2" {
		t.Fatalf("not at the next finding:\n%s", d.screen())
	}
	d.press("<f3>")
	if s, ok := d.m.Top().(*keying.TableScreen); !ok || s.Form.ID != "checklist" {
		t.Fatalf("not at the one after:\n%s", d.screen())
	}
	d.press("<f3>").sees("走了一遍", "还有强制性 0，核实性 2")
	if _, ok := d.m.Top().(*mending.ChecksScreen); !ok {
		t.Fatalf("the list is not back:\n%s", d.screen())
	}
	d.misses("? P1").press("<enter>", "<esc>").sees("? P2")
	// In a table that nobody came to from a finding Enter is what it was.
	d.form("project").press("<down>", "<enter>", "<enter>")
	if s, ok := d.m.Top().(*keying.TableScreen); !ok || s.Form.ID != "project" {
		t.Errorf("Enter led away:\n%s", d.screen())
	}
}

// What a check says of all lines of a ledger together is no cell to go to: from the line that was mended Enter goes on to the
// next record, not to the first line of the table.
func TestMendingPassesSumsOfLines(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<ctrl+home>", "20240105", "<enter>", "<f3>").sees("不在 2023 年", "另有 1 行").press("<enter>", "0105", "<enter>")
	if s, ok := d.m.Top().(*keying.TableScreen); !ok || s.Form.ID != "project" {
		t.Errorf("not at the next record:\n%s", d.screen())
	}
}

// One reason may stand for many findings of the same kind; a hollow one is not taken.
func TestOneReasonForMany(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.press("<f3>")
	s := d.m.Top().(*mending.ChecksScreen)
	g := &mending.Judged{Form: form.ByID("project")}
	for _, f := range d.m.stand.Findings {
		if f.Form == "project" {
			g.All = append(g.All, f)
		}
	}
	if len(g.All) != 2 {
		t.Fatal("the example has other findings now")
	}
	s.Rows()[0] = *g
	d.press("<ctrl+e>").sees("给 2 条写同一个原因").press("已核实", "<enter>").sees("给 2 条")
	d.press("<ctrl+a>", "台账外为委托外单位试制，合同另附", "<enter>")
	if d.m.stand.Verify != 1 || d.m.stand.Explained != 2 || !strings.Contains(d.screen(), "已说明") {
		t.Errorf("%d to verify, %d explained:\n%s", d.m.stand.Verify, d.m.stand.Explained, d.screen())
	}
}
