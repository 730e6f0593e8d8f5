package scoring_test

import (
	"fmt"
	"testing"

	"yice/form"
	"yice/scoring"
)

// crowded is the example enterprise with so many register rows, an eighth in each register.
func crowded(t testing.TB, rows int) *scoring.Facts {
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
	}{{"example", goldenFacts(b)}, {"1000rows", crowded(b, 1000)}, {"1000awards", lopsided(b, 1000)}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				scoring.Evaluate(p, c.facts)
			}
		})
	}
}

func BenchmarkNextSteps(b *testing.B) {
	p, f := goldenPack(b), crowded(b, 1000)
	for b.Loop() {
		scoring.Evaluate(p, f).NextSteps("")
	}
}

func BenchmarkExplainAll(b *testing.B) {
	s := scoring.Evaluate(goldenPack(b), crowded(b, 1000))
	for b.Loop() {
		for _, id := range s.LineIDs() {
			s.Explain(id)
		}
	}
}

// lopsided is the example enterprise with so many awards more.
func lopsided(t testing.TB, rows int) *scoring.Facts {
	f := goldenFacts(t)
	for n := range rows {
		r := f.Registers["award"][n%6].Clone()
		r.ID = int64(1000 + n)
		r.Set("certificate", form.S(fmt.Sprintf("证%d", n*7919%1000)))
		r.Set("achievement", form.S(fmt.Sprintf("成%d", n%700)))
		f.Registers["award"] = append(f.Registers["award"], r)
	}
	return f
}

// TestEvaluateDoesLittle bounds the work of an evaluation: no more for a thousand register rows than in proportion to
// their number, and little in all. How long it takes is measured by checks/performance.
func TestEvaluateDoesLittle(t *testing.T) {
	p := goldenPack(t)
	allocations := func(f *scoring.Facts) float64 { return testing.AllocsPerRun(5, func() { scoring.Evaluate(p, f) }) }
	for name, grow := range map[string]func(testing.TB, int) *scoring.Facts{"every register": crowded, "awards": lopsided} {
		few, many := allocations(grow(t, 250)), allocations(grow(t, 1000))
		t.Logf("%s: %v allocations for 250 rows, %v for 1,000", name, few, many)
		if many > 5*few {
			t.Errorf("%s: %v allocations for 250 rows, %v for 1,000: more than in proportion", name, few, many)
		}
		if many > 6_000 {
			t.Errorf("%s: %v allocations for 1,000 rows", name, many)
		}
	}
}
