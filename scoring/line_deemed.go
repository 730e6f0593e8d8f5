package scoring

import (
	"math/big"
	"slices"

	"yice/form"
	"yice/text"
)

// Deemed is C35: recognised spending outside the ledger that counts as profit.
type Deemed struct {
	ID, Name string
	Clauses  []string
	Register string // "project" or "platform"
	Where    []Condition
	YearBy   string
	Levels   []string
	Evidence bool
	Amount   string // "spend_outside_rd", "all_spend", "fixed" (Q7)
	Fixed    Param  // 万元 a row, for "fixed"
	Rate     Param
	// Kinds and RegulatorKinds: as of Bonus (Q12); they also stand in Where.
	Kinds, RegulatorKinds []string
	Overridable           []string
	Line                  int
}

var deemedSection = declare(sectionOf[*Deemed]{
	key: "deemed", title: text.PackSayDeemed,
	kept: several(func(p *Pack) *[]Deemed { return &p.Deemed }), line: func(x *Deemed) *int { return &x.Line },
	id: func(x *Deemed) string { return x.ID }, name: func(x *Deemed) string { return x.Name },
	open: func(x *Deemed) *[]string { return &x.Overridable },
	says: []parameter[*Deemed]{
		identified(func(x *Deemed) *string { return &x.ID }),
		called(func(x *Deemed) *string { return &x.Name }),
		cites(func(x *Deemed) *[]string { return &x.Clauses }),
		{
			key: "register", is: isWord, must: must, title: text.PackSayMeasure, words: []option{{"project", text.Pair{}}, {"platform", text.Pair{}}},
			read: deemedRows, as: "rows",
			say: func(_ *Pack, x *Deemed) text.Pair {
				return rowsWords(nil, x.Register, x.Where, x.YearBy, "", x.Evidence)
			},
		},
		{key: "where", is: isTable, title: text.PackSayWhere},
		{key: "year_by", is: isText, title: text.PackSayRowYear},
		atLevels(func(x *Deemed) *[]string { return &x.Levels }),
		{key: "evidence", is: isWord, hint: text.HintEvidence, words: wordsEvidence, title: text.PackSayEvidence},
		{key: "amount", is: isWord, hint: text.HintAmount, must: must, title: text.PackSayAmount, at: func(x *Deemed) any { return &x.Amount }, words: []option{
			{"spend_outside_rd", text.Pair{ZH: "支出中未列入研发台账的部分", EN: "what was spent outside the R&D ledger"}},
			{"all_spend", text.Pair{ZH: "全部支出", EN: "all that was spent"}},
			{"fixed", text.Pair{ZH: "每项定额", EN: "a fixed sum each"}},
		}},
		{key: "fixed", is: isNumber, hint: text.HintFixed, open: true, title: text.ScoreParamFixed, rule: ruleWan, at: func(x *Deemed) any { return &x.Fixed }},
		{key: "rate", is: isNumber, hint: text.HintRate, must: must, open: true, title: text.ScoreParamRate, rule: ruleShare, at: func(x *Deemed) any { return &x.Rate }},
		{key: "kinds", is: isList, title: text.PackSayKinds},
		{key: "regulator_kinds", is: isList, title: text.PackSayRegulatorKinds},
	},
	check: checkDeemed,
})

// deemedRows reads which rows a line takes.
func deemedRows(s *section, x *Deemed) {
	if f := form.ByID(s.word("register", "")); f != nil {
		x.Register = f.ID
		x.Where, x.YearBy, x.Evidence = s.d.where(s, f), s.d.yearBy(s, f), s.d.evidence(s, f)
	}
}

func checkDeemed(s *section, x *Deemed) {
	d := s.d
	switch {
	case x.Amount == "fixed" && !s.n.has("fixed"):
		d.errs.add(s.at("amount"), s.path+".fixed", text.PackNeedFixed)
	case x.Amount != "fixed" && x.Amount != "" && s.got["fixed"] != nil:
		d.errs.add(s.at("fixed"), s.path+".fixed", text.PackIdleFixed)
	case x.Fixed.Value != nil && x.Fixed.Value.Sign() < 0:
		d.errs.add(s.at("fixed"), s.path+".fixed", text.PackNegative.With(x.Fixed.Text))
	}
	if x.Register == "platform" {
		x.Kinds, x.RegulatorKinds = d.kinds(s, &x.Where)
	} else {
		d.onlyPlatforms(s, x.Register, "kinds", "regulator_kinds")
	}
	d.recognisedByReading(s, x)
}

// recognisedByReading applies the reading of what recognition governs (Q6): with "platforms" a project counts without.
func (d *decoder) recognisedByReading(s *section, x *Deemed) {
	if d.p.Addback == nil || d.p.Addback.Recognition != "platforms" || x.Register != "project" {
		return
	}
	if x.Evidence {
		d.errs.add(s.at("evidence"), s.path+".evidence", text.PackRecognitionClash)
	}
	x.Evidence = false
}

type deemedKind struct{ plainKind }

func (*deemedKind) lines(s *Sheet, yield func(*Line) bool) bool { return eachLine(s.Deemed, yield) }

