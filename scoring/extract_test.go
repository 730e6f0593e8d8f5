package scoring_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"yice/scoring"
	"yice/text"
)

const (
	namedUSCC   = "91150200MA0BT0013C" // the example pack has a policy of its own for it
	unnamedUSCC = "91150202MA0BT0023A"
	issuedAt    = "2023-03-01T08:00:00Z"
)

func issuer(t *testing.T, swaps ...string) (*scoring.Issuer, *scoring.Pack) {
	t.Helper()
	p := loaded(t, swapped(t, append([]string{"\"draft\" ", "\"issued\" "}, swaps...)...))
	i, err := scoring.NewIssuer(p)
	if err != nil {
		t.Fatal(err)
	}
	return i, p
}

func extract(t *testing.T, i *scoring.Issuer, uscc string, own ...scoring.OwnTarget) *scoring.Pack {
	t.Helper()
	source, wrong, err := i.Extract(uscc, own, issuedAt)
	if err != nil || len(wrong) > 0 {
		t.Fatal(err, wrong)
	}
	return loaded(t, source)
}

// An extract says what the whole pack says, but for the policies of others, and lays the enterprise's own targets over it.
func TestAnExtractHasTheRulesAndOneEnterprisesTargets(t *testing.T) {
	i, whole := issuer(t)
	own := scoring.OwnTarget{Indicator: "major_projects", Value: "9", Declared: "5", Basis: "近三年平均\t\"甲\"\\", Document: "〔2023〕7号"}
	own.Basis = "近三年\"平均\"\\"
	for _, uscc := range []string{namedUSCC, unnamedUSCC} {
		x := extract(t, i, uscc, own, scoring.OwnTarget{Indicator: "type_innovation", Value: "5.5", Basis: "年度计划"})
		if !i.Wrote(x) {
			t.Error(uscc, "it is not known for the pack's own")
		}
		for _, c := range scoring.PackDiff(whole, x) {
			mine := strings.HasPrefix(c.Path, "enterprise."+uscc) || strings.HasPrefix(c.Path, "extract.") || c.Path == "extract"
			dropped := c.Kind == scoring.Dropped && strings.HasPrefix(c.Path, "enterprise.") && uscc != namedUSCC
			if !mine && !dropped && c.Path != "english" {
				t.Error(uscc, c.Path, c.Say.ZH)
			}
		}
		eff, ent := x.For(uscc, "功能型")
		target, _ := eff.Param("indicator.major_projects.target")
		if ent == nil || target.Text != "9" || target.Origin != scoring.FromEnterprise || target.Reason != own.Reason() || target.Default.Text != "10" {
			t.Errorf("%s: %+v", uscc, target)
		}
		if other, _ := x.For("91150200MA0BT00305", "功能型"); other == nil || x.Foreign(uscc) || !x.Foreign("91150200MA0BT00305") {
			t.Error(uscc, "it is not told whose it is")
		}
	}
	x := extract(t, i, unnamedUSCC, own)
	if bytes.Contains(x.Source, []byte(namedUSCC)) || bytes.Contains(x.Source, []byte("示例水务")) || bytes.Contains(x.Source, []byte("#")) {
		t.Error("it says something of another enterprise")
	}
	profit := extract(t, i, unnamedUSCC, scoring.OwnTarget{Indicator: scoring.ProfitTargetPath, Value: "2500", Basis: "预算"})
	if ent := profit.Enterprise(unnamedUSCC); ent == nil || ent.ProfitTarget.Text != "2500" || ent.ProfitTarget.Basis != scoring.Override {
		t.Errorf("%+v", ent)
	}
}

