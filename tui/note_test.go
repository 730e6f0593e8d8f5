package tui

import (
	"strings"
	"testing"

	"yice/tui/keying"
)

// note opens the note of a field of the first row of a table.
func (d *driver) note(id, field string) *driver {
	d.t.Helper()
	d.form(id)
	d.m.Top().(*keying.TableScreen).Grid.Show(field)
	return d
}

// caretIs insists on the characters around the terminal's own cursor.
func (d *driver) caretIs(after, before string) *driver {
	d.t.Helper()
	e, cur := d.term()
	if cur == nil {
		d.t.Fatalf("no caret:\n%s", d.screen())
	}
	if a, b := around(e, cur.X-1, cur.Y), around(e, cur.X, cur.Y); a != after || b != before {
		d.t.Fatalf("the caret stands between %q and %q, want %q and %q:\n%s", a, b, after, before, d.screen())
	}
	return d
}

func TestNoteIsWrittenInRows(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36", 120, 36, nil}, {"120x36-en", 120, 36, []func(*Options){english}}} {
		t.Run(size.name, func(t *testing.T) {
			d := at(t, size.w, size.h, size.o...)
			d.note("award", "team").press("张三、李四“示例”①", "<ctrl+n>", "１２３ and a line long enough to be wrapped at the edge, 全角“引号”，", "以及👍e\u0301", "<ctrl+n>", "末")
			d.caretIs("末", " ").golden("note-" + size.name)
			d.press("<up>").caretIs("号", "”") // two cells in, as behind 末
		})
	}
}

func TestNoteTakesLineBreaksAndEnterGoesOn(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.note("award", "team").press("张三", "<ctrl+n>", "李四")
	if d.m.here() != keying.InNote {
		t.Fatalf("place %v", d.m.here())
	}
	d.press("<enter>").has("award", "team=张三\n李四")
	g := d.m.Top().(*keying.TableScreen).Grid
	if f := g.Field().ID; f != "team_reward" || g.Editing() {
		t.Fatalf("Enter did not go on: on %s", f)
	}
	// Closed, the note stands on one line.
	d.press("<left>").sees("张三␊李四")
	// Enter opens it as it is, Esc leaves it as it was, typing replaces it and undo in the field brings it back.
	d.press("<enter>", "五").sees("李四五").press("<esc>").has("award", "team=张三\n李四")
	d.press("换", "<ctrl+z>", "<ctrl+z>").sees("第 2/2 行").press("<enter>").has("award", "team=张三\n李四")
	d.press("<left>", "<enter>").paste("\r\n王五\r赵六").sees("第 4/4 行").press("<ctrl+home>", "<shift+down>", "<ctrl+x>")
	if len(d.sent) != 1 || d.sent[0] != "张三\n" {
		t.Fatalf("cut %q", d.sent)
	}
	d.press("<tab>").has("award", "team=李四\n王五\n赵六")
}

func TestNoteOnACard(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.form("enterprise").press("<end>").sees("备注")
	d.press("第一行，“引号”", "<ctrl+n>", "①②").caretIs("②", " ").sees("第 2/2 行")
	// The last field of a card is at the bottom: the box stands above it.
	e, cur := d.term()
	for y := cur.Y; y < e.Height(); y++ {
		if strings.Contains(termRow(e, y), "17 / 17") {
			d.golden("note-card-80x24")
			d.press("<enter>").has("enterprise", "remark=第一行，“引号”\n①②")
			return
		}
	}
	t.Fatalf("the box covers the foot of the card:\n%s", d.screen())
}

// What is being written stands in the file while it is written, its line breaks with it.
func TestNoteIsLeftAgainstACrash(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.note("award", "team").press("张三", "<ctrl+n>", "李四")
	desk := d.m.desk
	desk.mu.Lock()
	for len(desk.queue) > 0 || desk.busy {
		desk.ready.Wait()
	}
	desk.mu.Unlock()
	notes, err := desk.w.Notes(desk.s.Book(), "draft")
	if err != nil || len(notes) != 1 || !strings.Contains(notes[0].Text, `"张三\n李四"`) {
		t.Fatalf("%+v %v", notes, err)
	}
}

// Keyed again, blind, a note is written in rows too.
func TestNoteInDoubleEntry(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	s := d.double("award")
	for s.Field().ID != "team" {
		d.press("<tab>")
	}
	d.press("张三", "<ctrl+n>", "李四", "<up>").caretIs("三", " ").sees("第 1/2 行", "Ctrl+N 换行").press("<enter>")
	if s.Field().ID == "team" {
		t.Fatal("Enter did not go on")
	}
	d.press("<shift+tab>").sees("第 2/2 行", "张三", "李四")
}
