package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/scoring"
	"yice/text"
	"yice/tui/keying"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// InHelp is help, laid over a screen.
var InHelp = &Place{ID: "help", Title: text.TuiPlaceHelp, For: text.TuiForHelp, Met: 430}

func helpActions() []Action {
	return []Action{
		{
			ID: "help", Title: text.TuiGoHelp, Foot: text.TuiFootHelp, Keys: []string{"f2"}, Where: screen.Everywhere.But(InHelp), Rank: 51,
			Do: func(m *Root, _ string) tea.Cmd { return m.showHelp() },
		},
		{ID: "help.tab", Title: text.TuiHelpTab, Foot: text.TuiFootPage, Keys: []string{"tab", "shift+tab"}, Where: InHelp, Rank: 1},
		{ID: "help.scroll", Title: text.TuiMove, Foot: text.TuiFootScroll, Keys: kit.ListKeys, Caps: "↑↓", Where: InHelp, Rank: 2},
		{ID: "help.fold", Title: text.TuiHelpFold, Keys: []string{"enter", "right", "left"}, Where: InHelp, Rank: 2},
		{ID: "help.close", Title: text.TuiHelpClose, Foot: text.TuiFootShut, Keys: []string{"esc", "f2"}, Where: InHelp, Rank: 3},
	}
}

// helpLayer is help over whatever there is: this screen, this field, every key. The screen below stays as it is.
type helpLayer struct {
	m    *Root
	at   *Place // where help was asked for
	page int
	list kit.List
	rows []helpRow
	w    int // broken for
	all  *keyTable
	now  []*Action // of the place, what meant something when help was asked for: under it a dialog is not the topmost any more
}

// keysPage is the page with every key.
const keysPage = 2

// helpRow is a line of help: a heading, a label (a key, a name) with what is said of it, or only the latter.
type helpRow struct {
	head, label, say string
	key              bool // the label is a key
	plain            bool // the heading is a sentence
}

func (m *Root) showHelp() tea.Cmd {
	h := &helpLayer{m: m, at: m.here(), all: newKeyTable(m, m.here())}
	for _, a := range m.byPlace[h.at] {
		if a.Now(m) {
			h.now = append(h.now, a)
		}
	}
	slices.SortStableFunc(h.now, func(a, b *Action) int { return helpRank(a) - helpRank(b) })
	m.open(h, false)
	return nil
}

// helpRank puts what is a place's own before what is live everywhere, and of that what has a key before what has none.
func helpRank(a *Action) int {
	if !a.Where.Wide() {
		return 0
	}
	return 1 + kit.Btoi(len(a.Keys) == 0)
}

func (h *helpLayer) Place() *Place { return InHelp }

func (h *helpLayer) Paste(_ screen.Desk, s string) tea.Cmd {
	if h.page == keysPage {
		h.all.ed.Insert(s)
		h.all.arrange(h.m)
	}
	return nil
}

func (h *helpLayer) Key(_ screen.Desk, k tea.KeyPressMsg) (bool, tea.Cmd) {
	m := h.m
	key := k.Keystroke()
	if h.page == keysPage && h.all.key(m, k) {
		return false, nil
	}
	switch key {
	case "esc", "f2", "ctrl+c", "q":
		return true, nil
	case "tab", "right":
		h.turn(1)
	case "shift+tab", "left":
		h.turn(2)
	// A page of text has no cursor: the arrows move the text.
	case "up":
		h.list.Top--
	case "down":
		h.list.Top++
	case "pgup":
		h.list.Top -= h.list.Rows - 1
	case "pgdown", "space":
		h.list.Top += h.list.Rows - 1
	case "home", "ctrl+home":
		h.list.Top = 0
	case "end", "ctrl+end":
		h.list.Top = h.list.N
	}
	return false, nil
}

func (h *helpLayer) turn(by int) {
	h.page = (h.page + by) % 3
	h.list, h.w = kit.List{}, 0
}

