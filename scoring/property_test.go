package scoring_test

import (
	"bytes"
	"fmt"
	"math/big"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yice/form"
	"yice/scoring"
	"yice/text"
)

// told writes a whole explanation down, so that two can be compared byte by byte.
func told(s *scoring.Sheet) string {
	var b strings.Builder
	for _, id := range s.LineIDs() {
		e, ok := s.Explain(id)
		fmt.Fprintf(&b, "%s %v %q %q\n", id, ok, e.Title, e.Score)
		for _, p := range e.Paragraphs {
			fmt.Fprintf(&b, "  %q %q\n", p.Label, p.Lines)
		}
		for _, u := range e.Used {
			fmt.Fprintf(&b, "  + %+q\n", fmt.Sprint(u))
		}
		for _, u := range e.Rejected {
			fmt.Fprintf(&b, "  - %+q\n", fmt.Sprint(u))
		}
	}
	return b.String()
}

func sum(t *rapid.T, parts []string, places uint8) scoring.Dec {
	total := scoring.Dec{Places: places}
	for _, p := range parts {
		r, ok := new(big.Rat).SetString(p)
		if !ok {
			t.Fatalf("%q is no figure", p)
		}
		r.Mul(r, new(big.Rat).SetInt64(100))
		total.Units += r.Num().Int64()
	}
	return total
}

// TestExplainedIsTotalled: what the explanations say adds up to the totals.
func TestExplainedIsTotalled(t *testing.T) {
	base := goldenPack(t)
	rapid.Check(t, func(rt *rapid.T) {
		s := scoring.Evaluate(drawPack(rt, base), drawEnterprise(rt).facts(t))
		var scores, bonus []string
		profit := []string{}
		for _, id := range s.LineIDs() {
			e, _ := s.Explain(id)
			figure, _, _ := strings.Cut(strings.ReplaceAll(e.Score.ZH, ",", ""), " ")
			switch l := s.Line(id); l.Kind {
			case "indicator":
				scores = append(scores, figure)
			case "bonus":
				bonus = append(bonus, figure)
			case "addback", "deemed":
				if figure != "缺数据" {
					profit = append(profit, figure)
				}
			}
		}
		if got := sum(rt, scores, 2); got != s.Innovation.Confirmed {
			rt.Errorf("explained %v, total %v", got, s.Innovation.Confirmed)
		}
		if got := sum(rt, bonus, 2); got != s.BonusTotal.Confirmed && got.Units < 500 {
			rt.Errorf("explained bonus %v, total %v", got, s.BonusTotal.Confirmed)
		}
		if s.Assessed != nil {
			got := sum(rt, append(profit, s.Book.String()), 2)
			if got != s.Assessed.Confirmed { // whoever adds what is printed gets what is printed
				rt.Errorf("explained profit %v, assessed %v", got, s.Assessed.Confirmed)
			}
			if s.Completion != nil {
				percent := new(big.Rat).Quo(s.Assessed.Confirmed.Rat(), s.ProfitTarget.Value)
				off := percent.Sub(percent.Mul(percent, big.NewRat(100, 1)), s.Completion.Confirmed.Rat())
				if off.Abs(off).Cmp(big.NewRat(1, 200)) > 0 {
					rt.Errorf("completion %v is not of the printed %v", s.Completion.Confirmed, s.Assessed.Confirmed)
				}
			}
		}
	})
}

