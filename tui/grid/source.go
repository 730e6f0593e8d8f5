package grid

import (
	"reflect"
	"slices"

	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/store"
)

// SourceMsg is a source that was opened, with what is shown of it first. Give it to Grid.Adopt.
type SourceMsg struct {
	Form   *form.Form
	src    Source
	gen    int
	n      int
	follow int64 // the row the cursor is to stay on
	at     int   // its place, -1: not there
	field  string
	listed map[int64]bool // the drafts that were written before: whether the source has them
	plain  bool           // the source is of all rows
	query  store.Query    // how it is narrowed and sorted
	first  PageMsg
	err    error
}

// Reopen gives the command that opens a source anew (after rows came or went, or for another order) and keeps the cursor
// on its row. follow names another row to go to, 0 the current one; field the column, "" the current one.
func (g *Grid) Reopen(open func() (Source, error), follow int64, field string) tea.Cmd {
	if follow == 0 {
		if r := g.Current(); r != nil && r.ID > 0 {
			follow = r.ID
		}
	}
	var made []int64
	for _, d := range append(g.tail[:len(g.tail):len(g.tail)], g.mid) {
		if d != nil && d.rec.ID > 0 {
			made = append(made, d.rec.ID)
		}
	}
	g.gen++
	g.opening = true
	gen, f, year, plain, query := g.gen, g.Form, g.Year, g.Plain(), g.query
	return func() tea.Msg {
		src, err := open()
		if err != nil {
			return SourceMsg{Form: f, gen: gen, err: err}
		}
		m := SourceMsg{Form: f, src: src, gen: gen, n: src.Len(), follow: follow, at: -1, field: field, listed: map[int64]bool{}, plain: plain, query: query}
		if follow != 0 {
			m.at = src.Index(follow)
		}
		for _, id := range made {
			m.listed[id] = src.Index(id) >= 0
		}
		m.read(f, year)
		return m
	}
}

// Awaits reports whether a source is the one asked for last.
func (g *Grid) Awaits(m SourceMsg) bool { return m.Form == g.Form && m.gen == g.gen }

// Adopt takes an opened source. The cursor stays on the row it is on, or on the empty line: what is keyed next must never go into
// another row because lines came in meanwhile. Where the cursor has moved on to a row whose new place is not known, the command looks
// for it in the same source, and all stays as it was until it answers. A search that finds no row is dropped (see Missed); one that does
// not find the row of the cursor goes to the first it finds, never to the empty line.
func (g *Grid) Adopt(m SourceMsg) (tea.Cmd, error) {
	if !g.Awaits(m) {
		return nil, nil
	}
	if m.err != nil {
		g.opening = false
		return nil, m.err
	}
	opening, blank, stay := g.src == nil, g.src != nil && g.OnBlank(), g.Current()
	narrowed := !opening && !narrowsAlike(g.seen, m.query)
	if narrowed && m.n == 0 && !m.plain && g.Len() > 0 {
		g.missed, g.query, g.opening = &m.query, g.seen, false
		return nil, nil
	}
	if !opening && m.unplaced(g, stay) {
		return m.look(g, stay.ID), nil
	}
	at, far := g.cur.Row, g.Record(g.anchor.Row)
	shown := map[int64]*form.Record{} // what was on the screen until now, drafts among it
	for _, r := range m.first.rows {
		shown[r.ID] = g.local(r.ID)
	}
	grown, before := g.n != m.n, g.Len()
	g.src, g.n, g.adopted, g.opening, g.seen = m.src, m.n, m.gen, false, m.query
	g.pages = newPages()
	for i, r := range m.first.rows {
		m.first.rows[i] = g.newest(r, shown[r.ID])
	}
	g.pages.put(m.first.no, m.first.rows, m.first.checks, g.keeps())
	g.dropListed(m.listed, m.plain)
	if g.mid != nil {
		if i := m.first.of(g.mid.after); i >= 0 {
			g.midAt = i + 1
		}
		g.midAt = min(g.midAt, g.n)
	}
	g.sums, g.summing = map[string]Sum{}, map[string]bool{}
	g.gone = map[int64]bool{}
	g.forgetRecent()
	switch {
	case blank && narrowed && (!m.plain || before == 0):
		g.cur.Row = 0 // it was the only line there was, or what is looked for is elsewhere
	case blank:
		g.cur.Row = g.Len()
	case stay != nil && g.stayOn(stay):
	case (opening || stay != nil && stay.ID == m.follow) && m.at >= 0:
		g.cur.Row = g.fromSource(m.at)
	case stay != nil:
		if i := m.first.of(stay.ID); i >= 0 {
			g.cur.Row = g.fromSource(i)
		} else if g.ed != nil && stay.ID > 0 {
			g.homeless, g.ed = g.ed.Text(), nil // the row is gone: what stands in its place is not what was being keyed into
		} else if g.cur.Row = min(g.cur.Row, max(g.Len()-1, 0)); narrowed {
			g.cur.Row = 0
		}
	}
	if m.field != "" {
		g.Show(m.field)
	}
	g.cur.Row = min(g.cur.Row, max(g.Rows()-1, 0))
	if !g.wide || g.cur.Row != at || !same(far, g.Record(g.anchor.Row), grown) {
		g.wide, g.anchor = false, g.cur // a selection of other rows than were selected would be copied, or deleted
	}
	return nil, nil
}

