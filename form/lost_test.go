package form_test

import (
	"testing"

	"yice/form"
)

// Whatever the kind of a field: a character that was lost cannot be kept, nor read past.
func TestALostCharacterIsRefused(t *testing.T) {
	for _, path := range []string{"spend.summary", "spend.amount", "spend.date", "spend.category", "enterprise.uscc"} {
		reads(t, field(t, path), form.Yuan, map[string]string{"12\uFFFD": "!第 3 个字已经丢失（显示为 �，U+FFFD）", "\uFFFD": "!第 1 个字"})
	}
}