// TestBounds: no score below 0 or above its weight × the scale's best, no bonus above its caps, nothing confirmed above
// what there is with pending.
func TestBounds(t *testing.T) {
	base := goldenPack(t)
	rapid.Check(t, func(rt *rapid.T) {
		s := scoring.Evaluate(drawPack(rt, base), drawEnterprise(rt).facts(t))
		ordered := func(what string, p scoring.Pair) {
			if p.Confirmed.Cmp(p.Pending) > 0 {
				rt.Errorf("%s: confirmed %v above %v with pending", what, p.Confirmed, p.Pending)
			}
		}
		for i := range s.Indicators {
			l := &s.Indicators[i]
			most := new(big.Rat).Mul(l.Weight.Value, l.Full())
			if l.Score.Confirmed.Sign() < 0 || l.Score.Pending.Rat().Cmp(most) > 0 && l.Score.Pending.Rat().Cmp(l.Weight.Value) > 0 {
				rt.Errorf("%s scores %v of %v", l.ID, l.Score, l.Weight.Text)
			}
			ordered(l.ID, l.Score)
		}
		for i := range s.Bonuses {
			l := &s.Bonuses[i]
			if l.Score.Pending.Rat().Cmp(l.Target.Value) > 0 || l.Score.Confirmed.Sign() < 0 {
				rt.Errorf("%s: %v beyond its cap %s", l.ID, l.Score, l.Target.Text)
			}
			ordered(l.ID, l.Score)
		}
		if s.BonusTotal.Pending.Rat().Cmp(s.BonusCap.Value) > 0 {
			rt.Errorf("bonus %v beyond %s", s.BonusTotal, s.BonusCap.Text)
		}
		ordered("innovation", s.Innovation)
		ordered("bonus", s.BonusTotal)
		ordered("separate", s.Separate.Score)
		for i := range s.Deemed {
			ordered(s.Deemed[i].ID, s.Deemed[i].Score)
			if s.Deemed[i].Score.Confirmed.Sign() < 0 {
				rt.Errorf("%s below zero", s.Deemed[i].ID)
			}
		}
		if s.Tilt.Exact != nil && s.Tilt.Exact.Sign() >= 0 && s.Tilt.ExactPending.Sign() >= 0 {
			ordered("tilt", s.Tilt.Score)
		}
	})
}

// shuffled gives the same facts with every register in another order.
func shuffled(f *scoring.Facts, seed uint64) *scoring.Facts {
	c := *f
	c.Registers = map[string][]*form.Record{}
	rng := rand.New(rand.NewPCG(seed, 1))
	for id, rows := range f.Registers {
		rows = slices.Clone(rows)
		rng.Shuffle(len(rows), func(i, k int) { rows[i], rows[k] = rows[k], rows[i] })
		c.Registers[id] = rows
	}
	return &c
}

// TestOrderNeverMatters: figures, explanations, next steps and findings are the same whatever the order of records.
func TestOrderNeverMatters(t *testing.T) {
	base := goldenPack(t)
	rapid.Check(t, func(rt *rapid.T) {
		p, f := drawPack(rt, base), drawEnterprise(rt).facts(t)
		g := shuffled(f, rapid.Uint64().Draw(rt, "seed"))
		a, b := scoring.Evaluate(p, f), scoring.Evaluate(p, g)
		if !bytes.Equal(a.JSON(), b.JSON()) {
			rt.Errorf("the sheet depends on the order:\n%s\n%s", a.JSON(), b.JSON())
		}
		if x, y := told(a), told(b); x != y {
			rt.Errorf("the explanation depends on the order:\n%s\n%s", x, y)
		}
		x, y := scoring.Evaluate(p, f).NextSteps(""), scoring.Evaluate(p, g).NextSteps("")
		if len(x) != len(y) {
			rt.Fatalf("%d next steps, %d in another order", len(x), len(y))
		}
		for i := range x {
			if m, n := fmt.Sprintf("%v", x[i]), fmt.Sprintf("%v", y[i]); m != n {
				rt.Errorf("the next steps depend on the order:\n%s\n%s", m, n)
			}
		}
		if x, y := scoring.Evaluate(p, f).Findings(), scoring.Evaluate(p, g).Findings(); !reflect.DeepEqual(x, y) {
			rt.Errorf("the findings depend on the order:\n%v\n%v", x, y)
		}
	})
}

