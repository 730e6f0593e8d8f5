package tui

import (
	"context"
	"strings"
	"testing"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/tui/judging"
	"yice/tui/keying"
	"yice/tui/kit"
	"yice/tui/mending"
	"yice/tui/overview"
)

// has insists that a stored row of a form holds all of the parts.
func (d *driver) has(id string, parts ...string) *driver {
	d.t.Helper()
	rows := d.stored(id)
	for _, r := range rows {
		all := true
		for _, p := range parts {
			all = all && strings.Contains(" "+r+" ", " "+p+" ")
		}
		if all {
			return d
		}
	}
	d.t.Fatalf("no row of %s holds %q:\n%s", id, parts, strings.Join(rows, "\n"))
	return d
}

func (d *driver) count(id string, want int) *driver {
	d.t.Helper()
	if rows := d.stored(id); len(rows) != want {
		d.t.Fatalf("%s has %d rows, want %d:\n%s", id, len(rows), want, strings.Join(rows, "\n"))
	}
	return d
}

func TestAnEditIsSavedScoredAndShownAtOnce(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("patent")
	for range 4 {
		d.press("<down>")
	}
	// 实审 → 授权, with its date: one more patent of six.
	d.press("<home>", "<right>", "<right>", "<right>").sees("法律状态")
	d.press("授", "<enter>")
	d.has("patent", "number=202110253004.0", "status=授权")
	d.sees("强制性 1") // granted without a date
	d.m.Top().(*keying.TableScreen).Grid.Show("granted_on")
	d.press("2023.9.1", "<enter>")
	d.has("patent", "number=202110253004.0", "granted_on=2023-09-01")
	d.sees("85.08 +2.50", "强制性 0", "已保存 14:32:08")
	d.press("<ctrl+z>").sees("已撤销", "82.58 -2.50")
	d.press("<ctrl+y>").sees("已重做", "85.08 +2.50")
	d.press("<ctrl+z>", "<ctrl+z>").has("patent", "number=202110253004.0", "status=实审")
	d.sees("82.58")
}

func TestKeyingNewRowsFieldByField(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<ctrl+end>", "<down>", "<home>").sees("在此键入新的一行")
	// Nobody waits for the disk while keying.
	for _, k := range []string{"2023-12-28", "<enter>", "记-9001", "<enter>", "中试材料", "<enter>", "P1", "<enter>"} {
		d.raw(k)
	}
	d.settle()
	d.count("spend", 180).has("spend", "date=2023-12-28", "voucher=记-9001", "summary=中试材料", "project=P1")
	// The platform does not apply to a line with a project: Enter went on to the category.
	if f := d.m.Top().(*keying.TableScreen).Grid.Field().ID; f != "category" {
		t.Fatalf("the cursor is on %s", f)
	}
	d.press("zj", "<enter>") // pinyin initials of 直接投入
	d.has("spend", "voucher=记-9001", "category=直接投入")
	d.press("<ctrl+d>") // treatment as above
	d.has("spend", "voucher=记-9001", "treatment=费用化")
}

func TestTheNextRowTakesOverWhatRepeats(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<ctrl+end>", "<end>")
	g := d.m.Top().(*keying.TableScreen).Grid
	d.press("备注", "<enter>")
	if !g.OnBlank() && g.Cursor().Row != 179 {
		t.Fatalf("Enter at the end of the last row went to row %d", g.Cursor().Row)
	}
	// The date is taken over, and Enter has passed it.
	if f := g.Field().ID; f != "voucher" {
		t.Fatalf("the new row begins at %s", f)
	}
	d.press("记-9002", "<enter>")
	rows := d.stored("spend")
	last := rows[len(rows)-1]
	if !strings.Contains(last, "voucher=记-9002") || !strings.Contains(last, "treatment=") || !strings.Contains(last, "source=") {
		t.Fatalf("the new row: %s", last)
	}
	if strings.Contains(last, "amount=") {
		t.Fatalf("the amount was taken over: %s", last)
	}
}

