package submission

import (
	"testing"

	"yice/scoring"
	"yice/seal"
	"yice/text"
)

// A submission under an extract: whose the extract is, who signed it and of which pack it is are each asked, and what is confirmed goes
// by the regulator's table.
func TestASubmissionUnderAnExtract(t *testing.T) {
	k := newKeys(t)
	source, signature := issuedPack(t, k.issuing)
	whole, err := LoadPack(source)
	if err != nil {
		t.Fatal(err)
	}
	issuer, err := scoring.NewIssuer(whole)
	if err != nil {
		t.Fatal(err)
	}
	const own, others = "91150200MA0BT0013C", "91150200MA0BT00305"
	targets := func(value string) []scoring.OwnTarget {
		return []scoring.OwnTarget{{Indicator: "major_projects", Value: value, Basis: "近三年平均"}}
	}
	extract := func(uscc, value string, by *seal.Key) []byte {
		source, wrong, err := issuer.Extract(uscc, targets(value), "2023-03-01T08:00:00Z")
		if err != nil || len(wrong) > 0 {
			t.Fatal(err, wrong)
		}
		signature, err := by.SignStatement(seal.PackStatement, source)
		if err != nil {
			t.Fatal(err)
		}
		if cut, sig, ok := CutExtract(JoinExtract(source, signature)); !ok || string(cut) != string(source) || string(sig) != string(signature) {
			t.Fatal("the file of an extract does not come apart as it was joined")
		}
		return under(t, source, signature, k.filing)
	}
	mine := extract(own, "9", k.issuing)
	for what, c := range map[string]struct {
		whole        []byte
		keys         *seal.Keyring
		measured     bool
		table        map[string][]scoring.OwnTarget
		ok           bool
		policy, code string
		target       string // by which it is confirmed
	}{
		"its own":                      {mine, k.ring, true, nil, true, "issued", "", "9"},
		"its own, with the table":      {mine, k.ring, true, map[string][]scoring.OwnTarget{own: targets("9")}, true, "issued", "", "9"},
		"from before the table":        {mine, k.ring, true, map[string][]scoring.OwnTarget{own: targets("12")}, true, "issued", "policy.targets", "12"},
		"the table has none":           {mine, k.ring, true, map[string][]scoring.OwnTarget{}, true, "issued", "policy.targets", "10"},
		"without a measure":            {mine, k.ring, false, nil, true, "issued", "", ""},
		"nobody to ask":                {mine, nil, true, nil, false, "draft", "policy.unsigned", "10"},
		"another's":                    {extract(others, "1", k.issuing), k.ring, true, nil, false, "foreign", "policy.another", "10"},
		"another's, without a measure": {extract(others, "1", k.issuing), k.ring, false, nil, false, "foreign", "policy.another", ""},
		"by its own key":               {extract(own, "1", k.filing), k.ring, true, nil, false, "draft", "policy.unsigned", "10"},
		"by who may decide":            {extract(own, "1", k.deciding), k.ring, true, nil, false, "draft", "policy.unsigned", "10"},
		"the whole pack and a table":   {under(t, source, signature, k.filing), k.ring, true, map[string][]scoring.OwnTarget{own: targets("12")}, true, "issued", "policy.whole", "12"},
	} {
		o := Options{Keys: c.keys}
		if c.measured {
			if o.Pack, err = NewMeasure(source, signature); err != nil {
				t.Fatal(err)
			}
			o.Pack.Targets = c.table
		}
		v := verified(t, c.whole, o)
		noted := false
		for _, n := range v.Notes {
			noted = noted || n.Code == c.code
		}
		if v.OK != c.ok || v.Policy != c.policy || c.code != "" && !v.Has(c.code) && !noted {
			t.Errorf("%s: ok %v, policy %s: %s", what, v.OK, v.Policy, v.JSON(text.ZH))
		}
		if c.target == "" {
			continue
		}
		if got := v.Measured.Line("major_projects").Target.Text; got != c.target {
			t.Errorf("%s: confirmed by a target of %s, not %s", what, got, c.target)
		}
	}
	x, err := LoadPack(mustExtract(t, issuer, own))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := NewMeasure(x.Source, nil); err == nil {
		t.Error("an extract measures everybody")
	}
}

func mustExtract(t *testing.T, issuer *scoring.Issuer, uscc string) []byte {
	t.Helper()
	source, _, err := issuer.Extract(uscc, nil, "2023-03-01T08:00:00Z")
	if err != nil {
		t.Fatal(err)
	}
	return source
}
