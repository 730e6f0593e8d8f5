package intake

import (
	"slices"
	"strings"

	"yice/internal/pattern"

	"yice/form"
	"yice/text"
)

// Money is in 元, or in a multiple of it that the table states. What states anything else, or states it where it comes too
// late, is asked about.

// foreignMoney is money of others, or of a kind that nothing tells.
var (
	foreignMoney = pattern.Of(`美元|美金|欧元|港元|港币|日元|日圆|英镑|澳元|澳币|加元|加币|卢布|韩元|新币|新元|泰铢|台币|澳门元|法郎|外币|原币|usd|eur|hkd|jpy|gbp|aud|cad|krw|sgd|us\$|\$|€|£|₩|₽`)
	unitLabel    = pattern.Of(`(?:单位|货币|币种|币别|currency|unit)[:为是]?(.*)$|^以(.*)(?:计|计价|为单位)`)
	eitherUnit   = pattern.Of(`(?:^|[:(])(?:百万元|千万元|十万元|亿元|万元|千元|百元|元|万|千)[/、,或;](?:百万元|千万元|十万元|亿元|万元|千元|百元|元|万|千)(?:$|\))`)
	smallMoney   = pattern.Of(`^(?:十|百|千|万|百万|千万|亿)?(?:角|毛|厘|块)$`)
)

// strangeUnit gives a unit in the caption of a column of money that is none of 人民币.
func strangeUnit(caption string) (string, bool) {
	c := fold(caption)
	if m := eitherUnit.FindString(c); m != "" {
		return strings.Trim(m, "():"), true
	}
	if _, _, ok := captionUnit(caption); ok && !foreignMoney.MatchString(c) {
		return "", false
	}
	if hasAny(c, ownMoney) {
		return "", false
	}
	if m := foreignMoney.FindString(c); m != "" {
		return m, true
	}
	if i := strings.LastIndexAny(c, "("); i > 0 {
		if note := strings.Trim(c[i:], "()"); smallMoney.MatchString(note) {
			return note, true
		}
	}
	return "", false
}

// strangeUnitIn gives the unit that a cell over or under a table states where it is none of 人民币.
func strangeUnitIn(cell string) (string, bool) {
	c := strings.Trim(fold(cell), "()[]【】")
	if c == "" || len(c) > 120 {
		return "", false
	}
	if m := eitherUnit.FindString(c); m != "" {
		return strings.Trim(m, ":"), true
	}
	stated := c
	if m := unitLabel.FindStringSubmatch(c); m != nil {
		stated = m[1] + m[2]
	} else if len([]rune(c)) > 4 {
		return "", false
	}
	if hasAny(stated, ownMoney) {
		return "", false
	}
	if m := foreignMoney.FindString(stated); m != "" {
		return stated, true
	}
	return "", false
}

// ownMoney are parts of captions that say 人民币.
var ownMoney = []string{"本币", "本位币", "人民币", "rmb", "cny", "折合", "折人民"}

// priced reports a column of money.
func (l *layout) priced(i int) bool {
	if field := l.f.Field(l.columns[i].Field); field != nil && field.Kind == form.Money {
		return true
	}
	r := l.roles[i]
	return l.shape != ByColumns && (r == roleDebit || r == roleCredit || r == roleAmount) || l.categorical(i)
}

// inOwnMoney reports a table one of whose columns of money says that it is in 人民币, whatever else the table speaks of.
func (l *layout) inOwnMoney() bool {
	for i, c := range l.captions {
		if l.priced(i) && (hasAny(fold(c.Text), ownMoney) || hasAny(fold(c.Group), ownMoney)) {
			return true
		}
	}
	return false
}

// isIn reports an amount that is read in a unit.
func (f *figure) isIn(u form.Unit) bool {
	return f.unit.Fen == u.Fen || f.unit.Fen == 0 && u.Fen == form.Yuan.Fen
}

