package filing

import (
	"path/filepath"
	"strings"
	"testing"
)

// An older state that comes late does not take the place of a newer one.
func TestTheNewestDraftStays(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "d.json")
	k := &keeper{asked: 2}
	for _, turn := range []int{2, 1} {
		if err := k.write(turn, path, keptDraft{Pack: "p", Values: map[string]string{"turn": string(rune('0' + turn))}}); err != nil {
			t.Fatal(err)
		}
	}
	if values, aside := loadKept(path, "p"); aside != "" || values["turn"] != "2" || !k.holds() {
		t.Error(values, aside)
	}
	if _, aside := loadKept(path, "another"); !strings.HasSuffix(aside, ".unread") {
		t.Error(aside)
	}
}
