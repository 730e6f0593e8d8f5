package tui

import (
	"testing"

	"yice/tui/keying"
)

func TestSearch(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36", 120, 36, nil}, {"120x36-en", 120, 36, []func(*Options){english}}} {
		t.Run(size.name, func(t *testing.T) {
			d := at(t, size.w, size.h, size.o...)
			d.press("<ctrl+f>", "水").golden("search-" + size.name)
		})
	}
}

// What is found is gone to, at the field that holds it.
func TestSearchGoesThere(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.press("<ctrl+g>", "202110253004", "<enter>")
	g, ok := d.m.Top().(*keying.TableScreen)
	if !ok || g.Form.ID != "patent" || g.Grid.Field().ID != "number" || g.Grid.Cursor().Row != 4 {
		t.Fatalf("went to %T", d.m.Top())
	}
	// Back in the search, the ledger has more than is listed: the table opens narrowed.
	d.press("<esc>", "<ctrl+a>", "记-", "<end>").sees("还有 152 条")
	d.press("<pgdown>", "<pgdown>", "<pgdown>", "<enter>")
	if g, ok = d.m.Top().(*keying.TableScreen); !ok || g.Form.ID != "spend" || g.Grid.Len() != 179 || g.Grid.Query().Find != "记-" {
		t.Fatalf("went to %T", d.m.Top())
	}
}

func TestSearchOfNothing(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.form("patent").press("<down>", "<ctrl+g>").sees("最近到过", "专利  202110253001.7")
	d.press("绝不会有的内容").sees("没有找到「绝不会有的内容」")
	d.press("<ctrl+u>").sees("最近到过").press("<enter>")
	if g, ok := d.m.Top().(*keying.TableScreen); !ok || g.Grid.Cursor().Row != 1 {
		t.Errorf("went to %T", d.m.Top())
	}
}
