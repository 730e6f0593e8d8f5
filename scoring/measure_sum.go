package scoring

import (
	"math/big"

	"yice/form"
	"yice/text"
)

// MeasureSum adds a figure over the rows of a register.
const MeasureSum MeasureKind = "sum"

type sumMeasure struct{ ofRows }

var sumSays = untyped([]parameter[*Measure]{
	kindKey[*Measure](),
	unitKey("字段没有单位时写，如 `\"kWh\"`；金额是万元，不写"),
	{key: "register", is: isText, must: must, title: text.PackSayRegister, read: func(s *section, m *Measure) { s.d.figures(s, m, summable) }},
	{key: "field", is: isText, must: must, title: text.PackSayField, help: "金额、整数、小数的字段"},
	{key: "where", is: isTable, title: text.PackSayWhere},
	{key: "year_by", is: isText, title: text.PackSayRowYear},
	{key: "evidence", is: isWord, hint: text.HintEvidence, words: wordsEvidence, title: text.PackSayEvidence},
})

func (sumMeasure) kind() MeasureKind { return MeasureSum }
func (sumMeasure) about() string {
	return "登记表里一个数字字段的合计。`where`、`year_by`、`evidence` 同 `count`。没填这个数的行不计，也不当零。例：`{ kind = \"sum\", register = \"conversion\", field = \"income\", year_by = \"contracted_on\" }`。"
}
func (sumMeasure) says() []saying { return sumSays }

// summable are the kinds of field that can be added up.
func summable(f *form.Field) bool {
	return f.Kind == form.Int || f.Kind == form.Money || f.Kind == form.Decimal
}

// unitKey is the unit of what a measure gives, in the pack's own words.
func unitKey(help string) parameter[*Measure] {
	return parameter[*Measure]{key: "unit", is: isText, title: text.PackSayUnit, help: help, at: func(m *Measure) any { return &m.Unit }}
}

func (sumMeasure) format(in *Indicator) figure {
	if f := in.Measure.field; f != nil && f.Kind == form.Money {
		return asMoney
	}
	return asNumber
}

// fieldTitle names the field whose figures are taken.
func (m *Measure) fieldTitle() text.Pair {
	if m.field == nil { // not reached: a pack that loads has it
		return text.Pair{}
	}
	return m.field.Title
}

func (sumMeasure) grain(g *measured) int { return decimalsOf(g.tally.rule.field) }

// decimalsOf is how finely a figure is keyed: 万元 to the 分, anything else to its decimals.
func decimalsOf(f *form.Field) int {
	switch f.Kind {
	case form.Money:
		return 6
	case form.Decimal:
		return f.Decimals
	}
	return 0
}

func (sumMeasure) words(_ *Pack, m *Measure) text.Pair {
	return text.ScoreRuleSum.With(rowsWords(m.form, m.Register, m.Where, m.YearBy, "", m.Evidence), m.fieldTitle())
}

func (sumMeasure) reading(t *teller, m *Measure) []text.Pair {
	return t.reading(t.l.work.tally.rule, text.ScoreRuleSum.With(m.title(), m.fieldTitle()))
}

func (sumMeasure) adding(t *teller, d *big.Rat) text.Pair {
	m := &t.l.work.in.Measure
	say := text.ScoreMoreOf
	if t.l.work.in.Scale.Lower {
		say = text.ScoreLessOf
	}
	return say.With(m.fieldTitle(), t.inUnit(d))
}

// inUnit shows an amount of what a line measures, with its unit.
func (t *teller) inUnit(d *big.Rat) text.Pair {
	x := t.l.work.format
	return figureIn(x.up(d), t.s.unitOf(t.l))
}

// figureIn puts a unit, where there is one, behind a figure.
func figureIn(figure string, unit text.Pair) text.Pair {
	return text.InUnit(form.Grouped(figure), unit)
}

// oneMore: of an amount 10 万元, of anything else one.
func (k sumMeasure) oneMore(t *teller) []text.Pair { return t.oneOf(k) }

func (t *teller) oneOf(k measureKind) []text.Pair {
	unit := one
	if t.l.lead().format == asMoney {
		unit = big.NewRat(10, 1)
	}
	if t.l.work.in.Scale.Kind == ScaleLadder && t.brings(unit).Sign() == 0 {
		return nil // only rungs bring something; the gap tells them
	}
	return []text.Pair{t.each(k.adding(t, unit), unit)}
}

func (sumMeasure) formula(t *teller) []text.Pair {
	ta := t.l.work.tally
	n := 0
	for i := range ta.rows {
		if ta.rows[i].sure {
			n++
		}
	}
	return []text.Pair{text.ScoreSumOf.With(n, ta.rule.field.Title, figureIn(t.l.work.format.show(t.l.Value), t.s.unitOf(t.l)))}
}

func (sumMeasure) records(t *teller) {
	unit := t.s.unitOf(t.l)
	t.records(t.l.work.tally, func(j *judged) text.Pair {
		return text.ScoreCountsSum.With(figureIn(t.l.work.format.show(t.l.work.tally.rule.amount(j.rec)), unit))
	}, nil)
}

// amount is the figure of a row, in the unit of the measure; nil where it is empty.
func (ru *rule) amount(r *form.Record) *big.Rat {
	n, ok := r.Get(ru.field.ID).Int()
	if !ok {
		return nil
	}
	return big.NewRat(n, scaleOf(ru.field))
}

// figures reads the rows of a measure and the field it takes of them.
func (d *decoder) figures(s *section, m *Measure, may func(*form.Field) bool) {
	d.rows(s, m)
	v, f := s.got["field"], d.form(m.Register)
	if v == nil || f == nil {
		return
	}
	switch fd := d.field(v.text, v.at, s.path+".field", f); {
	case fd == nil:
	case !may(fd):
		d.errs.add(v.at, s.path+".field", text.PackFieldKind.With(fd.Title))
	case m.Unit != "" && !fd.Unit.Title.Empty() && m.Kind == MeasureSum:
		d.errs.add(s.at("unit"), s.path+".unit", text.PackUnitThere.With(fd.Title, unitOfField(fd)))
	default:
		m.field = fd
	}
}

// unitOfField is the unit in which a figure of a field is measured.
func unitOfField(fd *form.Field) text.Pair {
	if fd.Kind == form.Money {
		return form.Wan.Title
	}
	return fd.Unit.Title
}
