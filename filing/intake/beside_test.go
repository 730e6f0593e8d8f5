package intake

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/form"
)

const besideHead = "日期,凭证号,摘要,费用类别,"

// What stands beside an amount may say that it does not count. No such line comes in unasked.
func TestWhatStandsBesideAnAmountIsAskedAbout(t *testing.T) {
	for name, c := range map[string]struct {
		head, plain, odd string
	}{
		"voided":        {"金额,状态", "100,正常", "200,已作废"},
		"a void flag":   {"金额,作废标志", "100,否", "200,是"},
		"not valid":     {"金额,是否有效", "100,是", "200,否"},
		"not posted":    {"金额,记账状态", "100,已记账", "200,未记账"},
		"nobody posted": {"金额,记账人", "100,张三", "200,"},
		"none posted":   {"金额,过账人", "100,", "200,李四"},
		"unknown":       {"金额,审核状态", "100,已审核", "200,退回"},
		"red":           {"金额,红蓝字", "100,蓝", "200,红"},
		"a red flag":    {"金额,是否红冲", "100,否", "200,是"},
		"income":        {"金额,收支", "100,支出", "200,收入"},
		"another money": {"金额,币种", "100,人民币", "200,USD"},
		"not R&D":       {"金额,是否研发", "100,是", "200,否"},
		"production":    {"金额,研发/生产", "100,研发", "200,生产"},
		"a plan":        {"金额,版本", "100,实际", "200,预算"},
		"another unit":  {"金额,单位", "100,元", "200,万元"},
		"another firm":  {"金额,公司", "100,甲公司", "200,乙公司"},
		"a remark":      {"金额,备注", "100,", "200,作废"},
		"at the end":    {"金额,备注", "100,未作废", "200,本笔作废。"},
		"twice":         {"金额,备注", "100,冲回重复", "200,与记-12重复"},
		"behind blanks": {"金额,备注", "100,", "200,　 作废"},
		"in old script": {"金额,备注", "100,", "200,減：政府補助"},
		"of full width": {"金额,备注", "100,", "200,Ｖｏｉｄ"},
		"more of it":    {"金额,备注", "100,", "200,重复，已删除"},
		"not of R&D":    {"金额,备注", "100,", "200,车间领用，非研发"},
		"a sample":      {"金额,备注", "100,", "200,示例"},
		"less a grant":  {"金额,备注", "100,", "200,减：政府补助"},
		"a part of it":  {"金额,备注", "100,", "200,其中：资本化"},
		"in brackets":   {"金额,备注", "100,", "200,【作废】领料单"},
		"last year's":   {"金额,备注", "100,", "200,已在2022年列支"},
		"before that":   {"金额,备注", "100,", "200,上年已入账"},
		"the year's":    {"金额,备注", "100,已报销", "200,2022年度已报销"},
		"by the firm":   {"金额,备注", "100,发票已入账", "200,已于2022年12月计入母公司"},
		"net of grants": {"金额,备注", "100,", "-30,冲减政府补助"},
		"by the net":    {"金额,备注", "100,拨款项目领料", "-30,递延收益转入（财政拨款）"},
		"a share":       {"金额,研发分摊比例", "100,100%", "200,30%"},
		"hours":         {"金额,研发工时占比", "100,1", "200,0.5"},
		"money came in": {"金额,用途", "100,", "200,收到政府补助"},
		"a part":        {"金额,研发金额", "100,100", "200,60"},
		"an adjustment": {"金额,审计调整", "100,", "200,-20"},
		"a grant":       {"金额,政府补助冲减", "100,0", "200,60"},
	} {
		b := bring(t, "spend", besideHead+c.head+"\n2023-01-05,记-1,材料,直接投入,"+c.plain+"\n2023-01-06,记-2,材料,直接投入,"+c.odd+"\n", ReadOptions{})
		zero := name == "a grant" // 0 beside 100 is another figure too
		if !zero && (b.kinds != "表明存" && b.kinds != "明存" || b.sum != 10000) || len(b.asked) == 0 || b.asked[0] != "intake.doubt" {
			t.Errorf("%s: kinds %s, sum %d, asked %v", name, b.kinds, b.sum, b.asked)
		}
	}
}

