//go:build linux

package registry

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Server is a PostgreSQL server of our own, over a socket in its folder alone.
type Server struct {
	Dir string
	bin string
	as  *syscall.Credential
	run *exec.Cmd
	// ended is closed when what run began has ended and was waited for; nil: none was started.
	ended chan struct{}
}

// ErrRuns is the error of starting a server that runs.
var ErrRuns = errors.New("this server runs already")

// ErrNone is the error where no PostgreSQL is installed, or nobody whom it could run as.
var ErrNone = errors.New("there is no PostgreSQL here")

// programs is the folder of a server's programs: where Debian keeps them, or on the path.
func programs() (string, error) {
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin")
	found = append(filepath.SplitList(os.Getenv("PATH")), found...)
	for _, dir := range slices.Backward(found) {
		whole := true
		for _, name := range []string{"initdb", "postgres", "psql"} {
			_, err := os.Stat(filepath.Join(dir, name))
			whole = whole && err == nil
		}
		if whole {
			return dir, nil
		}
	}
	return "", ErrNone
}

// unprivileged is who a server runs as: it refuses to run as root.
func unprivileged() (*syscall.Credential, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, err := strconv.Atoi(u.Uid)
		gid, err2 := strconv.Atoi(u.Gid)
		if errors.Join(err, err2) == nil {
			return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, nil
		}
	}
	return nil, fmt.Errorf("%w: nobody whom it could run as", ErrNone)
}

