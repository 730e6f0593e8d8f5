package scoring

import "yice/text"

// Priority is C32: the condition for resources first.
type Priority struct {
	Clauses    []string
	MinScore   Param
	NeedGrowth bool
	Line       int
}

var prioritySection = declare(sectionOf[*Priority]{
	key: "priority", title: text.PackSayPriority,
	kept: once(func(p *Pack) **Priority { return &p.Priority }), line: func(r *Priority) *int { return &r.Line },
	says: []parameter[*Priority]{
		cites(func(r *Priority) *[]string { return &r.Clauses }),
		{key: "min_score", is: isNumber, hint: text.HintMinScore, must: must, title: text.PackSayMinScore, rule: ruleWeight, at: func(r *Priority) any { return &r.MinScore }},
		{key: "need_growth", is: isFlag, hint: text.HintNeedGrowth, must: must, title: text.PackSayGrowth, at: func(r *Priority) any { return &r.NeedGrowth }},
	},
})

type priorityKind struct{ plainKind }

// total answers C32: resources first.
func (*priorityKind) total(e *evaluation) {
	rule := e.p.Priority
	if rule == nil {
		return
	}
	ok := rule.MinScore.Value == nil || e.s.Innovation.Confirmed.Rat().Cmp(rule.MinScore.Value) >= 0
	if ok && rule.NeedGrowth {
		ok = e.f.Prev != nil && e.f.Ledger.Total() > e.f.Prev.Total() && e.f.Ledger.Total() > 0
	}
	e.s.Priority = &ok
}

// priority tells the conditions of C32 and whether each holds.
func (t *teller) priority() {
	s, rule := t.s, t.s.eff.Priority
	t.e.Title, t.e.Score = text.ScorePriority, text.ScoreNotFirst
	if *s.Priority {
		t.e.Score = text.ScoreFirst
	}
	var cited []text.Pair
	for _, id := range rule.Clauses {
		for i := range s.eff.Clauses {
			if c := &s.eff.Clauses[i]; c.ID == id {
				cited = append(cited, text.ScoreClause.With(c.ID, c.Where(), s.Pack.Say(c.Gist)))
			}
		}
	}
	t.say(text.ScoreLabelClause, cited...)
	holds := func(ok bool) text.Pair {
		if ok {
			return text.ScoreHolds
		}
		return text.ScoreFails
	}
	var lines []text.Pair
	if rule.MinScore.Value != nil {
		ok := s.Innovation.Confirmed.Rat().Cmp(rule.MinScore.Value) >= 0
		lines = append(lines, text.ScoreEnough.With(s.Innovation.Confirmed.String(), shownParam(&rule.MinScore), holds(ok)))
	}
	if rule.NeedGrowth {
		now, unknown := FactValue(s.facts, "rd.total")
		before, missing := FactValue(s.facts, "rd.total_prev")
		if missing || unknown {
			lines = append(lines, text.ScoreNoGrowthKnown.With(holds(false)))
		} else {
			ok := now.Cmp(before) > 0 && now.Sign() > 0
			lines = append(lines, text.ScoreGrew.With(ratWan(now), ratWan(before), holds(ok)))
		}
	}
	t.say(text.ScoreLabelRule, lines...)
	if rule.MinScore.Value != nil {
		t.say(text.ScoreLabelParameter, text.ScoreParam.With(text.ScoreParamMinScore, shownParam(&rule.MinScore), t.origin(&rule.MinScore)))
	}
}

func (*priorityKind) account(s *Sheet, a *Account) {
	if s.Priority == nil {
		return
	}
	say := text.AccountPriorityNo
	if *s.Priority {
		say = text.AccountPriorityYes
	}
	a.begin("priority", text.TermPriority).Says = []text.Pair{say}
}
