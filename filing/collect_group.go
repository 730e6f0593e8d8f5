package filing

import (
	"cmp"
	"math/big"
	"slices"

	"yice/form"
	"yice/internal/inorder"
	"yice/scoring"
	"yice/text"
)

// IntraGroup is R&D that one member commissioned from another: spending of one and income of the other, counted once when
// they are taken together.
type IntraGroup struct {
	From, To         string // uscc
	FromName, ToName string
	Year             int
	Period           string // as in CollectedEnterprise
	Amount           int64  // 分
	Lines            int64
	Group            string // uscc of the group both belong to, "" where they belong to none in common
}

// Group is an enterprise with those that name it as their parent, and how its add-back comes out by either scope.
type Group struct {
	Root, Name string
	Year       int
	Period     string
	Members    []string // uscc
	RD         string   // Σ of the members, 万元
	Eliminated string   // commissioned from one another, of it
	// Addback of the members added up, and of the group as one enterprise: all its R&D less what members paid one another.
	// The first is never less: an increment counts, a fall does not take away.
	Sum, Consolidated string
	Note              text.Pair
}

// Spread is how a figure is spread over the enterprises of a year and type (Type "": all of the year).
type Spread struct {
	Year             int
	Period           string
	Type             string
	Column           string // innovation, bonus, assessed, completion, addback, or the id of an indicator
	Count            int
	Min, Median, Max string
}

// YearTotals are the sums over all enterprises of a year, 万元.
type YearTotals struct {
	Year, Enterprises int
	Period            string
	RD, Expensed      string
	Government        string
	Eliminated        string // R&D that members of the collection commissioned from one another
	RDNet             string // RD less Eliminated
	Book, Addback     string
	Assessed          string
}

// grouping knows who belongs to whom.
type grouping struct {
	members []*member
	by      map[bookOf]*member
	pairs   []IntraGroup
}

type bookOf struct {
	uscc string
	year int
}

func groupsOf(members []*member) *grouping {
	g := &grouping{members: members, by: make(map[bookOf]*member)}
	for _, m := range members {
		g.by[bookOf{m.row.USCC, m.row.Year}] = m
	}
	for _, m := range members {
		for to, c := range m.commissioned {
			other := g.by[bookOf{to, m.row.Year}]
			if other == nil || other == m {
				continue
			}
			pair := IntraGroup{
				From: m.row.USCC, To: to, FromName: m.row.Name, ToName: other.row.Name, Year: m.row.Year,
				Amount: c.Amount(), Lines: c.Lines,
			}
			if root := g.root(m); root == g.root(other) {
				pair.Group = root
			}
			g.pairs = append(g.pairs, pair)
		}
	}
	inorder.Sort(g.pairs, func(a, b IntraGroup) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	return g
}

// root follows parents up to the one that has none, or has handed nothing in. A circle ends where it began.
func (g *grouping) root(m *member) string {
	at, seen := m, map[string]bool{m.row.USCC: true}
	for at.row.Parent != "" {
		if seen[at.row.Parent] {
			return slices.Min(slices.Collect(keysOf(seen)))
		}
		seen[at.row.Parent] = true
		next := g.by[bookOf{at.row.Parent, m.row.Year}]
		if next == nil {
			return at.row.Parent
		}
		at = next
	}
	return at.row.USCC
}

func keysOf(m map[string]bool) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// groups gives every group of more than one member.
func (g *grouping) groups() []Group {
	of := make(map[bookOf][]*member)
	for _, m := range g.members {
		k := bookOf{g.root(m), m.row.Year}
		of[k] = append(of[k], m)
	}
	var all []Group
	for k, members := range of {
		if len(members) > 1 {
			all = append(all, g.group(k, members))
		}
	}
	inorder.Sort(all, func(a, b Group) int { return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Root, b.Root)) })
	return all
}

func (g *grouping) group(k bookOf, members []*member) Group {
	slices.SortFunc(members, func(a, b *member) int { return cmp.Compare(a.row.USCC, b.row.USCC) })
	lead := members[0]
	if m := g.by[k]; m != nil {
		lead = m
	}
	out := Group{Root: k.uscc, Year: k.year}
	if lead.row.USCC == k.uscc {
		out.Name = lead.row.Name
	}
	var rd, prev yearRD
	var sum figureSum
	withPrev, eliminated, whole := 0, new(big.Int), true
	for _, m := range members {
		out.Members = append(out.Members, m.row.USCC)
		rd.add(m.rd, 1)
		if m.prev != nil {
			prev.add(*m.prev, 1)
			withPrev++
		}
		if m.addback == nil {
			whole = false
		} else {
			sum.add(*m.addback)
		}
		for to, c := range m.commissioned {
			if other := g.by[bookOf{to, k.year}]; other != nil && other != m && slices.Contains(members, other) {
				rd.add(scoring.RD{
					Expensed: c.Expensed, ExpensedGovernment: c.ExpensedGovernment,
					Capitalised: c.Capitalised, CapitalisedGovernment: c.CapitalisedGovernment,
				}, -1)
				eliminated.Add(eliminated, big.NewInt(c.Amount()))
			}
		}
	}
	out.RD, out.Eliminated = wanOf(new(big.Int).Add(rd.total(), eliminated)), wanOf(eliminated)
	if whole {
		out.Sum = sum.String()
	}
	now, fits := rd.rd()
	before, fitsBefore := prev.rd()
	if !fits || !fitsBefore {
		out.Note = text.FilingGroupTooMuch
		return out
	}
	facts := &scoring.Facts{
		USCC: k.uscc, Name: out.Name, Type: lead.row.Type, Year: k.year, Ledger: now, Registers: map[string][]*form.Record{},
	}
	if withPrev > 0 {
		facts.Prev = &before
	}
	sheet := scoring.Evaluate(lead.pack, facts)
	if sheet.Addback.ID != "" && sheet.Addback.Exact != nil {
		out.Consolidated = sheet.Addback.Score.Confirmed.String()
	}
	switch {
	case withPrev < len(members):
		out.Note = text.FilingGroupPrevious.With(len(members) - withPrev)
	case !whole:
		out.Note = text.FilingGroupMissing
	default:
		out.Note = text.FilingGroupNote
	}
	return out
}

