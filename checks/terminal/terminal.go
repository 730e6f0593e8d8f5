//go:build linux

package terminal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// Options says what to run and on what.
type Options struct {
	Args          []string // the program and its arguments
	Env           []string // the whole environment
	Dir           string
	Width, Height int // cells
	// Limit runs the program under limits, as prlimit(1) takes them: "--fsize=1000000". Empty: none.
	Limit []string
}

// Program is a program on a pseudo-terminal.
type Program struct {
	Started time.Time
	cmd     *exec.Cmd
	master  *os.File
	drained chan struct{} // closed when nothing more can come

	mu     sync.Mutex
	screen *vt.Emulator
	width  int
	height int
	whole  *View  // the screen before the frame that is being drawn; nil: none is
	frames int    // drawn so far, where the program marks them
	rest   []byte // of the output: what may be the beginning of a mark
	last   time.Time
	bytes  int64
	over   bool   // nothing more can come
	caret  bool   // the program shows it
	failed string // the emulator could not take something
	moved  *sync.Cond

	ended chan struct{} // closed when the process has gone
}

// Start runs a program. The caller closes it.
func Start(o Options) (*Program, error) {
	master, slave, err := openPair(o.Width, o.Height)
	if err != nil {
		return nil, err
	}
	defer slave.Close()
	args := o.Args
	if len(o.Limit) > 0 {
		args = append(append([]string{"prlimit"}, o.Limit...), args...)
	}
	p := &Program{master: master, screen: vt.NewEmulator(o.Width, o.Height), width: o.Width, height: o.Height, drained: make(chan struct{}), ended: make(chan struct{})}
	p.moved = sync.NewCond(&p.mu)
	synchronized(p.screen)
	p.caret = true
	p.screen.SetCallbacks(vt.Callbacks{CursorVisibility: func(on bool) { p.caret = on }}) // called within take
	p.cmd = exec.Command(args[0], args[1:]...)
	p.cmd.Env, p.cmd.Dir = o.Env, o.Dir
	p.cmd.Stdin, p.cmd.Stdout, p.cmd.Stderr = slave, slave, slave
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	p.Started = time.Now()
	if err := p.cmd.Start(); err != nil {
		master.Close()
		return nil, fmt.Errorf("terminal: start %s: %w", args[0], err)
	}
	go p.answer()
	go p.read()
	go func() {
		p.cmd.Wait()
		close(p.ended)
	}()
	return p, nil
}

// piece is output with the time it came.
type piece struct {
	b  []byte
	at time.Time
}

// read takes what the program writes. The time is taken as it comes, and the emulator works elsewhere, so that what the
// emulator costs is nobody's.
func (p *Program) read() {
	pieces := make(chan piece, 1024)
	go func() {
		defer close(p.drained)
		for c := range pieces {
			p.take(c.b, c.at)
		}
		p.mu.Lock()
		defer p.mu.Unlock()
		p.over = true
		p.moved.Broadcast()
	}()
	for {
		buf := make([]byte, 16<<10)
		n, err := p.master.Read(buf)
		at := time.Now()
		if n > 0 {
			pieces <- piece{buf[:n], at}
		}
		if err != nil {
			close(pieces)
			return
		}
	}
}

// take gives output to the emulator. A program that marks its frames is shown frame by frame, as a terminal with
// synchronized output does: half a frame, a program killed in the middle of one, is never seen.
func (p *Program) take(b []byte, at time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	defer func() {
		if r := recover(); r != nil {
			p.failed = fmt.Sprint(r)
		}
	}()
	p.bytes += int64(len(b))
	defer p.moved.Broadcast()
	for b = append(p.rest, b...); len(b) > 0; {
		mark := frameBegins
		if p.whole != nil {
			mark = frameEnds
		}
		i := bytes.Index(b, []byte(mark))
		if i < 0 {
			cut := len(b) - endsWithin(b, mark)
			p.screen.Write(b[:cut])
			p.rest = bytes.Clone(b[cut:])
			break
		}
		if p.screen.Write(b[:i]); p.whole == nil {
			whole := p.view()
			p.whole = &whole
		} else {
			p.whole = nil
			p.frames++
		}
		p.rest, b = nil, b[i+len(mark):]
	}
	p.last = at
}

