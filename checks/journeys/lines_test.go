//go:build linux

package journeys

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yice/checks/terminal"
)

// talker is the program in lines on a terminal: it asks, and is answered.
type talker struct {
	t     *testing.T
	p     *terminal.Program
	heard []string // every line so far, in turn
	asked []string // every question
	since int64    // bytes that had come when the last answer was given
}

// speak starts the program line by line, in a home of its own. The screen is as wide as any question is long.
func speak(t *testing.T, home string, command ...string) *talker {
	t.Helper()
	p, err := terminal.Start(terminal.Options{
		Args: append(command, "--plain"), Dir: home, Width: 320, Height: 70,
		Env: []string{"HOME=" + home, "XDG_CONFIG_HOME=" + home + "/config", "XDG_DATA_HOME=" + home + "/data", "YICE_LANG=zh", "TERM=dumb", "LANG=C.UTF-8", "PATH=/usr/bin:/bin"},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Close)
	return &talker{t: t, p: p, since: -1}
}

// question waits for the next question, and gives it.
func (k *talker) question() string {
	k.t.Helper()
	var asked string
	v, err := k.p.Wait(patience, func(v terminal.View) bool {
		if v.Y >= len(v.Lines) || !strings.HasSuffix(v.Lines[v.Y], "：") {
			return false
		}
		asked = v.Lines[v.Y]
		return true
	})
	if err != nil {
		k.t.Fatal(err)
	}
	k.heard = append(k.heard, v.String())
	k.asked = append(k.asked, asked)
	return asked
}

// says gives an answer. What has come by then is no question of what comes next.
func (k *talker) says(answer string) {
	k.t.Helper()
	before, _ := k.p.Output()
	if err := k.p.Send(answer + "\r"); err != nil {
		k.t.Fatal(err)
	}
	for deadline := time.Now().Add(patience); ; time.Sleep(2 * time.Millisecond) {
		if now, _ := k.p.Output(); now > before {
			break
		}
		if time.Now().After(deadline) {
			k.t.Fatalf("nothing follows %q:\n%s", answer, k.p.View())
		}
	}
	// A line that is echoed, or a passphrase that is not, ends before the next question is asked.
	k.p.Wait(patience, func(v terminal.View) bool {
		return v.Ended || v.Y < len(v.Lines) && !strings.HasSuffix(v.Lines[v.Y], "："+answer) || answer == ""
	})
	k.p.Quiet(15 * time.Millisecond)
}

// answers gives answers in turn, each to the question it is for: "a part of the question|the answer".
func (k *talker) answers(turns ...string) *talker {
	k.t.Helper()
	for _, turn := range turns {
		part, answer, _ := strings.Cut(turn, "|")
		if asked := k.question(); !strings.Contains(asked, part) {
			k.t.Fatalf("%q was expected to be asked:\n%s", part, k.p.View())
		}
		k.says(answer)
	}
	return k
}

// hears insists that texts were said, by now.
func (k *talker) hears(texts ...string) *talker {
	k.t.Helper()
	k.question()
	all := strings.Join(k.heard, "\n")
	for _, s := range texts {
		if !strings.Contains(all, s) {
			k.t.Fatalf("%q was not said:\n%s", s, k.p.View())
		}
	}
	return k
}

// fits insists that every question stood whole on a braille line of 40 cells, one of which the cursor has; an ideograph takes two.
func (k *talker) fits() {
	k.t.Helper()
	for _, q := range k.asked {
		n := 0
		for _, r := range q {
			if n++; r >= 0x2e80 {
				n++
			}
		}
		if n > 39 {
			k.t.Errorf("%d cells: %s", n, q)
		}
	}
}

// fills answers the questions of a record, "a part of the question|the answer" in any order, and passes all others; once the first is asked
// again, or what goes on after the record, it goes back.
func (k *talker) fills(turns ...string) *talker {
	k.t.Helper()
	left := map[string]string{}
	for _, turn := range turns {
		part, answer, _ := strings.Cut(turn, "|")
		left[part] = answer
	}
	first, _, _ := strings.Cut(turns[0], "|")
	for range 60 {
		asked := k.question()
		if strings.Contains(asked, "句点 . 返回") || strings.Contains(asked, "添一条") {
			return k
		}
		answer := ""
		for part, a := range left {
			if strings.HasPrefix(asked, part) {
				answer = a
				delete(left, part)
			}
		}
		if _, open := left[first]; !open && answer == "" && strings.HasPrefix(asked, first) {
			k.says(".")
			return k
		}
		k.says(answer)
	}
	k.t.Fatalf("the record does not end:\n%s", k.p.View())
	return k
}

// explains gives a reason for every finding that may be explained, and comes back to the menu.
func (k *talker) explains() *talker {
	k.t.Helper()
	k.answers("退出|审核")
	for range 60 {
		switch asked := k.question(); {
		case strings.Contains(asked, "改第几条"):
			k.says("1")
		case strings.Contains(asked, "选第几项（句点 . 返回"):
			k.says("2")
		case strings.HasPrefix(asked, "原因"):
			k.says("已经核实，与账面一致，凭证齐全")
		case strings.Contains(asked, "退出"):
			return k
		default:
			k.t.Fatalf("something else is asked:\n%s", k.p.View())
		}
	}
	k.t.Fatalf("findings are left:\n%s", k.p.View())
	return k
}

// ends leaves the program.
func (k *talker) ends() {
	k.t.Helper()
	k.answers("退出|.")
	if _, err := k.p.Ended(patience); err != nil {
		k.t.Fatal(err)
	}
}

// TestAYearLineByLine goes through a year in lines, as somebody does who listens: a workspace from nothing, half a year from a file, lines of
// the ledger like those before, a patent, a project and an award with its paper, a finding mended, the score, a backup; in January the register
// and the pack, the rest, every finding explained, three signatures, the seal, its verdict, the receipt, the next year.
func TestAYearLineByLine(t *testing.T) {
	june, january := onThe(t, 2026, time.June, 30), onThe(t, 2027, time.January, 15)
	home := t.TempDir()
	first, second := halves(t, home, 2026)
	zip := filepath.Join(home, "91150200MA0BT0013C-2026.zip")

	k := speak(t, home, june)
	k.answers("退出|新建", "企业名称|示例水务（虚构）", "统一社会信用代码|91150200MA0BT0013C", "企业类型|gnx", "企业层级|", "行业|4610", "填报年度|", "存放位置|")
	k.answers("退出|导入", "要导入的文件|"+first, "现在写入吗|1").hears("进「研发投入台账」", "已导入")
	for n, answers := range [][]string{{"选第几项|企业自筹", "现在写入吗|1"}, {"现在写入吗|1"}} { // a file without a column is asked about once
		file := filepath.Join(home, fmt.Sprintf("缺一列%d.csv", n))
		lines := fmt.Sprintf("日期,凭证号,摘要,费用类别,支出类型,活动类型,金额（元）\n2026-05-1%d,记-090%d,零星材料,直接投入,费用化,试验发展,120.00\n", n, n)
		if err := os.WriteFile(file, []byte(lines), 0o600); err != nil {
			t.Fatal(err)
		}
		k.answers(append([]string{"退出|导入", "要导入的文件|" + file}, answers...)...)
	}
	k.answers("退出|填表", "返回|年度指标").fills("营业收入|38000", "主营业务收入|35000", "利润总额|1600", "工资总额|2600", "截至月份|202606")
	k.answers("返回|研发投入台账", "添一条|+", "日期|0615", "凭证号|记-0300", "摘要|zszz", "金额|1000", "日期|==", "金额|2000", "日期|.").hears("照最近一笔「中试装置设计」带出", "记-0301")
	k.answers("添一条|.", "返回|专利", "添一条|+").fills("申请号|zl 2022 1 0253006.4", "专利名称|一种智慧水表的检漏方法", "专利类型|发明", "法律状态|授权", "申请日|20220510", "授权公告日|20260609")
	k.answers("添一条|.", "返回|科技项目", "添一条|+").fills("项目编号|YF2026-01", "项目名称|管网漏损识别", "项目级别|1", "项目来源|1", "开展形式|1", "技术经济目标|1", "起始年月|202601", "完成年月|202612")
	k.answers("添一条|.", "返回|奖项", "添一条|+").fills("奖项名称|示例科技进步奖", "获奖成果|管网漏损识别", "获奖级别|1", "授奖部门|示例科技厅")
	k.answers("添一条|@1", "附上那个文件|"+first, "附上那个文件|", "添一条|.", "返回|.").hears("已把「上半年.csv」附到这条奖项")
	k.answers("退出|审核", "改第几条|1", "获奖日期|20260520", "改第几条|.").hears("强制性 1 条", "强制性 0 条")
	k.answers("退出|政策包", "返回|改政策包", "返回|只看数字", "返回|分类创新", "返回|目标", "现在|五", "现在|3", "返回|..").hears("不行：", "目标：4 改为 3", "还没有存成文件")
	k.answers("退出|得分", "返回|1", "返回|下一步", "返回|.").hears("算式：")
	k.answers("退出|报送", "返回|生成一把新密钥", "密钥存放到|", "新密钥的口令|一句口令", "再填一遍口令|一句口令", "返回|.").hears("公钥 ")
	k.answers("退出|备份", "返回|1", "返回|.").hears("已备份到")
	k.ends()

	theirs := newRegulator(t, january, "2026", filepath.Join(home, "91150200MA0BT0013C.pem.pub"))
	k = speak(t, home, january)
	k.answers("退出|1")
	k.answers("退出|收下国资委的密钥名册", "名册文件|"+theirs.at("register.zip"), "填第 6 组|XXXX", "填第 6 组|"+theirs.root[strings.LastIndex(theirs.root, "-")+1:]).hears("与第 6 组不一致", "已收下名册")
	k.answers("退出|政策包", "返回|收下政策包", "政策包文件|"+theirs.at("pack.toml"), "返回|..").hears("已收下政策包", "正式")
	k.answers("退出|导入", "要导入的文件|"+second, "现在写入吗|1").hears("已导入")
	k.answers("退出|填表", "返回|年度指标").fills("营业收入|76000", "主营业务收入|70000", "利润总额|3200", "工资总额|5200", "截至月份|202612")
	k.answers("返回|.").explains()
	k.answers("退出|报送")
	for _, name := range []string{"示例甲", "示例乙", "示例丙"} {
		k.answers("返回|1", "的姓名|"+name, "签字用的密钥文件|")
	}
	k.answers("返回|封存", "签名密钥文件|", "报送文件存放到|", "1 是|1", "口令|一句口令").hears("已生成 "+zip, "核验页")
	receipt := theirs.receipt(zip)
	k.answers("返回|登记", "回执文件|"+receipt).hears("已登记回执")
	k.answers("返回|打开", "1 是|1").hears("2027 年度")
	k.answers("退出|国资委", "返回|核验", "要核验的文件|"+zip, "按哪个政策包|", "解密用的|", "返回|核验", "要核验的文件|"+receipt).hears("经核验，相符", "示例水务（虚构）", "回执")
	k.answers("返回|汇总", "文件夹|"+home, "按哪个政策包|"+theirs.at("pack.toml"), "解密用的|", "返回|企业", "返回|..").hears("共 1 家", "第 1 名")
	k.ends()
	k.fits()
	if said := strings.Join(k.heard, "\n"); strings.Contains(said, "一句口令") {
		t.Error("a passphrase is shown")
	} else if _, command, tells := strings.Cut(said, "yice "); tells {
		t.Errorf("a line tells to leave for a command: yice %.80s", command)
	}
}
