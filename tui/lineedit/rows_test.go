package lineedit

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/vt"
	"pgregory.net/rapid"

	"yice/tui/paint"
)

func init() {
	for name, k := range map[string]tea.KeyPressMsg{
		"<up>": {Code: tea.KeyUp}, "<down>": {Code: tea.KeyDown}, "<pgup>": {Code: tea.KeyPgUp}, "<pgdown>": {Code: tea.KeyPgDown},
		"<C-home>": {Code: tea.KeyHome, Mod: tea.ModCtrl}, "<C-end>": {Code: tea.KeyEnd, Mod: tea.ModCtrl},
		"<S-up>": {Code: tea.KeyUp, Mod: tea.ModShift}, "<S-down>": {Code: tea.KeyDown, Mod: tea.ModShift}, "<S-end>": {Code: tea.KeyEnd, Mod: tea.ModShift},
		"<C-n>": {Code: 'n', Mod: tea.ModCtrl}, "<A-enter>": {Code: tea.KeyEnter, Mod: tea.ModAlt}, "<S-enter>": {Code: tea.KeyEnter, Mod: tea.ModShift},
		"<C-j>": {Code: 'j', Mod: tea.ModCtrl}, "<enter>": {Code: tea.KeyEnter},
	} {
		named[name] = k
	}
}

// drawRows puts the field into a terminal emulator of w × h.
func drawRows(t interface{ Fatal(...any) }, e *Editor, w, h int) (x, y int, term *vt.Emulator) {
	c := paint.New(w, h)
	x, y = e.DrawRows(c.All(), Look{Mark: paint.Style{Attr: paint.Reverse}})
	term = screen(w, h)
	if _, err := term.WriteString(strings.ReplaceAll(c.String(), "\n", "\r\n")); err != nil {
		t.Fatal(err)
	}
	return x, y, term
}

func shownRows(term *vt.Emulator) string {
	var rows []string
	for y := range term.Height() {
		var b strings.Builder
		for x := range term.Width() {
			if c := term.CellAt(x, y); c != nil && c.Width > 0 {
				b.WriteString(c.Content)
			}
		}
		rows = append(rows, strings.TrimRight(b.String(), " "))
	}
	return strings.TrimRight(strings.Join(rows, "|"), "|")
}

func TestRowsAreBrokenAndTheCaretStandsInItsCell(t *testing.T) {
	for _, k := range []struct {
		name string
		keys []string
		w, h int
		want string
		x, y int
	}{
		{"a new line", []string{"研发", "<C-n>", "投入"}, 11, 3, "研发|投入", 4, 1},
		{"the keys of others", []string{"a", "<A-enter>", "b", "<S-enter>", "c", "<C-j>", "d"}, 11, 4, "a|b|c|d", 1, 3},
		{"after the last break", []string{"研发", "<C-n>"}, 11, 3, "研发", 0, 1},
		{"chinese breaks anywhere", []string{"研发投入台账备注"}, 11, 3, "研发投入台|账备注", 6, 1},
		{"not before a closing mark", []string{"研发投入台，账"}, 11, 3, "研发投入|台，账", 6, 1},
		{"words stay whole", []string{"one two three"}, 9, 3, "one two|three", 5, 1},
		{"a long word is cut", []string{"abcdefghijk"}, 6, 3, "abcde|fghij|k", 1, 2},
		{"blanks hang over the edge", []string{"one two", "<left>", "<left>", "<left>"}, 4, 3, "one|two", 0, 1},
		{"a full row, at its end", []string{"研发投入台", "账", "<up>", "<end>"}, 11, 3, "研发投入台|账", 10, 0},
		{"full-width digits", []string{"１２３４５６"}, 11, 3, "１２３４５|６", 2, 1},
		{"quotes and circled digits", []string{"“甲”①乙"}, 11, 2, "“甲”①乙", 7, 0},
		{"emoji", []string{"a👍", "<C-n>", "👍b"}, 11, 3, "a👍|👍b", 3, 1},
		{"joined emoji", []string{"👨‍👩‍👧x"}, 11, 2, "👨x", 3, 0},
		{"combining", []string{"e\u0301te\u0301", "<left>"}, 11, 2, "e\u0301te\u0301", 2, 0},
		{"up keeps the column", []string{"研发投入", "<C-n>", "a", "<C-n>", "台账备注", "<up>", "<up>"}, 20, 4, "研发投入|a|台账备注", 8, 0},
		{"up into a wide character", []string{"研发", "<C-n>", "abc", "<up>"}, 20, 3, "研发|abc", 2, 0},
		{"home of a row", []string{"研发投入台账备注", "<home>"}, 11, 3, "研发投入台|账备注", 0, 1},
		{"end of the one above", []string{"研发投入台账备注", "<C-home>", "<end>"}, 11, 3, "研发投入台|账备注", 10, 0},
		{"scrolled", []string{"一", "<C-n>", "二", "<C-n>", "三", "<C-n>", "四"}, 11, 2, "三|四", 2, 1},
		{"scrolled back", []string{"一", "<C-n>", "二", "<C-n>", "三", "<C-n>", "四", "<C-home>"}, 11, 2, "一|二", 0, 0},
		{"up from the first row", []string{"研发", "<up>"}, 11, 2, "研发", 0, 0},
		{"down from the last row", []string{"研发", "<home>", "<down>"}, 11, 2, "研发", 4, 0},
		{"to the line's beginning", []string{"一", "<C-n>", "二三", "<C-u>"}, 11, 3, "一", 0, 1},
		{"to the line's end", []string{"一二", "<C-n>", "三", "<C-home>", "<C-k>"}, 11, 3, "|三", 0, 0},
		{"the break itself", []string{"一二", "<C-n>", "三", "<C-home>", "<end>", "<C-k>"}, 11, 3, "一二三", 4, 0},
	} {
		t.Run(k.name, func(t *testing.T) {
			e := New("", true)
			for _, key := range k.keys {
				press(e, key)
				drawRows(t, e, k.w, k.h) // the keys go by what is on the screen
			}
			x, y, term := drawRows(t, e, k.w, k.h)
			if got := shownRows(term); got != k.want || x != k.x || y != k.y {
				t.Errorf("shown %q caret %d,%d, want %q caret %d,%d", got, x, y, k.want, k.x, k.y)
			}
		})
	}
}

