package tui

import (
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestScreens(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36", 120, 36, nil}, {"200x50", 200, 50, nil}, {"120x36-en", 120, 36, []func(*Options){english}}} {
		t.Run(size.name, func(t *testing.T) {
			d := at(t, size.w, size.h, size.o...)
			d.golden("overview-" + size.name)
			d.form("spend").golden("grid-" + size.name)
			d.press("<end>", "<left>", "<left>", "=3500+1.2万").golden("cell-" + size.name)
			d.press("<esc>").form("annual").golden("card-" + size.name)
			d.press("<f4>").golden("score-" + size.name)
			d.press("<down>", "<down>", "<enter>").golden("explain-" + size.name)
			d.press("<f12>", "<f3>").golden("checks-" + size.name)
		})
	}
}

func TestStartScreen(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	d := launch(t, o, 80, 24)
	d.golden("start-80x24")
}

// Every size is either drawn or answered with a sentence; no frame is larger than the terminal.
func TestEverySizeIsDrawn(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.form("spend")
	for _, size := range [][2]int{{1, 1}, {20, 5}, {79, 24}, {80, 23}, {80, 24}, {81, 25}, {111, 40}, {112, 27}, {300, 100}, {20, 200}} {
		d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		d.settle()
		for _, go_ := range []string{"<f12>", "<f4>", "<enter>", "<f3>", "<esc>"} {
			d.press(go_)
			lines := strings.Split(d.m.View().Content, "\n")
			if len(lines) > size[1] {
				t.Fatalf("%v: %d lines", size, len(lines))
			}
		}
		if size[0] == 20 && size[1] == 5 {
			d.sees("窗口太小")
		}
	}
}

func TestNothingChangedDrawsNothing(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	a := d.m.View()
	d.send(struct{ unknown int }{1})
	if d.m.dirty {
		t.Error("a message nobody knows made the frame be drawn anew")
	}
	if b := d.m.View(); a.Content != b.Content {
		t.Error("the frame changed")
	}
}

// The footer of every place fits, begins with what is wanted most, and always names the way out.
func TestFooters(t *testing.T) {
	t.Parallel()
	feet := map[string]string{}
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80", 80, 24, nil}, {"120", 120, 36, nil}, {"120-en", 120, 36, []func(*Options){english}}} {
		d := at(t, size.w, size.h, size.o...)
		look := func() {
			rows := strings.Split(d.screen(), "\n")
			foot := rows[size.h-1]
			place := d.m.here().ID
			feet[place] += size.name + ":" + foot + "\n"
			if !strings.Contains(foot, "Esc") {
				t.Errorf("%s %s: no way out in %q", size.name, place, foot)
			}
		}
		look()
		d.form("spend")
		look()
		d.press("1")
		look()
		d.press("<f9>")
		look()
		d.press("<esc>", "<esc>", "<end>", "a")
		look()
		d.press("<esc>", "<ctrl+e>")
		look()
		d.press("<enter>")
		look()
		d.press("<esc>", "<f4>")
		look()
		d.press("<enter>")
		look()
		d.press("<f3>")
		look()
	}
	if len(feet) != 10 {
		t.Errorf("%d places were looked at", len(feet))
	}
	d := &driver{t: t}
	for place, lines := range feet {
		d.compare(filepath.Join("footers", place), lines)
	}
}
