package grid

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/internal/effort"
	"yice/store"
	"yice/text"
	"yice/tui/paint"
	"yice/tui/theme"
)

// rows is a source in memory that counts how it is read.
type rows struct {
	all   []*form.Record
	reads int
}

func (r *rows) Len() int { return len(r.all) }

func (r *rows) Rows(i, n int) ([]*form.Record, error) {
	r.reads++
	i = min(max(i, 0), len(r.all))
	return append([]*form.Record(nil), r.all[i:min(i+n, len(r.all))]...), nil
}

func (r *rows) Index(row int64) int {
	for i := range r.all {
		if r.all[i].ID == row {
			return i
		}
	}
	return -1
}

func (r *rows) Sum(field string) (sum, count int64, err error) {
	for _, rec := range r.all {
		if v := rec.Get(field); v.IsNumber() {
			sum += v.Num()
			count++
		}
	}
	return sum, count, nil
}

func ledger(n int) *rows {
	f := form.ByID("spend")
	r := &rows{}
	for i := range n {
		rec := form.NewRecord(f)
		rec.ID = int64(i + 1)
		rec.Set("voucher", form.S(fmt.Sprintf("记-%04d", i+1)))
		rec.Set("amount", form.N(int64(i+1)*100))
		r.all = append(r.all, rec)
	}
	return r
}

// opened gives a grid over a source, on a screen of a size.
func opened(t testing.TB, src Source, w, h int) *Grid {
	t.Helper()
	g := New(form.ByID("spend"), 2023, text.ZH)
	next := int64(0)
	g.NextID = func() int64 { next--; return next }
	msg := g.Reopen(func() (Source, error) { return src, nil }, 0, "")()
	if _, err := g.Adopt(msg.(SourceMsg)); err != nil {
		t.Fatal(err)
	}
	g.Fit(w, h)
	deliver(t, g, g.Load())
	return g
}

// deliver runs commands and gives the grid their answers.
func deliver(t testing.TB, g *Grid, cmd tea.Cmd) {
	t.Helper()
	if cmd == nil {
		return
	}
	switch m := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range m {
			deliver(t, g, c)
		}
	case PageMsg:
		if err := g.Page(m); err != nil {
			t.Fatal(err)
		}
	case SumMsg:
		if err := g.Summed(m); err != nil {
			t.Fatal(err)
		}
	}
}

func drawn(g *Grid, w, h int) string {
	c := paint.New(w, h)
	g.Draw(c.All(), theme.New(theme.Unknown, theme.Mono))
	return c.String()
}

// A million rows take no more memory than the pages near the cursor, and a key reads at most what it brings into view.
func TestRowsAreReadByPageAndLetGo(t *testing.T) {
	n := effort.Of(20_000, 200_000)
	src := ledger(n)
	g := opened(t, src, 120, 36)
	for range effort.Of(120, 500) {
		g.PageBy(1, false)
		g.Fit(120, 36)
		before := src.reads
		deliver(t, g, g.Load())
		if n := src.reads - before; n > 2 {
			t.Fatalf("one key read %d pages", n)
		}
		if g.Current() == nil {
			t.Fatalf("row %d is not there after loading", g.Cursor().Row)
		}
	}
	if n := len(g.pages.at); n > fewPages {
		t.Errorf("%d pages are kept", n)
	}
	if n := len(g.pages.checks); n > fewPages*pageRows {
		t.Errorf("findings of %d rows are kept", n)
	}
	g.Ends(true, false)
	g.Fit(120, 36)
	deliver(t, g, g.Load())
	if r := g.Current(); r == nil || r.ID != int64(n) {
		t.Errorf("the end is %v", r)
	}
}

// What is selected stays read, or nothing could be done with it at once; and so does what a very high screen shows.
func TestWhatIsSelectedStaysRead(t *testing.T) {
	g := opened(t, ledger(2_000), 120, 36)
	for to, _ := g.Selection(); to.Row < 700; _, to = g.Selection() {
		g.PageBy(1, true)
		g.Fit(120, 36)
		deliver(t, g, g.Load())
	}
	if g.Unread() {
		t.Errorf("of %d selected rows some are not there", g.SelectedRows())
	}
	g = opened(t, ledger(2_000), 120, 700)
	deliver(t, g, g.Load())
	for row := range 690 {
		if g.Record(row) == nil {
			t.Fatalf("row %d of a high screen is not there", row)
		}
	}
}

