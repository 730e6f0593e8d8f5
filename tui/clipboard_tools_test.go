//go:build !windows

package tui

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// tools puts scripts on the path, and nothing else but the shell's own.
func tools(t *testing.T, scripts map[string]string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, body := range scripts {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+body+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir+":/usr/bin:/bin")
	t.Setenv("YICE_TEST_DIR", dir)
	return dir
}

func TestTheToolThatWorksIsTaken(t *testing.T) {
	dir := tools(t, map[string]string{
		"wl-copy":        `cat >"$YICE_TEST_DIR/wayland"`,
		"xclip":          `[ "$3" = -o ] && exec cat "$YICE_TEST_DIR/x11"; [ -n "$BROKEN" ] && exit 1; cat >"$YICE_TEST_DIR/x11"`,
		"xsel":           `cat >"$YICE_TEST_DIR/xsel"`,
		"clip.exe":       `cat >"$YICE_TEST_DIR/windows"`,
		"powershell.exe": `printf '甲\t乙\r\n'`,
	})
	for _, c := range []struct {
		env      []string
		by, file string
	}{
		{[]string{"WAYLAND_DISPLAY=wayland-0", "DISPLAY=:0"}, "wl-copy", "wayland"},
		{[]string{"DISPLAY=:0"}, "xclip", "x11"},
		{[]string{"DISPLAY=:0", "BROKEN=1"}, "xsel", "xsel"},
		{[]string{"WSL_DISTRO_NAME=Debian"}, "clip.exe", "windows"},
	} {
		by, err := writeClipboard(context.Background(), append(os.Environ(), append([]string{"WAYLAND_DISPLAY=", "DISPLAY=", "WSL_DISTRO_NAME="}, c.env...)...), "甲\t乙\n丙")
		if err != nil || by != c.by {
			t.Errorf("%v: %s, %v", c.env, by, err)
			continue
		}
		got, err := os.ReadFile(filepath.Join(dir, c.file))
		want := "甲\t乙\n丙"
		if c.file == "windows" { // UTF-16, little end first, lines as Windows ends them
			want = "\xff\xfe\x32\x75\x09\x00\x59\x4e\x0d\x00\x0a\x00\x19\x4e"
		}
		if err != nil || string(got) != want {
			t.Errorf("%v: %q, %v", c.env, got, err)
		}
	}
	if s, err := readClipboard(context.Background(), []string{"DISPLAY=:0", "YICE_TEST_DIR=" + dir, "PATH=/usr/bin:/bin"}); err != nil || s != "甲\t乙\n丙" {
		t.Errorf("read %q, %v", s, err)
	}
	if s, err := readClipboard(context.Background(), []string{"WSL_DISTRO_NAME=Debian", "PATH=/usr/bin:/bin"}); err != nil || s != "甲\t乙\r\n" {
		t.Errorf("read %q, %v", s, err)
	}
	if by, err := writeClipboard(context.Background(), nil, "x"); err == nil && by != "pbcopy" {
		t.Errorf("%s works without a display", by)
	}
}

// TestAToolThatHangsHoldsNobodyUp: one that is stopped is let go though what it started goes on, and so is one that leaves
// something behind which keeps its output open. Neither ends before the gate is opened, which happens after the answers.
func TestAToolThatHangsHoldsNobodyUp(t *testing.T) {
	dir := tools(t, map[string]string{
		"xclip": `echo >"$YICE_TEST_DIR/begun"; cat "$YICE_TEST_DIR/gate"`,
		"xsel":  `cat "$YICE_TEST_DIR/gate" & echo kept; exit 0`,
	})
	for _, name := range []string{"begun", "gate"} {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	defer func() { // lets what waits go
		if gate, err := os.OpenFile(filepath.Join(dir, "gate"), os.O_RDWR, 0); err == nil {
			gate.Close()
		}
	}()
	env := []string{"DISPLAY=:0", "YICE_TEST_DIR=" + dir, "PATH=/usr/bin:/bin"}
	answered := make(chan string, 1)
	comes := func(what string) string {
		select {
		case said := <-answered:
			return said
		case <-time.After(patience):
			t.Fatalf("%s is held up", what)
			return ""
		}
	}

	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go func() {
		os.ReadFile(filepath.Join(dir, "begun")) // returns when the tool has begun
		cancel()
	}()
	go func() {
		by, err := writeClipboard(ctx, env, "x")
		answered <- fmt.Sprint(by, err)
	}()
	if said := comes("writing"); said != errNoClipboard.Error() {
		t.Errorf("a tool that hangs took it: %s", said)
	}
	go func() {
		out, err := runTool(context.Background(), env, []string{filepath.Join(dir, "xsel")}, nil)
		answered <- fmt.Sprint(string(out), err)
	}()
	if said := comes("reading"); said != "kept\n"+exec.ErrWaitDelay.Error() {
		t.Errorf("of a tool that left something behind: %q", said)
	}
}

// TestTheRealClipboard goes through an X server that nobody looks at.
func TestTheRealClipboard(t *testing.T) {
	for _, name := range []string{"Xvfb", "xclip", "xsel"} {
		if _, err := exec.LookPath(name); err != nil {
			if os.Getenv("YICE_CI") != "" {
				t.Fatalf("%s is not installed", name)
			}
			t.Skip("SKIPPED: needs Xvfb, xclip and xsel (apt-get install xvfb xclip xsel)")
		}
	}
	// The server takes a display that is free, and says which once it answers.
	ready, told, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer ready.Close()
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "64x64x8", "-nolisten", "tcp")
	x.ExtraFiles = []*os.File{told}
	err = x.Start()
	told.Close()
	if err != nil {
		t.Skip("SKIPPED: Xvfb does not start: ", err)
	}
	defer func() { x.Process.Signal(syscall.SIGTERM); x.Wait() }()
	number, err := bufio.NewReader(ready).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb names no display: %v", err)
	}
	display := ":" + strings.TrimSpace(number)
	env := append(os.Environ(), "WAYLAND_DISPLAY=", "WSL_DISTRO_NAME=", "DISPLAY="+display)
	want := "摘要\t金额\n\"两行\n一格\"\t1234.50\n" + strings.Repeat("长", 200_000)
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if s, err := readClipboard(ctx, env); s != "" {
		t.Errorf("of an empty clipboard %q is read, %v", s, err)
	}
	by, err := writeClipboard(ctx, env, want)
	if err != nil || by != "xclip" {
		t.Fatalf("%s, %v", by, err)
	}
	// xclip goes on in the background, and owns the clipboard only when that has begun.
	got, err := readClipboard(ctx, env)
	for got == "" && err == nil && ctx.Err() == nil {
		got, err = readClipboard(ctx, env)
	}
	if err != nil || got != want {
		t.Fatalf("%d bytes of %d came back, %v", len(got), len(want), err)
	}
	// What one tool wrote another reads.
	out, err := runTool(ctx, env, clipTools[2].read, nil)
	if err != nil || string(out) != want {
		t.Fatalf("xsel reads %d bytes, %v", len(out), err)
	}
}
