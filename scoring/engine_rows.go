package scoring

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"yice/form"
)

// A rule says which rows of a register count in the year and what each brings: policy.md, "Fine print".
type rule struct {
	register string
	form     *form.Form // as the dictionary of the pack has it; nil: what is built in
	where    []Condition
	category string   // field whose accepted values depend on the type of enterprise; "" none
	accepted []string // of category, for this type
	others   []string // of category, for the other types
	yearBy   string   // date field, "active", "" for the filing year
	levels   []string // nil: any level
	points   map[string]Param
	grades   map[string]map[string]Param
	scored   bool // points: a level without points brings nothing
	evidence bool
	dedupe   string
	field    *form.Field // what is added up, or told apart; a row without it does not count
	summed   bool        // its figures are added
	upgrade  string      // "difference", "full", "none"
}

// A verdict is what a rule says of one row.
type verdict uint8

const (
	holds         verdict = iota // counts, confirmed or with pending
	otherField                   // a where condition does not hold: judged.cond
	otherCategory                // a category of another type of enterprise
	noDate                       // no usable date: in no year
	otherYear
	notActive
	otherLevel // a level that is not eligible or has no points
	otherCity
	notScience  // an award that is said to be none of science
	upgradeOnly // an upgrade, where upgrades bring nothing
	refused     // 不予认定
	noFigure    // nothing stands in the field that is asked for
	sameAs      // the same thing counts by judged.other
)

// judged is one row under a rule.
type judged struct {
	rec     *form.Record
	verdict verdict
	cond    uint8 // of otherField: position in rule.where
	// sure and maybe: counted in the confirmed figure, in the one with pending.
	sure, maybe  bool
	recognised   bool
	unnamed      bool     // recognised at city level, by no body that names the pack's city: pending
	unscientific bool     // an award whose name is not one of science, and nobody says that it is: pending
	level        int32    // rank of the row's level in the pack; large for none
	group        int32    // of those that share what doubles share, from 1; 0 stands for itself
	points       *big.Rat // nil where rows are only counted
	other        *form.Record
	fen          int64 // of money: the amount before the rate
}

// tally is what became of all rows of a register under a rule.
type tally struct {
	rule        *rule
	rows        []judged
	sure, maybe *big.Rat
}

// byLevel is what each level of the pack brings under a rule, in the pack's order; nil for nothing.
func (ru *rule) byLevel(levels []string) []*big.Rat {
	if !ru.scored {
		return nil
	}
	all := make([]*big.Rat, len(levels))
	for i, level := range levels {
		all[i] = ru.points[level].Value
	}
	return all
}

// columns are the positions of what a rule reads, found once a form.
type columns struct {
	*fixed
	where          []int
	category, date int
	dedupe, field  int
	points         []*big.Rat
}

// fixed are the positions of what every rule reads of a form.
type fixed struct {
	of                          *form.Form
	start, end, level, grade    int
	recognition, document, on   int
	nature, from, by, authority int
	name, science               int // of an award
}

// fixedOf finds them once an evaluation, which has a dozen rules for a handful of forms.
func (e *evaluation) fixedOf(f *form.Form) *fixed {
	for _, known := range e.fixed {
		if known.of == f {
			return known
		}
	}
	c := &fixed{
		of: f, start: f.Index("start"), end: f.Index("end"), level: f.Index("level"), grade: f.Index("grade"),
		recognition: f.Index("recognition"), document: f.Index("recognised_doc"), on: f.Index("recognised_on"),
		nature: f.Index("nature"), from: f.Index("upgraded_from"),
		by: f.Index("recognised_by"), authority: f.Index("authority"), name: -1, science: -1,
	}
	if f.ID == "award" {
		c.name, c.science = f.Index("name"), f.Index("science")
	}
	e.fixed = append(e.fixed, c)
	return c
}

func (e *evaluation) columns(ru *rule, f *form.Form) columns {
	c := columns{
		fixed: e.fixedOf(f), where: make([]int, len(ru.where)),
		category: f.Index(ru.category), date: f.Index(ru.yearBy), dedupe: f.Index(ru.dedupe), field: -1,
	}
	if ru.field != nil {
		c.field = f.Index(ru.field.ID)
	}
	for i, w := range ru.where {
		c.where[i] = f.Index(w.Field)
	}
	return c
}

