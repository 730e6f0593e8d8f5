package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/paint"
)

// picker is the list under a cell of codes or references: narrowed by number, text or pinyin initials as one types.
type picker struct {
	f     *form.Field
	lang  text.Lang
	all   []entry.Choice // of a reference
	items []pickItem
	list  list
	typed string
	start string // what the cell held when it was opened
}

// pickItem is one line of the list.
type pickItem struct {
	take   string // what the cell then holds
	no     string // number or key shown before
	title  string
	create bool
}

// pickRows are shown at most.
const pickRows = 9

// newPicker makes the list of a field, nil where it has none.
func newPicker(f *form.Field, l text.Lang, typed string) *picker {
	if f.Kind != form.CodeKind && f.Kind != form.Flag && f.Kind != form.Ref && len(f.Codes) == 0 {
		return nil
	}
	p := &picker{f: f, lang: l, start: typed}
	p.narrow(typed)
	return p
}

// choicesMsg is the rows a reference can name.
type choicesMsg struct {
	form  *form.Form
	field string
	list  []entry.Choice
}

func (m *Root) askChoices(f *form.Form, fd *form.Field) tea.Cmd {
	s := m.desk.s
	return func() tea.Msg { return choicesMsg{f, fd.ID, s.Choices(fd)} }
}

func (p *picker) offer(c choicesMsg) {
	if c.field == p.f.ID {
		p.all = c.list
		p.narrow(p.typed)
	}
}

// open reports whether there is anything to choose.
func (p *picker) open() bool { return p != nil && len(p.items) > 0 }

// narrow follows what is typed. What the cell held when it was opened narrows nothing: all is shown, it is marked.
func (p *picker) narrow(typed string) {
	p.typed = typed
	search := strings.TrimSpace(typed)
	if typed == p.start {
		search = ""
	}
	p.items = p.items[:0:0]
	if p.f.Kind == form.Ref {
		p.narrowRefs(search)
	} else {
		p.narrowCodes(search)
	}
	p.list.n, p.list.at, p.list.top = len(p.items), 0, 0
	if search == "" {
		p.list.at = p.index(typed)
	}
}

func (p *picker) narrowCodes(search string) {
	for i, c := range p.f.Lookup(search) {
		no := c.NBS
		if no == "" && search == "" && len(p.f.Codes) <= 9 {
			no = strconv.Itoa(i + 1)
		}
		p.items = append(p.items, pickItem{take: c.ID, no: no, title: c.Title.In(p.lang)})
	}
	if len(p.items) == 0 && search != "" && len(search) == 1 && search[0] >= '1' && search[0] <= '9' {
		// A list without numbers of its own is chosen from by place.
		all := p.f.Lookup("")
		if k := int(search[0] - '1'); k < len(all) {
			p.items = append(p.items, pickItem{take: all[k].ID, no: search, title: all[k].Title.In(p.lang)})
		}
	}
}

func (p *picker) narrowRefs(search string) {
	low := strings.ToLower(search)
	exact := false
	for _, c := range p.all {
		exact = exact || c.Key == search
		if low == "" || strings.Contains(strings.ToLower(c.Key), low) || strings.Contains(strings.ToLower(c.Title), low) || form.Sounds(c.Title, low, false) {
			p.items = append(p.items, pickItem{take: c.Key, no: c.Key, title: c.Title})
		}
	}
	if search != "" && !exact {
		target := form.ByID(p.f.Ref)
		if target != nil && len(target.Keys) > 0 {
			p.items = append(p.items, pickItem{take: search, no: "+", title: text.TuiCreateRow.With(target.Title, search).In(p.lang), create: true})
		}
	}
}

// index finds the item a text already names.
func (p *picker) index(typed string) int {
	for i, it := range p.items {
		if it.take == typed || it.title == typed {
			return i
		}
	}
	return 0
}

// chosen gives what Enter takes: nothing where the cell was left as it was, or emptied.
func (p *picker) chosen() (take string, create, ok bool) {
	if p.typed == p.start && p.list.at == p.index(p.typed) || len(p.items) == 0 {
		return "", false, false
	}
	if strings.TrimSpace(p.typed) == "" && p.start != "" && p.list.at == 0 {
		return "", false, false
	}
	it := p.items[p.list.at]
	return it.take, it.create, true
}

