package scoring

import (
	"math/big"
	"slices"
	"strings"

	"yice/form"
	"yice/text"
)

// exactText shows an exact figure with places decimals, marked ≈ where there is more to it.
func exactText(v *big.Rat, places int) text.Pair {
	d := rounding{places: places}.round(v)
	s := form.Grouped(d.String())
	if d.Rat().Cmp(v) != 0 {
		return text.ScoreAbout.With(s)
	}
	return text.ScoreExact.With(s)
}

// wanText shows 分 as 万元: two decimals, more where there is more to it.
func wanText(fen int64) string { return ratWan(wan(fen)) }

func ratWan(v *big.Rat) string {
	if v.Sign() < 0 {
		return "-" + ratWan(new(big.Rat).Neg(v))
	}
	return form.Grouped(amountText(v))
}

// yuanText shows 分 as 元.
func yuanText(fen int64) string { return form.Grouped(Dec{fen, 2}.String()) }

// fine shows a measured value in a formula: a percentage to four decimals where it has no end.
func (x figure) fine(v *big.Rat) string {
	switch x {
	case asPercent:
		p := new(big.Rat).Mul(v, hundred)
		d := rounding{places: 4}.round(p)
		s := strings.TrimSuffix(strings.TrimSuffix(d.String(), "0"), "0")
		return s + "%"
	case asMoney:
		return ratWan(v)
	}
	return trimmed(v, 4)
}

// ends reports whether fine shows a value exactly.
func (x figure) ends(v *big.Rat) bool {
	if x != asPercent {
		return trimmedRat(v)
	}
	p := new(big.Rat).Mul(v, hundred)
	return rounding{places: 4}.round(p).Rat().Cmp(p) == 0
}

// trimmedRat reports whether a value has an end within eight places.
func trimmedRat(v *big.Rat) bool { return rounding{places: 8}.round(v).Rat().Cmp(v) == 0 }

// equals is the sign between a formula and a figure that is, or is not, exact.
func equals(exact bool) string {
	if exact {
		return "="
	}
	return "≈"
}

// percentText shows a share: "90%", "12.5%".
func percentText(v *big.Rat) string { return trimmed(new(big.Rat).Mul(v, hundred), 4) + "%" }

// joined puts sentences in a row.
func joined(parts []text.Pair, between text.Pair) text.Pair {
	var zh, en []string
	for _, p := range parts {
		zh, en = append(zh, p.In(text.ZH)), append(en, p.In(text.EN))
	}
	return text.Pair{ZH: strings.Join(zh, between.ZH), EN: strings.Join(en, between.EN)}
}

// inARow lists words that are alike in both languages.
func inARow(words []string) text.Pair {
	return text.Pair{ZH: strings.Join(words, "、"), EN: strings.Join(words, ", ")}
}

// listed names several values of a field, in both languages.
func listed(f *form.Field, values []string) text.Pair {
	parts := make([]text.Pair, len(values))
	for i, v := range values {
		parts[i] = codeTitle(f, v)
	}
	return joined(parts, text.ScoreEnum)
}

// codeTitle names one code of a field.
func codeTitle(f *form.Field, id string) text.Pair {
	if f != nil {
		for i := range f.Codes {
			if f.Codes[i].ID == id {
				return f.Codes[i].Title
			}
		}
	}
	return text.Same(id)
}

// fieldOf finds a field of a form of the dictionary; nil where there is none.
func fieldOf(register, field string) *form.Field {
	if f := form.ByID(register); f != nil {
		return f.Field(field)
	}
	return nil
}

// fieldTitle names a field; its id where the dictionary has no such field.
func fieldTitle(register, field string) text.Pair {
	if f := fieldOf(register, field); f != nil {
		return f.Title
	}
	return text.Same(field)
}

func formTitle(id string) text.Pair {
	if f := form.ByID(id); f != nil {
		return f.Title
	}
	return text.Same(id)
}

// factHome says on which form a fact is keyed.
func factHome(c *Fact) text.Pair {
	id, _, _ := strings.Cut(c.Source, ".")
	return formTitle(id)
}

// levelTitle names a level.
func levelTitle(level string) text.Pair { return codeTitle(fieldOf("project", "level"), level) }

// shownParam is a parameter's figure as the pack writes it.
func shownParam(p *Param) string {
	if p.Text != "" {
		return p.Text
	}
	return trimmed(p.Value, 8)
}

// origin says where a parameter was set, whether the document states it, and what an override replaced.
func (t *teller) origin(p *Param) text.Pair {
	var layer text.Pair
	switch p.Origin {
	case FromType:
		layer = text.ScoreByType
	case FromEnterprise:
		layer = text.ScoreByOwn
		if t.s.ent != nil && t.s.ent.Name != "" {
			layer = t.s.Pack.Say(t.s.ent.Name)
		}
	default:
		layer = text.ScoreDefault
	}
	parts := []text.Pair{layer}
	if p.Reason != "" {
		parts = append(parts, text.ScoreReason.With(t.s.Pack.Say(p.Reason)))
	}
	if p.Line > 0 {
		parts = append(parts, text.ScoreAtLine.With(p.Line))
	}
	if tail := t.s.Standing(p).Tail(); !tail.Empty() {
		parts = append(parts, tail)
	}
	if p.Default != nil && p.Default.Value != nil {
		old := *p.Default
		parts = append(parts, text.ScoreInstead.With(shownParam(&old), t.origin(&old)))
	}
	return joined(parts, text.Pair{})
}

// noun is what a rule counts, in words: one of it, and its counter.
type noun struct{ one, counter text.Pair }

// nounOf names what a rule counts: 发明专利 件, 重大科技项目 项, 创新人才 人.
func nounOf(ru *rule, typ string) noun {
	n := noun{ru.title(), text.ScoreCounterItem}
	for _, c := range ru.where {
		f := ru.fieldOf(c.Field)
		switch {
		case slices.Equal(c.Values, []string{form.Yes}) && f != nil:
			n.one = f.Title
		case ru.register == "patent" && c.Field == "kind" && len(c.Values) == 1:
			n.one = text.ScoreNounPatent.With(codeTitle(f, c.Values[0]))
		}
	}
	switch ru.register {
	case "patent":
		n.counter = text.ScoreCounterPiece
	case "talent":
		n.counter = text.ScoreCounterPerson
	case "platform":
		n.counter = text.ScoreCounterUnit
	case "innovation":
		if ru.category != "" {
			n.one = text.ScoreNounOfType.With(codeTitle(fieldOf("enterprise", "type"), typ), n.one)
		}
	}
	return n
}

// shareText shows millionths as a percentage.
func shareText(millionths int64) string { return percentText(big.NewRat(millionths, wholeShare)) }