// What begins and ends a frame, mode 2026.
const (
	frameBegins = "\x1b[?2026h"
	frameEnds   = "\x1b[?2026l"
)

// endsWithin gives how many bytes at the end of b may be the beginning of a mark.
func endsWithin(b []byte, mark string) int {
	for n := min(len(mark)-1, len(b)); n > 0; n-- {
		if bytes.HasSuffix(b, []byte(mark[:n])) {
			return n
		}
	}
	return 0
}

// synchronized answers the question whether frames may be marked: they may.
func synchronized(e *vt.Emulator) {
	e.RegisterCsiHandler(ansi.Command('?', '$', 'p'), func(params ansi.Params) bool {
		if mode, _, ok := params.Param(0, 0); !ok || mode != 2026 {
			return false
		}
		_, err := io.WriteString(e.InputPipe(), "\x1b[?2026;2$y")
		return err == nil
	})
}

// answer sends back what a terminal answers to a program's questions.
func (p *Program) answer() {
	buf := make([]byte, 4096)
	for {
		n, err := p.screen.Read(buf)
		if n > 0 {
			if _, err := p.master.Write(buf[:n]); err != nil {
				continue // the program is gone; its questions are read to the end so that the emulator never waits
			}
		}
		if err != nil {
			return
		}
	}
}

// Send types keys, as the bytes a terminal sends.
func (p *Program) Send(keys string) error {
	_, err := p.master.WriteString(keys)
	return err
}

// Keys that terminals send.
const (
	Enter  = "\r"
	Tab    = "\t"
	Escape = "\x1b"
	Up     = "\x1b[A"
	Down   = "\x1b[B"
	Right  = "\x1b[C"
	Left   = "\x1b[D"
	Home   = "\x1b[H"
	CtrlZ  = "\x1a"
	CtrlN  = "\x0e"
	CtrlQ  = "\x11"
	F2     = "\x1bOQ"
	F3     = "\x1bOR"
	F4     = "\x1bOS"
	F6     = "\x1b[17~"
)

// Resize changes the terminal's size and tells the program.
func (p *Program) Resize(w, h int) error {
	if err := setSize(p.master, w, h); err != nil {
		return err
	}
	p.mu.Lock()
	p.screen.Resize(w, h)
	p.width, p.height = w, h
	p.mu.Unlock()
	return nil
}

// View is the screen at a moment.
type View struct {
	Lines []string // a string a row, without trailing blanks
	X, Y  int      // the cursor
	At    time.Time
	Ended bool
}

// Has reports whether a text stands anywhere on the screen.
func (v View) Has(s string) bool { return v.Row(s) >= 0 }

// Row gives the first row that has a text, -1 for none.
func (v View) Row(s string) int {
	for y, l := range v.Lines {
		if strings.Contains(l, s) {
			return y
		}
	}
	return -1
}

// String is the screen as text.
func (v View) String() string { return strings.TrimRight(strings.Join(v.Lines, "\n"), "\n") }

func (p *Program) view() View {
	if p.whole != nil {
		v := *p.whole
		v.Ended = p.over
		return v
	}
	v := View{Lines: make([]string, p.height), At: p.last}
	var b strings.Builder
	for y := range p.height {
		b.Reset()
		for x := 0; x < p.width; {
			c := p.screen.CellAt(x, y)
			if c == nil || c.Width == 0 {
				b.WriteByte(' ')
				x++
				continue
			}
			b.WriteString(c.Content)
			x += c.Width
		}
		v.Lines[y] = strings.TrimRight(b.String(), " ")
	}
	at := p.screen.CursorPosition()
	v.X, v.Y, v.Ended = at.X, at.Y, p.over
	return v
}

// View gives the present screen.
func (p *Program) View() View {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.view()
}

// errWait says what was waited for in vain.
var errWait = errors.New("terminal: it did not come")

