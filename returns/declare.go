package returns

import (
	"yice/form"
	"yice/text"
)

// Return is one return, declared once: its lines, each with its formula, against its slices, each a part of the facts.
// Values, relations, workbook sheet, CSV, HTML, JSON and the page of the manual are all read from it.
type Return struct {
	ID    string
	Title text.Pair
	// Number is what the paper form is called by; Basis is whose measure of R&D it is.
	Number, Basis text.Pair
	Measure       Measure // of its money
	// Recalled, where it is not empty, is the document that the rules are recalled from and to be checked against: the
	// return is then a reference and never official.
	Recalled text.Pair
	Note     text.Pair
	// Across: the lines are the columns and the slices the rows, as on 107-1.
	Across bool
	// Heads are the columns of words before the figures of a slice, of a return across.
	Heads     []text.Pair
	Lines     []Line
	Relations []Relation
	// Needs are the fields of annual without which the return is not whole.
	Needs []string
	// Registers are the forms whose rows it is made of, beside the ledger.
	Registers []string
	// Ledger: it needs lines of the ledger.
	Ledger bool
	// ToDate: it is of the year to date; others are of the whole year. Back is how many years before it needs.
	ToDate bool
	Back   int
	// Special: it concerns only an enterprise that says so; others concern every one that does not say otherwise.
	Special bool

	// Spent are the lines that together are all that a slice spent: what stands apart is told by them.
	Spent []string

	slices func(*Inputs) []*Slice
	// weigh, where set, says which of its bounds are not reached.
	weigh func(*Table) []Notice
}

// Line is one line of a return: what the form calls it, its unit, and the formula of its figure.
type Line struct {
	ID      string
	Number  string // as the form has it
	Title   text.Pair
	Group   text.Pair
	Level   int // how far it is indented: 其中
	Measure Measure
	Formula Formula
	// Hidden: a step between lines that the form does not print; JSON has it.
	Hidden bool
	// Apiece: it means nothing added up over slices, and a total has none.
	Apiece bool
	// Apart: nothing of it counts.
	Apart bool
	// Only are the ids of the slices that have the line; none: all.
	Only []string
}

// Measure is how a figure is shown: its unit, how many of what is counted make one, and how many places it has. It is
// rounded once, half away from zero.
type Measure struct {
	Title  text.Pair
	Per    int64
	Places int
}

// The measures of the returns. What is counted is 分 for money, tenths for months and years of work, and hundredths for
// percentages.
var (
	InThousand = Measure{form.Thousand.Title, form.Thousand.Fen, 0}
	InYuan     = Measure{form.Yuan.Title, form.Yuan.Fen, 2}
	InWan      = Measure{form.Wan.Title, form.Wan.Fen, 2}
	InPersons  = Measure{form.Persons.Title, 1, 0}
	InProjects = Measure{text.ReturnsUnitProjects, 1, 0}
	InMonths   = Measure{form.PersonMo.Title, 10, 1}
	InYears    = Measure{text.ReturnsUnitYears, 10, 1}
	InPercent  = Measure{text.Same("%"), 100, 2}
)

// Show writes a figure; "" of one that nobody has given.
func (m Measure) Show(f Figure) string {
	if !f.Known {
		return ""
	}
	return fixed(m.rounded(f.Exact), m.Places)
}

// rounded is a figure counted in the last place that is shown.
func (m Measure) rounded(exact int64) int64 {
	scale := int64(1)
	for range m.Places {
		scale *= 10
	}
	return multiplied(exact, scale, m.Per)
}

// measureOf gives the measure of a unit of the dictionary; money as the return has it.
func measureOf(u form.Unit) Measure {
	if u.Fen != 0 {
		return InThousand
	}
	return Measure{u.Title, 1, 0}
}

// Slice is a part of the facts that every line is worked out for: a project, a quarter, a year, a source of funds.
type Slice struct {
	ID    string
	Title text.Pair
	Heads []text.Pair // of a return across: the words before its figures
	Total bool        // it sums others up; drawn strong
	// Apart says why nothing of it counts; empty where it does.
	Apart text.Pair

	in     *Inputs // of its year
	sums   []*Sum  // its part of the ledger
	where  where   // which part that is
	months [2]int  // first and last, where it is told apart by months
	record *form.Record
	// key and treatment name a project's row of the tax ledger; person a row of full-time equivalents.
	key, treatment string
	shares         []int64
	// over: the slice is the sum of these, and only ratios are worked out anew.
	over []string
	// printed are slices that add up to it as printed, although it is worked out by itself.
	printed []string
	// growth: the slice compares the first with the second of these, in hundredths of a percent.
	growth []string
	// blank: nothing is known of it.
	blank bool
	// nil where its part of the ledger is known line by line; else the summary that stands in.
	summary *form.Record
	index   map[dim]map[string]int64
}

// Relation is an audit relation between lines of a return, judged in every slice on the exact figures.
type Relation struct {
	ID    string
	Whole string
	Parts []string
	// Equal: the parts add up to the whole. Otherwise they are within it.
	Equal bool
}

// Broken is a relation that does not hold.
type Broken struct {
	Relation *Relation
	Slice    *Slice
	Whole    int64
	Parts    int64
}
