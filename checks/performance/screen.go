//go:build linux

package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"yice/checks/desk"
	"yice/checks/machine"
	"yice/checks/terminal"
)

const (
	wide, high = 160, 50
	patient    = 60 * time.Second
)

func (b *bench) open(w string) (*terminal.Program, error) {
	return terminal.Start(terminal.Options{Args: []string{b.binary, w, "--year", "2023"}, Env: b.env, Width: wide, Height: high})
}

// start measures from the start of the process to the first screen, and to the first screen with the score on it.
func (b *bench) start() error {
	sizes := append([]int{0}, b.sizes()...)
	first, scored := map[int]machine.Times{}, map[int]machine.Times{}
	for range b.pick(21, 3) {
		for _, n := range sizes {
			w, err := b.workspace(n)
			if err != nil {
				return err
			}
			p, err := b.open(w)
			if err != nil {
				return err
			}
			v, err := p.Wait(patient, func(v terminal.View) bool { return v.String() != "" })
			if err == nil {
				first[n] = append(first[n], v.At.Sub(p.Started))
				v, err = desk.Opened(p)
			}
			p.Close()
			if err != nil {
				return err
			}
			scored[n] = append(scored[n], v.At.Sub(p.Started))
		}
	}
	for _, m := range []struct {
		what  string
		most  float64
		times map[int]machine.Times
	}{{"启动到首屏", 1.1, first}, {"启动到算好得分的总览", 1.25, scored}} {
		base := m.times[0].Median()
		for _, n := range sizes[1:] {
			t := m.times[n].Median()
			b.grow(m.what, n, ms(t))
			if n != 1000 && n < b.million() {
				continue
			}
			b.add(row{
				m.what + "，" + lines(n), fmt.Sprintf("≤ 空工作区的 %g 倍", m.most), ms(t), "空工作区 " + ms(base), times(ratio(t, base)),
				ratio(t, base) <= m.most,
			})
		}
	}
	return nil
}

// grid opens the ledger and goes to its last line.
func (b *bench) grid(n int) (*terminal.Program, error) {
	w, err := b.workspace(n)
	if err != nil {
		return nil, err
	}
	p, err := b.open(w)
	if err != nil {
		return nil, err
	}
	if _, err = desk.Opened(p); err == nil {
		err = desk.ToLedger(p, nil)
	}
	if err != nil {
		p.Close()
		return nil, err
	}
	p.Quiet(300 * time.Millisecond)
	return p, nil
}

// keyTimes are what keying took.
type keyTimes struct {
	painted machine.Times // a key in an open cell, to the last byte of the screen that has it
	moved   machine.Times // an arrow key, to the screen with the cursor there
	left    machine.Times // leaving an amount, to the screen that has it saved and scored
}

// keys measures keying at every size, taking turns.
func (b *bench) keys() error {
	all := map[int]*keyTimes{}
	for range b.pick(4, 1) {
		for _, n := range b.sizes() {
			if all[n] == nil {
				all[n] = &keyTimes{}
			}
			if err := b.keyed(n, all[n]); err != nil {
				return err
			}
		}
	}
	small := all[1000]
	p99 := func(t machine.Times) time.Duration { return t.Quantile(0.99) }
	both := func(t machine.Times) string { return ms(t.Median()) + " / " + ms(p99(t)) }
	for _, n := range b.sizes() {
		k := all[n]
		b.grow("单元格内按键到显示", n, both(k.painted))
		b.grow("方向键到显示", n, both(k.moved))
		b.grow("离开一格到落盘、重算、显示", n, both(k.left))
		if n == 1000 || n >= b.million() {
			b.add(row{"单元格内按键到显示，" + lines(n), "p99 ≤ 16 ms", "p50 " + ms(k.painted.Median()) + "，p99 " + ms(p99(k.painted)), fmt.Sprintf("%d 次按键，50×160 全中文屏", len(k.painted)), "", p99(k.painted) <= 16*time.Millisecond})
			b.add(row{"方向键到显示，" + lines(n), "p99 ≤ 16 ms", "p50 " + ms(k.moved.Median()) + "，p99 " + ms(p99(k.moved)), fmt.Sprintf("%d 次按键", len(k.moved)), "", p99(k.moved) <= 16*time.Millisecond})
		}
		if n < b.million() {
			continue
		}
		r := ratio(k.left.Median(), small.left.Median())
		b.add(row{
			"改最后一行的金额，到落盘、重算、显示，" + lines(n), "p99 ≤ 25 ms；≤ 1000 行时的 1.2 倍", "p50 " + ms(k.left.Median()) + "，p99 " + ms(p99(k.left)),
			"1000 行 p50 " + ms(small.left.Median()) + "，p99 " + ms(p99(small.left)), times(r), r <= 1.2 && p99(k.left) <= 25*time.Millisecond,
		})
	}
	return nil
}

