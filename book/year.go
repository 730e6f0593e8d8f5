// Package book holds an enterprise-year in memory: the tables of its forms, the sums of its ledger, the facts that follow
// from them, the score, and everything the rows have to answer for. It is the one way from rows to facts, score and
// findings, for a working session as for a file that somebody handed in.
//
// A Year is published whole and never changed afterwards; a write gives another one, moved by what it changed. It must
// never know where its rows lie: neither the workspace nor its database stands below it, so that it runs in a browser too.
//
// Start with Year, then Read for rows that lie in no workspace, and Year.After for a write.
package book

import (
	"maps"
	"sync"

	"yice/form"
	"yice/returns"
	"yice/scoring"
	"yice/text"
)

// The forms that are more than rows: the card, the year's figures, the checklist, the ledger and its summary.
const (
	EnterpriseID = "enterprise"
	AnnualID     = "annual"
	ChecklistID  = "checklist"
	LedgerID     = "spend"
	SummaryID    = "rd_summary"
)

// Contents is what a year is made of.
type Contents struct {
	USCC   string
	Year   int
	Pack   *scoring.Pack     // nil: no sheet
	Tables map[string]*Table // every form but the ledger
	Ledger *Ledger
	Flags  *Flags // what the ledger's lines have to answer for
	Before Before
	// Today is the day it is (2006-01-02), "" where nobody says: then nothing is asked that hangs on it.
	Today string
	// Explain fills in the reasons that were written for findings; nil where none are known.
	Explain func([]form.Finding)
}

// Before is the year before, as far as this one asks for it.
type Before struct {
	Summary *form.Record
	Annual  *form.Record // its row of form annual, nil where there is none
	// Rows are those of that year of the forms that have figures to be held against last year's (form.Form.Bands).
	Rows   map[string][]*form.Record
	byKey  func(form string) map[string]*form.Record
	Ledger scoring.RD
	Months *scoring.Months // of Ledger; nil: not told apart
	// Projects are those of that year, for the search for a renamed old one.
	Projects []*form.Record
}

// Year is an enterprise-year at one moment. What its Contents hold may be read, and not changed.
type Year struct {
	Contents
	facts  *scoring.Facts
	sheet  *scoring.Sheet
	lines  *scanned
	judged func() *judged // every finding, gathered when first asked for
}

// New derives what follows from contents: facts, sheet, and the findings on demand.
func New(c Contents) *Year { return (&Year{Contents: c}).finish() }

func (y *Year) finish() *Year {
	y.facts = y.makeFacts()
	y.sheet = nil
	if y.Pack != nil {
		y.sheet = scoring.Evaluate(y.Pack, y.facts)
	}
	return y.judge()
}

// judge makes the findings due again without a new score.
func (y *Year) judge() *Year {
	y.judged = sync.OnceValue(y.gather)
	return y
}

// with gives a copy to be changed before it is published.
func (y *Year) with() *Year {
	n := *y
	return &n
}

// Explained gives the year with other reasons.
func (y *Year) Explained(explain func([]form.Finding)) *Year {
	n := y.with()
	n.Explain = explain
	return n.judge()
}

// Of gives the year as that of another code, with the year before that this one has.
func (y *Year) Of(uscc string, before Before) *Year {
	n := y.with()
	n.USCC, n.Before = uscc, before
	return n.finish()
}

// Forms is the dictionary of the year: what is built in, and what its pack brings.
func (y *Year) Forms() *form.Dictionary { return y.Pack.Dictionary() }

// Table gives the rows of a form, known by its id; an empty one for a form that is not kept in memory.
func (y *Year) Table(f *form.Form) *Table {
	if t := y.Tables[f.ID]; t != nil {
		return t
	}
	return NewTable(y.Forms().Of(f), y.Year, nil)
}

// Records gives every row of a form in its order; nil for a ledger. Not to be changed.
func (y *Year) Records(f *form.Form) []*form.Record { return y.Table(f).rows }

// Facts are what the sheet was made from; not to be changed.
func (y *Year) Facts() *scoring.Facts { return y.facts }

