package scoring

import (
	"math/big"

	"yice/form"
	"yice/text"
)

// MeasureDistinct counts the different values that a field has in the rows of a register.
const MeasureDistinct MeasureKind = "distinct"

type distinctMeasure struct{ ofRows }

var distinctSays = untyped([]parameter[*Measure]{
	kindKey[*Measure](),
	unitKey("数出来的是什么，如 `\"家\"`"),
	{key: "register", is: isText, must: must, title: text.PackSayRegister, read: func(s *section, m *Measure) { s.d.figures(s, m, tellsApart) }},
	{key: "field", is: isText, must: must, title: text.PackSayField},
	{key: "where", is: isTable, title: text.PackSayWhere},
	{key: "year_by", is: isText, title: text.PackSayRowYear},
	{key: "evidence", is: isWord, hint: text.HintEvidence, words: wordsEvidence, title: text.PackSayEvidence},
})

func (distinctMeasure) kind() MeasureKind { return MeasureDistinct }
func (distinctMeasure) about() string {
	return "登记表里一个字段有几个不同的值；大小写、全角半角、空格不算不同，没填的行不计。例：合作的单位有几家，`{ kind = \"distinct\", register = \"alliance\", field = \"partners\", unit = \"家\" }`。"
}
func (distinctMeasure) says() []saying           { return distinctSays }
func (distinctMeasure) format(*Indicator) figure { return asCount }

// tellsApart are the kinds of field whose values can be told apart.
func tellsApart(f *form.Field) bool { return f.Kind != form.Note && f.Kind != form.Files }

func (distinctMeasure) words(_ *Pack, m *Measure) text.Pair {
	return text.ScoreRuleDistinct.With(rowsWords(m.form, m.Register, m.Where, m.YearBy, "", m.Evidence), m.fieldTitle())
}

func (distinctMeasure) reading(t *teller, m *Measure) []text.Pair {
	ru := *t.l.work.tally.rule
	ru.dedupe = "" // it is said already
	return t.reading(&ru, text.ScoreRuleDistinct.With(m.title(), m.fieldTitle()))
}

func (distinctMeasure) adding(t *teller, d *big.Rat) text.Pair {
	m, say := &t.l.work.in.Measure, text.ScoreMoreOf
	if t.l.work.in.Scale.Lower {
		say = text.ScoreLessOf
	}
	return say.With(text.ScoreDifferent.With(m.fieldTitle()), figureIn(trimmed(d, 0), t.s.unitOf(t.l)))
}

func (k distinctMeasure) oneMore(t *teller) []text.Pair {
	return []text.Pair{t.each(k.adding(t, one), one)}
}

func (distinctMeasure) records(t *teller) {
	t.records(t.l.work.tally, t.countedOne(t.l.work.tally.rule), nil)
}
