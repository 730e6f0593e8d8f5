package filing

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"yice/filing/claims"
	"yice/filing/registry"
	"yice/form"
	"yice/text"
)

// row is what a consolidation says of an enterprise, without where it came from.
func collectedRow(e *CollectedEnterprise) string {
	return strings.Join([]string{e.USCC, e.Innovation, e.Bonus, e.Assessed, e.Serial, string(rune('0' + e.Rank)), e.Identity, e.Policy}, " ")
}

func collectedRows(all *Collected) (rows []string) {
	for i := range all.Enterprises {
		rows = append(rows, collectedRow(&all.Enterprises[i]))
	}
	return rows
}

// What a group hands on consolidates as what its members hand in alone, and twice is once; who handed on is said on the row.
func TestConsolidationReadsBundles(t *testing.T) {
	f := newFleet(t)
	bundle := f.handedOn(t)
	o := CollectOptions{Trust: f.trust, Pack: f.pack}
	alone := collect(t, o, f.dir)
	want := strings.Join(collectedRows(alone), "\n")
	handed := collect(t, o, bundle)
	if got := strings.Join(collectedRows(handed), "\n"); got != want || len(handed.Problems) != len(alone.Problems) {
		t.Errorf("by a bundle:\n%s\nalone:\n%s\n%v", got, want, handed.Problems)
	}
	if len(handed.DoubleClaims) != len(alone.DoubleClaims) || len(handed.IntraGroup) != len(alone.IntraGroup) {
		t.Errorf("%d double claims and %d payments, alone %d and %d", len(handed.DoubleClaims), len(handed.IntraGroup), len(alone.DoubleClaims), len(alone.IntraGroup))
	}
	for i := range handed.Enterprises {
		e := &handed.Enterprises[i]
		if !strings.HasPrefix(e.File, "bundle.zip ▸ ") || len(e.Notes) == 0 || !strings.Contains(e.Notes[len(e.Notes)-1].ZH, "转报") {
			t.Errorf("%s: %v", e.File, e.Notes)
		}
		v, err := VerifyCollected(t.Context(), e, VerifyOptions{Trust: f.trust})
		if err != nil || v.Submission == nil || v.Submission.Serial != e.Serial {
			t.Errorf("%s cannot be opened again: %v", e.File, err)
			continue
		}
		if err := v.Close(); err != nil {
			t.Error(err)
		}
	}
	both := collect(t, o, f.dir, bundle)
	if got := strings.Join(collectedRows(both), "\n"); got != want {
		t.Errorf("alone and by a bundle:\n%s\nwant\n%s", got, want)
	}
	// Without keys each is judged as any other is then, and that nobody asked who hands on is said.
	unasked := collect(t, CollectOptions{}, bundle)
	if len(unasked.Enterprises) != 3 || len(unasked.Notes) == 0 || !strings.Contains(unasked.Notes[0].ZH, "没有核对是谁签的名") {
		t.Errorf("%+v", unasked.Notes)
	}
}

