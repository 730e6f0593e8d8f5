package tui

import (
	"context"
	"runtime"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/text"
	"yice/tui/beginning"
	"yice/tui/paint"
	"yice/tui/ruling"
	"yice/tui/screen"
	"yice/tui/seeking"
	"yice/tui/theme"
)

// Root is the one model of the program: what is open, what lies over it, and how it stands.
type Root struct {
	o    Options
	ctx  context.Context
	lang text.Lang
	now  func() time.Time

	th     *theme.Theme
	depth  theme.Depth
	ground theme.Ground
	w, h   int

	house
	desk   *desk // nil on the start screen
	stand  screen.Standing
	stack  []screen.Screen
	layers []screen.Layer
	armed  time.Time // keys before it are ignored: a dialog came by itself

	sheet   paint.Canvas // the frame drawn last
	tasks   []*task      // long work under way
	working works
	keys    int    // pressed so far
	made    string // the file made last; "": none

	note   note
	mend   *mended   // the finding being mended; nil: none is
	damage text.Pair // what is wrong with the file itself; empty: nothing
	// checkAfter is how long the check of an opened file waits; 0: none is made.
	checkAfter time.Duration
	shelf      beginning.Shelf
	keptNo     int             // backups made
	visits     []seeking.Visit // where the user has been, newest first
	prefs      preferences
	terminal   theme.Ground       // what the terminal says its background is
	told       bool               // the standing to come was said by its write: what moved is known
	waiting    map[int]writtenMsg // outcomes that came before their turn
	turn       int                // number of the next outcome
	// unwritten are the edits that somebody else's taking over kept out of the file; asked says that it is asked about them.
	unwritten []entry.Edit
	asked     bool
	stepsFor  int // standing the next steps were asked for

	quiet time.Duration // without a change before the next steps are worked out
	pause time.Duration // in typing before a search begins
	clip  clipboard
	// clipAsked counts questions for the clipboard, and the terminal's answers to them.
	clipAsked int
	burst     burst // keys held to see whether they are a paste
	frame     tea.View
	dirty     bool
	fault     error // what ended the program
	mouse     pointing
	draft     ruling.Held // the pack being changed
}

// note is the message above the footer.
type note struct {
	say  text.Pair
	mood screen.Mood
	at   time.Time
}

func newRoot(ctx context.Context, o Options) *Root {
	m := &Root{o: o, ctx: ctx, lang: o.Lang.OnScreen(), now: o.Now, depth: theme.Sixteen, waiting: map[int]writtenMsg{}, turn: 1, dirty: true, quiet: 300 * time.Millisecond, pause: 150 * time.Millisecond}
	if m.now == nil {
		m.now = time.Now
	}
	m.clip = systemClipboard(o.Environ)
	m.burst = newBurst(o.Environ, runtime.GOOS)
	m.ground = groundOf(o.Environ)
	m.terminal = m.ground
	m.prefs.Guided = true
	m.th = theme.New(m.ground, m.depth)
	m.house = furnish(declarations())
	m.stack = []screen.Screen{beginning.NewStart(m, false)}
	return m
}

// Init asks for the terminal's background and opens what was asked for.
func (m *Root) Init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, m.askMarked(), m.begin())
}

// Top is the screen shown.
func (m *Root) Top() screen.Screen { return m.stack[len(m.stack)-1] }

// Over is the topmost dialog, nil where none lies over the screen.
func (m *Root) Over() screen.Layer {
	if n := len(m.layers); n > 0 {
		return m.layers[n-1]
	}
	return nil
}

// Push opens a screen over the present one, back closes it.
func (m *Root) Push(s screen.Screen) tea.Cmd {
	m.visited()
	m.stack = append(m.stack, s)
	return s.Follow(m)
}

func (m *Root) back() tea.Cmd {
	m.visited()
	if len(m.stack) > 1 {
		m.stack = m.stack[:len(m.stack)-1]
	}
	return m.Top().Follow(m)
}

// home goes back to the first screen.
func (m *Root) home() tea.Cmd {
	m.visited()
	m.stack = m.stack[:1]
	return m.Top().Follow(m)
}

// open lays a dialog over everything; surprise says that no key asked for it, so that the next keys are not for it.
func (m *Root) open(l screen.Layer, surprise bool) {
	m.layers = append(m.layers, l)
	if surprise {
		m.armed = m.now().Add(400 * time.Millisecond)
	}
}

// say shows a sentence above the footer.
func (m *Root) say(k screen.Mood, p text.Pair) {
	m.note = note{p, k, m.now()}
	m.dirty = true
}

// Update takes a message; nothing in it reads, writes or waits.
func (m *Root) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := m.update(msg)
	return m, cmd
}

