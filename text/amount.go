package text

import "strings"

// An amount and its unit. In Chinese the unit stands behind the figure wherever it is shown. In English there are two ways, and
// no third: of a figure that stands alone or in a sentence InUnit, "CNY 1,320.00 ten thousand"; of one that stands in a column or
// beside its label the label names the unit, Named, "Assessed profit (CNY 10k)  4,445.00", and nothing stands Behind.
// A form to fill in has a column of its own for the units of its fields.

var (
	AmountYuan     = Pair{"%s 元", "CNY %s"}
	AmountThousand = Pair{"%s 千元", "CNY %s thousand"}
	AmountMillion  = Pair{"%s 百万元", "CNY %s million"}
	AmountTrillion = Pair{"%s 万亿元", "CNY %s trillion"}
	AmountHundredM = Pair{"%s 亿元", "CNY %s hundred million"}
)

// amounts are the sentences of money, by the English unit of tables.
var amounts = map[string]Pair{"CNY": AmountYuan, "CNY 1k": AmountThousand, "CNY 10k": ScoreMoney, "CNY 1m": AmountMillion, "CNY 100m": AmountHundredM, "CNY 1tn": AmountTrillion}

// ofMoney is the sentence of a unit of money, and what the unit is divided by: "/person"; ok is false for other units.
func ofMoney(unit Pair) (say Pair, per string, ok bool) {
	money, per, _ := strings.Cut(unit.In(EN), "/")
	if say, ok = amounts[money]; per != "" {
		per = "/" + per
	}
	return say, per, ok
}

// InUnit is a figure with its unit; one without a unit is the figure.
func InUnit(figure any, unit Pair) Pair {
	if unit.Empty() {
		return ScoreFigure.With(figure)
	}
	out := ScoreInUnit.With(figure, unit.of(figure))
	if say, per, ok := ofMoney(unit); ok {
		out.EN = say.With(figure).EN + per
	}
	return out
}

// of is the unit of so many: in English of one in the singular.
func (p Pair) of(figure any) Pair {
	if s, ok := figure.(string); ok && strings.TrimLeft(s, "+-") == "1" && countable[p.EN] {
		p.EN = singular(p.EN)
	}
	return p
}

// Named is a label whose figures follow, in English with the unit of money they are in; in Chinese the unit stands Behind.
func Named(label, unit Pair) Pair {
	if _, _, ok := ofMoney(unit); ok {
		label.EN = AccountUnit.With(label, unit).EN
	}
	return label
}

// Column is a figure as it stands beside or below a label that is Named.
func Column(figure any, unit Pair) Pair {
	out := InUnit(figure, unit)
	if _, _, ok := ofMoney(unit); ok {
		out.EN = ScoreFigure.With(figure).EN
	}
	return out
}

// Behind is the unit behind a figure whose label is Named: none where the label tells it.
func Behind(unit Pair, l Lang) string {
	if _, _, ok := ofMoney(unit); ok && l.Written() == EN {
		return ""
	}
	return unit.In(l)
}
