package tui

import (
	"fmt"
	"strings"
	"testing"

	"yice/tui/keying"
)

// TestPasteAsSpreadsheetsWriteIt: cells with line breaks, tabs and quotes are quoted, lines end in CR LF, the last one
// too, and figures come as they are shown.
func TestPasteAsSpreadsheetsWriteIt(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<ctrl+end>", "<down>", "<home>")
	d.paste("2023/12/5\t记-1\t\"两行\n的\"\"摘要\"\"\"\r\n2023年12月6日\t记-2\t\"有\t制表符\"\r\n12月7日\t记-3\t5\"水管\r\n\r\n")
	d.sees("共 3 行 9 格：新增 3 行，改动 9 格").misses("读不懂").press("<enter>").count("spend", 182)
	d.has("spend", "date=2023-12-05", "voucher=记-1", `的"摘要"`).has("spend", "date=2023-12-06", "summary=有", "制表符")
	d.has("spend", "date=2023-12-07", "voucher=记-3", `summary=5"水管`)
	d.press("<ctrl+z>", "<enter>").count("spend", 179)
}

func TestPasteOfFiguresAsSpreadsheetsShowThem(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<ctrl+end>", "<down>")
	d.m.Top().(*keying.TableScreen).Grid.Show("amount")
	d.paste("1,234.50 \r\n-1,234.50\r\n(1,234.50)\r\n¥88.00\r\n１２\r\n0.35万\r\n")
	d.sees("新增 6 行", "金额按元读").press("<enter>")
	rows := d.stored("spend")
	for i, want := range []string{"1234.50", "-1234.50", "-1234.50", "88.00", "12.00", "3500.00"} {
		if r := rows[179+i]; !strings.HasSuffix(" "+r, " amount="+want) {
			t.Errorf("row %d holds %s, want %s", i+1, r, want)
		}
	}
	// What a spreadsheet shows for a figure too wide for its column is no figure.
	d.press("<ctrl+end>", "<down>")
	d.m.Top().(*keying.TableScreen).Grid.Show("amount")
	d.paste("########\r\n1\r\n").sees("有 1 格读不懂", "########").press("<esc>")
}

// TestHeadingsSayWhichColumnsAreMeant: whatever the order of the columns, wherever the cursor stands, in whatever unit.
func TestHeadingsSayWhichColumnsAreMeant(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<ctrl+end>", "<down>", "<right>")
	d.paste("金额（万元）\t序号\t日期\t摘要\t项目编号\n12.5\t1\t2023-12-29\t甲\t\n0.3\t2\t2023-12-29\t乙\t\n")
	d.sees("第一行是表头", "金额按万元读", "表里没有这些列，不会粘贴：序号").golden("paste-headings-120x36").press("<enter>").count("spend", 181)
	d.has("spend", "date=2023-12-29", "summary=甲", "amount=125000.00").has("spend", "summary=乙", "amount=3000.00")
	// Without a unit figures are as the table shows them.
	d.form("conversion").press("<ctrl+end>", "<down>")
	before := len(d.stored("conversion"))
	d.paste("成果名称\t到账金额\n甲成果\t12.5\n")
	if s := d.screen(); !strings.Contains(s, "第一行是表头") {
		t.Fatalf("the headings are not known:\n%s", s)
	}
	d.press("<enter>").count("conversion", before+1)
}

// TestATextThatHappensToBeAHeadingIsAText: one cell of a column is not taken for a heading of another.
func TestATextThatHappensToBeAHeadingIsAText(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<ctrl+end>", "<down>", "<home>", "<right>", "<right>")
	d.paste("备注\n摘要二\n").sees("共 2 行 2 格").misses("表头").press("<enter>")
	d.has("spend", "summary=备注").has("spend", "summary=摘要二")
}

func TestOnlyGoodRowsAreCounted(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<ctrl+end>", "<down>", "<home>")
	d.paste("2023-12-29\t记-1\n2023-13-29\t记-2\n2023-12-30\t记-3\n").sees("有 1 格读不懂").press("g")
	d.sees("已粘贴 2 行").count("spend", 181)
}

func TestColumnsBeyondTheTableAreNamed(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<ctrl+end>", "<down>", "<end>")
	d.paste("备注甲\t多\t余\n备注乙\n").sees("右边有 2 列超出表格", "共 2 行 2 格").press("<enter>")
	d.has("spend", "remark=备注甲").has("spend", "remark=备注乙")
}

// TestEmptyCellsOfAPasteEmpty says so before it happens; on new rows they are just empty.
func TestEmptyCellsOfAPasteEmpty(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<right>")
	d.paste("记-甲\t\n记-乙\t乙摘要\n").sees("改动 4 格", "其中 1 格会被清空").press("<enter>")
	if r := d.stored("spend")[0]; !strings.Contains(r, "voucher=记-甲") || strings.Contains(r, "summary=") {
		t.Fatal(r)
	}
	d.press("<ctrl+end>", "<down>", "<home>")
	d.paste("2023-12-29\t记-1\t合并\n\t记-2\t\n").misses("清空").press("<enter>").has("spend", "voucher=记-2")
}

