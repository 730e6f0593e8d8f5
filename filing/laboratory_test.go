package filing

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"yice/scoring"
)

// otherPack is the example's pack with texts replaced.
func otherPack(t *testing.T, swaps ...string) *scoring.Pack {
	t.Helper()
	source := bytes.Clone(draftPack(t).Source)
	for i := 0; i < len(swaps); i += 2 {
		if !bytes.Contains(source, []byte(swaps[i])) {
			t.Fatal("no ", swaps[i])
		}
		source = bytes.Replace(source, []byte(swaps[i]), []byte(swaps[i+1]), 1)
	}
	p, err := scoring.Load(source)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func laboratory(t *testing.T) *Laboratory {
	t.Helper()
	lab, err := OpenLaboratory(context.Background(), []string{threeEnterprises(t)}, CollectOptions{})
	if err != nil || lab.Years() != 3 {
		t.Fatal(err, lab)
	}
	return lab
}

// Three enterprises under two packs: every figure is what consolidation gives under either, and the sums are those of the rows.
func TestWhoGainsAndWhoLoses(t *testing.T) {
	lab := laboratory(t)
	old := draftPack(t)
	if c := lab.Compare(old, old); c.Gain+c.Lose+c.RankChanges != 0 || c.Same != 3 || c.OldAddback != c.NewAddback {
		t.Errorf("%+v", c)
	}
	// Two patents are enough now, and all R&D counts twice as much.
	now := otherPack(t, "target  = 5\n", "target  = 2\n", `base_rate       = "100%"`, `base_rate       = "200%"`)
	c := lab.Compare(old, now)
	if c.Lose != 0 || c.Gain != 2 || len(c.Enterprises) != 3 { // the parent has a target of its own, 6
		t.Errorf("%+v", c)
	}
	byUSCC := map[string]Moved{}
	for _, m := range c.Enterprises {
		byUSCC[m.USCC] = m
	}
	if m := byUSCC[parentUSCC]; m.Gains != 0 || m.Old != m.New {
		t.Errorf("%+v", m)
	}
	if m := byUSCC[waterSub]; m.Gains != 1 || m.Change[0] != '+' || m.OldAddback != "100.00" || m.NewAddback != "200.00" {
		t.Errorf("%+v", m)
	}
	if back := lab.Compare(now, old); back.Lose != 2 || back.Gain != 0 || back.OldAddback != c.NewAddback || back.Enterprises[0].Gains != -1 {
		t.Errorf("%+v", back)
	}
	// One of another type stands in a ranking of its own.
	if byUSCC[heatSub].OldRank != 1 || byUSCC[heatSub].NewRank != 1 {
		t.Errorf("%+v", byUSCC[heatSub])
	}
}

// Every assumption is moved, each result is what scoring by the moved pack gives, and those that change ranks come first.
func TestWhatHangsOnAnAssumption(t *testing.T) {
	lab := laboratory(t)
	p := draftPack(t)
	all, still, err := lab.Sensitivity(context.Background(), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 1; i < len(all); i++ {
		a, b := &all[i-1], &all[i]
		if a.RankChanges < b.RankChanges || a.RankChanges == b.RankChanges && a.score.Cmp(b.score) < 0 {
			t.Error("out of order:", a.Path, b.Path)
		}
	}
	find := func(path, to string) *Sensitive {
		i := slices.IndexFunc(all, func(s Sensitive) bool { return s.Path == path && strings.HasPrefix(s.To.ZH, to) })
		if i < 0 {
			t.Fatal("not moved: ", path, to)
		}
		return &all[i]
	}
	// 5 patents and 4: the subsidiaries have 2 and 1 of them, at weights of 20 and 15.
	moved := find("indicator.patents.target", "4")
	c := lab.Compare(p, otherPack(t, "target  = 5\n", "target  = 4\n"))
	want := 0.0
	for _, m := range c.Enterprises {
		var change float64
		if _, err := fmt.Sscan(m.Change, &change); err != nil {
			t.Fatal(err)
		}
		want += max(change, -change)
	}
	if moved.Score != fmt.Sprintf("%.2f", want) || moved.Choice || want == 0 {
		t.Errorf("%s, not %.2f: %+v", moved.Score, want, moved)
	}
	if s := find("addback.reading", "B"); !s.Choice || s.Score != "0.00" {
		t.Errorf("%+v", s)
	}
	if s := find("addback.basis", "费用化与资本化"); s.Addback != "5.00" {
		t.Errorf("%+v", s)
	}
	moved = find("indicator.rd_intensity.weight.功能型", "22")
	if moved.Score == "0.00" {
		t.Error("a weight that moves moves nothing")
	}
	told := map[string]bool{}
	for i := range all {
		told[all[i].Path] = true
	}
	for _, path := range still {
		told[path] = true
	}
	for i := range p.Assumed {
		if !told[p.Assumed[i].Path] {
			t.Error(p.Assumed[i].Path, "is neither moved nor told")
		}
	}
}

// What does not hold is told, and nothing of it counts.
func TestALaboratoryOverWhatDoesNotHold(t *testing.T) {
	dir := t.TempDir()
	if _, err := OpenLaboratory(context.Background(), []string{dir}, CollectOptions{}); err == nil {
		t.Error("it works with nothing")
	}
	path, _ := handIn(t, waterSub, waterTables(), SubmitOptions{})
	content := read(t, path)
	content[len(content)/2] ^= 1
	broken := file(t, "broken.zip", string(content))
	lab, err := OpenLaboratory(context.Background(), []string{path, broken}, CollectOptions{})
	if err != nil || lab.Years() != 1 || len(lab.Problems) == 0 {
		t.Error(err, lab)
	}
}
