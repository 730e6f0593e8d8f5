package tui

import (
	"os"
	"strings"
	"testing"

	"yice/scoring"
	"yice/store"
	"yice/tui/ruling"
)

func TestPolicy(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36", 120, 36, nil}, {"120x36-en", 120, 36, []func(*Options){english}}} {
		t.Run(size.name, func(t *testing.T) {
			d := at(t, size.w, size.h, size.o...)
			d.press("<f5>").golden("policy-" + size.name)
			d.press("<tab>").golden("policy-assumed-" + size.name)
			d.press("<tab>").golden("policy-own-" + size.name)
			d.press("<tab>").golden("policy-readings-" + size.name)
			d.press("<tab>").golden("policy-diff-" + size.name)
		})
	}
}

// The pack that the regulator issued assumes nothing; one that only says it is issued does.
func TestThePackInForceSaysHowItsNumbersStand(t *testing.T) {
	t.Parallel()
	for _, proven := range []bool{true, false} {
		d := at(t, 120, 36, func(o *Options) {
			source, err := os.ReadFile("../examples/pack-2023.toml")
			if err != nil {
				t.Fatal(err)
			}
			if o.Pack, err = scoring.Load([]byte(strings.Replace(string(source), `"draft" `, `"issued"`, 1))); err != nil {
				t.Fatal(err)
			}
			o.Pack.Unproven = !proven
		})
		d.press("<f4>")
		settled := strings.Contains(d.screen(), "由国资委在签发的政策包里确定")
		d.press("<f5>").setting("bonus_total.cap")
		for word, want := range map[string]bool{"假设": !proven, "待确认": !proven, "国资委确定（政策包 BT-SASAC-INNOV 2023.1": proven} {
			if strings.Contains(d.screen(), word) != want {
				t.Errorf("proven %v: %q is told: %v\n%s", proven, word, !want, d.screen())
			}
		}
		if settled != proven {
			t.Errorf("proven %v: the score says settled: %v", proven, settled)
		}
	}
}

// row moves the cursor to the setting of a path.
func (d *driver) setting(path string) *driver {
	d.t.Helper()
	if d.m.dirty = true; d.m.Top().(*ruling.PolicyScreen).Seek(path) {
		return d
	}
	d.t.Fatalf("the policy screen does not list %s", path)
	return d
}

// A target of one enterprise is set with a reason into a new draft, which scores at once; dropping it brings the default
// back.
func TestATargetIsSetForOneEnterprise(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	before := d.m.stand.Totals.Innovation.String()
	d.press("<f5>", "<tab>", "<tab>").setting("indicator.patents.target").sees("责任书第4条")
	d.press("<enter>", "<ctrl+a>", "没有数", "<enter>").sees("!").press("<ctrl+a>", "4", "<enter>").sees("依据什么")
	d.press("<enter>").sees("必须填写").press("责任书补充协议第2条", "<enter>").sees("+5.00").press("<enter>")
	if got := d.m.stand.Totals.Innovation.String(); got == before {
		t.Errorf("the score is still %s", got)
	}
	packs, err := d.m.desk.w.Packs()
	if err != nil || len(packs) != 1 || packs[0].Status != "draft" {
		t.Fatalf("packs kept: %v %v", packs, err)
	}
	d.setting("indicator.patents.target").sees("责任书补充协议第2条", "默认 5")
	d.press("<delete>").sees("恢复默认").press("<enter>")
	if d.m.desk.s.Pack().Enterprise("91150200MA0BT0013C") == nil {
		t.Error("the enterprise is gone from the pack")
	}
	p, ok := d.m.stand.Sheet.Pack.Param("indicator.patents.target")
	if !ok || p.Text != "5" {
		t.Errorf("the target is %+v", p)
	}
}

func TestWhatMayNotBeSetIsRefused(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.press("<f5>").setting("addback.increment_rate").press("<enter>").sees("不允许为单个企业")
}

// An issued pack is never changed: setting a target begins its next version as a draft, and the issued one still scores.
func TestAnIssuedPackStays(t *testing.T) {
	t.Parallel()
	source, err := os.ReadFile("../examples/pack-2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	issued := []byte(strings.Replace(string(source), `"draft"`, `"issued"`, 1))
	pack, err := scoring.Load(issued)
	if err != nil || !pack.Issued() {
		t.Fatal(err)
	}
	d := at(t, 120, 36)
	if err := d.m.desk.w.AddPack(store.PackFile{SHA256: pack.SHA256, Year: 2023, Status: "issued", Source: issued}); err != nil {
		t.Fatal(err)
	}
	if err := d.m.desk.s.Reload(t.Context()); err != nil {
		t.Fatal(err)
	}
	d.send(standingMsg{takeStanding(d.m.desk.s)})
	d.settle()
	d.press("<f5>", "<tab>", "<tab>").setting("indicator.patents.target").press("<enter>", "<ctrl+a>", "4", "<enter>", "补充协议", "<enter>", "<enter>")
	d.sees("仍按正式的")
	if !d.m.stand.Sheet.Official || d.m.desk.s.Pack().SHA256 != pack.SHA256 {
		t.Error("the issued pack does not score any more")
	}
}

func TestNextYearsDraft(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.press("<f5>", "<ctrl+n>").sees("2024").press("<enter>").sees("2024 年度的草案")
	packs, err := d.m.desk.w.Packs()
	if err != nil || len(packs) != 1 || packs[0].Year != 2024 {
		t.Errorf("packs kept: %v %v", packs, err)
	}
}

// The policy screen offers to set what may be set alone, and says of the rest that it is for all; its names begin as their neighbours do.
func TestThePolicyOffersNoKeyThatDoesNothing(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36, english).press("<f5>").misses(" Enter Set").sees("Decimals of points", "Valid from")
	d.press("<tab>").misses(" Enter Set").sees("The pack does not let a single enterprise have its own")
	d.press("<tab>").sees(" Enter Set", "May be set for this enterprise: Enter")
}

// A title that has no room in the list of all keys stands whole below it.
func TestATitleOfTheListOfKeysIsToldWhole(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24, english).form("spend").press("<f2>", "<tab>", "<tab>", "rest kept")
	d.press("<down>").sees("Another like the line above: next number, the rest kept, on", "to the amount")
}
