package book

import (
	"cmp"
	"maps"
	"slices"
	"sync"

	"yice/form"
	"yice/returns"
	"yice/scoring"
)

// The ledger in memory: never its lines, only their sums. What the engine needs stands ready (rd); what the returns need
// is a base of sums and the moves since, added up when somebody asks.

// Ledger is a year's ledger in sums. It is immutable; moves give another one.
type Ledger struct {
	rd    scoring.RD
	parts *parts
	// months are the sums month by month; nil where nobody asked for them.
	months *scoring.Months
	// strays are the parts of lines without a date in the year, in order: no figure of the year counts them, and what they
	// refer to is looked for all the same. Seldom more than a few.
	strays []*returns.Sum
}

// move is what a line adds to the sums, or with negative figures takes away.
type move struct {
	Cell
	month int // as in Cube
}

// workedAt is how many moves are kept before they are worked in, asked for or not.
const workedAt = 128

// parts are a ledger's sums, in order and each once, worked out when first asked for; from then on nothing else of them is kept.
type parts struct {
	mu     sync.Mutex
	done   bool
	list   []*returns.Sum
	first  func() []*returns.Sum // what they begin with; where it is nil, before
	before *parts
	moves  []move // since; what is taken away has −1 lines
}

func (p *parts) all() []*returns.Sum {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.done {
		if p.first != nil {
			p.list = p.first()
		} else {
			p.list = worked(p.before.all(), summed(p.moves))
		}
		p.done, p.first, p.before, p.moves = true, nil, nil, nil
	}
	return p.list
}

// after gives the parts after moves: from here where these are worked out or begin, else from where these came from.
func (p *parts) after(moves []move) *parts {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.done || p.first != nil {
		return &parts{before: p, moves: moves}
	}
	return &parts{before: p.before, moves: slices.Concat(p.moves, moves)}
}

// NewLedger makes a ledger of its sums.
func NewLedger(cube Cube) *Ledger {
	var a Adding
	for i := range cube.Cells {
		a.Add(&cube.Cells[i])
	}
	return a.Ledger(cube.ByMonth)
}

// Adding makes a ledger of cells as they are read. A ledger of thousands of cells is read at every start, and a list of them
// beside the sums would be most of the memory that a start touches. Two cells may be of one key.
type Adding struct {
	rd           scoring.RD
	room         []returns.Sum // what is left of the room for sums
	sums, strays []*returns.Sum
}

// sumsAtOnce are kept room for together.
const sumsAtOnce = 256

// Add adds a cell, of which nothing is kept.
func (a *Adding) Add(c *Cell) {
	addTo(&a.rd, c)
	if len(a.room) == 0 {
		a.room = make([]returns.Sum, sumsAtOnce)
	}
	sum := &a.room[0]
	a.room, *sum = a.room[1:], sumOf(c)
	if c.Outside {
		a.strays = append(a.strays, sum)
	} else {
		a.sums = append(a.sums, sum)
	}
}

// Ledger gives the ledger of what was added, and of its months as a Cube has them. Nothing may be added afterwards.
func (a *Adding) Ledger(byMonth [13]int64) *Ledger {
	l := &Ledger{rd: a.rd, strays: inOrder(a.strays)}
	sums := a.sums
	l.parts = &parts{first: func() []*returns.Sum { return inOrder(sums) }}
	l.rd.ByMonth = byMonth
	l.rd.ByMonth[0] = 0 // of what lies outside the year
	settle(&l.rd)
	return l
}

// RD is what the engine takes from the ledger. Its maps may not be changed.
func (l *Ledger) RD() scoring.RD { return l.rd }

// Sums gives the parts the returns tell apart, of lines of the year: in order, each once. Not to be changed.
func (l *Ledger) Sums() []*returns.Sum { return l.parts.all() }

