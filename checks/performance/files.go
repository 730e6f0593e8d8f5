//go:build linux

package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/xuri/excelize/v2"

	"yice/checks/machine"
)

// plainImport takes a CSV into sqlite3 as it is: what the machine is measured by.
func (b *bench) plainImport(file string) (took, error) {
	plain := b.path("plain.db")
	if err := discard(plain); err != nil {
		return took{}, err
	}
	return b.run(nil, "sqlite3", plain, ".mode csv", ".import "+file+" spend")
}

// imports takes the same CSV into the program and into sqlite3, taking turns.
func (b *bench) imports() error {
	for _, n := range b.sizes() {
		file, err := b.ledgerFile(n)
		if err != nil {
			return err
		}
		var ours, theirs, work, theirWork machine.Times
		var most int64
		repeat := b.pick(5, 1)
		if n > 1_000_000 {
			repeat = 1
		}
		for range repeat {
			w, err := b.empty("import.yice")
			if err != nil {
				return err
			}
			t, err := b.yice("import", w, "--year", "2023", "spend", file)
			if err != nil {
				return err
			}
			ours, work, most = append(ours, t.wall), append(work, t.cpu), max(most, t.memory)
			if t, err = b.plainImport(file); err != nil {
				return err
			}
			theirs, theirWork = append(theirs, t.wall), append(theirWork, t.cpu)
		}
		r := ratio(ours.Median(), theirs.Median())
		b.grow("导入 CSV（sqlite3 .import）", n, seconds(ours.Median())+"（"+seconds(theirs.Median())+"）")
		budget := "≤ sqlite3 .import 的 4 倍"
		if n < 1_000_000 {
			budget = "（百万行才有预算）"
		}
		b.add(row{
			"导入 CSV，" + lines(n) + "（解析、检查、历史、汇总）", budget,
			fmt.Sprintf("%s（处理器 %s），最高内存 %.0f MB", seconds(ours.Median()), seconds(work.Median()), float64(most)*1024/1e6),
			fmt.Sprintf("sqlite3 %s（处理器 %s）", seconds(theirs.Median()), seconds(theirWork.Median())), times(r), r <= 4 || n < 1_000_000,
		})
	}
	return discard(b.path("import.yice"))
}

// xlsx takes a workbook in, and lets xlsx2csv read the same one.
func (b *bench) xlsx() error {
	n := b.million()
	book := b.path(fmt.Sprintf("spend-%d.xlsx", n))
	if _, err := os.Stat(book); err != nil {
		file, err := b.ledgerFile(n)
		if err != nil {
			return err
		}
		if err := toWorkbook(file, book); err != nil {
			return err
		}
	}
	w, err := b.empty("import.yice")
	if err != nil {
		return err
	}
	ours, err := b.yice("import", w, "--year", "2023", "spend", book)
	if err != nil {
		return err
	}
	r := row{
		what: "导入 XLSX，" + lines(n), budget: "≥ xlsx2csv 的 2 倍快",
		measured: fmt.Sprintf("%s，最高内存 %.0f MB", seconds(ours.wall), float64(ours.memory)*1024/1e6),
	}
	theirs, err := b.run(nil, "xlsx2csv", book, b.path("converted.csv"))
	switch {
	case errors.Is(err, exec.ErrNotFound):
		r.beside = "本机没有 xlsx2csv"
	case err != nil:
		return err
	default:
		faster := ratio(theirs.wall, ours.wall)
		r.beside = fmt.Sprintf("xlsx2csv 只转换不入库 %s，最高内存 %.0f MB", seconds(theirs.wall), float64(theirs.memory)*1024/1e6)
		r.ratio, r.ok = fmt.Sprintf("快 %s", times(faster)), faster >= 2
	}
	b.add(r)
	return discard(b.path("import.yice"))
}

// toWorkbook writes a CSV as a workbook of text and number cells.
func toWorkbook(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	r := csv.NewReader(in)
	r.ReuseRecord = true
	for at := 1; ; at++ {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		values := make([]any, len(cells))
		for i, c := range cells {
			var number float64
			if n, _ := fmt.Sscanf(c, "%f", &number); at > 1 && i == 11 && n == 1 {
				values[i] = number
			} else if c != "" {
				values[i] = c
			}
		}
		if err := w.SetRow(fmt.Sprintf("A%d", at), values); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.SaveAs(to)
}

// evaluate asks the packages' own benchmarks.
func (b *bench) evaluate() error {
	t, err := runIn(os.Environ(), nil, "go", "-C", b.root, "test", "./scoring", "-run", "^$", "-bench", "^BenchmarkEvaluate$", "-benchtime", "2000x", "-count", "9")
	if err != nil {
		return err
	}
	per, err := perOperation(t.out)
	if err != nil {
		return err
	}
	crowded, ms := per["1000rows"].Median(), func(d time.Duration) string { return fmt.Sprintf("%.3f ms", float64(d.Microseconds())/1000) }
	b.add(row{
		"算一张得分表（不含下一步建议），登记表共 1,000 行", "≤ 0.2 ms", ms(crowded),
		"示例企业 " + ms(per["example"].Median()) + "，1,000 个奖项 " + ms(per["1000awards"].Median()), "", crowded > 0 && crowded <= 200*time.Microsecond,
	})
	return nil
}

// size builds the releases.
func (b *bench) size() error {
	dist := b.path("dist")
	if _, err := runIn(os.Environ(), nil, "bash", filepath.Join(b.root, ".ci", "build"), "--binaries-only", dist, "measured"); err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(dist, "yice-*-*"))
	if err != nil {
		return err
	}
	all, most := "", int64(0)
	for _, f := range files {
		st, err := os.Stat(f)
		if err != nil {
			return err
		}
		if st.Size() < 1_000_000 {
			continue
		}
		most = max(most, st.Size())
		if all != "" {
			all += "，"
		}
		all += fmt.Sprintf("%s %.1f", filepath.Base(f)[len("yice-"):], float64(st.Size())/1e6)
	}
	b.add(row{"程序大小（静态，CGO 关）", "≤ 35 MB", fmt.Sprintf("最大 %.1f MB", float64(most)/1e6), all, "", most > 0 && most <= 35_000_000})
	return nil
}