// draw draws the list below the cell, or above it where there is no room below.
func (p *picker) draw(m *Root, a paint.Area, x, y, cellW int) {
	if len(p.items) == 0 {
		if p.typed != "" && p.f.Kind != form.Ref {
			m.popup(a, x, y, cellW, []line{{{text.TuiNoCode.In(m.lang), m.th.Warn}}}, -1)
		}
		return
	}
	p.list.window(min(pickRows, max(a.H-4, 3)))
	noW := 0
	for _, it := range p.items {
		noW = max(noW, paint.Width(it.no))
	}
	noW = min(noW, 20)
	var rows []line
	for k := range min(p.list.rows, len(p.items)-p.list.top) {
		it := p.items[p.list.top+k]
		var l line
		if noW > 0 {
			l = append(l, piece{paint.PadLeft(it.no, noW) + "  ", m.th.Faint})
		}
		l = append(l, piece{paint.Cut(it.title, 44), m.th.Text})
		rows = append(rows, l)
	}
	if p.list.n > len(rows) {
		rows = append(rows, line{{text.TuiMore.With(p.list.at+1, p.list.n).In(m.lang), m.th.Faint}})
	}
	m.popup(a, x, y, cellW, rows, p.list.at-p.list.top)
}

// popup draws a small box beside a cell: below it, or above where there is no room.
func (m *Root) popup(a paint.Area, x, y, cellW int, rows []line, at int) {
	w := max(cellW, 8)
	for _, l := range rows {
		w = max(w, l.width()+2)
	}
	w = min(w+2, a.W)
	h := len(rows) + 2
	top := y + 1
	if top+h > a.H && y-h >= 0 {
		top = y - h
	}
	left := clampInt(x-1, 0, a.W-w)
	box := a.Sub(left, top, w, h)
	box.Fill(m.th.Dialog)
	in := box.Box(m.th.Chrome, "", "", m.th.Frame.Over(m.th.Dialog), m.th.Head, m.th.Faint)
	for i, l := range rows {
		l.draw(in, 1, i)
	}
	box.Restyle(func(s paint.Style) paint.Style { return s.Over(m.th.Dialog) })
	if at >= 0 && at < in.H {
		in.Rows(at, 1).Restyle(func(paint.Style) paint.Style { return m.th.Cursor })
	}
}

// drawResult shows what a figure being keyed comes to where that is not plain from its text: an arithmetic, a unit, a
// date in another spelling; and what is wrong with what cannot be read yet.
func drawResult(m *Root, a paint.Area, f *form.Field, typed string, x, y, cellW int) {
	if dated(f) {
		m.drawReading(a, f, typed, x, y)
		return
	}
	if strings.TrimSpace(typed) == "" || f.Kind == form.Text || f.Kind == form.Note || f.Kind == form.Files {
		return
	}
	v, err := f.Parse(typed, f.Unit)
	if err != nil {
		if strings.HasPrefix(typed, "=") || len(typed) > 3 {
			var rows []line
			for _, s := range paint.Wrap(sentence(err).In(m.lang), 40) {
				rows = append(rows, line{{s, m.th.Warn}})
			}
			if other := m.otherReading(f, typed); other != nil { // too much in this unit, and not in the other
				rows = append(rows, other)
			}
			m.popup(a, x, y, cellW, rows, -1)
		}
		return
	}
	words := m.spokenMoney(f, typed, v)
	shown := f.Display(v, f.Unit, m.lang)
	if shown == typed || strings.ReplaceAll(shown, ",", "") == strings.TrimSpace(typed) || f.Typed(v, f.Unit) == strings.TrimSpace(typed) {
		if words != nil {
			m.popup(a, x, y, cellW, []line{words}, -1)
		}
		return
	}
	if u := f.Unit.Title.In(m.lang); u != "" {
		shown += " " + u
	}
	rows := []line{{{"= ", m.th.Faint}, {shown, m.th.Strong}}}
	if words != nil {
		rows = append(rows, words)
	}
	m.popup(a, x, y, cellW, rows, -1)
}
