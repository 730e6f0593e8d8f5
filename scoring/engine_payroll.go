package scoring

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"yice/form"
	"yice/text"
)

// payWork is the pay listed apart, person by person.
type payWork struct {
	projects *tally
	people   []person
}

// person is one member of the teams: pay in 分, shares of working time in millionths on eligible projects.
type person struct {
	id, name    string
	pay         int64
	payKnown    bool
	sure, maybe int64 // Σ shares on projects that count, not yet capped
	rows        []teamRow
}

type teamRow struct {
	rec     *form.Record
	project string
	share   int64
	sure    bool
	maybe   bool
}

// tiltWork is how the performance-pay total is tilted.
type tiltWork struct {
	projects    *tally
	sure, maybe *big.Rat // the rate, capped
	pay, apart  int64    // 分
}

const wholeShare = 1_000_000 // 100% in millionths

// eligible judges the projects that payroll rules look at.
func (e *evaluation) eligible(levels []string, tackleOnly, evidence bool) *tally {
	ru := &rule{register: "project", levels: levels, evidence: evidence}
	if tackleOnly {
		ru.where = tackleOnlyWhere
	}
	return e.judge(ru)
}

var tackleOnlyWhere = []Condition{{Field: "tackle", Values: []string{"是"}}}

// separate computes C37: Σ over people of pay × min(100%, Σ shares on eligible projects).
func (e *evaluation) separate() {
	rule := e.p.Separate
	if rule != nil {
		t := e.eligible(rule.Levels, rule.TackleOnly, rule.Evidence)
		w := &payWork{projects: t, people: e.people(t)}
		l := &e.s.Separate
		*l = Line{ID: "payroll_separate", Name: text.ScoreSeparate.ZH, Kind: "separate", Clauses: e.cited(rule.Clauses), work: work{pay: w, tally: t, format: asMoney}}
		sure, maybe := new(big.Int), new(big.Int)
		for i := range w.people {
			p := &w.people[i]
			sure.Add(sure, p.apart(p.sure))
			maybe.Add(maybe, p.apart(p.maybe))
		}
		l.Exact, l.ExactPending = ofMillionths(sure), ofMillionths(maybe)
		l.Score = e.roundedLine(l)
	}
	total, ok := e.annual("pay_total")
	if !ok {
		e.lacks(&e.s.Separate, "fin.pay_total")
		return
	}
	pay := e.money.round(wan(total))
	e.s.Base = &Pair{pay, pay}
	if e.s.Separate.ID != "" {
		apart := e.s.Separate.Score
		e.s.Base = &Pair{pay.minus(apart.Confirmed), pay.minus(apart.Pending)}
	}
}

// apart is pay × share, at most all of it: 分 × millionths.
func (p *person) apart(share int64) *big.Int {
	return new(big.Int).Mul(big.NewInt(p.pay), big.NewInt(min(share, wholeShare)))
}

// ofMillionths turns 分 × millionths into 万元.
func ofMillionths(v *big.Int) *big.Rat {
	return new(big.Rat).SetFrac(v, big.NewInt(1_000_000*wholeShare))
}

// people gathers the team rows by person. A person's pay is one figure for the year: where rows
// differ the largest is taken (and is a finding). A row without a person stands for itself.
func (e *evaluation) people(projects *tally) []person {
	eligible := make(map[string]*judged, len(projects.rows))
	for i := range projects.rows {
		j := &projects.rows[i]
		if old := eligible[j.rec.Key()]; old == nil || !old.sure && j.sure || !old.maybe && j.maybe {
			eligible[j.rec.Key()] = j
		}
	}
	byID := make(map[string]int)
	var people []person
	for _, r := range e.f.Registers["team"] {
		id := r.Str("person")
		k, seen := byID[id]
		if !seen || id == "" {
			k = len(people)
			people = append(people, person{id: id})
			byID[id] = k
		}
		people[k].take(r, eligible)
	}
	return people
}

// peopleInOrder sorts people by their ids and each one's rows; the figures do not need it, sentences do.
func peopleInOrder(people []person) []person {
	out := slices.Clone(people)
	for i := range out {
		out[i].rows = byRecord(out[i].rows, func(row *teamRow) *form.Record { return row.rec })
		out[i].name = out[i].rows[0].rec.Str("name")
	}
	slices.SortStableFunc(out, func(a, b person) int {
		return cmp.Or(strings.Compare(a.id, b.id), compareRecords(a.rows[0].rec, b.rows[0].rec))
	})
	return out
}

