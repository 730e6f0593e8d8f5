package grid

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"yice/form"
)

// pageRows rows are read at once. fewPages of them are kept, and of a selection as many as maxPages, which is what may be worked on
// at once; the ones used longest ago go first.
const (
	pageRows = 64
	fewPages = 8
	maxPages = 32
)

type page struct {
	rows []*form.Record
	used int
}

// pages is what has been read of the source.
type pages struct {
	at     map[int]*page
	asked  map[int]bool
	clock  int
	checks map[*form.Record][]form.Finding
}

func newPages() pages {
	return pages{at: map[int]*page{}, asked: map[int]bool{}, checks: map[*form.Record][]form.Finding{}}
}

func (p *pages) get(i int) *form.Record {
	pg := p.at[i/pageRows]
	if pg == nil {
		return nil
	}
	p.clock++
	pg.used = p.clock
	if k := i % pageRows; k < len(pg.rows) {
		return pg.rows[k]
	}
	return nil
}

// put keeps a page, and at most so many.
func (p *pages) put(no int, rows []*form.Record, checks map[*form.Record][]form.Finding, most int) {
	p.clock++
	p.at[no] = &page{rows, p.clock}
	delete(p.asked, no)
	for r, f := range checks {
		p.checks[r] = f
	}
	for len(p.at) > most {
		oldest := -1
		for k, pg := range p.at {
			if oldest < 0 || pg.used < p.at[oldest].used {
				oldest = k
			}
		}
		for _, r := range p.at[oldest].rows {
			delete(p.checks, r)
		}
		delete(p.at, oldest)
	}
}

// replace puts a row's new state wherever it is kept.
func (p *pages) replace(r *form.Record) (old *form.Record) {
	for _, pg := range p.at {
		for i, o := range pg.rows {
			if o.ID == r.ID {
				pg.rows[i] = r
				delete(p.checks, o)
				return o
			}
		}
	}
	return nil
}

// find gives a row that has been read, by its id.
func (p *pages) find(id int64) *form.Record {
	for _, pg := range p.at {
		for _, o := range pg.rows {
			if o.ID == id {
				return o
			}
		}
	}
	return nil
}

// checked gives a row's own findings, checking once a state.
func (p *pages) checked(g *Grid, r *form.Record) []form.Finding {
	if f, ok := p.checks[r]; ok {
		return f
	}
	f := g.Form.Check(r, g.Year)
	p.checks[r] = f
	return f
}

// keeps is how many pages are kept: those in sight are never among what goes.
func (g *Grid) keeps() int {
	most := fewPages
	if g.wide {
		most = maxPages
	}
	return max(most, g.height/pageRows+fewPages)
}

// PageMsg is a page that was read. Give it to Grid.Page.
type PageMsg struct {
	Form   *form.Form
	gen    int
	no     int
	rows   []*form.Record
	checks map[*form.Record][]form.Finding
	err    error
}

// of gives the place in the source of a row that the page has, -1 where it has not.
func (m PageMsg) of(row int64) int {
	i := slices.IndexFunc(m.rows, func(r *form.Record) bool { return r.ID == row })
	if i < 0 {
		return -1
	}
	return m.no*pageRows + i
}

// Load gives the command that reads what is to be shown and has not been read, nil where nothing is missing.
func (g *Grid) Load() tea.Cmd {
	if g.src == nil {
		return nil
	}
	var cmds []tea.Cmd
	first, last := g.source(max(g.top-pageRows/4, 0)), g.source(g.top+g.height+pageRows/4)
	for no := first / pageRows; no <= last/pageRows && no*pageRows < g.n; no++ {
		if g.pages.at[no] == nil && !g.pages.asked[no] {
			g.pages.asked[no] = true
			cmds = append(cmds, g.read(no))
		}
	}
	return tea.Batch(cmds...)
}

func (g *Grid) read(no int) tea.Cmd {
	src, gen, f, year := g.src, g.adopted, g.Form, g.Year
	return func() tea.Msg {
		rows, err := src.Rows(no*pageRows, pageRows)
		checks := make(map[*form.Record][]form.Finding, len(rows))
		for _, r := range rows {
			checks[r] = f.Check(r, year)
		}
		return PageMsg{f, gen, no, rows, checks, err}
	}
}

// Page takes a page that was read; one of an earlier source is dropped. The error is that of reading.
func (g *Grid) Page(m PageMsg) error {
	if m.Form != g.Form || m.gen != g.adopted {
		return nil
	}
	delete(g.pages.asked, m.no)
	if m.err != nil {
		return m.err
	}
	for i, r := range m.rows {
		m.rows[i] = g.newest(r, g.local(r.ID))
	}
	g.pages.put(m.no, m.rows, m.checks, g.keeps())
	g.forgetRecent()
	return nil
}

// newest gives a row that was just read as it stands: with what was written while it was being read, and the cells that
// are still on their way laid over it.
func (g *Grid) newest(r, local *form.Record) *form.Record {
	if w := g.recent[r.ID]; w != nil {
		r = w
	}
	for c, f := range g.failed {
		if c.row == r.ID {
			r = r.Clone()
			r.Values[c.field] = f.value
			delete(r.Raw, c.field)
			if f.raw != "" {
				if r.Raw == nil {
					r.Raw = map[int]string{}
				}
				r.Raw[c.field] = f.raw
			}
		}
	}
	if local == nil { // it was out of sight meanwhile
		local = g.keyed[r.ID]
	}
	if local == nil {
		return r
	}
	for c := range g.saving {
		if c.row == r.ID {
			r = r.Clone()
			carry(r, local, c.field)
		}
	}
	return r
}

// forgetRecent lets go of what was kept for reads under way.
func (g *Grid) forgetRecent() {
	if len(g.pages.asked) == 0 && !g.opening {
		g.recent = map[int64]*form.Record{}
	}
}

func carry(to, from *form.Record, field int) {
	to.Values[field] = from.Values[field]
	delete(to.Raw, field)
	if raw, ok := from.Raw[field]; ok {
		if to.Raw == nil {
			to.Raw = map[int]string{}
		}
		to.Raw[field] = raw
	}
}
