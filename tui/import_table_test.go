package tui

import (
	"path/filepath"
	"strings"
	"testing"

	"yice/filing/intake"
	"yice/text"
	"yice/tui/importing"
)

// yonyou is a ledger of one account as accounting programs export it, a month and a project of spending of their own.
func yonyou(month, tail string) string {
	return "明细账\n科目：53010102 研发支出_费用化支出_燃料动力\n年月日,凭证号数,摘要,借方,贷方,方向,余额\n,,期初余额,,,平,\n" +
		"2023." + month + ".07,记-0002,支付试验用电费,100.00,,借,100.00\n2023." + month + ".26,记-0007,支付试验用水费,50.50,,借,150.50\n" +
		"2023." + month + ".28,记-0009,结转研发支出,,150.50,平,\n,,本月合计,150.50,150.50,平,\n" + tail
}

func (d *driver) imports() *importing.Screen {
	d.t.Helper()
	s, ok := d.m.Top().(*importing.Screen)
	if !ok {
		d.t.Fatalf("on %T", d.m.Top())
	}
	return s
}

// Every row of a ledger is shown with its kind, what it becomes, and why it does not come in.
func TestImportShowsTheKindOfEveryRow(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36", 120, 36, nil}, {"180x50", 180, 50, nil}, {"120x36-en", 120, 36, []func(*Options){english}}} {
		t.Run(size.name, func(t *testing.T) {
			d := at(t, size.w, size.h, size.o...)
			d.opensImport("账.csv", yonyou("01", ""))
			s := d.imports()
			s.Path = "/home/u/账.csv"
			s.Follow(d.m)
			d.m.dirty = true
			d.golden("import-ledger-" + size.name)
		})
	}
	d := at(t, 120, 36)
	d.opensImport("账.csv", yonyou("01", "")).sees("> 结转", "= 合计", "< 期初", "# 表头", "用友 明细账")
	d.sees("2023-01-07 · 记-0002 · 支付试验用电费 · 直接投入 · 费用化 · 100.00 元")
	d.press("<down>", "<down>").sees("结转「结转研发支出」：不是冲减研发支出")
	d.sees("本次进来", "150.50", "文件写的")
}

// Ten keys and less for the first month, three for the second: how the file was read is kept.
func TestTheSecondMonthNeedsThreeKeys(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	lines := len(d.stored("spend"))
	d.form("spend").opensImport("一月.csv", yonyou("01", "")).sees("资金来源：2 行没有") // F7, a path, Enter
	d.press("<f9>").sees("企业自筹").press("<enter>")                              // whose money it was
	d.sees("1 种写法按常用名称归了类").press("<enter>")                                   // all right
	d.sees("将新增 2 行").count("spend", lines).press("<enter>").count("spend", lines+2)
	d.has("spend", "voucher=记-0002", "source=企业自筹", "category=直接投入", "amount=100.00")
	d.opensImport("二月.csv", yonyou("02", "")).sees("同上次", "都定了").press("<f9>").count("spend", lines+4)
	d.has("spend", "date=2023-02-26", "source=企业自筹", "amount=50.50")
	d.press("<ctrl+z>").sees("撤销这一步", "不止一条").press("<enter>", "<ctrl+z>", "<enter>").count("spend", lines)
}

// A row in doubt keeps the whole file out until it is said that it stays out; that is asked again for the next file.
func TestADoubtBlocksAnImport(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	lines := len(d.stored("spend"))
	d.opensImport("账.csv", yonyou("03", "甲,记-0011,日期写坏了,7.00,,借,\n")).sees("?存疑 1", "日期读不出来")
	if _, here, _ := strings.Cut(d.screen(), "▌"); !strings.Contains(strings.SplitN(here, "\n", 2)[0], "日期写坏了") {
		t.Errorf("the cursor is not on the row in doubt:\n%s", d.screen())
	}
	d.press("<f9>").sees("先看看这些行", "这 1 行都不取").press("<esc>")
	d.press("<f9>", "<down>", "<enter>").sees("企业自筹").press("<enter>", "<enter>", "<enter>").count("spend", lines+2)
	d.opensImport("又.csv", yonyou("04", "乙,记-0012,日期又写坏了,8.00,,借,\n")).sees("?存疑 1", "还有 1 件要定")
	d.press("<esc>")
}

