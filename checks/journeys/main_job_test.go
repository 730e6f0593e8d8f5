package journeys

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestTheMainJob opens the example, keys a patent with a wrong check digit, sees why, mends it, sees the score move and by
// how much, opens the explanation, leaves, comes back: all is there.
func TestTheMainJob(t *testing.T) {
	needTmux(t)
	bin := program(t)
	for _, size := range [][2]int{{80, 24}, {120, 36}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			home := t.TempDir()
			workspace := filepath.Join(home, "示例.yice")
			d := open(t, size[0], size[1], home, bin, "demo", "--workspace", workspace)
			d.sees("示例水务（虚构）", "82.58", "模拟", "一分钟上手").dismiss("一分钟上手")

			d.press("Down", "Down", "Down", "Down", "Down").press("Enter").sees("申请号", "202110253005.5")
			d.press("C-End", "Down", "Home").typed("zl 2022 1 0253006").typed(".5").press("Enter").sees("202210253006.5")
			d.press("Left").sees("校验位", "应为")
			right := after(d.screen(), "即 ")
			if len(right) < 14 {
				t.Fatalf("the right number is not named:\n%s", d.screen())
			}
			d.typed(right[:14]).press("Enter").sees(right[:14])
			d.typed("一种智慧水表的检漏方法").press("Enter")
			d.typed("fm").press("Enter").typed("3").press("Enter")
			d.typed("20220510").press("Enter").typed("2023.9.1").press("Enter")
			d.sees("85.08", "+2.50")

			d.press("Escape", "Escape").sees("85.08", "发明专利授权")
			d.press("F4").sees("发明专利授权", "12.50")
			d.press("Down", "Down").press("Enter").sees("责任书第4条").press("PageDown", "PageDown").sees(right[:14])
			leave(d)

			d = open(t, size[0], size[1], home, bin, workspace)
			d.sees("85.08")
			d.press("C-z").sees("撤销这一步").press("Enter").sees("82.58")
			leave(d)
		})
	}
}

// leave closes the program the way people do: back, and back again, until it has ended.
func leave(d *desk) {
	d.t.Helper()
	for range 8 {
		if !d.running() {
			return
		}
		d.press("Escape")
		time.Sleep(500 * time.Millisecond)
		if strings.Contains(d.screen(), "Enter 确定    Esc 不") {
			d.press("Enter")
		}
	}
	d.closed()
}

// after gives what follows a mark on the screen.
func after(screen, mark string) string {
	if _, rest, ok := strings.Cut(screen, mark); ok {
		return rest
	}
	return ""
}
