//go:build linux

package mounts

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
)

const (
	sftpServer = "/usr/lib/openssh/sftp-server"
	uscc       = "91150200MA0BT0013C"
	asDesk     = "YICE_MOUNTS_DESK"
)

// TestMain is a desk where it is told to be one: it opens a file and does what it reads, a word a line.
func TestMain(m *testing.M) {
	path := os.Getenv(asDesk)
	if path == "" {
		os.Exit(m.Run())
	}
	if host := os.Getenv("YICE_MOUNTS_HOST"); host != "" {
		if err := unix.Sethostname([]byte(host)); err != nil {
			fmt.Println("no host", err)
			os.Exit(1)
		}
	}
	w, err := store.Open(path, store.Options{})
	if err != nil {
		fmt.Println("refused", code(err))
		return
	}
	s, err := entry.Open(w, uscc, 2023, entry.Options{Who: os.Getenv("YICE_MOUNTS_HOST")})
	if err != nil {
		fmt.Println("refused", code(err))
		return
	}
	fmt.Println("open")
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		if in.Text() == "close" {
			break
		}
		if _, err := s.Put(form.ByID("project"), 0, "name", in.Text()); err != nil {
			fmt.Println("refused", code(err))
			continue
		}
		fmt.Println("written")
	}
	fmt.Println("closed", code(w.Close()))
}

func code(err error) string {
	var f *text.Fault
	switch {
	case err == nil:
		return ""
	case errors.As(err, &f):
		return f.Code
	}
	return err.Error()
}

// desk is one of two: on a host of its own, in namespaces of its own for names, mounts and networks.
type desk struct {
	t   *testing.T
	cmd *exec.Cmd
	in  *os.File
	out *bufio.Scanner
}

func at(t *testing.T, host, path string) *desk {
	t.Helper()
	c := exec.Command("unshare", "--uts", "--mount", "--net", "--pid", "--fork", "--kill-child", os.Args[0])
	c.Env = append(os.Environ(), asDesk+"="+path, "YICE_MOUNTS_HOST="+host)
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	c.Stdin, c.Stderr = r, os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	r.Close()
	d := &desk{t, c, w, bufio.NewScanner(out)}
	t.Cleanup(func() { w.Close(); c.Process.Kill(); c.Wait() })
	return d
}

func (d *desk) says() string {
	d.t.Helper()
	if !d.out.Scan() {
		d.t.Fatal("a desk said nothing more")
	}
	return strings.TrimSpace(d.out.Text())
}

func (d *desk) keys(word string) string {
	d.t.Helper()
	if _, err := fmt.Fprintln(d.in, word); err != nil {
		d.t.Fatal(err)
	}
	return d.says()
}

// skip says loudly that nothing was tried; under the checks of the project that is an error.
func skip(t *testing.T, why ...any) {
	t.Helper()
	if os.Getenv("YICE_CI") != "" {
		t.Fatal(append([]any{"NOT TRIED: "}, why...)...)
	}
	t.Skip(append([]any{"NOT TRIED: "}, why...)...)
}

// mounted mounts a folder twice, by an SFTP server that each of the two has for itself: two sets of locks and of caches.
func mounted(t *testing.T, options string) (far string, near [2]string) {
	t.Helper()
	if _, err := exec.LookPath("sshfs"); err != nil || os.Geteuid() != 0 {
		skip(t, "no sshfs, or no right to mount: ", err)
	}
	if _, err := os.Stat(sftpServer); err != nil {
		skip(t, err)
	}
	if out, err := exec.Command("unshare", "--uts", "--mount", "--net", "--pid", "--fork", "true").CombinedOutput(); err != nil {
		skip(t, "no namespaces: ", string(out))
	}
	dir := t.TempDir()
	far = filepath.Join(dir, "far")
	serve := filepath.Join(dir, "serve")
	if err := errors.Join(os.Mkdir(far, 0o755), os.WriteFile(serve, []byte("#!/bin/sh\nexec "+sftpServer+"\n"), 0o755)); err != nil {
		t.Fatal(err)
	}
	for i := range near {
		near[i] = filepath.Join(dir, fmt.Sprint("near", i))
		if err := os.Mkdir(near[i], 0o755); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("sshfs", "-o", "ssh_command="+serve+options, "any:"+far, near[i]).CombinedOutput(); err != nil {
			skip(t, "sshfs: ", err, " ", string(out))
		}
		t.Cleanup(func() {
			for range 50 {
				if unix.Unmount(near[i], 0) == nil {
					return
				}
				time.Sleep(100 * time.Millisecond)
			}
			unix.Unmount(near[i], unix.MNT_DETACH)
		})
	}
	return far, near
}

