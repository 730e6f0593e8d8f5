package rooms_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"yice/seal"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
	"yice/tui/screen/screentest"
	"yice/tui/trusting"
)

// folder notes what the room said of it.
type folder struct {
	dir  string
	some []bool
}

func (f *folder) TrustFolder() string { return f.dir }

func (f *folder) Registered(dir string, some bool) {
	if dir != f.dir {
		panic("of another folder: " + dir)
	}
	f.some = append(f.some, some)
}

func (f *folder) last() bool { return f.some[len(f.some)-1] }

func runOfTrusting(t *testing.T, cmd tea.Cmd) {
	t.Helper()
	for cmd != nil {
		do, ok := cmd().(screen.Do)
		if !ok {
			t.Fatal("an answer that is for nobody")
		}
		cmd = do()
	}
}

func pressOfTrusting(t *testing.T, m *screentest.Desk, id string) {
	t.Helper()
	for _, a := range trusting.Keys().Actions {
		if a.ID == id {
			if !a.Now(m) {
				t.Fatal(id + " is not live")
			}
			runOfTrusting(t, a.Do(m, a.Keys[0]))
			return
		}
	}
	t.Fatal("there is no " + id)
}

// answer types into the dialog on top, in the place of what stands there, and takes it.
func answer(t *testing.T, m *screentest.Desk, typed string) {
	t.Helper()
	l := m.Layers[len(m.Layers)-1]
	l.Key(m, tea.KeyPressMsg{Code: 'a', Mod: tea.ModCtrl})
	if typed != "" {
		l.Paste(m, typed)
	}
	done, cmd := l.Key(m, tea.KeyPressMsg{Code: tea.KeyEnter})
	if done {
		m.Close(l)
	}
	runOfTrusting(t, cmd)
}

// A key is revoked from a day, with a reason, and removed; whoever asks for keys is told when the last one is gone.
func TestAKeyIsRevokedAndRemoved(t *testing.T) {
	t.Parallel()
	for _, lang := range []text.Lang{text.ZH, text.EN} {
		m, f := screentest.New(lang), &folder{dir: filepath.Join(t.TempDir(), "trust")}
		m.Push(trusting.NewKeys(f))
		runOfTrusting(t, m.Top().Follow(m)) // asked for once, by Push: nothing more is read
		if len(f.some) != 0 {
			t.Error("the folder is read twice")
		}
		m = screentest.New(lang)
		runOfTrusting(t, m.Push(trusting.NewKeys(f)))
		frame, _ := m.Frame(120, 30, m.Top().Draw)
		if f.last() || !strings.Contains(frame, text.TuiKeyNone.In(lang)[:9]) {
			t.Fatalf("%v:\n%s", f.some, frame)
		}
		k, err := seal.NewKey()
		if err != nil {
			t.Fatal(err)
		}
		h := seal.Holder{Name: "示例水务", Role: seal.Filing, USCC: "91150200MA0BT0013C", Key: k.Public()}
		if _, err := (seal.Trust{Dir: f.dir}).Enrol(h); err != nil {
			t.Fatal(err)
		}
		m = screentest.New(lang)
		runOfTrusting(t, m.Push(trusting.NewKeys(f)))
		for _, size := range [][2]int{{120, 30}, {80, 20}, {24, 9}} {
			if frame, _ = m.Frame(size[0], size[1], m.Top().Draw); size[0] > 24 && !strings.Contains(frame, h.Name) {
				t.Errorf("%v:\n%s", size, frame)
			}
		}
		if !f.last() {
			t.Error("a key is registered and nobody is told")
		}
		pressOfTrusting(t, m, "keys.revoke")
		answer(t, m, "2024-13-01")
		if len(m.Layers) != 1 {
			t.Fatal("a day that is none was taken")
		}
		answer(t, m, "2024-01-10")
		answer(t, m, "")
		if _, ok := m.Layers[0].(*kit.Input); !ok || len(m.Layers) != 1 {
			t.Fatal("no reason was given and none is asked for")
		}
		answer(t, m, "lost")
		keys, err := trusting.Registered(f.dir)
		if got := keys.Holders(); err != nil || got[0].RevokedOn != "2024-01-10" || got[0].RevokedWhy != "lost" {
			t.Fatalf("%+v %v", got, err)
		}
		pressOfTrusting(t, m, "keys.remove")
		answer(t, m, "")
		if keys, err = trusting.Registered(f.dir); err != nil || len(keys.Holders()) != 0 || f.last() {
			t.Errorf("%v holders, some %v, %v", keys.Holders(), f.some, err)
		}
	}
}

// A folder that cannot be read is said to be, and counts as one with keys: nobody's signature is taken for want of it.
func TestAFolderThatCannotBeRead(t *testing.T) {
	t.Parallel()
	m, f := screentest.New(text.ZH), &folder{dir: t.TempDir()}
	if err := os.WriteFile(filepath.Join(f.dir, "keys.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	runOfTrusting(t, m.Push(trusting.NewKeys(f)))
	if frame, _ := m.Frame(80, 20, m.Top().Draw); !f.last() || !strings.Contains(frame, "keys.json") {
		t.Errorf("some %v:\n%s", f.some, frame)
	}
	for _, a := range trusting.Keys().Actions {
		if (a.ID == "keys.open" || a.ID == "keys.revoke" || a.ID == "keys.remove") && a.Now(m) {
			t.Error(a.ID + " of no key is live")
		}
	}
}
