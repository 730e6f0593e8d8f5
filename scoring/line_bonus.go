package scoring

import (
	"math/big"

	"yice/internal/inorder"
	"yice/text"
)

// Bonus is one group of points added to the annual result.
type Bonus struct {
	ID, Name string
	Clauses  []string
	Measure  Measure // kind level_points
	Cap      Param   // Value nil: none
	// Upgrade says what a platform of nature 升级 counts (Q11): "difference" (default) its points less those of
	// upgraded_from, "full", "none". A row without upgraded_from counts in full under "difference".
	Upgrade string
	// Kinds and RegulatorKinds are the kinds of platform that count (Q12): those the document lists and those on the
	// regulator's list. Both nil: every kind. They also stand in Measure.Where as one condition on field kind.
	Kinds, RegulatorKinds []string
	Overridable           []string
	Line                  int
}

var bonusSection = declare(sectionOf[*Bonus]{
	key: "bonus", title: text.ScoreBonus,
	kept: several(func(p *Pack) *[]Bonus { return &p.Bonuses }), line: func(b *Bonus) *int { return &b.Line },
	id: func(b *Bonus) string { return b.ID }, name: func(b *Bonus) string { return b.Name },
	open: func(b *Bonus) *[]string { return &b.Overridable },
	says: []parameter[*Bonus]{
		identified(func(b *Bonus) *string { return &b.ID }),
		called(func(b *Bonus) *string { return &b.Name }),
		cites(func(b *Bonus) *[]string { return &b.Clauses }),
		{
			key: "register", is: isText, must: must, title: text.PackSayMeasure, as: "measure",
			read: func(s *section, b *Bonus) { b.Measure.Kind = MeasureLevelPoints; s.d.rows(s, &b.Measure) },
			say:  func(p *Pack, b *Bonus) text.Pair { return levelPointsMeasure{}.words(p, &b.Measure) },
		},
		{key: "where", is: isTable, title: text.PackSayWhere},
		{key: "year_by", is: isText, title: text.PackSayRowYear},
		{key: "evidence", is: isWord, hint: text.HintEvidence, words: wordsEvidence, title: text.PackSayEvidence},
		{key: "dedupe", is: isText, title: text.PackSayOnce},
		pointsBy(func(b *Bonus) *Measure { return &b.Measure }),
		gradesBy(func(b *Bonus) *Measure { return &b.Measure }),
		{key: "cap", is: isNumber, hint: text.HintBonusCap, open: true, title: text.ScoreParamGroupCap, rule: rulePoints, at: func(b *Bonus) any { return &b.Cap }},
		{key: "upgrade", is: isWord, hint: text.HintUpgrade, title: text.PackSayUpgrade, words: wordsUpgrade, say: func(_ *Pack, b *Bonus) text.Pair { return optionTitle(wordsUpgrade, b.Upgrade) }},
		{key: "kinds", is: isList, title: text.PackSayKinds},
		{key: "regulator_kinds", is: isList, title: text.PackSayRegulatorKinds},
	},
	check: func(s *section, b *Bonus) {
		if b.Measure.Register != "platform" {
			s.d.onlyPlatforms(s, b.Measure.Register, "upgrade", "kinds", "regulator_kinds")
			return
		}
		b.Upgrade = s.word("upgrade", "difference")
		b.Kinds, b.RegulatorKinds = s.d.kinds(s, &b.Measure.Where)
	},
})

var wordsUpgrade = []option{
	{"difference", text.Pair{ZH: "升级的平台只计与原级别的差额", EN: "an upgraded platform counts the difference"}},
	{"full", text.Pair{ZH: "升级的平台按新级别全额计", EN: "an upgraded platform counts in full"}},
	{"none", text.Pair{ZH: "升级的平台不计", EN: "an upgraded platform does not count"}},
}

// bonusTotalSection is what holds for all groups together.
var bonusTotalSection = declare(sectionOf[*Pack]{
	key: "bonus_total", title: text.ScoreBonus, lineOf: func(p *Pack) int { return p.BonusCap.Line },
	says: []parameter[*Pack]{
		{key: "cap", is: isNumber, hint: text.HintBonusTotal, title: text.PackSayTotalCap, rule: rulePoints, at: func(p *Pack) any { return &p.BonusCap }},
		{key: "on", is: isWord, hint: text.HintBonusOn, absent: "annual", title: text.PackSayBonusOn, at: func(p *Pack) any { return &p.BonusOn }, words: []option{
			{"annual", text.Pair{ZH: "计入年度考核总分", EN: "the annual result"}},
			{"innovation", text.Pair{ZH: "计入创新指标分", EN: "the innovation score"}},
		}},
	},
})

type bonusKind struct{ plainKind }

func (*bonusKind) lines(s *Sheet, yield func(*Line) bool) bool { return eachLine(s.Bonuses, yield) }