// A recipe that leaves the column out has settled it; a column of its own money settles the currency.
func TestWhatARecipeLeavesOutSaysNothing(t *testing.T) {
	content := besideHead + "金额,状态\n2023-01-05,记-1,材料,直接投入,100,已作废\n"
	bring(t, "spend", content, ReadOptions{Recipe: &Recipe{Name: "own", Shape: ByColumns, Columns: map[string][]string{Skipped: {"状态"}}}}).is(t, "明", 10000)
	bring(t, "spend", "日期,凭证号,摘要,费用类别,币种,原币金额,汇率,本币金额\n2023-01-05,记-1,试剂,直接投入,USD,100,6.9,690\n", ReadOptions{}).is(t, "明", 69000)
	// What says something of a budget, a share or a quantity says nothing of the amount.
	bring(t, "spend", besideHead+"数量,计量单位,单价,金额,预算金额,累计金额,研发项目编号,实际工时\n2023-01-05,记-1,材料,直接投入,2,吨,50,100,500,100,7,8\n", ReadOptions{}).is(t, "明", 10000)
}

// Texts that only have a word of these, and money that comes back on the credit side, are lines as others.
func TestWordsThatSayNothingOfTheLine(t *testing.T) {
	for _, summary := range []string{"重复性试验材料", "避免重复", "记录仪采购，合同约定的交货地点与供应商仓库重复", "作废品回收装置", "收到设备发票及退款说明", "删除冗余数据服务费"} {
		bring(t, "spend", "日期,凭证号,摘要,费用类别,金额\n2023-01-05,记-1,"+summary+",直接投入,100\n", ReadOptions{}).is(t, "明", 10000)
	}
	bring(t, "spend", "日期,凭证号,摘要,科目名称,借方,贷方\n2023-01-05,记-1,领料,研发支出-费用化支出-直接投入,100,\n2023-01-06,记-2,收到供应商退款,研发支出-费用化支出-直接投入,,30\n", ReadOptions{}).is(t, "明明", 7000)
}

// A ledger of several columns closes its accounts in red or in black, on the credit side or not: nothing of it is negative
// spending, and nothing is spent twice. A credit that does not say what it is is asked about.
func TestAMultiColumnLedgerCloses(t *testing.T) {
	const head = "日期,凭证号数,摘要,借方合计,贷方合计,余额,人员人工费用,直接投入费用\n" +
		"2023-01-05,记-1,工资,1000.00,,1000.00,1000.00,\n" +
		"2023-01-06,记-2,材料,500.00,,1500.00,,500.00\n"
	for what, row := range map[string]string{
		"red":           "2023-01-31,记-3,结转,,1500.00,0.00,-1000.00,-500.00\n",
		"black":         "2023-01-31,记-3,结转研发费用,,1500.00,0.00,1000.00,500.00\n",
		"none":          "2023-01-31,记-3,期末结转,,1500.00,0.00,,\n",
		"a red debit":   "2023-01-31,记-3,转入损益,-1500.00,,0.00,-1000.00,-500.00\n",
		"in two halves": "2023-01-31,记-3,结转人工,,1000.00,500.00,-1000.00,\n2023-01-31,记-4,结转材料,,500.00,0.00,,-500.00\n",
	} {
		b := bring(t, "spend", head+row, ReadOptions{})
		if b.sum != 150000 || len(b.asked) > 0 || !strings.HasPrefix(b.kinds, "明明结") {
			t.Errorf("%s: kinds %s, sum %d, asked %v", what, b.kinds, b.sum, b.asked)
		}
	}
	bring(t, "spend", head+"2023-01-20,记-3,退料,,100.00,1400.00,,-100.00\n", ReadOptions{}).is(t, "明明明", 140000)
	for what, row := range map[string]string{
		"in black, unsaid":      "2023-01-20,记-3,材料,,100.00,1400.00,,100.00\n",
		"no category":           "2023-01-20,记-3,退料,,100.00,1400.00,,\n",
		"clears it, unsaid":     "2023-01-31,记-3,月末,,1500.00,0.00,-1000.00,-500.00\n",
		"parts that do not add": "2023-01-20,记-3,退料,,100.00,1400.00,,-90.00\n",
	} {
		if b := bring(t, "spend", head+row, ReadOptions{}); b.kinds != "明明存" || len(b.asked) == 0 {
			t.Errorf("%s: kinds %s, sum %d, asked %v", what, b.kinds, b.sum, b.asked)
		}
	}
}