// cell reads a column; a form without it has it empty.
func cell(r *form.Record, i int) form.Value {
	if i < 0 || i >= len(r.Values) {
		return form.Value{}
	}
	return r.Values[i]
}

// word reads a column as the text a pack names it by.
func word(r *form.Record, i int) string {
	v := cell(r, i)
	if v.IsNumber() {
		return r.Form.Fields[i].Show(v)
	}
	return v.Str()
}

// judge applies a rule to every row of its register.
func (e *evaluation) judge(ru *rule) *tally {
	records := e.f.Registers[ru.register]
	t := &tally{rule: ru, rows: make([]judged, len(records))}
	var c columns
	for i, r := range records {
		if c.fixed == nil || r.Form != c.of {
			c = e.columns(ru, r.Form)
			c.points = ru.byLevel(e.p.Levels)
		}
		e.judgeRow(&t.rows[i], ru, &c, r)
	}
	if ru.dedupe != "" {
		e.dedupe(t, &c)
	}
	if ru.summed {
		t.addUp()
	} else {
		t.add()
	}
	return t
}

// judgeRow says whether one row counts, doubles apart.
func (e *evaluation) judgeRow(j *judged, ru *rule, c *columns, r *form.Record) {
	j.rec, j.level = r, int32(len(e.p.Levels))
	for i := range ru.where {
		if !slices.Contains(ru.where[i].Values, e.named(ru, c, r, i)) {
			j.verdict, j.cond = otherField, uint8(i)
			return
		}
	}
	if ru.category != "" && !slices.Contains(ru.accepted, word(r, c.category)) {
		j.verdict = otherCategory
		return
	}
	if j.verdict = e.inYear(ru, c, r); j.verdict != holds {
		return
	}
	if ru.field != nil && cell(r, c.field).Empty() {
		j.verdict = noFigure
		return
	}
	level := e.p.level(word(r, c.level))
	if k := slices.Index(e.p.Levels, level); k >= 0 {
		j.level = int32(k)
	}
	if ru.levels != nil && !slices.Contains(ru.levels, level) {
		j.verdict = otherLevel
		return
	}
	if ru.scored {
		if j.points = ru.pointsAt(j, c, level, r); j.points == nil {
			j.verdict = otherLevel
			return
		}
		if word(r, c.nature) == form.Upgraded {
			switch ru.upgrade {
			case "none":
				j.verdict = upgradeOnly
				return
			case "difference":
				j.points = ru.beyond(j.points, e.p.level(word(r, c.from)), word(r, c.grade))
			}
		}
	}
	if c.science >= 0 && word(r, c.science) == form.No {
		j.verdict = notScience
		return
	}
	if level == cityLevel && e.cityElsewhere(word(r, c.by), word(r, c.authority)) {
		j.verdict = otherCity
		return
	}
	state := word(r, c.recognition)
	j.recognised = state == form.Recognised && !cell(r, c.document).Empty() && !cell(r, c.on).Empty()
	j.sure, j.maybe = true, true
	if ru.evidence {
		j.unnamed = j.recognised && level == cityLevel && e.cityUnnamed(word(r, c.by), word(r, c.authority))
		j.recognised = j.recognised && !j.unnamed
		j.sure, j.maybe = j.recognised, state != form.Refused
	}
	if c.science >= 0 && word(r, c.science) != form.Yes && !e.p.ScienceAward(word(r, c.name)) {
		j.unscientific, j.sure = true, false
	}
	if !j.maybe {
		j.verdict = refused
	}
}

// pointsAt gives what a row brings by its level and grade; nil: nothing.
func (ru *rule) pointsAt(j *judged, c *columns, level string, r *form.Record) *big.Rat {
	if len(ru.grades) > 0 || int(j.level) == len(c.points) {
		return ru.pointsOf(level, word(r, c.grade))
	}
	return c.points[j.level]
}

// named reads what a where condition asks for. A platform whose nature is not filled is 新建.
func (e *evaluation) named(ru *rule, c *columns, r *form.Record, i int) string {
	w := word(r, c.where[i])
	if fd := &r.Form.Fields[max(0, c.where[i])]; fd.Named == form.Levels {
		w = e.p.level(w)
	}
	if w == "" && ru.register == "platform" && ru.where[i].Field == "nature" {
		return "新建"
	}
	return w
}