// TestEvaluateChangesNothing: twice the same, and neither pack nor facts are touched, nor the sheet by what is asked of it.
func TestEvaluateChangesNothing(t *testing.T) {
	base := goldenPack(t)
	rapid.Check(t, func(rt *rapid.T) {
		p, e := drawPack(rt, base), drawEnterprise(rt)
		f, before := e.facts(t), e.facts(t)
		first := scoring.Evaluate(p, f)
		first.NextSteps("")
		first.Pace()
		first.Findings()
		for _, l := range first.Levers() {
			m := scoring.Moved{Lever: &l, By: l.Within(l.Step)}
			if said, does := first.Effect(m), scoring.EffectOf(first, scoring.Suppose(p, f, []scoring.Moved{m})); said != does {
				rt.Errorf("%s does %v, not %v", l.ID, does, said)
			}
		}
		first.Outlook(f)
		second := scoring.Evaluate(p, f)
		if !bytes.Equal(first.JSON(), second.JSON()) || told(first) != told(second) {
			rt.Error("the second evaluation differs from the first")
		}
		if !reflect.DeepEqual(f, before) {
			rt.Error("the facts were changed")
		}
		if len(scoring.Compare(first, second)) != 0 {
			rt.Error("a sheet differs from itself")
		}
	})
}

// TestMoreNeverHurts: a recognised platform more never lowers the bonus, income more never lowers conversion, a granted
// invention more never lowers the patents.
func TestMoreNeverHurts(t *testing.T) {
	base := goldenPack(t)
	rapid.Check(t, func(rt *rapid.T) {
		p, e := drawPack(rt, base), drawEnterprise(rt)
		d := draw{rt}
		was := scoring.Evaluate(p, e.facts(t))
		e.rows["platform"] = append(e.rows["platform"], row{"name": "又一平台", "level": d.level("level"), "achievement": d.of("achievement", "", "L", "M"), "established_on": "2023-05-05", "recognition": "已认定", "recognised_doc": "x", "recognised_on": "2023-12-01", "nature": d.of("nature", "新建", "升级"), "upgraded_from": d.of("from", "", "市级")})
		e.rows["conversion"] = append(e.rows["conversion"], row{"name": "又一转化", "income": d.money("income", 500)})
		e.rows["patent"] = append(e.rows["patent"], row{"number": "202110253999.7", "title": "又一专利", "kind": "发明", "status": "授权", "granted_on": "2023-03-03", "family": d.of("family", "", "f1")})
		if _, err := form.ByID("patent").Field("number").Parse("202110253999.7", form.Yuan); err != nil {
			e.rows["patent"][len(e.rows["patent"])-1]["number"] = ""
		}
		is := scoring.Evaluate(p, e.facts(t))
		for _, c := range scoring.Compare(was, is) {
			if c.Delta.Sign() < 0 || c.DeltaPending.Sign() < 0 {
				rt.Errorf("more lowered %s by %v (%v with pending)", c.Line, c.Delta, c.DeltaPending)
			}
		}
	})
}

// TestAddbackSlope: every yuan of own expensed R&D more is added back at 100% to 150% under reading A.
func TestAddbackSlope(t *testing.T) {
	base := goldenPack(t)
	rapid.Check(t, func(rt *rapid.T) {
		f := drawEnterprise(rt).facts(t)
		more := int64(rapid.IntRange(1, 1_000_000_000).Draw(rt, "more"))
		was := scoring.Evaluate(base, f).Addback.Exact
		f.Ledger.Expensed += more
		is := scoring.Evaluate(base, f).Addback.Exact
		slope := new(big.Rat).Sub(is, was)
		slope.Quo(slope, big.NewRat(more, 1_000_000))
		if slope.Cmp(big.NewRat(1, 1)) < 0 || slope.Cmp(big.NewRat(3, 2)) > 0 {
			rt.Errorf("slope %s", slope.FloatString(6))
		}
	})
}

