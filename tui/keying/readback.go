package keying

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/scoring"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// A figure keyed in another unit than the form's is ten thousand times what is meant, and looks the same. Large ones are
// read back in words, and what they would be in the other unit is one key away.

// Amounts are read back in words from here on, 分: below, what was keyed is plain to see.
const (
	spokenYuan = 100_000_000    // one million 元, where 元 are keyed
	spokenWan  = 10_000_000_000 // one 亿元, where 万元 are
	yuanEnding = "元"
)

// ReadBack declares the key that takes the other reading.
func ReadBack() screen.Declaration {
	return screen.Declaration{Actions: []screen.Action{{
		ID: "money.unit", Title: text.TuiOtherUnit, Foot: text.TuiFootOtherUnit, Keys: []string{"f9"}, Where: screen.In(InCell, InField), Rank: 2,
		On: func(m screen.Desk) bool {
			k := fieldOf(m)
			return k != nil && k.Field.Kind == form.Money && !k.Editor.Empty()
		},
		Do: func(m screen.Desk, _ string) tea.Cmd {
			if k := fieldOf(m); k != nil {
				typed, _, _ := otherUnit(k.Field, k.Editor.Text())
				k.Editor.Set(typed)
			}
			return nil
		},
	}}}
}

// otherUnit gives what is typed read in the other unit, 元 for 万元 and 万元 for 元, and what it then is. A unit that was
// typed is taken away again, so that the key goes to and fro.
func otherUnit(f *form.Field, typed string) (other string, v form.Value, ok bool) {
	typed = strings.TrimSpace(typed)
	if f.Kind != form.Money || typed == "" {
		return "", v, false
	}
	ending := yuanEnding
	if f.Unit == form.Yuan {
		ending = form.Wan.Title.ZH
	}
	bare, had := strings.CutSuffix(typed, ending)
	if other = bare; !had {
		other = typed + ending
	}
	v, err := f.Parse(other, f.Unit)
	return other, v, err == nil && !v.Empty()
}

// spokenMoney reads a large amount being keyed back in words, with the other reading where that may well be meant; nil for
// others.
func spokenMoney(m screen.Desk, f *form.Field, typed string, v form.Value) kit.Line {
	t := m.Theme()
	fen, ok := v.Int()
	least := int64(spokenWan)
	if f.Unit == form.Yuan {
		least = spokenYuan
	}
	if !ok || f.Kind != form.Money || max(fen, -fen) < least {
		return nil
	}
	row := kit.Line{{"= ", t.Faint}, {scoring.InWords(fen).In(m.Lang()), t.Strong}}
	if _, w, ok := otherUnit(f, typed); ok && max(w.Num(), -w.Num()) < max(fen, -fen) {
		if other := otherReading(m, f, typed); other != nil {
			row = append(append(row, kit.Piece{" · ", t.Faint}), other...)
		}
	}
	return row
}

// otherReading says what a figure being keyed is in the other unit, and the key that takes it so; nil where it is none.
func otherReading(m screen.Desk, f *form.Field, typed string) kit.Line {
	lang := m.Lang()
	t := m.Theme()
	_, v, ok := otherUnit(f, typed)
	if at := m.Here(); !ok || at != InCell && at != InField {
		return nil
	}
	say := text.TuiReadAs.With(unitRead(f, typed), scoring.InWords(v.Num())).In(lang)
	return kit.Line{{say, t.Warn}, {"  ", t.Text}, {screen.Keycap("f9"), t.Key}, {" " + text.TuiFootOtherUnit.In(lang), t.Faint}}
}

// unitRead names the unit that the other reading takes the figure in.
func unitRead(f *form.Field, typed string) text.Pair {
	other := form.Yuan
	if f.Unit == form.Yuan {
		other = form.Wan
	}
	if strings.HasSuffix(strings.TrimSpace(typed), other.Title.ZH) {
		other = f.Unit
	}
	return other.Title
}
