package scoring

import (
	"fmt"
	"math/big"
	"strconv"

	"yice/text"
)

// Tenure is a term of several years, over which lines are taken together.
type Tenure struct {
	Name        string
	First, Last int
	Clauses     []string
	Line        int
}

// TenureLine is one of them: the years before by figures that the enterprise keys, this year's by a line of the sheet.
type TenureLine struct {
	ID, Name    string
	Clauses     []string
	Of          string   // an indicator or a track
	By          string   // "sum", "mean", "last"
	Past        []string // facts, the earliest year first
	Lower       bool
	Target      Param
	Overridable []string
	Line        int
}

const mostTenure = 10 // years

var ruleTermYear = numberRule{form: plain, least: 2000, most: 2110, whole: true}

var termSection = declare(sectionOf[*Tenure]{
	key: "term", title: text.TermTenure, since: 2, unlisted: true,
	kept: once(func(p *Pack) **Tenure { return &p.Term }), line: func(x *Tenure) *int { return &x.Line },
	says: []parameter[*Tenure]{
		{key: "name", is: isText, must: must, title: text.PackSayTenure, own: true, at: func(x *Tenure) any { return &x.Name }},
		{key: "first", is: isNumber, hint: text.HintTerm, must: must, bare: true, rule: ruleTermYear, title: text.PackSayFirst, at: func(x *Tenure) any { return &x.First }},
		{key: "last", is: isNumber, hint: text.HintTerm, must: must, bare: true, rule: ruleTermYear, title: text.PackSayLast, at: func(x *Tenure) any { return &x.Last }, help: "含本包的年度，2 到 10 年"},
		cites(func(x *Tenure) *[]string { return &x.Clauses }),
	},
	check: func(s *section, x *Tenure) {
		if y := s.d.p.Year; x.First > 0 && x.Last > 0 && y > 0 && (x.First > y || x.Last < y || x.Last <= x.First || x.Last-x.First >= mostTenure) {
			s.d.errs.add(s.at("first"), s.path, text.PackTermYears.With(x.First, x.Last, y))
			x.First, x.Last = 0, 0
		}
	},
})

var termLineSection = declare(sectionOf[*TenureLine]{
	key: "term_line", title: text.PackSayTermLines, since: 2,
	kept: several(func(p *Pack) *[]TenureLine { return &p.TermLines }), line: func(x *TenureLine) *int { return &x.Line },
	id: func(x *TenureLine) string { return x.ID }, name: func(x *TenureLine) string { return x.Name },
	open: func(x *TenureLine) *[]string { return &x.Overridable },
	says: []parameter[*TenureLine]{
		identified(func(x *TenureLine) *string { return &x.ID }),
		called(func(x *TenureLine) *string { return &x.Name }),
		cites(func(x *TenureLine) *[]string { return &x.Clauses }),
		{key: "of", is: isText, must: must, title: text.PackSayTermOf, at: func(x *TenureLine) any { return &x.Of }, help: "一项指标或跟踪的编号：今年的数取它的实绩"},
		{key: "by", is: isWord, hint: text.HintTermBy, must: must, title: text.PackSayTermBy, at: func(x *TenureLine) any { return &x.By }, words: []option{
			{"sum", text.PackSayTermSum}, {"mean", text.PackSayTermMean}, {"last", text.PackSayTermLast},
		}},
		{
			key: "past", is: isList, title: text.PackSayTermPast, read: readPast, at: func(x *TenureLine) any { return &x.Past },
			help: "任期第一年不写；第二年写 1 个指标数，第三年 2 个……早的在前。数由企业填：没有现成的，用 `[[field]]` 在 `annual` 上加字段，如 `[\"annual.rd_2024\", \"rd.total_prev\"]`",
			say:  func(_ *Pack, x *TenureLine) text.Pair { return inARow(x.Past) },
		},
		{
			key: "direction", is: isWord, sets: "lower", absent: "higher", title: text.PackSayDirection, at: func(x *TenureLine) any { return &x.Lower },
			words: []option{{"higher", text.PackSayHigher}, {"lower", text.PackSayLower}},
			read:  func(s *section, x *TenureLine) { x.Lower = s.word("direction", "higher") == "lower" },
		},
		{key: "target", is: isNumber, hint: text.HintTermTarget, open: true, title: text.ScoreParamTarget, rule: rulePoint, at: func(x *TenureLine) any { return &x.Target }},
	},
	check: checkTermLine,
})

