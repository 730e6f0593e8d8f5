package scoring

import (
	"maps"
	"slices"
)

// The parameters a line rests on, in the order a reader meets them: each is shown with where it was set.

// set appends the parameters that have a value.
func set(to []Param, params ...Param) []Param {
	for i := range params {
		if params[i].Value != nil {
			to = append(to, params[i])
		}
	}
	return to
}

// byLevel lists a table by level, in the pack's order.
func byLevel(to []Param, table map[string]Param, levels []string) []Param {
	for _, level := range levels {
		to = set(to, table[level])
	}
	return to
}

func (m *Measure) params(to []Param, levels []string) []Param {
	to = byLevel(to, m.Points, levels)
	for _, level := range levels {
		grades := m.Grades[level]
		for _, grade := range slices.Sorted(maps.Keys(grades)) {
			to = set(to, grades[grade])
		}
	}
	return to
}

func (in *Indicator) params(typ string, levels []string) []Param {
	to := set(nil, in.Weight[typ], in.Target)
	to = in.Measure.params(to, levels)
	to = set(to, in.Scale.Cap, in.Scale.Floor, in.Scale.Base)
	for i := range in.Scale.Rungs {
		to = set(to, in.Scale.Rungs[i].At, in.Scale.Rungs[i].Give)
	}
	return to
}

func (b *Bonus) params(levels []string) []Param {
	return set(b.Measure.params(nil, levels), b.Cap)
}

func (a *Addback) params(levels []string) []Param {
	return byLevel(set(nil, a.BaseRate, a.IncrementRate, a.OriginalRate), a.KeyRates, levels)
}

func (d *Deemed) params() []Param { return set(nil, d.Rate, d.Fixed) }

func (t *Tilt) params(levels []string) []Param { return set(byLevel(nil, t.Rates, levels), t.Cap) }
