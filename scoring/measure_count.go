package scoring

import (
	"math/big"
	"slices"

	"yice/text"
)

// MeasureCount counts the rows of a register.
const MeasureCount MeasureKind = "count"

type countMeasure struct{ ofRows }

var countSays = untyped([]parameter[*Measure]{
	kindKey[*Measure](),
	{key: "register", is: isText, must: must, title: text.PackSayRegister, read: func(s *section, m *Measure) { s.d.rows(s, m) }},
	{key: "where", is: isTable, title: text.PackSayWhere},
	{key: "where_field", is: isText, title: text.PackSayWhereField},
	{key: "where_by_type", is: isTable, title: text.PackSayWhereByType, read: func(s *section, m *Measure) { s.d.whereByType(s, m) }},
	{key: "year_by", is: isText, title: text.PackSayRowYear},
	{key: "dedupe", is: isText, title: text.PackSayOnce},
	{key: "evidence", is: isWord, hint: text.HintEvidence, words: wordsEvidence, title: text.PackSayEvidence},
})

func (countMeasure) kind() MeasureKind { return MeasureCount }
func (countMeasure) about() string {
	return "登记表里有几行。`where = { 字段 = [\"取值\", …] }` 各条都要满足；`year_by` 是定年度的日期或年月字段，或 `\"active\"`（起止期跨本年），不写即全部行；`dedupe` 的值相同只算一次。"
}

func (countMeasure) says() []saying           { return countSays }
func (countMeasure) format(*Indicator) figure { return asCount }

func (countMeasure) words(p *Pack, m *Measure) text.Pair {
	words := rowsWords(m.form, m.Register, m.Where, m.YearBy, m.Dedupe, m.Evidence)
	if m.WhereField == "" {
		return words
	}
	parts := []text.Pair{words}
	for _, t := range inOrder(m.WhereByType, p.Types) {
		parts = append(parts, text.ScoreRuleCategory.With(typeTitle(t),
			m.fieldTitleOf(m.WhereField), listed(m.fieldOf(m.WhereField), m.WhereByType[t])))
	}
	return joined(parts, text.ScoreComma)
}

func (countMeasure) reading(t *teller, m *Measure) []text.Pair {
	return t.reading(t.l.work.tally.rule, text.ScoreRuleCount.With(m.title()))
}

func (countMeasure) adding(t *teller, d *big.Rat) text.Pair {
	n := nounOf(t.l.work.tally.rule, t.s.Type)
	if t.l.work.in.Scale.Lower {
		return text.ScoreLessRows.With(trimmed(d, 0), n.one, n.counter)
	}
	return text.ScoreMoreRows.With(trimmed(d, 0), n.one, n.counter)
}

func (k countMeasure) oneMore(t *teller) []text.Pair {
	return []text.Pair{t.each(k.adding(t, one), one)}
}

func (countMeasure) records(t *teller) {
	t.records(t.l.work.tally, t.countedOne(t.l.work.tally.rule), nil)
}

// whereByType reads accepted values that depend on the type of the enterprise.
func (d *decoder) whereByType(s *section, m *Measure) {
	by, fieldNode := s.got["where_by_type"], s.got["where_field"]
	switch {
	case by == nil && fieldNode == nil:
		return
	case by == nil || fieldNode == nil:
		if !s.n.has("where_by_type") || !s.n.has("where_field") {
			d.errs.add(s.n.at, s.path, text.PackByTypePair)
		}
		return
	}
	f := d.form(m.Register)
	if f == nil {
		return
	}
	fd := d.field(fieldNode.text, fieldNode.at, s.path+".where_field", f)
	if fd == nil {
		return
	}
	m.WhereField, m.WhereByType = fd.ID, map[string][]string{}
	for _, e := range by.entries {
		path := s.path + ".where_by_type." + e.key
		if len(d.p.Types) > 0 && !slices.Contains(d.p.Types, e.key) {
			d.errs.addNear(e.at, path, text.PackUnknownName.With(legible(e.key), among(d.p.Types)), d.near(e.key, d.p.Types))
			continue
		}
		if !d.aList(e.val, path) {
			continue
		}
		for _, it := range e.val.items {
			d.accepted(it, path, f, fd)
			m.WhereByType[e.key] = append(m.WhereByType[e.key], it.text)
		}
	}
	d.allTypes(s, "where_by_type", by)
}