// readPast reads the figures of the years before.
func readPast(s *section, x *TenureLine) {
	v := s.got["past"]
	if v == nil {
		return
	}
	if len(v.items) >= mostTenure {
		s.d.errs.add(v.at, s.path+".past", text.PackLongArray.With(mostTenure-1))
		return
	}
	for _, it := range v.items {
		one := &section{d: s.d, n: v, path: s.path, got: map[string]*node{"past": it}}
		if id := s.d.fact(one, "past"); id != "" {
			x.Past = append(x.Past, id)
		}
	}
}

// checkTermLine: a line that is there, in a term that is there, with a figure of the same unit for each year before this one.
func checkTermLine(s *section, x *TenureLine) {
	d := s.d
	if d.p.Term == nil {
		if !d.root.has("term") {
			d.errs.add(s.n.at, s.path, text.PackTermNone)
		}
		return
	}
	var of *Measure
	var ids []string
	for i := range d.p.Indicators {
		in := &d.p.Indicators[i]
		if ids = append(ids, in.ID); in.ID == x.Of && len(in.Ways) == 0 {
			of = &in.Measure
		}
	}
	for i := range d.p.Tracks {
		if ids = append(ids, d.p.Tracks[i].ID); d.p.Tracks[i].ID == x.Of {
			of = &d.p.Tracks[i].Measure
		}
	}
	if of == nil {
		if x.Of != "" && !d.root.lost {
			d.errs.addNear(s.at("of"), s.path+".of", text.PackUnknownName.With(legible(x.Of), among(ids)), d.near(x.Of, ids))
		}
		return
	}
	years := d.p.Year - d.p.Term.First
	if v := s.got["past"]; d.p.Term.First > 0 && len(x.Past) != years && (v == nil || len(v.items) == len(x.Past)) {
		d.errs.add(s.at("past"), s.path+".past", text.PackTermPast.With(d.p.Year, years+1, years, len(x.Past)))
	}
	for _, id := range x.Past {
		c, _ := factIn(d.p.Dictionary(), id)
		if money := of.unit() == (&Measure{Kind: MeasureValue, Fact: "fin.revenue"}).unit(); money != c.IsMoney() {
			d.errs.add(s.at("past"), s.path+".past", text.PackTermUnit.With(x.Of, legible(id)))
		}
	}
}

type (
	termKind     struct{ plainKind }
	termLineKind struct{ plainKind }
)

// termWork is what a line of the term was made of.
type termWork struct {
	x    *TenureLine
	of   *Line
	past []*big.Rat // nil: missing
	// each is what every year that is left needs, or may have at most; nil where there is none. hopeless: it cannot be had.
	each     *big.Rat
	left     int
	hopeless bool
}

func (*termLineKind) lines(s *Sheet, yield func(*Line) bool) bool { return eachLine(s.Term, yield) }

// total takes the years together, behind the lines whose figures are this year's.
func (k *termLineKind) total(e *evaluation) {
	t := e.p.Term
	if t == nil || len(e.p.TermLines) == 0 {
		return
	}
	e.s.Term = make([]Line, len(e.p.TermLines))
	for i := range e.p.TermLines {
		x, l := &e.p.TermLines[i], &e.s.Term[i]
		of := e.s.Line(x.Of)
		*l = Line{ID: x.ID, Name: x.Name, Says: e.p.Say(x.Name), Kind: "term", Clauses: e.cited(x.Clauses), Target: x.Target, Status: NoData}
		l.work.term = &termWork{x: x, of: of, left: t.Last - e.f.Year}
		l.work.params = func() []Param { return paramsOf(nil, k.section.says, x, e.p) }
		if of == nil {
			continue
		}
		l.work.in, l.work.format = of.work.in, of.work.format
		l.Unit = e.s.unitOf(of)
		k.take(e, x, l)
	}
}

func (k *termLineKind) take(e *evaluation, x *TenureLine, l *Line) {
	w := l.work.term
	sum, known := new(big.Rat), true
	for _, id := range x.Past {
		v, missing := FactValue(e.f, id)
		if missing {
			v, known = nil, false
			e.lacks(l, id)
		}
		l.Inputs = append(l.Inputs, e.p.InputOf(id, v))
		if w.past = append(w.past, v); v != nil {
			sum.Add(sum, v)
		}
	}
	if x.Target.Value != nil {
		l.TargetText = x.Target.Text
		if !isPercent(x.Target) {
			l.TargetText = l.work.format.show(x.Target.Value)
		}
	}
	if known = known || x.By == "last"; !known || w.of.Value == nil {
		return
	}
	years := big.NewRat(int64(len(x.Past)+1), 1)
	together := func(v *big.Rat) *big.Rat {
		if x.By == "last" {
			return v
		}
		all := new(big.Rat).Add(sum, v)
		if x.By == "mean" {
			all.Quo(all, years)
		}
		return all
	}
	l.Value, l.ValuePending = together(w.of.Value), together(w.of.ValuePending)
	l.showValue()
	if x.Target.Value == nil {
		l.Status = ""
		return
	}
	k.judge(x, l, sum)
}

