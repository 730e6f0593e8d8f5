//go:build unix

package filing

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"yice/filing/registry"
	"yice/internal/effort"
)

// earlierRegistry is a registry as the program wrote it in format 1, with what had happened to it: two enterprises that claim the same, a decision,
// an award, an adjustment. The database is made from text, the same on both engines; the folder beside it is that of then.
func earlierRegistry(t testing.TB, address string) registry.Options {
	t.Helper()
	return registryOf(t, "1", address)
}

// registryOf is that of an earlier format. That of format 2 was brought up to it by the program of then, which returned a file of the second
// enterprise besides.
func registryOf(t testing.TB, format, address string) (o registry.Options) {
	t.Helper()
	o = registry.Options{Who: "示例甲", Data: t.TempDir(), Archive: filepath.Join(t.TempDir(), "files")}
	if !registry.IsAddress(address) {
		o.Archive = address + "-files"
	}
	if err := os.CopyFS(o.Archive, os.DirFS("testdata/registry-1/files")); err != nil {
		t.Fatal(err)
	}
	made := string(read(t, filepath.Join("testdata", "registry-"+format, "registry.sql")))
	if registry.IsAddress(address) {
		byOtherMeans(t, address, made)
		return o
	}
	if earlierMade[format] == nil {
		sqlite(t, address, "PRAGMA journal_mode = WAL;\n"+made)
		earlierMade[format] = read(t, address)
	} else if err := os.WriteFile(address, earlierMade[format], 0o600); err != nil {
		t.Fatal(err)
	}
	return o
}

// earlierMade are the files of those registries by format, each made once.
var earlierMade = map[string][]byte{}

