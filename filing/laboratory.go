package filing

import (
	"cmp"
	"context"
	"math/big"
	"runtime"
	"slices"
	"sync"

	"yice/filing/ranking"
	"yice/internal/inorder"
	"yice/scoring"
	"yice/text"
)

// A laboratory scores what was handed in under packs that are not, or not yet, in force: it says who would gain and who would lose. It
// decides nothing, and nothing of it is a result of anybody.

// Laboratory is a collection of years that can be scored again and again.
type Laboratory struct {
	years    []*labYear
	Problems []text.Pair
}

// labYear is one enterprise's period.
type labYear struct {
	uscc, name, typ, period string
	year                    int
	facts                   *scoring.Facts
}

// OpenLaboratory verifies submissions (files, or folders of them) and keeps the facts of those that hold; of several of one period the
// one that counts. o.Pack and o.Targets are not asked for: whose policy they were scored by makes no difference here.
func OpenLaboratory(ctx context.Context, paths []string, o CollectOptions) (*Laboratory, error) {
	o.Pack, o.Targets, o.Receipts = "", "", ""
	c := &collecting{o: o, facts: true}
	members, err := c.members(ctx, paths)
	if err != nil {
		return nil, err
	}
	lab := &Laboratory{Problems: c.problems}
	members = slices.DeleteFunc(members, func(m *member) bool { return m.other })
	current, _ := latest(members)
	for _, m := range members {
		if len(m.row.Problems) > 0 {
			lab.Problems = append(lab.Problems, text.FilingCollectOf.With(m.row.File, m.row.Problems[0]))
		}
	}
	for _, m := range current {
		switch {
		case m.facts != nil && m.row.OK && !m.contested:
			lab.years = append(lab.years, &labYear{m.row.USCC, m.row.Name, m.row.Type, m.row.Period, m.row.Year, m.facts})
		case len(m.row.Problems) == 0:
			lab.Problems = append(lab.Problems, text.FilingCollectOf.With(m.row.File, text.FilingLabContested))
		}
	}
	if len(lab.years) == 0 {
		return nil, fault("filing.lab-empty", text.Findings, text.FilingLabEmpty)
	}
	return lab, nil
}

// Years says how many were kept.
func (l *Laboratory) Years() int { return len(l.years) }

// labScore is what one comes to under a pack.
type labScore struct {
	innovation, bonus scoring.Dec
	addback           *scoring.Dec
	rank              int
}

// under scores all of them, and ranks them within type and period.
func (l *Laboratory) under(p *scoring.Pack) []labScore {
	all := make([]labScore, len(l.years))
	of := map[string][]*ranking.Entry{}
	entries := make([]*ranking.Entry, len(l.years))
	for i, y := range l.years {
		s := scoring.Evaluate(p, y.facts)
		all[i] = labScore{innovation: s.Innovation.Confirmed, bonus: s.BonusTotal.Confirmed}
		if s.Addback.ID != "" && s.Addback.Exact != nil {
			all[i].addback = &s.Addback.Score.Confirmed
		}
		entries[i] = &ranking.Entry{USCC: y.uscc, Type: y.typ, Year: y.year, Score: s.Innovation.Confirmed}
		of[y.period] = append(of[y.period], entries[i])
	}
	for _, period := range of {
		ranking.Rank(period)
	}
	for i := range all {
		all[i].rank = entries[i].Rank
	}
	return all
}

// Moved is one enterprise under the old pack and the new.
type Moved struct {
	USCC, Name, Type, Period string
	Old, New, Change         string // innovation score
	OldBonus, NewBonus       string
	OldRank, NewRank         int
	OldAddback, NewAddback   string // 万元; "" where there is none
	Gains                    int    // 1, 0, -1
}

// Trial is what a new pack does.
type Trial struct {
	Old, New               *scoring.Pack
	Enterprises            []Moved // those that lose most first
	Gain, Lose, Same       int
	RankChanges            int
	OldAddback, NewAddback string // sums, 万元
	Problems               []text.Pair
}

