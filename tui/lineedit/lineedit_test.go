package lineedit

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/vt"
	"pgregory.net/rapid"

	_ "yice/internal/effort"

	"yice/tui/paint"
)

// press sends keys by name; anything that is not a key's name is typed character by character.
func press(e *Editor, keys ...string) (copied string) {
	for _, k := range keys {
		if m, ok := named[k]; ok {
			copied = e.Key(m).Copy
			continue
		}
		for _, c := range paint.Clusters(k) {
			e.Key(tea.KeyPressMsg{Code: tea.KeyExtended, Text: c.Text})
		}
	}
	return copied
}

var named = map[string]tea.KeyPressMsg{
	"<left>": {Code: tea.KeyLeft}, "<right>": {Code: tea.KeyRight}, "<home>": {Code: tea.KeyHome}, "<end>": {Code: tea.KeyEnd},
	"<C-left>": {Code: tea.KeyLeft, Mod: tea.ModCtrl}, "<C-right>": {Code: tea.KeyRight, Mod: tea.ModCtrl},
	"<S-left>": {Code: tea.KeyLeft, Mod: tea.ModShift}, "<S-right>": {Code: tea.KeyRight, Mod: tea.ModShift},
	"<S-home>": {Code: tea.KeyHome, Mod: tea.ModShift}, "<CS-left>": {Code: tea.KeyLeft, Mod: tea.ModCtrl | tea.ModShift},
	"<bs>": {Code: tea.KeyBackspace}, "<del>": {Code: tea.KeyDelete}, "<C-w>": {Code: 'w', Mod: tea.ModCtrl},
	"<C-u>": {Code: 'u', Mod: tea.ModCtrl}, "<C-k>": {Code: 'k', Mod: tea.ModCtrl}, "<C-z>": {Code: 'z', Mod: tea.ModCtrl},
	"<C-y>": {Code: 'y', Mod: tea.ModCtrl}, "<C-x>": {Code: 'x', Mod: tea.ModCtrl}, "<C-c>": {Code: 'c', Mod: tea.ModCtrl},
	"<C-a>": {Code: 'a', Mod: tea.ModCtrl},
}

// screens are the emulators of the sizes asked for, each wiped before it is used again: a new one takes megabytes every time.
var screens = map[[2]int]*vt.Emulator{}

func screen(w, h int) *vt.Emulator {
	e := screens[[2]int{w, h}]
	if e == nil {
		e = vt.NewEmulator(w, h)
		screens[[2]int{w, h}] = e
	}
	_, _ = e.WriteString("\x1bc") // writes to memory
	return e
}

// draw puts the field into a terminal emulator and gives the caret and what the terminal shows, cell by cell.
func draw(t interface{ Fatal(...any) }, e *Editor, w int, right bool) (caret int, term *vt.Emulator) {
	c := paint.New(w, 1)
	caret = e.Draw(c.All(), Look{Right: right})
	term = screen(w, 1)
	if _, err := term.WriteString(c.String()); err != nil {
		t.Fatal(err)
	}
	return caret, term
}

func shown(term *vt.Emulator) string {
	var b strings.Builder
	for x := 0; x < term.Width(); x++ {
		if c := term.CellAt(x, 0); c != nil && c.Width > 0 {
			b.WriteString(c.Content)
		}
	}
	return strings.TrimRight(b.String(), " ")
}

func TestCaretStandsInItsCell(t *testing.T) {
	for _, k := range []struct {
		name string
		keys []string
		w    int
		want string
		cell int
	}{
		{"latin", []string{"abc"}, 10, "abc", 3},
		{"chinese", []string{"研发"}, 10, "研发", 4},
		{"chinese, one back", []string{"研发投入", "<left>"}, 12, "研发投入", 6},
		{"full-width digits", []string{"１２．５"}, 12, "１２．５", 8},
		{"combining", []string{"e\u0301te\u0301"}, 10, "e\u0301te\u0301", 3},
		{"combining, one back", []string{"e\u0301te\u0301", "<left>"}, 10, "e\u0301te\u0301", 2},
		{"emoji", []string{"a👍b"}, 10, "a👍b", 4},
		{"joined emoji", []string{"👨‍👩‍👧x"}, 10, "👨x", 3},
		{"control character", []string{"a"}, 10, "a␛[31m", 6},
		{"scrolled to the end", []string{"研发投入台账"}, 8, "入台账", 6},
		{"scrolled, home", []string{"研发投入台账", "<home>"}, 8, "研发投入", 0},
		{"odd width", []string{"研发投入台账"}, 7, "入台账", 6},
		{"odd width, back to the edge", []string{"研发投入台账", "<left>", "<left>", "<left>", "<left>"}, 7, "研发投", 4},
	} {
		t.Run(k.name, func(t *testing.T) {
			e := New("", false)
			press(e, k.keys...)
			if k.name == "control character" {
				e.Insert("\x1b[31m")
			}
			cell, term := draw(t, e, k.w, false)
			if got := shown(term); got != k.want || cell != k.cell {
				t.Errorf("shown %q caret %d, want %q caret %d", got, cell, k.want, k.cell)
			}
		})
	}
}

