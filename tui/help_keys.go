package tui

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/kit"
	"yice/tui/lineedit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// keyTable is the page of help with every key there is: a section a place, folded until it is wanted, all of it narrowed by
// typing.
type keyTable struct {
	ed       *lineedit.Editor
	unfolded map[*Place]bool
	list     kit.List
	rows     []keyRow
}

// keyRow is a section's heading, or a line of one.
type keyRow struct {
	of   *Place
	head bool
	n    int // of a heading: how many actions the section lists
	cap  string
	say  string
	key  bool // cap is a key
}

// always stands for every place: its section tells once what is the same on every screen.
var always = &Place{ID: "always", Title: text.TuiHelpAlways}

// section gives the actions that help and manual list under a place: of always what is the same on every screen, of any other
// what is its own.
func (h *house) section(p *Place) []*Action {
	var out []*Action
	for i := range h.actions {
		if a := &h.actions[i]; a.Where.Wide() == (p == always) && (p == always || a.Where.Has(p)) {
			out = append(out, a)
		}
	}
	return out
}

// newKeyTable opens the section of the place where help was asked for.
func newKeyTable(m *Root, at *Place) *keyTable {
	p := &keyTable{ed: lineedit.New("", false), unfolded: map[*Place]bool{at: true}}
	p.arrange(m)
	for i, r := range p.rows {
		if r.head && r.of == at {
			p.list.At, p.list.Top = i, i
		}
	}
	return p
}

// arrange lists the sections: those unfolded with their keys, or, where something is typed, what fits of every one.
func (p *keyTable) arrange(m *Root) {
	words := kit.SearchWords(p.ed.Text())
	p.rows = p.rows[:0:0]
	for _, of := range append([]*Place{always}, m.places...) {
		var lines []keyRow
		for _, a := range m.section(of) {
			r := keyRow{of: of, cap: KeyList(a, m.lang), say: a.Title.In(m.lang), key: len(a.Keys) > 0}
			if !r.key {
				r.cap = text.TuiHelpNoKey.In(m.lang)
			}
			o := kit.Option{Title: a.Title, Also: r.cap + " " + a.ID + " " + of.Title.ZH + " " + of.Title.EN}
			if o.Rank(words) > 0 {
				lines = append(lines, r)
			}
		}
		if len(lines) == 0 {
			continue
		}
		p.rows = append(p.rows, keyRow{of: of, head: true, n: len(lines)})
		if len(words) > 0 || p.unfolded[of] {
			p.rows = append(p.rows, lines...)
		}
	}
	p.list.N = len(p.rows)
	p.list.Clamp()
}

// fold folds the section under the cursor, or unfolds it; the cursor goes to its heading.
func (p *keyTable) fold(m *Root, open bool) {
	if p.list.At >= len(p.rows) || !p.ed.Empty() {
		return
	}
	of := p.rows[p.list.At].of
	p.unfolded[of] = open
	p.arrange(m)
	p.list.At = max(slices.IndexFunc(p.rows, func(r keyRow) bool { return r.head && r.of == of }), 0)
	p.list.Top = p.list.At
}

// key takes a key of the page; false: it is none of its.
func (p *keyTable) key(m *Root, k tea.KeyPressMsg) bool {
	key := k.Keystroke()
	switch key {
	case "up", "down", "pgup", "pgdown", "ctrl+home", "ctrl+end":
		return p.list.Move(key)
	case "enter":
		if p.list.At < len(p.rows) {
			p.fold(m, !p.unfolded[p.rows[p.list.At].of])
		}
		return true
	case "right", "left":
		if p.ed.Empty() {
			p.fold(m, key == "right")
			return true
		}
	case "esc":
		if p.ed.Empty() {
			return false
		}
		p.ed = lineedit.New("", false)
		p.list = kit.List{}
		p.arrange(m)
		return true
	case "tab", "shift+tab", "f2", "ctrl+c":
		return false
	}
	if r := p.ed.Key(k); r.Changed {
		p.list = kit.List{}
		p.arrange(m)
	}
	return true
}

// draw draws the field, the sections under it, and which of how many lines the cursor is on.
func (p *keyTable) draw(m *Root, a paint.Area) screen.Caret {
	t := m.th
	field := a.Rows(0, 1)
	x := kit.Field(m, field, p.ed, lineedit.Look{Text: t.Input, Mark: t.Mark})
	if p.ed.Empty() {
		field.Cut(0, 0, field.W, text.TuiHelpFind.In(m.lang), t.Faint.Over(paint.Style{BG: t.Input.BG}))
	}
	body := a.Below(2)
	if len(p.rows) == 0 {
		body.Cut(1, 0, body.W-2, text.TuiNothingFits.In(m.lang), t.Faint)
	}
	p.list.Window(body.H)
	keyW := 8 // no more than the keys that are seen take: what they do has the rest
	for y := range min(body.H, len(p.rows)-p.list.Top) {
		keyW = max(keyW, paint.Width(p.rows[p.list.Top+y].cap)+3)
	}
	keyW = min(keyW, kit.ClampInt(body.W/3, 16, 26))
	if at := p.list.At; at < len(p.rows) && paint.Width(p.rows[at].say) > body.W-keyW-5 { // told whole below the list
		whole := paint.Wrap(p.rows[at].say, body.W-2)
		for y, l := range whole {
			body.Text(1, body.H-len(whole)+y, l, t.Text)
		}
		body = body.Rows(0, body.H-len(whole))
		p.list.Window(body.H)
	}
	for y := range min(body.H, len(p.rows)-p.list.Top) {
		r, row := &p.rows[p.list.Top+y], body.Rows(y, 1)
		m.Row(row, p.list.Top+y == p.list.At)
		if r.head {
			sign := t.Chrome.Right
			if p.unfolded[r.of] || !p.ed.Empty() {
				sign = t.Chrome.More
			}
			row.Text(1, 0, sign, t.Title)
			x := row.Cut(4, 0, body.W-10, r.of.Title.In(m.lang), t.Title) + 2
			row.Text(x, 0, strconv.Itoa(r.n), t.Faint)
		} else {
			st := t.Faint
			if r.key {
				st = t.Key
			}
			row.Cut(4, 0, keyW-3, r.cap, st)
			row.Cut(4+keyW, 0, body.W-keyW-5, r.say, t.Text)
		}
	}
	kit.UnderlayBut(m, a, 2+p.list.At-p.list.Top)
	if len(p.rows) > 0 {
		body.Rows(p.list.At-p.list.Top, 1).Restyle(func(paint.Style) paint.Style { return t.Cursor })
	}
	cx, cy := field.At(x, 0)
	return screen.CaretAt(cx, cy)
}
