package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/text"
)

// Place is where the user is: what actions are live there follows from it. Places are bits, so that one action can be
// live in several.
type Place uint64

const (
	InStart       Place = 1 << iota
	InOverview          // forms, progress, next steps, findings
	InGrid              // a table, no cell open
	InCell              // a cell of a table is being keyed
	InCard              // one record, no field open
	InField             // a field of a card is being keyed
	InNote              // a note of several lines is being written, on a table or a card
	InCalendar          // the calendar of a date being keyed
	InScore             // lines of the sheet
	InExplain           // one line explained
	InChecks            // findings
	InList              // a dialog with a list
	InAsk               // a dialog with a question
	InInput             // a dialog with a field
	InPalette           // a list narrowed by typing, laid over a screen
	InHelp              // help, laid over a screen
	InHistory           // what was done
	InSubmit            // sealing the year
	InPolicy            // the pack in force
	InWhatIf            // hypothetical changes beside today's sheet
	InOutlook           // quarters, year's end, other years
	InSearch            // finding a record anywhere
	InSettings          // operator, language, colours
	InDouble            // keying again, blind
	InGroup             // the regulator's desk
	InGuide             // the first minute
	InSubmitted         // one submission at the regulator's desk
	InImport            // a file coming in
	InSpending          // charts of what the money went to
	InEvidence          // the files of a row
	InTask              // long work, laid over a screen
	InSince             // what changed since the last filing
	InKeys              // whose keys may sign what
	InFingerprint       // a fingerprint being compared
	InTold              // why something was refused
	InNewBook           // the card of a new workspace
	InVerdict           // what was found out about a submission
	InBackups           // the backups of a workspace

	// Anywhere is every screen, with nothing open over it and no field being keyed.
	Anywhere = InOverview | InGrid | InCard | InScore | InExplain | InChecks | InHistory | InSubmit | InPolicy | InWhatIf | InOutlook | InSpending | InSettings | InGroup | InSince | InKeys | InBackups
)

// Action is something a person can do. The registry of actions is the one source of dispatch, footer, help, palette and
// the manual.
type Action struct {
	ID    string    // "grid.ditto"
	Title text.Pair // a whole phrase, for palette, help and manual
	Foot  text.Pair // a word or two, for the footer; empty: not shown there
	// Keys in the spelling of tea: "ctrl+d". The first is the one shown; none: only in the palette.
	Keys  []string
	Caps  string // how the keys are shown together, where the first alone does not tell: "↑↓"
	Where Place
	Rank  int                // place in the footer, smallest first
	On    func(m *Root) bool // nil: always
	// Do is nil for keys that a dialog or an editor takes itself; they stand here to be shown.
	Do func(m *Root, key string) tea.Cmd
}

// registry is every action of the workstation. A new screen adds its list here. Of two that are live for a key the first
// one takes it: what belongs to a screen stands before what is the same everywhere.
func registry() []Action {
	var all []Action
	for _, list := range [][]Action{startActions(), overviewActions(), gridActions(), gridFileActions(), cellActions(), cardActions(), noteActions(), calendarActions(), readBackActions(), scoreActions(), checkActions(), dialogActions(), deskActions(), globalActions()} {
		all = append(all, list...)
	}
	return all
}

// here is the place of what is on top: a dialog, else the screen.
func (m *Root) here() Place {
	if n := len(m.layers); n > 0 {
		return m.layers[n-1].place()
	}
	return m.top().place()
}

func (a *Action) live(m *Root, at Place) bool {
	return a.Where&at != 0 && (a.On == nil || a.On(m))
}

// find gives the action a key means here, nil for none.
func (m *Root) find(key string) *Action { return m.findAt(m.here(), key) }

// findAt gives the action a key means at a place.
func (m *Root) findAt(at Place, key string) *Action {
	for i := range m.actions {
		a := &m.actions[i]
		if a.Do == nil || !a.live(m, at) {
			continue
		}
		for _, k := range a.Keys {
			if k == key {
				return a
			}
		}
	}
	return nil
}

