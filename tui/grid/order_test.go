package grid

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"yice/entry"
	"yice/form"
)

// world is a file and its writer, as slow as they like: writes wait in a line and are done one at a time, and what is read
// may be older than what is shown.
type world struct {
	t     *rapid.T
	g     *Grid
	file  *rows
	next  int64
	n     int
	line  []pendingWrite
	born  map[int64]int64
	opens []SourceMsg
	// removed are the rows that an import took out.
	removed map[int64]bool
}

type pendingWrite struct {
	n     int
	edits []entry.Edit
	do    func() // instead, an import
}

func (w *world) write(edits []entry.Edit) {
	if len(edits) == 0 {
		return
	}
	w.n++
	w.g.Sent(w.n, edits)
	w.line = append(w.line, pendingWrite{n: w.n, edits: edits})
}

// settle does the first write of the line.
func (w *world) settle() {
	if len(w.line) == 0 {
		return
	}
	p := w.line[0]
	w.line = w.line[1:]
	made := map[int64]int64{}
	var out entry.Outcome
	out.Seq = int64(p.n)
	if p.do != nil {
		p.do()
	}
	touched := map[int64]bool{}
	for _, e := range p.edits {
		id := e.Row
		if real, ok := w.born[id]; ok {
			id = real
		}
		if id < 0 {
			id = w.make(e)
			w.born[e.Row], made[e.Row] = id, id
		}
		i := w.file.Index(id)
		switch {
		case i < 0:
			continue
		case e.Remove:
			w.file.all = slices.Delete(slices.Clone(w.file.all), i, i+1)
		default:
			r := w.file.all[i].Clone()
			Lay(r, r.Form.Index(e.Field), e.Typed, e.Unit)
			w.file.all = slices.Clone(w.file.all)
			w.file.all[i] = r
			touched[id] = true
		}
	}
	for id := range touched {
		if i := w.file.Index(id); i >= 0 {
			out.Records = append(out.Records, w.file.all[i])
		}
	}
	if w.g.Written(p.n, p.edits, made, out) {
		w.reopen()
	}
}

func (w *world) make(e entry.Edit) int64 {
	w.next++
	r := form.NewRecord(w.g.Form)
	r.ID = w.next
	at := len(w.file.all)
	after := e.After
	if real, ok := w.born[after]; ok {
		after = real
	}
	if i := w.file.Index(after); after != 0 && i >= 0 {
		at = i + 1
	}
	w.file.all = slices.Insert(slices.Clone(w.file.all), at, r)
	return r.ID
}

// reopen reads the file now and shows it some time later.
func (w *world) reopen() {
	file := &rows{all: w.file.all}
	msg := w.g.Reopen(func() (Source, error) { return file, nil }, 0, "")()
	w.opens = append(w.opens, msg.(SourceMsg))
}

func (w *world) show() {
	if len(w.opens) == 0 {
		return
	}
	m := w.opens[0]
	w.opens = w.opens[1:]
	stood, on := w.stands(), w.g.Cursor()
	look, err := w.g.Adopt(m)
	if err != nil {
		w.t.Fatal(err)
	}
	if look != nil {
		w.opens = append([]SourceMsg{look().(SourceMsg)}, w.opens...)
	}
	if now := w.stands(); stood != 0 && now != stood && !w.removed[stood] {
		w.t.Fatalf("the cursor stood on row %d (place %d of the table) and stands on %d (place %d) now that the file was read again", stood, on.Row, now, w.g.Cursor().Row)
	}
}

// load reads at once what is to be shown.
func (w *world) load() {
	w.g.Fit(120, 36)
	w.reads(w.g.Load())
}

func (w *world) reads(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch m := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range m {
			w.reads(c)
		}
	case PageMsg:
		if err := w.g.Page(m); err != nil {
			w.t.Fatal(err)
		}
	}
}

// stands gives the row that keying would go into: onBlank for the empty line, 0 where it is not read yet.
func (w *world) stands() int64 {
	switch r := w.g.Current(); {
	case w.g.OnBlank():
		return onBlank
	case r != nil:
		return r.ID
	}
	return 0
}

const onBlank = -1 << 40

// come puts lines into the file as an import does, in its turn and behind the back of the table.
func (w *world) come(at, n int) {
	w.behind(func() {
		for range n {
			w.next++
			r := form.NewRecord(w.g.Form)
			r.ID = w.next
			r.Set("summary", form.S(fmt.Sprintf("导入%d", r.ID)))
			w.file.all = slices.Insert(slices.Clone(w.file.all), min(at, len(w.file.all)), r)
		}
	})
}

// goes takes a line out of the file, as an import does that replaces it.
func (w *world) goes(at int) {
	w.behind(func() {
		if at < len(w.file.all) {
			w.removed[w.file.all[at].ID] = true
			w.file.all = slices.Delete(slices.Clone(w.file.all), at, at+1)
		}
	})
}

