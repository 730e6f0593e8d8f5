package entry

import (
	"maps"
	"slices"
	"sync"

	"yice/form"
	"yice/returns"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

const (
	enterpriseID = "enterprise"
	annualID     = "annual"
	checklistID  = "checklist"
)

// state is everything a session knows at one moment. It is published whole and never changed.
type state struct {
	book     store.Book
	locked   bool
	pack     *scoring.Pack
	packNote text.Pair

	tables map[string]*table // every form but ledgers
	ledger *ledger
	flags  *flags
	before prior // the year before

	facts *scoring.Facts
	sheet *scoring.Sheet

	reasons map[string]reason
	signed  bool // somebody has signed what stands here
	deep    *deepResult
	judged  func() *judged // every finding, gathered when first asked for
}

// table gives the rows of a form; an empty one for a form that is not kept in memory.
func (st *state) table(f *form.Form) *table {
	if t := st.tables[f.ID]; t != nil {
		return t
	}
	return newTable(f, st.book.Year, nil)
}

func (st *state) totals() scoring.Totals {
	if st.sheet == nil {
		return scoring.Totals{}
	}
	return st.sheet.Totals()
}

// finish derives what follows from the tables and the ledger: facts, sheet, and the findings on demand.
func (st *state) finish() *state {
	st.facts = st.makeFacts()
	st.sheet = nil
	if st.pack != nil {
		st.sheet = scoring.Evaluate(st.pack, st.facts)
	}
	st.judge()
	return st
}

// judge makes the findings due again without a new score.
func (st *state) judge() {
	st.judged = sync.OnceValue(st.gather)
}

// with gives a copy to be changed before it is published.
func (st *state) with() *state {
	n := *st
	return &n
}

// after gives the state a transaction left, moved by what it did.
func (st *state) after(m followed, at place) *state {
	n := st.with()
	by := make(map[*form.Form][]store.RowChange)
	for _, c := range m.changes {
		by[c.Form] = append(by[c.Form], c)
	}
	n.tables = maps.Clone(st.tables)
	for f, cs := range by {
		if f.ID == ledgerID {
			n.ledger = st.ledger.moved(movesOf(st.book, cs))
			n.flags = st.flags.after(cs, st.book.Year)
			n.deep = st.deep.after(cs)
			continue
		}
		if m.tables[f.ID] == nil {
			n.tables[f.ID] = st.table(f).after(cs, at)
		}
	}
	maps.Copy(n.tables, m.tables)
	if m.ledger != nil {
		n.ledger = m.ledger
		n.flags = n.flags.unread()
	}
	if len(m.moves) > 0 {
		n.ledger = n.ledger.moved(m.moves)
	}
	return n.finish()
}

// makeFacts puts the facts together; nothing is copied but the lists of rows.
func (st *state) makeFacts() *scoring.Facts {
	f := &scoring.Facts{USCC: st.book.USCC, Year: st.book.Year, Registers: make(map[string][]*form.Record)}
	if t := st.tables[enterpriseID]; t != nil {
		if card := t.single(); card != nil {
			f.Name, f.Type = card.Str("name"), card.Str("type")
		}
	}
	if t := st.tables[annualID]; t != nil {
		f.Annual = t.single()
	}
	for id, t := range st.tables {
		if !t.form.Single() {
			f.Registers[id] = t.rows
		}
	}
	f.Ledger = st.yearRD()
	f.Prev = st.before.rd()
	return f
}

// yearRD is the filing year's R&D: its ledger if that has any line of the year, else its summary.
func (st *state) yearRD() scoring.RD {
	if st.ledger.rd.Lines > 0 {
		return st.ledger.rd
	}
	if t := st.tables[summaryID]; t != nil {
		if rd, ok := fromSummary(t.single()); ok {
			rd.Outside = st.ledger.rd.Outside
			return rd
		}
	}
	return st.ledger.rd
}

// prior is the year before, as far as this year asks for it.
type prior struct {
	book    store.Book
	there   bool
	summary *form.Record
	annual  *form.Record // its row of form annual, nil where there is none
	ledger  scoring.RD
	// projects are those of that year, for the search for a renamed old one.
	projects []*form.Record
}

// rd is the R&D of the year before: its summary if it is there, else its ledger; nil where it has neither.
func (p prior) rd() *scoring.RD {
	if rd, ok := fromSummary(p.summary); ok {
		return &rd
	}
	if p.there && p.ledger.Lines > 0 {
		rd := p.ledger.AsBase()
		return &rd
	}
	return nil
}

func (st *state) returns() *returns.Inputs {
	in := &returns.Inputs{
		Year: st.book.Year, Annual: st.facts.Annual, Registers: maps.Clone(st.facts.Registers), Ledger: st.ledger.list(),
		Earlier: st.before.projects,
	}
	if t := st.tables[summaryID]; t != nil {
		in.Registers[summaryID] = t.rows
	}
	return in
}

// formsInOrder gives the forms of the workspace in the order people see them.
func formsInOrder() []*form.Form { return form.All() }

// inMemory are the forms whose rows a session keeps.
func inMemory() []*form.Form {
	return slices.DeleteFunc(slices.Clone(form.All()), func(f *form.Form) bool { return f.Scope == form.Ledger })
}
