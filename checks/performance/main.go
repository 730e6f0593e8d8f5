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

	"yice/checks/machine"
)

// bench is one run of the measurements.
type bench struct {
	root   string // of the program's module
	binary string
	dir    string
	env    []string
	big    bool // five million lines too
	quick  bool // fewer repetitions, smaller files: to see that the measuring works
	rows   []row
	growth []growth
}

// growth is one line of the table of how a figure grows with the ledger.
type growth struct {
	what string
	by   map[int]string // by the number of lines
}

// row is one line of the table of budgets.
type row struct {
	what, budget, measured, beside, ratio string
	ok                                    bool
}

func main() {
	out := flag.String("o", "", "file to write; none: print")
	dir := flag.String("dir", "", "folder for the files, kept; none: a temporary one")
	only := flag.String("only", "", "names of the measurements to make, by commas")
	b := &bench{}
	flag.BoolVar(&b.big, "big", false, "five million lines too")
	flag.BoolVar(&b.quick, "quick", false, "small files and few repetitions")
	flag.Parse()
	if err := b.main(*dir, *out, *only); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// measurements in the order of the table.
var measurements = []struct {
	name string
	run  func(*bench) error
}{
	{"start", (*bench).start},
	{"keys", (*bench).keys},
	{"idle", (*bench).idle},
	{"memory", (*bench).memory},
	{"import", (*bench).imports},
	{"xlsx", (*bench).xlsx},
	{"seal", (*bench).seal},
	{"collect", (*bench).collect},
	{"evaluate", (*bench).evaluate},
	{"size", (*bench).size},
}

func (b *bench) main(dir, out, only string) error {
	if dir == "" {
		made, err := os.MkdirTemp("", "yice-performance-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(made)
		dir = made
	}
	b.dir = dir
	home := filepath.Join(dir, "home")
	if err := os.MkdirAll(home, 0o700); err != nil {
		return err
	}
	b.env = machine.Environ(home, "YICE_LANG=zh")
	var err error
	if b.root, err = machine.Root(); err != nil {
		return err
	}
	if b.binary, err = machine.Build(dir); err != nil {
		return err
	}
	before := machine.Load()
	var failed error
	for _, m := range measurements {
		if only != "" && !slices.Contains(strings.Split(only, ","), m.name) {
			continue
		}
		fmt.Fprintln(os.Stderr, "measuring:", m.name, "load", machine.Load())
		if err := m.run(b); err != nil {
			failed = errors.Join(failed, fmt.Errorf("%s: %w", m.name, err))
			first, _, _ := strings.Cut(err.Error(), "\n")
			b.add(row{what: m.name, measured: "没有测成：" + first})
			fmt.Fprintln(os.Stderr, err)
		}
	}
	page := b.page(before)
	if out == "" {
		fmt.Print(page)
		return failed
	}
	return errors.Join(failed, os.WriteFile(out, []byte(page), 0o644))
}

func (b *bench) add(r row) { b.rows = append(b.rows, r) }

// grow notes a figure at a number of lines.
func (b *bench) grow(what string, n int, figure string) {
	for i := range b.growth {
		if b.growth[i].what == what {
			b.growth[i].by[n] = figure
			return
		}
	}
	b.growth = append(b.growth, growth{what, map[int]string{n: figure}})
}

// sizes are the ledgers that growth is seen at.
func (b *bench) sizes() []int {
	all := []int{1000, b.pick(100_000, 5_000), b.million()}
	if b.big {
		all = append(all, b.pick(5_000_000, 50_000))
	}
	return all
}

// pick gives the full number of repetitions or, in a quick run, the small one.
func (b *bench) pick(full, quick int) int {
	if b.quick {
		return quick
	}
	return full
}

// million is the size of the large ledger.
func (b *bench) million() int { return b.pick(1_000_000, 20_000) }

// page writes the document.
func (b *bench) page(load string) string {
	var s strings.Builder
	s.WriteString("# 性能\n\n<!-- 由 checks/performance/run 生成，不要手改 -->\n\n")
	fmt.Fprintf(&s, "机器：%s；负载 %s → %s（负载含测量本身；绝对值随机器而变，请看比值）。\n", machine.Describe(), load, machine.Load())
	fmt.Fprintf(&s, "版本：%s\n\n", strings.Join(versions(), "；"))
	s.WriteString("每个数都取自编译好的程序：命令按墙上时钟，屏幕经由伪终端（从按键送出到屏幕上最后一个字节到达）。拿来比较的各次运行交替进行，取中位数。\n")
	s.WriteString("台账为生成的数据：40 个项目、12 个月，类别、来源、活动任意搭配，比真实账簿更杂（真实项目大多只有一两种来源、一种活动），所以对启动与汇总最不利。\n\n")
	s.WriteString("| 项目 | 预算 | 实测 | 同场对照 | 比值 | 结论 |\n|---|---|---|---|---|---|\n")
	for _, r := range b.rows {
		verdict := "达到"
		if !r.ok {
			verdict = "**未达到**"
		}
		fmt.Fprintf(&s, "| %s | %s | %s | %s | %s | %s |\n", r.what, r.budget, r.measured, r.beside, r.ratio, verdict)
	}
	b.writeGrowth(&s)
	s.WriteString("\n监管台账的数（一市 6,300 份、一省 50,000 份的收报、排名、重复申报，一个文件、一台服务器、四个节点）见 [registry.md](registry.md#what-it-takes)。\n")
	s.WriteString("\n重新测量：`checks/performance/run`（五百万行：`checks/performance/run -big`）。\n")
	return s.String()
}

// writeGrowth writes how the figures grow: what should be flat is seen to be.
func (b *bench) writeGrowth(s *strings.Builder) {
	if len(b.growth) == 0 {
		return
	}
	s.WriteString("\n## 行数增加时\n\n同一次测量里，台账行数不同的工作区。按键与离开一格各取 p50 / p99；离开一格在最后一行的金额上做：改完即落盘、重算、显示。\n\n| 项目 |")
	for _, n := range b.sizes() {
		s.WriteString(" " + lines(n) + " |")
	}
	s.WriteString("\n|---|" + strings.Repeat("---|", len(b.sizes())) + "\n")
	for _, g := range b.growth {
		s.WriteString("| " + g.what + " |")
		for _, n := range b.sizes() {
			s.WriteString(" " + g.by[n] + " |")
		}
		s.WriteString("\n")
	}
}

func versions() []string {
	var out []string
	for _, v := range []struct {
		name string
		args []string
	}{{"go", []string{"version"}}, {"sqlite3", []string{"--version"}}, {"xlsx2csv", []string{"--version"}}} {
		if said := machine.Version(v.name, v.args...); said != "" {
			if !strings.HasPrefix(said, v.name) {
				said = v.name + " " + said
			}
			out = append(out, strings.Join(strings.Fields(said)[:min(3, len(strings.Fields(said)))], " "))
		}
	}
	return out
}