func (h *helpLayer) Draw(_ screen.Desk, whole paint.Area) screen.Caret {
	m := h.m
	t := m.th
	in := kit.Dialog(m, whole, text.TuiHelp.In(m.lang), min(whole.W-4, 104), whole.H-2)
	x := 1
	for i, p := range []text.Pair{text.TuiHelpHere, text.TuiHelpField, text.TuiHelpKeys} {
		st := t.Faint
		if i == h.page {
			st = t.Accent.With(paint.Underline)
		}
		from := x
		x = in.Text(x, 0, p.In(m.lang), st) + 3
		kit.TabZone(m, in, from, x-3, i, h.page, 3)
	}
	body := in.Sub(1, 2, in.W-2, in.H-4)
	if h.page == keysPage {
		kit.Hint(m, in, 1, in.H-1, in.W-2, text.TuiHelpKeysHint.In(m.lang), t.Faint)
		kit.Underlay(m, in.Rows(0, 2))
		kit.Underlay(m, in.Below(in.H-2))
		return h.all.draw(m, body)
	}
	if h.w != body.W {
		h.breakRows(m, body.W)
	}
	h.list.N, h.list.Rows = len(h.rows), body.H
	h.list.Top = kit.ClampInt(h.list.Top, 0, max(len(h.rows)-body.H, 0))
	keyW := h.labelWidth(body.W)
	for y := range min(body.H, len(h.rows)-h.list.Top) {
		r := h.rows[h.list.Top+y]
		st := t.Head
		if r.key {
			st = t.Key
		}
		head := t.Title
		if r.plain {
			head = t.Text
		}
		body.Text(0, y, r.head, head)
		body.Cut(1, y, keyW-2, r.label, st)
		body.Cut(keyW, y, body.W-keyW, r.say, t.Text)
	}
	kit.Hint(m, in, 1, in.H-1, in.W-2, text.TuiHelpHint.In(m.lang), t.Faint)
	if rest := len(h.rows) - h.list.Top - body.H; rest > 0 {
		more := text.TuiMoreBelow.With(rest).In(m.lang)
		in.Right(in.W-1-paint.Width(more), in.H-1, paint.Width(more), more, t.Accent)
	}
	kit.Underlay(m, in)
	return screen.Caret{}
}

func (h *helpLayer) labelWidth(w int) int { return kit.ClampInt(w/3, 16, 26) }

// breakRows makes the page's rows for a width.
func (h *helpLayer) breakRows(m *Root, w int) {
	h.w, h.rows = w, h.rows[:0:0]
	switch h.page {
	case 0:
		h.herePage(m)
	case 1:
		h.fieldPage(m)
	}
}

func (h *helpLayer) head(m *Root, p text.Pair) {
	h.rows = append(h.rows, helpRow{head: p.In(m.lang)})
}

// say adds a label with a text, broken to the width.
func (h *helpLayer) say(m *Root, label text.Pair, p text.Pair) {
	if p.Empty() {
		return
	}
	name := label.In(m.lang)
	for _, l := range paint.Wrap(p.In(m.lang), max(h.w-h.labelWidth(h.w)-1, 10)) {
		h.rows = append(h.rows, helpRow{label: name, say: l})
		name = ""
	}
}

func (h *helpLayer) herePage(m *Root) {
	h.head(m, h.at.Title)
	for _, l := range paint.Wrap(h.at.For.In(m.lang), h.w-2) {
		h.rows = append(h.rows, helpRow{head: l, plain: true})
	}
	h.rows = append(h.rows, helpRow{})
	h.keys(m)
}

// keys lists the actions of the place that mean something just now.
func (h *helpLayer) keys(m *Root) {
	for _, a := range h.now {
		label := KeyList(a, m.lang)
		if label == "" {
			label = text.TuiHelpNoKey.In(m.lang)
		}
		name := label
		for _, l := range paint.Wrap(a.Title.In(m.lang), max(h.w-h.labelWidth(h.w)-1, 10)) {
			h.rows = append(h.rows, helpRow{label: name, say: l, key: len(a.Keys) > 0})
			name = ""
		}
	}
}