// judge compares the term so far with its target, and says what the years that are left need: of a sum their share of the rest, of a
// mean what brings the mean of all years there. In the last year that is this year's own figure.
func (*termLineKind) judge(x *TenureLine, l *Line, before *big.Rat) {
	w, target := l.work.term, x.Target.Value
	short := new(big.Rat).Sub(target, l.Value)
	if x.Lower {
		short.Neg(short)
	}
	if l.Status = Reached; short.Sign() > 0 {
		l.Status = Short
		l.GapRat, l.GapText = short, l.work.format.up(short)
	}
	if x.By == "last" {
		return
	}
	whole := target
	if x.By == "mean" {
		whole = new(big.Rat).Mul(target, big.NewRat(int64(len(x.Past)+1+w.left), 1))
	}
	rest := new(big.Rat).Sub(whole, before)
	if w.left > 0 {
		rest.Sub(rest, w.of.Value)
		rest.Quo(rest, big.NewRat(int64(w.left), 1))
	}
	if rest.Sign() < 0 {
		w.hopeless = x.Lower
		return
	}
	w.each = rest
}

// pieces writes the years with their figures.
func (l *Line) years(first int, show func(*big.Rat) string) []text.Pair {
	var all []text.Pair
	for i, v := range append(append([]*big.Rat(nil), l.work.term.past...), l.work.term.of.Value) {
		shown := text.ScoreNoFigure
		if v != nil {
			shown = text.Same(show(v))
		}
		all = append(all, text.ScoreTermYear.With(first+i, shown))
	}
	return all
}

func byWord(by string) text.Pair {
	return map[string]text.Pair{"sum": text.PackSayTermSum, "mean": text.PackSayTermMean, "last": text.PackSayTermLast}[by]
}

func (*termLineKind) explain(t *teller) {
	l, w, term := t.l, t.l.work.term, t.s.eff.Term
	t.e.Score = text.ScoreNoFigure
	if l.Value != nil {
		t.e.Score = t.unit(l.ValueText)
	}
	t.say(text.ScoreLabelRule, text.ScoreRuleTerm.With(term.First, term.Last, byWord(w.x.By)), text.ScoreRuleTrack)
	if w.x.Target.Value != nil {
		t.say(text.ScoreLabelTarget, text.ScoreSet.With(t.unit(l.TargetText), t.origin(&w.x.Target)))
	}
	if w.of == nil {
		return
	}
	t.say(text.ScoreLabelFigures, l.years(term.First, l.work.format.show)...)
	if len(l.Missing) > 0 {
		t.missing(text.ScoreMissingWan)
	}
	if l.Value == nil {
		return
	}
	sum := ""
	for _, v := range append(append([]*big.Rat(nil), w.past...), w.of.Value) {
		if sum != "" {
			sum += " + "
		}
		if v != nil {
			sum += l.work.format.fine(v)
		}
	}
	switch w.x.By {
	case "sum":
		t.say(text.ScoreLabelFormula, text.ScoreTermSum.With(sum, t.unit(l.ValueText)))
	case "mean":
		t.say(text.ScoreLabelFormula, text.ScoreTermMean.With(sum, len(w.past)+1, t.unit(l.ValueText)))
	default:
		t.say(text.ScoreLabelFormula, text.ScoreTermLast.With(t.s.Year, t.unit(l.ValueText)))
	}
	if l.GapRat != nil {
		say := text.ScoreTermGap
		if w.x.Lower {
			say = text.ScoreTermOver
		}
		t.say(text.ScoreLabelGap, say.With(t.unit(l.GapText)))
	}
	t.say(text.ScoreLabelNext, t.eachYear())
}

// eachYear says what the years that are left need.
func (t *teller) eachYear() text.Pair {
	l, w := t.l, t.l.work.term
	switch {
	case w.hopeless:
		return text.ScoreTermNoWay
	case w.each == nil || l.Status == Reached && w.left == 0:
		return text.Pair{}
	case w.left == 0 && w.x.Lower:
		return text.ScoreTermThisMost.With(t.unit(l.work.format.show(w.each)))
	case w.left == 0:
		return text.ScoreTermThisYear.With(t.unit(l.work.format.up(w.each)))
	case w.x.Lower:
		return text.ScoreTermEachMost.With(w.left, t.unit(l.work.format.show(w.each)))
	}
	return text.ScoreTermEach.With(w.left, t.unit(l.work.format.up(w.each)))
}

