//go:build !windows

package tui

import (
	"bytes"
	"context"
	"errors"
	"os/exec"
	"runtime"
	"time"

	"golang.org/x/text/encoding/unicode"
)

// clipTool is a program that writes or reads the clipboard: what it is called with, and where it can work at all.
type clipTool struct {
	write, read []string
	needs       string // a variable of the environment that is set where it works
	wide        bool   // it takes UTF-16
}

// clipTools are tried in this order. The last serves Windows' own clipboard from Linux under Windows.
var clipTools = []clipTool{
	{write: []string{"wl-copy", "--type", "text/plain;charset=utf-8"}, read: []string{"wl-paste", "--no-newline", "--type", "text"}, needs: "WAYLAND_DISPLAY"},
	{write: []string{"xclip", "-selection", "clipboard"}, read: []string{"xclip", "-selection", "clipboard", "-o"}, needs: "DISPLAY"},
	{write: []string{"xsel", "--clipboard", "--input"}, read: []string{"xsel", "--clipboard", "--output"}, needs: "DISPLAY"},
	{write: []string{"pbcopy"}, read: []string{"pbpaste"}},
	{
		write: []string{"clip.exe"}, wide: true, needs: "WSL_DISTRO_NAME",
		read: []string{"powershell.exe", "-NoProfile", "-Command", "[Console]::OutputEncoding=[Text.Encoding]::UTF8; Get-Clipboard -Raw"},
	},
}

var errNoClipboard = errors.New("no clipboard of the system's own")

func writeClipboard(ctx context.Context, env []string, s string) (by string, err error) {
	in := []byte(s)
	for _, t := range clipTools {
		if !t.works(env, t.write) {
			continue
		}
		data := in
		if t.wide {
			if data, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(crlf(s))); err != nil {
				continue
			}
		}
		if _, err := runTool(ctx, env, t.write, data); err == nil {
			return t.write[0], nil
		}
	}
	return "", errNoClipboard
}

func readClipboard(ctx context.Context, env []string) (string, error) {
	for _, t := range clipTools {
		if !t.works(env, t.read) {
			continue
		}
		if out, err := runTool(ctx, env, t.read, nil); err == nil {
			return string(out), nil
		}
	}
	return "", errNoClipboard
}

func (t *clipTool) works(env, command []string) bool {
	if t.needs == "" && runtime.GOOS != "darwin" || t.needs != "" && environ(env, t.needs) == "" {
		return false
	}
	_, err := exec.LookPath(command[0])
	return err == nil
}

// runTool runs a tool to its end. What stays behind to serve the clipboard does not hold it up.
func runTool(ctx context.Context, env, command []string, in []byte) ([]byte, error) {
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Env, cmd.WaitDelay = env, 200*time.Millisecond
	if in != nil {
		cmd.Stdin = bytes.NewReader(in)
		return nil, cmd.Run()
	}
	var out bytes.Buffer
	cmd.Stdout = &limited{&out}
	err := cmd.Run()
	return out.Bytes(), err
}

// limited refuses what is more than anyone copies.
type limited struct{ b *bytes.Buffer }

func (l *limited) Write(p []byte) (int, error) {
	if l.b.Len()+len(p) > clipboardMax {
		return 0, errNoClipboard
	}
	return l.b.Write(p)
}
