package intake

import (
	"bytes"

	"yice/filing/intake/sheet"
	"yice/form"
	"yice/text"
)

// columnShape reads a table in which every column is a field.
type columnShape struct {
	*sorter
	readers []*fieldReader
	amounts map[int]*figure // by column
	date    int             // column of a ledger's date; -1
	year    int
	month   string
	// Of a form whose rows are known by a number that the table has no column for.
	names map[string]string
	taken map[string]string
}

func newColumnShape(s *sorter, o *ReadOptions, numbers *numbers) *columnShape {
	l := s.l
	g := &columnShape{sorter: s, amounts: make(map[int]*figure), date: -1, year: l.year}
	if l.recipe.Year != 0 {
		g.year = l.recipe.Year
	}
	for i, c := range l.columns {
		field := l.f.Field(c.Field)
		if field == nil {
			if groupedRole(l.captions[i]) != roleBalance {
				s.texts = append(s.texts, i)
			}
			continue
		}
		r := newFieldReader(l.f, c.Field, i, c.Unit)
		id := c.Field
		r.recipe, r.year, r.tell = l.recipe, g.year, func(from, to string) { g.acc.assumed(id, from, to) }
		if field.Kind == form.Ref && o.Names != nil {
			r.names = o.Names(field.Ref)
		}
		g.readers = append(g.readers, r)
		switch {
		case field.Kind == form.Money:
			f := &figure{col: i, unit: r.unit, name: l.captions[i].Text}
			s.figs, g.amounts[i] = append(s.figs, f), f
		default:
			s.texts = append(s.texts, i)
		}
		if l.f.Scope == form.Ledger {
			if c.Field == "date" || c.Field == "voucher" {
				s.ids = append(s.ids, i)
			}
			if c.Field == "date" {
				g.date = i
			}
		}
	}
	if l.f.Scope != form.Ledger {
		s.keys = keyColumns(l)
	}
	if l.recipe.Name == "nbs-107-1" && !keyed(l) {
		g.names, g.taken = numbers.names, numbers.taken
		if o.Names != nil {
			for name, code := range o.Names(l.f.ID) {
				if g.names[fold(name)] == "" {
					g.names[fold(name)], g.taken[code] = code, name
				}
			}
		}
	}
	return g
}

// keyColumns are the columns of each natural key that the table has whole; of a form whose rows have none, those of what
// every row must have.
func keyColumns(l *layout) [][]int {
	at := make(map[string]int)
	for i, c := range l.columns {
		if c.Field != "" {
			at[c.Field] = i
		}
	}
	columns := func(ids []string) []int {
		var key []int
		for i, id := range ids {
			col, has := at[id]
			switch {
			case has && (i == 0 || l.f.Field(id).Required):
				key = append(key, col)
			case i == 0:
				return nil
			}
		}
		return key
	}
	var keys [][]int
	for _, ids := range l.f.Keys {
		if key := columns(ids); key != nil {
			keys = append(keys, key)
		}
	}
	for _, id := range []string{"name", "title"} {
		if col, has := at[id]; has {
			keys = append(keys, []int{col})
		}
	}
	return keys
}

// keyed reports a table with a column for what its rows are known by.
func keyed(l *layout) bool {
	for _, c := range l.columns {
		if len(l.f.Keys) > 0 && c.Field == l.f.Keys[0][0] {
			return true
		}
	}
	return false
}

func (g *columnShape) title(cells [][]byte) {
	for _, c := range texts(cells) {
		if u, ok := unitIn(c); ok && g.l.recipe.Unit == "" {
			g.newUnit(u)
		}
		if y := yearIn(c); y != 0 && g.l.recipe.Year == 0 {
			g.year = y
			for _, r := range g.readers {
				r.year = y
			}
		}
	}
}

// newUnit takes a unit that a row between the lines states, for columns that say none themselves.
func (g *columnShape) newUnit(u form.Unit) {
	for _, r := range g.readers {
		f := g.amounts[r.at]
		if f == nil || g.l.columns[r.at].How == ByID {
			continue
		}
		if _, _, own := captionUnit(g.l.captions[r.at].Text); !own {
			r.unit, f.unit = u, u
		}
	}
}

