//go:build linux

package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"yice/checks/crash"
	"yice/checks/faults"
	"yice/checks/machine"
	"yice/checks/powercut"
)

func main() {
	o := options{}
	flag.IntVar(&o.kills, "kills", 1000, "how often to kill the program")
	flag.IntVar(&o.cuts, "cuts", 500, "how often to cut the power")
	flag.Uint64Var(&o.seed, "seed", uint64(time.Now().UnixNano()), "of the moments")
	flag.StringVar(&o.out, "o", "", "file to write; none: print")
	only := flag.String("only", "faults,cuts,kills", "the parts to do anew; the others stay as the file has them")
	flag.Parse()
	o.only = strings.Split(*only, ",")
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

type options struct {
	kills, cuts int
	seed        uint64
	out         string
	only        []string
}

// part is one part of the page.
type part struct {
	name, title string
	write       func(page *strings.Builder, o options, binary, dir string) error
}

var parts = []part{
	{"faults", "意外情况", writeFaults},
	{"cuts", "断电", writeCuts},
	{"kills", "杀死进程", writeKills},
}

// byHand are the parts that stay as they are: each says by which command its figures come about. checks/forge/run writes the last.
var byHand = []string{"导入期间录入", "模拟的一生", "两台电脑，同一个文件夹", "长历史，多年度", "日志文件的大小", "做过手脚的工作区", "伪造报送文件"}

func run(o options) error {
	dir, err := os.MkdirTemp("", "yice-reliability-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	binary, err := machine.Build(dir)
	if err != nil {
		return err
	}
	before, err := os.ReadFile(o.out)
	if err != nil && !errors.Is(err, os.ErrNotExist) && o.out != "" {
		return err
	}
	var failed error
	page := head()
	for _, p := range parts {
		section := standing(string(before), p.title)
		if slices.Contains(o.only, p.name) {
			var b strings.Builder
			fmt.Fprintf(&b, "\n## %s\n\n%s做的：%s；%s；%s。\n\n", p.title, time.Now().Format("2006-01-02 "), machine.Describe(), machine.Version("go", "version"), version(binary))
			in := filepath.Join(dir, p.name)
			err := os.MkdirAll(in, 0o755)
			if err == nil {
				err = p.write(&b, o, binary, in)
			}
			failed = errors.Join(failed, err)
			section = b.String()
		}
		page += section
	}
	for _, title := range byHand {
		page += standing(string(before), title)
	}
	if o.out == "" {
		fmt.Print(page)
		return failed
	}
	return errors.Join(failed, os.WriteFile(o.out, []byte(page), 0o644))
}

// standing gives a part as a page has it; "" where it has none.
func standing(page, title string) string {
	_, rest, ok := strings.Cut(page, "\n## "+title+"\n")
	if !ok {
		return ""
	}
	if i := strings.Index(rest, "\n## "); i >= 0 {
		rest = rest[:i]
	}
	return "\n## " + title + "\n" + rest
}

func version(binary string) string { return machine.Version(binary, "version") }

func head() string {
	return "# 可靠性：已经存的不会丢\n\n<!-- 由 checks/reliability/run 生成，不要手改 -->\n\n" +
		"这里的每一条都由程序对编译好的一策真做一遍再写下来，一条命令可以重来：`checks/reliability/run`。每次改动的检查里也跑一遍短的（`go -C checks test ./...`）。\n\n" +
		"查的方法本身也要能查出错：故意改坏的程序（先说“已保存”后提交的，提交时不等落盘的），同一套检查必须报出丢失，测试里有这两项。\n"
}

// writeFaults does every fault and writes what was said.
func writeFaults(page *strings.Builder, _ options, binary, dir string) (failed error) {
	page.WriteString("每种情况之后都检查：文件结构、台账汇总、历史链完好，已保存的内容一格不少。\n\n| 情况 | 用户看到的 | 之后 |\n|---|---|---|\n")
	for _, f := range faults.All {
		said, err := do(f, binary, filepath.Join(dir, f.ID))
		verdict := "完好"
		if err != nil {
			first, _, _ := strings.Cut(err.Error(), "\n")
			verdict = "**不合格**：" + cell(first)
			failed = errors.Join(failed, fmt.Errorf("%s: %w", f.ID, err))
		}
		fmt.Fprintf(page, "| %s | %s | %s |\n", f.What, cell(said), verdict)
		fmt.Fprintln(os.Stderr, f.ID, verdict)
	}
	return failed
}

func do(f faults.Fault, binary, dir string) (said string, err error) {
	p, err := faults.NewPlace(binary, dir)
	if err != nil {
		return "", err
	}
	said, err = f.Run(p)
	for _, disk := range []string{"/disk", "/near", "/stick", ""} {
		said = strings.ReplaceAll(said, dir+disk, "D:")
	}
	if host, e := os.Hostname(); e == nil {
		said = strings.ReplaceAll(said, " "+host+" ", " 本机 ")
	}
	return said, err
}

// cell makes a text fit for a cell of a table.
func cell(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, "|", "\\|"), "\n", " ") }

