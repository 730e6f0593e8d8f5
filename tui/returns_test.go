package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"yice/internal/effort"
	"yice/returns"
	"yice/tui/keying"
	"yice/tui/paint"
	"yice/tui/screen"
	"yice/tui/statutory"
)

func TestReturns(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36", 120, 36, nil}, {"200x50", 200, 50, nil}, {"80x24-en", 80, 24, []func(*Options){english}}, {"120x36-en", 120, 36, []func(*Options){english}}} {
		t.Run(size.name, func(t *testing.T) {
			d := at(t, size.w, size.h, size.o...)
			d.press("<f11>").golden("returns-" + size.name)
			d.press("<down>", "<enter>", "<down>", "<down>").golden("paper-107-2-" + size.name)
			d.press("<tab>", "<right>", "<right>", "<right>", "<right>").golden("paper-quick-" + size.name)
			d.press("<tab>", "<tab>", "<tab>", "<right>").golden("paper-tax-" + size.name)
		})
	}
}

// Every figure of the ledger opens lines that come to it, in this year and the year before, whichever return it stands on.
func TestEveryCellOpensItsLines(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	o.Path = twoLedgers(t, o)
	d := launch(t, o, 120, 36)
	opened, cells := 0, 0
	for _, r := range returns.All() {
		d.press("<f12>", "<f11>")
		s := statutory.NewPaper(d.m, r)
		d.run(d.m.Push(s))
		d.settle()
		s.Cells(func(i, c int, slice *returns.Slice, line *returns.Line) {
			b, ok := s.Table().Behind(slice, line)
			if !ok || b.Form != "spend" || b.Year != d.m.stand.Year || !s.Table().Exact(slice, line).Known {
				return
			}
			// The quick run opens every third cell, in each row and each column another one; YICE_LONG opens all of them.
			if cells++; (i+c)%effort.Of(3, 1) > 0 {
				return
			}
			s.GoTo(i, c)
			d.press("<enter>")
			g, ok := d.m.Top().(*keying.TableScreen)
			if !ok {
				t.Fatalf("%s %s %s opens %T", r.ID, slice.ID, line.ID, d.m.Top())
			}
			v, err := d.m.desk.s.View(t.Context(), g.Form, g.Grid.Query(), nil)
			if err != nil {
				t.Fatal(err)
			}
			sum, _, err := v.Sum("amount")
			if want := s.Table().Exact(slice, line).Exact; err != nil || sum != want {
				t.Errorf("%s %s %s: the lines opened come to %d 分, the cell to %d %v", r.ID, slice.ID, line.ID, sum, want, err)
			}
			opened++
			d.press("<esc>", "<esc>")
			if d.m.Top() != screen.Screen(s) {
				t.Fatal("Esc does not lead back to the return")
			}
		})
		d.press("<esc>")
	}
	if cells < 100 || opened < cells/4 {
		t.Errorf("only %d of %d cells opened lines", opened, cells)
	}
}

