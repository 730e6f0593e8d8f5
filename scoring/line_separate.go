package scoring

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"yice/form"
	"yice/internal/inorder"
	"yice/text"
)

// Separate is C37: pay of teams on eligible projects listed apart from the payroll.
type Separate struct {
	Clauses    []string
	Levels     []string
	TackleOnly bool
	Evidence   bool
	Line       int
}

var separateSection = declare(sectionOf[*Separate]{
	key: "payroll_separate", title: text.ScoreSeparate,
	kept: once(func(p *Pack) **Separate { return &p.Separate }), line: func(x *Separate) *int { return &x.Line },
	says: append([]parameter[*Separate]{
		cites(func(x *Separate) *[]string { return &x.Clauses }),
		atLevels(func(x *Separate) *[]string { return &x.Levels }),
	}, onProjects(func(x *Separate) *bool { return &x.TackleOnly }, func(x *Separate) *bool { return &x.Evidence }, parameter[*Separate]{
		key: "share", is: isWord, words: []option{{"by_time", text.Pair{ZH: "按投入工时", EN: "by working time"}}}, title: text.PackSayShare, quiet: true,
	})...),
})

type separateKind struct{ plainKind }

func (*separateKind) lines(s *Sheet, yield func(*Line) bool) bool {
	return s.Separate.ID == "" || yield(&s.Separate)
}

// payWork is the pay listed apart, person by person.
type payWork struct {
	projects *tally
	people   []person
}

// person is one member of the teams: pay in 分, shares of working time in millionths on eligible projects.
type person struct {
	id, name    string
	pay         int64
	payKnown    bool
	sure, maybe int64 // Σ shares on projects that count, not yet capped
	rows        []teamRow
}

type teamRow struct {
	rec     *form.Record
	project string
	share   int64
	sure    bool
	maybe   bool
}

const wholeShare = 1_000_000 // 100% in millionths

// evaluate computes C37: Σ over people of pay × min(100%, Σ shares on eligible projects).
func (*separateKind) evaluate(e *evaluation) {
	rule := e.p.Separate
	if rule != nil {
		t := e.eligible(rule.Levels, rule.TackleOnly, rule.Evidence)
		w := &payWork{projects: t, people: e.people(t)}
		l := &e.s.Separate
		*l = Line{ID: "payroll_separate", Name: text.ScoreSeparate.ZH, Says: text.ScoreSeparate, Kind: "separate", Clauses: e.cited(rule.Clauses), work: work{pay: w, tally: t, format: asMoney}}
		var sure, maybe exactSum
		for i := range w.people {
			p := &w.people[i]
			sure.addProduct(p.pay, min(p.sure, wholeShare))
			maybe.addProduct(p.pay, min(p.maybe, wholeShare))
		}
		l.Exact, l.ExactPending = ofMillionths(sure.whole()), ofMillionths(maybe.whole())
		l.Score = e.roundedLine(l)
	}
	total, ok := e.annual("pay_total")
	if !ok {
		e.lacks(&e.s.Separate, "fin.pay_total")
		return
	}
	pay := e.money.round(wan(total))
	e.s.Base = &Pair{pay, pay}
	if e.s.Separate.ID != "" {
		apart := e.s.Separate.Score
		e.s.Base = &Pair{pay.minus(apart.Confirmed), pay.minus(apart.Pending)}
	}
}

// apart is pay × share, at most all of it: 分 × millionths.
func (p *person) apart(share int64) *big.Int {
	return new(big.Int).Mul(big.NewInt(p.pay), big.NewInt(min(share, wholeShare)))
}

// ofMillionths turns 分 × millionths into 万元.
func ofMillionths(v *big.Int) *big.Rat {
	return new(big.Rat).SetFrac(v, big.NewInt(1_000_000*wholeShare))
}

// people gathers the team rows by person. A person's pay is one figure for the year: where rows
// differ the largest is taken (and is a finding). A row without a person stands for itself.
func (e *evaluation) people(projects *tally) []person {
	eligible := make(map[string]*judged, len(projects.rows))
	for i := range projects.rows {
		j := &projects.rows[i]
		if !j.sure && !j.maybe {
			continue
		}
		key := j.rec.Key()
		if old := eligible[key]; old == nil || !old.sure && j.sure || !old.maybe && j.maybe {
			eligible[key] = j
		}
	}
	team := e.f.Registers["team"]
	byID := e.numbered(len(team))
	at := make([]int32, 1, len(team)+1) // of each id: its place among people, from 1
	people, rows := make([]person, 0, len(team)), make([]teamRow, len(team))
	var c teamColumns
	for i, r := range team {
		if r.Form != c.of {
			f := r.Form
			c = teamColumns{f, f.Index("person"), f.Index("project"), f.Index("share"), f.Index("pay")}
		}
		id := cell(r, c.person).Str()
		n := byID.of(id)
		if int(n) == len(at) {
			at = append(at, 0)
		}
		if at[n] == 0 || id == "" {
			people = append(people, person{id: id, rows: rows[i : i : i+1]}) // most have one row
			at[n] = int32(len(people))
		}
		k := at[n] - 1
		people[k].take(r, &c, eligible)
	}
	return people
}

// teamColumns are the positions of what a team row says, found once a form.
type teamColumns struct {
	of                          *form.Form
	person, project, share, pay int
}