func TestLeavingWithoutKeyingLeavesNothing(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("patent").press("<ctrl+n>", "<esc>", "<esc>", "<f12>").count("patent", 6)
	d.form("patent").press("<ctrl+end>", "<down>", "x", "<esc>", "<esc>").count("patent", 6)
}

func TestCopyInsertAndRemoveRows(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<down>", "<ctrl+r>").count("spend", 180)
	rows := d.stored("spend")
	if rows[1] != rows[2] {
		t.Fatalf("the copy is not below:\n%s\n%s", rows[1], rows[2])
	}
	d.press("<ctrl+k>").sees("已删除 1 行").count("spend", 179)
	d.press("<shift+down>", "<shift+down>", "<ctrl+k>").sees("删除 3 行", "Ctrl+Z")
	d.press("<esc>").count("spend", 179)
	d.press("<ctrl+k>", "<enter>").count("spend", 176)
	d.press("<ctrl+z>", "<enter>").count("spend", 179)
	// A row inserted in the middle is there, not at the end.
	d.press("<ctrl+home>", "<ctrl+n>", "2023-01-06", "<enter>").count("spend", 180)
	if r := d.stored("spend")[1]; !strings.HasPrefix(r, "date=2023-01-06") {
		t.Fatalf("row 2 is %s", r)
	}
	d.press("记-9003", "<enter>").has("spend", "date=2023-01-06", "voucher=记-9003")
}

func TestFillDown(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<right>", "<right>", "<shift+down>", "<shift+down>", "<ctrl+d>")
	rows := d.stored("spend")
	for i := 0; i < 3; i++ {
		if !strings.Contains(rows[i], "summary=中试装置设计") {
			t.Fatalf("row %d: %s", i+1, rows[i])
		}
	}
	d.press("<ctrl+z>", "<enter>")
	if r := d.stored("spend")[1]; !strings.Contains(r, "研发人员工资及社保") {
		t.Fatalf("one undo did not bring the rows back: %s", r)
	}
}

func TestPasteFromASpreadsheet(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("patent").press("<ctrl+end>", "<down>", "<home>")
	d.paste("申请号\t专利名称\t专利类型\t法律状态\t申请日\n202210000001.5\t甲\t发明\t申请\t2022-1-2\n坏号\t乙\t发明\t没有\t2022-13-2\n")
	d.sees("共 2 行 10 格：新增 2 行", "第一行是表头", "第 2 行")
	d.golden("paste-120x36")
	d.press("<enter>").count("patent", 8)
	d.has("patent", "title=甲", "applied_on=2022-01-02")
	d.has("patent", "title=乙", "status?没有", "applied_on?2022-13-2") // kept as typed
	d.press("<ctrl+z>", "<enter>").count("patent", 6)
	d.press("<ctrl+end>", "<down>", "<home>")
	d.paste("202210000001.5\t甲\t发明\t申请\t2022-1-2\r坏号\t乙\t发明\t没有\t2022-13-2\r") // as tmux sends it
	d.press("g").count("patent", 7)
}

func TestCopyGivesABlock(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<right>", "<shift+right>", "<shift+down>", "<ctrl+c>")
	if len(d.sent) != 1 || d.sent[0] != "记-0001\t中试装置设计\n记-0002\t研发人员工资及社保" {
		t.Fatalf("copied %q", d.sent)
	}
}

