package tui

import (
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"yice/entry"
	"yice/form"
	"yice/internal/effort"
	"yice/store"
	"yice/text"
	"yice/tui/judging"
	"yice/tui/keying"
	"yice/tui/screen"
)

func TestSpending(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36", 120, 36, nil}, {"80x24-en", 80, 24, []func(*Options){english}}, {"120x36-en", 120, 36, []func(*Options){english}}, {"200x50", 200, 50, nil}} {
		t.Run(size.name, func(t *testing.T) {
			d := at(t, size.w, size.h, size.o...)
			d.press("<f9>", "<right>", "<right>").golden("spending-months-" + size.name)
			d.press("<tab>").golden("spending-category-" + size.name)
			d.press("m", "<right>", "<right>", "<down>").golden("spending-table-" + size.name)
			d.press("m", "6").golden("spending-project-" + size.name)
			if size.w < 200 {
				d.press("1", "m").golden("spending-month-table-" + size.name)
			}
		})
	}
}

// Every bar opens the lines it is made of: they come to its figure, whatever the side.
func TestEveryBarOpensItsLines(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	o.Path = twoLedgers(t, o)
	d := launch(t, o, 120, 36)
	for side := range entry.Sides {
		d.press("<f12>", "<f9>", strconv.Itoa(int(side)+1))
		s := d.m.Top().(*judging.SpendingScreen)
		var all int64
		d.screen()
		for i, part := range s.Parts() {
			if i%effort.Of(4, 1) > 0 {
				all += part.Amount
				continue
			}
			d.press("<home>")
			for range i {
				d.press("<down>")
			}
			d.press("<enter>")
			g := d.m.Top().(*keying.TableScreen)
			v, err := d.m.desk.s.View(t.Context(), g.Form, g.Grid.Query(), nil)
			if err != nil {
				t.Fatal(err)
			}
			sum, _, err := v.Sum("amount")
			if err != nil {
				t.Fatal(err)
			}
			if sum != part.Amount || g.Grid.Len() != v.Len() {
				t.Errorf("side %d, %s: %d 分 in the ledger, %d on the bar", side, part.Title, sum, part.Amount)
			}
			all += sum
			d.press("<esc>", "<esc>")
			if d.m.Top() != screen.Screen(s) {
				t.Fatal("Esc does not lead back to the chart")
			}
		}
		if all != s.Spent.Total {
			t.Errorf("side %d: the bars come to %d, the ledger to %d", side, all, s.Spent.Total)
		}
	}
}

