//go:build linux

package powercut

import (
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// ErrNoTracer says that this machine cannot take down what a program writes.
var ErrNoTracer = errors.New("strace is not installed")

// calls are all by which a program can change a folder and what lies in it.
const calls = "open,openat,creat,close,read,write,writev,pwrite64,pwritev,lseek,ftruncate,truncate,fallocate,fsync,fdatasync," +
	"rename,renameat,renameat2,unlink,unlinkat,link,linkat,symlink,symlinkat,mkdir,mkdirat,rmdir,copy_file_range,sendfile,splice,dup,dup2,dup3"

// traced gives the command that runs a program under strace, and ends with it. Apart, the program is the process that is
// started, and strace has a session of its own: what ends the program and its terminal does not end the record.
func traced(log string, apart bool, args ...string) ([]string, error) {
	tracer, err := exec.LookPath("strace")
	if err != nil {
		return nil, ErrNoTracer
	}
	argv := []string{tracer, "-f", "-q", "-y", "-xx", "-s", "100000000", "--seccomp-bpf", "-e", "signal=none", "-e", "trace=" + calls, "-o", log}
	if apart {
		argv = append(argv, "-DDD")
	}
	return append(argv, args...), nil
}

// tracer gives the process that takes another down.
func tracer(pid int) (n int, err error) {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	_, rest, _ := strings.Cut(string(b), "TracerPid:")
	if _, err := fmt.Sscan(rest, &n); err != nil || n == 0 {
		return 0, fmt.Errorf("process %d is not taken down: %w", pid, err)
	}
	return n, nil
}

// finished waits until strace has ended, and so has written everything.
func finished(tracer int) error {
	for deadline := time.Now().Add(patient); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", tracer))
		if _, state, _ := strings.Cut(string(b), ") "); errors.Is(err, os.ErrNotExist) || strings.HasPrefix(state, "Z") {
			return nil
		}
	}
	return fmt.Errorf("strace, process %d, does not end", tracer)
}

// event is one thing a program did to the folder or to its screen.
type event struct {
	call     string // open, write, truncate, sync, rename, remove, mkdir, paint, done
	path, to string
	off      int64
	data     []byte
	size     int64
	cut      bool // open: with O_TRUNC
	began    int  // line of the record where the call began; it ended at at
	at       int
	name     string // done: which command
}

// call is one system call with its arguments and its result, as strace writes them.
type call struct {
	name        string
	args        []string
	result      int64
	target      string // what a new descriptor is of
	began, over int
}

// events reads a record.
func events(log, root string) ([]event, error) {
	b, err := os.ReadFile(log)
	if err != nil {
		return nil, err
	}
	r := &reader{root: root, at: map[int]int64{}}
	begun := map[string]call{} // by thread
	texts := map[string]string{}
	lines := strings.Split(strings.TrimRight(string(b), "\n"), "\n")
	for n, line := range lines {
		pid, rest, ok := strings.Cut(line, " ")
		rest = strings.TrimLeft(rest, " ")
		if !ok || strings.HasPrefix(rest, "+++") || strings.HasPrefix(rest, "---") {
			continue
		}
		if text, ok := strings.CutSuffix(rest, " <unfinished ...>"); ok {
			begun[pid], texts[pid] = call{began: n}, text
			continue
		}
		c := call{began: n, over: n}
		if strings.HasPrefix(rest, "<... ") {
			_, tail, ok := strings.Cut(rest, " resumed>")
			if !ok {
				return nil, fmt.Errorf("%s:%d: %.80s", log, n+1, rest)
			}
			c.began, rest = begun[pid].began, texts[pid]+tail
		}
		if err := c.parse(rest); err != nil {
			if n >= len(lines)-50 {
				continue // a kill ended the call, and strace had not written all of its line
			}
			return nil, fmt.Errorf("%s:%d: %w", log, n+1, err)
		}
		if err := r.take(c); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", log, n+1, err)
		}
	}
	slices.SortStableFunc(r.events, func(a, b event) int { return a.at - b.at })
	return r.events, nil
}

func (c *call) parse(s string) error {
	at := strings.LastIndex(s, " = ") // strace lines results up in a column; texts are in hex and have none
	head, ended := strings.CutSuffix(strings.TrimRight(s[:max(at, 0)], " "), ")")
	if !ended {
		return fmt.Errorf("not a call: %.60s … %s", s, s[max(0, len(s)-80):])
	}
	tail := s[at+len(" = "):]
	name, args, ok := strings.Cut(head, "(")
	if !ok {
		return fmt.Errorf("not a call: %.60s … %s", s, s[max(0, len(s)-80):])
	}
	c.name, c.args = name, strings.Split(args, ", ")
	number, _, _ := strings.Cut(tail, " ")
	number, target, _ := strings.Cut(number, "<")
	c.target = plain(strings.TrimSuffix(target, ">"))
	if number == "?" { // killed within it
		c.result = -1
		return nil
	}
	var err error
	c.result, err = strconv.ParseInt(number, 0, 64)
	return err
}

// plain gives the bytes of a text that strace wrote in hex.
func plain(s string) string {
	if !strings.Contains(s, `\x`) {
		return s
	}
	b, err := hex.DecodeString(strings.ReplaceAll(s, `\x`, ""))
	if err != nil {
		return s
	}
	return string(b)
}

func quoted(s string) string { return plain(strings.Trim(s, `"`)) }

