package tui

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/internal/effort"
	"yice/store"
	"yice/text"
	"yice/tui/paint"
)

var (
	monkeySeed = flag.Uint64("monkey.seed", 0, "the seed of the one monkey that is let loose; 0: several, of known seeds")
	monkeyKeys = flag.Int("monkey.keys", 0, "how many things it does; 0: what the effort asks for")
)

// A monkey at the keyboard, and at the mouse, of the real root, session and store, on the example or on nothing, in either language: whatever it does the program stays open, draws whole
// frames that say nothing of its own making, holds what the file holds, and undo leads back to where it began. One that goes wrong
// prints what it did.
func TestAMonkeyBreaksNothing(t *testing.T) {
	seeds, n := []uint64{1, 2, 3}[:effort.Of(2, 3)], effort.Of(150, 3000)
	if *monkeySeed != 0 {
		seeds = []uint64{*monkeySeed}
	}
	if *monkeyKeys != 0 {
		n = *monkeyKeys
	}
	for _, seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			newMonkey(t, seed).live(n)
		})
	}
}

var programmersWords = regexp.MustCompile(`%![a-zA-Z]\(|<nil>|map\[|runtime error|goroutine `)

type monkey struct {
	*driver
	o    Options
	r    *rand.Rand
	keys []string
	did  []string
	been map[string]int // on which screens, how often
}

// typedByMonkeys are texts that mean something somewhere, and some that should mean nothing anywhere.
var typedByMonkeys = []string{
	"1", "0", "12.34", "-5", "3万", "=1+2", "2023-03-05", "0305", "12-31", "2023-13-41", "直接投入", "费用化", "y", "n", "Y", "abc", "试剂", "龘", "\u202e", "e\u0301", "👨‍👩‍👧", "/",
	"..", "*", "'", "\"", "%s%d", "91150200MA0BT0013C", "..............................................................................................", " ",
}

var pastedByMonkeys = []string{
	"a\tb\nc\td", "2023-01-02\t试剂\t100.00\n2023-01-03\t检测\t1e9", "合计\t\t300.00", "\x1b[31mred\x07", strings.Repeat("1\t", 300), strings.Repeat("x\n", 500),
	"凭证号\t日期\t摘要\t金额\n记-1\t2023-05-06\t耗材\t1,234.50\n\t\t合计\t1,234.50",
}

func newMonkey(t *testing.T, seed uint64) *monkey {
	k := &monkey{r: rand.New(rand.NewPCG(seed, 0x4d)), o: testOptions(t), been: map[string]int{}}
	if k.o.Path = example(t, k.o); seed%3 == 0 {
		k.o.Path = nothing(t, k.o)
	}
	if seed%2 == 0 {
		k.o.Lang = text.EN
	}
	home := t.TempDir()
	t.Chdir(home)
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", home)
	t.Setenv("PATH", "") // nothing is opened with other programs
	k.driver = launch(t, k.o, 120, 36)
	for _, a := range furnish(declarations()).actions {
		k.keys = append(k.keys, a.Keys...)
	}
	slices.Sort(k.keys)
	k.keys = slices.Compact(k.keys)
	return k
}

