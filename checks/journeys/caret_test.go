package journeys

import (
	"path/filepath"
	"testing"
	"time"
)

// TestTheCaretStandsBehindWhatWasTyped types text of every width into a cell and asks the terminal where its own caret
// is: there an input method opens its window.
func TestTheCaretStandsBehindWhatWasTyped(t *testing.T) {
	needTmux(t)
	home := t.TempDir()
	d := open(t, 120, 36, home, program(t), "demo", "--workspace", filepath.Join(home, "w.yice"))
	d.sees("82.58", "一分钟上手").dismiss("一分钟上手").press("Down", "Down", "Down", "Enter").sees("记-0001")
	d.press("Right", "Right")
	time.Sleep(200 * time.Millisecond)
	x, y := d.caret()
	for _, typed := range []struct {
		text  string
		cells int
	}{{"中文", 4}, {"ab", 2}, {"“”", 2}, {"①", 1}, {"１２", 4}, {"，", 2}, {"😀", 2}, {"é", 1}} {
		d.typed(typed.text)
		x += typed.cells
		deadline := time.Now().Add(3 * time.Second)
		for {
			gotX, gotY := d.caret()
			if gotX == x && gotY == y {
				break
			}
			if time.Now().After(deadline) {
				t.Fatalf("after %q the caret is at %d,%d, not %d,%d:\n%s", typed.text, gotX, gotY, x, y, d.screen())
			}
			time.Sleep(30 * time.Millisecond)
		}
	}
	d.press("Escape")
	time.Sleep(200 * time.Millisecond)
	d.sees("中试装置设计")
	leave(d)
}

// TestPasteOfARange pastes three rows from a spreadsheet, sees what will happen, takes them, and takes them back.
func TestPasteOfARange(t *testing.T) {
	needTmux(t)
	home := t.TempDir()
	d := open(t, 120, 36, home, program(t), "demo", "--workspace", filepath.Join(home, "w.yice"))
	d.sees("82.58", "一分钟上手").dismiss("一分钟上手").press("Down", "Down", "Down", "Enter").sees("记-0001")
	d.press("C-End", "Down", "Home")
	d.paste("2023-12-29\t记-0301\t甲\n2023-12-29\t记-0302\t乙\n2023-13-29\t记-0303\t丙").sees("粘贴", "新增 3 行", "2023-13-29")
	time.Sleep(500 * time.Millisecond)
	d.press("Enter").sees("已粘贴 3 行").press("C-End").sees("记-0303", "2023-13-29")
	d.press("C-z").sees("不止一条").press("Enter").sees("记-0179").gone("记-0301")
	leave(d)
}
