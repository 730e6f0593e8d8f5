package tui

import (
	"os"
	"path/filepath"
	"testing"

	"yice/store"
	"yice/tui/screen"
)

// command runs an action from the palette, by its id.
func (d *driver) command(id string) *driver {
	d.t.Helper()
	for i := range d.m.actions {
		if a := &d.m.actions[i]; a.ID == id && a.Live(d.m, d.m.here()) {
			d.run(a.Do(d.m, ""))
			d.settle()
			return d
		}
	}
	d.t.Fatalf("no action %s here", id)
	return d
}

func TestNextYear(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.command("year.after").sees("开立 2024 年度").press("<esc>")
	d.command("year.after").sees("带过去", "平台", "不带", "研发投入台账（一年一本，从头记）").press("<enter>").sees("现在是 示例水务（虚构） 的 2024 年度")
	if d.m.stand.Year != 2024 {
		t.Fatalf("the year shown is %d: %+v %v", d.m.stand.Year, d.m.note, d.m.fault)
	}
	if len(d.stored("enterprise")) != 1 {
		t.Error("the enterprise did not come along")
	}
	// It is there now: a second time it is gone to, and nothing is carried over again.
	head, err := d.m.desk.w.HistoryHead()
	if err != nil {
		t.Fatal(err)
	}
	d.run(d.m.openYear(d.m.stand.USCC, 2023))
	d.settle()
	d.command("year.after")
	if now, err := d.m.desk.w.HistoryHead(); err != nil || now != head || d.m.stand.Year != 2024 {
		t.Errorf("the year shown is %d, and something was written: %v, %v", d.m.stand.Year, now != head, err)
	}
}

func TestBackupNow(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.command("backup").sees("已备份并核对")
	if all, err := store.Backups(d.path); err != nil || len(all) == 0 {
		t.Errorf("no backup: %v", err)
	}
}

func TestReportMake(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.command("report").sees("91150200MA0BT0013C-2023.xlsx").press("x", "<enter>").sees("结尾").press("<backspace>", "<enter>").sees("报表已生成")
	path := filepath.Join(filepath.Dir(d.path), "91150200MA0BT0013C-2023.xlsx")
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		t.Errorf("no report: %v", err)
	}
}

func TestRecognitionsAreShownFirst(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	path := filepath.Join(filepath.Dir(d.path), "认定.csv")
	content := "uscc,year,form,key,recognition,recognised_by,recognised_doc,recognised_on\n" +
		"91150200MA0BT0013C,2023,project,P1,已认定,市国资委,国资函〔2024〕9号,2024-01-10\n" +
		"91150200MA0BT0013C,2023,project,没有的,已认定,市国资委,国资函〔2024〕9号,2024-01-10\n"
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	before := d.stored("project")
	d.command("recognise").paste(path).press("<enter>").sees("无签名", "其中 1 项有变化").press("<esc>")
	if after := d.stored("project"); after[0] != before[0] {
		t.Error("something was written before it was agreed to")
	}
	d.command("recognise").paste(path).press("<enter>", "<enter>").sees("已写入", "略过 1 项")
	d.has("project", "recognised_doc=国资函〔2024〕9号")
}

func TestReceiptThatIsNone(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.command("receive").paste("/nowhere/回执.zip").press("<enter>")
	if d.m.note.mood != screen.Bad {
		t.Errorf("a receipt that is not there: %+v", d.m.note)
	}
	d.command("receive").paste(d.path).press("<enter>")
	if d.m.note.mood != screen.Bad {
		t.Errorf("a workspace taken for a receipt: %+v", d.m.note)
	}
}
