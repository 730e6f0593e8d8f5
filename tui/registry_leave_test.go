package tui

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"yice/filing/registry"
	"yice/tui/beginning"
	"yice/tui/kit"
	"yice/tui/regulator"
	"yice/tui/screen"

	tea "charm.land/bubbletea/v2"
)

// queueOf opens a registry with something to decide, at the queue of what waits.
func queueOf(t *testing.T) (d *driver, path string) {
	t.Helper()
	o := testOptions(t)
	path, _ = registryMade(t, o)
	d = launch(t, o, 120, 36)
	return d.press("r").paste(path).press("<enter>", "<tab>", "<tab>").sees("待认定"), path
}

// held is the shell, but that long work waits for the gate before it begins.
type held struct {
	*Root
	gate chan bool
}

func (h held) Begin(w *kit.Work, do func(ctx context.Context) (screen.Do, error)) tea.Cmd {
	return h.Root.Begin(w, func(ctx context.Context) (screen.Do, error) {
		<-h.gate
		return do(ctx)
	})
}

// filesOpen counts how often this program has a file open, where the system tells.
func filesOpen(path string) (n int) {
	all, err := filepath.Glob("/proc/self/fd/*")
	if err != nil || len(all) == 0 {
		return 0
	}
	for _, fd := range all {
		if to, err := os.Readlink(fd); err == nil && to == path {
			n++
		}
	}
	return n
}

// The registry is not let go of while a mark is under way, however quick somebody is to leave: what was keyed is kept.
func TestLeavingWaitsForAMark(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	path, _ := registryMade(t, o)
	d := launch(t, o, 120, 36)
	slow := held{d.m, make(chan bool, 1)}
	slow.gate <- true // its opening
	d.run(regulator.OpenRegistry(d.m, slow, path))
	d.settle()
	d.press("<tab>", "<tab>").sees("待认定", "认定部门").press("1").paste("包科发〔2024〕3号 2024-03-01")
	d.raw("<enter>") // a mark that does not come to its turn yet
	if n := filesOpen(path); n == 0 {
		t.Fatal("nobody has the registry open")
	}
	_, leaving := d.m.Update(keyNamed(t, "esc"))
	if _, left := d.m.Top().(*beginning.StartScreen); !left {
		t.Fatalf("left to %T", d.m.Top())
	}
	left := make(chan tea.Msg, 1)
	go func() { left <- leaving() }()
	for range 100_000 {
		runtime.Gosched()
		select {
		case <-left:
			t.Fatal("the registry was let go of before what was keyed was in it")
		default:
		}
	}
	if n := marked(t, path); n != 0 {
		t.Errorf("%d marks are there before their turn", n)
	}
	slow.gate <- true
	if msg := <-left; msg != nil {
		t.Fatalf("%T", msg)
	}
	if n := filesOpen(path); n > 0 {
		t.Errorf("the registry is open still, %d files", n)
	}
	if n := marked(t, path); n != 1 {
		t.Errorf("%d marks are there", n)
	}
	// One that was keyed in the same breath as the leaving is there.
	d.press("r").paste(path).press("<enter>", "<tab>", "<tab>").press("<down>", "1").paste("包科发〔2024〕3号 2024-03-01")
	d.raw("<enter>")
	d.raw("<esc>")
	d.settle()
	d.press("r").paste(path).press("<enter>").sees("未签 2 项").press("<tab>", "<tab>").sees("未签 认定 包科发〔2024〕3号")
}

// Who leaves with marks that nobody signed is told that they stay; who closes the year over them is told that they can then not be signed, and
// nothing is closed without a yes.
func TestMarksThatNobodySignedAreSpokenOf(t *testing.T) {
	t.Parallel()
	d, path := queueOf(t)
	d.press("<esc>").misses("记号留在台账里") // there are none
	d.press("r").paste(path).press("<enter>", "<tab>", "<tab>")
	d.press("1").paste("包科发〔2024〕3号 2024-03-01").press("<enter>").sees("未签 1 项")
	d.press("<f10>").sees("还有 1 项认定未签，关闭以后签不了").press("<esc>")
	if opened(t, path, func(r *registry.Registry, ctx context.Context, _ string) (registry.Year, error) { return r.Newest(ctx) }).Closed {
		t.Fatal("the year was closed without a yes")
	}
	d.press("<esc>").sees("有 1 项未签，记号留在台账里")
	d.press("r").paste(path).press("<enter>").sees("未签 1 项")
}