// nothing is a workspace in which a year was begun and nothing keyed.
func nothing(t *testing.T, o Options) string {
	path := filepath.Join(t.TempDir(), "nothing.yice")
	w, err := store.Create(path, store.Options{Now: o.Now})
	if err != nil {
		t.Fatal(err)
	}
	s, err := entry.Open(w, "91150200MA0BT0013C", 2023, entry.Options{Who: o.Who, Template: o.Template, Now: o.Now, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.Close(), w.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

// live does so many things, and looks after each handful.
func (k *monkey) live(n int) {
	defer func() {
		if p := recover(); p != nil {
			k.t.Errorf("%v after\n%s", p, k.story())
			panic(p)
		}
		if k.t.Failed() {
			k.t.Logf("what it did:\n%s", k.story())
		}
	}()
	for i := 0; i < n && !k.t.Failed(); i++ {
		k.act()
		k.settle()
		if k.r.IntN(150) == 0 {
			k.killed()
		}
		if k.quit || k.m.desk == nil {
			k.again()
		}
		k.drawn()
		k.been[fmt.Sprintf("%T", k.m.Top())]++
		if i%20 == 19 {
			k.holds()
		}
	}
	k.t.Logf("was on %v", k.been)
	if !k.t.Failed() {
		k.undone()
	}
}

func (k *monkey) story() string { return strings.Join(k.did[max(0, len(k.did)-400):], "\n") }

func (k *monkey) tell(format string, a ...any) { k.did = append(k.did, fmt.Sprintf(format, a...)) }

func (k *monkey) act() {
	switch at := k.r.IntN(100); {
	case at < 40:
		key := k.keys[k.r.IntN(len(k.keys))]
		if press, ok := keyPress(key); ok {
			k.tell("key %s", key)
			k.send(press)
		}
	case at < 60:
		key := []string{"up", "down", "left", "right", "enter", "esc", "tab", "backspace", "delete", "home", "end", "pgup", "pgdown", "space"}[k.r.IntN(14)]
		k.tell("key %s", key)
		k.raw("<" + key + ">")
	case at < 78:
		s := typedByMonkeys[k.r.IntN(len(typedByMonkeys))]
		k.tell("types %q", s)
		k.raw(s)
	case at < 82:
		s := pastedByMonkeys[k.r.IntN(len(pastedByMonkeys))]
		k.tell("pastes %.40q", s)
		k.send(tea.PasteMsg{Content: s})
	case at < 94:
		x, y := k.r.IntN(k.m.w), k.r.IntN(k.m.h)
		button := []tea.MouseButton{tea.MouseLeft, tea.MouseLeft, tea.MouseLeft, tea.MouseRight, tea.MouseWheelUp, tea.MouseWheelDown}[k.r.IntN(6)]
		k.tell("button %v at %d,%d", button, x, y)
		if button == tea.MouseWheelUp || button == tea.MouseWheelDown {
			k.send(tea.MouseWheelMsg{X: x, Y: y, Button: button})
			break
		}
		k.send(tea.MouseClickMsg{X: x, Y: y, Button: button})
		if k.r.IntN(4) == 0 {
			x, y = k.r.IntN(k.m.w), k.r.IntN(k.m.h)
			k.tell("drags to %d,%d", x, y)
			k.send(tea.MouseMotionMsg{X: x, Y: y, Button: button})
		}
		k.send(tea.MouseReleaseMsg{X: x, Y: y, Button: button})
	case at < 97:
		size := [][2]int{{80, 24}, {120, 36}, {200, 50}, {60, 15}, {20, 5}, {1, 1}, {100, 30}}[k.r.IntN(7)]
		k.tell("size %d × %d", size[0], size[1])
		k.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
	default:
		k.tell("is away")
		k.send(tea.BlurMsg{})
		k.send(tea.FocusMsg{})
	}
}

// again starts the program anew, as who has ended it does.
func (k *monkey) again() {
	k.t.Helper()
	k.tell("starts again")
	if k.m.desk != nil {
		if err := k.m.desk.finish(); err != nil {
			k.t.Fatal(err)
		}
		k.m.desk = nil
	}
	k.driver = launch(k.t, k.o, 120, 36)
	if k.m.desk == nil {
		k.t.Fatalf("it does not open again:\n%s", k.screen())
	}
}

// killed goes on with what the disk holds at that moment, as after the plug was pulled: every row that was left is in it.
func (k *monkey) killed() {
	k.t.Helper()
	if k.quit || k.m.desk == nil {
		return
	}
	k.tell("is killed")
	book, had, path := k.m.desk.s.Book(), k.rows(), k.m.desk.w.Path() // it may have opened another one
	at := filepath.Join(k.t.TempDir(), "example.yice")
	for _, suffix := range []string{"", "-wal"} {
		if err := os.WriteFile(at+suffix, readFile(k.t, path+suffix), 0o600); err != nil {
			k.t.Fatal(err)
		}
	}
	if err := k.m.desk.finish(); err != nil {
		k.t.Fatal(err)
	}
	k.m.desk, k.o.Path = nil, at
	k.again()
	if k.m.desk.s.Book().ID != book.ID {
		k.tell("another year is opened")
		return
	}
	for id, want := range had {
		if got := k.stored(id); !slices.Equal(got, want) {
			k.t.Errorf("%s after a kill:\n%s\nwas\n%s", id, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// rows gives everything that the forms hold.
func (k *monkey) rows() map[string][]string {
	all := map[string][]string{}
	for _, f := range k.m.stand.States {
		all[f.Form.ID] = k.stored(f.Form.ID)
	}
	return all
}

// drawn insists on a whole frame, without anything that only a programmer would say.
func (k *monkey) drawn() {
	k.t.Helper()
	v := k.m.View()
	lines := strings.Split(v.Content, "\n")
	if len(lines) != k.m.h {
		k.t.Errorf("%d lines on %d rows", len(lines), k.m.h)
	}
	s := k.screen()
	if odd := programmersWords.FindString(s); odd != "" {
		k.t.Errorf("%q is on the screen:\n%s", odd, s)
	}
	for i, line := range strings.Split(s, "\n")[:min(k.m.h, strings.Count(s, "\n"))] {
		if paint.Width(line) > k.m.w {
			k.t.Errorf("row %d is %d wide of %d: %s", i, paint.Width(line), k.m.w, line)
		}
	}
}

// holds insists that memory and file say the same.
func (k *monkey) holds() {
	k.t.Helper()
	ctx := context.Background()
	d := k.m.desk
	kept, err := d.w.Cube(d.s.Book())
	if err != nil {
		k.t.Fatal(err)
	}
	counted, err := d.w.CountCube(ctx, d.s.Book())
	if err != nil {
		k.t.Fatal(err)
	}
	if a, b := fmt.Sprint(kept), fmt.Sprint(counted); a != b {
		k.t.Errorf("the sums kept are %s, counted %s", a, b)
	}
	facts, err := d.s.Recompute(ctx)
	if err != nil {
		k.t.Fatal(err)
	}
	if a, b := d.s.Facts().Ledger.Total(), facts.Ledger.Total(); a != b {
		k.t.Errorf("the ledger comes to %d in memory, %d in the file", a, b)
	}
}

// undone takes everything back, the example's own lines too, looks that nothing is left, and at the whole file.
func (k *monkey) undone() {
	k.t.Helper()
	k.again()
	s := k.m.desk.s
	if s.Locked() || s.Book().USCC != "91150200MA0BT0013C" || s.Book().Year != 2023 {
		k.t.Logf("ended in %+v, locked %v: not undone", s.Book(), s.Locked())
	} else {
		for {
			o, err := s.Undo()
			if err != nil {
				k.t.Fatal(err)
			}
			if o.Seq == 0 {
				break
			}
		}
		k.again()
		for _, f := range k.m.stand.States {
			if left := k.stored(f.Form.ID); len(left) > 0 && !(len(left) == 1 && left[0] == "uscc="+s.Book().USCC) { // the year's own
				k.t.Errorf("%s after undoing to the start:\n%s", f.Form.ID, strings.Join(left, "\n"))
			}
		}
	}
	last, book := k.m.desk.w.Path(), s.Book() // it may have opened another one
	if err := k.m.desk.finish(); err != nil {
		k.t.Fatal(err)
	}
	k.m.desk = nil
	w, err := store.Open(last, store.Options{Now: func() time.Time { return clock }})
	if err != nil {
		k.t.Fatal(err)
	}
	defer w.Close()
	for _, look := range []func(context.Context) ([]form.Finding, error){w.Check, w.VerifyHistory} {
		found, err := look(context.Background())
		if err != nil {
			k.t.Fatal(err)
		}
		for _, f := range found {
			k.t.Errorf("%s: %s", f.Check, f.Message.ZH)
		}
	}
	if _, err := entry.Open(w, book.USCC, book.Year, entry.Options{Now: k.o.Now}); err != nil {
		k.t.Error(err)
	}
}