// spreads tells how every figure is spread: over each year, and each type in it.
func spreads(members []*member, columns []CollectedColumn) []Spread {
	type class struct {
		year int
		typ  string
	}
	of := make(map[class][]*member)
	for _, m := range members {
		of[class{m.row.Year, ""}] = append(of[class{m.row.Year, ""}], m)
		of[class{m.row.Year, m.row.Type}] = append(of[class{m.row.Year, m.row.Type}], m)
	}
	classes := make([]class, 0, len(of))
	for c := range of {
		classes = append(classes, c)
	}
	inorder.Sort(classes, func(a, b class) int { return cmp.Or(cmp.Compare(a.year, b.year), cmp.Compare(a.typ, b.typ)) })
	var all []Spread
	for _, c := range classes {
		add := func(column string, figure func(*member) *scoring.Dec) {
			if s, ok := spread(of[c], figure); ok {
				s.Year, s.Type, s.Column = c.year, c.typ, column
				all = append(all, s)
			}
		}
		add("innovation", func(m *member) *scoring.Dec { return &m.innovation })
		for _, column := range columns {
			add(column.ID, func(m *member) *scoring.Dec {
				if d, ok := m.indicators[column.ID]; ok {
					return &d
				}
				return nil
			})
		}
		add("bonus", func(m *member) *scoring.Dec { return &m.bonus })
		add("addback", func(m *member) *scoring.Dec { return m.addback })
		add("assessed", func(m *member) *scoring.Dec { return m.assessed })
		add("completion", func(m *member) *scoring.Dec { return m.completion })
	}
	return all
}

func spread(members []*member, figure func(*member) *scoring.Dec) (s Spread, ok bool) {
	var all []scoring.Dec
	for _, m := range members {
		if d := figure(m); d != nil {
			all = append(all, *d)
		}
	}
	if len(all) == 0 {
		return s, false
	}
	inorder.Sort(all, scoring.Dec.Cmp)
	n := len(all)
	median := all[n/2]
	if n%2 == 0 {
		median = mean(all[n/2-1], all[n/2])
	}
	return Spread{Count: n, Min: all[0].String(), Median: median.String(), Max: all[n-1].String()}, true
}

// mean is half the sum of two figures, to the places of the finer one, half away from zero.
func mean(a, b scoring.Dec) scoring.Dec {
	var sum figureSum
	sum.add(a)
	sum.add(b)
	half := sum.n.Add(sum.n, big.NewInt(int64(sum.n.Sign()))) // away from zero before the cut
	return scoring.Dec{Units: half.Quo(half, big.NewInt(2)).Int64(), Places: sum.places}
}

// yearTotals sums every year; what members of the collection paid one another counts once.
func yearTotals(members []*member, pairs []IntraGroup) []YearTotals {
	type sums struct {
		n                       int
		rd                      yearRD
		eliminated              big.Int
		book, addback, assessed figureSum
	}
	of := make(map[int]*sums)
	var years []int
	for _, m := range members {
		s := of[m.row.Year]
		if s == nil {
			s = &sums{}
			of[m.row.Year] = s
			years = append(years, m.row.Year)
		}
		s.n++
		s.rd.add(m.rd, 1)
		for _, f := range []struct {
			to   *figureSum
			from *scoring.Dec
		}{{&s.book, m.book}, {&s.addback, m.addback}, {&s.assessed, m.assessed}} {
			if f.from != nil {
				f.to.add(*f.from)
			}
		}
	}
	for _, p := range pairs {
		sum := &of[p.Year].eliminated
		sum.Add(sum, big.NewInt(p.Amount))
	}
	slices.Sort(years)
	all := make([]YearTotals, 0, len(years))
	for _, y := range years {
		s := of[y]
		all = append(all, YearTotals{
			Year: y, Enterprises: s.n, RD: wanOf(s.rd.total()), Expensed: wanOf(&s.rd.expensed), Government: wanOf(s.rd.government()),
			Eliminated: wanOf(&s.eliminated), RDNet: wanOf(new(big.Int).Sub(s.rd.total(), &s.eliminated)),
			Book: s.book.String(), Addback: s.addback.String(), Assessed: s.assessed.String(),
		})
	}
	return all
}
