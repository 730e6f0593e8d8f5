package tui

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Every place is explained, and every action belongs to places that are.
func TestDeclarations(t *testing.T) {
	t.Parallel()
	h := furnish(declarations())
	ids := map[string]bool{}
	for i, p := range h.places {
		if ids[p.ID] || p.ID == "" || p.Title.ZH == "" || p.Title.EN == "" || p.For.ZH == "" || p.For.EN == "" {
			t.Errorf("place %q is told badly", p.ID)
		}
		if i > 0 && p.Met == h.places[i-1].Met {
			t.Errorf("nobody knows whether %s or %s is met first", p.ID, h.places[i-1].ID)
		}
		if p.Opener != "" && !slices.ContainsFunc(h.actions, func(a Action) bool { return a.ID == p.Opener && a.Do != nil }) {
			t.Errorf("%s is opened by %q, which is no action", p.ID, p.Opener)
		}
		ids[p.ID] = true
	}
	for w := range screen.Ways {
		if w.ID() == "" || !slices.ContainsFunc(h.actions, func(a Action) bool { return a.ID == w.ID() && a.Do != nil }) {
			t.Errorf("way %d leads to %q, which is no action", w, w.ID())
		}
	}
	acts := map[string]bool{}
	for i := range h.actions {
		a := &h.actions[i]
		if acts[a.ID] {
			t.Errorf("two actions %s", a.ID)
		}
		acts[a.ID] = true
		if a.Title.ZH == "" || a.Title.EN == "" {
			t.Errorf("%s has no title", a.ID)
		}
		for _, p := range a.Where.Named() {
			if !slices.Contains(h.places, p) {
				t.Errorf("%s is live in a place nobody declares: %q", a.ID, p.ID)
			}
		}
		for _, k := range a.Keys {
			if k != strings.ToLower(k) {
				t.Errorf("%s: key %q", a.ID, k)
			}
		}
	}
}

// The keys of every place, one file a place: what is its own, and in always what is the same on every screen.
func TestKeysOfEveryPlace(t *testing.T) {
	t.Parallel()
	d := &driver{t: t}
	h := furnish(declarations())
	files := map[string]bool{}
	for _, p := range append([]*Place{always}, h.places...) {
		var b strings.Builder
		fmt.Fprintf(&b, "%s / %s\n", p.Title.ZH, p.Title.EN)
		for _, a := range h.section(p) {
			keys := strings.Join(a.Keys, " ")
			if keys == "" {
				keys = "-"
			}
			fmt.Fprintf(&b, "%s  %s  %s / %s\n", keys, a.ID, a.Title.ZH, a.Title.EN)
		}
		d.compare(filepath.Join("keys", p.ID), b.String())
		files[p.ID+".golden"] = true
	}
	there, err := filepath.Glob(filepath.Join(testdata, "keys", "*"))
	if err != nil || len(there) == 0 {
		t.Fatal("no files of keys: ", err)
	}
	for _, path := range there {
		if !files[filepath.Base(path)] {
			t.Errorf("%s is of no place", path)
		}
	}
}

// another is a screen that nobody has written yet.
type another struct {
	screen.Still
	at   *Place
	done int
}

func (s *another) Place() *Place            { return s.at }
func (s *another) Crumb(screen.Desk) string { return s.at.Title.ZH }

func (s *another) Draw(m screen.Desk, a paint.Area) screen.Caret {
	a.Text(2, 1, fmt.Sprintf("%s: %d", s.at.ID, s.done), m.Theme().Text)
	return screen.Caret{}
}

// TestTheSeventiethScreen: a hundred screens more than there are have their keys, footers, help, palette and way back like any
// other, and none is taken for another.
func TestTheSeventiethScreen(t *testing.T) {
	t.Parallel()
	const more = 100
	tried := 0
	var own, ways []declaration
	var screens []*another
	for i := range more {
		name := fmt.Sprintf("第 %d 屏", i)
		s := &another{at: &Place{ID: fmt.Sprintf("another-%d", i), Title: text.Same(name), For: text.Same(name + "的用处"), Met: 1000 + i, Common: true, Opener: fmt.Sprintf("another.%d", i)}}
		screens = append(screens, s)
		own = append(own, declaration{[]*Place{s.at}, func() []Action {
			return []Action{{ID: s.at.Opener + ".do", Title: text.Same("做" + name + "的事"), Foot: text.Same("做"), Keys: []string{"w"}, Where: s.at, Do: func(*Root, string) tea.Cmd { s.done++; return nil }}}
		}})
		ways = append(ways, declaration{nil, func() []Action {
			return []Action{{ID: s.at.Opener, Title: text.Same("去" + name), Where: screen.Anywhere.But(s.at), Do: func(m *Root, _ string) tea.Cmd { return m.Push(s) }}}
		}})
	}
	d := at(t, 120, 36)
	d.m.house = furnish(slices.Concat(own, declarations(), ways))
	if n := len(d.m.places); n < more+len(furnish(declarations()).places) {
		t.Fatal("only", n, "places")
	}
	for i, s := range screens {
		if i%9 != 0 && i != more-1 { // some of all, and the last
			continue
		}
		name := s.at.Title.ZH
		d.press("<f12>", "<ctrl+p>", "做"+name+"的事", "<enter>").sees("这里是「"+name+"」", s.at.ID+": 0")
		d.press("w").sees(s.at.ID + ": 1")
		if foot := strings.Split(d.screen(), "\n")[35]; !strings.Contains(foot, "W 做") || !strings.Contains(foot, "Esc") {
			t.Errorf("the footer of %s is %q", s.at.ID, foot)
		}
		d.press("<f2>").sees(name+"的用处", "做"+name+"的事").press("<tab>", "<tab>", name).sees("做"+name+"的事").press("<esc>", "<esc>")
		d.press("<f3>").sees(text.TuiGoChecks.ZH)
		if d.press("<esc>"); d.m.Top() != screen.Screen(s) {
			t.Fatalf("Esc went to %T, not back to %s", d.m.Top(), s.at.ID)
		}
		if d.press("<f12>", "w"); s.done != 1 {
			t.Errorf("the key of %s is live on the overview", s.at.ID)
		}
		tried++
	}
	done := 0
	for _, s := range screens {
		done += s.done
	}
	if tried < 10 || done != tried {
		t.Errorf("%d screens were tried, and %d did something", tried, done)
	}
}
