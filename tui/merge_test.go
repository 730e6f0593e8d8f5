package tui

import (
	"testing"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
)

func TestMergeShowsWhatDiffersFirst(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	theirs := example(t, o)
	w, err := store.Open(theirs, store.Options{Now: o.Now})
	if err != nil {
		t.Fatal(err)
	}
	s, err := entry.Open(w, "91150200MA0BT0013C", 2023, entry.Options{Who: "同事", Template: o.Template, Now: o.Now})
	if err != nil {
		t.Fatal(err)
	}
	f := form.ByID("patent")
	if _, err := s.Apply(text.Pair{}, []entry.Edit{{Form: f, Row: s.Records(f)[0].ID, Field: "title", Typed: "同事改的名称"}}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	d := at(t, 120, 36)
	d.command("merge").paste(example(t, o)).press("<enter>").sees(text.TuiMergeNothing.ZH).misses(text.TuiMergeOurs.ZH)
	before := d.stored("patent")[0]
	d.command("merge").paste(theirs).press("<enter>").sees("不一致 1 处", "同事改的名称").press("<esc>")
	if d.stored("patent")[0] != before {
		t.Fatal("something was written before a side was chosen")
	}
	d.command("merge").paste(theirs).press("<enter>", "采用对方", "<enter>").sees("已合并").has("patent", "title=同事改的名称")
	d.press("<ctrl+z>", "<enter>")
	if d.stored("patent")[0] != before {
		t.Error("one undo did not take the merge back")
	}
}