// What the pack does not take of a target is told with its place, and nothing is written.
func TestATargetThatThePackDoesNotTake(t *testing.T) {
	i, _ := issuer(t)
	for name, c := range map[string]struct {
		uscc string
		own  scoring.OwnTarget
		key  string
	}{
		"no such line":         {unnamedUSCC, scoring.OwnTarget{Indicator: "none", Value: "9", Basis: "b"}, ""},
		"not left open":        {unnamedUSCC, scoring.OwnTarget{Indicator: "rd_growth", Value: "9", Basis: "b"}, ""},
		"no number":            {unnamedUSCC, scoring.OwnTarget{Indicator: "patents", Value: "很多", Basis: "b"}, "value"},
		"a percent":            {unnamedUSCC, scoring.OwnTarget{Indicator: "patents", Value: "9%", Basis: "b"}, "value"},
		"a share too large":    {unnamedUSCC, scoring.OwnTarget{Indicator: "rd_intensity", Value: "9999999999", Basis: "b"}, "value"},
		"set by the pack too":  {namedUSCC, scoring.OwnTarget{Indicator: "patents", Value: "9", Basis: "b"}, ""},
		"no quarters":          {unnamedUSCC, scoring.OwnTarget{Indicator: "patents", Value: "9", Basis: "b", Quarters: [3]string{"3"}}, ""},
		"a basis that is none": {unnamedUSCC, scoring.OwnTarget{Indicator: "patents", Value: "9", Basis: "a\x1b[2J"}, "basis"},
	} {
		good := scoring.OwnTarget{Indicator: "talents", Value: "3", Basis: "b"}
		if c.uscc == namedUSCC {
			good.Indicator = "type_innovation"
		}
		source, wrong, err := i.Extract(c.uscc, []scoring.OwnTarget{good, c.own}, issuedAt)
		if err != nil || source != nil || len(wrong) != 1 || wrong[0].Target != 1 || wrong[0].Key != c.key {
			t.Errorf("%s: %v %+v %d", name, err, wrong, len(source))
		}
	}
	for _, bad := range []string{"", "2023-03-01", "2023-03-01T16:00:00+08:00"} {
		if _, _, err := i.Extract(unnamedUSCC, nil, bad); err == nil {
			t.Error(bad, "is a moment")
		}
	}
}

// Rules that are not the whole pack's, targets that were added by hand, a policy of another enterprise: none is the pack's extract.
func TestAnExtractOfOtherRulesIsNone(t *testing.T) {
	i, _ := issuer(t)
	x := extract(t, i, unnamedUSCC, scoring.OwnTarget{Indicator: "patents", Value: "9", Basis: "b"})
	for name, swap := range map[string][2]string{
		"a weight":   {`weight = { "竞争型" = `, `weight = {  "竞争型" = `},
		"a scale":    {`cap = "100%"`, `cap = "120%"`},
		"a clause":   {`gist = "`, `gist = "宽`},
		"a layout":   {"[annual]\n", "[annual]\n\n"},
		"other pack": {`of = "`, `of = "0`},
	} {
		changed := strings.Replace(string(x.Source), swap[0], swap[1], 1)
		if changed == string(x.Source) {
			t.Fatal(name, "changes nothing")
		}
		if p, err := scoring.Load([]byte(changed)); err == nil && i.Wrote(p) {
			t.Error(name)
		}
	}
	other, _ := issuer(t, "2023.1", "2023.2")
	if other.Wrote(x) {
		t.Error("another version's extract is taken for its own")
	}
	whole := loaded(t, swapped(t, "\"draft\" ", "\"issued\" "))
	if i.Wrote(whole) {
		t.Error("the whole pack is taken for an extract")
	}
	own := "\n[extract]\nof = \"" + whole.SHA256 + "\"\nuscc = \"" + unnamedUSCC + "\"\nat = \"" + issuedAt + "\"\n"
	if _, err := scoring.Load(append(bytes.Clone(whole.Source), own...)); err == nil {
		t.Error("an extract holds another enterprise's policy")
	}
	if _, err := scoring.Load(bytes.Replace(x.Source, []byte(`status = "issued"`), []byte(`status = "draft"`), 1)); err == nil {
		t.Error("a draft is an extract")
	}
	if _, err := scoring.NewIssuer(x); err == nil {
		t.Error("an extract issues extracts")
	}
}