func (g *columnShape) like(row sheet.Row) bool {
	filled := 0
	for _, r := range g.readers {
		if r.at >= len(row.Cells) || len(bytes.TrimSpace(row.Cells[r.at])) == 0 {
			continue
		}
		v, err := r.read(row.Cells[r.at])
		if err != nil {
			return false
		}
		if !v.Empty() {
			filled++
		}
	}
	return filled >= 3 && 2*filled >= len(g.readers)
}

func (g *columnShape) after(Kind) {}

// detail reads one line.
func (g *columnShape) detail(row sheet.Row) (Kind, text.Pair, *Refusal) {
	cells := row.Cells
	if g.l.f.Scope == form.Ledger && !g.l.literal {
		if kind, why := g.ledgerLine(row); kind != Detail {
			return kind, why, nil
		}
		if why, open := g.besideIt(row); open {
			return Doubtful, why, nil
		}
	}
	rec := form.NewRecord(g.l.f)
	for _, f := range g.figs {
		f.filled = false
	}
	for _, r := range g.readers {
		if r.at >= len(cells) {
			continue
		}
		v, err := r.read(cells[r.at])
		if err != nil {
			return Detail, text.Pair{}, r.refuse(cells[r.at], err)
		}
		rec.Values[r.pos] = v
		if f := g.amounts[r.at]; f != nil {
			f.value, f.filled = v.Int()
		}
	}
	if width := len(g.l.captions); len(cells) > width {
		for _, c := range cells[width:] {
			if len(bytes.TrimSpace(c)) > 0 && !g.l.loose {
				return Detail, text.Pair{}, &Refusal{Value: shorten(c), Reason: text.FilingExtraCell.With(width, len(cells))}
			}
		}
	}
	if g.date >= 0 {
		if d := rec.Str("date"); len(d) >= 7 && d[:7] != g.month {
			g.month = d[:7]
			g.newMonth()
		}
	}
	if refusal := g.count(row); refusal != nil {
		return Detail, text.Pair{}, refusal
	}
	if g.taken != nil {
		if code, ok := numbered(g.l.f, rec, g.names, g.taken); ok && code != "" {
			g.acc.assumed(g.l.f.Keys[0][0], rec.Str("name"), code)
		}
	}
	if refusal := missingKey(g.l.f, rec); refusal != nil {
		return Detail, text.Pair{}, refusal
	}
	if g.l.f.Scope == form.Ledger {
		return g.done(rec)
	}
	g.constants(rec)
	g.records = append(g.records[:0], rec)
	return Detail, text.Pair{}, nil
}

// ledgerLine tells a line of a ledger from what only looks like one.
func (g *columnShape) ledgerLine(row sheet.Row) (Kind, text.Pair) {
	if g.identified(row.Cells) {
		return Detail, text.Pair{}
	}
	g.readFigures(row.Cells)
	for _, f := range g.figs {
		if !f.filled && noted(row, f.col, sheet.Covered) {
			return Blank, text.IntakeWhyMerged
		}
	}
	dated := g.date < len(row.Cells) && len(bytes.TrimSpace(row.Cells[g.date])) > 0
	switch {
	case dated:
		if g.figured() && g.adds() && g.lonely(row.Cells) && g.bareSum(row.Cells) {
			if g.oneLine() {
				return Doubtful, text.IntakeWhyBadTotal
			}
			g.state(row.Number, "")
			return Total, text.IntakeWhySum
		}
		return Detail, text.Pair{}
	case g.vouchered(row.Cells):
		return Detail, text.Pair{} // a line whose date is missing: a finding, as when it is keyed
	case g.l.ids:
		return Detail, text.Pair{} // as the program writes tables: a line whose date was never keyed
	case g.figured():
		return Doubtful, text.IntakeWhyNoDate
	}
	return Doubtful, text.IntakeWhyText
}

// lonely reports a row that has a date and amounts and nothing else.
func (g *columnShape) lonely(cells [][]byte) bool {
	for _, at := range g.texts {
		if at != g.date && at < len(cells) && len(bytes.TrimSpace(cells[at])) > 0 {
			return false
		}
	}
	return true
}
