package tui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/text"
	"yice/tui/judging"
	"yice/tui/keying"
	"yice/tui/kit"
	"yice/tui/paint"
)

// place gives the cell that a text on the screen begins in; of several the one that is meant by number, from the top.
func (d *driver) place(s string, which int) (x, y int) {
	d.t.Helper()
	for y, line := range strings.Split(d.screen(), "\n") {
		if i := strings.Index(line, s); i >= 0 {
			if which--; which < 0 {
				return paint.Width(line[:i]), y
			}
		}
	}
	d.t.Fatalf("%q is not on the screen:\n%s", s, d.screen())
	return 0, 0
}

// tap clicks on the first cell of a text.
func (d *driver) tap(s string) *driver {
	d.t.Helper()
	x, y := d.place(s, 0)
	d.tapAt(x, y)
	return d
}

func (d *driver) tapAt(x, y int) {
	d.t.Helper()
	d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	d.send(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
	d.settle()
	d.screen() // what the next click lies on is what was drawn
}

// Every key of the actions can be pressed by a click: its spelling makes the press that is spelt so.
func TestEveryKeyCanBePressed(t *testing.T) {
	t.Parallel()
	h := furnish(declarations())
	for _, a := range h.actions {
		for _, key := range a.Keys {
			k, ok := keyPress(key)
			if !ok || k.Keystroke() != key {
				t.Errorf("%s: %q makes %q", a.ID, key, k.Keystroke())
			}
		}
	}
}

// A key that is named in the footer, in a dialog or in a hint is pressed by a click on it or on the words behind it; a click between
// such words is nothing, and what is no key of the place is none.
func TestAKeyThatIsNamedIsPressed(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.tap("F3 审核").sees("强制性 0").tap("返回").sees("研发投入台账", "离报送还差")
	x, y := d.place("F3", 0)
	d.tapAt(x-1, y)
	d.sees("离报送还差")
	d.tap("退出").sees("现在退出吗")
	d.tap("企业概况").tap("F6") // beneath a dialog nothing is to be reached
	d.sees("现在退出吗").tap("Esc 不").misses("现在退出吗")
	d.form("spend").press("<enter>")
	if d.m.here() != keying.InCell {
		t.Fatal("no cell is open")
	}
	d.tap("放弃")
	if d.m.here() != keying.InGrid {
		t.Fatal("the cell is open")
	}
	// What data says is no key, though it be spelt like one.
	d.press("<end>").press("<home>", "<right>", "<right>", "Esc 返回", "<enter>").sees("Esc 返回")
	was := d.m.Top()
	x, y = d.place("Esc 返回", 0)
	d.tapAt(x, y)
	d.tapAt(x+4, y)
	if d.m.Top() != was {
		t.Error("a click on data is taken for a key")
	}
}

// In a table a click goes to a cell, one on the cell under the cursor opens it, one elsewhere takes what is keyed; a heading sorts, a
// number selects its row, dragging selects a block; a line of the list that pops up is taken.
func TestTheMouseOnATable(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 24}, {120, 36}} {
		d := at(t, size[0], size[1])
		d.form("spend")
		g := d.m.Top().(*keying.TableScreen).Grid
		d.tap("记-0003")
		if c := g.Cursor(); c.Row != 2 || c.Col != 1 {
			t.Fatalf("the cursor is at %v", c)
		}
		d.tap("记-0003")
		if !g.Editing() {
			t.Fatal("a second click does not open the cell")
		}
		d.press("<end>", "X").tap("记-0005").has("spend", "voucher=记-0003X")
		if c := g.Cursor(); c.Row != 4 || g.Editing() {
			t.Fatalf("the cursor is at %v", c)
		}
		// The caret goes where the click is.
		d.tap("记-0005")
		x, y := d.place("记-0005", 0)
		d.tapAt(x+3, y)
		d.press("Y", "<enter>").has("spend", "voucher=记-Y0005")

		x, y = d.place("记-0007", 0)
		to, below := d.place("记-0009", 0)
		d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
		d.send(tea.MouseMotionMsg{X: to - 8, Y: below, Button: tea.MouseLeft})
		d.send(tea.MouseReleaseMsg{X: to - 8, Y: below, Button: tea.MouseLeft})
		d.send(tea.MouseMotionMsg{X: 0, Y: 0, Button: tea.MouseLeft}) // the button is up
		d.settle()
		if from, to := g.Selection(); from.Row != 6 || to.Row != 8 || from.Col != 0 || to.Col != 1 {
			t.Fatalf("selected is %v %v", from, to)
		}
		d.tapAt(1, below) // the number of a row
		if from, to := g.Selection(); from.Row != 8 || to.Row != 8 || from.Col != 0 || to.Col < 8 {
			t.Fatalf("selected is %v %v", from, to)
		}
		d.tap("记-0009").tap("凭证号").sees("排序")
		if q := g.Query(); len(q.Sort) != 1 || q.Sort[0].Field != "voucher" {
			t.Errorf("sorted by %v", q.Sort)
		}
	}
}