func TestMoneyOfNoKnownUnitIsAskedAbout(t *testing.T) {
	rows := "\n2023-01-05,记-1,材料,直接投入,150\n"
	for _, amount := range []string{"金额（美元）", "金额（万美元）", "金额(USD)", "金额（原币）", "金额（角）", "金额（元/万元）"} {
		if b := bring(t, "spend", besideHead+amount+rows, ReadOptions{}); strings.Join(b.asked, " ") != "intake.unit" {
			t.Errorf("%s: sum %d, asked %v", amount, b.sum, b.asked)
		}
	}
	for _, title := range []string{"单位：美元", "币种：USD", "（万美元）", "以欧元计", "单位：元/万元"} {
		if b := bring(t, "spend", title+",,,,\n"+besideHead+"金额"+rows, ReadOptions{}); strings.Join(b.asked, " ") != "intake.unit" {
			t.Errorf("%s: sum %d, asked %v", title, b.sum, b.asked)
		}
	}
	for amount, fen := range map[string]int64{"金额（分）": 150, "金额（百元）": 1_500_000, "金额（十万元）": 1_500_000_000, "金额（元）": 15_000, "金额（含税）": 15_000} {
		if b := bring(t, "spend", besideHead+amount+rows, ReadOptions{}); b.sum != fen || len(b.asked) > 0 {
			t.Errorf("%s: sum %d, asked %v", amount, b.sum, b.asked)
		}
	}
	if b := bring(t, "spend", "单位：分,,,,\n"+besideHead+"金额"+rows, ReadOptions{}); b.sum != 150 || len(b.asked) > 0 {
		t.Errorf("单位：分: sum %d, asked %v", b.sum, b.asked)
	}
	if b := bring(t, "spend", "部门：第三分公司,,,,\n"+besideHead+"金额"+rows, ReadOptions{}); b.sum != 15_000 || len(b.asked) > 0 {
		t.Errorf("a name with 分: sum %d, asked %v", b.sum, b.asked)
	}
}

// A unit under the lines speaks of them: they were read without it.
func TestAUnitUnderTheLinesIsAskedAbout(t *testing.T) {
	lines := besideHead + "金额\n2023-01-05,记-1,材料,直接投入,1.25\n2023-01-06,记-2,材料,直接投入,30.5\n,,合计,,31.75\n"
	for _, below := range []string{",,,,单位：万元", ",,单位：万元,,", ",,,,单位：美元"} {
		if b := bring(t, "spend", lines+below+"\n", ReadOptions{}); strings.Join(b.asked, " ") != "intake.unit" {
			t.Errorf("%s: sum %d, kinds %s, asked %v", below, b.sum, b.kinds, b.asked)
		}
	}
	if b := bring(t, "spend", lines+",,,,单位：元\n", ReadOptions{}); b.sum != 3175 || len(b.asked) > 0 {
		t.Errorf("单位：元: sum %d, asked %v", b.sum, b.asked)
	}
	// Over further lines it speaks of those.
	if b := bring(t, "spend", lines+",,,,单位：万元\n2023-02-05,记-9,材料,直接投入,1\n", ReadOptions{}); b.sum != 3175+1_000_000 || len(b.asked) > 0 {
		t.Errorf("over further lines: sum %d, asked %v", b.sum, b.asked)
	}
}

func TestATablePastedTwiceIsAskedAbout(t *testing.T) {
	lines := line(1, 1, "100.00") + line(2, 2, "200.50")
	for name, c := range map[string]struct {
		content string
		asked   bool
	}{
		"twice":       {plainHead + lines + plainHead + lines, true},
		"with totals": {plainHead + lines + ",,合计,,,300.50\n" + plainHead + lines + ",,合计,,,300.50\n", true},
		"two pages":   {plainHead + lines + plainHead + line(3, 3, "7.00") + line(4, 4, "8.00"), false},
		"one line":    {plainHead + line(1, 1, "100.00") + plainHead + line(1, 1, "100.00"), false},
	} {
		b := bring(t, "spend", c.content, ReadOptions{})
		if asked := strings.Contains(strings.Join(b.asked, " "), "intake.twice"); asked != c.asked {
			t.Errorf("%s: asked %v", name, b.asked)
		}
	}
}

