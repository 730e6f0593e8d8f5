//go:build linux

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"yice/checks/ledger"
	"yice/checks/machine"
)

// unsigned is why the example is sealed without sign-offs.
const unsigned = "示例企业没有签字人，封存仅供核对程序"

// folder writes all that an enterprise with n lines needs to seal a year.
func (b *bench) folder(name string, number, n int) (string, error) {
	dir := b.path(name)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	for file, write := range map[string]func(io.Writer) error{
		"enterprise.csv": func(w io.Writer) error { return ledger.WriteCard(w, number) },
		"annual.csv":     func(w io.Writer) error { return ledger.WriteAnnual(w, n) },
		"project.csv":    ledger.WriteProjects,
		"checklist.csv":  ledger.WriteChecklist,
		"spend.csv":      func(w io.Writer) error { return ledger.Write(w, n, uint64(1+number)) },
	} {
		if err := ledger.File(filepath.Join(dir, file), write); err != nil {
			return "", err
		}
	}
	return dir, nil
}

// ready makes a workspace that can be sealed: imported, with a reason for all that wants one.
func (b *bench) ready(name string, number, n int) (string, error) {
	w := b.path(name)
	if err := discard(w); err != nil {
		return "", err
	}
	dir, err := b.folder(name+".d", number, n)
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	uscc, title := ledger.Enterprise(number)
	if _, err := b.yice("new", w, "--uscc", uscc, "--name", title, "--type", ledger.Type, "--year", "2023"); err != nil {
		return "", err
	}
	if _, err := b.yice("import", w, "--year", "2023", dir); err != nil {
		return "", err
	}
	return w, b.reasons(w)
}

// reasons writes a reason for every finding that wants one.
func (b *bench) reasons(w string) error {
	t, err := b.run([]int{1}, b.binary, "check", w, "--year", "2023", "--json")
	if err != nil {
		return err
	}
	var said struct {
		Findings []struct{ ID, Severity, Message string }
	}
	if err := json.Unmarshal([]byte(t.out[strings.IndexByte(t.out, '{'):]), &said); err != nil {
		return err
	}
	for _, f := range said.Findings {
		if f.Severity != "核实性" {
			return fmt.Errorf("the made-up year does not pass: %s", f.Message)
		}
		if _, err := b.yice("reason", w, "--year", "2023", f.ID, "生成的数据，已与生成程序逐项核对，金额相符"); err != nil {
			return err
		}
	}
	return nil
}

// seal exports, seals and verifies a ledger of every size.
func (b *bench) seal() error {
	b.env = append(b.env, "YICE_PASSPHRASE=开门")
	key := b.path("key.pem")
	for _, old := range []string{key, key + ".pub"} {
		os.Remove(old)
	}
	if _, err := b.yice("key", "new", "-o", key); err != nil {
		return err
	}
	mb := func(t took) string { return fmt.Sprintf("最高内存 %.0f MB", float64(t.memory)*1024/1e6) }
	for _, n := range b.sizes() {
		exported, sealed, verified, err := b.sealed(key, n)
		if err != nil {
			return err
		}
		b.grow("导出台账 CSV", n, seconds(exported.wall))
		b.grow("封存（签名、工作簿、报告）", n, seconds(sealed.wall))
		b.grow("校验并重新打分", n, seconds(verified.wall))
		if n != b.million() {
			continue
		}
		file, err := b.ledgerFile(n)
		if err != nil {
			return err
		}
		var theirs machine.Times
		for range b.pick(3, 1) {
			t, err := b.plainImport(file)
			if err != nil {
				return err
			}
			theirs = append(theirs, t.wall)
		}
		// The seconds of the budget are those of a machine where sqlite3 takes the same lines in in 1.7 s; elsewhere they are as many times as long.
		add := func(what string, t took, budget float64) {
			r := ratio(t.wall, theirs.Median())
			b.add(row{
				what + "，" + lines(n), fmt.Sprintf("≤ %.0f s（在 .import 需 1.7 s 的机器上，即它的 %.1f 倍）", budget, budget/1.7),
				seconds(t.wall) + "（处理器 " + seconds(t.cpu) + "），" + mb(t), "sqlite3 .import " + seconds(theirs.Median()), times(r), r <= budget/1.7,
			})
		}
		add("封存", sealed, 8)
		add("校验并重新打分", verified, 2)
	}
	return nil
}