func TestNothingIsReadWhileKeysAreHandled(t *testing.T) {
	src := ledger(1000)
	g := opened(t, src, 120, 36)
	before := src.reads
	for range 50 {
		g.PageBy(1, false)
		g.Edit(true)
		g.Editor().Insert("1")
		g.Leave()
		drawn(g, 120, 36)
	}
	if src.reads != before {
		t.Errorf("%d reads outside of commands", src.reads-before)
	}
}

func TestColumnTotalFollowsEdits(t *testing.T) {
	src := ledger(100)
	g := opened(t, src, 120, 36)
	g.Show("amount")
	deliver(t, g, g.AddUp())
	if s, ok := g.Total(); !ok || s.Sum != 505_000 || s.Count != 100 {
		t.Fatalf("total %v %v", s, ok)
	}
	g.Edit(true)
	g.Editor().Insert("=2+3")
	g.Leave()
	if s, _ := g.Total(); s.Sum != 505_000-100+500 || s.Count != 100 {
		t.Errorf("after an edit %v", s)
	}
	g.Edit(true)
	g.Editor().Insert("不是数")
	g.Leave()
	if s, _ := g.Total(); s.Sum != 505_000-100 || s.Count != 99 {
		t.Errorf("after a text %v", s)
	}
	if g.AddUp() != nil {
		t.Error("the column is added up again")
	}
}

func TestSelectionAddsUp(t *testing.T) {
	g := opened(t, ledger(100), 120, 36)
	g.Show("amount")
	g.Move(9, 0, true)
	if s, ok := g.Selected(); !ok || s.Sum != 5_500 || s.Count != 10 {
		t.Errorf("%v %v", s, ok)
	}
}

func TestFrozenColumnsStayAndTheAmountIsPinned(t *testing.T) {
	g := opened(t, ledger(10), 80, 20)
	head := strings.SplitN(drawn(g, 80, 20), "\n", 2)[0]
	if !strings.Contains(head, "金额（元）") || !strings.Contains(head, "日期") {
		t.Errorf("at the left: %q", head)
	}
	g.RowEnds(true, false)
	head = strings.SplitN(drawn(g, 80, 20), "\n", 2)[0]
	if !strings.Contains(head, "备注") || !strings.Contains(head, "日期") || !strings.Contains(head, "凭证号") {
		t.Errorf("at the right: %q", head)
	}
}

func TestAFigureIsNeverCut(t *testing.T) {
	src := ledger(1)
	src.all[0].Set("amount", form.N(123_456_789_012_345_678))
	g := opened(t, src, 120, 10)
	g.Show("amount")
	if s := drawn(g, 120, 10); !strings.Contains(s, "####") || strings.Contains(s, "1,234") {
		t.Errorf("a figure too long for its column is shown in part:\n%s", s)
	}
}

func TestSplitReadsWhatSpreadsheetsCopy(t *testing.T) {
	for _, k := range []struct{ in, want string }{
		{"a\tb\r\nc\td\r\n", "a|b/c|d"},
		{"a\tb\rc\td\r", "a|b/c|d"},
		{"\"x\ty\"\t\"he said \"\"hi\"\"\"\n", "x\ty|he said \"hi\""},
		{"\"two\nlines\"\tb\n", "two\nlines|b"},
		{"5\" pipe\tb", "5\" pipe|b"},
		{"\"open\tb\nc", "\"open|b/c"},
		{"a\t\n\tb\n", "a|/|b"},
		{"a\t", "a|"},
		{"", ""},
	} {
		var lines []string
		rows, _ := split(k.in)
		for _, r := range rows {
			lines = append(lines, strings.Join(r, "|"))
		}
		if got := strings.Join(lines, "/"); got != k.want {
			t.Errorf("%q: %q, want %q", k.in, got, k.want)
		}
	}
}

// What a paste does not take is counted, not dropped.
func TestWhatIsPastTheBoundsOfAPasteIsSaid(t *testing.T) {
	p := opened(t, ledger(3), 120, 10).Preview(strings.Repeat("1\n", pasteMaxRows+7))
	if p.Rows != pasteMaxRows || p.Beyond != 7 {
		t.Errorf("%d rows, %d beyond", p.Rows, p.Beyond)
	}
	if rows, _ := split(strings.Repeat("1\t", 2*pasteMaxCells)); len(rows) != 1 || len(rows[0]) != pasteMaxCells {
		t.Errorf("%d rows", len(rows))
	}
}

