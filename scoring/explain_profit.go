package scoring

import (
	"math/big"
	"slices"
	"strings"

	"yice/form"
	"yice/text"
)

// addback explains C06, with every combination of Q1–Q3 beside the pack's own.
func (t *teller) addback() {
	l := t.l
	a, w := t.s.eff.Addback, l.work.add
	own := choice{a.Reading, a.Basis, a.GovernmentFund}
	lines := []text.Pair{own.words()}
	switch {
	case a.Decrease == "deduct":
		lines = append(lines, text.ScoreDecreaseDeduct)
	default:
		lines = append(lines, text.ScoreDecreaseZero)
	}
	switch a.NoPrevYear {
	case "increment":
		lines = append(lines, text.ScoreNoPrevIncrement)
	case "missing":
		lines = append(lines, text.ScoreNoPrevMissing)
	default:
		lines = append(lines, text.ScoreNoPrevBase)
	}
	if a.Scope == "consolidated" {
		lines = append(lines, text.ScoreScopeGroup)
	} else {
		lines = append(lines, text.ScoreScopeEntity)
	}
	if a.Recognised {
		lines = append(lines, text.ScoreRecognisedOnly)
	}
	t.say(text.ScoreLabelRule, append(lines, text.ScoreNotTax)...)
	t.parameters()
	t.addbackFigures(own, w)
	if len(l.Missing) > 0 {
		t.missing(text.ScoreMissingWan)
	}
	t.account(a.formula(own, w, true), a.formula(own, l.work.addPending, false))
	t.alternatives(own)
	if l.work.tally != nil {
		t.records(l.work.tally, func(j *judged) text.Pair {
			rate := a.KeyRates[j.rec.Str("level")]
			return text.ScoreCountsKey.With(wanText(j.fen), shownParam(&rate), shownParam(&a.BaseRate))
		}, nil)
	}
}

// addbackFigures shows where this year's and last year's sums come from.
func (t *teller) addbackFigures(c choice, w *addbackWork) {
	this, before := text.ScoreThisYear, text.ScoreYearBefore
	var lines []text.Pair
	if w.recognised {
		lines = append(lines, text.ScoreRecognisedSum.With(wanText(w.cur)))
	} else {
		lines = append(lines, c.sum(this, &w.ledger))
		lines = append(lines, w.ledger.lacking(t.s.Year, t.s.AsOf, c.asks()...)...)
	}
	switch {
	case w.incomparable:
		lines = append(lines, text.ScoreNotComparable.With(t.s.AsOf))
	case w.before == nil:
		lines = append(lines, text.ScoreNoYearBefore)
	default:
		lines = append(lines, c.sum(before, w.before))
	}
	if w.original != 0 {
		sentence := text.ScoreOriginalShown
		if t.s.eff.Addback.OriginalRate.Value != nil {
			sentence = text.ScoreOriginalRated
		}
		lines = append(lines, sentence.With(wanText(w.original)))
	}
	t.say(text.ScoreLabelFigures, lines...)
}

// sum shows what a combination takes of a year.
func (c choice) sum(year text.Pair, r *RD) text.Pair {
	what, government := text.ScoreExpensed, r.ExpensedGovernment
	all := choice{basis: c.basis}.of(r)
	if c.basis == "total" {
		what, government = text.ScoreBothTreatments, r.Government()
	}
	if c.government != "exclude" {
		return text.ScoreWithGovernment.With(year, what, wanText(all), wanText(government))
	}
	// What does not say its source leaves with the government's, and is named by itself below.
	if blank := form.Plus(form.Plus(all, -government), -c.of(r)); blank != 0 {
		return text.ScoreLessUnsourced.With(year, what, wanText(all), wanText(government), wanText(blank), wanText(c.of(r)))
	}
	return text.ScoreLessGovernment.With(year, what, wanText(all), wanText(government), wanText(form.Plus(all, -government)))
}

// words tells a combination of Q1–Q3.
func (c choice) words() text.Pair {
	reading, basis, government := text.ScoreReadingA, text.ScoreBasisExpensed, text.ScoreGovernmentOut
	if c.reading == "B" {
		reading = text.ScoreReadingB
	}
	if c.basis == "total" {
		basis = text.ScoreBasisTotal
	}
	if c.government != "exclude" {
		government = text.ScoreGovernmentIn
	}
	return joined([]text.Pair{reading, basis, government}, text.ScoreComma)
}

// formula writes the add-back with its numbers.
func (a *Addback) formula(c choice, w *addbackWork, confirmed bool) text.Pair {
	parts := []text.Pair{text.ScoreBasePart.With(wanText(w.base), shownParam(&a.BaseRate))}
	if c.reading == "B" {
		parts[0] = text.ScoreAllPart.With(wanText(w.base), shownParam(&a.BaseRate))
	}
	parts = append(parts, text.ScoreIncrementPart.With(wanText(w.inc), shownParam(&a.IncrementRate)))
	if a.OriginalRate.Value != nil {
		parts = append(parts, text.ScoreOriginalPart.With(wanText(w.original), shownParam(&a.OriginalRate)))
	}
	for i := range w.keyed {
		if k := &w.keyed[i]; confirmed && k.sure || !confirmed && k.maybe {
			parts = append(parts, text.ScoreKeyPart.With(known(k.rec), wanText(k.fen), shownParam(&k.rate), shownParam(&a.BaseRate)))
		}
	}
	return joined(parts, text.Same(" + "))
}

