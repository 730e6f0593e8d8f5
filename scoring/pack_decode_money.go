package scoring

import (
	"yice/form"
	"yice/text"
)

// The money sections of a pack: add-back, deemed profit, payroll, rewards, priority.

func (d *decoder) addback(n *node) {
	s := d.open(n, "addback", keysAddback)
	a := &Addback{
		Clauses: s.cited(), Line: s.line(),
		Reading: s.word("reading", ""), Basis: s.word("basis", ""), GovernmentFund: s.word("government_fund", ""),
		Scope: s.word("scope", "entity"), BaseYear: s.word("base_year", "previous"),
		Decrease: s.word("decrease", ""), NoPrevYear: s.word("no_prev_year", ""),
		Recognition: s.word("recognition", "projects_platforms"),
	}
	a.BaseRate, a.IncrementRate = s.number("base_rate", ruleShare), s.number("increment_rate", ruleShare)
	a.OriginalRate = s.number("original_rate", ruleShare)
	a.KeyRates = s.numbersBy("key_rates", d.p.Levels, ruleShare)
	a.Recognised = a.Recognition == "all"
	a.Overridable = d.overridable(s, "base_rate", "increment_rate", "original_rate", "key_rates")
	s.settle()
	d.p.Addback = a
}

func (d *decoder) deemed(n *node, path, id string) {
	s := d.open(n, path, keysDeemed)
	x := Deemed{ID: id, Name: s.text("name"), Clauses: s.cited(), Line: s.line()}
	if f := form.ByID(s.word("register", "")); f != nil {
		x.Register = f.ID
		x.Where = d.where(s, f)
		x.YearBy = d.yearBy(s, f)
		x.Evidence = d.evidence(s, f)
	}
	x.Levels = d.levels(s)
	x.Amount = s.word("amount", "")
	x.Fixed, x.Rate = s.number("fixed", ruleWan), s.number("rate", ruleShare)
	switch {
	case x.Amount == "fixed" && !s.n.has("fixed"):
		d.errs.add(s.at("amount"), path+".fixed", text.PackNeedFixed)
	case x.Amount != "fixed" && x.Amount != "" && s.got["fixed"] != nil:
		d.errs.add(s.at("fixed"), path+".fixed", text.PackIdleFixed)
	case x.Fixed.Value != nil && x.Fixed.Value.Sign() < 0:
		d.errs.add(s.at("fixed"), path+".fixed", text.PackNegative.With(x.Fixed.Text))
	}
	if x.Register == "platform" {
		x.Kinds, x.RegulatorKinds = d.kinds(s, &x.Where)
	} else {
		d.onlyPlatforms(s, x.Register, "kinds", "regulator_kinds")
	}
	d.recognisedByReading(s, &x)
	x.Overridable = d.overridable(s, "rate", "fixed")
	s.settle()
	d.p.Deemed = append(d.p.Deemed, x)
}

// recognisedByReading applies the reading of what recognition governs (Q6): with "platforms" a project counts without.
func (d *decoder) recognisedByReading(s *section, x *Deemed) {
	if d.p.Addback == nil || d.p.Addback.Recognition != "platforms" || x.Register != "project" {
		return
	}
	if x.Evidence {
		d.errs.add(s.at("evidence"), s.path+".evidence", text.PackRecognitionClash)
	}
	x.Evidence = false
}

// levels reads a list of levels of the pack.
func (d *decoder) levels(s *section) []string { return d.coded(s, "levels", d.p.Levels) }

func (d *decoder) separate(n *node) {
	s := d.open(n, "payroll_separate", keysSeparate)
	d.p.Separate = &Separate{
		Clauses: s.cited(), Levels: d.levels(s), TackleOnly: s.flag("tackle_only"),
		Evidence: s.word("evidence", "") == "认定", Line: s.line(),
	}
	s.settle()
}

func (d *decoder) tilt(n *node) {
	s := d.open(n, "payroll_tilt", keysTilt)
	d.p.Tilt = &Tilt{
		Clauses: s.cited(), TackleOnly: s.flag("tackle_only"), Evidence: s.word("evidence", "") == "认定",
		Rates: s.numbersBy("rates", d.p.Levels, ruleShare), Sum: s.word("pick", "") == "sum",
		Cap: s.number("cap", ruleShare), ExcludeSeparate: s.word("base", "") == "exclude_separate", Line: s.line(),
	}
	s.settle()
}

func (d *decoder) teamReward(n *node) {
	s := d.open(n, "team_reward", keysTeamReward)
	d.p.TeamReward = &TeamReward{Clauses: s.cited(), Levels: d.levels(s), Line: s.line()}
	s.settle()
}

func (d *decoder) priority(n *node) {
	s := d.open(n, "priority", keysPriority)
	d.p.Priority = &Priority{
		Clauses: s.cited(), MinScore: s.number("min_score", ruleWeight), NeedGrowth: s.flag("need_growth"), Line: s.line(),
	}
	s.settle()
}
