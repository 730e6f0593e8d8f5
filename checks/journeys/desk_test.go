package journeys

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"yice/checks/machine"
)

// desk is the real program in a real terminal, driven by keys and read off the screen.
type desk struct {
	t      *testing.T
	socket string
	keys   int // strokes sent, a paste counts as one
	turns  int // what the mind turns to: a text, or a key that is not the one that ends it
}

// patience is how long anything is waited for: the machine may be busy with other things.
const patience = time.Minute

// built is the folder of the programs built for a run of the tests.
var built string

func TestMain(m *testing.M) {
	var err error
	if built, err = os.MkdirTemp("", "yice-journeys-"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	os.RemoveAll(built)
	os.Exit(code)
}

var asReleased = sync.OnceValues(func() (string, error) { return machine.Build(built) })

// program builds the workstation once a test run.
func program(t *testing.T) string {
	t.Helper()
	bin, err := asReleased()
	if err != nil {
		t.Fatal(err)
	}
	return bin
}

// needTmux skips, saying why, where tmux is not installed; under the checks of the project it is an error.
func needTmux(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		if os.Getenv("YICE_CI") != "" {
			t.Fatal("tmux is not installed")
		}
		t.Skip("SKIPPED: this journey drives the program in tmux, which is not installed (apt-get install tmux)")
	}
}

// open starts the program in a terminal of its own, in a home of its own.
func open(t *testing.T, width, height int, home string, command ...string) *desk {
	t.Helper()
	d := &desk{t: t, socket: fmt.Sprintf("yice-journey-%d-%d", os.Getpid(), time.Now().UnixNano())}
	quoted := make([]string, len(command))
	for i, c := range command {
		quoted[i] = "'" + strings.ReplaceAll(c, "'", `'\''`) + "'"
	}
	line := fmt.Sprintf("HOME='%s' XDG_DATA_HOME='%s/data' XDG_CONFIG_HOME='%s/config' YICE_LANG=zh TERM=tmux-256color exec %s",
		home, home, home, strings.Join(quoted, " "))
	cmd := exec.Command("tmux", "-L", d.socket, "-f", os.DevNull, "new-session", "-d", "-s", "desk",
		"-x", fmt.Sprint(width), "-y", fmt.Sprint(height), line)
	cmd.Env = append(os.Environ(), "LANG=C.UTF-8", "LC_ALL=C.UTF-8")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("tmux: %v\n%s", err, out)
	}
	d.tmux("set-option", "-g", "escape-time", "0")
	t.Cleanup(func() { exec.Command("tmux", "-L", d.socket, "kill-server").Run() })
	return d
}

func (d *desk) tmux(args ...string) string {
	d.t.Helper()
	out, err := exec.Command("tmux", append([]string{"-L", d.socket}, args...)...).CombinedOutput()
	if err != nil {
		return ""
	}
	return string(out)
}

// press sends named keys (Enter, Down, C-n, F4); typed sends text as a person types it.
func (d *desk) press(keys ...string) *desk {
	d.t.Helper()
	for _, k := range keys {
		d.tmux("send-keys", "-t", "desk", k)
		d.keys++
		if k != "Enter" {
			d.turns++
		}
		time.Sleep(40 * time.Millisecond)
		if k == "Escape" {
			// A terminal tells Esc from the beginning of another key by the time after it.
			time.Sleep(250 * time.Millisecond)
		}
	}
	return d
}

func (d *desk) typed(s string) *desk {
	d.t.Helper()
	d.tmux("send-keys", "-t", "desk", "-l", "--", s)
	d.keys += len([]rune(s))
	d.turns++
	time.Sleep(60 * time.Millisecond)
	return d
}

// paste sends text as a bracketed paste.
func (d *desk) paste(s string) *desk {
	d.t.Helper()
	d.tmux("set-buffer", "-b", "clip", "--", s)
	d.tmux("paste-buffer", "-p", "-b", "clip", "-t", "desk")
	d.keys++
	time.Sleep(150 * time.Millisecond)
	return d
}

func (d *desk) screen() string { return d.tmux("capture-pane", "-p", "-t", "desk") }

// sees waits until every text is on the screen.
func (d *desk) sees(texts ...string) *desk {
	d.t.Helper()
	deadline := time.Now().Add(patience)
	for {
		screen := d.screen()
		missing := ""
		for _, s := range texts {
			if !strings.Contains(screen, s) {
				missing = s
			}
		}
		if missing == "" {
			return d
		}
		if time.Now().After(deadline) {
			d.t.Fatalf("%q is not on the screen:\n%s", missing, screen)
		}
		time.Sleep(30 * time.Millisecond)
	}
}

// misses insists that a text is not on the screen.
func (d *desk) misses(s string) *desk {
	d.t.Helper()
	if screen := d.screen(); strings.Contains(screen, s) {
		d.t.Fatalf("%q is on the screen:\n%s", s, screen)
	}
	return d
}

// gone waits until a text has left the screen.
func (d *desk) gone(s string) *desk {
	d.t.Helper()
	deadline := time.Now().Add(patience)
	for strings.Contains(d.screen(), s) {
		if time.Now().After(deadline) {
			d.t.Fatalf("%q is still on the screen:\n%s", s, d.screen())
		}
		time.Sleep(30 * time.Millisecond)
	}
	return d
}

// caret gives the cell the terminal's own caret is in.
func (d *desk) caret() (x, y int) {
	fmt.Sscanf(d.tmux("display-message", "-p", "-t", "desk", "#{cursor_x} #{cursor_y}"), "%d %d", &x, &y)
	return x, y
}

func (d *desk) running() bool {
	return exec.Command("tmux", "-L", d.socket, "has-session", "-t", "desk").Run() == nil
}

// closed waits until the program has ended.
func (d *desk) closed() {
	d.t.Helper()
	deadline := time.Now().Add(patience)
	for d.running() {
		if time.Now().After(deadline) {
			d.t.Fatalf("the program is still open:\n%s", d.screen())
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// run runs a command of the program to its end.
func run(t *testing.T, home string, command ...string) {
	t.Helper()
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_DATA_HOME="+home, "YICE_LANG=zh")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", command, err, out)
	}
}

// dismiss closes a window that came by itself; it takes no keys in its first moment.
func (d *desk) dismiss(title string) *desk {
	d.t.Helper()
	for range 20 {
		if !strings.Contains(d.screen(), title) {
			return d
		}
		d.press("Escape")
		time.Sleep(300 * time.Millisecond)
	}
	return d.gone(title)
}