// evaluate scores the groups of points and their total, each with its cap.
func (k *bonusKind) evaluate(e *evaluation) {
	e.s.Bonuses = make([]Line, len(e.p.Bonuses))
	e.s.BonusTotal = e.zero(e.line)
	for i := range e.p.Bonuses {
		b := &e.p.Bonuses[i]
		t := e.judge(b.Measure.rule(e.f.Type, b.Upgrade))
		l := &e.s.Bonuses[i]
		*l = Line{
			ID: b.ID, Name: b.Name, Says: e.p.Say(b.Name), Kind: "bonus", Clauses: e.cited(b.Clauses), Target: b.Cap,
			Value: t.sure, ValuePending: t.maybe,
			Exact: atMost(t.sure, b.Cap.Value), ExactPending: atMost(t.maybe, b.Cap.Value),
			work: work{params: func() []Param { return k.section.params(b, e.p) }, bonus: b, tally: t, format: asPoints},
		}
		l.Score = Pair{e.line.round(l.Exact), e.line.round(l.ExactPending)}
		l.showValue()
		e.s.BonusTotal = e.s.BonusTotal.plus(l.Score)
	}
	if c := e.p.BonusCap.Value; c != nil {
		top := e.line.round(c)
		e.s.BonusTotal = Pair{minDec(e.s.BonusTotal.Confirmed, top), minDec(e.s.BonusTotal.Pending, top)}
	}
}

// explain tells a group of points.
func (*bonusKind) explain(t *teller) {
	l := t.l
	b := l.work.bonus
	ta := l.work.tally
	t.e.Score = text.ScorePoints.With(l.Score.Confirmed.String())
	if b.Cap.Value != nil {
		t.e.Score = text.ScoreOf.With(l.Score.Confirmed.String(), trimmed(b.Cap.Value, 4))
	}
	t.say(text.ScoreLabelRule, t.reading(ta.rule, text.ScoreRulePoints.With(b.Measure.title()))...)
	if b.Cap.Value != nil {
		t.say(text.ScoreLabelCap, text.ScoreSet.With(text.ScorePoints.With(shownParam(&b.Cap)), t.origin(&b.Cap)))
	}
	t.parameters()
	t.say(text.ScoreLabelFormula, withResult(bonusFormula(ta, b.Cap.Value, func(j *judged) bool { return j.sure }), l.Exact, l.Score.Confirmed))
	if l.Exact.Cmp(l.ExactPending) != 0 {
		t.say(text.ScoreLabelPending, withResult(bonusFormula(ta, b.Cap.Value, func(j *judged) bool { return j.maybe }), l.ExactPending, l.Score.Pending))
	}
	switch limit := b.Cap.Value; {
	case limit == nil:
		t.say(text.ScoreLabelGap, text.ScoreNoCap)
	case l.Value.Cmp(limit) >= 0:
		t.say(text.ScoreLabelGap, text.ScoreAtCap.With(trimmed(l.Value, 4), trimmed(limit, 4)))
	default:
		t.say(text.ScoreLabelGap, text.ScoreRoom.With(trimmed(new(big.Rat).Sub(limit, l.Value), 4)))
	}
	var more []text.Pair
	for _, level := range levelsOf(b.Measure.Points, t.s.eff.Levels) {
		with := new(big.Rat).Add(l.Value, b.Measure.Points[level].Value)
		m := rounding{t.s.eff.LineDecimals, t.s.eff.HalfEven}
		gain := m.round(atMost(with, b.Cap.Value)).minus(l.Score.Confirmed)
		more = append(more, text.ScoreEachMore.With(text.ScoreLevelOne.With(levelTitle(level), nounOf(ta.rule, t.s.Type).one), text.ScoreGains.With(gain.Signed())))
	}
	t.say(text.ScoreLabelNext, more...)
	t.records(ta, t.pointsEach, b.Cap.Value)
}

// bonusFormula adds the points by value: "2 × 0.5 + 1 × 1.5", within the cap.
func bonusFormula(ta *tally, limit *big.Rat, counts func(*judged) bool) text.Pair {
	type group struct {
		points *big.Rat
		n      int
	}
	var groups []group
	for i := range ta.rows {
		j := &ta.rows[i]
		if !counts(j) {
			continue
		}
		at := 0
		for at < len(groups) && groups[at].points.Cmp(j.points) != 0 {
			at++
		}
		if at == len(groups) {
			groups = append(groups, group{points: j.points})
		}
		groups[at].n++
	}
	inorder.Sort(groups, func(a, b group) int { return b.points.Cmp(a.points) })
	sum := "0"
	for i, g := range groups {
		part := trimmed(g.points, 4) + " × " + trimmed(big.NewRat(int64(g.n), 1), 0)
		if i == 0 {
			sum = part
		} else {
			sum += " + " + part
		}
	}
	if limit == nil {
		return text.Same(sum)
	}
	return text.ScoreCapped.With(trimmed(limit, 4), sum)
}

func (*bonusKind) account(s *Sheet, a *Account) {
	a.points("bonus", text.TermBonus, text.TermBonusTotal, s.Bonuses, s.BonusTotal, s.BonusCap.Text)
}
