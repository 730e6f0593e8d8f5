package grid

import (
	"slices"
	"strings"

	"yice/entry"
	"yice/filing/intake"
	"yice/form"
	"yice/text"
)

// Paste is a block about to be pasted: what it would do, and what of it could not be read.
type Paste struct {
	Rows, Cells int
	Good        int         // rows without a problem
	New         int         // rows it would make
	Changed     int         // cells whose content changes
	Cleared     int         // of them those that would be emptied
	Skipped     int         // columns beyond the table
	Beyond      int         // rows past the most that one paste takes
	Header      bool        // the first row says what the columns are
	Unknown     []string    // columns of such a header that the form does not have
	Units       []text.Pair // of bare figures of money
	// Unread says that rows it would change have not been read: it cannot be pasted here.
	Unread   bool
	Problems []Problem
	// Asides are rows that are no lines, and are left out unless All is set; Account says that it is a ledger of accounts,
	// whose entries are pasted as lines.
	Asides      []Aside
	All         bool
	Account     bool
	Differences []intake.Difference // totals of the block that do not add up
	Changes     []CellChange        // what was there and what comes, the first of them

	aside map[int]bool // of rows: no lines
	rows  [][]string
	to    []target // a column of the block each
	at    Pos
	drop  map[int]bool // rows with problems, left out on request

	found []Problem // by understanding the block, before its cells are read
	taken bool      // for its records: what is left out of it cannot be pasted as it stands
}

// target is the field a column of a block goes to, with the unit of its bare figures; nil: to none.
type target struct {
	field *form.Field
	i     int
	unit  form.Unit
}

// CellChange is a cell that held something else before.
type CellChange struct {
	Row      int // of the table, from 1
	Field    text.Pair
	Old, New string
}

// changesMost changes of a paste are listed.
const changesMost = 200

// Problem is a cell of a block that is no value of its column.
type Problem struct {
	Row   int // of the block, from 1
	Field text.Pair
	Typed string
	Why   text.Pair
}

// Preview reads a block as if pasted at the cursor and says what would happen; nothing changes. A first row of headings is
// left out, and says which columns are meant and in what unit their figures are. A single cell fills all that are selected.
func (g *Grid) Preview(s string) *Paste {
	from, to := g.Selection()
	p := &Paste{at: from, drop: map[int]bool{}}
	p.rows, p.Beyond = split(s)
	if g.headed(p); !p.Header {
		if len(p.rows) == 1 && len(p.rows[0]) == 1 && g.wide {
			p.rows = repeated(p.rows[0][0], min(to.Row-from.Row+1, pasteMaxRows), to.Col-from.Col+1)
		}
		g.placed(p)
	}
	for _, t := range p.to {
		if t.field != nil && t.field.Kind == form.Money && !slices.Contains(p.Units, t.unit.Title) {
			p.Units = append(p.Units, t.unit.Title)
		}
	}
	g.sort(p, s)
	p.found = p.Problems
	g.Review(p)
	return p
}

// Whole reports that the rows left out may be pasted with the others, as they stand.
func (p *Paste) Whole() bool { return len(p.Asides) > 0 && !p.taken }

// Review counts anew what a paste would do, once All was set or taken back.
func (g *Grid) Review(p *Paste) {
	p.Rows, p.Cells, p.New, p.Changed, p.Cleared, p.Unread = 0, 0, 0, 0, 0, false
	p.Problems, p.Changes, p.drop = p.found, nil, map[int]bool{}
	row := p.at.Row
	for k, cells := range p.rows {
		if p.aside[k] && !p.All {
			continue
		}
		if row >= g.Len() {
			p.New++
		} else if g.Record(row) == nil {
			p.Unread = true
		}
		g.previewRow(p, k, row, cells)
		row++
	}
	p.Rows = row - p.at.Row
	p.Good = p.Rows - len(p.drop)
}

func repeated(cell string, rows, cols int) [][]string {
	row := make([]string, cols)
	for i := range row {
		row[i] = cell
	}
	out := make([][]string, rows)
	for i := range out {
		out[i] = row
	}
	return out
}

