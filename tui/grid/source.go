package grid

import (
	tea "charm.land/bubbletea/v2"

	"yice/form"
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
	listed map[int64]bool // drafts of before that the source has now
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
	gen, f, year := g.gen, g.Form, g.Year
	return func() tea.Msg {
		src, err := open()
		if err != nil {
			return SourceMsg{Form: f, gen: gen, err: err}
		}
		m := SourceMsg{Form: f, src: src, gen: gen, n: src.Len(), follow: follow, at: -1, field: field, listed: map[int64]bool{}}
		if follow > 0 {
			m.at = src.Index(follow)
		}
		for _, id := range made {
			m.listed[id] = src.Index(id) >= 0
		}
		no := max(m.at, 0) / pageRows
		rows, err := src.Rows(no*pageRows, pageRows)
		checks := make(map[*form.Record][]form.Finding, len(rows))
		for _, r := range rows {
			checks[r] = f.Check(r, year)
		}
		m.first = PageMsg{f, gen, no, rows, checks, err}
		m.err = err
		return m
	}
}

// Awaits reports whether a source is the one asked for last.
func (g *Grid) Awaits(m SourceMsg) bool { return m.Form == g.Form && m.gen == g.gen }

// Adopt takes an opened source. follow is the row to look for again where the cursor has moved on in the meantime.
func (g *Grid) Adopt(m SourceMsg) error {
	if !g.Awaits(m) {
		return nil
	}
	if m.err != nil {
		g.opening = false
		return m.err
	}
	opening := g.src == nil
	stay := g.Current()
	shown := map[int64]*form.Record{} // what was on the screen until now, drafts among it
	for _, r := range m.first.rows {
		shown[r.ID] = g.local(r.ID)
	}
	moved := stay != nil && stay.ID != m.follow && stay.ID != 0 && m.field == ""
	g.src, g.n, g.opening = m.src, m.n, false
	g.pages = newPages()
	for i, r := range m.first.rows {
		m.first.rows[i] = g.newest(r, shown[r.ID])
	}
	g.pages.put(m.first.no, m.first.rows, m.first.checks)
	g.dropListed(m.listed)
	g.sums, g.summing = map[string]Sum{}, map[string]bool{}
	g.gone = map[int64]bool{}
	g.forgetRecent()
	switch {
	case m.at >= 0 && (!moved || opening):
		g.cur.Row = m.at
	case moved:
		g.stayOn(stay)
	}
	if m.field != "" {
		g.Show(m.field)
	}
	g.cur.Row = min(g.cur.Row, max(g.Rows()-1, 0))
	if !g.wide {
		g.anchor = g.cur
	} else {
		g.anchor.Row = min(g.anchor.Row, max(g.Rows()-1, 0))
	}
	return nil
}

// dropListed lets go of the drafts that the source shows now.
func (g *Grid) dropListed(listed map[int64]bool) {
	keep := g.tail[:0:0]
	for _, d := range g.tail {
		if !listed[d.rec.ID] {
			keep = append(keep, d)
		}
	}
	g.tail = keep
	if g.mid != nil && listed[g.mid.rec.ID] {
		g.mid = nil
	}
}

// stayOn finds a row of before among what is at hand: a draft keeps its place at the end.
func (g *Grid) stayOn(r *form.Record) {
	for i := range g.tail {
		if g.tail[i].rec.ID == r.ID {
			g.cur.Row = g.n + i
			if g.mid != nil && g.cur.Row >= g.midAt {
				g.cur.Row++
			}
			return
		}
	}
	if g.mid != nil && g.mid.rec.ID == r.ID {
		g.cur.Row = g.midAt
	}
}

// Opened reports whether rows can be shown.
func (g *Grid) Opened() bool { return g.src != nil }

// Source is the source adopted last, nil before.
func (g *Grid) Source() Source { return g.src }