func TestFiguresKeepToTheRight(t *testing.T) {
	e := New("1234.50", false)
	cell, term := draw(t, e, 12, true)
	if got := shown(term); got != "    1234.50" || cell != 11 {
		t.Errorf("shown %q caret %d", got, cell)
	}
}

// Whatever is keyed, the caret is in the field, on the first cell of the character it stands before, and what is shown
// is a run of what the field holds.
func TestCaretAlwaysPointsAtItsCharacter(t *testing.T) {
	letters := []string{"研", "a", "１", "e\u0301", "👍", " ", "，", "👨‍👩‍👧", "\x07"}
	moves := []string{"<left>", "<right>", "<home>", "<end>", "<C-left>", "<C-right>", "<S-left>", "<S-right>", "<bs>", "<del>", "<C-w>", "<C-z>", "<C-y>", "<C-x>", "<C-u>", "<C-k>"}
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.IntRange(3, 14).Draw(t, "w")
		e := New("", false)
		for _, k := range rapid.SliceOf(rapid.SampledFrom(append(append([]string{}, letters...), moves...))).Draw(t, "keys") {
			press(e, k)
			cell, term := draw(t, e, w, false)
			if cell < 0 || cell >= w {
				t.Fatalf("caret in cell %d of %d", cell, w)
			}
			want := " "
			if e.caret < len(e.text) {
				want = e.text[e.caret].Shown
			}
			if got := term.CellAt(cell, 0); got != nil && got.Content != want && !(want == " " && got.Content == "") {
				t.Fatalf("caret cell %d holds %q, the character there is %q (%q)", cell, got.Content, want, e.Text())
			}
		}
	})
}

// Undoing everything gives what was there, redoing everything gives it back.
func TestUndoWalksBackAndForth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOfN(rapid.SampledFrom([]string{"研", "a", "1", "<left>", "<bs>", "<C-w>", "<home>", "<C-k>"}), 0, 60).Draw(t, "keys")
		e := New("起初", false)
		press(e, keys...)
		end := e.Text()
		for range 100 {
			press(e, "<C-z>")
		}
		if got := e.Text(); got != "起初" {
			t.Fatalf("undone to %q", got)
		}
		for range 100 {
			press(e, "<C-y>")
		}
		if got := e.Text(); got != end {
			t.Fatalf("redone to %q, was %q", got, end)
		}
	})
}

func TestTypingIsUndoneAsARun(t *testing.T) {
	e := New("", false)
	press(e, "研发", "<left>", "x", "<C-z>")
	if got := e.Text(); got != "研发" {
		t.Errorf("%q", got)
	}
	press(e, "<C-z>")
	if got := e.Text(); got != "" {
		t.Errorf("%q", got)
	}
}

func TestSelectionIsReplacedCutAndCopied(t *testing.T) {
	e := New("示例水务 2023", false)
	if got := press(e, "<CS-left>", "<C-c>"); got != "2023" {
		t.Errorf("copied %q", got)
	}
	press(e, "2024")
	if got := e.Text(); got != "示例水务 2024" {
		t.Errorf("%q", got)
	}
	if got := press(e, "<C-a>", "<C-x>"); got != "示例水务 2024" || !e.Empty() {
		t.Errorf("cut %q, left %q", got, e.Text())
	}
}

func TestWordsMoveByRunsOfOneKind(t *testing.T) {
	e := New("记-0312 研发人员 ABC", false)
	var at []int
	for range 5 {
		press(e, "<C-left>")
		at = append(at, e.caret)
	}
	if want := []int{12, 7, 2, 1, 0}; !equal(at, want) {
		t.Errorf("stops %v, want %v", at, want)
	}
}

func equal(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestPasteIsOneMessageAndKeepsItsText(t *testing.T) {
	e := New("", false)
	e.Insert("一\r\n二\t三\n")
	if got := e.Text(); got != "一 二 三" {
		t.Errorf("%q", got)
	}
	n := New("", true)
	n.Insert("一\r\n二\r三")
	if got := n.Text(); got != "一\n二\n三" {
		t.Errorf("%q", got)
	}
	_, term := draw(t, n, 12, false)
	if got := shown(term); got != "一␊二␊三" {
		t.Errorf("shown %q", got)
	}
}

func TestKeysThatMeanNothingHereAreLeftToOthers(t *testing.T) {
	e := New("a", false)
	for _, k := range []tea.KeyPressMsg{{Code: tea.KeyEnter}, {Code: tea.KeyTab}, {Code: tea.KeyEscape}, {Code: tea.KeyUp}, {Code: 'p', Mod: tea.ModCtrl}, {Code: tea.KeyF2}} {
		if r := e.Key(k); r.Handled || r.Changed {
			t.Errorf("%s: %+v", k.Keystroke(), r)
		}
	}
}
