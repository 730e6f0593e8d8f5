//go:build unix

package filing

import (
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"yice/filing/registry"
	"yice/internal/effort"
)

// The tests of the registry run on a real server too: one is started in a folder of its own when the first of them asks, over a
// socket alone, and ends with the tests. The quick run leaves the server out (it takes as long as all other tests of the package),
// and where there is none they say so; YICE_CI asks that there is one.
var server struct {
	once   sync.Once
	dir    string
	run    *exec.Cmd
	err    error
	absent bool
	made   int
}

func TestMain(m *testing.M) {
	code := m.Run()
	if server.run != nil {
		_ = server.run.Process.Signal(syscall.SIGINT)
		_ = server.run.Wait()
	}
	if server.dir != "" {
		os.RemoveAll(server.dir)
	}
	os.Exit(code)
}

// database gives the address of a new database.
func database(t *testing.T) string {
	t.Helper()
	if !effort.Long() {
		t.Skip("NOT RUN on PostgreSQL in the quick run: YICE_LONG=1 starts a server")
	}
	server.once.Do(startServer)
	if server.absent {
		if os.Getenv("YICE_CI") != "" {
			t.Fatal("there is no PostgreSQL here: ", server.err)
		}
		t.Skip("NOT RUN, there is no PostgreSQL here: ", server.err)
	}
	if server.err != nil {
		t.Fatal(server.err)
	}
	server.made++
	name := fmt.Sprintf("r%d", server.made)
	psql(t, "postgres", "CREATE DATABASE "+name)
	return addressOf(name)
}

func addressOf(database string) string {
	return "postgres://yice@/" + database + "?" + url.Values{"host": {server.dir}}.Encode()
}

// psql runs a statement, as anybody could who may write to the database.
func psql(t testing.TB, database, statement string) {
	t.Helper()
	c := exec.Command("psql", "-X", "-q", "-h", server.dir, "-U", "yice", "-d", database, "-v", "ON_ERROR_STOP=1")
	c.Stdin = strings.NewReader(statement)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v: %s", statement, err, out)
	}
}

func startServer() {
	programs := make(map[string]string)
	for _, name := range []string{"initdb", "postgres", "psql"} {
		path, err := exec.LookPath(name)
		if err != nil {
			server.err, server.absent = err, true
			return
		}
		programs[name] = path
	}
	if server.dir, server.err = os.MkdirTemp("", "yice-pg-*"); server.err != nil {
		return
	}
	as, err := unprivileged(server.dir)
	if err != nil {
		server.err, server.absent = err, true
		return
	}
	data := filepath.Join(server.dir, "data")
	begin := func(program string, args ...string) *exec.Cmd {
		c := exec.Command(programs[program], args...)
		c.Dir, c.SysProcAttr = server.dir, &syscall.SysProcAttr{Credential: as, Setpgid: true}
		return c
	}
	if out, err := begin("initdb", "-D", data, "-U", "yice", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync").CombinedOutput(); err != nil {
		server.err = fmt.Errorf("initdb: %w: %s", err, out)
		return
	}
	server.run = begin("postgres", "-D", data, "-k", server.dir, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "shared_buffers=16MB")
	var said strings.Builder
	server.run.Stderr = &said
	if server.err = begun(server.run); server.err != nil {
		return
	}
	for range 600 {
		if exec.Command(programs["psql"], "-X", "-q", "-h", server.dir, "-U", "yice", "-d", "postgres", "-c", "SELECT 1").Run() == nil {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	server.err = fmt.Errorf("postgres does not answer: %s", said.String())
}

// unprivileged gives the user that a server runs as: it refuses to run as root.
func unprivileged(dir string) (*syscall.Credential, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, errUID := strconv.Atoi(u.Uid)
		gid, errGID := strconv.Atoi(u.Gid)
		if errUID == nil && errGID == nil {
			return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, os.Chown(dir, uid, gid)
		}
	}
	return nil, fmt.Errorf("there is no user that a server could run as")
}

// A password never stands in an address, wherever in it.
func TestAnAddressHoldsNoPassword(t *testing.T) {
	for _, address := range []string{
		"postgres://sasac:secret@db.example/registry", "postgres://sasac@db.example/registry?password=secret", "postgresql://sasac:@db.example/registry",
		"postgres://sasac@db.example/registry?sslpassword=secret",
	} {
		_, err := registry.Open(t.Context(), address, registry.Options{})
		refusedAs(t, address, err, "registry.password")
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("the refusal says the password: %v", err)
		}
	}
}

// What is edited on a server shows as it does in a file.
func TestAnEditedServerIsFoundOut(t *testing.T) {
	address := database(t)
	name := strings.TrimPrefix(address, "postgres://yice@/")
	name, _, _ = strings.Cut(name, "?")
	f := newFleet(t)
	r := f.registry(t, address)
	take(t, r, registry.TakeOptions{}, f.dir)
	if _, err := reopenedRegistry(t, address); err != nil {
		t.Fatal(err)
	}
	psql(t, name, "UPDATE submission SET innovation = 100 WHERE uscc = '"+heatSub+"'")
	if _, err := reopenedRegistry(t, address); err == nil {
		t.Error("nobody noticed an edited score")
	}
}

// Both engines say the same of the same files, to the last digit.
func TestBothEnginesSayTheSame(t *testing.T) {
	f := newFleet(t)
	var said []string
	for _, address := range []string{filepath.Join(t.TempDir(), "r.yreg"), database(t)} {
		r := f.registry(t, address)
		take(t, r, registry.TakeOptions{}, f.dir)
		var all strings.Builder
		all.Write(registry.RankJSON(ranked(t, r, registry.RankOptions{}), registry.Head{}, 0))
		for _, q := range []string{
			"SELECT digest, content, row_count, spend_sum FROM submission ORDER BY digest",
			"SELECT uscc, line, self_text, confirmed_text, exact, value_exact FROM line ORDER BY digest, place",
			"SELECT from_uscc, to_uscc, amount FROM intra_group ORDER BY from_uscc, to_uscc",
			"SELECT period, root, members, rd FROM group_total ORDER BY root",
		} {
			a, err := r.Ask(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			all.WriteString(string(a.JSON()))
		}
		said = append(said, all.String())
	}
	if said[0] != said[1] {
		t.Errorf("%s\n\n%s", said[0], said[1])
	}
}
