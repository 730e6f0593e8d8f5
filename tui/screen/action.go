package screen

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/text"
)

// Declaration is what a screen says of itself: its places, and what can be done there. Footer, help, palette, manual and the
// files of keys are made of it.
type Declaration struct {
	Places  []*Place
	Actions []Action
}

// Action is something a person can do.
type Action = ActionOf[Desk]

// ActionOf is an Action on a kind of desk: D is Desk for every screen that has a room.
type ActionOf[D any] struct {
	ID    string    // "grid.ditto"
	Title text.Pair // a whole phrase, for palette, help and manual
	Foot  text.Pair // a word or two, for the footer; empty: not shown there
	// Keys in the spelling of tea: "ctrl+d". The first is the one shown; none: only in the palette.
	Keys  []string
	Caps  string // how the keys are shown together, where the first alone does not tell: "↑↓"
	Where Where
	Rank  int            // place in the footer, smallest first
	On    func(m D) bool // nil: always
	// Do is nil for keys that a dialog or an editor takes itself; they stand here to be shown.
	Do func(m D, key string) tea.Cmd
}

// Live reports whether an action means something at a place just now.
func (a *ActionOf[D]) Live(m D, at *Place) bool { return a.Where.Has(at) && a.Now(m) }

// Now reports whether an action of a place means something there just now.
func (a *ActionOf[D]) Now(m D) bool { return a.On == nil || a.On(m) }

// On makes what an action does out of what a kind of screen does; on any other screen it does nothing.
func On[S Screen](f func(m Desk, s S, key string) tea.Cmd) func(Desk, string) tea.Cmd {
	return func(m Desk, key string) tea.Cmd {
		if s, ok := m.Top().(S); ok {
			return f(m, s, key)
		}
		return nil
	}
}

// Keycap gives a key as people read it on their keyboard: "ctrl+d" is "Ctrl+D".
func Keycap(key string) string {
	parts := strings.Split(key, "+")
	for i, p := range parts {
		if cap, ok := keycaps[p]; ok {
			parts[i] = cap
		} else if p != "" {
			parts[i] = strings.ToUpper(p[:1]) + p[1:]
		}
	}
	return strings.Join(parts, "+")
}

var keycaps = map[string]string{
	"up": "↑", "down": "↓", "left": "←", "right": "→", "pgup": "PgUp", "pgdown": "PgDn", "esc": "Esc", "delete": "Del", "space": "Space",
}

// KeycapIn gives a key as it is called in a language: the space bar has nothing written on it.
func KeycapIn(key string, l text.Lang) string {
	return strings.Replace(Keycap(key), keycaps["space"], text.KeySpace.In(l), 1)
}

// CapIn is how the action's keys are shown in a language.
func (a *ActionOf[D]) CapIn(l text.Lang) string {
	if a.Caps == "" && len(a.Keys) > 0 {
		return KeycapIn(a.Keys[0], l)
	}
	return a.Caps
}
