package returns

import (
	"slices"

	"yice/form"
	"yice/text"
)

// shape is how the two sides of a relation are compared.
type shape uint8

const (
	atLeast shape = iota // whole ≥ Σ parts
	equal                // whole = Σ parts
	both                 // whole > 0 ⇔ part > 0
	implies              // part > 0 ⇒ whole > 0
)

// relation is one audit relation of 107-2 between codes.
type relation struct {
	id    string
	shape shape
	whole int
	parts []int
}

// relations1072Table holds the relations printed with the form (domain.md §2). All of them are 强制性.
var relations1072Table = []relation{
	{"107-2.ge.1.2", atLeast, 1, []int{2}},
	{"107-2.ge.1.3", atLeast, 1, []int{3}},
	{"107-2.ge.1.4", atLeast, 1, []int{4}},
	{"107-2.ge.1.6", atLeast, 1, []int{6}},
	{"107-2.ge.1.5", atLeast, 1, []int{5}},
	{"107-2.ge.5.24+25", atLeast, 5, []int{24, 25}},
	{"107-2.ge.1.23", atLeast, 1, []int{23}},
	{"107-2.ge.23.24+25", atLeast, 23, []int{24, 25}},
	{"107-2.eq.7.categories", equal, 7, []int{8, 9, 10, 11, 12, 13, 14, 19}},
	{"107-2.ge.7.26", atLeast, 7, []int{26}},
	{"107-2.iff.1.8", both, 1, []int{8}},
	{"107-2.eq.14.counterparties", equal, 14, []int{15, 16, 17, 18}},
	{"107-2.ge.20.21", atLeast, 20, []int{21}},
	{"107-2.if.27.22", implies, 22, []int{27}},
	{"107-2.ge.29.30", atLeast, 29, []int{30}},
	{"107-2.ge.32.33", atLeast, 32, []int{33}},
	{"107-2.ge.36.37", atLeast, 36, []int{37}},
	{"107-2.eq.7.sources", equal, 7, []int{57, 43, 58, 55, 56}},
}

// relations1072 judges the table. What an empty ledger would yield is not judged: it is not keyed yet. Nor is what the row of
// annual answers for by itself: form has said it where it was keyed, and nothing is said twice.
func relations1072(s *source) []form.Finding {
	var found []form.Finding
	for i := range relations1072Table {
		r := &relations1072Table[i]
		if s.empty() && !s.summarised() && r.usesLedger() || r.answered() {
			continue
		}
		if say, bad := r.judge(s.figures); bad {
			found = append(found, finding1072(s, r, say))
		}
	}
	return found
}

func (r *relation) usesLedger() bool {
	if code(r.whole).Form == "spend" {
		return true
	}
	for _, p := range r.parts {
		if code(p).Form == "spend" {
			return true
		}
	}
	return false
}

// answered reports whether a check of form annual compares the same fields.
func (r *relation) answered() bool {
	fields := make([]string, 0, 1+len(r.parts))
	for _, number := range append([]int{r.whole}, r.parts...) {
		c := code(number)
		if !c.Keyed {
			return false
		}
		fields = append(fields, c.Field)
	}
	slices.Sort(fields)
	annual := form.ByID("annual")
	return annual != nil && slices.ContainsFunc(annual.Checks, func(check form.Check) bool {
		return check.Severity == form.Must && slices.Equal(fields, slices.Sorted(slices.Values(check.Fields)))
	})
}

// judge compares what is known. A whole against parts of which some are missing is judged only where the known ones
// already exceed it; an equation only where every side is known.
func (r *relation) judge(figures map[int]Figure) (text.Pair, bool) {
	whole := figures[r.whole]
	if !whole.Known {
		return text.Pair{}, false
	}
	var sum int64
	given, all := false, true
	for _, p := range r.parts {
		if f := figures[p]; f.Known {
			sum = form.Plus(sum, f.Exact)
			given = true
		} else {
			all = false
		}
	}
	switch r.shape {
	case atLeast:
		if given && sum > whole.Exact {
			return r.compared(figures, "<"), true
		}
	case equal:
		if all && sum != whole.Exact {
			return r.compared(figures, "≠"), true
		}
	case both:
		if all && (whole.Exact > 0) != (sum > 0) {
			return r.positive(figures, text.ReturnsBothPositive), true
		}
	case implies:
		if all && sum > 0 && whole.Exact <= 0 {
			return r.positive(figures, text.ReturnsImpliesPositive), true
		}
	}
	return text.Pair{}, false
}

// finding1072 shows a finding where the figure is keyed: the first keyed code of the relation, parts first because they are
// the ones usually wrong; a relation between computed figures is shown at the rows it is computed from.
func finding1072(s *source, r *relation, say text.Pair) form.Finding {
	at := code(r.parts[0])
	for _, number := range append(append([]int(nil), r.parts...), r.whole) {
		if c := code(number); c.Keyed && s.figures[number].Known {
			at = c
			break
		}
	}
	f := form.Finding{Check: r.id, Severity: form.Must, Form: at.Form, Field: at.Field}
	if at.Form == "annual" && s.in.Annual != nil {
		f.Row, f.Key = s.in.Annual.ID, s.in.Annual.Key()
	}
	codes := make([]*Code, 0, 1+len(r.parts))
	mend := make([][2]string, 0, cap(codes))
	for _, number := range append([]int{r.whole}, r.parts...) {
		c := code(number)
		codes, mend = append(codes, c), append(mend, [2]string{c.Form, c.Field})
	}
	f.Message, f.Short = text.ReturnsMend.With(say, places(codes)), besides(f.Form, f.Field, say, mend...)
	return f
}
