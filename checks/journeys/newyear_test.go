package journeys

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"yice/checks/machine"
)

// onThe gives the program with another clock: one that begins on a day when it is started.
func onThe(t *testing.T, year int, month time.Month, day int) string {
	t.Helper()
	bin, err := clocked()
	if err != nil {
		t.Fatal(err)
	}
	script := filepath.Join(t.TempDir(), "yice")
	lines := fmt.Sprintf("#!/bin/sh\nYICE_DAY=%04d-%02d-%02d exec '%s' \"$@\"\n", year, month, day, bin)
	if err := os.WriteFile(script, []byte(lines), 0o700); err != nil {
		t.Fatal(err)
	}
	return script
}

// clocked is the program as built for these tests alone: its clock begins at twelve past nine of the day that the environment names.
var clocked = sync.OnceValues(func() (string, error) {
	return machine.BuildBroken(built, machine.Edit{
		File: "cmd/yice/main.go", From: "now: time.Now,",
		To: `now: func() func() time.Time { began := time.Now(); day, _ := time.ParseInLocation(time.DateOnly, os.Getenv("YICE_DAY"), time.Local); return func() time.Time { return day.Add(9*time.Hour + 12*time.Minute + time.Since(began)) } }(),`,
	})
})

// halves writes the example's ledger as two files of another year, each of half a year, without what refers to other forms.
func halves(t *testing.T, dir string, year int) (first, second string) {
	t.Helper()
	root, err := machine.Root()
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(filepath.Join(root, "examples/golden-2023/2023/spend.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var keep []int
	for i, name := range rows[0] {
		if name != "project" && name != "platform" {
			keep = append(keep, i)
		}
	}
	write := func(name string, wanted func(month string) bool) string {
		path := filepath.Join(dir, name)
		out, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		w := csv.NewWriter(out)
		for i, r := range rows {
			if i > 0 && !wanted(r[0][5:7]) {
				continue
			}
			var line []string
			for _, k := range keep {
				line = append(line, strings.Replace(r[k], "2023-", fmt.Sprint(year)+"-", 1))
			}
			if err := w.Write(line); err != nil {
				t.Fatal(err)
			}
		}
		w.Flush()
		if err := out.Close(); err != nil {
			t.Fatal(err)
		}
		return path
	}
	return write("上半年.csv", func(m string) bool { return m <= "06" }), write("下半年.csv", func(m string) bool { return m > "06" })
}

// TestAYearFromNothing is a statistician who has never seen a shell, in an empty folder in June 2026: one card, half a year
// keyed and imported, a score to date and a projection, a key, the second quarter's return; in January the rest, the
// figures of the year, the regulator's register and pack, every finding explained, three signatures, the seal, its verification,
// the regulator's receipt taken in, and the next year open.
func TestAYearFromNothing(t *testing.T) {
	needTmux(t)
	june, january := onThe(t, 2026, time.June, 30), onThe(t, 2027, time.January, 15)
	for _, size := range [][2]int{{80, 24}, {120, 36}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) { aYear(t, size[0], size[1], june, january) })
	}
}

