//go:build linux

package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"yice/checks/terminal"
)

// The moving picture of the README is played, not drawn: its keys go into the real program on a terminal, and what the program
// shows after each of them is a frame. How long a frame is seen stands in the script; what the machine took for it does not
// show.

// beat is one move of the script.
type beat struct {
	tell  [2]string // under the screen from here on, in Chinese and English; "" leaves it
	type_ string    // keyed letter by letter
	also  string    // keyed instead in English
	key   string    // one key, as it is called below
	stay  time.Duration
	till  [2]string // a text that must have come; "": what is there when it is quiet
}

// named are keys by the name on the keyboard.
var named = map[string]string{
	"Enter": terminal.Enter, "↓": terminal.Down, "↑": terminal.Up, "←": terminal.Left, "→": terminal.Right, "Tab": terminal.Tab, "Esc": terminal.Escape, "Home": terminal.Home, "F3": terminal.F3, "F4": terminal.F4,
	"Ctrl+End": "\x1b[1;5F", "Ctrl+R": "\x12", "Shift+Tab": "\x1b[Z", "F12": "\x1b[24~", "+": "+",
}

const (
	letter = 80 * time.Millisecond
	short  = 280 * time.Millisecond
	pause  = 800 * time.Millisecond
	long   = 1900 * time.Millisecond
)

func press(key string, stay time.Duration) beat    { return beat{key: key, stay: stay} }
func typed(zh, en string, stay time.Duration) beat { return beat{type_: zh, also: en, stay: stay} }

func told(zh, en string, stay time.Duration) beat { return beat{tell: [2]string{zh, en}, stay: stay} }
func (b beat) waits(zh, en string) beat           { b.till = [2]string{zh, en}; return b }
func field(zh, en string) []beat                  { return []beat{typed(zh, en, short), press("Enter", short)} }

func beats(parts ...any) (all []beat) {
	for _, p := range parts {
		switch p := p.(type) {
		case beat:
			all = append(all, p)
		case []beat:
			all = append(all, p...)
		}
	}
	return all
}

// story is half a minute at the desk.
var story = beats(
	told("示例企业（虚构）：现在多少分、离报送还差什么", "A fictional enterprise: its score, and what is left to do", long),
	press("↓", letter), press("↓", letter), press("↓", letter), press("Enter", short).waits("记-0001", "记-0001"),
	press("Ctrl+End", short), press("↓", letter), press("Home", short),
	told("录一行研发投入：12月29日只键 1229，凭证号接着上一行 +", "A line of R&D spending: 1229 is 29 December, + the next voucher", pause),
	field("1229", "1229"),
	press("+", letter), press("Enter", short),
	told("摘要按首字母找以前用过的，编码照最近一笔填好", "A summary of before is found by its letters, with its codes", letter),
	typed("yfry", "yfry", pause), press("Enter", short), field("P1", "P1"),
	told("金额可以带算式；离开这一格就存盘、计分", "Sums are worked out; leaving a cell scores it", letter),
	typed("=21.5万+8.3万", "=215000+83000", pause), press("Enter", long),
	told("再来一笔同样的：Ctrl+R，光标直接到金额", "One more like it: Ctrl+R, and the amount", short),
	press("Ctrl+R", pause), typed("38.6万", "386000", short), press("Enter", long),
	told("头一回买的：编码按首字母、统计编号键入", "Bought for the first time: codes by initials or number", short),
	press("+", letter), press("Enter", letter), field("中试用膜材料", "membrane material"),
	press("Enter", short), typed("zjtr", "direct", pause), press("Enter", short),
	typed("5.2万", "52000", short), press("Enter", pause),
	told("又一行，日期的年份写错了", "One more, with the wrong year", short),
	press("Shift+Tab", short), field("20240106", "20240106"), press("Ctrl+R", short),
	typed("9.4万", "94000", short), press("Enter", pause),
	told("审核说出哪一行、为什么；Enter 到那一格", "The check says which line and why; Enter goes there", letter),
	press("F3", long), press("Enter", pause),
	typed("1230", "1230", pause), press("Tab", long),
	told("进度和得分跟着动了", "The progress and the score have moved", letter),
	press("F12", 2*long),
)

// shootFilm plays the story and writes it as one file. Where nothing moves its end is seen.
func shootFilm(bin, dir, file, lang string) error {
	at := 0
	if lang == "en" {
		at = 1
	}
	home := filepath.Join(dir, "home")
	if err := errors.Join(os.RemoveAll(home), os.MkdirAll(home, 0o755)); err != nil {
		return err
	}
	p, err := startExample(bin, home, lang, "dark", [2]int{100, 30})
	if err != nil {
		return err
	}
	defer p.Close()
	var shots []shot
	title, keys := "", []string(nil)
	take := func(stay time.Duration) {
		shots = append(shots, shot{p.Frame(terminal.Dark), stay, append([]string(nil), keys...), title})
	}
	send := func(s, shown string, stay time.Duration, till string) error {
		if err := p.Send(s); err != nil {
			return err
		}
		if till != "" {
			if _, err := p.WaitFor(20*time.Second, till); err != nil {
				return err
			}
		}
		time.Sleep(250 * time.Millisecond) // what it has to say later: a finding, a new score
		p.Quiet(120 * time.Millisecond)
		if keys = append(keys, shown); len(keys) > 5 {
			keys = keys[1:]
		}
		take(stay)
		return nil
	}
	for i, b := range story {
		if b.tell[at] != "" {
			title = b.tell[at]
			take(b.stay)
			continue
		}
		if b.key != "" {
			if named[b.key] == "" {
				return fmt.Errorf("beat %d: no key %q", i, b.key)
			}
			if err := send(named[b.key], b.key, b.stay, b.till[at]); err != nil {
				return fmt.Errorf("beat %d: %w", i, err)
			}
			continue
		}
		keyed := []string{b.type_, b.also}[at]
		for k, r := range []rune(keyed) {
			stay := letter
			if k == len([]rune(keyed))-1 {
				stay = b.stay
			}
			if k > 0 {
				keys = keys[:len(keys)-1] // what is typed is one key cap that grows
			}
			if err := send(string(r), string([]rune(keyed)[:k+1]), stay, ""); err != nil {
				return err
			}
		}
	}
	alt := [...]string{
		"录入研发投入、看得分和进度跟着动、按审核改一处错：一策的半分钟",
		"Half a minute of yice: lines of R&D spending are keyed, score and progress move, a finding is mended",
	}[at]
	drawn := drawFilm(shots, terminal.Dark, len(shots)-1, alt)
	if !strings.Contains(drawn, "<text") {
		return errors.New("the film is empty")
	}
	return os.WriteFile(file, []byte(drawn), 0o644)
}
