package rooms_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/keeping"
	"yice/tui/kit"
	"yice/tui/screen"
	"yice/tui/screen/screentest"
)

// house has a workspace that it never lets go of; it notes what was asked of it.
type house struct {
	m      *screentest.Desk
	made   int
	second string
	asides []text.Pair
	fails  error
	said   text.Pair
	works  []*kit.Work
}

func (h *house) Begin(w *kit.Work, do func(ctx context.Context) (screen.Do, error)) tea.Cmd {
	h.works = append(h.works, w)
	return h.m.Frozen(w.Title, func(ctx context.Context, _ *entry.Session) (screen.Do, error) { return do(ctx) })
}

func (h *house) StoreOptions() store.Options { return store.Options{Now: h.m.Now, Second: h.second} }
func (h *house) BackupsMade() int            { return h.made }

func (h *house) BackUp(dir string) tea.Cmd {
	return screen.Later(func() screen.Do {
		_, err := h.m.Opened.Workspace().BackupTelling(context.Background(), dir, nil)
		return func() tea.Cmd {
			h.fails = err
			h.made++
			return h.m.Top().Follow(h.m)
		}
	})
}

func (h *house) SetSecondPlace(dir string) tea.Cmd {
	h.second = dir
	h.made++
	return nil
}

func (h *house) Aside(_ string, doing text.Pair, _ func() error, then func(reopen func(said text.Pair) tea.Cmd, err error) tea.Cmd) tea.Cmd {
	h.asides = append(h.asides, doing)
	return then(func(said text.Pair) tea.Cmd { h.said = said; return nil }, h.fails)
}

func (h *house) OpenMade(string, text.Pair) tea.Cmd { return nil }

// listed is the list of the backups of a workspace that is open.
func listed(t *testing.T) (*screentest.Desk, *house, *keeping.BackupsScreen) {
	t.Helper()
	m := screentest.Open(t, text.ZH)
	h := &house{m: m}
	s := keeping.NewBackups(h, m.File)
	m.Run(m.Push(s))
	return m, h, s
}

// backups are those that lie beside the workspace.
func backups(t *testing.T, m *screentest.Desk) []store.BackupInfo {
	t.Helper()
	all, err := store.Backups(m.File)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func key(t *testing.T, m *screentest.Desk, code rune) {
	t.Helper()
	if len(m.Layers) == 0 {
		t.Fatalf("nothing is asked; said was %v", m.Said)
	}
	top := m.Layers[len(m.Layers)-1]
	done, cmd := top.Key(m, tea.KeyPressMsg{Code: code})
	if done {
		m.Close(top)
	}
	m.Run(cmd)
}

// What a backup would change is told before anything happens; agreed to, who has the workspace is asked to let go of it.
func TestABackupIsLookedThrough(t *testing.T) {
	t.Parallel()
	m, h, s := listed(t)
	if frame, _ := m.Frame(100, 24, s.Draw); len(backups(t, m)) != 0 || !strings.Contains(frame, "还没有") {
		t.Fatal(frame)
	}
	m.Do(keeping.Backups(), "backups.make", "n")
	if _, err := m.Opened.Apply(text.Pair{}, []entry.Edit{{Form: form.ByID("patent"), Row: -1, Field: "title", Typed: "膜组件"}}); err != nil {
		t.Fatal(err)
	}
	h.made++
	m.Run(s.Follow(m))
	if frame, _ := m.Frame(100, 24, s.Draw); h.fails != nil || len(backups(t, m)) != 1 || strings.Contains(frame, "损坏") || !strings.Contains(frame, "1 处改动") {
		t.Fatal(h.fails, frame)
	}
	m.Do(keeping.Backups(), "backups.take", "enter")
	ask, ok := m.Layers[0].(*kit.Ask)
	if frame, _ := m.Frame(100, 24, m.Layers[0].Draw); !ok || !strings.Contains(frame, "恢复后改变 1 处") || !strings.Contains(frame, "专利 1 行") {
		t.Fatalf("%T\n%s", ask, frame)
	}
	if !h.works[0].Alone {
		t.Error("two are compared at a time")
	}
	if key(t, m, tea.KeyEscape); len(h.asides) != 0 {
		t.Fatal("nobody agreed")
	}
	m.Do(keeping.Backups(), "backups.take", "enter")
	if key(t, m, tea.KeyEnter); len(h.asides) != 1 || !strings.Contains(h.said.ZH, "已恢复") {
		t.Fatal(h.asides, h.said)
	}
	// What goes wrong is told, and the workspace is opened again without a word of its own.
	h.fails = errors.New("the disk is full")
	m.Do(keeping.Backups(), "backups.take", "enter")
	key(t, m, tea.KeyEnter)
	if frame, _ := m.Frame(100, 24, m.Layers[0].Draw); !strings.Contains(frame, "the disk is full") || !h.said.Empty() {
		t.Error(frame, h.said)
	}
}

// One that is damaged is not offered, and the list is read again only where something was made.
func TestADamagedBackupIsNotOffered(t *testing.T) {
	t.Parallel()
	m, h, s := listed(t)
	m.Do(keeping.Backups(), "backups.make", "n")
	path := backups(t, m)[0].Path
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b[len(b)-1] ^= 1
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	m.Run(s.Follow(m))
	if frame, _ := m.Frame(100, 24, s.Draw); strings.Contains(frame, "损坏") {
		t.Fatal("it was read without a reason", frame)
	}
	h.made++
	m.Run(s.Follow(m))
	m.Do(keeping.Backups(), "backups.take", "enter")
	frame, _ := m.Frame(100, 24, s.Draw)
	if n := len(m.Said); !strings.Contains(frame, "损坏") || len(m.Layers) > 0 || n == 0 || m.Said[n-1] != text.TuiRestoreUnfit {
		t.Error(frame, m.Said)
	}
}

// A folder that is not there is no second place; one that is, is remembered.
func TestTheSecondPlaceIsNamed(t *testing.T) {
	t.Parallel()
	m, h, _ := listed(t)
	dir := t.TempDir()
	for _, c := range []struct{ typed, want string }{{filepath.Join(dir, "nowhere"), ""}, {dir, dir}} {
		m.Layers = nil
		m.Do(keeping.Backups(), "backups.second", "s")
		m.Layers[0].Paste(m, c.typed)
		if key(t, m, tea.KeyEnter); h.second != c.want {
			t.Errorf("%q after %q", h.second, c.typed)
		}
	}
}
