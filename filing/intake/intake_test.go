package intake

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/form"
)

// brought is what a reading brings, as one text: its rows by kind, its records, and what it asks.
type brought struct {
	kinds   string
	lines   []string
	sum     int64
	asked   []string
	refused int
	recipe  string
	acc     *Account
}

func bring(t *testing.T, formID, content string, o ReadOptions) brought {
	t.Helper()
	path := filepath.Join(t.TempDir(), "账.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	o.Form = form.ByID(formID)
	r, err := Read(path, o)
	if err != nil {
		return brought{asked: []string{err.Error()}}
	}
	defer r.Close()
	var b brought
	acc, err := r.Each(context.Background(), func(l *Line) error {
		b.kinds += string([]rune(l.Kind.Title().ZH)[0])
		if l.Refusal != nil {
			b.refused++
		}
		for _, rec := range l.Records {
			b.sum += rec.Num("amount")
			b.lines = append(b.lines, fmt.Sprintf("%s %s %s %s %s %d", rec.Str("date"), rec.Str("voucher"), rec.Str("summary"), rec.Str("category"), rec.Str("treatment"), rec.Num("amount")))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	b.acc, b.recipe = acc, r.Recipe.Name
	for _, q := range acc.Open("") {
		b.asked = append(b.asked, q.Code)
	}
	return b
}

func (b brought) is(t *testing.T, kinds string, sum int64, asked ...string) {
	t.Helper()
	if b.kinds != kinds || b.sum != sum || strings.Join(b.asked, " ") != strings.Join(asked, " ") {
		t.Errorf("kinds %s, sum %d, asked %v; expected %s, %d, %v\n%s", b.kinds, b.sum, b.asked, kinds, sum, asked, strings.Join(b.lines, "\n"))
	}
}

const plainHead = "日期,凭证号,摘要,费用类别,支出类型,金额\n"

func line(day, voucher int, amount string) string {
	return fmt.Sprintf("2023-01-%02d,记-%d,材料,直接投入,费用化,%s\n", day, voucher, amount)
}

func TestTotalsComeInNeverWhateverColumnSaysSo(t *testing.T) {
	lines := line(1, 1, "100.00") + line(2, 2, "200.50")
	for name, total := range map[string]string{
		"first cell":         "合计,,,,,300.50\n",
		"third cell":         ",,合计,,,300.50\n",
		"spaced":             ",,合 计,,,300.50\n",
		"a month's":          "2023-01-31,,本月合计,,,300.50\n",
		"a name's":           ",,材料费小计,,,300.50\n",
		"without a word":     ",,,,,300.50\n",
		"with a day only":    "2023-01-31,,,,,300.50\n",
		"in brackets":        ",,（合计）,,,300.50\n",
		"in English":         "Total,,,,,300.50\n",
		"with its category":  ",,,直接投入,,300.50\n",
		"a season's":         ",,一季度合计,,,300.50\n",
		"before its lines's": "",
	} {
		if total == "" {
			bring(t, "spend", plainHead+",,合计,,,300.50\n"+lines, ReadOptions{}).is(t, "合明明", 30050)
			continue
		}
		t.Run(name, func(t *testing.T) {
			bring(t, "spend", plainHead+lines+total, ReadOptions{}).is(t, "明明合", 30050)
		})
	}
}

func TestATotalThatDiffersBlocks(t *testing.T) {
	b := bring(t, "spend", plainHead+line(1, 1, "100.00")+line(2, 2, "200.50")+"合计,,,,,300.51\n", ReadOptions{})
	b.is(t, "明明合", 30050, "intake.differs")
	if open := b.acc.Open("四舍五入造成"); len(open) != 0 {
		t.Errorf("a reason does not answer it: %v", open)
	}
	bring(t, "spend", plainHead+",,合计,,,300.51\n"+line(1, 1, "100.00")+line(2, 2, "200.50"), ReadOptions{}).is(t, "合明明", 30050, "intake.differs")
}

func TestALineThatEqualsTheSumBeforeItIsALine(t *testing.T) {
	bring(t, "spend", plainHead+line(1, 1, "100.00")+line(2, 2, "100.00")+line(3, 3, "200.00"), ReadOptions{}).is(t, "明明明", 40000)
	bring(t, "spend", plainHead+line(1, 1, "100.00")+"2023-01-02,记-2,软件统计费合计,其他,费用化,100.00\n", ReadOptions{}).is(t, "明明", 20000)
}

func TestAnAmountWithoutADateIsAskedAbout(t *testing.T) {
	bring(t, "spend", plainHead+line(1, 1, "100.00")+",,材料,直接投入,费用化,70.00\n", ReadOptions{}).is(t, "明存", 10000, "intake.doubt")
}

const ledgerHead = "日期,凭证号数,摘要,借方,贷方,方向,余额\n"

func TestAnAccountsLedger(t *testing.T) {
	content := "明细账,,,,,,\n科目：530101 研发支出_费用化支出_人员人工,,,,,,\n期间：2023.01-2023.02,,,,,,\n" + ledgerHead +
		"2023-01-01,,期初余额,,,平,0.00\n" +
		"2023-01-05,记-1,计提工资,1000.00,,借,1000.00\n" +
		"2023-01-31,记-9,结转研发支出,,1000.00,平,0.00\n" +
		"2023-01-31,,本月合计,1000.00,1000.00,平,0.00\n" +
		"2023-01-31,,本年累计,1000.00,1000.00,平,0.00\n" +
		"2023-02-05,记-1,结转本月领用材料,500.00,,借,500.00\n" +
		",,过次页,500.00,,借,500.00\n" + ledgerHead +
		",,承前页,500.00,,借,500.00\n" +
		"2023-02-10,记-2,冲回多提工资,,200.00,借,300.00\n" +
		"2023-02-28,,本月合计,500.00,200.00,借,300.00\n" +
		"2023-02-28,,本年累计,1500.00,1200.00,借,300.00\n"
	b := bring(t, "spend", content, ReadOptions{})
	b.is(t, "期明结合合明结表结明合合", 130000)
	if b.recipe != "yonyou-ledger" {
		t.Errorf("read by %s", b.recipe)
	}
	for _, l := range b.lines {
		if !strings.Contains(l, " 人员人工 费用化 ") {
			t.Errorf("not by its account: %s", l)
		}
	}
}

const journalHead = "日期,凭证号数,摘要,科目编码,科目名称,借方金额,贷方金额\n"

func TestAJournalTakesWhatWasSpentOnRDOnce(t *testing.T) {
	b := bring(t, "spend", journalHead+
		"2023-01-05,记-1,计提工资,53010101,研发支出_费用化支出_工资,1000.00,\n"+
		",,计提工资,2211,应付职工薪酬,,1000.00\n"+
		"2023-01-31,记-9,期末结转,660204,管理费用_研发费用,1000.00,\n"+
		",,期末结转,53010101,研发支出_费用化支出_工资,,1000.00\n"+
		"2023-01-31,记-10,结转损益,4103,本年利润,1000.00,\n"+
		",,结转损益,660204,管理费用_研发费用,,1000.00\n"+
		",,合计,,,3000.00,3000.00\n", ReadOptions{})
	b.is(t, "明筛筛结筛筛合", 100000)
}

func TestSpendingBesideTheAccountOfRDIsAskedAbout(t *testing.T) {
	b := bring(t, "spend", journalHead+
		"2023-01-05,记-1,计提工资,53010101,研发支出_费用化支出_工资,1000.00,\n"+
		"2023-01-06,记-2,会议费,660204,管理费用_研发费用,300.00,\n", ReadOptions{})
	if strings.Join(b.asked, " ") != "intake.mirror" {
		t.Errorf("asked %v", b.asked)
	}
	b = bring(t, "spend", journalHead+"2023-01-06,记-2,会议费,660204,管理费用_研发费用_会议费,300.00,\n", ReadOptions{})
	b.is(t, "明", 30000)
	b = bring(t, "spend", journalHead+"2023-01-06,记-2,办公费,660201,管理费用_办公费,300.00,\n", ReadOptions{})
	b.is(t, "筛", 0, "intake.no-rd-account")
}

func TestANameNobodyKnowsIsAskedOnceAndAnsweredByARecipe(t *testing.T) {
	content := journalHead + "2023-01-05,记-1,甲,53010109,研发支出_费用化支出_寰宇费,1000.00,\n2023-01-06,记-2,乙,53010109,研发支出_费用化支出_寰宇费,1.00,\n"
	b := bring(t, "spend", content, ReadOptions{})
	if len(b.asked) != 1 || b.asked[0] != "intake.unmapped" || b.acc.Questions[0].Values[0] != "寰宇费" {
		t.Fatalf("asked %v", b.asked)
	}
	r, err := ParseRecipe([]byte("name = \"我的\"\nform = \"spend\"\n[map.category]\n\"寰宇费\" = \"直接投入\"\n[constants]\nsource = \"企业自筹\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	b = bring(t, "spend", content, ReadOptions{Recipe: &r})
	b.is(t, "明明", 100100)
	if !strings.Contains(b.lines[0], "直接投入") {
		t.Error(b.lines[0])
	}
}

func TestALedgerWithoutDatesOrAmountsIsRefused(t *testing.T) {
	for content, want := range map[string]string{
		"摘要,费用类别,金额\n材料,直接投入,1\n":                            "日期",
		"日期,凭证号,摘要\n2023-01-01,1,材料\n":                       "金额",
		"科目编码,科目名称,期初余额,本期借方,本期贷方,期末余额\n5301,研发支出,0,1,1,0\n": "科目余额表",
		"姓名,摘要,电话\n甲,乙,丙\n":                                  "日期",
	} {
		if b := bring(t, "spend", content, ReadOptions{}); len(b.asked) != 1 || !strings.Contains(b.asked[0], want) {
			t.Errorf("%s: %v", content, b.asked)
		}
	}
}

func TestAmountsAsPeopleWriteThem(t *testing.T) {
	for cell, want := range map[string]int64{
		"\"1,234.56\"": 123456, "\"(1,234.56)\"": -123456, "-¥1234.56": -123456, "贷 100.00": -10000, "借100": 10000, "\"1,234.50-\"": -123450,
		"1.23E+06": 123000000, "１２３４．５": 123450, "\u00a0100\u00a0": 10000, "1.2万元": 1200000,
	} {
		b := bring(t, "spend", plainHead+line(1, 1, cell), ReadOptions{})
		b.is(t, "明", want)
	}
	b := bring(t, "spend", plainHead+line(1, 1, "—")+line(2, 2, "-")+line(3, 3, "/"), ReadOptions{})
	if b.sum != 0 || b.refused != 0 {
		t.Errorf("a dash is not empty: %d, %d refused", b.sum, b.refused)
	}
}

func TestUnitsWhereverTheyStand(t *testing.T) {
	row := "2023-01-01,记-1,材料,直接投入,费用化,1.5\n"
	for _, content := range []string{
		"单位：万元,,,,,\n" + plainHead + row,
		",,,,,万元\n" + plainHead + row,
		"（以万元为单位）,,,,,\n" + plainHead + row,
		"日期,凭证号,摘要,费用类别,支出类型,金额（万元）\n" + row,
		"日期,凭证号,摘要,费用类别,支出类型,金额 万元\n" + row,
		"日期,凭证号,摘要,费用类别,支出类型,发生额(万)\n" + row,
		"日期,凭证号,摘要,费用类别,支出类型,\"金额\n（万元）\"\n" + row,
		"單位：萬元,,,,,\n日期,憑證號,摘要,費用類別,支出類型,金額\n" + row,
	} {
		b := bring(t, "spend", content, ReadOptions{})
		if b.sum != 1500000 || len(b.asked) > 0 {
			t.Errorf("%s: %d %v", content, b.sum, b.asked)
		}
	}
}

func TestDatesWithoutAYearTakeThatOfTheTitle(t *testing.T) {
	for _, content := range []string{
		"2023年研发明细,,,,,\n日期,凭证号,摘要,费用类别,支出类型,金额\n3月15日,1,材料,直接投入,费用化,5\n",
		"期间：2023.01-2023.12,,,,,\n日期,凭证号,摘要,费用类别,支出类型,金额\n03.15,1,材料,直接投入,费用化,5\n",
		"2023年度,,,,,,\n月,日,凭证号,摘要,费用类别,支出类型,金额\n3,15,1,材料,直接投入,费用化,5\n",
		"2023年,,凭证号,摘要,费用类别,支出类型,金额\n月,日,,,,,\n3,15,1,材料,直接投入,费用化,5\n",
		plainHead + "45000,1,材料,直接投入,费用化,5\n",
		plainHead + "2023.03.15,1,材料,直接投入,费用化,5\n",
		plainHead + "20230315,1,材料,直接投入,费用化,5\n",
	} {
		b := bring(t, "spend", content, ReadOptions{})
		if len(b.lines) != 1 || !strings.HasPrefix(b.lines[0], "2023-03-15 ") || len(b.asked) > 0 {
			t.Errorf("%s: %v %v", content, b.lines, b.asked)
		}
	}
	b := bring(t, "spend", plainHead+"3月15日,1,材料,直接投入,费用化,5\n", ReadOptions{})
	if b.sum != 0 {
		t.Errorf("a date without a year came in: %v", b.lines)
	}
}

func TestACategoryAColumn(t *testing.T) {
	content := "研发支出辅助账,,,,,,,\n项目名称：甲,,,,,,,\n日期,凭证号数,摘要,会计凭证记载金额,税法规定的归集金额,人员人工费用,直接投入费用,折旧费用\n" +
		"2023-01-05,记-1,工资,1000.00,1000.00,1000.00,,\n" +
		"2023-01-06,记-2,材料和折旧,300.00,300.00,,200.00,100.00\n" +
		"2023-01-07,记-3,只部分归集,500.00,400.00,400.00,,\n" +
		",,合计,1800.00,1700.00,1400.00,200.00,100.00\n"
	b := bring(t, "spend", content, ReadOptions{})
	b.is(t, "明明明合", 180000)
	if len(b.lines) != 4 || b.recipe != "rd-subsidiary-2021" {
		t.Errorf("%s: %v", b.recipe, b.lines)
	}
	b = bring(t, "spend", content+"2023-02-06,记-4,对不上,300.00,300.00,,200.00,90.00\n", ReadOptions{})
	if strings.Join(b.asked, " ") != "intake.doubt" {
		t.Errorf("asked %v", b.asked)
	}
}

func TestTwoColumnsOfOneNameAreAskedAbout(t *testing.T) {
	b := bring(t, "spend", "日期,摘要,金额,金额\n2023-01-01,材料,1,2\n", ReadOptions{})
	if len(b.asked) == 0 || b.asked[0] != "intake.two-columns" {
		t.Errorf("asked %v", b.asked)
	}
	b = bring(t, "spend", "日期,摘要,金额（元）,金额（万元）\n2023-01-01,材料,1,2\n", ReadOptions{})
	if len(b.asked) == 0 || b.asked[0] != "intake.two-columns" {
		t.Errorf("asked %v", b.asked)
	}
}

func TestEveryBuiltInRecipeReadsAndWritesItself(t *testing.T) {
	for _, r := range BuiltIn() {
		again, err := ParseRecipe(r.TOML())
		if err != nil {
			t.Fatalf("%s: %v", r.Name, err)
		}
		again.BuiltIn = true
		if string(again.TOML()) != string(r.TOML()) {
			t.Errorf("%s: %s", r.Name, again.TOML())
		}
	}
	for _, name := range []string{"columns", "yonyou-ledger", "yonyou-journal", "kingdee-ledger", "haokuaiji-journal", "rd-subsidiary-2021", "nbs-107-1", "nbs-107-2"} {
		if _, ok := Named(name); !ok {
			t.Errorf("no recipe %s", name)
		}
	}
}

func TestARecipeIsReadStrictly(t *testing.T) {
	for _, bad := range []string{
		"", "name = \"a\"\nunknown = 1\n", "name = \"a\"\nshape = \"x\"\n", "name = \"a\"\nform = \"nothing\"\n",
		"name = \"a\"\nform = \"spend\"\n[map.category]\n\"x\" = \"没有这一类\"\n", "name = \"a\"\nform = \"spend\"\n[constants]\nnothing = \"1\"\n",
		"name = \"a\"\nunit = \"斤\"\n", "name = \"a\"\nyear = 99\n", "name = \"../a\"\n", "name = [",
	} {
		if _, err := ParseRecipe([]byte(bad)); err == nil {
			t.Errorf("accepted: %s", bad)
		}
	}
}