// moved gives the ledger after lines were taken away and added.
func (l *Ledger) moved(moves []move) *Ledger {
	n := &Ledger{rd: l.rd, strays: l.strays}
	var within, strays []move
	for i := range moves {
		if moves[i].Outside {
			strays = append(strays, moves[i])
		} else {
			within = append(within, moves[i])
		}
	}
	if len(strays) > 0 {
		n.strays = worked(l.strays, summed(strays))
	}
	n.rd.ByProject, n.rd.ByPlatform = maps.Clone(l.rd.ByProject), maps.Clone(l.rd.ByPlatform)
	n.rd.OwnByProject = maps.Clone(l.rd.OwnByProject)
	for i := range moves {
		addTo(&n.rd, &moves[i].Cell)
		if !moves[i].Outside {
			n.rd.ByMonth[moves[i].month] = form.Plus(n.rd.ByMonth[moves[i].month], moves[i].Amount)
		}
	}
	settle(&n.rd)
	if l.months != nil {
		months := *l.months
		for i := range moves { // maps are shared with the ledger before
			if m := moves[i].month; m > 0 {
				months[m].ByProject, months[m].OwnByProject = maps.Clone(l.months[m].ByProject), maps.Clone(l.months[m].OwnByProject)
				months[m].ByPlatform = maps.Clone(l.months[m].ByPlatform)
			}
		}
		for i := range moves {
			addMonth(&months, moves[i].month, &moves[i].Cell)
		}
		n.months = &months
	}
	n.parts = l.parts.after(within)
	if len(n.parts.moves) > workedAt {
		n.parts.all()
	}
	return n
}

// movesOf gives what changes of ledger lines move: the old line taken away, the new one added.
func movesOf(year int, changes []Change) []move {
	moves := make([]move, 0, 2*len(changes))
	for _, c := range changes {
		if c.Before != nil {
			moves = append(moves, taken(moveOf(year, c.Before)))
		}
		if c.After != nil {
			moves = append(moves, moveOf(year, c.After))
		}
	}
	return moves
}

func moveOf(year int, line *form.Record) move {
	cell, month := CellOf(year, line)
	return move{cell, month}
}

func taken(m move) move {
	m.Amount, m.Lines = -m.Amount, -m.Lines
	return m
}

func sumOf(c *Cell) returns.Sum {
	return returns.Sum{
		Project: c.Project, Platform: c.Platform, Category: c.Category, Treatment: c.Treatment,
		Source: c.Source, Activity: c.Activity, Counterparty: c.Counterparty, Item: c.Item, NonTaxable: c.NonTaxable,
		Amount: c.Amount, Lines: c.Lines,
	}
}

func cellOf(s *returns.Sum) Cell {
	return Cell{
		Project: s.Project, Platform: s.Platform, Category: s.Category, Treatment: s.Treatment,
		Source: s.Source, Activity: s.Activity, Counterparty: s.Counterparty, Item: s.Item, NonTaxable: s.NonTaxable,
		Amount: s.Amount, Lines: s.Lines,
	}
}

// summed brings moves to the parts the returns tell apart: in order, each once.
func summed(moves []move) []*returns.Sum {
	room, all := make([]returns.Sum, len(moves)), make([]*returns.Sum, len(moves))
	for i := range moves {
		room[i] = sumOf(&moves[i].Cell)
		all[i] = &room[i]
	}
	return inOrder(all)
}

// inOrder brings parts into their order, in place, and adds up those of one key. Parts that cancel out stay, with nothing.
func inOrder(all []*returns.Sum) []*returns.Sum {
	slices.SortFunc(all, bySum)
	n := 0
	for i := range all {
		if n > 0 && bySum(all[n-1], all[i]) == 0 {
			all[n-1].Amount = form.Plus(all[n-1].Amount, all[i].Amount)
			all[n-1].Lines += all[i].Lines
			continue
		}
		all[n] = all[i]
		n++
	}
	return all[:n]
}

// worked gives a list of parts with moves worked in, both in order; parts without lines are gone. Neither list is changed: what
// does not move stands in the new one as well, so that a ledger of thousands of parts costs a keystroke their places alone.
func worked(base, moves []*returns.Sum) []*returns.Sum {
	out := make([]*returns.Sum, 0, len(base)+len(moves))
	add := func(s *returns.Sum) {
		if s.Lines != 0 || s.Amount != 0 {
			out = append(out, s)
		}
	}
	from := 0
	for _, m := range moves {
		at, there := slices.BinarySearchFunc(base[from:], m, bySum)
		out = append(out, base[from:from+at]...)
		if from += at; there {
			both := *m
			both.Amount = form.Plus(both.Amount, base[from].Amount)
			both.Lines += base[from].Lines
			m = &both
			from++
		}
		add(m)
	}
	return append(out, base[from:]...)
}