// Every cell of a side told apart by months opens the lines it is made of, and those of a side come to the ledger's.
func TestEveryCellOfSpendingOpensItsLines(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	o.Path = twoLedgers(t, o)
	d := launch(t, o, 120, 36)
	d.press("<f9>", "2", "m")
	s := d.m.Top().(*judging.SpendingScreen)
	for _, side := range []entry.Side{entry.ByCategory, entry.ByProject} {
		d.press(strconv.Itoa(int(side) + 1))
		d.screen()
		var all int64
		for i, part := range s.Parts() {
			all += part.Amount
			if i > 2 && !part.Blank() {
				continue
			}
			d.press("<home>")
			for range i {
				d.press("<down>")
			}
			for _, c := range []struct {
				rights, from, to int
			}{{0, 1, 12}, {1, 1, 3}, {3, 7, 9}, {5, 1, 1}, {6, 2, 2}, {16, 12, 12}} {
				for range 20 {
					d.press("<left>")
				}
				for range c.rights {
					d.press("<right>")
				}
				d.press("<enter>")
				g := d.m.Top().(*keying.TableScreen)
				v, err := d.m.desk.s.View(t.Context(), g.Form, g.Grid.Query(), nil)
				if err != nil {
					t.Fatal(err)
				}
				var want, got int64
				rows, err := v.Rows(0, v.Len())
				if err != nil {
					t.Fatal(err)
				}
				for _, r := range rows {
					if month, _ := strconv.Atoi(r.Str("date")[5:7]); month < c.from || month > c.to {
						t.Errorf("side %d, %s, months %d to %d: a line of %s", side, part.Title, c.from, c.to, r.Str("date"))
					}
					got += r.Num("amount")
				}
				byMonth, err := d.m.desk.s.SpentByMonth(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				if want = byMonth.Of(side, &part, c.from, c.to); got != want {
					t.Errorf("side %d, %s, months %d to %d: %d 分 in the ledger, %d in the cell", side, part.Title, c.from, c.to, got, want)
				}
				d.press("<esc>", "<esc>")
				if d.m.Top() != screen.Screen(s) {
					t.Fatal("Esc does not lead back to the table")
				}
			}
		}
		if all != s.Spent.Total {
			t.Errorf("side %d: the rows come to %d, the ledger to %d", side, all, s.Spent.Total)
		}
	}
}

// The table follows what is keyed in the ledger it was opened from, its months too.
func TestTheSpendingTableFollows(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.press("<f9>", "2", "m", "<right>", "<down>").sees("30.66").press("<enter>")
	g := d.m.Top().(*keying.TableScreen)
	for g.Grid.Field().ID != "amount" {
		d.press("<right>")
	}
	d.press("=20000+100000", "<enter>")
	for d.m.Top() == screen.Screen(g) {
		d.press("<esc>")
	}
	d.sees("类别  万元").misses("30.66")
}

// twoLedgers makes a workspace with a ledger in two years: blank cells, a reversal, a date that cannot be read and one of
// another year, more projects than there is room for.
func twoLedgers(t *testing.T, o Options) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "two.yice")
	w, err := store.Create(path, store.Options{Now: o.Now})
	if err != nil {
		t.Fatal(err)
	}
	ledger, project := form.ByID("spend"), form.ByID("project")
	for _, year := range []int{2022, 2023} {
		s, err := entry.Open(w, "91150200MA0BT0013C", year, entry.Options{Who: o.Who, Template: o.Template, Now: o.Now, Create: true})
		if err != nil {
			t.Fatal(err)
		}
		y := strconv.Itoa(year)
		var edits []entry.Edit
		row := int64(0)
		add := func(f *form.Form, pairs ...string) {
			row--
			edits = append(edits, judging.NewRow(f, row, pairs...)...)
		}
		for i := range 40 {
			code := "P" + strconv.Itoa(i)
			if year == 2023 || i < 3 {
				add(project, "code", code, "name", "示例课题"+strconv.Itoa(i))
				add(ledger, "date", y+"-0"+strconv.Itoa(1+i%9)+"-15", "project", code, "amount", strconv.Itoa(1000*(i+1)), "category", "设计", "treatment", form.Expensed, "source", "企业自筹", "activity", "试验发展")
			}
		}
		add(ledger, "date", y+"-02-01", "amount", "-3000", "category", "其他", "treatment", form.Capitalised)
		add(ledger, "date", "哪天", "amount", "700", "category", "看不懂的类别")
		add(ledger, "date", "2021-05-05", "amount", "900", "source", "政府部门")
		if year == 2023 {
			edits = append(edits, entry.Edit{Form: form.ByID("annual"), Field: "rd_budget", Typed: "100万"})
		}
		if _, err := s.Apply(text.Pair{}, edits); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// With a ledger of the year before, columns stand in pairs and bars carry a mark; at both sizes.
func TestSpendingBesideTheYearBefore(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	o.Path = twoLedgers(t, o)
	for _, size := range []struct {
		name string
		w, h int
	}{{"80x24", 80, 24}, {"120x36", 120, 36}} {
		d := launch(t, o, size.w, size.h)
		d.press("<f9>").golden("spending-pairs-" + size.name)
		d.press("6").sees("其余").golden("spending-others-" + size.name)
		if err := d.m.desk.finish(); err != nil {
			t.Fatal(err)
		}
		d.m.desk = nil
	}
}

// The chart follows what is keyed in the ledger it was opened from, and opens at the side of the column.
func TestSpendingFollows(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend")
	g := d.m.Top().(*keying.TableScreen)
	for g.Grid.Field().ID != "source" {
		d.press("<right>")
	}
	d.press("<ctrl+]>").sees("支出构成", "企业自筹", "1,320.00")
	if s := d.m.Top().(*judging.SpendingScreen); s.Side != entry.BySource {
		t.Fatalf("opened at side %d", s.Side)
	}
	d.press("<esc>")
	for g.Grid.Field().ID != "amount" {
		d.press("<right>")
	}
	d.press("=14593.09+10000", "<enter>", "<ctrl+]>").sees("1,321.00")
	d.press("<ctrl+z>").sees("不在眼前").press("<enter>").sees("1,320.00").misses("1,321.00")
}

func TestSpendingOfNothing(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	o.Path = filepath.Join(t.TempDir(), "none.yice")
	w, err := store.Create(o.Path, store.Options{Now: func() time.Time { return clock }})
	if err != nil {
		t.Fatal(err)
	}
	s, err := entry.Open(w, "91150200MA0BT0013C", 2023, entry.Options{Who: o.Who, Template: o.Template, Now: o.Now, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	launch(t, o, 80, 24).press("<f9>").sees("台账还没有行").press("<enter>").sees("台账还没有行")
}

// Where the ledger of the year before and its summary come to different totals, the screen says which is taken for what.
func TestSpendingSaysThatTheYearBeforeDiffers(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	o.Path = twoLedgers(t, o)
	w, err := store.Open(o.Path, store.Options{Now: o.Now})
	if err != nil {
		t.Fatal(err)
	}
	s, err := entry.Open(w, "91150200MA0BT0013C", 2022, entry.Options{Who: o.Who, Template: o.Template, Now: o.Now})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Put(form.ByID("rd_summary"), 0, "expensed", "70万"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	launch(t, o, 80, 24).press("<f9>", "2").sees("上年 70.00", "上年台账合计 0.30", "上年汇总数 70.00", "两者不一致")
}
