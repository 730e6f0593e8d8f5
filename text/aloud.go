package text

import (
	"strings"

	"yice/internal/pattern"
)

// What is heard, and not seen. A speech synthesiser passes over most signs (of Chinese even × and a minus), or spells them (a right arrow); a
// braille line gives each of them cells that say nothing. And in lines there are no keys: what a sentence would have pressed is chosen.

var (
	minusSign   = pattern.Of(`(^|[\s（(：，、])[-−](\d)`)
	fullMarks   = pattern.Of(`(\d%?) / (\d)`)
	keyName     = pattern.Of(`（F\d+）| \(F\d+\)|（Ctrl\+[A-Z]）| \(Ctrl\+[A-Z]\)`)
	tenThousand = pattern.Of(`([-+]?\d[\d,]*(?:\.\d+)?) CNY 10k`)
	inPalette   = pattern.Of(`Ctrl\+P ?(「|')`)
)

// aloud are signs and what is said for them, in this order.
var aloud = [...]struct{ sign, zh, en string }{
	{"  ← ", "，", ", "},
	{" ← ", "，", ", "},
	{" → ", "，即 ", ", that is "},
	{" × ", " 乘 ", " times "},
	{" ÷ ", " 除以 ", " divided by "},
	{" − ", " 减 ", " minus "},
	{" ≈ ", " 约等于 ", " is about "},
	{" = ", " 等于 ", " equals "},
	{" + ", " 加 ", " plus "},
	{"±0", "不变", "unchanged"},
	{"min(", "较小者(", "the lesser of ("},
	{"max(", "较大者(", "the greater of ("},
	{"〔", "，", ", "},
	{"〕", "", ""},
	{" · ", "，", ", "},
}

// Aloud is a sentence of figures as it is read out: signs that would be passed over are words.
func Aloud(p Pair) Pair {
	p.EN = strings.ReplaceAll(tenThousand.ReplaceAllString(p.EN, "CNY $1 ten thousand"), "CNY 10k", "CNY ten thousand")
	p.ZH = minusSign.ReplaceAllString(fullMarks.ReplaceAllString(p.ZH, "$1，满分 $2"), "${1}负 $2")
	p.EN = minusSign.ReplaceAllString(fullMarks.ReplaceAllString(p.EN, "$1 of $2"), "${1}minus $2")
	for _, a := range aloud {
		p.ZH, p.EN = strings.ReplaceAll(p.ZH, a.sign, a.zh), strings.ReplaceAll(p.EN, a.sign, a.en)
	}
	return p
}

// inLines are ways that a screen leads, and where the same is in lines.
var inLines = [...]struct{ screen, lines Pair }{
	{Pair{"按 F5，再按 Ctrl+O 收下", "take it in with F5, then Ctrl+O"}, Pair{"在「政策包」里收下", "take it in under Policy pack"}},
	{Pair{"收到后按 F5 收下", "F5 takes the pack in"}, Pair{"收到后在「政策包」里收下", "it is taken in under Policy pack"}},
	{Pair{"在「报送」F6，", "under Submit, F6, "}, Pair{"在「报送」里，", "under Hand in, "}},
	{Pair{"；数据在这一屏从不改动", "; no data is ever changed here"}, Pair{}},
	{Pair{"（Ctrl+Z 撤销）", " (Ctrl+Z takes it back)"}, Pair{"，可以撤销", "; it can be undone"}},
	{Pair{"在「政策」里", "on the policy screen"}, Pair{"在「政策包」里", "under Policy pack"}},
	{Pair{"在导入那一屏选", "on the import screen"}, Pair{"在导入时选", "when it is asked"}},
}

// InLines is what a sentence that was made for a screen says without its keys.
func InLines(s string) string {
	if !strings.Contains(s, "F") && !strings.Contains(s, "Ctrl") && !strings.Contains(s, "屏") && !strings.Contains(s, "ever changed") && !strings.Contains(s, "screen") {
		return s
	}
	for _, w := range inLines {
		s = strings.ReplaceAll(strings.ReplaceAll(s, w.screen.ZH, w.lines.ZH), w.screen.EN, w.lines.EN)
	}
	return inPalette.ReplaceAllString(keyName.ReplaceAllString(s, ""), "$1")
}