// A bundle of somebody who may not hand on is not read, and what is wrong within one is a problem of that one.
func TestABundleAddsNothingToAConsolidation(t *testing.T) {
	f := newFleet(t)
	group := f.key(t, f.enterprise)
	water := entryOf{"water.zip", read(t, f.files[waterSub]), false}
	heat := entryOf{"heat.zip", read(t, f.files[heatSub]), false}
	damaged := entryOf{"heat.zip", bytes.Clone(heat.content), false}
	damaged.content[len(damaged.content)/2] ^= 1
	forged, _ := handIn(t, heatSub, heatTables(), SubmitOptions{Key: f.keys[waterSub], Trust: f.trust})
	other := entryOf{"heat.zip", read(t, forged), false}
	both := []entryOf{water, heat}
	for name, c := range map[string]struct {
		path, problem string
		ok            int
	}{
		"whole":                 {bundleOf(t, group, parentUSCC, both, both), "", 2},
		"one exchanged":         {bundleOf(t, group, parentUSCC, both, []entryOf{water, other}), "不是清单里转报的那一份", 1},
		"one damaged before":    {bundleOf(t, group, parentUSCC, []entryOf{water, damaged}, []entryOf{water, damaged}), "heat.zip", 1},
		"one of another's hand": {bundleOf(t, group, parentUSCC, []entryOf{water, other}, []entryOf{water, other}), "heat.zip", 1},
		"one not listed":        {bundleOf(t, group, parentUSCC, []entryOf{water}, both), "没有这一份", 1},
		"one lacking":           {bundleOf(t, group, parentUSCC, both, []entryOf{water}), "包里没有", 1},
		"unsigned":              {bundleOf(t, nil, parentUSCC, both, both), "没有签名", 0},
		"a member's hand":       {bundleOf(t, f.key(t, f.keys[waterSub]), parentUSCC, both, both), "不算数", 0},
	} {
		all := collect(t, CollectOptions{Trust: f.trust, Pack: f.pack}, c.path)
		ok := 0
		for i := range all.Enterprises {
			if all.Enterprises[i].OK {
				ok++
			}
		}
		said := make([]string, len(all.Problems))
		for i, p := range all.Problems {
			said[i] = p.ZH
		}
		if ok != c.ok || (c.problem == "") != (len(said) == 0) || !strings.Contains(strings.Join(said, "\n"), c.problem) {
			t.Errorf("%s: %d hold, want %d: %s", name, ok, c.ok, said)
		}
	}
}

// An encrypted bundle opens with the key that opens everything else; without one it is said what it takes.
func TestConsolidationOpensAnEncryptedBundle(t *testing.T) {
	f := newFleet(t)
	own := f.registry(t, filepath.Join(t.TempDir(), "group.yreg"))
	take(t, own, registry.TakeOptions{}, f.dir)
	path, key := keyFile(t)
	out := filepath.Join(t.TempDir(), "bundle.zip")
	if _, err := own.HandOn(t.Context(), out, registry.HandOnOptions{Key: f.key(t, f.enterprise), To: key.Public()}); err != nil {
		t.Fatal(err)
	}
	if all := collect(t, CollectOptions{Trust: f.trust, Key: path}, out); len(all.Enterprises) != 3 {
		t.Errorf("%+v", all.Problems)
	}
	if all := collect(t, CollectOptions{Trust: f.trust}, out); len(all.Enterprises) != 0 || len(all.Problems) != 1 {
		t.Errorf("%+v", all.Problems)
	}
	lab, err := OpenLaboratory(context.Background(), []string{out}, CollectOptions{Trust: f.trust, Key: path, Lang: text.ZH})
	if err != nil || lab.Years() != 3 {
		t.Errorf("the laboratory: %v", err)
	}
}

// Two pairs of enterprises claim the same in one bundle, each in its first row: the second is told too, for each submission in a bundle is one
// of its own.
func TestSubmissionsOfABundleAreToldApart(t *testing.T) {
	patent := form.ByID("patent")
	var members []*member
	places := make(map[string]bool)
	for i, number := range []string{"A", "A", "B", "B"} {
		m := &member{row: CollectedEnterprise{USCC: string(rune('1' + i)), Path: "b.zip", Within: string(rune('a'+i)) + ".zip", Year: 2023}}
		m.claims = []claims.Row{{Form: patent, Row: 2, Key: number, Title: number, Plain: number, Marks: []claims.Mark{{ID: "number\x00" + number, Certain: true}}}}
		members = append(members, m)
		places[m.ranked().Path] = true
	}
	if found, _ := doubleClaims(members); len(found) != 2 {
		t.Errorf("%d double claims, want 2", len(found))
	}
	if len(places) != 4 {
		t.Errorf("four submissions lie in %d places", len(places))
	}
}