func TestFindFilterAndSort(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	g := func() int { return d.m.Top().(*keying.TableScreen).Grid.Len() }
	d.form("spend").press("<ctrl+f>", "折旧", "<enter>").sees("查找：折旧")
	found := g()
	if found == 0 || found == 179 {
		t.Fatalf("found %d", found)
	}
	d.press("<esc>")
	if g() != 179 {
		t.Fatalf("%d rows after Esc", g())
	}
	d.m.Top().(*keying.TableScreen).Grid.Show("category")
	d.press("<ctrl+l>").sees("只看 费用类别 = 折旧与长期待摊") // Esc had left the cursor on its row
	if n := g(); n == 0 || n == 179 {
		t.Fatalf("filtered %d", n)
	}
	d.press("<esc>")
	d.m.Top().(*keying.TableScreen).Grid.Show("amount")
	d.press("<f9>", "<f9>", "<ctrl+home>")
	top := d.m.Top().(*keying.TableScreen).Grid.Record(0)
	second := d.m.Top().(*keying.TableScreen).Grid.Record(1)
	if top.Num("amount") < second.Num("amount") {
		t.Fatalf("sorted down: %d before %d", top.Num("amount"), second.Num("amount"))
	}
	// An edit in a sorted view goes to its row.
	d.press("1", "<enter>")
	if r, err := d.m.desk.s.Record(top.Form, top.ID); err != nil || r.Num("amount") != 100 {
		t.Fatalf("row %d holds %d, %v", top.ID, r.Num("amount"), err)
	}
}

// A search that finds nothing leaves everything as it was: what is typed next goes into the row the cursor is on.
func TestASearchWithoutAHitChangesNothing(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<down>", "<down>", "<down>", "<right>", "<right>")
	g := d.m.Top().(*keying.TableScreen).Grid
	stood := g.Current().ID
	d.press("<ctrl+f>", "绝不会有", "<enter>").sees("没有一行含「绝不会有」").misses("查找：绝不会有")
	if g.Len() != 179 || g.Current() == nil || g.Current().ID != stood || !g.Plain() {
		t.Fatalf("the cursor stands on %v of %d rows", g.Cursor(), g.Len())
	}
	d.press("滤芯", "<enter>").count("spend", 179).has("spend", "voucher=记-0004", "summary=滤芯")
	// So does one within what was found before: that stays.
	d.press("<ctrl+f>", "折旧", "<enter>").sees("查找：折旧")
	n := g.Len()
	if g.OnBlank() || g.Cursor().Row != 0 {
		t.Fatalf("the row it stood on is not found; the cursor stands on row %d of %d", g.Cursor().Row, n)
	}
	d.press("<down>")
	stood = g.Current().ID
	d.press("<ctrl+f>", "绝不会有", "<enter>").sees("没有一行含「绝不会有」", "查找：折旧")
	if g.Len() != n || g.Current() == nil || g.Current().ID != stood {
		t.Fatalf("the cursor stands on %v of %d rows", g.Cursor(), g.Len())
	}
	// From the line after the last, where a row would be keyed, one comes to the first that is found.
	d.press("<esc>", "<ctrl+end>", "<down>", "<ctrl+f>", "折旧", "<enter>")
	if g.OnBlank() || g.Cursor().Row != 0 {
		t.Fatalf("found from the empty line, the cursor stands on row %d of %d", g.Cursor().Row, g.Len())
	}
}

// A table opened on rows that there are none of begins none of them by a key.
func TestNothingIsKeyedIntoANarrowedTableWithoutRows(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.run(d.m.OpenTable(d.m.Form("spend"), "", store.Query{Find: "绝不会有"}))
	d.settle()
	d.sees("没有一行含「绝不会有」", "Esc").misses("在此键入新的一行")
	d.press("滤芯", "<enter>", "<enter>").count("spend", 179)
	d.press("<esc>")
	if g := d.m.Top().(*keying.TableScreen).Grid; g.OnBlank() || g.Len() != 179 {
		t.Fatalf("Esc leads to row %d of %d", g.Cursor().Row, g.Len())
	}
}

// A row taken away leaves the cursor where a hand goes on: not at the column where the selection of the row had ended.
func TestTheCursorAfterARowIsTakenAway(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<down>", "<right>", "<right>", "<ctrl+a>", "<ctrl+k>").count("spend", 178)
	g := d.m.Top().(*keying.TableScreen).Grid
	if c := g.Cursor(); c.Row != 1 || c.Col != 0 || g.Wide() {
		t.Fatalf("the cursor stands at %v", c)
	}
	d.sees("摘要 ").misses("佐证材料")
	// Without a selection it stays in its column, and after the last row it goes to the one above.
	d.press("<ctrl+end>", "<right>", "<right>", "<ctrl+k>").count("spend", 177)
	if c := g.Cursor(); c.Row != 176 || c.Col != 2 {
		t.Fatalf("the cursor stands at %v of %d rows", c, g.Len())
	}
}

