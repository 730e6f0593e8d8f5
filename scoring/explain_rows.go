package scoring

import (
	"math/big"
	"slices"

	"yice/form"
	"yice/internal/inorder"
	"yice/text"
)

// records tells which rows counted and which did not, each with its reason, in the order of their keys. counts says what
// a row brought; limit is the cap of a group of points, nil for none.
func (t *teller) records(ta *tally, counts func(*judged) text.Pair, limit *big.Rat) {
	beyond := overCap(ta, limit)
	rows := ordered(ta.rows)
	for i := range rows {
		j := &rows[i]
		u := useOf(j.rec)
		switch {
		case j.sure || j.maybe:
			u.Counts = counts(j)
			u.Pending = !j.sure
			u.Why = whyPending(j)
			if beyond[j.rec] {
				u.Why = alsoBecause(u.Why, text.ScoreWhyOverCap.With(trimmed(limit, 4)))
				t.e.Rejected = append(t.e.Rejected, u)
				continue
			}
			t.e.Used = append(t.e.Used, u)
		default:
			u.Why = t.whyNot(ta.rule, j)
			t.e.Rejected = append(t.e.Rejected, u)
		}
	}
}

// useOf names a row as people know it.
func useOf(r *form.Record) Use {
	u := Use{Form: r.Form.ID, Row: r.ID, Key: r.Key(), Title: rowTitle(r)}
	return u
}

// rowTitle is the name of a row: its own, and for an award the achievement too.
func rowTitle(r *form.Record) string {
	first := ""
	for _, field := range [...]string{"name", "title", "item"} {
		if s := r.Str(field); s != "" {
			first = s
			break
		}
	}
	if s := r.Str("achievement_title"); s != "" {
		if first == "" {
			return s
		}
		return first + " · " + s
	}
	return first
}

// known is how a sentence names another row: by its key, else by its title.
func known(r *form.Record) string {
	if k := r.Key(); k != "" {
		return k
	}
	return rowTitle(r)
}

// whyPending says why a row that counts does so only with pending, or only until something better is recognised.
func whyPending(j *judged) text.Pair {
	switch {
	case j.sure && j.maybe:
		return text.Pair{}
	case j.sure:
		return text.ScoreWhyReplaced.With(known(j.other))
	}
	why := text.ScoreWhyPending
	switch recognised := word(j.rec, j.rec.Form.Index("recognition")) == form.Recognised; {
	case j.unnamed:
		why = text.ScoreWhyCityUnnamed
	case j.unscientific && j.recognised:
		why = text.ScoreWhyAwardName
	case recognised && !j.recognised:
		why = text.ScoreWhyNoDocument
	}
	if j.unscientific && !j.recognised {
		why = alsoBecause(why, text.ScoreWhyAwardName)
	}
	if j.other != nil {
		return alsoBecause(why, text.ScoreWhyWouldReplace.With(known(j.other)))
	}
	return why
}

// alsoBecause adds a second reason to a first, if there is one.
func alsoBecause(why, more text.Pair) text.Pair {
	if why.Empty() {
		return more
	}
	return joined([]text.Pair{why, more}, text.ScoreComma)
}

// whyNot says why a row does not count.
func (t *teller) whyNot(ru *rule, j *judged) text.Pair {
	r := j.rec
	show := func(field string) text.Pair { return cellText(r, field) }
	switch j.verdict {
	case otherField:
		return whyField(r, &ru.where[j.cond])
	case otherCategory:
		v := r.Str(ru.category)
		switch {
		case v == "":
			return text.ScoreWhyEmpty.With(ru.fieldTitle(ru.category))
		case slices.Contains(ru.others, v):
			return text.ScoreWhyCategory.With(show(ru.category), codeTitle(fieldOf("enterprise", "type"), t.s.Type), listed(r.Form.Field(ru.category), ru.accepted))
		}
		return text.ScoreWhyField.With(ru.fieldTitle(ru.category), show(ru.category), listed(r.Form.Field(ru.category), ru.accepted))
	case notScience:
		return text.ScoreWhyNotScience
	case noDate:
		if ru.yearBy == "active" {
			return text.ScoreWhyNoSpan
		}
		return text.ScoreWhyNoDate.With(ru.fieldTitle(ru.yearBy))
	case otherYear:
		return text.ScoreWhyYear.With(ru.fieldTitle(ru.yearBy), show(ru.yearBy), t.s.Year)
	case notActive:
		return text.ScoreWhyNotActive.With(r.Str("start"), r.Str("end"), t.s.Year)
	case otherLevel:
		levels := ru.levels
		if levels == nil {
			levels = levelsOf(ru.points, t.s.eff.Levels)
		}
		if r.Str("level") == "" {
			return text.ScoreWhyEmpty.With(ru.fieldTitle("level"))
		}
		return text.ScoreWhyLevel.With(t.levelOf(r), listed(r.Form.Field("level"), levels))
	case otherCity:
		by := r.Str("recognised_by")
		if by == "" || !namesCity(by) {
			by = r.Str("authority")
		}
		return text.ScoreWhyCity.With(by, t.s.eff.City)
	case upgradeOnly:
		return text.ScoreWhyUpgrade
	case noFigure:
		return text.ScoreWhyEmpty.With(ru.field.Title)
	case refused:
		return text.ScoreWhyRefused
	case sameAs:
		if j.other.Str("level") != r.Str("level") {
			return text.ScoreWhySameHigher.With(known(j.other), ru.fieldTitle(ru.dedupe), t.levelOf(j.other))
		}
		return text.ScoreWhySame.With(known(j.other), ru.fieldTitle(ru.dedupe))
	}
	return text.Pair{}
}

