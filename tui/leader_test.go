package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The leader's page is one key from the overview, says what the strip says, beside the year before, and is one A4 on paper.
func TestTheLeadersPage(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36", 120, 36, nil}, {"120x36-en", 120, 36, []func(*Options){english}}} {
		t.Run(size.name, func(t *testing.T) {
			d := at(t, size.w, size.h, size.o...)
			d.press("l").golden("leader-" + size.name)
		})
	}
	d := at(t, 120, 36)
	d.press("l").sees("82.58", "4,445.00", "完成率 127.00%", "待认定", "+30.00", "净影响")
	path := filepath.Join(filepath.Dir(d.path), "领导页.html")
	d.press("p", "<ctrl+a>").paste(path).press("<enter>").sees("领导页已存成")
	made, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"82.58", "4,445.00", "127.00%", "模拟", "示例水务（虚构） 2023 年度科技创新情况"} {
		if !strings.Contains(string(made), want) {
			t.Errorf("%q is not on the paper", want)
		}
	}
	if strings.Contains(string(made), "<script") || strings.Contains(string(made), "http://") || strings.Contains(string(made), "https://") {
		t.Error("the paper loads something")
	}
}
