package plain_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yice/store"
)

var june = time.Date(2026, 6, 30, 9, 0, 0, 0, time.Local)

// lines gives the ledger of a workspace as texts of some fields.
func lines(t *testing.T, path string, fields ...string) (out []string) {
	t.Helper()
	s := session(t, path, 2026)
	f := s.Forms().ByID("spend")
	v, err := s.View(context.Background(), f, store.Query{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := v.Rows(0, v.Len())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		var said []string
		for _, id := range fields {
			said = append(said, f.Field(id).Show(r.Get(id)))
		}
		out = append(out, strings.Join(said, " "))
	}
	return out
}

// A line follows from those before it: == takes all over but the amount and counts the number on; a summary is found by the letters of
// its sound and brings the codes of its newest line, told whole; < goes back to what was brought. A batch of papers is held against what is keyed
// until both agree.
func TestALineFollowsFromThoseBeforeIt(t *testing.T) {
	t.Parallel()
	path := made(t, "2026")
	heard := run(t, path, june, asked(t,
		"退出|1", "返回|研发投入台账", "添一条，或号码|#", "有几笔|0", "有几笔|4", "合计多少元|一百", "合计多少元|=1000+2000+300+50", "添一条|+",
		"日期|0405", "凭证号|记-0001", "摘要|试验材料", "费用类别|9", "支出类型|fyh", "资金来源|57", "活动类型|yyyj", "金额|1000",
		"日期|==", "金额|2000",
		"日期|0501", "凭证号|+", "摘要|加班工资", "费用类别|8", "支出类型|fyh", "资金来源|57", "活动类型|yyyj", "金额|300",
		"日期|0502", "凭证号|+", "摘要|sycl", "金额|<", "活动类型，现在 应用研究|<", "资金来源|<", "支出类型|<", "费用类别，必填，现在 直接投入|12", "支出类型|", "资金来源|", "活动类型|", "金额|50", "日期|.",
	))
	hears(t, heard, "已录 1 笔，还差 3 笔、2,350.00 元", "已录 2 笔，还差 2 笔、350.00 元", "照上一条：2026-04-05，记-0002，试验材料",
		"这一批 4 笔、3,350.00 元，与纸面对上了", "请键入 1 到 100000 的整数", "请键入金额", "照最近一笔「试验材料」带出：费用类别 直接投入，支出类型 费用化")
	got := lines(t, path, "voucher", "summary", "category", "amount")
	want := []string{"记-0001 试验材料 直接投入 1000.00", "记-0002 试验材料 直接投入 2000.00", "记-0003 加班工资 人员人工 300.00", "记-0004 试验材料 设计 50.00"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the ledger is\n%s", strings.Join(got, "\n"))
	}
}

// A file comes in by answers: what a text means, what the lines lack; what it does is told before the last yes, and no writes nothing. The
// same file again brings nothing.
func TestAFileComesInByAnswers(t *testing.T) {
	t.Parallel()
	path := made(t, "2026")
	file := filepath.Join(filepath.Dir(path), "一月.csv")
	content := "日期,凭证号,摘要,费用类别,金额\n2026-01-05,记-0001,工资,人员人工费用,1000.00\n2026-01-06,记-0002,奇怪的东西,怪名目,200.00\n,,合计,,1200.00\n"
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	answers := func(last ...string) func(string) (string, bool) {
		rest := inTurn(last...)
		return func(q string) (string, bool) {
			switch {
			case strings.Contains(q, "退出"):
				return rest(q)
			case strings.Contains(q, "要导入的文件"):
				return file, true
			case strings.Contains(q, "这样认对吗"):
				return "1", true
			case strings.Contains(q, "现在写入吗"):
				return rest(q)
			}
			return "", false
		}
	}
	// Menus are answered by what was asked before them.
	menus := func(next func(string) (string, bool)) func(string) (string, bool) {
		return func(q string) (string, bool) {
			if a, ok := next(q); ok {
				return a, true
			}
			if strings.HasPrefix(q, "选第几项") {
				return "1", true
			}
			return "", false
		}
	}
	heard := run(t, path, june, menus(answers("导入", "0", ".")))
	hears(t, heard, "怪名目", "进「研发投入台账」", "新增 2 行")
	if got := lines(t, path, "voucher"); len(got) != 0 {
		t.Fatalf("no wrote %v", got)
	}
	heard = run(t, path, june, menus(answers("导入", "1", ".")))
	hears(t, heard, "已导入", "1,200.00 元")
	if got := lines(t, path, "voucher", "amount"); strings.Join(got, "|") != "记-0001 1000.00|记-0002 200.00" {
		t.Errorf("the ledger is %v", got)
	}
	heard = run(t, path, june, menus(answers("导入", ".")))
	hears(t, heard, "都已经有了")
}

// A file that is none, and one that is not there, are refused in a sentence, and the desk goes on.
func TestAFileThatIsNone(t *testing.T) {
	t.Parallel()
	path := made(t, "2026")
	heard := run(t, path, june, asked(t, "退出|导入", "要导入的文件|/nowhere/一月.csv", "要导入的文件|?", "要导入的文件|。", "退出|."))
	hears(t, heard, "不行：", "/nowhere/一月.csv", "写完整的路径", "已存盘")
}

// Evidence is attached to a record, told with what became of it, saved elsewhere and taken off.
func TestEvidenceByLines(t *testing.T) {
	t.Parallel()
	path := made(t, "2026")
	paper, copied := filepath.Join(t.TempDir(), "证书.pdf"), filepath.Join(t.TempDir(), "副本.pdf")
	if err := os.WriteFile(paper, []byte("证书"), 0o600); err != nil {
		t.Fatal(err)
	}
	heard := run(t, path, june, asked(t, "退出|1", "返回|专利", "添一条|+", "申请号|zl 2022 1 0253006.4", "专利名称|.", "添一条|@1",
		"附上那个文件|/nowhere.pdf", "附上那个文件|"+paper, "附上那个文件|1", "存到哪里|"+copied, "附上那个文件|7", "附上那个文件|-1", "附上那个文件|", "添一条|.", "返回|.", "退出|."))
	hears(t, heard, "这一条有 0 个佐证文件", "不行：", "已把「证书.pdf」附到这条专利", "1、证书.pdf，1 KB，完好", "已另存到", "没有「7」这一项", "已从这一条移除「证书.pdf」")
	if got, err := os.ReadFile(copied); err != nil || string(got) != "证书" {
		t.Errorf("the copy holds %q: %v", got, err)
	}
}

// A backup is made and brought back: what that changes is told first, and the desk goes on in the workspace that came back.
func TestABackupIsBroughtBackByLines(t *testing.T) {
	t.Parallel()
	path := made(t, "2026")
	heard := run(t, path, june, asked(t, "退出|1", "返回|年度指标", "营业收入|76000", "主营业务收入|.", "返回|.",
		"退出|备份", "返回|现在备份一次", "返回|.",
		"退出|1", "返回|年度指标", "营业收入|5", "主营业务收入|.", "返回|.",
		"退出|备份", "返回|恢复一个备份", "返回|1", "恢复吗|1", "返回|.", "退出|1", "返回|年度指标", "营业收入（万元），现在 76,000.00|.", "返回|.", "退出|."))
	hears(t, heard, "已备份到", "年度指标", "现在 5", "恢复成 76000", "已恢复")
}

// A column that a file has not is asked about once: the next file with its header comes in without it and tells so, and one answer asks again. A
// column that is there and blank, and a code that some lines bring by their account and others lack, are asked about each time.
func TestAColumnThatIsNotThereIsAskedAboutOnceByLines(t *testing.T) {
	t.Parallel()
	path := made(t, "2026")
	n := 0
	file := func(content string) string {
		n++
		name := filepath.Join(filepath.Dir(path), string(rune('a'+n))+".csv")
		if err := os.WriteFile(name, []byte(strings.ReplaceAll(content, "N", string(rune('0'+n)))), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	const lacks = "日期,凭证号,费用类别,支出类型,资金来源,金额（元）\n2026-03-0N,记-9N01,直接投入,费用化,企业自筹,1200.50\n2026-03-0N,记-9N02,直接投入,费用化,企业自筹,800\n"
	blank := strings.Replace(strings.ReplaceAll(lacks, "直接投入", ",直接投入"), "费用类别", "摘要,费用类别", 1)
	const accounts = "日期,凭证号,科目名称,摘要,资金来源,借方金额,贷方金额\n2026-05-0N,记-7N01,研发支出-费用化支出-人员人工,工资,企业自筹,100.00,\n2026-05-0N,记-7N02,研发支出-费用化支出,奇怪,企业自筹,200.00,\n"
	const into, write, still = "要导入的文件|", "现在写入吗（1 是，0 或回车 不）|1", "缺着的照样导入吗"
	heard := run(t, path, june, asked(t,
		"退出|导入", into+file(lacks), still+"|0",
		"退出|导入", into+file(lacks), still+"|1", write,
		"退出|导入", into+file(lacks), "现在写入吗|=", still+"|1", "现在写入吗（1 是，0 或回车 不）|0",
		"退出|导入", into+file(lacks), "现在写入吗|1",
		"退出|导入", into+file(blank), still+"|1", write,
		"退出|导入", into+file(blank), still+"|1", write,
		"退出|导入", into+file(accounts), "选第几项|不填", write,
		"退出|导入", into+file(accounts), "选第几项|不填", write, "退出|."))
	hears(t, heard, "缺必填项：摘要 2 行", "文件里没有、以前说过不填的：摘要", "费用类别：1 行没有", "已导入研发投入台账：新增 2，改动 0，相同 0，删去 0，略过 0，可以撤销")
	if got := lines(t, path, "voucher"); len(got) != 12 {
		t.Errorf("the ledger is %v", got)
	}
}

// "?" at any question tells it whole, with its ways on, and what Enter takes is told as often as it is asked.
func TestAQuestionIsToldAgain(t *testing.T) {
	t.Parallel()
	path := made(t, "2026")
	dir := t.TempDir()
	heard := run(t, path, june, asked(t, "退出|报送", "返回|生成一把新密钥", "密钥存放到|?", "密钥存放到|", "新密钥的口令|x", "再填一遍|y",
		"返回|登记", "回执文件|?", "回执文件|"+filepath.Join(dir, "nowhere.zip"), "回执文件|.", "返回|.",
		"退出|国资委", "返回|建立", "新台账的文件|"+filepath.Join(dir, "r.yreg"), "台账的年度|?", "台账的年度|x", "台账的年度|2026", "政策包文件|..", "退出|."))
	hears(t, heard, "写好答案按回车", "写完整的路径", "台账的年度（回车就用 2025，句点 . 返回）")
	if n := strings.Count(heard, "回车就用 2025"); n < 4 { // asked thrice, and told whole once
		t.Errorf("what Enter takes was told %d times:\n%s", n, heard)
	}
}
