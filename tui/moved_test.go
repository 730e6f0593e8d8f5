package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/entry"
	"yice/form"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

// strip is what the score strip says of the last change: the score before it, and by how much it moved.
func (d *driver) strip() string {
	l := d.m.movement()
	if len(l) == 0 {
		return ""
	}
	return strings.TrimSpace(l[0].S)
}

// TestTheStripTellsTheLastChange: wherever it came from, the figure beside the score is how that change moved it; one that moved
// nothing leaves nothing.
func TestTheStripTellsTheLastChange(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	moves := func(what, want string, change func()) {
		t.Helper()
		before := d.m.stand.Totals.Innovation
		change()
		d.settle()
		after := d.m.stand.Totals.Innovation
		after.Units -= before.Units
		got := after.Signed()
		if after.Units == 0 {
			got = ""
		}
		if d.strip() != got || got != want {
			t.Errorf("%s: the strip says %q, the score moved %q, want %q", what, d.strip(), got, want)
		}
	}
	moves("keying", "-0.18", func() {
		d.form("conversion").press("<right>", "<right>", "4160000", "<enter>", "<esc>")
	})
	moves("an import", "+2.50", func() {
		d.opensImport("专利.csv", "专利号,专利名称,专利类型,法律状态,申请日,授权日\n202310253900.8,一种新装置,发明,授权,2023-02-10,2023-05-10\n")
		d.press("<f9>", "<enter>").sees("已导入")
	})
	moves("an import that moves nothing", "", func() {
		d.opensImport("专利二.csv", "专利号,专利名称,专利类型,法律状态,申请日\n202310253901.6,又一种新装置,发明,实审,2023-02-10\n")
		d.press("<f9>", "<enter>").sees("已导入")
	})
	moves("keying again", "+0.18", func() {
		f := form.ByID("conversion")
		_, cmd := d.m.Put([]entry.Edit{{Form: f, Row: d.m.desk.s.Records(f)[0].ID, Field: "income", Typed: "4250000"}}, text.Pair{})
		d.run(cmd)
	})
	moves("undo", "-0.18", func() { d.press("<ctrl+z>") })
	moves("a recognition", "", func() { // platforms earn bonus, not points of the score
		path := filepath.Join(filepath.Dir(d.path), "认定.csv")
		content := "uscc,year,form,key,recognition,recognised_by,recognised_doc,recognised_on\n" +
			"91150200MA0BT0013C,2023,project,P2,已认定,包头市科学技术局,包科发〔2024〕9号,2024-01-10\n"
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		d.command("recognise").paste(path).press("<enter>", "<enter>").sees("已写入").press("<esc>")
	})
	moves("another pack", "-1.79", func() {
		source := []byte(strings.Replace(strings.Replace(string(d.m.desk.s.Pack().Source), "  path   = \"indicator.patents.target\"\n  value  = 6", "  path   = \"indicator.patents.target\"\n  value  = 7", 1), `version    = "2023.1"`, `version    = "2023.9"`, 1))
		pack, err := scoring.Load(source)
		if err != nil {
			t.Fatal(err)
		}
		if err := d.m.desk.w.AddPack(store.PackFile{SHA256: pack.SHA256, Year: 2023, Status: "draft", Source: source}); err != nil {
			t.Fatal(err)
		}
		if err := d.m.desk.s.Reload(t.Context()); err != nil {
			t.Fatal(err)
		}
		d.run(d.m.restand())
	})
}

// TestUndoWhereOneSupposes: Ctrl+Z takes the last supposition back and leaves the data alone, also where none is left.
func TestUndoWhereOneSupposes(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("conversion").press("<right>", "<right>", "4160000", "<enter>", "<esc>")
	kept := d.stored("conversion")[0]
	d.press("<ctrl+b>", "<enter>", "再授权", "<enter>", "<ctrl+a>", "2", "<enter>").sees("再授权发明专利 2 件")
	d.press("<enter>", "待认定", "<enter>").sees("全部认定")
	d.press("<ctrl+z>").sees("再授权发明专利 2 件").misses("全部认定")
	d.press("<ctrl+y>").sees("全部认定")
	d.press("<home>", "<delete>").misses("再授权发明专利 2 件").press("<ctrl+z>").sees("再授权发明专利 2 件", "全部认定")
	d.press("<ctrl+z>", "<ctrl+z>", "<ctrl+z>", "<ctrl+z>").sees("没有可撤销的试改")
	d.press("<tab>", "<ctrl+z>", "<ctrl+z>").sees("没有可撤销的试改")
	if got := d.stored("conversion")[0]; got != kept {
		t.Errorf("the data went back to %s", got)
	}
}
