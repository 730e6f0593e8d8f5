package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/scoring"
	"yice/text"
	"yice/tui/ruling"
)

func (d *driver) editing(path string) *driver {
	d.t.Helper()
	if d.m.dirty = true; d.m.Top().(*ruling.EditScreen).Seek(path) {
		return d
	}
	d.t.Fatalf("the editor does not list %s", path)
	return d
}

func TestPolicyEdit(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36", 120, 36, nil}, {"120x36-en", 120, 36, []func(*Options){english}}} {
		t.Run(size.name, func(t *testing.T) {
			d := at(t, size.w, size.h, size.o...)
			d.press("<f5>", "<ctrl+e>").editing("indicator.type_innovation.target").golden("policyedit-" + size.name)
			d.press("<enter>", "<ctrl+a>", "3").golden("policyedit-value-" + size.name)
			d.press("<enter>").editing("addback.reading").press("<enter>", "<down>").golden("policyedit-word-" + size.name)
			d.press("<enter>").golden("policyedit-changed-" + size.name)
			d.press("<ctrl+d>").golden("policyedit-diff-" + size.name)
		})
	}
}

// A value is refused as loading refuses it, tells its effect while it is typed, is taken back, and is saved to a new file; the pack in force and the
// data stay as they are.
func TestAPackIsChangedOnTheScreen(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	was := d.m.stand.Totals
	d.press("<f5>", "<ctrl+e>").editing("indicator.type_innovation.target")
	d.press("<enter>", "<ctrl+a>", "五").sees("! ").press("<enter>").sees("! ")
	d.press("<ctrl+a>", "3").sees("总分", "+").press("<enter>")
	d.sees("总分 86.33 +3.75")
	d.sees("3  ← 4", "改了 1 处")
	d.press("<ctrl+z>").misses("← 4").press("<ctrl+z>").sees("没有可撤销的改动").press("<ctrl+y>").sees("3  ← 4")
	if got := d.m.stand.Totals; got.Innovation != was.Innovation {
		t.Error("the score in force moved")
	}
	// What was changed is there when one comes back.
	d.press("<esc>").press("<ctrl+e>").sees("已改 1 处", "3  ← 4")
	d.press("<ctrl+d>").sees("目标：4 → 3").press("<esc>").misses("目标：4 → 3")

	dir := t.TempDir()
	to := filepath.Join(dir, "草案.toml")
	d.press("<ctrl+s>", "<ctrl+a>").paste(filepath.Join(dir, "草案.xlsx")).press("<enter>").sees("要存成 .toml")
	d.press("<ctrl+a>").paste(to).press("<enter>").sees("草案已存为")
	source, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	p, err := scoring.Load(source)
	if err != nil || p.Issued() {
		t.Fatal(err)
	}
	if at, _ := p.Param("indicator.type_innovation.target"); at.Text != "3" {
		t.Error(at.Text)
	}
	if n, _ := d.m.draft.Unsaved(); n > 0 {
		t.Error("it is saved, and said to be lost")
	}
	if err := os.WriteFile(to, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.press("<ctrl+s>", "<ctrl+a>").paste(to).press("<enter>").sees("已有这个文件").press("<esc>")
	if kept, _ := os.ReadFile(to); string(kept) != "mine" {
		t.Error("a file that was there is written over")
	}

	paper := filepath.Join(dir, "签批单.html")
	d.press("<ctrl+e>", "<ctrl+a>").paste(paper).press("<enter>").sees("签批单已写成")
	if written, err := os.ReadFile(paper); err != nil || !strings.Contains(string(written), "<td>3</td>") || !strings.Contains(string(written), "签发：") {
		t.Error("the sheet lacks the change, or the place to sign", err)
	}
}

// Weights that do not sum to 100 are kept, told, and neither saved nor compared.
func TestWeightsThatDoNotFitYet(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.press("<f5>", "<ctrl+e>").editing("indicator.patents.weight.功能型")
	d.press("<enter>", "<ctrl+a>", "14").sees("?").press("<enter>").sees("还不成政策包")
	d.press("<ctrl+s>").sees("还不成政策包")
	if len(d.m.layers) > 0 {
		t.Error("a place to save to is asked for")
	}
	d.press("<ctrl+d>")
	d.misses(text.TuiPeDiffHead.ZH) // what is no pack is not compared
	if n, _ := d.m.draft.Unsaved(); n != 1 {
		t.Error("it would be lost in silence")
	}
	d.press("<ctrl+c>").sees("还没有存成文件").press("<esc>")
	d.press("<ctrl+k>").sees("放弃 1 处改动").press("<enter>")
	if n, _ := d.misses("还不成政策包").m.draft.Unsaved(); n != 0 {
		t.Error("it is not dropped")
	}
}