// A count of a register opens the rows it counts, and no others.
func TestACountOpensTheRowsCounted(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	o.Path = twoLedgers(t, o)
	d := launch(t, o, 120, 36)
	opened := 0
	for _, r := range returns.All() {
		d.press("<f12>", "<f11>")
		s := statutory.NewPaper(d.m, r)
		d.run(d.m.Push(s))
		d.settle()
		s.Cells(func(i, c int, slice *returns.Slice, line *returns.Line) {
			if c != 0 {
				return
			}
			b, ok := s.Table().Behind(slice, line)
			want := s.Table().Exact(slice, line)
			if !ok || len(b.Where) == 0 || b.Form == "spend" || b.Form == "team" || line.Measure.Per != 1 {
				return
			}
			s.GoTo(i, 0)
			d.press("<enter>")
			g, ok := d.m.Top().(*keying.TableScreen)
			if !ok {
				t.Fatalf("%s %s opens %T", r.ID, line.ID, d.m.Top())
			}
			v, err := d.m.desk.s.View(t.Context(), g.Form, g.Grid.Query(), nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := v.Len(); int64(got) != want.Exact {
				t.Errorf("%s %s: %d rows are opened, the cell counts %d", r.ID, line.ID, got, want.Exact)
			}
			opened++
			d.press("<esc>", "<esc>")
		})
		d.press("<esc>")
	}
	if opened < 8 {
		t.Errorf("only %d cells opened rows", opened)
	}
}

// A figure that is keyed opens where it is keyed; one that is worked out names what it is worked out from.
func TestWhatIsBehindACell(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.press("<f11>", "<down>", "<enter>", "<enter>")
	if c, ok := d.m.Top().(*keying.CardScreen); !ok || c.Field().ID != "rd_staff" {
		t.Fatalf("107-2 line 1 opens %T", d.m.Top())
	}
	d.press("<esc>", "<tab>", "<tab>", "<tab>", "<tab>", "<tab>") // A107012
	s := d.m.Top().(*statutory.PaperScreen)
	line := func() string { _, l := s.Here(); return l.ID }
	for line() != "2" {
		d.press("<down>")
	}
	d.press("<enter>").sees("由这些算出", "3 （一）人员人工费用", "649,921.23").press("<enter>")
	if g, ok := d.m.Top().(*keying.TableScreen); !ok || g.Form.ID != "spend" {
		t.Fatalf("a part opens %T", d.m.Top())
	}
	// Last year's figure stands in another year: whoever wants it is asked first.
	d.press("<esc>", "<esc>")
	for line() != "42" {
		d.press("<down>")
	}
	d.press("<right>", "<enter>").sees("这一格背后没有记录").misses("打开 2022 年度") // of 2022 only a summary is kept
	d.press("<shift+tab>", "<shift+tab>", "<shift+tab>", "<shift+tab>", "<shift+tab>", "<right>", "<enter>").sees("打开 2022 年度")
	d.press("<esc>")
}

// What concerns the enterprise is ticked, stands on its card, is undone as any change, and decides what is asked for.
func TestTheEnterpriseSaysWhichReturnsConcernIt(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("annual").misses("职工总数").press("<f12>")
	asked := func() int {
		for _, f := range d.m.stand.States {
			if f.Form.ID == "annual" {
				return f.Asked
			}
		}
		return 0
	}
	before := asked()
	d.press("<f11>", "<end>", "<up>", "<space>").has("enterprise", "returns=107-1、107-2、quick、use-source、full-time、tax-ledger、A107012、hightech-ratios")
	if asked() != before+3 {
		t.Errorf("%d figures are asked for, %d before the return that needs 3 more", asked(), before)
	}
	d.sees("还缺：年度指标 职工总数").press("<f12>").form("annual").sees("职工总数", "科技人员").misses("资产总额")
	d.press("<f12>", "<f11>", "<ctrl+z>").misses("还缺")
	if asked() != before {
		t.Error("undo leaves figures asked for")
	}
	// A second press before the first is written counts too.
	d.press("<home>", "<space>", "<down>", "<space>").has("enterprise", "returns=quick、use-source、full-time、tax-ledger、A107012")
}

// A click puts the cursor on a cell, a second one opens it.
func TestTheMouseOnAReturn(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.press("<f11>", "<down>", "<enter>")
	s := d.m.Top().(*statutory.PaperScreen)
	click := func() {
		for y, line := range strings.Split(d.screen(), "\n") {
			if i := strings.Index(line, "13,200  "); i >= 0 {
				d.send(tea.MouseClickMsg{X: paint.Width(line[:i]) + 1, Y: y, Button: tea.MouseLeft})
				return
			}
		}
		t.Fatal("the figure is not in sight")
	}
	click()
	if _, line := s.Here(); line.ID != "7" {
		t.Fatalf("the cursor is on line %s", line.ID)
	}
	click()
	if _, ok := d.m.Top().(*keying.TableScreen); !ok {
		t.Fatalf("a second click opens %T", d.m.Top())
	}
}

// A return is written as a file from its screen.
func TestAReturnIsSaved(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	path := filepath.Join(t.TempDir(), "q.csv")
	d.press("<f11>", "<down>", "<down>", "<enter>", "<ctrl+e>", "<ctrl+a>", path, "<enter>").sees("已写成")
	got, err := os.ReadFile(path)
	if data := string(got); err != nil || !strings.Contains(data, "研发投入合计") || !strings.Contains(data, "1320.00") || !strings.Contains(data, "参考") {
		t.Errorf("the file says\n%s %v", data, err)
	}
}