// TestNoYuanTwice: a capitalised line on a project moves its spending from outside the ledger to within, one for one, and
// nothing is assessed twice.
func TestNoYuanTwice(t *testing.T) {
	base := goldenPack(t)
	rapid.Check(t, func(rt *rapid.T) {
		d := draw{rt}
		spend, booked, more := int64(d.n("spend", 0, 1_000_000_00)), int64(d.n("booked", 0, 1_000_000_00)), int64(d.n("more", 1, 1_000_000_00))
		f := &scoring.Facts{Type: "功能型", Year: 2023, Registers: map[string][]*form.Record{}}
		p := recordOf(t, "project", row{"code": "P1", "level": "市级", "major": "是", "start": "202301", "end": "202312", "recognition": "已认定", "recognised_doc": "x", "recognised_on": "2023-12-01", "recognised_by": "包头市科技局"}, 1)
		p.Set("total_spend", form.N(spend))
		f.Registers["project"] = []*form.Record{p}
		deemed := func(booked int64) *big.Rat {
			f.Ledger = scoring.RD{Capitalised: booked, ByProject: map[string]int64{"P1": booked}}
			return scoring.Evaluate(base, f).Deemed[0].Exact
		}
		was, is := deemed(booked), deemed(booked+more)
		within := func(v *big.Rat, booked int64) *big.Rat { return new(big.Rat).Add(v, big.NewRat(booked, 1_000_000)) }
		if got, want := within(was, booked), big.NewRat(max(spend, booked), 1_000_000); got.Cmp(want) != 0 {
			rt.Errorf("in and beside the ledger %s, spent %s", got, want)
		}
		moved := new(big.Rat).Sub(was, is)
		if moved.Sign() < 0 || moved.Cmp(big.NewRat(more, 1_000_000)) > 0 {
			rt.Errorf("a line of %d moved %s", more, moved)
		}
	})
}

// put adds what a line needs to the facts, as a person would key it.
func put(t testing.TB, f *scoring.Facts, l *scoring.Line, more *big.Rat) bool {
	fen := new(big.Rat).Mul(more, big.NewRat(1_000_000, 1))
	switch l.ID {
	case "rd_intensity", "rd_growth":
		if !fen.IsInt() {
			t.Fatalf("%s needs %s 分", l.ID, fen)
		}
		f.Ledger.Expensed += fen.Num().Int64()
	case "conversion":
		if !fen.IsInt() {
			t.Fatalf("%s needs %s 分", l.ID, fen)
		}
		r := recordOf(t, "conversion", row{"name": "补"}, 9001)
		r.Set("income", form.N(fen.Num().Int64()))
		f.Registers["conversion"] = append(slices.Clone(f.Registers["conversion"]), r)
	case "patents", "talents", "type_innovation":
		if !more.IsInt() {
			t.Fatalf("%s needs %s rows", l.ID, more)
		}
		for i := range more.Num().Int64() {
			x := row{"kind": "发明", "status": "授权", "granted_on": "2023-02-02"}
			switch l.ID {
			case "talents":
				x = row{"person": fmt.Sprint("补", i), "since": "2023-02-02"}
			case "type_innovation":
				x = row{"name": "补", "category": map[string]string{"竞争型": "技术", "功能型": "品牌", "服务业": "服务模式"}[f.Type], "achieved_on": "2023-02-02"}
			}
			f.Registers[l.Register()] = append(slices.Clone(f.Registers[l.Register()]), recordOf(t, l.Register(), x, 9001+i))
		}
	default:
		return false
	}
	return true
}