// A click on the first line of a list under a cell takes it, though the cell was not touched.
func TestALineThatPopsUpIsTaken(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("patent").press("<ctrl+end>", "<down>", "<home>", "<right>", "<right>", "<enter>")
	s := d.m.Top().(*keying.TableScreen)
	if s.Grid.Field().ID != "kind" || !s.Grid.Editing() {
		t.Fatalf("open is %s", s.Grid.Field().ID)
	}
	d.tap(s.Form.Field("kind").Lookup("")[0].Title.In(text.ZH))
	if r := d.m.Top().(*keying.TableScreen).Grid.Record(s.Grid.Cursor().Row); s.Grid.Editing() || r == nil || r.Get("kind").Str() != s.Form.Field("kind").Lookup("")[0].ID {
		t.Errorf("the line was not taken:\n%s", d.screen())
	}
}

// A row of a list takes the cursor, and opens where it stands; the wheel and a click go to the pane they are in.
func TestRowsAndPanes(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 24}, {120, 36}} {
		d := at(t, size[0], size[1])
		d.tap("  奖项")
		if f := d.m.formHere(); f == nil || f.ID != "award" {
			t.Fatalf("the cursor is on %v", f)
		}
		was := slices.IndexFunc(d.m.stand.States, func(st entry.FormState) bool { return st.Form == d.m.formHere() })
		x, y := d.place("科技项目 P2", 0) // the second line, whatever room the first takes
		d.tapAt(x, y)
		if row := []rune(strings.Split(d.screen(), "\n")[y]); d.m.formHere() != nil || !strings.Contains(string(row[len(row)/4:]), d.m.th.Chrome.Caret) {
			t.Fatalf("the cursor is not on the second line of what is wanting:\n%s", d.screen())
		}
		x, y = d.place("  奖项", 0)
		d.send(tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelUp})
		d.settle()
		if f := d.m.formHere(); f != d.m.stand.States[was-wheelRows].Form {
			t.Fatalf("the wheel moved to %v", f)
		}
		d.tap("  奖项").tap("奖项")
		if g, ok := d.m.Top().(*keying.TableScreen); !ok || g.Form.ID != "award" {
			t.Fatalf("a second click opened %T", d.m.Top())
		}
	}
}

// The wheel leaves a field that is being keyed alone: an arrow would leave it.
func TestTheWheelLeavesAFieldAlone(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.form("spend").press("<right>", "<right>", "9")
	d.send(tea.MouseWheelMsg{X: 10, Y: 10, Button: tea.MouseWheelDown})
	d.settle()
	if d.m.here() != keying.InCell {
		t.Error("the wheel has left the field")
	}
}

// The right button lists what can be done here, and so does the name of the program; a line of the list is taken by one click.
func TestThePaletteByMouse(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.send(tea.MouseClickMsg{X: 40, Y: 20, Button: tea.MouseRight})
	d.settle()
	d.sees("Enter 确定").tap("放弃").misses("Enter 确定")
	d.tap("一策").sees("Enter 确定").press("zhanwang").press("<ctrl+u>").press("展望").tap("展望：").sees("展望")
	if len(d.m.layers) > 0 || d.m.here() != judging.InOutlook {
		t.Fatalf("a click took nothing: %T", d.m.Top())
	}
	// Its pages are tabs.
	s := d.m.Top().(*judging.OutlookScreen)
	d.tap(text.TuiOutYears.ZH)
	if s.Page != 2 {
		t.Errorf("the page is %d", s.Page)
	}
}

// Fields of a card, days of the calendar, columns of a table and entries of a folder are clicked as they stand.
func TestTheMouseOnCardsAndDialogs(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("annual").tap("利润总额").tap("利润总额")
	c := d.m.Top().(*keying.CardScreen)
	if c.Place() != keying.InField || c.Field().ID != "profit" {
		t.Fatalf("open is %s", c.Field().ID)
	}
	d.press("<ctrl+a>", "4000").tap("工资总额").has("annual", "profit=40000000.00")
	d.press("<esc>", "<home>").form("spend").tap("2023-01-0").tap("2023-01-0").press("<f9>").sees("2023 年 1 月", "采用")
	x, y := d.place(" 17", 0)
	d.tapAt(x+1, y)
	d.has("spend", "date=2023-01-17")
	d.press("<esc>", "<ctrl+t>").tap("[✓] 摘要").sees("[ ] 摘要").tap("Enter 确定").misses("摘要 ")
}

// The wheel moves in a dialog too.
func TestTheWheelMovesADialog(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.press("<ctrl+p>")
	d.send(tea.MouseWheelMsg{X: 40, Y: 10, Button: tea.MouseWheelDown})
	d.settle()
	if c := d.m.layers[0].(*kit.Chooser); c.List.At != wheelRows {
		t.Errorf("the cursor is on %d", c.List.At)
	}
}

// A letter over a dialog is a key only where the dialog has declared it: what stands there in capitals may be anything.
func TestALetterOverADialogIsNoKey(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.m.Open(kit.NewInput(text.TuiHistFind, text.TuiHistFindSay, "", nil))
	for _, cap := range []string{"A", "V", "R", "7"} {
		if key := d.m.keyOf(cap, 0); key != "" {
			t.Errorf("%q was taken as %q", cap, key)
		}
	}
	d.m.layers = nil
	d.m.Open(&kit.Told{Title: text.TuiHistory, Say: text.TuiHistNone, Also: &kit.Option{Note: "R", Title: text.TuiHistory}})
	if key := d.m.keyOf("R", 0); key != "r" {
		t.Errorf("the dialog's own letter was taken as %q", key)
	}
}