func (b *bench) keyed(n int, k *keyTimes) error {
	p, err := b.grid(n)
	if err != nil {
		return err
	}
	defer p.Close()
	if err := k.arrows(p, b.pick(60, 10)); err != nil {
		return err
	}
	if err := k.typing(p, b.pick(60, 10)); err != nil {
		return err
	}
	return k.leaving(p, b.pick(60, 10))
}

// timed sends keys and gives the time from there to the last byte of the screen that was waited for.
func timed(p *terminal.Program, keys string, until func(terminal.View) bool) (time.Duration, error) {
	p.Quiet(40 * time.Millisecond)
	sent := time.Now()
	if err := p.Send(keys); err != nil {
		return 0, err
	}
	v, err := p.Wait(patient, until)
	return v.At.Sub(sent), err
}

// arrows goes down the ledger a line at a time.
func (k *keyTimes) arrows(p *terminal.Program, times int) error {
	for i := range times {
		d, err := timed(p, terminal.Down, func(v terminal.View) bool {
			at := v.Row("▌")
			return at >= 0 && strings.Contains(v.Lines[at], fmt.Sprintf("%d▌", i+2))
		})
		if err != nil {
			return err
		}
		k.moved = append(k.moved, d)
	}
	return nil
}

// typing types a long text into the summary of a line, and gives it up.
func (k *keyTimes) typing(p *terminal.Program, times int) error {
	if err := p.Send(terminal.Home + terminal.Right + terminal.Right); err != nil {
		return err
	}
	typed := ""
	for i := range times {
		letter := string("abcdefghij"[i%10])
		if i%20 == 0 {
			if typed != "" {
				if err := p.Send(terminal.Escape); err != nil {
					return err
				}
				if _, err := p.Wait(patient, func(v terminal.View) bool { return !v.Has(typed) }); err != nil {
					return err
				}
			}
			typed = ""
		}
		typed += letter
		want := typed
		d, err := timed(p, letter, func(v terminal.View) bool { return v.Has(want) })
		if err != nil {
			return err
		}
		if i%20 > 0 { // the first opens the cell
			k.painted = append(k.painted, d)
		}
	}
	if err := p.Send(terminal.Escape); err != nil {
		return err
	}
	_, err := p.Wait(patient, func(v terminal.View) bool { return !desk.Keying(v) })
	return err
}

// leaving keys amounts into the last line, one after the other.
func (k *keyTimes) leaving(p *terminal.Program, times int) error {
	if err := toLast(p); err != nil {
		return err
	}
	base := 1_000_000 + rand.IntN(8_000_000) // what stands there already is not written again
	for i := range times {
		amount := fmt.Sprintf("%d", base+i*7)
		for _, digit := range amount {
			if err := p.Send(string(digit)); err != nil {
				return err
			}
			time.Sleep(15 * time.Millisecond)
		}
		shown := amount[:1] + "," + amount[1:4] + "," + amount[4:] + ".00"
		if _, err := p.Wait(patient, func(v terminal.View) bool { return v.Has(amount) && desk.Keying(v) }); err != nil {
			return err
		}
		// Up, not Enter: Enter in the last line would begin a new one.
		d, err := timed(p, terminal.Up, func(v terminal.View) bool {
			return desk.Saved(v) && !desk.Keying(v) && v.Has(shown)
		})
		if err != nil {
			return err
		}
		k.left = append(k.left, d)
		if err := toLast(p); err != nil {
			return err
		}
	}
	return nil
}

// toLast goes to the amount of the last line.
func toLast(p *terminal.Program) error {
	if err := p.Send("\x1b[1;5F"); err != nil { // Ctrl+End
		return err
	}
	return toColumn(p, "金额")
}

