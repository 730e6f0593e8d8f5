package scoring

import (
	"cmp"
	"math/big"
	"slices"

	"yice/text"
)

// Grades give a word for a score: the highest grade whose bound it reaches, lowered by one for each rule that applies.
type Grades struct {
	Clauses []string
	// On is what is graded: "innovation" (default) the innovation score, "total" the same with the bonus and less the points off.
	On string
	// From are the bounds by grade; Last is the grade below them all.
	From map[string]Param
	Last string
	// Shares are the most of each grade among all enterprises of a collection; who collects sees to them.
	Shares map[string]Param
	// Lower are the rules that lower a grade by one: "deduction" points are off, "missing" a figure is missing.
	Lower []string
	Line  int
}

var gradesSection = declare(sectionOf[*Grades]{
	key: "grades", title: text.TermGrade, since: 2,
	kept: once(func(p *Pack) **Grades { return &p.Grades }), line: func(g *Grades) *int { return &g.Line },
	says: []parameter[*Grades]{
		cites(func(g *Grades) *[]string { return &g.Clauses }),
		{key: "on", is: isWord, hint: text.HintGradeOn, absent: "innovation", title: text.PackSayGradeOn, at: func(g *Grades) any { return &g.On }, words: []option{
			{"innovation", text.Pair{ZH: "按创新指标分", EN: "by the innovation score"}},
			{"total", text.Pair{ZH: "按创新指标分加加分减扣分", EN: "by the innovation score with bonus, less points off"}},
		}},
		{key: "from", is: isTable, hint: text.HintGradeFrom, must: must, title: text.PackSayGradeFrom, of: text.Same, rule: ruleWeight, at: func(g *Grades) any { return &g.From }},
		{key: "last", is: isText, hint: text.HintGradeLast, must: must, title: text.PackSayGradeLast, at: func(g *Grades) any { return &g.Last }},
		{key: "shares", is: isTable, hint: text.HintGradeShare, title: text.PackSayGradeShare, of: text.Same, rule: ruleShare, at: func(g *Grades) any { return &g.Shares }},
		{key: "lower", is: isList, title: text.PackSayGradeLower, names: func(*Pack) []string { return []string{"deduction", "missing"} }, at: func(g *Grades) any { return &g.Lower }},
	},
	check: func(s *section, g *Grades) {
		for name := range g.From {
			if name == g.Last {
				s.d.errs.add(s.at("last"), s.path+".last", text.PackItemTwice.With(legible(name)))
			}
		}
	},
})

type gradesKind struct{ plainKind }

// Names lists the grades, best first.
func (g *Grades) Names() []string {
	all := make([]string, 0, len(g.From)+1)
	for name := range g.From {
		all = append(all, name)
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(g.From[b].Value.Cmp(g.From[a].Value), cmp.Compare(a, b)) })
	return append(all, g.Last)
}

func (*gradesKind) total(e *evaluation) {
	g := e.p.Grades
	if g == nil {
		return
	}
	of := g.of(e.s)
	e.s.Grade = g.grade(of.Confirmed, e.s.DeductionTotal.Confirmed.Sign() > 0, len(e.s.Missing) > 0)
	e.s.GradePending = g.grade(of.Pending, e.s.DeductionTotal.Pending.Sign() > 0, len(e.s.Missing) > 0)
}

// of is the score that is graded.
func (g *Grades) of(s *Sheet) Pair {
	p := s.Innovation
	if g.On == "total" {
		p = p.plus(s.BonusTotal)
		p = Pair{p.Confirmed.minus(s.DeductionTotal.Confirmed), p.Pending.minus(s.DeductionTotal.Pending)}
	}
	return p
}

// Word is the grade of a score that was arrived at elsewhere: off says that points are off, missing that a figure is missing.
func (g *Grades) Word(score *big.Rat, off, missing bool) string {
	names := g.Names()
	at := slices.IndexFunc(names[:len(names)-1], func(name string) bool { return score.Cmp(g.From[name].Value) >= 0 })
	if at < 0 {
		at = len(names) - 1
	}
	for _, rule := range g.Lower {
		if rule == "deduction" && off || rule == "missing" && missing {
			at = min(at+1, len(names)-1)
		}
	}
	return names[at]
}

func (g *Grades) grade(score Dec, off, missing bool) string { return g.Word(score.Rat(), off, missing) }

func (*gradesKind) account(s *Sheet, a *Account) {
	if s.Grade == "" {
		return
	}
	of := s.eff.Grades.of(s)
	say := text.AccountGrade.With(s.Grade, of.Confirmed.String())
	if s.GradePending != s.Grade {
		say = say.Then(text.AccountGradePending.With(s.GradePending))
	}
	a.begin("grade", text.TermGrade).Says = []text.Pair{say}
}
