//go:build linux

package journeys

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"yice/checks/terminal"
)

// hand is the program at a terminal whose keyboard serves for text alone: all else is clicked where it stands on the screen.
type hand struct {
	t      *testing.T
	p      *terminal.Program
	clicks int
}

// grasp starts the program in a home of its own.
func grasp(t *testing.T, width, height int, home string, command ...string) *hand {
	t.Helper()
	p, err := terminal.Start(terminal.Options{
		Args: command, Dir: home, Width: width, Height: height,
		Env: []string{"HOME=" + home, "XDG_CONFIG_HOME=" + home + "/config", "XDG_DATA_HOME=" + home + "/data", "YICE_LANG=zh", "TERM=xterm-256color", "LANG=C.UTF-8", "PATH=/usr/bin:/bin"},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Close)
	return &hand{t: t, p: p}
}

// sees waits until every text is on the screen.
func (h *hand) sees(texts ...string) *hand {
	h.t.Helper()
	for _, s := range texts {
		if _, err := h.p.WaitFor(patience, s); err != nil {
			h.t.Fatal(err)
		}
	}
	return h
}

// gone waits until a text has left the screen.
func (h *hand) gone(s string) *hand {
	h.t.Helper()
	if _, err := h.p.Wait(patience, func(v terminal.View) bool { return !v.Has(s) }); err != nil {
		h.t.Fatalf("%q: %v", s, err)
	}
	return h
}

// find gives the cell in the middle of a text, in a line that has another text too, once the screen is quiet; "": any line.
func (h *hand) find(in, s string) (x, y int) {
	h.t.Helper()
	fits := func(line string) bool { return strings.Contains(line, in) && strings.Contains(line, s) }
	if _, err := h.p.Wait(patience, func(v terminal.View) bool {
		for _, l := range v.Lines {
			if fits(l) {
				return true
			}
		}
		return false
	}); err != nil {
		h.t.Fatalf("%q in a line with %q: %v", s, in, err)
	}
	v := h.p.Quiet(settled)
	for y, l := range v.Lines {
		if fits(l) {
			before, _, _ := strings.Cut(l, s)
			return ansi.StringWidth(before) + ansi.StringWidth(s)/2, y
		}
	}
	h.t.Fatalf("%q has gone:\n%s", s, v)
	return 0, 0
}

// settled is how long nothing has to come before a screen is taken for drawn.
const settled = 40 * time.Millisecond

func (h *hand) send(s string) {
	h.t.Helper()
	if err := h.p.Send(s); err != nil {
		h.t.Fatal(err)
	}
}

// event sends one event of the mouse as terminals do (mode 1006).
func (h *hand) event(button, x, y int, end string) {
	h.t.Helper()
	h.send(fmt.Sprintf("\x1b[<%d;%d;%d%s", button, x+1, y+1, end))
}

// follows does something and waits until the screen has followed it: the machine may be busy with other things. What changes nothing
// is waited for in vain, for a moment.
func (h *hand) follows(do func()) *hand {
	h.t.Helper()
	before := h.p.View()
	do()
	h.p.Wait(time.Second, func(v terminal.View) bool {
		return v.X != before.X || v.Y != before.Y || !slices.Equal(v.Lines, before.Lines)
	})
	h.p.Quiet(settled)
	return h
}

// tapAt clicks on a cell.
func (h *hand) tapAt(x, y int) *hand {
	h.t.Helper()
	return h.follows(func() {
		h.clicks++
		h.event(0, x, y, "M")
		h.event(0, x, y, "m")
	})
}

// tap clicks on a text, tapIn on one in a line that has another text.
func (h *hand) tap(s string) *hand { h.t.Helper(); return h.tapIn("", s) }

func (h *hand) tapIn(in, s string) *hand {
	h.t.Helper()
	x, y := h.find(in, s)
	return h.tapAt(x, y)
}

// opens clicks on a line until what it leads to is seen: the first click may only bring the cursor there.
func (h *hand) opens(s, sign string) *hand {
	h.t.Helper()
	x, y := h.find("", s)
	return h.until(func() { h.tapAt(x, y) }, sign)
}

// until does something, up to three times, until a text is seen.
func (h *hand) until(do func(), sign string) *hand {
	h.t.Helper()
	for range 3 {
		do()
		if _, err := h.p.Wait(time.Second, func(v terminal.View) bool { return v.Has(sign) }); err == nil {
			return h
		}
	}
	h.t.Fatalf("%q does not come:\n%s", sign, h.p.View())
	return h
}

// blank clicks on the line for a new row and gives the line of the screen it is on.
func (h *hand) blank() int {
	h.t.Helper()
	_, y := h.find("", "在此键入新的一行")
	h.tapAt(10, y)
	return y
}

// cell clicks on a cell of a table by the heading of its column.
func (h *hand) cell(title string, y int) *hand {
	h.t.Helper()
	x, _ := h.find("", title)
	return h.tapAt(x, y)
}

// first opens a field of a card and takes the first line of the list under it.
func (h *hand) first(title string) *hand {
	h.t.Helper()
	x, y := h.find("", title)
	return h.until(func() { h.tapAt(x, y) }, "Enter 采用").tapAt(x+24, y+2)
}

// choose opens a cell and takes a line of the list that pops up.
func (h *hand) choose(title string, y int, item string) *hand {
	h.t.Helper()
	return h.until(func() { h.cell(title, y) }, "Enter 采用").tapIn("│", item)
}

// file goes to a file in a dialog that asks for one, and takes it.
func (h *hand) file(name, sign string) *hand {
	h.t.Helper()
	h.sees("Tab 补全")
	return h.sought(name).opens(name, sign)
}

// sought turns the wheel until a text is in sight.
func (h *hand) sought(s string) *hand {
	h.t.Helper()
	for range 30 {
		if v := h.p.Quiet(settled); v.Has(s) {
			return h
		}
		h.wheel(1)
	}
	h.t.Fatalf("%q is not there:\n%s", s, h.p.View())
	return h
}

// back clicks on what stands behind Esc in the footer until the overview is there.
func (h *hand) back() *hand {
	h.t.Helper()
	for range 8 {
		v, err := h.p.Wait(300*time.Millisecond, func(v terminal.View) bool { return v.Has("Esc 退出") })
		if err == nil {
			return h
		}
		y := len(v.Lines) - 1
		before, _, there := strings.Cut(v.Lines[y], "Esc")
		if !there {
			h.t.Fatalf("nothing leads back:\n%s", v)
		}
		h.tapAt(ansi.StringWidth(before)+4, y)
	}
	h.t.Fatalf("nothing leads back:\n%s", h.p.View())
	return h
}

// palette opens, by the right button, the list of what can be done, and takes a line of it; the wheel goes as far as it is.
func (h *hand) palette(s string) *hand {
	h.t.Helper()
	h.event(2, 20, 10, "M")
	h.event(2, 20, 10, "m")
	return h.sees("↑↓ 选择").sought(s).tap(s)
}

// wheel turns the wheel by notches, down where they are more than none.
func (h *hand) wheel(notches int) *hand {
	h.t.Helper()
	button := 65
	if notches < 0 {
		button, notches = 64, -notches
	}
	return h.follows(func() {
		for range notches {
			h.event(button, 40, 10, "M")
		}
	})
}

// types types text, and nothing that is not text.
func (h *hand) types(s string) *hand {
	h.t.Helper()
	if strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		h.t.Fatalf("%q is more than text", s)
	}
	return h.follows(func() { h.send(s) })
}