// toColumn goes to the end of the line and back until the words below the grid are of a column: its help, or what is found on
// the cell there, which takes the place of the help and may take two lines.
func toColumn(p *terminal.Program, title string) error {
	words := func(v terminal.View) string { return strings.Join(v.Lines[high-4:high-2], "\n") }
	here := func(v terminal.View) bool {
		return strings.HasPrefix(strings.TrimSpace(v.Lines[high-3]), title+"  ") || strings.Contains(words(v), "："+title+" ")
	}
	for i := range 40 {
		v := p.Quiet(25 * time.Millisecond)
		if here(v) {
			return nil
		}
		key := terminal.Left
		if i == 0 {
			key = "\x1b[F" // End
		}
		if err := p.Send(key); err != nil {
			return err
		}
		_, err := p.Wait(2*time.Second, func(w terminal.View) bool { return words(w) != words(v) })
		if err != nil && i > 0 { // at the end already
			return err
		}
	}
	return fmt.Errorf("no column %s:\n%s", title, p.View())
}

// memory keys at every size and looks at what the program holds then: for a minute at a million lines, where the budget is.
func (b *bench) memory() error {
	for _, n := range b.sizes() {
		took := time.Duration(b.pick(15, 3)) * time.Second
		if n == b.million() {
			took = time.Duration(b.pick(60, 5)) * time.Second
		}
		now, most, keyed, err := b.held(n, took)
		if err != nil {
			return err
		}
		// What was keyed is half a row here and there: no measure for whoever comes next.
		if err := discard(b.path(fmt.Sprintf("ledger-%d.yice", n))); err != nil {
			return err
		}
		mb := func(kb int64) string { return fmt.Sprintf("%.1f MB", float64(kb)*1024/1e6) }
		b.grow("录入之后的常驻内存", n, mb(now))
		if n == b.million() {
			b.add(row{"连续录入一分钟后的常驻内存，" + lines(n), "≤ 60 MB", mb(now), fmt.Sprintf("最高 %s；录入 %d 格", mb(most), keyed), "", float64(now)*1024 <= 60e6})
		}
	}
	return nil
}

// held keys for a while below the last line and gives what the program then holds, what it held at most (KiB), and how
// many cells were keyed.
func (b *bench) held(n int, long time.Duration) (now, most int64, keyed int, err error) {
	p, err := b.grid(n)
	if err != nil {
		return 0, 0, 0, err
	}
	defer p.Close()
	if err := p.Send("\x1b[1;5F" + terminal.Home + terminal.Down); err != nil {
		return 0, 0, 0, err
	}
	p.Quiet(300 * time.Millisecond)
	until := time.Now().Add(long)
	for row := 0; time.Now().Before(until); row++ {
		for _, text := range []string{"2023-05-06", fmt.Sprintf("付-%d", row), fmt.Sprintf("第%d笔试验材料", row)} {
			for _, r := range text {
				if err := p.Send(string(r)); err != nil {
					return 0, 0, 0, err
				}
				time.Sleep(20 * time.Millisecond)
			}
			if err := p.Send(terminal.Enter); err != nil {
				return 0, 0, 0, err
			}
			keyed++
		}
		if err := p.Send(terminal.Down + terminal.Home); err != nil {
			return 0, 0, 0, err
		}
	}
	if _, err := p.Wait(patient, desk.Saved); err != nil {
		return 0, 0, 0, err
	}
	now, most, err = p.Memory()
	return now, most, keyed, err
}

// rested waits until a program that was opened has done what it does upon opening, its backup above all: until it takes less than a
// hundredth of a core, or a minute at most.
func rested(pid int) error {
	const look = 3 * time.Second
	for range 20 {
		before, err := terminal.ProcessorOf(pid)
		if err != nil {
			return err
		}
		time.Sleep(look)
		after, err := terminal.ProcessorOf(pid)
		if err != nil {
			return err
		}
		if after-before < look/100 {
			return nil
		}
	}
	return nil
}

// idle measures what a desk takes of a processor that nobody touches, the ledger open.
func (b *bench) idle() error {
	n := b.million()
	p, err := b.grid(n)
	if err != nil {
		return err
	}
	defer p.Close()
	p.Quiet(3 * time.Second)
	if err := rested(p.Pid()); err != nil {
		return err
	}
	long := time.Duration(b.pick(30, 3)) * time.Second
	before, err := terminal.ProcessorOf(p.Pid())
	if err != nil {
		return err
	}
	time.Sleep(long)
	after, err := terminal.ProcessorOf(p.Pid())
	if err != nil {
		return err
	}
	part := float64(after-before) / float64(long)
	b.add(row{"无人操作时占用的处理器，" + lines(n), "≤ 一个核的 0.3%", fmt.Sprintf("%.2f%%", 100*part), fmt.Sprintf("台账开着，%d 秒", int(long.Seconds())), "", part <= 0.003})
	return nil
}
