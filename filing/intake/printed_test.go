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

func TestWhatALineIsAboutIsItsSummary(t *testing.T) {
	for caption, remark := range map[string]string{"说明": "", "内容摘要": "", "摘要": "", "摘要,说明": "看", "说明,备注": "看"} {
		cells := "材料"
		if remark != "" {
			cells += "," + remark
		}
		path := filepath.Join(t.TempDir(), "账.csv")
		content := "日期,凭证号," + caption + ",费用类别,支出类型,金额\n2023-01-01,记-1," + cells + ",直接投入,费用化,100.00\n"
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		r, err := Read(path, ReadOptions{Form: form.ByID("spend")})
		if err != nil {
			t.Fatal(caption, err)
		}
		if _, err := r.Each(context.Background(), func(l *Line) error {
			for _, rec := range l.Records {
				if rec.Str("summary") != "材料" || rec.Str("remark") != remark {
					t.Errorf("%s: summary %q, remark %q", caption, rec.Str("summary"), rec.Str("remark"))
				}
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		r.Close()
	}
}

// A column of 借 and 贷 says which side an amount is on, whatever either column is called.
func TestAnAmountBesideSidesIsNotCountedTwice(t *testing.T) {
	for _, captions := range [][2]string{{"方向", "金额"}, {"借贷", "支出金额"}, {"记账方向标志", "金额"}, {"记账方向标志", "支出金额"}} {
		bring(t, "spend", "日期,凭证号,摘要,科目名称,"+captions[0]+","+captions[1]+"\n"+
			"2023-01-05,记-1,领料,研发支出_费用化支出_直接投入,借,100.00\n"+
			"2023-01-31,记-2,结转研发支出,研发支出_费用化支出_直接投入,贷,100.00\n", ReadOptions{}).is(t, "明结", 10000)
	}
}

func TestAPageMarkIsNoProject(t *testing.T) {
	head := "项目名称,项目来源,项目经费支出（千元）\n滤料再生,1,3456\n"
	for _, mark := range []string{"续上页", "续表", "接上表", "续前页"} {
		b := bring(t, "project", head+mark+",,\n膜组件研制,1,765\n", ReadOptions{})
		if strings.Count(b.kinds, "明") != 2 {
			t.Errorf("%s: rows %s", mark, b.kinds)
		}
	}
}

// printed is a small 107-2, its columns in the order asked for.
func printed(order ...int) string {
	var b strings.Builder
	for _, row := range [][4]string{
		{"指标名称", "计量单位", "代码", "本年"},
		{"甲", "乙", "丙", "1"},
		{"研究开发人员合计", "人", "1", "86"},
		{"其中：女性", "人", "3", "31"},
		{"研究开发费用合计", "千元", "7", "9410"},
		{"当年形成用于研究开发的固定资产", "千元", "20", "1300"},
		{"期末仪器和设备原价", "千元", "27", "15400"},
	} {
		for i, at := range order {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(row[at])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func annual(t *testing.T, content string) (rec *form.Record, asked []string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "107-2.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := Read(path, ReadOptions{Form: form.ByID("annual")})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	acc, err := r.Each(context.Background(), func(l *Line) error {
		if len(l.Records) == 1 {
			rec = l.Records[0]
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range acc.Open("") {
		asked = append(asked, fmt.Sprint(q.Code, " ", q.Row))
	}
	return rec, asked
}

func TestAPrintedFormIsReadByItsHeader(t *testing.T) {
	for _, order := range [][]int{{0, 1, 2, 3}, {2, 1, 0, 3}, {0, 1, 3, 2}, {3, 0, 2, 1}, {0, 3, 2, 1}} {
		rec, asked := annual(t, printed(order...))
		if len(asked) > 0 || rec == nil {
			t.Errorf("%v: asked %v", order, asked)
			continue
		}
		if rec.Num("rd_staff") != 86 || rec.Num("rd_staff_female") != 31 || rec.Num("rd_assets") != 130000000 || rec.Num("equipment_value") != 1540000000 {
			t.Errorf("%v: %d %d %d %d", order, rec.Num("rd_staff"), rec.Num("rd_staff_female"), rec.Num("rd_assets"), rec.Num("equipment_value"))
		}
	}
}

func TestAPrintedFormThatContradictsItselfIsAskedAbout(t *testing.T) {
	sound := printed(0, 1, 2, 3)
	parts := "1.人员人工费用,千元,8,5200\n2.直接投入费用,千元,9,2100\n3.折旧,千元,10,700\n4.摊销,千元,11,110\n5.设计,千元,12,200\n6.装备调试,千元,13,0\n7.委托,千元,14,900\n8.其他费用,千元,19,"
	for name, c := range map[string]struct{ content, asked string }{
		"a code of another line": {strings.Replace(sound, "人,1,86", "人,3,86", 1), "[intake.doubt 3]"},
		"a unit it cannot have":  {strings.Replace(sound, "人,1,86", "千元,1,86", 1), "[intake.doubt 3]"},
		"money counted in heads": {strings.Replace(sound, "千元,20,", "人,20,", 1), "[intake.doubt 6]"},
		"parts that add up":      {sound + parts + "200\n", "[]"},
		"rounded parts":          {sound + parts + "202\n", "[]"},
		"parts that do not":      {sound + parts + "2000\n", "[intake.differs 5]"},
		"halves that are mixed":  {"指标名称,指标名称,本年,本年\n研究开发人员合计,其中：女性,86,31\n", "[intake.doubt 1]"},
	} {
		if _, asked := annual(t, c.content); fmt.Sprint(asked) != c.asked {
			t.Errorf("%s: asked %v, expected %s", name, asked, c.asked)
		}
	}
}

// sheets2003 is a workbook of several sheets as XML.
func sheets2003(t *testing.T, sheets ...string) string {
	t.Helper()
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">`)
	for i := 0; i < len(sheets); i += 2 {
		fmt.Fprintf(&b, `<Worksheet ss:Name=%q><Table>`, sheets[i])
		for row := range strings.Lines(sheets[i+1]) {
			b.WriteString("<Row>")
			for cell := range strings.SplitSeq(strings.TrimSpace(row), ",") {
				fmt.Fprintf(&b, `<Cell><Data ss:Type="String">%s</Data></Cell>`, cell)
			}
			b.WriteString("</Row>")
		}
		b.WriteString("</Table></Worksheet>")
	}
	b.WriteString("</Workbook>")
	path := filepath.Join(t.TempDir(), "台账.xls")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// A summary beside the sheets taken is not taken, but it is believed no less than they are.
func TestASummaryIsHeldAgainstTheSheetsTaken(t *testing.T) {
	month := func(m int, amount string) string {
		return plainHead + fmt.Sprintf("2023-%02d-01,记-1,材料,直接投入,费用化,%s\n", m, amount)
	}
	for summary, asked := range map[string]string{
		"月份,金额\n1月,100.00\n2月,200.00\n3月,350.00\n合计,650.00\n":       "[]",
		"月份,金额\n1月,100.00\n2月,201.00\n3月,350.00\n合计,650.00\n":       "[intake.differs 3]",
		"月份,金额\n1月,100.00\n2月,200.00\n3月,350.00\n合计,651.00\n":       "[intake.differs 5]",
		"月份,预算\n1月,150.00\n2月,250.00\n3月,450.00\n合计,750.00\n":       "[]", // speaks of something else
		"单位：万元,\n月份,金额\n1月,0.01\n2月,0.02\n3月,0.04\n合计,0.07\n":       "[]",
		"类别,金额\n直接投入,650.00\n合计,650.00\n":                           "[]",
		"类别,费用化,金额\n直接投入,650.00,650.00\n合计,650.00,650.00\n人员人工,0\n": "[]",
	} {
		r, err := Read(sheets2003(t, "1月", month(1, "100.00"), "2月", month(2, "200.00"), "3月", month(3, "350.00"), "汇总", summary), ReadOptions{Form: form.ByID("spend")})
		if err != nil {
			t.Fatal(err)
		}
		acc, err := r.Each(context.Background(), func(*Line) error { return nil })
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, q := range acc.Open("") {
			got = append(got, fmt.Sprint(q.Code, " ", q.Row))
		}
		if fmt.Sprint(got) != asked || acc.Counts[Detail] != 3 {
			t.Errorf("%s asked %v, expected %s (%d lines)", summary, got, asked, acc.Counts[Detail])
		}
		r.Close()
	}
}
