package filing

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"yice/filing/registry"
)

// askedRegistry opens one to be asked; data is where what was proved is remembered.
func askedRegistry(t testing.TB, address, data string) (*registry.Registry, error) {
	t.Helper()
	r, err := registry.Open(t.Context(), address, registry.Options{Who: "示例乙", Data: data, Asking: true})
	if err == nil {
		t.Cleanup(func() { r.Close() })
	}
	return r, err
}

// askEverything asks all that can be asked of the year.
func askEverything(t testing.TB, r *registry.Registry) error {
	t.Helper()
	_, errRank := r.Rank(t.Context(), registry.RankOptions{})
	_, errDue := r.Due(t.Context(), "")
	_, errClaims := r.Claims(t.Context(), "")
	_, errWaiting := r.Waiting(t.Context(), "")
	_, errShow := r.Show(t.Context(), heatSub, "")
	return errors.Join(errRank, errDue, errClaims, errWaiting, errShow)
}

// A question reads nothing that was edited, although it does not walk the whole history again; what it does not read shows as soon as
// anything is changed.
func TestAQuestionReadsNothingThatWasEdited(t *testing.T) {
	f := newFleet(t)
	address, data := filepath.Join(t.TempDir(), "r.yreg"), t.TempDir()
	r := f.registry(t, address)
	bad := read(t, f.files[heatSub])
	bad[len(bad)/2] ^= 1
	take(t, r, registry.TakeOptions{}, f.dir, file(t, "bad.zip", string(bad)))
	line := linesOfCase(t, r, parentUSCC)[0]
	if _, err := r.Adjust(t.Context(), parentUSCC, line, "-1", "〔2024〕5号第三条"); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	reset := func(whole []byte) {
		if err := os.WriteFile(address, whole, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	whole := read(t, address)
	asked := func() error {
		r, err := askedRegistry(t, address, data)
		if err != nil {
			return err
		}
		defer r.Close()
		return askEverything(t, r)
	}
	if err := asked(); err != nil {
		t.Fatal(err)
	}
	left, err := filepath.Glob(filepath.Join(data, "registries-seen", "*"))
	if err != nil || len(left) != 1 {
		t.Fatalf("nothing is remembered: %v %v", left, err)
	}
	remembered := read(t, left[0])
	again := func() {
		if err := os.WriteFile(left[0], remembered, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, edit := range []string{
		"UPDATE adjustment SET points_text = '1', points = 1", "UPDATE adjustment SET who = '别人'", "DELETE FROM adjustment",
		"UPDATE submission SET innovation = 100",
		"UPDATE submission SET confirmed_text = REPLACE(confirmed_text, 'innovation\":\"', 'innovation\":\"9')",
		"UPDATE roster SET due = '2099-12-31' WHERE uscc = '" + heatSub + "'",
		"INSERT INTO roster VALUES ('91150200MA0BT0056R','x','','','','','','')",
		"DELETE FROM submission WHERE uscc = '" + heatSub + "'",
		// One that is moved where no question of the year reads it, and one that is hidden under another name.
		"UPDATE submission SET period = '2022', year = 2022 WHERE uscc = '" + heatSub + "'",
		"UPDATE submission SET uscc = '91150200MA0BT0056R' WHERE uscc = '" + heatSub + "'",
		"UPDATE pack SET state = '已关闭'", "DELETE FROM arrival WHERE state = '退回'", "UPDATE arrival SET state = '收讫' WHERE state = '退回'", "UPDATE arrival SET message_en = 'x' WHERE state = '退回'",
		"UPDATE arrival SET period = '2022', year = 2022 WHERE state = '退回'",
		"INSERT INTO target VALUES ('" + heatSub + "',2023,'A1','1','1','','')",
		// The end of the history: cut off, and written anew by whoever does not reckon the chain.
		"DELETE FROM history WHERE what = 'adjust'", "UPDATE head SET seq = seq + 1",
		"INSERT INTO history SELECT seq+1,at,who,what,why,subject,content,hash,hash FROM history ORDER BY seq DESC LIMIT 1",
		"CREATE TRIGGER t AFTER INSERT ON history BEGIN DELETE FROM adjustment; END",
	} {
		reset(whole)
		again()
		sqlite(t, address, edit)
		if asked() == nil {
			t.Errorf("a question was answered in spite of: %s", edit)
		}
	}
	for _, edit := range []string{
		"UPDATE history SET who = '别人' WHERE what = 'roster'",
		"INSERT INTO decision VALUES ('x',1,'','','','','','','','','','','','','','','')",
	} {
		reset(whole)
		again()
		sqlite(t, address, edit)
		r, err := askedRegistry(t, address, data)
		if err == nil {
			err = askEverything(t, r)
		}
		if err != nil {
			t.Fatalf("the whole history was walked for a question, or this test proves nothing: %s: %v", edit, err)
		}
		if _, err := r.Adjust(t.Context(), parentUSCC, line, "-2", "〔2024〕5号第三条"); err == nil {
			t.Errorf("something was changed in a registry that was edited: %s", edit)
		}
		r.Close()
		if _, err := reopenedRegistry(t, address); err == nil {
			t.Errorf("nobody noticed: %s", edit)
		}
	}
	// What is remembered is damaged, or is gone: the history is walked, and it is remembered again.
	reset(whole)
	remembered[len(remembered)/2] ^= 1
	again()
	if err := asked(); err != nil {
		t.Error(err)
	}
	if now := read(t, left[0]); string(now) == string(remembered) {
		t.Error("what was damaged is remembered still")
	}
}

// What others did since is taken in, and what they would have done by other means is not.
func TestAQuestionWalksOnFromWhatIsRemembered(t *testing.T) {
	f := newFleet(t)
	engines(t, func(t *testing.T, address string) {
		r := f.registry(t, address)
		data := t.TempDir()
		archive := r.Archive()
		open := func() (*registry.Registry, error) {
			return registry.Open(t.Context(), address, registry.Options{Who: "示例乙", Data: data, Archive: archive, Asking: true})
		}
		ask := func() []registry.Ranked {
			t.Helper()
			asked, err := open()
			if err != nil {
				t.Fatal(err)
			}
			defer asked.Close()
			if err := askEverything(t, asked); err != nil {
				t.Fatal(err)
			}
			return ranked(t, asked, registry.RankOptions{})
		}
		take(t, r, registry.TakeOptions{}, f.files[heatSub])
		if rows := ask(); len(rows) != 1 {
			t.Fatalf("%+v", rows)
		}
		take(t, r, registry.TakeOptions{}, f.dir)
		if _, err := r.Adjust(t.Context(), parentUSCC, linesOfCase(t, r, parentUSCC)[0], "-1", "〔2024〕5号第三条"); err != nil {
			t.Fatal(err)
		}
		rows := ask()
		if len(rows) != 3 || rows[0].Adjusted == rows[0].Confirmed.Innovation && rows[1].Adjusted == rows[1].Confirmed.Innovation {
			t.Errorf("%+v", rows)
		}
		// A question may be followed by a change, over the same opening.
		asked, err := open()
		if err != nil {
			t.Fatal(err)
		}
		defer asked.Close()
		if _, err := asked.CloseYear(t.Context()); err != nil {
			t.Error(err)
		}
		if err := asked.Reopen(t.Context(), "复核后更正一户"); err != nil {
			t.Error(err)
		}
		if rows := ask(); len(rows) != 3 {
			t.Errorf("%+v", rows)
		}
	})
}

// linesOfCase names the lines of an enterprise's sheet.
func linesOfCase(t testing.TB, r *registry.Registry, uscc string) (ids []string) {
	t.Helper()
	c, err := r.Show(t.Context(), uscc, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range c.Lines {
		ids = append(ids, l.ID)
	}
	return ids
}
