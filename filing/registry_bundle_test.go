package filing

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yice/filing/registry"
	"yice/filing/submission"
	"yice/filing/submission/archive"
	"yice/seal"
)

// handedOn lets the group take what its members handed in into a registry of its own and hand it on.
func (f *fleet) handedOn(t testing.TB) string {
	t.Helper()
	own := f.registry(t, filepath.Join(t.TempDir(), "group.yreg"))
	if got := take(t, own, registry.TakeOptions{}, f.dir); got.Taken != 3 {
		t.Fatalf("%+v", got)
	}
	out := filepath.Join(t.TempDir(), "bundle.zip")
	done, err := own.HandOn(t.Context(), out, registry.HandOnOptions{Key: f.key(t, f.enterprise)})
	if err != nil || done.USCC != parentUSCC || done.Submissions != 3 {
		t.Fatalf("%+v %v", done, err)
	}
	c, err := own.Show(t.Context(), waterSub, "")
	if err != nil || len(c.HandedOn) != 1 || c.HandedOn[0].Bundle != done.Bundle {
		t.Errorf("the group does not know what it handed on: %+v %v", c.HandedOn, err)
	}
	return out
}

func (f *fleet) key(t testing.TB, path string) *seal.Key {
	t.Helper()
	k, err := seal.ReadKey(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// historyLines counts them.
func historyLines(t testing.TB, r *registry.Registry) int64 {
	t.Helper()
	h, err := r.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return h.Lines
}

// What a group hands on comes to what it comes to when each hands in by itself, and is there once however often and by whichever way it
// came; that it was handed on is known beside it.
func TestABundleIsTakenAsAFolderIs(t *testing.T) {
	f := newFleet(t)
	bundle := f.handedOn(t)
	alone := f.registry(t, filepath.Join(t.TempDir(), "alone.yreg"))
	take(t, alone, registry.TakeOptions{}, f.dir)
	want := everythingLoaded(t, alone)
	engines(t, func(t *testing.T, address string) {
		r := f.registry(t, address)
		if got := take(t, r, registry.TakeOptions{}, bundle); got.Taken != 3 || len(got.Refused) != 0 {
			t.Fatalf("%+v", got)
		}
		if got := everythingLoaded(t, r); got != want {
			t.Errorf("by a bundle:\n%s\nalone:\n%s", got, want)
		}
		c, err := r.Show(t.Context(), waterSub, "")
		if err != nil || len(c.HandedOn) != 1 || c.HandedOn[0].ByUSCC != parentUSCC {
			t.Errorf("who handed on is not known: %+v %v", c.HandedOn, err)
		}
		lines := historyLines(t, r)
		for _, path := range []string{bundle, f.dir} {
			if got := take(t, r, registry.TakeOptions{}, path); got.Taken != 0 || got.Skipped != 3 {
				t.Errorf("again: %+v", got)
			}
		}
		if n := historyLines(t, r); n != lines {
			t.Errorf("what was there already wrote %d lines", n-lines)
		}
		other := f.registry(t, address2(t, address))
		take(t, other, registry.TakeOptions{}, f.dir)
		if got := take(t, other, registry.TakeOptions{}, bundle); got.Taken != 0 || got.Skipped != 3 {
			t.Errorf("alone, then by a bundle: %+v", got)
		}
		if got := everythingLoaded(t, other); got != want {
			t.Error("a bundle that brought nothing new changed something")
		}
		if c, err := other.Show(t.Context(), heatSub, ""); err != nil || len(c.HandedOn) != 1 {
			t.Errorf("%+v %v", c, err)
		}
		if again, err := reopenedRegistry(t, address); err != nil {
			t.Error(err)
		} else if wrong, err := again.Damaged(t.Context()); err != nil || len(wrong) > 0 {
			t.Errorf("%v %v", wrong, err)
		}
	})
}

// address2 is a second registry of the same engine.
func address2(t *testing.T, address string) string {
	if registry.IsAddress(address) {
		return database(t)
	}
	return filepath.Join(t.TempDir(), "second.yreg")
}

// entryOf is an entry of a bundle that is made by hand.
type entryOf struct {
	name    string
	content []byte
	packed  bool
}

// bundleOf makes a bundle by hand: a list of what is listed, signed by a key or nobody, and the entries.
func bundleOf(t testing.TB, key *seal.Key, group string, listed, entries []entryOf) string {
	t.Helper()
	type one struct {
		File   string `json:"file"`
		SHA256 string `json:"sha256"`
		USCC   string `json:"uscc"`
		Period string `json:"period"`
		Serial string `json:"serial"`
	}
	list := struct {
		USCC        string `json:"uscc"`
		Name        string `json:"name"`
		Submissions []one  `json:"submissions"`
	}{USCC: group, Name: "自称的名称"}
	for _, e := range listed {
		sum := sha256.Sum256(e.content)
		list.Submissions = append(list.Submissions, one{File: e.name, SHA256: hex.EncodeToString(sum[:])})
	}
	content, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	var signed, whole archive.Memory
	if err := submission.WriteSigned(&signed, submission.BundleDocument, content, key, sealedAt("2024-01-25T09:00:00+08:00")()); err != nil {
		t.Fatal(err)
	}
	z := archive.NewWriter(&whole)
	for _, e := range append([]entryOf{{"handed-on.zip", signed.Bytes(), false}}, entries...) {
		_, err := z.Add(e.name, e.packed, func(w io.Writer) error {
			_, err := w.Write(e.content)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return file(t, "bundle.zip", string(whole.Bytes()))
}

// What is wrong with one submission of a bundle returns that one, by name; what is wrong with the bundle returns the bundle. No signature of a
// group makes good what an enterprise's does not.
func TestABundleAddsNoAuthority(t *testing.T) {
	f := newFleet(t)
	group := f.key(t, f.enterprise)
	water := entryOf{"water.zip", read(t, f.files[waterSub]), false}
	heat := entryOf{"heat.zip", read(t, f.files[heatSub]), false}
	damaged := entryOf{"heat.zip", bytes.Clone(heat.content), false}
	damaged.content[0] ^= 1
	forged, _ := handIn(t, heatSub, heatTables(), SubmitOptions{Key: f.keys[waterSub], Trust: f.trust})
	wrongHand := entryOf{"heat.zip", read(t, forged), false}
	within := entryOf{"inner.zip", read(t, bundleOf(t, group, parentUSCC, []entryOf{heat}, []entryOf{heat})), false}
	packed := heat
	packed.packed = true
	stranger, _ := keyFile(t)
	both := []entryOf{water, heat}
	escaping := func(path string) string {
		content := bytes.ReplaceAll(read(t, path), []byte("heat.zip"), []byte("../h.zip"))
		return file(t, "bundle.zip", string(content))
	}
	for name, c := range map[string]struct {
		path, refused string
		taken         int
	}{
		"whole":                 {bundleOf(t, group, parentUSCC, both, both), "", 2},
		"one exchanged":         {bundleOf(t, group, parentUSCC, both, []entryOf{water, wrongHand}), "bundle.zip ▸ heat.zip bundle.changed", 1},
		"one damaged before":    {bundleOf(t, group, parentUSCC, []entryOf{water, damaged}, []entryOf{water, damaged}), "bundle.zip ▸ heat.zip archive.spelling", 1},
		"one of another's hand": {bundleOf(t, group, parentUSCC, []entryOf{water, wrongHand}, []entryOf{water, wrongHand}), "bundle.zip ▸ heat.zip identity.wrong", 1},
		"one not listed":        {bundleOf(t, group, parentUSCC, []entryOf{water}, both), "bundle.zip ▸ heat.zip bundle.unlisted", 1},
		"one lacking":           {bundleOf(t, group, parentUSCC, both, []entryOf{water}), "bundle.zip ▸ heat.zip bundle.lacks", 1},
		"one packed again":      {bundleOf(t, group, parentUSCC, both, []entryOf{water, packed}), "bundle.zip ▸ heat.zip bundle.changed", 1},
		"a bundle within":       {bundleOf(t, group, parentUSCC, []entryOf{water, within}, []entryOf{water, within}), "bundle.zip ▸ inner.zip bundle.nested", 1},
		"unsigned":              {bundleOf(t, nil, parentUSCC, both, both), "bundle.zip bundle.unsigned", 0},
		"a member's hand":       {bundleOf(t, f.key(t, f.keys[waterSub]), parentUSCC, both, both), "bundle.zip bundle.hand", 0},
		"nobody's hand":         {bundleOf(t, f.key(t, stranger), parentUSCC, both, both), "bundle.zip bundle.hand", 0},
		"a deciding hand":       {bundleOf(t, f.key(t, f.deciding), parentUSCC, both, both), "bundle.zip bundle.hand", 0},
		"listed twice":          {bundleOf(t, group, parentUSCC, []entryOf{water, water}, []entryOf{water}), "bundle.zip bundle.broken", 0},
		"a name that escapes":   {escaping(bundleOf(t, group, parentUSCC, both, both)), "bundle.zip bundle.broken", 0},
		"cut short":             {file(t, "bundle.zip", string(read(t, bundleOf(t, group, parentUSCC, both, both))[:5000])), "bundle.zip bundle.broken", 0},
		"not of the group":      {bundleOf(t, f.key(t, f.keys[waterSub]), waterSub, both, both), "bundle.zip ▸ heat.zip registry.not-of-group", 1},
	} {
		r := f.registry(t, filepath.Join(t.TempDir(), "r.yreg"))
		got := take(t, r, registry.TakeOptions{}, c.path)
		if got.Taken != c.taken || refusalCodes(got) != c.refused {
			t.Errorf("%s: %d taken, %q", name, got.Taken, refusalCodes(got))
		}
		// What came back with a bundle comes in by itself, if it is good by itself.
		if got := take(t, r, registry.TakeOptions{}, f.files[waterSub], f.files[heatSub]); got.Taken+c.taken != 2 || len(got.Refused) != 0 {
			t.Errorf("%s, then alone: %+v", name, got)
		}
		if again, err := reopenedRegistry(t, r.Address()); err != nil {
			t.Errorf("%s: %v", name, err)
		} else if rows := ranked(t, again, registry.RankOptions{}); len(rows) != 2 {
			t.Errorf("%s: %d ranked", name, len(rows))
		}
	}
	// Who came alone and is not the group's stays as it came.
	r := f.registry(t, filepath.Join(t.TempDir(), "r.yreg"))
	take(t, r, registry.TakeOptions{}, f.dir)
	got := take(t, r, registry.TakeOptions{}, bundleOf(t, f.key(t, f.keys[waterSub]), waterSub, both, both))
	if refusalCodes(got) != "bundle.zip ▸ heat.zip registry.not-of-group" || got.Skipped != 1 {
		t.Errorf("%+v", got)
	}
	if c, err := r.Show(t.Context(), heatSub, ""); err != nil || c.Ranked == nil || len(c.HandedOn) != 0 {
		t.Errorf("%+v %v", c, err)
	}
	if c, err := r.Show(t.Context(), waterSub, ""); err != nil || len(c.HandedOn) != 1 || c.HandedOn[0].ByName == "自称的名称" {
		t.Errorf("%+v %v", c, err)
	}
}

// Who belongs to a group is said by the regulator's roster, over as many tiers as it has; the group's own roster says nothing here.
func TestWhoIsOfAGroupIsSaidByTheRoster(t *testing.T) {
	f := newFleet(t)
	bundle := f.handedOn(t)
	const another = "91150200MA0BT0056R" // not on the roster
	for name, c := range map[string]struct {
		roster  string
		refused []string
	}{
		"over a tier between": {strings.Replace(wholeRoster, "示例热力,竞争型,2,"+parentUSCC, "示例热力,竞争型,3,"+waterSub, 1), nil},
		"another's":           {strings.Replace(wholeRoster, "示例热力,竞争型,2,"+parentUSCC, "示例热力,竞争型,2,"+another, 1), []string{heatSub}},
		"nobody's":            {strings.Replace(wholeRoster, "示例热力,竞争型,2,"+parentUSCC, "示例热力,竞争型,1,", 1), []string{heatSub}},
		"in a circle": {
			strings.NewReplacer("示例热力,竞争型,2,"+parentUSCC, "示例热力,竞争型,2,"+waterSub, "示例水务,功能型,2,"+parentUSCC, "示例水务,功能型,2,"+heatSub).Replace(wholeRoster),
			[]string{heatSub, waterSub},
		},
	} {
		g := *f
		g.roster = file(t, "roster.csv", c.roster)
		r := g.registry(t, filepath.Join(t.TempDir(), "r.yreg"))
		var refused []string
		for _, x := range take(t, r, registry.TakeOptions{}, bundle).Refused {
			if x.Code != "registry.not-of-group" {
				t.Errorf("%s: %+v", name, x)
			}
			refused = append(refused, x.USCC)
		}
		slices.Sort(refused)
		slices.Sort(c.refused)
		if !slices.Equal(refused, c.refused) {
			t.Errorf("%s: %v came back", name, refused)
		}
	}
}

// A group hands on with its own key, what it holds, and of the period that is asked for.
func TestAGroupHandsOnWhatItHolds(t *testing.T) {
	f := newFleet(t)
	r := f.registry(t, filepath.Join(t.TempDir(), "group.yreg"))
	out := filepath.Join(t.TempDir(), "bundle.zip")
	_, err := r.HandOn(t.Context(), out, registry.HandOnOptions{Key: f.key(t, f.enterprise)})
	refusedAs(t, "an empty registry", err, "bundle.empty")
	take(t, r, registry.TakeOptions{}, f.dir)
	for name, key := range map[string]string{"a deciding key": f.deciding, "a receipting key": f.receipting} {
		_, err := r.HandOn(t.Context(), out, registry.HandOnOptions{Key: f.key(t, key)})
		refusedAs(t, name, err, "bundle.hand")
	}
	_, err = r.HandOn(t.Context(), out, registry.HandOnOptions{Key: f.key(t, f.enterprise), Period: "2023Q1"})
	refusedAs(t, "a quarter of which nothing came", err, "bundle.empty")
	for n := range 2 { // the same twice is another list, for it is signed at another time; what it holds is the same
		if _, err := r.HandOn(t.Context(), out, registry.HandOnOptions{Key: f.key(t, f.enterprise), Period: "2023"}); err != nil {
			t.Fatal(n, err)
		}
	}
	z, err := archive.Open(bytes.NewReader(read(t, out)), int64(len(read(t, out))))
	if err != nil || len(z.Entries) != 4 {
		t.Fatalf("%v", err)
	}
	var sums []string
	for _, path := range f.files {
		sums = append(sums, fmt.Sprintf("%x", sha256.Sum256(read(t, path))))
	}
	for _, e := range z.Entries[1:] {
		content, _, err := e.ReadAll(1 << 30)
		if err != nil || !slices.Contains(sums, fmt.Sprintf("%x", sha256.Sum256(content))) || e.Packed {
			t.Errorf("%s is not as it was handed in: %v", e.Name, err)
		}
	}
	if wrong, err := r.Unaccounted(t.Context()); err != nil || len(wrong) > 0 {
		t.Errorf("%v %v", wrong, err)
	}
}

// A return of a quarter has no day and is nobody's duty before one came; then everybody's is asked for. It travels in a bundle as the year does, and the
// year is neither in nor late by it.
func TestAQuarterIsListedOnceItCame(t *testing.T) {
	f := newFleet(t)
	s := desk(t, waterSub, goldenYear)
	handOver(t, s, waterTables())
	s = under(t, s, f.source, f.signature)
	runTo(t, s, "202306")
	quarter, _ := submit(t, s, SubmitOptions{
		Key: f.keys[waterSub], Trust: f.trust, Period: submission.Period{Year: goldenYear, Quarter: 2}, Now: sealedAt("2023-07-10T09:00:00+08:00"),
	})
	states := func(r *registry.Registry, period string) string {
		t.Helper()
		all, err := r.Due(t.Context(), period)
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, d := range all {
			said = append(said, d.Period+" "+d.USCC+d.State+d.Due)
		}
		return strings.Join(said, "; ")
	}
	own := f.registry(t, filepath.Join(t.TempDir(), "group.yreg"))
	if got := states(own, ""); strings.Contains(got, "Q") || strings.Count(got, "未报") != 4 {
		t.Errorf("before a quarter came: %s", got)
	}
	take(t, own, registry.TakeOptions{}, quarter, f.files[heatSub])
	bundle := filepath.Join(t.TempDir(), "bundle.zip")
	if done, err := own.HandOn(t.Context(), bundle, registry.HandOnOptions{Key: f.key(t, f.enterprise)}); err != nil || done.Submissions != 2 {
		t.Fatalf("%+v %v", done, err)
	}
	r := f.registry(t, filepath.Join(t.TempDir(), "r.yreg"))
	if got := take(t, r, registry.TakeOptions{}, bundle); got.Taken != 2 {
		t.Fatalf("%+v", got)
	}
	gas := "91150200MA0BT0048Y"
	if got, want := states(r, "2023Q2"), "2023Q2 "+parentUSCC+"未报; 2023Q2 "+heatSub+"未报; 2023Q2 "+gas+"未报"; !sameParts(got, want) {
		t.Errorf("of the quarter %s", got)
	}
	// Of the year: heat came after its day; that of the quarter is none of it.
	year := "2023 " + parentUSCC + "未报2099-03-31; 2023 " + waterSub + "未报2099-03-31; 2023 " + heatSub + "迟报2020-03-31; 2023 " + gas + "未报2099-03-31"
	if got := states(r, "2023"); !sameParts(got, year) {
		t.Errorf("of the year %s", got)
	}
	if got := states(r, ""); !sameParts(got, year+"; "+states(r, "2023Q2")) {
		t.Errorf("of all %s", got)
	}
	if rows := ranked(t, r, registry.RankOptions{Period: "2023Q2"}); len(rows) != 1 || rows[0].USCC != waterSub || rows[0].Late {
		t.Errorf("%+v", rows)
	}
	if rows := ranked(t, r, registry.RankOptions{Tier: "2"}); len(rows) != 1 || rows[0].Rank != 1 || !rows[0].Late {
		t.Errorf("%+v", rows)
	}
	if rows := ranked(t, r, registry.RankOptions{Tier: "1"}); len(rows) != 0 {
		t.Errorf("%+v", rows)
	}
}

// sameParts compares lists of parts in whatever order.
func sameParts(a, b string) bool {
	x, y := strings.Split(a, "; "), strings.Split(b, "; ")
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// A group is rolled up over as many tiers as the roster has; who did not hand in is counted and not scored, and a circle has no top.
func TestGroupsAreRolledUp(t *testing.T) {
	f := newFleet(t)
	const gas = "91150200MA0BT0048Y"
	for name, c := range map[string]struct{ roster, want string }{
		"two tiers":   {wholeRoster, "1 " + parentUSCC + " 3/4 3"},
		"three tiers": {strings.Replace(wholeRoster, "示例热力,竞争型,2,"+parentUSCC, "示例热力,竞争型,3,"+waterSub, 1), "1 " + parentUSCC + " 3/4 3"},
		"gas by itself": {
			strings.Replace(wholeRoster, "示例燃气,竞争型,2,"+parentUSCC, "示例燃气,竞争型,1,", 1), "1 " + parentUSCC + " 3/3 3; 0 " + gas + " 0/1 0",
		},
		"in a circle": {
			strings.NewReplacer("示例热力,竞争型,2,"+parentUSCC, "示例热力,竞争型,2,"+waterSub, "示例水务,功能型,2,"+parentUSCC, "示例水务,功能型,2,"+heatSub).Replace(wholeRoster),
			"",
		},
	} {
		g := *f
		g.roster = file(t, "roster.csv", c.roster)
		r := g.registry(t, filepath.Join(t.TempDir(), "r.yreg"))
		take(t, r, registry.TakeOptions{}, f.dir)
		all, err := r.RollUp(t.Context(), "")
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, one := range all {
			said = append(said, fmt.Sprintf("%d %s %d/%d %d", one.Rank, one.USCC, one.In, one.Members, one.Ranked))
		}
		if got := strings.Join(said, "; "); got != c.want && c.want != "" {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
		if c.want == "" { // the two of the circle stand for themselves
			if len(all) != 3 {
				t.Errorf("%s: %v", name, said)
			}
			continue
		}
		// The mean, by hand from the ranking, exactly.
		sum, n := new(big.Rat), int64(0)
		for _, row := range ranked(t, r, registry.RankOptions{}) {
			q, ok := new(big.Rat).SetString(row.Adjusted)
			if !ok {
				t.Fatal(row.Adjusted)
			}
			sum, n = sum.Add(sum, q), n+1
		}
		if want := sum.Quo(sum, big.NewRat(n, 1)).RatString(); all[0].MeanExact != want {
			t.Errorf("%s: the mean is %s, want %s", name, all[0].MeanExact, want)
		}
	}
}

// An encrypted bundle asks for the key as an encrypted submission does, and then holds what it holds.
func TestAnEncryptedBundleAsksForTheKey(t *testing.T) {
	f := newFleet(t)
	own := f.registry(t, filepath.Join(t.TempDir(), "group.yreg"))
	take(t, own, registry.TakeOptions{}, f.dir)
	path, k := keyFile(t)
	out := filepath.Join(t.TempDir(), "bundle.zip")
	if _, err := own.HandOn(t.Context(), out, registry.HandOnOptions{Key: f.key(t, f.enterprise), To: k.Public()}); err != nil {
		t.Fatal(err)
	}
	r := f.registry(t, filepath.Join(t.TempDir(), "r.yreg"))
	if got := take(t, r, registry.TakeOptions{}, out); refusalCodes(got) != "bundle.zip envelope.closed" {
		t.Errorf("without a key: %+v", got)
	}
	other, _ := seal.NewKey()
	got, err := r.Take(t.Context(), []string{out}, registry.TakeOptions{OpenKey: func() (*seal.Key, error) { return other, nil }})
	if err != nil || got.Taken != 0 || len(got.Refused) != 1 {
		t.Errorf("with another key: %+v %v", got, err)
	}
	open := registry.TakeOptions{OpenKey: func() (*seal.Key, error) { return f.key(t, path), nil }}
	for _, want := range []string{"3 taken, 0 skipped", "0 taken, 3 skipped"} {
		if got := take(t, r, open, out); fmt.Sprintf("%d taken, %d skipped", got.Taken, got.Skipped) != want || len(got.Refused) != 0 {
			t.Errorf("%s: %+v", want, got)
		}
	}
	if c, err := r.Show(t.Context(), waterSub, ""); err != nil || len(c.HandedOn) != 1 {
		t.Errorf("%+v %v", c, err)
	}
}
