// Package grid is the table people key into: any number of rows read by page, columns from the dictionary, cells edited
// in place. It holds what is shown and where the cursor stands; what is to be written it hands back as edits, and what
// is to be read as commands, so that no key ever waits for the disk.
//
// It decides nothing about values: form parses and shows them. Start with New, then Grid.Draw, and the methods that
// answer keys (move.go, edit.go, rows.go, paste.go).
package grid

import (
	"slices"

	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/lineedit"
)

// Source is where rows come from: a view of the workspace. Its methods may read the disk and are called in commands only.
type Source interface {
	Len() int
	Rows(i, n int) ([]*form.Record, error)
	Index(row int64) int
	Sum(field string) (sum int64, count int64, err error)
}

// Pos is a cell: a row's place in the grid and a column's among those shown.
type Pos struct{ Row, Col int }

// Grid is one table. See the package comment.
type Grid struct {
	Form *form.Form
	Year int
	Lang text.Lang
	// NextID numbers a row that is not written yet: negative, never the same twice.
	NextID func() int64
	// Declared, where set, says which rows are recognised by the enterprise's word alone.
	Declared func(*form.Record) bool

	cols   []Column // every column of the form
	shown  []int    // places in cols of the columns shown, in order
	frozen int      // how many of shown stay when scrolling sideways

	src Source
	gen int // of the source asked for last
	// adopted is that of src: what was asked of an earlier one is dropped, also while the next is being opened.
	adopted int
	n       int // rows of the source
	pages   pages

	tail    []*draft // rows made below the last one
	mid     *draft   // a row being inserted, or nil
	midAt   int
	gone    map[int64]bool
	recent  map[int64]*form.Record // rows written while rows were being read
	opening bool                   // a source is being opened
	saving  map[cellID]int         // cells on their way to the file, by the number of the write
	keyed   map[int64]*form.Record // rows with such cells, as they were keyed
	failed  map[cellID]refused
	found   map[int64][]form.Finding // across forms, by row
	sums    map[string]Sum
	summing map[string]bool

	cur, anchor Pos
	wide        bool // the selection is more than the current cell
	top, left   int  // first row, first column after the frozen ones
	height      int  // rows drawn last

	query  store.Query
	seen   store.Query  // of the source adopted last
	missed *store.Query // a search without a hit that was dropped, until it is said

	ed     *lineedit.Editor
	edFrom string // what the cell held when the edit began
	// homeless is what was being keyed into a row that went away.
	homeless string
	keying   bool // Enter moves on rather than edits

	habits   *habits         // nil: nothing is learnt yet
	learning bool            // the lines that are there were asked for
	followed int             // fields made like the newest line of the kind
	fresh    map[int64]*made // rows made here

	cell  Rect   // of the current cell, as drawn last
	input Rect   // of the field being keyed, as drawn last
	spans []span // the columns drawn last
	laid  laidOut
}

// Rect is a place on the area last drawn into.
type Rect struct{ X, Y, W int }

type cellID struct {
	row   int64
	field int
}

// refused is a cell that could not be written: what was keyed, and why.
type refused struct {
	why   string
	value form.Value
	raw   string
}

// made is what is known of a row that was made here: the fields keyed by hand, and whether the cursor has left it since.
type made struct {
	hand map[int]bool
	left bool
}

// draft is a row that the file does not have yet, or that the view does not show yet.
type draft struct {
	rec     *form.Record // ID negative until written
	after   int64
	carried map[int]bool // fields taken over from the row above, written with the first one keyed
	sent    bool
}

// Sum is a column's total over the view.
type Sum struct{ Sum, Count int64 }

// New makes a grid of a form with every column shown.
func New(f *form.Form, year int, lang text.Lang) *Grid {
	g := &Grid{
		Form: f, Year: year, Lang: lang,
		gone: map[int64]bool{}, recent: map[int64]*form.Record{}, saving: map[cellID]int{}, keyed: map[int64]*form.Record{}, failed: map[cellID]refused{}, found: map[int64][]form.Finding{},
		sums: map[string]Sum{}, summing: map[string]bool{}, fresh: map[int64]*made{},
	}
	g.cols = columns(f, lang)
	for i := range g.cols {
		g.shown = append(g.shown, i)
	}
	g.frozen = min(2, max(len(g.shown)-1, 0))
	g.pages = newPages()
	return g
}

// Len is how many rows there are, the ones not written yet among them.
func (g *Grid) Len() int {
	n := g.n + len(g.tail)
	if g.mid != nil {
		n++
	}
	return n
}

// Rows is how many rows can be reached: one more than there are, the empty line at the end, where rows can be added.
func (g *Grid) Rows() int {
	if g.Form.Single() {
		return g.Len()
	}
	return g.Len() + 1
}