// writeKills kills the program and writes what came of it.
func writeKills(page *strings.Builder, o options, binary, dir string) error {
	started := time.Now()
	r, err := crash.Run(crash.Options{Binary: binary, Dir: dir, Kills: o.kills, Seed: o.seed, Log: os.Stderr})
	if err != nil {
		return err
	}
	fmt.Fprintf(page, "在伪终端里运行真正的程序，往台账里逐格录入、成块粘贴、反复撤销重做，并运行导入、备份、恢复、封存、旧版升级的命令，在随机时刻用 SIGKILL 杀死进程（录入与撤销的一半瞄准按键后 15 毫秒内，正是提交的时候），共 %d 次，随机种子 %d，用时 %s。"+
		"屏幕上显示“已保存”的格子才算已确认。每次之后检查：已确认的格子都在，已显示“已撤销”的不在，没有半截的内容，SQLite 完整性检查、台账汇总与历史链通过，再撤销一步，恰好撤销最后一步。\n\n",
		r.Kills, o.seed, time.Since(started).Round(time.Second))
	table(page, []count{
		{"杀死进程", r.Kills},
		{"——逐格录入时", r.Keying},
		{"——成块粘贴时", r.Pastes},
		{"——撤销、重做时", r.Undoing},
		{"——导入时", r.Imports},
		{"——导入写入期间继续录入时", r.Meanwhile},
		{"——备份时", r.Backups},
		{"——恢复时", r.Restores},
		{"——封存时", r.Seals},
		{"——旧版升级时", r.Upgrades},
		{"录入的格子（不计粘贴）", r.Keyed},
		{"杀死前屏幕已显示“已保存”的格子", r.Acknowledged},
		{"**丢失或出错**", len(r.Lost)},
		{"尚未显示“已保存”、也已在文件里的格子", r.Extra},
		{"再次打开时把没离开的格子里的内容问回来", r.Drafts},
		{"杀死前屏幕已显示的撤销与重做", r.Redone},
		{"杀死之后撤销最后一步，恰好撤销那一步", r.Undone},
		{"被杀的粘贴：整块都在", r.PastesWhole},
		{"被杀的粘贴：一格不进", r.PastesNone},
		{"被杀的导入：整批都在", r.ImportsWhole},
		{"被杀的导入：一行不进", r.ImportsNone},
		{"导入期间录入、被杀：导入整批都在", r.MeanwhileWhole},
		{"导入期间录入、被杀：导入一行不进", r.MeanwhileNone},
		{"杀死前屏幕显示“已记下”的格子（再次打开后都在）", r.KeptMeanwhile},
		{"再次打开时补写了等着写入的内容", r.TakenIn},
		{"被杀的备份之后，列出的备份逐个打开，全部完好", r.BackupsListed},
		{"被杀的恢复：已换成备份，原文件完整保留在旁", r.RestoresDone},
		{"被杀的封存：报送文件已写好并通过校验（其余的没有文件，可重新封存）", r.SealsWhole},
		{"被杀的升级：已完成（其余的在下次打开时完成，升级前有备份）", r.UpgradesDone},
	})
	fmt.Fprintf(page, "\n被杀之后再打开，从启动到首屏：中位数 %d ms，p99 %d ms（机器上同时有别的负载）。\n", r.Reopen.Median().Milliseconds(), r.Reopen.Quantile(0.99).Milliseconds())
	return wrong(page, r.Lost)
}

// writeCuts cuts the power and writes what came of it.
func writeCuts(page *strings.Builder, o options, binary, dir string) error {
	started := time.Now()
	r, err := powercut.Run(powercut.Options{Binary: binary, Dir: dir, Cuts: o.cuts, Kills: true, Seed: o.seed, Log: os.Stderr})
	if err != nil {
		return err
	}
	fmt.Fprintf(page, "杀死进程不等于拔掉电源：操作系统已收下的数据，进程死后仍会写盘。所以用 %s 记下真正的程序一整天的每一次写入、改名、删除、落盘，以及写到屏幕上的每一个字节，"+
		"再按记录重建断电那一刻的磁盘：落了盘的都在；没落盘的，全都没有、只有先写的、随机留一些、或按 512 字节扇区撕碎；新建和改名只有目录落了盘才算数。"+
		"记录先与真实文件夹逐字节核对，一致才用。每次重建之后用真正的程序打开：断电前已显示“已保存”的格子都在，粘贴整块在或整块不在，SQLite 完整性检查、台账汇总与历史链通过；备份、导出、报送文件完整或没有，做完的一定在。随机种子 %d，用时 %s。\n\n",
		machine.Version("strace", "-V"), o.seed, time.Since(started).Round(time.Second))
	counts := []count{
		{"记下的写入、改名、删除、落盘", r.Calls},
		{"——其中落盘（fsync）", r.Syncs},
		{"显示过“已保存”的格子", r.Acked},
		{"断电（一半在屏幕刚画完时，一半在任意两次调用之间）", r.Cuts},
	}
	for fate, said := range []string{"——没落盘的全都没有", "", "——没落盘的只有先写的", "——没落盘的随机留一些", "——没落盘的按扇区撕碎"} {
		if said != "" {
			counts = append(counts, count{said, r.Fates[fate]})
		}
	}
	table(page, append(counts,
		count{"备份、导出、封存、升级、恢复：在每一次调用之后杀死进程", r.Kills},
		count{"**丢失或出错**", len(r.Wrong)},
	))
	page.WriteString("\n真正切断电源没有在这里试过；不落盘却报告已落盘的磁盘，程序无从知道。\n")
	return wrong(page, r.Wrong)
}

type count struct {
	what string
	n    int
}

func table(page *strings.Builder, counts []count) {
	page.WriteString("| 项目 | 次数 |\n|---|---|\n")
	for _, c := range counts {
		fmt.Fprintf(page, "| %s | %d |\n", c.what, c.n)
	}
}

// wrong writes what went wrong, and is an error if anything did.
func wrong(page *strings.Builder, all []string) error {
	for _, what := range all {
		fmt.Fprintf(page, "\n- **丢失或出错**：%s\n", cell(what))
	}
	if len(all) > 0 {
		return fmt.Errorf("%d things were wrong", len(all))
	}
	return nil
}
