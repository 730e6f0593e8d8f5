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

// evaluate finds the teams that may be rewarded (C38): an achievement once, at its best award of the year.
func (*rewardKind) evaluate(e *evaluation) {
	reward := e.p.TeamReward
	if reward == nil {
		return
	}
	e.s.awarded = e.awards(reward.Levels)
}

// Rewards are the teams that may be rewarded, the highest level first. They are put in order when they are asked for: a sheet is made
// at every keystroke, and no line of it stands on them.
func (s *Sheet) Rewards() []Reward {
	if s.awarded == nil {
		return nil
	}
	var won []*judged
	for i := range s.awarded.rows {
		if j := &s.awarded.rows[i]; j.sure || j.maybe {
			won = append(won, j)
		}
	}
	won = byRecord(won, func(j **judged) *form.Record { return (*j).rec })
	var all []Reward
	for level := range len(s.eff.Levels) + 1 {
		for _, j := range won {
			if int(j.level) == level {
				all = append(all, Reward{j.rec.Str("achievement_title"), s.eff.level(j.rec.Str("level")), !j.sure})
			}
		}
	}
	return all
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
	for _, r := range s.Rewards() {
		say := text.AccountReward.With(r.Title, codeTitle(fieldOf("award", "level"), r.Level))
		if r.Pending {
			say = text.AccountPending.With(say)
		}
		sec := a.begin("rewards", text.TermRewards)
		sec.Says = append(sec.Says, say)
	}
}
