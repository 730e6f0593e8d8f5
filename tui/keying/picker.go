package keying

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/internal/inorder"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Picker is the list under a cell of codes or references: narrowed by number, text or pinyin initials as one types.
type Picker struct {
	f    *form.Field
	lang text.Lang
	// target is the form that a reference names.
	target *form.Form
	all    []entry.Choice // of a reference
	texts  []string       // of a text: what it was on lines before
	items  []pickItem
	list   kit.List
	typed  string
	start  string // what the cell held when it was opened
	// none: no line is marked, and Enter keeps what was typed: digits that are no number of the list, or a reference to what
	// is not there. An arrow marks one; a record is made of nothing less.
	none bool
	// pointed: a line was clicked, and is meant whatever the cell held.
	pointed bool
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

// NewPicker makes the list of a field, nil where it has none.
func NewPicker(f *form.Field, l text.Lang, typed string) *Picker {
	if f.Kind != form.CodeKind && f.Kind != form.Flag && f.Kind != form.Ref && len(f.Codes) == 0 {
		return nil
	}
	p := &Picker{f: f, lang: l, start: typed, target: form.ByID(f.Ref)}
	p.Narrow(typed)
	return p
}

// NewTextPicker makes the list of a text: what it was on lines before, the newest first.
func NewTextPicker(f *form.Field, l text.Lang, typed string, texts []string) *Picker {
	p := &Picker{f: f, lang: l, start: typed, texts: texts}
	p.Narrow(typed)
	return p
}

// ChoicesMsg is the rows a reference can name.
type ChoicesMsg struct {
	Target *form.Form // the form that is named
	Form   *form.Form // whose field asked
	Field  string
	Rows   []entry.Choice
}

// AskChoices reads the rows that a field of a form can name.
func AskChoices(m screen.Desk, f *form.Form, fd *form.Field) tea.Cmd {
	s := m.Session()
	return func() tea.Msg { return ChoicesMsg{s.Forms().ByID(fd.Ref), f, fd.ID, s.Choices(fd)} }
}

// Offer takes the rows that were read.
func (p *Picker) Offer(c ChoicesMsg) {
	if c.Field == p.f.ID {
		p.all, p.target = c.Rows, c.Target
		p.Narrow(p.typed)
	}
}

// Open reports whether there is anything to choose.
func (p *Picker) Open() bool { return p != nil && len(p.items) > 0 }

// Narrow follows what is typed. What the cell held when it was opened narrows nothing: all is shown, it is marked.
func (p *Picker) Narrow(typed string) {
	p.typed, p.pointed = typed, false
	search := strings.TrimSpace(typed)
	if typed == p.start {
		search = ""
	}
	p.items = p.items[:0:0]
	switch {
	case p.texts != nil:
		p.narrowTexts(search)
	case p.f.Kind == form.Ref:
		p.narrowRefs(search)
	default:
		p.narrowCodes(search)
	}
	p.list.N, p.list.At, p.list.Top = len(p.items), 0, 0
	if search == "" {
		p.list.At = p.index(typed)
	}
	p.none = search != "" && len(p.items) > 0 && !p.meant(search)
}

// meant reports whether what is typed means the first line. Digits in a list with numbers mean that number and no other,
// and text that fits no row of another form means none, least of all a new one.
func (p *Picker) meant(search string) bool {
	first := &p.items[0]
	switch {
	case first.create:
		return false
	case p.texts != nil:
		return initials(search)
	case p.f.Kind == form.Ref || !digits(search) || !numbered(p.f):
		return true
	}
	v, err := p.f.Parse(search, form.NoUnit)
	return err == nil && v.Str() == first.take
}

// numbered reports whether the codes of a list have numbers of their own.
func numbered(f *form.Field) bool {
	return f.OpenCodes || slices.ContainsFunc(f.Codes, func(c form.Code) bool { return c.NBS != "" })
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// Move goes through the list; from no line to the first, or to the last.
func (p *Picker) Move(key string) {
	if !p.none {
		p.list.Move(key)
		return
	}
	p.none = false
	if key == "up" || key == "pgup" {
		p.list.At = len(p.items) - 1
	}
}

// narrowCodes lists what fits. A list without numbers of its own is chosen from by place, which stands beside every line.
func (p *Picker) narrowCodes(search string) {
	whole := p.f.Lookup("")
	if numbered(p.f) {
		for _, c := range p.f.Lookup(search) {
			p.items = append(p.items, pickItem{take: c.ID, no: c.NBS, title: c.Title.In(p.lang)})
		}
		return
	}
	place := make(map[string]int, len(whole))
	for i, c := range whole {
		place[c.ID] = i + 1
	}
	found := p.f.Lookup(search)
	if digits(search) {
		found = nil
		if k, err := strconv.Atoi(search); err == nil && k >= 1 && k <= len(whole) {
			found = whole[k-1 : k]
		}
	}
	for _, c := range found {
		p.items = append(p.items, pickItem{take: c.ID, no: strconv.Itoa(place[c.ID]), title: c.Title.In(p.lang)})
	}
}

// narrowTexts lists texts of before that begin with what is typed, in letters or as it stands, or have it within. Letters alone mean the
// first of them; other text is somebody's own words, and means itself until an arrow marks a line.
func (p *Picker) narrowTexts(search string) {
	if search == "" || slices.Contains(p.texts, search) {
		return
	}
	var within []pickItem
	for _, t := range p.texts {
		switch it := (pickItem{take: t, title: t}); {
		case strings.HasPrefix(t, search) || initials(search) && form.Sounds(t, search, true):
			p.items = append(p.items, it)
		case strings.Contains(t, search):
			within = append(within, it)
		}
	}
	p.items = append(p.items, within...)
	if len(p.items) > 0 && initials(search) {
		p.items = append(p.items, pickItem{take: search, no: "=", title: text.TuiAsTyped.With(search).In(p.lang)})
	}
}

// initials reports letters that may well spell a Chinese text.
func initials(s string) bool {
	return len(s) > 1 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == ""
}

func (p *Picker) narrowRefs(search string) {
	low := strings.ToLower(search)
	exact := false
	for _, c := range p.all {
		exact = exact || c.Key == search
		if low == "" || strings.Contains(strings.ToLower(c.Key), low) || strings.Contains(strings.ToLower(c.Title), low) || form.Sounds(c.Title, low, false) {
			p.items = append(p.items, pickItem{take: c.Key, no: c.Key, title: c.Title})
		}
	}
	inorder.Stably(p.items, func(a, b pickItem) int { // one that is named whole comes first
		switch whole := a.take == search; {
		case whole == (b.take == search):
			return 0
		case whole:
			return -1
		}
		return 1
	})
	if search != "" && !exact {
		target := p.target
		if target != nil && len(target.Keys) > 0 {
			p.items = append(p.items, pickItem{take: search, no: "↓", title: text.TuiCreateRow.With(target.Title, search).In(p.lang), create: true})
		}
	}
}

// index finds the item a text already names.
func (p *Picker) index(typed string) int {
	for i, it := range p.items {
		if it.take == typed || it.title == typed {
			return i
		}
	}
	return 0
}

// Chosen gives what Enter takes: nothing where the cell was left as it was, or emptied.
func (p *Picker) Chosen() (take string, create, ok bool) {
	if p.pointed && p.list.At < len(p.items) {
		it := p.items[p.list.At]
		return it.take, it.create, true
	}
	if p.none || p.typed == p.start && p.list.At == p.index(p.typed) || len(p.items) == 0 {
		return "", false, false
	}
	if strings.TrimSpace(p.typed) == "" && p.start != "" && p.list.At == 0 {
		return "", false, false
	}
	it := p.items[p.list.At]
	return it.take, it.create, true
}

// Draw draws the list below the cell, or above it where there is no room below.
func (p *Picker) Draw(m screen.Desk, a paint.Area, x, y, cellW int) {
	lang := m.Lang()
	t := m.Theme()
	if len(p.items) == 0 {
		if p.typed != "" && p.f.Kind != form.Ref && p.texts == nil {
			popup(m, a, x, y, cellW, []kit.Line{{{text.TuiNoCode.In(lang), t.Warn}}}, -1)
		}
		return
	}
	p.list.Window(min(pickRows, max(a.H-4, 3)))
	noW := 0
	for _, it := range p.items {
		noW = max(noW, paint.Width(it.no))
	}
	noW = min(noW, 20)
	var rows []kit.Line
	for k := range min(p.list.Rows, len(p.items)-p.list.Top) {
		it := p.items[p.list.Top+k]
		var l kit.Line
		if noW > 0 {
			l = append(l, kit.Piece{paint.PadLeft(it.no, noW) + "  ", t.Faint})
		}
		l = append(l, kit.Piece{paint.Cut(it.title, 44), t.Text})
		rows = append(rows, l)
	}
	if p.list.N > len(rows) {
		rows = append(rows, kit.Line{{text.TuiMore.With(p.list.At+1, p.list.N).In(lang), t.Faint}})
	}
	at := p.list.At - p.list.Top
	if p.none {
		at = -1
	}
	in := popup(m, a, x, y, cellW, rows, at)
	m.Spot(in.Rows(0, p.list.Rows), func(_, y int) tea.Cmd {
		if p.list.Top+y >= len(p.items) {
			return nil
		}
		p.list.At, p.none, p.pointed = p.list.Top+y, false, true
		return m.Press("enter", 1)
	})
}

// popup draws a small box beside a cell: below it, or above where there is no room; it gives the area inside.
func popup(m screen.Desk, a paint.Area, x, y, cellW int, rows []kit.Line, at int) paint.Area {
	t := m.Theme()
	w := max(cellW, 8)
	for _, l := range rows {
		w = max(w, l.Width()+2)
	}
	w = min(w+2, a.W)
	h := len(rows) + 2
	top := y + 1
	if top+h > a.H && y-h >= 0 {
		top = y - h
	}
	left := kit.ClampInt(x-1, 0, a.W-w)
	box := a.Sub(left, top, w, h)
	kit.Cover(m, box)
	box.Fill(t.Dialog)
	in := box.Box(t.Chrome, "", "", t.Frame.Over(t.Dialog), t.Head, t.Faint)
	for i, l := range rows {
		l.Draw(in, 1, i)
	}
	box.Restyle(func(s paint.Style) paint.Style { return s.Over(t.Dialog) })
	if at >= 0 && at < in.H {
		in.Rows(at, 1).Restyle(func(paint.Style) paint.Style { return t.Cursor })
	}
	return in
}

// DrawResult shows what a figure being keyed comes to where that is not plain from its text: an arithmetic, a unit, a
// date in another spelling; and what is wrong with what cannot be read yet.
func DrawResult(m screen.Desk, a paint.Area, f *form.Field, typed string, x, y, cellW int) {
	lang := m.Lang()
	t := m.Theme()
	if dated(f) {
		drawReading(m, a, f, typed, x, y)
		return
	}
	if strings.TrimSpace(typed) == "" || f.Kind == form.Text || f.Kind == form.Note || f.Kind == form.Files {
		return
	}
	v, err := f.Parse(typed, f.Unit)
	if err != nil {
		if strings.HasPrefix(typed, "=") || len(typed) > 3 {
			var rows []kit.Line
			for _, s := range paint.Wrap(kit.Sentence(err).In(lang), 40) {
				rows = append(rows, kit.Line{{s, t.Warn}})
			}
			if other := otherReading(m, f, typed); other != nil { // too much in this unit, and not in the other
				rows = append(rows, other)
			}
			popup(m, a, x, y, cellW, rows, -1)
		}
		return
	}
	words := spokenMoney(m, f, typed, v)
	shown := f.Display(v, f.Unit, lang)
	if shown == typed || strings.ReplaceAll(shown, ",", "") == strings.TrimSpace(typed) || f.Typed(v, f.Unit) == strings.TrimSpace(typed) {
		if words != nil {
			popup(m, a, x, y, cellW, []kit.Line{words}, -1)
		}
		return
	}
	shown = text.InUnit(shown, f.Unit.Title).In(lang)
	rows := []kit.Line{{{"= ", t.Faint}, {shown, t.Strong}}}
	if words != nil {
		rows = append(rows, words)
	}
	popup(m, a, x, y, cellW, rows, -1)
}