// EachText is the same as a figure.
func (l *Line) EachText() string {
	w := l.work.term
	switch {
	case w.each == nil || w.left == 0 && l.Status == Reached:
		return ""
	case w.x.Lower:
		return l.work.format.show(w.each)
	}
	return l.work.format.up(w.each)
}

// account is a table of its own: a column for each year so far.
func (*termLineKind) account(s *Sheet, a *Account) {
	if len(s.Term) == 0 {
		return
	}
	t := s.eff.Term
	needed := text.TermEachYear
	if s.Year == t.Last {
		needed = text.TermThisYear
	}
	var terms []Term
	for y := t.First; y <= s.Year; y++ {
		terms = append(terms, Term{Name: text.Same(strconv.Itoa(y))})
	}
	terms = append(terms, Term{Name: text.TermSoFar}, Term{Name: text.TermTarget}, Term{Name: text.TermStatus, Words: true}, Term{Name: text.TermGap}, Term{Name: needed})
	sec := a.begin("term", text.TermTenure, terms...)
	sec.Says = []text.Pair{text.ScoreWayOf.With(s.Pack.Say(t.Name), text.AccountTermYears.With(t.First, t.Last))}
	for i := range s.Term {
		l, w := &s.Term[i], s.Term[i].work.term
		cell := func(v *big.Rat) Cell {
			if v == nil {
				return Cell{State: Missing}
			}
			return figureCell(l.work.format.show(v))
		}
		var cells []Cell
		for _, v := range w.past {
			cells = append(cells, cell(v))
		}
		for len(cells) < s.Year-t.First {
			cells = append(cells, Cell{State: Missing})
		}
		this := Cell{State: Missing}
		if w.of != nil {
			this = cell(w.of.Value)
		}
		cells = append(cells, this, cell(l.Value), orAbsent(l.TermGoal()), Cell{Text: l.Status.Title()}, figureCell(l.GapText), figureCell(l.EachText()))
		title := text.ScoreWayOf.With(l.in(l.Unit), byWord(w.x.By))
		sec.add(AccountRow{ID: l.ID, Title: title, Line: l, Unit: l.Unit, Cells: cells})
	}
}

// TermGoal is the target of a line of the term with the sign it is read with.
func (l *Line) TermGoal() string {
	if l.TargetText != "" && l.work.term.x.Lower {
		return "≤ " + l.TargetText
	}
	return l.TargetText
}

type jsonTerm struct {
	Name  string         `json:"name"`
	First int            `json:"first"`
	Last  int            `json:"last"`
	Lines []jsonTermLine `json:"lines"`
}

type jsonTermLine struct {
	ID          string             `json:"id"`
	Title       string             `json:"title"`
	Clauses     []string           `json:"clauses"`
	Of          string             `json:"of"`
	By          string             `json:"by"`
	Years       map[string]*string `json:"years"`
	Value       *string            `json:"value"`
	WithPending *string            `json:"with_pending"`
	Target      *string            `json:"target"`
	Gap         *string            `json:"gap"`
	EachYear    *string            `json:"each_year"`
	Status      *string            `json:"status"`
}

// jsonTerm is nil where the pack has no term.
func (s *Sheet) jsonTerm() *jsonTerm {
	if len(s.Term) == 0 {
		return nil
	}
	t := s.eff.Term
	j := &jsonTerm{Name: t.Name, First: t.First, Last: t.Last}
	for i := range s.Term {
		l, w := &s.Term[i], s.Term[i].work.term
		one := jsonTermLine{
			ID: l.ID, Title: l.Name, Of: w.x.Of, By: w.x.By, Years: map[string]*string{}, Value: orNull(l.ValueText), WithPending: orNull(l.ValuePendingText),
			Target: orNull(l.TargetText), Gap: orNull(l.GapText), EachYear: orNull(l.EachText()), Status: orNull(string(l.Status)),
		}
		for k := range l.Clauses {
			one.Clauses = append(one.Clauses, l.Clauses[k].ID)
		}
		for k, v := range w.past {
			one.Years[fmt.Sprint(t.First+k)] = orNull(l.work.format.show(v))
		}
		if w.of != nil {
			one.Years[fmt.Sprint(s.Year)] = orNull(w.of.ValueText)
		}
		j.Lines = append(j.Lines, one)
	}
	return j
}