// behind has something done to the file in its turn.
func (w *world) behind(do func()) {
	w.n++
	w.line = append(w.line, pendingWrite{n: w.n, do: do})
}

// However the keys, the writes and the reads fall together, what was keyed ends up in the file, in its row, and the
// screen shows what the file holds.
func TestKeyingIsNeverLostHoweverSlowTheFile(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		src := ledger(rapid.IntRange(0, 5).Draw(rt, "rows"))
		w := &world{t: rt, file: src, next: 100, born: map[int64]int64{}, removed: map[int64]bool{}}
		w.g = opened(t, &rows{all: src.all}, 120, 36)
		keyed := map[string]int64{} // by what was keyed, the row it went into
		serial := 0
		rt.Repeat(map[string]func(*rapid.T){
			"key": func(rt *rapid.T) {
				w.g.Move(rapid.IntRange(-2, 2).Draw(rt, "by"), 0, false)
				w.g.Show("summary")
				w.load()
				if !w.g.Edit(true) {
					return
				}
				if r := w.g.Current(); r != nil {
					delete(keyed, r.Str("summary"))
				}
				serial++
				s := fmt.Sprintf("摘要%d", serial)
				w.g.Editor().Insert(s)
				w.write(w.g.Leave())
				got := w.g.Current()
				if got == nil || got.Str("summary") != s {
					rt.Fatalf("%s is not where it was keyed", s)
				}
				keyed[s] = got.ID
			},
			"next": func(*rapid.T) { w.g.Next() },
			"move": func(rt *rapid.T) {
				w.g.Move(rapid.IntRange(-200, 200).Draw(rt, "by"), 0, false)
				w.load()
			},
			"import": func(rt *rapid.T) {
				w.come(rapid.IntRange(0, 9).Draw(rt, "at"), rapid.SampledFrom([]int{1, 3, 150}).Draw(rt, "lines"))
			},
			"append": func(rt *rapid.T) {
				w.come(1<<30, rapid.SampledFrom([]int{1, 3, 150}).Draw(rt, "lines"))
			},
			"replaced": func(rt *rapid.T) {
				w.goes(rapid.IntRange(0, 9).Draw(rt, "at"))
			},
			"insert": func(rt *rapid.T) {
				w.g.Insert()
				w.g.Show("summary")
			},
			"esc":    func(*rapid.T) { w.g.Abandon(true) },
			"settle": func(*rapid.T) { w.settle() },
			"show":   func(*rapid.T) { w.show() },
			"": func(rt *rapid.T) {
				c := w.g.Cursor()
				if c.Row < 0 || c.Row > w.g.Len() {
					rt.Fatalf("the cursor is on row %d of %d", c.Row, w.g.Len())
				}
				drawn(w.g, 120, 36)
			},
		})
		for len(w.line) > 0 || len(w.opens) > 0 {
			w.settle()
			w.show()
		}
		w.g.Abandon(true)
		w.reopen()
		w.show()
		var file, screen []string
		for _, r := range w.file.all {
			file = append(file, r.Str("summary"))
		}
		for i := range w.g.Len() {
			w.g.Move(i-w.g.Cursor().Row, 0, false)
			w.load()
			screen = append(screen, w.g.Record(i).Str("summary"))
		}
		if strings.Join(file, "|") != strings.Join(screen, "|") {
			rt.Fatalf("the file holds %q, the screen shows %q", file, screen)
		}
		for s, row := range keyed {
			if real, ok := w.born[row]; ok {
				row = real
			}
			if !w.removed[row] && !slices.Contains(file, s) {
				rt.Fatalf("%s was keyed and is not in the file %q", s, file)
			}
		}
	})
}

// What is being keyed into a row that an import takes out goes into no other row, and is given back.
func TestARowTakenOutWhileItIsKeyedGivesItsTextBack(t *testing.T) {
	src := ledger(5)
	g := opened(t, src, 120, 36)
	g.Move(2, 0, false)
	g.Show("summary")
	if !g.Edit(true) {
		t.Fatal("the cell does not open")
	}
	g.Editor().Insert("滤芯")
	file := &rows{all: slices.Delete(slices.Clone(src.all), 2, 3)}
	if _, err := g.Adopt(g.Reopen(func() (Source, error) { return file, nil }, 0, "")().(SourceMsg)); err != nil {
		t.Fatal(err)
	}
	if g.Editing() || len(g.Leave()) > 0 {
		t.Error("the text is still being keyed, into another row")
	}
	if got := g.Homeless(); got != "滤芯" || g.Homeless() != "" {
		t.Errorf("given back %q", got)
	}
}
