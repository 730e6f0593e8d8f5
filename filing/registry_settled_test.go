package filing

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"yice/filing/registry"
)

func TestAdjustmentsMovePlacesUntilTheYearIsClosed(t *testing.T) {
	f := newFleet(t)
	engines(t, func(t *testing.T, address string) {
		r := f.registry(t, address)
		take(t, r, registry.TakeOptions{}, f.files[parentUSCC], f.files[waterSub])
		rows := ranked(t, r, registry.RankOptions{})
		first, second := rows[0], rows[1]
		c, err := r.Show(t.Context(), first.USCC, "")
		if err != nil {
			t.Fatal(err)
		}
		line := c.Lines[0].ID
		for _, bad := range []string{"", "0", "x", "-1e3", "1001", "0.00001", "--1"} {
			if _, err := r.Adjust(t.Context(), first.USCC, line, bad, "依据"); err == nil {
				t.Errorf("%q is points", bad)
			}
		}
		if _, err := r.Adjust(t.Context(), first.USCC, "nothing", "-1", "依据"); err == nil {
			t.Error("a line that the pack does not have was adjusted")
		}
		if _, err := r.Adjust(t.Context(), first.USCC, line, "-1", " "); err == nil {
			t.Error("nothing is a basis")
		}
		if _, err := r.Adjust(t.Context(), first.USCC, line, "-90.5", "〔2024〕5号第三条"); err != nil {
			t.Fatal(err)
		}
		rows = ranked(t, r, registry.RankOptions{})
		if rows[0].USCC != second.USCC || rows[1].Points != "-90.50" || rows[1].Rank != 2 || rows[1].Confirmed.Innovation != first.Confirmed.Innovation {
			t.Errorf("%+v", rows)
		}
		closed, err := r.CloseYear(t.Context())
		if err != nil || len(closed) != 2 {
			t.Fatal(err)
		}
		for what, change := range map[string]func() error{
			"an adjustment": func() error {
				_, err := r.Adjust(t.Context(), first.USCC, line, "1", "依据二")
				return err
			},
			"a submission": func() error {
				_, err := r.Take(t.Context(), []string{f.files[heatSub]}, registry.TakeOptions{})
				return err
			},
			"a decision": func() error {
				_, err := r.Decide(t.Context(), decisionFile(t, f.deciding, platformDecided), registry.TakeOptions{})
				return err
			},
			"a roster": func() error {
				_, err := r.Roster(t.Context(), file(t, "r.csv", rosterHead+heatSub+",改名,竞争型,1,,,,\n"))
				return err
			},
			"a second closing": func() error {
				_, err := r.CloseYear(t.Context())
				return err
			},
		} {
			err := change()
			refusedAs(t, what, err, "registry.closed")
			if err != nil && !strings.Contains(err.Error(), "示例甲") {
				t.Errorf("%s: it is not said who closed it: %v", what, err)
			}
		}
		if err := r.Reopen(t.Context(), "复核后更正一户"); err != nil {
			t.Fatal(err)
		}
		if _, err := r.Adjust(t.Context(), first.USCC, line, "90.5", "复核意见"); err != nil {
			t.Fatal(err)
		}
		if rows = ranked(t, r, registry.RankOptions{}); rows[0].USCC != first.USCC {
			t.Error("an adjustment that was taken back moves places still")
		}
	})
}

func TestADoubleClaimIsAwardedToOne(t *testing.T) {
	f := newFleet(t)
	engines(t, func(t *testing.T, address string) {
		r := f.registry(t, address)
		take(t, r, registry.TakeOptions{}, f.dir)
		all, err := r.Claims(t.Context(), "")
		if err != nil {
			t.Fatal(err)
		}
		c := collect(t, CollectOptions{Trust: f.trust, Pack: f.pack}, f.dir)
		if len(all) != len(c.DoubleClaims) {
			t.Errorf("%d double claims, consolidation has %d", len(all), len(c.DoubleClaims))
		}
		at := slices.IndexFunc(all, func(c registry.Claim) bool { return c.Form == "patent" && c.Certain })
		if at < 0 {
			t.Fatalf("%+v", all)
		}
		// Whoever asks in SQL sees every side of what is told here.
		a, err := r.Ask(t.Context(), "SELECT uscc, form, row FROM double_claim WHERE period = '2023'")
		if err != nil {
			t.Fatal(err)
		}
		asked := make(map[string]bool)
		for _, row := range a.Rows {
			asked[fmt.Sprint(row...)] = true
		}
		for _, c := range all {
			for _, s := range c.Sides {
				if !asked[fmt.Sprint(s.USCC, c.Form, s.Row)] {
					t.Errorf("double_claim lacks %s %s:%d", s.USCC, c.Form, s.Row)
				}
			}
		}
		d, err := r.Award(t.Context(), all[at].ID, parentUSCC, "专利证书列第一权利人", registry.TakeOptions{})
		if err != nil || d.Measured == 0 {
			t.Fatalf("%+v %v", d, err)
		}
		show, err := r.Show(t.Context(), waterSub, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range show.Lines {
			for _, u := range l.Used {
				if u.Form == "patent" && u.Key == "202110253000.2" {
					t.Errorf("%s counts what was awarded to another: %+v", l.ID, u)
				}
			}
		}
		if all, err = r.Claims(t.Context(), ""); err != nil || all[at].Awarded != parentUSCC || all[at].Why == "" {
			t.Errorf("%+v %v", all[at], err)
		}
		if _, err := reopenedRegistry(t, address); err != nil {
			t.Error(err)
		}
	})
}