func TestAReferenceIsPickedOrMadeInPlace(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend")
	d.m.Top().(*keying.TableScreen).Grid.Show("project")
	d.press("<enter>").sees("城市供水管网漏损")
	d.press("再").golden("pick-120x36")
	d.press("<enter>").has("spend", "voucher=记-0001", "project=P2")
	d.press("<down>", "<home>")
	d.m.Top().(*keying.TableScreen).Grid.Show("project")
	d.press("P9").sees("新建科技项目")
	d.press("<down>", "<enter>").sees("已新建")
	d.has("project", "code=P9").has("spend", "voucher=记-0002", "project=P9")
	d.press("<ctrl+z>", "<enter>").count("project", 2)
}

func TestWhatCannotBeReadIsKeptAndDoesNotTrap(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend")
	d.m.Top().(*keying.TableScreen).Grid.Show("amount")
	d.press("约三千", "<enter>").has("spend", "voucher=记-0001", "amount?约三千").sees("强制性 1")
	d.press("<f3>").sees("研发投入台账").press("<enter>")
	if g := d.m.Top().(*keying.TableScreen).Grid; g.Field().ID != "amount" || g.Cursor().Row != 0 {
		t.Fatalf("jumped to %s of row %d", g.Field().ID, g.Cursor().Row)
	}
	d.sees("约三千")
	d.press("<enter>", "<ctrl+u>", "3000", "<enter>").has("spend", "voucher=记-0001", "amount=3000.00").sees("强制性 0")
}

func TestAReasonIsWrittenAtTheFinding(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.press("<f3>", "<ctrl+e>", "核实无误", "<enter>").sees("核实性 3") // an empty phrase is refused
	d.press("<ctrl+e>", "<ctrl+u>", "台账外为设备购置，见合同", "<enter>").sees("核实性 2", "已说明")
}

func TestACardIsKeyedWithItsFindingsAndLastYear(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("annual").press("<down>", "<down>", "3300", "<enter>").has("annual", "profit=33000000.00")
	d.sees("4,545.00") // assessed profit follows
	d.press("<ctrl+z>").has("annual", "profit=32000000.00")
	d.press("<f12>").form("rd_summary")
	d.press("1,000,000.50", "<enter>")
	d.press("<esc>")
	d.form("project").press("<ctrl+e>").sees("城市供水管网漏损智能识别关键技术研究")
	d.golden("record-120x36")
	d.press("<ctrl+pgdown>").sees("再生水深度处理膜污染控制技术攻关")
}

func TestExplanationLeadsToTheRecord(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.press("<f4>", "<down>", "<down>", "<enter>").sees("发明专利授权", "计入 4 件", "未计 2 件")
	s := d.m.Top().(*judging.ExplainScreen)
	for s.Use() == nil {
		d.press("<down>")
	}
	key := s.Use().Key
	d.press("<enter>")
	g, ok := d.m.Top().(*keying.TableScreen)
	if !ok || g.Grid.Current() == nil || g.Grid.Current().Key() != key {
		t.Fatalf("not on %s:\n%s", key, d.screen())
	}
	d.press("<esc>", "<esc>", "<esc>")
	if _, ok := d.m.Top().(*overview.Screen); !ok {
		t.Fatal("Esc does not lead back to the overview")
	}
}

func TestLeavingKeepsWhatWasKeyed(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<right>", "改过", "<enter>")
	d.press("<f12>", "<esc>").sees("退出")
	d.press("<enter>")
	if !d.quit {
		t.Fatal("Enter did not leave")
	}
	if err := d.m.desk.finish(); err != nil {
		t.Fatal(err)
	}
	d.m.desk = nil
	o := testOptions(t)
	o.Path = d.path
	e := launch(t, o, 120, 36)
	e.has("spend", "voucher=改过")
}