// Compare scores all of them under two packs.
func (l *Laboratory) Compare(old, now *scoring.Pack) *Trial {
	was, is := l.under(old), l.under(now)
	c := &Trial{Old: old, New: now, Problems: l.Problems}
	changes := make(map[string]*big.Rat)
	oldSum, newSum := new(big.Rat), new(big.Rat)
	for i, y := range l.years {
		a, b := &was[i], &is[i]
		change := new(big.Rat).Sub(b.innovation.Rat(), a.innovation.Rat())
		m := Moved{
			USCC: y.uscc, Name: y.name, Type: y.typ, Period: y.period, Old: a.innovation.String(), New: b.innovation.String(),
			Change: withSign(change, max(a.innovation.Places, b.innovation.Places)), OldBonus: a.bonus.String(), NewBonus: b.bonus.String(),
			OldRank: a.rank, NewRank: b.rank, Gains: change.Sign(), OldAddback: addedTo(oldSum, a.addback), NewAddback: addedTo(newSum, b.addback),
		}
		switch m.Gains {
		case 1:
			c.Gain++
		case -1:
			c.Lose++
		default:
			c.Same++
		}
		if m.OldRank != m.NewRank {
			c.RankChanges++
		}
		changes[m.USCC+m.Period] = change
		c.Enterprises = append(c.Enterprises, m)
	}
	c.OldAddback, c.NewAddback = oldSum.FloatString(2), newSum.FloatString(2)
	inorder.Stably(c.Enterprises, func(a, b Moved) int {
		return cmp.Or(changes[a.USCC+a.Period].Cmp(changes[b.USCC+b.Period]), cmp.Compare(a.USCC, b.USCC), cmp.Compare(a.Period, b.Period))
	})
	return c
}

func addedTo(sum *big.Rat, d *scoring.Dec) string {
	if d == nil {
		return ""
	}
	sum.Add(sum, d.Rat())
	return d.String()
}

func withSign(r *big.Rat, places uint8) string {
	if s := r.FloatString(int(places)); r.Sign() <= 0 {
		return s
	}
	return "+" + r.FloatString(int(places))
}

// Sensitive is what moving one thing of a pack does.
type Sensitive struct {
	scoring.Variant
	RankChanges   int
	Score         string // Σ|Δ innovation score|
	Addback       string // Σ|Δ add-back|, 万元
	score, profit *big.Rat
}

// Sensitivity moves every assumed number of a pack one step and takes every other reading, and orders them by what that does: how many
// change their rank, then Σ|Δ score|, then Σ|Δ add-back|. still names what could not be moved.
func (l *Laboratory) Sensitivity(ctx context.Context, p *scoring.Pack, progress func(done, of int)) (all []Sensitive, still []string, err error) {
	variants, still := p.Variants()
	base := l.under(p)
	all = make([]Sensitive, len(variants))
	next := make(chan int)
	var wait sync.WaitGroup
	var mu sync.Mutex
	done := 0
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := range next {
				all[i] = l.moves(variants[i], base)
				mu.Lock()
				if done++; progress != nil {
					progress(done, len(variants))
				}
				mu.Unlock()
			}
		})
	}
	for i := range variants {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	wait.Wait()
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	inorder.Stably(all, func(a, b Sensitive) int {
		return cmp.Or(cmp.Compare(b.RankChanges, a.RankChanges), b.score.Cmp(a.score), b.profit.Cmp(a.profit), cmp.Compare(a.Path, b.Path))
	})
	return all, still, nil
}

func (l *Laboratory) moves(v scoring.Variant, base []labScore) Sensitive {
	s := Sensitive{Variant: v, score: new(big.Rat), profit: new(big.Rat)}
	for i, is := range l.under(v.Pack) {
		was := &base[i]
		if is.rank != was.rank {
			s.RankChanges++
		}
		far(s.score, is.innovation.Rat(), was.innovation.Rat())
		far(s.profit, figureOrNil(is.addback), figureOrNil(was.addback))
	}
	s.Pack = nil // a variant is many, and a pack is large
	s.Score, s.Addback = s.score.FloatString(2), s.profit.FloatString(2)
	return s
}

func figureOrNil(d *scoring.Dec) *big.Rat {
	if d == nil {
		return new(big.Rat)
	}
	return d.Rat()
}

// far adds the distance of two figures to a sum.
func far(sum, a, b *big.Rat) {
	d := new(big.Rat).Sub(a, b)
	sum.Add(sum, d.Abs(d))
}