// TestGapIsExact: what a line says is missing, when it is there, gives full marks, and one grain less does not.
func TestGapIsExact(t *testing.T) {
	base := goldenPack(t)
	rapid.Check(t, func(rt *rapid.T) {
		p, e := drawPack(rt, base), drawEnterprise(rt)
		s := scoring.Evaluate(p, e.facts(t))
		for i := range s.Indicators {
			l := &s.Indicators[i]
			if l.GapRat == nil {
				if l.Status == scoring.Short {
					rt.Errorf("%s is short of nothing", l.ID)
				}
				continue
			}
			f := e.facts(t)
			if !put(t, f, l, l.NeedRat) {
				continue
			}
			full := scoring.Evaluate(p, f).Line(l.ID)
			if full.Status != scoring.Reached || full.GapText != "" {
				rt.Errorf("%s: %s more leaves it %s at %s", l.ID, l.NeedRat.FloatString(6), full.Status, full.ValueText)
			}
			if l.Full().Cmp(big.NewRat(1, 1)) == 0 && full.Score.Confirmed.Rat().Cmp(l.Weight.Value) != 0 {
				rt.Errorf("%s: with the gap filled %v of %s", l.ID, full.Score.Confirmed, l.Weight.Text)
			}
			grain := big.NewRat(1, 1)
			if len(l.Inputs) > 0 {
				grain = big.NewRat(1, 1_000_000)
			}
			g := e.facts(t)
			put(t, g, l, new(big.Rat).Sub(l.NeedRat, grain))
			if less := scoring.Evaluate(p, g).Line(l.ID); less.Status == scoring.Reached {
				rt.Errorf("%s: one grain less than %s is enough too", l.ID, l.NeedRat.FloatString(6))
			}
		}
	})
}

// TestMarginalIsReevaluated: what one more is said to bring is what it brings.
func TestMarginalIsReevaluated(t *testing.T) {
	base := goldenPack(t)
	rapid.Check(t, func(rt *rapid.T) {
		p, e := drawPack(rt, base), drawEnterprise(rt)
		s := scoring.Evaluate(p, e.facts(t))
		for i := range s.Indicators {
			l := &s.Indicators[i]
			more := big.NewRat(int64(rapid.IntRange(1, 5).Draw(rt, "more")), 1)
			f := e.facts(t)
			if l.Status == scoring.NoData || !put(t, f, l, more) {
				continue
			}
			got := s.Marginal(s.Line(l.ID), more)
			after := scoring.Evaluate(p, f).Line(l.ID)
			want := after.Score.Confirmed.Units - l.Score.Confirmed.Units
			if l.Status == scoring.NotDefined { // nothing can be said of what has no result
				continue
			}
			if got.Units != want {
				rt.Errorf("%s: %s more is said to bring %v, brings %d", l.ID, more, got, want)
			}
		}
	})
}

// TestCompareAddsUp: the difference between two sheets, added to the first, gives the second.
func TestCompareAddsUp(t *testing.T) {
	base := goldenPack(t)
	rapid.Check(t, func(rt *rapid.T) {
		p := drawPack(rt, base)
		a, b := scoring.Evaluate(p, drawEnterprise(rt).facts(t)), scoring.Evaluate(p, drawEnterprise(rt).facts(t))
		moved := map[string]scoring.Change{}
		for _, c := range scoring.Compare(a, b) {
			moved[c.Kind+c.Line] = c
			if c.Say().In(text.EN) == "" || c.Before == c.After && c.BeforeNone == c.AfterNone {
				rt.Errorf("%s has not moved", c.Line)
			}
		}
		for _, id := range a.LineIDs() {
			x, y := a.Line(id), b.Line(id)
			if x.Score.Confirmed.Units+moved[x.Kind+id].Delta.Units != y.Score.Confirmed.Units {
				rt.Errorf("%s: %v and %v do not make %v", id, x.Score.Confirmed, moved[x.Kind+id].Delta, y.Score.Confirmed)
			}
		}
		if a.Innovation.Confirmed.Units+moved["totalinnovation"].Delta.Units != b.Innovation.Confirmed.Units {
			rt.Error("the innovation score does not add up")
		}
	})
}
