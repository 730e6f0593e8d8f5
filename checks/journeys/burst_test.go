//go:build linux

package journeys

import (
	"path/filepath"
	"testing"
	"time"

	"yice/checks/terminal"
)

// TestAPasteThatComesAsKeys sends a block of cells to a terminal that does not mark pastes, as an old console does, in one
// piece and in pieces; then keys the same cells by hand.
func TestAPasteThatComesAsKeys(t *testing.T) {
	bin, home := program(t), t.TempDir()
	p, err := terminal.Start(terminal.Options{
		Args: []string{bin, "demo", "--workspace", filepath.Join(home, "w.yice")}, Width: 120, Height: 36,
		Env: []string{"HOME=" + home, "XDG_CONFIG_HOME=" + home, "XDG_DATA_HOME=" + home, "YICE_LANG=zh", "TERM=xterm-256color", "LANG=C.UTF-8", "YICE_PASTE=burst"},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	sees := func(s string) {
		t.Helper()
		if _, err := p.WaitFor(20*time.Second, s); err != nil {
			t.Fatal(err)
		}
	}
	hand := func(keys ...string) {
		t.Helper()
		for _, k := range keys {
			if err := p.Send(k); err != nil {
				t.Fatal(err)
			}
			time.Sleep(60 * time.Millisecond)
		}
	}
	const ctrlEnd = "\x1b[1;5F"
	sees("一分钟上手")
	time.Sleep(600 * time.Millisecond) // it came by itself: the next keys are not for it
	hand(terminal.Escape)
	time.Sleep(200 * time.Millisecond)
	hand(terminal.Down, terminal.Down, terminal.Down, terminal.Enter)
	sees("记-0001")

	hand(ctrlEnd, terminal.Down, terminal.Home)
	hand("2023-12-29\t记-0301\t甲\r2023-12-29\t记-0302\t乙\r2023-13-29\t记-0303\t丙\r")
	sees("新增 3 行")
	sees("2023-13-29")
	hand("g")
	sees("已粘贴 2 行")

	// A line that stutters: the block is known by then.
	hand(ctrlEnd, terminal.Down, terminal.Home)
	for _, piece := range []string{"2023-12-30\t记-03", "04\t丁\r2023-12-30\t记", "-0305\t戊\r"} {
		if err := p.Send(piece); err != nil {
			t.Fatal(err)
		}
		time.Sleep(10 * time.Millisecond)
	}
	sees("新增 2 行")
	hand(terminal.Escape)
	time.Sleep(200 * time.Millisecond)

	// By hand, Tab and Enter move.
	hand("1", "2", "3", "1", terminal.Tab, "记", "-", "9", terminal.Enter)
	sees("2023-12-31")
	sees("记-9")
}