func openedEarlier(t testing.TB, address string, o registry.Options) *registry.Registry {
	t.Helper()
	r, err := registry.Open(t.Context(), address, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// sameJSON reports whether two answers say the same, but for the head of the history.
func sameJSON(t testing.TB, a, b []byte) bool {
	t.Helper()
	var x, y map[string]any
	for content, into := range map[*[]byte]*map[string]any{&a: &x, &b: &y} {
		if err := json.Unmarshal(*content, into); err != nil {
			t.Fatal(err)
		}
		delete(*into, "head")
	}
	return reflect.DeepEqual(x, y)
}

func saysAsThen(t testing.TB, r *registry.Registry) {
	t.Helper()
	if got := registry.RankJSON(ranked(t, r, registry.RankOptions{}), registry.Head{}, 0); !sameJSON(t, got, read(t, "testdata/registry-1/rank.json")) {
		t.Errorf("the ranking is not what it was:\n%s", got)
	}
	all, err := r.Claims(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	if got := registry.ClaimsJSON(all, 0); !sameJSON(t, got, read(t, "testdata/registry-1/claims.json")) {
		t.Errorf("the double claims are not what they were:\n%s", got)
	}
}

// A registry of an earlier format is brought up when it is opened, keeps saying what it said, and can be worked with.
func TestAnEarlierRegistryIsBroughtUp(t *testing.T) {
	for _, from := range []string{"1", "2"} {
		t.Run(from, func(t *testing.T) { engines(t, func(t *testing.T, address string) { broughtUp(t, from, address) }) })
	}
}

func broughtUp(t *testing.T, from, address string) {
	o := registryOf(t, from, address)
	r := openedEarlier(t, address, o)
	saysAsThen(t, r)
	if wrong, err := r.Damaged(t.Context()); err != nil || len(wrong) > 0 {
		t.Errorf("%v %v", wrong, err)
	}
	if got := theOne(t, r, "SELECT format FROM registry"); got != "3" {
		t.Errorf("format %s", got)
	}
	if got := theOne(t, r, "SELECT COUNT(*) FROM history WHERE what = 'format' AND who = '示例甲'"); got != "1" {
		t.Errorf("the history does not say once who brought it up: %s", got)
	}
	indexes := "sqlite_schema WHERE name"
	if registry.IsAddress(address) {
		indexes = "pg_indexes WHERE indexname"
	}
	if got := theOne(t, r, "SELECT COUNT(*) FROM "+indexes+" = 'f_spend_by_category'"); got != "1" {
		t.Errorf("%s of its indexes are there", got)
	}
	before := theOne(t, r, "SELECT COUNT(*) FROM double_claim")
	if got := take(t, r, registry.TakeOptions{}, o.Archive); got.Taken != 0 || got.Skipped != 2 {
		t.Errorf("%+v", got)
	}
	saysAsThen(t, r)
	if after := theOne(t, r, "SELECT COUNT(*) FROM double_claim"); before != after || theOne(t, r, "SELECT COUNT(*) FROM doubled") != "1" {
		t.Errorf("%s rows are claimed twice, %s once it is put down", before, after)
	}
	if wrong, err := r.Damaged(t.Context()); err != nil || len(wrong) > 0 {
		t.Errorf("%v %v", wrong, err)
	}
	r.Close()
	o.Asking = true
	saysAsThen(t, openedEarlier(t, address, o))
}

// Before a file is brought up it is copied, and the copy is what it was; where no copy can be written nothing is changed.
func TestAFileIsCopiedBeforeItIsBroughtUp(t *testing.T) {
	address := filepath.Join(t.TempDir(), "r.yreg")
	o := earlierRegistry(t, address)
	for _, n := range []string{"", "-2"} { // what is there already is never written over
		if err := os.WriteFile(strings.TrimSuffix(address, ".yreg")+".before-3"+n+".yreg", []byte("kept by somebody"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	openedEarlier(t, address, o).Close()
	copied := strings.TrimSuffix(address, ".yreg") + ".before-3-3.yreg"
	if string(read(t, strings.TrimSuffix(address, ".yreg")+".before-3.yreg")) != "kept by somebody" {
		t.Error("a file of somebody's was written over")
	}
	// Gone back to, it is a registry of then again, which is brought up as the first was, and not copied twice.
	if err := os.Remove(address); err != nil {
		t.Fatal(err)
	}
	copyTo(t, copied, address)
	for _, left := range []string{"-wal", "-shm"} {
		os.Remove(address + left)
	}
	saysAsThen(t, openedEarlier(t, address, o))
	if all, err := filepath.Glob(strings.TrimSuffix(address, ".yreg") + ".before-*"); err != nil || len(all) != 3 {
		t.Errorf("%v %v", all, err)
	}

	full := filepath.Join(t.TempDir(), "r.yreg")
	o = earlierRegistry(t, full)
	for n := 1; n <= 100; n++ {
		name := strings.TrimSuffix(full, ".yreg") + ".before-3"
		if n > 1 {
			name += "-" + strconv.Itoa(n)
		}
		if err := os.Mkdir(name+".yreg", 0o700); err != nil {
			t.Fatal(err)
		}
	}
	_, err := registry.Open(t.Context(), full, o)
	refusedAs(t, "no place for a copy", err, "registry.backup")
	if err := os.RemoveAll(strings.TrimSuffix(full, ".yreg") + ".before-3.yreg"); err != nil {
		t.Fatal(err)
	}
	openedEarlier(t, full, o) // nothing was changed: with room for a copy it is brought up
}

// countdown is a context that ends when it was asked so many times whether it has.
type countdown struct {
	context.Context
	left *int
	stop context.CancelFunc
}

func (c countdown) Done() <-chan struct{} {
	if *c.left--; *c.left == 0 {
		c.stop()
	}
	return c.Context.Done()
}

// Wherever a bringing up is cut off, everything is of the earlier format, and the next opening does it whole.
func TestABringingUpThatIsCutOffIsRepeated(t *testing.T) {
	engines(t, func(t *testing.T, first string) {
		cut, whole := 0, 0
		for n := 1; whole == 0; n += 1 + n/effort.Of(2, 6) { // YICE_LONG cuts it off at three times as many places
			address := first
			if n > 1 {
				address = address2(t, first)
			}
			o := earlierRegistry(t, address)
			ctx, stop := context.WithCancel(t.Context())
			left := n
			r, err := registry.Open(countdown{ctx, &left, stop}, address, o)
			stop()
			if err == nil {
				whole++
				r.Close()
			} else {
				cut++
			}
			again := openedEarlier(t, address, o)
			if got := theOne(t, again, "SELECT COUNT(*) FROM history WHERE what = 'format'"); got != "1" {
				t.Fatalf("cut off at %d it was brought up %s times", n, got)
			}
			if wrong, err := again.Unaccounted(t.Context()); err != nil || len(wrong) > 0 {
				t.Fatalf("cut off at %d: %v %v", n, wrong, err)
			}
			saysAsThen(t, again)
			again.Close()
		}
		if cut < 5 {
			t.Errorf("it was cut off %d times: the test proves nothing", cut)
		}
	})
}

// What was edited is not carried on, and no copy is made of it; who asks what is wrong is told.
func TestAnEditedEarlierRegistryIsNotBroughtUp(t *testing.T) {
	engines(t, func(t *testing.T, address string) {
		o := earlierRegistry(t, address)
		byOtherMeans(t, address, "UPDATE adjustment SET points_text = '9', points = 9")
		_, err := registry.Open(t.Context(), address, o)
		refusedAs(t, "an edited one", err, "registry.history")
		o.Unproven = true
		r := openedEarlier(t, address, o)
		if wrong, err := r.Unaccounted(t.Context()); err != nil || len(wrong) != 1 {
			t.Errorf("%v %v", wrong, err)
		}
		if wrong, err := r.Damaged(t.Context()); err != nil || len(wrong) != 0 {
			t.Errorf("%v %v", wrong, err)
		}
		if got := theOne(t, r, "SELECT format FROM registry"); got != "1" {
			t.Errorf("it was brought up to %s", got)
		}
		if !registry.IsAddress(address) {
			if all, _ := filepath.Glob(strings.TrimSuffix(address, ".yreg") + ".before-*"); len(all) != 0 {
				t.Errorf("%v", all)
			}
		}
	})
	for _, edit := range []string{
		"CREATE TRIGGER t AFTER UPDATE ON registry BEGIN DELETE FROM adjustment; END",
		"DROP VIEW five_years", "CREATE VIEW more AS SELECT 1", "ALTER TABLE used ADD COLUMN why_en VARCHAR",
	} {
		address := filepath.Join(t.TempDir(), "r.yreg")
		o := earlierRegistry(t, address)
		sqlite(t, address, edit)
		_, err := registry.Open(t.Context(), address, o)
		refusedAs(t, edit, err, "registry.schema")
	}
}

// A registry of a later program is refused with a sentence that says so, whatever else is in it.
func TestALaterRegistryIsRefused(t *testing.T) {
	engines(t, func(t *testing.T, address string) {
		o := earlierRegistry(t, address)
		openedEarlier(t, address, o).Close()
		byOtherMeans(t, address, "UPDATE registry SET format = '17'")
		byOtherMeans(t, address, "CREATE TABLE later (a VARCHAR)")
		for _, unproven := range []bool{false, true} {
			o.Unproven = unproven
			_, err := registry.Open(t.Context(), address, o)
			refusedAs(t, "a later one", err, "registry.newer")
		}
	})
}

// Two that open an earlier registry at once bring it up once; and a program that had it open from before changes nothing any more.
func TestABringingUpHasTheTurn(t *testing.T) {
	engines(t, func(t *testing.T, address string) {
		o := earlierRegistry(t, address)
		found := make(chan error, 4)
		for range cap(found) {
			go func() {
				r, err := registry.Open(context.WithoutCancel(t.Context()), address, o)
				if err == nil {
					err = r.Close()
				}
				found <- err
			}()
		}
		for range cap(found) {
			if err := <-found; err != nil {
				t.Error(err)
			}
		}
		r := openedEarlier(t, address, o)
		if got := theOne(t, r, "SELECT COUNT(*) FROM history WHERE what = 'format'"); got != "1" {
			t.Errorf("it was brought up %s times", got)
		}
		// As a later program would bring it up while this one has it open.
		byOtherMeans(t, address, "UPDATE head SET one = 17")
		_, err := r.Adjust(t.Context(), "91150200MA0000000C", "rd_intensity", "1", "〔2024〕5号第三条")
		refusedAs(t, "a change without a turn", err, "registry.newer")
	})
}

// Who may only ask is told who can bring it up, and asks afterwards.
func TestWhoMayOnlyAskBringsNothingUp(t *testing.T) {
	address := database(t)
	o := earlierRegistry(t, address)
	asks := strings.Replace(address, "yice@", "asker@", 1)
	byOtherMeans(t, address, "DROP ROLE IF EXISTS asker")
	byOtherMeans(t, address, "CREATE ROLE asker LOGIN")
	t.Cleanup(func() {
		byOtherMeans(t, address, "DROP OWNED BY asker")
		byOtherMeans(t, address, "DROP ROLE asker")
	})
	may := func() { byOtherMeans(t, address, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO asker") }
	may()
	o.Asking = true
	_, err := registry.Open(t.Context(), asks, o)
	refusedAs(t, "an account that may only ask", err, "registry.earlier")
	openedEarlier(t, address, o).Close()
	may() // of what is new
	saysAsThen(t, openedEarlier(t, asks, o))
}
