package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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
		{Pair{"yice export ", "yice export"}, palette(TuiFormToFile)},
		{Pair{"用 --sheet 指定", "with --sheet"}, Pair{"在导入那一屏选", "on the import screen"}},
		{Pair{"，或核实来源后加 --unsigned", ", or, once you know where it comes from, add --unsigned"}, Pair{}},
		{Pair{"请用 --open-key 给出接收方的私钥", "give the receiver's private key with --open-key"}, Pair{"只有接收方能用自己的私钥打开", "only its receiver can open it, with their own private key"}},
		{Pair{"（--pack）", " (--pack)"}, Pair{}},
		{Pair{"（--trust）", " (--trust)"}, Pair{}},
		{
			Pair{"要核对请给出 --pack 或 --trust", "give --pack or --trust to have it asked"},
			Pair{"用" + palette(TuiKeyTake).ZH + "收下名册以后就会核对", "take the register with " + palette(TuiKeyTake).EN + "to have it asked"},
		},
		{Pair{"没有给出 --trust，", "without --trust nobody"}, Pair{"还没有登记过密钥，", "with no keys registered nobody"}},
		{Pair{"请用 --sign-key 签名", "Sign them with --sign-key"}, Pair{"请选好签名的密钥再写", "Choose a key and write them again"}},
		{Pair{"用 --fingerprint ", "do it again with --fingerprint "}, Pair{"在这里确认指纹 ", "confirm it here: "}},
		{Pair{"核验时用 --pack 给出", "give it with --pack"}, Pair{"按 F5，再按 Ctrl+O 收下", "take it in with F5, then Ctrl+O"}},
	}
}

// palette names an entry of the palette as one finds it.
func palette(title Pair) Pair {
	return Pair{"Ctrl+P「" + strings.TrimSuffix(title.ZH, "…") + "」", "Ctrl+P '" + strings.TrimSuffix(title.EN, "…") + "' "}
}

// Doors gives the titles of the palette's entries that sentences on the screen send people to.
func Doors() []Pair {
	return []Pair{TuiSalvage, TuiRestore, TuiNewWorkspace, TuiYearNext, TuiVerifyFile, TuiPolNext, TuiKeyAdd, TuiKeyTake, TuiReceive, TuiRecognise, TuiKeyMake, TuiCheckFile, TuiPageMake, TuiFormToFile}
}

// OnScreen is a sentence as the screen says it: where it names a command, it names the key or the palette's entry instead.
func OnScreen(p Pair) Pair {
	if !strings.Contains(p.ZH, "yice ") && !strings.Contains(p.EN, "yice ") && !strings.Contains(p.EN, "--") && !strings.Contains(p.ZH, "--") {
		return p
	}
	for _, d := range doors() {
		p.ZH = strings.ReplaceAll(p.ZH, d.command.ZH, d.screen.ZH)
		p.EN = tidied(strings.ReplaceAll(p.EN, d.command.EN, d.screen.EN))
	}
	p.ZH = spaced(p.ZH)
	return p
}

// spaced sets a key off from the character before it: "用 Ctrl+P".
func spaced(s string) string {
	parts := strings.Split(s, "Ctrl+P")
	for i := range parts[:len(parts)-1] {
		if r, _ := utf8.DecodeLastRuneInString(parts[i]); unicode.Is(unicode.Han, r) {
			parts[i] += " "
		}
	}
	return strings.Join(parts, "Ctrl+P")
}

// tidied takes the blank away that an entry's name ends in before a stop.
func tidied(s string) string {
	for _, stop := range []string{".", ",", ";", ")", ":"} {
		s = strings.ReplaceAll(s, "' "+stop, "'"+stop)
	}
	return strings.ReplaceAll(strings.TrimRight(s, " "), "'  ", "' ")
}
