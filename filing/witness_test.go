package filing

import (
	"context"
	"strings"
	"testing"

	"yice/store"
	"yice/text"
)

// A submission bears witness of the history it was sealed with, of no other one, and only where it verifies.
func TestOnlyAVerifiedSubmissionBearsWitness(t *testing.T) {
	s := golden(t)
	key, _ := keyFile(t)
	path, _ := submit(t, s, SubmitOptions{Key: key})
	x, err := Witness(context.Background(), path, VerifyOptions{})
	if err != nil {
		t.Fatal(err)
	}
	against := func(w *store.Workspace) store.Verified {
		t.Helper()
		v, err := w.VerifyAgainst(context.Background(), []store.Witness{x})
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	if v := against(s.Workspace()); len(v.Findings) > 0 || v.Vouched[0] == 0 || v.Vouched[0] >= v.Log.Size {
		t.Errorf("%+v", v)
	}
	if v := against(desk(t, waterUSCC, goldenYear).Workspace()); len(v.Findings) != 1 || v.Vouched[0] != 0 {
		t.Errorf("another workspace's history: %+v", v)
	}
	// The root by itself tells another history from this one.
	rooted := store.Witness{Name: x.Name, Log: x.Log}
	for w, is := range map[*store.Workspace]int{s.Workspace(): 0, desk(t, waterUSCC, goldenYear).Workspace(): 1} {
		if v, err := w.VerifyAgainst(context.Background(), []store.Witness{rooted}); err != nil || len(v.Findings) != is {
			t.Errorf("by the root alone, %d findings wanted: %+v, %v", is, v.Findings, err)
		}
	}
	forged := forge(t, read(t, path), func(entries map[string]string) {
		entries[sealEntry] = strings.Replace(entries[sealEntry], `"history_head": "`, `"history_head": "00`, 1)
	})
	var f *text.Fault
	if _, err := Witness(context.Background(), forged, VerifyOptions{}); !asFault(err, &f) || f.Code != "filing.witness-unverified" {
		t.Errorf("a forged submission bears witness: %v", err)
	}
}
