package tui

import (
	"bytes"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// The library draws at the ticks of a clock: a key waits for the next one, and with nobody at the desk the processor is
// woken for each. Here a frame is drawn when there is one, and nothing wakes in between. The library keeps what is the
// terminal's own (its modes, its title, its questions), at a clock slow enough to cost nothing; cells are compared and
// written by the same code it uses itself.

// framePause is the least time between two frames: keys that come faster share one.
const framePause = 8 * time.Millisecond

// modesPerSecond is how often the library looks whether the terminal's modes or title are to change.
const modesPerSecond = 5

// steadyBar is the caret's form in DECSCUSR; usualCaret the terminal's own.
const steadyBar, usualCaret = 6, 0

// screenOut draws frames on a terminal. What the library writes to the same terminal goes through it, and is followed by
// the whole frame wherever it may have touched it.
type screenOut struct {
	out  io.Writer
	wake chan struct{}
	done chan struct{}
	once sync.Once

	size tea.WindowSizeMsg // on its way from the library's loop to the program, which that calls

	writes sync.Mutex // in the order of the frames; taken before mu. A terminal that takes nothing holds up nobody who holds only mu.

	mu     sync.Mutex
	next   tea.View // to be shown
	fresh  bool     // next has not been shown
	w, h   int
	synced bool // the terminal holds a frame back until it is whole
	left   bool // the library has given the terminal back
	in     bool // the other screen, which leaves no trace, is on
	asks   bool // whether the terminal holds frames back, with the first of them
	scr    *uv.TerminalRenderer
	cells  uv.ScreenBuffer
	lines  []string     // what the cells hold
	modes  string       // to be written before the next frame
	buf    bytes.Buffer // what scr writes
	caret  bool         // is shown
}

func newScreenOut(out io.Writer, env []string) *screenOut {
	s := &screenOut{out: out, wake: make(chan struct{}, 1), done: make(chan struct{}), asks: answersModes(env)}
	s.scr = uv.NewTerminalRenderer(&s.buf, env)
	s.scr.SetFullscreen(true)
	s.scr.SetRelativeCursor(false)
	s.scr.SetTabStops(-1)
	// Some terminals of Windows scroll wrongly.
	s.scr.SetScrollOptim(runtime.GOOS != "windows")
	return s
}

// answersModes reports a terminal that may be asked for its modes: not that of macOS, which shows the question, nor one
// behind SSH, whose answer may come when nobody reads it any more.
func answersModes(env []string) bool {
	return environ(env, "WT_SESSION") != "" || environ(env, "SSH_TTY") == "" && !strings.Contains(environ(env, "TERM_PROGRAM"), "Apple")
}

// start draws frames until stop.
func (s *screenOut) start() {
	go func() {
		for {
			select {
			case <-s.wake:
			case <-s.done:
				return
			}
			s.draw()
			// What comes within the pause is drawn at its end, at once.
			select {
			case <-time.After(framePause):
			case <-s.done:
				return
			}
		}
	}()
}

func (s *screenOut) stop() { s.once.Do(func() { close(s.done) }) }

// show takes the frame to be shown next; one that was not shown yet is passed over.
func (s *screenOut) show(v tea.View) {
	s.mu.Lock()
	s.next, s.fresh = v, true
	s.mu.Unlock()
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// keepSize keeps the window's size for the program alone: the library, which draws no frame, would hold every cell of it twice.
func (s *screenOut) keepSize(_ tea.Model, msg tea.Msg) tea.Msg {
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		s.size = size
		return tea.WindowSizeMsg{Width: 1, Height: 1}
	}
	return msg
}

// heed takes what the terminal says of itself.
func (s *screenOut) heed(msg tea.Msg) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.w, s.h = msg.Width, msg.Height
		s.scr.Resize(s.w, s.h)
		s.anew()
	case tea.ColorProfileMsg:
		s.colours(msg.Profile)
	case tea.ModeReportMsg:
		switch {
		case msg.Mode == ansi.ModeSynchronizedOutput:
			s.synced = msg.Value == ansi.ModeReset
		case msg.Mode == ansi.ModeUnicodeCore && (msg.Value == ansi.ModeReset || msg.Value == ansi.ModeSet || msg.Value == ansi.ModePermanentlySet):
			// The library sets the mode with its next frame, of which it draws none.
			s.cells.Method, s.lines, s.modes = ansi.GraphemeWidth, make([]string, len(s.lines)), ansi.SetModeUnicodeCore
			s.anew()
		}
	}
}

func (s *screenOut) colours(p colorprofile.Profile) {
	s.scr.SetColorProfile(p)
	s.anew()
}

// anew forgets what the terminal shows: the next frame is written whole.
func (s *screenOut) anew() {
	s.scr.SetPosition(-1, -1)
	s.scr.Erase()
	s.caret, s.fresh = false, s.next.Content != ""
}

