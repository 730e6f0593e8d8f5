//go:build unix

package filing

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"yice/filing/registry"
)

// spreadOver gives the address of a new database with nodes, which are other databases of the same server, and the names of both.
func spreadOver(t *testing.T, nodes int) (address string, names, databases []string) {
	t.Helper()
	address = database(t)
	byOtherMeans(t, address, "CREATE EXTENSION postgres_fdw")
	for i := range nodes {
		other, _, _ := strings.Cut(strings.TrimPrefix(database(t), "postgres://yice@/"), "?")
		name := fmt.Sprintf("n%d", i)
		byOtherMeans(t, address, fmt.Sprintf("CREATE SERVER %s FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '%s', dbname '%s')", name, server.dir, other))
		byOtherMeans(t, address, "CREATE USER MAPPING FOR CURRENT_USER SERVER "+name+" OPTIONS (user 'yice')")
		names, databases = append(names, name), append(databases, other)
	}
	return address, names, databases
}

func (f *fleet) spread(t *testing.T, nodes int) (r *registry.Registry, databases []string) {
	t.Helper()
	address, names, databases := spreadOver(t, nodes)
	r, err := registry.Create(t.Context(), address, registry.CreateOptions{
		Options: registry.Options{Who: "示例甲", Data: dataFolder}, Year: goldenYear, Pack: f.pack, Keys: f.trust, Nodes: names,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	if _, err := r.Roster(t.Context(), f.roster); err != nil {
		t.Fatal(err)
	}
	return r, databases
}

// Rows that are spread over nodes say what they say in a file, and each lies where the server in front looks for it.
func TestRowsThatAreSpreadSayTheSame(t *testing.T) {
	f := newFleet(t)
	file := f.registry(t, filepath.Join(t.TempDir(), "r.yreg"))
	take(t, file, registry.TakeOptions{}, f.dir)
	r, _ := f.spread(t, 3)
	if got := take(t, r, registry.TakeOptions{}, f.dir); got.Taken != 3 {
		t.Fatalf("%+v", got)
	}
	if got, want := everythingLoaded(t, r), everythingLoaded(t, file); got != want {
		t.Errorf("spread there is\n%s\nwant\n%s", got, want)
	}
	if got := theOne(t, r, "SELECT COUNT(DISTINCT tableoid) FROM line"); got == "1" {
		t.Error("all rows lie on one node: the test proves nothing")
	}
	for _, uscc := range []string{parentUSCC, waterSub, heatSub} { // asked for by its code, only the node is asked that it belongs to
		const lines = "SELECT COUNT(*) FROM line WHERE uscc = '%s'"
		if got, want := theOne(t, r, fmt.Sprintf(lines, uscc)), theOne(t, file, fmt.Sprintf(lines, uscc)); got != want || got == "0" {
			t.Errorf("of %s there are %s lines, want %s", uscc, got, want)
		}
	}
	if wrong, err := r.Damaged(t.Context()); err != nil || len(wrong) > 0 {
		t.Errorf("%v %v", wrong, err)
	}
}

// A registry of an earlier format whose rows are spread is brought up on its nodes too, on those that were brought up already as well: whoever
// began may not have come to its end.
func TestNodesAreBroughtUpToo(t *testing.T) {
	f := newFleet(t)
	r, databases := f.spread(t, 2)
	take(t, r, registry.TakeOptions{}, f.dir)
	want := everythingLoaded(t, r)
	id := theOne(t, r, "SELECT id FROM registry")
	address := r.Address()
	r.Close()
	for _, back := range []string{"ALTER TABLE arrival DROP COLUMN message_en", "UPDATE registry SET format = '2'", "UPDATE head SET one = 2"} {
		byOtherMeans(t, address, back)
	}
	index := "f_spend_" + id + "_by_category"
	psql(t, databases[0], "DROP INDEX "+index)
	r, err := reopenedRegistry(t, address)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range databases {
		psql(t, name, "SELECT 1/COUNT(*) FROM pg_indexes WHERE indexname = '"+index+"'")
	}
	if got := everythingLoaded(t, r); got != want {
		t.Errorf("brought up there is\n%s\nwant\n%s", got, want)
	}
}

// partOf is the place among its nodes of that which keeps the rows of an enterprise.
func partOf(t *testing.T, r *registry.Registry, uscc string) int {
	t.Helper()
	part := theOne(t, r, "SELECT CAST(CAST(tableoid AS regclass) AS VARCHAR) FROM line WHERE uscc = '"+uscc+"' LIMIT 1")
	return int(part[len(part)-1] - '0')
}

// A node that refuses rows leaves those of other nodes without marks, as one that breaks does. The same registry, and the same run again, bring
// everything, and nothing twice.
func TestANodeThatFailsIsAskedAgain(t *testing.T) {
	f := newFleet(t)
	file := f.registry(t, filepath.Join(t.TempDir(), "r.yreg"))
	take(t, file, registry.TakeOptions{}, f.dir)
	first, _ := f.spread(t, 3)
	take(t, first, registry.TakeOptions{}, f.dir)
	at := partOf(t, first, waterSub)

	r, databases := f.spread(t, 3)
	mend := refusing(t, addressOf(databases[at]), "line_"+theOne(t, r, "SELECT id FROM registry"))
	cut := func(what string) {
		t.Helper()
		_, err := r.Take(t.Context(), []string{f.dir}, registry.TakeOptions{})
		refusedAs(t, what, err, "registry.node")
		if marks, lines := theOne(t, r, "SELECT COUNT(*) FROM submission"), theOne(t, r, "SELECT COUNT(DISTINCT digest) FROM line"); marks != "0" || lines == "0" || lines == "3" {
			t.Errorf("%s: there are %s marks and lines of %s", what, marks, lines)
		}
	}
	cut("a node that refuses")
	cut("a node that refuses again")
	mend()
	if got := take(t, r, registry.TakeOptions{}, f.dir); got.Taken != 3 {
		t.Errorf("%+v", got)
	}
	if got, want := everythingLoaded(t, r), everythingLoaded(t, file); got != want {
		t.Errorf("after a node that refused there is\n%s\nwant\n%s", got, want)
	}
}

// What a node was asked over is gone when it was away, and a registry stays open for days: the next run asks anew.
func TestANodeThatWasAwayIsAskedAnew(t *testing.T) {
	f := newFleet(t)
	r, databases := f.spread(t, 2)
	take(t, r, registry.TakeOptions{}, f.files[waterSub])
	for _, name := range databases {
		psql(t, "postgres", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'yice' AND datname = '"+name+"'")
	}
	if got := take(t, r, registry.TakeOptions{}, f.dir); got.Taken != 2 || got.Skipped != 1 {
		t.Errorf("%+v", got)
	}
	if wrong, err := r.Damaged(t.Context()); err != nil || len(wrong) > 0 {
		t.Errorf("%v %v", wrong, err)
	}
}

// A node may still be at work for a loader that is gone. The next one waits for it, and takes out what it leaves.
func TestWhatANodeIsStillAtWorkForIsWaitedFor(t *testing.T) {
	f := newFleet(t)
	first, _ := f.spread(t, 2)
	take(t, first, registry.TakeOptions{}, f.files[waterSub])
	r, databases := f.spread(t, 2)
	node := databases[partOf(t, first, waterSub)]
	id := theOne(t, r, "SELECT id FROM registry")
	key, err := strconv.ParseUint(id, 16, 64)
	if err != nil {
		t.Fatal(err)
	}
	gone := exec.Command("psql", "-X", "-q", "-h", server.dir, "-U", "yice", "-d", node, "-v", "ON_ERROR_STOP=1")
	says, err := gone.StdinPipe()
	if err == nil {
		err = gone.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	digest := sha256.Sum256(read(t, f.files[waterSub]))
	fmt.Fprintf(says, "BEGIN; SELECT pg_advisory_xact_lock(%d); INSERT INTO line_%s (digest, line, uscc, title) VALUES ('%x', 'rd_intensity', '%s', 'left');\n", int64(key), id, digest, waterSub)
	states := func(state string) bool {
		return theOne(t, r, "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = '"+node+"' AND "+state) != "0"
	}
	for !states("state = 'idle in transaction' AND query LIKE 'INSERT%'") {
	}
	done := make(chan error, 1)
	go func() {
		other, err := registry.Open(t.Context(), r.Address(), registry.Options{Who: "示例甲", Data: dataFolder})
		if err == nil {
			_, err = other.Take(t.Context(), []string{f.dir}, registry.TakeOptions{})
			other.Close()
		}
		done <- err
	}()
	for !states("wait_event_type = 'Lock'") {
	}
	if _, err := io.WriteString(says, "COMMIT;\n"); err != nil {
		t.Fatal(err)
	}
	says.Close()
	if err := gone.Wait(); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if got := theOne(t, r, "SELECT COUNT(*) FROM line WHERE title = 'left'"); got != "0" {
		t.Errorf("%s rows of a loader that is gone are there", got)
	}
	if wrong, err := r.Damaged(t.Context()); err != nil || len(wrong) > 0 {
		t.Errorf("%v %v", wrong, err)
	}
}
