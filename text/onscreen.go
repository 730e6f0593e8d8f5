package text

import "strings"

// A sentence from below tells people what to do about it in terms of commands, for below nobody knows where it will be read.
// On the screen nobody is sent to a shell: there the same sentence names the key, or the entry of the palette, that does it.

// door is what stands in a sentence for a command, and where the same is done on the screen.
type door struct {
	command Pair
	screen  Pair
}

// doors are looked for in this order: what is part of another stands behind it. They are made when they are asked for, so that
// whoever never shows a screen does not carry them.
func doors() []door {
	return []door{
		{Pair{"yice restore --salvage ", "yice restore --salvage "}, palette(TuiSalvage)},
		{Pair{"yice restore 加 --preview ", "yice restore --preview "}, palette(TuiRestore)},
		{Pair{"yice restore", "yice restore"}, palette(TuiRestore)},
		{Pair{"yice new 或 yice next", "yice new or yice next"}, Pair{palette(TuiNewWorkspace).ZH + "或" + palette(TuiYearNext).ZH, palette(TuiNewWorkspace).EN + "or " + palette(TuiYearNext).EN}},
		{Pair{"yice check ", "yice check "}, Pair{"审核（F3）", "Checks (F3) "}},
		{Pair{"yice check", "yice check"}, Pair{"审核（F3）", "Checks (F3)"}},
		{Pair{"，核验时用 --decisions 给出", ", or give it with --decisions"}, Pair{}},
		{Pair{"单独用 yice verify 校验", "run yice verify on it alone"}, Pair{"用" + palette(TuiVerifyFile).ZH + "单独核验", "verify it alone with " + palette(TuiVerifyFile).EN}},
		{Pair{"yice reopen，", "yice reopen, "}, Pair{"在「报送」F6，", "under Submit, F6, "}},
		{Pair{"（yice pack sign）", " (yice pack sign)"}, Pair{}},
		{Pair{"yice pack facts 列出全部可用的", "yice pack facts lists them all"}, Pair{"能用的都列在手册里", "The manual lists them all"}},
		{Pair{"yice pack new --from ", "yice pack new --from "}, palette(TuiPolNext)},
		{Pair{"yice pack new ", "yice pack new "}, palette(TuiPolNext)},
		{Pair{"yice trust add ", "yice trust add"}, palette(TuiKeyAdd)},
		{Pair{"yice trust take ", "yice trust take"}, palette(TuiKeyTake)},
		{Pair{"yice receive ", "yice receive"}, palette(TuiReceive)},
		{Pair{"yice recognise ", "yice recognise"}, palette(TuiRecognise)},
		{Pair{"yice key new ", "yice key new"}, palette(TuiKeyMake)},
		{Pair{"yice history --verify ", "yice history --verify "}, palette(TuiCheckFile)},
		{Pair{"yice page", "yice page"}, palette(TuiPageMake)},
	}
}

// palette names an entry of the palette as one finds it.
func palette(title Pair) Pair {
	return Pair{"Ctrl+P「" + strings.TrimSuffix(title.ZH, "…") + "」", "Ctrl+P '" + strings.TrimSuffix(title.EN, "…") + "' "}
}

// Doors gives the titles of the palette's entries that sentences on the screen send people to.
func Doors() []Pair {
	return []Pair{TuiSalvage, TuiRestore, TuiNewWorkspace, TuiYearNext, TuiVerifyFile, TuiPolNext, TuiKeyAdd, TuiKeyTake, TuiReceive, TuiRecognise, TuiKeyMake, TuiCheckFile, TuiPageMake}
}

// OnScreen is a sentence as the screen says it: where it names a command, it names the key or the palette's entry instead.
func OnScreen(p Pair) Pair {
	if !strings.Contains(p.ZH, "yice ") && !strings.Contains(p.EN, "yice ") && !strings.Contains(p.EN, " --") && !strings.Contains(p.ZH, " --") {
		return p
	}
	for _, d := range doors() {
		p.ZH = strings.ReplaceAll(p.ZH, d.command.ZH, d.screen.ZH)
		p.EN = tidied(strings.ReplaceAll(p.EN, d.command.EN, d.screen.EN))
	}
	return p
}

// tidied takes the blank away that an entry's name ends in before a stop.
func tidied(s string) string {
	for _, stop := range []string{".", ",", ";", ")", ":"} {
		s = strings.ReplaceAll(s, "' "+stop, "'"+stop)
	}
	return strings.ReplaceAll(strings.TrimRight(s, " "), "'  ", "' ")
}
