package scoring

import (
	"math/big"

	"yice/form"
)

// keyedProject is one major project whose own lines are rated by its level.
type keyedProject struct {
	judged
	level string
	rate  Param
}

// extra is what the rate of a key project brings beyond the base rate.
func (k *keyedProject) extra(a *Addback) *big.Rat {
	rate := new(big.Rat).Sub(k.rate.Value, orZero(a.BaseRate))
	return rate.Mul(rate, wan(k.fen))
}

// keyProjects finds the major projects whose own expensed lines are rated by level, each once.
func (e *evaluation) keyProjects(a *Addback) []keyedProject {
	if len(a.KeyRates) == 0 {
		return nil
	}
	ru := &rule{register: "project", where: majorOnly, evidence: true}
	for _, level := range e.p.Levels {
		if _, ok := a.KeyRates[level]; ok {
			ru.levels = append(ru.levels, level)
		}
	}
	t := e.judge(ru)
	e.s.Addback.work.tally = t
	var out []keyedProject
	for i := range t.rows {
		j := &t.rows[i]
		j.fen = e.f.Ledger.OwnByProject[j.rec.Key()]
		if j.maybe {
			level := e.p.level(j.rec.Str("level"))
			out = append(out, keyedProject{judged: *j, level: level, rate: a.KeyRates[level]})
		}
	}
	return byRecord(out, func(k *keyedProject) *form.Record { return k.rec })
}

var majorOnly = []Condition{{Field: "major", Values: []string{"是"}}}