// NewServer makes a server in a new folder and starts it. The folder lies under /tmp, for the name of a socket is short.
func NewServer() (s *Server, err error) {
	s = &Server{}
	if s.bin, err = programs(); err != nil {
		return nil, err
	}
	if s.as, err = unprivileged(); err != nil {
		return nil, err
	}
	if s.Dir, err = os.MkdirTemp("/tmp", "yice-pg-*"); err != nil {
		return nil, err
	}
	if s.as != nil {
		if err := os.Chown(s.Dir, int(s.as.Uid), int(s.as.Gid)); err != nil {
			return nil, err
		}
	}
	if out, err := s.command("initdb", "-D", s.data(), "-U", "yice", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync").CombinedOutput(); err != nil {
		return nil, fmt.Errorf("initdb: %w: %s", err, out)
	}
	if err := s.Start(); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

func (s *Server) data() string { return filepath.Join(s.Dir, "data") }

func (s *Server) command(name string, args ...string) *exec.Cmd {
	c := exec.Command(filepath.Join(s.bin, name), args...)
	c.Dir, c.SysProcAttr = s.Dir, &syscall.SysProcAttr{Credential: s.as, Setpgid: true}
	return c
}

// Start starts it, or starts it again after it was killed. It writes to the disk when it pleases: it is killed here, its machine is not.
//
// One that runs is left alone. It must be: a second one over the same folder ends at the socket of the first, but not before postmaster.pid is
// its own, and the first ends by itself within a minute where that file is no longer its.
func (s *Server) Start() error {
	if s.runs() {
		return ErrRuns
	}
	if err := os.Remove(filepath.Join(s.data(), "postmaster.pid")); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	s.run = s.command("postgres", "-D", s.data(), "-k", s.Dir, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "shared_buffers=16MB", "-c", "max_connections=40",
		"-c", "log_min_messages=fatal")
	said, err := os.OpenFile(filepath.Join(s.Dir, "said"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer said.Close()
	s.run.Stderr = said
	// It ends with us however we end: one that is left holds open whatever it inherited. The signal comes when the thread ends that
	// started it, so that thread is kept.
	s.run.SysProcAttr.Pdeathsig = syscall.SIGINT
	started := make(chan error, 1)
	go func() {
		runtime.LockOSThread()
		started <- s.run.Start()
		select {}
	}()
	if err = <-started; err != nil {
		return err
	}
	run, ended := s.run, make(chan struct{})
	s.ended = ended
	go func() {
		_ = run.Wait()
		close(ended)
	}()
	for range 6_000 { // after a kill it reads its log again first, on a machine that may be busy
		if err = s.SQL("postgres", "SELECT 1"); err == nil {
			return nil
		}
		select {
		case <-ended:
			return fmt.Errorf("postgres ended instead of answering: %w\n%s", err, s.last())
		case <-time.After(20 * time.Millisecond):
		}
	}
	return fmt.Errorf("postgres does not answer: %w\n%s", err, s.last())
}

// last is the end of what it said.
func (s *Server) last() []byte {
	all, _ := os.ReadFile(filepath.Join(s.Dir, "said"))
	return all[max(len(all)-2000, 0):]
}

// runs reports whether it was started and has not ended.
func (s *Server) runs() bool {
	if s.ended == nil {
		return false
	}
	select {
	case <-s.ended:
		return false
	default:
		return true
	}
}

// Kill kills it with all that it began, as a power cut of its program would, and comes back when none of them is left: a new server over the
// same folder ends at once where one of them still holds its memory, and one that is at work does not see for long that its server is gone.
func (s *Server) Kill() error {
	_ = s.run.Process.Kill() // first, so that it begins no more
	<-s.ended
	for range 6_000 {
		left, err := s.processes()
		if err != nil {
			return err
		}
		if len(left) == 0 {
			return nil
		}
		for _, pid := range left {
			_ = syscall.Kill(pid, syscall.SIGKILL)
		}
		time.Sleep(10 * time.Millisecond)
	}
	return errors.New("what a killed server began does not end")
}

// processes are those that work in its folder: each that a server begins does, whatever it calls itself, and nothing else.
func (s *Server) processes() (pids []int, err error) {
	all, err := filepath.Glob("/proc/[0-9]*/cwd")
	for _, one := range all {
		if dir, err := os.Readlink(one); err != nil || dir != s.data() {
			continue // another's, or it ended meanwhile
		}
		if pid, err := strconv.Atoi(filepath.Base(filepath.Dir(one))); err == nil {
			pids = append(pids, pid)
		}
	}
	return pids, err
}

// CPU is the time of the processor that it has used, and all that it began: those that ended too.
func (s *Server) CPU() (all time.Duration) {
	const tick = 10 * time.Millisecond // of Linux, whatever its kernel counts in
	pids, _ := s.processes()
	for _, pid := range pids {
		stat, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
		_, rest, _ := strings.Cut(string(stat), ") ")
		fields := strings.Fields(rest)
		last := 13 // its own, of the user and the system
		if pid == s.run.Process.Pid {
			last = 15 // and of those that it waited for
		}
		for i := 11; i < min(last, len(fields)); i++ {
			n, _ := strconv.Atoi(fields[i])
			all += time.Duration(n) * tick
		}
	}
	return all
}

// Close ends it and takes its folder away.
func (s *Server) Close() {
	if s.ended != nil {
		_ = s.run.Process.Signal(syscall.SIGINT)
		<-s.ended
	}
	os.RemoveAll(s.Dir)
}

// SQL runs statements, as whoever administers the server.
func (s *Server) SQL(database string, statements ...string) error {
	args := []string{"-X", "-q", "-h", s.Dir, "-U", "yice", "-d", database, "-v", "ON_ERROR_STOP=1"}
	for _, one := range statements {
		args = append(args, "-c", one)
	}
	if out, err := exec.Command(filepath.Join(s.bin, "psql"), args...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %s", strings.Join(statements, "; "), err, out)
	}
	return nil
}

// Address is that of a database.
func (s *Server) Address(database string) string {
	return "postgres://yice@/" + database + "?" + url.Values{"host": {s.Dir}}.Encode()
}

// Cluster is a server with nodes behind it.
type Cluster struct {
	*Server
	Nodes []*Server
}

// NewCluster starts a server and n nodes.
func NewCluster(n int) (*Cluster, error) {
	hub, err := NewServer()
	if err != nil {
		return nil, err
	}
	c := &Cluster{Server: hub}
	for range n {
		s, err := NewServer()
		if err != nil {
			c.Close()
			return nil, err
		}
		c.Nodes = append(c.Nodes, s)
	}
	return c, nil
}

// CPU is that of all of them.
func (c *Cluster) CPU() time.Duration {
	all := c.Server.CPU()
	for _, n := range c.Nodes {
		all += n.CPU()
	}
	return all
}

// Close ends all of them.
func (c *Cluster) Close() {
	c.Server.Close()
	for _, n := range c.Nodes {
		n.Close()
	}
}

// Database makes a database, on every node too, as an administrator would, and gives its address.
func (c *Cluster) Database(name string) (string, error) {
	if err := c.SQL("postgres", "CREATE DATABASE "+name); err != nil {
		return "", err
	}
	if len(c.Nodes) == 0 {
		return c.Address(name), nil
	}
	made := []string{"CREATE EXTENSION postgres_fdw"}
	for i, n := range c.Nodes {
		if err := n.SQL("postgres", "CREATE DATABASE "+name); err != nil {
			return "", err
		}
		made = append(made, fmt.Sprintf("CREATE SERVER n%d FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '%s', dbname '%s')", i, n.Dir, name),
			fmt.Sprintf("CREATE USER MAPPING FOR CURRENT_USER SERVER n%d OPTIONS (user 'yice')", i))
	}
	return c.Address(name), c.SQL(name, made...)
}

// Drop takes a database away again.
func (c *Cluster) Drop(name string) error {
	err := c.SQL("postgres", "DROP DATABASE "+name+" WITH (FORCE)")
	for _, n := range c.Nodes {
		err = errors.Join(err, n.SQL("postgres", "DROP DATABASE "+name+" WITH (FORCE)"))
	}
	return err
}
