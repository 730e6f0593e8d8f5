package scoring

import (
	"yice/text"
)

// Account is a sheet as everyone shows it who shows it: the command, the screen, reports, the page. They dress it, and know
// nothing of their own about what a sheet has: a new line of policy shows wherever a sheet is shown.
type Account []AccountSection

// AccountSection is one account of the sheet, in the order of the sheet.
type AccountSection struct {
	ID    string // "indicators", "bonus", "profit", "payroll", …
	Title text.Pair
	Terms []Term
	Rows  []AccountRow
	Says  []text.Pair // what belongs to it and is no figure of a row
}

// Term is the head of a column.
type Term struct {
	Name  text.Pair
	Words bool // its cells are words; else figures
}

// AccountRow is a line of the sheet, or a total.
type AccountRow struct {
	ID    string // what [Sheet.Explain] knows it by; "book" and "profit_target" are nothing to explain
	Title text.Pair
	Total bool
	Line  *Line // nil for what is no line
	Unit  text.Pair
	Pair  *Pair // both figures; nil where there are none
	Cells []Cell
}

// Cell is what a row has under a term.
type Cell struct {
	Text  text.Pair // a figure as the sheet has it, without separators; empty for nothing
	State CellState
}

// CellState says what an empty cell means.
type CellState uint8

const (
	Shown   CellState = iota
	Absent            // there is none, and need not be
	Missing           // there is no figure, and a figure is asked for
)

// Account gives the account of the sheet.
func (s *Sheet) Account() Account {
	var a Account
	for _, k := range kinds {
		k.account(s, &a)
	}
	return a
}

// Section gives a section by its id, nil where the sheet has none.
func (a Account) Section(id string) *AccountSection {
	for i := range a {
		if a[i].ID == id {
			return &a[i]
		}
	}
	return nil
}

// begin gives a section, at the end where there was none.
func (a *Account) begin(id string, title text.Pair, terms ...Term) *AccountSection {
	if at := a.Section(id); at != nil {
		return at
	}
	*a = append(*a, AccountSection{ID: id, Title: title, Terms: terms})
	return &(*a)[len(*a)-1]
}

func (a *AccountSection) add(r AccountRow) { a.Rows = append(a.Rows, r) }

// figure is a decimal; shown blank where it is nothing and need not be said.
func figureCell(decimal string) Cell { return Cell{Text: text.Same(decimal)} }

func orAbsent(s string) Cell {
	if s == "" {
		return Cell{State: Absent}
	}
	return figureCell(s)
}

func orBlank(d Dec) Cell {
	if d.Sign() == 0 {
		return Cell{}
	}
	return figureCell(d.String())
}

// terms of the accounts that have but both figures.
var bothFigures = []Term{{Name: text.TermConfirmed}, {Name: text.TermPending}}

// money adds a line of an account of money: each figure, or that there is none.
func (a *AccountSection) money(l *Line) {
	if l.ID == "" {
		return
	}
	r := AccountRow{ID: l.ID, Title: l.Title(), Line: l, Unit: text.ScoreUnitWan, Cells: []Cell{{State: Missing}, {State: Missing}}}
	if l.Exact != nil {
		r.Cells[0] = figureCell(l.Score.Confirmed.String())
	}
	if l.Exact != nil || l.ExactPending != nil {
		r.Pair = &l.Score
		r.Cells[1] = figureCell(l.Score.Pending.String())
	}
	a.add(r)
}

// sum adds a total; nil: there is no figure.
func (a *AccountSection) sum(id string, title text.Pair, p *Pair, unit text.Pair) {
	r := AccountRow{ID: id, Title: title, Total: true, Pair: p, Unit: unit, Cells: []Cell{{State: Missing}, {State: Missing}}}
	suffix := ""
	if unit == text.ScoreUnitPercent {
		suffix = "%"
	}
	if p != nil {
		r.Cells = []Cell{figureCell(p.Confirmed.String() + suffix), figureCell(p.Pending.String() + suffix)}
	}
	a.add(r)
}

// Clauses are the ids of the clauses a row rests on.
func (r *AccountRow) Clauses() []string {
	if r.Line == nil {
		return nil
	}
	ids := make([]string, len(r.Line.Clauses))
	for i := range ids {
		ids[i] = r.Line.Clauses[i].ID
	}
	return ids
}

// Title is a status as people read it.
func (s Status) Title() text.Pair {
	switch s {
	case Reached:
		return text.TermReached
	case Short:
		return text.TermShort
	case NoData:
		return text.TermNoFigure
	case NotComparable:
		return text.TermNotComparable
	case NotDefined:
		return text.TermNotDefined
	case Met:
		return text.TermMet
	case NotMet:
		return text.TermNotMet
	case Unsure:
		return text.TermUnsure
	}
	return text.Same(string(s))
}

// points adds a section of points, each line with its cap, and their total.
func (a *Account) points(id string, title, total text.Pair, lines []Line, sum Pair, limit string) {
	if len(lines) == 0 {
		return
	}
	sec := a.begin(id, title, Term{Name: text.TermScore}, Term{Name: text.TermPending}, Term{Name: text.TermCap})
	row := func(l *Line, id string, title text.Pair, p *Pair, limit string) {
		sec.add(AccountRow{ID: id, Title: title, Line: l, Total: l == nil, Unit: text.ScoreUnitPoints, Pair: p, Cells: []Cell{
			figureCell(p.Confirmed.String()), figureCell(p.Pending.String()), orAbsent(limit),
		}})
	}
	for i := range lines {
		row(&lines[i], lines[i].ID, lines[i].Title(), &lines[i].Score, lines[i].Target.Text)
	}
	row(nil, id, total, &sum, limit)
}