func (m *Root) update(msg tea.Msg) tea.Cmd {
	was := m.dirty
	m.dirty = true
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
		return m.Top().Follow(m)
	case tea.BackgroundColorMsg:
		m.backed(msg.IsDark())
	case tea.ColorProfileMsg:
		m.restyle(m.ground, depthOf(msg.Profile))
	case tea.KeyPressMsg:
		if m.burst.on {
			m.dirty = was
			return m.hold(msg)
		}
		return m.keyed(msg)
	case burstMsg:
		m.dirty = was
		return m.freed(m.burst.due())
	case tea.ModeReportMsg:
		m.dirty = was
		if answersMarked(msg) {
			return m.freed(m.burst.marked())
		}
	case tea.PasteMsg:
		return tea.Batch(m.freed(m.burst.marked()), m.pasted(msg.Content))
	case tea.MouseClickMsg:
		return m.clicked(msg)
	case tea.MouseMotionMsg:
		m.dirty = was || m.mouse.held != nil
		return m.dragged(msg)
	case tea.MouseReleaseMsg:
		m.dirty, m.mouse.held = was, nil
	case tea.MouseWheelMsg:
		return m.wheeled(msg)
	case tea.ClipboardMsg:
		return m.fromTerminal(msg.Content)
	case clipboardMsg:
		return m.pasted(msg.s)
	case unansweredMsg:
		m.late(msg)
	case openedMsg:
		return m.opened(msg)
	case writtenMsg:
		return m.written(msg)
	case endedMsg:
		return m.ended(msg)
	case standingMsg:
		return m.stands(msg)
	case stepsMsg:
		return m.stepped(msg)
	case recentMsg:
		m.shelf.Put(msg.files)
		return m.Top().Follow(m)
	case backedUpMsg:
		return m.backedUp(msg)
	case sayMsg:
		m.say(msg.mood, msg.say)
	case damageMsg:
		m.damaged(msg)
	case doMsg:
		return msg(m)
	case screen.Do:
		return msg()
	default:
		cmd, known := m.answered(msg)
		m.dirty = known || was
		return cmd
	}
	return nil
}

// doMsg is something to do in the loop, found out by a command.
type doMsg func(m *Root) tea.Cmd

// sayMsg is a sentence from a command.
type sayMsg struct {
	mood screen.Mood
	say  text.Pair
}

func (m *Root) restyle(ground theme.Ground, depth theme.Depth) {
	m.ground, m.depth = ground, depth
	m.th = theme.New(ground, depth)
}

// backed takes the terminal's own word on its background, unless the user has said which theme to use.
func (m *Root) backed(dark bool) {
	m.terminal = theme.Light
	if dark {
		m.terminal = theme.Dark
	}
	m.restyle(m.groundWanted(), m.depth)
}

// groundOf reads the background from YICE_THEME (light, dark), else from COLORFGBG, which some terminals set.
func groundOf(env []string) theme.Ground {
	switch environ(env, "YICE_THEME") {
	case "light":
		return theme.Light
	case "dark":
		return theme.Dark
	}
	fgbg := environ(env, "COLORFGBG")
	switch bg := fgbg[strings.LastIndex(fgbg, ";")+1:]; bg {
	case "7", "15":
		return theme.Light
	case "0", "8":
		return theme.Dark
	}
	return theme.Unknown
}

// answered gives a command's answer to the screen that asked: the top one first.
func (m *Root) answered(msg tea.Msg) (cmd tea.Cmd, known bool) {
	for i := len(m.stack) - 1; i >= 0; i-- {
		if cmd, ok := m.stack[i].Answer(m, msg); ok {
			return cmd, true
		}
	}
	return nil, false
}

// keyed takes one key.
func (m *Root) keyed(k tea.KeyPressMsg) tea.Cmd {
	if k.Code == tea.KeyEscape && k.Mod == tea.ModAlt {
		// Esc pressed twice in haste reaches the program as Alt+Esc.
		esc := tea.KeyPressMsg{Code: tea.KeyEscape}
		return tea.Batch(m.press(esc), m.press(esc))
	}
	return m.press(k)
}

// press finds who a key is for: the dialog on top, an action of the place, or the screen's typing.
func (m *Root) press(k tea.KeyPressMsg) tea.Cmd {
	if m.now().Before(m.armed) {
		return nil
	}
	m.keys++
	if n := len(m.layers); n > 0 {
		l := m.layers[n-1]
		if k.Keystroke() == "f2" && l.Place() != InHelp {
			return m.showHelp()
		}
		done, cmd := l.Key(m, k)
		if done {
			m.Close(l)
		}
		return cmd
	}
	// The message goes with the key, unless the key is the one that shows the whole of it.
	a, said := m.find(k.Keystroke()), m.note
	if m.note = (note{}); a != nil && a.ID == "note.whole" {
		m.note = said
	}
	if a != nil {
		return a.Do(m, k.Keystroke())
	}
	if letter := screen.Letter(k); letter != "" {
		if a := m.find(letter); a != nil {
			return a.Do(m, letter)
		}
	}
	return m.Top().Key(m, k)
}

// Close takes a dialog away.
func (m *Root) Close(l screen.Layer) {
	for i := range m.layers {
		if m.layers[i] == l {
			m.layers = append(m.layers[:i], m.layers[i+1:]...)
			return
		}
	}
}

func (m *Root) pasted(s string) tea.Cmd {
	if n := len(m.layers); n > 0 {
		return m.layers[n-1].Paste(m, s)
	}
	return m.Top().Paste(m, s)
}

// View gives the frame; it is drawn anew only when something changed.
func (m *Root) View() tea.View {
	if m.dirty {
		m.frame = m.paint()
		m.dirty = false
	}
	return m.frame
}
