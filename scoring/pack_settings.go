package scoring

import (
	"slices"
	"strconv"
	"strings"

	"yice/text"
)

// Setting is one thing a pack says, in words: what it is about, what is set and to what.
type Setting struct {
	Path  string    // "indicator.patents.target"
	Group string    // the line it belongs to: "indicator.patents", "enterprise.91…"; settings of a group stand together
	Of    text.Pair // the line in words: "发明专利授权"
	Name  text.Pair // "目标"
	Value text.Pair // "5", "已认定且有文号…"
	Line  int       // of the pack's file
}

// Settings lists everything a pack says, in the order of its sections: for reading on a screen and for comparing.
func (p *Pack) Settings() []Setting {
	l := &settingList{p: p}
	l.head()
	l.annual()
	for i := range p.Clauses {
		c := &p.Clauses[i]
		l.in("clause."+c.ID, text.PackSayClause.With(c.ID), c.Line)
		l.word("gist", text.PackSayGist, text.ScoreTwo.With(c.Where(), p.Say(c.Gist)))
	}
	for i := range p.Indicators {
		l.indicator(&p.Indicators[i])
	}
	l.in("bonus_total", text.ScoreBonus, p.BonusCap.Line)
	l.param(p.BonusCap)
	l.word("on", text.PackSayBonusOn, packWord("bonus_total.on", p.BonusOn))
	for i := range p.Bonuses {
		l.bonus(&p.Bonuses[i])
	}
	l.addback()
	for i := range p.Deemed {
		l.deemed(&p.Deemed[i])
	}
	l.payroll()
	l.plausible()
	l.advice()
	l.world()
	for i := range p.TypePolicies {
		t := &p.TypePolicies[i]
		l.in("type."+t.Type, codeTitle(fieldOf("enterprise", "type"), t.Type), t.Line)
		l.overrides(t.Overrides)
	}
	for i := range p.Enterprises {
		l.enterprise(&p.Enterprises[i])
	}
	l.english()
	return l.all
}

// settingList gathers settings, group by group.
type settingList struct {
	p     *Pack
	all   []Setting
	group string
	of    text.Pair
	line  int
}

// in begins a group.
func (l *settingList) in(group string, of text.Pair, line int) {
	l.group, l.of, l.line = group, of, line
}

// word adds what is set in words; nothing where nothing is said.
func (l *settingList) word(key string, name, value text.Pair) {
	if !value.Empty() {
		l.all = append(l.all, Setting{l.group + "." + key, l.group, l.of, name, value, l.line})
	}
}

func (l *settingList) plain(key string, name text.Pair, value string) {
	l.word(key, name, text.Same(value))
}

// say adds a text of the pack.
func (l *settingList) say(key string, name text.Pair, chinese string) {
	l.word(key, name, l.p.Say(chinese))
}

// param adds a number, where it is set.
func (l *settingList) param(p Param) {
	if p.Value != nil {
		l.all = append(l.all, Setting{p.Path, l.group, l.of, settingTitle(p.Path), text.Same(shownParam(&p)), p.Line})
	}
}

// byName adds the numbers of a table, first those of an order, then any others.
func (l *settingList) byName(table map[string]Param, order []string) {
	for _, name := range inOrder(table, order) {
		l.param(table[name])
	}
}

func inOrder[V any](table map[string]V, order []string) []string {
	var names []string
	for name := range table {
		names = append(names, name)
	}
	rank := func(name string) int {
		if i := slices.Index(order, name); i >= 0 {
			return i
		}
		return len(order)
	}
	slices.SortFunc(names, func(a, b string) int {
		if r := rank(a) - rank(b); r != 0 {
			return r
		}
		return strings.Compare(a, b)
	})
	return names
}

