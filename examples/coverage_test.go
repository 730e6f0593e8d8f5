package examples_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"yice/form"
	"yice/scoring"
)

var update = flag.Bool("update", false, "write docs/coverage.md anew")

func loaded(t *testing.T, name string) *scoring.Pack {
	t.Helper()
	source, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	p, err := scoring.Load(source)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// counted gives the lines of a pack that rest on a clause.
func counted(p *scoring.Pack, clause string) (lines []string) {
	add := func(what, name string, clauses []string) {
		if slices.Contains(clauses, clause) {
			lines = append(lines, what+"："+name)
		}
	}
	add("考核", "创新指标权重", p.AnnualClauses)
	for _, x := range p.Indicators {
		add("指标", x.Name, x.Clauses)
	}
	for _, x := range p.Bonuses {
		add("加分", x.Name, x.Clauses)
	}
	if p.Addback != nil {
		add("利润", "研发投入加回", p.Addback.Clauses)
	}
	for _, x := range p.Deemed {
		add("利润", x.Name, x.Clauses)
	}
	if p.Separate != nil {
		add("工资", "团队工资单列", p.Separate.Clauses)
	}
	if p.Tilt != nil {
		add("工资", "绩效倾斜", p.Tilt.Clauses)
	}
	if p.TeamReward != nil {
		add("工资", "获奖团队奖励", p.TeamReward.Clauses)
	}
	if p.Priority != nil {
		add("资源", "优先配置", p.Priority.Clauses)
	}
	for _, x := range p.Tracks {
		add("跟踪", x.Name, x.Clauses)
	}
	return lines
}

// kept gives the forms, and fields of others, that a clause is kept in.
func kept(p *scoring.Pack, clause string) (places []string) {
	for _, f := range p.Dictionary().All() {
		if slices.Contains(f.Clauses, clause) {
			places = append(places, f.Title.ZH)
			continue
		}
		for i := range f.Fields {
			if slices.Contains(strings.Fields(f.Fields[i].Source), clause) {
				places = append(places, f.Title.ZH+"·"+f.Fields[i].Title.ZH)
			}
		}
	}
	return places
}

// Every clause of the document has a place where a clerk finds it, and counts or is followed; docs/coverage.md is the list.
func TestThePackCoversTheDocument(t *testing.T) {
	p := loaded(t, "pack-2023-whole.toml")
	var b strings.Builder
	b.WriteString("# 文件的每一条在哪里填、怎么算\n\n由政策包 `examples/pack-2023-whole.toml` 和数据字典生成：`go test ./examples -run Covers -update`。\n\n| 条款 | 出处 | 要求 | 在哪里填 | 怎么算 |\n|---|---|---|---|---|\n")
	clauses := slices.Clone(p.Clauses)
	slices.SortFunc(clauses, func(a, b scoring.Clause) int { return strings.Compare(a.ID, b.ID) })
	for _, c := range clauses {
		places, lines := kept(p, c.ID), counted(p, c.ID)
		if len(places)+len(lines) == 0 {
			t.Errorf("%s (%s) has no place", c.ID, c.Gist)
		}
		b.WriteString("| " + c.ID + " | " + c.At + " | " + c.Gist + " | " + strings.Join(places, "、") + " | " + strings.Join(lines, "、") + " |\n")
	}
	page, err := os.ReadFile("../docs/coverage.md")
	if string(page) == b.String() {
		return
	}
	if !*update {
		t.Fatalf("docs/coverage.md is not what pack and dictionary say (%v): write it anew with -update, and look at it", err)
	}
	if err := os.WriteFile("../docs/coverage.md", []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
}

// The whole pack scores as the golden one does: it only adds what is kept and followed.
func TestTheWholePackScoresAlike(t *testing.T) {
	whole, golden := loaded(t, "pack-2023-whole.toml"), loaded(t, "pack-2023.toml")
	facts := &scoring.Facts{
		Year: 2023, Type: "功能型", USCC: "91150200MA0BT0013C", Registers: map[string][]*form.Record{},
		Ledger: scoring.RD{Lines: 3, Expensed: 123_456_789, Capitalised: 5_000_000}, Annual: form.NewRecord(whole.Dictionary().ByID("annual")),
	}
	facts.Annual.Set("revenue", form.N(60_000_000_000))
	facts.Annual.Set("profit", form.N(3_000_000_000))
	a, b := scoring.Evaluate(whole, facts), scoring.Evaluate(golden, facts)
	if moved := scoring.Compare(b, a); len(moved) > 0 {
		t.Errorf("%d lines differ: %v", len(moved), moved[0].Say())
	}
	if fmt.Sprint(a.Totals()) != fmt.Sprint(b.Totals()) {
		t.Errorf("%v and %v", a.Totals(), b.Totals())
	}
}
