package kit

import (
	"slices"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/text"
	"yice/tui/lineedit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// InPalette is a list narrowed by typing, laid over a screen.
var InPalette = &screen.Place{ID: "palette", Title: text.TuiPlacePalette, For: text.TuiForPalette, Met: 360}

// Chooser is a list laid over a screen and narrowed by typing: Chinese, pinyin initials, English. The command palette is
// one, and so is every question with many possible answers.
type Chooser struct {
	title string
	Hint  text.Pair // shown while nothing is typed
	All   []Option
	shown []int // of all
	ed    *lineedit.Editor
	List  List
	// Free, where set, takes what was typed where nothing in the list fits.
	Free func(typed string) tea.Cmd
	// Tab, where set, goes on elsewhere with what was typed.
	Tab func(typed string) tea.Cmd
}

// Option is one line of a chooser.
type Option struct {
	Title text.Pair
	Also  string    // searched too, not shown: an id
	Group text.Pair // shown on the left, once for lines that follow one another
	Note  string    // shown on the right: a key, a figure
	Told  text.Pair // said whole below the list while the cursor is on the line, where its title and note say less
	Here  bool      // where the user is: the cursor begins on it
	Away  bool      // what is not possible here: shown faint, and only once it is looked for
	Take  func() tea.Cmd
}

// NewChooser is a chooser with all its lines; see Choose.
func NewChooser(title string, all []Option) *Chooser {
	c := &Chooser{title: title, Hint: text.TuiChooseHint, All: all, ed: lineedit.New("", false)}
	c.narrow()
	return c
}

// Choose lays a chooser over the screen.
func Choose(m screen.Desk, title text.Pair, all []Option) *Chooser {
	c := NewChooser(title.In(m.Lang()), all)
	m.Open(c)
	return c
}

// Place is that of its keys.
func (c *Chooser) Place() *screen.Place { return InPalette }

// narrow lists what fits what is typed, best first; lines that fit equally well stay in their order.
func (c *Chooser) narrow() {
	words := SearchWords(c.ed.Text())
	c.shown = c.shown[:0]
	rank := make([]int, len(c.All))
	for i := range c.All {
		if rank[i] = c.All[i].Rank(words); c.All[i].Away {
			if rank[i] *= 10; len(words) == 0 {
				rank[i] = 0
			}
		}
		if rank[i] > 0 {
			c.shown = append(c.shown, i)
		}
	}
	slices.SortStableFunc(c.shown, func(a, b int) int { return rank[a] - rank[b] })
	c.List = List{N: len(c.shown)}
	if len(words) == 0 {
		c.List.At = max(slices.IndexFunc(c.shown, func(i int) bool { return c.All[i].Here }), 0)
	}
}

// SearchWords splits what is typed at spaces and where Chinese and letters meet: 研发tr is 研发 and tr.
func SearchWords(typed string) []string {
	var words []string
	last := 0
	for _, r := range strings.ToLower(typed) {
		kind := 1
		switch {
		case unicode.IsSpace(r):
			kind = 0
		case unicode.Is(unicode.Han, r):
			kind = 2
		}
		switch {
		case kind != 0 && kind == last:
			words[len(words)-1] += string(r)
		case kind != 0:
			words = append(words, string(r))
		}
		last = kind
	}
	return words
}

// Rank says how well all of some words fit: 0 not at all, else smaller is better.
func (o *Option) Rank(words []string) int {
	out := 1
	for _, w := range words {
		r := rankWord(o.Title, o.Also, w)
		if r == 0 {
			return 0
		}
		out = max(out, r)
	}
	return out
}

func rankWord(title text.Pair, also, w string) int {
	zh, en := strings.ToLower(title.ZH), strings.ToLower(title.EN)
	switch {
	case strings.HasPrefix(zh, w), strings.HasPrefix(en, w):
		return 1
	case form.Sounds(title.ZH, w, true):
		return 2
	case strings.Contains(zh, w), strings.Contains(en, " "+w):
		return 3
	case form.Sounds(title.ZH, w, false):
		return 4
	case strings.Contains(en, w), strings.Contains(strings.ToLower(also), w):
		return 5
	}
	return 0
}

// Key takes a key.
func (c *Chooser) Key(m screen.Desk, k tea.KeyPressMsg) (bool, tea.Cmd) {
	key := k.Keystroke()
	switch key {
	case "enter":
		return c.enter(m)
	case "esc", "ctrl+p":
		return true, nil
	case "tab":
		if c.Tab != nil {
			m.Close(c)
			return true, c.Tab(c.ed.Text())
		}
	case "up", "down", "pgup", "pgdown", "ctrl+home", "ctrl+end":
		c.List.Move(key)
		return false, nil
	case "ctrl+v", "shift+insert":
		return false, m.AskClipboard()
	}
	r := c.ed.Key(k)
	if r.Changed {
		c.narrow()
	}
	if r.Copy != "" {
		return false, m.Copy(r.Copy, text.TuiCopyText)
	}
	return false, nil
}

// enter takes the line, after the chooser is gone, so that what it opens lies on top.
func (c *Chooser) enter(m screen.Desk) (bool, tea.Cmd) {
	if c.List.At >= len(c.shown) {
		if typed := strings.TrimSpace(c.ed.Text()); c.Free != nil && typed != "" {
			m.Close(c)
			return true, c.Free(typed)
		}
		return false, nil
	}
	m.Close(c)
	return true, c.All[c.shown[c.List.At]].Take()
}

// Paste puts a text where the caret is.
func (c *Chooser) Paste(_ screen.Desk, s string) tea.Cmd {
	c.ed.Insert(s)
	c.narrow()
	return nil
}

// chooserRows are shown at most, in a dialog chooserW cells wide.
const chooserRows, chooserW = 16, 78

// Draw draws it in the middle of the frame.
func (c *Chooser) Draw(m screen.Desk, whole paint.Area) screen.Caret {
	t, l := m.Theme(), m.Lang()
	told := c.toldRows(m, min(chooserW, whole.W-4)-6)
	rows := ClampInt(min(len(c.All), chooserRows), 4, whole.H-7-told)
	in := Dialog(m, whole, c.title, chooserW, rows+5+told)
	c.List.Window(rows)
	groupW := c.groupWidth(m)
	prev := ""
	for k := range min(rows, len(c.shown)-c.List.Top) {
		at := c.List.Top + k
		o := &c.All[c.shown[at]]
		row := in.Rows(2+k, 1)
		Zone(m, row, 0, row.W, func() tea.Cmd {
			c.List.At = at
			_, cmd := c.enter(m)
			return cmd
		})
		if g := o.Group.In(l); g != prev || k == 0 {
			row.Cut(1, 0, groupW-2, g, t.Head)
			prev = g
		}
		noteW := paint.Width(o.Note)
		look := t.Text
		if o.Away {
			look = t.Faint
		}
		room := in.W - groupW - noteW - 4
		row.Cut(groupW+1, 0, room, o.Title.In(l), look)
		whole := o.Told.In(l)
		if whole == "" && paint.Width(o.Title.In(l)) > room {
			whole = o.Title.In(l)
		}
		if at == c.List.At && whole != "" { // where there is a row for it
			for y, say := range paint.Wrap(whole, in.W-2) {
				if y < told {
					in.Text(1, in.H-1-told+y, say, t.Text)
				}
			}
		}
		row.Right(in.W-noteW-1, 0, noteW, o.Note, t.Faint)
	}
	if len(c.shown) == 0 {
		say := text.TuiNothingFits
		if c.Free != nil && !c.ed.Empty() {
			say = text.TuiTakeTyped
		}
		in.Cut(1, 2, in.W-2, say.In(l), t.Faint)
	}
	foot := text.TuiPaletteHint
	if c.Tab != nil {
		foot = text.TuiPaletteHintTab
	}
	Hint(m, in, 1, in.H-1, in.W-2, foot.In(l), t.Faint)
	if len(c.shown) > 0 {
		pos := text.TuiMore.With(c.List.At+1, len(c.shown)).In(l)
		in.Right(in.W-1-paint.Width(pos), in.H-1, paint.Width(pos), pos, t.Faint)
	}
	Underlay(m, in)
	if at := c.List.At - c.List.Top; at >= 0 && at < rows && len(c.shown) > 0 {
		in.Sub(groupW, 2+at, in.W-groupW, 1).Restyle(func(paint.Style) paint.Style { return t.Cursor })
	}
	return c.drawField(m, in)
}

func (c *Chooser) drawField(m screen.Desk, in paint.Area) screen.Caret {
	t := m.Theme()
	field := in.Sub(1, 0, in.W-2, 1)
	x := Field(m, field, c.ed, lineedit.Look{Text: t.Input, Mark: t.Mark})
	if c.ed.Empty() {
		field.Cut(0, 0, field.W, c.Hint.In(m.Lang()), t.Faint.Over(paint.Style{BG: t.Input.BG}))
	}
	cx, cy := field.At(x, 0)
	return screen.CaretAt(cx, cy)
}

// toldRows are those below the list in which the longest title, or what is told of a line, stands whole, w cells wide each.
func (c *Chooser) toldRows(m screen.Desk, w int) int {
	n := 1
	for i := range c.All {
		n = max(n, len(paint.Wrap(c.All[i].Title.In(m.Lang()), w)), len(paint.Wrap(c.All[i].Told.In(m.Lang()), w)))
	}
	return min(n, 3)
}

// groupWidth is the room the groups' names take, 1 where there are none.
func (c *Chooser) groupWidth(m screen.Desk) int {
	w := 0
	for i := range c.All {
		w = max(w, paint.Width(c.All[i].Group.In(m.Lang())))
	}
	if w == 0 {
		return 0
	}
	return min(w, 18) + 2
}