// draftAt gives the draft at a place, or nil; source gives the place in the source.
func (g *Grid) draftAt(i int) *draft {
	if g.mid != nil {
		if i == g.midAt {
			return g.mid
		}
		if i > g.midAt {
			i--
		}
	}
	if i -= g.n; i >= 0 && i < len(g.tail) {
		return g.tail[i]
	}
	return nil
}

func (g *Grid) source(i int) int {
	if g.mid != nil && i > g.midAt {
		return i - 1
	}
	return i
}

// fromSource is the other way round: the place of a row of the source.
func (g *Grid) fromSource(i int) int {
	if g.mid != nil && i >= g.midAt {
		return i + 1
	}
	return i
}

// Record gives the row at a place: nil for one not read yet, and for the empty line.
func (g *Grid) Record(i int) *form.Record {
	if d := g.draftAt(i); d != nil {
		return d.rec
	}
	if s := g.source(i); s < g.n {
		return g.pages.get(s)
	}
	return nil
}

// Current is the row under the cursor, nil on the empty line or while it is being read.
func (g *Grid) Current() *form.Record { return g.Record(g.cur.Row) }

// Cursor is where the cursor stands.
func (g *Grid) Cursor() Pos { return g.cur }

// Column is the column under the cursor.
func (g *Grid) Column() *Column { return g.columnAt(g.cur.Col) }

// Field is the field under the cursor.
func (g *Grid) Field() *form.Field { return g.Column().Field }

func (g *Grid) columnAt(c int) *Column { return &g.cols[g.shown[c]] }

// Editing reports whether a cell is being keyed; Editor is then its editor.
func (g *Grid) Editing() bool            { return g.ed != nil }
func (g *Grid) Editor() *lineedit.Editor { return g.ed }

// Keying reports whether Enter moves on: the row is being keyed field by field.
func (g *Grid) Keying() bool { return g.keying }

// OnBlank reports whether the cursor stands on the empty line at the end.
func (g *Grid) OnBlank() bool { return g.cur.Row >= g.Len() }

// Saving is how many cells are on their way to the file.
func (g *Grid) Saving() int { return len(g.saving) }

// Cell is where the current cell was drawn last, in the sheet's coordinates: popups stand beside it.
func (g *Grid) Cell() Rect { return g.cell }

// Input is where the field being keyed was drawn last.
func (g *Grid) Input() Rect { return g.input }

// SetFindings gives what the checks across forms say of rows of this form, by row.
func (g *Grid) SetFindings(by map[int64][]form.Finding) { g.found = by }

// FindingsOf gives what is wrong in a row: its own checks and those across forms.
func (g *Grid) FindingsOf(r *form.Record) []form.Finding {
	if r == nil {
		return nil
	}
	own := g.pages.checked(g, r)
	known := map[string]bool{}
	for _, f := range own {
		known[f.Check+"/"+f.Field] = true
	}
	out := append([]form.Finding(nil), own...)
	for _, f := range g.found[r.ID] {
		if !known[f.Check+"/"+f.Field] {
			out = append(out, f)
		} else {
			merge(out, f)
		}
	}
	return out
}

// Told gives what is shown of it. Of a row made here it is also what is unlike the lines before it; and nobody is told of what is empty
// in the row being keyed before it is left.
func (g *Grid) Told(r *form.Record) []form.Finding {
	all := g.FindingsOf(r)
	if r == nil || g.fresh[r.ID] == nil {
		return all
	}
	if row := g.placeOf(r); g.Form.Follows != nil && row >= 0 {
		for i := range g.Form.Fields {
			if say := g.Unlike(row, i); !say.Empty() {
				all = append(all, form.Finding{Check: "unlike", Severity: form.Verify, Form: g.Form.ID, Row: r.ID, Field: g.Form.Fields[i].ID, Message: say})
			}
		}
	}
	if g.fresh[r.ID].left || r != g.Current() {
		return all
	}
	return slices.DeleteFunc(all, func(f form.Finding) bool {
		i := g.Form.Index(f.Field)
		return f.Check == form.CheckRequired && i >= 0 && r.Values[i].Empty() && r.Raw[i] == ""
	})
}

// placeOf gives the place of a row near the cursor, -1 where it is not there.
func (g *Grid) placeOf(r *form.Record) int {
	for row := max(min(g.top, g.cur.Row), 0); row <= min(max(g.top+g.height, g.cur.Row), g.Len()-1); row++ {
		if g.Record(row) == r {
			return row
		}
	}
	return -1
}

// merge takes over the written reason, which only the checks of the whole know.
func merge(out []form.Finding, f form.Finding) {
	for i := range out {
		if out[i].Check == f.Check && out[i].Field == f.Field {
			out[i].Explained, out[i].Reason = f.Explained, f.Reason
		}
	}
}
