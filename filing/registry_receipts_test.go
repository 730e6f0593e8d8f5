package filing

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"yice/filing/registry"
	"yice/form"
	"yice/seal"
)

// The whole round: what the regulator decides moves the ranking, goes out with the receipt, and stands as confirmed at the enterprise,
// which hands in nothing anew.
func TestWhatIsDecidedComesBackToTheEnterprise(t *testing.T) {
	f := newFleet(t)
	r := f.registry(t, filepath.Join(t.TempDir(), "r.yreg"))
	take(t, r, registry.TakeOptions{}, f.dir)
	desk := f.seat(t, parentUSCC)
	if !desk.Locked() {
		t.Fatal("the year was handed in and is not locked")
	}
	o := ReceiptOptions{Key: f.receipting, Trust: f.trust, Now: time.Now()}
	out := t.TempDir()
	given := func() ReceiptsGiven {
		t.Helper()
		g, err := RegistryReceipts(t.Context(), r, out, o)
		if err != nil {
			t.Fatal(err)
		}
		return g
	}
	if g := given(); g.Written != 3 || g.Log.Size != 3 {
		t.Fatalf("%+v", g)
	}
	declared := func() bool {
		for _, row := range desk.Records(form.ByID("platform")) {
			if row.Str("name") == "智慧水务重点实验室" {
				return desk.SelfDeclared(row)
			}
		}
		return false
	}
	if !declared() {
		t.Fatal("nothing waits to be confirmed")
	}
	first, err := ReceiveAll(t.Context(), desk, filepath.Join(out, parentUSCC), f.trust)
	if err != nil || len(first.Says) != 1 || len(first.Recognised) != 0 {
		t.Fatalf("%+v %v", first, err)
	}

	if d, err := r.Decide(t.Context(), decisionFile(t, f.deciding, platformDecided), registry.TakeOptions{}); err != nil || len(d.Changes) != 1 {
		t.Fatalf("%+v %v", d, err)
	}
	if g := given(); g.Written != 1 || g.Kept != 2 || g.Log.Size != 4 {
		t.Errorf("what changed nothing got another receipt, or numbers began anew: %+v", g)
	}
	back, err := ReceiveAll(t.Context(), desk, filepath.Join(out, parentUSCC), f.trust)
	if err != nil || len(back.Recognised) != 1 {
		t.Fatalf("%+v %v", back, err)
	}
	var ranked registry.Ranked
	rows, err := r.Rank(t.Context(), registry.RankOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if row.USCC == parentUSCC {
			ranked = row
		}
	}
	if now := desk.Sheet().BonusTotal.Confirmed; now.String() != ranked.Confirmed.Bonus || declared() {
		t.Errorf("the enterprise has %s confirmed, the registry %s; by its own word alone: %v", now, ranked.Confirmed.Bonus, declared())
	}
	if !desk.Locked() {
		t.Error("the year was opened for it")
	}
	// What goes to one enterprise is not for another, and only a key for receipts gives any.
	if _, err := ReceiveAll(t.Context(), f.seat(t, heatSub), filepath.Join(out, parentUSCC), f.trust); err == nil {
		t.Error("another enterprise's receipt was taken in")
	}
	o.Key = f.deciding
	_, err = RegistryReceipts(t.Context(), r, out, o)
	refusedAs(t, "a receipt of a key for recognitions", err, "filing.receipt-role")
	o.Key = f.receipting
	// A key that was revoked since says nothing any more.
	keys, err := (seal.Trust{Dir: f.trust}).List()
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range keys {
		if h.USCC == heatSub {
			if _, err := (seal.Trust{Dir: f.trust}).Revoke(h.Fingerprint, "2024-01-10", "密钥遗失，本人报失"); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := RegistryReceipts(t.Context(), r, out, o); err == nil {
		t.Error("a receipt was given for what a revoked key signed")
	}
	if _, err := os.Stat(filepath.Join(r.Archive(), receiptRoom, receiptLogFile)); err != nil {
		t.Error(err)
	}
}