// readIn reports that all amounts are read in a unit.
func (s *sorter) readIn(u form.Unit) bool {
	return !slices.ContainsFunc(s.figs, func(f *figure) bool { return !f.isIn(u) })
}

// strangeUnits asks about money that is not 人民币, or of a unit nobody knows.
func (r *Reading) strangeUnits(s *Sheet) {
	l := s.layout
	if l == nil || l.shape == Vertical || r.literal || l.recipe.Unit != "" {
		return
	}
	money := false
	ask := func(row int, what, unit string) {
		r.Questions = append(r.Questions, Question{Code: "intake.unit", Sheet: s.Name, Row: row, Say: text.IntakeStrangeUnit.With(harmless(what), harmless(unit))})
	}
	for i, c := range l.columns {
		if !l.priced(i) {
			continue
		}
		money = true
		caption := l.captions[i]
		if c.How == ByID || c.How == ByHand {
			continue
		}
		for _, words := range []string{caption.Text, caption.Group} {
			if u, is := strangeUnit(words); is {
				ask(0, words, u)
				break
			}
		}
	}
	if !money || l.inOwnMoney() {
		return
	}
	for _, row := range l.titles {
		for _, c := range row.cells {
			if u, is := strangeUnitIn(c); is {
				ask(row.number, tidyCaption(c), u)
			}
		}
	}
}

// strangeUnitsOf asks about the cells of a form of labels and values that state such a unit.
func strangeUnitsOf(rows []topRow, sheetName string, acc *Account) {
	for _, row := range rows {
		for _, c := range row.cells {
			u, is := strangeUnitIn(c)
			if !is && strings.ContainsAny(c, "(（") {
				u, is = strangeUnit(c)
			}
			if is {
				acc.ask(Question{Code: "intake.unit", Sheet: sheetName, Row: row.number, Say: text.IntakeStrangeUnit.With(tidyCaption(c), harmless(u))})
			}
		}
	}
}

// spareMoney asks about an amount in a register's table that is none of the form's amounts by its name, where the table has
// no other: left out, the row would stand there without its money.
func (r *Reading) spareMoney(s *Sheet) {
	l := s.layout
	if l == nil || l.shape == Vertical || l.f.Scope == form.Ledger || r.literal {
		return
	}
	var zh, en []string
	for i := range l.f.Fields {
		if f := &l.f.Fields[i]; f.Kind == form.Money {
			zh, en = append(zh, f.Title.ZH), append(en, f.Title.EN)
			if slices.ContainsFunc(l.columns, func(c Column) bool { return c.Field == f.ID }) {
				return
			}
		}
	}
	for i, c := range l.columns {
		if len(zh) > 0 && c.Field == "" && c.How == Unmatched && roleOf(l.captions[i].Text) == roleAmount {
			r.Questions = append(r.Questions, Question{Code: "intake.spare-money", Sheet: s.Name, Say: text.IntakeSpareMoney.With(l.captions[i].Text, text.Pair{ZH: strings.Join(zh, "、"), EN: strings.Join(en, ", ")})})
		}
	}
}

// lateUnit is a unit that stands under lines read in another.
type lateUnit struct {
	row  int
	said string
}

// unitBelow hears a row that is no line for a unit: one under the lines speaks of them, and they were read without it.
func (s *sorter) unitBelow(cells [][]byte) {
	if s.l.recipe.Unit != "" {
		return
	}
	for _, c := range texts(cells) {
		if u, is := strangeUnitIn(c); is {
			s.acc.ask(Question{Code: "intake.unit", Sheet: s.sheet, Row: s.line.Row, Say: text.IntakeStrangeUnit.With(tidyCaption(c), harmless(u))})
		}
		u, is := unitIn(c)
		if !is || !s.counted {
			continue
		}
		for _, f := range s.figs {
			if _, _, own := captionUnit(s.l.captions[f.col].Text); !own && !f.isIn(u) {
				s.late = lateUnit{s.line.Row, tidyCaption(c)}
			}
		}
	}
}
