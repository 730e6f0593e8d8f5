package scoring

import (
	"yice/form"
	"yice/text"
)

// TeamReward is C38: which levels of award entitle a team to a reward. No formula in the document.
type TeamReward struct {
	Clauses []string
	Levels  []string
	Line    int
}

var rewardSection = declare(sectionOf[*TeamReward]{
	key: "team_reward", title: text.PackSayTeamReward,
	kept: once(func(p *Pack) **TeamReward { return &p.TeamReward }), line: func(r *TeamReward) *int { return &r.Line },
	says: []parameter[*TeamReward]{
		cites(func(r *TeamReward) *[]string { return &r.Clauses }),
		atLevels(func(r *TeamReward) *[]string { return &r.Levels }),
	},
})

type rewardKind struct{ plainKind }

// evaluate lists the teams that may be rewarded (C38): an achievement once, at its best award of the year.
func (*rewardKind) evaluate(e *evaluation) {
	reward := e.p.TeamReward
	if reward == nil {
		return
	}
	t := e.awards(reward.Levels)
	won := make([]*judged, 0, len(t.rows))
	for i := range t.rows {
		if j := &t.rows[i]; j.sure || j.maybe {
			won = append(won, j)
		}
	}
	won = byRecord(won, func(j **judged) *form.Record { return (*j).rec })
	for level := range len(e.p.Levels) + 1 {
		for _, j := range won {
			if int(j.level) == level {
				e.s.Rewards = append(e.s.Rewards, Reward{j.rec.Str("achievement_title"), e.p.level(j.rec.Str("level")), !j.sure})
			}
		}
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

func (*rewardKind) account(s *Sheet, a *Account) {
	for _, r := range s.Rewards {
		say := text.AccountReward.With(r.Title, codeTitle(fieldOf("award", "level"), r.Level))
		if r.Pending {
			say = text.AccountPending.With(say)
		}
		sec := a.begin("rewards", text.TermRewards)
		sec.Says = append(sec.Says, say)
	}
}