func TestOneCellFillsTheSelection(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<right>", "<right>", "<shift+down>", "<shift+down>")
	d.paste("同一摘要\n").sees("共 3 行 3 格：新增 0 行，改动 3 格").press("<enter>")
	for i := range 3 {
		if r := d.stored("spend")[i]; !strings.Contains(r, "summary=同一摘要") {
			t.Fatalf("row %d: %s", i+1, r)
		}
	}
	d.press("<ctrl+z>", "<enter>")
	if r := d.stored("spend")[2]; strings.Contains(r, "同一摘要") {
		t.Fatal("one undo does not bring all back")
	}
}

// TestABlockPastedIntoAnOpenCellGoesIntoTheTable: Enter had opened the cell, or a letter was keyed.
func TestABlockPastedIntoAnOpenCellGoesIntoTheTable(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<right>", "<enter>")
	d.paste("记-甲\t甲\n记-乙\t乙\n").sees("共 2 行 4 格").press("<enter>")
	d.has("spend", "voucher=记-甲", "summary=甲").has("spend", "voucher=记-乙", "summary=乙")
	// Lines without a tab are the text of the cell.
	d.press("<ctrl+home>", "<right>", "<right>", "<enter>")
	d.paste("一\n二").press("<enter>").has("spend", "voucher=记-甲", "二")
}

func TestManyProblemsAreLeafedThrough(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.form("spend").press("<ctrl+end>", "<down>", "<home>")
	var b strings.Builder
	for i := range 40 {
		fmt.Fprintf(&b, "2023-13-%02d\t记-%d\n", i+1, i)
	}
	d.paste(b.String()).sees("有 40 格读不懂", "1–10 / 40", "2023-13-01").misses("2023-13-40")
	d.press("<end>").sees("31–40 / 40", "2023-13-40").golden("paste-problems-80x24")
}

func TestPasteInEnglish(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24, english)
	d.form("spend").press("<ctrl+end>", "<down>", "<home>")
	d.paste("Amount (CNY 10,000)\tNo.\tDate\n12.5\t1\t2023-12-29\nx\t2\t2023-12-29\n")
	d.sees("CNY 10k", "No.", "Cells that cannot be read: 1").golden("paste-en-80x24")
}

// A key stands once in the footer: with what it means now.
func TestEscStandsOnceInTheFooter(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").sees("Esc 返回").press("<shift+down>").sees("Esc 还原").misses("Esc 返回")
	d.press("<esc>").sees("Esc 返回").misses("Esc 还原")
}

// A total at the foot of a block is no line: by its word, or because it is the sum of those above and nothing else.
func TestATotalOfAPasteIsLeftOut(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<ctrl+end>", "<down>")
	block := "日期\t凭证号\t摘要\t金额\n2023-12-05\t记-1\t甲\t10.00\n2023-12-06\t记-2\t乙\t20.00\n\n合计\t\t\t30.00\n"
	d.paste(block).sees("有 1 行不是明细", "合计", "共 2 行").press("<enter>").count("spend", 181)
	d.press("<ctrl+z>", "<enter>").count("spend", 179)
	d.paste(strings.ReplaceAll(block, "30.00", "31.00")).sees("相差 1.00").press("<esc>")
	// Without a header the words and the arithmetic say it; A takes them all the same.
	d.press("<ctrl+end>", "<down>", "<home>")
	block = "2023-12-05\t记-1\t甲\t\t\t\t\t\t\t\n2023-12-06\t记-2\t乙\n合计\t\t\n"
	d.paste(block)
	d.press("<esc>")
	d.m.Top().(*keying.TableScreen).Grid.Show("amount")
	d.paste("10.00\t甲\n20.00\t乙\n30.00\t\n").sees("共 2 行", "正好等于上面各行之和").press("a").sees("共 3 行").press("a", "<enter>").count("spend", 181)
}

// What stands in the table is shown beside what comes in its place, before it does.
func TestAPasteShowsWhatItChanges(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<right>", "<right>")
	before := d.stored("spend")[0]
	d.paste("新摘要\n另一摘要\n").sees("改动 2 格", "→ 新摘要", "→ 另一摘要").press("<esc>")
	if d.stored("spend")[0] != before {
		t.Error("something was written before it was said")
	}
}

// A ledger of accounts is pasted as its entries: titles, what is closed and totals stay out.
func TestALedgerOfAccountsIsPasted(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<ctrl+end>", "<down>")
	d.paste(strings.ReplaceAll(yonyou("05", ""), ",", "\t")).sees("这是会计账", "共 2 行", "结转", "期初").press("<enter>").count("spend", 181)
	d.has("spend", "date=2023-05-07", "voucher=记-0002", "category=直接投入", "amount=100.00")
}