func (b *bench) sealed(key string, n int) (exported, sealed, verified took, err error) {
	w, err := b.ready("seal.yice", 0, n)
	if err != nil {
		return exported, sealed, verified, err
	}
	defer discard(w)
	out, file := b.path("exported.csv"), b.path("sealed.zip")
	os.Remove(out)
	os.Remove(file)
	defer os.Remove(out)
	if exported, err = b.yice("export", w, "spend", "-o", out); err == nil {
		if sealed, err = b.yice("submit", w, "--year", "2023", "-o", file, "--key", key, "--unsigned", unsigned); err == nil {
			verified, err = b.yice("verify", file)
		}
	}
	return exported, sealed, verified, err
}

// collect consolidates many submissions of a thousand lines.
func (b *bench) collect() error {
	count, n := b.pick(1000, 10), 1000
	dir := b.path("received")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if err := b.submissions(dir, count, n); err != nil {
		return err
	}
	t, err := b.run([]int{1}, b.binary, "collect", dir, "-o", b.path("collected.xlsx"), "--json")
	if err != nil {
		return err
	}
	if got := strings.Count(t.out, `"uscc"`); got < count {
		return fmt.Errorf("%d of %d enterprises were collected:\n%.2000s", got, count, t.out)
	}
	b.grow(fmt.Sprintf("汇总 %d 家，每家", count), n, seconds(t.wall))
	b.add(row{
		fmt.Sprintf("汇总 %d 家、每家 %d 行（逐家校验、重新打分）", count, n), "≤ 15 s",
		fmt.Sprintf("%s，最高内存 %.0f MB", seconds(t.wall), float64(t.memory)*1024/1e6), "处理器 " + seconds(t.cpu), "", t.wall <= 15*time.Second,
	})
	return nil
}

// submissions makes one from each of many enterprises, as many at a time as there are processors; those that are there stay.
func (b *bench) submissions(dir string, count, n int) error {
	numbers := make(chan int)
	fails := make(chan error, runtime.NumCPU())
	var working sync.WaitGroup
	for range runtime.NumCPU() {
		working.Go(func() {
			for i := range numbers {
				if err := b.submission(filepath.Join(dir, fmt.Sprintf("%04d.zip", i)), i, n); err != nil {
					fails <- err
					return
				}
			}
		})
	}
	var err error
	for i := 1; i <= count && err == nil; i++ {
		select {
		case numbers <- i:
		case err = <-fails:
		}
	}
	close(numbers)
	working.Wait()
	select {
	case e := <-fails:
		return e
	default:
		return err
	}
}

func (b *bench) submission(file string, number, n int) error {
	if _, err := os.Stat(file); err == nil {
		return nil
	}
	w, err := b.ready(fmt.Sprintf("one-%d.yice", number), number, n)
	if err != nil {
		return err
	}
	defer discard(w)
	_, err = b.yice("submit", w, "--year", "2023", "-o", file, "--unsigned", unsigned)
	return err
}

var benchLine = regexp.MustCompile(`(?m)^Benchmark\w+/(\w+)\S*\s+\d+\s+([\d.]+) ns/op`)

// perOperation reads what go test says the parts of a benchmark take, each time, by their names.
func perOperation(out string) (map[string]machine.Times, error) {
	all := map[string]machine.Times{}
	for _, m := range benchLine.FindAllStringSubmatch(out, -1) {
		ns, err := strconv.ParseFloat(m[2], 64)
		if err != nil {
			return nil, err
		}
		all[m[1]] = append(all[m[1]], time.Duration(ns))
	}
	return all, nil
}
