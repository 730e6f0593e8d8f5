//go:build linux

package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"yice/checks/crash"
	"yice/checks/faults"
	"yice/checks/machine"
)

func main() {
	kills := flag.Int("kills", 1000, "how often to kill the program")
	seed := flag.Uint64("seed", uint64(time.Now().UnixNano()), "of the moments to kill at")
	out := flag.String("o", "", "file to write; none: print")
	flag.Parse()
	if err := run(*kills, *seed, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(kills int, seed uint64, out string) error {
	dir, err := os.MkdirTemp("", "yice-reliability-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	binary, err := machine.Build(dir)
	if err != nil {
		return err
	}
	var page strings.Builder
	page.WriteString(head())
	failed := writeFaults(&page, binary, filepath.Join(dir, "faults"))
	killed := filepath.Join(dir, "killed")
	if err := os.MkdirAll(killed, 0o755); err != nil {
		return err
	}
	started := time.Now()
	r, err := crash.Run(crash.Options{Binary: binary, Dir: killed, Kills: kills, Seed: seed, Log: os.Stderr})
	if err != nil {
		return err
	}
	writeKills(&page, r, seed, time.Since(started))
	if len(r.Lost) > 0 {
		failed = errors.Join(failed, fmt.Errorf("%d things were wrong after kills", len(r.Lost)))
	}
	if out == "" {
		fmt.Print(page.String())
		return failed
	}
	return errors.Join(failed, os.WriteFile(out, []byte(page.String()), 0o644))
}

func head() string {
	return "# 可靠性：已经存的不会丢\n\n<!-- 由 checks/reliability/run 生成，不要手改 -->\n\n" +
		"这里的每一条都由程序对编译好的一策真做一遍再写下来，一条命令可以重来：`checks/reliability/run`。\n\n" +
		"机器：" + machine.Describe() + "；" + machine.Version("go", "version") + "\n"
}

// writeFaults does every fault and writes what was said.
func writeFaults(page *strings.Builder, binary, dir string) (failed error) {
	page.WriteString("\n## 意外情况\n\n每种情况之后都检查：文件结构、台账汇总、历史链完好，已保存的内容一格不少。\n\n| 情况 | 用户看到的 | 之后 |\n|---|---|---|\n")
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
	return strings.ReplaceAll(strings.ReplaceAll(said, dir+"/disk", "D:"), dir, "D:"), err
}

// cell makes a text fit for a cell of a table.
func cell(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, "|", "\\|"), "\n", " ") }

// writeKills writes what came of the kills.
func writeKills(page *strings.Builder, r *crash.Report, seed uint64, took time.Duration) {
	page.WriteString("\n## 突然断电\n\n")
	fmt.Fprintf(page, "在伪终端里运行真正的程序，往台账里逐格录入，在随机时刻用 SIGKILL 杀死进程（一半瞄准回车后 15 毫秒内，正是提交的时候），共 %d 次，随机种子 %d，用时 %s。"+
		"屏幕上显示“已保存”的格子才算已确认。每次之后检查：已确认的格子都在，没有半截的内容，SQLite 完整性检查、台账汇总与历史链通过，再撤销一步，恰好撤销最后一步。\n\n",
		r.Kills, seed, took.Round(time.Second))
	page.WriteString("| 项目 | 次数 |\n|---|---|\n")
	for _, l := range []struct {
		what string
		n    int
	}{
		{"杀死进程", r.Kills},
		{"——录入时", r.Keying},
		{"——导入时", r.Imports},
		{"——备份时", r.Backups},
		{"录入的格子", r.Keyed},
		{"杀死前屏幕已显示“已保存”的格子", r.Acknowledged},
		{"**其中丢失的**", len(r.Lost)},
		{"尚未显示“已保存”、也已在文件里的格子", r.Extra},
		{"再次打开时把没离开的格子里的内容问回来", r.Drafts},
		{"撤销最后一步，恰好撤销那一步", r.Undone},
		{"被杀的导入：整批都在", r.ImportsWhole},
		{"被杀的导入：一行不进", r.ImportsNone},
		{"被杀的备份之后，列出的备份逐个打开，全部完好", r.BackupsListed},
	} {
		fmt.Fprintf(page, "| %s | %d |\n", l.what, l.n)
	}
	fmt.Fprintf(page, "\n被杀之后再打开，从启动到首屏：中位数 %d ms，p99 %d ms。\n", r.Reopen.Median().Milliseconds(), r.Reopen.Quantile(0.99).Milliseconds())
	for _, what := range r.Lost {
		fmt.Fprintf(page, "\n- **丢失或出错**：%s\n", what)
	}
	page.WriteString("\n杀死进程不等于拔掉电源：操作系统已收下的数据，进程死后仍会写盘。因此一策每次提交都要求落盘之后才算已保存（WAL，`synchronous=FULL`）；" +
		"真正切断电源没有在这里试过，不落盘却报告已落盘的磁盘，程序也无从知道。\n")
}
