package filing

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"

	"yice/entry"
	"yice/filing/registry"
	"yice/form"
	"yice/seal"
	"yice/text"
)

// fleet is three enterprises of a regulator, each with a key of its own, and what they handed in.
type fleet struct {
	*regulator
	dir    string // of their files
	files  map[string]string
	keys   map[string]string // key files by enterprise
	roster string
}

var fleetNames = map[string]string{parentUSCC: "示例集团", waterSub: "示例水务", heatSub: "示例热力"}

const rosterHead = "uscc,name,type,tier,parent,from,to,due\n"

const wholeRoster = rosterHead +
	parentUSCC + ",示例集团,功能型,1,,,,2099-03-31\n" +
	waterSub + ",示例水务,功能型,2," + parentUSCC + ",,,2099-03-31\n" +
	heatSub + ",示例热力,竞争型,2," + parentUSCC + ",,,2020-03-31\n" +
	"91150200MA0BT0048Y,示例燃气,竞争型,2," + parentUSCC + ",,,2099-03-31\n"

// newFleet gives the fleet as it was made once, in folders of this test: sealing takes longer than most of what is tested.
func newFleet(t testing.TB) *fleet {
	t.Helper()
	madeFleet.once.Do(func() {
		f := sealedFleet(t)
		for _, path := range append(f.paths(), f.enterprise, f.stranger, f.deciding, f.receipting, f.keys[waterSub]) {
			madeFleet.content = append(madeFleet.content, read(t, path))
		}
	})
	if len(madeFleet.content) == 0 {
		t.Fatal("the fleet was not made")
	}
	dataFolder = t.TempDir()
	dir := t.TempDir()
	f := &fleet{
		regulator: &regulator{trust: filepath.Join(t.TempDir(), "trust"), pack: filepath.Join(dir, "pack.toml"), source: madeFleet.content[1], signature: madeFleet.content[2]},
		dir:       t.TempDir(), files: map[string]string{}, keys: map[string]string{}, roster: file(t, "roster.csv", wholeRoster),
	}
	for _, uscc := range []string{parentUSCC, waterSub, heatSub} {
		f.files[uscc] = filepath.Join(f.dir, uscc+".zip")
	}
	if err := os.Mkdir(f.trust, 0o700); err != nil {
		t.Fatal(err)
	}
	f.enterprise, f.stranger, f.deciding, f.receipting = filepath.Join(dir, "1"), filepath.Join(dir, "2"), filepath.Join(dir, "3"), filepath.Join(dir, "4")
	f.keys[parentUSCC], f.keys[heatSub], f.keys[waterSub] = f.enterprise, f.stranger, filepath.Join(dir, "5")
	for i, path := range append(f.paths(), f.enterprise, f.stranger, f.deciding, f.receipting, f.keys[waterSub]) {
		if err := os.WriteFile(path, madeFleet.content[i], 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return f
}

// made once: the bytes of a fleet, in the order of its paths.
var madeFleet struct {
	once    sync.Once
	content [][]byte
}

// paths are the files of a fleet besides its private keys.
func (f *fleet) paths() []string {
	return []string{filepath.Join(f.trust, "keys.json"), f.pack, f.pack + ".sig", f.files[parentUSCC], f.files[waterSub], f.files[heatSub]}
}

// sealedFleet seals everything anew, and keeps the desks that it was sealed at for seat.
func sealedFleet(t testing.TB) *fleet {
	t.Helper()
	f := &fleet{regulator: newRegulator(t), dir: t.TempDir(), files: map[string]string{}, keys: map[string]string{}}
	for uscc, tables := range map[string]sheets{parentUSCC: parentTables(), waterSub: waterTables(), heatSub: heatTables()} {
		key := f.enterprise
		switch uscc {
		case parentUSCC:
		case heatSub:
			key = f.stranger
		default:
			path, k := keyFile(t)
			f.enrol(t, seal.Holder{Name: fleetNames[uscc], Role: seal.Filing, USCC: uscc, Key: k.Public()})
			key = path
		}
		path, s := handIn(t, uscc, tables, SubmitOptions{Key: key, Trust: f.trust})
		f.keys[uscc], f.files[uscc] = key, filepath.Join(f.dir, uscc+".zip")
		copyTo(t, path, f.files[uscc])
		once(t, "sealed "+uscc, s.Workspace)
	}
	return f
}

// seat opens the year of an enterprise as it was when it handed in.
func (f *fleet) seat(t testing.TB, uscc string) *entry.Session {
	t.Helper()
	return sit(t, once(t, "sealed "+uscc, nil), uscc, goldenYear)
}

// registry makes one for the fleet, with its roster.
func (f *fleet) registry(t testing.TB, address string) *registry.Registry {
	t.Helper()
	r, err := registry.Create(t.Context(), address, registry.CreateOptions{
		Options: registry.Options{Who: "示例甲", Data: dataFolder}, Year: goldenYear, Pack: f.pack, Keys: f.trust,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	if _, err := r.Roster(t.Context(), f.roster); err != nil {
		t.Fatal(err)
	}
	return r
}

// dataFolder is where the files of registries on servers lie while a test runs.
var dataFolder string

// engines runs a test on every engine there is.
func engines(t *testing.T, test func(t *testing.T, address string)) {
	t.Run("sqlite", func(t *testing.T) { test(t, filepath.Join(t.TempDir(), "r.yreg")) })
	t.Run("postgres", func(t *testing.T) { test(t, database(t)) })
}

func take(t testing.TB, r *registry.Registry, o registry.TakeOptions, paths ...string) *registry.Taken {
	t.Helper()
	taken, err := r.Take(t.Context(), paths, o)
	if err != nil {
		t.Fatal(err)
	}
	return taken
}

func ranked(t testing.TB, r *registry.Registry, o registry.RankOptions) []registry.Ranked {
	t.Helper()
	rows, err := r.Rank(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func reopenedRegistry(t testing.TB, address string) (*registry.Registry, error) {
	t.Helper()
	r, err := registry.Open(t.Context(), address, registry.Options{Who: "示例甲", Data: dataFolder})
	if err == nil {
		t.Cleanup(func() { r.Close() })
	}
	return r, err
}

func TestTheRegistryRanksAsConsolidationDoes(t *testing.T) {
	f := newFleet(t)
	engines(t, func(t *testing.T, address string) {
		r := f.registry(t, address)
		if got := take(t, r, registry.TakeOptions{}, f.dir); got.Taken != 3 || got.Skipped != 0 || len(got.Refused) != 0 {
			t.Fatalf("%+v", got)
		}
		if got := take(t, r, registry.TakeOptions{}, f.dir); got.Taken != 0 || got.Skipped != 3 || len(got.Refused) != 0 {
			t.Fatalf("a second run: %+v", got)
		}
		c := collect(t, CollectOptions{Trust: f.trust, Pack: f.pack}, f.dir)
		rows := ranked(t, r, registry.RankOptions{})
		var want, got []string
		for _, e := range c.Enterprises {
			want = append(want, fmt.Sprint(e.Rank, e.USCC, e.Type, e.Self.JSON(), e.Confirmed.JSON()))
		}
		for _, row := range rows {
			got = append(got, fmt.Sprint(row.Rank, row.USCC, row.Type, row.Self, row.Confirmed))
			if row.Adjusted != row.Confirmed.Innovation || row.Rank == 0 {
				t.Errorf("%+v", row)
			}
		}
		deref := func(all []string) string { slices.Sort(all); return strings.Join(all, "\n") }
		if len(got) != 3 || len(want) != 3 {
			t.Fatal(len(got), len(want))
		}
		for i, e := range c.Enterprises {
			if rows[i].USCC != e.USCC || rows[i].Rank != e.Rank || *rows[i].Confirmed != *e.Confirmed.JSON() || *rows[i].Self != *e.Self.JSON() {
				t.Errorf("%s\n%s", deref(want), deref(got))
			}
		}
		if again, err := reopenedRegistry(t, address); err != nil || len(ranked(t, again, registry.RankOptions{Tier: "2"})) != 2 {
			t.Errorf("%v", err)
		}
	})
}

func TestTheRegistrySaysWhoIsDue(t *testing.T) {
	f := newFleet(t)
	engines(t, func(t *testing.T, address string) {
		r := f.registry(t, address)
		bad := slices.Clone(read(t, f.files[waterSub]))
		bad[len(bad)/2] ^= 1
		take(t, r, registry.TakeOptions{}, f.files[parentUSCC], f.files[heatSub], file(t, "bad.zip", string(bad)))
		states := func() string {
			all, err := r.Due(t.Context(), "")
			if err != nil {
				t.Fatal(err)
			}
			var said []string
			for _, d := range all {
				said = append(said, d.USCC+d.State)
			}
			slices.Sort(said)
			return strings.Join(said, " ")
		}
		// Of a file that was damaged it is said whose it calls itself; heat came after its day.
		if got := states(); got != waterSub+"无效 "+heatSub+"迟报 91150200MA0BT0048Y未报" {
			t.Error(got)
		}
		// Why it was returned is said to each reader in their language, wherever it is.
		for l, want := range map[text.Lang]bool{text.ZH: true, text.EN: false} {
			all, err := r.Due(t.Context(), "")
			if err != nil {
				t.Fatal(err)
			}
			at := slices.IndexFunc(all, func(d registry.Due) bool { return d.USCC == waterSub })
			shown, err := r.Show(t.Context(), waterSub, "")
			if err != nil || len(shown.Returned) != 1 {
				t.Fatalf("%+v %v", shown, err)
			}
			for _, said := range []string{all[at].Why.In(l), shown.Returned[0].Message.In(l)} {
				if said == "" || strings.ContainsFunc(said, func(r rune) bool { return unicode.Is(unicode.Han, r) }) != want {
					t.Errorf("%v: %s", l, said)
				}
			}
		}
		take(t, r, registry.TakeOptions{}, f.files[waterSub])
		if got := states(); got != heatSub+"迟报 91150200MA0BT0048Y未报" {
			t.Error(got)
		}
	})
}

func refusalCodes(taken *registry.Taken) string {
	var codes []string
	for _, f := range taken.Refused {
		codes = append(codes, f.File+" "+f.Code)
	}
	return strings.Join(codes, "; ")
}

// What a forger, or somebody careless, brings: none of it comes in, and each is told why.
func TestTheRegistryTakesNothingFromStrangers(t *testing.T) {
	f := newFleet(t)
	r := f.registry(t, filepath.Join(t.TempDir(), "r.yreg"))
	cases := map[string]struct{ path, code string }{}
	put := func(name, path, code string) {
		at := filepath.Join(t.TempDir(), name)
		copyTo(t, path, at)
		cases[name] = struct{ path, code string }{at, code}
	}
	draftDesk := desk(t, waterSub, goldenYear)
	handOver(t, draftDesk, waterTables())
	draft, _ := submit(t, draftDesk, SubmitOptions{Key: f.keys[waterSub], Trust: f.trust})
	put("draft.zip", draft, "policy.draft")
	other, _ := handIn(t, waterSub, waterTables(), SubmitOptions{Key: f.keys[heatSub], Trust: f.trust})
	put("wrong-hand.zip", other, "identity.wrong")
	nobody, _ := keyFile(t)
	unknown, _ := handIn(t, waterSub, waterTables(), SubmitOptions{Key: nobody, Trust: f.trust})
	put("unknown-hand.zip", unknown, "identity.unknown")
	unsigned, _ := handIn(t, waterSub, waterTables(), SubmitOptions{Trust: f.trust})
	put("unsigned.zip", unsigned, "identity.unknown")
	const gas = "91150200MA0BT0056R"
	strange := waterTables()
	strange["enterprise"] = strings.ReplaceAll(strange["enterprise"], waterSub, gas)
	stranger, _ := handIn(t, gas, strange, SubmitOptions{Key: f.keys[waterSub], Trust: f.trust})
	put("stranger.zip", stranger, "registry.stranger")
	typed := heatTables()
	typed["enterprise"] = strings.ReplaceAll(typed["enterprise"], "竞争型", "功能型")
	path, _ := handIn(t, heatSub, typed, SubmitOptions{Key: f.keys[heatSub], Trust: f.trust})
	put("other-type.zip", path, "registry.type")
	put("roster.zip", f.roster, "archive.spelling")
	put("evil\x1b[31m.zip", unsigned, "identity.unknown")
	for name, c := range cases {
		taken := take(t, r, registry.TakeOptions{}, c.path)
		if taken.Taken != 0 || len(taken.Refused) != 1 || taken.Refused[0].Code != c.code {
			t.Errorf("%q: %+v, want %s", name, taken, c.code)
			continue
		}
		if strings.ContainsRune(taken.Refused[0].File, 0x1b) || strings.ContainsRune(string(taken.JSON(0)), 0x1b) {
			t.Errorf("%q: an escape came through", name)
		}
	}
	if rows := ranked(t, r, registry.RankOptions{}); len(rows) != 0 {
		t.Errorf("%+v", rows)
	}
	// A key that was revoked before the sealing, after the registry was made.
	keys, err := (seal.Trust{Dir: f.trust}).List()
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range keys {
		if h.USCC == waterSub {
			if _, err := (seal.Trust{Dir: f.trust}).Revoke(h.Fingerprint, "2024-01-10", "密钥遗失，本人报失"); err != nil {
				t.Fatal(err)
			}
		}
	}
	if taken := take(t, r, registry.TakeOptions{}, f.files[waterSub]); refusalCodes(taken) != waterSub+".zip identity.revoked" {
		t.Errorf("%+v", taken)
	}
}

// One enterprise with two serials: the later one counts; two that differ under one serial are not ranked.
func TestTheRegistryKnowsWhichOfTwoCounts(t *testing.T) {
	f := newFleet(t)
	engines(t, func(t *testing.T, address string) {
		r := f.registry(t, address)
		take(t, r, registry.TakeOptions{}, f.dir)
		if f.files["second"] == "" {
			s := f.seat(t, heatSub)
			reopened(t, s)
			if _, err := s.Put(form.ByID("annual"), s.Records(form.ByID("annual"))[0].ID, "profit", "410.00"); err != nil {
				t.Fatal(err)
			}
			second, _ := submit(t, s, SubmitOptions{Key: f.keys[heatSub], Trust: f.trust, Now: sealedAt("2024-01-25T09:00:00+08:00")})
			f.files["second"] = filepath.Join(filepath.Dir(f.trust), "second.zip")
			copyTo(t, second, f.files["second"])
		}
		if got := take(t, r, registry.TakeOptions{}, f.files["second"]); got.Taken != 1 {
			t.Fatalf("%+v", got)
		}
		c, err := r.Show(t.Context(), heatSub, "")
		if err != nil || len(c.Replaced) != 1 || !strings.HasSuffix(c.Ranked.Serial, "-02") || c.Ranked.Rank != 1 {
			t.Fatalf("%+v %v", c, err)
		}
		// The view knows it too, and that of three sealings one counts.
		current := func() string {
			a, err := r.Ask(t.Context(), "SELECT serial, COUNT(*) FROM current_submission WHERE uscc = '"+heatSub+"' GROUP BY serial")
			if err != nil {
				t.Fatal(err)
			}
			return fmt.Sprint(a.Rows)
		}
		if got := current(); got != fmt.Sprintf("[[%s 1]]", c.Ranked.Serial) {
			t.Errorf("the view says %s, the registry %s", got, c.Ranked.Serial)
		}
		fork, _ := handIn(t, heatSub, heatTables(), SubmitOptions{Key: f.keys[heatSub], Trust: f.trust, Now: sealedAt("2024-01-21T09:00:00+08:00")})
		take(t, r, registry.TakeOptions{}, fork)
		if got := current(); got != fmt.Sprintf("[[%s 1]]", c.Ranked.Serial) {
			t.Errorf("the view says %s of a fork", got)
		}
		all := collect(t, CollectOptions{Trust: f.trust, Pack: f.pack}, f.files[heatSub], f.files["second"], fork)
		rows := ranked(t, r, registry.RankOptions{Type: "竞争型"})
		if len(rows) != 1 || rows[0].Rank != all.Enterprises[0].Rank || rows[0].Serial != all.Enterprises[0].Serial {
			t.Errorf("%+v %+v", rows, all.Enterprises)
		}
	})
}

// decisionFile signs a table of recognitions.
func decisionFile(t testing.TB, key, content string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "decisions.zip")
	if _, err := MakeRecognitions(context.Background(), file(t, "d.csv", content), out, key, nil, time.Now()); err != nil {
		t.Fatal(err)
	}
	return out
}

const platformDecided = "uscc,year,form,key,recognition,recognised_by,recognised_doc,recognised_on,level,authority,kind\n" +
	parentUSCC + ",2023,platform,智慧水务重点实验室,已认定,自治区科技厅,内科发〔2023〕7号,2023-09-01,自治区级,,重点实验室\n"

// What was decided takes effect on what was handed in before, as it would on what is handed in after.
func TestDecisionsTakeEffectWithoutHandingInAgain(t *testing.T) {
	f := newFleet(t)
	engines(t, func(t *testing.T, address string) {
		r := f.registry(t, address)
		take(t, r, registry.TakeOptions{}, f.dir)
		decided := decisionFile(t, f.deciding, platformDecided)
		for name, key := range map[string]string{"a filing key": f.enterprise, "a receipting key": f.receipting} {
			if _, err := r.Decide(t.Context(), decisionFile(t, key, platformDecided), registry.TakeOptions{}); err == nil {
				t.Errorf("%s decided", name)
			} else {
				refusedAs(t, name, err, "decision.role")
			}
		}
		d, err := r.Decide(t.Context(), decided, registry.TakeOptions{})
		if err != nil || d.Decisions != 1 || d.Measured != 1 {
			t.Fatalf("%+v %v", d, err)
		}
		c := collect(t, CollectOptions{Trust: f.trust, Pack: f.pack, Decisions: []string{decided}}, f.dir)
		moved := false
		for i, row := range ranked(t, r, registry.RankOptions{}) {
			if e := c.Enterprises[i]; row.USCC != e.USCC || *row.Confirmed != *e.Confirmed.JSON() {
				t.Errorf("%s: %+v, consolidation %+v", row.USCC, row.Confirmed, e.Confirmed)
			}
			moved = moved || row.USCC == parentUSCC && len(d.Changes) == 1
		}
		if !moved {
			t.Error("no score moved: the test decides nothing")
		}
		if d, err = r.Decide(t.Context(), decided, registry.TakeOptions{}); err != nil || !d.Again || len(d.Changes) != 0 {
			t.Errorf("the same file again: %+v %v", d, err)
		}
		if _, err := reopenedRegistry(t, address); err != nil {
			t.Error(err)
		}
	})
}
