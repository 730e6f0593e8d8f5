package store

import (
	"strings"
	"testing"
)

// TestDamagedSaysWhere: what quick_check says is told by its page, in one line, with the place people can name to a helper.
func TestDamagedSaysWhere(t *testing.T) {
	for said, want := range map[string]string{
		"*** in database main ***\nTree 31 page 260: btreeInitPage() returns error code 11": "文件第 260 页的内部结构有损坏（SQLite：btreeInitPage() returns error code 11）",
		"Tree 5 page 8 cell 3: invalid page number 99":                                      "文件第 8 页的内部结构有损坏（SQLite：invalid page number 99）",
		"Page 33: never used":        "文件第 33 页的内部结构有损坏（SQLite：never used）",
		"page":                       "文件的内部结构有损坏：page",
		"page ":                      "文件的内部结构有损坏：page",
		"row 3 missing from index x": "文件的内部结构有损坏：row 3 missing from index x",
	} {
		if got := damaged(said).ZH; !strings.HasPrefix(got, want) || strings.Contains(got, "\n") {
			t.Errorf("%q: %q, want %q", said, got, want)
		}
	}
}