// inYear says whether a row belongs to the year under the rule's date.
func (e *evaluation) inYear(ru *rule, c *columns, r *form.Record) verdict {
	switch ru.yearBy {
	case "":
		return holds
	case "active":
		start, end := word(r, c.start), word(r, c.end)
		if len(start) != 6 || len(end) != 6 {
			return noDate
		}
		if start[:4] > e.year || end != "000000" && end[:4] < e.year {
			return notActive
		}
		return holds
	}
	date := word(r, c.date)
	if len(date) < 4 {
		return noDate
	}
	if date[:4] != e.year || !e.f.reached(date) {
		return otherYear
	}
	return holds
}

// pointsOf gives what a level and grade bring; nil: nothing.
func (ru *rule) pointsOf(level, grade string) *big.Rat {
	if g, ok := ru.grades[level][grade]; ok {
		return g.Value
	}
	return ru.points[level].Value
}

// beyond gives the points of an upgraded platform beyond those of the level it came from, never below 0.
func (ru *rule) beyond(points *big.Rat, from, grade string) *big.Rat {
	before := ru.pointsOf(from, grade)
	if before == nil {
		return points
	}
	d := new(big.Rat).Sub(points, before)
	if d.Sign() < 0 {
		d.SetInt64(0)
	}
	return d
}

// add sums what counts: rows, or their points.
func (t *tally) add() {
	type sum struct {
		points      *big.Rat
		sure, maybe int64
	}
	var sums []sum // a few distinct values: levels × grades
	for i := range t.rows {
		j := &t.rows[i]
		if !j.sure && !j.maybe {
			continue
		}
		k := slices.IndexFunc(sums, func(s sum) bool { return s.points == j.points })
		if k < 0 {
			k = len(sums)
			sums = append(sums, sum{points: j.points})
		}
		if j.sure {
			sums[k].sure++
		}
		if j.maybe {
			sums[k].maybe++
		}
	}
	t.sure, t.maybe = new(big.Rat), new(big.Rat)
	for _, s := range sums {
		t.sure = adding(t.sure, s.sure, s.points)
		t.maybe = adding(t.maybe, s.maybe, s.points)
	}
}

// addUp sums the figures of the rows that count, exactly, however large.
func (t *tally) addUp() {
	var sure, maybe exactSum
	for i := range t.rows {
		j := &t.rows[i]
		n, _ := j.rec.Get(t.rule.field.ID).Int()
		if j.sure {
			sure.add(n)
		}
		if j.maybe {
			maybe.add(n)
		}
	}
	scale := big.NewInt(scaleOf(t.rule.field))
	t.sure, t.maybe = new(big.Rat).SetFrac(sure.whole(), scale), new(big.Rat).SetFrac(maybe.whole(), scale)
}

// adding adds n times so many points, or n where nothing is said of points. It takes sum.
func adding(sum *big.Rat, n int64, points *big.Rat) *big.Rat {
	if n == 0 {
		return sum
	}
	more := new(big.Rat).SetInt64(n)
	if points != nil {
		more.Mul(more, points)
	}
	if sum.Sign() == 0 {
		return more
	}
	return sum.Add(sum, more)
}

// yearText is how a stored date begins.
func yearText(year int) string {
	s := strconv.Itoa(year)
	for len(s) < 4 {
		s = "0" + s
	}
	return s
}

const cityLevel = form.CityLevel

// cityElsewhere reports whether a city-level row was recognised, or granted, by another city than the pack's (Q16).
func (e *evaluation) cityElsewhere(authorities ...string) bool {
	if e.p.City == "" || e.p.City == "any" {
		return false
	}
	for _, by := range authorities {
		if by == "" {
			continue
		}
		away, asked := e.away[by]
		if !asked {
			away = !strings.Contains(by, strings.TrimSuffix(e.p.City, "市")) && namesCity(by)
			if e.away == nil {
				e.away = make(map[string]bool)
			}
			e.away[by] = away
		}
		if away {
			return true
		}
	}
	return false
}