// draw shows the newest frame, where it is another.
func (s *screenOut) draw() {
	s.writes.Lock()
	defer s.writes.Unlock()
	s.mu.Lock()
	b := s.frame()
	s.mu.Unlock()
	if len(b) > 0 {
		// A terminal that is gone is told by the input's end; there is nobody to tell it here.
		_, _ = s.out.Write(b)
	}
}

// frame gives the bytes that bring the terminal from what it shows to the newest frame.
func (s *screenOut) frame() []byte {
	if !s.fresh || s.left || s.w <= 0 || s.h <= 0 {
		return nil
	}
	s.fresh = false
	var b bytes.Buffer
	if !s.in {
		s.in = true
		b.WriteString(ansi.SetModeAltScreenSaveCursor)
		if s.asks {
			// The library asks too, some hundred milliseconds and many frames later.
			b.WriteString(ansi.RequestModeSynchronizedOutput + ansi.RequestModeUnicodeCore)
		}
		s.scr.Erase()
	}
	b.WriteString(s.modes)
	s.modes = ""
	s.fill(strings.Split(s.next.Content, "\n"))
	s.scr.Render(s.cells.RenderBuffer)
	at := s.next.Cursor
	if at != nil {
		s.scr.MoveTo(at.X, at.Y)
	}
	// It writes to s.buf, which takes everything.
	_ = s.scr.Flush()
	cells := s.buf.Len() > 0
	if cells && s.synced {
		b.WriteString(ansi.SetModeSynchronizedOutput)
	}
	// A caret that is seen running over the screen flickers.
	if cells || at == nil {
		b.WriteString(ansi.ResetModeTextCursorEnable)
		s.caret = false
	}
	b.Write(s.buf.Bytes())
	s.buf.Reset()
	if at != nil && !s.caret {
		b.WriteString(ansi.SetCursorStyle(steadyBar) + ansi.SetModeTextCursorEnable)
		s.caret = true
	}
	if cells && s.synced {
		b.WriteString(ansi.ResetModeSynchronizedOutput)
	}
	return b.Bytes()
}

// fill puts the lines of a frame into the cells. A line that is as it was is left alone: it is neither read again nor, where
// it holds Chinese, written again, which the comparison of cells would do to be sure of its width.
func (s *screenOut) fill(lines []string) {
	if s.cells.RenderBuffer == nil || s.cells.Width() != s.w || s.cells.Height() != s.h {
		method := s.cells.Method
		s.cells = uv.NewScreenBuffer(s.w, s.h)
		s.cells.Method, s.lines = method, make([]string, s.h)
	}
	for y := range s.h {
		line := ""
		if y < len(lines) {
			line = lines[y]
		}
		if line != s.lines[y] {
			s.lines[y] = line
			uv.NewStyledString(line).Draw(s.cells, uv.Rect(0, y, s.w, 1))
		}
	}
}

// Write takes what the library writes to the terminal. It may clear the screen, hide the caret or leave for good: what it
// touched is drawn again, in the same breath.
func (s *screenOut) Write(p []byte) (int, error) {
	s.writes.Lock()
	defer s.writes.Unlock()
	if _, err := s.out.Write(s.follow(p)); err != nil {
		return 0, err
	}
	return len(p), nil
}

var (
	enters = []byte(ansi.SetModeAltScreenSaveCursor)
	leaves = []byte(ansi.ResetModeAltScreenSaveCursor)
)

// follow gives what the library writes with the frame that is to follow it.
func (s *screenOut) follow(p []byte) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	b := p
	if bytes.Contains(b, enters) {
		if s.in {
			// It is on already; a second time the place to come back to would be forgotten.
			b = bytes.ReplaceAll(b, enters, nil)
		}
		s.in, s.left = true, false
	}
	if bytes.Contains(b, leaves) {
		s.in, s.left = false, true
		return append([]byte(ansi.SetCursorStyle(usualCaret)), b...)
	}
	if s.in {
		s.anew()
		b = append(b[:len(b):len(b)], s.frame()...)
	}
	return b
}

// fileOut is a screenOut over a file, which the library asks for its size and modes.
type fileOut struct {
	*os.File
	s *screenOut
}

func (f fileOut) Write(p []byte) (int, error) { return f.s.Write(p) }

// WriteString keeps the file's own from going past the screen.
func (f fileOut) WriteString(p string) (int, error) { return f.s.Write([]byte(p)) }

// ReadFrom likewise.
func (f fileOut) ReadFrom(r io.Reader) (int64, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return 0, err
	}
	n, err := f.s.Write(b)
	return int64(n), err
}

// screened is the program as the library runs it: its frames go to a screen of ours, the terminal's modes and title to the
// library.
type screened struct {
	root *Root
	s    *screenOut
}

func (m screened) Init() tea.Cmd { return m.root.Init() }

func (m screened) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(tea.WindowSizeMsg); ok {
		msg = m.s.size
	}
	m.s.heed(msg)
	_, cmd := m.root.Update(msg)
	return m, cmd
}

func (m screened) View() tea.View {
	v := m.root.View()
	m.s.show(v)
	v.Content, v.Cursor = " ", nil
	return v
}
