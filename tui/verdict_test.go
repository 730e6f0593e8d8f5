package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/entry"
	"yice/tui/handing"
)

// sealedHere seals the example year without sign-offs or a key, with a reason.
func sealedHere(d *driver) string {
	d.t.Helper()
	d.press("<f6>")
	s := d.m.Top().(*handing.SubmitScreen)
	s.Unsigned = "三人都在外地，先报电子件，纸件后补"
	for _, f := range d.m.stand.Findings {
		if f.Reason == "" {
			if err := d.m.desk.s.Reason(entry.FindingID(f), "已经核实，与账面一致，凭证齐全"); err != nil {
				d.t.Fatal(err)
			}
		}
	}
	d.run(d.m.restand())
	d.settle()
	d.press("<f6>", "<enter>")
	made := s.MadeHere()
	if made == nil {
		d.t.Fatalf("not sealed:\n%s", d.screen())
	}
	return made.File
}

// One's own submission is verified where it was made: every question has its answer, and a spoiled one does not hold.
func TestOnesOwnFileIsVerified(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 24}, {120, 36}} {
		d := at(t, size[0], size[1])
		file := sealedHere(d)
		d.press("v").sees("核验结果", "经核验，相符", "内容", "签名", "签名人", "政策包", "得分", "签字", "认定", "SHA-256", "没有登记过任何密钥")
		d.press("<esc>")
		if d.m.Top().Place() != handing.InSubmit {
			t.Errorf("back to %T", d.m.Top())
		}
		content := readFile(t, file)
		content[len(content)/2] ^= 1
		bad := filepath.Join(t.TempDir(), "bad.zip")
		if err := os.WriteFile(bad, content, 0o600); err != nil {
			t.Fatal(err)
		}
		d.press("<f12>").command("verify").press(bad, "<enter>").sees("核验没有通过", "不对的")
		if s := d.screen(); strings.Contains(s, "yice ") || strings.Contains(s, "--") {
			t.Errorf("it sends people to a shell:\n%s", s)
		}
		d.press("<enter>").sees("报送文件（*.zip）").press(filepath.Join(t.TempDir(), "none.zip"), "<enter>").sees("核验一份报送文件").reads("none.zip").press("<enter>", "<esc>")
	}
}

// After sealing the next year is a line away.
func TestTheNextYearIsOfferedAfterSealing(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	sealedHere(d)
	d.toRow("打开 2024 年度").press("<enter>").sees("带过去", "不带").press("<enter>")
	if d.m.stand.Year != 2024 {
		t.Errorf("the year shown is %d:\n%s", d.m.stand.Year, d.screen())
	}
}
