package entry

import (
	"cmp"
	"maps"
	"math/big"
	"slices"
	"strconv"

	"yice/book"
	"yice/form"
	"yice/internal/inorder"
	"yice/returns"
	"yice/scoring"
	"yice/text"
)

// What the year's money went to, seen from each of the sides the ledger tells apart. All of it comes from the ledger's
// sums in memory; the year before, which nobody else asks for part by part, is read when first looked at.

// Side is what spending is told apart by.
type Side uint8

const (
	ByMonth Side = iota
	ByCategory
	BySource
	ByActivity
	ByTreatment
	ByProject
	ByPlatform
	// Sides is how many there are.
	Sides
)

// Field is the ledger's field of a side.
func (d Side) Field() string {
	return [...]string{"date", "category", "source", "activity", "treatment", "project", "platform"}[d]
}

// Spending is a year's ledger as charts show it.
type Spending struct {
	Year  int
	Total int64 // 分, every line dated in the year
	Lines int64
	// Outside is what the ledger has besides, without a date in the year: counted nowhere.
	Outside scoring.Blank
	Budget  *int64 // 分, annual.rd_budget; nil where none is keyed
	Before  *int64 // 分, the year before as the sheet takes it; nil where nothing is known of it
	// Kept is what the year before's ledger comes to, which its summary need not agree with; nil where it has no ledger.
	Kept *int64
	// FromSummary says that the year before is known by its summary alone: not by month, category, activity or project.
	FromSummary bool
	Sides       [Sides][]Part

	st *state // that it was added up of
}

// Part is one bar: what a side has under one key.
type Part struct {
	Keys   []string // what the ledger has in the field; a month as "1"–"12"; none: nothing that could be read
	Title  text.Pair
	Amount int64 // 分
	// Share is the part's share of the total in hundredths of a percent. Shares are rounded so that those of a side add
	// up to 100.00% exactly (largest remainders); nil where the total is not above nothing.
	Share *int64
	// Before is the same part a year ago; nil where that is not known.
	Before *int64
	Others bool // several parts taken together
}

// Blank reports the part of lines that have nothing in the field.
func (p *Part) Blank() bool { return len(p.Keys) == 0 }

// Spending gives the year's spending from every side, the largest parts first, months in their order.
// It may read the file: call it outside the frame.
func (s *Session) Spending() (Spending, error) {
	st := s.now.Load()
	before, err := s.spentBefore(st)
	if err != nil {
		return Spending{}, err
	}
	now := spentOf(st.Ledger)
	out := Spending{Year: st.book.Year, Total: now.total, Lines: st.Ledger.RD().Lines, Outside: st.Ledger.RD().Outside, st: st}
	if a := st.Facts().Annual; a != nil {
		if n, ok := a.Get("rd_budget").Int(); ok {
			out.Budget = &n
		}
	}
	if before.known {
		out.Before = &before.total
	}
	if before.known && !before.summary {
		out.Kept = &before.total
	}
	if rd, ok := book.FromSummary(st.Before.Summary); ok {
		n := rd.Total()
		out.Before = &n
	}
	out.FromSummary = before.summary
	for d := range Sides {
		out.Sides[d] = parts(st, d, &now, &before)
		Share(out.Sides[d], now.total)
	}
	return out, nil
}

// spent is a ledger added up from every side, by key.
type spent struct {
	known   bool
	summary bool // a key that is not there is not known, rather than nothing
	total   int64
	sides   [Sides]map[string]int64 // nil: not known
}

func (x *spent) add(d Side, key string, fen int64) {
	if x.sides[d] == nil {
		x.sides[d] = make(map[string]int64)
	}
	x.sides[d][key] = form.Plus(x.sides[d][key], fen)
}

// spentOf adds up a ledger's sums.
func spentOf(l *book.Ledger) spent {
	x := spent{known: l.RD().Lines > 0}
	for d := range Sides {
		x.sides[d] = make(map[string]int64)
	}
	for _, c := range l.Sums() {
		x.total = form.Plus(x.total, c.Amount)
		for d, key := range keysOf(c) {
			if Side(d) != ByMonth {
				x.add(Side(d), key, c.Amount)
			}
		}
	}
	for m := 1; m <= 12; m++ {
		x.add(ByMonth, strconv.Itoa(m), l.RD().ByMonth[m])
	}
	return x
}

// keysOf is what a sum of the ledger has on each side; its months are not told apart.
func keysOf(c *returns.Sum) [Sides]string {
	return [...]string{ByCategory: c.Category, BySource: c.Source, ByActivity: c.Activity, ByTreatment: c.Treatment, ByProject: c.Project, ByPlatform: c.Platform}
}

// Within tells a part of one side apart by another: what a project's money went to, who paid for it. Shares are of the part. A month is
// no such part, and nothing is told apart by months: the sums in memory are of the year.
func (sp *Spending) Within(d Side, p *Part, by Side) []Part {
	if sp.st == nil || d == ByMonth || by == ByMonth {
		return nil
	}
	var x spent
	for _, c := range sp.st.Ledger.Sums() {
		keys := keysOf(c)
		if slices.Contains(p.Keys, keys[d]) || p.Blank() && keys[d] == "" {
			x.add(by, keys[by], c.Amount)
		}
	}
	out := parts(sp.st, by, &x, &spent{})
	Share(out, p.Amount)
	return out
}

