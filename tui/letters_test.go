package tui

import "testing"

// A letter is a key with the capitals locked and in full width too; in a field it stays what was typed.
func TestALetterIsAKeyInEitherCaseAndWidth(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"b", "B", "ｂ", "Ｂ"} {
		d := at(t, 80, 24)
		d.press("<ctrl+o>").sees("还没有完好的备份").press(key).sees("备份与恢复")
	}
	for _, key := range []string{"y", "Y", "ｙ", "Ｙ"} {
		d := at(t, 80, 24)
		if d.press("<ctrl+q>").sees("退出").press(key); !d.quit {
			t.Errorf("%s is no yes:\n%s", key, d.screen())
		}
	}
	d := at(t, 120, 36)
	d.form("patent").press("<ctrl+end>", "<down>", "<home>", "<right>", "N项Ｂ", "<enter>", "<f12>").has("patent", "title=N项Ｂ")
}