// Wait gives the first screen that a condition takes, with the time its last byte came; an error with the screen when
// time is over or the program has ended without it.
func (p *Program) Wait(limit time.Duration, until func(View) bool) (View, error) {
	deadline := time.Now().Add(limit)
	wake := time.AfterFunc(limit, func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.moved.Broadcast()
	})
	defer wake.Stop()
	p.mu.Lock()
	defer p.mu.Unlock()
	for {
		v := p.view()
		switch {
		case until(v):
			return v, nil
		case p.failed != "":
			return v, fmt.Errorf("terminal: the emulator gave up: %s", p.failed)
		case v.Ended:
			return v, fmt.Errorf("%w before the program ended; the screen:\n%s", errWait, v)
		case !time.Now().Before(deadline):
			return v, fmt.Errorf("%w within %v; the screen:\n%s", errWait, limit, v)
		}
		p.moved.Wait()
	}
}

// WaitFor waits for a text on the screen.
func (p *Program) WaitFor(limit time.Duration, s string) (View, error) {
	v, err := p.Wait(limit, func(v View) bool { return v.Has(s) })
	if err != nil {
		err = fmt.Errorf("%q: %w", s, err)
	}
	return v, err
}

// Quiet waits until nothing has come for a while.
func (p *Program) Quiet(d time.Duration) View {
	for {
		p.mu.Lock()
		since := time.Since(p.last)
		v := p.view()
		p.mu.Unlock()
		if since >= d || v.Ended {
			return v
		}
		time.Sleep(d - since)
	}
}

// Pid is the number of the process. Under Limit it is the program's too: prlimit becomes it.
func (p *Program) Pid() int { return p.cmd.Process.Pid }

// Output gives how many bytes have come, and when the last did.
func (p *Program) Output() (int64, time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.bytes, p.last
}

// Frames gives how many marked frames have been drawn. With none, half of one may be seen.
func (p *Program) Frames() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.frames
}

// Signal sends a signal to the program.
func (p *Program) Signal(s syscall.Signal) error { return p.cmd.Process.Signal(s) }

// Kill ends the program as a power cut would and waits until it has gone.
func (p *Program) Kill() {
	p.cmd.Process.Kill()
	<-p.ended
}

// HangUp closes the terminal under the program.
func (p *Program) HangUp() error { return p.master.Close() }

// Ended waits for the program's end and gives how it ended.
func (p *Program) Ended(limit time.Duration) (*os.ProcessState, error) {
	select {
	case <-p.ended:
		return p.cmd.ProcessState, nil
	case <-time.After(limit):
		return nil, fmt.Errorf("terminal: the program goes on after %v; the screen:\n%s", limit, p.View())
	}
}

// Close ends the program if it runs, and lets go of the terminal.
func (p *Program) Close() {
	p.Kill()
	p.master.Close()
	<-p.drained
	p.screen.Close()
}

// Memory is the resident memory of the program in KiB: now, and at most so far.
func (p *Program) Memory() (now, most int64, err error) { return MemoryOf(p.Pid()) }

// MemoryOf is the same of any process.
func MemoryOf(pid int) (now, most int64, err error) {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, 0, err
	}
	for line := range strings.Lines(string(b)) {
		for name, to := range map[string]*int64{"VmRSS:": &now, "VmHWM:": &most} {
			if rest, ok := strings.CutPrefix(line, name); ok {
				if _, err := fmt.Sscan(rest, to); err != nil {
					return 0, 0, err
				}
			}
		}
	}
	return now, most, nil
}

// tick is what the kernel counts a process's time in.
const tick = time.Second / 100

// ProcessorOf gives how long a process has used a processor.
func ProcessorOf(pid int) (time.Duration, error) {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, err
	}
	// The name, which may hold blanks, ends with the last bracket; the times are the 12th and 13th figure behind it.
	fields := strings.Fields(string(b[bytes.LastIndexByte(b, ')')+1:]))
	if len(fields) < 13 {
		return 0, fmt.Errorf("process %d: no times in %q", pid, b)
	}
	var user, system int64
	if _, err := fmt.Sscan(fields[11]+" "+fields[12], &user, &system); err != nil {
		return 0, err
	}
	return time.Duration(user+system) * tick, nil
}