// peopleInOrder sorts people by their ids and each one's rows; the figures do not need it, sentences do.
func peopleInOrder(people []person) []person {
	out := slices.Clone(people)
	for i := range out {
		out[i].rows = byRecord(out[i].rows, func(row *teamRow) *form.Record { return row.rec })
		out[i].name = out[i].rows[0].rec.Str("name")
	}
	inorder.Stably(out, func(a, b person) int {
		return cmp.Or(strings.Compare(a.id, b.id), compareRecords(a.rows[0].rec, b.rows[0].rec))
	})
	return out
}

func (p *person) take(r *form.Record, c *teamColumns, eligible map[string]*judged) {
	row := teamRow{rec: r, project: cell(r, c.project).Str(), share: cell(r, c.share).Num()}
	if j := eligible[row.project]; j != nil && row.project != "" {
		row.sure, row.maybe = j.sure, j.maybe
	}
	if pay, ok := cell(r, c.pay).Int(); ok {
		p.payKnown = true
		p.pay = max(p.pay, pay)
	}
	if row.sure {
		p.sure += row.share
	}
	if row.maybe {
		p.maybe += row.share
	}
	p.rows = append(p.rows, row)
}

// explain tells C37, person by person.
func (*separateKind) explain(t *teller) {
	l := t.l
	w := l.work.pay
	t.say(text.ScoreLabelRule, append(t.reading(w.projects.rule, formTitle("project")), text.ScoreSeparateRule)...)
	var people []text.Pair
	everyone := peopleInOrder(w.people)
	for i := range everyone {
		p := &everyone[i]
		if p.maybe > 0 || p.sure > 0 {
			people = append(people, p.told())
		}
		for k := range p.rows {
			t.teamRow(p, &p.rows[k])
		}
	}
	t.say(text.ScoreLabelPeople, people...)
	sum := func(share func(*person) int64) text.Pair {
		var parts []string
		for i := range everyone {
			if p := &everyone[i]; share(p) != 0 {
				parts = append(parts, ratWan(ofMillionths(p.apart(share(p)))))
			}
		}
		if len(parts) == 0 || len(parts) > few {
			return text.ScorePeopleSum.With(len(parts))
		}
		return text.Same(strings.Join(parts, " + "))
	}
	t.account(sum(func(p *person) int64 { return p.sure }), sum(func(p *person) int64 { return p.maybe }))
	if t.s.Base != nil {
		t.say(text.ScoreLabelNote, text.ScoreBaseIs.With(form.Grouped(t.s.Base.Confirmed.String())))
	} else {
		t.missing(text.ScoreMissingWan)
	}
	t.projectsNot(w.projects)
}

// told says what of a person's pay is listed apart.
func (p *person) told() text.Pair {
	who := joined([]text.Pair{text.Same(p.id), text.Same(p.name)}, text.Same(" "))
	if !p.payKnown {
		return text.ScorePersonNoPay.With(who)
	}
	share := func(s int64) string { return shareText(min(s, wholeShare)) }
	worth := func(s int64) string { return ratWan(ofMillionths(p.apart(s))) }
	line := text.ScorePerson.With(who, yuanText(p.pay), share(p.sure), worth(p.sure))
	if p.sure > wholeShare {
		line = joined([]text.Pair{line, text.ScorePersonOver.With(shareText(p.sure))}, text.ScoreComma)
	}
	if p.maybe != p.sure {
		line = joined([]text.Pair{line, text.ScorePersonPending.With(share(p.maybe), worth(p.maybe))}, text.ScoreComma)
	}
	return line
}

// teamRow tells one row of a team: on a project that counts, or why not.
func (t *teller) teamRow(p *person, row *teamRow) {
	u := useOf(row.rec)
	u.Title = p.name
	u.Counts = text.ScoreShareOn.With(row.project, shareText(row.share))
	switch {
	case row.sure:
		t.e.Used = append(t.e.Used, u)
	case row.maybe:
		u.Pending, u.Why = true, text.ScoreWhyProjectPending.With(row.project)
		t.e.Used = append(t.e.Used, u)
	default:
		u.Why = text.ScoreWhyNoProject.With(row.project)
		for i := range t.l.work.pay.projects.rows {
			if j := &t.l.work.pay.projects.rows[i]; j.rec.Key() == row.project {
				u.Why = joined([]text.Pair{text.ScoreProject.With(row.project), t.whyNot(t.l.work.pay.projects.rule, j)}, text.ScoreColon)
			}
		}
		t.e.Rejected = append(t.e.Rejected, u)
	}
}

// projectsNot adds the projects that do not count to the rejected records.
func (t *teller) projectsNot(ta *tally) {
	rows := ordered(ta.rows)
	for i := range rows {
		if j := &rows[i]; !j.sure && !j.maybe {
			u := useOf(j.rec)
			u.Why = t.whyNot(ta.rule, j)
			t.e.Rejected = append(t.e.Rejected, u)
		}
	}
}

// account begins the payroll: what is listed apart, and the base that is left.
func (*separateKind) account(s *Sheet, a *Account) {
	if s.Separate.ID == "" && s.Base == nil {
		return
	}
	sec := a.begin("payroll", text.TermPayroll, bothFigures...)
	sec.money(&s.Separate)
	sec.sum("base", text.TermBase, s.Base, text.ScoreUnitWan)
}
