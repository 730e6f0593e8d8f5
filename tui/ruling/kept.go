package ruling

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	tea "charm.land/bubbletea/v2"

	"yice/internal/whole"
	"yice/scoring"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// keptDraft is what was changed of a pack and is not saved as a file of its own yet. It is kept beside the list of recent workspaces at
// every change, so that a power cut takes nothing, and goes once the draft is saved or dropped.
type keptDraft struct {
	Pack    string            `json:"pack"` // digest of the pack that it began from
	ID      string            `json:"id"`
	Version string            `json:"version"`
	Values  map[string]string `json:"values"`
}

// keptMax bounds the file of a draft, in bytes.
const keptMax = 4 << 20

// keeper writes the drafts of one editor in their order; a newer one that is down already is never written over by an older.
type keeper struct {
	mu    sync.Mutex
	asked int // of the last that was asked for, by the screen
	wrote int
	fails bool // the last could not be written
}

func keptPath(o Office, from *scoring.Pack) string {
	dir := o.DraftsFolder()
	if dir == "" || len(from.SHA256) < 32 {
		return ""
	}
	return filepath.Join(dir, from.SHA256[:32]+".json")
}

// Held is the draft that the program holds until it is saved or dropped; the zero value holds none.
type Held struct{ edit *EditScreen }

// Unsaved is how many values are changed of a draft that leaving the program would lose sight of, and whether it is kept for the next
// time; 0 where there is none.
func (h *Held) Unsaved() (changed int, kept bool) {
	if h.edit == nil || !h.edit.unsaved() {
		return 0, false
	}
	return h.edit.draft.Changed(), h.edit.keeper.holds()
}

// unsaved reports a draft that is no file of its own.
func (s *EditScreen) unsaved() bool {
	if s.draft.Changed() == 0 {
		return false
	}
	pack := s.draft.Pack()
	return pack == nil || pack.SHA256 != s.saved
}

// keep brings what is changed down to the disk, off the frame.
func (s *EditScreen) keep(m screen.Desk) tea.Cmd {
	from := s.draft.From()
	path := keptPath(s.office, from)
	if path == "" {
		return nil
	}
	k, kept := s.keeper, keptDraft{from.SHA256, from.ID, from.Version, s.draft.Values()}
	if !s.unsaved() {
		kept.Values = nil
	}
	k.mu.Lock()
	k.asked++
	turn := k.asked
	k.mu.Unlock()
	return screen.Later(func() screen.Do {
		err := k.write(turn, path, kept)
		return func() tea.Cmd {
			if err != nil {
				m.Say(screen.Bad, text.TuiPeNotKept.With(kit.Sentence(err)))
			}
			return nil
		}
	})
}

func (k *keeper) write(turn int, path string, d keptDraft) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if turn < k.wrote {
		return nil
	}
	k.wrote = turn
	err := d.write(path)
	k.fails = err != nil
	return err
}

func (d keptDraft) write(path string) error {
	if len(d.Values) == 0 {
		if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	data, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		return err
	}
	return whole.Over(path, data, 0o600)
}

// holds reports that the last change is on the disk.
func (k *keeper) holds() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.wrote > 0 && k.wrote == k.asked && !k.fails
}

// loadKept reads what was kept of a pack; nothing where there is none. What cannot be read is put aside under the name it gives, so that
// the next change does not take its place.
func loadKept(path string, from *scoring.Pack) (values map[string]string, aside string) {
	st, err := os.Stat(path)
	if path == "" || errors.Is(err, fs.ErrNotExist) {
		return nil, ""
	}
	var d keptDraft
	if err == nil && st.Size() <= keptMax {
		var data []byte
		if data, err = os.ReadFile(path); err == nil {
			err = json.Unmarshal(data, &d)
		}
	}
	if err == nil && d.Pack == from.SHA256 {
		return d.Values, ""
	}
	aside = path + ".unread"
	if os.Rename(path, aside) != nil {
		aside = path
	}
	return nil, aside
}

// resume begins a draft of the pack, from what was kept of it if anything was.
func resume(m screen.Desk, o Office, d *scoring.Drafting, values map[string]string, aside string) tea.Cmd {
	s := &EditScreen{office: o, draft: d, keeper: &keeper{}}
	left := d.Resume(values)
	o.Held().edit = s
	s.arrange(m)
	switch {
	case aside != "":
		m.Say(screen.Bad, text.TuiPeKeptUnread.With(aside))
	case len(left) > 0:
		m.Say(screen.Bad, text.TuiPeKeptPart.With(d.Changed(), len(left), left[0]))
	case d.Changed() > 0:
		m.Say(screen.Plain, text.TuiPeGoesOn.With(d.From().ID, d.From().Version, d.Changed()))
	}
	return tea.Batch(m.Push(s), s.keep(m))
}
