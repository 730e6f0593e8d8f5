package screentest

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/store"
	"yice/text"
	"yice/tui/screen"
)

// Open is a desk with an open year, in which nothing is keyed yet; what is written takes its time from the desk's clock.
func Open(t testing.TB, lang text.Lang) *Desk {
	t.Helper()
	d := New(lang)
	now := func() time.Time { return d.Clock }
	w, err := store.Create(filepath.Join(t.TempDir(), "a.yice"), store.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	d.File = w.Path()
	if d.Opened, err = entry.Open(w, "91150200MA0BT0013C", 2023, entry.Options{Who: "示例丙", Now: now, Create: true}); err != nil {
		t.Fatal(err)
	}
	return d
}

var named = map[string]rune{
	"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "space": tea.KeySpace, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete,
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd,
}

// Key is the press of a key in the spelling of actions, as far as tests of rooms press them: "enter", "ctrl+pgup", "a".
func Key(key string) (k tea.KeyPressMsg) {
	for mod, bit := range map[string]tea.KeyMod{"ctrl+": tea.ModCtrl, "shift+": tea.ModShift, "alt+": tea.ModAlt} {
		if strings.Contains(key, mod) {
			key, k.Mod = strings.Replace(key, mod, "", 1), k.Mod|bit
		}
	}
	if k.Code = named[key]; k.Code == 0 {
		if k.Code = []rune(key)[0]; k.Mod == 0 {
			k.Text = key
		}
	}
	return k
}

// Run does what a command sets going until nothing is under way: the screens get what it finds out, the top one first.
func (d *Desk) Run(cmd tea.Cmd) {
	msgs, open := make(chan tea.Msg), 0
	start := func(c tea.Cmd) {
		if c != nil {
			open++
			go func() { msgs <- c() }()
		}
	}
	for start(cmd); open > 0; {
		msg := <-msgs
		open--
		switch msg := msg.(type) {
		case nil:
		case tea.BatchMsg:
			for _, c := range msg {
				start(c)
			}
		case screen.Do:
			start(msg())
		default:
			for i := len(d.Screens) - 1; i >= 0; i-- {
				if cmd, ok := d.Screens[i].Answer(d, msg); ok {
					start(cmd)
					break
				}
			}
		}
	}
}

// Do does an action that is live, of those a room declares, as its key does.
func (d *Desk) Do(declared screen.Declaration, id, key string) {
	for i := range declared.Actions {
		if a := &declared.Actions[i]; a.ID == id && a.Now(d) {
			d.Run(a.Do(d, key))
		}
	}
}
