//go:build linux

package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"yice/checks/ledger"
	"yice/checks/terminal"
)

// took is what a command needed.
type took struct {
	wall, cpu time.Duration
	memory    int64 // KiB at most
	out       string
}

// run runs a command to its end; exit codes in allowed count as done.
func (b *bench) run(allowed []int, name string, args ...string) (took, error) {
	return runIn(b.env, allowed, name, args...)
}

// runIn runs a command in an environment: what builds needs the machine's own, where Go's modules are.
func runIn(env []string, allowed []int, name string, args ...string) (took, error) {
	c := exec.Command(name, args...)
	c.Env = env
	var said bytes.Buffer
	c.Stdout, c.Stderr = &said, &said
	started := time.Now()
	err := c.Start()
	var t took
	if err == nil {
		most := watchMemory(c.Process.Pid)
		err = c.Wait()
		t.wall = time.Since(started)
		t.memory = most()
	}
	out := said.String()
	t.out = out
	if c.ProcessState != nil {
		t.cpu = c.ProcessState.UserTime() + c.ProcessState.SystemTime()
		for _, code := range allowed {
			if c.ProcessState.ExitCode() == code {
				err = nil
			}
		}
	}
	if err != nil {
		return t, fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, out)
	}
	return t, nil
}

// watchMemory looks at a process's high-water mark until it is told that the process has gone. What the kernel says of a
// process that has ended counts the memory of the one that started it, too.
func watchMemory(pid int) (most func() int64) {
	stop, done := make(chan struct{}), make(chan int64)
	go func() {
		var kb int64
		tick := time.NewTicker(10 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-stop:
				done <- kb
				return
			case <-tick.C:
				if _, high, err := terminal.MemoryOf(pid); err == nil {
					kb = max(kb, high)
				}
			}
		}
	}()
	return func() int64 {
		close(stop)
		return <-done
	}
}

func (b *bench) yice(args ...string) (took, error) { return b.run(nil, b.binary, args...) }

func (b *bench) path(name string) string { return filepath.Join(b.dir, name) }

// ledgerFile makes a ledger of n lines once.
func (b *bench) ledgerFile(n int) (string, error) {
	path := b.path(fmt.Sprintf("spend-%d.csv", n))
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	return path, ledger.File(path, func(w io.Writer) error { return ledger.Write(w, n, 1) })
}

// empty makes a workspace with the projects and no line.
func (b *bench) empty(name string) (string, error) {
	w := b.path(name)
	if err := discard(w); err != nil {
		return "", err
	}
	projects := b.path("project.csv")
	if err := ledger.File(projects, ledger.WriteProjects); err != nil {
		return "", err
	}
	if _, err := b.yice("new", w, "--uscc", ledger.USCC, "--name", ledger.Name, "--type", ledger.Type, "--year", "2023"); err != nil {
		return "", err
	}
	_, err := b.yice("import", w, "--year", "2023", "project", projects)
	return w, err
}

// workspace makes a workspace with n lines, once.
func (b *bench) workspace(n int) (string, error) {
	w := b.path(fmt.Sprintf("ledger-%d.yice", n))
	if _, err := os.Stat(w); err == nil {
		return w, nil
	}
	w, err := b.empty(filepath.Base(w))
	if err != nil || n == 0 {
		return w, err
	}
	file, err := b.ledgerFile(n)
	if err != nil {
		return "", err
	}
	_, err = b.yice("import", w, "--year", "2023", "spend", file)
	return w, err
}

// discard removes a workspace with everything beside it.
func discard(w string) error {
	beside, err := filepath.Glob(w + "*")
	if err != nil {
		return err
	}
	for _, f := range beside {
		if err := os.RemoveAll(f); err != nil {
			return err
		}
	}
	return nil
}

func ms(d time.Duration) string { return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1000) }

func seconds(d time.Duration) string { return fmt.Sprintf("%.2f s", d.Seconds()) }

func ratio(a, b time.Duration) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func times(f float64) string { return fmt.Sprintf("%.2f×", f) }

// lines writes a number of lines as people say it.
func lines(n int) string {
	if n%10_000 == 0 {
		return fmt.Sprintf("%d 万行", n/10_000)
	}
	return fmt.Sprintf("%d 行", n)
}
