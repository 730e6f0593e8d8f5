package returns

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	_ "yice/internal/effort"

	"yice/form"
)

func sums(t *rapid.T) []*Sum {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) *Sum {
		s := &Sum{
			Project:  rapid.SampledFrom([]string{"", "A", "B", "Z"}).Draw(t, "project"),
			Category: rapid.SampledFrom([]string{"人员人工", "直接投入", "折旧与长期待摊", "无形资产摊销", "设计", "装备调试与试验", "委托外部", "其他"}).Draw(t, "category"),
			Source:   rapid.SampledFrom(sources[:5]).Draw(t, "source"),
			Activity: rapid.SampledFrom([]string{basic, "应用研究", "试验发展", ""}).Draw(t, "activity"),
			Amount:   rapid.Int64Range(-1_000_000_00, 1_000_000_000_00).Draw(t, "amount"),
			Lines:    rapid.Int64Range(1, 50).Draw(t, "lines"),
		}
		s.Treatment = rapid.SampledFrom([]string{"费用化", "资本化"}).Draw(t, "treatment")
		if s.Category == commissioned {
			s.Counterparty = rapid.SampledFrom([]string{"境内研究机构", "境内高校", "境内企业", "境外机构"}).Draw(t, "counterparty")
		}
		return s
	}), 0, 30).Draw(t, "ledger")
}

func projects(t *testing.T) []*form.Record {
	return []*form.Record{
		record(t, "project", 1, "code=A", "name=甲", "start=202301", "end=202312", "staff=3", "person_months=20"),
		record(t, "project", 2, "code=B", "name=乙", "start=202301", "end=202401", "staff=3", "person_months=50"),
		record(t, "project", 3, "code=C", "name=丙", "start=202201", "end=202212", "total_spend=5"),
		record(t, "project", 4, "code=A", "name=丁", "start=202301", "end=202312", "government_funds=7"),
	}
}

// Whatever comes in whatever order: the returns are the same.
func TestOrderNeverMatters(t *testing.T) {
	rows := projects(t)
	rapid.Check(t, func(rt *rapid.T) {
		ledger := sums(rt)
		seed := rapid.Uint64().Draw(rt, "seed")
		shuffle := rand.New(rand.NewPCG(seed, 1))
		other := append([]*Sum(nil), ledger...)
		shuffle.Shuffle(len(other), func(i, j int) { other[i], other[j] = other[j], other[i] })
		turned := append([]*form.Record(nil), rows...)
		shuffle.Shuffle(len(turned), func(i, j int) { turned[i], turned[j] = turned[j], turned[i] })
		a := &Inputs{Year: 2023, Registers: map[string][]*form.Record{"project": rows}, Ledger: ledger}
		b := &Inputs{Year: 2023, Registers: map[string][]*form.Record{"project": turned}, Ledger: other}
		if !reflect.DeepEqual(Table1071(a), Table1071(b)) {
			rt.Fatalf("107-1 differs")
		}
		for i, row := range Table1072(a) {
			if got := Table1072(b)[i].Value; got != row.Value {
				rt.Fatalf("107-2 (%d): %+v and %+v", row.Number, row.Value, got)
			}
		}
		if !reflect.DeepEqual(Findings(a), Findings(b)) {
			rt.Fatalf("findings differ:\n%v\n%v", Findings(a), Findings(b))
		}
		if !reflect.DeepEqual(Tax(a), Tax(b)) || !reflect.DeepEqual(returnUseSource.Make(a).Figure("year", useOther), returnUseSource.Make(b).Figure("year", useOther)) {
			rt.Fatalf("tax ledger or breakdown differs")
		}
	})
}

// A ledger whose lines are complete satisfies every identity, and all views show the same money.
func TestCompleteLedgersBalance(t *testing.T) {
	rows := projects(t)
	rapid.Check(t, func(rt *rapid.T) {
		in := &Inputs{Year: 2023, Registers: map[string][]*form.Record{"project": rows}, Ledger: sums(rt)}
		var total int64
		for _, s := range in.Ledger {
			total += s.Amount
		}
		for _, f := range relations1072(gather(in)) {
			rt.Fatalf("%s: %s", f.Check, f.Message.ZH)
		}
		for _, row := range Table1072(in) {
			if row.Number == 7 && row.Value.Exact != total {
				rt.Fatalf("107-2 (7) is %d, the ledger %d", row.Value.Exact, total)
			}
		}
		if got := Tax(in).Total.Spent; got != total {
			rt.Fatalf("the tax ledger shows %d, the ledger %d", got, total)
		}
		if got := returnUseSource.Make(in).Figure("year", "total").Exact; got != total {
			rt.Fatalf("the breakdown shows %d, the ledger %d", got, total)
		}
		tax := Tax(in)
		l, e := tax.Limits, tax.Expensed
		if l.Other > max(e.Other, 0) || l.Domestic > max(e.Domestic, 0) || l.Overseas > max(e.Overseas, 0) {
			rt.Fatalf("more is allowed than was spent: %+v of %+v", l, e)
		}
		if e.Spent+tax.Capitalised.Spent+tax.Untreated.Spent+tax.Unassigned.Spent+tax.NonTaxable.Spent != total {
			rt.Fatalf("the parts of the tax ledger do not make the whole")
		}
	})
}

// Being alike goes both ways, and the quick look never hides what a full comparison would find.
func TestSimilarIsExactAndSymmetric(t *testing.T) {
	name := rapid.StringOfN(rapid.SampledFrom([]rune("水处理膜污染控制技术研究 （）AB")), 0, 24, -1)
	f := form.ByID("project")
	rapid.Check(t, func(rt *rapid.T) {
		r, s := form.NewRecord(f), form.NewRecord(f)
		r.Set("name", form.S(name.Draw(rt, "a")))
		s.Set("name", form.S(name.Draw(rt, "b")))
		a, b := titleOf(r), titleOf(s)
		longer := max(len(a.runes), len(b.runes))
		want := longer > 0 && (longer-edits(a.runes, b.runes))*100 > 80*longer
		if similar(&a, &b) != want || similar(&b, &a) != want {
			rt.Fatalf("%q and %q: want %v", string(a.runes), string(b.runes), want)
		}
	})
}