// Missed gives, once, the search that found no row, where one did: the table shows what it showed before, and is to be opened anew, for
// rows may have come meanwhile. Nil where none did.
func (g *Grid) Missed() *store.Query {
	q := g.missed
	g.missed = nil
	return q
}

// NoneFound reports that the table is narrowed to rows that there are none of. Its empty line is no place to key: what would be keyed
// there would not be what is looked for.
func (g *Grid) NoneFound() bool { return g.src != nil && !g.Plain() && g.Len() == 0 }

// narrowsAlike reports that two queries are of the same rows, in whatever order.
func narrowsAlike(a, b store.Query) bool {
	a.Sort, b.Sort = nil, nil
	return reflect.DeepEqual(a, b)
}

// same reports that two records read at one place are of one row; what has not been read is, where no rows came or went.
func same(before, after *form.Record, grown bool) bool {
	if before == nil || after == nil {
		return !grown
	}
	return before.ID == after.ID
}

// unplaced reports that the place of a row in the source is not known: it is not the one that was looked for.
func (m SourceMsg) unplaced(g *Grid, r *form.Record) bool {
	return r != nil && r.ID > 0 && r.ID != m.follow && (g.draftAt(g.cur.Row) == nil || m.listed[r.ID]) && m.first.of(r.ID) < 0
}

// look gives the command that finds another row in the source.
func (m SourceMsg) look(g *Grid, row int64) tea.Cmd {
	f, year := g.Form, g.Year
	return func() tea.Msg {
		m.follow, m.at = row, m.src.Index(row)
		m.read(f, year)
		return m
	}
}

// read reads the page of the row that is followed.
func (m *SourceMsg) read(f *form.Form, year int) {
	no := max(m.at, 0) / pageRows
	rows, err := m.src.Rows(no*pageRows, pageRows)
	checks := make(map[*form.Record][]form.Finding, len(rows))
	for _, r := range rows {
		checks[r] = f.Check(r, year)
	}
	m.first, m.err = PageMsg{f, m.gen, no, rows, checks, err}, err
}

// Homeless gives, once, what was being keyed into a row that is there no longer; "" where nothing was.
func (g *Grid) Homeless() string {
	typed := g.homeless
	g.homeless = ""
	return typed
}

// dropListed lets go of the drafts that the source shows now, and of those that were written and that a source of all rows does not
// have: they were taken out again.
func (g *Grid) dropListed(listed map[int64]bool, all bool) {
	over := func(d *draft) bool {
		there, asked := listed[d.rec.ID]
		return there || asked && all
	}
	g.tail = slices.DeleteFunc(slices.Clone(g.tail), over)
	if g.mid != nil && over(g.mid) {
		g.mid = nil
	}
}

// stayOn goes to a row of before among the drafts, which keep their places at the end; false where it is none.
func (g *Grid) stayOn(r *form.Record) bool {
	for i := range g.tail {
		if g.tail[i].rec.ID == r.ID {
			g.cur.Row = g.n + i
			if g.mid != nil && g.cur.Row >= g.midAt {
				g.cur.Row++
			}
			return true
		}
	}
	if g.mid != nil && g.mid.rec.ID == r.ID {
		g.cur.Row = g.midAt
		return true
	}
	return false
}

// Opened reports whether rows can be shown.
func (g *Grid) Opened() bool { return g.src != nil }

// Source is the source adopted last, nil before.
func (g *Grid) Source() Source { return g.src }
