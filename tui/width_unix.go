//go:build unix

package tui

import (
	"bytes"
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
	"golang.org/x/term"
)

// ambiguous are characters that some terminals draw in one cell and some in two, as their font and settings go.
const ambiguous = "│“…①×"

// drawsWide asks the terminal how wide it draws the ambiguous characters: each is written at the left edge, and the
// terminal reports where its caret stands then. A terminal that does not answer in 300 ms is taken for one that draws
// them narrow, as nearly all do.
func drawsWide(in, out *os.File) bool {
	old, err := term.MakeRaw(int(in.Fd()))
	if err != nil {
		return false
	}
	defer func() { _ = term.Restore(int(in.Fd()), old) }()
	var ask bytes.Buffer
	n := 0
	for _, r := range ambiguous {
		ask.WriteString("\r" + string(r) + "\x1b[6n")
		n++
	}
	ask.WriteString("\r\x1b[K")
	if _, err := out.Write(ask.Bytes()); err != nil {
		return false
	}
	wide := 0
	for _, col := range caretColumns(in, n, time.Now().Add(300*time.Millisecond)) {
		if col == 3 {
			wide++
		}
	}
	return wide*2 > n
}

// caretColumns reads n reports of the caret, "ESC [ row ; column R", until a moment. Anything else that arrives is a
// key pressed too early and is dropped.
func caretColumns(in *os.File, n int, until time.Time) []int {
	var cols []int
	var got []byte
	buf := make([]byte, 256)
	for len(cols) < n {
		left := time.Until(until)
		if left <= 0 {
			return cols
		}
		ready, err := unix.Poll([]unix.PollFd{{Fd: int32(in.Fd()), Events: unix.POLLIN}}, int(left.Milliseconds())+1)
		if err == syscall.EINTR {
			continue
		}
		if err != nil || ready == 0 {
			return cols
		}
		k, err := in.Read(buf)
		if err != nil || k == 0 {
			return cols
		}
		got = append(got, buf[:k]...)
		for {
			col, rest, ok := report(got)
			if !ok {
				break
			}
			cols, got = append(cols, col), rest
		}
	}
	return cols
}

// runAgain starts the program anew in its place with an environment.
func runAgain(env []string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	return syscall.Exec(self, os.Args, env)
}