// evaluate computes C35: recognised spending outside the ledger. Amounts add up; they are never deduped.
func (k *deemedKind) evaluate(e *evaluation) {
	e.s.Deemed = make([]Line, len(e.p.Deemed))
	for i := range e.p.Deemed {
		d := &e.p.Deemed[i]
		ru := &rule{register: d.Register, where: d.newOnly(), yearBy: d.YearBy, levels: d.Levels, evidence: d.Evidence}
		t := e.judge(ru)
		l := &e.s.Deemed[i]
		*l = Line{
			ID: d.ID, Name: d.Name, Says: e.p.Say(d.Name), Kind: "deemed", Clauses: e.cited(d.Clauses),
			work: work{params: func() []Param { return k.section.params(d, e.p) }, deemed: d, tally: t, format: asMoney},
		}
		var sure, maybe exactSum
		for k := range t.rows {
			j := &t.rows[k]
			if !j.maybe {
				continue
			}
			j.fen = d.amount(j, e.f)
			maybe.add(j.fen)
			if j.sure {
				sure.add(j.fen)
			}
		}
		l.Exact, l.ExactPending = d.worth(sure.whole()), d.worth(maybe.whole())
		l.Score = e.roundedLine(l)
	}
}

// newOnly are the conditions of a line, with the one that the document sets where the pack says nothing of it: a platform that
// was newly built, not one that was upgraded or newly recognised.
func (d *Deemed) newOnly() []Condition {
	if d.Register != "platform" || slices.ContainsFunc(d.Where, func(c Condition) bool { return c.Field == "nature" }) {
		return d.Where
	}
	return append(slices.Clip(d.Where), Condition{Field: "nature", Values: []string{"新建"}})
}

// amount is what one row brings, in 分, before the rate; a fixed sum counts rows (1 each).
func (d *Deemed) amount(j *judged, f *Facts) int64 {
	switch d.Amount {
	case "fixed":
		return 1
	case "all_spend":
		return max(0, j.rec.Num("total_spend"))
	}
	return max(0, j.rec.Num("total_spend")-d.inLedger(j, f))
}

// inLedger is what the ledger has of a row already, 分.
func (d *Deemed) inLedger(j *judged, f *Facts) int64 {
	if d.Register == "platform" {
		return f.Ledger.ByPlatform[j.rec.Key()]
	}
	return f.Ledger.ByProject[j.rec.Key()]
}

// worth turns the sum of amounts into 万元, with the rate.
func (d *Deemed) worth(sum *big.Int) *big.Rat {
	v := new(big.Rat).SetInt(sum)
	if d.Amount == "fixed" {
		v.Mul(v, orZero(d.Fixed))
	} else {
		v.Quo(v, big.NewRat(1_000_000, 1))
	}
	if d.Rate.Value != nil {
		v.Mul(v, d.Rate.Value)
	}
	return v
}

// explain tells C35, row by row.
func (*deemedKind) explain(t *teller) {
	l := t.l
	d, ta := l.work.deemed, l.work.tally
	rule := t.reading(ta.rule, formTitle(d.Register))
	switch d.Amount {
	case "fixed":
		rule = append(rule, text.ScoreDeemedFixed)
	case "all_spend":
		rule = append(rule, text.ScoreDeemedAll)
	default:
		rule = append(rule, text.ScoreDeemedOutside)
	}
	t.say(text.ScoreLabelRule, append(rule, text.ScoreDeemedAdds)...)
	t.parameters()
	t.account(d.formula(ta, func(j *judged) bool { return j.sure }), d.formula(ta, func(j *judged) bool { return j.maybe }))
	t.records(ta, func(j *judged) text.Pair { return d.told(j, t.s.facts) }, nil)
}

// few is how many amounts a formula writes out; more are told as their sum.
const few = 12

// formula adds the amounts of the rows that count, in the order of their keys.
func (d *Deemed) formula(ta *tally, counts func(*judged) bool) text.Pair {
	rows := slices.DeleteFunc(ordered(ta.rows), func(j judged) bool { return !counts(&j) })
	if d.Amount == "fixed" {
		return text.ScoreFixedSum.With(len(rows), shownParam(&d.Fixed), d.rateText())
	}
	sum, total := "", new(big.Int)
	for i := range rows {
		total.Add(total, big.NewInt(rows[i].fen))
		if i < few {
			if i > 0 {
				sum += " + "
			}
			sum += wanText(rows[i].fen)
		}
	}
	switch {
	case len(rows) == 0:
		sum = "0"
	case len(rows) > few:
		sum = ratWan(new(big.Rat).SetFrac(total, big.NewInt(1_000_000)))
	case len(rows) > 1:
		sum = "(" + sum + ")"
	}
	return text.ScoreTimes.With(sum, d.rateText())
}

func (d *Deemed) rateText() string {
	if d.Rate.Value == nil {
		return "100%"
	}
	return shownParam(&d.Rate)
}

// told says what one row brings: its spending less what the ledger has of it already.
func (d *Deemed) told(j *judged, f *Facts) text.Pair {
	if d.Amount == "fixed" {
		return text.ScoreCountsFixed.With(shownParam(&d.Fixed))
	}
	spend, filled := j.rec.Get("total_spend").Int()
	switch {
	case !filled:
		return text.ScoreNoSpend.With(fieldTitle(d.Register, "total_spend"))
	case d.Amount == "all_spend":
		return text.ScoreMoney.With(wanText(j.fen))
	case j.fen == 0:
		return text.ScoreAllInLedger.With(wanText(spend), wanText(d.inLedger(j, f)))
	}
	return text.ScoreOutside.With(wanText(spend), wanText(d.inLedger(j, f)), wanText(j.fen))
}

func (*deemedKind) account(s *Sheet, a *Account) {
	for i := range s.Deemed {
		a.Section("profit").money(&s.Deemed[i])
	}
}
