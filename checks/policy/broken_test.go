//go:build unix

package policy

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"yice/checks/machine"
)

const (
	longest = time.Second // of a refusal
	largest = 100 << 20   // bytes of memory at its height
)

// desk is the built program with an example workspace to score.
type desk struct {
	t         *testing.T
	binary    string
	home      string
	workspace string
	example   string
}

func sitDown(t *testing.T) *desk {
	t.Helper()
	home := t.TempDir()
	binary, err := machine.Build(home)
	if err != nil {
		t.Fatal(err)
	}
	example, err := os.ReadFile(filepath.Join("..", "..", "examples", "pack-2023.toml"))
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{t: t, binary: binary, home: home, workspace: filepath.Join(home, "desk.yice"), example: string(example)}
	if r := d.run("demo", "--workspace", d.workspace); r.exit != 0 {
		t.Fatalf("demo: %s", r.errs)
	}
	return d
}

// told is what a run of the program said and what it cost.
type told struct {
	exit      int
	out, errs string
	took      time.Duration // of the processor: what else the machine does is not the program's
	memory    int64
}

func (d *desk) run(args ...string) told {
	d.t.Helper()
	c := exec.Command(d.binary, args...)
	c.Env = machine.Environ(d.home, "YICE_LANG=zh")
	c.Dir = d.home
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	err := c.Run()
	r := told{out: out.String(), errs: errs.String()}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		d.t.Fatal(err)
	}
	r.exit, r.took = c.ProcessState.ExitCode(), c.ProcessState.UserTime()+c.ProcessState.SystemTime()
	if usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		r.memory = usage.Maxrss
		if runtime.GOOS != "darwin" { // which counts bytes, the others KiB
			r.memory <<= 10
		}
	}
	return r
}

// within insists that a run kept to its time and memory.
func (d *desk) within(args ...string) told {
	d.t.Helper()
	r := d.run(args...)
	if r.took > longest || r.memory > largest {
		d.t.Errorf("%s took %v and %d MB", strings.Join(args, " "), r.took, r.memory>>20)
	}
	if strings.Contains(r.out+r.errs, "panic") || strings.Contains(r.out+r.errs, "goroutine ") {
		d.t.Errorf("it fell over: %s%s", r.out, r.errs)
	}
	return r
}

func (d *desk) spoil(b *brokenPack) string {
	if b.make != nil {
		return b.make(d.example)
	}
	s := d.example
	for i := 0; i < len(b.swap); i += 2 {
		if !strings.Contains(s, b.swap[i]) {
			d.t.Fatalf("the example has no %q", b.swap[i])
		}
		s = strings.Replace(s, b.swap[i], b.swap[i+1], 1)
	}
	return s
}

func TestBrokenPacks(t *testing.T) {
	d := sitDown(t)
	for i := range brokenPacks {
		b := &brokenPacks[i]
		t.Run(b.name, func(t *testing.T) {
			d := *d
			d.t = t
			source := d.spoil(b)
			path := filepath.Join(t.TempDir(), "p.toml")
			if err := os.WriteFile(path, []byte(source), 0o600); err != nil {
				t.Fatal(err)
			}
			r := d.within("pack", "check", path)
			if r.exit != 1 {
				t.Errorf("pack check exited %d", r.exit)
			}
			d.told(b, source, path, r.out)

			scored := d.within("score", d.workspace, "--year", "2023", "--pack", path)
			if scored.exit != 3 || scored.out != "" {
				t.Errorf("score exited %d and printed %q", scored.exit, scored.out)
			}
			if !strings.HasPrefix(scored.errs, strings.TrimRight(r.out, "\n")) {
				t.Errorf("score tells other errors than pack check:\n%s", scored.errs)
			}
			english := d.within("pack", "check", path, "--lang", "en")
			if n, want := strings.Count(english.out, "\n"), strings.Count(r.out, "\n"); n != want {
				t.Errorf("English has %d lines, Chinese %d", n, want)
			}
		})
	}
}

// told compares the errors that were told with the ones that must be: each at its place, none besides.
func (d *desk) told(b *brokenPack, source, path, out string) {
	d.t.Helper()
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	for i, w := range b.errs {
		if i >= len(lines) {
			d.t.Errorf("not told: %s", w.says)
			continue
		}
		line, col := place(d.t, source, w.at)
		where := fmt.Sprintf("%s: 第 %d 行第 %d 列", path, line, col)
		if !strings.HasPrefix(lines[i], where) || !strings.Contains(lines[i], w.says) {
			d.t.Errorf("told  %s\nwanted at line %d, column %d: %s", lines[i], line, col, w.says)
		}
	}
	if len(lines) > len(b.errs) && !b.more {
		d.t.Errorf("told besides:\n%s", strings.Join(lines[len(b.errs):], "\n"))
	}
	if len(lines) > 201 {
		d.t.Errorf("%d lines are told: nobody reads them", len(lines))
	}
	for _, l := range lines {
		if strings.ContainsFunc(l, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == utf8.RuneError }) {
			d.t.Errorf("a control character comes through: %q", l)
		}
		if utf8.RuneCountInString(strings.TrimPrefix(l, path)) > 400 {
			d.t.Errorf("a sentence nobody reads to its end: %s", l)
		}
	}
}

// place gives the line and column of a piece of the source: "lead⇥piece" is the piece after its lead (there may be several
// leads), "mark⇤piece" the last one before the mark.
func place(t *testing.T, source, at string) (line, col int) {
	t.Helper()
	if mark, piece, ok := strings.Cut(at, "⇤"); ok {
		end := strings.Index(source, mark)
		return position(source, strings.LastIndex(source[:max(end, 0)], piece))
	}
	from := 0
	parts := strings.Split(at, "⇥")
	for i, p := range parts {
		n := strings.Index(source[from:], p)
		if n < 0 {
			t.Fatalf("the broken pack has no %q", p)
		}
		from += n
		if i < len(parts)-1 {
			from += len(p)
		}
	}
	return position(source, from)
}

func position(source string, at int) (line, col int) {
	before := source[:at]
	start := strings.LastIndexByte(before, '\n') + 1
	return strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[start:]) + 1
}