func TestSortAndNarrow(t *testing.T) {
	g := opened(t, ledger(3), 120, 36)
	g.Show("amount")
	g.Sort()
	g.Sort()
	if q := g.Query(); len(q.Sort) != 1 || q.Sort[0] != (store.Sort{Field: "amount", Desc: true}) {
		t.Errorf("%+v", q)
	}
	g.Sort()
	g.Narrow()
	if q := g.Query(); len(q.Sort) != 0 || len(q.Where) != 1 || q.Where[0].In[0] != form.N(100) {
		t.Errorf("%+v", q)
	}
	g.Narrow()
	if !g.Plain() {
		t.Error("narrowing twice does not bring all rows back")
	}
}

func TestARefusedWriteStaysOnTheScreen(t *testing.T) {
	g := opened(t, ledger(3), 120, 36)
	g.Show("voucher")
	g.Edit(true)
	g.Editor().Insert("改")
	edits := g.Leave()
	g.Sent(1, edits)
	g.Refused(1, "已封存")
	if got := g.Record(0).Str("voucher"); got != "改" {
		t.Errorf("the cell holds %q", got)
	}
	if u := g.Unsaved(); len(u) != 1 || u[0].Typed != "改" || u[0].Field != "voucher" {
		t.Errorf("to try again: %+v", u)
	}
	// It stays when the rows are read anew, and can be sent again.
	msg := g.Reopen(func() (Source, error) { return ledger(3), nil }, 0, "")()
	if _, err := g.Adopt(msg.(SourceMsg)); err != nil {
		t.Fatal(err)
	}
	if got := g.Record(0).Str("voucher"); got != "改" || g.Why() != "已封存" {
		t.Errorf("after reading anew the cell holds %q, refused because %q", got, g.Why())
	}
	if again := g.Retry(); len(again) != 1 || len(g.Unsaved()) != 0 {
		t.Errorf("sent again: %+v", again)
	}
}

// A block over rows that were never read is refused as a whole: their cells would be left out without a word.
func TestABlockOverRowsThatAreNotReadIsRefused(t *testing.T) {
	g := opened(t, ledger(10_000), 120, 36)
	block := strings.Repeat("2023-12-29\n", 500)
	if p := g.Preview(block); !p.Unread || g.Paste(p, false) != nil {
		t.Fatalf("%+v is pasted over rows that nobody has read", p)
	}
	if p := g.Preview("2023-12-29\n2023-12-30\n"); p.Unread || len(g.Paste(p, false)) != 2 {
		t.Fatalf("%+v", p)
	}
	g.Ends(true, false)
	g.Move(1, 0, false)
	if p := g.Preview(block); p.Unread || p.New != 500 || len(g.Paste(p, false)) != 500 {
		t.Fatalf("new rows: %d, unread %v", p.New, p.Unread)
	}
}

// What is shown before the file answers is what the file will hold: a day without a year is a day of the filing year.
func TestADayWithoutAYearIsShownAsADate(t *testing.T) {
	g := opened(t, ledger(3), 120, 36)
	g.Edit(true)
	g.Editor().Insert("3.15")
	g.Leave()
	if r := g.Record(0); len(r.Raw) != 0 || r.Str("date") != "2023-03-15" {
		t.Fatalf("%q, %v", r.Str("date"), r.Raw)
	}
}

// On a wide table the columns have what is seen of them: they stay where they are while rows go by, and grow when one goes across.
func TestColumnsStayWhileRowsGoBy(t *testing.T) {
	src := ledger(200)
	for i, r := range src.all {
		r.Set("summary", form.S(strings.Repeat("长", 4+i/10)))
	}
	g := opened(t, src, 200, 30)
	draw := func() []span {
		deliver(t, g, g.Load())
		c := paint.New(200, 30)
		g.Draw(c.All(), theme.New(theme.Unknown, theme.Mono))
		return slices.Clone(g.spans)
	}
	was := draw()
	for range 5 {
		g.Move(25, 0, false)
		if now := draw(); !slices.Equal(now, was) {
			t.Fatalf("the columns moved: %v, before %v", now, was)
		}
	}
	g.Move(0, 1, false)
	if now := draw(); slices.Equal(now, was) {
		t.Error("a column does not grow")
	}
}