// TestAYearWithTheMouseAlone goes through a year with every act but typing done by the mouse: a workspace from nothing, half a year from a
// file, lines of the ledger, a patent, a project, an award, findings mended and explained, a supposition, three signatures, the seal,
// the receipt, the next year.
func TestAYearWithTheMouseAlone(t *testing.T) {
	june, january := onThe(t, 2026, time.June, 30), onThe(t, 2027, time.January, 15)
	home := t.TempDir()
	first, second := halves(t, home, 2026)
	h := grasp(t, 120, 36, home, june)
	h.opens("新建工作区", "存放位置").types("示例水务（虚构）")
	h.tap("统一社会信用代码").types("91150200MA0BT0013C").sees("校验位相符")
	h.tap("企业类型").sees("功能型").tap("功能型")
	h.tap("行业").types("4610").tap("自来水生产和供应")
	h.tap("F10").sees("一分钟上手", "2026 年度")
	time.Sleep(500 * time.Millisecond) // it came by itself: the next click is not for it
	h.tap("Esc").gone("一分钟上手")

	// Half a year from a file: the folder, the file, what it says, and yes.
	h.palette("导入…（").sees("导入")
	h.file(filepath.Base(first), "都定了").tap("F9 写入").sees("现在导入吗").tap("Enter 确定").sees("已导入").gone("都定了")

	// The figures of the books to June.
	h.opens("  年度指标  ", "截至月份").figure("营业收入", "38000").figure("主营业务收入", "35000").figure("利润总额", "1600").figure("截至月份", "202606").figure("工资总额", "2600")
	h.tap("Enter 采用").tap("Esc 返回").sees("研发投入强度", "658.05")

	// Lines of the ledger, in words typed and codes chosen.
	h.opens("研发投入台账", "记-0001").wheel(35)
	_, y := h.find("", "在此键入新的一行")
	h.tapAt(10, y).types("0615").tap("Enter 采用").types("记-0300").tap("Enter 采用").types("中试装置设计").tap("Enter 采用")
	h.tapAt(112, y).types("1000").tap("Enter 采用").sees("1,000.00").tap("Ctrl+R 照上行").types("2000").tap("Enter 采用").sees("记-0301", "2,000.00")
	// A block is selected by dragging, a column sorted by its heading.
	x, from := h.find("记-0300", "记-0300")
	h.follows(func() {
		h.event(0, x, from, "M")
		h.event(32, x, from+1, "M")
		h.event(0, x, from+1, "m")
	}).sees("2 × 1")
	h.tap("金额（元）").sees("排序").back()

	// A patent: its day from the calendar, its kind and state from their lists. A project, an award.
	h.opens("  专利  ", "申请号")
	y = h.blank()
	h.types("zl 2022 1 0253006.4").tap("Enter 采用").types("一种智慧水表的检漏方法").tap("Enter 采用")
	h.choose("专利类型", y, "发明").choose("法律状态", y, "授权")
	h.cell("申请日", y).types("20220510").tap("Enter 采用")
	h.until(func() { h.cell("授权公告日", y) }, "F9 日历").tap("F9 日历").sees("2026 年 6 月").tap(" 9").sees("2026-06-09")
	h.back()
	h.opens("  科技项目  ", "项目编号")
	h.blank()
	h.types("YF2026-01").tap("Enter 采用").tap("Ctrl+E 卡片").sees("项目级别 *")
	h.figure("项目名称 *", "管网漏损识别").first("项目级别 *").first("项目来源 *").first("开展形式 *").first("技术经济目标 *")
	h.figure("起始年月 *", "202601").figure("完成年月 *", "202612").tap("Enter 采用").back()
	h.opens("  奖项  ", "奖项名称")
	h.blank()
	h.types("示例科技进步奖").tap("Enter 采用").tap("Ctrl+E 卡片").sees("获奖级别 *")
	h.figure("获奖成果 *", "管网漏损识别").first("获奖级别 *").figure("授奖部门 *", "示例科技厅").tap("Enter 采用").back()

	// A finding is gone to from the list, and mended there.
	h.tap("F3 审核").sees("强制性 1")
	h.opens("管网漏损识别+", "示例科技厅").types("20260520").tap("Enter 采用").sees("强制性 0").back()

	// What if: a lever is moved by its arrow.
	h.tap("F8 试算").sees("试算")
	h.tapIn("发明专利 ", "›").sees("24.25").tap("下一步").sees("补填上年研发投入").back()

	// A key, in the page of handing in.
	h.tap("F6 报送").sees("交出").opens("签名密钥", "↑↓ 选择").tapIn("│", "生成").sees("新私钥存放到").tap("Enter 确定").types("一句口令").tap("Enter 确定").types("一句口令").tap("Enter 确定")
	h.sees("指纹").tap("Enter 返回").gone("指纹").back()
	h.leave()
	clicks := h.clicks

	// January: what is left of the year. The regulator's register and pack have come.
	theirs := newRegulator(t, january, "2026", filepath.Join(home, "91150200MA0BT0013C.pem.pub"))
	for _, name := range []string{"register.zip", "pack.toml", "pack.toml.sig"} {
		copyFile(t, theirs.at(name), filepath.Join(home, name))
	}
	h = grasp(t, 120, 36, home, january)
	h.sees("最近打开").opens("示例水务（虚构）", "离报送还差")
	h.palette("收下国资委的密钥名册").file("register.zip", "核对指纹").types(theirs.root[strings.LastIndex(theirs.root, "-")+1:]).tap("Enter").sees("已收下名册")
	h.tap("F5 政策").sees("政策包")
	h.tap("Ctrl+O 收政策包").file("pack.toml", "已收下政策包").sees("正式").back()

	// The second half, the figures of the whole year, every finding explained.
	h.palette("导入…（").file(filepath.Base(second), "都定了").tap("F9 写入").sees("现在导入吗").tap("Enter 确定").sees("已导入").gone("都定了")
	h.opens("  年度指标  ", "截至月份").figure("营业收入", "76000").figure("主营业务收入", "70000").figure("利润总额", "3200").figure("截至月份", "202612").figure("工资总额", "5200")
	h.tap("Enter 采用").back()
	h.explains()

	// Three signatures, the seal, its page of proof.
	h.tap("F6 报送").sees("交出")
	for _, role := range []string{"填表人", "统计负责人", "单位负责人"} {
		x, y := h.find(role, "未签")
		h.until(func() { h.tapAt(x, y) }, "Enter 确定").types("示例甲").tap("Enter 确定").sees("署名：").tap("署名：").gone("署名：").sees("已签字")
	}
	h.opens("封存并生成报送文件", "封存 2026 年度").tap("Enter 确定").types("一句口令").tap("Enter 确定").sees("91150200MA0BT0013C-2026.zip", "打开 2027 年度")
	h.tap("V 核验").sees("核验结果", "经核验，相符").tap("Esc").gone("核验结果")

	// The regulator's receipt, and the next year.
	copyFile(t, theirs.receipt(filepath.Join(home, "91150200MA0BT0013C-2026.zip")), filepath.Join(home, "receipt.zip"))
	h.opens("登记国资委的回执", "回执文件的路径").file("receipt.zip", "已登记回执")
	h.opens("打开 2027 年度", "带过去").tap("Enter 确定").sees("现在是", "2027 年度")
	h.back().leave()
	t.Logf("%d clicks", clicks+h.clicks)
}

// explains gives a reason for every finding that may be explained, a record at a time.
func (h *hand) explains() {
	h.t.Helper()
	h.tap("F3 审核").sees("已说明 0")
	for range 40 {
		v := h.p.View()
		if v.Has("核实性 0") {
			h.back()
			return
		}
		counts := v.Lines[v.Row("已说明")]
		h.tap("  ? ").tap("Ctrl+E 写原因").types("已经核实，与账面一致，凭证齐全").tap("Enter 确定").gone(counts)
	}
	h.t.Fatalf("findings are left:\n%s", h.p.View())
}

// leave ends the program from the overview.
func (h *hand) leave() {
	h.t.Helper()
	h.tap("退出").sees("现在退出吗").tap("Enter 确定")
	if _, err := h.p.Ended(patience); err != nil {
		h.t.Fatal(err)
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	content, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// figure keys a field of a card.
func (h *hand) figure(title, typed string) *hand { h.t.Helper(); return h.tap(title).types(typed) }
