package text_test

import (
	"testing"

	"yice/text"
)

func TestSaid(t *testing.T) {
	paste, edit := text.Pair{"粘贴 %[1]d 行到 %[2]s", "Paste %[1]d rows into %[2]s"}, text.Pair{"修改 %[1]s%[2]s %[3]s：%[4]s → %[5]s", ""}
	for _, x := range []struct {
		by   text.Pair
		said string
		want bool
	}{
		{paste, paste.With(12, "研发投入台账").ZH, true},
		{paste, edit.With("专利", " A", "状态", "粘贴 1 行到", "x").ZH, false},
		{edit, edit.With("专利", " A", "状态", "粘贴 1 行到", "x").ZH, true},
		{edit, "修改 专利", false},
		{edit, "不是修改 a b：c → d", false},
		{text.Pair{ZH: "%s 之后"}, "一会儿 之后", true},
		{text.Pair{ZH: "%s 之后"}, "一会儿 之后再说", false},
		{text.Pair{ZH: "%s，之后，%s，之后"}, "a，之后，b，之后", true},
	} {
		if got := x.by.Said(text.Same(x.said)); got != x.want {
			t.Errorf("%q by %q: %v", x.said, x.by.ZH, got)
		}
	}
}

// A sentence that begins a line has a capital letter, the name of a file none that it has not.
func TestBegin(t *testing.T) {
	for s, want := range map[string]string{
		"the pack is a draft.": "The pack is a draft.", "saved": "Saved", "done.": "Done.", "word.zip: it is not issued": "word.zip: it is not issued",
		"dir/a: not read": "dir/a: not read", "rd_budget is empty": "rd_budget is empty", "": "", "元": "元", "Yice": "Yice",
	} {
		if got := text.EN.Begin(s); got != want {
			t.Errorf("%q begins as %q, want %q", s, got, want)
		}
		if got := text.ZH.Begin(s); got != s {
			t.Errorf("in Chinese %q begins as %q", s, got)
		}
	}
}