func bySum(a, b *returns.Sum) int {
	return cmp.Or(
		cmp.Compare(a.Project, b.Project), cmp.Compare(a.Platform, b.Platform),
		cmp.Compare(a.Category, b.Category), cmp.Compare(a.Treatment, b.Treatment), cmp.Compare(a.Source, b.Source),
		cmp.Compare(a.Activity, b.Activity), cmp.Compare(a.Counterparty, b.Counterparty),
		cmp.Compare(a.Item, b.Item), cmp.Compare(bit(a.NonTaxable), bit(b.NonTaxable)),
	)
}

func bit(is bool) int {
	if is {
		return 1
	}
	return 0
}

// Codes of the ledger that its sums are told apart by.
const (
	Expensed    = "费用化"
	Capitalised = "资本化"
	Government  = "政府部门"
)

// addTo moves a year's R&D by one cell of the ledger, all but its months. What a line does not say is counted apart: it is
// spending, and of no treatment, source or category.
func addTo(rd *scoring.RD, c *Cell) {
	if c.Outside {
		rd.Outside.Add(c.Lines, c.Amount)
		return
	}
	rd.Lines += c.Lines
	switch c.Treatment {
	case Expensed:
		rd.Expensed = form.Plus(rd.Expensed, c.Amount)
		switch c.Source {
		case Government:
			rd.ExpensedGovernment = form.Plus(rd.ExpensedGovernment, c.Amount)
		case "":
			rd.ExpensedUnsourced = form.Plus(rd.ExpensedUnsourced, c.Amount)
		default:
			addAt(&rd.OwnByProject, c.Project, c.Amount)
		}
	case Capitalised:
		rd.Capitalised = form.Plus(rd.Capitalised, c.Amount)
		if c.Source == Government {
			rd.CapitalisedGovernment = form.Plus(rd.CapitalisedGovernment, c.Amount)
		}
	default:
		rd.Untreated.Add(c.Lines, c.Amount)
		if c.Source == Government {
			rd.UntreatedGovernment = form.Plus(rd.UntreatedGovernment, c.Amount)
		}
	}
	if c.Source == "" {
		rd.Unsourced.Add(c.Lines, c.Amount)
	}
	if c.Category == "" {
		rd.Uncategorised.Add(c.Lines, c.Amount)
	}
	if c.Original {
		rd.Original = form.Plus(rd.Original, c.Amount)
	}
	addAt(&rd.ByProject, c.Project, c.Amount)
	addAt(&rd.ByPlatform, c.Platform, c.Amount)
}

func addAt(m *map[string]int64, key string, fen int64) {
	if key == "" || fen == 0 {
		return
	}
	if *m == nil {
		*m = make(map[string]int64)
	}
	(*m)[key] = form.Plus((*m)[key], fen)
}

// settle gives one form to sums that are equal: parts that came to nothing are not there.
func settle(rd *scoring.RD) {
	for _, m := range [...]*map[string]int64{&rd.ByProject, &rd.ByPlatform, &rd.OwnByProject} {
		for k, v := range *m {
			if v == 0 {
				delete(*m, k)
			}
		}
		if *m == nil {
			*m = map[string]int64{}
		}
	}
}

// FromSummary reads a year's R&D from its rd_summary row; ok is false where the row has no figure at all.
func FromSummary(r *form.Record) (rd scoring.RD, ok bool) {
	if r == nil {
		return rd, false
	}
	for _, id := range summaryFields {
		if !r.Get(id).Empty() {
			ok = true
		}
	}
	return scoring.RD{
		FromSummary: true,
		Expensed:    r.Num("expensed"), ExpensedGovernment: r.Num("expensed_government"),
		Capitalised: r.Num("capitalised"), CapitalisedGovernment: r.Num("capitalised_government"),
	}, ok
}

var summaryFields = [...]string{"expensed", "expensed_government", "capitalised", "capitalised_government"}