// Whatever is keyed into a field of several lines, its rows hold all of the text and fit, and the caret is on the
// character it stands before.
func TestCaretOfRowsAlwaysPointsAtItsCharacter(t *testing.T) {
	keys := []string{
		"研", "a", "１", "e\u0301", "👍", " ", "，", "“", "①", "\x07", "<C-n>", "<left>", "<right>", "<up>", "<down>", "<home>", "<end>", "<pgup>", "<pgdown>",
		"<C-home>", "<C-end>", "<S-up>", "<S-down>", "<S-end>", "<bs>", "<del>", "<C-w>", "<C-z>", "<C-y>", "<C-x>", "<C-u>", "<C-k>",
	}
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(4, 14).Draw(t, "w"), rapid.IntRange(1, 4).Draw(t, "h")
		e := New("", true)
		for _, k := range rapid.SliceOf(rapid.SampledFrom(keys)).Draw(t, "keys") {
			press(e, k)
			x, y, term := drawRows(t, e, w, h)
			at := 0
			for _, r := range e.rows(w - 1) {
				if r.from != at || strings.TrimRight(text(e.text[r.from:r.end()]), " ") != "" && paint.Width(strings.TrimRight(text(e.text[r.from:r.end()]), " ")) > w-1 {
					t.Fatalf("rows %v of %q in %d cells", e.rows(w-1), e.Text(), w-1)
				}
				at = r.to
			}
			if at != len(e.text) {
				t.Fatalf("rows end at %d of %d", at, len(e.text))
			}
			if x < 0 || x >= w || y < 0 || y >= h {
				t.Fatalf("caret in %d,%d of %d × %d", x, y, w, h)
			}
			want := " "
			if e.caret < len(e.text) && !isBreak(e.text[e.caret]) && x < w-1 && !e.lay.late {
				want = e.text[e.caret].Shown
			}
			if got := term.CellAt(x, y); got != nil && got.Content != want && !(want == " " && got.Content == "") {
				t.Fatalf("caret %d,%d holds %q, the character there is %q (%q)", x, y, got.Content, want, e.Text())
			}
		}
	})
}

func TestSelectionGoesByRows(t *testing.T) {
	e := New("一二\n三四\n五六", true)
	drawRows(t, e, 11, 3)
	if got := press(e, "<S-up>", "<S-up>", "<C-c>"); got != "\n三四\n五六" {
		t.Errorf("copied %q", got)
	}
	if got := press(e, "<C-a>", "<C-x>"); got != "一二\n三四\n五六" || !e.Empty() {
		t.Errorf("cut %q, left %q", got, e.Text())
	}
	if press(e, "<C-z>"); e.Text() != "一二\n三四\n五六" {
		t.Errorf("undone to %q", e.Text())
	}
}

func TestEnterIsLeftToTheScreen(t *testing.T) {
	e := New("a", true)
	if r := e.Key(named["<enter>"]); r.Handled || r.Changed {
		t.Errorf("%+v", r)
	}
	one := New("a", false)
	if r := one.Key(named["<C-n>"]); r.Handled || r.Changed {
		t.Errorf("a field of one line took a line break: %+v", r)
	}
}

func TestWhereTellsRows(t *testing.T) {
	e := New(strings.Repeat("研发投入\n", 9)+"末", true)
	drawRows(t, e, 11, 4)
	if got, want := e.Where(), (Place{9, 10, 6, 4}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got := e.Length(); got != 9*5+1 {
		t.Errorf("%d characters", got)
	}
}
