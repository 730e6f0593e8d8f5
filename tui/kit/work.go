package kit

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/text"
	"yice/tui/screen"
)

// Work is long work that a room has done beside the keying. From when it begins it stands in the shell's list of what is under way:
// there it is seen, stopped, and asked about before the program ends.
type Work struct {
	Title text.Pair
	Note  text.Pair // what to know while it runs; empty: that one can go on keying
	// Fragile is said where a change to the year brings it to nothing; empty: none does.
	Fragile text.Pair
	Counts  counted
	Quiet   bool // the room shows it itself
	Alone   bool // where one like it is under way, that is shown instead

	*Meter        // from when it begins
	Stop   func() // from when it begins
}

// Worker does the long work of rooms: its error is said, and what it gives is done in the loop.
type Worker interface {
	Begin(w *Work, do func(ctx context.Context) (screen.Do, error)) tea.Cmd
}

// Freezer is Worker of the session as it stands once everything keyed up to now is written; what is keyed later is no part of it.
type Freezer interface {
	BeginFrozen(w *Work, do func(ctx context.Context, s *entry.Session) (screen.Do, error)) tea.Cmd
}

// TickUntil does something after a while; when what it is about is over before, it does not wait for nothing.
func TickUntil(over <-chan struct{}, after time.Duration, do screen.Do) tea.Cmd {
	return func() tea.Msg {
		timer := time.NewTimer(after)
		defer timer.Stop()
		select {
		case <-timer.C:
			return do
		case <-over:
			return nil
		}
	}
}