func TestTheSumOfARowIsHeldAgainstItsCategories(t *testing.T) {
	head := "日期,摘要,人员人工费用,直接投入费用,合计\n2023-01-05,一月,100,50,150\n"
	bring(t, "spend", head+"2023-02-05,二月,200,60,260\n", ReadOptions{}).is(t, "明明", 41000)
	bring(t, "spend", head+"2023-02-05,二月,200,60,290\n", ReadOptions{}).is(t, "明存", 15000, "intake.doubt")
}

// A line that is crossed out counts for nothing to whoever reads the sheet.
func TestACrossedOutLineIsAskedAbout(t *testing.T) {
	path := filepath.Join(t.TempDir(), "账.xlsx")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	cell := func(at, s string) string { return `<c r="` + at + `" t="inlineStr"><is><t>` + s + `</t></is></c>` }
	z := zip.NewWriter(f)
	for name, content := range map[string]string{
		"_rels/.rels":                `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns:r="http://r"><sheets><sheet name="甲" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r3" Type="http://x/styles" Target="styles.xml"/></Relationships>`,
		"xl/styles.xml":              `<styleSheet><fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs></styleSheet>`,
		"xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="1">` + cell("A1", "日期") + cell("B1", "凭证号") + cell("C1", "金额") + `</row>` +
			`<row r="2">` + cell("A2", "2023-01-05") + cell("B2", "记-1") + `<c r="C2" s="2"><v>100</v></c></row>` +
			`<row r="3">` + cell("A3", "2023-01-06") + cell("B3", "记-2") + `<c r="C3" s="1"><v>200</v></c></row></sheetData></worksheet>`,
	} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, content); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(z.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	r, err := Read(path, ReadOptions{Form: form.ByID("spend")})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	kinds := ""
	acc, err := r.Each(context.Background(), func(l *Line) error {
		kinds += string([]rune(l.Kind.Title().ZH)[0])
		return nil
	})
	if err != nil || kinds != "明存" || len(acc.Open("")) != 1 {
		t.Errorf("%s, %v, %v", kinds, acc.Open(""), err)
	}
}

// What stands beside an entry of another account is of no matter.
func TestOnlyLinesOfResearchAreAskedAbout(t *testing.T) {
	head := "日期,凭证号,摘要,科目编码,科目名称,币种,借方金额,贷方金额\n"
	bring(t, "spend", head+
		"2023-01-05,记-1,付试剂款,5301,研发支出_费用化支出_直接投入,人民币,690.00,\n"+
		"2023-01-05,记-1,付试剂款,1002,银行存款,USD,,690.00\n", ReadOptions{}).is(t, "明筛", 69000)
	bring(t, "spend", head+"2023-01-05,记-1,付试剂款,5301,研发支出_费用化支出_直接投入,USD,100.00,\n", ReadOptions{}).is(t, "存", 0, "intake.doubt")
}

func TestAFormOfLabelsInAnotherMoneyIsAskedAbout(t *testing.T) {
	for _, content := range []string{
		"指标,金额（万美元）\n营业收入,3580\n利润总额,200\n",
		"单位：美元,\n指标,金额\n营业收入,3580\n利润总额,200\n",
		"指标,计量单位,本年\n营业收入,万美元,3580\n利润总额,万元,200\n",
		"指标,本年\n营业收入（美元）,3580\n利润总额（万元）,200\n",
	} {
		b := bring(t, "annual", content, ReadOptions{})
		if len(b.asked) == 0 && b.refused == 0 {
			t.Errorf("%q comes in: %v", content, b.kinds)
		}
	}
	if b := bring(t, "annual", "指标,计量单位,本年\n营业收入,万元,3580\n利润总额,元,2000000\n", ReadOptions{}); len(b.asked) > 0 || b.refused > 0 {
		t.Errorf("in 元 and 万元: asked %v, refused %d", b.asked, b.refused)
	}
}

func TestTheOnlyMoneyOfARegisterIsNotLeftOut(t *testing.T) {
	if b := bring(t, "fund", "资金名称,金额,到账日期\n专项资金,100,2023-03-01\n", ReadOptions{}); strings.Join(b.asked, " ") != "intake.spare-money" {
		t.Errorf("asked %v", b.asked)
	}
	if b := bring(t, "fund", "资金名称,到账金额,合同金额,到账日期\n专项资金,100,300,2023-03-01\n", ReadOptions{}); len(b.asked) > 0 {
		t.Errorf("beside the form's own: asked %v", b.asked)
	}
}
