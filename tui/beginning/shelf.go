// Package beginning is the room of how one begins: what is seen first, with the workspaces opened before and what is still
// wanting of each, and the card on which a new one begins.
//
// It writes the list of workspaces and makes workspaces, both off the frame; what it opens is opened by the shell.
//
// Start reading at StartScreen, then CardScreen.
package beginning

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/scoring"
	"yice/store"
	"yice/text"
	"yice/tui/keeping"
	"yice/tui/kit"
	"yice/tui/screen"
)

// Office is what the room is given besides a desk.
type Office interface {
	keeping.House
	Shelf() *Shelf
	Begun() Begun
	// Operator is who is named in the history of the open workspace.
	Operator() string
	// OpenFile opens what lies at a path, a workspace or a registry.
	OpenFile(path string) tea.Cmd
	// OpenAt opens a year, unless it is open, where somebody stopped in it.
	OpenAt(path string, b store.Book, at store.Entry) tea.Cmd
}

// Begun is how the program was begun.
type Begun struct {
	Who         string // "": not said
	Version     string
	TrustFolder string
	Template    func(year int) (*scoring.Pack, bool)
	// Example makes the example enterprise as a new workspace; nil: it is not offered.
	Example func(ctx context.Context, path string) error
	Now     func() time.Time
}

// Shelf is what is known of the workspaces opened before, and the cards being filled. It is of the frame's goroutine.
type Shelf struct {
	Recent []Workspace
	// Kept is how their backups stand, Stopped where somebody stopped in them, by path; asked once for each.
	Kept    map[string]Kept
	Stopped map[string]Stopped
	// cards are of a new workspace, and of another enterprise in the open one.
	cards [2]*CardScreen
}

// Put takes the list as it was read: what was known of its workspaces is asked anew.
func (h *Shelf) Put(list []Workspace) { h.Recent, h.Kept, h.Stopped = list, nil, nil }

// Kept is how the backups of a workspace that is not open stand.
type Kept struct {
	Say  text.Pair
	Bad  bool
	Gone bool // there is nothing to be backed up
}

// askKept asks how the backups of the workspace under the cursor of the start screen stand, once.
func (h *Shelf) askKept(m screen.Desk, house keeping.House, path string) tea.Cmd {
	if path == "" {
		return nil
	}
	if _, known := h.Kept[path]; known {
		return nil
	}
	if h.Kept == nil {
		h.Kept = map[string]Kept{}
	}
	h.Kept[path] = Kept{}
	o, ctx := house.StoreOptions(), m.Context()
	look := func() (store.BackupState, error) { return store.LookAtBackups(ctx, path, o) }
	if m.Path() == path {
		w := m.Session().Workspace()
		look = func() (store.BackupState, error) { return w.BackupState(ctx) }
	}
	return screen.Later(func() screen.Do {
		state, err := look()
		msg := Kept{Say: state.Words().Begun(), Bad: state.Worrying()}
		if err != nil {
			msg.Say, msg.Bad, msg.Gone = kit.Sentence(err), true, true
		}
		return func() tea.Cmd {
			if _, asked := h.Kept[path]; asked {
				h.Kept[path] = msg
			}
			return nil
		}
	})
}
