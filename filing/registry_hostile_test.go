package filing

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/filing/registry"
	"yice/seal"
)

// Whoever edits the tables by other means is found out, whatever it was.
func TestAnEditedRegistryIsFoundOut(t *testing.T) {
	f := newFleet(t)
	address := filepath.Join(t.TempDir(), "r.yreg")
	r := f.registry(t, address)
	take(t, r, registry.TakeOptions{}, f.dir)
	line := func() string {
		c, err := r.Show(t.Context(), parentUSCC, "")
		if err != nil {
			t.Fatal(err)
		}
		return c.Lines[0].ID
	}()
	if _, err := r.Adjust(t.Context(), parentUSCC, line, "-1", "〔2024〕5号第三条"); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	whole := read(t, address)
	for _, edit := range []string{
		"UPDATE adjustment SET points_text = '1', points = 1",
		"UPDATE adjustment SET who = '别人'",
		"DELETE FROM adjustment",
		"UPDATE submission SET innovation = 100",
		"UPDATE submission SET confirmed_text = REPLACE(confirmed_text, 'innovation\":\"', 'innovation\":\"9')",
		"UPDATE roster SET due = '2099-12-31' WHERE uscc = '" + heatSub + "'",
		"INSERT INTO roster VALUES ('91150200MA0BT0056R','x','','','','','','')",
		"DELETE FROM submission WHERE uscc = '" + heatSub + "'",
		"UPDATE history SET who = '别人' WHERE what = 'adjust'",
		"DELETE FROM history WHERE what = 'adjust'",
		"UPDATE pack SET state = '已关闭'",
		"INSERT INTO decision VALUES ('x',1,'','','','','','','','','','','','','','','')",
		"INSERT INTO handed VALUES ('x','','',2023,'2023','','','','','','','')",
		"CREATE TRIGGER t AFTER INSERT ON history BEGIN DELETE FROM adjustment; END",
		"CREATE VIEW extra AS SELECT 1",
	} {
		if err := os.WriteFile(address, whole, 0o600); err != nil {
			t.Fatal(err)
		}
		sqlite(t, address, edit)
		if _, err := reopenedRegistry(t, address); err == nil {
			t.Errorf("nobody noticed: %s", edit)
		}
	}
	// Lines are many, and are looked at where they are shown, or a year is closed by them.
	if err := os.WriteFile(address, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	sqlite(t, address, "UPDATE line SET confirmed_text = '15.00', confirmed = 15 WHERE uscc = '"+parentUSCC+"' AND line = '"+line+"'")
	r, err := reopenedRegistry(t, address)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Show(t.Context(), parentUSCC, ""); err == nil {
		t.Error("an edited line was shown")
	}
	if _, err := r.CloseYear(t.Context()); err == nil {
		t.Error("a year was closed over an edited line")
	}
}

// Two loaders at once on one registry, and a loader whose marks were lost: every submission is there once, and whole.
func TestTwoLoadersAtOnce(t *testing.T) {
	f := newFleet(t)
	engines(t, func(t *testing.T, address string) {
		r := f.registry(t, address)
		other, err := reopenedRegistry(t, address)
		if err != nil {
			t.Fatal(err)
		}
		type result struct {
			taken *registry.Taken
			err   error
		}
		done := make(chan result)
		for _, one := range []*registry.Registry{r, other} {
			go func() {
				taken, err := one.Take(t.Context(), []string{f.dir}, registry.TakeOptions{})
				done <- result{taken, err}
			}()
		}
		taken, skipped := 0, 0
		for range 2 {
			got := <-done
			if got.err != nil {
				t.Fatal(got.err)
			}
			taken, skipped = taken+got.taken.Taken, skipped+got.taken.Skipped
		}
		if taken != 3 || skipped != 3 {
			t.Errorf("%d taken, %d skipped", taken, skipped)
		}
		again, err := reopenedRegistry(t, address)
		if err != nil {
			t.Fatal(err)
		}
		if wrong, err := again.Damaged(t.Context()); err != nil || len(wrong) != 0 {
			t.Errorf("%v %v", wrong, err)
		}
		if rows := ranked(t, again, registry.RankOptions{}); len(rows) != 3 {
			t.Errorf("%+v", rows)
		}
	})
}

func TestAnEncryptedSubmissionAsksForTheKey(t *testing.T) {
	f := newFleet(t)
	r := f.registry(t, filepath.Join(t.TempDir(), "r.yreg"))
	path, k := keyFile(t)
	closed, _ := handIn(t, waterSub, waterTables(), SubmitOptions{Key: f.keys[waterSub], Trust: f.trust, EncryptTo: seal.PublicPath(path)})
	if got := take(t, r, registry.TakeOptions{}, closed); len(got.Refused) != 1 || got.Refused[0].Code != "envelope.closed" {
		t.Fatalf("%+v", got)
	}
	open := registry.TakeOptions{OpenKey: func() (*seal.Key, error) { return k, nil }}
	if got := take(t, r, open, closed); got.Taken != 1 {
		t.Fatalf("%+v", got)
	}
	if got := take(t, r, registry.TakeOptions{}, closed); got.Skipped != 1 {
		t.Errorf("an envelope that was opened once is asked for again: %+v", got)
	}
}

func TestARosterIsRightOrIsNone(t *testing.T) {
	f := newFleet(t)
	r := f.registry(t, filepath.Join(t.TempDir(), "r.yreg"))
	for name, rows := range map[string]string{
		"a code twice":       heatSub + ",甲,竞争型,1,,,,\n" + heatSub + ",乙,竞争型,1,,,,\n",
		"a code in small":    heatSub + ",甲,竞争型,1,,,,\n" + strings.ToLower(heatSub) + ",乙,竞争型,1,,,,\n",
		"a check digit":      "91150200MA0BT00306,甲,竞争型,1,,,,\n",
		"a short code":       "9115,甲,竞争型,1,,,,\n",
		"no name":            heatSub + ",,竞争型,1,,,,\n",
		"its own parent":     heatSub + ",甲,竞争型,1," + heatSub + ",,,\n",
		"a type of nobody":   heatSub + ",甲,大型,1,,,,\n",
		"a day that is none": heatSub + ",甲,竞争型,1,,,,2024-02-30\n",
		"days that cross":    heatSub + ",甲,竞争型,1,,2024-01-02,2024-01-01,\n",
		"nothing":            "",
	} {
		if _, err := r.Roster(t.Context(), file(t, "r.csv", rosterHead+rows)); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
	if c, err := r.Roster(t.Context(), f.roster); err != nil || c.Same != 4 || c.Added+c.Changed != 0 {
		t.Errorf("the roster is not what it was: %+v %v", c, err)
	}
}