func aYear(t *testing.T, width, height int, june, january string) {
	home := t.TempDir()
	first, second := halves(t, home, 2026)
	d := open(t, width, height, home, june)
	d.sees("新建工作区").press("n").sees("企业名称", "存放位置", "2026", "今年")
	d.typed("示例水务（虚构）").press("Enter").typed("91150200MA0BT0013C").press("Enter").sees("校验位相符")
	d.typed("gnx").press("Enter").sees("功能型").press("Enter").typed("4610").press("Enter").sees("自来水生产和供应")
	d.press("F10").sees("2026 年度", "模拟", "一分钟上手").dismiss("一分钟上手").sees("离报送还差", "/ 20")

	// Half a year: the ledger from a file, the figures by hand.
	d.press("F7").sees("导入").typed(first).press("Enter").sees("都定了", "明细 89").press("F9").sees("新增 89 行", "现在导入吗").press("Enter").sees("已导入").press("F12").sees("658.05 万元")
	d.annual("202606", "38000", "35000", "1600", "2600")
	d.press("F12").sees("研发投入强度", "19.24")
	d.press("C-p").typed("展望").press("Enter").sees("2026", "推算")
	d.press("Escape")

	// The quarter's return, from the list of what stands in between; the key is made on the way.
	d.press("Tab", "End").sees("年度报送在年末").press("Up", "Enter").sees("2026 年第 2 季度快报", "封存")
	d.makesKey()
	d.press("F6").sees("2026 年第 2 季度快报").press("Enter").typed("一句口令").press("Enter").sees("91150200MA0BT0013C-2026Q2.zip", "清单摘要")
	d.press("F12").sees("第 2 季度快报已生成").misses("已封存")
	leave(d)

	// January: what is left of the year. The regulator's register and pack have come.
	theirs := newRegulator(t, january, "2026", filepath.Join(home, "91150200MA0BT0013C.pem.pub"))
	d = open(t, width, height, home, january)
	d.sees("最近打开", "示例水务（虚构）").press("Enter").sees("2026 年度", "19.24")
	d.trusts(theirs)
	d.press("F7").sees("导入").typed(second).press("Enter").sees("都定了").press("F9").sees("现在导入吗").press("Enter").sees("已导入").press("F12").sees("179", "另有 90 行")
	d.annual("202612", "76000", "70000", "3200", "5200")
	d.press("F12").sees("强制", "1,320.00 万元")
	d.reasons()

	// Three signatures, the seal.
	d.press("F6").sees("核对", "签字", "交出")
	for range 3 {
		d.press("Home")
		d.reach("未签").press("Enter").sees("签字").typed("示例甲").press("Enter")
		d.settleAsk("Enter 确定    Esc 不").sees("署名").press("Enter").sees("已签字")
	}
	d.press("F6").sees("封存 2026 年度").press("Enter").typed("一句口令").press("Enter").sees("91150200MA0BT0013C-2026.zip", "打开 2027 年度")
	d.typed("v").sees("核验结果", "经核验，相符").press("Escape").gone("核验结果")

	// The regulator's receipt, taken in where it is asked for.
	d.receives(theirs.receipt(filepath.Join(home, "91150200MA0BT0013C-2026.zip")))

	d.press("F6").sees("已收到回执")

	// The next year.
	d.press("F12", "End").sees("打开 2027 年度").press("Enter").sees("带过去", "不带").press("Enter").sees("现在是", "2027 年度")
	d.press("F10").sees("2026 年度", "已封存", "现在").press("Escape")
	leave(d)
}

// makesKey makes a key on the page of handing in, with a passphrase, and has it sign.
func (d *desk) makesKey() {
	d.t.Helper()
	d.press("Home").reach("签名密钥").press("Enter").typed("生成").press("Enter").sees("生成一把新密钥").press("Enter")
	d.typed("一句口令").press("Enter").typed("一句口令").press("Enter").sees("指纹").press("Enter")
}

// annual keys the figures of a part of the year: to which month they run, revenue, of the main business, profit, pay.
func (d *desk) annual(month string, figures ...string) {
	d.t.Helper()
	d.press("F12", "Home", "Down", "Enter").sees("营业收入", "截至月份").press("Home")
	for i, f := range figures {
		if i == 3 {
			d.typed(month).press("Enter") // it stands with the figures of the books
		}
		d.typed(f).press("Enter")
	}
}

// reach moves down a list until the line under the cursor has a text.
func (d *desk) reach(s string) *desk {
	d.t.Helper()
	for range 40 {
		for _, l := range strings.Split(d.screen(), "\n") {
			if _, line, here := strings.Cut(l, "▌"); here && strings.Contains(line, s) {
				return d
			}
		}
		d.press("Down")
		time.Sleep(100 * time.Millisecond)
	}
	d.t.Fatalf("%q is on no line:\n%s", s, d.screen())
	return d
}

// settleAsk answers yes where a question is asked.
func (d *desk) settleAsk(mark string) *desk {
	time.Sleep(400 * time.Millisecond)
	if strings.Contains(d.screen(), mark) {
		d.press("Enter")
	}
	return d
}

// reasons explains every finding that may be explained.
func (d *desk) reasons() {
	d.t.Helper()
	for range 60 {
		d.press("F12", "F3")
		time.Sleep(150 * time.Millisecond)
		screen := d.screen()
		if strings.Contains(screen, "核实性 0") || strings.Contains(screen, "核实 0") {
			return
		}
		d.press("Home").reach("?").press("C-e")
		d.typed("已经核实，与账面一致，凭证齐全").press("Enter")
		time.Sleep(200 * time.Millisecond)
	}
	d.t.Fatalf("findings are left:\n%s", d.screen())
}
