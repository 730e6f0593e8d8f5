package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/tui/keying"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// The mouse is a second way to what keys do; nothing needs it. Four things take a click, and the frame drawn last says where
// they are:
//
//   - a part that a screen has said the meaning of (kit.Zone, Spot): a cell, a tab, a day, a line of a list that pops up;
//   - a row of a list (kit.CursorRow): the cursor goes there by the arrows that would bring it there; where it stands already, Enter;
//   - a key that is named on the screen, or the words behind it: the key is pressed. So whatever a footer, a dialog or a hint
//     offers can be clicked, and a screen to come needs nothing for it;
//   - the right button, and the name of the program: the palette, where everything that can be done here stands.
//
// Under a dialog nothing of the screen is to be reached. The wheel moves as the arrows do, in the pane that the pointer is over.

// zone is a rectangle of the frame, in its cells, that a click means something in; x and y are counted from its corner.
type zone struct {
	at   rect
	do   func(x, y int) tea.Cmd
	drag func(x, y int) tea.Cmd // the pointer is moved with the button held; nil: nothing
}

// rect is a part of the frame.
type rect struct{ x, y, w, h int }

func rectOf(a paint.Area) rect { x, y := a.At(0, 0); return rect{x, y, a.W, a.H} }

func (r rect) holds(x, y int) bool { return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h }

// hitRow is a row of a list as drawn; rows of one list begin and end in the same columns.
type hitRow struct {
	at   rect
	here bool // the cursor stands on it
}

// pointing is what of the frame drawn last takes the mouse.
type pointing struct {
	zones []zone
	rows  []hitRow
	panes []zone // parts that the arrows move in once they are gone to
	held  *zone  // the button went down in it
}

// begin forgets a frame; a dialog begins anew, for nothing beneath it is to be reached.
func (p *pointing) begin() { p.zones, p.rows, p.panes = p.zones[:0], p.rows[:0], p.panes[:0] }

// Spot says what a click somewhere in an area means.
func (m *Root) Spot(a paint.Area, do func(x, y int) tea.Cmd) {
	if a.W > 0 && a.H > 0 {
		m.mouse.zones = append(m.mouse.zones, zone{at: rectOf(a), do: do})
	}
}

// Drag is Spot for what follows the pointer while the button is held.
func (m *Root) Drag(a paint.Area, do, drag func(x, y int) tea.Cmd) {
	m.mouse.zones = append(m.mouse.zones, zone{at: rectOf(a), do: do, drag: drag})
}

// Pane says that an area has a cursor of its own, and how to go to it: a click or the wheel there goes to it first.
func (m *Root) Pane(a paint.Area, to func()) {
	m.mouse.panes = append(m.mouse.panes, zone{at: rectOf(a), do: func(int, int) tea.Cmd { to(); return nil }})
}

// Row says that an area is a row of a list, which takes a click.
func (m *Root) Row(a paint.Area, here bool) {
	m.mouse.rows = append(m.mouse.rows, hitRow{rectOf(a), here})
}

// clicked takes a click.
func (m *Root) clicked(k tea.MouseClickMsg) tea.Cmd {
	m.mouse.held = nil
	switch {
	case m.now().Before(m.armed):
		return nil
	case k.Button == tea.MouseRight:
		return m.pressed("ctrl+p", 1)
	case k.Button != tea.MouseLeft:
		return nil
	}
	z := m.zoneAt(k.X, k.Y)
	if z != nil && z.do != nil {
		m.note = note{}
		if z.drag != nil {
			held := *z
			m.mouse.held = &held
		}
		return z.do(k.X-z.at.x, k.Y-z.at.y)
	}
	row := z == nil && slices.ContainsFunc(m.mouse.rows, func(r hitRow) bool { return r.at.holds(k.X, k.Y) })
	if key := m.keyAt(k.X, k.Y); key != "" && !row { // what stands in a list is data
		return m.pressed(key, 1)
	}
	if z != nil {
		return nil
	}
	m.toPane(k.X, k.Y)
	return m.clickedRow(k.X, k.Y)
}

// dragged follows the pointer while the button is held.
func (m *Root) dragged(k tea.MouseMotionMsg) tea.Cmd {
	z := m.mouse.held
	if z == nil || k.Button != tea.MouseLeft {
		return nil
	}
	return z.drag(kit.ClampInt(k.X-z.at.x, 0, z.at.w-1), kit.ClampInt(k.Y-z.at.y, 0, z.at.h-1))
}

// zoneAt is the zone at a place, the one drawn last first.
func (m *Root) zoneAt(x, y int) *zone {
	for i := len(m.mouse.zones) - 1; i >= 0; i-- {
		if z := &m.mouse.zones[i]; z.at.holds(x, y) {
			return z
		}
	}
	return nil
}

// toPane goes to the pane at a place and draws it, for its cursor is lit only then.
func (m *Root) toPane(x, y int) {
	for _, p := range m.mouse.panes {
		if p.at.holds(x, y) {
			p.do(0, 0)
			m.frame, m.dirty = m.paint(), true
			return
		}
	}
}

// clickedRow brings the cursor to a row by as many arrows as there are rows between, so that whatever the arrows pass over or
// bring along is so here; on the row that it stands on a click is Enter.
func (m *Root) clickedRow(x, y int) tea.Cmd {
	at, here, n := -1, -1, 0
	var on *hitRow
	for i := range m.mouse.rows {
		if m.mouse.rows[i].at.holds(x, y) {
			on = &m.mouse.rows[i]
		}
	}
	if on == nil {
		return nil
	}
	for i := range m.mouse.rows {
		r := &m.mouse.rows[i]
		if r.at.x != on.at.x || r.at.w != on.at.w {
			continue
		}
		if r == on {
			at = n
		}
		if r.here {
			here = n
		}
		n++
	}
	switch {
	case here < 0:
		return nil
	case at == here:
		return m.pressed("enter", 1)
	case at < here:
		return m.pressed("up", here-at)
	}
	return m.pressed("down", at-here)
}