// Of one pack the latest extract holds, and only that of the enterprise itself.
func TestTheLatestExtractHolds(t *testing.T) {
	i, whole := issuer(t)
	at := func(uscc, when string) *scoring.Pack {
		source, _, err := i.Extract(uscc, []scoring.OwnTarget{{Indicator: "major_projects", Value: "9", Basis: when}}, when)
		if err != nil {
			t.Fatal(err)
		}
		return loaded(t, source)
	}
	first, later, others := at(unnamedUSCC, issuedAt), at(unnamedUSCC, "2023-04-01T08:00:00Z"), at(namedUSCC, "2023-05-01T08:00:00Z")
	again := at(unnamedUSCC, "2023-04-01T08:00:00Z")
	same, _, _ := i.Extract(unnamedUSCC, []scoring.OwnTarget{{Indicator: "major_projects", Value: "2", Basis: "b"}}, "2023-04-01T08:00:00Z")
	second := loaded(t, swapped(t, "\"draft\" ", "\"issued\" ", "2023.1", "2023.2", "supersedes = \"\"", "supersedes = \""+whole.SHA256+"\""))
	use := func(p *scoring.Pack) *scoring.PackUse { u := p.Use(); return &u }
	for _, c := range []struct {
		name  string
		packs []*scoring.Pack
		used  *scoring.PackUse
		want  *scoring.Pack
		code  string
	}{
		{"its own", []*scoring.Pack{whole, first}, nil, first, ""},
		{"another's", []*scoring.Pack{whole, others}, nil, whole, ""},
		{"only another's", []*scoring.Pack{others}, nil, nil, ""},
		{"a later one", []*scoring.Pack{later, whole, first}, use(first), later, ""},
		{"the same again", []*scoring.Pack{later, again}, use(again), later, ""},
		{"an earlier one", []*scoring.Pack{first}, use(later), first, "pack.older"},
		{"back to the whole", []*scoring.Pack{whole}, use(first), whole, "pack.older"},
		{"two of one moment", []*scoring.Pack{later, loaded(t, same)}, nil, nil, "pack.two"},
		{"one of the same moment", []*scoring.Pack{loaded(t, same)}, use(later), loaded(t, same), "pack.changed"},
		{"a pack that replaces the whole one", []*scoring.Pack{later, second}, use(later), second, ""},
	} {
		got, err := scoring.ChoosePack(c.packs, unnamedUSCC, 2023, c.used)
		code := ""
		var f *text.Fault
		if errors.As(err, &f) {
			code = f.Code
		}
		if code != c.code || code == "" && got != c.want {
			t.Errorf("%s: %v %v", c.name, got, err)
		}
	}
}

// Next year's draft begins with the rules alone: what was settled was settled for its year.
func TestNextYearBeginsWithoutTheExtract(t *testing.T) {
	i, whole := issuer(t)
	x := extract(t, i, unnamedUSCC, scoring.OwnTarget{Indicator: "patents", Value: "9", Basis: "b"})
	source, err := scoring.NewFrom(x, 2024)
	if err != nil {
		t.Fatal(err)
	}
	if p := loaded(t, source); p.Extract != nil || p.Year != 2024 || p.Supersedes != whole.SHA256 {
		t.Errorf("%+v", p.Extract)
	}
}

func BenchmarkExtract(b *testing.B) {
	p, err := scoring.Load(swapped(b, "\"draft\" ", "\"issued\" "))
	if err != nil {
		b.Fatal(err)
	}
	i, err := scoring.NewIssuer(p)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, wrong, err := i.Extract(unnamedUSCC, []scoring.OwnTarget{{Indicator: "patents", Value: "9", Basis: "b"}, {Indicator: "talents", Value: "9", Basis: "b"}}, issuedAt); err != nil || len(wrong) > 0 {
			b.Fatal(err, wrong)
		}
	}
}
