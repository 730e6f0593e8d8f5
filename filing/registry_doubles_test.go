//go:build unix

package filing

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"yice/filing/registry"
	"yice/form"
)

// doublesSaid is what is claimed twice, as the command says it and as the view does.
func doublesSaid(t testing.TB, address, data string) (command, view string) {
	t.Helper()
	r, err := askedRegistry(t, address, data)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	all, err := r.Claims(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	a, err := r.Ask(t.Context(), "SELECT mark, year, period, form, uscc, name, row, key, title, certain, because FROM double_claim ORDER BY form, mark, uscc, row")
	if err != nil {
		t.Fatal(err)
	}
	return string(registry.ClaimsJSON(all, 0)), fmt.Sprint(a.Rows)
}

// What is put down as claimed twice is what the marks say: when it is put down, while it is not, and after another submission came in.
func TestWhatIsClaimedTwiceIsNeverOld(t *testing.T) {
	f := newFleet(t)
	engines(t, func(t *testing.T, address string) {
		r := f.registry(t, address)
		take(t, r, registry.TakeOptions{}, f.files[parentUSCC], f.files[waterSub])
		if theOne(t, r, "SELECT COUNT(*) FROM doubled") != "1" || theOne(t, r, "SELECT COUNT(*) FROM doubled_claim") == "0" {
			t.Fatal("nothing is put down: the test proves nothing")
		}
		of2, view2 := doublesSaid(t, address, dataFolder)
		// The run that takes the third breaks before it puts anything down.
		mend := refusing(t, address, "doubled_claim")
		if _, err := r.Take(t.Context(), []string{f.files[heatSub]}, registry.TakeOptions{}); err == nil {
			t.Fatal("it went through")
		}
		mend()
		broken, viewBroken := doublesSaid(t, address, dataFolder)
		if broken == of2 || viewBroken == view2 {
			t.Error("the third claims nothing that another does, or what was put down of two is believed of three")
		}
		// The next run brings nothing new, and puts it down.
		r, err := reopenedRegistry(t, address)
		if err != nil {
			t.Fatal(err)
		}
		lines := historyLines(t, r)
		take(t, r, registry.TakeOptions{}, f.dir)
		if theOne(t, r, "SELECT COUNT(*) FROM doubled") != "1" {
			t.Fatal("it was not put down")
		}
		put, viewPut := doublesSaid(t, address, dataFolder)
		if put != broken || viewPut != viewBroken {
			t.Errorf("put down:\n%s\n%s\nfrom the marks:\n%s\n%s", put, viewPut, broken, viewBroken)
		}
		if n := historyLines(t, r); n != lines+1 {
			t.Errorf("it took %d lines of the history", n-lines)
		}
		if wrong, err := r.Damaged(t.Context()); err != nil || len(wrong) > 0 {
			t.Errorf("%v %v", wrong, err)
		}
		// As consolidation of the same files has it.
		all, err := r.Claims(t.Context(), "")
		if err != nil || len(all) != len(collect(t, CollectOptions{Trust: f.trust, Pack: f.pack}, f.dir).DoubleClaims) {
			t.Errorf("%d double claims: %v", len(all), err)
		}
		// A decision has all of an enterprise measured again; what is claimed twice stays what it is.
		if _, err := r.Decide(t.Context(), decisionFile(t, f.deciding, platformDecided), registry.TakeOptions{}); err != nil {
			t.Fatal(err)
		}
		if decided, view := doublesSaid(t, address, dataFolder); decided != put || view != viewPut || theOne(t, r, "SELECT COUNT(*) FROM doubled") != "1" {
			t.Error("a decision changed what is claimed twice")
		}
	})
}

// What is put down and edited is not believed: by the command it is reckoned anew, and a check names it.
func TestEditedDoubleClaimsAreNotBelieved(t *testing.T) {
	f := newFleet(t)
	engines(t, func(t *testing.T, address string) {
		r := f.registry(t, address)
		take(t, r, registry.TakeOptions{}, f.dir)
		want, _ := doublesSaid(t, address, dataFolder)
		for _, edit := range []string{
			"UPDATE doubled_claim SET certain = 1 - certain WHERE place = 1", "DELETE FROM doubled_claim WHERE place = 2",
			"UPDATE doubled_claim SET sides = REPLACE(sides, ':', ';') WHERE place = 3", "UPDATE doubled_row SET uscc = '91150200MA0BT0056R' WHERE place = 1", "DELETE FROM doubled_row",
		} {
			byOtherMeans(t, address, edit)
			if got, _ := doublesSaid(t, address, dataFolder); got != want {
				t.Errorf("believed: %s\n%s\nwant %s", edit, got, want)
			}
			if wrong, err := r.Damaged(t.Context()); err != nil || len(wrong) != 1 || !strings.Contains(wrong[0].ZH, "重复申报") {
				t.Errorf("%s: %v %v", edit, wrong, err)
			}
		}
		// Closing a year says so too; and what says of which submissions it is stands in the history.
		if _, err := r.CloseYear(t.Context()); err == nil {
			t.Error("a year was closed over an edit")
		}
		byOtherMeans(t, address, "UPDATE doubled SET claims = 0")
		if _, err := reopenedRegistry(t, address); err == nil {
			t.Error("nobody noticed an edited note of what is put down")
		}
	})
}

// Only submissions that count are held against one another: what an enterprise replaced claims nothing any more.
func TestWhatWasReplacedClaimsNothing(t *testing.T) {
	f := newFleet(t)
	address := filepath.Join(t.TempDir(), "r.yreg")
	r := f.registry(t, address)
	take(t, r, registry.TakeOptions{}, f.dir)
	before, _ := doublesSaid(t, address, dataFolder)
	s := f.seat(t, heatSub)
	reopened(t, s)
	platform := form.ByID("platform")
	for field, typed := range map[string]string{"name": "热网平衡调节中试基地", "recognised_doc": "包科发〔2023〕19号"} {
		if _, err := s.Put(platform, s.Records(platform)[0].ID, field, typed); err != nil {
			t.Fatal(err)
		}
	}
	second, _ := submit(t, s, SubmitOptions{Key: f.keys[heatSub], Trust: f.trust, Now: sealedAt("2024-01-25T09:00:00+08:00")})
	take(t, r, registry.TakeOptions{}, second)
	after, view := doublesSaid(t, address, dataFolder)
	if after == before {
		t.Error("nothing changed: the test proves nothing")
	}
	all := collect(t, CollectOptions{Trust: f.trust, Pack: f.pack}, f.dir, second)
	claims, err := r.Claims(t.Context(), "")
	if err != nil || len(claims) != len(all.DoubleClaims) {
		t.Errorf("%d double claims, consolidation has %d: %v", len(claims), len(all.DoubleClaims), err)
	}
	sqlite(t, address, "DELETE FROM doubled; DELETE FROM doubled_row; DELETE FROM doubled_claim")
	a, err := r.Ask(t.Context(), "SELECT mark, year, period, form, uscc, name, row, key, title, certain, because FROM double_claim ORDER BY form, mark, uscc, row")
	if err != nil || fmt.Sprint(a.Rows) != view {
		t.Errorf("put down:\n%s\nfrom the marks:\n%v %v", view, a, err)
	}
}

// A loader that does not take away what was put down, as one of an earlier program would not: what is there is of other submissions, and is not
// believed, although nobody holds it against the history.
func TestDoubleClaimsOfOtherSubmissionsAreNotBelieved(t *testing.T) {
	f := newFleet(t)
	address := filepath.Join(t.TempDir(), "r.yreg")
	r := f.registry(t, address)
	take(t, r, registry.TakeOptions{}, f.files[parentUSCC], f.files[waterSub])
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	before := filepath.Join(t.TempDir(), "before.yreg")
	copyTo(t, address, before)
	r, err := reopenedRegistry(t, address)
	if err != nil {
		t.Fatal(err)
	}
	take(t, r, registry.TakeOptions{}, f.files[heatSub])
	want, err := r.Claims(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	sqlite(t, address, "DELETE FROM doubled; DELETE FROM doubled_claim; ATTACH '"+before+"' AS b; INSERT INTO doubled SELECT * FROM b.doubled; INSERT INTO doubled_claim SELECT * FROM b.doubled_claim")
	old, err := registry.Open(t.Context(), address, registry.Options{Who: "示例甲", Data: dataFolder, Unproven: true})
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	got, err := old.Claims(t.Context(), "")
	if err != nil || string(registry.ClaimsJSON(got, 0)) != string(registry.ClaimsJSON(want, 0)) {
		t.Errorf("%d double claims, want %d: %v", len(got), len(want), err)
	}
	if wrong, err := old.Damaged(t.Context()); err != nil || len(wrong) != 1 {
		t.Errorf("%v %v", wrong, err)
	}
}