// whyField says which condition a row does not meet.
func whyField(r *form.Record, c *Condition) text.Pair {
	f := r.Form.Field(c.Field)
	title := fieldTitle(r.Form.ID, c.Field)
	v := r.Get(c.Field)
	switch {
	case slices.Equal(c.Values, []string{"是"}):
		return text.ScoreWhyFlag.With(title)
	case v.Empty():
		return text.ScoreWhyEmpty.With(title)
	case r.Form.ID == "patent" && c.Field == "status" && slices.Equal(c.Values, []string{form.Granted}) && v.Str() != form.Lapsed:
		return text.ScoreWhyNotGranted.With(cellText(r, "status"))
	}
	return text.ScoreWhyField.With(title, cellText(r, c.Field), listed(f, c.Values))
}

// cellText shows one cell of a row for people.
func cellText(r *form.Record, field string) text.Pair {
	f := r.Form.Field(field)
	if f == nil {
		return text.Pair{}
	}
	v := r.Get(field)
	if !v.IsNumber() {
		return codeTitle(f, v.Str())
	}
	return text.Same(f.Show(v))
}

// countedOne says that a row counts one, with the date it belongs to the year by.
func (t *teller) countedOne(ru *rule) func(*judged) text.Pair {
	return func(j *judged) text.Pair {
		if ru.yearBy == "" || ru.yearBy == "active" {
			return text.ScoreCountsOne
		}
		return text.ScoreCountsOn.With(ru.fieldTitle(ru.yearBy), cellText(j.rec, ru.yearBy))
	}
}

// pointsEach says how many points a row brings, and by which level and grade.
func (t *teller) pointsEach(j *judged) text.Pair {
	by := []text.Pair{t.levelOf(j.rec)}
	if g := cellText(j.rec, "grade"); !g.Empty() && len(t.gradesOf(j)) > 0 {
		by = append(by, g)
	}
	return text.ScoreCountsPoints.With(trimmed(j.points, 4), joined(by, text.Same(" ")))
}

// levelOf names the level of a row as the pack does.
func (t *teller) levelOf(r *form.Record) text.Pair {
	stored := r.Str("level")
	if own := t.s.eff.level(stored); own != stored {
		return t.s.Pack.Say(own)
	}
	return cellText(r, "level")
}

func (t *teller) gradesOf(j *judged) map[string]Param {
	return t.l.work.tally.rule.grades[t.s.eff.level(j.rec.Str("level"))]
}

// overCap finds the rows beyond a group's cap: the best count first, confirmed ones before pending ones, and what comes
// once the cap is reached brings nothing more.
func overCap(ta *tally, limit *big.Rat) map[*form.Record]bool {
	beyond := make(map[*form.Record]bool)
	if limit == nil {
		return beyond
	}
	rows := slices.DeleteFunc(ordered(ta.rows), func(j judged) bool { return !j.sure && !j.maybe })
	inorder.Stably(rows, func(a, b judged) int {
		switch {
		case a.sure && !b.sure:
			return -1
		case b.sure && !a.sure:
			return 1
		}
		return b.points.Cmp(a.points)
	})
	sum := new(big.Rat)
	for i := range rows {
		if sum.Cmp(limit) >= 0 {
			beyond[rows[i].rec] = true
		}
		sum.Add(sum, rows[i].points)
	}
	return beyond
}
