package filing

import (
	"cmp"
	"math/big"
	"path/filepath"
	"strings"

	"yice/form"
	"yice/internal/inorder"
	"yice/text"
)

// What people look through of a consolidation, on the screen or in lines: any figure ranked, and what is wrong.

// Figures are those that can be ranked, by the names of [Spread].
func (all *Collected) Figures() []string {
	out := []string{"innovation", "bonus", "assessed", "completion", "addback"}
	for _, c := range all.Columns {
		out = append(out, c.ID)
	}
	return out
}

// FigureTitle names a figure.
func (all *Collected) FigureTitle(id string) text.Pair {
	switch id {
	case "innovation":
		return text.TuiScore
	case "bonus":
		return text.TuiBonus
	case "assessed":
		return text.TuiAssessed
	case "completion":
		return text.TuiCompletion
	case "addback":
		return text.TuiAddback
	}
	for _, c := range all.Columns {
		if c.ID == id {
			return c.Title
		}
	}
	return text.Same(id)
}

// Known is what a submission is known by: its enterprise's name, else its code, else its file.
func (e *CollectedEnterprise) Known() string {
	return cmp.Or(e.Name, e.USCC, filepath.Base(e.File))
}

// SelfDeclaredOnly reports that its figures count recognitions by the enterprise's own word alone.
func (e *CollectedEnterprise) SelfDeclaredOnly() bool {
	return e.SelfDeclared > 0 && e.Confirmed == nil
}

// Figure gives a figure by its name, "" where the enterprise has none.
func (e *CollectedEnterprise) Figure(id string) string {
	switch id {
	case "innovation":
		return e.Innovation
	case "bonus":
		return e.Bonus
	case "assessed":
		return e.Assessed
	case "completion":
		return e.Completion
	case "addback":
		return e.Addback
	}
	return e.Indicators[id]
}

// Placed is an enterprise in the ranking of a figure within its period and type.
type Placed struct {
	Of     *CollectedEnterprise
	At     int // among Enterprises
	Figure *big.Rat
	Shown  string
	Rank   int      // 0: by a draft, which is never ranked
	Median *big.Rat // of those of its class that are ranked, or of all where none is
	Count  int      // how many those are
}

// SameClass reports two of one period and type.
func (p *Placed) SameClass(q *Placed) bool {
	return p.Of.Period == q.Of.Period && p.Of.Type == q.Of.Type
}

// Ranking gives those that count and have a figure, by period and type, the highest first, drafts behind.
func (all *Collected) Ranking(figure string) []Placed {
	var out []Placed
	for i := range all.Enterprises {
		e := &all.Enterprises[i]
		shown := e.Figure(figure)
		n, ok := new(big.Rat).SetString(strings.TrimSuffix(strings.ReplaceAll(shown, ",", ""), "%"))
		if e.OK && e.ReplacedBy == "" && ok {
			out = append(out, Placed{Of: e, At: i, Figure: n, Shown: form.Grouped(shown)})
		}
	}
	inorder.Stably(out, func(a, b Placed) int {
		return cmp.Or(cmp.Compare(a.Of.Period, b.Of.Period), cmp.Compare(a.Of.Type, b.Of.Type), draftsLast(a.Of, b.Of), b.Figure.Cmp(a.Figure))
	})
	for from := 0; from < len(out); {
		to := from
		for to < len(out) && out[to].SameClass(&out[from]) {
			to++
		}
		placeAll(out[from:to])
		from = to
	}
	return out
}

// draftsLast puts what may not be ranked behind what is.
func draftsLast(a, b *CollectedEnterprise) int {
	return cmp.Compare(min(b.Rank, 1), min(a.Rank, 1))
}

// placeAll numbers the enterprises of one class that are ranked by their score, which come first, equal ones alike, and finds their
// median; of the others alone it finds the median and numbers none.
func placeAll(class []Placed) {
	n := 0
	for n < len(class) && class[n].Of.Rank > 0 {
		n++
	}
	of := class[:n]
	if n == 0 {
		of = class
	}
	median := new(big.Rat).Add(of[(len(of)-1)/2].Figure, of[len(of)/2].Figure)
	median.Quo(median, big.NewRat(2, 1))
	for i := range class {
		class[i].Median, class[i].Count = median, len(of)
		switch {
		case i >= n:
		case i > 0 && class[i].Figure.Cmp(class[i-1].Figure) == 0:
			class[i].Rank = class[i-1].Rank
		default:
			class[i].Rank = i + 1
		}
	}
}

// Within gives the lowest, the median and the highest of those that are ranked with one of a ranking, or are drafts as it is.
func Within(ranking []Placed, here *Placed) (lowest, median, highest string) {
	for i := range ranking {
		if p := &ranking[i]; p.SameClass(here) && (p.Rank == 0) == (here.Rank == 0) {
			if lowest = p.Shown; highest == "" {
				highest = p.Shown
			}
		}
	}
	median = form.Grouped(here.Median.FloatString(2))
	if strings.HasSuffix(here.Shown, "%") {
		median += "%"
	}
	return lowest, median, highest
}

// Trouble is something wrong with one submission, or with all of them.
type Trouble struct {
	Of  string // whose; "": of none in particular
	Say text.Pair
}

// Troubles lists what is wrong, and behind it what has to be known besides.
func (all *Collected) Troubles() []Trouble {
	var out []Trouble
	for _, p := range all.Problems {
		out = append(out, Trouble{"", p})
	}
	for i := range all.Enterprises {
		e := &all.Enterprises[i]
		for _, p := range e.Problems {
			out = append(out, Trouble{e.Known(), p})
		}
	}
	for _, n := range all.Notes {
		out = append(out, Trouble{"", n})
	}
	return out
}
