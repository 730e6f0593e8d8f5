package text_test

import (
	"testing"

	"yice/text"
)

func TestAmountsAreSaidInOneWay(t *testing.T) {
	wan, items := text.ScoreUnitWan, text.Pair{ZH: "项", EN: "items"}
	for _, c := range []struct {
		got    text.Pair
		zh, en string
	}{
		{text.InUnit("1,320.00", wan), "1,320.00 万元", "CNY 1,320.00 ten thousand"},
		{text.InUnit("+30.00", wan), "+30.00 万元", "+CNY 30.00 ten thousand"},
		{text.InUnit("-1,200.00", text.Pair{ZH: "元", EN: "CNY"}), "-1,200.00 元", "-CNY 1,200.00"},
		{text.InUnit("4,600", text.Pair{ZH: "千元", EN: "CNY 1k"}), "4,600 千元", "CNY 4,600 thousand"},
		{text.InUnit("15.00", text.Pair{ZH: "元", EN: "CNY"}), "15.00 元", "CNY 15.00"},
		{text.InUnit("60.00", text.Pair{ZH: "亿元", EN: "CNY 100m"}), "60.00 亿元", "CNY 60.00 hundred million"},
		{text.InUnit("5", text.Pair{ZH: "万元/人", EN: "CNY 10k/person"}), "5 万元/人", "CNY 5 ten thousand/person"},
		{text.InUnit("+1", items), "+1 项", "+1 item"},
		{text.InUnit("2", items), "2 项", "2 items"},
		{text.InUnit("2", text.Pair{}), "2", "2"},
		{text.Column("1,320.00", wan), "1,320.00 万元", "1,320.00"},
		{text.Column("2", items), "2 项", "2 items"},
		{text.Named(text.TuiAssessed, wan), "考核利润", "Assessed profit (CNY 10k)"},
		{text.Named(text.TuiAssessed, items), "考核利润", "Assessed profit"},
	} {
		if c.got.In(text.ZH) != c.zh || c.got.In(text.EN) != c.en {
			t.Errorf("%q, %q: not %q, %q", c.got.In(text.ZH), c.got.In(text.EN), c.zh, c.en)
		}
	}
	if zh, en := text.Behind(wan, text.ZH), text.Behind(wan, text.EN); zh != "万元" || en != "" {
		t.Errorf("behind: %q %q", zh, en)
	}
}