func (p *person) take(r *form.Record, eligible map[string]*judged) {
	row := teamRow{rec: r, project: r.Str("project"), share: r.Num("share")}
	if j := eligible[row.project]; j != nil && row.project != "" {
		row.sure, row.maybe = j.sure, j.maybe
	}
	if pay, ok := r.Get("pay").Int(); ok {
		p.payKnown = true
		p.pay = max(p.pay, pay)
	}
	if row.sure {
		p.sure += row.share
	}
	if row.maybe {
		p.maybe += row.share
	}
	p.rows = append(p.rows, row)
}

// tilt computes C40: (performance pay − what is listed apart) × the rate of 攻关 projects, at most the cap.
func (e *evaluation) tilt() {
	rule := e.p.Tilt
	if rule == nil {
		return
	}
	t := e.eligible(levelsOf(rule.Rates, e.p.Levels), rule.TackleOnly, rule.Evidence)
	w := &tiltWork{projects: t, sure: new(big.Rat), maybe: new(big.Rat)}
	for i := range t.rows {
		j := &t.rows[i]
		if j.sure {
			rule.pick(w.sure, j)
		}
		if j.maybe {
			rule.pick(w.maybe, j)
		}
	}
	w.sure, w.maybe = atMost(w.sure, rule.Cap.Value), atMost(w.maybe, rule.Cap.Value)
	l := &e.s.Tilt
	*l = Line{
		ID: "payroll_tilt", Name: text.ScoreTilt.ZH, Kind: "tilt", Clauses: e.cited(rule.Clauses), Params: rule.params(e.p.Levels),
		work: work{tilt: w, tally: t, format: asMoney},
	}
	if w.maybe.Sign() == 0 { // nothing to tilt by: no figure is asked for
		l.Exact, l.ExactPending = new(big.Rat), new(big.Rat)
		l.Score = e.roundedLine(l)
		return
	}
	var ok, okApart bool
	if w.pay, ok = e.annual("pay_performance"); !ok {
		e.lacks(l, "fin.pay_performance")
	}
	okApart = true
	if rule.ExcludeSeparate {
		if w.apart, okApart = e.annual("pay_performance_separate"); !okApart {
			e.lacks(l, "fin.pay_performance_separate")
		}
	}
	if !ok || !okApart {
		l.Status = NoData
		l.Score = e.roundedLine(l)
		return
	}
	base := wan(w.pay - w.apart)
	l.Exact, l.ExactPending = new(big.Rat).Mul(base, w.sure), new(big.Rat).Mul(base, w.maybe)
	l.Score = e.roundedLine(l)
}

// pick takes the rate of one more project: the highest, or the sum of all.
func (t *Tilt) pick(rate *big.Rat, j *judged) {
	r := t.Rates[j.rec.Str("level")].Value
	switch {
	case r == nil:
	case t.Sum:
		rate.Add(rate, r)
	case r.Cmp(rate) > 0:
		rate.Set(r)
	}
}

// levelsOf lists the levels a table has, in the pack's order.
func levelsOf(table map[string]Param, levels []string) []string {
	out := make([]string, 0, len(table))
	for _, level := range levels {
		if _, ok := table[level]; ok {
			out = append(out, level)
		}
	}
	return out
}

// rewards lists the teams that may be rewarded (C38): an achievement once, at its best award of the year.
func (e *evaluation) rewards() {
	reward := e.p.TeamReward
	if reward == nil {
		return
	}
	t := e.awards(reward.Levels)
	var won []*judged
	for i := range t.rows {
		if j := &t.rows[i]; j.sure || j.maybe {
			won = append(won, j)
		}
	}
	won = byRecord(won, func(j **judged) *form.Record { return (*j).rec })
	slices.SortStableFunc(won, func(a, b *judged) int { return cmp.Compare(a.level, b.level) })
	for _, j := range won {
		e.s.Rewards = append(e.s.Rewards, Reward{j.rec.Str("achievement_title"), j.rec.Str("level"), !j.sure})
	}
}

// awards judges the awards of the year as the points see them (their year, their doubles), recognised or pending.
func (e *evaluation) awards(levels []string) *tally {
	ru := &rule{register: "award", yearBy: "awarded_on", dedupe: "achievement", levels: levels, evidence: true}
	for i := range e.p.Bonuses {
		m := &e.p.Bonuses[i].Measure
		if m.Register != "award" {
			continue
		}
		if m.Evidence && len(m.Points) == len(levels) && len(levelsOf(m.Points, levels)) == len(levels) {
			return e.s.Bonuses[i].work.tally // judged already
		}
		ru.where, ru.yearBy, ru.dedupe = m.Where, m.YearBy, m.Dedupe
	}
	return e.judge(ru)
}