// footer gives the actions of the place that stand in the footer, by rank.
func (m *Root) footer() []*Action {
	at := m.here()
	var out []*Action
	for i := range m.actions {
		a := &m.actions[i]
		if a.Foot.Empty() || len(a.Keys) == 0 || !a.live(m, at) {
			continue
		}
		if first := m.findAt(at, a.Keys[0]); a.Do != nil && first != nil && first != a && !first.Foot.Empty() {
			continue // the key means the other one here, which is shown
		}
		k := len(out)
		for k > 0 && out[k-1].Rank > a.Rank {
			k--
		}
		out = append(out[:k], append([]*Action{a}, out[k:]...)...)
	}
	return out
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

// Cap is how the action's keys are shown.
func (a *Action) Cap() string {
	if a.Caps != "" {
		return a.Caps
	}
	if len(a.Keys) == 0 {
		return ""
	}
	return Keycap(a.Keys[0])
}

func globalActions() []Action {
	hasDesk := func(m *Root) bool { return m.desk != nil }
	return []Action{
		{
			ID: "back", Title: text.TuiBack, Foot: text.TuiFootBack, Keys: []string{"esc"}, Where: Anywhere&^InOverview | InSearch | InDouble, Rank: 95,
			Do: func(m *Root, _ string) tea.Cmd { return m.back() },
		},
		{
			ID: "checks", Title: text.TuiGoChecks, Foot: text.TuiFootChecks, Keys: []string{"f3"}, Where: Anywhere &^ InChecks, Rank: 60, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.push(newChecks()) },
		},
		{
			ID: "score", Title: text.TuiGoScore, Foot: text.TuiFootScore, Keys: []string{"f4"}, Where: Anywhere &^ InScore, Rank: 61, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.push(&scoreScreen{}) },
		},
		{
			ID: "home", Title: text.TuiGoHome, Keys: []string{"f12"}, Where: Anywhere &^ InOverview, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.home() },
		},
		{
			ID: "undo", Title: text.TuiUndo, Foot: text.TuiFootUndo, Keys: []string{"ctrl+z"}, Where: Anywhere &^ InWhatIf, Rank: 80, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.undo() },
		},
		{
			ID: "redo", Title: text.TuiRedo, Keys: []string{"ctrl+y", "ctrl+shift+z"}, Where: Anywhere &^ InWhatIf, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.redo() },
		},
		{
			ID: "start", Title: text.TuiGoStart, Keys: []string{"ctrl+o"}, Where: InOverview, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.toStart() },
		},
		{
			ID: "quit", Title: text.TuiQuit, Foot: text.TuiFootQuit, Keys: []string{"esc", "ctrl+c", "ctrl+q"}, Where: InStart | InOverview, Rank: 99,
			Do: func(m *Root, _ string) tea.Cmd { return m.askQuit() },
		},
		{
			ID: "quit.any", Title: text.TuiQuit, Keys: []string{"ctrl+q"}, Where: Anywhere &^ InOverview,
			Do: func(m *Root, _ string) tea.Cmd { return m.askQuit() },
		},
		{
			ID: "interrupt", Title: text.TuiQuit, Keys: []string{"ctrl+c"}, Where: Anywhere &^ (InOverview | InGrid),
			Do: func(m *Root, _ string) tea.Cmd { return m.askQuit() },
		},
	}
}

// askQuit leaves at once: everything keyed is saved as it is keyed; only what is still on its way is waited for.
func (m *Root) askQuit() tea.Cmd {
	say := text.TuiQuitNote
	if len(m.tasks) > 0 {
		say = text.TuiQuitTasks.With(m.taskTitles())
	}
	m.open(newAsk(text.TuiQuitAsk, say, func(m *Root, yes bool) tea.Cmd {
		if yes {
			return tea.Quit
		}
		return nil
	}), false)
	return nil
}

// toStart shows the start screen over the overview: another workspace can be chosen, Esc comes back.
func (m *Root) toStart() tea.Cmd {
	return tea.Batch(m.push(&startScreen{over: true}), m.readRecent())
}
