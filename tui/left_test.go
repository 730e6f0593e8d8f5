package tui

import (
	"path/filepath"
	"testing"

	"yice/entry"
	"yice/store"
	"yice/text"
	"yice/tui/beginning"
	"yice/tui/keying"
)

// leave ends a desk as the program does.
func (d *driver) leave() {
	d.t.Helper()
	if err := d.m.desk.finish(); err != nil {
		d.t.Fatal(err)
	}
	d.m.desk = nil
}

// The start screen says where somebody stopped, what is open, whose papers are missing and how the backups stand; one key goes
// on there.
func TestTheStartSaysWhereItWasStopped(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	o.Path = example(t, o)
	d := launch(t, o, 80, 24)
	d.form("patent").press("<right>", "<right>", "<right>", "<down>", "失效", "<enter>")
	id := d.m.Top().(*keying.TableScreen).Grid.Record(1).ID
	d.leave()

	path := o.Path
	o.Path = ""
	d = launch(t, o, 80, 24)
	d.reads("上次停在 01-15 14:32", "专利 › 202110253001.7 › 法律状态", "核实性", "制度 1 项没答", "没有附件：", "未签字：填表人、统计负责人、单位负责人", "没有设第二处").misses("之后又改过")
	d.press("c")
	g, ok := d.m.Top().(*keying.TableScreen)
	if !ok || g.Form.ID != "patent" || g.Grid.Current() == nil || g.Grid.Current().ID != id || g.Grid.Field().ID != "status" {
		t.Fatalf("went to %T:\n%s", d.m.Top(), d.screen())
	}
	d.leave()

	// Whoever writes it elsewhere makes the count one of before; where it was stopped is read off the file.
	w, err := store.Open(path, store.Options{Now: o.Now})
	if err != nil {
		t.Fatal(err)
	}
	s, err := entry.Open(w, "91150200MA0BT0013C", 2023, entry.Options{Who: "示例乙", Template: o.Template, Now: o.Now})
	if err != nil {
		t.Fatal(err)
	}
	award := s.Forms().ByID("award")
	if _, err := s.Put(award, s.Records(award)[0].ID, "name", "改过的奖项"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	launch(t, o, 80, 24).reads("上次停在 01-15 14:32", "奖项 › ", "示例乙", "01-15 14:32 离开时的数，之后又改过")
}

// Over an open desk it is what is wanting now.
func TestTheStartOverADeskSaysWhatIsWantingNow(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.press("<ctrl+o>").reads("核实性 3 项要说明", "未签字：填表人、统计负责人、单位负责人").misses("之后又改过", "（监…")
	d.press("<esc>").form("spend")
	d.m.Top().(*keying.TableScreen).Grid.Show("amount")
	d.press("约三千", "<enter>", "<f12>", "<ctrl+o>").reads("强制性 1 项要改")
}

// A start with nothing opened before says nothing of anything, and one of a file that is gone only that.
func TestTheStartIsCalm(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	beginning.Remember(o.ConfigDir, beginning.Workspace{Path: filepath.Join(t.TempDir(), "gone.yice"), Name: "没有了", Year: 2023})
	launch(t, o, 80, 24).misses("上次停在", "还没完", "缺佐证")
}

func TestTheStartIsDrawn(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		lang text.Lang
	}{{"80x24", 80, 24, text.ZH}, {"80x24-en", 80, 24, text.EN}, {"120x36", 120, 36, text.ZH}, {"120x36-en", 120, 36, text.EN}} {
		t.Run(size.name, func(t *testing.T) {
			o := testOptions(t)
			o.Lang = size.lang
			d := launch(t, o, size.w, size.h)
			path := "/home/u/示例水务.yice"
			was := &beginning.Left{
				At: clock, Head: "a", Year: 2023, Verify: 3, Unanswered: 1, Unsigned: []string{"填表人", "统计负责人", "单位负责人"},
				Bare: []beginning.Bare{{Title: text.Same("A"), Rows: 9}, {Title: text.Same("B"), Rows: 6}, {Title: text.Same("C"), Rows: 2}, {Title: text.Same("D"), Rows: 2}},
			}
			d.send(recentMsg{[]beginning.Workspace{{Path: path, Name: "示例水务（虚构）", Year: 2023, Left: was}, {Path: "/home/u/示例燃气.yice", Name: "示例燃气（虚构）", Year: 2023}}})
			d.settle()
			d.m.shelf.Stopped[path] = beginning.Stopped{At: store.Entry{At: clock, Who: "示例丙", Form: "project", Row: 1, Key: "P1", Field: "total_spend"}, Book: store.Book{ID: 1, Year: 2023}, OK: true, Head: "b"}
			state := store.BackupState{Last: &store.BackupInfo{At: clock}, Changes: 12}
			d.m.shelf.Kept[path] = beginning.Kept{Say: state.Words()}
			d.m.dirty = true
			d.golden("start-left-" + size.name)
		})
	}
}
