package filing

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/form"
	"yice/seal"
	"yice/text"
)

// What does not verify is compared with nothing: a side that was tampered with, that a stranger signed, that is closed.
func TestNothingUnverifiedIsComparedAsAFact(t *testing.T) {
	r := newRegulator(t)
	s := r.desk(t)
	good, _ := submit(t, s, SubmitOptions{Key: r.enterprise})
	ctx := context.Background()
	c, err := CompareSubmissions(ctx, good, good, VerifyOptions{Trust: r.trust})
	if err != nil || !c.Held || c.Class() != 0 || len(c.Changes) != 0 || !strings.Contains(c.Sides[0].Say().ZH, "示例水务") {
		t.Fatalf("%+v %v", c, err)
	}
	tampered := forge(t, read(t, good), func(entries map[string]string) {
		entries["data/enterprise.csv"] = strings.Replace(entries["data/enterprise.csv"], "示例", "事例", 1)
	})
	if c, err = CompareSubmissions(ctx, good, tampered, VerifyOptions{}); err != nil || c.Held || c.Class() != text.Findings || c.Changes != nil {
		t.Errorf("tampered: %+v %v", c, err)
	}
	if out := string(c.JSON(text.ZH)); !strings.Contains(out, `"changes": null`) || !strings.Contains(out, `"verified": false`) {
		t.Error(out)
	}
	if !c.Sides[0].OK || c.Sides[1].OK || !strings.Contains(c.Sides[0].Say().ZH, "没有核实签名人") {
		t.Errorf("%+v", c.Sides)
	}
	stranger := trusting(t, holding("别家", seal.Filing, mustKey(t)))
	if c, err = CompareSubmissions(ctx, good, good, VerifyOptions{Trust: stranger}); err != nil || c.Held {
		t.Errorf("signed by a stranger: %+v %v", c, err)
	}
	damaged := filepath.Join(t.TempDir(), "trust")
	if err := os.MkdirAll(damaged, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(damaged, "keys.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = CompareSubmissions(ctx, good, good, VerifyOptions{Trust: damaged})
	refusedAs(t, "a damaged folder of keys", err, "seal.trust-damaged")
}

// The regulator's table has first what only enterprises say, then what waits, then what was decided: on which level and by whom.
func TestTheRegulatorsTableTellsWhatWasDecided(t *testing.T) {
	r := newRegulator(t)
	path, _ := submit(t, r.desk(t), SubmitOptions{Key: r.enterprise})
	table := func(o VerifyOptions) [][]string {
		t.Helper()
		out := filepath.Join(t.TempDir(), "table.csv")
		if err := SaveRecognitionTemplate(context.Background(), out, []*Verification{verify(t, path, o)}); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(read(t, out)), "\ufeff"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	at := func(rows [][]string, key string) (place int, row []string) {
		for i, row := range rows {
			if row[3] == key {
				return i, row
			}
		}
		t.Fatalf("%s is not in the table", key)
		return 0, nil
	}
	before := table(VerifyOptions{Trust: r.trust})
	after := table(VerifyOptions{Trust: r.trust, Decisions: []string{decisionsBy(t, r)}})
	if len(before) != len(after) {
		t.Fatalf("%d rows, with decisions %d", len(before), len(after))
	}
	decided := len(before[0]) - 6
	if before[0][decided] != "decided" {
		t.Fatal(before[0])
	}
	place, row := at(after, "P2") // waits at the enterprise, decided as 市级
	if got := strings.Join(row[decided:], " "); got != form.Recognised+" 市级 示例主管部门 示例认字〔2024〕3号 2024-02-01 示例认定处" {
		t.Errorf("P2: %s", got)
	}
	if was, row := at(before, "P2"); was > place || row[decided] != "" {
		t.Errorf("P2 stood at %d, decided %d: %v", was, place, row)
	}
	order := func(rows [][]string) {
		last := -1
		for _, row := range rows[1:] {
			group := 1
			switch {
			case row[decided-6] == form.Recognised && row[decided] != form.Recognised:
				group = 0
			case row[decided] != "":
				group = 2
			}
			if group < last {
				t.Errorf("out of order: %v", row)
			}
			last = group
		}
	}
	order(before)
	order(after)
	// Nobody is asked who may decide: then nothing is decided.
	for _, row := range table(VerifyOptions{Decisions: []string{decisionsBy(t, r)}})[1:] {
		if row[decided] != "" {
			t.Errorf("decided by nobody: %v", row)
		}
	}
}