func (l *settingList) head() {
	p := l.p
	l.in("pack", text.PackSayPack, 1)
	l.plain("id", text.PackSayID, p.ID)
	l.plain("version", text.PackSayVersion, p.Version)
	l.say("title", text.PackSayTitle, p.Title)
	l.say("issuer", text.PackSayIssuer, p.Issuer)
	l.say("source_doc", text.PackSaySource, p.SourceDoc)
	l.plain("year", text.PackSayYear, numbered4(p.Year))
	l.plain("valid_from", text.PackSayFrom, p.ValidFrom)
	l.plain("valid_to", text.PackSayTo, p.ValidTo)
	l.word("status", text.PackSayStatus, packWord("pack.status", p.Status))
	l.plain("supersedes", text.PackSaySupersedes, p.Supersedes)
	l.word("levels", text.PackSayLevels, listed(fieldOf("project", "level"), p.Levels))
	l.word("types", text.PackSayTypes, listed(fieldOf("enterprise", "type"), p.Types))
	l.word("city", text.PackSayCity, p.cityWord())
	l.in("rounding", text.PackSayRounding, 1)
	l.plain("line_decimals", text.PackSayLineDecimals, strconv.Itoa(p.LineDecimals))
	l.plain("money_decimals", text.PackSayMoneyDecimals, strconv.Itoa(p.MoneyDecimals))
	mode := "half_up"
	if p.HalfEven {
		mode = "half_even"
	}
	l.word("mode", text.PackSayMode, packWord("rounding.mode", mode))
}

func (l *settingList) annual() {
	l.in("annual", text.PackSayAnnual, l.p.InnovationWeight.Line)
	l.cites(l.p.AnnualClauses)
	l.param(l.p.InnovationWeight)
	l.param(l.p.InnovationWeightPrev)
}

func (l *settingList) cites(clauses []string) {
	l.word("clauses", text.ScoreLabelClause, inARow(clauses))
}

func (l *settingList) indicator(in *Indicator) {
	l.in("indicator."+in.ID, l.p.Say(in.Name), in.Line)
	l.say("name", text.PackSayName, in.Name)
	l.cites(in.Clauses)
	if in.Chosen {
		l.word("chosen", text.ScoreLabelNote, text.ScoreChosen)
	}
	l.word("measure", text.PackSayMeasure, l.measureWords(&in.Measure))
	l.byName(in.Measure.Points, l.p.Levels)
	l.grades(&in.Measure)
	if in.Scale.Kind == ScaleToTarget {
		l.word("scale", text.PackSayScale, text.ScoreRuleToTarget.With(shownParam(&in.Scale.Cap)))
	} else {
		l.word("scale", text.PackSayScale, scaleReading(in))
	}
	l.param(in.Target)
	l.byName(in.Weight, l.p.Types)
	l.open(in.Overridable)
}

func (l *settingList) grades(m *Measure) {
	for _, level := range inOrder(m.Grades, l.p.Levels) {
		l.byName(m.Grades[level], codesOf(m.Register, "grade"))
	}
}

// open lists what a type or an enterprise may set for itself.
func (l *settingList) open(names []string) {
	l.word("overridable", text.PackSayOverridable, inARow(names))
}

func (l *settingList) bonus(b *Bonus) {
	l.in("bonus."+b.ID, l.p.Say(b.Name), b.Line)
	l.say("name", text.PackSayName, b.Name)
	l.cites(b.Clauses)
	l.word("measure", text.PackSayMeasure, l.measureWords(&b.Measure))
	l.byName(b.Measure.Points, l.p.Levels)
	l.grades(&b.Measure)
	l.param(b.Cap)
	l.word("upgrade", text.PackSayUpgrade, packWord("bonus.upgrade", b.Upgrade))
	l.open(b.Overridable)
}

func (l *settingList) addback() {
	a := l.p.Addback
	if a == nil {
		return
	}
	l.in("addback", text.ScoreAddback, a.Line)
	l.cites(a.Clauses)
	for _, w := range []struct {
		key   string
		name  text.Pair
		value string
	}{
		{"reading", text.PackSayReading, a.Reading},
		{"basis", text.PackSayBasis, a.Basis},
		{"government_fund", text.PackSayGovernment, a.GovernmentFund},
		{"scope", text.PackSayScope, a.Scope},
		{"base_year", text.PackSayBaseYear, a.BaseYear},
		{"decrease", text.PackSayDecrease, a.Decrease},
		{"no_prev_year", text.PackSayNoPrev, a.NoPrevYear},
		{"recognition", text.PackSayRecognition, a.Recognition},
	} {
		l.word(w.key, w.name, packWord("addback."+w.key, w.value))
	}
	l.param(a.BaseRate)
	l.param(a.IncrementRate)
	l.param(a.OriginalRate)
	l.byName(a.KeyRates, l.p.Levels)
	l.open(a.Overridable)
}