// fd reads "7</a/path>".
func fd(s string) (n int, path string) {
	number, rest, _ := strings.Cut(s, "<")
	n, err := strconv.Atoi(number)
	if err != nil {
		n = -1
	}
	path, deleted, _ := strings.Cut(rest, ">")
	if path = plain(path); deleted != "" {
		path += " (deleted)" // whoever has it open may write it; no name leads to it any more
	}
	return n, path
}

// reader follows the descriptors of one process.
type reader struct {
	root   string
	at     map[int]int64 // where the next write of a descriptor goes
	events []event
}

func (r *reader) within(path string) bool {
	return path == r.root || strings.HasPrefix(path, r.root+"/") && !strings.HasSuffix(path, " (deleted)")
}

func (r *reader) full(path string) string {
	if !filepath.IsAbs(path) {
		path = filepath.Join(r.root, path)
	}
	return filepath.Clean(path)
}

// take turns a call into what it did.
func (r *reader) take(c call) error {
	if c.result < 0 {
		return nil
	}
	add := func(e event) {
		e.began, e.at = c.began, c.over
		r.events = append(r.events, e)
	}
	switch c.name {
	case "open", "openat":
		if !r.within(c.target) {
			return nil
		}
		flags := c.args[1] // of open; openat has the folder first
		if c.name == "openat" {
			flags = c.args[2]
		}
		r.at[int(c.result)] = 0
		if strings.Contains(flags, "O_APPEND") {
			return errors.New("a file is appended to")
		}
		if strings.Contains(flags, "O_DIRECTORY") || strings.Contains(flags, "O_PATH") {
			return nil
		}
		if strings.Contains(flags, "O_CREAT") || strings.Contains(flags, "O_TRUNC") {
			add(event{call: "open", path: c.target, cut: strings.Contains(flags, "O_TRUNC")})
		}
		return nil
	case "rename", "renameat", "renameat2", "link", "linkat":
		from, to := r.pair(c)
		if r.within(from) || r.within(to) {
			add(event{call: strings.TrimSuffix(strings.TrimSuffix(c.name, "2"), "at"), path: from, to: to})
		}
		return nil
	case "unlink", "rmdir":
		if p := r.full(quoted(c.args[0])); r.within(p) {
			add(event{call: "remove", path: p})
		}
		return nil
	case "unlinkat", "mkdirat":
		_, dir := fd(c.args[0])
		p := quoted(c.args[1])
		if !filepath.IsAbs(p) {
			p = filepath.Join(dir, p)
		}
		if p = filepath.Clean(p); r.within(p) {
			add(event{call: map[string]string{"unlinkat": "remove", "mkdirat": "mkdir"}[c.name], path: p})
		}
		return nil
	case "mkdir":
		if p := r.full(quoted(c.args[0])); r.within(p) {
			add(event{call: "mkdir", path: p})
		}
		return nil
	}
	return r.takeFile(c, add)
}

func (r *reader) pair(c call) (from, to string) {
	if len(c.args) >= 4 {
		_, a := fd(c.args[0])
		_, b := fd(c.args[2])
		at := func(dir, p string) string {
			if filepath.IsAbs(p) {
				return filepath.Clean(p)
			}
			return filepath.Join(dir, p)
		}
		return at(a, quoted(c.args[1])), at(b, quoted(c.args[3]))
	}
	return r.full(quoted(c.args[0])), r.full(quoted(c.args[1]))
}

// takeFile takes what is done through a descriptor.
func (r *reader) takeFile(c call, add func(event)) error {
	n, path := fd(c.args[0])
	if c.name == "write" && strings.HasPrefix(path, "/dev/pts/") {
		r.events = append(r.events, event{call: "paint", data: []byte(quoted(c.args[1]))[:c.result], began: c.began, at: c.began})
		return nil
	}
	if c.name == "copy_file_range" { // from the first descriptor to the third
		_, into := fd(c.args[2])
		if !r.within(into) {
			return nil
		}
	} else if !r.within(path) {
		return nil
	}
	switch c.name {
	case "close":
		delete(r.at, n)
	case "read":
		r.at[n] += c.result
	case "lseek":
		r.at[n] = c.result
	case "write":
		add(event{call: "write", path: path, off: r.at[n], data: []byte(quoted(c.args[1]))[:c.result]})
		r.at[n] += c.result
	case "pwrite64":
		off, err := strconv.ParseInt(c.args[3], 0, 64)
		if err != nil {
			return err
		}
		add(event{call: "write", path: path, off: off, data: []byte(quoted(c.args[1]))[:c.result]})
	case "ftruncate":
		size, err := strconv.ParseInt(c.args[1], 0, 64)
		if err != nil {
			return err
		}
		add(event{call: "truncate", path: path, size: size})
	case "fsync", "fdatasync":
		add(event{call: "sync", path: path})
	case "copy_file_range":
		if c.args[1] != "NULL" || c.args[3] != "NULL" {
			return errors.New("copy_file_range with offsets")
		}
		m, into := fd(c.args[2])
		add(event{call: "copy", path: path, to: into, off: r.at[m], size: c.result, data: []byte(strconv.FormatInt(r.at[n], 10))})
		r.at[n] += c.result
		r.at[m] += c.result
	default:
		return fmt.Errorf("%s of %s is not understood", c.name, path)
	}
	return nil
}
