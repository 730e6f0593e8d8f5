package screen

import (
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// Letter is the small letter of a key that gave a capital or a letter of full width: with the capitals locked, or an input
// method on, the hand strikes the same key. It is "" for any other.
func Letter(k tea.KeyPressMsg) string {
	if k.Mod&^(tea.ModShift|tea.ModCapsLock|tea.ModNumLock|tea.ModScrollLock) != 0 {
		return ""
	}
	r, size := utf8.DecodeRuneInString(k.Text)
	if size != len(k.Text) {
		return ""
	}
	if r >= 'Ａ' && r <= 'ｚ' {
		r -= 'Ａ' - 'A'
	}
	switch {
	case r >= 'A' && r <= 'Z':
		return string(r - 'A' + 'a')
	case r >= 'a' && r <= 'z':
		return string(r)
	}
	return ""
}