// alternatives shows the add-back under all eight combinations, the pack's own marked.
func (t *teller) alternatives(own choice) {
	var lines []text.Pair
	for _, c := range choices {
		line := text.ScoreAlternative.With(c.String(), grouped(t.s.Alternatives[c.String()].String()), c.words())
		if c == own {
			line = joined([]text.Pair{line, text.ScoreOwnReading}, text.Pair{})
		}
		lines = append(lines, line)
	}
	t.say(text.ScoreLabelChoices, lines...)
}

// deemed explains C35, row by row.
func (t *teller) deemed() {
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
	t.records(ta, func(j *judged) text.Pair { return d.told(j) }, nil)
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
func (d *Deemed) told(j *judged) text.Pair {
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
		return text.ScoreAllInLedger.With(wanText(spend), wanText(j.ledger))
	}
	return text.ScoreOutside.With(wanText(spend), wanText(j.ledger), wanText(j.fen))
}

// separate explains C37, person by person.
func (t *teller) separate() {
	l := t.l
	w := l.work.pay
	t.say(text.ScoreLabelRule, append(t.reading(w.projects.rule, formTitle("project")), text.ScoreSeparateRule)...)
	var people []text.Pair
	everyone := peopleInOrder(w.people)
	for i := range everyone {
		p := &everyone[i]
		if p.maybe > 0 || p.sure > 0 {
			people = append(people, p.told())
		}
		for k := range p.rows {
			t.teamRow(p, &p.rows[k])
		}
	}
	t.say(text.ScoreLabelPeople, people...)
	sum := func(share func(*person) int64) text.Pair {
		var parts []string
		for i := range everyone {
			if p := &everyone[i]; share(p) != 0 {
				parts = append(parts, ratWan(ofMillionths(p.apart(share(p)))))
			}
		}
		if len(parts) == 0 || len(parts) > few {
			return text.ScorePeopleSum.With(len(parts))
		}
		return text.Same(strings.Join(parts, " + "))
	}
	t.account(sum(func(p *person) int64 { return p.sure }), sum(func(p *person) int64 { return p.maybe }))
	if t.s.Base != nil {
		t.say(text.ScoreLabelNote, text.ScoreBaseIs.With(grouped(t.s.Base.Confirmed.String())))
	} else {
		t.missing(text.ScoreMissingWan)
	}
	t.projectsNot(w.projects)
}

// told says what of a person's pay is listed apart.
func (p *person) told() text.Pair {
	who := joined([]text.Pair{text.Same(p.id), text.Same(p.name)}, text.Same(" "))
	if !p.payKnown {
		return text.ScorePersonNoPay.With(who)
	}
	share := func(s int64) string { return shareText(min(s, wholeShare)) }
	worth := func(s int64) string { return ratWan(ofMillionths(p.apart(s))) }
	line := text.ScorePerson.With(who, yuanText(p.pay), share(p.sure), worth(p.sure))
	if p.sure > wholeShare {
		line = joined([]text.Pair{line, text.ScorePersonOver.With(shareText(p.sure))}, text.ScoreComma)
	}
	if p.maybe != p.sure {
		line = joined([]text.Pair{line, text.ScorePersonPending.With(share(p.maybe), worth(p.maybe))}, text.ScoreComma)
	}
	return line
}

// teamRow tells one row of a team: on a project that counts, or why not.
func (t *teller) teamRow(p *person, row *teamRow) {
	u := useOf(row.rec)
	u.Title = p.name
	u.Counts = text.ScoreShareOn.With(row.project, shareText(row.share))
	switch {
	case row.sure:
		t.e.Used = append(t.e.Used, u)
	case row.maybe:
		u.Pending, u.Why = true, text.ScoreWhyProjectPending.With(row.project)
		t.e.Used = append(t.e.Used, u)
	default:
		u.Why = text.ScoreWhyNoProject.With(row.project)
		for i := range t.l.work.pay.projects.rows {
			if j := &t.l.work.pay.projects.rows[i]; j.rec.Key() == row.project {
				u.Why = joined([]text.Pair{text.ScoreProject.With(row.project), t.whyNot(t.l.work.pay.projects.rule, j)}, text.ScoreColon)
			}
		}
		t.e.Rejected = append(t.e.Rejected, u)
	}
}

// projectsNot adds the projects that do not count to the rejected records.
func (t *teller) projectsNot(ta *tally) {
	rows := ordered(ta.rows)
	for i := range rows {
		if j := &rows[i]; !j.sure && !j.maybe {
			u := useOf(j.rec)
			u.Why = t.whyNot(ta.rule, j)
			t.e.Rejected = append(t.e.Rejected, u)
		}
	}
}

// tilt explains C40.
func (t *teller) tilt() {
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
		rate := rule.Rates[j.rec.Str("level")]
		return text.ScoreCountsTilt.With(shownParam(&rate), cellText(j.rec, "level"))
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
		rate := t.s.eff.Tilt.Rates[rows[i].rec.Str("level")].Value
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