func TestTextUnderTheCursorIsOfferedBack(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<right>", "<right>", "没来得及存")
	// The program is killed: nothing is closed in order. Only the writer's line is let run dry.
	wait(d)
	if err := d.m.desk.w.Close(); err != nil {
		t.Fatal(err)
	}
	d.m.desk = nil
	o := testOptions(t)
	o.Path = d.path
	e := launch(t, o, 120, 36)
	e.sees("找回未存的内容", "没来得及存")
	e.m.armed = clock
	e.press("<enter>").has("spend", "summary=没来得及存")
}

// wait lets the writer's line run dry.
func wait(d *driver) {
	_, cmd := d.m.desk.enqueue(&job{do: func(*entry.Session) (entry.Outcome, error) { return entry.Outcome{}, nil }}, reasoned)
	cmd()
}

func TestASurprisingDialogIgnoresTheNextKeys(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	asked := false
	d.m.open(kit.NewAsk(form.Must.Title(), form.Must.Title(), nil), true)
	d.press("<enter>")
	if asked || len(d.m.layers) != 1 {
		t.Fatal("a key meant for the screen answered the dialog")
	}
}

func TestControlCharactersOfTheDataAreHarmless(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<right>", "<right>")
	d.paste("\x1b]0;pwned\x07\x1b[2Jx")
	for _, r := range d.m.View().Content {
		if r != '\n' && r != 0x1b && r < ' ' {
			t.Fatalf("%U reached the frame", r)
		}
	}
	if strings.Contains(d.m.View().Content, "\x1b]") || strings.Contains(d.m.View().Content, "\x1b[2J") {
		t.Fatal("a command of the data reached the frame")
	}
}

func TestASealedYearIsNotChanged(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	if err := d.m.desk.w.SetLocked(d.m.desk.s.Book(), true, "x", "报送"); err != nil {
		t.Fatal(err)
	}
	if err := d.m.desk.s.Reload(context.Background()); err != nil {
		t.Fatal(err)
	}
	d.send(standingMsg{takeStanding(d.m.desk.s)})
	d.settle()
	d.sees("已封存").form("spend").press("<right>", "x", "<enter>").sees("封存")
	if r := d.stored("spend")[0]; strings.Contains(r, "voucher=x") {
		t.Fatal(r)
	}
	d.sees("x") // what was keyed is still there, marked
}

func TestTheChecklistShowsWhatIsStillToBeAnswered(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("checklist")
	g := d.m.Top().(*keying.TableScreen).Grid
	if g.Len() != 10 {
		t.Fatalf("%d items, the pack asks 10", g.Len())
	}
	open := -1
	for i := range g.Len() {
		if g.Record(i).Str("answer") == "" || g.Record(i).Str("answer") == "未填" {
			open = i
		}
	}
	before := len(d.stored("checklist"))
	d.press("<ctrl+home>")
	for range open {
		d.press("<down>")
	}
	g.Show("answer")
	item := g.Record(open).Str("item")
	d.raw("是")
	d.raw("<enter>")
	d.raw("示例发〔2023〕10号") // keyed before the row is there
	d.raw("<enter>")
	d.settle()
	d.has("checklist", "item="+item, "answer=是", "document=示例发〔2023〕10号")
	if n := len(d.stored("checklist")); n > before+1 {
		t.Fatalf("%d rows, were %d", n, before)
	}
	d.sees("总分 83.58")
}

func TestAFieldHoldsNobodyIn(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<right>", "<right>", "先填着", "<f3>")
	if _, ok := d.m.Top().(*mending.ChecksScreen); !ok {
		t.Fatal("F3 does nothing while a cell is being keyed")
	}
	d.has("spend", "voucher=记-0001", "summary=先填着")
	d.form("annual").press("<down>", "<down>", "3300", "<f4>").has("annual", "profit=33000000.00")
	if _, ok := d.m.Top().(*judging.ScoreScreen); !ok {
		t.Fatal("F4 does nothing while a field is being keyed")
	}
}
