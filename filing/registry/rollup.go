package registry

import (
	"cmp"
	"context"
	"math/big"
	"strings"

	"yice/internal/inorder"
)

// Group is a parent with all that is below it by the roster, over as many tiers as there are: how many handed in, and what that comes to. A
// pack says what an enterprise scores and nothing of groups, so that what stands here is no result: sums, and the mean of the adjusted scores
// of those that are ranked, each counting once.
type Group struct {
	Rank            int // by the mean, equal ones sharing a place; 0: nobody of it is ranked
	USCC, Name      string
	Members, In     int    // on the roster, or handed in without being on it; handed in
	Ranked          int    // of those, the ones whose scores make the mean
	Mean, MeanExact string // to two places, and as a fraction; "" where nobody is ranked
	RD, Assessed    string // sums, 万元
	mean            *big.Rat
}

// RollUp gives the groups of a period, an enterprise that belongs to none as one of its own, in their places.
func (r *Registry) RollUp(ctx context.Context, period string) ([]Group, error) {
	rows, err := r.Rank(ctx, RankOptions{Period: period})
	if err != nil {
		return nil, err
	}
	members, err := r.members(ctx)
	if err != nil {
		return nil, err
	}
	in, err := r.period(ctx, period)
	if err != nil {
		return nil, err
	}
	year := scopeOf(in).year
	type sums struct {
		Group
		score, rd, assessed big.Rat
	}
	of := make(map[string]*sums)
	group := func(uscc, name, declared string) *sums {
		root := rootOf(members, uscc, declared)
		if of[root] == nil {
			of[root] = &sums{Group: Group{USCC: root, Name: members[root].Name}}
		}
		if root == uscc && of[root].Name == "" {
			of[root].Name = name
		}
		return of[root]
	}
	for _, m := range members {
		if m.of(year) {
			group(m.USCC, m.Name, "").Members++
		}
	}
	for i := range rows {
		row := &rows[i]
		g := group(row.USCC, row.Name, row.held.Parent)
		if m, known := members[row.USCC]; !known || !m.of(year) {
			g.Members++
		}
		g.In++
		g.rd.Add(&g.rd, wanOf(row.Confirmed.RD))
		g.assessed.Add(&g.assessed, wanOf(row.Confirmed.Assessed))
		if row.Rank > 0 {
			g.Ranked++
			g.score.Add(&g.score, row.adjusted.Rat())
		}
	}
	var all []Group
	for _, s := range of {
		g := s.Group
		if g.In > 0 {
			g.RD, g.Assessed = s.rd.FloatString(2), s.assessed.FloatString(2)
		}
		if g.Ranked > 0 {
			g.mean = new(big.Rat).Quo(&s.score, big.NewRat(int64(g.Ranked), 1))
			g.Mean, g.MeanExact = g.mean.FloatString(2), g.mean.RatString()
		}
		all = append(all, g)
	}
	return placed(all), nil
}

// placed puts groups in their places.
func placed(all []Group) []Group {
	inorder.Sort(all, func(a, b Group) int {
		if a.mean == nil || b.mean == nil {
			return cmp.Or(int(truth(a.mean == nil)-truth(b.mean == nil)), strings.Compare(a.USCC, b.USCC))
		}
		return cmp.Or(b.mean.Cmp(a.mean), strings.Compare(a.USCC, b.USCC))
	})
	for i := range all {
		switch {
		case all[i].mean == nil:
		case i > 0 && all[i-1].mean.Cmp(all[i].mean) == 0:
			all[i].Rank = all[i-1].Rank
		default:
			all[i].Rank = i + 1
		}
	}
	return all
}

// rootOf walks up the roster to whom nobody is above. Whoever is not on it belongs to the parent that it names itself. In a circle there is no
// top, and each stands for itself.
func rootOf(members map[string]Member, uscc, declared string) string {
	root := uscc
	if _, known := members[uscc]; !known && declared != "" {
		root = declared
	}
	for range mostTiers {
		m, known := members[root]
		if !known || m.Parent == "" {
			return root
		}
		root = m.Parent
	}
	return uscc
}

// wanOf reads a figure of a result; nothing is nothing.
func wanOf(s string) *big.Rat {
	q, ok := new(big.Rat).SetString(s)
	if !ok {
		return new(big.Rat)
	}
	return q
}
