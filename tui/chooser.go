package tui

import (
	"slices"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/text"
	"yice/tui/lineedit"
	"yice/tui/paint"
)

// chooser is a list laid over a screen and narrowed by typing: Chinese, pinyin initials, English. The command palette is
// one, and so is every question with many possible answers.
type chooser struct {
	title string
	hint  text.Pair // shown while nothing is typed
	all   []option
	shown []int // of all
	ed    *lineedit.Editor
	list  list
	// free, where set, takes what was typed where nothing in the list fits.
	free func(m *Root, typed string) tea.Cmd
	// tab, where set, goes on elsewhere with what was typed.
	tab func(m *Root, typed string) tea.Cmd
}

// option is one line of a chooser.
type option struct {
	title text.Pair
	also  string    // searched too, not shown: an id
	group text.Pair // shown on the left, once for lines that follow one another
	note  string    // shown on the right: a key, a figure
	here  bool      // where the user is: the cursor begins on it
	away  bool      // what is not possible here: shown faint, and only once it is looked for
	take  func(m *Root) tea.Cmd
}

func newChooser(title string, all []option) *chooser {
	c := &chooser{title: title, hint: text.TuiChooseHint, all: all, ed: lineedit.New("", false)}
	c.narrow()
	return c
}

// choose lays a chooser over the screen.
func (m *Root) choose(title text.Pair, all []option) *chooser {
	c := newChooser(title.In(m.lang), all)
	m.open(c, false)
	return c
}

func (c *chooser) place() Place { return InPalette }

// narrow lists what fits what is typed, best first; lines that fit equally well stay in their order.
func (c *chooser) narrow() {
	words := searchWords(c.ed.Text())
	c.shown = c.shown[:0]
	rank := make([]int, len(c.all))
	for i := range c.all {
		if rank[i] = c.all[i].rank(words); c.all[i].away {
			if rank[i] *= 10; len(words) == 0 {
				rank[i] = 0
			}
		}
		if rank[i] > 0 {
			c.shown = append(c.shown, i)
		}
	}
	slices.SortStableFunc(c.shown, func(a, b int) int { return rank[a] - rank[b] })
	c.list = list{n: len(c.shown)}
}

// searchWords splits what is typed at spaces and where Chinese and letters meet: 研发tr is 研发 and tr.
func searchWords(typed string) []string {
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

// rank says how well all of some words fit: 0 not at all, else smaller is better.
func (o *option) rank(words []string) int {
	out := 1
	for _, w := range words {
		r := rankWord(o.title, o.also, w)
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

func (c *chooser) key(m *Root, k tea.KeyPressMsg) (bool, tea.Cmd) {
	key := k.Keystroke()
	switch key {
	case "enter":
		return c.enter(m)
	case "esc", "ctrl+p":
		return true, nil
	case "tab":
		if c.tab != nil {
			m.remove(c)
			return true, c.tab(m, c.ed.Text())
		}
	case "up", "down", "pgup", "pgdown", "ctrl+home", "ctrl+end":
		c.list.move(key)
		return false, nil
	case "ctrl+v", "shift+insert":
		return false, m.askClipboard()
	}
	r := c.ed.Key(k)
	if r.Changed {
		c.narrow()
	}
	if r.Copy != "" {
		return false, m.copyText(r.Copy, text.TuiCopyText)
	}
	return false, nil
}

// enter takes the line, after the chooser is gone, so that what it opens lies on top.
func (c *chooser) enter(m *Root) (bool, tea.Cmd) {
	if c.list.at >= len(c.shown) {
		if typed := strings.TrimSpace(c.ed.Text()); c.free != nil && typed != "" {
			m.remove(c)
			return true, c.free(m, typed)
		}
		return false, nil
	}
	m.remove(c)
	return true, c.all[c.shown[c.list.at]].take(m)
}

func (c *chooser) paste(_ *Root, s string) tea.Cmd {
	c.ed.Insert(s)
	c.narrow()
	return nil
}

// chooserRows are shown at most.
const chooserRows = 16

func (c *chooser) draw(m *Root, whole paint.Area) caret {
	t := m.th
	rows := clampInt(min(len(c.all), chooserRows), 4, whole.H-8)
	in := m.dialogBox(whole, c.title, 78, rows+6)
	c.list.window(rows)
	groupW := c.groupWidth(m)
	prev := ""
	for k := range min(rows, len(c.shown)-c.list.top) {
		o := &c.all[c.shown[c.list.top+k]]
		row := in.Rows(2+k, 1)
		if g := o.group.In(m.lang); g != prev || k == 0 {
			row.Cut(1, 0, groupW-2, g, t.Head)
			prev = g
		}
		noteW := paint.Width(o.note)
		look := t.Text
		if o.away {
			look = t.Faint
		}
		row.Cut(groupW+1, 0, in.W-groupW-noteW-4, o.title.In(m.lang), look)
		row.Right(in.W-noteW-1, 0, noteW, o.note, t.Faint)
	}
	if len(c.shown) == 0 {
		say := text.TuiNothingFits
		if c.free != nil && !c.ed.Empty() {
			say = text.TuiTakeTyped
		}
		in.Cut(1, 2, in.W-2, say.In(m.lang), t.Faint)
	}
	foot := text.TuiPaletteHint.In(m.lang)
	in.Cut(1, in.H-1, in.W-2, foot, t.Faint)
	if len(c.shown) > 0 {
		pos := text.TuiMore.With(c.list.at+1, len(c.shown)).In(m.lang)
		in.Right(in.W-1-paint.Width(pos), in.H-1, paint.Width(pos), pos, t.Faint)
	}
	m.underlay(in)
	if at := c.list.at - c.list.top; at >= 0 && at < rows && len(c.shown) > 0 {
		in.Sub(groupW, 2+at, in.W-groupW, 1).Restyle(func(paint.Style) paint.Style { return t.Cursor })
	}
	return c.drawField(m, in)
}

func (c *chooser) drawField(m *Root, in paint.Area) caret {
	field := in.Sub(1, 0, in.W-2, 1)
	x := c.ed.Draw(field, lineedit.Look{Text: m.th.Input, Mark: m.th.Mark})
	if c.ed.Empty() {
		field.Cut(0, 0, field.W, c.hint.In(m.lang), m.th.Faint.Over(paint.Style{BG: m.th.Input.BG}))
	}
	cx, cy := field.At(x, 0)
	return caret{cx, cy, true}
}

// groupWidth is the room the groups' names take, 1 where there are none.
func (c *chooser) groupWidth(m *Root) int {
	w := 0
	for i := range c.all {
		w = max(w, paint.Width(c.all[i].group.In(m.lang)))
	}
	if w == 0 {
		return 0
	}
	return min(w, 18) + 2
}
