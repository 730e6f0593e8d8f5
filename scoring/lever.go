package scoring

import (
	"math/big"
	"slices"
	"strings"

	"yice/form"
	"yice/text"
)

// What-if moves a few things to and fro: the figures and rows that the pack in force counts, read off its lines. A lever is
// one of them. It makes up nothing that the catalogue of next steps would not: it only goes further, and back.

// Lever is one thing that what-if moves. What it is moved by counts in what the form keeps: 分 of money, rows, items.
type Lever struct {
	ID   string // "annual.revenue", "spend", "patent patents"
	Line string // the line it serves first; "" for the profit that is assessed
	Kind LeverKind
	// Title is what is moved, Unit what is counted.
	Title, Unit text.Pair
	// Now is what there is, nil where that is not counted: 万元 of money.
	Now *big.Rat
	// Step is a nudge, Far a long one; Least and Most are how far it goes.
	Step, Far, Least, Most int64

	scale int64 // what Step and its like are divided by to give Unit
	move  func(f *Facts, by int64)
	tried nudge
}

// nudge is what a lever was tried by as it was listed, and what that did to the sheet it was listed for.
type nudge struct {
	of     *Sheet
	by     int64
	effect Effect
}

// LeverKind says what a lever moves.
type LeverKind uint8

const (
	MovesAmount  LeverKind = iota // a figure
	MovesRows                     // rows that count
	MovesAnswers                  // items of a checklist, answered 是
	// MovesDecisions are the rows that wait for a decision: +1 all recognised, -1 none of them.
	MovesDecisions
)

// Has gives what there is in its unit; "" where that is not counted.
func (l *Lever) Has() string {
	switch {
	case l.Now == nil:
		return ""
	case l.Unit == text.ScoreUnitWan:
		return form.Grouped(rounding{places: 2}.round(l.Now).String())
	}
	return form.Grouped(trimmed(l.Now, 4))
}

// Amount gives what a lever is moved by in its unit, signed: "+120.00" of 万元, "+2" of rows.
func (l *Lever) Amount(by int64) string {
	if l.scale > 1 && l.Unit == text.ScoreUnitWan {
		d := rounding{places: 2}.round(big.NewRat(by, l.scale))
		return form.Grouped(d.Signed())
	}
	s := trimmed(big.NewRat(by, l.scale), 4)
	if by > 0 {
		s = "+" + s
	}
	return form.Grouped(s)
}

// Read reads what a lever is to be moved by as people key it, in its unit: "62", "-1.5", "1,200"; what is finer than it counts is refused.
// It need not be within its bounds. Errors are those of a figure that is keyed.
func (l *Lever) Read(typed string) (int64, error) {
	unit, per := form.Yuan, int64(100) // what a figure as read has to the one
	if l.scale > 1 && l.Unit == text.ScoreUnitWan {
		unit, per = form.Wan, l.scale
	}
	v, err := (&form.Field{Kind: form.Money}).Parse(strings.TrimLeft(typed, "+＋"), unit)
	if err != nil {
		return 0, err
	}
	n, ok := v.Int()
	by := new(big.Rat).Mul(big.NewRat(n, per), big.NewRat(l.scale, 1))
	if !ok || !by.IsInt() || !by.Num().IsInt64() {
		return 0, &text.Fault{Code: "score.lever", Class: text.Usage, Say: text.ScoreLeverNot.With(text.InUnit(l.Amount(l.Step), l.Unit))}
	}
	return by.Num().Int64(), nil
}

// Share gives what it is moved by of what there is, in percent with two places: "+1.00"; "" where there is nothing.
func (l *Lever) Share(by int64) string {
	if l.Now == nil || l.Now.Sign() <= 0 || l.Kind != MovesAmount {
		return ""
	}
	share := new(big.Rat).Quo(big.NewRat(by, l.scale), l.Now)
	return rounding{places: 2}.round(share.Mul(share, big.NewRat(100, 1))).Signed()
}

// Within keeps what a lever is moved by in its bounds.
func (l *Lever) Within(by int64) int64 { return max(l.Least, min(by, l.Most)) }

// Moved is a lever and what it is moved by.
type Moved struct {
	Lever *Lever
	By    int64
}

// Suppose gives the sheet of facts with levers moved; the facts stay as they are.
func Suppose(p *Pack, f *Facts, moved []Moved) *Sheet {
	c := copyFacts(f)
	for _, m := range moved {
		if by := m.Lever.Within(m.By); by != 0 {
			m.Lever.move(c, by)
		}
	}
	return Evaluate(p, c)
}

// Effect is what moving a lever does to the totals, confirmed.
type Effect struct {
	Gain, Bonus, Profit Dec
	Pending             Dec // of the innovation score and the bonus, with what waits for a decision
	Moved               bool
}