// placed sends the columns of a block to those of the table, from the cursor to the right.
func (g *Grid) placed(p *Paste) {
	wide := 0
	for _, cells := range p.rows {
		wide = max(wide, len(cells))
	}
	for c := range wide {
		if p.at.Col+c >= len(g.shown) {
			p.Skipped = wide - c
			break
		}
		column := g.columnAt(p.at.Col + c)
		p.to = append(p.to, target{column.Field, column.Index, column.Field.Unit})
	}
}

// headed takes a first row of headings: half of its cells or more name fields, and either several do or the one that does
// stands over the cursor, so that a text that happens to be a heading stays a text.
func (g *Grid) headed(p *Paste) {
	if len(p.rows) < 2 {
		return
	}
	taken := map[int]bool{}
	var to []target
	var unknown []string
	here := false
	for c, cell := range p.rows[0] {
		name := strings.TrimSpace(cell)
		i, unit, ok := g.Form.Heading(name)
		if !ok || taken[i] {
			to = append(to, target{})
			if name != "" {
				unknown = append(unknown, name)
			}
			continue
		}
		taken[i] = true
		f := &g.Form.Fields[i]
		if unit.Fen == 0 {
			unit = f.Unit // as this table shows them
		}
		here = here || c == 0 && i == g.columnAt(p.at.Col).Index
		to = append(to, target{f, i, unit})
	}
	if len(taken) < len(unknown) || len(taken) == 0 || len(taken) == 1 && !here {
		return
	}
	p.Header, p.Unknown, p.to = true, unknown, to
	p.rows = p.rows[1:]
}

func (g *Grid) previewRow(p *Paste, k, row int, cells []string) {
	r := g.Record(row)
	for c, typed := range cells {
		if c >= len(p.to) || p.to[c].field == nil {
			continue
		}
		t := p.to[c]
		p.Cells++
		v, err := g.reads(t, typed)
		if err != nil {
			why := text.Same(err.Error())
			if pe, ok := err.(*form.ParseError); ok {
				why = pe.Say
			}
			p.Problems = append(p.Problems, Problem{k + 1, t.field.Title, typed, why})
			p.drop[k] = true
		}
		if changes(r, t.i, v, err, typed) {
			p.Changed++
			if v.Empty() && err == nil {
				p.Cleared++
			}
			if r != nil && len(p.Changes) < changesMost {
				old := Editable(r, t.field, t.i, g.Lang)
				if old != "" {
					p.Changes = append(p.Changes, CellChange{row + 1, t.field.Title, old, strings.TrimSpace(typed)})
				}
			}
		}
	}
}

// reads reads a cell of a block as the session will.
func (g *Grid) reads(t target, typed string) (form.Value, error) {
	return t.field.Parse(t.field.Keyed(typed, g.Year), t.unit)
}

// changes reports whether a cell of a block would change a row; r is nil for a new one.
func changes(r *form.Record, i int, v form.Value, err error, typed string) bool {
	if r == nil {
		return typed != ""
	}
	return err != nil && r.Raw[i] != typed || err == nil && (r.Values[i] != v || r.Raw[i] != "")
}

// Paste gives the edits of a block as one step; goodOnly leaves out the rows with a problem, else what could not be read
// is kept as it was, to be mended in place.
func (g *Grid) Paste(p *Paste, goodOnly bool) []entry.Edit {
	if p.Unread {
		return nil
	}
	g.moveTo(p.at, false)
	var edits []entry.Edit
	row := p.at.Row
	for k, cells := range p.rows {
		if goodOnly && p.drop[k] || p.aside[k] && !p.All {
			continue
		}
		edits = append(edits, g.pasteRow(p, row, cells)...)
		row++
	}
	return edits
}

func (g *Grid) pasteRow(p *Paste, row int, cells []string) []entry.Edit {
	r := g.Record(row)
	var fields []int
	var typed []string
	var units []form.Unit
	for c, s := range cells {
		if c >= len(p.to) || p.to[c].field == nil {
			continue
		}
		t := p.to[c]
		if v, err := g.reads(t, s); changes(r, t.i, v, err, s) {
			fields, typed, units = append(fields, t.i), append(typed, s), append(units, t.unit)
		}
	}
	if len(fields) == 0 {
		return nil
	}
	return g.put(row, fields, typed, units...)
}
