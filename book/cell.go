package book

import (
	"sync/atomic"

	"yice/form"
)

// The cube is the sums of the ledger by everything the engine and the returns ask for. Which columns make it stands here
// and nowhere else: the tables of the file, its triggers and recounts, and CellOf all follow from Dims. Nobody asks for a
// month together with anything else: months have sums of their own, or there would be twelve times as many cells to read
// at every start and to go through at every edit.

// DimKind says what a dimension holds.
type DimKind uint8

const (
	ByIdent DimKind = iota // a reference, summed by identity and shown by its key
	ByText
	ByFlag // 是, or anything else
)

// Dim is one column of the ledger that its sums tell apart.
type Dim struct {
	Field string
	Kind  DimKind
	Text  func(*Cell) *string // of ByIdent and ByText
	Flag  func(*Cell) *bool   // of ByFlag
	// Derived: no field of the line but what its date says.
	Derived bool
}

// Dims are the dimensions, in the order in which the file has them. Not to be changed without another shape of the cube in store.
var Dims = []Dim{
	{Field: "project", Kind: ByIdent, Text: func(c *Cell) *string { return &c.Project }},
	{Field: "platform", Kind: ByIdent, Text: func(c *Cell) *string { return &c.Platform }},
	{Field: "category", Kind: ByText, Text: func(c *Cell) *string { return &c.Category }},
	{Field: "treatment", Kind: ByText, Text: func(c *Cell) *string { return &c.Treatment }},
	{Field: "source", Kind: ByText, Text: func(c *Cell) *string { return &c.Source }},
	{Field: "activity", Kind: ByText, Text: func(c *Cell) *string { return &c.Activity }},
	{Field: "counterparty", Kind: ByText, Text: func(c *Cell) *string { return &c.Counterparty }},
	{Field: "item", Kind: ByText, Text: func(c *Cell) *string { return &c.Item }},
	{Field: "counterparty_uscc", Kind: ByText, Text: func(c *Cell) *string { return &c.CounterpartyUSCC }},
	{Field: "intra_group", Kind: ByFlag, Flag: func(c *Cell) *bool { return &c.IntraGroup }},
	{Field: "original_technology", Kind: ByFlag, Flag: func(c *Cell) *bool { return &c.Original }},
	{Field: "non_taxable", Kind: ByFlag, Flag: func(c *Cell) *bool { return &c.NonTaxable }},
	{Field: "outside", Kind: ByFlag, Flag: func(c *Cell) *bool { return &c.Outside }, Derived: true},
}

const (
	dateField   = "date"
	amountField = "amount"
)

// Cell is one sum of the ledger: Σ amount and count by what the engine and the returns ask for.
type Cell struct {
	Project, Platform                                                           string // natural keys
	Category, Treatment, Source, Activity, Counterparty, Item, CounterpartyUSCC string
	IntraGroup, Original, NonTaxable                                            bool
	// Outside: the lines have no date in the year, so that no figure of the year counts them.
	Outside bool
	Amount  int64 // 分
	Lines   int64
}

// Key is the cell without its sums.
func (c Cell) Key() Cell {
	c.Amount, c.Lines = 0, 0
	return c
}

// Cube is the sums of a whole ledger.
type Cube struct {
	Cells []Cell // in no order; one a key
	// ByMonth is Σ amount, 分: 1–12 by the line's date; 0 without a usable date or outside the year.
	ByMonth [13]int64
}

// places are where the lines of a form have what the cube asks for; -1 where they have no such field.
type places struct {
	form         *form.Form
	dims         []int
	amount, date int
	dated        bool
}

// lately is of the form that was asked for last: a ledger has a million lines of one form.
var lately atomic.Pointer[places]

func placesIn(f *form.Form) *places {
	if p := lately.Load(); p != nil && p.form == f {
		return p
	}
	p := &places{form: f, amount: f.Index(amountField), date: f.Index(dateField), dated: dated(f)}
	for i := range Dims {
		at := f.Index(Dims[i].Field)
		if Dims[i].Derived {
			at = -1
		}
		p.dims = append(p.dims, at)
	}
	lately.Store(p)
	return p
}

// CellOf gives the cell a line of a year's ledger falls into, Amount and Lines filled with that line's own, and its month
// as in Cube.ByMonth.
func CellOf(year int, r *form.Record) (Cell, int) {
	p := placesIn(r.Form)
	c, m := Cell{Lines: 1}, 0
	if p.amount >= 0 {
		c.Amount = r.Values[p.amount].Num()
	}
	for i, at := range p.dims {
		if at < 0 {
			continue
		}
		v := r.Values[at].Str()
		if d := &Dims[i]; d.Kind == ByFlag {
			*d.Flag(&c) = v == form.Yes
		} else {
			*d.Text(&c) = v
		}
	}
	if p.date >= 0 {
		m = MonthIn(r.Values[p.date].Str(), year)
	}
	c.Outside = m == 0 && p.dated
	return c, m
}

// MonthIn gives the month of a canonical date within the year, else 0.
func MonthIn(date string, year int) int {
	if len(date) != 10 {
		return 0
	}
	for i, place := 3, year; i >= 0; i, place = i-1, place/10 {
		if int(date[i]-'0') != place%10 || i == 0 && place > 9 {
			return 0
		}
	}
	m := int(date[5]-'0')*10 + int(date[6]-'0')
	if date[5] < '0' || date[5] > '1' || date[6] < '0' || date[6] > '9' || m < 1 || m > 12 {
		return 0
	}
	return m
}

// dated reports whether the lines of a ledger have a date at all; those of one without are all of the year.
func dated(f *form.Form) bool {
	d := f.Field(dateField)
	return d != nil && d.Kind == form.Date
}
