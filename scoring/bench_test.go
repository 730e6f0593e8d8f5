package scoring_test

import (
	"fmt"
	"testing"
	"time"

	"yice/form"
	"yice/scoring"
)

// crowded is the example enterprise with a thousand register rows.
func crowded(t testing.TB) *scoring.Facts {
	f := goldenFacts(t)
	for _, id := range []string{"project", "patent", "award", "platform", "talent", "team", "conversion", "innovation"} {
		some := f.Registers[id]
		for n := 0; len(f.Registers[id]) < 125; n++ {
			r := some[n%len(some)].Clone()
			r.ID = int64(1000 + n)
			for _, key := range []string{"achievement", "family", "person", "certificate", "code", "name"} {
				if r.Form.Index(key) >= 0 {
					r.Set(key, form.S(fmt.Sprintf("%s%d", r.Str(key), n)))
				}
			}
			f.Registers[id] = append(f.Registers[id], r)
		}
	}
	return f
}

func BenchmarkEvaluate(b *testing.B) {
	p := goldenPack(b)
	for _, c := range []struct {
		name  string
		facts *scoring.Facts
	}{{"example", goldenFacts(b)}, {"1000rows", crowded(b)}, {"1000awards", lopsided(b)}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				scoring.Evaluate(p, c.facts)
			}
		})
	}
}

func BenchmarkNextSteps(b *testing.B) {
	p, f := goldenPack(b), crowded(b)
	for b.Loop() {
		scoring.NextSteps(p, f)
	}
}

func BenchmarkExplainAll(b *testing.B) {
	s := scoring.Evaluate(goldenPack(b), crowded(b))
	for b.Loop() {
		for _, id := range s.LineIDs() {
			s.Explain(id)
		}
	}
}

// lopsided is the example enterprise with a thousand awards.
func lopsided(t testing.TB) *scoring.Facts {
	f := goldenFacts(t)
	for n := range 1000 {
		r := f.Registers["award"][n%6].Clone()
		r.ID = int64(1000 + n)
		r.Set("certificate", form.S(fmt.Sprintf("证%d", n*7919%1000)))
		r.Set("achievement", form.S(fmt.Sprintf("成%d", n%700)))
		f.Registers["award"] = append(f.Registers["award"], r)
	}
	return f
}

// TestEvaluateIsQuick holds the budget of an evaluation at a thousand register rows, with room for a busy machine: the
// best of many runs is what the machine can do.
func TestEvaluateIsQuick(t *testing.T) {
	p := goldenPack(t)
	for _, f := range []*scoring.Facts{crowded(t), lopsided(t)} {
		best := time.Hour
		for range 50 {
			t0 := time.Now()
			scoring.Evaluate(p, f)
			best = min(best, time.Since(t0))
		}
		if best > slowdown*time.Millisecond {
			t.Errorf("an evaluation of 1,000 register rows takes %v, more than 1 ms", best)
		}
	}
}