// EffectOf compares two sheets.
func EffectOf(before, after *Sheet) Effect {
	e := Effect{Gain: difference(after.Innovation.Confirmed, before.Innovation.Confirmed), Bonus: difference(after.BonusTotal.Confirmed, before.BonusTotal.Confirmed)}
	e.Pending = difference(after.Innovation.Pending, before.Innovation.Pending)
	e.Pending.Units += difference(after.BonusTotal.Pending, before.BonusTotal.Pending).Units
	if before.Assessed != nil && after.Assessed != nil {
		e.Profit = difference(after.Assessed.Confirmed, before.Assessed.Confirmed)
	}
	e.Moved = len(Compare(before, after)) > 0
	return e
}

// Levers lists what the pack in force counts of an enterprise, in the order of its lines; what moves no figure either way is
// left out.
func (s *Sheet) Levers() []Lever {
	a := &advisor{s: s, p: s.eff, f: s.facts}
	var all []Lever
	seen := map[string]bool{}
	add := func(l *Lever) {
		if l != nil && !seen[l.ID] && l.Least < l.Most {
			seen[l.ID] = true
			all = append(all, *l)
		}
	}
	for l := range s.eachWay {
		switch {
		case l.Kind == "bonus":
			a.rowLevers(l, l.work.tally.rule, add)
		case l.Kind != "indicator" || l.Weight.Value == nil:
		case l.work.in.Measure.Kind == MeasureChecklist:
			add(a.answersLever(l))
		case l.work.got.lead().tally != nil:
			a.rowLevers(l, l.work.got.lead().tally.rule, add)
		default:
			for _, in := range l.Inputs {
				add(a.amountLever(l.ID, in.Fact))
			}
		}
	}
	if s.Assessed != nil {
		add(a.amountLever("", "fin.profit"))
	}
	add(a.decisionsLever())
	moving := all[:0]
	for i := range all {
		if s.movedBy(&all[i]) {
			all[i].Title = all[i].Title.Begun()
			moving = append(moving, all[i])
		}
	}
	return moving
}

func (s *Sheet) movedBy(l *Lever) bool {
	for _, by := range []int64{l.Step, -l.Step, l.Far, -l.Far} {
		if by = l.Within(by); by == 0 {
			continue
		}
		e := s.Effect(Moved{l, by})
		if l.tried.of == nil {
			l.tried = nudge{s, by, e}
		}
		if e.Moved {
			return true
		}
	}
	return false
}

// Effect is what moving one lever alone does to the sheet.
func (s *Sheet) Effect(m Moved) Effect {
	if t := &m.Lever.tried; t.of == s && t.by == m.By {
		return t.effect
	}
	return EffectOf(s, Suppose(s.Pack, s.facts, []Moved{m}))
}

// tenWan is the nudge of an amount that there is nothing of yet, in 分.
const tenWan = 10 * 1_000_000

// amountLever moves a figure: what the ledger comes to by a round amount, a figure of the year by a hundredth of it.
func (a *advisor) amountLever(line, fact string) *Lever {
	c, ok := a.p.Fact(fact)
	if !ok || !movable(fact) {
		return nil
	}
	home, field, _ := strings.Cut(c.Source, ".")
	now, missing := FactValue(a.f, fact)
	l := &Lever{ID: c.Source, Line: line, Title: c.Title, Unit: c.Unit.Title, Now: now, scale: 1, Most: 1 << 53}
	l.move = func(f *Facts, by int64) { more(f, fact, big.NewRat(by, l.scale)) }
	if c.IsMoney() {
		l.Unit, l.scale = text.ScoreUnitWan, 1_000_000
	}
	switch home {
	case "spend":
		l.ID = keyedBy(fact)
		if own := fact == "rd.total" || fact == "rd.expensed" || fact == "rd.own"; own {
			l.Title, l.Least = text.ScoreLeverRD, -max(a.f.Ledger.own(), 0)
			l.Now = wan(a.f.Ledger.Total())
		}
		l.Step = roundStep(l.Now, l.scale)
		l.Far = 10 * l.Step
	case "annual":
		if missing || now == nil || now.Sign() <= 0 {
			return nil // nobody knows what a hundredth of it is
		}
		if !c.IsMoney() {
			l.scale = scaleOf(a.p.Dictionary().ByID("annual").Field(field))
		}
		units := wholeOf(new(big.Rat).Mul(now, big.NewRat(l.scale, 1)))
		l.Step = max((units+50)/100, 1)
		l.Far, l.Least = 10*l.Step, -units
		l.move = func(f *Facts, by int64) { moveAnnual(f, field, by) }
	default:
		if l.Step = 1; c.IsMoney() {
			l.Step = roundStep(now, l.scale)
		} else {
			l.Most = mostPieces
		}
		l.Far = 10 * l.Step
	}
	return l
}

// roundStep is the largest power of ten of 万元 that is no more than a hundredth of an amount, in its smallest unit; of
// nothing 10 万元.
func roundStep(now *big.Rat, scale int64) int64 {
	if now == nil || now.Sign() <= 0 {
		return tenWan
	}
	step := scale
	for step < 1<<40 && big.NewRat(step*10*100, scale).Cmp(now) <= 0 {
		step *= 10
	}
	return step
}

