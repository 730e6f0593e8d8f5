//go:build unix

package filing

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"yice/filing/registry"
)

// byOtherMeans runs a statement over a registry beside the program.
func byOtherMeans(t testing.TB, address, statement string) {
	t.Helper()
	if !registry.IsAddress(address) {
		sqlite(t, address, statement)
		return
	}
	name, _, _ := strings.Cut(strings.TrimPrefix(address, "postgres://yice@/"), "?")
	psql(t, name, statement)
}

// refusing makes the database refuse every further row of a table, until mended: a load breaks there.
func refusing(t testing.TB, address, table string) (mend func()) {
	t.Helper()
	make, away := "CREATE TRIGGER cut BEFORE INSERT ON "+table+" BEGIN SELECT RAISE(ABORT, 'cut off'); END", "DROP TRIGGER cut"
	if registry.IsAddress(address) {
		make = "CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'cut off'; END $$; CREATE TRIGGER cut BEFORE INSERT ON " + table + " FOR EACH ROW EXECUTE FUNCTION cut()"
		away = "DROP TRIGGER cut ON " + table + "; DROP FUNCTION cut()"
	}
	byOtherMeans(t, address, make)
	return func() { byOtherMeans(t, address, away) }
}

// everythingLoaded is all that submissions brought, of those that have their mark and of those that have none.
func everythingLoaded(t testing.TB, r *registry.Registry) string {
	t.Helper()
	var all strings.Builder
	all.Write(registry.RankJSON(ranked(t, r, registry.RankOptions{}), registry.Head{}, 0))
	for _, q := range []string{
		"SELECT digest, content, row_count, line_count, used_count, finding_count, spend_sum, decisions FROM submission ORDER BY digest",
		"SELECT digest, place, line, title, self_text, confirmed_text, exact, value_exact FROM line ORDER BY digest, place",
		"SELECT digest, place, line, form, row, key, title, counted, pending, why FROM used ORDER BY digest, place",
		"SELECT digest, place, mark, uscc FROM claim ORDER BY digest, place", "SELECT digest, row, amount FROM f_spend ORDER BY digest, row",
	} {
		a, err := r.Ask(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(a.JSON())
	}
	return all.String()
}

func theOne(t testing.TB, r *registry.Registry, query string) string {
	t.Helper()
	a, err := r.Ask(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(a.Rows[0]...)
}

// A load that broke after its lines, before its mark: nobody reads the lines, and the next run takes them out, whatever became of
// them, and writes them again. A measuring that broke is measured again.
func TestALoadThatBrokeIsRepaired(t *testing.T) {
	f := newFleet(t)
	decided := decisionFile(t, f.deciding, platformDecided)
	untouched := f.registry(t, filepath.Join(t.TempDir(), "untouched.yreg"))
	take(t, untouched, registry.TakeOptions{}, f.dir)
	whole := everythingLoaded(t, untouched)
	if _, err := untouched.Decide(t.Context(), decided, registry.TakeOptions{}); err != nil {
		t.Fatal(err)
	}
	after := everythingLoaded(t, untouched)
	const marks, lines = "SELECT COUNT(*) FROM submission", "SELECT COUNT(DISTINCT digest) FROM line"
	engines(t, func(t *testing.T, address string) {
		r := f.registry(t, address)
		for _, table := range []string{"f_spend", "submission"} {
			mend := refusing(t, address, table)
			if _, err := r.Take(t.Context(), []string{f.dir}, registry.TakeOptions{}); err == nil {
				t.Fatalf("the load went through: %s", table)
			}
			mend()
			if m, l := theOne(t, r, marks), theOne(t, r, lines); m != "0" || table == "submission" && l != "3" {
				t.Fatalf("broken at %s there are %s marks and lines of %s: the test breaks nothing", table, m, l)
			}
		}
		if rows := ranked(t, r, registry.RankOptions{}); len(rows) != 0 {
			t.Errorf("what has no mark is ranked: %+v", rows)
		}
		// What is left may be of an older program, or half of it gone.
		byOtherMeans(t, address, "DELETE FROM used WHERE place < 3")
		byOtherMeans(t, address, "UPDATE line SET title = 'x', place = place + 1000")
		r, err := reopenedRegistry(t, address)
		if err != nil {
			t.Fatal(err)
		}
		if got := take(t, r, registry.TakeOptions{}, f.dir); got.Taken != 3 {
			t.Fatalf("%+v", got)
		}
		if got := everythingLoaded(t, r); got != whole {
			t.Errorf("after a broken load there is\n%s\nwant\n%s", got, whole)
		}
		mend := refusing(t, address, "submission")
		if _, err := r.Decide(t.Context(), decided, registry.TakeOptions{}); err == nil {
			t.Fatal("the measuring went through")
		}
		mend()
		if n, err := r.CutOff(t.Context()); err != nil || n != 1 {
			t.Fatalf("%d are cut off: %v", n, err)
		}
		if _, err := r.CloseYear(t.Context()); err == nil {
			t.Error("a year was closed over a load that is cut off")
		}
		byOtherMeans(t, address, "DELETE FROM used WHERE place > 3 AND uscc = '"+parentUSCC+"'")
		if r, err = reopenedRegistry(t, address); err != nil {
			t.Fatal(err)
		}
		// The run that repairs brings nothing new.
		if got := take(t, r, registry.TakeOptions{}, f.files[waterSub]); got.Repaired != 1 || got.Taken != 0 {
			t.Fatalf("%+v", got)
		}
		if got := everythingLoaded(t, r); got != after {
			t.Errorf("after a broken measuring there is\n%s\nwant\n%s", got, after)
		}
		if wrong, err := r.Damaged(t.Context()); err != nil || len(wrong) > 0 {
			t.Errorf("%v %v", wrong, err)
		}
	})
}
