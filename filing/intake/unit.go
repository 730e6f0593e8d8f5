package intake

import (
	"strings"

	"yice/internal/pattern"

	"yice/form"
)

// moneyUnits are the units of money people write, folded, the longer before those they end with.
var moneyUnits = []struct {
	word string
	unit form.Unit
}{
	{"百万元", form.Unit{Title: pairOf("百万元"), Fen: 100_000_000}},
	{"十万元", form.Unit{Title: pairOf("十万元"), Fen: 10_000_000}},
	{"百元", form.Unit{Title: pairOf("百元"), Fen: 10_000}},
	{"千万元", form.Unit{Title: pairOf("千万元"), Fen: 1_000_000_000}},
	{"亿元", form.Unit{Title: pairOf("亿元"), Fen: 10_000_000_000}},
	{"万元", form.Wan},
	{"千元", form.Thousand},
	{"元", form.Yuan},
}

// shortUnits stand in brackets only: 发生额(万).
var shortUnits = map[string]form.Unit{"万": form.Wan, "千": form.Thousand, "百万": moneyUnits[0].unit, "亿": unitNamed("亿元"), "w": form.Wan, "k": form.Thousand, "分": {Title: pairOf("分"), Fen: 1}, "人民币分": {Title: pairOf("分"), Fen: 1}}

func unitNamed(word string) form.Unit {
	for _, m := range moneyUnits {
		if m.word == word {
			return m.unit
		}
	}
	panic("intake: no unit " + word)
}

// unitWord reads 万元, 人民币万元, rmb万元 and nothing else.
func unitWord(folded string) (form.Unit, bool) {
	w := strings.TrimSpace(folded)
	for _, currency := range []string{"人民币", "rmb", "cny", "¥", ":", "单位", "金额", "为"} {
		w = strings.Trim(strings.TrimPrefix(w, currency), ":")
	}
	for _, m := range moneyUnits {
		if w == m.word {
			return m.unit, true
		}
	}
	return form.NoUnit, false
}

// captionUnit cuts a unit of money from the end of a caption: 金额（万元）, 金额 万元, 金额-万元, 发生额(万).
func captionUnit(caption string) (rest string, unit form.Unit, ok bool) {
	c := fold(caption)
	if i := strings.LastIndexAny(c, "([{【〔"); i > 0 && strings.ContainsAny(c[i:], ")]}】〕") {
		_, after, _ := strings.Cut(c[i:], "")
		note := strings.Trim(after, "()[]{}【】〔〕")
		if u, is := unitWord(note); is {
			return c[:i], u, true
		}
		if u, is := shortUnits[note]; is {
			return c[:i], u, true
		}
	}
	for _, m := range moneyUnits {
		if before, is := strings.CutSuffix(c, m.word); is && before != "" {
			before = strings.Trim(before, ",:/_-、")
			if before != "" && !strings.HasSuffix(before, "美") && !strings.HasSuffix(before, "欧") {
				return before, m.unit, true
			}
		}
	}
	return c, form.NoUnit, false
}

var statedUnitText = pattern.Of(`(?:单位:?(?:人民币)?:?|以|计量单位:?|货币单位:?|金额:)(?:人民币)?(百万元|千万元|十万元|亿元|万元|千元|百元|元|分)(?:为单位|$|[,;)\s/、]|人民币)`)

// unitIn finds the unit a cell states for the whole table: 单位：万元, 以万元为单位, (单位:千元), or a lone 万元.
func unitIn(cell string) (form.Unit, bool) {
	c := fold(cell)
	if c == "" || !strings.Contains(c, "元") && !strings.Contains(c, "分") {
		return form.NoUnit, false
	}
	if u, ok := unitWord(strings.Trim(c, "()[]【】")); ok {
		return u, true
	}
	if m := statedUnitText.FindStringSubmatch(c); m != nil {
		if u, is := shortUnits[m[1]]; is {
			return u, true
		}
		return unitWord(m[1])
	}
	return form.NoUnit, false
}
