package scoring_test

import (
	"os"
	"testing"

	"yice/form"
	"yice/scoring"
)

func leverOf(t *testing.T, all []scoring.Lever, id string) *scoring.Lever {
	t.Helper()
	for i := range all {
		if all[i].ID == id {
			return &all[i]
		}
	}
	t.Fatalf("no lever %s among %d", id, len(all))
	return nil
}

// What can be moved is what the pack counts, whichever pack it is: each moves a figure, and leaves the facts as they are.
func TestLeversAreWhatThePackCounts(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"pack-2023.toml", "pack-2023-whole.toml", "pack-group.toml", "pack-province.toml", "pack-small-tech.toml"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			source, err := os.ReadFile("../examples/" + name)
			if err != nil {
				t.Fatal(err)
			}
			p, err := scoring.Load(source)
			if err != nil {
				t.Fatal(err)
			}
			f := goldenFacts(t)
			f.Type = p.Types[0]
			base := scoring.Evaluate(p, f)
			before := told(base)
			all := scoring.Evaluate(p, f).Levers()
			if len(all) == 0 {
				t.Fatal("nothing can be moved")
			}
			for i := range all {
				l := &all[i]
				moves := false
				for _, by := range []int64{l.Least, -l.Far, -l.Step, l.Step, l.Far, l.Most} {
					if l.Kind == scoring.MovesAmount && (by == l.Most || by == l.Least) {
						continue
					}
					if by = l.Within(by); by != 0 && scoring.EffectOf(base, scoring.Suppose(p, f, []scoring.Moved{{Lever: l, By: by}})).Moved {
						moves = true
					}
				}
				if !moves || l.Title.ZH == "" || l.Title.EN == "" || l.Step <= 0 || l.Far < l.Step {
					t.Errorf("%s: moves %v, %+v", l.ID, moves, l)
				}
			}
			if told(scoring.Evaluate(p, f)) != before {
				t.Error("the facts were moved")
			}
		})
	}
}

// A nudge does what keying the same would: money in 分, exactly, and back again.
func TestALeverDoesWhatKeyingWould(t *testing.T) {
	t.Parallel()
	p, f := goldenPack(t), goldenFacts(t)
	base := scoring.Evaluate(p, f)
	all := scoring.Evaluate(p, f).Levers()

	rd := leverOf(t, all, "rd")
	if rd.Amount(rd.Step) != "+10.00" || rd.Amount(-rd.Far) != "-100.00" {
		t.Errorf("a step of R&D is %s, a long one %s", rd.Amount(rd.Step), rd.Amount(rd.Far))
	}
	keyed := *f
	keyed.Ledger.Expensed = form.Plus(keyed.Ledger.Expensed, rd.Step)
	keyed.Ledger.Lines++
	if a, b := told(scoring.Evaluate(p, &keyed)), told(scoring.Suppose(p, f, []scoring.Moved{{Lever: rd, By: rd.Step}})); a != b {
		t.Errorf("keyed\n%s\nmoved\n%s", a, b)
	}
	// Never below what own money was expensed.
	if sheet := scoring.Suppose(p, f, []scoring.Moved{{Lever: rd, By: -1 << 60}}); sheet.Innovation.Confirmed.Cmp(base.Innovation.Confirmed) >= 0 || rd.Within(-1<<60) != -(f.Ledger.Expensed-f.Ledger.ExpensedGovernment) {
		t.Errorf("no R&D at all: %s", sheet.Innovation.Confirmed)
	}

	revenue := leverOf(t, all, "annual.revenue")
	if revenue.Share(revenue.Step) != "+1.00" || revenue.Share(-revenue.Far) != "-10.00" {
		t.Errorf("a step of revenue is %s%%", revenue.Share(revenue.Step))
	}
	less := scoring.EffectOf(base, scoring.Suppose(p, f, []scoring.Moved{{Lever: revenue, By: revenue.Step}}))
	if less.Gain.Sign() >= 0 {
		t.Errorf("more revenue at the same R&D: %+v", less)
	}
}

// What waits for a decision is decided both ways: all of it makes the score what it was with pending, nothing leaves none.
func TestDecisionsGoBothWays(t *testing.T) {
	t.Parallel()
	p, f := goldenPack(t), goldenFacts(t)
	base := scoring.Evaluate(p, f)
	l := leverOf(t, scoring.Evaluate(p, f).Levers(), "recognition")
	if base.BonusTotal.Pending == base.BonusTotal.Confirmed {
		t.Fatal("nothing is pending in the example")
	}
	all := scoring.Suppose(p, f, []scoring.Moved{{Lever: l, By: 1}})
	if all.BonusTotal.Confirmed != base.BonusTotal.Pending {
		t.Errorf("all recognised: %s, with pending it was %s", all.BonusTotal.Confirmed, base.BonusTotal.Pending)
	}
	none := scoring.Suppose(p, f, []scoring.Moved{{Lever: l, By: -1}})
	if none.BonusTotal.Pending != base.BonusTotal.Confirmed || none.BonusTotal.Confirmed != base.BonusTotal.Confirmed {
		t.Errorf("none recognised: %+v of %+v", none.BonusTotal, base.BonusTotal)
	}
}
