package tui

import (
	"runtime"
	"testing"

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

// The registry is not let go of while a mark is under way, however quick somebody is to leave: what was keyed is kept.
func TestLeavingWaitsForAMark(t *testing.T) {
	t.Parallel()
	d, path := queueOf(t)
	s := d.m.top().(*registryScreen)
	s.marks.Add(1) // one that did not come to its turn yet
	_, leaving := d.m.Update(keyNamed(t, "esc"))
	if _, left := d.m.top().(*startScreen); !left {
		t.Fatalf("left to %T", d.m.top())
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
	s.turn.Lock()
	if s.r == nil {
		t.Error("the registry was closed under a mark")
	}
	s.turn.Unlock()
	s.marks.Done()
	if msg := <-left; msg != nil {
		t.Fatalf("%T", msg)
	}
	if s.r != nil {
		t.Error("the registry is open still")
	}
	// One that was keyed in the same breath as the leaving is there.
	d.press("r").paste(path).press("<enter>", "<tab>", "<tab>").press("1").paste("包科发〔2024〕3号 2024-03-01")
	d.raw("<enter>")
	d.raw("<esc>")
	d.settle()
	d.press("r").paste(path).press("<enter>").sees("未签 1 项").press("<tab>", "<tab>").sees("未签 认定 包科发〔2024〕3号")
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
	s := d.m.top().(*registryScreen)
	if s.got.year.Closed {
		t.Fatal("the year was closed without a yes")
	}
	d.press("<esc>").sees("有 1 项未签，记号留在台账里")
	d.press("r").paste(path).press("<enter>").sees("未签 1 项")
}
