package scoring

import (
	"maps"
	"math/big"
	"slices"
	"strings"

	"yice/text"
)

// MeasureLevelPoints adds the points of the rows of a register, by level and grade.
const MeasureLevelPoints MeasureKind = "level_points"

type levelPointsMeasure struct{ ofRows }

var levelPointsSays = untyped([]parameter[*Measure]{
	kindKey[*Measure](),
	{key: "register", is: isText, must: must, title: text.PackSayRegister, read: func(s *section, m *Measure) { s.d.rows(s, m) }},
	{key: "where", is: isTable, title: text.PackSayWhere},
	{key: "year_by", is: isText, title: text.PackSayRowYear},
	pointsBy(func(m *Measure) *Measure { return m }),
	gradesBy(func(m *Measure) *Measure { return m }),
	{key: "dedupe", is: isText, title: text.PackSayOnce},
	{key: "evidence", is: isWord, hint: text.HintEvidence, words: wordsEvidence, title: text.PackSayEvidence},
})

// pointsBy are the points by level, gradesBy those by grade within a level.
func pointsBy[P any](of func(P) *Measure) parameter[P] {
	return parameter[P]{
		key: "points", is: isTable, hint: text.HintPoints, must: must, open: true, title: text.ScoreParamPoints, of: levelTitle, names: levelsOfPack, rule: rulePoints,
		at: func(t P) any { return &of(t).Points },
	}
}

func gradesBy[P any](of func(P) *Measure) parameter[P] {
	return parameter[P]{
		key: "grades", is: isTable, hint: text.HintGrades, open: true, title: text.PackSayGrades, within: gradeTitle, rule: rulePoints,
		at:   func(t P) any { return (*gradeTable)(&of(t).Grades) },
		read: func(s *section, t P) { s.d.grades(s, of(t)) },
	}
}

func (levelPointsMeasure) kind() MeasureKind { return MeasureLevelPoints }
func (levelPointsMeasure) about() string {
	return "登记表各行按级别（和等级）得分之和。"
}

func (levelPointsMeasure) says() []saying           { return levelPointsSays }
func (levelPointsMeasure) format(*Indicator) figure { return asPoints }

func (levelPointsMeasure) grain(*measured) int { return 8 }

func (levelPointsMeasure) words(_ *Pack, m *Measure) text.Pair {
	return rowsWords(m.form, m.Register, m.Where, m.YearBy, m.Dedupe, m.Evidence)
}

func (levelPointsMeasure) reading(t *teller, m *Measure) []text.Pair {
	return t.reading(t.l.work.tally.rule, text.ScoreRulePoints.With(m.title()))
}

func (levelPointsMeasure) adding(t *teller, d *big.Rat) text.Pair {
	if t.l.work.in.Scale.Lower {
		return text.ScoreLessPoints.With(trimmed(d, 4))
	}
	return text.ScoreMorePoints.With(trimmed(d, 4))
}

// oneMore: one at each level.
func (levelPointsMeasure) oneMore(t *teller) []text.Pair {
	var lines []text.Pair
	if t.l.work.in.Scale.Lower {
		return nil // the gap says how many points are too many
	}
	m := &t.l.work.in.Measure
	for _, level := range levelsOf(m.Points, t.s.eff.Levels) {
		lines = append(lines, t.each(text.ScoreLevelOne.With(levelTitle(level), nounOf(t.l.work.tally.rule, t.s.Type).one), m.Points[level].Value))
	}
	return lines
}

func (levelPointsMeasure) records(t *teller) { t.records(t.l.work.tally, t.pointsEach, nil) }

// gradeTable has points by level and grade.
type gradeTable map[string]map[string]Param

// set reaches "国家级.一等".
func (g *gradeTable) set(path string, with func(Param) Param) bool {
	level, grade, _ := strings.Cut(path, ".")
	own := (*g)[level]
	if !replaceIn(&own, grade, with) {
		return false
	}
	*g = maps.Clone(*g)
	(*g)[level] = own
	return true
}

func (g *gradeTable) params(to []Param, p *Pack) []Param {
	if len(*g) == 0 {
		return to
	}
	grades := codesOf("award", "grade")
	for _, level := range p.Levels {
		to = byLevel(to, (*g)[level], grades)
	}
	return to
}

func gradeTitle(path string) text.Pair {
	level, grade, _ := strings.Cut(path, ".")
	return text.ScoreParamGrade.With(levelTitle(level), codeTitle(fieldOf("award", "grade"), grade))
}

// grades reads the points by grade within a level.
func (d *decoder) grades(s *section, m *Measure) {
	f := d.form(m.Register)
	if f != nil && f.Field("level") == nil {
		d.errs.add(s.at("register"), s.path+".register", text.PackNoLevels.With(f.Title))
		return
	}
	v := s.got["grades"]
	if v == nil || f == nil {
		return
	}
	var grades []string
	if fd := f.Field("grade"); fd != nil {
		grades = codeIDs(fd)
	}
	if grades == nil {
		d.errs.add(v.at, s.path+".grades", text.PackNoGrades.With(f.Title))
		return
	}
	m.Grades = map[string]map[string]Param{}
	for _, e := range v.entries {
		path := s.path + ".grades." + e.key
		if len(d.p.Levels) > 0 && !slices.Contains(d.p.Levels, e.key) {
			d.errs.addNear(e.at, path, text.PackUnknownName.With(legible(e.key), among(d.p.Levels)), d.near(e.key, d.p.Levels))
			continue
		}
		if e.val.kind != aTable {
			d.errs.add(e.val.at, path, text.PackWantTable.With(e.key))
			continue
		}
		in := &section{d: d, n: v, path: s.path + ".grades", under: s.under + "grades.", basis: s.basis, got: map[string]*node{e.key: e.val}}
		m.Grades[e.key] = in.numbersBy(e.key, grades, rulePoints)
	}
}