// wheelRows are moved by one notch.
const wheelRows = 3

// wheeled takes the wheel for so many arrows, as a terminal that knows no mouse does. What is being typed it lets alone: an arrow
// would leave the field.
func (m *Root) wheeled(k tea.MouseWheelMsg) tea.Cmd {
	key := map[tea.MouseButton]string{tea.MouseWheelUp: "up", tea.MouseWheelDown: "down", tea.MouseWheelLeft: "left", tea.MouseWheelRight: "right"}[k.Button]
	if k.Mod&tea.ModShift != 0 {
		key = map[string]string{"up": "left", "down": "right"}[key]
	}
	at := m.here()
	picking := m.find("down") != nil && strings.HasSuffix(m.find("down").ID, ".pick")
	if key == "" || m.now().Before(m.armed) || (at == keying.InCell || at == keying.InField) && !picking || at == kit.InInput && keying.Finding(m) {
		return nil
	}
	if len(m.layers) == 0 {
		m.toPane(k.X, k.Y)
	}
	return m.pressed(key, wheelRows)
}

// pressed presses a key so many times.
func (m *Root) pressed(key string, times int) tea.Cmd {
	k, ok := keyPress(key)
	if !ok {
		return nil
	}
	var cmds []tea.Cmd
	for range times {
		cmds = append(cmds, m.press(k))
	}
	return tea.Batch(cmds...)
}

// keyAt is the key named at a place of the frame, or before the words there: they stand together, parted from other things by more
// than a blank. Only what is drawn as a key is one, so that no data is taken for it.
func (m *Root) keyAt(x, y int) string {
	named := func(p paint.Spot) bool {
		return p.Style.FG == m.th.Key.FG && p.Style.Attr&^paint.Faint == m.th.Key.Attr&^paint.Faint
	}
	row := m.sheet.Row(y)
	if x >= len(row) || row[x].Text == " " && (x == 0 || row[x-1].Text == " ") {
		return ""
	}
	end := x // of the word that is looked at
	for end < len(row) && row[end].Text != " " {
		end++
	}
	for i := end - 1; i >= 0; {
		from := i
		for from > 0 && row[from-1].Text != " " {
			from--
		}
		cap, all := "", true
		for _, p := range row[from : i+1] {
			cap, all = cap+p.Text, all && named(p)
		}
		if key := m.keyOf(cap, x-from); all && key != "" {
			return key
		}
		if from < 2 || row[from-2].Text == " " {
			return ""
		}
		i = from - 2
	}
	return ""
}

// keyOf is the key that a cap on the screen means here: of an action that is live, or one that dialogs take; "" for none. Of arrows
// that stand together it is the one in the cell.
func (m *Root) keyOf(cap string, cell int) string {
	at := m.here()
	arrows := map[string]string{"↑": "up", "↓": "down", "←": "left", "→": "right"}
	if runes := []rune(cap); len(runes) > 0 && arrows[string(runes[0])] != "" {
		for _, r := range runes {
			if arrows[string(r)] == "" {
				return ""
			}
		}
		return arrows[string(runes[kit.ClampInt(cell, 0, len(runes)-1)])]
	}
	for _, a := range m.byPlace[at] {
		if a.Now(m) {
			if len(a.Keys) > 0 && a.CapIn(m.lang) == cap {
				if _, other, two := strings.Cut(cap, "/"); two && len(a.Keys) > 1 && cell >= len(cap)-len(other) {
					return a.Keys[1] // PgUp/Dn
				}
				return a.Keys[0]
			}
			for _, key := range a.Keys {
				if screen.Keycap(key) == cap {
					return key
				}
			}
		}
	}
	for _, key := range []string{"enter", "esc", "tab", "space", "pgup", "pgdown", "home", "end", "f2"} {
		if screen.Keycap(key) == cap || key == "space" && cap == "空格" {
			return key
		}
	}
	return ""
}

// namedKeys are the keys with names.
var namedKeys = map[string]rune{
	"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "space": tea.KeySpace, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "insert": tea.KeyInsert,
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd,
	"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6, "f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9, "f10": tea.KeyF10,
	"f11": tea.KeyF11, "f12": tea.KeyF12,
}

// keyPress is the press of a key in the spelling of actions, the other way round of Keystroke.
func keyPress(key string) (k tea.KeyPressMsg, ok bool) {
	rest := key
	for {
		mod, after, found := strings.Cut(rest, "+")
		if !found || after == "" {
			break
		}
		bit, known := map[string]tea.KeyMod{"ctrl": tea.ModCtrl, "alt": tea.ModAlt, "shift": tea.ModShift}[mod]
		if !known {
			return k, false
		}
		k.Mod |= bit
		rest = after
	}
	if code, named := namedKeys[rest]; named {
		k.Code = code
		if code == tea.KeySpace && k.Mod == 0 {
			k.Text = " "
		}
		return k, true
	}
	runes := []rune(rest)
	if len(runes) != 1 {
		return k, false
	}
	if k.Code = runes[0]; k.Mod == 0 {
		k.Text = rest
	}
	return k, true
}