// A text that nobody knows the category of is asked for, and the answer remembered for other files.
func TestAnAnswerIsRemembered(t *testing.T) {
	t.Parallel()
	file := func(month string) string {
		return "日期,凭证号,摘要,费用类别,支出类型,资金来源,金额\n2023-" + month + "-07,记-1,甲,蒸汽冷凝杂项,费用化,企业自筹,10.00\n2023-" + month + "-08,记-2,乙,设计,费用化,企业自筹,20.00\n"
	}
	d := at(t, 120, 36)
	d.opensImport("甲.csv", file("05"))
	d.press("<tab>", "<tab>").sees("待答", "蒸汽冷凝杂项").press("<enter>").sees("「蒸汽冷凝杂项」是哪一项费用类别")
	d.press("直接投入", "<enter>").sees("已定").misses("!拒收")
	d.press("<f9>", "<enter>").has("spend", "summary=甲", "category=直接投入")
	d.opensImport("乙.csv", "凭证号,日期,摘要,费用类别,支出类型,资金来源,金额\n记-1,2023-06-07,丙,蒸汽冷凝杂项,费用化,企业自筹,11.00\n记-3,2023-06-09,丁,设计,费用化,企业自筹,21.00\n")
	d.misses("!拒收").sees("都定了").press("<esc>")
}

// Totals that differ want a reason, and an empty phrase is none.
func TestADifferenceNeedsAReason(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	lines := len(d.stored("spend"))
	content := "日期,凭证号,摘要,费用类别,支出类型,资金来源,金额\n2023-05-07,记-1,甲,设计,费用化,企业自筹,10.00\n2023-05-08,记-2,乙,设计,费用化,企业自筹,20.00\n合计,,,,,,31.00\n"
	d.opensImport("差.csv", content).sees("差 1.00", "第 4 行写 31.00，相加 30.00")
	d.press("<f9>").sees("写明原因").press("核实无误", "<enter>").sees("这样的说明没有内容").count("spend", lines)
	d.press("合计行多记试剂运费一元", "<enter>").sees("原因", "将新增 2 行").press("<enter>").count("spend", lines+2)
}

// A mended file takes the place of its earlier import, or stands beside it: it is asked, and what changes is shown first.
func TestAMendedFileIsOfferedToReplace(t *testing.T) {
	t.Parallel()
	file := func(amount string) string {
		return "日期,凭证号,摘要,费用类别,支出类型,资金来源,金额\n2023-05-07,记-1,甲,设计,费用化,企业自筹," + amount + "\n2023-05-08,记-2,乙,设计,费用化,企业自筹,20.00\n2023-05-09,记-3,丙,设计,费用化,企业自筹,30.00\n"
	}
	d := at(t, 120, 36)
	lines := len(d.stored("spend"))
	d.opensImport("账.csv", file("10.00")).press("<f9>", "<enter>").count("spend", lines+3)
	d.opensImport("账.csv", file("10.50")).sees("改动 1", "还有 1 件要定")
	d.press("<f9>").sees("取代原来的", "另外加进来").press("<enter>").sees("10.00 → 10.50").press("<enter>")
	d.count("spend", lines+3).has("spend", "summary=甲", "amount=10.50")
}

// How a file is read can be saved as a recipe file.
func TestTheReadingIsSavedAsARecipe(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.opensImport("账.csv", yonyou("01", ""))
	d.press("<ctrl+s>", "<enter>").sees("读法已存成配方")
	if r, err := intake.ParseRecipe(readFile(t, filepath.Join(filepath.Dir(d.path), "账.toml"))); err != nil || r.Shape != intake.AsLedger {
		t.Errorf("%+v %v", r, err)
	}
	if strings.Contains(d.screen(), text.TuiImpHere.ZH) {
		t.Error("saving changed the reading")
	}
}

// A file of many sheets says once that their totals agree, so that what comes in stays in view.
func TestSumsOfManySheetsAreShort(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.opensImport("账.csv", yonyou("01", ""))
	s := d.imports()
	a := s.Plan.Result.Account
	one := a.Totals[0]
	for range 11 {
		a.Totals = append(a.Totals, one)
	}
	d.m.dirty = true
	d.sees("写了合计的都对得上", "直接投入").misses("相符")
	d.press("<esc>")
}