// spentBefore adds up the year before: its ledger, else what its summary says. It is kept until the next Reload.
func (s *Session) spentBefore(st *state) (spent, error) {
	if !st.before.there {
		return spent{}, nil
	}
	s.last.mu.Lock()
	defer s.last.mu.Unlock()
	if s.last.spent != nil {
		return *s.last.spent, nil
	}
	var x spent
	if st.Before.Ledger.Lines > 0 {
		ledger, err := s.w.Ledger(st.before.book)
		if err != nil {
			return x, err
		}
		x = spentOf(ledger)
	} else if rd, ok := book.FromSummary(st.Before.Summary); ok {
		x = spent{known: true, summary: true, total: rd.Total()}
		x.add(ByTreatment, book.Expensed, rd.Expensed)
		x.add(ByTreatment, book.Capitalised, rd.Capitalised)
		x.add(BySource, book.Government, rd.Government())
	}
	s.last.spent = &x
	return x, nil
}

// parts makes the bars of a side.
func parts(st *state, d Side, now, before *spent) []Part {
	keys := maps.Clone(now.sides[d])
	for k := range before.sides[d] {
		keys[k] += 0
	}
	var out []Part
	for key, fen := range keys {
		p := Part{Title: st.spendingTitle(d, key), Amount: fen}
		if key != "" {
			p.Keys = []string{key}
		}
		was, there := before.sides[d][key]
		if before.sides[d] != nil && (there || !before.summary) {
			p.Before = &was
		}
		if fen != 0 || was != 0 || d == ByMonth {
			out = append(out, p)
		}
	}
	inorder.Sort(out, func(a, b Part) int { return byPart(d, &a, &b) })
	return out
}

// byPart puts months in their order, else the larger part first; the blank one is last.
func byPart(d Side, a, b *Part) int {
	if a.Blank() || b.Blank() {
		return cmp.Compare(len(b.Keys), len(a.Keys))
	}
	if d == ByMonth {
		return cmp.Or(cmp.Compare(len(a.Keys[0]), len(b.Keys[0])), cmp.Compare(a.Keys[0], b.Keys[0]))
	}
	return cmp.Or(cmp.Compare(b.Amount, a.Amount), cmp.Compare(a.Keys[0], b.Keys[0]))
}

// spendingTitle names a part as people know it: a code by its title, a project by its number and name.
func (st *state) spendingTitle(d Side, key string) text.Pair {
	fd := form.ByID(ledgerID).Field(d.Field())
	switch {
	case key == "" && fd.Kind == form.Ref:
		return text.EntrySpentNo.With(fd.Title)
	case key == "":
		return text.EntrySpentBlank
	case d == ByMonth:
		m, _ := strconv.Atoi(key)
		return text.EntrySpentMonth(m)
	case fd.Kind == form.Ref:
		if t := st.Tables[fd.Ref]; t != nil {
			if r := t.Find(key); r != nil && r.Str("name") != "" && r.Str("name") != key {
				return text.Same(book.Clip(key + " " + r.Str("name")))
			}
		}
	case fd.Code(key) != nil:
		return fd.Code(key).Title
	}
	return text.Same(book.Clip(key))
}

// Share fills in the shares of the parts of a total, in hundredths of a percent: each is rounded down, and the hundredths left over go to those that lost most by it.
func Share(parts []Part, total int64) {
	if total <= 0 {
		return
	}
	type lost struct {
		at   int
		rest *big.Int
	}
	whole, left := big.NewInt(total), int64(100_00)
	rests, down := make([]lost, len(parts)), make([]int64, len(parts))
	for i := range parts {
		n, rest := new(big.Int).Mul(big.NewInt(parts[i].Amount), big.NewInt(100_00)), new(big.Int)
		if n.DivMod(n, whole, rest); !n.IsInt64() {
			return // reversals have left next to nothing of the total: a share of it says nothing
		}
		down[i], rests[i] = n.Int64(), lost{i, rest}
		left -= down[i]
	}
	inorder.Stably(rests, func(a, b lost) int { return b.rest.Cmp(a.rest) })
	for _, r := range rests[:min(max(left, 0), int64(len(rests)))] {
		down[r.at]++
	}
	for i := range parts {
		parts[i].Share = &down[i]
	}
}

// Fold keeps the n largest parts of a side and takes the rest of them together as one; what has no key stays apart.
func Fold(parts []Part, n int) []Part {
	named := parts
	if k := len(parts); k > 0 && parts[k-1].Blank() {
		named = parts[:k-1]
	}
	if len(named) <= n || n < 1 {
		return parts
	}
	rest := named[n-1:]
	others := Part{Title: text.EntrySpentOthers.With(len(rest)), Others: true}
	for i := range rest {
		p := &rest[i]
		others.Keys = append(others.Keys, p.Keys...)
		others.Amount = form.Plus(others.Amount, p.Amount)
		others.Share = plus(others.Share, p.Share)
		others.Before = plus(others.Before, p.Before)
	}
	return slices.Concat(named[:n-1], []Part{others}, parts[len(named):])
}

func plus(sum, n *int64) *int64 {
	if n == nil {
		return sum
	}
	all := *n
	if sum != nil {
		all = form.Plus(all, *sum)
	}
	return &all
}