func (l *settingList) deemed(d *Deemed) {
	l.in("deemed."+d.ID, l.p.Say(d.Name), d.Line)
	l.say("name", text.PackSayName, d.Name)
	l.cites(d.Clauses)
	l.word("rows", text.PackSayMeasure, rowsWords(d.Register, d.Where, d.YearBy, "", d.Evidence))
	l.word("levels", text.PackSayLevels, listed(fieldOf("project", "level"), d.Levels))
	l.word("amount", text.PackSayAmount, packWord("deemed.amount", d.Amount))
	l.param(d.Fixed)
	l.param(d.Rate)
	l.open(d.Overridable)
}

func (l *settingList) payroll() {
	p := l.p
	if s := p.Separate; s != nil {
		l.in("payroll_separate", text.ScoreSeparate, s.Line)
		l.cites(s.Clauses)
		l.word("levels", text.PackSayLevels, listed(fieldOf("project", "level"), s.Levels))
		l.word("rows", text.PackSayMeasure, tackleWords(s.TackleOnly, s.Evidence))
	}
	if t := p.Tilt; t != nil {
		l.in("payroll_tilt", text.ScoreTilt, t.Line)
		l.cites(t.Clauses)
		l.word("rows", text.PackSayMeasure, tackleWords(t.TackleOnly, t.Evidence))
		l.byName(t.Rates, p.Levels)
		l.param(t.Cap)
		pick, base := "highest", "all"
		if t.Sum {
			pick = "sum"
		}
		if t.ExcludeSeparate {
			base = "exclude_separate"
		}
		l.word("pick", text.PackSayPick, packWord("payroll_tilt.pick", pick))
		l.word("base", text.PackSayBase, packWord("payroll_tilt.base", base))
	}
	if r := p.TeamReward; r != nil {
		l.in("team_reward", text.PackSayTeamReward, r.Line)
		l.cites(r.Clauses)
		l.word("levels", text.PackSayLevels, listed(fieldOf("project", "level"), r.Levels))
	}
	if r := p.Priority; r != nil {
		l.in("priority", text.PackSayPriority, r.Line)
		l.cites(r.Clauses)
		l.param(r.MinScore)
		l.word("need_growth", text.PackSayGrowth, yesNo(r.NeedGrowth))
	}
}

func (l *settingList) enterprise(e *Enterprise) {
	l.in("enterprise."+e.USCC, l.p.Say(e.Name), e.Line)
	l.say("name", text.PackSayName, e.Name)
	l.word("type", fieldTitle("enterprise", "type"), codeTitle(fieldOf("enterprise", "type"), e.Type))
	l.say("doc", text.PackSayDoc, e.Doc)
	l.param(e.ProfitTarget)
	l.overrides(e.Overrides)
	for i := range e.Milestones {
		m := &e.Milestones[i]
		l.word("milestone."+m.ID, text.PackSayMilestone, text.PackSayDue.With(l.p.Say(m.Text), m.Due))
	}
}

// overrides adds what a type or an enterprise sets for itself, each named with the line it belongs to.
func (l *settingList) overrides(all []Param) {
	for i := range all {
		o := &all[i]
		name := text.PackSayOwn.With(l.p.lineName(o.Path), settingTitle(o.Path))
		value := text.PackSayBecause.With(shownParam(o), o.Reason)
		l.all = append(l.all, Setting{l.group + "." + o.Path, l.group, l.of, name, value, o.Line})
	}
}

// lineName names the line that a parameter belongs to.
func (p *Pack) lineName(path string) text.Pair {
	section, rest, _ := strings.Cut(path, ".")
	id, _, _ := strings.Cut(rest, ".")
	for i := range p.Indicators {
		if section == "indicator" && p.Indicators[i].ID == id {
			return p.Say(p.Indicators[i].Name)
		}
	}
	for i := range p.Bonuses {
		if section == "bonus" && p.Bonuses[i].ID == id {
			return p.Say(p.Bonuses[i].Name)
		}
	}
	for i := range p.Deemed {
		if section == "deemed" && p.Deemed[i].ID == id {
			return p.Say(p.Deemed[i].Name)
		}
	}
	if section == "addback" {
		return text.ScoreAddback
	}
	return text.Same(section)
}