// workspace makes one in the folder itself.
func workspace(t *testing.T, far string) {
	t.Helper()
	w, err := store.Create(filepath.Join(far, "w.yice"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := entry.Open(w, uscc, 2023, entry.Options{Who: "x", Create: true}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

// names reads what is in the file in the end, by the folder itself, after it was found sound.
func names(t *testing.T, far string) map[string]bool {
	t.Helper()
	w, err := store.Open(filepath.Join(far, "w.yice"), store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	for _, look := range []func() ([]form.Finding, error){
		func() ([]form.Finding, error) { return w.Check(t.Context()) },
		func() ([]form.Finding, error) { return w.VerifyHistory(t.Context()) },
	} {
		if found, err := look(); err != nil || len(found) > 0 {
			t.Fatalf("%v %v", found, err)
		}
	}
	b, _, err := w.FindBook(uscc, 2023)
	if err != nil {
		t.Fatal(err)
	}
	records, err := w.Records(b, form.ByID("project"))
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]bool{}
	for _, r := range records {
		there[r.Str("name")] = true
	}
	return there
}

// ways are how two computers may see one folder.
var ways = map[string]string{
	"no cache":             ",direct_io,cache=no,entry_timeout=0,attr_timeout=0",
	"cached pages":         "",
	"names and sizes late": ",entry_timeout=5,attr_timeout=5,dcache_timeout=20",
	"written late":         ",auto_cache,attr_timeout=3,max_conns=1",
	"names late":           ",direct_io,dcache_timeout=20,entry_timeout=3",
}

// A desk has it open; another opens it by the other way, is told, and writes nothing. Once the first has closed it may.
func TestTheSecondIsTold(t *testing.T) {
	for name, options := range ways {
		t.Run(name, func(t *testing.T) {
			far, near := mounted(t, options)
			workspace(t, far)
			first := at(t, "computer-a", filepath.Join(near[0], "w.yice"))
			if said := first.says(); said != "open" {
				t.Fatalf("the first: %s", said)
			}
			if said := first.keys("A1"); said != "written" {
				t.Fatalf("the first writes: %s", said)
			}
			second := at(t, "computer-b", filepath.Join(near[1], "w.yice"))
			if said := second.says(); said != "refused store.held" {
				t.Errorf("the second: %s", said)
			}
			if said := first.keys("A2"); said != "written" {
				t.Errorf("the first goes on: %s", said)
			}
			if said := first.keys("close"); said != "closed" {
				t.Errorf("the first closes: %s", said)
			}
			there := names(t, far)
			if len(there) != 2 || !there["A1"] || !there["A2"] {
				t.Errorf("in the file: %v", there)
			}
		})
	}
}

// The first sleeps so long that it is given up: the second takes over, and the first, awake again, is told and writes nothing.
func TestASleeperIsTold(t *testing.T) {
	for name, options := range ways {
		t.Run(name, func(t *testing.T) {
			far, near := mounted(t, options)
			workspace(t, far)
			first := at(t, "computer-a", filepath.Join(near[0], "w.yice"))
			if said := first.says(); said != "open" {
				t.Fatalf("the first: %s", said)
			}
			if said := first.keys("A1"); said != "written" {
				t.Fatalf("the first writes: %s", said)
			}
			asleep(t, first, unix.SIGSTOP)
			long := time.Now().Add(-10 * time.Minute)
			if err := os.Chtimes(filepath.Join(far, "w.yice.lock"), long, long); err != nil { // ten minutes have passed
				t.Fatal(err)
			}
			time.Sleep(6 * time.Second) // longer than the caches of sizes and times
			second := at(t, "computer-b", filepath.Join(near[1], "w.yice"))
			if said := second.says(); said != "open" {
				t.Fatalf("the second: %s", said)
			}
			if said := second.keys("B1"); said != "written" {
				t.Fatalf("the second writes: %s", said)
			}
			asleep(t, first, unix.SIGCONT)
			if said := first.keys("A2"); said != "refused store.lock-lost" {
				t.Errorf("the sleeper: %s", said)
			}
			if said := second.keys("B2"); said != "written" {
				t.Errorf("the second goes on: %s", said)
			}
			first.keys("close")
			if said := second.keys("close"); said != "closed" {
				t.Errorf("the second closes: %s", said)
			}
			there := names(t, far)
			if !there["A1"] || !there["B1"] || !there["B2"] || there["A2"] {
				t.Errorf("in the file: %v", there)
			}
		})
	}
}

// asleep stops the desk's processes, or lets them go on.
func asleep(t *testing.T, d *desk, sig unix.Signal) {
	t.Helper()
	out, err := exec.Command("pgrep", "-P", fmt.Sprint(d.cmd.Process.Pid)).Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, field := range strings.Fields(string(out)) {
		var pid int
		fmt.Sscan(field, &pid)
		if err := unix.Kill(pid, sig); err != nil {
			t.Fatal(err)
		}
	}
}
