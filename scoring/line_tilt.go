package scoring

import (
	"math/big"
	"slices"

	"yice/text"
)

// Tilt is C40: the performance-pay total tilted by the level of 攻关 projects.
type Tilt struct {
	Clauses    []string
	TackleOnly bool
	Evidence   bool
	Rates      map[string]Param
	Sum        bool // pick = "sum"; otherwise the highest
	Cap        Param
	Line       int
	// ExcludeSeparate: base is pay_performance − pay_performance_separate.
	ExcludeSeparate bool
}

var tiltSection = declare(sectionOf[*Tilt]{
	key: "payroll_tilt", title: text.ScoreTilt,
	kept: once(func(p *Pack) **Tilt { return &p.Tilt }), line: func(t *Tilt) *int { return &t.Line },
	says: slices.Concat(
		[]parameter[*Tilt]{cites(func(t *Tilt) *[]string { return &t.Clauses })},
		onProjects(func(t *Tilt) *bool { return &t.TackleOnly }, func(t *Tilt) *bool { return &t.Evidence }),
		[]parameter[*Tilt]{{
			key: "rates", is: isTable, hint: text.HintTiltRate, must: must, title: text.ScoreParamTiltRate, of: levelTitle, names: levelsOfPack, rule: ruleShare,
			at: func(t *Tilt) any { return &t.Rates },
		}, {
			key: "cap", is: isNumber, hint: text.HintTiltCap, title: text.ScoreParamTiltCap, rule: ruleShare, at: func(t *Tilt) any { return &t.Cap },
		}, {
			key: "pick", is: isWord, hint: text.HintPick, must: must, title: text.PackSayPick, sets: "sum", at: func(t *Tilt) any { return &t.Sum },
			words: []option{
				{"highest", text.Pair{ZH: "取最高一级", EN: "the highest level"}},
				{"sum", text.Pair{ZH: "各项累加", EN: "the sum"}},
			},
		}, {
			key: "base", is: isWord, hint: text.HintTiltBase, must: must, title: text.PackSayBase, sets: "exclude_separate", at: func(t *Tilt) any { return &t.ExcludeSeparate },
			words: []option{
				{"exclude_separate", text.Pair{ZH: "绩效工资扣除已单列部分", EN: "performance pay less what is listed apart"}},
				{"all", text.Pair{ZH: "全部绩效工资", EN: "all performance pay"}},
			},
		}},
	),
})

type tiltKind struct{ plainKind }

// tiltWork is how the performance-pay total is tilted.
type tiltWork struct {
	projects    *tally
	sure, maybe *big.Rat // the rate, capped
	pay, apart  int64    // 分
}

func (*tiltKind) lines(s *Sheet, yield func(*Line) bool) bool {
	return s.Tilt.ID == "" || yield(&s.Tilt)
}

// evaluate computes C40: (performance pay − what is listed apart) × the rate of 攻关 projects, at most the cap.
func (k *tiltKind) evaluate(e *evaluation) {
	rule := e.p.Tilt
	if rule == nil {
		return
	}
	t := e.eligible(levelsOf(rule.Rates, e.p.Levels), rule.TackleOnly, rule.Evidence)
	w := &tiltWork{projects: t}
	sure, maybe := make([]int64, len(e.p.Levels)), make([]int64, len(e.p.Levels))
	for i := range t.rows {
		j := &t.rows[i]
		if j.sure {
			sure[j.level]++
		}
		if j.maybe {
			maybe[j.level]++
		}
	}
	w.sure, w.maybe = rule.rate(e.p.Levels, sure), rule.rate(e.p.Levels, maybe)
	l := &e.s.Tilt
	*l = Line{
		ID: "payroll_tilt", Name: text.ScoreTilt.ZH, Says: text.ScoreTilt, Kind: "tilt", Clauses: e.cited(rule.Clauses),
		work: work{params: func() []Param { return k.section.params(rule, e.p) }, tilt: w, tally: t, format: asMoney},
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

// rate is that of so many projects at each level: the highest, or the sum of all, at most the cap.
func (t *Tilt) rate(levels []string, projects []int64) *big.Rat {
	rate := new(big.Rat)
	for i, n := range projects {
		r := t.Rates[levels[i]].Value
		switch {
		case n == 0 || r == nil:
		case t.Sum:
			rate.Add(rate, new(big.Rat).Mul(r, big.NewRat(n, 1)))
		case r.Cmp(rate) > 0:
			rate.Set(r)
		}
	}
	return atMost(rate, t.Cap.Value)
}

// explain tells C40.
func (*tiltKind) explain(t *teller) {
	l := t.l
	rule, w := t.s.eff.Tilt, l.work.tilt
	lines := t.reading(w.projects.rule, formTitle("project"))
	if rule.Sum {
		lines = append(lines, text.ScoreTiltSum)
	} else {
		lines = append(lines, text.ScoreTiltHighest)
	}
	if rule.ExcludeSeparate {
		lines = append(lines, text.ScoreTiltLess)
	} else {
		lines = append(lines, text.ScoreTiltWhole)
	}
	t.say(text.ScoreLabelRule, lines...)
	t.parameters()
	t.missing(text.ScoreMissingWan)
	formula := func(rate *big.Rat) text.Pair {
		if rule.ExcludeSeparate {
			return text.ScoreTiltOf.With(wanText(w.pay), wanText(w.apart), percentText(rate))
		}
		return text.ScoreTimes.With(wanText(w.pay), percentText(rate))
	}
	if w.maybe.Sign() == 0 {
		t.account(text.ScoreTiltNone, text.ScoreTiltNone)
	} else {
		t.account(formula(w.sure), formula(w.maybe))
	}
	t.records(w.projects, func(j *judged) text.Pair {
		rate := rule.Rates[t.s.eff.level(j.rec.Str("level"))]
		return text.ScoreCountsTilt.With(shownParam(&rate), t.levelOf(j.rec))
	}, nil)
	if !rule.Sum {
		t.onlyHighest(w)
	}
}

// onlyHighest turns the projects whose rate is not the one taken into rejected ones.
func (t *teller) onlyHighest(w *tiltWork) {
	rows := slices.DeleteFunc(ordered(w.projects.rows), func(j judged) bool { return !j.sure && !j.maybe })
	var used []Use
	for i, u := range t.e.Used {
		rate := t.s.eff.Tilt.Rates[t.s.eff.level(rows[i].rec.Str("level"))].Value
		taken := w.sure
		if !rows[i].sure {
			taken = w.maybe
		}
		if rate.Cmp(taken) >= 0 {
			used = append(used, u)
			continue
		}
		u.Why = alsoBecause(u.Why, text.ScoreWhyNotHighest.With(percentText(taken)))
		t.e.Rejected = append(t.e.Rejected, u)
	}
	t.e.Used = used
}

func (*tiltKind) account(s *Sheet, a *Account) {
	if s.Tilt.ID != "" {
		a.begin("payroll", text.TermPayroll, bothFigures...).money(&s.Tilt)
	}
}
