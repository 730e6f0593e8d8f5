package grid

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	_ "yice/internal/effort"

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
}

type pendingWrite struct {
	n     int
	edits []entry.Edit
}

func (w *world) write(edits []entry.Edit) {
	if len(edits) == 0 {
		return
	}
	w.n++
	w.g.Sent(w.n, edits)
	w.line = append(w.line, pendingWrite{w.n, edits})
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
	if err := w.g.Adopt(m); err != nil {
		w.t.Fatal(err)
	}
}

// However the keys, the writes and the reads fall together, what was keyed ends up in the file, in its row, and the
// screen shows what the file holds.
func TestKeyingIsNeverLostHoweverSlowTheFile(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		src := ledger(rapid.IntRange(0, 5).Draw(rt, "rows"))
		w := &world{t: rt, file: src, next: 100, born: map[int64]int64{}}
		w.g = opened(t, &rows{all: src.all}, 120, 36)
		keyed := map[string]bool{}
		serial := 0
		rt.Repeat(map[string]func(*rapid.T){
			"key": func(rt *rapid.T) {
				w.g.Move(rapid.IntRange(-2, 2).Draw(rt, "by"), 0, false)
				w.g.Show("summary")
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
				keyed[s] = true
				if got := w.g.Current(); got == nil || got.Str("summary") != s {
					rt.Fatalf("%s is not where it was keyed", s)
				}
			},
			"next": func(*rapid.T) { w.g.Next() },
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
			screen = append(screen, w.g.Record(i).Str("summary"))
		}
		if strings.Join(file, "|") != strings.Join(screen, "|") {
			rt.Fatalf("the file holds %q, the screen shows %q", file, screen)
		}
		for s := range keyed {
			if !slices.Contains(file, s) {
				rt.Fatalf("%s was keyed and is not in the file %q", s, file)
			}
		}
	})
}