// KeyList gives an action's keys as people read them, "" where it has none: "Tab Shift+Tab", "Ctrl+K Ctrl+Del". Arrows stand
// together, and so do the keys beside them under the same modifier: "Shift+↑↓←→/Home/End".
func KeyList(a *Action, l text.Lang) string {
	var caps []string
	last, arrow := "", false
	for i, k := range a.Keys {
		if i == 6 {
			break
		}
		cut := strings.LastIndex(k, "+") + 1
		mod, base := k[:cut], k[cut:]
		isArrow := slices.Contains([]string{"up", "down", "left", "right"}, base)
		switch joins := mod == last && len(caps) > 0; {
		case joins && arrow && isArrow:
			caps[len(caps)-1] += screen.Keycap(base)
		case joins && mod != "" && slices.Contains([]string{"home", "end", "pgup", "pgdown"}, base):
			caps[len(caps)-1] += "/" + screen.Keycap(base)
		default:
			caps = append(caps, screen.KeycapIn(k, l))
		}
		last, arrow = mod, isArrow
	}
	return strings.Join(caps, " ")
}

// fieldPage tells all there is to know of the field under the cursor.
func (h *helpLayer) fieldPage(m *Root) {
	f, fd := m.fieldHere()
	if fd == nil {
		h.say(m, text.Pair{}, text.TuiHelpNone)
		return
	}
	h.head(m, fd.Title)
	for _, l := range paint.Wrap(fd.Help.In(m.lang), h.w-2) {
		h.rows = append(h.rows, helpRow{head: l, plain: true})
	}
	h.rows = append(h.rows, helpRow{})
	h.say(m, text.TuiHelpTyping, typingOf(fd.Kind))
	h.say(m, text.TuiHelpUnit, fd.Unit.Title)
	if fd.Required {
		h.say(m, text.TuiHelpNeeded, text.TuiHelpYes)
	}
	h.say(m, text.TuiHelpSource, keying.Cited(m, fd, true))
	h.say(m, text.TuiHelpOf, f.Title)
	h.say(m, text.Pair{}, f.Help)
	label := text.TuiHelpClause
	for _, id := range f.Clauses {
		h.say(m, label, m.clause(id))
		label = text.Pair{}
	}
	label = text.TuiHelpCodes
	for _, c := range fd.Offered() {
		title := c.Title
		if c.NBS != "" {
			title = text.Pair{ZH: c.NBS + "  " + c.Title.ZH, EN: c.NBS + "  " + c.Title.In(text.EN)}
		}
		h.say(m, label, title)
		label = text.Pair{}
	}
}

// clause is a clause that the dictionary cites: what it says in the pack in force, else its number alone.
func (m *Root) clause(id string) text.Pair {
	if m.stand.Sheet != nil {
		pack := m.stand.Sheet.Pack
		if i := slices.IndexFunc(pack.Clauses, func(c scoring.Clause) bool { return c.ID == id }); i >= 0 {
			return text.ScoreClause.With(id, pack.Clauses[i].Where(), pack.Say(pack.Clauses[i].Gist))
		}
	}
	return text.Same(id)
}

// fieldHere is the field under the cursor of a table or card, nil elsewhere.
func (m *Root) fieldHere() (*form.Form, *form.Field) {
	switch s := m.Top().(type) {
	case *keying.TableScreen:
		return s.Form, s.Grid.Field()
	case *keying.CardScreen:
		return s.Form, s.Field()
	}
	return nil, nil
}

func typingOf(k form.Kind) text.Pair {
	return map[form.Kind]text.Pair{
		form.Text: text.TuiKeyText, form.Note: text.TuiKeyNote, form.Int: text.TuiKeyInt, form.Money: text.TuiKeyMoney,
		form.Decimal: text.TuiKeyDecimal, form.Percent: text.TuiKeyPercent, form.Date: text.TuiKeyDate, form.Month: text.TuiKeyMonth,
		form.CodeKind: text.TuiKeyCode, form.Ref: text.TuiKeyRef, form.Flag: text.TuiKeyFlag, form.ID: text.TuiKeyID, form.Files: text.TuiKeyFiles,
	}[k]
}