// moveAnnual puts another figure of the year, never below nothing.
func moveAnnual(f *Facts, field string, by int64) {
	if f.Annual != nil {
		f.Annual.Set(field, form.N(max(form.Plus(f.Annual.Num(field), by), 0)))
	}
}

// rowLevers add rows that a rule counts, of each level that brings something where levels do.
func (a *advisor) rowLevers(l *Line, ru *rule, add func(*Lever)) {
	f := ru.form
	if f == nil {
		f = form.ByID(ru.register)
	}
	if f == nil || l.Status == NotDefined {
		return
	}
	if ru.summed {
		add(a.sumLever(l, ru, f))
		return
	}
	n := nounOf(ru, a.f.Type)
	one := func(id, level string, title text.Pair) {
		made := make([]*form.Record, mostPieces)
		for i := range made {
			made[i] = a.ideal(f, ru, level)
		}
		add(&Lever{
			ID: id, Line: l.ID, Kind: MovesRows, Title: title, Unit: n.counter, Step: 1, Far: 5, Most: mostPieces, scale: 1,
			move: func(f *Facts, by int64) {
				for _, r := range made[:by] {
					addRow(f, r)
				}
			},
		})
	}
	if !ru.scored {
		one(f.ID+" "+l.ID, "", n.one)
		return
	}
	// Levels that bring the same are one thing to move: the lowest of them stands for all.
	levels := levelsOf(ru.points, a.p.Levels)
	for i := 0; i < len(levels); {
		k := i + 1
		for k < len(levels) && len(ru.grades) == 0 && ru.points[levels[k]].Value.Cmp(ru.points[levels[i]].Value) == 0 {
			k++
		}
		title := n.one
		if k-i < len(levels) {
			names := make([]text.Pair, k-i)
			for j := range names {
				names[j] = levelTitle(levels[i+j])
			}
			title = text.ScoreLeverLevel.With(n.one, joined(names, text.ScoreEnum))
		}
		one(f.ID+" "+l.ID+" "+levels[i], levels[k-1], title)
		i = k
	}
}

// sumLever adds one row with an amount, where a rule adds up what its rows have in a field.
func (a *advisor) sumLever(l *Line, ru *rule, f *form.Form) *Lever {
	row := a.ideal(f, ru, "")
	out := &Lever{
		ID: f.ID + " " + ru.field.ID, Line: l.ID, Title: text.ScoreLeverLevel.With(f.Title, ru.field.Title), Unit: unitOfField(ru.field), scale: max(scaleOf(ru.field), 1), Most: 1 << 53,
		move: func(f *Facts, by int64) {
			r := row.Clone()
			r.Set(ru.field.ID, form.N(by))
			addRow(f, r)
		},
	}
	if out.Step = out.scale; ru.field.Kind == form.Money {
		out.Unit, out.Step = text.ScoreUnitWan, tenWan
	}
	out.Far = 10 * out.Step
	return out
}

// answersLever answers 是 to what is open of a checklist, one item after the other in its order.
func (a *advisor) answersLever(l *Line) *Lever {
	var items []string
	var days []string
	for k := range l.work.got.items {
		if it := &l.work.got.items[k]; it.state == no || it.state == unanswered || it.state == conflicting {
			items, days = append(items, it.item), append(days, a.dueOf(it))
		}
	}
	return &Lever{
		ID: "checklist " + l.ID, Line: l.ID, Kind: MovesAnswers, Title: text.ScoreLeverAnswers.With(l.Title()), Unit: text.ScoreCounterItem,
		Step: 1, Far: int64(len(items)), Most: int64(len(items)), scale: 1,
		move: func(f *Facts, by int64) {
			for k := range items[:by] {
				a.answer(f, l, items[k:k+1], days[k])
			}
		},
	}
}

// decisionsLever decides on everything that waits: all of it recognised, or nothing.
func (a *advisor) decisionsLever() *Lever {
	var waiting []*form.Record
	for l := range a.s.lines {
		for _, j := range l.waiting() {
			if state := j.rec.Str("recognition"); !j.recognised && state != form.Refused && (j.maybe || j.verdict == sameAs) && !slices.Contains(waiting, j.rec) {
				waiting = append(waiting, j.rec)
			}
		}
	}
	if len(waiting) == 0 {
		return nil
	}
	return &Lever{
		ID: "recognition", Kind: MovesDecisions, Title: text.ScoreLeverDecisions.With(len(waiting)), Step: 1, Far: 1, Least: -1, Most: 1, scale: 1,
		move: func(f *Facts, by int64) {
			for _, r := range waiting {
				replaceRow(f, r, func(c *form.Record) {
					if by > 0 {
						a.recognise(c)
						return
					}
					c.Set("recognition", form.S(form.Refused))
				})
			}
		},
	}
}
