package tui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/text"
)

// fakeClipboard keeps what is written in a variable; nil: there is none.
func fakeClipboard(held *string) clipboard {
	none := errors.New("none")
	return clipboard{
		write: func(_ context.Context, s string) (string, error) {
			if held == nil {
				return "", none
			}
			*held = s
			return "xclip", nil
		},
		read: func(context.Context) (string, error) {
			if held == nil {
				return "", none
			}
			return *held, nil
		},
		answer: time.Millisecond,
	}
}

func TestCopyingSaysWhichWayItWent(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<right>", "<shift+right>", "<shift+down>", "<ctrl+c>").sees("已把 2 行 × 2 列 交给终端的剪贴板", "存成文件")
	held := ""
	d.m.clip = fakeClipboard(&held)
	d.press("<ctrl+c>").sees("已复制 2 行 × 2 列 到系统剪贴板（xclip）")
	if len(d.sent) != 2 || d.sent[0] != held || !strings.HasPrefix(held, "记-0001\t") {
		t.Fatalf("the terminal got %q, the system %q", d.sent, held)
	}
	// The whole column is more than a terminal takes: it is not asked to, and where nobody takes it that is said.
	long := strings.Repeat("长", terminalMax)
	d.run(d.m.copyText(long, text.Same("一段")))
	d.settle()
	if held != long || len(d.sent) != 2 {
		t.Fatalf("%d bytes kept, %d texts sent", len(held), len(d.sent))
	}
	d.m.clip = fakeClipboard(nil)
	d.run(d.m.copyText(long, text.Same("一段")))
	d.settle()
	d.sees("一段 太长", "存成文件")
	// On the empty line there is nothing, and the clipboard keeps what it holds.
	d.press("<ctrl+end>", "<down>", "<ctrl+c>").sees("没有可以复制的")
}

func TestThePasteKeyReadsTheSystemsClipboard(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	held := "记-甲\t甲\r\n记-乙\t乙\r\n"
	d.m.clip = fakeClipboard(&held)
	d.form("spend").press("<right>", "<ctrl+v>").sees("共 2 行 4 格").press("<enter>").has("spend", "voucher=记-甲", "summary=甲")
	held = ""
	d.press("<ctrl+v>").sees("剪贴板里没有文字")
	// Without one the terminal is asked; one that gives nothing is not waited for in silence.
	d.m.clip = fakeClipboard(nil)
	d.press("<ctrl+v>").sees("终端没有给出剪贴板", "Ctrl+Shift+V")
	d.press("<down>").misses("终端没有给出剪贴板")
	d.m.clip.answer = 50 * time.Millisecond
	d.raw("<ctrl+v>")
	d.send(tea.ClipboardMsg{Content: "记-丙"})
	d.settle()
	d.has("spend", "voucher=记-丙").misses("终端没有给出剪贴板")
}

func TestCellsAndFormsAreSavedToAFile(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	dir := filepath.Dir(d.path)
	d.form("spend").press("<right>", "<shift+right>", "<shift+down>", "<ctrl+p>", "选中的格存", "<enter>")
	d.sees("把选中的格存成文件", "2 行 × 2 列", "研发投入台账-选中.csv").press("<enter>").sees("已把 2 行 × 2 列 存到")
	got, err := os.ReadFile(filepath.Join(dir, "研发投入台账-选中.csv"))
	if want := "\ufeff凭证号,摘要\r\n记-0001,中试装置设计\r\n记-0002,研发人员工资及社保\r\n"; err != nil || string(got) != want {
		t.Fatalf("%v: %q", err, got)
	}
	// A file that is there is not replaced unasked.
	d.press("<ctrl+p>", "选中的格存", "<enter>", "<enter>").sees("已有同名文件")
	d.press("<ctrl+p>", "本表全部记录", "<enter>", "<enter>").sees("已把 研发投入台账 存到")
	got, err = os.ReadFile(filepath.Join(dir, "研发投入台账.csv"))
	if err != nil || strings.Count(string(got), "\n") != 180 || !strings.Contains(string(got), "金额（元）") {
		t.Fatalf("%v: %d lines\n%.200s", err, strings.Count(string(got), "\n"), got)
	}
}

func TestLinesEndAsWindowsWantsThem(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"": "", "a": "a", "a\nb": "a\r\nb", "a\r\nb": "a\r\nb", "\n": "\r\n", "\"x\ny\"\tz\nw": "\"x\ny\"\tz\r\nw", "中\n文": "中\r\n文",
	} {
		if got := crlf(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