// Sheet is the score; nil without a pack. Not to be changed.
func (y *Year) Sheet() *scoring.Sheet { return y.sheet }

// Totals is the score strip; zero without a pack.
func (y *Year) Totals() scoring.Totals {
	if y.sheet == nil {
		return scoring.Totals{}
	}
	return y.sheet.Totals()
}

// Under scores the same year under another pack and with rows as somebody else sees them: change gives the row to count
// for each row of a register, the very same one where nothing is different, nil to leave it out. It must not change the
// record it is given, nor a key. A nil change scores the rows as they are. The ledger's sums are those of the year.
func (y *Year) Under(pack *scoring.Pack, change func(*form.Record) *form.Record) *scoring.Sheet {
	return scoring.Evaluate(pack, y.FactsWith(change))
}

// FactsWith gives the facts with the rows of registers as change gives them, as Under scores them.
func (y *Year) FactsWith(change func(*form.Record) *form.Record) *scoring.Facts {
	if change == nil {
		return y.facts
	}
	f := *y.facts
	f.Registers = maps.Clone(y.facts.Registers)
	for id, rows := range f.Registers {
		f.Registers[id] = changed(rows, change)
	}
	return &f
}

// changed gives the rows with changes; the list itself where there is none.
func changed(rows []*form.Record, change func(*form.Record) *form.Record) []*form.Record {
	var out []*form.Record
	for i, r := range rows {
		now := change(r)
		if now != r && out == nil {
			out = append(make([]*form.Record, 0, len(rows)), rows[:i]...)
		}
		if now != nil && (out != nil || now != r) {
			out = append(out, now)
		}
	}
	if out == nil {
		return rows
	}
	return out
}

// makeFacts puts the facts together; nothing is copied but the lists of rows.
func (y *Year) makeFacts() *scoring.Facts {
	f := &scoring.Facts{USCC: y.USCC, Year: y.Year, Registers: make(map[string][]*form.Record)}
	if t := y.Tables[EnterpriseID]; t != nil {
		if card := t.Single(); card != nil {
			f.Card, f.Name, f.Type = card, card.Str("name"), card.Str("type")
		}
	}
	if t := y.Tables[AnnualID]; t != nil {
		f.Annual = t.Single()
	}
	for id, t := range y.Tables {
		if !t.form.Single() {
			f.Registers[id] = t.rows
		}
	}
	f.AsOf = y.AsOf()
	f.Ledger = y.yearRD().UpTo(f.AsOf, y.Ledger.months)
	f.Prev, f.PrevYear = y.Before.upTo(f.AsOf), y.Before.upTo(12)
	if f.Prev == nil && f.PrevYear == nil {
		f.PrevElse, f.PrevMonths = y.Before.ofOthers()
	}
	return f
}

// yearRD is the filing year's R&D: its ledger if that has any line of the year, else its summary.
func (y *Year) yearRD() scoring.RD {
	if y.Ledger.rd.Lines > 0 {
		return y.Ledger.rd
	}
	if t := y.Tables[SummaryID]; t != nil {
		if rd, ok := FromSummary(t.Single()); ok {
			rd.Outside = y.Ledger.rd.Outside
			return rd
		}
	}
	return y.Ledger.rd
}

// Returns gives the inputs of the statutory returns.
func (y *Year) Returns() *returns.Inputs {
	in := &returns.Inputs{
		Year: y.Year, Annual: y.facts.Annual, Registers: maps.Clone(y.facts.Registers), Ledger: y.Ledger.Sums(),
		Earlier: y.Before.Projects,
	}
	if t := y.Tables[SummaryID]; t != nil {
		in.Registers[SummaryID] = t.rows
	}
	if t := y.Tables[EnterpriseID]; t != nil {
		in.Enterprise = t.Single()
	}
	return in
}

// fault makes an error for people.
func fault(code string, class text.Class, say text.Pair) *text.Fault {
	return &text.Fault{Code: code, Class: class, Say: say}
}
